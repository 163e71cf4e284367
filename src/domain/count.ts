// Vigía's own count over strikes on vessels, and what lies between it and the totals that others quote. Not stated is never counted as zero.
import type { Area } from "./area.ts";
import type { Org } from "./org.ts";
import { isIn, type Part } from "./part.ts";
import { indexed } from "./strike-index.ts";
import type { Claim, Gap, Region, Strike, Tally } from "./strike.ts";
import type { Day } from "./time.ts";
import { figure, type Range } from "./toll.ts";

export { figure } from "./toll.ts";

/** What the record holds about strikes: the part of it that counts and answers rest on. */
export interface StrikeRecord {
  /** Newest first. */
  strikes: readonly Strike[];
  /** Oldest first. */
  tallies: readonly Tally[];
  gaps: readonly Gap[];
  claims: readonly Claim[];
  orgsById: ReadonlyMap<string, Org>;
  areasById: ReadonlyMap<string, Area>;
}

/** Days are inclusive; `minKilled` asks for a figure that was announced. */
export interface Cut {
  since?: Day | undefined;
  until?: Day | undefined;
  region?: Region | undefined;
  org?: string | undefined;
  minKilled?: number | undefined;
  /** Only the records behind one figure. */
  only?: Part | undefined;
}

/** Whether it leaves out some of what happened up to its end: then no total of everything stands beside it. */
export function isPart({ since, region, org, minKilled, only }: Cut): boolean {
  return [since, region, org, minKilled].some((one) => one !== undefined) || (only !== undefined && only !== "counted");
}

export interface Count {
  records: number;
  strikes: number;
  killed: Range;
  withPresumed: Range;
  /** Records that give no figure of killed: they add nothing, and that has to be said. */
  silent: number;
}

/**
 * Vessels only: operations on land stay outside. `high` is undefined as soon as one figure has no upper bound. Looks at each strike: what the
 * index of the whole record says without that must be the same.
 */
export function count(strikes: readonly Strike[], cut: Cut = {}): Count {
  const counted = strikes.filter((strike) => strike.target === "vessel" && within(strike, cut));
  const none: Range = { low: 0, high: 0 };
  const killed = counted.map((strike) => figure(strike, "killed"));
  const presumed = counted.map((strike) => figure(strike, "presumed-dead"));
  const total = (ranges: readonly (Range | undefined)[]) =>
    ranges.reduce<Range>((sum, range) => plus(sum, range ?? none), none);
  return {
    records: counted.length,
    strikes: counted.reduce((sum, strike) => sum + (strike.strikes ?? 1), 0),
    killed: total(killed),
    withPresumed: total([...killed, ...presumed]),
    silent: killed.filter((range) => range === undefined).length,
  };
}

function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high === undefined || b.high === undefined ? undefined : a.high + b.high };
}

export function within(strike: Strike, cut: Cut): boolean {
  return (
    overlaps({ from: strike.date, to: strike.date }, cut) &&
    (cut.region === undefined || strike.region === cut.region) &&
    (cut.org === undefined || strike.orgIds.includes(cut.org)) &&
    (cut.minKilled === undefined || reaches(strike, cut.minKilled)) &&
    (cut.only === undefined || isIn(strike, cut.only))
  );
}

/** Any figure that was announced is enough: who asks for ten or more must not lose the record that one source puts at twelve. */
function reaches(strike: Strike, least: number): boolean {
  const killed = figure(strike, "killed");
  return killed !== undefined && (killed.high ?? killed.low) >= least;
}

/** Whether a stretch of days touches the days asked for. */
export function overlaps(stretch: { from: Day; to: Day }, { since, until }: Pick<Cut, "since" | "until">): boolean {
  return (since === undefined || stretch.to >= since) && (until === undefined || stretch.from <= until);
}

/** What lies between a quoted total and ours. `gaps` may explain a difference, they never prove it. */
export type Difference =
  | { is: "announced" }
  | { is: "presumed" }
  | { is: "gaps"; gaps: readonly Gap[] }
  | { is: "unexplained" };

export interface Comparison {
  tally: Tally;
  /** Ours up to the day of the quoted total, never up to another one. */
  ours: Count;
  difference: Difference;
}

/**
 * The last quoted total on or before a day, each beside our count of that same day; all of them where one day has several. `index`: what is
 * counted, where that is not the record's own list.
 */
export function compare(
  record: Pick<StrikeRecord, "strikes" | "tallies" | "gaps">,
  day: Day,
  index = indexed(record.strikes),
): readonly Comparison[] {
  const last = record.tallies
    .filter((tally) => tally.date <= day)
    .map((tally) => tally.date)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  return record.tallies.filter((tally) => tally.date === last).map((tally) => beside(record, tally, index));
}

/** One quoted total, with our whole count to the end of its day. */
export function beside(
  record: Pick<StrikeRecord, "strikes" | "gaps">,
  tally: Tally,
  index = indexed(record.strikes),
): Comparison {
  const ours = index.count({ until: tally.date });
  return { tally, ours, difference: difference(tally, ours, record.gaps) };
}

function difference(tally: Tally, ours: Count, gaps: readonly Gap[]): Difference {
  if (holds(ours.killed, tally.killed)) return { is: "announced" };
  if (holds(ours.withPresumed, tally.killed)) return { is: "presumed" };
  const known = gaps.filter((gap) => gap.from <= tally.date);
  const missing = known.filter((gap) => gap.to <= tally.date).reduce((sum, gap) => sum + (gap.killedAtLeast ?? 0), 0);
  // Whether the total includes the presumed dead is not known: the wider of the two differences has to leave room for what is missing.
  const room = tally.killed - ours.killed.low;
  return known.length > 0 && room > 0 && room >= missing ? { is: "gaps", gaps: known } : { is: "unexplained" };
}

/** Without an upper bound of ours nothing larger can be called equal. */
function holds({ low, high }: Range, total: number): boolean {
  return total >= low && total <= (high ?? low);
}
