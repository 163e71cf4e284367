// Discord's markdown as its help pages and API reference describe it, one line a case: what is written, what is shown (in a short notation).
import { describe, expect, it } from "vitest";
import type { Mark } from "../../rehearsal/page/client/inline-marks.ts";
import { isJumbo, marks } from "../../rehearsal/page/client/marks.ts";

const id = "12345678901234567";

const wrap: Record<string, string> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strike: "s",
  spoiler: "spoiler",
  quote: "quote",
  small: "small",
};

/** Marks in one line: `b(...)` for bold, `¶` for a line's end, `ul[a|b]` for a list. */
function notation(list: Mark[]): string {
  return list.map(one).join("");
}

function one(mark: Mark): string {
  switch (mark.kind) {
    case "text":
      return mark.text;
    case "code":
      return `code(${mark.text})`;
    case "block":
      return `block:${mark.language}(${mark.text})`;
    case "break":
      return "¶";
    case "heading":
      return `h${mark.level}(${notation(mark.inner)})`;
    case "list":
      return `${mark.start === undefined ? "ul" : `ol${mark.start}`}[${mark.items.map(notation).join("|")}]`;
    case "link":
      return `a(${notation(mark.inner)}→${mark.href})`;
    case "user":
    case "role":
    case "channel":
      return `${mark.kind}(${mark.id})`;
    case "everyone":
    case "command":
      return `${mark.kind}(${mark.name})`;
    case "stamp":
      return `stamp(${mark.unix},${mark.style})`;
    case "emoji":
      return `emoji(${mark.text})`;
    case "custom":
      return `custom(${mark.name})`;
    case "guide":
      return `guide(${mark.to})`;
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "spoiler":
    case "quote":
    case "small":
    default:
      return `${wrap[mark.kind] ?? "?"}(${notation(mark.inner)})`;
  }
}

const cases: [string, string][] = [
  // Within a line
  ["**a**", "b(a)"],
  ["*a*", "i(a)"],
  ["_a_", "i(a)"],
  ["__a__", "u(a)"],
  ["~~a~~", "s(a)"],
  ["||a||", "spoiler(a)"],
  ["***a***", "i(b(a))"],
  ["___a___", "i(u(a))"],
  ["__*a*__", "u(i(a))"],
  ["__**a**__", "u(b(a))"],
  ["__***a***__", "u(i(b(a)))"],
  ["~~__a__~~", "s(u(a))"],
  ["**a *b* c**", "b(a i(b) c)"],
  ["*a **b** c*", "i(a b(b) c)"],
  ["||**a**||", "spoiler(b(a))"],
  ["**a\nb**", "b(a¶b)"],
  ["||a\nb||", "spoiler(a¶b)"],
  ["a_b_c", "a_b_c"],
  ["snake_case_name", "snake_case_name"],
  ["*a", "*a"],
  ["**a", "**a"],
  ["||a", "||a"],
  ["~a~", "~a~"],
  ["5 * 3 * 2", "5 * 3 * 2"],
  // Escapes
  ["\\*a\\*", "*a*"],
  ["\\_a\\_", "_a_"],
  ["¯\\_(ツ)_/¯", "¯_(ツ)_/¯"],
  [`\\<@${id}>`, `<@${id}>`],
  ["\\# a", "# a"],
  ["\\> a", "> a"],
  ["1\\. a", "1. a"],
  ["\\- a", "- a"],
  ["a\\b", "a\\b"],
  // Code
  ["`a`", "code(a)"],
  ["`**a**`", "code(**a**)"],
  ["``a`b``", "code(a`b)"],
  ["`a", "`a"],
  ["```a```", "block:(a)"],
  ["```js\na\n```", "block:js(a)"],
  ["```js```", "block:(js)"],
  ["```\n**a**\n<t:1:R>\n```", "block:(**a**\n<t:1:R>)"],
  ["a ```b``` c", "a block:(b) c"],
  // Headings and small print
  ["# a", "h1(a)"],
  ["## a", "h2(a)"],
  ["### a", "h3(a)"],
  ["#### a", "#### a"],
  ["#a", "#a"],
  ["a # b", "a # b"],
  ["# **a**", "h1(b(a))"],
  ["# a\nb", "h1(a)b"],
  ["a\n# b", "ah1(b)"],
  ["-# a", "small(a)"],
  ["-#a", "-#a"],
  // Lists
  ["- a", "ul[a]"],
  ["* a", "ul[a]"],
  ["+ a", "+ a"],
  ["-a", "-a"],
  ["- a\n- b", "ul[a|b]"],
  ["- a\n  - b", "ul[aul[b]]"],
  ["- a\n  - b\n    - c\n- d", "ul[aul[bul[c]]|d]"],
  ["1. a\n2. b", "ol1[a|b]"],
  ["3. a\n3. b", "ol3[a|b]"],
  ["1) a", "1) a"],
  ["- **a**", "ul[b(a)]"],
  ["- a\n  b", "ul[a¶b]"],
  ["1. a\n  - b\n2. c", "ol1[aul[b]|c]"],
  // Quotes
  ["> a", "quote(a)"],
  [">a", ">a"],
  ["> a\n> b", "quote(a¶b)"],
  ["> a\nb", "quote(a)b"],
  [">>> a\nb\n\nc", "quote(a¶b¶¶c)"],
  ["> > a", "quote(> a)"],
  ["> # a", "quote(h1(a))"],
  ["> - a\n> - b", "quote(ul[a|b])"],
  ["> a\n# b", "quote(a)h1(b)"],
  // Links
  ["https://e.org/a_b_c", "a(https://e.org/a_b_c→https://e.org/a_b_c)"],
  ["https://e.org.", "a(https://e.org→https://e.org)."],
  ["(https://e.org)", "(a(https://e.org→https://e.org))"],
  ["https://e.org/x_(y)", "a(https://e.org/x_(y)→https://e.org/x_(y))"],
  ["<https://e.org>", "a(https://e.org→https://e.org)"],
  ["[a](https://e.org)", "a(a→https://e.org)"],
  ["[**a**](https://e.org)", "a(b(a)→https://e.org)"],
  ["[a](<https://e.org>)", "a(a→https://e.org)"],
  ['[a](https://e.org "t")', "a(a→https://e.org)"],
  ["[a](b)", "[a](b)"],
  ["[a](javascript:b)", "[a](javascript:b)"],
  ["[https://a.org](https://b.org)", "[a(https://a.org→https://a.org)](a(https://b.org→https://b.org))"],
  ["ftp://e.org", "ftp://e.org"],
  // Mentions and places
  [`<@${id}> <@!${id}>`, `user(${id}) user(${id})`],
  [`<@&${id}>`, `role(${id})`],
  [`<#${id}>`, `channel(${id})`],
  ["<@123>", "<@123>"],
  ["@everyone @here", "everyone(@everyone) everyone(@here)"],
  [`</toque-de-queda:${id}>`, "command(toque-de-queda)"],
  [`</alertas lista todas:${id}>`, "command(alertas lista todas)"],
  ["<id:customize> <id:browse> <id:guide>", "guide(customize) guide(browse) guide(guide)"],
  [`<id:linked-roles:${id}>`, "guide(linked-roles)"],
  // Times
  ["<t:1774065600>", "stamp(1774065600,f)"],
  ["<t:1774065600:R>", "stamp(1774065600,R)"],
  ["<t:1774065600:S>", "stamp(1774065600,S)"],
  ["<t:1774065600:x>", "<t:1774065600:x>"],
  // Emoji
  ["⚪ a", "emoji(⚪) a"],
  ["at 1️⃣", "at emoji(1️⃣)"],
  ["*️⃣#️⃣", "emoji(*️⃣)emoji(#️⃣)"],
  ["🇪🇨🇺🇸", "emoji(🇪🇨)emoji(🇺🇸)"],
  ["👍🏽", "emoji(👍🏽)"],
  ["👨‍👩‍👧", "emoji(👨‍👩‍👧)"],
  ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "emoji(🏴󠁧󠁢󠁥󠁮󠁧󠁿)"],
  ["⚠️ y ⚠", "emoji(⚠️) y emoji(⚠)"],
  ["12 -> 13", "12 -> 13"],
  [`<:puerto:${id}> <a:puerto:${id}>`, "custom(puerto) custom(puerto)"],
  ["`🔴`", "code(🔴)"],
  // Spoilers over blocks
  ["||```\na\n```||", "spoiler(block:(a))"],
  ["||- a\n- b||", "spoiler(ul[a|b])"],
];

describe("Discord's markdown", () => {
  it("is tried in at least seventy ways, each once", () => {
    expect(new Set(cases.map(([source]) => source)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(70);
  });

  it.each(cases)("%j", (source, expected) => {
    expect(notation(marks(source))).toBe(expected);
  });

  it.each([
    ["🚨", true],
    ["🚨 👍🏽\n🇪🇨", true],
    [`<:puerto:${id}>`, true],
    ["🚨".repeat(30), true],
    ["🚨".repeat(31), false],
    ["🚨 a", false],
    ["# 🚨", false],
    ["**🚨**", false],
    ["", false],
    [`<@${id}>`, false],
  ])("draws %j big: %s", (source, big) => {
    expect(isJumbo(source)).toBe(big);
  });
});
