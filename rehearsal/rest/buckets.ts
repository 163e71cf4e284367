// Counts requests against limits, bucket by bucket. Must never let more than the limit through one window, nor remember buckets without end.
import type { Limit } from "./limits.ts";
import type { Standing } from "./rate-headers.ts";

/** Buckets remembered at once; beyond that those whose window ended go first, then the oldest tenth. */
const MOST = 10_000;

interface Window {
  /** Milliseconds. */
  ends: number;
  used: number;
}

export interface Counted extends Standing {
  passes: boolean;
}

export class Buckets {
  readonly #windows = new Map<string, Window>();

  get size(): number {
    return this.#windows.size;
  }

  /** Counts one request at `now` (milliseconds). One that does not pass counts for nothing. */
  take(key: string, limit: Limit, now: number): Counted {
    const window = this.#open(key, limit, now);
    const passes = window.used < limit.most;
    if (passes) window.used += 1;
    return { passes, ...standing(window, limit, now) };
  }

  /** How a bucket stands, without counting anything. */
  look(key: string, limit: Limit, now: number): Standing {
    const known = this.#windows.get(key);
    return standing(known && known.ends > now ? known : { ends: now + limit.per, used: 0 }, limit, now);
  }

  #open(key: string, limit: Limit, now: number): Window {
    const known = this.#windows.get(key);
    if (known && known.ends > now) return known;
    // Deleted first, so that the map stays in the order in which windows opened.
    this.#windows.delete(key);
    if (this.#windows.size >= MOST) this.#forget(now);
    const fresh = { ends: now + limit.per, used: 0 };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #forget(now: number): void {
    for (const [key, { ends }] of this.#windows) if (ends <= now) this.#windows.delete(key);
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < MOST * 0.9) return;
      this.#windows.delete(key);
    }
  }
}

function standing(window: Window, limit: Limit, now: number): Standing {
  return { limit: limit.most, remaining: limit.most - window.used, resetAfter: (window.ends - now) / 1000 };
}
