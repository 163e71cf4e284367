// The words the curfew rules speak: what is known, what follows for a place and time. Shapes only; see windows.ts, segments.ts, state.ts, edges.ts.
import type { LeafId, PlaceId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { Coverage } from "./coverage.ts";
import type { Curfew } from "./curfew.ts";
import type { Interval, Millis } from "./time.ts";

/** Everything a curfew answer rests on, as known at one instant. */
export interface Situation {
  /** Filter of knowledge, world time: nothing known later is in here. */
  knownAt: Millis;
  areas: AreaTree;
  curfews: readonly Curfew[];
  /** Withdrawn records: their areas and hours are not known, never "no curfew". */
  withdrawn: readonly Curfew[];
  coverage: readonly Coverage[];
}

/** Why a place and time is not known. */
export type Unknown =
  /** outside every confirmed period */
  | "not-covered"
  /** a curfew whose end no source gives may still be running */
  | "end-not-known"
  /** a curfew runs whose list of places is known only in part */
  | "list-partial"
  /** the record that spoke of it was withdrawn */
  | "withdrawn";

/** A stretch of one leaf's time in which nothing changes. Segments of a range are contiguous and in order. */
export interface Segment extends Interval {
  is: "inForce" | "notInForce" | "unknown";
  /** Ids of the curfews in force (or, when unknown, of those that make it so). */
  curfews: readonly string[];
  why?: Unknown;
}

export type State =
  /** `until` absent: runs beyond the horizon. `assumedUntil` never exists: an end not known is not an end. */
  | {
      is: "inForce";
      since: Millis;
      until: Millis | undefined;
      curfews: readonly string[];
      next: Interval | undefined;
      followedBy: "notInForce" | "unknown" | undefined;
    }
  | {
      is: "notInForce";
      next: Interval | undefined;
      last: Interval | undefined;
      curfews: readonly string[];
      /** first instant from which it is no longer known */ knownUntil: Millis | undefined;
    }
  | {
      is: "unknown";
      why: Unknown;
      /** last instant up to which anything was known here */ informationEnds: Millis | undefined;
      last: Interval | undefined;
      next: Interval | undefined;
      curfews: readonly string[];
    };

/** A place whose leaves agree, or the parts that differ, each compressed to the fewest areas. */
export type AreaState = { whole: State } | { partly: readonly { areas: readonly PlaceId[]; state: State }[] };

/** Where the merged windows of a leaf begin or end. */
export interface Edge {
  kind: "began" | "ended";
  at: Millis;
  leaf: LeafId;
  /** Start of the merged window. */
  since: Millis;
  /** End of the merged window (for "ended" this is `at`); absent beyond the horizon. */
  until: Millis | undefined;
  /** The next certain window of that leaf, if one is declared. */
  next: Interval | undefined;
  /** What follows the end. */
  followedBy: "notInForce" | "unknown" | undefined;
  curfews: readonly string[];
}
