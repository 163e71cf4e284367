// A mark as people type it back: with or without its signs, in any case, with the letters that Crockford's base32 takes for one another
// (https://www.crockford.com/base32.html). It must never guess at what is no mark.

/** The mark as messages show it, `7K3Q-9M2D`, and the part that was meant: 1 where none was named. */
export interface ReadMark {
  mark: string;
  part: number;
}

const WRITTEN = /^#?([0-9A-Z]{8})(?:\.([1-9]\d?))?$/;
/** White space and every kind of dash that a phone makes of one. */
const SIGNS = /[\s\p{Pd}\u2212]/gu;

/** `#7k3q-9m2d.2`, `7K3Q9M2D`; undefined for what is no mark. */
export function readMark(typed: string): ReadMark | undefined {
  const [, letters, part] = WRITTEN.exec(typed.replaceAll(SIGNS, "").toUpperCase()) ?? [];
  if (letters === undefined) return undefined;
  const read = letters.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  // The one letter that base32 has no place for.
  if (read.includes("U")) return undefined;
  return { mark: `${read.slice(0, 4)}-${read.slice(4)}`, part: part === undefined ? 1 : Number(part) };
}
