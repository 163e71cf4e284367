// What others wrote must come out as words, whatever they put in: read back with the parser that the rehearsal's page uses.
import { assert, constantFrom, property, string } from "fast-check";
import { parse } from "discord-markdown-parser";
import { describe, expect, it } from "vitest";
import { escape, masked } from "../../src/views/escape.ts";

const SIGNS = Array.from("*_~`|[]()<>@#-\\ \n1.:/&!abthe\u202E\u200B");

interface Node {
  type: string;
  content?: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

/** Types of everything but text, and the text as a reader sees it. */
function read(text: string): { types: string[]; words: string } {
  const types: string[] = [];
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      if (value.type !== "text") types.push(value.type);
      if (typeof value.content === "string") words.push(value.content);
      else visit(value.content);
    }
  };
  visit(parse(text, "normal"));
  return { types, words: words.join("") };
}

describe("escape", () => {
  it("leaves alone only what its rules would leave alone", () => {
    // One sign that every rule looks at makes the whole text go through the rules: without it the words must come out the same.
    const plain = Array.from("abzAZ019áñÜ ,.;()'-\u00D7\u00F7\u00AD:@#>_\n");
    assert(
      property(string({ unit: constantFrom(...plain) }), (text) => {
        const ruled = escape(`${text}\u200E`);
        return escape(text) === ruled;
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["**bold** and _slanted_ and __under__ and ~~gone~~ and `code` and ||hidden||"],
    ["# heading"],
    ["> quote"],
    ["- item"],
    ["-# small print"],
    ["1. first"],
    ["[click](https://example.org/x)"],
    ["<@123456789012345678> <@&123456789012345678> <#123456789012345678> <t:1774065600:R> <:a:123456789012345678>"],
    ["see https://example.org/a_b_c and http://example.org"],
    ["<https://example.org>"],
    ["a \\* b \\\\"],
  ])("shows %s as it was written and nothing more", (text) => {
    const seen = read(escape(text));
    expect(seen.types).toEqual([]);
    expect(seen.words.replaceAll("\u200B", "")).toBe(text);
  });

  it("leaves ordinary names alone", () => {
    for (const name of [
      "Santo Domingo de los Tsáchilas",
      "Decreto Ejecutivo 329",
      "EE. UU. (OFAC), 6 June",
      "García-Ñ",
      "15-30 March",
    ])
      expect(escape(name)).toBe(name);
  });

  it("breaks mentions of everyone before Discord can read them", () => {
    expect(escape("@everyone @here @someone")).toBe("@\u200Beveryone @\u200Bhere @someone");
    expect(escape("<@&123456789012345678>")).toBe(String.raw`\<@` + "\u200B&123456789012345678>");
    expect(escape("@every\u202Eone")).toBe("@\u200Beveryone");
    expect(escape("@every\u00ADone")).toBe("@\u200Beveryone");
  });

  it("makes one line, without signs that turn or hide text", () => {
    expect(escape(" a\r\nb\u2028c\u2029d\u0085e\tf ")).toBe("a b c d e f");
    expect(escape("curfew \u202Eoff\u202C \u2066now\u2069\u200F")).toBe("curfew off now");
  });

  it("lets no text become anything but text", () => {
    const nasty = string({ unit: constantFrom(...SIGNS) });
    assert(
      property(nasty, (text) => {
        const shown = escape(text);
        expect(shown).not.toMatch(/[\n\r\u202E]/);
        expect(read(shown).types.filter((type) => type !== "br")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("masked", () => {
  it("keeps the words from ending the link, and the address from ending it early", () => {
    const text = masked("a](http://evil.example) b", "https://example.org/x_(y)?q=1");
    expect(text).toBe(String.raw`[a\](http:\//evil.example) b](https://example.org/x_%28y%29?q=1)`);
  });
});
