// All that bears on one leaf, without the leaf: places treated alike in a time share what is worked out for it.
// It must never count an answer for a larger area as an answer for this one where only its own name will do.
import type { LeafId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { Coverage } from "./coverage.ts";
import type { Curfew } from "./curfew.ts";
import { eras } from "./eras.ts";
import type { Lineage } from "./lineage.ts";
import { decreesOf, entriesOf, spanOfEntry, withdrawnOf, type SaidOf } from "./said-of.ts";
import type { Situation } from "./situation.ts";
import { shownArea } from "./place.ts";
import { termsHere, type Terms } from "./terms.ts";
import { dayOf, dayStart, DAY, type Interval, type Millis, type Zone } from "./time.ts";

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

/** All that bears on a leaf in a range. The same object for all leaves that are treated alike in it. */
export interface View {
  stages: readonly Stage[];
}

/** A situation, and within which bounds another instant of knowing makes no other one of it. */
export interface Same {
  situation: Situation;
  from: Millis;
  before: Millis;
}

/** Who may ask of it: whoever knows the same, and for whom the same day is the last one that is known day by day. */
interface Memory extends Same {
  profiles: Map<LeafId, Profile>;
  views: Map<string, View>;
}

/** Lists of the record never change, so what was worked out for them holds as long as they do. */
const memories = new WeakMap<AreaTree, Memory[]>();
/** Of one tree: the record as it is, and a few others for whoever looks back. */
const KEPT = 8;
/** Of one record; then they are forgotten, all at once. */
const VIEWS = 5_000;
/** Of one leaf: whoever asks a minute later asks for the same days. */
const RANGES = 24;
const ALWAYS: Interval = { start: -Infinity, end: Infinity };

export class Profile {
  readonly #memory: Memory;
  readonly #leaf: LeafId;
  readonly #views = new Map<string, View>();
  #forAllTime: View | undefined;

  constructor(memory: Memory, leaf: LeafId) {
    this.#memory = memory;
    this.#leaf = leaf;
  }

  /** What bears on the leaf in a range; other times are left out. */
  view(range: Interval): View {
    if (range.start === -Infinity && range.end === Infinity) return (this.#forAllTime ??= this.#viewOf(range));
    return this.#viewOf(range);
  }

  #viewOf(range: Interval): View {
    const asked = `${range.start} ${range.end}`;
    const known = this.#views.get(asked);
    if (known !== undefined) return known;
    const { situation, views } = this.#memory;
    const periods = eras(situation.areas.changes(this.#leaf), range);
    const built = periods.map(({ lower, upper }) => stage(situation, this.#leaf, range, { lower, upper }));
    const key = `${asked}${built.map((one) => one.key).join("")}`;
    const made = views.get(key) ?? { stages: built.map((one) => one.stage) };
    if (views.size >= VIEWS) views.clear();
    views.set(key, made);
    if (this.#views.size >= RANGES) this.#views.clear();
    this.#views.set(asked, made);
    return made;
  }

  /** For all time. Slower the more is recorded: for who must know of entries, whenever they are about. */
  get stages(): readonly Stage[] {
    return this.view(ALWAYS).stages;
  }

  /** The latest instant up to `at` about which anything may be known here; -Infinity: there is none. */
  newest(at: Millis): Millis {
    const { areas, curfews, withdrawn, coverage } = this.#memory.situation;
    return Math.max(
      decreesOf(curfews).newest(areas, this.#leaf, at),
      withdrawnOf(withdrawn).newest(areas, this.#leaf, at),
      entriesOf(coverage).newest(areas, this.#leaf, at),
    );
  }
}

/** Throws RangeError on an unknown area. */
export function profile(situation: Situation, leaf: LeafId): Profile {
  const memory = memoryOf(situation);
  const known = memory.profiles.get(leaf);
  if (known !== undefined) return known;
  const made = new Profile(memory, leaf);
  memory.profiles.set(leaf, made);
  return made;
}

/** The same object for situations of which every question has the same answer. */
export function sameKnowledge(situation: Situation): object {
  return memoryOf(situation);
}

/** The same without what was worked out for it: for whoever keeps something of his own by it. */
export function sameAs(situation: Situation): Same {
  const { situation: one, from, before } = memoryOf(situation);
  return { situation: one, from, before };
}

/** Whether every question has the same answer in another situation. */
export function isSame({ situation: one, from, before }: Same, other: Situation): boolean {
  return (
    one.curfews === other.curfews &&
    one.coverage === other.coverage &&
    one.withdrawn === other.withdrawn &&
    one.areas === other.areas &&
    from <= other.knownAt &&
    other.knownAt < before
  );
}

function memoryOf(situation: Situation): Memory {
  const { areas } = situation;
  const kept = memories.get(areas) ?? [];
  const known = kept.find((one) => isSame(one, situation));
  if (known !== undefined && known === kept[0]) return known;
  const made = known ?? { situation, ...sameReach(situation), profiles: new Map(), views: new Map() };
  memories.set(areas, [made, ...kept.filter((one) => one !== made)].slice(0, KEPT));
  return made;
}

/** The bounds within which another instant of knowing gives every entry the same reach. */
function sameReach({ areas, coverage, knownAt }: Situation): { from: Millis; before: Millis } {
  let [from, before] = [-Infinity, Infinity];
  for (const entry of coverage) {
    if (!entry.asOfEachDay) continue;
    const { end } = spanOfEntry(entry);
    if (knownAt >= end) from = Math.max(from, end);
    else {
      before = Math.min(before, end);
      for (const zone of new Set(entry.areas.map((area) => areas.zone(area)))) {
        const today = dayAround(knownAt, zone);
        from = Math.max(from, today.start);
        before = Math.min(before, today.end);
      }
    }
  }
  return { from, before };
}

function stage(
  situation: Situation,
  leaf: LeafId,
  range: Interval,
  { lower, upper }: { lower: Millis; upper: Millis },
): { key: string; stage: Stage } {
  const { areas, coverage } = situation;
  let key = `\n${lower}`;
  const speaks = termsHere(areas, leaf, lower);
  const speak = (said: SaidOf<Curfew>) => {
    const found: Terms[] = [];
    for (const { value } of said.of(areas, leaf, range)) {
      const made = speaks(value);
      if (made === undefined) continue;
      key += ` ${made.id}`;
      found.push(made);
    }
    return found;
  };
  const declared = speak(decreesOf(situation.curfews));
  key += " /";
  const withdrawn = speak(withdrawnOf(situation.withdrawn));
  key += " /";
  const lineage = areas.lineage(leaf, lower);
  const known = entriesOf(coverage)
    .of(areas, leaf, range)
    .flatMap(({ value, position }) => {
      const made = knownHere(value, leaf, lineage, situation);
      if (made === undefined) return [];
      key += ` ${position}:${made.own}:${made.end}`;
      return [made];
    });
  return { key, stage: { lower, upper, declared, withdrawn, known } };
}

function knownHere(entry: Coverage, leaf: LeafId, lineage: Lineage, situation: Situation): Known | undefined {
  // A rest is no area of the tree: whoever means it alone names it as it is written.
  const rest = shownArea(leaf).rest && entry.areas.includes(leaf) ? lineage.self[0] : undefined;
  const area = rest ?? lineage.all.find((one) => entry.areas.includes(one));
  const own = rest !== undefined || (lineage.self.length > 0 && lineage.self.every((one) => entry.areas.includes(one)));
  // Two areas that one was made of may both be named though no single name holds it all.
  const through = area ?? (own ? lineage.self[0] : undefined);
  if (through === undefined) return undefined;
  const { start, end: to } = spanOfEntry(entry);
  const end = entry.asOfEachDay ? reach(situation, situation.areas.zone(through), to) : to;
  return start < end ? { start, end, own, completes: entry.completes } : undefined;
}

/** What is known day by day is known to the end of today and not further; once its last day has come, to its end. */
function reach({ knownAt }: Situation, zone: Zone, to: Millis): Millis {
  return knownAt >= to ? to : Math.min(to, dayAround(knownAt, zone).end);
}

function dayAround(at: Millis, zone: Zone): Interval {
  const start = dayStart(dayOf(at, zone), zone);
  // 36 h after the day began it is the next one, however long the clocks make the day.
  return { start, end: dayStart(dayOf(start + 1.5 * DAY, zone), zone) };
}
