// What a run plays and what every channel must show at its end. Types only. A table is written by hand from what the sources of the data say and what people
// did, in a few words of each message; it must never be made from what the program says.
import type { Desk } from "./desk.ts";

/** A message that a channel owes its readers. */
export interface Owed {
  /** A channel's name; of another server than the first one: `server/channel`. */
  in: string;
  /** Words that it holds at the end, all of them. */
  says: readonly string[];
  /** Words that it held when it was posted, where something changed it since. */
  first?: readonly string[];
  /** World time from which it was owed. */
  due: string;
  /** It comes after its time and must say so. */
  late?: true;
  /** It depends on who was first whether it comes: where it does, once. */
  may?: true;
  /** Name of this one, for those that answer it. */
  id?: string;
  /** It answers that one. */
  answers?: string;
}

export interface ChaosScenario {
  name: string;
  says: string;
  startAt: string;
  /** In the order in which they are owed. */
  shows: readonly Owed[];
  /** The channel that is asked for a second person and for checks. */
  review?: string;
  play: (desk: Desk) => Promise<void>;
}
