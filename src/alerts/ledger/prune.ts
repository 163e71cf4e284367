// Lets go of what is too old for anybody to ask for (domain/ages.ts), a small batch after a tick. It must never hold up an alert: no batch waits for
// another, for the disk or for a look through the whole store. What was begun when the program ended is begun again: each batch is whole.
import { ROWS_FOR } from "../../domain/ages.ts";
import { HOUR, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { isFull } from "../../engines/faults.ts";
import { promptly } from "../../engines/patience.ts";
import type { Logger } from "../../logger.ts";
import { isForgettable, type Times } from "./forgettable.ts";
import { dueAtOf, type Entry, type Ledger } from "./ledger.ts";
import type { Bookmark } from "./marks.ts";
import type { KeptMessages } from "./kept-messages.ts";

/** Rows looked at in one batch, so that it takes milliseconds. */
export const BATCH = 500;

/** Something else that grows old beside the ledger. @returns how many it let go of. `limit`: at most so many looked at for each value given. */
export type Aged = (times: Times, limit: number) => AsyncIterable<number>;

interface Parts {
  ledger: Ledger;
  shown: KeptMessages;
  /** Until when rows were let go of, world time: written before the first of them goes. */
  forgotten: Bookmark;
  others: readonly Aged[];
  clock: Pick<Clock, "now" | "wall" | "machine">;
  log: Logger;
}

export class Prune {
  readonly #parts: Parts;
  /** What is under way: each `next` is one batch. */
  #pass: AsyncIterator<number> | undefined;
  #begun = -Infinity;
  #removed = 0;
  /** Called once texts that no row shows are gone: rows went another way. */
  #owed: (() => Promise<void>)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.ledger.forgottenUntil = parts.forgotten.at ?? -Infinity;
  }

  /** One batch, after a tick whose clock is trusted; a pass begins at most once an hour of machine time. Throws what the store throws; then the pass is over. */
  async step(): Promise<void> {
    const { clock, log } = this.#parts;
    if (this.#pass === undefined) {
      if (clock.machine() - this.#begun < HOUR) return;
      this.#begun = clock.machine();
      this.#removed = 0;
      this.#pass = this.#whole({ now: clock.now(), wall: clock.wall() });
    }
    const pass = this.#pass;
    // Where it throws nothing is under way any more: the next hour's pass begins anew.
    this.#pass = undefined;
    const batch = await promptly(() => pass.next()).catch((error: unknown) => {
      // It can wait an hour; an alert that comes after this cannot.
      if (!isFull(error)) throw error;
      return { done: true as const };
    });
    if (batch.done !== true) {
      this.#removed += batch.value;
      this.#pass = pass;
    } else if (this.#removed > 0) log.info({ removed: this.#removed }, "What is too old to be asked for was let go of");
  }

  /** The next pass begins at once, and looks for texts that no row shows any more; then `done`. */
  owe(done: () => Promise<void>): void {
    this.#owed.push(done);
    this.#begun = -Infinity;
  }

  /** Whether nothing is under way. */
  get rests(): boolean {
    return this.#pass === undefined;
  }

  async *#whole(times: Times): AsyncGenerator<number, void> {
    let gone = 0;
    const owed = this.#owed;
    this.#owed = [];
    for await (const removed of this.#rows(times)) {
      gone += removed;
      yield removed;
    }
    // Only a row that goes can leave a text behind that no other row shows.
    if (gone > 0 || owed.length > 0) yield* this.#texts();
    for (const done of owed) await done();
    for (const other of this.#parts.others) yield* other(times, BATCH);
  }

  /** In order of due time, up to where rows are young: one look at the oldest, however long the ledger is. */
  async *#rows(times: Times): AsyncGenerator<number, void> {
    const { ledger } = this.#parts;
    let old: Entry[] = [];
    let looked = 0;
    for await (const entry of ledger.entries()) {
      if (dueAtOf(entry.key) >= times.now - ROWS_FOR) break;
      if (isForgettable(entry, ledger, times)) old.push(entry);
      looked += 1;
      if (looked % BATCH !== 0) continue;
      yield await this.#forget(old, times.now);
      old = [];
    }
    yield await this.#forget(old, times.now);
  }

  async #forget(old: readonly Entry[], now: Millis): Promise<number> {
    const { ledger, forgotten } = this.#parts;
    if (old.length === 0) return 0;
    const until = Math.max(forgotten.at ?? -Infinity, now - ROWS_FOR);
    // First the mark: rows that went without it would be planned again by a clock that goes back.
    await forgotten.move(until);
    ledger.forgottenUntil = until;
    return ledger.forget(old);
  }

  async *#texts(): AsyncGenerator<number, void> {
    const { ledger, shown } = this.#parts;
    const sweep = shown.sweep();
    // From here on it hears of what is kept; rows of what was kept a moment ago are written by the next batch.
    yield 0;
    let looked = 0;
    for await (const { delivery } of ledger.entries()) {
      for (const { shown: hashed } of delivery.parts) if (hashed !== undefined) sweep.shows(hashed);
      looked += 1;
      if (looked % BATCH === 0) yield 0;
    }
    yield* sweep.removeOthers(BATCH);
  }
}
