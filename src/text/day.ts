// Reads a day, month or year as people type it, in either language. It never guesses an order: figures alone are day first, or the year first.
import { Temporal } from "temporal-polyfill";
import type { Day } from "../domain/time.ts";
import { fold } from "./fold.ts";

/** First and last day of what was typed: one day, a month, a year. */
export interface Days {
  from: Day;
  to: Day;
}

const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero"],
  ["march", "mar", "marzo"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sep", "sept", "septiembre", "setiembre", "set"],
  ["october", "oct", "octubre"],
  ["november", "nov", "noviembre"],
  ["december", "dec", "diciembre", "dic"],
];
const BEFORE_TODAY: Readonly<Record<string, number>> = {
  today: 0,
  hoy: 0,
  yesterday: 1,
  ayer: 1,
  anteayer: 2,
  antier: 2,
};
/** Our own dates are pasted back: their weekday is not checked. */
const FILLERS = new Set(
  "de del of the el mon tue wed thu fri sat sun lunes martes miercoles jueves viernes sabado domingo".split(" "),
);
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/** @returns undefined for what is no date and for days that do not exist. A month or day without a year is the last one that has begun by `today`. */
export function readDays(typed: string, today: Day): Days | undefined {
  const words = fold(typed)
    .split(" ")
    .filter((word) => !FILLERS.has(word));
  const [only] = words;
  const ago = words.length === 1 && only !== undefined ? BEFORE_TODAY[only] : undefined;
  if (ago !== undefined) return oneDay(Temporal.PlainDate.from(today).subtract({ days: ago }));
  const numbers = words.map((word) =>
    /^\d{1,4}(st|nd|rd|th|ro|º)?$/.test(word) ? Number.parseInt(word, 10) : undefined,
  );
  const month = words.findIndex((word, i) => numbers[i] === undefined && monthOf(word) > 0);
  if (month >= 0) return named(monthOf(words[month] ?? ""), numbers.toSpliced(month, 1), today);
  return numbers.every((one) => one !== undefined) ? figures(words, numbers) : undefined;
}

function monthOf(word: string): number {
  return MONTHS.findIndex((names) => names.includes(word)) + 1;
}

/** `march`, `march 2026`, `1 march`, `1 march 2026`, `march 1 2026`. */
function named(month: number, others: readonly (number | undefined)[], today: Day): Days | undefined {
  const [first, second] = others;
  if (others.length > 2 || others.includes(undefined)) return undefined;
  if (first === undefined) return span(lastYear({ month, day: 1 }, today), month);
  if (second === undefined)
    return first > 31 ? span(first, month) : span(lastYear({ month, day: first }, today), month, first);
  return first > 31 ? undefined : span(second, month, first);
}

/** `2026`, `2026-03`, `2026-03-01`, `01/03/2026`, `03/2026`. */
function figures(words: readonly string[], numbers: readonly number[]): Days | undefined {
  const [a = 0, b, c, ...more] = numbers;
  if (more.length > 0) return undefined;
  if (words[0]?.length === 4) return span(a, b, c);
  if (b === undefined) return undefined;
  if (c === undefined) return words[1]?.length === 4 ? span(b, a) : undefined;
  return span(words[2]?.length === 2 ? 2000 + c : c, b, a);
}

function lastYear({ month, day }: { month: number; day: number }, today: Day): number {
  const now = Temporal.PlainDate.from(today);
  return month > now.month || (month === now.month && day > now.day) ? now.year - 1 : now.year;
}

function span(year: number, month?: number, day?: number): Days | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  try {
    const from = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: "reject" });
    if (day !== undefined) return oneDay(from);
    const to = from.add(month === undefined ? { years: 1 } : { months: 1 }).subtract({ days: 1 });
    return { from: from.toString(), to: to.toString() };
  } catch {
    return undefined;
  }
}

function oneDay(date: Temporal.PlainDate): Days {
  return { from: date.toString(), to: date.toString() };
}
