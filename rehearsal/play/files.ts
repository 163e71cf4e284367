// A file that a reader sends along: read from base64, kept, and shown as Discord shows an attachment nobody else sees. Must never take one over Discord's limit.
import type { APIAttachment } from "discord-api-types/v10";
import type { SentFile } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { Refused } from "./refused.ts";

const MOST = 10 * 1024 * 1024;

export function isSentFile(value: unknown): value is SentFile {
  return typeof value === "object" && value !== null && "base64" in value;
}

export function keepSentFile(stage: Stage, file: SentFile): APIAttachment & { ephemeral: true } {
  const bytes = Buffer.from(file.base64, "base64");
  if (bytes.length > MOST) throw new Refused(`"${file.name}" is larger than 10 MiB.`);
  const id = stage.ids.next();
  const filename = file.name.replaceAll(/[^\w.-]/gu, "_");
  const path = `/attachments/ephemeral/${id}/${filename}`;
  stage.book.keepFile(path, { bytes, contentType: file.contentType });
  const url = stage.origin() + path;
  return { id, filename, size: bytes.length, url, proxy_url: url, content_type: file.contentType, ephemeral: true };
}
