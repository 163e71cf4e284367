// The one way out to Discord for whatever the bot asks by itself: counts requests where they leave, so that no stall of this process, of its disk or of the
// network makes too many of them arrive within one second. It must never let 50 be counted in any second [D], and knows nothing of who asks or what for.
import type { Clock } from "../clock.ts";
import { MINUTE, SECOND, type Millis } from "../domain/time.ts";

/** Discord's, for the whole bot; answers to interactions do not count. */
const LIMIT = 50;
/** So many are left to people and the clock, whose requests wait for no alert. */
const SPARED = 2;
/** The quickest answer of this minute and the one before says how long the way there and back is: many that hang at once make it no longer. */
const REMEMBERED = MINUTE;

export type WhoAsks = "courier" | "desk";

interface Request {
  /** Machine time until which Discord may still count it; Infinity: it is not answered. */
  until: Millis;
}

export class WayOut {
  readonly #clock: Pick<Clock, "machine" | "after">;
  readonly #counted = new Set<Request>();
  readonly #waiting: Record<WhoAsks, ((request: Request) => void)[]> = { desk: [], courier: [] };
  /** Of this minute's answers and of the last one's, ms. */
  #quickest = { now: Infinity, before: Infinity };
  #since = 0;
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

  /** Discord counted it at the latest so long before the answer came as the quickest answer takes: what it took longer may have been on the way there. */
  #until(left: Millis): Millis {
    const now = this.#clock.machine();
    if (now - this.#since >= REMEMBERED) {
      this.#quickest = { now: Infinity, before: this.#quickest.now };
      this.#since = now;
    }
    this.#quickest.now = Math.min(this.#quickest.now, now - left);
    return now - Math.min(this.#quickest.now, this.#quickest.before) + SECOND;
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
