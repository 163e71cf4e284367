// A message's text as Discord reads it: blocks first (code, quotes, headings, lists), then marks within lines. Pure; it must never make HTML.
import { inlineMarks } from "./inline-marks.ts";
import type { Mark } from "./inline-marks.ts";

const fence = /^```(?:([\w+#.-]*)\n)?([\s\S]+?)```\n?/u;
const longQuote = /^>>> ([\s\S]*)$/u;
const quote = /^(?:> [^\n]*(?:\n|$))+/u;
const heading = /^(#{1,3}) +([^\n]+)(?:\n|$)/u;
const small = /^-# +([^\n]+)(?:\n|$)/u;
const item = /^( *)([-*]|\d{1,9}\.) +(\S[^\n]*)$/u;
const list =
  /^ {0,3}(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n|$)(?: *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n|$)| {2,}\S[^\n]*(?:\n|$))*/u;

interface Line {
  indent: number;
  number: number | undefined;
  text: string;
}

/** Lines of a list; an indented line without a sign of its own belongs to the item above it. */
function listLines(source: string): Line[] {
  const lines: Line[] = [];
  for (const raw of source.split("\n")) {
    const found = item.exec(raw);
    const last = lines.at(-1);
    if (found !== null) {
      const number = /^\d/u.test(found[2] ?? "") ? Number.parseInt(found[2] ?? "", 10) : undefined;
      lines.push({ indent: (found[1] ?? "").length, number, text: found[3] ?? "" });
    } else if (last !== undefined && raw.trim() !== "") last.text += `\n${raw.trim()}`;
  }
  return lines;
}

function lists(lines: Line[]): Mark[] {
  const out: Mark[] = [];
  const base = lines[0]?.indent ?? 0;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    let end = at + 1;
    while ((lines[end]?.indent ?? base) > base) end += 1;
    const entry = [...inlineMarks(line.text), ...lists(lines.slice(at + 1, end))];
    const last = out.at(-1);
    const sameSign = last?.kind === "list" && (last.start === undefined) === (line.number === undefined);
    if (last?.kind === "list" && sameSign) last.items.push(entry);
    else out.push({ kind: "list", start: line.number, items: [entry] });
    at = end;
  }
  return out;
}

/** One block at the very start of `source`, with how many characters it took; undefined where plain text begins. */
function blockAt(source: string, quoted: boolean): { mark: Mark[]; length: number } | undefined {
  const code = fence.exec(source);
  if (code !== null) {
    return {
      mark: [{ kind: "block", language: code[1] ?? "", text: (code[2] ?? "").replace(/^\n+|\s+$/gu, "") }],
      length: code[0].length,
    };
  }
  const hidden = blockSpoiler.exec(source);
  if (hidden !== null) {
    return { mark: [{ kind: "spoiler", inner: blocks((hidden[1] ?? "").trim(), quoted) }], length: hidden[0].length };
  }
  const long = quoted ? null : longQuote.exec(source);
  if (long !== null) return { mark: [{ kind: "quote", inner: blocks(long[1] ?? "", true) }], length: source.length };
  const short = quoted ? null : quote.exec(source);
  if (short !== null) {
    const inner = short[0].replace(/\n$/u, "").replace(/^> /gmu, "");
    return { mark: [{ kind: "quote", inner: blocks(inner, true) }], length: short[0].length };
  }
  const head = heading.exec(source);
  if (head !== null) {
    const level = head[1]?.length ?? 1;
    return { mark: [{ kind: "heading", level, inner: inlineMarks(head[2] ?? "") }], length: head[0].length };
  }
  const note = small.exec(source);
  if (note !== null) return { mark: [{ kind: "small", inner: inlineMarks(note[1] ?? "") }], length: note[0].length };
  const entries = list.exec(source);
  if (entries !== null) return { mark: lists(listLines(entries[0])), length: entries[0].length };
  return undefined;
}

/** A spoiler over several blocks: the signs within would otherwise be taken for a quote's or a list's line before it is closed. */
const blockSpoiler = /^\|\|((?:\n|```|> |#{1,3} |[-*] |\d+\. )[\s\S]*?)\|\|(?:\n|$)/u;

/** Up to and with the next line's end, or to a code block that opens within the line. */
function plainLength(source: string): number {
  const end = source.indexOf("\n");
  const line = end < 0 ? source.length : end + 1;
  const opens = source.slice(0, line).indexOf("```", 1);
  return opens > 0 && fence.test(source.slice(opens)) ? opens : line;
}

function blocks(source: string, quoted: boolean): Mark[] {
  const out: Mark[] = [];
  let rest = source;
  let plain = "";
  const flush = (): void => {
    // The line end before a block is the block's own edge, not an empty line.
    out.push(...inlineMarks(plain.replace(/\n$/u, "")));
    plain = "";
  };
  while (rest !== "") {
    const block = blockAt(rest, quoted);
    if (block !== undefined) flush();
    if (block !== undefined) out.push(...block.mark);
    const length = block?.length ?? plainLength(rest);
    if (block === undefined) plain += rest.slice(0, length);
    rest = rest.slice(length);
  }
  flush();
  return out;
}

// Messages are drawn again each second while the world's clock runs; their text rarely changes.
const known = new Map<string, Mark[]>();

/** The marks of a message's or an embed's text. */
export function marks(text: string): Mark[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > 2000) known.clear();
  const made = blocks(text.trim(), false);
  known.set(text, made);
  return made;
}

/** Most emoji that Discord still draws big; a guess, as clients do today. */
const mostJumbo = 30;

/** Whether a message is nothing but a few emoji, which Discord draws big. */
export function isJumbo(text: string): boolean {
  const list = marks(text);
  const emoji = list.filter((mark) => mark.kind === "emoji" || mark.kind === "custom").length;
  const rest = list.every(
    (mark) =>
      mark.kind === "emoji" ||
      mark.kind === "custom" ||
      mark.kind === "break" ||
      (mark.kind === "text" && mark.text.trim() === ""),
  );
  return emoji > 0 && emoji <= mostJumbo && rest;
}

/** The text without its marks, for one-line previews and announcements. Stamps and mentions are left out: they need a reader. */
export function plainText(source: string): string {
  const flat = (mark: Mark): string => {
    if (mark.kind === "list") return ` ${mark.items.map((entry) => entry.map(flat).join("")).join(" ")} `;
    if ("text" in mark) return mark.kind === "block" ? ` ${mark.text} ` : mark.text;
    if (mark.kind === "quote" || mark.kind === "heading" || mark.kind === "small") {
      return ` ${mark.inner.map(flat).join("")} `;
    }
    if ("inner" in mark) return mark.inner.map(flat).join("");
    if (mark.kind === "break") return " ";
    if (mark.kind === "custom") return `:${mark.name}:`;
    return "name" in mark ? mark.name : "…";
  };
  return marks(source).map(flat).join("").replace(/\s+/gu, " ").trim();
}
