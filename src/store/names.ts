// Finds places and organisations by what people type: accents, case, spelling and language forgiven. It never guesses silently between two bearers.
import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import { texts } from "../text/index.ts";
import { fold } from "../text/fold.ts";
import type { Language } from "../domain/text.ts";
import type { Known } from "../domain/known.ts";

type Named = Pick<Known, "areasById" | "orgs" | "authorities">;

export interface Hit {
  /** Area id or organisation id. */
  id: string;
  /** As shown in suggestions, with its kind and parent where the name alone has two bearers. */
  label: string;
}

export type Resolution =
  | { is: "one"; id: string }
  | { is: "several"; hits: readonly Hit[] }
  | { is: "none"; nearest: readonly Hit[] };

export interface Names {
  areas: Index;
  orgs: Index;
  /** Authorities and countries that list organisations: `us`, `ofac`, `eeuu`. */
  authorities: Index;
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

interface Entry {
  id: string;
  label: Record<Language, string>;
  names: readonly string[];
  /** Higher comes first among equals. */
  weight: number;
}

/** Builds the three indexes; a few milliseconds for some hundred names. */
export function namesOf(known: Named): Names {
  return {
    areas: index(areaEntries(known), true),
    orgs: index(orgEntries(known)),
    authorities: index(authorityEntries(known)),
  };
}

function areaEntries(known: Named): Entry[] {
  const rank = { country: 4, province: 3, department: 3, canton: 2, parish: 1 } as const;
  return [...known.areasById.values()].map((area) => {
    const parent = area.parent === undefined ? undefined : known.areasById.get(area.parent);
    const label = (language: Language) => {
      const own = nameIn(area.name, language);
      const kind = texts(language).common.areaKind[area.kind];
      return parent === undefined ? own : `${own} (${kind}, ${nameIn(parent.name, language)})`;
    };
    return {
      id: area.id,
      label: { en: label("en"), es: label("es") },
      names: [...words(area.name), ...area.spellings],
      weight: rank[area.kind],
    };
  });
}

function orgEntries(known: Named): Entry[] {
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

function authorityEntries(known: Named): Entry[] {
  return known.authorities.map((one) => ({
    id: one.id,
    label: { en: nameIn(one.name, "en"), es: nameIn(one.name, "es") },
    names: [...words(one.name), ...one.spellings],
    weight: 1,
  }));
}

function nameIn(name: { en?: string | undefined; es?: string | undefined }, language: Language): string {
  return name[language] ?? name.en ?? name.es ?? "";
}

/** `alwaysOffer`: for an unknown name at least what is spelled most alike. Never for organisations: it would name bystanders. */
function index(entries: readonly Entry[], alwaysOffer = false): Index {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const exact = new Map<string, Set<string>>();
  const search = new MiniSearch<{ id: string; names: string }>({
    fields: ["names"],
    tokenize: (text) => fold(text).split(" "),
    processTerm: (term) => term || null,
  });
  for (const entry of entries) {
    for (const name of [...entry.names, ...Object.values(entry.label)])
      exact.set(fold(name), (exact.get(fold(name)) ?? new Set()).add(entry.id));
    search.add({ id: entry.id, names: entry.names.join(" ") });
  }
  const hit = (id: string, language: Language): Hit => ({ id, label: byId.get(id)?.label[language] ?? id });
  const ranked = (typed: string): string[] => {
    const found = (combineWith: "AND" | "OR") =>
      search.search(typed, {
        prefix: true,
        fuzzy: 0.25,
        combineWith,
        boostDocument: (id) => 1 + (byId.get(String(id))?.weight ?? 0) / 20,
      });
    const strict = found("AND");
    const same = exact.get(fold(typed)) ?? new Set<string>();
    const ids = (strict.length > 0 ? strict : found("OR")).map((result) => String(result.id));
    return [...same, ...ids.filter((id) => !same.has(id))];
  };
  /** Entries with all the typed words, spelled as they are: `jalisco`. Words alone never correct a spelling: that would be guessing. */
  const spelledOut = (typed: string): string[] =>
    fold(typed) === ""
      ? []
      : search
          .search(typed, {
            combineWith: "AND",
            prefix: false,
            fuzzy: false,
            boostDocument: (id) => 1 + (byId.get(String(id))?.weight ?? 0) / 20,
          })
          .map((result) => String(result.id));
  const nearest = (typed: string): string[] => {
    if (!alwaysOffer) return ranked(typed);
    const alike = [...exact]
      .map(([name, ids]) => ({ ids, apart: distance(fold(typed), name) }))
      .sort((a, b) => a.apart - b.apart);
    return [...new Set([...ranked(typed), ...alike.flatMap(({ ids }) => [...ids])])];
  };
  const likely = () => [...entries].sort((a, b) => b.weight - a.weight).map((entry) => entry.id);
  return {
    find: (typed, language, limit) =>
      (fold(typed) === "" ? likely() : ranked(typed)).slice(0, limit).map((id) => hit(id, language)),
    resolve: (typed, language) => {
      if (byId.has(typed)) return { is: "one", id: typed };
      const same = [...(exact.get(fold(typed)) ?? [])];
      const meant = same.length > 0 ? same : [...new Set(spelledOut(typed))];
      const [only] = meant;
      if (meant.length === 1 && only !== undefined) return { is: "one", id: only };
      if (meant.length > 1) return { is: "several", hits: meant.slice(0, ASKED_BACK).map((id) => hit(id, language)) };
      return {
        is: "none",
        nearest: nearest(typed)
          .slice(0, 3)
          .map((id) => hit(id, language)),
      };
    },
    label: (id, language) => hit(id, language).label,
  };
}

function words(name: { en?: string | undefined; es?: string | undefined }): string[] {
  return [name.en, name.es].filter((word) => word !== undefined);
}
