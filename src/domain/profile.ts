// All that bears on one leaf, without the leaf: places treated alike share a profile, and are computed once.
// It must never count an answer for a larger area as an answer for this one where only its own name will do.
import type { LeafId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { Coverage } from "./coverage.ts";
import { eras } from "./eras.ts";
import type { Lineage } from "./lineage.ts";
import type { Situation } from "./situation.ts";
import { terms, type Terms } from "./terms.ts";
import { dayOf, dayStart, instant, DAY, type Interval, type Millis, type Zone } from "./time.ts";

/** A stretch for which the team knows of all curfews here. */
export interface Known extends Interval {
  /** The entry names this very area, not one around it. */
  own: boolean;
  /** Curfews whose list of areas it confirms as complete. */
  completes: readonly string[];
}

/** What holds while the tree around the leaf stands as it does. */
export interface Stage {
  lower: Millis;
  upper: Millis;
  declared: readonly Terms[];
  withdrawn: readonly Terms[];
  known: readonly Known[];
}

export interface Profile {
  stages: readonly Stage[];
}

interface Memory extends Pick<Situation, "curfews" | "withdrawn" | "coverage"> {
  /** Who knows the same from this instant on and until before the other is told the same: what is known day by day ends with its day. */
  from: Millis;
  before: Millis;
  /** First instant of the day after the situation's, by zone. */
  tomorrows: Map<Zone, Millis>;
  leaves: Map<LeafId, Profile>;
  byKey: Map<string, Profile>;
}

/** Lists of the record never change, so what was worked out for them holds as long as they do. */
const memories = new WeakMap<AreaTree, Memory[]>();
/** Of one tree: the record as it is, and a few others for whoever looks back. */
const KEPT = 8;

/** The same object for all leaves of a situation that are treated alike. */
export function profile(situation: Situation, leaf: LeafId): Profile {
  const memory = memoryOf(situation);
  const known = memory.leaves.get(leaf);
  if (known !== undefined) return known;
  const always = { start: -Infinity, end: Infinity };
  const built = eras(situation.areas.changes(leaf), always).map(({ lower, upper }) =>
    stage(situation, memory, leaf, lower, upper),
  );
  const key = JSON.stringify(built.map((one) => one.key));
  const made = memory.byKey.get(key) ?? { stages: built.map((one) => one.stage) };
  memory.byKey.set(key, made);
  memory.leaves.set(leaf, made);
  return made;
}

function memoryOf({ areas, curfews, withdrawn, coverage, knownAt }: Situation): Memory {
  const kept = memories.get(areas) ?? [];
  const known = kept.find(
    (one) =>
      one.curfews === curfews &&
      one.withdrawn === withdrawn &&
      one.coverage === coverage &&
      one.from <= knownAt &&
      knownAt < one.before,
  );
  if (known !== undefined) return known;
  const made: Memory = {
    curfews,
    withdrawn,
    coverage,
    from: -Infinity,
    before: Infinity,
    tomorrows: new Map(),
    leaves: new Map(),
    byKey: new Map(),
  };
  memories.set(areas, [made, ...kept].slice(0, KEPT));
  return made;
}

/** What was worked out holds within these bounds only. Whoever asks now is within them. */
function narrow(memory: Memory, from: Millis, before: Millis): void {
  memory.from = Math.max(memory.from, from);
  memory.before = Math.min(memory.before, before);
}

function stage(
  situation: Situation,
  memory: Memory,
  leaf: LeafId,
  lower: Millis,
  upper: Millis,
): { key: unknown; stage: Stage } {
  const { areas } = situation;
  const lineage = areas.lineage(leaf, lower);
  const speak = (list: Situation["curfews"]) => list.map((curfew) => terms(areas, curfew, leaf, lower));
  const [declared, withdrawn] = [speak(situation.curfews), speak(situation.withdrawn)];
  const known = situation.coverage.map((entry) => knownHere(entry, lineage, situation, memory));
  const keys = [declared, withdrawn].map((list) => list.map((one) => one?.key ?? 0));
  return {
    key: [lower, ...keys, known.map((one) => (one === undefined ? 0 : [one.own, one.end]))],
    stage: {
      lower,
      upper,
      declared: declared.flatMap(present),
      withdrawn: withdrawn.flatMap(present),
      known: known.flatMap(present),
    },
  };
}

function knownHere(entry: Coverage, lineage: Lineage, situation: Situation, memory: Memory): Known | undefined {
  const area = lineage.all.find((one) => entry.areas.includes(one));
  const own = lineage.self.length > 0 && lineage.self.every((one) => entry.areas.includes(one));
  // Two areas that one was made of may both be named though no single name holds it all.
  const through = area ?? (own ? lineage.self[0] : undefined);
  if (through === undefined) return undefined;
  const { from, to } = span(entry);
  const end = entry.asOfEachDay ? Math.min(to, reach(situation, memory, situation.areas.zone(through), to)) : to;
  return from < end ? { start: from, end, own, completes: entry.completes } : undefined;
}

const spans = new WeakMap<Coverage, { from: Millis; to: Millis }>();

function span(entry: Coverage): { from: Millis; to: Millis } {
  const made = spans.get(entry) ?? { from: instant(entry.from), to: instant(entry.to) };
  spans.set(entry, made);
  return made;
}

/** What is known day by day is known to the end of today and not further; once its last day has come, to its end. */
function reach({ knownAt }: Situation, memory: Memory, zone: Zone, to: Millis): Millis {
  if (knownAt >= to) {
    narrow(memory, to, Infinity);
    return to;
  }
  const known = memory.tomorrows.get(zone);
  if (known !== undefined) return known;
  const today = dayStart(dayOf(knownAt, zone), zone);
  // 36 h after the day began it is the next one, however long the clocks make the day.
  const made = dayStart(dayOf(today + 1.5 * DAY, zone), zone);
  narrow(memory, today, made);
  memory.tomorrows.set(zone, made);
  return made;
}

function present<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}
