// Discord's marks become nodes; whatever a text holds, it never becomes anything else.
import { describe, expect, it } from "vitest";
import { marks, plainText } from "../../rehearsal/page/client/marks.ts";

const text = (value: string) => ({ kind: "text", text: value });

describe("marks within a line", () => {
  it.each([
    ["**b**", "bold"],
    ["*i*", "italic"],
    ["_i_", "italic"],
    ["__u__", "underline"],
    ["~~s~~", "strike"],
    ["||p||", "spoiler"],
  ])("%s is %s", (source, kind) => {
    expect(marks(source)).toEqual([{ kind, inner: [text(source.replace(/[*_~|]/gu, ""))] }]);
  });

  it("reads code, escapes and nested marks", () => {
    expect(marks("`a *b*` \\*c\\* ***d***")).toEqual([
      { kind: "code", text: "a *b*" },
      text(" *c* "),
      { kind: "italic", inner: [{ kind: "bold", inner: [text("d")] }] },
    ]);
  });

  it("reads mentions of users, roles, channels, commands and everyone", () => {
    const id = "12345678901234567";
    expect(marks(`<@${id}><@!${id}><@&${id}><#${id}></curfew:${id}>@everyone @here`)).toEqual([
      { kind: "user", id },
      { kind: "user", id },
      { kind: "role", id },
      { kind: "channel", id },
      { kind: "command", name: "curfew" },
      { kind: "everyone", name: "@everyone" },
      text(" "),
      { kind: "everyone", name: "@here" },
    ]);
  });

  it("reads stamps of all nine styles and leaves a wrong one as text", () => {
    for (const style of ["t", "T", "d", "D", "f", "F", "s", "S", "R"]) {
      expect(marks(`<t:1774065600:${style}>`)).toEqual([
        { kind: "stamp", unix: 1_774_065_600, style, raw: `<t:1774065600:${style}>` },
      ]);
    }
    expect(marks("<t:-5>")).toEqual([{ kind: "stamp", unix: -5, style: "f", raw: "<t:-5>" }]);
    expect(marks("<t:1774065600:x>")).toEqual([text("<t:1774065600:x>")]);
  });

  it("links only the web's addresses", () => {
    expect(marks("[board](https://e.org/a_b_c) and https://e.org/x.")).toEqual([
      { kind: "link", href: "https://e.org/a_b_c", inner: [text("board")] },
      text(" and "),
      { kind: "link", href: "https://e.org/x", inner: [text("https://e.org/x")] },
      text("."),
    ]);
    const wicked = "[press](javascript:alert(1)) [or](data:text/html,x)";
    expect(JSON.stringify(marks(wicked))).not.toContain('"link"');
    expect(plainText(wicked)).toContain("javascript:alert(1)");
  });

  it("keeps HTML, hours and names with underscores as text", () => {
    for (const source of ["<script>alert(1)</script>", "23:00-05:00 daily", "snake_case_name"]) {
      expect(marks(source)).toEqual([text(source)]);
    }
  });
});

describe("blocks", () => {
  it("reads headings, small print and what follows without an empty line", () => {
    expect(marks("# One\n### Three\n-# small\ntext\n\nmore")).toEqual([
      { kind: "heading", level: 1, inner: [text("One")] },
      { kind: "heading", level: 3, inner: [text("Three")] },
      { kind: "small", inner: [text("small")] },
      text("text"),
      { kind: "break" },
      { kind: "break" },
      text("more"),
    ]);
    expect(marks("#no heading")).toEqual([text("#no heading")]);
  });

  it("reads nested and numbered lists", () => {
    expect(marks("before\n2. a\n3. b\n  - c\n- d")).toEqual([
      text("before"),
      {
        kind: "list",
        start: 2,
        items: [[text("a")], [text("b"), { kind: "list", start: undefined, items: [[text("c")]] }]],
      },
      { kind: "list", start: undefined, items: [[text("d")]] },
    ]);
  });

  it("reads quotes, with a heading right behind them", () => {
    expect(marks("> a\n> b\n# H")).toEqual([
      { kind: "quote", inner: [text("a"), { kind: "break" }, text("b")] },
      { kind: "heading", level: 1, inner: [text("H")] },
    ]);
    expect(marks(">>> a\n- b")).toEqual([
      { kind: "quote", inner: [text("a"), { kind: "list", start: undefined, items: [[text("b")]] }] },
    ]);
  });

  it("reads code blocks, also within a line, and marks nothing inside", () => {
    expect(marks("see ```js\n**x** <t:1:R>\n``` there")).toEqual([
      text("see "),
      { kind: "block", language: "js", text: "**x** <t:1:R>" },
      text(" there"),
    ]);
    expect(marks("an open ``` end")).toEqual([text("an open ``` end")]);
  });

  it("stays quick with the longest text that is only signs", () => {
    // A rule that tries again at each sign would need minutes here.
    for (const sign of ["*", "`", "> ", "- ", "[", "|", "_", "<t:", "```\n", "https://", "1. \n"]) {
      const source = sign.repeat(Math.floor(4096 / sign.length));
      expect(plainText(source).length).toBeLessThanOrEqual(source.length);
    }
  }, 10_000);

  it("gives plain words for previews", () => {
    expect(plainText("# Plan\n**Now**: go\n- a\n- b")).toBe("Plan Now: go a b");
  });
});
