// Turns an accepted body and its files into the message object Discord would show. Must never post: it only fills the object.
import type { APIMessage } from "discord-api-types/v10";
import { AllowedMentionsTypes, MessageFlags, MessageType } from "discord-api-types/v10";
import { invalidForm, refusal } from "../rest/errors.ts";
import type { UploadedFile } from "../rest/exchange.ts";
import type { MessageInput } from "../rest/form-message.ts";
import { layoutFaults } from "../rest/layout-rules.ts";
import type { Stage } from "../stage.ts";
import { discordTime } from "../world-clock.ts";
import { embedsWithFiles, finder, nextAttachments } from "./message-files.ts";
import { laidOut, mediaUrls, wordsOf } from "./message-layout.ts";
import { holds, P } from "./permissions.ts";

const NO_TYPE: number = 0;
/** Bits an edit may change; the others stay as they were posted. */
const EDITABLE = MessageFlags.SuppressEmbeds;

/** A message of the bot's with nothing in it yet. */
export function blankMessage(stage: Stage, channelId: string, flags: number, id = stage.ids.next()): APIMessage {
  return {
    id,
    channel_id: channelId,
    type: NO_TYPE,
    author: stage.world.bot,
    content: "",
    timestamp: discordTime(stage.clock.now()),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags,
  };
}

/** Puts a body into a message. What the body leaves out stays. Throws 50006 when nothing is left to show, 50035 where its parts do not go together. */
export function fill(stage: Stage, message: APIMessage, input: MessageInput, files: UploadedFile[]): void {
  const isEdit = stage.book.find(message.id) !== undefined;
  const attachments = nextAttachments(stage, message, { described: input.attachments, files, isEdit });
  const find = finder(attachments);
  const content = input.content === undefined ? message.content : (input.content ?? "").trim();
  const embeds = input.embeds === undefined ? message.embeds : embedsWithFiles(input.embeds ?? [], find);
  const flags = nextFlags(message.flags ?? 0, input.flags ?? 0, input.flags !== undefined);
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const faults = layoutFaults({ components: input.components ?? [], content, embeds: embeds.length }, isV2);
  if (faults.length > 0) throw invalidForm(faults);
  const before = message.components ?? [];
  const components = input.components === undefined ? before : laidOut(input.components ?? [], find);
  const isEmpty = isV2 ? components.length === 0 : content === "" && embeds.length === 0 && attachments.length === 0;
  if (isEmpty) throw refusal("emptyMessage");
  const drawn = new Set([...embeds.flatMap((one) => [one.image?.url, one.thumbnail?.url]), ...mediaUrls(components)]);
  stage.book.setAttachments(message.id, attachments);
  message.attachments = attachments.filter((one) => !drawn.has(one.url));
  Object.assign(message, { embeds, content, components, flags });
  if (input.content !== undefined || input.components !== undefined || input.allowed_mentions !== undefined)
    mention(stage, message, input);
}

/** An edit may show or hide embeds, and turn to Components V2; from there is no way back. */
function nextFlags(before: number, wanted: number, isGiven: boolean): number {
  if (!isGiven) return before;
  return (before & ~EDITABLE) | (wanted & (EDITABLE | MessageFlags.IsComponentsV2));
}

function mention(stage: Stage, message: APIMessage, input: MessageInput): void {
  const allowed = input.allowed_mentions;
  const may = (kind: AllowedMentionsTypes) => !allowed || (allowed.parse ?? []).includes(kind);
  const words = [message.content, ...wordsOf(message.components ?? [])].join("\n");
  const ids = (pattern: RegExp) => new Set([...words.matchAll(pattern)].flatMap((found) => found[1] ?? []));
  const any = holds(stage.world.bits(message.author.id, message.channel_id), P.MentionEveryone);
  message.mention_everyone = any && may(AllowedMentionsTypes.Everyone) && /@(?:everyone|here)/u.test(words);
  const channel = stage.world.channels.get(message.channel_id);
  const guild = channel && stage.world.guildOf(channel);
  message.mention_roles = [...ids(/<@&(\d+)>/gu)].filter((id) => {
    const role = guild?.role(id);
    return role && (role.mentionable || any) && (may(AllowedMentionsTypes.Role) || allowed?.roles?.includes(id));
  });
  const named = [...ids(/<@!?(\d+)>/gu)].filter((id) => may(AllowedMentionsTypes.User) || allowed?.users?.includes(id));
  // Who is answered is told of it unless the body says otherwise; with `allowed_mentions` it must say so.
  const replied = message.type === MessageType.Reply ? message.referenced_message?.author.id : undefined;
  const isTold = replied !== undefined && (!allowed || allowed.replied_user === true);
  message.mentions = [...new Set([...named, ...(isTold ? [replied] : [])])].flatMap((id) => stage.world.user(id) ?? []);
}
