// The one way out to Discord for whatever the bot asks by itself: counts requests where they leave, so that no stall of this process, of its disk or of the
// network makes too many of them arrive within one second. It must never let 50 be counted in any second [D], and knows nothing of who asks or what for.
import type { Clock } from "../clock.ts";
import type { Millis } from "../domain/time.ts";

const SECOND = 1_000;
/** Discord's, for the whole bot; answers to interactions do not count. */
const LIMIT = 50;
/** So many are left to people and the clock, whose requests wait for no alert. */
const SPARED = 2;
/** Of so many answers the quickest says how long the way there and back takes when nothing is in the way. */
const REMEMBERED = 32;

export type WhoAsks = "courier" | "desk";

interface Request {
  /** Machine time until which Discord may still count it; Infinity: it is not answered. */
  until: Millis;
}

export class WayOut {
  readonly #clock: Pick<Clock, "machine" | "after">;
  readonly #counted = new Set<Request>();
  readonly #waiting: Record<WhoAsks, ((request: Request) => void)[]> = { desk: [], courier: [] };
  /** Of the last answers, ms. */
  readonly #took: Millis[] = [];
  #cancel: (() => void) | undefined;

  constructor(clock: Pick<Clock, "machine" | "after">) {
    this.#clock = clock;
  }

  /** Asks as soon as one more may be counted. */
  async leave<T>(who: WhoAsks, ask: () => Promise<T>): Promise<T> {
    const request = await new Promise<Request>((resolve) => {
      this.#waiting[who].push(resolve);
      this.#serve();
    });
    const left = this.#clock.machine();
    try {
      return await ask();
    } finally {
      request.until = this.#until(left);
      this.#serve();
    }
  }

  /** Discord has counted it before it answered: at the latest when that answer would have left, had it come as quickly as the quickest of late. */
  #until(left: Millis): Millis {
    const now = this.#clock.machine();
    this.#took.push(now - left);
    if (this.#took.length > REMEMBERED) this.#took.shift();
    return now - Math.min(...this.#took) + SECOND;
  }

  #serve(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const now = this.#clock.machine();
    for (const one of this.#counted) if (one.until <= now) this.#counted.delete(one);
    this.#let("desk", LIMIT);
    this.#let("courier", LIMIT - SPARED);
    if (this.#waiting.desk.length + this.#waiting.courier.length === 0) return;
    const soonest = Math.min(...Array.from(this.#counted, ({ until }) => until));
    // Without any: the next answer lets them.
    if (soonest !== Infinity) this.#cancel = this.#clock.after(Math.ceil(soonest - now), () => this.#serve());
  }

  #let(who: WhoAsks, most: number): void {
    const line = this.#waiting[who];
    while (this.#counted.size < most) {
      const begin = line.shift();
      if (begin === undefined) return;
      const request = { until: Infinity };
      this.#counted.add(request);
      begin(request);
    }
  }
}
