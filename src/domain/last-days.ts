// What a channel would have been told in the days behind, counted: for who is about to subscribe it. Shape only; alerts/last-days/last-days.ts counts it.
// It must never pass for what happened: whoever knows only half of the days is told from when.
import type { Millis } from "./time.ts";
import type { FineTopic } from "./topic.ts";

export interface LastDays {
  /** The days looked at: (from, to], world time. */
  from: Millis;
  to: Millis;
  /** All messages that the channel would have got for what happened; digests apart. */
  notices: number;
  /** Of these, with sound. */
  loud: number;
  /** In the order of FINE_TOPICS; those without any are left out. */
  topics: readonly { topic: FineTopic; notices: number; loud: number }[];
  /** Held until its quiet hours are over. */
  held: number;
  digests: number;
  /** Discord's ids, each with how many notices would have mentioned it. */
  mentions: readonly { role: string; notices: number }[];
  /** The local day with the most sounds, from noon to noon; undefined where none made more than one. */
  loudest?: { at: Millis; loud: number };
  /** Of its places nothing, or not all, was known before, or after: what is known lies in here. Left out: known all the days. */
  known?: { from: Millis; to: Millis } | "nothing";
}
