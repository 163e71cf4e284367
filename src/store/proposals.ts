// Proposals, one row each. Two people may press at once: whoever comes second is told so and changes nothing.
import { PROPOSALS_FOR } from "../domain/ages.ts";
import type { Proposal } from "../domain/proposal.ts";
import { Proposal as ProposalRow } from "../domain/proposal.ts";
import type { Millis } from "../domain/time.ts";
import { oneByOne } from "../engines/one-by-one.ts";
import type { Store as Rows } from "../engines/store.ts";

/** Shares its namespace with others. */
const PREFIX = "proposal-";
const keyOf = (id: string) => `${PREFIX}${id}`;

type Kept = { proposal: Proposal; version: number };

/** What commands know of them. */
export interface Proposals {
  find: (id: string) => Proposal | undefined;
  /** This person's newest one of a form that is still open, in this guild. */
  open: (by: string, guildId: string, form: string) => Proposal | undefined;
  /** A new one, or the next state of one that stands as `was`. @returns what stands instead where somebody else was faster. */
  save: (next: Proposal, was?: Proposal) => Promise<{ is: "saved" } | { is: "stale"; stands: Proposal | undefined }>;
  /** Deciding about one takes several writes: two people decide one after the other. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export class StoredProposals implements Proposals {
  readonly #rows: Rows;
  readonly #kept = new Map<string, Kept>();
  readonly #inTurn = oneByOne();
  readonly #decide = oneByOne();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  static async open(rows: Rows): Promise<StoredProposals> {
    const proposals = new StoredProposals(rows);
    for await (const { key, value, version } of rows.scan(PREFIX)) {
      if (!key.startsWith(PREFIX)) break;
      proposals.#kept.set(key, { proposal: ProposalRow.parse(value), version });
    }
    return proposals;
  }

  find(id: string): Proposal | undefined {
    return this.#kept.get(keyOf(id))?.proposal;
  }

  open(by: string, guildId: string, form: string): Proposal | undefined {
    return [...this.#kept.values()]
      .map(({ proposal }) => proposal)
      .filter((one) => one.state === "open" && one.by === by && one.guildId === guildId && one.form === form)
      .sort((a, b) => a.at - b.at)
      .at(-1);
  }

  /** Those that wait for a second person. */
  waiting(): readonly Proposal[] {
    return [...this.#kept.values()].flatMap(({ proposal }) => (proposal.state === "waiting" ? [proposal] : []));
  }

  /** Lets go of what was decided, or left lying, long ago: at most `limit` at once. `now`: world time. @returns how many. */
  forget(now: Millis, limit: number): Promise<number> {
    return this.#inTurn(() => this.#forget(now, limit));
  }

  async #forget(now: Millis, limit: number): Promise<number> {
    const last = ({ proposal: { at, decided } }: Kept) => Math.max(at, decided?.at ?? 0);
    return this.#remove([...this.#kept].filter(([, kept]) => last(kept) < now - PROPOSALS_FOR).slice(0, limit));
  }

  async #remove(old: readonly [string, Kept][]): Promise<number> {
    if (old.length === 0) return 0;
    const gone = await this.#rows.remove(old.map(([key, { version }]) => ({ key, expect: version })));
    if (!gone.ok) throw new Error(`A proposal was written by another hand; this process must stop.`);
    for (const [key] of old) this.#kept.delete(key);
    return old.length;
  }

  /** Everything that was typed in a guild. @returns how many went. */
  forgetGuild(guildId: string): Promise<number> {
    return this.#inTurn(() => this.#remove([...this.#kept].filter(([, { proposal }]) => proposal.guildId === guildId)));
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#decide(work);
  }

  save(next: Proposal, was?: Proposal): ReturnType<Proposals["save"]> {
    return this.#inTurn(() => this.#save(next, was));
  }

  async #save(next: Proposal, was: Proposal | undefined): ReturnType<Proposals["save"]> {
    const key = keyOf(next.id);
    const kept = this.#kept.get(key);
    // Rows are replaced and never changed: the same object is the same state.
    if (kept?.proposal !== was) return { is: "stale", stands: kept?.proposal };
    const written =
      kept === undefined
        ? await this.#rows.addAll([{ key, value: next }])
        : await this.#rows.swap([{ key, expect: kept.version, value: next }]);
    if (!written.ok) throw new Error(`The row ${key} was written by another hand; this process must stop.`);
    this.#kept.set(key, { proposal: next, version: (kept?.version ?? 0) + 1 });
    return { is: "saved" };
  }
}
