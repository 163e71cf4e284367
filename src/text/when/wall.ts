// Hours on a place's own clock as instants; what the clock skips or shows twice is told, never passed over.
import { Temporal } from "temporal-polyfill";
import { dayStart, type Interval, type Millis, MINUTE } from "../../domain/time.ts";
import { epochDay, wallInstant } from "../../domain/wall.ts";
import { shown } from "./hours.ts";
import type { Here, Note, PartOfDay } from "./reading.ts";

export interface Placed {
  at: Millis;
  notes: readonly Note[];
}

/** Hours from 24 on are the next morning's. As the begin of something an hour that comes twice is the first, as its end the second. */
export function placed(
  date: Temporal.PlainDate,
  hour: number,
  minute: number,
  { zone }: Here,
  side: "start" | "end" = "start",
): Placed {
  const day = date.add({ days: Math.floor(hour / 24) });
  const time = shown(hour, minute);
  const [first, second] = (["start", "end"] as const).map((one) =>
    wallInstant(epochDay(day.toString()), time, zone, one),
  );
  const at = (side === "start" ? first : second) ?? 0;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const read = local.toPlainTime().toString({ smallestUnit: "minute" });
  if (read !== time) return { at, notes: [{ is: "gap", hour: time, read }] };
  if (first === second) return { at, notes: [] };
  const exact = local.toString({ smallestUnit: "minute", timeZoneName: "never" });
  return { at, notes: [{ is: "twice", hour: time, taken: side === "start" ? "first" : "second", exact }] };
}

/** Where nobody names an hour, the parts of a day begin and end as people mean them. */
const PARTS: Record<Exclude<PartOfDay, "noon">, { from: number; to: number }> = {
  small: { from: 0, to: 6 },
  morning: { from: 6, to: 12 },
  afternoon: { from: 12, to: 18 },
  night: { from: 18, to: 30 },
};

export function partSpan(date: Temporal.PlainDate, part: PartOfDay, here: Here): Interval {
  const { from, to } = part === "noon" ? { from: 12, to: 13 } : PARTS[part];
  return { start: placed(date, from, 0, here).at, end: placed(date, to, 0, here, "end").at };
}

export function wholeDay(date: Temporal.PlainDate, { zone }: Here): Interval {
  return { start: dayStart(date.toString(), zone), end: dayStart(date.add({ days: 1 }).toString(), zone) };
}

/** Now, as people read it off a clock. */
export function thisMinute({ now }: Here): Millis {
  return Math.floor(now.epochMilliseconds / MINUTE) * MINUTE;
}
