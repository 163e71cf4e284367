// What a scenario is made of: sentences, what people and the world do, and what must be seen afterwards. Types only; a new scenario is a file
// beside this one and a line in index.ts. Must never say how it is played: the player does that, for the page and for the tests alike.
import type { FaultOrder, WorldChange, Words } from "../contract.ts";

export interface Scenario {
  name: string;
  title: Words;
  /** World time at the beginning, ISO 8601 with its offset. */
  startAt: string;
  steps: readonly Step[];
}

export interface Step {
  /** One sentence: what happens, and what will be seen. */
  says: Words;
  does: readonly Deed[];
  sees?: readonly Sight[];
  never?: readonly Sight[];
}

/** One thing that somebody does, or that happens. `who` is a reader's name, `in` a channel's; #redaccion when it is left out. */
export type Deed =
  /** A command as it is typed: `/curfew place:guayas at:20 Mar 23:30`. `unanswered`: Discord's red line is what must come. */
  | { who: string; types: string; in?: string; unanswered?: true }
  /** The button with this label, on the answer this reader got last. */
  | { who: string; presses: string }
  /** The entry of a menu whose label holds these words, on the answer this reader got last. */
  | { who: string; picks: string }
  /** The form that was opened for this reader last, field by field. */
  | { who: string; submits: Record<string, string | string[]> }
  /** Every minute up to this time is played, each answered before the next. A time that is past already moves nothing. */
  | { clock: string }
  /** Time passes and nobody is told until it has. */
  | { outage: string }
  | { bot: "off" | "on" | "killed" }
  /** A record of the data set is edited, as the team would edit it in the file; null takes a key away. The bot reads it when it starts. */
  | { data: string; record: string; becomes: Record<string, unknown> }
  | { fault: FaultOrder }
  | { world: WorldChange };

/** Messages that came in this step and hold all `parts`: in a channel for everybody, or as answers to one reader. */
export type Sight = ({ in: string } | { by: string }) & {
  parts: readonly string[];
  /** Exactly so many; 1 when left out. Not read in `never`. */
  times?: number;
};
