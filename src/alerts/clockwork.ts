// Looks at (last, now] and plans what the clock passed. Edges are pure arithmetic on the watermark: a tick that never came is made up for by the next.
// Never posts; never plans past a step of the clock that nobody else confirms.
import type { Delivery } from "../domain/delivery.ts";
import { HOUR, MINUTE, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Known } from "../domain/known.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import type { Ledger } from "./ledger.ts";
import type { Bookmark } from "./marks.ts";
import type { Watch } from "./watch.ts";

/** A step of the clock that is longer must be confirmed from outside. */
const STEP = 10 * MINUTE;
/** How far Discord's clock may be from ours to confirm it. */
const AGREE = 2 * MINUTE;
/** Windows over for longer than this before we came back are not told of one by one. */
const LOOK_BACK = 400 * 24 * HOUR;

export interface Parts {
  known: (at: Millis) => Known;
  /** Every channel whose subscription runs, with its places as they are known to be at an instant. */
  subscribed: (known: Known, at: Millis) => readonly Subscribed[];
  /** Asked in this order; what comes first wins where two plan one row. */
  watches: readonly Watch[];
  ledger: Ledger;
  watermark: Bookmark;
  clock: Clock;
  /** World time as Discord tells it; undefined when it does not answer. */
  serverTime: () => Promise<Millis | undefined>;
  log: Logger;
}

/** What a tick did, for the log and for tests. */
export type Tick =
  | { did: "started" | "went-back" | "nothing" }
  | { did: "planned"; deliveries: number }
  | { did: "waited"; why: "clock-not-confirmed" | "discord-does-not-answer" };

export class Clockwork {
  readonly #parts: Parts;
  #trusted = true;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** False while the clock stands where nobody else confirms it: then nothing may be planned, posted or called too late by it. */
  get trusted(): boolean {
    return this.#trusted;
  }

  /** The last minute that is planned completely; undefined before the first tick of all. */
  get plannedUntil(): Millis | undefined {
    return this.#parts.watermark.at;
  }

  /** Plans everything in (watermark, now] and moves the watermark after the rows exist. One call at a time. */
  async tick(now: Millis): Promise<Tick> {
    const { watermark, log } = this.#parts;
    const last = watermark.at;
    if (last === undefined || now <= last) {
      await watermark.move(now);
      if (last !== undefined && now < last - MINUTE)
        log.warn({ last, now }, "The clock went back; what was told stays told");
      return { did: last === undefined ? "started" : now < last ? "went-back" : "nothing" };
    }
    if (now - last > STEP) {
      const refused = await this.#confirm(now);
      this.#trusted = refused === undefined;
      if (refused !== undefined) return refused;
    }
    this.#trusted = true;
    const deliveries = await this.#plan(Math.max(last, now - LOOK_BACK), now);
    await watermark.move(now);
    return { did: "planned", deliveries };
  }

  async #confirm(now: Millis): Promise<Tick | undefined> {
    const server = await this.#parts.serverTime();
    if (server === undefined) {
      this.#parts.log.warn(
        { now },
        "The clock moved by more than ten minutes and Discord does not answer to confirm it; nothing is planned until it does",
      );
      return { did: "waited", why: "discord-does-not-answer" };
    }
    if (Math.abs(server - now) <= AGREE) return undefined;
    this.#parts.log.error(
      { now, server },
      "This machine's clock is wrong: Discord's says otherwise. No alert is planned until it is put right",
    );
    return { did: "waited", why: "clock-not-confirmed" };
  }

  /** Rows of all watches in one write; of two for the same alert and channel, the first. */
  async #plan(after: Millis, now: Millis): Promise<number> {
    const { known, subscribed, watches, ledger } = this.#parts;
    const present = known(now);
    const look = { known: present, after, now, audience: subscribed(present, now) };
    const rows: Delivery[] = [];
    for (const watch of watches) rows.push(...(await watch(look)));
    const firsts = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
    await ledger.plan(firsts);
    return firsts.length;
  }
}
