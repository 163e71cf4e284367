// What a message's file is, and how big, in words. Pure.
import type { APIAttachment } from "discord-api-types/v10";
import { spoilerFile } from "./kinds.ts";

export type FileKind = "picture" | "text" | "other";

type Named = Pick<APIAttachment, "filename" | "content_type">;

const pictureNames = /\.(?:png|jpe?g|gif|webp|svg|avif)$/iu;
/** What is shown by its first lines. Discord previews many more kinds; these are the ones a bot of this sort sends. */
const textNames = /\.(?:csv|tsv|json|jsonl|geojson|txt|log|md|ya?ml|xml|ics)$/iu;
const textTypes = /^(?:text\/(?!html)|application\/(?:json|geo\+json|x-ndjson|xml|yaml)\b)/iu;

/** The type that was sent with a file counts, then its name's ending. */
export function fileKind({ filename, content_type: type }: Named): FileKind {
  const told = type === undefined || type === "" || type === "application/octet-stream" ? undefined : type;
  if (told === undefined ? pictureNames.test(filename) : told.startsWith("image/")) return "picture";
  if (textNames.test(filename) || (told !== undefined && textTypes.test(told))) return "text";
  return "other";
}

/** Hidden until it is pressed: by its name, as Discord's clients do, or by its flag. */
export function isSpoilerFile({ filename, flags }: Pick<APIAttachment, "filename" | "flags">): boolean {
  return filename.startsWith("SPOILER_") || ((flags ?? 0) & spoilerFile) !== 0;
}

/** "900 bytes", "47.1 KB", "2 MB", in the reader's language. Discord counts 1,024 to the KB. */
export function fileSize(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  if (bytes < 1024) return `${format.format(bytes)} bytes`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${format.format(kilo)} KB` : `${format.format(kilo / 1024)} MB`;
}

/** The first lines of a text and how many more there are. An end of line at the very end begins no line. */
export function firstLines(text: string, most: number): { shown: string; more: number } {
  const lines = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "").split("\n");
  return { shown: lines.slice(0, most).join("\n"), more: Math.max(0, lines.length - most) };
}
