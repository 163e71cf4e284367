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
}

export class SaidOf<Value> {
  readonly all: SpanIndex<Said<Value>>;
  readonly #byName: ReadonlyMap<string, SpanIndex<Said<Value>>>;

  constructor(list: readonly Value[], namesOf: (value: Value) => Iterable<string>, spanOf: (value: Value) => Interval) {
    const said = list.map((value, position) => ({ value, position }));
    const named = new Map<string, Said<Value>[]>();
    for (const one of said) {
      for (const name of new Set(namesOf(one.value))) {
        const known = named.get(name);
        if (known === undefined) named.set(name, [one]);
        else known.push(one);
      }
    }
    const index = (some: readonly Said<Value>[]) => new SpanIndex(some, ({ value }) => spanOf(value));
    this.all = index(said);
    this.#byName = new Map([...named].map(([name, some]) => [name, index(some)]));
  }

  /** What may speak of a place in a range, in the order of the record. */
  of(tree: AreaTree, place: PlaceId, range: Interval): readonly Said<Value>[] {
    const found: Said<Value>[] = [];
    for (const list of this.#listsOf(tree, place)) list.touching(range, found);
    if (found.length < 2) return found;
    found.sort((a, b) => a.position - b.position);
    return found.filter((one, i) => one !== found[i - 1]);
  }

  /** The latest instant up to `at` about which anything may be said of a place. */
  newest(tree: AreaTree, place: PlaceId, at: Millis): Millis {
    return Math.max(-Infinity, ...this.#listsOf(tree, place).map((list) => list.newest(at)));
  }

  #listsOf(tree: AreaTree, place: PlaceId): readonly SpanIndex<Said<Value>>[] {
    const names = [...tree.everyName(place), DOUBT + tree.country(place)];
    return names.flatMap((name) => this.#byName.get(name) ?? []);
  }
}

/** A list known only in part may speak of any place of its country. */
const DOUBT = "anywhere in ";

const decrees = new WeakMap<readonly Curfew[], SaidOf<Curfew>>();
const entries = new WeakMap<readonly Coverage[], SaidOf<Coverage>>();

export function decreesOf(list: readonly Curfew[]): SaidOf<Curfew> {
  const known = decrees.get(list);
  if (known !== undefined) return known;
  const made = new SaidOf(list, namedBy, (curfew) => calendar(curfew).span);
  decrees.set(list, made);
  return made;
}

export function entriesOf(list: readonly Coverage[]): SaidOf<Coverage> {
  const known = entries.get(list);
  if (known !== undefined) return known;
  const made = new SaidOf(list, ({ areas }) => areas, spanOfEntry);
  entries.set(list, made);
  return made;
}

/** Areas by which a decree may reach a place. */
export function namedBy({ country, rules, exceptions }: Curfew): string[] {
  const doubtful = rules.some((rule) => rule.areasPartial) ? [DOUBT + country] : [];
  const listed = rules.flatMap((rule): AreaId[] => rule.areas);
  return [...listed, ...exceptions.flatMap((one) => one.areas ?? []), ...doubtful];
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
