// Things that last for a time, found by time. It never changes; it must never leave out one that touches what was asked.
import type { Interval, Millis } from "./time.ts";

/** As many are passed over at once where none of them lasts long enough. */
const BLOCK = 32;

export class SpanIndex<Value> {
  readonly #values: readonly Value[];
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** The latest end within each block. */
  readonly #latest: Float64Array;

  constructor(values: readonly Value[], spanOf: (value: Value) => Interval) {
    const sorted = values.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
    this.#values = sorted;
    this.#starts = Float64Array.from(sorted, (value) => spanOf(value).start);
    this.#ends = Float64Array.from(sorted, (value) => spanOf(value).end);
    this.#latest = new Float64Array(Math.ceil(values.length / BLOCK)).fill(-Infinity);
    for (const [i, end] of this.#ends.entries()) {
      const block = Math.floor(i / BLOCK);
      this.#latest[block] = Math.max(this.#latest[block] ?? -Infinity, end);
    }
  }

  /** Adds all that touch the range, by start. */
  touching({ start, end }: Interval, found: Value[]): void {
    const count = this.#begunBefore(end);
    for (let i = 0; i < count;) {
      if (i % BLOCK === 0 && (this.#latest[i / BLOCK] ?? Infinity) <= start) i += BLOCK;
      else {
        const value = this.#values[i];
        if (value !== undefined && (this.#ends[i] ?? -Infinity) > start) found.push(value);
        i += 1;
      }
    }
  }

  /** The latest instant up to `at` that lies in one of them or ends one; -Infinity: none had begun. */
  newest(at: Millis): Millis {
    let newest = -Infinity;
    for (let i = this.#begunBefore(at) - 1; i >= 0 && newest < at; i -= 1)
      newest = Math.max(newest, Math.min(at, this.#ends[i] ?? -Infinity));
    return newest;
  }

  #begunBefore(at: Millis): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? Infinity) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
