// Turns an accepted body and its files into the message object Discord would show. Must never post: it only fills the object.
import type { APIAttachment, APIEmbed, APIMessage } from "discord-api-types/v10";
import { AllowedMentionsTypes, EmbedType, MessageFlags } from "discord-api-types/v10";
import { invalidForm, refusal } from "../rest/errors.ts";
import type { UploadedFile } from "../rest/exchange.ts";
import type { MessageInput } from "../rest/form-message.ts";
import type { Stage } from "../stage.ts";
import { discordTime } from "../world-clock.ts";
import { holds, P } from "./permissions.ts";
import { APPLICATION_ID } from "./seed.ts";

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

/** Puts a body into a message. What the body leaves out stays. Throws 50006 when nothing is left to show. */
export function fill(stage: Stage, message: APIMessage, input: MessageInput, files: UploadedFile[]): void {
  const attachments = nextAttachments(stage, message, input, files);
  const content = input.content === undefined ? message.content : (input.content ?? "").trim();
  const embeds = input.embeds === undefined ? message.embeds : withFiles(input.embeds ?? [], attachments);
  if (content === "" && embeds.length === 0 && attachments.length === 0) throw refusal("emptyMessage");
  const drawn = new Set(embeds.flatMap((one) => [one.image?.url, one.thumbnail?.url]));
  stage.book.setAttachments(message.id, attachments);
  message.attachments = attachments.filter((one) => !drawn.has(one.url));
  message.embeds = embeds;
  message.content = content;
  if (input.components !== undefined) message.components = numbered(input.components ?? []);
  if (input.flags !== undefined) message.flags = ((message.flags ?? 0) & ~EDITABLE) | ((input.flags ?? 0) & EDITABLE);
  if (input.content !== undefined || input.allowed_mentions !== undefined) mention(stage, message, input);
}

function nextAttachments(
  stage: Stage,
  message: APIMessage,
  input: MessageInput,
  files: UploadedFile[],
): APIAttachment[] {
  const described = input.attachments;
  const fresh = files.map((file) => {
    const meta = described?.find((one) => String(one.id) === file.index);
    return keep(stage, message.channel_id, file, meta?.filename ?? file.name, meta?.description ?? undefined);
  });
  const before = stage.book.attachmentsOf(message.id);
  const known = new Set([...files.map((file) => file.index), ...before.map((one) => one.id)]);
  const lost = (described ?? []).findIndex((one) => !known.has(String(one.id)));
  if (lost >= 0)
    throw invalidForm([
      {
        path: ["attachments", lost, "id"],
        code: "ATTACHMENT_NOT_FOUND",
        message: "There is no such file in this request.",
      },
    ]);
  const kept = described ? before.filter((one) => described.some((it) => String(it.id) === one.id)) : before;
  return [...kept, ...fresh];
}

function keep(stage: Stage, channelId: string, file: UploadedFile, name: string, description?: string): APIAttachment {
  const id = stage.ids.next();
  const filename = name.replaceAll(/[^\w.-]/gu, "_");
  const path = `/attachments/${channelId}/${id}/${filename}`;
  stage.book.keepFile(path, { bytes: file.bytes, contentType: file.contentType });
  const url = stage.origin() + path;
  const base = { id, filename, size: file.bytes.length, url, proxy_url: url, content_type: file.contentType };
  return { ...base, ...(description ? { description } : {}), ...pngSize(file.bytes) };
}

/** Width and height of a PNG from its header; nothing for other files. */
function pngSize(bytes: Uint8Array): { width?: number; height?: number } {
  const header = Buffer.from(bytes.subarray(0, 24));
  if (header.length < 24 || header.toString("latin1", 1, 4) !== "PNG") return {};
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}

function withFiles(embeds: NonNullable<MessageInput["embeds"]>, attachments: APIAttachment[]): APIEmbed[] {
  const find = (url: string, path: PropertyKey[]) => {
    if (!url.startsWith("attachment://")) return undefined;
    const found = attachments.find((one) => `attachment://${one.filename}` === url);
    if (found) return found;
    throw invalidForm([{ path, code: "ATTACHMENT_NOT_FOUND", message: `No file for ${url} in this message.` }]);
  };
  return embeds.map((one, index): APIEmbed => {
    const { type: _type, image, thumbnail, ...rest } = one;
    const drawn = (media: { url: string } | undefined, key: string) => {
      const file = media && find(media.url, ["embeds", index, key, "url"]);
      return file ? { [key]: mediaOf(file) } : media ? { [key]: media } : {};
    };
    return { type: EmbedType.Rich, ...rest, ...drawn(image, "image"), ...drawn(thumbnail, "thumbnail") };
  });
}

function mediaOf(file: APIAttachment) {
  const { url, proxy_url, width, height, content_type, description } = file;
  const shape = width && height ? { width, height } : {};
  const kind = content_type ? { content_type } : {};
  return { url, proxy_url, ...shape, ...kind, ...(description ? { description } : {}) };
}

/** Discord numbers every component of a message. */
function numbered(rows: NonNullable<MessageInput["components"]>): NonNullable<APIMessage["components"]> {
  let last = 0;
  return rows.map((row) => {
    const id = row.id ?? ++last;
    return { ...row, id, components: row.components.map((part) => ({ ...part, id: part.id ?? ++last })) };
  });
}

function mention(stage: Stage, message: APIMessage, input: MessageInput): void {
  const allowed = input.allowed_mentions;
  const may = (kind: AllowedMentionsTypes) => !allowed || (allowed.parse ?? []).includes(kind);
  const ids = (pattern: RegExp) => new Set([...message.content.matchAll(pattern)].flatMap((found) => found[1] ?? []));
  const any = holds(stage.world.bits(APPLICATION_ID, message.channel_id), P.MentionEveryone);
  message.mention_everyone = any && may(AllowedMentionsTypes.Everyone) && /@(?:everyone|here)/u.test(message.content);
  message.mention_roles = [...ids(/<@&(\d+)>/gu)].filter((id) => {
    const role = stage.world.roles.find((one) => one.id === id);
    return role && (role.mentionable || any) && (may(AllowedMentionsTypes.Role) || allowed?.roles?.includes(id));
  });
  message.mentions = [...ids(/<@!?(\d+)>/gu)].flatMap((id) => {
    const user = stage.world.user(id);
    return user && (may(AllowedMentionsTypes.User) || allowed?.users?.includes(id)) ? [user] : [];
  });
}
