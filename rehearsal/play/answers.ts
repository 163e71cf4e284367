// What an accepted answer does: posts, updates, opens a modal, and tells the reader's side. Must never touch a message that is not the interaction's own.
import type { APIMessage } from "discord-api-types/v10";
import { InteractionType, MessageFlags, MessageType } from "discord-api-types/v10";
import type { Outcome, ShownMessage } from "../contract.ts";
import { refusal } from "../rest/errors.ts";
import type { UploadedFile } from "../rest/exchange.ts";
import type { MessageInput } from "../rest/form-message.ts";
import type { Stage } from "../stage.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { blankMessage, fill } from "../world/write-message.ts";
import { discordTime } from "../world-clock.ts";
import { arrive } from "./arrive.ts";
import type { Pending } from "./interactions.ts";

const KEPT = MessageFlags.Ephemeral | MessageFlags.SuppressNotifications;

/** Posts a message in answer: the first one, a follow-up, or the empty one that stands for a deferred answer. */
export function postAnswer(
  stage: Stage,
  pending: Pending,
  flags: number,
  content?: { input: MessageInput; files: UploadedFile[] },
): ShownMessage {
  if (!stage.world.channels.has(pending.channelId)) throw refusal("unknownChannel");
  const message = blankMessage(
    stage,
    pending.channelId,
    content ? flags & KEPT : (flags & KEPT) | MessageFlags.Loading,
  );
  message.application_id = APPLICATION_ID;
  message.webhook_id = APPLICATION_ID;
  message.interaction_metadata = pending.metadata;
  setKind(pending, message);
  if (content) fill(stage, message, content.input, content.files);
  const shown: ShownMessage = { message, silent: (flags & MessageFlags.SuppressNotifications) !== 0 };
  if (flags & MessageFlags.Ephemeral) shown.ephemeralFor = pending.readerId;
  if (pending.text !== undefined) shown.invoker = { readerId: pending.readerId, text: pending.text };
  pending.messageIds.push(message.id);
  arrive(stage, shown);
  return shown;
}

function setKind(pending: Pending, message: APIMessage): void {
  const before = pending.originalId ?? pending.sourceId;
  if (before !== undefined) {
    message.type = MessageType.Reply;
    message.message_reference = { type: 0, channel_id: message.channel_id, message_id: before };
  } else if (pending.type === InteractionType.ApplicationCommand)
    message.type = pending.text?.startsWith("/") ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

export function isLoading(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** Writes into a message of the interaction. The end of waiting is no edit: Discord shows no "(edited)" then. */
export function editAnswer(stage: Stage, shown: ShownMessage, input: MessageInput, files: UploadedFile[]): void {
  const { message } = shown;
  const wasLoading = isLoading(message);
  fill(stage, message, input, files);
  message.flags = (message.flags ?? 0) & ~MessageFlags.Loading;
  if (!wasLoading) message.edited_timestamp = discordTime(stage.clock.now());
  stage.book.changed(shown);
}

export function messageOutcome(shown: ShownMessage, deferred: boolean): Outcome {
  const { id, channel_id: channelId } = shown.message;
  return { kind: "message", messageId: id, channelId, ephemeral: shown.ephemeralFor !== undefined, deferred, shown };
}

export function updateOutcome(shown: ShownMessage): Outcome {
  return { kind: "update", messageId: shown.message.id, channelId: shown.message.channel_id, shown };
}
