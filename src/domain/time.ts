// Calendar words of the facts and the few time types the rules share. Never reads a clock: an instant is always a parameter.
import { z } from "zod";
import { Temporal } from "temporal-polyfill";

/** Milliseconds since 1970-01-01T00:00Z. World time unless a name says machine. */
export type Millis = number;

export interface Interval {
  /** inclusive */
  start: Millis;
  /** exclusive */
  end: Millis;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const PLAIN_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The days of four-digit years, told without Temporal: a log of 100,000 facts holds half a million of them. Undefined: ask Temporal. */
function isPlainDay(text: string): boolean | undefined {
  const [, year, month, day] = PLAIN_DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

const isDate = (text: string) => {
  const plain = isPlainDay(text);
  if (plain !== undefined) return plain;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

/** A calendar day, `2026-03-15`. */
export const Day = z.string().refine(isDate, "not a calendar day (YYYY-MM-DD)");
export type Day = z.infer<typeof Day>;

/** `2026-02` -> `2026-02-28`. */
export function lastDay(month: string): Day {
  return `${month}-${String(Temporal.PlainYearMonth.from(month).daysInMonth)}`;
}

/** A day, month or year as a source gives it: `2024-12-03`, `2024-12`, `2024`. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "not YYYY, YYYY-MM or YYYY-MM-DD");
export type PartialDay = z.infer<typeof PartialDay>;

/** Wall-clock time, `23:00`; `24:00` is written `00:00` of the next day. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day (HH:MM)");
export type WallTime = z.infer<typeof WallTime>;

/** Zones that were found to be some: there are few hundred, and a start asks of each fact. */
const zones = new Set<string>();

const isZone = (zone: string) => {
  if (zones.has(zone)) return true;
  try {
    if (Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.length === 0) return false;
  } catch {
    return false;
  }
  zones.add(zone);
  return true;
};

/** IANA zone id, `America/Guayaquil`. */
export const Zone = z.string().refine(isZone, "not a time zone of the IANA database");
export type Zone = z.infer<typeof Zone>;

/** An instant with its offset, `2026-03-16T06:00:00-05:00`. */
export const InstantText = z.iso.datetime({ offset: true });
export type InstantText = z.infer<typeof InstantText>;

/** An instant as facts carry it. */
const PLAIN_INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** @returns milliseconds; throws RangeError on anything that is no instant. */
export function instant(text: InstantText): Millis {
  const day = PLAIN_INSTANT.exec(text)?.[1];
  if (day !== undefined && isPlainDay(day)) return Date.parse(text);
  return Temporal.Instant.from(text).epochMilliseconds;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a zone's clock says of a day never changes while the program runs; the last days asked for are kept, as each answer asks for them again. */
const starts = new Map<string, Millis>();
/** A day of a zone. */
interface ZoneDay {
  day: Day;
  start: Millis;
  end: Millis;
}
/** By zone and day of UTC: the days of the zone that touch it. Whoever asks of today asks of tomorrow next, thousands of times. */
const days = new Map<Zone, Map<number, readonly ZoneDay[]>>();
const KEPT = 1_000;
/** A long record is read at the start in no order of days: half a century of one zone. */
const STARTS = 20_000;

/** Start of a calendar day in a zone (not always 00:00: some zones change at midnight). */
export function dayStart(day: Day, zone: Zone): Millis {
  const key = `${day} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds;
  if (starts.size >= STARTS) starts.clear();
  starts.set(key, start);
  return start;
}

/** The calendar day of an instant in a zone. */
export function dayOf(at: Millis, zone: Zone): Day {
  const kept = days.get(zone);
  const near = kept?.get(Math.floor(at / DAY));
  const known = near?.find(({ start, end }) => at >= start && at < end);
  if (known !== undefined) return known.day;
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const day = date.toString();
  const start = dayStart(day, zone);
  // Only a day of 24 hours is sure to be one stretch: where a clock went back over midnight, a day comes twice.
  if (dayStart(date.add({ days: 1 }).toString(), zone) - start !== DAY) return day;
  const others = kept === undefined || kept.size >= KEPT ? new Map<number, readonly ZoneDay[]>() : kept;
  // No zone has three days within one of UTC: what is kept of one never grows long.
  days.set(zone, others.set(Math.floor(at / DAY), [...(near ?? []), { day, start, end: start + DAY }]));
  return day;
}

/** The calendar day after. */
export function nextDay(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** An instant as facts carry it, in UTC. */
export function isoOf(at: Millis): InstantText {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}
