import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "../../../src/text/typed/clean.ts";

const line = (text: string) => {
  const read = cleanLine(text, 4000);
  return read.is === "text" ? read.text : read.is;
};
const text = (typed: string) => {
  const read = cleanText(typed, 4000);
  return read.is === "text" ? read.text : read.is;
};

/** Written out from Unicode's own lists, not from the code: what sets a direction, and what has no width and no use in words. */
const TURNING = [0x200e, 0x200f, 0x061c, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];
const UNSEEN = [0x00, 0x07, 0x1b, 0x7f, 0x9f, 0xad, 0x200b, 0x2060, 0x2061, 0xfeff, 0xfff9, 0xfffe, 0xe0041, 0x1d173];
const sign = (code: number) => String.fromCodePoint(code);

describe("one line", () => {
  it.each([...TURNING, ...UNSEEN].map((code) => [code.toString(16)]))("never holds U+%s", (hex) =>
    expect(line(`3 ki${sign(parseInt(hex, 16))}lled`)).toBe("3 killed"),
  );

  it.each([
    ["Los  Lobos\t(Ecuador)", "Los Lobos (Ecuador)"],
    [" \u00a0uno\r\ndos\u2028tres\u0085cuatro\vcinco \u3000", "uno dos tres cuatro cinco"],
    ["e\u0301 \u212b", "é Å"],
    ["a\ud800b\udc00c\ud83d\ude00", "abc😀"],
    ["blank\u3164\u2800letters", "blank letters"],
  ])("%j is %j", (typed, read) => expect(line(typed)).toBe(read));

  it.each([
    ["a family", "👩‍👩‍👧"],
    ["a flag of parts", "🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇪🇨"],
    ["a colour of skin", "👩🏽‍🚒 ❤️ 1️⃣"],
    ["Persian", "می‌خواهم"],
    ["Hindi", "क्‍ष"],
    ["Sinhala", "ශ්‍රී"],
    ["Arabic and Hebrew", "قال المتحدث שלום"],
    ["an ideograph with its variant", "葛󠄀"],
  ])("keeps %s as it was written", (_, typed) => expect(line(typed)).toBe(typed.normalize("NFC")));

  it.each([
    ["a joiner between Latin letters", "pay\u200dpal \u200cok", "paypal ok"],
    ["joiners in a row", "می\u200c\u200c\u200cخواهم", "می\u200cخواهم"],
    ["tags that are no flag", "hi\u{e0068}\u{e0069}", "hi"],
    ["a message in variations", "x\ufe00\ufe01\ufe02\u{e0101}\u{e0102}", "x\ufe00"],
  ])("takes out %s", (_, typed, read) => expect(line(typed)).toBe(read));

  it.each(["", "  \n\t ", "\u200b\u200e", "\u3164", "\ufe0f", "\u0301", "\ud800"])("is empty: %j", (typed) => {
    expect(cleanLine(typed, 10)).toEqual({ is: "empty" });
    expect(cleanText(typed, 10)).toEqual({ is: "empty" });
  });

  it("is never cut: too long is told with both lengths, after what is not seen was taken out", () => {
    expect(cleanLine(`${"\u200b".repeat(50)}${"a".repeat(10)}`, 10)).toEqual({ is: "text", text: "a".repeat(10) });
    expect(cleanLine("a".repeat(11), 10)).toEqual({ is: "too-long", length: 11, max: 10 });
    expect(cleanText("😀".repeat(6), 10)).toEqual({ is: "too-long", length: 12, max: 10 });
  });
});

describe("a text of several lines", () => {
  it("keeps its lines, with at most one empty one between them", () =>
    expect(text("  one \r\n\r\n \r\n\n two\u2028three  four\n")).toBe("one\n\ntwo\nthree four"));
});

/** Letters, and everything that could do harm, close together. */
const pasted = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(
          ...TURNING,
          ...UNSEEN,
          0x200c,
          0x200d,
          0xfe0f,
          0xfe00,
          0xe0100,
          0x1f469,
          0x1f3f4,
          0xe0067,
          0xe007f,
        )
        .map(sign),
      fc.constantFrom("a", "é", "e\u0301", "م", "क्", "葛", "\n", "\r", " ", "\ud800", "\udc00", "👩🏽", "\u3164"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("whatever is pasted", () => {
  it("comes out well formed, composed, without anything that turns a sentence round, and the same when cleaned again", () => {
    fc.assert(
      fc.property(pasted, (typed) => {
        for (const clean of [line, text]) {
          const read = clean(typed);
          expect(read.isWellFormed()).toBe(true);
          expect(read).toBe(read.normalize("NFC"));
          expect(read).toBe(read.trim());
          for (const code of TURNING) expect(read).not.toContain(sign(code));
          expect(clean(read)).toBe(read);
        }
        expect(line(typed)).not.toMatch(/[\n\r\t]| {2}/);
        expect(text(typed)).not.toMatch(/\r|\n{3}/);
      }),
      { numRuns: 2000 },
    );
  });

  it("loses no letter and no figure", () => {
    const written = /[\p{L}\p{N}]/gu;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
        const before = typed.normalize("NFC").replaceAll(/[\u3164\uffa0\u115f\u1160]/gu, "");
        expect((line(typed).match(written) ?? []).join("")).toBe(
          line(typed) === "empty" ? "empty" : (before.match(written) ?? []).join(""),
        );
      }),
    );
  });
});
