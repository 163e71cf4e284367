// All that bears on one leaf, without the leaf: places treated alike share a profile, and are computed once.
// It must never count an answer for a larger area as an answer for this one where only its own name will do.
import type { LeafId } from "./area.ts";
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

interface Memory {
  /** First instant of the day after the situation's, by zone. */
  tomorrows: Map<Zone, Millis>;
  leaves: Map<LeafId, Profile>;
  byKey: Map<string, Profile>;
}

/** A situation never changes, so what was worked out for it holds as long as it does. */
const memories = new WeakMap<Situation, Memory>();

/** The same object for all leaves of a situation that are treated alike. */
export function profile(situation: Situation, leaf: LeafId): Profile {
  const memory = memoryOf(situation);
  const known = memory.leaves.get(leaf);
  if (known !== undefined) return known;
  const always = { start: -Infinity, end: Infinity };
  const built = eras(situation.areas.changes(leaf), always).map(({ lower, upper }) =>
    stage(situation, leaf, lower, upper),
  );
  const key = JSON.stringify(built.map((one) => one.key));
  const made = memory.byKey.get(key) ?? { stages: built.map((one) => one.stage) };
  memory.byKey.set(key, made);
  memory.leaves.set(leaf, made);
  return made;
}

function memoryOf(situation: Situation): Memory {
  const memory = memories.get(situation) ?? { tomorrows: new Map(), leaves: new Map(), byKey: new Map() };
  memories.set(situation, memory);
  return memory;
}

function stage(situation: Situation, leaf: LeafId, lower: Millis, upper: Millis): { key: unknown; stage: Stage } {
  const { areas } = situation;
  const lineage = areas.lineage(leaf, lower);
  const speak = (list: Situation["curfews"]) => list.map((curfew) => terms(areas, curfew, leaf, lower));
  const [declared, withdrawn] = [speak(situation.curfews), speak(situation.withdrawn)];
  const known = situation.coverage.map((entry) => knownHere(entry, lineage, situation));
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

function knownHere(entry: Coverage, lineage: Lineage, situation: Situation): Known | undefined {
  const area = lineage.all.find((one) => entry.areas.includes(one));
  const own = lineage.self.length > 0 && lineage.self.every((one) => entry.areas.includes(one));
  // Two areas that one was made of may both be named though no single name holds it all.
  const through = area ?? (own ? lineage.self[0] : undefined);
  if (through === undefined) return undefined;
  const { from, to } = span(entry);
  const end =
    entry.asOfEachDay && situation.knownAt < to ? Math.min(to, tomorrow(situation, situation.areas.zone(through))) : to;
  return from < end ? { start: from, end, own, completes: entry.completes } : undefined;
}

const spans = new WeakMap<Coverage, { from: Millis; to: Millis }>();

function span(entry: Coverage): { from: Millis; to: Millis } {
  const made = spans.get(entry) ?? { from: instant(entry.from), to: instant(entry.to) };
  spans.set(entry, made);
  return made;
}

/** What is known day by day is known to the end of today and not further. */
function tomorrow(situation: Situation, zone: Zone): Millis {
  const { tomorrows } = memoryOf(situation);
  const known = tomorrows.get(zone);
  if (known !== undefined) return known;
  // 36 h after the day began it is the next one, however long the clocks make the day.
  const made = dayStart(dayOf(dayStart(dayOf(situation.knownAt, zone), zone) + 1.5 * DAY, zone), zone);
  tomorrows.set(zone, made);
  return made;
}

function present<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}
