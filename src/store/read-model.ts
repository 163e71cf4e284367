// Folds the log into what commands and the planner ask, as known at any instant. Pure memory: it never writes and never reads a clock.
// From one question to the next only those subjects are folded anew of which something became known in between, or is not known yet at the other instant. What
// was folded is kept by its place in the log: whoever looks back through the same month again gets the same lists, and all that was worked out for them.
import type { Area } from "../domain/area.ts";
import type { Fact } from "../domain/fact.ts";
import type { Known } from "../domain/known.ts";
import type { Millis } from "../domain/time.ts";
import { Fold, type Folded } from "./fold.ts";
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

/** What the fold showed before it was asked of an earlier time: it goes back there with the very same lists. */
interface Newest {
  view: View;
  folded: Folded;
}

/** A month with a few facts a day. Lists that did not change are the same objects in all of them. */
const KEPT = 128;

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
  /** Something came in that the fold would show, were it folded. */
  #lacks = false;
  #newest: Newest | undefined;
  /** By how many entries were known. The one asked for last comes last. */
  readonly #kept = new Map<string, { count: number; folded: Known }>();

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
      this.#forget(entry, this.#insert(entry));
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

  /** What became known in (after, until], in that order. */
  learned(after: Millis, until: Millis): readonly Fact[] {
    return this.#entries.slice(upTo(this.#entries, after), upTo(this.#entries, until)).map(({ fact }) => fact);
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
    const count = upTo(this.#entries, view.at);
    const key = view.allRecorded ? `${count} and all recorded` : String(count);
    const folded = this.#kept.get(key)?.folded ?? this.#foldedFor(view);
    this.#kept.delete(key);
    this.#kept.set(key, { count: view.allRecorded ? Infinity : count, folded });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return { ...folded, knownAt: view.at };
  }

  #foldedFor(view: View): Known {
    const newest = this.#newest;
    if (newest !== undefined && !isEarlier(view, newest.view)) {
      this.#fold.apply(this.#changedUntil(newest.view), isKnownIn(newest.view));
      this.#fold.putBack(newest.folded);
      this.#view = newest.view;
      this.#newest = undefined;
    } else if (newest === undefined && !this.#lacks && isEarlier(view, this.#view))
      this.#newest = { view: this.#view, folded: this.#fold.folded };
    const changed = this.#changedUntil(view);
    for (const subject of this.#added) changed.add(subject);
    this.#added.clear();
    this.#lacks = false;
    this.#view = view;
    this.#fold.apply(changed, isKnownIn(view));
    return this.#fold.known;
  }

  /** Subjects that may stand otherwise in this view than in the one that the fold shows. */
  #changedUntil(view: View): Set<Subject> {
    return new Set(this.#between(this.#view, view).map(({ fact }) => this.#subjectOf(fact)));
  }

  /** What holds an entry that came in before others, or among them, is not so any more. */
  #forget(entry: Entry, position: number): void {
    if (isKnownIn(this.#view)(entry)) this.#lacks = true;
    if (this.#newest !== undefined && isKnownIn(this.#newest.view)(entry)) this.#newest = undefined;
    for (const [key, { count }] of this.#kept) if (count > position) this.#kept.delete(key);
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

  /** Most facts become known by being recorded: they come last. History finds its place among the others. @returns its place */
  #insert(entry: Entry): number {
    const last = this.#entries.at(-1);
    if (last === undefined || byKnown(last, entry) < 0) return this.#entries.push(entry) - 1;
    const position = upTo(this.#entries, entry.at, entry.fact.seq);
    this.#entries.splice(position, 0, entry);
    return position;
  }
}

/** Of two views of the same log; one that holds what was recorded later holds more. */
function isEarlier(a: View, b: View): boolean {
  return a.at < b.at || (b.allRecorded && !a.allRecorded);
}

const isKnownIn =
  ({ at: known, allRecorded }: View) =>
  ({ at, fact }: Entry) =>
    at <= known || (allRecorded && fact.knownFrom === undefined);

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
