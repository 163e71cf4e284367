// What a phone's lock screen shows of a message. Pure. Known (Discord's docs, platform.md): only `content` is shown, embeds are not;
// private answers notify nobody; silent messages make no sound. Guesses, all else: marks taken off, lines joined with a space, list signs as
// bullets, times as their raw code, spoilers blacked out, masked links as their label, what stands in for a message without text, and
// the cuts at 40 and 80 characters (phones count widths). It must never show more than a phone would.
import type { ShownMessage } from "../../contract.ts";
import type { Mark } from "./inline-marks.ts";
import { Flag, MessageKind } from "./kinds.ts";
import { marks } from "./marks.ts";

/** Who is meant by the ids in a text. */
export interface Names {
  user: (id: string) => string;
  role: (id: string) => string;
  channel: (id: string) => string;
  place: (to: "customize" | "browse" | "guide" | "linked-roles") => string;
}

/** Where the cuts fall, in characters as people count them. */
export const narrow = 40;
export const wide = 80;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const signs = (text: string): string[] => Array.from(segmenter.segment(text), (part) => part.segment);

function flat(list: Mark[], names: Names): string {
  return list.map((mark) => said(mark, names)).join("");
}

function listed(mark: Extract<Mark, { kind: "list" }>, names: Names): string {
  return mark.items
    .map((entry, at) => `\n${mark.start === undefined ? "•" : `${mark.start + at}.`} ${flat(entry, names)}`)
    .join("");
}

function said(mark: Mark, names: Names): string {
  switch (mark.kind) {
    case "text":
    case "code":
    case "emoji":
      return mark.text;
    case "block":
      return `\n${mark.text}\n`;
    case "break":
      return "\n";
    case "list":
      return listed(mark, names);
    case "user":
      return `@${names.user(mark.id)}`;
    case "role":
      return names.role(mark.id);
    case "channel":
      return `#${names.channel(mark.id)}`;
    case "guide":
      return names.place(mark.to);
    case "command":
      return `/${mark.name}`;
    case "everyone":
      return mark.name;
    case "custom":
      return `:${mark.name}:`;
    case "stamp":
      return mark.raw;
    case "spoiler":
      return "█".repeat(signs(flat(mark.inner, names)).length);
    case "quote":
    case "heading":
    case "small":
      return `\n${flat(mark.inner, names)}\n`;
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "link":
    default:
      return flat(mark.inner, names);
  }
}

/** A message's text as one plain line. */
export function lockText(content: string, names: Names): string {
  return flat(marks(content), names).replace(/\s+/gu, " ").trim();
}

/** A line cut at both marks; `beyond` is what no phone shows. */
export interface Cut {
  first: string;
  second: string;
  beyond: string;
  /** How many characters are beyond. */
  lost: number;
}

export function cutLine(line: string): Cut {
  const all = signs(line);
  return {
    first: all.slice(0, narrow).join(""),
    second: all.slice(narrow, wide).join(""),
    beyond: all.slice(wide).join(""),
    lost: Math.max(0, all.length - wide),
  };
}

const notifying = new Set<number>([MessageKind.plain, MessageKind.reply, MessageKind.slash, MessageKind.contextMenu]);

/** Whether a message reaches a reader's phone at all. */
export function lightsUp(shown: ShownMessage, readerId: string): boolean {
  const { message, ephemeralFor } = shown;
  const thinking = ((message.flags ?? 0) & Flag.loading) !== 0;
  return ephemeralFor === undefined && !thinking && notifying.has(message.type) && message.author.id !== readerId;
}

/** What stands in for a text that is not there: a file is told before an embed. */
export function standIn({ message }: ShownMessage): "file" | "embed" | "other" {
  if (message.attachments.length > 0) return "file";
  return message.embeds.length > 0 ? "embed" : "other";
}
