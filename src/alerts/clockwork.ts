// Looks at (last, now] and plans what the clock passed. Edges are pure arithmetic on the watermark: a tick that never came is made up for by the next.
// Never posts; never plans, nor moves the watermark, by a clock that nobody else confirms.
import type { Delivery } from "../domain/delivery.ts";
import { HOUR, type Millis } from "../domain/time.ts";
import type { Known } from "../domain/known.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import { ClockTrust, type Doubt, STEP, type TrustParts } from "./clock-trust.ts";
import type { Wanted } from "./hearers.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Bookmark } from "./ledger/marks.ts";
import type { Watch } from "./watches/watch.ts";

/** Windows over for longer than this before we came back are not told of one by one. */
const LOOK_BACK = 400 * 24 * HOUR;

export interface Parts extends TrustParts {
  known: (at: Millis) => Known;
  /** Every channel whose subscription runs, with its places as they are known to be at an instant. */
  subscribed: (known: Known, at: Millis) => readonly Subscribed[];
  /** Of those the ones who hear of something; left out: all are walked. */
  hearing?: (known: Known, audience: readonly Subscribed[], wanted: Wanted) => readonly Subscribed[];
  /** Asked in this order; what comes first wins where two plan one row. */
  watches: readonly Watch[];
  ledger: Ledger;
  watermark: Bookmark;
  /** After each minute: what is worked out of how things stand, and not of what passed. */
  keep?: () => Promise<void>;
}

/** What a tick did, for the log and for tests. */
export type Tick =
  | { did: "started" | "went-back" | "nothing" }
  | { did: "planned"; deliveries: number }
  | { did: "waited"; why: Doubt["why"] };

export class Clockwork {
  readonly #parts: Parts;
  readonly trust: ClockTrust;
  /** Since the last tick that planned, the clock was found to be wrong. */
  #wasWrong = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.trust = new ClockTrust(parts);
  }

  /** False while the clock stands where nobody else confirms it: then nothing may be planned, posted, removed or called too late by it. */
  get trusted(): boolean {
    return this.trust.doubt === undefined;
  }

  /** The last minute that is planned completely; undefined before the first tick of all. */
  get plannedUntil(): Millis | undefined {
    return this.#parts.watermark.at;
  }

  /** Plans everything in (watermark, now] and moves the watermark after the rows exist. One call at a time. */
  async tick(now: Millis): Promise<Tick> {
    const { watermark, log } = this.#parts;
    const last = watermark.at;
    const doubt = await this.trust.at(now, last);
    if (doubt !== undefined) {
      this.#wasWrong ||= doubt.why === "clock-not-confirmed";
      return { did: "waited", why: doubt.why };
    }
    if (last === undefined || now <= last) {
      await watermark.move(now);
      if (last !== undefined && now < last - STEP)
        log.warn({ last, now }, "The clock went back; what was told stays told");
      await this.#parts.keep?.();
      return { did: last === undefined ? "started" : now < last ? "went-back" : "nothing" };
    }
    const deliveries = await this.#plan(Math.max(last, now - LOOK_BACK), now);
    await watermark.move(now);
    this.#wasWrong = false;
    await this.#parts.keep?.();
    return { did: "planned", deliveries };
  }

  /** Rows of all watches in one write; of two for the same alert and channel, the first. */
  async #plan(after: Millis, now: Millis): Promise<number> {
    const { known, subscribed, watches, ledger } = this.#parts;
    const present = known(now);
    const audience = subscribed(present, now);
    const { hearing } = this.#parts;
    const look = {
      known: present,
      after,
      now,
      audience,
      ...(hearing === undefined ? {} : { hearing: (wanted: Wanted) => hearing(present, audience, wanted) }),
      ...(this.#wasWrong ? { fault: "clock" as const } : {}),
    };
    const rows: Delivery[] = [];
    for (const watch of watches) rows.push(...(await watch(look)));
    const firsts = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
    await ledger.plan(firsts.map((row) => (this.#wasWrong && row.lateBy !== undefined ? blamed(row) : row)));
    return firsts.length;
  }
}

/** Late because the clock could not be believed: nobody is told that Vigía was down. */
const blamed = (row: Delivery): Delivery => ({ ...row, lateFault: "clock" });
