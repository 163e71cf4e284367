// From one hour to another. An end before its begin is the next day's; which day is meant is told by what is still to come.
import type { Temporal } from "temporal-polyfill";
import { DAY, type Interval, type Millis } from "../../domain/time.ts";
import { hoursOf, shown } from "./hours.ts";
import { noSuch, type Point } from "./point.ts";
import type { ClockRead, DayRead, Here, Note, When } from "./reading.ts";
import { placed, thisMinute, wholeDay } from "./wall.ts";

/** An end of a span: a point, or now. */
export type Ending = "now" | Point;

/** Longer than that nobody decides by one answer. */
export const LONGEST = 14 * DAY;
/** Before this hour a span from last evening can be the one that is meant. */
const RUNS_UNTIL = 5;

interface Meant extends Interval {
  notes: readonly Note[];
  /** Days after the first that it may begin on; -1: the evening before. */
  off: number;
}

interface Ends {
  from: Ending;
  to: Point;
  /** The begin is the last such hour before the end. */
  nearEnd?: boolean;
}

export function resolveSpan({ from, to, nearEnd = false }: Ends, here: Here): When {
  const what = noSuch(to) ?? (from === "now" ? undefined : noSuch(from));
  if (what !== undefined) return { is: "impossible", what };
  const found = from === "now" ? fromNow(to, here) : between(sameHalf(from, to), sameHalf(to, from), nearEnd, here);
  if (found === "backwards") return { is: "backwards" };
  if (found === "skipped") return { is: "impossible", what: typedOf(from, to) };
  if (found === undefined) return { is: "unreadable" };
  const { start, end, notes } = found;
  return end - start > LONGEST ? { is: "long" } : { is: "span", span: { start, end }, notes };
}

function fromNow(to: Point, here: Here): Meant | "backwards" | undefined {
  const start = thisMinute(here);
  const end = endAfter(to, start, here.today, here);
  return end === "backwards" ? end : { start, end: end.at, notes: [...halfOf(to), ...end.notes], off: 0 };
}

/** What the clocks skip from its begin to its end is no time at all. */
function typedOf(from: Ending, to: Point): string {
  const typed = [from === "now" ? undefined : from.clock?.typed, to.clock?.typed];
  return typed.flatMap((one) => one?.trim() ?? []).join(" - ");
}

/** `7h30 a 9h15 de la noche`: where one end names its half of the day, the other may be of the twelve-hour clock too. */
function sameHalf(one: Point, other: Point): Point {
  const { clock } = one;
  const named = (read: ClockRead | undefined) => (read?.half ?? read?.part) !== undefined;
  const isPlain = clock !== undefined && !named(clock) && !clock.zero && clock.hour >= 1 && clock.hour <= 12;
  return isPlain && named(other.clock) && !clock.midnight ? { ...one, clock: { ...clock, open: true } } : one;
}

function between(from: Point, to: Point, nearEnd: boolean, here: Here): Meant | "backwards" | "skipped" | undefined {
  if (from.clock === undefined) return to.clock === undefined ? wholeDays(from, to, here) : undefined;
  // A figure and a date are no span: "20 al 22 de marzo" is read as days elsewhere.
  if (from.clock.bare && to.clock === undefined) return undefined;
  const { day, clock } = from;
  const begins = nearEnd ? lastBefore(to, here) : beginDates(day, clock, to, here);
  const all = begins.flatMap(({ date, off }) => meantOn(date, off, from, to, here));
  const isAhead = (one: Meant) => one.end > here.now.epochMilliseconds;
  const [found] = nearEnd ? byLength(all) : [all.find(isAhead) ?? all[0]];
  if (found === undefined) return to.day === undefined ? "skipped" : "backwards";
  const passed = found.off > 0 && (day === undefined || day.dates[0]?.equals(here.today) === true);
  return {
    ...found,
    notes: [
      ...(day?.notes ?? []),
      ...(found.off < 0 ? [{ is: "running" as const }] : []),
      ...halfOf(from),
      ...halfOf(to),
      ...found.notes,
      ...(passed ? [{ is: "passed" as const, hour: shown(hoursOf(clock, day?.part)[0] ?? 0, clock.minute) }] : []),
    ],
  };
}

function beginDates(
  day: DayRead | undefined,
  clock: ClockRead,
  to: Point,
  here: Here,
): { date: Temporal.PlainDate; off: number }[] {
  if (day !== undefined) return day.dates.map((date, off) => ({ date, off }));
  const [hour = 0] = hoursOf(clock);
  const runs = here.now.hour < RUNS_UNTIL && hour >= 12 && to.day === undefined;
  return [...(runs ? [-1] : []), 0, 1, 2].map((off) => ({ date: here.today.add({ days: off }), off }));
}

/** The day of the end and the one before it. */
function lastBefore({ day }: Point, here: Here): { date: Temporal.PlainDate; off: number }[] {
  const [last = here.today] = day?.dates ?? [];
  return [last, last.subtract({ days: 1 })].map((date) => ({ date, off: 0 }));
}

const byLength = (all: readonly Meant[]) => [...all].sort((a, b) => a.end - a.start - (b.end - b.start));

/** Spans that may be meant by a begin on this day; where its half of the day is open and the end's is not, the shorter. */
function meantOn(date: Temporal.PlainDate, off: number, from: Point, to: Point, here: Here): Meant[] {
  const { clock, day } = from;
  if (clock === undefined) return [];
  const found = hoursOf(clock, day?.part).flatMap((hour): Meant[] => {
    const begin = placed(date, hour, clock.minute, here);
    if (begin.notes.some((note) => note.is === "gap") && isSkipped(to, date, begin.at, here)) return [];
    const end = endAfter(to, begin.at, date, here);
    return end === "backwards" ? [] : [{ start: begin.at, end: end.at, notes: [...begin.notes, ...end.notes], off }];
  });
  const isOpenEnd = to.clock === undefined || hoursOf(to.clock).length > 1;
  return isOpenEnd ? found : byLength(found).slice(0, 1);
}

function isSkipped({ day, clock }: Point, date: Temporal.PlainDate, begin: Millis, here: Here): boolean {
  if (day !== undefined || clock === undefined) return false;
  return hoursOf(clock).some((hour) => placed(date, hour, clock.minute, here, "end").at === begin);
}

/** The first instant after the begin that the end can be. */
function endAfter(
  { day, clock }: Point,
  begin: Millis,
  date: Temporal.PlainDate,
  here: Here,
): { at: Millis; notes: readonly Note[] } | "backwards" {
  const own = day?.after?.(date);
  const dates =
    day === undefined
      ? [-1, 0, 1, 2].map((days) => date.add({ days }))
      : own === undefined
        ? day.dates
        : [own, own.add({ days: 7 })];
  const notes = day?.notes ?? [];
  if (clock === undefined) {
    const ends = dates.map((one) => wholeDay(one, here).end).filter((end) => end > begin);
    const [at] = ends;
    return at === undefined ? "backwards" : { at, notes: [...notes, { is: "wholeDays" }] };
  }
  const hours = hoursOf(clock, day?.part);
  const ends = dates.flatMap((one) => hours.map((hour) => placed(one, hour, clock.minute, here, "end")));
  const [first] = ends.filter(({ at }) => at > begin).sort((a, b) => a.at - b.at);
  return first === undefined ? "backwards" : { at: first.at, notes: [...notes, ...first.notes] };
}

function halfOf({ day, clock }: Point): Note[] {
  const hours = clock === undefined ? [] : hoursOf(clock, day?.part);
  const { minute = 0 } = clock ?? {};
  return hours.length > 1 ? [{ is: "half", hours: hours.map((hour) => shown(hour, minute)) }] : [];
}

/** `Fri - Sun`, `16 to 18 March`. */
function wholeDays({ day: first }: Point, { day: last }: Point, here: Here): Meant | "backwards" | undefined {
  const [date] = first?.dates ?? [];
  if (date === undefined || last === undefined || first?.part !== undefined || last.part !== undefined)
    return undefined;
  const { start } = wholeDay(date, here);
  const end = endAfter({ day: last }, start, date, here);
  if (end === "backwards") return end;
  return { start, end: end.at, notes: [...(first?.notes ?? []), ...end.notes], off: 0 };
}
