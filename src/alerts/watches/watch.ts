// The contract between the tick and those who know what the clock passing an instant means. Types only.
import type { Delivery } from "../../domain/delivery.ts";
import type { Known } from "../../domain/known.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import type { Wanted } from "../hearers.ts";
import type { Subscribed } from "../../store/subscriptions.ts";

/** A notice planned later than this after its instant says so. */
export const LATE = 2 * MINUTE;

export interface Look {
  /** What is known at `now`. */
  known: Known;
  /** The clock went from here, exclusive ... */
  after: Millis;
  /** ... to here, inclusive. Minutes apart, or as long as an outage was. World time. */
  now: Millis;
  /** Every channel whose subscription runs. */
  audience: readonly Subscribed[];
  /** Those of them alone who hear of something; left out: whoever looks walks them all. */
  hearing?: (wanted: Wanted) => readonly Subscribed[];
  /** Why it was long, if it was: the clock could not be believed. Left out: nobody was there to look. */
  fault?: "clock";
}

/**
 * Rows for what the clock passed in (after, now]. It writes none: the tick plans the rows of all watches at once and then moves its watermark. Asked
 * twice for the same time (after a crash, or a clock that went back) it must make the same ids, or nothing.
 */
export type Watch = (look: Look) => Promise<readonly Delivery[]>;
