// Where windows begin and end, leaf by leaf, for the tick. It must never make an edge of a seam, nor an end into the unknown a plain end.
import type { AreaId, LeafId } from "./area.ts";
import { calendar } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import { eras } from "./eras.ts";
import { isSame, profile, type Profile, type Same, sameAs } from "./profile.ts";
import { ahead, behind, momentRuns } from "./runs.ts";
import { decreesOf, namedBy } from "./said-of.ts";
import { holdsThrough } from "./segments.ts";
import type { Edge, Situation } from "./situation.ts";
import { interval, relief } from "./state.ts";
import { termsHere } from "./terms.ts";
import { DAY, type Interval, type Millis, type Zone } from "./time.ts";
import { wallInstant } from "./wall.ts";

interface Turning {
  /** Of areas in which something may turn. */
  names: ReadonlySet<AreaId>;
  /** All decrees of the time, by the areas that they name. */
  decrees: ReadonlyMap<AreaId, readonly Curfew[]>;
}

interface Range {
  after: Millis;
  until: Millis;
}

/**
 * Edges of all leaves of a country at instants in (after, until], by instant, ends before begins. Pure: ticks may be asked again. Those of a part of what somebody
 * looked over are taken from there: an edge is of its instant, whatever else was asked for.
 */
export function edges(situation: Situation, country: AreaId, range: Range): Edge[] {
  const known = looksOf(situation).find((one) => one.country === country && holds(one, range));
  return known === undefined ? workedOut(situation, country, range) : partOf(known.edges, range);
}

/** A stretch of one country that somebody looked over. */
interface Looked extends Range {
  same: Same;
  country: AreaId;
  edges: readonly Edge[];
}

/** Of each list of decrees, which is never changed. */
const looked = new WeakMap<readonly Curfew[], readonly Looked[]>();
/** Of one list: the month behind, the weeks ahead, of some countries. */
const KEPT = 12;

const looksOf = (situation: Situation) =>
  (looked.get(situation.curfews) ?? NOTHING).filter(({ same }) => isSame(same, situation));
const NOTHING: readonly Looked[] = [];
const holds = (one: Range, { after, until }: Range) => one.after <= after && one.until >= until;

/** The same for whoever asks much of a long stretch: it is kept, so that others who ask of any part of it find it. The same list for the same stretch. */
export function edgesThrough(situation: Situation, country: AreaId, range: Range): readonly Edge[] {
  const known = looksOf(situation).find((one) => one.country === country && holds(one, range));
  if (known?.after === range.after && known.until === range.until) return known.edges;
  if (known !== undefined) return partOf(known.edges, range);
  return keep(situation, country, range, workedOut(situation, country, range));
}

/** The same for whoever may take long and must let others have their turn: they have it between one leaf and the next. What `breathe` throws ends it. */
export async function edgesAtEase(
  situation: Situation,
  country: AreaId,
  range: Range,
  breathe: () => Promise<void>,
): Promise<readonly Edge[]> {
  if (looksOf(situation).some((one) => one.country === country && holds(one, range)))
    return edgesThrough(situation, country, range);
  const work = leafByLeaf(situation, country, range);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return keep(situation, country, range, step.value);
    await breathe();
  }
}

function keep(situation: Situation, country: AreaId, range: Range, list: readonly Edge[]): readonly Edge[] {
  const made = { ...range, same: sameAs(situation), country, edges: list };
  const others = (looked.get(situation.curfews) ?? []).filter(
    (one) => one.country !== country || !isSame(one.same, situation) || !holds(range, one),
  );
  looked.set(situation.curfews, [made, ...others].slice(0, KEPT));
  return made.edges;
}

function partOf(list: readonly Edge[], { after, until }: Range): Edge[] {
  return list.slice(firstAfter(list, after), firstAfter(list, until));
}

/** In a list by instant. */
function firstAfter(list: readonly Edge[], at: Millis): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function workedOut(situation: Situation, country: AreaId, range: Range): Edge[] {
  const work = leafByLeaf(situation, country, range);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** Rests after each leaf that was worked through. */
function* leafByLeaf(situation: Situation, country: AreaId, { after, until }: Range): Generator<void, Edge[]> {
  const { areas } = situation;
  const changes = areas.changes(country);
  // `after` itself is in no tick's range but the run that holds it is needed: what begins after it is seen against it.
  const range = { start: after, end: until + 1 };
  const redrawn = changes.some((at) => at > after && at <= until);
  const turning = redrawn ? undefined : turningIn(situation, country, range);
  if (turning?.names.size === 0) return [];
  const found: Edge[] = [];
  for (const era of eras(changes, { start: after + 1, end: until + 1 })) {
    const looked = { start: era.start - 1, end: era.end };
    for (const leaf of areas.leaves(country, era.start)) {
      if (turning === undefined || mayTurnIn(situation, leaf, turning, range))
        for (const turn of turnsOf(profile(situation, leaf), looked)) found.push({ ...turn, leaf });
      yield;
    }
  }
  return found.sort((a, b) => a.at - b.at || ORDER[a.kind] - ORDER[b.kind]);
}

/** Most leaves in which a decree begins or ends are under another one all the while: that is seen without asking all that bears on them. */
function mayTurnIn({ areas }: Situation, leaf: LeafId, turning: Turning, range: Interval): boolean {
  const names = areas.everyName(leaf);
  if (!names.some((name) => turning.names.has(name))) return false;
  const [era, ...others] = eras(areas.changes(leaf), range);
  if (era === undefined || others.length > 0) return true;
  const speaks = termsHere(areas, leaf, era.lower);
  const holds = (curfew: Curfew) => {
    const terms = speaks(curfew);
    return terms !== undefined && holdsThrough(terms, range);
  };
  return !names.some((name) => turning.decrees.get(name)?.some(holds));
}

const ORDER = { ended: 0, began: 1 } as const;

/**
 * Most minutes nothing turns anywhere. Whether any hour of any decree, in any zone of the country, falls into the range is far cheaper to
 * ask than what holds in two hundred places. Names of the areas that decrees with such an hour speak of: they may still turn out
 * to be nothing, all others are certain.
 */
function turningIn(situation: Situation, country: AreaId, range: Interval): Turning {
  const own = situation.areas.zones(country);
  const names = new Set<AreaId>();
  const touching = decreesOf(situation.curfews).touching({ start: range.start - 1, end: range.end });
  for (const { value: curfew } of touching) {
    if (!mayTurn(curfew, curfew.hoursZone === undefined ? own : [curfew.hoursZone], range)) continue;
    for (const name of namedBy(curfew)) names.add(name);
  }
  const decrees = new Map<AreaId, Curfew[]>();
  for (const { value: curfew } of names.size === 0 ? [] : touching) {
    for (const name of namedBy(curfew)) decrees.set(name, [...(decrees.get(name) ?? []), curfew]);
  }
  return { names, decrees };
}

function mayTurn(curfew: Curfew, zones: readonly Zone[], range: Interval): boolean {
  const { first, last, starts, ends, endings, longest } = calendar(curfew);
  const within = (at: Millis) => at > range.start && at < range.end;
  if (endings.some(({ from, to }) => within(from) || within(to))) return true;
  // On whatever clock, a moment lies on the calendar's day or on a day beside it.
  const from = Math.max(first, Math.floor(range.start / DAY) - 1);
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
