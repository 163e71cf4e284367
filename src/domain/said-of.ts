// What the record says, found by the areas that it names and by the time that it is about: a question looks at nothing else. Made once for each
// list of the record, since those never change. It must never leave out what speaks of a place.
import type { AreaTree } from "./area-tree.ts";
import type { AreaId, PlaceId } from "./area.ts";
import { calendar } from "./calendar.ts";
import type { Coverage } from "./coverage.ts";
import type { Curfew } from "./curfew.ts";
import { SpanIndex } from "./span-index.ts";
import { instant, type Interval, type Millis } from "./time.ts";

/** One thing said, with its position in the record's list. */
export interface Said<Value> {
  value: Value;
  position: number;
  /** Read once: a decree stands in the index of each place that it names. */
  span: Interval;
}

interface Reading<Value> {
  namesOf: (value: Value) => readonly string[];
  spanOf: (value: Value) => Interval;
}

/** More changes than these at once, and all is read anew. */
const FEW = 50;

export class SaidOf<Value> {
  readonly list: readonly Value[];
  readonly #reading: Reading<Value>;
  readonly #named: Map<string, Said<Value>[]>;
  /** Made when somebody asks: of most names nobody does. */
  readonly #indexes: Map<string, SpanIndex<Said<Value>>>;
  /** Of each place, the indexes of all its names. */
  readonly #lists = new WeakMap<AreaTree, Map<PlaceId, readonly SpanIndex<Said<Value>>[]>>();
  #all: SpanIndex<Said<Value>> | undefined;

  /** A fact adds one or replaces one: all else is taken over from the list before. */
  constructor(list: readonly Value[], reading: Reading<Value>, before?: SaidOf<Value>) {
    this.list = list;
    this.#reading = reading;
    const changed = before === undefined ? undefined : changes(before.list, list);
    if (before === undefined || changed === undefined) {
      this.#named = new Map();
      this.#indexes = new Map();
      // By start once for all: the index of each name then finds its own in order.
      for (const one of this.#said().sort((a, b) => a.span.start - b.span.start)) this.#add(one);
      return;
    }
    this.#named = new Map(before.#named);
    this.#indexes = new Map(before.#indexes);
    for (const position of changed) {
      const old = before.list[position];
      const value = list[position];
      for (const name of old === undefined ? [] : reading.namesOf(old)) this.#without(name, position);
      for (const name of value === undefined ? [] : reading.namesOf(value)) this.#without(name, position);
      if (value !== undefined) this.#add({ value, position, span: reading.spanOf(value) });
    }
  }

  /** What touches a range, wherever it is. */
  touching(range: Interval): readonly Said<Value>[] {
    const found: Said<Value>[] = [];
    this.#all ??= this.#index(this.#said());
    this.#all.touching(range, found);
    return found;
  }

  /** What may speak of a place in a range, in the order of the record. */
  of(tree: AreaTree, place: PlaceId, range: Interval): readonly Said<Value>[] {
    const found: Said<Value>[] = [];
    for (const list of this.#listsOf(tree, place)) list.touching(range, found);
    if (found.length < 2) return found;
    found.sort((a, b) => a.position - b.position);
    return found.filter((one, i) => one.position !== found[i - 1]?.position);
  }

  /** The latest instant up to `at` about which anything may be said of a place. */
  newest(tree: AreaTree, place: PlaceId, at: Millis): Millis {
    return Math.max(-Infinity, ...this.#listsOf(tree, place).map((list) => list.newest(at)));
  }

  #listsOf(tree: AreaTree, place: PlaceId): readonly SpanIndex<Said<Value>>[] {
    const places = this.#lists.get(tree) ?? new Map<PlaceId, readonly SpanIndex<Said<Value>>[]>();
    const known = places.get(place);
    if (known !== undefined) return known;
    // A rest is no area: who means it alone names it as it is written.
    const names = new Set([place, ...tree.everyName(place), DOUBT + tree.country(place)]);
    const made = [...names].flatMap((name) => this.#indexOf(name) ?? []);
    this.#lists.set(tree, places.set(place, made));
    return made;
  }

  #indexOf(name: string): SpanIndex<Said<Value>> | undefined {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    const list = this.#named.get(name);
    if (list === undefined) return undefined;
    const made = this.#index(list);
    this.#indexes.set(name, made);
    return made;
  }

  #index(list: readonly Said<Value>[]): SpanIndex<Said<Value>> {
    return new SpanIndex(list, ({ span }) => span);
  }

  #said(): Said<Value>[] {
    return this.list.map((value, position) => ({ value, position, span: this.#reading.spanOf(value) }));
  }

  #add(said: Said<Value>): void {
    for (const name of this.#reading.namesOf(said.value)) {
      const known = this.#named.get(name);
      if (known === undefined) this.#named.set(name, [said]);
      else known.push(said);
    }
  }

  /** In lists of its own: those of the record before stay as they are. */
  #without(name: string, position: number): void {
    this.#named.set(
      name,
      (this.#named.get(name) ?? []).filter((one) => one.position !== position),
    );
    this.#indexes.delete(name);
  }
}

/** Positions at which two lists differ; undefined: too many to be worth it. */
function changes<Value>(before: readonly Value[], after: readonly Value[]): readonly number[] | undefined {
  const found: number[] = [];
  for (let i = 0; i < Math.max(before.length, after.length) && found.length <= FEW; i += 1)
    if (before[i] !== after[i]) found.push(i);
  return found.length > FEW ? undefined : found;
}

/** A list known only in part may speak of any place of its country. */
const DOUBT = "anywhere in ";

const names = new WeakMap<Curfew, readonly string[]>();

/** Finds the index of a list, or makes it from the one that was made last. */
function kept<Value>(reading: Reading<Value>): (list: readonly Value[]) => SaidOf<Value> {
  const made = new WeakMap<readonly Value[], SaidOf<Value>>();
  let last: SaidOf<Value> | undefined;
  return (list) => {
    const known = made.get(list);
    if (known !== undefined) return known;
    last = new SaidOf(list, reading, last);
    made.set(list, last);
    return last;
  };
}

export const decreesOf = kept<Curfew>({ namesOf: namedBy, spanOf: (curfew) => calendar(curfew).span });
export const withdrawnOf = kept<Curfew>({ namesOf: namedBy, spanOf: (curfew) => calendar(curfew).span });
export const entriesOf = kept<Coverage>({ namesOf: ({ areas }) => [...new Set(areas)], spanOf: spanOfEntry });

/** Areas by which a decree may reach a place, each once. */
export function namedBy(curfew: Curfew): readonly string[] {
  const known = names.get(curfew);
  if (known !== undefined) return known;
  const { country, rules, exceptions } = curfew;
  const doubtful = rules.some((rule) => rule.areasPartial) ? [DOUBT + country] : [];
  const listed = rules.flatMap((rule): AreaId[] => rule.areas);
  const made = [...new Set([...listed, ...exceptions.flatMap((one) => one.areas ?? []), ...doubtful])];
  names.set(curfew, made);
  return made;
}

const spans = new WeakMap<Coverage, Interval>();

/** As written; what is known day by day may reach less far. */
export function spanOfEntry(entry: Coverage): Interval {
  const known = spans.get(entry);
  if (known !== undefined) return known;
  const made = { start: instant(entry.from), end: instant(entry.to) };
  spans.set(entry, made);
  return made;
}
