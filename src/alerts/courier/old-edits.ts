// How far apart edits of old messages go in one channel: Discord takes only so many of them (30046) and publishes no number. It says how long to wait and
// counts what left; it must never hold an edit of a young message, and knows nothing of what else the channel is owed.
import { HOUR, MINUTE, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Outcome } from "./sender.ts";

/** "Older than 1 hour", says the message of 30046 [D]. An edit may wait a little on its way. */
const OLD = HOUR - 5 * MINUTE;
/** A guess of ours [U], on the careful side: a change is put right in a few messages at once, then one each three minutes, 25 in the first hour. */
const BURST = 5;
const APART = 3 * MINUTE;
/** Refused without a word of how long: a minute, then twice as long each time. */
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = 30 * MINUTE;
/** Discord's ids count milliseconds from here [D]. */
const EPOCH = 1_420_070_400_000n;

interface Pace {
  /** Machine ms: when all that left would have left, had it gone one by one. */
  spent: Millis;
  /** Machine ms: nothing before, Discord said. */
  held: Millis;
  refusals: number;
}

/** Kept in memory alone: after a restart one burst too many is refused at worst, and comes again. */
export class OldEdits {
  readonly #paces = new Map<string, Pace>();
  readonly #clock: Pick<Clock, "now" | "machine">;

  constructor(clock: Pick<Clock, "now" | "machine">) {
    this.#clock = clock;
  }

  /** Machine ms until an edit of this message may be tried; 0: now. */
  wait(channelId: string, messageId: string): Millis {
    const pace = this.#paces.get(channelId);
    if (pace === undefined || !this.#isOld(messageId)) return 0;
    const now = this.#clock.machine();
    if (pace.spent <= now && pace.held <= now && pace.refusals === 0) this.#paces.delete(channelId);
    return Math.max(0, pace.held - now, pace.spent - (BURST - 1) * APART - now);
  }

  /** One is tried now; to be said before the request. */
  leaves(channelId: string, messageId: string): void {
    if (!this.#isOld(messageId)) return;
    const now = this.#clock.machine();
    const pace = this.#paces.get(channelId) ?? { spent: 0, held: 0, refusals: 0 };
    this.#paces.set(channelId, { ...pace, spent: Math.max(pace.spent, now) + APART });
  }

  /** What became of it. discord.js throws on a 429 before it reads its code, so that any refusal for number counts where the message is old. */
  ended(channelId: string, messageId: string, outcome: Outcome): void {
    const pace = this.#paces.get(channelId);
    if (pace === undefined || !this.#isOld(messageId)) return;
    if (outcome.is === "sent") this.#paces.set(channelId, { ...pace, refusals: 0 });
    if (outcome.is !== "again" || outcome.why !== "rate-limited") return;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(pace.refusals, 10));
    const held = this.#clock.machine() + Math.max(outcome.afterMs ?? 0, pause);
    // After it one by one: it was one burst too many.
    this.#paces.set(channelId, {
      held,
      spent: Math.max(pace.spent, held + (BURST - 1) * APART),
      refusals: pace.refusals + 1,
    });
  }

  /** World time: ids are made of Discord's clock, which is the world's also in a rehearsal. */
  #isOld(messageId: string): boolean {
    const posted = postedAt(messageId);
    return posted !== undefined && this.#clock.now() - posted > OLD;
  }
}

/** World ms at which Discord made this id; undefined where it is none. */
export function postedAt(messageId: string): Millis | undefined {
  return /^\d{15,20}$/.test(messageId) ? Number((BigInt(messageId) >> 22n) + EPOCH) : undefined;
}
