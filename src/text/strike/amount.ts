// Reads how many people a source speaks of, as it is typed in either language, and writes it back. It never turns "not stated" into zero, nor "about 3" into 3.
import type { Language } from "../../domain/text.ts";
import { plain } from "../when/plain.ts";

/** `high` absent: `atLeast` says whether there is no upper end, or low is all there is. */
export interface Amount {
  low: number;
  high?: number;
  atLeast: boolean;
}

/** Longer than any figure; what is longer is not looked at. */
const LONGEST = 60;

const NUMBERS: readonly (readonly string[])[] = [
  ["zero", "cero", "none", "nobody", "nadie", "ninguno"],
  ["one", "uno", "una", "un"],
  ["two", "dos"],
  ["three", "tres"],
  ["four", "cuatro"],
  ["five", "cinco"],
  ["six", "seis"],
  ["seven", "siete"],
  ["eight", "ocho"],
  ["nine", "nueve"],
  ["ten", "diez"],
  ["eleven", "once"],
  ["twelve", "doce"],
  ["thirteen", "trece"],
  ["fourteen", "catorce"],
  ["fifteen", "quince"],
  ["sixteen", "dieciseis"],
  ["seventeen", "diecisiete"],
  ["eighteen", "dieciocho"],
  ["nineteen", "diecinueve"],
  ["twenty", "veinte"],
];

/** A figure up to 999, or its word: no strike at sea has killed more, and a typing error is soon more. */
export const NUMBER = String.raw`\d{1,3}|${NUMBERS.flat().join("|")}`;
export const AT_LEAST = "at least|no fewer than|al menos|por lo menos|como minimo|no menos de|minimum|minimo";

const N = `(${NUMBER})`;
const UNSTATED =
  /^(?:(?:is |was )?not (?:stated|said|given|known|disclosed)|unstated|undisclosed|unknown|no (?:se )?(?:indica|indicado|dice|dicho|sabe|revelado|consta)|sin (?:indicar|dato|cifra)|desconocido|-|\?)$/;
const PEOPLE =
  / ?(?:(?:people|persons?|men|personas?|hombres) ?)?(?:(?:were|was|fueron|fue) ?)?(?:killed|dead|died|deaths?|muert[oa]s?|fallecid[oa]s?|murieron|murio|people|persons?|personas?)?$/;
const FORMS: readonly [RegExp, (low: number, high: number) => Amount | undefined][] = [
  [new RegExp(`^${N}$`), (low) => ({ low, high: low, atLeast: false })],
  [new RegExp(`^(?:${AT_LEAST}) ${N}$`), (low) => ({ low, atLeast: true })],
  [new RegExp(`^${N} ?(?:\\+|or more|o mas|como minimo|at least|al menos)$`), (low) => ({ low, atLeast: true })],
  [new RegExp(`^(?:from |de )?${N} ?(?:-|to|a|or|o|u) ?${N}$`), range],
  [new RegExp(`^(?:between|entre) ${N} (?:and|y) ${N}$`), range],
];

function range(low: number, high: number): Amount | undefined {
  return high < low ? undefined : { low, high, atLeast: false };
}

/** @returns undefined for what is no figure. */
export function readAmount(typed: string): Amount | "not-stated" | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plain(typed).replace(/[.;]$/, "").trim();
  if (UNSTATED.test(text)) return "not-stated";
  for (const shown of [text, text.replace(PEOPLE, "").trim()])
    for (const [form, made] of FORMS) {
      const found = form.exec(shown);
      if (found !== null) return made(numberOf(found[1] ?? ""), numberOf(found[2] ?? ""));
    }
  return undefined;
}

/** Of what NUMBER lets pass. */
export function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : NUMBERS.findIndex((words) => words.includes(text));
}

/** `3`, `at least 3`, `3-4`, `not stated`: readAmount() reads it as the same. */
export function amountWords(amount: Amount | undefined, language: Language): string {
  if (amount === undefined) return language === "en" ? "not stated" : "no indicado";
  const { low, high, atLeast } = amount;
  if (atLeast) return `${language === "en" ? "at least" : "al menos"} ${low}`;
  return high === undefined || high === low ? `${low}` : `${low}-${high}`;
}

/** Whether two say the same, however each is written. */
export function sameAmount(a: Amount, b: Amount): boolean {
  return a.low === b.low && a.atLeast === b.atLeast && (a.atLeast || (a.high ?? a.low) === (b.high ?? b.low));
}
