// Marks as people type them back: every writing of one finds it, and what is none is told apart.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash, mark } from "../../src/domain/id.ts";
import { readMark } from "../../src/domain/mark.ts";

describe("a mark that somebody types", () => {
  it("is read whatever its case, signs and white space, and with the letters that look like figures", () => {
    const confused = { "0": ["0", "O", "o"], "1": ["1", "I", "i", "L", "l"] };
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.constantFrom("", "#"),
        fc.constantFrom("-", "", " ", "–", "‑"),
        (text, seed, sign, dash) => {
          const own = mark(hash(text));
          const typed = Array.from(own)
            .map((letter, i) => {
              if (letter === "-") return dash;
              const ways = letter === "0" || letter === "1" ? confused[letter] : [letter, letter.toLowerCase()];
              return ways[(seed + i) % ways.length];
            })
            .join("");
          expect(readMark(` ${sign}${typed} `)).toEqual({ mark: own, part: 1 });
          expect(readMark(`${sign}${typed}.2`)).toEqual({ mark: own, part: 2 });
        },
      ),
    );
  });

  it("is none where a letter is missing, too many, or is the one that base32 leaves out", () => {
    for (const typed of [
      "",
      "#",
      "7K3Q-9M2",
      "7K3Q-9M2D5",
      "7K3Q-9M2U",
      "7K3Q-9M2D.0",
      "7K3Q-9M2D.",
      "guayas",
      "7K3Q_9M2D",
    ])
      expect(readMark(typed)).toBeUndefined();
  });
});
