// A message of the bot's from its body to its channel. Must never post what the bot has no leave for.
// A guess [C]: without EMBED_LINKS Discord refuses a message that is only embeds, and leaves embeds out of one that has words beside them
// (discord-api-docs#2601, #5648: reports of users, not documented). Another [U]: a reply that names another channel than its own finds no message.
import type { APIMessage } from "discord-api-types/v10";
import { MessageFlags, MessageType } from "discord-api-types/v10";
import { arrive } from "../play/arrive.ts";
import type { Stage } from "../stage.ts";
import { guildIdOf, type WorldChannel } from "../world/channels.ts";
import { P } from "../world/permissions.ts";
import { blankMessage, fill } from "../world/write-message.ts";
import { may } from "./access.ts";
import { invalidForm, refusal } from "./errors.ts";
import type { UploadedFile } from "./exchange.ts";
import type { MessageInput, NewMessage } from "./form-message.ts";

export interface Posting {
  input: NewMessage;
  files: UploadedFile[];
  /** Of a forum post: its message has the thread's id, and no thread counts it. `begun` tells of the thread once the message is sure to come. */
  first?: { id: string; begun: () => void };
}

export function postMessage(stage: Stage, channel: WorldChannel, { input, files, first }: Posting): APIMessage {
  if (files.length > 0 && !may(stage, channel, P.AttachFiles)) throw refusal("missingPermissions");
  if (input.tts && !may(stage, channel, P.SendTTSMessages)) throw refusal("missingPermissions");
  const allowed = withoutBarred(stage, channel, input);
  if (allowed !== input && !input.content?.trim() && files.length === 0) throw refusal("missingPermissions");
  const message = blankMessage(stage, channel.id, (input.flags ?? 0) & MessageFlags.SuppressNotifications, first?.id);
  answerTo(stage, channel, message, input.message_reference);
  fill(stage, message, allowed, files);
  first?.begun();
  const silent = ((message.flags ?? 0) & MessageFlags.SuppressNotifications) !== 0;
  arrive(stage, { message, silent }, first !== undefined);
  return message;
}

/** The body without the embeds that the bot may not show here. */
export function withoutBarred<I extends MessageInput>(stage: Stage, channel: WorldChannel, input: I): I {
  return !input.embeds?.length || may(stage, channel, P.EmbedLinks) ? input : { ...input, embeds: [] };
}

function answerTo(
  stage: Stage,
  channel: WorldChannel,
  message: APIMessage,
  wanted: NewMessage["message_reference"],
): void {
  if (!wanted) return;
  if (!may(stage, channel, P.ReadMessageHistory)) throw refusal("noHistoryNoReply");
  const found = stage.book.find(wanted.message_id);
  const named = wanted.channel_id ?? channel.id;
  const here = found?.message.channel_id === channel.id && named === channel.id && found.ephemeralFor === undefined;
  if (!here && wanted.fail_if_not_exists === false) return;
  if (!here)
    throw invalidForm([{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }]);
  if (isSystem(found.message))
    throw invalidForm([
      {
        path: ["message_reference"],
        code: "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE",
        message: "Cannot reply to a system message",
      },
    ]);
  message.type = MessageType.Reply;
  const guildId = guildIdOf(channel);
  const guild = guildId === undefined ? {} : { guild_id: guildId };
  message.message_reference = { type: 0, channel_id: channel.id, message_id: found.message.id, ...guild };
  // One level deep, as Discord gives it.
  const { referenced_message: _deeper, ...quoted } = found.message;
  message.referenced_message = structuredClone(quoted);
}

const WRITTEN: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

/** Made by Discord itself: nobody can edit, answer or pass it on. */
export function isSystem(message: APIMessage): boolean {
  return !WRITTEN.has(message.type);
}
