// A time in which whoever had nothing to be told has still nothing: hardly any minute brings anything, and asking each channel anew is most of its cost.
// It must never outlast what it was worked out from: lists, a channel's rows, or an instant on which anything depended.
import type { Millis } from "../../domain/time.ts";

export class Lull {
  #of: readonly unknown[] = [];
  #now = -Infinity;
  #until = -Infinity;
  /** Who has nothing, and by which of its rows. */
  #nothing = new WeakMap<object, unknown>();

  /**
   * Before anybody is asked: whether it goes on. It ends when one of `of` is another, when an instant comes that somebody named, and when the clock goes back;
   * then a new one begins.
   */
  lasts(now: Millis, of: readonly unknown[]): boolean {
    const goesOn = now >= this.#now && now < this.#until && of.every((one, i) => one === this.#of[i]);
    this.#now = now;
    if (goesOn) return true;
    this.#of = of;
    this.#until = Infinity;
    this.#nothing = new WeakMap();
    return false;
  }

  /** What was found may be another from this instant on; told for each instant that is compared with the clock. */
  turns(...instants: readonly Millis[]): void {
    for (const at of instants) if (at > this.#now && at < this.#until) this.#until = at;
  }

  has(who: object, rows?: unknown): boolean {
    return this.#nothing.has(who) && this.#nothing.get(who) === rows;
  }

  /** It was asked, and there is nothing for it. */
  note(who: object, rows?: unknown): void {
    this.#nothing.set(who, rows);
  }
}
