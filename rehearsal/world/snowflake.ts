// Discord's ids: world milliseconds since 2015, shifted, plus a counter. Must never hand out an id that is not greater than the last one.
const EPOCH = 1_420_070_400_000n;

/** The smallest id of an instant (epoch milliseconds). */
export function snowflakeAt(at: number): bigint {
  return (BigInt(at) - EPOCH) << 22n;
}

/** Epoch milliseconds of an id. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH);
}

export function isSnowflake(text: string): boolean {
  return /^\d{17,19}$/u.test(text);
}

/** Ids made from world time. When world time goes back they still grow, by one. */
export class Snowflakes {
  #last = 0n;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const fresh = snowflakeAt(this.#now());
    this.#last = fresh > this.#last ? fresh : this.#last + 1n;
    return this.#last.toString();
  }
}
