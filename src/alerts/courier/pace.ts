// How many requests the courier begins in a second, counted in machine time: posts, edits and looks into channels alike. It must never let a burst pass that,
// with what else the bot asks, could reach Discord's 50 a second [D], nor let refused requests come near the 10,000 in ten minutes that shut an address out [D].
import type { Clock } from "../../clock.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";

export interface Rate {
  /** At most so many begin in any second. */
  perSecond: number;
  /** So many at once after a rest. Small: two bursts may arrive closer together than they left. */
  burst: number;
  /** While more wait than may begin, so many at once: what their rows say is written in one commit. */
  together: number;
}

const SECOND = 1_000;
/** The other five are for what people ask (discord/sender.ts). A stall of an eighth of a second is caught up with: what leaves is counted again (discord/way-out.ts). */
const USUAL: Rate = { perSecond: 45, burst: 6, together: 3 };
/** After so many refusals in ten minutes five a second are begun: then 5,000 refusals in any ten minutes are the most there can be, half of Discord's line. */
const PATIENT = 2_000;
const SLOW: Rate = { perSecond: 5, burst: 1, together: 1 };
const WINDOW = 10 * MINUTE;

export class Pace {
  readonly #clock: Pick<Clock, "machine" | "after">;
  readonly #rate: Rate;
  /** When the last ones began, oldest first; as many as one second takes. */
  readonly #begun: Millis[] = [];
  /** When refusals were answered, oldest first. */
  readonly #refused: Millis[] = [];
  /** Attempts under way whose next request waits: they go before any new attempt. */
  readonly #line: (() => void)[] = [];
  #tokens: number;
  /** Of those that begin together so many have begun. */
  #begunOf = 0;
  #counted: Millis;
  #closed = false;
  #cancel: (() => void) | undefined;

  constructor(clock: Pick<Clock, "machine" | "after">, rate: Rate = USUAL) {
    this.#clock = clock;
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#counted = clock.machine();
  }

  /** Machine ms until a new attempt may begin; 0: now. */
  wait(): Millis {
    return Math.max(
      this.#slot(this.#begunOf > 0 ? 1 : this.#now().together),
      this.#line.length > 0 ? SECOND / this.#now().perSecond : 0,
    );
  }

  /** One begins now. */
  take(): void {
    if (this.#rate.perSecond === Infinity) return;
    this.#refill();
    this.#tokens -= 1;
    this.#begunOf = (this.#begunOf + 1) % this.#rate.together;
    this.#begun.push(this.#clock.machine());
    if (this.#begun.length > this.#rate.perSecond) this.#begun.shift();
  }

  /** It was not needed after all. */
  giveBack(): void {
    if (this.#rate.perSecond === Infinity) return;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + 1);
    this.#begunOf = (this.#begunOf + this.#rate.together - 1) % this.#rate.together;
    this.#begun.pop();
  }

  /** For a request of an attempt that is under way: resolves when it may begin. */
  async turn(): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((resolve) => {
      this.#line.push(resolve);
      this.#serve();
    });
  }

  /** A request was answered by 401, 403, 404 or 429. */
  refused(): void {
    this.#refused.push(this.#clock.machine());
    if (this.#refused.length > 3 * PATIENT) this.#refused.shift();
  }

  /** What is under way need not wait any more: the program stops. */
  close(): void {
    this.#closed = true;
    this.#cancel?.();
    for (const begin of this.#line.splice(0)) begin();
  }

  open(): void {
    this.#closed = false;
  }

  #serve(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (let wait = this.#slot(); this.#line.length > 0; wait = this.#slot()) {
      if (wait > 0) return void (this.#cancel = this.#clock.after(wait, () => this.#serve()));
      this.take();
      this.#line.shift()?.();
    }
  }

  #now(): Rate {
    const since = this.#clock.machine() - WINDOW;
    while ((this.#refused[0] ?? since) < since) this.#refused.shift();
    return this.#refused.length < PATIENT ? this.#rate : SLOW;
  }

  #refill(): Rate {
    const now = this.#clock.machine();
    const rate = this.#now();
    if (rate.perSecond === Infinity) return rate;
    const grown = this.#tokens + ((now - this.#counted) * rate.perSecond) / SECOND;
    this.#tokens = Math.min(rate.burst, grown);
    this.#counted = now;
    return rate;
  }

  /** Until so many may begin. */
  #slot(together = 1): Millis {
    const { perSecond } = this.#refill();
    if (perSecond === Infinity) return 0;
    const byTokens = ((together - this.#tokens) * SECOND) / perSecond;
    const oldest = this.#begun[this.#begun.length + together - this.#rate.perSecond - 1];
    const bySecond = oldest === undefined ? 0 : oldest + SECOND - this.#clock.machine();
    // Whole milliseconds, as timers count; a ten-thousandth missing for want of precision is there.
    return Math.max(0, Math.ceil(byTokens - 1e-4), bySecond);
  }
}
