// Folds the log into what commands and the planner ask, as known at any instant. Pure memory: it never writes and never reads a clock.
// From one question to the next only those subjects are folded anew of which something became known in between, or is not known yet at the other instant.
import type { Area } from "../domain/area.ts";
import type { Fact } from "../domain/fact.ts";
import type { Known } from "../domain/known.ts";
import type { Millis } from "../domain/time.ts";
import { Fold } from "./fold.ts";
import { byKnown, type Entry, entryOf, placeOf, Subject } from "./subject.ts";
import { treeOf } from "./tree-of.ts";

/** Which facts a question is about. */
interface View {
  /** Known at this instant or before. */
  at: Millis;
  /** And whatever became known by being recorded, whatever the clock said then. */
  allRecorded: boolean;
}

const NOTHING: View = { at: -Infinity, allRecorded: false };

export class ReadModel {
  /** In the order in which they became known. */
  readonly #entries: Entry[] = [];
  readonly #subjects = new Map<string, Subject>();
  readonly #world: readonly Area[];
  readonly #fold: Fold;
  /** What the fold shows. */
  #view = NOTHING;
  /** Facts were added to these since. */
  readonly #added = new Set<Subject>();
  /** Of all that became known by being recorded. */
  #newestRecorded = -Infinity;

  /** `world`: places that hold, always, where no fact speaks of them. */
  constructor(world: readonly Area[] = []) {
    this.#world = world;
    this.#fold = new Fold(world);
  }

  add(facts: readonly Fact[]): void {
    for (const fact of facts) {
      const entry = entryOf(fact);
      const subject = this.#subjectOf(fact);
      subject.add(entry);
      this.#added.add(subject);
      this.#insert(entry);
      if (fact.knownFrom === undefined) this.#newestRecorded = Math.max(this.#newestRecorded, entry.at);
    }
  }

  /** What was known at `at`. */
  known(at: Millis): Known {
    return this.#shown({ at, allRecorded: false });
  }

  /** What is known now: with all that was ever recorded, also where the clock was put back since. History stays filtered. */
  present(now: Millis): Known {
    return this.#shown({ at: now, allRecorded: this.#newestRecorded > now });
  }

  /** All of one subject, in the order of the log. */
  versions(noun: string, subject: string): readonly Fact[] {
    const facts = this.#subjects.get(`${noun}/${subject}`)?.entries.map(({ fact }) => fact) ?? [];
    return facts.sort((a, b) => a.seq - b.seq);
  }

  /** Versions of places that an older Vigía took and that no tree holds: for the operator, at the start. */
  leftOut(): readonly Fact[] {
    return treeOf(
      this.#entries.map(({ fact }) => fact),
      this.#world,
    ).leftOut;
  }

  #shown(view: View): Known {
    const changed = new Set(this.#added);
    for (const { fact } of this.#between(this.#view, view)) changed.add(this.#subjectOf(fact));
    this.#added.clear();
    this.#view = view;
    this.#fold.apply(changed, ({ at, fact }) => at <= view.at || (view.allRecorded && fact.knownFrom === undefined));
    return { ...this.#fold.known, knownAt: view.at };
  }

  /** All that one view holds and the other does not, and perhaps more. */
  #between(a: View, b: View): readonly Entry[] {
    const [from, to] = [upTo(this.#entries, Math.min(a.at, b.at)), upTo(this.#entries, Math.max(a.at, b.at))];
    return this.#entries.slice(from, a.allRecorded === b.allRecorded ? to : undefined);
  }

  #subjectOf(fact: Fact): Subject {
    const place = placeOf(fact);
    const subject = this.#subjects.get(place) ?? new Subject(fact);
    this.#subjects.set(place, subject);
    return subject;
  }

  /** Most facts become known by being recorded: they come last. History finds its place among the others. */
  #insert(entry: Entry): void {
    const last = this.#entries.at(-1);
    if (last === undefined || byKnown(last, entry) < 0) this.#entries.push(entry);
    else this.#entries.splice(upTo(this.#entries, entry.at, entry.fact.seq), 0, entry);
  }
}

/** How many entries lie before an instant and with it; of those at the very instant, the ones up to `seq`. */
function upTo(entries: readonly Entry[], at: Millis, seq = Infinity): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && (entry.at < at || (entry.at === at && entry.fact.seq <= seq))) low = middle + 1;
    else high = middle;
  }
  return low;
}
