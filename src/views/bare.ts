// Text to be pasted elsewhere: an article, WhatsApp, a form. No markdown, no mention, no Discord timestamp; it says what the message said and no less.
// Never for a message that stays in Discord: names of others are not made harmless here.
import { breakLine } from "./fit.ts";

/** Discord's limit of a message. */
const LIMIT = 2000;

/** A line of ours without what only Discord understands. Throws on a timestamp: pasted it would be code, and nobody's hour. */
export function bare(line: string): string {
  if (/<t:-?\d/.test(line)) throw new RangeError(`a Discord timestamp cannot be pasted: ${line}`);
  return line
    .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(https?:[^)\s]*\)/g, "$1")
    .replaceAll(/(?<!\\)(?:\*\*|~~)/g, "")
    .replaceAll(/\\([\\*_~`|[\]<>#+.):/-]|(?=\d))/g, "$1")
    .replaceAll("@\u200B", "@")
    .replaceAll(/<(?=[@#:a/]|id:)/g, "‹");
}

/** Whole lines in as few messages as hold them; a line longer than a message is broken at a space. */
export function pages(lines: readonly string[]): string[] {
  const all: string[] = [];
  for (const line of lines.flatMap((one) => breakLine(one, LIMIT))) {
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LIMIT) all[all.length - 1] = `${last}\n${line}`;
    else all.push(line);
  }
  return all;
}
