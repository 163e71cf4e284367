// Neighbouring segments that say the same, as one run: a seam between two decrees is no end. It must never show a horizon as an end.
import { segmentsOf } from "./segments.ts";
import type { Profile } from "./profile.ts";
import type { Segment } from "./situation.ts";
import { DAY, type Interval, type Millis } from "./time.ts";

/** A stretch with one answer; the reasons and the decrees within may change. `curfews`: all of them. */
export interface Run extends Interval {
  is: Segment["is"];
  curfews: readonly string[];
}

/**
 * How far a begin or an end is looked for: near first, as most answers lie within two days. 400 days hold a year's decree with its
 * renewals; a reader gains nothing from a time further off, and each look stays cheap. What is not found by then is left out, not made up.
 */
const SPANS = [2 * DAY, 30 * DAY, 400 * DAY] as const;
const HORIZON = 400 * DAY;

export function runs(profile: Profile, range: Interval): Run[] {
  const found: Run[] = [];
  for (const segment of segmentsOf(profile, range)) {
    const last = found.at(-1);
    if (last?.is === segment.is) {
      last.end = segment.end;
      last.curfews = [...new Set([...last.curfews, ...segment.curfews])].sort();
    } else found.push({ start: segment.start, end: segment.end, is: segment.is, curfews: segment.curfews });
  }
  return found;
}

/** What comes after the run that holds `at`. */
export interface Ahead {
  /** End of the run, absent beyond the horizon. */
  until: Millis | undefined;
  /** What the run is followed by. */
  follows: Run["is"] | undefined;
  /** The next run in force. */
  next: Run | undefined;
  /** All decrees of the run from `at` on. */
  curfews: readonly string[];
}

export function ahead(profile: Profile, at: Millis): Ahead {
  let found: Ahead = { until: undefined, follows: undefined, next: undefined, curfews: [] };
  for (const span of SPANS) {
    const range = { start: at, end: at + span };
    const [current, ...later] = runs(profile, range);
    const next = later.find((run) => run.is === "inForce");
    const following = later[0];
    found = { until: following?.start, follows: following?.is, next, curfews: current?.curfews ?? [] };
    if (following !== undefined && next !== undefined && next.end < range.end) return found;
  }
  const { next } = found;
  if (next === undefined || next.end < at + HORIZON) return found;
  // It runs over the horizon: its own end is looked for from its begin.
  const whole = runs(profile, { start: next.start, end: next.start + HORIZON })[0];
  return { ...found, next: whole ?? next };
}

/** What came before, and the run that holds `at` itself. */
export interface Behind {
  /** Start of the run; `at` less the horizon when it began before that. */
  since: Millis;
  /** The last run in force that ended at or before `since`. */
  last: Run | undefined;
  /** End of the newest run that was not unknown, at or before `since`. */
  informationEnds: Millis | undefined;
  /** All decrees of the run up to and with `at`. */
  curfews: readonly string[];
}

export function behind(profile: Profile, at: Millis): Behind {
  let found: Behind = { since: at - HORIZON, last: undefined, informationEnds: undefined, curfews: [] };
  for (const span of SPANS) {
    const list = runs(profile, { start: at - span, end: at + 1 });
    found = lookBack(list, at - span);
    if (list.length > 1 && found.last !== undefined && found.last.start > at - span) return found;
  }
  if (found.informationEnds !== undefined || found.since > at - HORIZON) return found;
  // Nothing for 400 days: the age of the newest information is still owed, so look where it can only be.
  const newest = newestKnown(profile, at);
  if (newest === undefined) return found;
  const { last, informationEnds } = lookBack(
    runs(profile, { start: newest - HORIZON, end: newest + 1 }),
    newest - HORIZON,
  );
  return { ...found, last, informationEnds: informationEnds ?? found.informationEnds };
}

/** An instant at or after the newest certainty before `at`, of coverage or of a declared night; undefined when there is none. */
function newestKnown(profile: Profile, at: Millis): Millis | undefined {
  const ends = profile.stages.flatMap((stage) => [
    ...stage.known.map((known) => known.end),
    // Three days after the day on which it begins, a night is over in every zone.
    ...stage.declared.map((terms) => (terms.calendar.certain + 3) * DAY),
  ]);
  return ends.length === 0 ? undefined : Math.min(at, Math.max(...ends));
}

function lookBack(list: readonly Run[], start: Millis): Behind {
  const current = list.at(-1);
  const earlier = list.slice(0, -1);
  return {
    since: current?.start ?? start,
    last: earlier.findLast((run) => run.is === "inForce"),
    informationEnds: earlier.findLast((run) => run.is !== "unknown")?.end,
    curfews: current?.curfews ?? [],
  };
}
