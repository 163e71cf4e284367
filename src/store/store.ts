// The record: the one place where a fact enters (record) and the one that is asked what is known (known). Everything downstream hears of new facts here.
import type { Area, AreaId } from "../domain/area.ts";
import { becameKnownAt, type Draft, type Fact } from "../domain/fact.ts";
import { isoOf, type Millis } from "../domain/time.ts";
import type { Store as Rows } from "../engines/store.ts";
import type { Clock } from "../clock.ts";
import type { Known } from "../domain/known.ts";
import { Log } from "./log.ts";
import { namesOf, type Names } from "./names.ts";
import { ReadModel } from "./read-model.ts";
import type { Recorded, Recording } from "./recording.ts";

interface Settings {
  /** The clock is moved back on purpose (a rehearsal): what was recorded later is hidden then. Otherwise it is a clock put right, and hides nothing. */
  rewinds?: boolean;
  /** Places that hold, always, where no fact speaks of them. */
  world?: readonly Area[];
  /** Whose places are meant first. */
  home?: AreaId;
}

export class FactStore implements Recording {
  readonly #log: Log;
  readonly #facts: Fact[];
  readonly #model: ReadModel;
  readonly #clock: Pick<Clock, "now">;
  readonly #settings: Settings;
  readonly #listeners = new Set<(facts: readonly Fact[]) => void>();
  /** When each fact of the log became known, as far as somebody asked. */
  readonly #became: Millis[] = [];
  #names: { of: Pick<Known, "areasById" | "orgs" | "authorities">; names: Names } | undefined;

  private constructor(log: Log, facts: Fact[], clock: Pick<Clock, "now">, settings: Settings) {
    this.#log = log;
    this.#facts = facts;
    this.#clock = clock;
    this.#settings = settings;
    this.#model = new ReadModel(settings.world);
    this.#model.add(facts);
  }

  /** Reads the whole log. Throws BrokenFact with a sentence for the operator. */
  static async open(rows: Rows, clock: Pick<Clock, "now">, settings: Settings = {}): Promise<FactStore> {
    const { log, facts } = await Log.open(rows, settings.world ?? []);
    return new FactStore(log, facts, clock, settings);
  }

  async record(drafts: readonly Draft[], recorder: string): Promise<Recorded> {
    const recorded = await this.#log.append(drafts, recorder, isoOf(this.#clock.now()));
    if (recorded.is === "recorded") {
      for (const fact of recorded.facts) this.#facts.push(fact);
      this.#model.add(recorded.facts);
      for (const listener of this.#listeners) listener(recorded.facts);
    }
    return recorded;
  }

  head(noun: string, subject: string): Fact | undefined {
    return this.#log.head(noun, subject);
  }

  /** Every version of a subject, in the order of the log. */
  versions(noun: string, subject: string): readonly Fact[] {
    return this.#model.versions(noun, subject);
  }

  /** What was known at `at` (world time, ms). Without `at`: what is known now, which a clock put back does not make less. */
  known(at?: Millis): Known {
    if (at !== undefined) return this.#model.known(at);
    const now = this.#clock.now();
    return this.#settings.rewinds ? this.#model.known(now) : this.#model.present(now);
  }

  /** Versions of places that do not fit the others, from an older Vigía: no answer uses them, and somebody should be told. Usually none. */
  leftOut(): readonly Fact[] {
    return this.#model.leftOut();
  }

  /** Search over what `known` holds; built anew only when places, organisations or authorities changed. */
  names({ areasById, orgs, authorities }: Known): Names {
    const of = this.#names?.of;
    if (this.#names !== undefined && of?.areasById === areasById && of.orgs === orgs && of.authorities === authorities)
      return this.#names.names;
    const names = namesOf({ areasById, orgs, authorities }, this.#settings);
    this.#names = { of: { areasById, orgs, authorities }, names };
    return names;
  }

  /** Facts with a sequence number above `seq`, in order. */
  after(seq: number): readonly Fact[] {
    // In the order of the log: the ones asked for are the last.
    let from = this.#facts.length;
    while (from > 0 && (this.#facts[from - 1]?.seq ?? 0) > seq) from -= 1;
    return this.#facts.slice(from);
  }

  /** What became known in [from, until), world time, in that order; history that was recorded then among it. */
  becameKnown(from: Millis, until: Millis): readonly Fact[] {
    for (const fact of this.#facts.slice(this.#became.length)) this.#became.push(becameKnownAt(fact));
    const found = this.#became.flatMap((at, i) => {
      const fact = this.#facts[i];
      return fact === undefined || at < from || at >= until ? [] : [{ at, fact }];
    });
    return found.sort((a, b) => a.at - b.at).map(({ fact }) => fact);
  }

  /** What became known in (after, until], in that order, as the record counts it: history by when it was known, whenever it was recorded. */
  learned(after: Millis, until: Millis): readonly Fact[] {
    return this.#model.learned(after, until);
  }

  onRecorded(listener: (facts: readonly Fact[]) => void): void {
    this.#listeners.add(listener);
  }
}
