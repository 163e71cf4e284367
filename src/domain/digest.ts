// At which instants a digest is due, and when the one before was. Pure arithmetic on a zone's clock. It must name each calendar day once: never twice where an
// hour comes twice, never none where the clock skips it.
import type { Digest } from "./subscription.ts";
import { DAY, dayOf, dayStart, HOUR, type Millis, type Zone } from "./time.ts";
import { dayText, type EpochDay, epochDay, wallInstant, weekday } from "./wall.ts";

/** Of a weekly one of which nobody said the day. */
const MONDAY = 1;

/** In (after, until], oldest first. An hour that comes twice counts the first time; one that is skipped is the instant of the jump. */
export function digestTimes(digest: Digest, zone: Zone, after: Millis, until: Millis): Millis[] {
  if (until <= after) return [];
  const first = epochDay(dayOf(after, zone)) - 1;
  const last = epochDay(dayOf(until, zone)) + 1;
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return days
    .flatMap((day) => timeOn(digest, zone, day) ?? [])
    .filter((at) => at > after && at <= until)
    .sort((a, b) => a - b);
}

/** The newest one before an instant. A weekly one lies eight days back at most, one more where a day was skipped. */
export function timeBefore(digest: Digest, zone: Zone, at: Millis): Millis {
  const found = digestTimes(digest, zone, at - 16 * DAY, at - 1).at(-1);
  return found ?? at - (digest.every === "day" ? DAY : 7 * DAY);
}

function timeOn({ every, weekday: wanted = MONDAY, at }: Digest, zone: Zone, day: EpochDay): Millis | undefined {
  if (every === "week" && weekday(day) !== wanted) return undefined;
  const date = dayText(day);
  // A zone that changed sides of the date line had no such day.
  if (dayOf(dayStart(date, zone), zone) !== date) return undefined;
  return wallInstant(day, at, zone, "start");
}

/** Longer after its hour a digest tells of another day than the one it is read on. */
const LATEST = 12 * HOUR;

/** Whether one that was missed is still worth sending: on its own day, or in the night after it. */
export function isStillOfUse(at: Millis, zone: Zone, now: Millis): boolean {
  return now - at < LATEST || (now - at < DAY && dayOf(at, zone) === dayOf(now, zone));
}
