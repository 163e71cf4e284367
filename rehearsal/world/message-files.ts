// The files of a message: which it keeps, which it gets, and what a reference to one stands for. Must never show a file nobody sent.
// Documented: after an edit exactly the files that `attachments` lists remain, old and new; without the list the old ones stay and new ones are
// added to them.
import type { APIAttachment, APIEmbed, APIMessage } from "discord-api-types/v10";
import { EmbedType } from "discord-api-types/v10";
import { invalidForm, refusal } from "../rest/errors.ts";
import type { UploadedFile } from "../rest/exchange.ts";
import type { MessageInput } from "../rest/form-message.ts";
import type { Stage } from "../stage.ts";

/** Files of a message. */
const MOST = 10;

type Path = readonly PropertyKey[];
/** The file an `attachment://` address names; nothing for other addresses. Throws 50035 where there is no such file. */
export type FindFile = (url: string, path: Path) => APIAttachment | undefined;

/** @param isEdit the message stands already */
export function nextAttachments(
  stage: Stage,
  message: APIMessage,
  { described, files, isEdit }: { described: MessageInput["attachments"]; files: UploadedFile[]; isEdit: boolean },
): APIAttachment[] {
  const before = stage.book.attachmentsOf(message.id);
  const known = new Set([...files.map((file) => file.index), ...before.map((one) => one.id)]);
  const lost = (described ?? []).findIndex((one) => !known.has(String(one.id)));
  if (lost >= 0) throw missing(["attachments", lost, "id"], "There is no such file in this request.");
  const kept = described ? before.filter((one) => described.some((it) => String(it.id) === one.id)) : before;
  if (!described && kept.length + files.length > MOST) throw refusal("tooManyFiles");
  const fresh = files.flatMap((file) => {
    const meta = described?.find((one) => String(one.id) === file.index);
    if (isEdit && described && !meta) return [];
    return [keep(stage, message.channel_id, file, meta?.filename ?? file.name, meta?.description ?? undefined)];
  });
  return [...kept.map((one) => redescribed(one, described)), ...fresh];
}

function redescribed(one: APIAttachment, described: MessageInput["attachments"]): APIAttachment {
  const meta = described?.find((it) => String(it.id) === one.id);
  if (!meta || meta.description === undefined) return one;
  const { description: _old, ...rest } = one;
  return meta.description ? { ...rest, description: meta.description } : rest;
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

export function finder(attachments: APIAttachment[]): FindFile {
  return (url, path) => {
    if (!url.startsWith("attachment://")) return undefined;
    const found = attachments.find((one) => `attachment://${one.filename}` === url);
    if (found) return found;
    throw missing(path, `No file for ${url} in this message.`);
  };
}

function missing(path: Path, message: string) {
  return invalidForm([{ path, code: "ATTACHMENT_NOT_FOUND", message }]);
}

export function embedsWithFiles(embeds: NonNullable<MessageInput["embeds"]>, find: FindFile): APIEmbed[] {
  return embeds.map((one, index): APIEmbed => {
    const { type: _type, image, thumbnail, fields, ...rest } = one;
    // Discord says it of each field, also where it was left out.
    const said = fields ? { fields: fields.map((field) => ({ inline: false, ...field })) } : {};
    const drawn = (media: { url: string } | undefined, key: string) => {
      const file = media && find(media.url, ["embeds", index, key, "url"]);
      return file ? { [key]: mediaOf(file) } : media ? { [key]: media } : {};
    };
    return { type: EmbedType.Rich, ...rest, ...said, ...drawn(image, "image"), ...drawn(thumbnail, "thumbnail") };
  });
}

export function mediaOf(file: APIAttachment) {
  const { url, proxy_url, width, height, content_type, description } = file;
  const shape = width && height ? { width, height } : {};
  const kind = content_type ? { content_type } : {};
  return { url, proxy_url, ...shape, ...kind, ...(description ? { description } : {}) };
}
