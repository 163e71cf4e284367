// Finds places and organisations by what people type: accents, case, spelling and language forgiven. It never guesses silently between two bearers.
import type { Area, AreaId } from "../domain/area.ts";
import type { Known } from "../domain/known.ts";
import type { Language } from "../domain/text.ts";
import { fold } from "../text/fold.ts";
import { distinct, type Entry, NameIndex, nameIn, words } from "./name-index.ts";
import { placeNames } from "./place-names.ts";

type Named = Pick<Known, "areasById" | "orgs" | "authorities">;

export interface Hit {
  /** Area id or organisation id. */
  id: string;
  /** As shown in suggestions, with its kind and parent where the name alone has two bearers. */
  label: string;
}

export type Resolution =
  /** `others`: who else bears the name and was not taken to be meant. There: what was assumed has to be said. */
  | { is: "one"; id: string; others?: readonly Hit[] }
  | { is: "several"; hits: readonly Hit[] }
  | { is: "none"; nearest: readonly Hit[] };

export interface Names {
  areas: Index;
  orgs: Index;
  /** Authorities and countries that list organisations: `us`, `ofac`, `eeuu`. */
  authorities: Index;
  /** Organisations with this very name, and those with one that is a letter or two apart: for who is about to give it to another. */
  orgsNamed: (name: string, language: Language) => { same: readonly Hit[]; near: readonly Hit[] };
}

export interface Index {
  /** Best first; an empty text gives the likeliest. */
  find: (typed: string, language: Language, limit: number) => readonly Hit[];
  /** An id, an exact name, or what comes nearest. Two bearers of one name are both offered. */
  resolve: (typed: string, language: Language) => Resolution;
  label: (id: string, language: Language) => string;
}

/** How many are named when a word has several bearers. */
const ASKED_BACK = 5;

/** `world`: the places beneath those of the record; `home`: the country whose places are meant first. */
export interface Setting {
  world?: readonly Area[];
  home?: AreaId;
}

/** Builds the three indexes; a few milliseconds for some hundred names. The world's own is made once. */
export function namesOf(known: Named, setting: Setting = {}): Names {
  const organisations = orgEntries(known);
  return {
    areas: placeNames(known.areasById, setting),
    orgs: index(organisations),
    authorities: index(authorityEntries(known)),
    orgsNamed: namedLike(organisations),
  };
}

/** Of six letters one may differ. Short names are apart from each other by so little that every one would be near. */
const LETTERS_A_SLIP = 6;

function namedLike(entries: readonly Labelled[]): Names["orgsNamed"] {
  const labels = new Map(entries.map(({ id, label }) => [id, label]));
  const all = new NameIndex(entries.map(({ id, names, weight }) => ({ id, weight, names })));
  return (name, language) => {
    const hits = (ids: readonly string[]): Hit[] => ids.map((id) => ({ id, label: labels.get(id)?.[language] ?? id }));
    const same = all.exact(name);
    const most = Math.floor(fold(name).length / LETTERS_A_SLIP);
    const near = all
      .apart(name)
      .filter(({ apart }) => apart > 0 && apart <= most)
      .flatMap(({ ids }) => [...ids]);
    return { same: hits(same), near: hits(distinct(near).filter((id) => !same.includes(id))) };
  };
}

interface Labelled extends Entry {
  label: Record<Language, string>;
}

function orgEntries(known: Named): Labelled[] {
  return known.orgs.map((org) => {
    const shown =
      org.acronym === undefined || org.name.includes(org.acronym) ? org.name : `${org.name} (${org.acronym})`;
    const names = [
      org.name,
      ...(org.acronym === undefined ? [] : [org.acronym]),
      ...org.otherNames.map((other) => other.name),
    ];
    return { id: org.id, label: { en: shown, es: shown }, names, weight: org.designations.length };
  });
}

function authorityEntries(known: Named): Labelled[] {
  return known.authorities.map((one) => ({
    id: one.id,
    label: { en: nameIn(one.name, "en"), es: nameIn(one.name, "es") },
    names: [...words(one.name), ...one.spellings],
    weight: 1,
  }));
}

/** For an unknown name it offers what was found by parts of it, and never what is only spelled alike: it would name bystanders. */
function index(entries: readonly Labelled[]): Index {
  const labels = new Map(entries.map(({ id, label }) => [id, label]));
  const all = new NameIndex(
    entries.map(({ id, names, weight, label }) => ({ id, weight, names, labels: Object.values(label) })),
  );
  const hit = (id: string, language: Language): Hit => ({ id, label: labels.get(id)?.[language] ?? id });
  const ranked = (typed: string): readonly string[] => {
    const strict = all.search(typed, "alike");
    return distinct(all.exact(typed), strict.length > 0 ? strict : all.search(typed, "partly"));
  };
  return {
    find: (typed, language, limit) =>
      (typed.trim() === "" ? all.likely() : ranked(typed)).slice(0, limit).map((id) => hit(id, language)),
    resolve: (typed, language) => {
      if (all.has(typed)) return { is: "one", id: typed };
      const same = all.exact(typed);
      // Words alone never correct a spelling: that would be guessing.
      const meant = same.length > 0 ? same : distinct(all.search(typed, "spelled-out"));
      const [only] = meant;
      if (meant.length === 1 && only !== undefined) return { is: "one", id: only };
      if (meant.length > 1) return { is: "several", hits: meant.slice(0, ASKED_BACK).map((id) => hit(id, language)) };
      return {
        is: "none",
        nearest: ranked(typed)
          .slice(0, 3)
          .map((id) => hit(id, language)),
      };
    },
    label: (id, language) => hit(id, language).label,
  };
}
