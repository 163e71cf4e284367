// Words that somebody typed or pasted, before they enter a fact: signs that cannot be seen, or that turn a sentence round, are taken out. Nothing is ever
// cut: what is too long is told with its length.

export type Cleaned = { is: "text"; text: string } | { is: "empty" } | { is: "too-long"; length: number; max: number };

/** One line: breaks become spaces. `max`: UTF-16 units, as Discord counts. */
export function cleanLine(text: string, max: number): Cleaned {
  return measured(cleaned(text).replaceAll(/\s+/gu, " ").trim(), max);
}

/** Lines stay, with at most one empty line between them. */
export function cleanText(text: string, max: number): Cleaned {
  const lines = cleaned(text)
    .split("\n")
    .map((line) => line.replaceAll(/ +/gu, " ").trim());
  return measured(
    lines
      .join("\n")
      .replaceAll(/\n{3,}/gu, "\n\n")
      .trim(),
    max,
  );
}

/** Nothing but marks, joiners and blanks shows nothing. */
const SHOWS_NOTHING = /^[\p{M}\p{Cf}\s]*$/u;

function measured(text: string, max: number): Cleaned {
  if (SHOWS_NOTHING.test(text)) return { is: "empty" };
  return text.length > max ? { is: "too-long", length: text.length, max } : { is: "text", text };
}

/** Every way to break a line that Unicode knows (UAX 14: BK, CR, LF, NL). */
const BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;
/** Blanks of all widths, and letters and patterns that are drawn as nothing: they would pass for words. */
const BLANK = /[\t\p{Zs}\u2800\u3164\uFFA0]/gu;
/** With the `u` flag a surrogate that stands in a pair is none. */
const LONE = /\p{Surrogate}/gu;

/** Letters of scripts that write with joiners (Arabic hands, and those of India and its neighbours). */
const JOINED = ["Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml"]
  .concat(["Telu", "Knda", "Mlym", "Sinh", "Khmr", "Mymr", "Tibt"])
  .map((script) => `\\p{scx=${script}}`)
  .join("");
/** What is unseen and yet needed. */
const NEEDED = [
  String.raw`(?<=(?=[\p{L}\p{M}])[${JOINED}])[\u200C\u200D]`,
  // Between the parts of one emoji.
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  // The flags of England, Scotland and Wales.
  String.raw`(?<=\u{1F3F4})[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`,
  // Signs around numbers (Prepended_Concatenation_Mark).
  String.raw`[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]`,
].join("|");
/** Controls, zero-width signs, all that sets a direction, tags, and what Unicode itself says is no character. */
const UNSEEN = String.raw`(?!\n)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u034F\u115F\u1160\u17B4\u17B5]`;
const UNSEEN_OR_NEEDED = new RegExp(`(${NEEDED})|${UNSEEN}`, "gu");
/** A letter or emoji takes one; a row of them is a hidden message. */
const VARIATIONS =
  /(?<=[\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+|(?<!\p{scx=Hani})[\u{E0100}-\u{E01EF}]/gu;

function cleaned(text: string): string {
  return text
    .replaceAll(LONE, "")
    .replaceAll(BREAK, "\n")
    .replaceAll(BLANK, " ")
    .replaceAll(UNSEEN_OR_NEEDED, (_, needed: string | undefined) => needed ?? "")
    .replaceAll(VARIATIONS, "")
    .normalize("NFC");
}
