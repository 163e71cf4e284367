// The nights ahead of a place, for a list. It must never show an assumed night like an announced one.
import type { LeafId, PlaceId } from "./area.ts";
import { profile, type Profile } from "./profile.ts";
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

type Listed = Omit<Night, "areas">;

function within(situation: Situation, leaves: readonly LeafId[], range: Interval): Night[] {
  const lists = new Map<Profile, readonly Listed[]>();
  const groups = new Map<string, { listed: Listed; leaves: LeafId[] }>();
  for (const leaf of leaves) {
    const own = profile(situation, leaf);
    const list = lists.get(own) ?? listOf(own, range);
    lists.set(own, list);
    for (const listed of list) {
      const key = JSON.stringify(listed);
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
function listOf(own: Profile, range: Interval): readonly Listed[] {
  const lines = new Map<string, Listed>();
  for (const stage of own.stages) {
    for (const window of stage.declared
      .flatMap((terms) => windowsOf(terms, "named", range))
      .map((one) => clip(one, stage))) {
      if (window.start >= window.end) continue;
      const key = `${window.start} ${window.end} ${window.certain}`;
      const line = lines.get(key);
      const curfews = [...new Set([...(line?.curfews ?? []), window.curfew])].sort();
      lines.set(key, { start: window.start, end: window.end, night: window.night, certain: window.certain, curfews });
    }
  }
  return [...lines.values()];
}

function clip(window: Window, { lower, upper }: { lower: Millis; upper: Millis }): Window {
  return { ...window, start: Math.max(window.start, lower), end: Math.min(window.end, upper) };
}
