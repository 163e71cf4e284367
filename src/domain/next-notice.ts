// The next thing that a channel will be told of curfews: for whoever wants to know that it works. Pure; it promises what is known now and no more.
import type { PlaceId } from "./area.ts";
import type { EdgeGroup } from "./edge-group.ts";
import { edges, groupEdges } from "./edges.ts";
import type { Destination, Subscription } from "./subscription.ts";
import type { Edge, Situation } from "./situation.ts";
import { DAY, MINUTE, type Millis } from "./time.ts";

/** Minutes before a begin, before an end. */
export interface Heard {
  leads: readonly number[];
  endLeads: readonly number[];
  /** Which edges are told of as they come; left out: both. */
  edges?: readonly Edge["kind"][];
}

export interface Notice {
  /** When it will come. */
  at: Millis;
  /** What it will tell of, and when that is: the same instant, or later. */
  kind: Edge["kind"];
  edge: Millis;
  groups: readonly EdgeGroup[];
}

/** Near first: most next notices are of tonight. */
const SPANS = [2 * DAY, 60 * DAY] as const;
/** The longest lead there is. */
const LONGEST = DAY;

export function nextNotice(situation: Situation, place: PlaceId, heard: Heard, now: Millis): Notice | undefined {
  const { areas } = situation;
  for (const span of SPANS) {
    // What is told within the span may be of an edge up to the longest lead after it.
    const ahead = edges(situation, areas.country(place), { after: now, until: now + span + LONGEST });
    const due = ahead
      .flatMap((edge) => noticesOf(edge, heard).map((at) => ({ at, edge })))
      .filter(({ at }) => at > now && at <= now + span)
      .sort((a, b) => a.at - b.at);
    for (const { at, edge } of due) {
      const together = ahead.filter((one) => one.at === edge.at && one.kind === edge.kind);
      const groups = groupEdges(together, areas, [place], edge.at);
      if (groups.length > 0) return { at, kind: edge.kind, edge: edge.at, groups };
    }
  }
  return undefined;
}

/** The edge itself, and what is told before it; an end is told beforehand only where its curfew runs by then. */
function noticesOf(edge: Edge, { leads, endLeads, edges: told }: Heard): Millis[] {
  const before = (edge.kind === "began" ? leads : endLeads).map((lead) => edge.at - lead * MINUTE);
  const own = told === undefined || told.includes(edge.kind) ? [edge.at] : [];
  return [...own, ...before.filter((at) => edge.kind === "began" || edge.since <= at)];
}

/** What a channel is sent next, whatever of it; undefined where nothing is planned. */
export type Coming = { is: "notice"; notice: Notice } | { is: "digest"; at: Millis };
export function coming(_situation: Situation, _to: Channel, _now: Millis): Coming | undefined {
  return undefined;
}
interface Channel {
  destination: Destination;
  subscriptions: readonly Subscription[];
}
