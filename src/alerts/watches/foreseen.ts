// A notice given beforehand, as the record has its windows when it is posted: it may have waited, and a decree may have changed meanwhile.
// It must never tell of hours that do not hold any more.
import type { AlertOf } from "../../domain/alert.ts";
import { edges, groupEdges } from "../../domain/edges.ts";
import type { Known } from "../../domain/known.ts";
import type { Edge } from "../../domain/situation.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { shownBy } from "../kinds.ts";

export type Foresight = AlertOf<"curfew.soon" | "curfew.ending">;

/** The edge it tells of. */
export function edgeOf(kind: Foresight["kind"]): Edge["kind"] {
  return kind === "curfew.soon" ? "began" : "ended";
}

/** Whether the curfew has begun when its end is to be told: "ends at" must not be the first that is heard of it. */
export function isRunning(edge: Edge, at: Millis): boolean {
  return edge.kind === "began" || edge.since <= at;
}

/** Undefined where nothing begins, or ends, there at that time any more. */
export function foreseen(alert: Foresight, known: Known): Foresight | undefined {
  const at = alert.at + alert.lead * MINUTE;
  const found = edges(known, alert.country, { after: at - 1, until: at }).filter(
    (edge) => edge.kind === edgeOf(alert.kind) && isRunning(edge, alert.at),
  );
  const [first, ...rest] = groupEdges(found, known.areas, shownBy(alert), at);
  return first === undefined ? undefined : { ...alert, groups: [first, ...rest] };
}
