// What was so in a night that is played, minute by minute: decrees, strikes, settings, trouble. It is told by whoever plays what was done. It must never ask the
// program, its rows or its rules, and imports nothing of src/ but types.
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Clocks } from "./attack-clock.ts";
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
  readonly clocks: Clocks;
  readonly laws = new Map<0 | 1, m.Law>();
  readonly blows: m.Blow[] = [];
  minute = 720;
  /** Whether a curfew runs, minute by minute, as it is known now. */
  force: boolean[] = [];
  /** Where none runs: whether nobody knows that. */
  dark: boolean[] = [];
  /** From when until when all curfews are known. */
  readonly checks: [number, number][] = [];
  /** Who looked after the channels in place of their owner, and when. */
  readonly handovers: { from: number; until: number; to: string }[] = [];
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

  constructor(channels: readonly string[], clocks: Clocks, known: number) {
    this.books = channels.map((one) => new Book(one));
    this.clocks = clocks;
    this.checks.push([-Infinity, known]);
    this.#recount();
  }

  #recount() {
    const laws = [...this.laws.values()].map((one) => ({ isGone: one.isGone, windows: m.windowsOf(one, this.clocks) }));
    const holds = (minute: number, isGone: true | undefined) =>
      laws.some((one) => one.isGone === isGone && one.windows.some(([start, end]) => start <= minute && minute < end));
    const all = Array.from({ length: m.HORIZON + 2880 }, (_, minute) => minute);
    this.force = all.map((minute) => holds(minute, undefined));
    this.dark = all.map(
      (minute) =>
        this.force[minute] !== true &&
        (holds(minute, true) || !this.checks.some(([from, until]) => from <= minute && minute < until)),
    );
  }

  /** A minute begins; those up to it are past. */
  passTo(minute: number) {
    for (let past = this.minute; past < minute; past += 1) this.history[past] = this.force[past] === true;
    this.minute = minute;
  }

  begin(minute: number, of = this.force): number {
    let from = minute;
    while (of[from - 1] === true) from -= 1;
    return from;
  }

  is(minute: number): m.Claim["is"] {
    return this.force[minute] === true ? "curfew" : this.dark[minute] === true ? "dark" : "none";
  }

  /** When a curfew that runs ends. */
  endOf = (minute: number): number => this.force.indexOf(false, minute);

  /** Since when it has been so. */
  sinceWhen(minute: number): number {
    let from = minute;
    while (from > 0 && this.is(from - 1) === this.is(minute)) from -= 1;
    return Math.max(from, this.recorded);
  }

  isQuiet = (book: Book, minute: number): boolean => m.isQuietAt(m.asOf(book.snapshots, minute), minute, this.clocks);

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

  handOver(to: string, until: number) {
    this.handBack();
    this.handovers.push({ from: this.minute, until, to });
  }
  handBack() {
    const last = this.handovers.at(-1);
    if (last !== undefined) last.until = Math.min(last.until, this.minute);
  }
  /** Who looked after them at any time of it. */
  carers(from: number, to: number, owner: string): Set<string> {
    const minutes = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const inPlace = (minute: number) => this.handovers.find((one) => one.from <= minute && minute < one.until);
    return new Set(minutes.map((minute) => inPlace(minute)?.to ?? owner));
  }

  /** All is known from now on, until then. */
  check(until: number): () => void {
    const one: [number, number] = [this.minute, until];
    const old = this.recorded;
    this.checks.push(one);
    this.recorded = this.minute;
    this.#recount();
    return () => {
      this.checks.splice(this.checks.indexOf(one), 1);
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
