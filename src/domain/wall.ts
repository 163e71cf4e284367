// Wall-clock readings turned into instants. It must never make a curfew look shorter than a clock on the wall would show it.
import { Temporal } from "temporal-polyfill";
import { DAY, MINUTE, type Day, type Millis, type WallTime, type Zone } from "./time.ts";

/** Days since 1970-01-01, of a calendar, not of any zone. */
export type EpochDay = number;

/** A stretch in which the clocks of a zone keep one distance to UTC. */
interface Steady {
  from: Millis;
  to: Millis;
  offset: Millis;
}

/** A conversion through the zone costs about 20 us, and a year of nights is asked for again and again. Beyond this it is emptied. */
const REMEMBERED = 20_000;
const instants = new Map<string, Millis>();
const texts = new Map<EpochDay, Day>();
const numbers = new Map<Day, EpochDay>();
const steady = new Map<Zone, Steady[]>();

export function epochDay(day: Day): EpochDay {
  return remember(numbers, day, () => Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds / DAY);
}

export function dayText(day: EpochDay): Day {
  return remember(texts, day, () => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString());
}

/** 1 Monday ... 7 Sunday. 1970-01-01 was a Thursday. */
export function weekday(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The instant at which a clock in `zone` shows `time` on `day`, as the `start` or the `end` of a curfew.
 * An hour that comes twice starts at the earlier instant and ends at the later one: who trusts us must never be out while it still holds.
 * A time that the clock skips is the instant of the jump: from there on the clock shows a later time, so it has begun, or is over.
 */
export function wallInstant(day: EpochDay, time: WallTime, zone: Zone, side: "start" | "end"): Millis {
  const wall = day * DAY + minuteOf(time) * MINUTE;
  const { from, to, offset } = steadyAt(zone, wall);
  // No zone is a whole day off UTC: this far from any change of the clocks there is one instant, and it is plain arithmetic.
  if (wall - DAY > from && wall + DAY < to) return wall - offset;
  return remember(instants, `${zone} ${day} ${time} ${side}`, () => resolve(day, time, zone, side));
}

/** Of the day, of "HH:MM". Read digit by digit, as a tick asks for thousands. */
function minuteOf(time: WallTime): number {
  const digit = (index: number) => time.charCodeAt(index) - 48;
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

function steadyAt(zone: Zone, at: Millis): Steady {
  const known = steady.get(zone) ?? [];
  const found = known.find((one) => at >= one.from && at < one.to);
  if (found !== undefined) return found;
  // A millisecond later, so that a change at this very instant counts as before it.
  const clock = Temporal.Instant.fromEpochMilliseconds(at + 1).toZonedDateTimeISO(zone);
  const made = {
    from: clock.getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity,
    to: clock.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity,
    offset: clock.offsetNanoseconds / 1e6,
  };
  steady.set(zone, [...known, made]);
  return made;
}

function resolve(day: EpochDay, time: WallTime, zone: Zone, side: "start" | "end"): Millis {
  const wall = Temporal.PlainDate.from(dayText(day)).toPlainDateTime(time);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!earlier.toPlainDateTime().equals(wall)) {
    return (earlier.getTimeZoneTransition("next") ?? earlier).epochMilliseconds;
  }
  if (side === "start") return earlier.epochMilliseconds;
  return wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED) memory.clear();
  const made = make();
  memory.set(key, made);
  return made;
}
