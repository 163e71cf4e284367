// Neighbouring segments that say the same, as one run: a seam between two decrees is no end. It must never show a horizon as an end.
import { momentOf, segmentsOf } from "./segments.ts";
import type { Profile, View } from "./profile.ts";
import type { Segment } from "./situation.ts";
import { DAY, type Interval, type Millis } from "./time.ts";

/** A stretch with one answer; the reasons and the decrees within may change. `curfews`: all of them. */
export interface Run extends Interval {
  is: Segment["is"];
  curfews: readonly string[];
}

/**
 * How far a begin or an end is looked for: near first, as every night's curfew comes again within 36 hours. 400 days hold a year's decree with its
 * renewals; a reader gains nothing from a time further off, and each look stays cheap. What is not found by then is left out, not made up.
 */
const SPANS = [1.5 * DAY, 30 * DAY, 400 * DAY] as const;
const HORIZON = 400 * DAY;

export function runs(profile: Profile, range: Interval, frame?: Interval): Run[] {
  return joined(segmentsOf(profile, range, frame));
}

function joined(segments: readonly Segment[]): Run[] {
  const found: Run[] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    if (last?.is === segment.is) {
      last.end = segment.end;
      last.curfews = [...new Set([...last.curfews, ...segment.curfews])].sort();
    } else found.push({ start: segment.start, end: segment.end, is: segment.is, curfews: segment.curfews });
  }
  return found;
}

/** The runs of a moment, of which most leaves have but one. */
export function momentRuns(profile: Profile, range: Interval): Run[] {
  return joined(momentOf(profile, range, nearFrame(range)));
}

/** The days that hold all within `span` of any instant of the day of `at`, before and after: one look for both. */
function frameOf(at: Millis, span: Millis): Interval {
  const day = Math.floor(at / DAY) * DAY;
  return { start: day - span, end: day + DAY + span };
}

/** The days that an instant's neighbourhood is worked out for, where they hold a range: whoever looks on from it uses them again. */
function nearFrame(range: Interval): Interval | undefined {
  const near = frameOf(range.start, SPANS[0]);
  return range.end <= near.end ? near : undefined;
}

interface Found<Value> {
  value: Value;
  /** Looking further would change nothing. */
  final: boolean;
}

/** What was found in a view is found for every leaf that shares it. */
type Memory<Value> = WeakMap<View, Map<Millis, Found<Value>>>;
const KEPT = 200;

function look<Value>(
  memory: Memory<Value>,
  profile: Profile,
  at: Millis,
  within: (frame: Interval, span: Millis) => Found<Value>,
): Value | undefined {
  let value: Value | undefined;
  for (const span of SPANS) {
    const frame = frameOf(at, span);
    const view = profile.view(frame);
    const known = memory.get(view) ?? new Map<Millis, Found<Value>>();
    const found = known.get(at) ?? within(frame, span);
    if (known.size >= KEPT) known.clear();
    memory.set(view, known.set(at, found));
    ({ value } = found);
    if (found.final) break;
  }
  return value;
}

/** What holds at `at`, and what comes after the run that holds it. */
export interface Ahead {
  segment: Segment;
  /** End of the run, absent beyond the horizon. */
  until: Millis | undefined;
  /** What the run is followed by. */
  follows: Run["is"] | undefined;
  /** The next run in force. */
  next: Run | undefined;
  /** All decrees of the run from `at` on. */
  curfews: readonly string[];
}

const aheads: Memory<Ahead> = new WeakMap();

export function ahead(profile: Profile, at: Millis): Ahead {
  const found = look(aheads, profile, at, (frame, span) => {
    const range = { start: at, end: at + span };
    const segments = segmentsOf(profile, range, frame);
    const [segment] = segments;
    if (segment === undefined) throw new RangeError(`${at} is no instant.`);
    const [current, ...later] = joined(segments);
    const next = later.find((run) => run.is === "inForce");
    const following = later[0];
    const value = { segment, until: following?.start, follows: following?.is, next, curfews: current?.curfews ?? [] };
    return { value, final: following !== undefined && next !== undefined && next.end < range.end };
  });
  if (found === undefined) throw new RangeError(`${at} is no instant.`);
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

const behinds: Memory<Behind> = new WeakMap();

export function behind(profile: Profile, at: Millis): Behind {
  const found = look(behinds, profile, at, (frame, span) => {
    const list = runs(profile, { start: at - span, end: at + 1 }, frame);
    const value = lookBack(list, at - span);
    return { value, final: list.length > 1 && value.last !== undefined && value.last.start > at - span };
  });
  if (found === undefined) throw new RangeError(`${at} is no instant.`);
  if (found.informationEnds !== undefined || found.since > at - HORIZON) return found;
  return { ...found, ...longAgo(profile, at - HORIZON) };
}

/** Nothing for 400 days: the age of the newest information is still owed, so look where it can only be. */
function longAgo(profile: Profile, before: Millis): Pick<Behind, "last" | "informationEnds"> {
  for (let at = profile.newest(before); at > -Infinity; at = profile.newest(at - HORIZON)) {
    const list = runs(profile, { start: at - HORIZON, end: at + 1 });
    const { last, informationEnds } = lookBack(list, at - HORIZON);
    if (informationEnds !== undefined) return { last, informationEnds };
  }
  return { last: undefined, informationEnds: undefined };
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
