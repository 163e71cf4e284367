// Since when and until when an area is one. Days are the area's own, never another zone's.
import { Temporal } from "temporal-polyfill";
import type { Area } from "./area.ts";
import { dayStart, type Day, type Millis, type Zone } from "./time.ts";

export interface Validity {
  area: Area;
  /** inclusive */
  from: Millis;
  /** exclusive */
  to: Millis;
}

/** `validFrom` and `validTo` are days of the area's own zone, both included. */
export function validity(area: Area, zone: Zone): Validity {
  const dayAfter = (day: Day) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return {
    area,
    from: area.validFrom === undefined ? -Infinity : dayStart(area.validFrom, zone),
    to: area.validTo === undefined ? Infinity : dayStart(dayAfter(area.validTo), zone),
  };
}

export function isValid(node: Validity | undefined, at: Millis): boolean {
  return node !== undefined && at >= node.from && at < node.to;
}
