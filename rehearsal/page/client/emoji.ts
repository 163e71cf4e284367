// Unicode emoji in a text and the name of the graphic that draws each (Twemoji's file names). Pure: it draws nothing and asks for nothing.
import { rulesExtended, SimpleMarkdown } from "discord-markdown-parser";

/** A text cut at its emoji. */
export type EmojiPart = { kind: "text"; text: string } | { kind: "emoji"; text: string };

const emoji = rulesExtended["twemoji"];
const plain = rulesExtended["text"];
if (emoji === undefined || plain === undefined)
  throw new Error("discord-markdown-parser has no rules for emoji and text");

/** Up to the next sign that may begin something. A keycap begins with a digit, which the parser's own rule would take for text. */
const textRule: typeof plain = {
  ...plain,
  match: (source) => /^[\s\S]+?(?=[^0-9A-Za-z\s]|[0-9]\ufe0f?\u20e3|\n|\w+:\S|$)/u.exec(source),
};

/** The parser's rules for emoji and for the text between them. */
export const emojiRules = { twemoji: emoji, text: textRule };

const parser = SimpleMarkdown.parserFor(emojiRules);

/** A label cut at its emoji: labels of buttons and menus hold no other marks. */
export function emojiParts(label: string): EmojiPart[] {
  const out: EmojiPart[] = [];
  if (label === "") return out;
  for (const node of parser(label, { inline: true })) {
    const isEmoji = node["type"] === "twemoji";
    const text = String(isEmoji ? node["name"] : node["content"]);
    const last = out.at(-1);
    if (!isEmoji && last?.kind === "text") last.text += text;
    else out.push({ kind: isEmoji ? "emoji" : "text", text });
  }
  return out;
}

/** Twemoji's name for an emoji: its code points in hex. The sign that asks for a picture (FE0F) counts only in joined emoji. */
export function emojiCode(text: string): string {
  const bare = text.includes("\u200d") ? text : text.replaceAll("\ufe0f", "");
  return Array.from(bare, (sign) => (sign.codePointAt(0) ?? 0).toString(16)).join("-");
}

const pale = new Set(
  "26aa 2b1c 2754 2755 25fb 25fd 25ab 1f90d 1f3f3 1f4ac 1f4ad 2601 1f5e8 1f441 1f47b 1f480 2620".split(" "),
);
const dark = new Set("26ab 2b1b 25fc 25fe 25aa 1f5a4 1f3f4 2714 2716 2795 2796 2797 27b0 1f576 1f4a3".split(" "));

/** Graphics that nearly vanish on a white or on a black page and are drawn with an edge there. */
export function faintOn(code: string): "light" | "dark" | undefined {
  if (pale.has(code)) return "light";
  return dark.has(code) ? "dark" : undefined;
}
