// What concerns Discord, the way to it or the bot as a whole, and no channel alone: after a few such answers in a row from different channels one attempt at
// a time goes out as a probe, further and further apart; the first good answer opens it again, and what waited goes out slowly at first.
// It must never take one channel's trouble for everybody's, nor let a night of alerts knock at a door that is shut.
import type { Clock } from "../../clock.ts";
import type { Logger } from "../../logger.ts";
import { MINUTE, SECOND, type Millis } from "../../domain/time.ts";
import type { Reason } from "./sender.ts";

/** What an answer tells of. No `why`: Discord did as asked. */
export interface Told {
  why?: Reason;
  afterMs?: number | undefined;
  /** A 429 for the whole bot. */
  everywhere?: boolean | undefined;
}

const FOUL: ReadonlySet<string> = new Set<Reason>([
  "discord-down",
  "timed-out",
  "connection-lost",
  "not-reached",
  "odd-answer",
  "bad-token",
  "blocked",
]);

/** Whether it says something of Discord as a whole, if others meet it too. */
export const isFoul = (why: string): boolean => FOUL.has(why);

/** So many channels in a row: one alone may be ill, or its message. */
const CHANNELS = 3;
/** So many attempts at once before anything is known, after a rest and after a storm; one more for each good answer as long as there are too few. */
const FIRST = 4;
const MOST = 32;
const REST = 10 * SECOND;
const LONGEST = MINUTE;

export class Weather {
  readonly #clock: Pick<Clock, "machine">;
  readonly #log: Logger;
  readonly #opened: () => void;
  readonly #ill = new Set<string>();
  #storm: { until: Millis; probes: number } | undefined;
  #room = FIRST;
  #wasFull = false;
  #lastBegan = -Infinity;

  /** @param opened told when a storm is over */
  constructor({ clock, log }: { clock: Pick<Clock, "machine">; log: Logger }, opened: () => void) {
    this.#clock = clock;
    this.#log = log;
    this.#opened = opened;
  }

  get isStorm(): boolean {
    return this.#storm !== undefined;
  }

  /** Machine ms until another attempt may begin beside so many; 0: now, Infinity: when one of them has ended. */
  wait(underWay: number): Millis {
    const now = this.#clock.machine();
    if (this.#storm !== undefined) return underWay > 0 ? Infinity : Math.max(0, this.#storm.until - now);
    if (underWay === 0 && now - this.#lastBegan > REST) this.#room = Math.min(this.#room, FIRST);
    return underWay < this.#room ? 0 : Infinity;
  }

  /** An attempt begins; with it there are so many. */
  began(underWay: number): void {
    this.#lastBegan = this.#clock.machine();
    this.#wasFull ||= underWay >= this.#room;
  }

  told(channelId: string, { why, afterMs, everywhere }: Told): void {
    if (everywhere) return this.#shut("rate-limited", afterMs ?? MINUTE);
    if (why === undefined || !FOUL.has(why)) return this.#good();
    this.#ill.add(channelId);
    if (this.#storm !== undefined) return this.#probed(why);
    this.#room = Math.max(1, this.#room >> 1);
    // A token is refused for all of them.
    if (why === "bad-token" || this.#ill.size >= CHANNELS) this.#shut(why, waitFor(why, 0));
  }

  #good(): void {
    if (this.#isEarly()) return;
    this.#ill.clear();
    if (this.#storm !== undefined) {
      this.#storm = undefined;
      this.#room = 1;
      this.#log.info({}, "Discord takes alerts again");
      this.#opened();
    }
    if (this.#wasFull) this.#room = Math.min(MOST, this.#room + 1);
    this.#wasFull = false;
  }

  #probed(why: Reason): void {
    if (this.#isEarly()) return;
    const probes = (this.#storm?.probes ?? 0) + 1;
    this.#storm = { until: this.#clock.machine() + waitFor(why, probes), probes };
  }

  /** Answers to what was under way when the storm began say nothing new, good or bad. */
  #isEarly(): boolean {
    return this.#storm !== undefined && this.#clock.machine() < this.#storm.until;
  }

  #shut(why: Reason, wait: Millis): void {
    const until = Math.max(this.#storm?.until ?? 0, this.#clock.machine() + wait);
    if (this.#storm === undefined) this.#log.warn({ why, wait }, "Alerts wait: Discord takes none at all");
    this.#storm = { until, probes: this.#storm?.probes ?? 0 };
  }
}

/** 1 s, 2 s, 4 s ... to a minute, between a half and the whole of it; whoever is refused asks once a minute. */
function waitFor(why: Reason, probes: number): Millis {
  const scattered = Math.random();
  if (why === "bad-token" || why === "blocked") return Math.round(MINUTE * (1 + scattered / 10));
  return Math.round(Math.min(LONGEST, SECOND * 2 ** Math.min(probes, 10)) * (0.5 + scattered / 2));
}
