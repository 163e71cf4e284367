// Where windows begin and end, leaf by leaf, for the tick. It must never make an edge of a seam, nor an end into the unknown a plain end.
import type { AreaId } from "./area.ts";
import { calendar } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import { eras } from "./eras.ts";
import { profile, type Profile } from "./profile.ts";
import { ahead, behind, momentRuns } from "./runs.ts";
import { decreesOf, namedBy } from "./said-of.ts";
import type { Edge, Situation } from "./situation.ts";
import { interval, relief } from "./state.ts";
import { DAY, type Interval, type Millis, type Zone } from "./time.ts";
import { wallInstant } from "./wall.ts";

/** Edges of all leaves of a country at instants in (after, until], by instant, ends before begins. Pure: ticks may be asked again. */
export function edges(
  situation: Situation,
  country: AreaId,
  { after, until }: { after: Millis; until: Millis },
): Edge[] {
  const { areas } = situation;
  const changes = areas.changes(country);
  // `after` itself is in no tick's range but the run that holds it is needed: what begins after it is seen against it.
  const range = { start: after, end: until + 1 };
  const redrawn = changes.some((at) => at > after && at <= until);
  const turning = redrawn ? undefined : namesTurning(situation, country, range);
  if (turning?.size === 0) return [];
  const found = eras(changes, { start: after + 1, end: until + 1 }).flatMap((era) => {
    const leaves = areas.leaves(country, era.start);
    const looked = { start: era.start - 1, end: era.end };
    return leaves.flatMap((leaf): Edge[] => {
      if (turning !== undefined && !areas.everyName(leaf).some((name) => turning.has(name))) return [];
      return turnsOf(profile(situation, leaf), looked).map((turn) => ({ ...turn, leaf }));
    });
  });
  return found.sort((a, b) => a.at - b.at || ORDER[a.kind] - ORDER[b.kind]);
}

const ORDER = { ended: 0, began: 1 } as const;

/**
 * Most minutes nothing turns anywhere. Whether any hour of any decree, in any zone of the country, falls into the range is far cheaper to
 * ask than what holds in two hundred places. Names of the areas that decrees with such an hour speak of: they may still turn out
 * to be nothing, all others are certain.
 */
function namesTurning(situation: Situation, country: AreaId, range: Interval): ReadonlySet<AreaId> {
  const own = situation.areas.zones(country);
  const names = new Set<AreaId>();
  for (const { value: curfew } of decreesOf(situation.curfews).touching({ start: range.start - 1, end: range.end })) {
    if (!mayTurn(curfew, curfew.hoursZone === undefined ? own : [curfew.hoursZone], range)) continue;
    for (const name of namedBy(curfew)) names.add(name);
  }
  return names;
}

function mayTurn(curfew: Curfew, zones: readonly Zone[], range: Interval): boolean {
  const { first, last, starts, ends, endings, longest } = calendar(curfew);
  const within = (at: Millis) => at > range.start && at < range.end;
  if (endings.some(({ from, to }) => within(from) || within(to))) return true;
  const from = Math.max(first, Math.floor(range.start / DAY) - longest - 2);
  const to = Math.min(last + longest, Math.floor(range.end / DAY) + 1);
  for (let day = from; day <= to; day++) {
    for (const zone of zones) {
      if (starts.some((time) => within(wallInstant(day, time, zone, "start")))) return true;
      if (ends.some((time) => within(wallInstant(day, time, zone, "end")))) return true;
    }
  }
  return false;
}

/** Where the runs of a leaf turn, at instants after the begin of the range. */
function turnsOf(own: Profile, range: Interval): Omit<Edge, "leaf">[] {
  const list = momentRuns(own, range);
  return list.slice(1).flatMap((run, index) => {
    const before = list[index];
    if (before?.is === "inForce") return [ended(own, run.start)];
    return run.is === "inForce" ? [began(own, run.start)] : [];
  });
}

function began(own: Profile, at: Millis): Omit<Edge, "leaf"> {
  const { until, follows, next, curfews } = ahead(own, at);
  return { kind: "began", at, since: at, until, next: interval(next), followedBy: relief(follows), curfews };
}

function ended(own: Profile, at: Millis): Omit<Edge, "leaf"> {
  const { segment, next } = ahead(own, at);
  const { since, curfews } = behind(own, at - 1);
  return { kind: "ended", at, since, until: at, next: interval(next), followedBy: relief(segment.is), curfews };
}

export { groupEdges } from "./edge-groups.ts";
