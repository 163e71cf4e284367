// Which areas a place belonged to at an instant: countries cut, merge and rename. It must never let a cut make a curfew disappear.
import type { AreaId } from "./area.ts";
import type { Millis } from "./time.ts";
import { isValid, type Validity } from "./validity.ts";

/** What a place was part of at an instant. */
export interface Lineage {
  /** The areas that stood for it then: itself, what it was cut out of, or what took its place. Empty: none is known. */
  self: readonly AreaId[];
  /** Areas that held at least a part of it, nearest first. Whoever names one of these declares a curfew here. */
  any: readonly AreaId[];
  /** Areas that held all of it, nearest first. Only these may say that there is no curfew here. */
  all: readonly AreaId[];
}

/** The areas of a tree through time. area-check.ts has seen to parents and origins. */
export class History {
  readonly #nodes: ReadonlyMap<AreaId, Validity>;
  /** The areas that were not always there; few. */
  readonly #dated: readonly Validity[];
  readonly #before = new Map<AreaId, AreaId[]>();
  readonly #after = new Map<AreaId, AreaId[]>();
  readonly #linked = new Map<AreaId, AreaId[]>();
  readonly #every = new Map<AreaId, readonly AreaId[]>();
  readonly #eras = new Map<AreaId, { starts: Millis[]; lineages: Lineage[] }>();

  constructor(nodes: ReadonlyMap<AreaId, Validity>) {
    this.#nodes = nodes;
    this.#dated = [...nodes.values()].filter(({ from, to }) => Number.isFinite(from) || Number.isFinite(to));
    for (const node of this.#dated) this.#link(node);
  }

  #link({ area, from, to }: Validity): void {
    const { id, splitFrom, parent } = area;
    if (splitFrom !== undefined) {
      push(this.#before, id, splitFrom);
      // Who was cut out while the other lived on does not take its place when the other goes years later.
      if ((this.#nodes.get(splitFrom)?.to ?? Infinity) <= from) push(this.#after, splitFrom, id);
    }
    const successors = to < Infinity ? area.successors.flatMap((next) => this.#nodes.get(next)?.area ?? []) : [];
    for (const next of successors) {
      push(this.#after, id, next.id);
      if (next.splitFrom === undefined) push(this.#before, next.id, id);
    }
    for (const other of [splitFrom, parent, ...successors.map((next) => next.id)]) {
      if (other === undefined) continue;
      push(this.#linked, id, other);
      push(this.#linked, other, id);
    }
  }

  /** The areas that stand at `at` for the territory of `id`; empty where nothing is known to. */
  standIns(id: AreaId, at: Millis, seen: readonly AreaId[] = []): AreaId[] {
    const node = this.#nodes.get(id);
    if (node === undefined || seen.includes(id)) return [];
    if (isValid(node, at)) return [id];
    const others = at < node.from ? this.#before.get(id) : this.#after.get(id);
    if (others !== undefined) return distinct(others.flatMap((other) => this.standIns(other, at, [...seen, id])));
    // A parish of a canton that did not exist yet lay where the canton lay. Within a canton that did, nobody says which part was it.
    const parent = this.#nodes.get(node.area.parent ?? "");
    return parent !== undefined && at < node.from && at < parent.from
      ? this.standIns(parent.area.id, at, [...seen, id])
      : [];
  }

  lineage(id: AreaId, at: Millis): Lineage {
    const { starts, lineages } = this.#erasOf(id);
    let era = 0;
    while (era < starts.length && (starts[era] ?? Infinity) <= at) era++;
    return lineages[era] ?? this.#lineageAt(id, at);
  }

  /** Instants at which `lineage` or `names` of an area may change, ascending. */
  changes(id: AreaId): readonly Millis[] {
    return this.#erasOf(id).starts;
  }

  /**
   * Every name under which a decree of the instant `declared` speaks of what `id` is at `at`. A decree that names a canton covers the
   * territory the canton had that day, whatever was cut out of it or joined to another since. A name that stands for nothing at `at`
   * (not yet, no longer) speaks of the area that holds its territory then: too much is told rather than too little.
   */
  names(id: AreaId, declared: Millis, at: Millis): readonly AreaId[] {
    const now = this.lineage(id, at).any;
    if (this.#erasOf(id).starts.length === 0) return now;
    const absent = this.#dated.filter((node) => !isValid(node, at) && this.#heldBy(node, now, at));
    // A name that stands for something at `at` speaks of that alone: of two that an area fell into, one is not the other.
    const gone = absent
      .filter(({ to }) => to <= at)
      .flatMap(({ area, to }) => this.names(area.id, declared, to - 1))
      .filter((name) => !isValid(this.#nodes.get(name), at));
    return distinct([...now, ...this.lineage(id, declared).any, ...absent.map(({ area }) => area.id), ...gone]);
  }

  /** Every name by which anything ever said may speak of `id`: more than `names` and `lineage` ever give, never less. */
  everyName(id: AreaId): readonly AreaId[] {
    const known = this.#every.get(id);
    if (known !== undefined) return known;
    const made = this.#dated.length === 0 ? this.#chain(id) : [...this.#related(id)];
    this.#every.set(id, made);
    return made;
  }

  #heldBy({ area, from }: Validity, holders: readonly AreaId[], at: Millis): boolean {
    const stand = this.standIns(area.id, at);
    if (stand.length > 0) return stand.some((one) => holders.includes(one));
    return at < from && area.parent !== undefined && holders.includes(area.parent);
  }

  #lineageAt(id: AreaId, at: Millis): Lineage {
    const self = this.standIns(id, at);
    if (self.length === 0) return { self, any: this.#chain(id).slice(1), all: [] };
    const chains = self.map((one) => this.#chain(one));
    const any = distinct(chains.flat());
    return { self, any, all: any.filter((area) => chains.every((chain) => chain.includes(area))) };
  }

  #erasOf(id: AreaId): { starts: Millis[]; lineages: Lineage[] } {
    const known = this.#eras.get(id);
    if (known !== undefined) return known;
    const related = this.#dated.length === 0 ? [] : [...this.#related(id)];
    const bounds = related.flatMap((one) => this.#nodes.get(one) ?? []).flatMap(({ from, to }) => [from, to]);
    const starts = distinct(bounds.filter(Number.isFinite)).sort((a, b) => a - b);
    const made = { starts, lineages: [-Infinity, ...starts].map((at) => this.#lineageAt(id, at)) };
    this.#eras.set(id, made);
    return made;
  }

  #related(id: AreaId, found = new Set<AreaId>()): Set<AreaId> {
    for (const one of this.#chain(id)) {
      if (found.has(one)) continue;
      found.add(one);
      for (const other of this.#linked.get(one) ?? []) this.#related(other, found);
    }
    return found;
  }

  #chain(id: AreaId): AreaId[] {
    const parent = this.#nodes.get(id)?.area.parent;
    return parent === undefined ? [id] : [id, ...this.#chain(parent)];
  }
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key) ?? [];
  if (!list.includes(value)) lists.set(key, [...list, value]);
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
