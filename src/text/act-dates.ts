// Reads when an act was announced and when it takes effect, as people type it in either language: `announced 17 Mar, in force 20 Mar`. It never guesses which
// of the two a date is: a day without a word is the announcement's, which is all that is sure of it.
import { Temporal } from "temporal-polyfill";
import type { Day } from "../domain/time.ts";
import { readDays } from "./day.ts";
import { fold } from "./fold.ts";

export interface ActDates {
  announced?: Day;
  /** From when it holds. */
  effect?: Day;
}
export type ActDatesRead =
  | { is: "dates"; dates: ActDates }
  /** `several`: a month, or the same word twice. */
  | { is: "unreadable" | "several"; what: string };

const WORDS = {
  announced: ["announced", "announcement", "anunciada", "anunciado", "anuncio", "anunciadas"],
  effect: [
    "in force since",
    "in force from",
    "in force",
    "in effect from",
    "in effect",
    "takes effect",
    "took effect",
    "effective",
    "effect",
    "from",
    "since",
    "entra en vigor",
    "en vigor desde",
    "en vigor",
    "con efecto desde",
    "con efecto",
    "efecto",
    "rige desde",
    "rige",
    "vigente desde",
    "vigente",
    "desde",
  ],
} as const;
const NOT_STATED = new Set(["", "not stated", "no indicado", "no indicada", "unknown", "no se sabe"]);
const NEAR: Readonly<Record<string, number>> = {
  today: 0,
  hoy: 0,
  yesterday: -1,
  ayer: -1,
  anteayer: -2,
  antier: -2,
  tomorrow: 1,
  manana: 1,
};

/** `today`: where the authority is. A day without a year is the announcement's last and the effect's next, counted from the announcement. */
export function readActDates(typed: string, today: Day): ActDatesRead {
  if (NOT_STATED.has(fold(typed))) return { is: "dates", dates: {} };
  const parts = typed
    .split(/[,;\n]|\s(?:and|y)\s(?=\D)/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found = new Map<keyof ActDates, string>();
  for (const part of parts) {
    const { kind, rest } = wordOf(part);
    if (found.has(kind)) return { is: "several", what: part };
    found.set(kind, rest);
  }
  const dates: ActDates = {};
  for (const kind of ["announced", "effect"] as const) {
    const text = found.get(kind);
    if (text === undefined || NOT_STATED.has(fold(text))) continue;
    const days = candidates(text, today);
    const [first] = days;
    if (first === undefined) return { is: "unreadable", what: text };
    if (days.some(({ from, to }) => from !== to)) return { is: "several", what: text };
    const sorted = days.map(({ from }) => from);
    dates[kind] =
      kind === "announced"
        ? (sorted.findLast((day) => day <= today) ?? first.from)
        : effectOf(sorted, dates.announced, today);
  }
  return { is: "dates", dates };
}

function wordOf(part: string): { kind: keyof ActDates; rest: string } {
  const folded = fold(part);
  for (const kind of ["announced", "effect"] as const)
    for (const word of WORDS[kind])
      if (folded === word || folded.startsWith(`${word} `)) {
        // As many words of what was typed as the word has.
        const words = word.split(" ").length;
        return { kind, rest: part.replace(/:/, " ").trim().split(/\s+/).slice(words).join(" ") };
      }
  return { kind: "announced", rest: part };
}

/** Each once, earliest first: several where no year was typed. */
function candidates(typed: string, today: Day): { from: Day; to: Day }[] {
  const date = Temporal.PlainDate.from(today);
  const near = NEAR[fold(typed)];
  if (near !== undefined) {
    const day = date.add({ days: near }).toString();
    return [{ from: day, to: day }];
  }
  const all = [-1, 0, 1].flatMap((years) => readDays(typed, date.add({ years }).toString()) ?? []);
  return [...new Map(all.map((days) => [days.from, days])).values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function effectOf(days: readonly Day[], announced: Day | undefined, today: Day): Day {
  const from = announced ?? today;
  const next = days.find((day) => day >= from);
  if (announced !== undefined) return next ?? days.at(-1) ?? from;
  const apart = (day: Day) => Math.abs(Temporal.PlainDate.from(today).until(day).total("days"));
  return days.reduce((best, day) => (apart(day) < apart(best) ? day : best), days[0] ?? from);
}
