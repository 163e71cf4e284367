// Whether a change of one curfew makes anything less strict from now on: then one person alone does not decide it. It must never call a change harmless
// because something else of it is stricter.
import type { AreaTree } from "./area-tree.ts";
import type { LeafId } from "./area.ts";
import { calendar } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import { eras } from "./eras.ts";
import { profile } from "./profile.ts";
import { type Run, runs } from "./runs.ts";
import type { Situation } from "./situation.ts";
import { termsHere } from "./terms.ts";
import { DAY, type Interval, type Millis } from "./time.ts";

/** So far a curfew without an end is looked at: whatever comes weekly has come often by then. */
const HORIZON = 400 * DAY;

export interface Changed {
  before: Situation;
  after: Situation;
  /** The curfew's versions on both sides. A place that none of them speaks of is not looked at. */
  of: readonly Curfew[];
  at: Millis;
}

/**
 * A minute from `at` on that was certainly under a curfew and is no longer, be it free or not known; or one of which nobody knew and that is free now: whoever
 * reads "no curfew" goes out, whatever was read before.
 */
export function relaxes({ before, after, of, at }: Changed): boolean {
  const span = { start: at, end: furthest(of, at) };
  const countries = [...new Set(of.map(({ country }) => country))];
  return countries.some((country) =>
    eras(after.areas.changes(country), span).some(({ lower, upper }) => {
      const range = { start: Math.max(lower, span.start), end: Math.min(upper, span.end) };
      const leaves = after.areas.leaves(country, range.start).filter((leaf) => speaksOf(after.areas, of, leaf));
      return anyLessStrict(before, after, leaves, range);
    }),
  );
}

function anyLessStrict(before: Situation, after: Situation, leaves: readonly LeafId[], range: Interval): boolean {
  return leaves.some((leaf) => lessStrict(runs(profile(before, leaf), range), runs(profile(after, leaf), range)));
}

/** Beyond the last certain night of each nothing is certain. */
function furthest(of: readonly Curfew[], at: Millis): Millis {
  return Math.max(at + HORIZON, ...of.map((one) => (calendar(one).certain + calendar(one).longest + 3) * DAY));
}

function speaksOf(areas: AreaTree, of: readonly Curfew[], leaf: LeafId): boolean {
  return [-Infinity, ...areas.changes(leaf)].some((from) =>
    of.some((curfew) => termsHere(areas, leaf, from)(curfew) !== undefined),
  );
}

/** Both cover the same time without a gap. */
function lessStrict(was: readonly Run[], now: readonly Run[]): boolean {
  for (let i = 0, j = 0; ;) {
    const [a, b] = [was[i], now[j]];
    if (a === undefined || b === undefined) return false;
    const apart = Math.max(a.start, b.start) < Math.min(a.end, b.end);
    if (apart && RANK[b.is] < RANK[a.is]) return true;
    if (a.end <= b.end) i += 1;
    if (b.end <= a.end) j += 1;
  }
}

const RANK = { inForce: 2, unknown: 1, notInForce: 0 } as const;
