// The append-only log of facts: read whole at the start, each fact checked, new ones added all or none. Nothing here changes or removes a fact.
import { z } from "zod";
import type { Area } from "../domain/area.ts";
import { CONTENT, FACT_KINDS, FACT_VERSION, noun, type Draft, type Fact } from "../domain/fact.ts";
import { factId } from "../domain/id.ts";
import { InstantText } from "../domain/time.ts";
import { Why } from "../domain/why.ts";
import { oneByOne } from "../engines/one-by-one.ts";
import type { Store as Rows } from "../engines/store.ts";
import { batchFault, idFault, type Standing } from "./checks.ts";
import type { Recorded } from "./recording.ts";

/** A stored fact that this program cannot take as true. The sentence names the fact and the field. */
export class BrokenFact extends Error {
  override name = "BrokenFact";
}

/** A draft that breaks the schema, or does not fit what stands: a fault of the caller, nothing was written. */
export class BrokenDraft extends Error {
  override name = "BrokenDraft";
}

const Envelope = z.strictObject({
  v: z.int().positive(),
  id: z.string().length(64),
  seq: z.int().positive(),
  kind: z.enum(FACT_KINDS),
  subject: z.string().min(1),
  prev: z.string().length(64).optional(),
  content: z.unknown(),
  knownFrom: InstantText.optional(),
  recordedAt: InstantText,
  recorder: z.string().min(1),
  origin: z.string().optional(),
  why: Why.optional(),
  announce: z.literal(true).optional(),
});

/** What every version of a fact says of itself. Made once: a schema is compiled at its first use. */
const Versioned = z.looseObject({ v: z.int() });

const keyOf = (seq: number) => String(seq).padStart(12, "0");

export class Log {
  readonly #rows: Rows;
  /** Newest facts by noun and subject. */
  readonly #heads = new Map<string, Map<string, Fact>>();
  readonly #world: readonly Area[];
  #seq = 0;
  readonly #inTurn = oneByOne();

  private constructor(rows: Rows, world: readonly Area[]) {
    this.#rows = rows;
    this.#world = world;
  }

  /** Reads all facts in order. `world`: places that facts may name though no fact speaks of them. Throws BrokenFact on the first that is broken or of a newer version. */
  static async open(rows: Rows, world: readonly Area[] = []): Promise<{ log: Log; facts: Fact[] }> {
    const log = new Log(rows, world);
    const facts: Fact[] = [];
    for await (const row of rows.scan()) {
      const fact = readFact(row.key, row.value);
      if (keyOf(fact.seq) !== row.key) throw new BrokenFact(`The fact under ${row.key} says it is number ${fact.seq}.`);
      log.#keep(fact);
      facts.push(fact);
    }
    return { log, facts };
  }

  head(subjectNoun: string, subject: string): Fact | undefined {
    return this.#heads.get(subjectNoun)?.get(subject);
  }

  /** One batch at a time, all or none. Throws BrokenDraft before, StoreFault or LeaseLost while writing. */
  append(drafts: readonly Draft[], recorder: string, recordedAt: InstantText): Promise<Recorded> {
    return this.#inTurn(() => this.#append(drafts, recorder, recordedAt));
  }

  async #append(drafts: readonly Draft[], recorder: string, recordedAt: InstantText): Promise<Recorded> {
    const facts: Fact[] = [];
    const standing: Fact[] = [];
    const heads = new Map<string, Fact>();
    for (const draft of drafts.map(checked)) {
      const place = `${noun(draft.kind)}/${draft.subject}`;
      const head = heads.get(place) ?? this.head(noun(draft.kind), draft.subject);
      const id = factId(draft);
      if (head?.id === id) standing.push(head);
      else if (head?.id !== draft.prev) return { is: "stale", subject: draft.subject, head };
      else {
        const fact: Fact = { ...draft, v: FACT_VERSION, id, seq: this.#seq + facts.length + 1, recordedAt, recorder };
        heads.set(place, fact);
        facts.push(fact);
      }
    }
    if (facts.length === 0) return { is: "same", facts: standing };
    const fault = batchFault(facts, this.#standingWith(heads.values()));
    if (fault !== undefined) throw new BrokenDraft(fault);
    const written = await this.#rows.addAll(facts.map((fact) => ({ key: keyOf(fact.seq), value: fact })));
    if (!written.ok)
      throw new BrokenFact(`Fact ${written.present[0]} was written by another hand; this process must stop.`);
    facts.forEach((fact) => this.#keep(fact));
    return { is: "recorded", facts };
  }

  /** The heads as they would be with these in the place of the ones they follow. */
  #standingWith(newer: Iterable<Fact>): Standing {
    const newest = [...newer];
    const of = (one: string) => {
      const heads = new Map(this.#heads.get(one));
      for (const fact of newest) if (noun(fact.kind) === one) heads.set(fact.subject, fact);
      return [...heads.values()];
    };
    const nouns = () => new Set([...this.#heads.keys(), ...newest.map(({ kind }) => noun(kind))]);
    return { world: this.#world, of, all: () => [...nouns()].flatMap(of) };
  }

  #keep(fact: Fact): void {
    const heads = this.#heads.get(noun(fact.kind)) ?? new Map<string, Fact>();
    this.#heads.set(noun(fact.kind), heads.set(fact.subject, fact));
    this.#seq = fact.seq;
  }
}

function checked(draft: Draft): Draft {
  const parsed = CONTENT[draft.kind].safeParse(draft.content);
  if (!parsed.success) throw new BrokenDraft(`${draft.kind} ${draft.subject}: ${z.prettifyError(parsed.error)}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very kind has read the content
  const read = { ...draft, content: parsed.data } as Draft;
  const fault = idFault(read);
  if (fault !== undefined) throw new BrokenDraft(fault);
  return read;
}

function readFact(key: string, value: unknown): Fact {
  const envelope = Envelope.safeParse(value);
  // A newer version may have another envelope, and is not broken for that.
  const version = envelope.success ? envelope : Versioned.safeParse(value);
  if (version.success && version.data.v > FACT_VERSION)
    throw new BrokenFact(
      `Fact ${key} was written by a newer Vigía (version ${version.data.v}; this one reads up to ${FACT_VERSION}). Please update Vigía.`,
    );
  if (!envelope.success) throw new BrokenFact(`Fact ${key} in the store is broken: ${z.prettifyError(envelope.error)}`);
  const content = CONTENT[envelope.data.kind].safeParse(envelope.data.content);
  if (!content.success)
    throw new BrokenFact(
      `Fact ${key} (${envelope.data.kind} ${envelope.data.subject}) is broken: ${z.prettifyError(content.error)}`,
    );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very kind has read the content
  const fact = { ...envelope.data, content: content.data } as Fact;
  // The id is over what was stored, not over what today's schema makes of it: a schema may gain fields with a default.
  if (factId({ ...fact, content: envelope.data.content }) !== fact.id)
    throw new BrokenFact(
      `Fact ${key} (${fact.kind} ${fact.subject}) was changed after it was written: its id does not fit its content.`,
    );
  return fact;
}
