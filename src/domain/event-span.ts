// A decree as one entry of a list of events: from its first window to its last, for the places somebody follows. Pure.
// It must never claim an end that nobody confirmed.
import { Temporal } from "temporal-polyfill";
import type { AreaTree } from "./area-tree.ts";
import type { LeafId, PlaceId } from "./area.ts";
import { calendar } from "./calendar.ts";
import type { Outlook } from "./curfew-change.ts";
import type { Curfew } from "./curfew.ts";
import { shownArea } from "./place.ts";
import { termsHere, type Terms } from "./terms.ts";
import { DAY, type Interval, type Millis, type Zone } from "./time.ts";
import { windows, windowsOf, type Window } from "./windows.ts";

/** Further ahead it is not put into the list. */
export const AHEAD = 14 * DAY;
/** As far as the end of a decree that names none is looked for. */
const HORIZON = 400 * DAY;

export interface EventSpan extends Interval {
  /** Until when there are nights of which nobody says whether it still holds; -Infinity: there are none. */
  doubtedUntil: Millis;
  /** Places with the same hours together. */
  groups: readonly { areas: readonly PlaceId[]; hours: Outlook }[];
}

/** Undefined where the decree says nothing of these places. Nothing in it depends on the hour: only the tree is asked as it is at `now`. */
export function eventSpan(
  areas: AreaTree,
  curfew: Curfew,
  places: readonly PlaceId[],
  now: Millis,
): EventSpan | undefined {
  const { span } = calendar(curfew);
  const range = { start: span.start, end: span.end === Infinity ? now + HORIZON : span.end };
  const known = places.filter((place) => areas.get(shownArea(place).area) !== undefined);
  const leaves = [...new Set(known.flatMap((place) => areas.leaves(place, now)))];
  const groups = new Map<string, { hours: Outlook; leaves: LeafId[] }>();
  const lists = new Map<Terms, readonly Window[]>();
  let doubtedUntil = -Infinity;
  for (const leaf of leaves) {
    const list = listOf(areas, curfew, leaf, { range, lists });
    const certain = merged(list.filter((one) => one.certain));
    doubtedUntil = Math.max(doubtedUntil, ...list.flatMap((one) => (one.certain ? [] : [one.end])));
    const hours = inShort(certain, areas.zone(leaf), curfew.id);
    if (hours === undefined) continue;
    const key = JSON.stringify(hours);
    const group = groups.get(key) ?? { hours, leaves: [] };
    group.leaves.push(leaf);
    groups.set(key, group);
  }
  const found = [...groups.values()];
  if (found.length === 0) return undefined;
  return {
    start: Math.min(...found.map(({ hours }) => hours.first.start)),
    end: Math.max(...found.map(({ hours }) => hours.last.end ?? -Infinity)),
    doubtedUntil,
    groups: found.map((one) => ({ hours: one.hours, areas: areas.compress(one.leaves, now) })),
  };
}

/** Of leaves that the decree treats alike, worked out once; where the tree changes meanwhile, each by itself. */
function listOf(
  areas: AreaTree,
  curfew: Curfew,
  leaf: LeafId,
  { range, lists }: { range: Interval; lists: Map<Terms, readonly Window[]> },
): readonly Window[] {
  if (areas.changes(leaf).some((at) => at > range.start && at < range.end)) return windows(areas, curfew, leaf, range);
  const terms = termsHere(areas, leaf, range.start)(curfew);
  if (terms === undefined) return [];
  const known = lists.get(terms) ?? windowsOf(terms, "named", range);
  lists.set(terms, known);
  return known;
}

/** Windows of two rules that touch are one. */
function merged(list: readonly Interval[]): Interval[] {
  const found: { start: Millis; end: Millis }[] = [];
  for (const { start, end } of [...list].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last === undefined || start > last.end) found.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return found;
}

function inShort(list: readonly Interval[], zone: Zone, curfew: string): Outlook | undefined {
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const hours = sameHours(list, zone);
  return { first, last, windows: list.length, ...(hours === undefined ? {} : { hours }), curfews: [curfew] };
}

/** Undefined where they differ, or one is longer than a day. A last night that is cut short changes nothing of the others. */
function sameHours(list: readonly Interval[], zone: Zone): Outlook["hours"] {
  const all = list.map(({ start, end }) => ({ start: wall(start, zone), end: wall(end, zone), length: end - start }));
  const [first] = all;
  const alike = (one: (typeof all)[number], i: number) =>
    one.length <= DAY && one.start === first?.start && (one.end === first.end || (i > 0 && i === all.length - 1));
  return first === undefined || !all.every(alike) ? undefined : { start: first.start, end: first.end };
}

function wall(at: Millis, zone: Zone): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainTime().toString({ smallestUnit: "minute" });
}
