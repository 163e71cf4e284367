// What was so in a night that is played, minute by minute: decrees, strikes, settings, trouble. It is told by whoever plays what was done. It must never ask the
// program, its rows or its rules, and imports nothing of src/ but types.
import type { Subscription } from "../../../src/domain/subscription.ts";
import * as m from "./attack-model.ts";

/** What the model keeps of a channel. */
export class Book {
  readonly snapshots: m.Snapshot[] = [];
  read = 0;
  claim: m.Claim | undefined;
  /** The newest belief is of this minute. */
  claimed = -1;
  removed: string[] = [];
  /** Strikes owed as new, with who asked. */
  readonly owed = new Map<string, { at: number; subs: string[] }>();
  /** Of each set of alerts, when it did not run. */
  readonly gaps = new Map<string, [number, number][]>();
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }

  /** Settings as they stand from this minute on. */
  stands(one: m.Snapshot) {
    const { from, subs } = one;
    for (const sub of this.snapshots.at(-1)?.subs ?? [])
      if (!subs.some(({ id }) => id === sub.id))
        this.gaps.set(sub.id, [...(this.gaps.get(sub.id) ?? []), [from, Infinity]]);
    for (const sub of subs) {
      const gap = this.gaps.get(sub.id)?.at(-1);
      if (gap?.[1] === Infinity) gap[1] = from;
    }
    this.snapshots.push(one);
  }

  /** Since when, without a break, something holds of it. */
  since(holds: (one: m.Snapshot) => boolean): number {
    const broke = this.snapshots.findLastIndex((one) => !holds(one));
    return this.snapshots[broke + 1]?.from ?? Infinity;
  }
}

export class World {
  readonly books: readonly Book[];
  readonly laws = new Map<0 | 1, m.Law>();
  readonly blows: m.Blow[] = [];
  minute = 720;
  /** Whether a curfew runs, minute by minute, as it is known now. */
  force: boolean[] = [];
  /** Begins are not earlier than this: a decree that came later. */
  recorded = -Infinity;
  downUntil: number | undefined;
  outageUntil: number | undefined;
  /** Until when things may still be on their way. */
  troubled = 0;
  /** When a post may have stood of which nobody was told. */
  doubted = -Infinity;
  /** Whether a curfew ran, minute by minute, as it was known then. */
  readonly history: boolean[] = [];
  outages = 0;

  constructor(channels: readonly string[]) {
    this.books = channels.map((one) => new Book(one));
    this.#recount();
  }

  #recount() {
    this.force = Array.from({ length: m.HORIZON + 2880 }, (_, minute) =>
      [...this.laws.values()].some((one) => m.covers(one, minute)),
    );
  }

  /** A minute begins; those up to it are past. */
  passTo(minute: number) {
    for (let past = this.minute; past < minute; past += 1) this.history[past] = this.force[past] === true;
    this.minute = minute;
  }

  begin(minute: number): number {
    let from = minute;
    while (this.force[from - 1] === true) from -= 1;
    return from;
  }

  /** The answer takes it back: for what turns out never to have been written. */
  enact(id: 0 | 1, law: m.Law): () => void {
    const had = this.laws.get(id);
    const old = this.recorded;
    this.laws.set(id, law);
    this.recorded = this.minute;
    this.#recount();
    return () => {
      if (had === undefined) this.laws.delete(id);
      else this.laws.set(id, had);
      this.recorded = old;
      this.#recount();
    };
  }

  strike(killed: number | undefined, region: string): { blow: m.Blow; back: () => void } {
    // Only one without a figure: nothing else tells them apart.
    const isStated = killed !== undefined || this.blows.some((one) => one.isUnstated);
    const blow: m.Blow = {
      id: `s${this.blows.length + 1}`,
      at: this.minute,
      killed: isStated ? (killed ?? 1) : undefined,
      region,
      isUnstated: !isStated,
    };
    this.blows.push(blow);
    this.#owe(blow, undefined);
    return {
      blow,
      back: () => {
        blow.withdrawn = -1;
        for (const book of this.books) book.owed.delete(blow.id);
      },
    };
  }

  restate(blow: m.Blow, killed: number): () => void {
    const before = { ...blow };
    const had = this.books.map((book) => new Map(book.owed));
    blow.killed = killed;
    this.#owe(blow, before);
    return () => {
      blow.killed = before.killed;
      this.books.forEach((book, i) => {
        if (had[i]?.has(blow.id) === false) book.owed.delete(blow.id);
      });
    };
  }

  withdraw(blow: m.Blow): () => void {
    blow.withdrawn = this.minute;
    return () => delete blow.withdrawn;
  }

  /** `before`: what it was; a channel that did not ask for that is told it as new. */
  #owe(blow: m.Blow, before: Pick<m.Blow, "killed" | "region"> | undefined) {
    const asks = (subs: readonly Subscription[], of: Pick<m.Blow, "killed" | "region">) =>
      subs.filter((sub) => m.passes(sub, of));
    for (const book of this.books) {
      const subs = book.snapshots.at(-1)?.subs ?? [];
      const own = asks(subs, blow);
      if (own.length === 0 || book.owed.has(blow.id)) continue;
      if (before !== undefined && asks(subs, before).length > 0) continue;
      book.owed.set(blow.id, { at: this.minute, subs: own.map((sub) => sub.id) });
    }
  }
}
