// All that the log says of one subject, and what of it stands once a part of that is known. Pure: it never writes and never reads a clock.
import type { Curfew } from "../domain/curfew.ts";
import { type Fact, knownAt, noun } from "../domain/fact.ts";
import type { Millis } from "../domain/time.ts";

/** A fact with the instant since when it is known. */
export interface Entry {
  at: Millis;
  fact: Fact;
}

/** What stands of a subject. */
export interface Standing {
  /** What became known of it first: lists that have no other order are in this one. */
  first: Entry;
  head: Fact;
  /** The last curfew that stood: of a withdrawn one, what was withdrawn. */
  before: Curfew | undefined;
}

export const entryOf = (fact: Fact): Entry => ({ at: knownAt(fact), fact });

/** The order in which facts become known. */
export function byKnown(a: Entry, b: Entry): number {
  return a.at - b.at || a.fact.seq - b.fact.seq;
}

export const placeOf = ({ kind, subject }: Fact) => `${noun(kind)}/${subject}`;

export class Subject {
  readonly noun: string;
  /** In the order in which they became known. */
  readonly entries: Entry[] = [];
  /** As last asked; undefined where nothing of it is known then. */
  standing: Standing | undefined;

  constructor(fact: Fact) {
    this.noun = noun(fact.kind);
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length > 1) this.entries.sort(byKnown);
  }

  /** Latest version by its place in the log: a version known earlier than the one it replaces still replaces it. */
  standingWhere(isKnown: (entry: Entry) => boolean): Standing | undefined {
    let standing: Standing | undefined;
    for (const entry of this.entries) {
      const { fact } = entry;
      if (!isKnown(entry) || (standing !== undefined && standing.head.seq > fact.seq)) continue;
      const before = isCurfew(fact) ? fact.content : standing?.before;
      standing = { first: standing?.first ?? entry, head: fact, before };
    }
    return standing;
  }
}

type Declared = Extract<Fact, { kind: "curfew.declared" | "curfew.changed" | "curfew.lifted" | "curfew.annulled" }>;

function isCurfew(fact: Fact): fact is Declared {
  return noun(fact.kind) === "curfew" && fact.kind !== "curfew.withdrawn";
}

export function same(a: Standing | undefined, b: Standing | undefined): boolean {
  return a === b || (a !== undefined && a.head === b?.head && a.first === b.first && a.before === b.before);
}
