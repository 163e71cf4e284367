// Where windows begin and end, leaf by leaf, for the tick. It must never make an edge of a seam, nor an end into the unknown a plain end.
import type { AreaId } from "./area.ts";
import { calendar } from "./calendar.ts";
import { eras } from "./eras.ts";
import { profile, type Profile } from "./profile.ts";
import { ahead, behind, runs } from "./runs.ts";
import type { Edge, Situation } from "./situation.ts";
import { interval, relief } from "./state.ts";
import { DAY, type Interval, type Millis } from "./time.ts";
import { wallInstant } from "./wall.ts";

/** Edges of all leaves of a country at instants in (after, until], by instant, ends before begins. Pure: ticks may be asked again. */
export function edges(
  situation: Situation,
  country: AreaId,
  { after, until }: { after: Millis; until: Millis },
): Edge[] {
  const changes = situation.areas.changes(country);
  // `after` itself is in no tick's range but the run that holds it is needed: what begins after it is seen against it.
  const range = { start: after, end: until + 1 };
  if (!changes.some((at) => at > after && at <= until) && !mayTurn(situation, country, range)) return [];
  const found = eras(changes, { start: after + 1, end: until + 1 }).flatMap((era) => {
    const byProfile = new Map<Profile, readonly Omit<Edge, "leaf">[]>();
    return situation.areas.leaves(country, era.start).flatMap((leaf): Edge[] => {
      const own = profile(situation, leaf);
      const turns = byProfile.get(own) ?? turnsOf(own, { start: era.start - 1, end: era.end });
      byProfile.set(own, turns);
      return turns.map((turn) => ({ ...turn, leaf }));
    });
  });
  return found.sort((a, b) => a.at - b.at || ORDER[a.kind] - ORDER[b.kind]);
}

const ORDER = { ended: 0, began: 1 } as const;

/**
 * Most minutes nothing turns anywhere. Whether any hour of any decree, in any zone of the country, falls into the range is far cheaper to
 * ask than what holds in two hundred places; a yes may still turn out to be nothing, a no is certain.
 */
function mayTurn(situation: Situation, country: AreaId, range: Interval): boolean {
  const { areas, curfews } = situation;
  const zones = new Set(areas.all.flatMap((area) => (areas.country(area.id) === country ? [areas.zone(area.id)] : [])));
  const within = (at: Millis) => at > range.start && at < range.end;
  return curfews.some((curfew) => {
    const { first, last, starts, ends, endings } = calendar(curfew);
    if (endings.some((ending) => within(ending.from))) return true;
    const from = Math.max(first, Math.floor(range.start / DAY) - 3);
    const to = Math.min(last, Math.floor(range.end / DAY) + 1);
    for (let night = from; night <= to; night++) {
      for (const zone of curfew.hoursZone === undefined ? zones : [curfew.hoursZone]) {
        if (starts.some((time) => within(wallInstant(night, time, zone, "start")))) return true;
        // An end is on the night's own day or on the next.
        if (
          ends.some(
            (time) =>
              within(wallInstant(night, time, zone, "end")) || within(wallInstant(night + 1, time, zone, "end")),
          )
        )
          return true;
      }
    }
    return false;
  });
}

/** Where the runs of a profile turn, at instants after the begin of the range. */
function turnsOf(own: Profile, range: Interval): Omit<Edge, "leaf">[] {
  const list = runs(own, range);
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
  const after = ahead(own, at);
  const { since, curfews } = behind(own, at - 1);
  const followedBy = segmentIs(own, at);
  return { kind: "ended", at, since, until: at, next: interval(after.next), followedBy, curfews };
}

function segmentIs(own: Profile, at: Millis): Edge["followedBy"] {
  return relief(runs(own, { start: at, end: at + 1 })[0]?.is);
}

export { groupEdges } from "./edge-groups.ts";
