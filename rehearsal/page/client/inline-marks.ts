// Discord's marks within a line, by discord-markdown-parser with a few rules of ours. Pure: text in, nodes out; it must never make HTML.
// Guesses, from what clients are seen to do and nobody documents: a masked link whose label is a link itself, or empty, is not masked;
// © ® ™ stay text; `:name:` written by a bot stays text.
import { SimpleMarkdown, rulesExtended } from "discord-markdown-parser";
import { emojiRules } from "./emoji.ts";
import type { StampStyle } from "./stamps.ts";

/** A piece of a message's text. */
export type Mark =
  | { kind: "text" | "code"; text: string }
  | { kind: "bold" | "italic" | "underline" | "strike" | "spoiler" | "quote" | "small"; inner: Mark[] }
  | { kind: "heading"; level: number; inner: Mark[] }
  | { kind: "block"; language: string; text: string }
  | { kind: "list"; start: number | undefined; items: Mark[][] }
  | { kind: "link"; href: string; inner: Mark[] }
  | { kind: "user" | "role" | "channel"; id: string }
  | { kind: "everyone"; name: string }
  | { kind: "command"; name: string }
  | { kind: "stamp"; unix: number; style: StampStyle; raw: string }
  | { kind: "emoji"; text: string }
  | { kind: "custom"; name: string }
  | { kind: "guide"; to: GuidePlace }
  | { kind: "break" };

/** Places of a server that `<id:...>` leads to. */
export type GuidePlace = "customize" | "browse" | "guide" | "linked-roles";

const original = rulesExtended;

function rule(name: string) {
  const found = original[name];
  if (found === undefined) throw new Error(`discord-markdown-parser has no rule "${name}"`);
  return found;
}

const kept = [
  "escape",
  "autolink",
  "em",
  "strong",
  "underline",
  "strikethrough",
  "inlineCode",
  "br",
  "spoiler",
  "user",
  "channel",
  "role",
  "emoji",
  "everyone",
  "here",
  "slashCommand",
  "link",
];

/** A bare address, without the sign that ends its sentence, and without a closing bracket that it did not open. */
function bareAddress(source: string): string | undefined {
  const found = /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/u.exec(source)?.[0];
  if (found === undefined) return undefined;
  let address = found;
  while (address.endsWith(")") && address.split(")").length > address.split("(").length) address = address.slice(0, -1);
  return address;
}

// Blocks are cut before (marks.ts).
const parser = SimpleMarkdown.parserFor({
  ...Object.fromEntries(kept.map((name) => [name, rule(name)])),
  ...emojiRules,
  url: {
    ...rule("url"),
    match: (source) => {
      const address = bareAddress(source);
      // What follows counts: the parser goes on behind the whole capture.
      return address === undefined ? null : Object.assign([address, address], { index: 0, input: source });
    },
  },
  guide: {
    order: rule("timestamp").order,
    match: (source) => /^<id:(customize|browse|guide|linked-roles)(?::\d{17,20})?>/u.exec(source),
    parse: (capture) => ({ to: capture[1] }),
  },
  timestamp: {
    // The parser's own rule does not know the styles s and S.
    order: rule("timestamp").order,
    match: (source) => /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/u.exec(source),
    parse: (capture) => ({ unix: Number(capture[1]), style: capture[2] ?? "f", raw: capture[0] }),
  },
});

const wrappers = new Map<string, "bold" | "italic" | "underline" | "strike" | "spoiler">([
  ["strong", "bold"],
  ["em", "italic"],
  ["underline", "underline"],
  ["strikethrough", "strike"],
  ["spoiler", "spoiler"],
]);

const styles: Record<string, StampStyle> = { t: "t", T: "T", d: "d", D: "D", f: "f", F: "F", s: "s", S: "S", R: "R" };

const places: Record<string, GuidePlace> = {
  customize: "customize",
  browse: "browse",
  guide: "guide",
  "linked-roles": "linked-roles",
};

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const words = (value: unknown): string => (typeof value === "string" ? value : "");

function many(value: unknown): Mark[] {
  if (typeof value === "string") return [{ kind: "text", text: value }];
  if (!Array.isArray(value)) return [];
  return joined(value.filter(isRaw).flatMap(one));
}

const isWeb = (href: string): boolean => /^https?:\/\//iu.test(href) && URL.canParse(href);

/** Whether a label would pass itself off as an address, or leave nothing to press. */
const misleads = (label: Mark[]): boolean => label.length === 0 || label.some((mark) => mark.kind === "link");

/** Only the web's own addresses become links; anything else (javascript:, data:) stays text. */
function link(node: Raw): Mark[] {
  const href = words(node["target"]);
  const inner = many(node["content"]);
  const masked = node["type"] === "link";
  if (isWeb(href) && !(masked && misleads(inner))) return [{ kind: "link", href, inner }];
  if (!masked) return [{ kind: "text", text: href }];
  const address: Mark = isWeb(href)
    ? { kind: "link", href, inner: [{ kind: "text", text: href }] }
    : { kind: "text", text: href };
  return [{ kind: "text", text: "[" }, ...inner, { kind: "text", text: "](" }, address, { kind: "text", text: ")" }];
}

function one(node: Raw): Mark[] {
  const type = words(node["type"]);
  const wrapper = wrappers.get(type);
  if (wrapper !== undefined) return [{ kind: wrapper, inner: many(node["content"]) }];
  if (type === "user" || type === "role" || type === "channel") return [{ kind: type, id: words(node["id"]) }];
  if (type === "everyone" || type === "here") return [{ kind: "everyone", name: `@${type}` }];
  if (type === "url" || type === "autolink" || type === "link") return link(node);
  if (type === "br") return [{ kind: "break" }];
  if (type === "inlineCode") return [{ kind: "code", text: words(node["content"]) }];
  if (type === "emoji") return [{ kind: "custom", name: words(node["name"]) }];
  if (type === "twemoji") return [{ kind: "emoji", text: words(node["name"]) }];
  if (type === "guide") return [{ kind: "guide", to: places[words(node["to"])] ?? "guide" }];
  if (type === "slashCommand") return [{ kind: "command", name: words(node["fullName"]) }];
  if (type === "timestamp")
    return [
      {
        kind: "stamp",
        unix: Number(node["unix"]),
        style: styles[words(node["style"])] ?? "f",
        raw: words(node["raw"]),
      },
    ];
  return many(node["content"]);
}

/** The parser cuts text at every sign; joined again it is one text node, as a screen reader wants it. */
function joined(marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (mark.kind === "text" && last?.kind === "text")
      out[out.length - 1] = { kind: "text", text: last.text + mark.text };
    else out.push(mark);
  }
  return out;
}

/** The marks of some text without blocks (line breaks are kept). What the parser cannot read is shown as it was written. */
export function inlineMarks(text: string): Mark[] {
  if (text === "") return [];
  try {
    return joined(many(parser(text, { inline: true })));
  } catch (error) {
    // Thousands of nested stars overflow the parser's stack: one such message must not blank the page.
    if (error instanceof RangeError) return [{ kind: "text", text }];
    throw error;
  }
}
