// Finds places by name: those of the record and of the home country before the rest of the world. What a name that many bear is taken for is said,
// or asked; it never guesses silently.
import type { Area, AreaId } from "../domain/area.ts";
import type { Language } from "../domain/text.ts";
import { fold } from "../text/fold.ts";
import { texts } from "../text/index.ts";
import { distinct, type Entry, type Fit, NameIndex, nameIn, words } from "./name-index.ts";
import type { Hit, Index, Resolution, Setting } from "./names.ts";

type Areas = ReadonlyMap<string, Area>;

const RANK = { country: 4, state: 3, province: 3, department: 3, region: 3, canton: 2, parish: 1 } as const;
/** As many as a menu holds. */
const ASKED_BACK = 25;
const NEAREST = 3;
/** Places at home of which the name is only a part, beside those elsewhere that bear it whole. */
const ALIKE = 5;

export function placeNames(areas: Areas, { world = [], home }: Setting): Index {
  return new PlaceNames(areas, world, home);
}

/** Of the world itself: it never changes while the program runs. */
const worlds = new WeakMap<readonly Area[], { index: NameIndex; byId: Areas }>();

function worldIndex(world: readonly Area[]): { index: NameIndex; byId: Areas } {
  const made = worlds.get(world) ?? {
    index: new NameIndex(world.map((area) => entryOf(area))),
    byId: new Map(world.map((area) => [area.id, area])),
  };
  worlds.set(world, made);
  return made;
}

function entryOf(area: Area, labels: readonly string[] = []): Entry {
  return { id: area.id, names: [...words(area.name), ...area.spellings], labels, weight: RANK[area.kind] };
}

class PlaceNames implements Index {
  readonly #areas: Areas;
  readonly #near: NameIndex;
  readonly #far: NameIndex;
  /** Still as the world has it. */
  readonly #isFar: (id: string) => boolean;
  readonly #home: AreaId | undefined;

  constructor(areas: Areas, world: readonly Area[], home: AreaId | undefined) {
    const { index, byId } = worldIndex(world);
    this.#areas = areas;
    this.#isFar = (id) => byId.has(id) && areas.get(id) === byId.get(id);
    const recorded = [...areas.values()].filter(({ id }) => !this.#isFar(id));
    this.#near = new NameIndex(
      recorded.map((area) => entryOf(area, [this.label(area.id, "en"), this.label(area.id, "es")])),
    );
    this.#far = index;
    this.#home = home?.slice(0, 2);
  }

  find(typed: string, language: Language, limit: number): readonly Hit[] {
    const ids = fold(typed) === "" ? this.#likely() : this.#ranked(typed);
    return ids.slice(0, limit).map((id) => ({ id, label: this.label(id, language) }));
  }

  resolve(typed: string, language: Language): Resolution {
    if (this.#areas.has(typed)) return { is: "one", id: typed };
    const same = this.#exact(typed);
    if (same.length > 0) return this.#meant(this.#chosen(same, typed), same, language);
    const near = this.#near.search(typed, "spelled-out");
    // Words alone never correct a spelling: that would be guessing.
    const spelled = near.length > 0 ? this.#homeFirst(near) : this.#homeFirst(this.#ofFar("spelled-out", typed));
    const [only] = spelled;
    if (spelled.length === 1 && only !== undefined)
      return { is: "one", id: only, ...(this.#isFar(only) ? { others: [] } : {}) };
    if (spelled.length > 1) return this.#meant(spelled, spelled, language);
    const alike = [...this.#near.apart(typed), ...this.#far.apart(typed)].sort((a, b) => a.apart - b.apart);
    const ids = alike.slice(0, 2 * NEAREST).flatMap((one) => [...one.ids].filter((id) => this.#areas.has(id)));
    return { is: "none", nearest: this.#hits(distinct(this.#ranked(typed), ids).slice(0, NEAREST), language) };
  }

  label(id: string, language: Language): string {
    const area = this.#areas.get(id);
    if (area === undefined) return id;
    const parent = area.parent === undefined ? undefined : this.#areas.get(area.parent);
    const own = nameIn(area.name, language);
    if (parent === undefined) return own;
    return `${own} (${texts(language).common.areaKind[area.kind]}, ${nameIn(parent.name, language)})`;
  }

  #meant(chosen: readonly string[], same: readonly string[], language: Language): Resolution {
    const [only] = chosen;
    const others = same.filter((id) => !chosen.includes(id));
    if (chosen.length !== 1 || only === undefined)
      return { is: "several", hits: this.#hits(distinct(chosen, others).slice(0, ASKED_BACK), language) };
    return others.length === 0
      ? { is: "one", id: only }
      : { is: "one", id: only, others: this.#hits(distinct([only], others), language).slice(1) };
  }

  /**
   * At three in the morning nobody wants to be asked for a name that is exact at home: what else bears it is said beside the answer. A country
   * goes before its own parts ("Panamá"). Whatever else several bear is asked, with what is called much the same at home.
   */
  #chosen(same: readonly string[], typed: string): readonly string[] {
    const home = same.filter((id) => this.#isHome(id));
    const countries = same.filter((id) => this.#areas.get(id)?.kind === "country");
    if (home.length > 0 && countries.every((id) => this.#isHome(id))) return home;
    const [country = ""] = countries;
    if (countries.length === 1 && same.every((id) => countryOf(id) === country)) return [country];
    const alike = this.#near
      .search(typed, "spelled-out")
      .filter((id) => this.#isHome(id))
      .slice(0, ALIKE);
    return distinct(alike, this.#homeFirst(same));
  }

  #exact(typed: string): readonly string[] {
    const found = distinct(this.#near.exact(typed), this.#far.exact(typed).filter(this.#isFar));
    if (found.length > 0) return this.#homeFirst(found);
    // A label as it was suggested, typed or pasted: `Georgia (state, United States)`.
    const [, name = ""] = /^(.+?) \(.+\)$/.exec(typed.trim()) ?? [];
    if (name === "") return [];
    const labelled = (id: string, language: Language) =>
      [this.label(id, language), this.#askedLabel(id, language, true), this.#askedLabel(id, language, false)].some(
        (label) => fold(label) === fold(typed),
      );
    return this.#exact(name).filter((id) => labelled(id, "en") || labelled(id, "es"));
  }

  #ranked(typed: string): readonly string[] {
    const exact = this.#exact(typed);
    const first = exact.filter((id) => this.#isHome(id) || this.#areas.get(id)?.kind === "country");
    const begun = this.#homeFirst(this.#near.search(typed, "begun"));
    const elsewhere = distinct(exact, this.#homeFirst(this.#ofFar("begun", typed)));
    const alike = distinct(this.#homeFirst(this.#near.search(typed, "alike")), this.#ofFar("alike", typed));
    const strict = distinct(first, begun, elsewhere, alike);
    return strict.length > 0 ? strict : distinct(this.#near.search(typed, "partly"), this.#ofFar("partly", typed));
  }

  #ofFar(fit: Fit, typed: string): readonly string[] {
    return this.#far.search(typed, fit).filter(this.#isFar);
  }

  #likely(): readonly string[] {
    return this.#homeFirst(distinct(this.#near.likely(), this.#far.likely().filter(this.#isFar)));
  }

  #homeFirst(ids: readonly string[]): readonly string[] {
    return distinct(
      ids.filter((id) => this.#isHome(id)),
      ids,
    );
  }

  #isHome(id: string): boolean {
    return this.#home !== undefined && countryOf(id) === this.#home;
  }

  /** As they are asked back: kind and country of each, so that nobody has to know which Georgia is offered. */
  #hits(ids: readonly string[], language: Language): readonly Hit[] {
    const mixed = new Set(ids.map(countryOf)).size > 1;
    return ids.map((id) => ({ id, label: this.#askedLabel(id, language, mixed) }));
  }

  #askedLabel(id: string, language: Language, mixed: boolean): string {
    const area = this.#areas.get(id);
    const label = this.label(id, language);
    if (area === undefined) return label;
    if (area.parent === undefined) return mixed ? `${label} (${texts(language).common.areaKind.country})` : label;
    const country = this.#areas.get(countryOf(id));
    return mixed && country !== undefined && area.parent !== country.id
      ? `${label.slice(0, -1)}, ${nameIn(country.name, language)})`
      : label;
  }
}

/** Every id begins with its country's. */
function countryOf(id: string): string {
  return id.slice(0, 2);
}
