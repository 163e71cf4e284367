// Places as a tree that knows its own history. It must never lose a piece of a country: what is not listed is a `rest` leaf.
import type { Area, AreaId, LeafId, PlaceId } from "./area.ts";
import { checkAreas } from "./area-check.ts";
import { compress } from "./compress.ts";
import { History, type Lineage } from "./lineage.ts";
import { REST, shownArea } from "./place.ts";
import type { Millis, Zone } from "./time.ts";
import { isValid, validity, type Validity } from "./validity.ts";

export { shownArea } from "./place.ts";

/** Instants are world time. `leaves`, `zone`, `ancestors` and `country` throw RangeError on an id that is not in the tree. */
export interface AreaTree {
  readonly all: readonly Area[];
  /** The areas that were not always there, or are no more; few. */
  readonly dated: readonly Validity[];
  get(id: AreaId): Area | undefined;
  /** Direct children; with `at`, those valid then. */
  children(id: AreaId, at?: Millis): readonly Area[];
  /** The leaves that stand for a place at an instant: of what it was cut out of before it was, of its successors after it went. */
  leaves(place: PlaceId, at: Millis): readonly LeafId[];
  zone(place: PlaceId): Zone;
  /** Every zone of a country's places. */
  zones(country: AreaId): readonly Zone[];
  /** Itself first, the country last. */
  ancestors(place: PlaceId): readonly PlaceId[];
  /** Whether all of `leaf` lay in `ancestor` at that instant. */
  covers(ancestor: PlaceId, leaf: LeafId, at: Millis): boolean;
  country(place: PlaceId): AreaId;
  /** The fewest places whose leaves are exactly these, highest first; what is no leaf at `at` is kept as it is. */
  compress(leaves: readonly LeafId[], at: Millis): readonly PlaceId[];
  /** The listed children that `EC-0901/rest` leaves out ("Guayaquil except Tenguel"); none for any other place. */
  except(place: PlaceId, at: Millis): readonly Area[];
  /** What a place was part of at an instant; see lineage.ts. */
  lineage(place: PlaceId, at: Millis): Lineage;
  /** The ids by which a decree of `declared` names a place as it is at `at`; see lineage.ts. */
  names(place: PlaceId, declared: Millis, at: Millis): readonly AreaId[];
  /** Every id by which anything may ever speak of a place; see lineage.ts. */
  everyName(place: PlaceId): readonly AreaId[];
  /** Instants at which the tree around a place changes, ascending; of a country: anywhere in it. */
  changes(place: PlaceId): readonly Millis[];
}

/** Throws an Error with a sentence on a double id, an unknown parent, a cycle, a country without a zone. */
export function areaTree(areas: readonly Area[]): AreaTree {
  return new Tree(areas);
}

class Tree implements AreaTree {
  readonly all: readonly Area[];
  readonly dated: readonly Validity[];
  readonly #byId: ReadonlyMap<AreaId, Area>;
  readonly #kids = new Map<AreaId, Area[]>();
  readonly #nodes: ReadonlyMap<AreaId, Validity>;
  readonly #history: History;
  readonly #countries = new Map<AreaId, AreaId>();
  readonly #changes = new Map<PlaceId, readonly Millis[]>();
  readonly #zones = new Map<AreaId, Zone>();
  /** Of each country: every minute is asked of them, and the world has thousands of places. */
  readonly #zonesOf = new Map<AreaId, Set<Zone>>();
  readonly #dates = new Map<AreaId, Millis[]>();
  /** Instants at which the tree changes anywhere, ascending. */
  readonly #turns: readonly Millis[];
  /** By era, one more than there are turns: every minute is asked of whole countries, and between two turns the answer is the same. */
  readonly #leaves: readonly Map<PlaceId, readonly LeafId[]>[];

  constructor(areas: readonly Area[]) {
    this.all = areas;
    this.#byId = checkAreas(areas);
    for (const area of areas) {
      const siblings = this.#kids.get(area.parent ?? "") ?? [];
      siblings.push(area);
      this.#kids.set(area.parent ?? "", siblings);
    }
    this.#nodes = new Map(areas.map((area) => [area.id, validity(area, this.#settle(area).zone)]));
    this.#history = new History(this.#nodes);
    this.dated = [...this.#nodes.values()].filter(({ from, to }) => Number.isFinite(from) || Number.isFinite(to));
    for (const { area, from, to } of this.dated) {
      const country = this.country(area.id);
      const all = new Set([...(this.#dates.get(country) ?? []), from, to].filter(Number.isFinite));
      this.#dates.set(
        country,
        [...all].sort((a, b) => a - b),
      );
    }
    this.#turns = [...new Set([...this.#dates.values()].flat())].sort((a, b) => a - b);
    this.#leaves = [-Infinity, ...this.#turns].map(() => new Map());
  }

  get(id: AreaId): Area | undefined {
    return this.#byId.get(id);
  }

  children(id: AreaId, at?: Millis): readonly Area[] {
    const listed = this.#kids.get(id) ?? [];
    return at === undefined ? listed : listed.filter((area) => isValid(this.#nodes.get(area.id), at));
  }

  leaves(place: PlaceId, at: Millis): readonly LeafId[] {
    const era = this.#leaves[this.#turns.findLastIndex((turn) => turn <= at) + 1];
    const known = era?.get(place);
    if (known !== undefined) return known;
    const made = this.#leavesOf(place, at);
    era?.set(place, made);
    return made;
  }

  #leavesOf(place: PlaceId, at: Millis): readonly LeafId[] {
    const own = this.#history.standIns(this.#area(place).id, at).flatMap((id) => this.#leavesBelow(id, at));
    // A rest is itself as long as there is one; where its area lists all children by now, or none, the whole area stands for it.
    return own.includes(place) ? [place] : [...new Set(own)];
  }

  zone(place: PlaceId): Zone {
    return required(this.#zones, place);
  }

  zones(country: AreaId): readonly Zone[] {
    return [...required(this.#zonesOf, country)];
  }

  ancestors(place: PlaceId): readonly PlaceId[] {
    const areas = this.#chain(place).map((area) => area.id);
    return shownArea(place).rest ? [place, ...areas] : areas;
  }

  covers(ancestor: PlaceId, leaf: LeafId, at: Millis): boolean {
    return ancestor === leaf || this.lineage(leaf, at).all.includes(ancestor);
  }

  country(place: PlaceId): AreaId {
    return required(this.#countries, place);
  }

  compress(leaves: readonly LeafId[], at: Millis): readonly PlaceId[] {
    return compress(this, leaves, at);
  }

  except(place: PlaceId, at: Millis): readonly Area[] {
    const { area, rest } = shownArea(place);
    return rest ? this.children(area, at) : [];
  }

  lineage(place: PlaceId, at: Millis): Lineage {
    return this.#history.lineage(shownArea(place).area, at);
  }

  names(place: PlaceId, declared: Millis, at: Millis): readonly AreaId[] {
    return this.#history.names(shownArea(place).area, declared, at);
  }

  everyName(place: PlaceId): readonly AreaId[] {
    return this.#history.everyName(shownArea(place).area);
  }

  changes(place: PlaceId): readonly Millis[] {
    const known = this.#changes.get(place);
    if (known !== undefined) return known;
    const made = this.#changesOf(place);
    this.#changes.set(place, made);
    return made;
  }

  #changesOf(place: PlaceId): readonly Millis[] {
    if (this.#area(place).kind !== "country") return this.#history.changes(shownArea(place).area);
    return this.#dates.get(place) ?? [];
  }

  /** Country and zone of an area, worked out once for it and all that it lies in: at each start there are thousands. */
  #settle(area: Area): { country: AreaId; zone: Zone } {
    const [known, read] = [this.#countries.get(area.id), this.#zones.get(area.id)];
    if (known !== undefined && read !== undefined) return { country: known, zone: read };
    const above = area.parent === undefined ? undefined : this.#settle(this.#area(area.parent));
    const country = above?.country ?? area.id;
    const zone = area.zone ?? above?.zone ?? "UTC";
    this.#countries.set(area.id, country);
    this.#zones.set(area.id, zone);
    const zones = this.#zonesOf.get(country) ?? new Set<Zone>();
    this.#zonesOf.set(country, zones.add(zone));
    return { country, zone };
  }

  #area(place: PlaceId): Area {
    return required(this.#byId, place);
  }

  #chain(place: PlaceId): Area[] {
    const area = this.#area(place);
    return area.parent === undefined ? [area] : [area, ...this.#chain(area.parent)];
  }

  #leavesBelow(id: AreaId, at: Millis): LeafId[] {
    const listed = this.children(id, at).flatMap((area) => this.#leavesBelow(area.id, at));
    if (listed.length === 0) return [id];
    return this.#byId.get(id)?.complete === true ? listed : [...listed, id + REST];
  }
}

function required<Value>(byId: ReadonlyMap<AreaId, Value>, place: PlaceId): Value {
  const { area } = shownArea(place);
  const value = byId.get(area);
  if (value === undefined) throw new RangeError(`No area has the id "${area}".`);
  return value;
}
