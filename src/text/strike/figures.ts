// The killed of a record as lines to be changed, one a source: `SOUTHCOM: 3`. What one line says touches no other; a line that is missing is asked about.
import type { Source } from "../../domain/source.ts";
import type { Strike } from "../../domain/strike.ts";
import type { Language, Text } from "../../domain/text.ts";
import type { Figure } from "../../domain/toll.ts";
import { fold } from "../fold.ts";
import { type Amount, amountWords, readAmount } from "./amount.ts";

export interface FigureLine {
  label: string;
  /** Absent where the record gives no figure: the line of who announced it. */
  figure?: Figure;
}

export type ReadLines =
  | { is: "lines"; lines: readonly { label: string; figure?: Figure; amount: Amount | undefined }[] }
  | { is: "unreadable" | "twice" | "missing"; line: string };

const inWords = (text: Text, language: Language) => text[language] ?? text.en ?? text.es ?? "";

/** One line a source, in the order of the record; two of one name are told apart by where they stand. */
export function linesOf(strike: Strike, language: Language): FigureLine[] {
  const killed = strike.figures.filter(({ measure }) => measure === "killed");
  if (killed.length === 0) return [{ label: clean(inWords(strike.announcedBy, language)) }];
  const names = killed.map((one) => clean(inWords(one.by ?? strike.announcedBy, language)));
  const placed = names.map((name, i) => {
    const where = placeOf(killed[i]?.source, strike.sources, language);
    return names.filter((other) => other === name).length > 1 && where !== undefined ? `${name} (${where})` : name;
  });
  return killed.map((figure, i) => {
    const label = placed[i] ?? "";
    const before = placed.slice(0, i).filter((other) => other === label).length;
    return { label: before === 0 ? label : `${label} #${before + 1}`, figure };
  });
}

/** A colon ends a label. */
const clean = (name: string) =>
  name
    .replaceAll(/\s*:\s*/g, " - ")
    .replaceAll("\n", " ")
    .trim();

function placeOf(source: string | undefined, sources: readonly Source[], language: Language): string | undefined {
  const found = sources.find(({ url }) => url !== undefined && url === source);
  if (found === undefined) return undefined;
  return clean(typeof found.publisher === "string" ? found.publisher : inWords(found.publisher, language));
}

export function amountOf({ low, high, atLeast }: Figure): Amount {
  return { low, atLeast, ...(high === undefined ? {} : { high }) };
}

export function linesWords(strike: Strike, language: Language): string {
  return linesOf(strike, language)
    .map(({ label, figure }) => `${label}: ${amountWords(figure && amountOf(figure), language)}`)
    .join("\n");
}

/** `strike`: the record as it was shown. A label of the other language is the same label. A figure alone is that of the only line there is. */
export function readLines(typed: string, strike: Strike): ReadLines {
  const shown = (["en", "es"] as const).map((language) => linesOf(strike, language));
  const [own = []] = shown;
  const at = (label: string) =>
    shown.map((lines) => lines.findIndex((line) => key(line.label) === key(label))).find((i) => i >= 0);
  const read = new Map<string, { label: string; figure?: Figure; amount: Amount | undefined }>();
  for (const line of typed.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const colon = line.lastIndexOf(":");
    const only = own.length === 1 ? own[0] : undefined;
    const alone = colon < 0 ? only : undefined;
    const label = alone?.label ?? line.slice(0, Math.max(colon, 0)).trim();
    const amount = readAmount(line.slice(colon + 1));
    if (amount === undefined || label === "") return { is: "unreadable", line };
    const stands = alone ?? own[at(label) ?? -1];
    const named = stands ?? { label };
    if (read.has(key(named.label))) return { is: "twice", line };
    read.set(key(named.label), { ...named, amount: amount === "not-stated" ? undefined : amount });
  }
  const missing = own.find((line) => line.figure !== undefined && !read.has(key(line.label)));
  return missing === undefined ? { is: "lines", lines: [...read.values()] } : { is: "missing", line: missing.label };
}

/** `#2` tells two apart. */
const key = (label: string) => `${fold(label)}${/#\d+$/.exec(label)?.[0] ?? ""}`;
