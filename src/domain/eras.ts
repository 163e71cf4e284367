// A range cut where the tree around a place changes. Each piece has one answer to "what is this place part of".
import type { Interval, Millis } from "./time.ts";

export interface Era extends Interval {
  /** Bounds of the whole era, beyond the range. */
  lower: Millis;
  upper: Millis;
}

/** Pieces of `range` between the given instants (ascending), in order, without gaps; none for an empty range. */
export function eras(changes: readonly Millis[], range: Interval): Era[] {
  const bounds = [-Infinity, ...changes, Infinity];
  return bounds.slice(1).flatMap((upper, index) => {
    const lower = bounds[index] ?? -Infinity;
    const [start, end] = [Math.max(lower, range.start), Math.min(upper, range.end)];
    return start < end ? [{ start, end, lower, upper }] : [];
  });
}
