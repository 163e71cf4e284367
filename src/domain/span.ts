// What holds from one hour to another at a place: the parts inside a curfew, free of one, and not known. It must never call a stretch free
// that nobody looked at, nor show a seam between two decrees as an end.
import type { LeafId, PlaceId } from "./area.ts";
import { profile, type Profile } from "./profile.ts";
import { ahead, behind, type Run, runs } from "./runs.ts";
import type { Situation } from "./situation.ts";
import type { Interval, Millis } from "./time.ts";

/** Places where the same holds all along the span. */
export interface Stretch {
  areas: readonly PlaceId[];
  /** In order, without a gap, from the span's begin to its end. */
  runs: readonly Run[];
  /** Where the span begins inside a curfew: since when that holds. */
  since: Millis | undefined;
  /** Where it ends inside one: until when. Absent too where no end is known within 400 days. */
  until: Millis | undefined;
}

/** What must not be missed comes first. Empty for an empty span; throws RangeError on an unknown area. */
export function stretches(situation: Situation, place: PlaceId, span: Interval): Stretch[] {
  if (!(span.start < span.end)) return [];
  const { areas } = situation;
  const leaves = areas.leaves(place, span.start);
  const worked = new Map<Profile, Omit<Stretch, "areas">>();
  const groups = new Map<string, { leaves: LeafId[]; told: Omit<Stretch, "areas"> }>();
  for (const leaf of leaves.length === 0 ? [place] : leaves) {
    const own = profile(situation, leaf);
    const told = worked.get(own) ?? along(own, span);
    worked.set(own, told);
    const key = JSON.stringify([told.runs, told.since ?? null, told.until ?? null]);
    const group = groups.get(key) ?? { leaves: [], told };
    group.leaves.push(leaf);
    groups.set(key, group);
  }
  const [only, ...others] = groups.values();
  if (only !== undefined && others.length === 0) return [{ areas: [place], ...only.told }];
  return [...groups.values()]
    .map(({ leaves: own, told }) => ({ areas: areas.compress(own, span.start), ...told }))
    .sort((a, b) => urgency(a.runs) - urgency(b.runs));
}

function along(own: Profile, span: Interval): Omit<Stretch, "areas"> {
  const found = runs(own, span);
  const begins = found[0]?.is === "inForce";
  const ends = found.at(-1)?.is === "inForce";
  return {
    runs: found,
    since: begins ? behind(own, span.start).since : undefined,
    until: ends ? ahead(own, span.end - 1).until : undefined,
  };
}

/** The earliest curfew first, then what is not known. */
function urgency(list: readonly Run[]): number {
  const first = (is: Run["is"]) => list.find((run) => run.is === is)?.start;
  return first("inForce") ?? (first("unknown") === undefined ? Infinity : Number.MAX_SAFE_INTEGER);
}
