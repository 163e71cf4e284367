// Names of one list of things, found by what people type: accents, case, spelling and language forgiven. It ranks; it never decides what was meant.
import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import type { Language, Text } from "../domain/text.ts";
import { fold } from "../text/fold.ts";

export interface Entry {
  id: string;
  names: readonly string[];
  /** As suggestions show it: found when typed whole, never by a word of it. */
  labels?: readonly string[];
  /** Higher comes first among equals. */
  weight: number;
}

/** How well a name fits: with all the words as they are, all as beginnings, all misspelled, some misspelled. */
export type Fit = "spelled-out" | "begun" | "alike" | "partly";

const HOW = {
  "spelled-out": { prefix: false, fuzzy: false, combineWith: "AND" },
  begun: { prefix: true, fuzzy: false, combineWith: "AND" },
  alike: { prefix: true, fuzzy: 0.25, combineWith: "AND" },
  partly: { prefix: true, fuzzy: 0.25, combineWith: "OR" },
} as const;

export class NameIndex {
  readonly #weights = new Map<string, number>();
  #likely: readonly string[] | undefined;
  readonly #exact = new Map<string, Set<string>>();
  readonly #search = new MiniSearch<{ id: string; names: string }>({
    fields: ["names"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term || null,
  });

  constructor(entries: readonly Entry[]) {
    for (const { id, names, weight, labels = [] } of entries) {
      this.#weights.set(id, weight);
      const folded = names.map(fold);
      for (const name of [...folded, ...labels.map(fold)])
        this.#exact.set(name, (this.#exact.get(name) ?? new Set<string>()).add(id));
      this.#search.add({ id, names: folded.join(" ") });
    }
  }

  has(id: string): boolean {
    return this.#weights.has(id);
  }

  /** Bearers of exactly this name. */
  exact(typed: string): readonly string[] {
    return [...(this.#exact.get(fold(typed)) ?? [])];
  }

  /** Best first. */
  search(typed: string, fit: Fit): readonly string[] {
    const text = fold(typed);
    if (text === "") return [];
    return this.#search
      .search(text, { ...HOW[fit], boostDocument: (id) => 1 + (this.#weights.get(String(id)) ?? 0) / 20 })
      .map((result) => String(result.id));
  }

  /** The likeliest, for who has typed nothing yet. */
  likely(): readonly string[] {
    this.#likely ??= [...this.#weights].sort(([, a], [, b]) => b - a).map(([id]) => id);
    return this.#likely;
  }

  /** Every name with how many letters it is apart from what was typed, nearest first. */
  apart(typed: string): readonly { apart: number; ids: ReadonlySet<string> }[] {
    const text = fold(typed);
    return [...this.#exact]
      .map(([name, ids]) => ({ ids, apart: distance(text, name) }))
      .sort((a, b) => a.apart - b.apart);
  }
}

export function distinct(...lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

export function nameIn(name: Text, language: Language): string {
  return name[language] ?? name.en ?? name.es ?? "";
}

export function words(name: Text): string[] {
  return [name.en, name.es].filter((word) => word !== undefined);
}
