// A day, an hour, or both, as one instant or as a night: by the next one that comes, where it could be several.
import type { Temporal } from "temporal-polyfill";
import type { Millis } from "../../domain/time.ts";
import { hoursOf, shown } from "./hours.ts";
import type { ClockRead, DayRead, Here, Note, When } from "./reading.ts";
import { partSpan, placed, type Placed, thisMinute } from "./wall.ts";

export interface Point {
  day?: DayRead | undefined;
  clock?: ClockRead | undefined;
}

export function resolvePoint(point: Point, here: Here): When {
  const what = noSuch(point);
  if (what !== undefined) return { is: "impossible", what };
  const { day, clock } = point;
  if (day?.dates.length === 0) return { is: "impossible", what: day.typed.trim() };
  if (clock === undefined) return day === undefined ? { is: "unreadable" } : dayAlone(day, here);
  const { at, notes } = hourOn(day, clock, here);
  return { is: "moment", at, notes: [...(day?.notes ?? []), ...notes] };
}

/** What was written like a day or an hour and is none. */
export function noSuch({ day, clock }: Point): string | undefined {
  if (day?.dates.length === 0 && day.after === undefined) return day.typed.trim();
  return clock !== undefined && hoursOf(clock, day?.part).length === 0 ? clock.typed.trim() : undefined;
}

function dayAlone(day: DayRead, here: Here): When {
  const { part = "night", notes } = day;
  const spans = day.dates.map((date) => ({ date, span: partSpan(date, part, here) }));
  const ahead = spans.find(({ span }) => span.end > here.now.epochMilliseconds) ?? spans[0];
  if (ahead === undefined) return { is: "impossible", what: day.typed };
  if (part === "night") return { is: "night", night: ahead.span, day: ahead.date.toString(), notes };
  return { is: "span", span: ahead.span, notes };
}

/** An hour that may be of several days, or of two halves of one. */
interface Candidate extends Placed {
  date: Temporal.PlainDate;
  hour: number;
}

/** Dates for an hour without a day. */
export function around({ today }: Here): Temporal.PlainDate[] {
  return [today, today.add({ days: 1 }), today.add({ days: 2 })];
}

export function candidates(day: DayRead | undefined, clock: ClockRead, here: Here): Candidate[] {
  const dates = day?.dates ?? around(here);
  return dates.flatMap((date) =>
    hoursOf(clock, day?.part).map((hour) => ({ date, hour, ...placed(date, hour, clock.minute, here) })),
  );
}

function hourOn(day: DayRead | undefined, clock: ClockRead, here: Here): { at: Millis; notes: Note[] } {
  // After midnight "2 de la noche" is of the night that runs.
  const before = day === undefined ? lastNights(clock, here) : [];
  const all = [...before, ...candidates(day, clock, here)];
  const ahead = all.find(({ at }) => at >= thisMinute(here));
  const past = all.filter(({ date }) => all[0] !== undefined && date.equals(all[0].date)).at(-1);
  const found = ahead ?? past;
  // Every hour that there is has an instant on every day: noSuch() has looked.
  if (found === undefined) throw new RangeError(`no hour: ${clock.typed}`);
  return { at: found.at, notes: [...found.notes, ...said(day, clock, found, here)] };
}

function lastNights(clock: ClockRead, here: Here): Candidate[] {
  const date = here.today.subtract({ days: 1 });
  return hoursOf(clock)
    .filter((hour) => hour >= 24)
    .map((hour) => ({ date, hour, ...placed(date, hour, clock.minute, here) }));
}

function said(day: DayRead | undefined, clock: ClockRead, found: Candidate, here: Here): Note[] {
  const halves = hoursOf(clock, day?.part);
  const isMidnight = clock.midnight === true || (clock.half === "am" && clock.hour === 12 && day !== undefined);
  return [
    ...(halves.length > 1 ? [{ is: "half" as const, hours: halves.map((hour) => shown(hour, clock.minute)) }] : []),
    ...(isMidnight ? [{ is: "midnight" as const, day: found.date.toString() }] : []),
    ...(halves.length === 1 && !clock.midnight && hasPassed(day, found, here)
      ? [{ is: "passed" as const, hour: shown(found.hour, clock.minute) }]
      : []),
  ];
}

/** It was to come on the first of its days, and has been. */
export function hasPassed(day: DayRead | undefined, { date }: { date: Temporal.PlainDate }, here: Here): boolean {
  if (day === undefined) return date.since(here.today).days > 0;
  const [first] = day.dates;
  return first !== undefined && first.equals(here.today) && !date.equals(first);
}
