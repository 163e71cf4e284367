// Until when a row waits for its next try. Within one run machine time decides; after a crash the stored wall time, never for longer than was asked for then: a
// wall clock that was set back must not hold an alert. It decides nothing but how long.
import type { Clock } from "../../clock.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { MINUTE, SECOND, type Millis } from "../../domain/time.ts";
import type { Reason } from "./sender.ts";
import { isFoul } from "./weather.ts";

interface Wait {
  until: Millis;
  why: string;
  /** Tries in a row that ended for reasons of this kind. */
  tries: number;
}

export class Waits {
  readonly #waits = new Map<string, Wait>();
  readonly #clock: Pick<Clock, "machine" | "wall">;

  constructor(clock: Pick<Clock, "machine" | "wall">) {
    this.#clock = clock;
  }

  /** Notes that a try ended so. `named`: as long as Discord asks for. @returns when the next one is due, machine wall time, for the row. */
  after(id: string, why: Reason, named?: Millis): { wait: Millis; againAt: Millis } {
    const before = this.#waits.get(id);
    const goesOn = before !== undefined && (before.why === why || (isFoul(before.why) && isFoul(why)));
    const tries = goesOn ? before.tries + 1 : 1;
    const wait = named === undefined ? backOff(why, tries) : Math.ceil(named);
    this.#waits.set(id, { until: this.#clock.machine() + wait, why, tries });
    return { wait, againAt: Math.ceil(this.#clock.wall() + wait) };
  }

  /** Waits without having tried. */
  hold(id: string, wait: Millis, why: string): void {
    this.#waits.set(id, { until: this.#clock.machine() + wait, why, tries: 0 });
  }

  /** Machine ms until it is due; 0: now. */
  left(delivery: Delivery): Millis {
    const known = this.#waits.get(delivery.id);
    if (known !== undefined) return Math.max(0, known.until - this.#clock.machine());
    const { state, againAt, attempts } = delivery;
    if (againAt === undefined || (state !== "again" && state !== "unsure")) return 0;
    const last = attempts.at(-1);
    const asked = againAt - (last?.endedAt ?? last?.startedAt ?? againAt);
    const wait = Math.max(0, Math.min(againAt - this.#clock.wall(), asked));
    // From here on machine time: read again and again, the wall clock may never come there.
    this.hold(delivery.id, wait, delivery.reason);
    return wait;
  }

  /** What it waits for: the reason of its last try. */
  why({ id, state, reason }: Pick<Delivery, "id" | "state" | "reason">): string | undefined {
    return this.#waits.get(id)?.why ?? (state === "again" || state === "unsure" ? reason : undefined);
  }

  /** It is due now, whatever it waited for. How often it was tried is kept. */
  end(id: string): void {
    const { why, tries } = this.#waits.get(id) ?? { why: "", tries: 0 };
    this.#waits.set(id, { until: this.#clock.machine(), why, tries });
  }

  /** It was decided. */
  forget(id: string): void {
    this.#waits.delete(id);
  }
}

/** 1 s, 2 s, 4 s ..., each between a half and the whole of it, so that channels do not knock together: to a minute where Discord as a whole is ill, to five otherwise. */
function backOff(why: Reason, tries: number): Millis {
  const longest = isFoul(why) ? MINUTE : 5 * MINUTE;
  const whole = Math.min(longest, SECOND * 2 ** Math.min(tries - 1, 20));
  return Math.round(whole * (0.5 + Math.random() / 2));
}
