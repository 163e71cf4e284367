// One leaf's time, cut where the answer changes. It must never call a time free of curfews that nobody confirmed as such.
import type { LeafId } from "./area.ts";
import { profile, type Known, type Profile, type Stage, type View } from "./profile.ts";
import type { Segment, Situation } from "./situation.ts";
import type { Terms } from "./terms.ts";
import { DAY, type Interval } from "./time.ts";
import { windowsOf } from "./windows.ts";

/** Contiguous, covering `range` exactly, neighbours differ; empty for an empty range. */
export function segments(situation: Situation, leaf: LeafId, range: Interval): Segment[] {
  return segmentsOf(profile(situation, leaf), range);
}

type Claim = Interval &
  (
    | { says: "inForce" | "uncertain" | "withdrawn" | "listed?" | "withdrawn?"; curfew: string }
    | { says: "known"; known: Known }
  );

/** Of each view of whole days, its segments. */
const worked = new WeakMap<View, readonly Segment[]>();

/** Worked out for the whole days of `frame`, which holds the range: whoever asks a minute later asks for the same days. */
export function segmentsOf(profile: Profile, range: Interval, frame = wholeDays(range)): Segment[] {
  if (!(range.start < range.end)) return [];
  if (!Number.isFinite(range.start) || !Number.isFinite(range.end)) return workedOut(profile.view(range), range);
  const view = profile.view(frame);
  const segments = worked.get(view) ?? workedOut(view, frame);
  worked.set(view, segments);
  return cut(segments, range);
}

/** The same of a moment, without working out all of its frame. */
export function momentOf(profile: Profile, range: Interval, frame = wholeDays(range)): Segment[] {
  const view = profile.view(frame);
  const segments = worked.get(view);
  return segments === undefined ? workedOut(view, frame, range) : cut(segments, range);
}

function wholeDays({ start, end }: Interval): Interval {
  return { start: Math.floor(start / DAY) * DAY, end: Math.ceil(end / DAY) * DAY };
}

/** The part within the range, in objects of its own. */
function cut(segments: readonly Segment[], range: Interval): Segment[] {
  const found: Segment[] = [];
  for (const one of segments) {
    if (one.start >= range.end) break;
    if (one.end <= range.start) continue;
    found.push({ ...one, start: Math.max(one.start, range.start), end: Math.min(one.end, range.end) });
  }
  return found;
}

/** The claims are those of the whole frame, which other leaves ask for, too. */
function workedOut(view: View, frame: Interval, range = frame): Segment[] {
  const found: Segment[] = [];
  for (const stage of view.stages) {
    const part = within(stage, range);
    if (part.start < part.end) sweep(claims(stage, within(stage, frame)), part, found);
  }
  return found;
}

function within({ lower, upper }: Stage, { start, end }: Interval): Interval {
  return { start: Math.max(start, lower), end: Math.min(end, upper) };
}

function claims(stage: Stage, range: Interval): Claim[] {
  const known = stage.known.map((one): Claim => ({ start: one.start, end: one.end, says: "known", known: one }));
  const declared = stage.declared.map((terms) => declaredClaims(terms, range));
  const withdrawn = stage.withdrawn.map((terms) => withdrawnClaims(terms, range));
  return known.concat(...declared, ...withdrawn);
}

const declaredClaims = lastAsked((terms, range): Claim[] => [
  ...windowsOf(terms, "named", range).map((one) => claim(terms, one, one.certain ? "inForce" : "uncertain")),
  ...windowsOf(terms, "partial", range).map((one) => claim(terms, one, "listed?")),
]);

const withdrawnClaims = lastAsked((terms, range): Claim[] => [
  ...windowsOf(terms, "named", range).map((one) => claim(terms, one, "withdrawn")),
  ...windowsOf(terms, "partial", range).map((one) => claim(terms, one, "withdrawn?")),
]);

/** Whoever asks of a whole country asks of many leaves that a decree treats alike, and for all of them of the same days. */
function lastAsked<Value>(work: (terms: Terms, range: Interval) => Value): typeof work {
  const last = new WeakMap<Terms, Interval & { value: Value }>();
  return (terms, { start, end }) => {
    const before = last.get(terms);
    if (before?.start === start && before.end === end) return before.value;
    const value = work(terms, { start, end });
    last.set(terms, { start, end, value });
    return value;
  };
}

/** A decree that is in force all through the range, without doubt: whatever else is said, its leaves are under a curfew. */
export const holdsThrough = lastAsked((terms, range): boolean =>
  windowsOf(terms, "named", range).some((one) => one.certain && one.start <= range.start && one.end >= range.end),
);

function claim(terms: Terms, { start, end }: Interval, says: Exclude<Claim["says"], "known">): Claim {
  return { start, end, says, curfew: terms.curfew.id };
}

/** Cuts the range at every begin and end of a claim and asks for each piece what holds there; adds what differs from the piece before. */
function sweep(claims: readonly Claim[], range: Interval, found: Segment[]): void {
  const touching = claims
    .filter((one) => one.start < range.end && one.end > range.start)
    .sort((a, b) => a.start - b.start);
  const cuts = cutsOf(touching, range);
  let active: Claim[] = [];
  let next = 0;
  for (const [index, start] of cuts.entries()) {
    active = active.filter((one) => one.end > start);
    for (let one = touching[next]; one !== undefined && one.start <= start; one = touching[++next]) active.push(one);
    const end = cuts[index + 1] ?? range.end;
    const told = verdict(active);
    const last = found.at(-1);
    if (last?.is === told.is && last.why === told.why && same(last.curfews, told.curfews)) last.end = end;
    else found.push({ start, end, ...told });
  }
}

/** Where the range begins, and every begin and end within, each once. */
function cutsOf(claims: readonly Claim[], range: Interval): readonly number[] {
  const all = new Float64Array(claims.length * 2);
  for (const [i, { start, end }] of claims.entries()) {
    all[2 * i] = start;
    all[2 * i + 1] = end;
  }
  const cuts = [range.start];
  for (const at of all.sort()) if (at > range.start && at < range.end && at !== cuts.at(-1)) cuts.push(at);
  return cuts;
}

type Says = Exclude<Claim["says"], "known">;

/** What holds, by precedence: who says that there is one, then every doubt, and only then who knows that there is none. */
function verdict(active: readonly Claim[]): Omit<Segment, "start" | "end"> {
  const inForce = saying(active, "inForce");
  if (inForce.length > 0) return { is: "inForce", curfews: inForce };
  const known = active.flatMap((one) => (one.says === "known" ? [one.known] : []));
  // A list known only in part leaves doubt on a place until somebody names that very place, or says that the list is complete.
  const doubted = (ids: readonly string[]) =>
    known.some((one) => one.own) ? [] : ids.filter((id) => !known.some((one) => one.completes.includes(id)));
  const doubts = [
    { why: "end-not-known", curfews: saying(active, "uncertain") },
    { why: "withdrawn", curfews: saying(active, "withdrawn") },
    { why: "list-partial", curfews: doubted(saying(active, "listed?")) },
    { why: "withdrawn", curfews: doubted(saying(active, "withdrawn?")) },
  ] as const;
  const doubt = doubts.find((one) => one.curfews.length > 0);
  if (doubt !== undefined) return { is: "unknown", why: doubt.why, curfews: doubt.curfews };
  return known.length > 0 ? { is: "notInForce", curfews: [] } : { is: "unknown", curfews: [], why: "not-covered" };
}

/** Their decrees in order, each once. */
function saying(active: readonly Claim[], says: Says): readonly string[] {
  const ids: string[] = [];
  for (const one of active) {
    if (one.says !== says) continue;
    const at = ids.findIndex((id) => id >= one.curfew);
    if (at === -1) ids.push(one.curfew);
    else if (ids[at] !== one.curfew) ids.splice(at, 0, one.curfew);
  }
  return ids;
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i]);
}
