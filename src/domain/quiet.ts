// When a channel wants no notices: its quiet hours, daily by its own clock, and a pause that somebody asked for. What touches is one quiet span. It must never
// end a span before the clock on the wall shows the hour of its end, nor hold anything itself.
import type { Destination } from "./subscription.ts";
import { DAY, dayOf, type Interval, type Millis, type WallTime } from "./time.ts";
import { type EpochDay, epochDay, wallInstant } from "./wall.ts";

/** `hours` and `pause`: a span that both are part of is a pause's. Without `until` it lasts until somebody ends it. World time, the end exclusive. */
export interface Quiet {
  from: Millis;
  until?: Millis;
  is: "hours" | "pause";
}

type Wants = Pick<Destination, "zone" | "quietHours" | "pause">;
interface Span extends Interval {
  is: Quiet["is"];
}

/** From a time to the same one would be a whole day to one reader and no minute to the next: it is no quiet hours, and none are stored. */
export function isQuietHours({ start, end }: { start: WallTime; end: WallTime }): boolean {
  return start !== end;
}

/** Whether a notice would fall into it at an instant. Asked for each row that waits: plain arithmetic on most days. */
export function isQuiet(wants: Wants, at: Millis): boolean {
  return [...pauses(wants), ...nights(wants, around(wants, at))].some((span) => span.start <= at && at < span.end);
}

/** Whether somebody's pause runs. */
export function isPaused({ pause }: Pick<Wants, "pause">, at: Millis): boolean {
  return pause !== undefined && pause.from <= at && at < (pause.until ?? Infinity);
}

/** The whole span that an instant falls into; undefined where it is not quiet. */
export function quietAt(wants: Wants, at: Millis): Quiet | undefined {
  const ends = pauses(wants).flatMap(({ start, end }) => [start, end]);
  const days = [at, ...ends.filter(Number.isFinite)].flatMap((instant) => around(wants, instant));
  const found = merged([...pauses(wants), ...nights(wants, days)]).find(({ start, end }) => start <= at && at < end);
  return found === undefined ? undefined : told(found);
}

/** Every span that has a part in the range, whole, in order. */
export function quietSpans(wants: Wants, range: Interval): Quiet[] {
  const edges = [range.start, range.end].map((at) => epochDay(dayOf(at, wants.zone)));
  const [first = 0, last = 0] = edges;
  const days = Array.from({ length: last - first + 5 }, (_, i) => first - 2 + i);
  const ends = pauses(wants).flatMap(({ start, end }) => [start, end]);
  const near = ends.filter(Number.isFinite).flatMap((instant) => around(wants, instant));
  return merged([...pauses(wants), ...nights(wants, [...days, ...near])])
    .filter(({ start, end }) => start < range.end && end > range.start)
    .map(told);
}

function pauses({ pause }: Wants): Span[] {
  const end = pause?.until ?? Infinity;
  return pause === undefined || end <= pause.from ? [] : [{ start: pause.from, end, is: "pause" }];
}

/** Nights that begin on these days. An hour that comes twice is quiet both times; one that the clock skips begins, or ends, where it jumps. */
function nights({ zone, quietHours: hours }: Wants, days: readonly EpochDay[]): Span[] {
  if (hours === undefined || !isQuietHours(hours)) return [];
  const over = hours.end < hours.start ? 1 : 0;
  return [...new Set(days)]
    .map((day) => ({
      start: wallInstant(day, hours.start, zone, "start"),
      end: wallInstant(day + over, hours.end, zone, "end"),
      is: "hours" as const,
    }))
    .filter(({ start, end }) => start < end);
}

function around({ quietHours }: Wants, at: Millis): EpochDay[] {
  if (quietHours === undefined) return [];
  // Days of another zone would do as well: what may hold the instant began at most a day before, by whatever clock.
  const day = Math.floor(at / DAY);
  return [day - 2, day - 1, day, day + 1];
}

function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start > last.end) all.push({ ...span });
    else {
      last.end = Math.max(last.end, span.end);
      if (span.is === "pause") last.is = "pause";
    }
  }
  return all;
}

const told = ({ start, end, is }: Span): Quiet => ({ from: start, ...(end === Infinity ? {} : { until: end }), is });
