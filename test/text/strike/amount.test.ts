// How many people were killed, as it is typed: every form of both languages, written back and read again, and nothing made of what is no figure.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/domain/text.ts";
import { type Amount, amountWords, readAmount, sameAmount } from "../../../src/text/strike/amount.ts";

const exactly = (low: number) => ({ low, high: low, atLeast: false });
const least = (low: number) => ({ low, atLeast: true });
const range = (low: number, high: number) => ({ low, high, atLeast: false });

describe("a number of people killed", () => {
  it.each<[string, Amount | "not-stated"]>([
    ["3", exactly(3)],
    [" 3 killed ", exactly(3)],
    ["3 muertos.", exactly(3)],
    ["three", exactly(3)],
    ["Tres personas", exactly(3)],
    ["0", exactly(0)],
    ["nadie", exactly(0)],
    ["at least 3", least(3)],
    ["At least three people were killed", least(3)],
    ["al menos 3 muertos", least(3)],
    ["por lo menos 12", least(12)],
    ["3+", least(3)],
    ["3 or more", least(3)],
    ["3 o más", least(3)],
    ["3-4", range(3, 4)],
    ["3–4", range(3, 4)],
    ["3 to 4", range(3, 4)],
    ["de 3 a 4", range(3, 4)],
    ["between 3 and 4", range(3, 4)],
    ["entre 3 y 4 muertos", range(3, 4)],
    ["siete u ocho", range(7, 8)],
    ["not stated", "not-stated"],
    ["No indicado", "not-stated"],
    ["unknown", "not-stated"],
    ["no se sabe", "not-stated"],
  ])("reads “%s”", (typed, is) => expect(readAmount(typed)).toEqual(is));

  it.each([
    "",
    "some",
    "about 3",
    "casi 3",
    "4-3",
    "-3",
    "3.5",
    "1000",
    "3,4",
    "less than 3",
    "más de 3",
    "3 vessels",
    "3 4",
  ])("makes nothing of “%s”", (typed) => expect(readAmount(typed)).toBeUndefined());

  const amounts = fc.tuple(fc.nat(999), fc.nat(999), fc.constantFrom("exact", "least", "range")).map(([a, b, how]) => {
    if (how === "least") return least(a);
    return how === "exact" ? exactly(a) : range(Math.min(a, b), Math.max(a, b));
  });

  it("is read as it was written, in both languages", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...LANGUAGES), (amount, language) => {
        const read = readAmount(amountWords(amount, language));
        expect(read !== undefined && read !== "not-stated" && sameAmount(read, amount)).toBe(true);
      }),
      { numRuns: 500 },
    );
    for (const language of LANGUAGES) expect(readAmount(amountWords(undefined, language))).toBe("not-stated");
  });

  it("whatever is typed, gives a figure that holds together or none, and never throws", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom("3", "at least", "al menos", "-", "to", "y", "killed", "entre", "not stated", "+", " ", "tres"),
        fc.string(),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => all.join(" ")),
          fc.string({ unit: "binary" }),
        ),
        (typed) => {
          const read = readAmount(typed);
          if (read === undefined || read === "not-stated") return;
          expect(read.low).toBeGreaterThanOrEqual(0);
          expect(read.low).toBeLessThanOrEqual(999);
          expect(read.high ?? read.low).toBeGreaterThanOrEqual(read.low);
          expect(read.atLeast).toBe(read.high === undefined);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
