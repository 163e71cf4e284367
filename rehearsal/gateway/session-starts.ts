// How often a bot may IDENTIFY: 1,000 times a day, and one shard of a rate-limit key every five seconds. Must never forget one within the day.
// Documented: both limits, and that the token is reset beyond the first. Guesses: the day begins with its first IDENTIFY, and one that is
// refused for the second limit counts towards the first.
import { Buckets } from "../rest/buckets.ts";
import { machineNow } from "../world-clock.ts";

const DAY = { most: 1_000, per: 24 * 60 * 60_000 };
/** Machine milliseconds. */
export const APART = 5_000;

/** "spent": the day's starts are used up and the token is reset. */
export type Start = "granted" | "too-soon" | "spent";

export class SessionStarts {
  readonly maxConcurrency = 1;
  readonly #counts = new Buckets();
  readonly #now: () => number;
  readonly #apart: number;

  /** @param apart between two of one key, and @param now, both machine milliseconds */
  constructor(apart = APART, now: () => number = machineNow) {
    this.#apart = apart;
    this.#now = now;
  }

  take(shard: number): Start {
    const now = this.#now();
    if (!this.#counts.take("day", DAY, now).passes) return "spent";
    const key = `key ${shard % this.maxConcurrency}`;
    return this.#counts.take(key, { most: 1, per: this.#apart }, now).passes ? "granted" : "too-soon";
  }

  /** As `GET /gateway/bot` tells it. */
  limit() {
    const { limit, remaining, resetAfter } = this.#counts.look("day", DAY, this.#now());
    const fresh = remaining === limit;
    return {
      total: limit,
      remaining,
      reset_after: fresh ? 0 : Math.ceil(resetAfter * 1000),
      max_concurrency: this.maxConcurrency,
    };
  }
}
