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

function workedOut(view: View, range: Interval): Segment[] {
  const pieces = view.stages.flatMap((stage) => {
    const within = { start: Math.max(range.start, stage.lower), end: Math.min(range.end, stage.upper) };
    return within.start < within.end ? sweep(claims(stage, within), within) : [];
  });
  return merge(pieces);
}

function claims(stage: Stage, range: Interval): Claim[] {
  const declared = stage.declared.flatMap((terms): Claim[] => [
    ...windowsOf(terms, "named", range).map((one) => claim(terms, one, one.certain ? "inForce" : "uncertain")),
    ...windowsOf(terms, "partial", range).map((one) => claim(terms, one, "listed?")),
  ]);
  const withdrawn = stage.withdrawn.flatMap((terms): Claim[] => [
    ...windowsOf(terms, "named", range).map((one) => claim(terms, one, "withdrawn")),
    ...windowsOf(terms, "partial", range).map((one) => claim(terms, one, "withdrawn?")),
  ]);
  const known = stage.known.map((one): Claim => ({ start: one.start, end: one.end, says: "known", known: one }));
  return [...declared, ...withdrawn, ...known];
}

function claim(terms: Terms, { start, end }: Interval, says: Exclude<Claim["says"], "known">): Claim {
  return { start, end, says, curfew: terms.curfew.id };
}

/** Cuts the range at every begin and end of a claim and asks for each piece what holds there. */
function sweep(claims: readonly Claim[], range: Interval): Segment[] {
  const touching = claims
    .filter((one) => one.start < range.end && one.end > range.start)
    .sort((a, b) => a.start - b.start);
  const inner = touching.flatMap((one) => [one.start, one.end]).filter((at) => at > range.start && at < range.end);
  const cuts = [...new Set([range.start, ...inner])].sort((a, b) => a - b);
  const found: Segment[] = [];
  let active: Claim[] = [];
  let next = 0;
  for (const [index, start] of cuts.entries()) {
    active = active.filter((one) => one.end > start);
    for (let one = touching[next]; one !== undefined && one.start <= start; one = touching[++next]) active.push(one);
    found.push({ start, end: cuts[index + 1] ?? range.end, ...verdict(active) });
  }
  return found;
}

type Says = Exclude<Claim["says"], "known">;

/** What holds, by precedence: who says that there is one, then every doubt, and only then who knows that there is none. */
function verdict(active: readonly Claim[]): Omit<Segment, "start" | "end"> {
  const known: Known[] = [];
  const said: Partial<Record<Says, string[]>> = {};
  for (const one of active) {
    if (one.says === "known") known.push(one.known);
    else (said[one.says] ??= []).push(one.curfew);
  }
  if (said.inForce !== undefined) return { is: "inForce", curfews: distinct(said.inForce) };
  // A list known only in part leaves doubt on a place until somebody names that very place, or says that the list is complete.
  const doubted = (ids: readonly string[] = []) =>
    known.some((one) => one.own) ? [] : ids.filter((id) => !known.some((one) => one.completes.includes(id)));
  const doubts = [
    { why: "end-not-known", curfews: said.uncertain ?? [] },
    { why: "withdrawn", curfews: said.withdrawn ?? [] },
    { why: "list-partial", curfews: doubted(said["listed?"]) },
    { why: "withdrawn", curfews: doubted(said["withdrawn?"]) },
  ] as const;
  const doubt = doubts.find((one) => one.curfews.length > 0);
  if (doubt !== undefined) return { is: "unknown", why: doubt.why, curfews: distinct(doubt.curfews) };
  return known.length > 0 ? { is: "notInForce", curfews: [] } : { is: "unknown", curfews: [], why: "not-covered" };
}

function distinct(ids: readonly string[]): string[] {
  return ids.length < 2 ? [...ids] : [...new Set(ids)].sort();
}

function merge(pieces: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (
      last !== undefined &&
      last.is === piece.is &&
      last.why === piece.why &&
      last.curfews.join() === piece.curfews.join()
    ) {
      last.end = piece.end;
    } else merged.push({ ...piece });
  }
  return merged;
}
