// The nights ahead of a place, for a list. It must never show an assumed night like an announced one.
import type { LeafId, PlaceId } from "./area.ts";
import { profile, type View } from "./profile.ts";
import type { Situation } from "./situation.ts";
import { DAY, type Day, type Interval, type Millis } from "./time.ts";
import { windowsOf, type Window } from "./windows.ts";

export interface Night extends Interval {
  night: Day;
  /** False: no source says whether the curfew still holds that night. */
  certain: boolean;
  curfews: readonly string[];
  areas: readonly PlaceId[];
}

const SPANS = [5 * DAY, 40 * DAY, 400 * DAY] as const;

/** The first `count` windows that end after `from`, by begin, those within 400 days; places with the same hours and decrees together. */
export function nights(situation: Situation, place: PlaceId, from: Millis, count: number): Night[] {
  const leaves = situation.areas.leaves(place, from);
  let found: Night[] = [];
  for (const span of SPANS) {
    found = within(situation, leaves, { start: from, end: from + span });
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}

/** No window lasts longer: one that touches the range is seen whole, also where the tree changed under it. */
const LONGEST = 8 * DAY;
const around = ({ start, end }: Interval): Interval => ({ start: start - LONGEST, end: end + LONGEST });

type Listed = Omit<Night, "areas">;

function within(situation: Situation, leaves: readonly LeafId[], range: Interval): Night[] {
  const lists = new Map<View, readonly (readonly [key: string, listed: Listed])[]>();
  const groups = new Map<string, { listed: Listed; leaves: LeafId[] }>();
  for (const leaf of leaves) {
    const view = profile(situation, leaf).view(around(range));
    const list = lists.get(view) ?? listOf(view, range).map((listed) => [JSON.stringify(listed), listed] as const);
    lists.set(view, list);
    for (const [key, listed] of list) {
      const group = groups.get(key) ?? { listed, leaves: [] };
      group.leaves.push(leaf);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ listed, leaves }) => ({ ...listed, areas: situation.areas.compress(leaves, range.start) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Decrees with the same hours on a night make one line. */
function listOf(view: View, range: Interval): readonly Listed[] {
  const lines = new Map<string, Listed>();
  for (const { start, end, night, certain, curfew } of windowsIn(view, range)) {
    const key = `${start} ${end} ${certain}`;
    const curfews = [...new Set([...(lines.get(key)?.curfews ?? []), curfew])].sort();
    lines.set(key, { start, end, night, certain, curfews });
  }
  return [...lines.values()];
}

/**
 * A window over the day on which the tree changed is one window, also where each side of that day has its own terms. Its own other half goes before
 * any that touches it: hours of the same decree may end by themselves in the minute of the change.
 */
function windowsIn(view: View, range: Interval): Window[] {
  const found: { shown: Window; whole: Window }[] = [];
  for (const { declared, lower, upper } of view.stages) {
    for (const whole of declared.flatMap((terms) => windowsOf(terms, "named", around(range)))) {
      const [start, end] = [Math.max(whole.start, lower), Math.min(whole.end, upper)];
      if (start >= end) continue;
      const touching = found.filter(
        ({ shown }) =>
          shown.end === lower && start === lower && shown.curfew === whole.curfew && shown.night === whole.night,
      );
      const half =
        touching.find((one) => one.whole.start === whole.start && one.whole.end === whole.end) ?? touching[0];
      if (half === undefined) found.push({ shown: { ...whole, start, end }, whole });
      else half.shown.end = end;
    }
  }
  return found.map(({ shown }) => shown).filter((one) => one.end > range.start && one.start < range.end);
}
