// Words that readers must never see, over whole words in our own texts. Names of legal acts and attributed quotes come from facts and are not looked at.
import { describe, expect, it } from "vitest";
import { sources, wordsOf } from "./sources.ts";

const NEVER = {
  en: [
    "safe",
    "all clear",
    "coverage",
    "ledger",
    "parked",
    "tally",
    "tallies",
    "toll",
    "home guild",
    "in force",
    "not in force",
    "terrorist",
    "terrorists",
    "narco",
  ],
  es: ["seguro", "segura", "cobertura", "tarde", "en vigor", "terrorista", "terroristas", "narco", "todo despejado"],
};
const EXEMPT = /safe[- ]conducts?|salvoconductos?/gi;

const seen = (word: string, text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "iu").test(text.replaceAll(EXEMPT, " "));

describe("the words that readers must never see", () => {
  for (const language of ["en", "es"] as const)
    it(`stand in none of our texts (${language})`, () => {
      const found = sources(`src/text/${language}`).flatMap((file) =>
        wordsOf(file.text).flatMap((text) =>
          NEVER[language].filter((word) => seen(word, text)).map((word) => `${file.path}: "${word}" in "${text}"`),
        ),
      );
      expect(found).toEqual([]);
    });

  it("would be found if they stood there", () => {
    expect(NEVER.en.filter((word) => seen(word, "All clear: it is safe, says the ledger"))).toEqual([
      "safe",
      "all clear",
      "ledger",
    ]);
    expect(seen("safe", "safe-conducts were issued")).toBe(false);
    expect(seen("tarde", "Aviso con dos horas: más tarde")).toBe(true);
  });
});
