// Hours of a curfew as people write them, with their weekdays, and back. It must never guess between morning and evening, nor on which day midnight is.
import type { CurfewRule } from "../../domain/curfew.ts";
import type { Language } from "../../domain/text.ts";
import type { WallTime } from "../../domain/time.ts";
import { texts } from "../index.ts";
import { clocks } from "../when/clocks.ts";
import { WEEKDAY, weekdayOf } from "../when/dates.ts";
import { hoursOf, shown } from "../when/hours.ts";
import { plain } from "../when/plain.ts";
import type { ClockRead } from "../when/reading.ts";
import { as, both, either, maybe, piece, raw, type Rule, whole } from "../when/rule.ts";

export type Hours = Pick<CurfewRule, "start" | "end" | "endDay" | "weekdays">;

/** `ambiguous`: 11-5 may be evening or morning. `midnight`: a begin at 24:00 is of the next day, which only whoever writes it can tell. */
export type HoursRead = { is: "hours"; hours: Hours } | { is: "ambiguous" | "midnight" | "no-hour" };

/** Behind a plural, the same day. */
const PLURAL = /\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|sabado|domingo)s\b/g;
const comparable = (text: string) => plain(text).replaceAll(PLURAL, "$1");

const TO = raw(String.raw`\s?(?:->|-|(?:al?|to|hasta|until|till|y|and)(?![a-z0-9]))`, () => true);
const OPENS = maybe(piece("(?:from|between|de|desde|entre)", () => true));
const weekday = piece(WEEKDAY, ([, name]) => weekdayOf(name));
const clock = clocks(0);

/** `Mon-Fri` also over the end of the week: `Sat-Mon`. */
const someDays: Rule<number[]> = either(
  both(
    both(weekday, TO, (first) => first),
    weekday,
    (first, last) => Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first - 1 + i) % 7) + 1),
  ),
  as(weekday, (one) => [one]),
  piece("(?:on )?weekdays|entre semana", () => [1, 2, 3, 4, 5]),
  piece("(?:on )?weekends|(?:los )?fin(?:es)? de semana", () => [6, 7]),
);
const AND = maybe(piece("(?:and|y|e|los)", () => true));
const days: Rule<number[]> = (text, at) =>
  both(someDays, maybe(both(AND, days, (_, others) => others)), (first, others) =>
    [...new Set([...first, ...(others ?? [])])].sort((a, b) => a - b),
  )(text, at);
const ON = maybe(piece("(?:on|los|every|cada)", () => true));
/** Undefined for every night alike. */
const nights: Rule<{ weekdays: number[] | undefined }> = either<{ weekdays: number[] | undefined }>(
  both(ON, days, (_, weekdays) => ({ weekdays })),
  piece("(?:daily|every (?:day|night)|diario|cada (?:dia|noche)|tod[oa]s l[oa]s (?:dias|noches))", () => ({
    weekdays: undefined,
  })),
);

interface Clocks {
  from: ClockRead;
  to: ClockRead;
  /** Days from the begin to the end, where they were told. */
  days?: number;
  weekdays?: number[] | undefined;
}

const within: Rule<Clocks> = both(
  both(
    both(OPENS, clock, (_, from) => from),
    both(TO, clock, (_, to) => to),
    (from, to) => ({ from, to }),
  ),
  maybe(raw(String.raw`\(\+?(\d) (?:days? later|dias? despues)\)`, ([, days]) => Number(days))),
  (hours, days): Clocks => (days === undefined ? hours : { ...hours, days }),
);
const MIDNIGHT: ClockRead = { hour: 0, minute: 0, zero: true, typed: "00:00" };
const allDay: Rule<Clocks> = piece(
  "(?:all day(?: long)?|24 hours|24 horas|(?:las )?24 horas del dia|todo el dia)",
  () => ({ from: MIDNIGHT, to: MIDNIGHT }),
);
/** `Fri 20:00 - Mon 05:00`. */
const across: Rule<Clocks> = both(
  both(
    OPENS,
    both(weekday, clock, (day, from) => ({ day, from })),
    (_, one) => one,
  ),
  both(
    TO,
    both(weekday, clock, (day, to) => ({ day, to })),
    (_, one) => one,
  ),
  (begin, end) => ({ from: begin.from, to: end.to, days: (end.day - begin.day + 7) % 7, weekdays: [begin.day] }),
);
const hoursAlone = either(within, allDay);
const written: Rule<Clocks> = either<Clocks>(
  across,
  hoursAlone,
  both(nights, hoursAlone, ({ weekdays }, hours) => ({ ...hours, weekdays })),
  both(hoursAlone, nights, (hours, { weekdays }) => ({ ...hours, weekdays })),
);

/** Undefined for what is no hours at all. */
export function readHours(text: string): HoursRead | undefined {
  const all = whole(written, comparable(text)).map(resolved);
  return all.find((one) => one.is === "hours") ?? all[0];
}

/** One hour alone: `22:00`, `10pm`. */
export function readHour(text: string): WallTime | undefined {
  const [only, ...others] = new Set(whole(clock, comparable(text)).flatMap((one) => hoursText(hoursOf(one), one)));
  return others.length === 0 ? only : undefined;
}

export function readDays(text: string): { weekdays: number[] | undefined } | undefined {
  return whole(nights, comparable(text))[0];
}

const hoursText = (hours: readonly number[], { minute }: ClockRead) => hours.map((hour) => shown(hour, minute));

function resolved({ from, to, days, weekdays }: Clocks): HoursRead {
  const [begins, ends] = [only(from, to), only(to, from)];
  if (begins === undefined || ends === undefined)
    return { is: hoursOf(from).length === 0 || hoursOf(to).length === 0 ? "no-hour" : "ambiguous" };
  if (begins >= 24) return { is: "midnight" };
  const [start, end] = [shown(begins, from.minute), shown(ends, to.minute)];
  const endDay =
    days === undefined ? undefined : days > 0 || weekdays === undefined ? days : end > start ? undefined : 7;
  if (endDay !== undefined && (endDay < 1 || endDay > 7)) return { is: "no-hour" };
  const [first, ...more] = weekdays ?? [];
  return {
    is: "hours",
    hours: {
      start,
      end,
      ...(endDay === undefined ? {} : { endDay }),
      ...(first === undefined ? {} : { weekdays: [first, ...more] }),
    },
  };
}

/** A figure alone is of the 24-hour clock where the other one shows that it is meant: `23-5`. */
function only(one: ClockRead, other: ClockRead): number | undefined {
  const hours = hoursOf(one);
  if (hours.length < 2) return hours[0];
  const told = (read: ClockRead) => read.half === undefined && read.part === undefined;
  const shows = told(other) && (other.hour > 12 || other.hour === 0 || other.open !== true);
  return shows ? one.hour : undefined;
}

export function printHours({ start, end, endDay, weekdays }: Hours, language: Language): string {
  const t = texts(language).rules;
  const [day, ...others] = weekdays ?? [];
  const name = (one: number) => t.weekday[(one - 1) % 7] ?? "";
  if (day !== undefined && others.length === 0 && endDay !== undefined && (endDay < 7 || end <= start))
    return `${name(day)} ${start} - ${name(day + endDay)} ${end}`;
  const hours = start === "00:00" && end === "00:00" && endDay === undefined ? t.allDay : `${start}-${end}`;
  const on = weekdays === undefined ? "" : `${printDays(weekdays, language)} `;
  return `${on}${hours}${endDay === undefined ? "" : ` (${t.later(endDay)})`}`;
}

/** `Mon-Wed, Sat`. */
function printDays(weekdays: readonly number[], language: Language): string {
  const t = texts(language).rules;
  const name = (one: number | undefined) => t.weekday[(one ?? 1) - 1] ?? "";
  const runs: number[][] = [];
  for (const day of [...weekdays].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => (run.length < 3 ? run.map(name).join(", ") : t.days(name(run[0]), name(run.at(-1)))))
    .join(", ");
}
