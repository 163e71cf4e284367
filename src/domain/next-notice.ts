// The next thing that a channel will be told: for whoever wants to know that it works. Pure; it promises what is known now and no more.
import type { PlaceId } from "./area.ts";
import { digestTimes } from "./digest-times.ts";
import type { EdgeGroup } from "./edge-group.ts";
import { edges, groupEdges } from "./edges.ts";
import type { Edge, Situation } from "./situation.ts";
import { shownArea } from "./place.ts";
import type { Destination, Subscription } from "./subscription.ts";
import { DAY, MINUTE, type Millis } from "./time.ts";
import { fine } from "./topic.ts";

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

/** What a channel is sent next, whatever it is of. */
export type Coming = { is: "notice"; notice: Notice } | { is: "digest"; at: Millis };

interface Channel {
  destination: Pick<Destination, "zone">;
  subscriptions: readonly Pick<Subscription, "topics" | "areas" | "leads" | "endLeads" | "digest">[];
}

/** Near first: most next notices are of tonight. */
const SPANS = [2 * DAY, 60 * DAY] as const;
/** The longest lead there is. */
const LONGEST = DAY;
/** A weekly digest comes within it. */
const WEEK = 7 * DAY;

/** Undefined where nothing is planned: strikes and changes come when they come. */
export function coming(situation: Situation, to: Channel, now: Millis): Coming | undefined {
  const [digest] = digestTimes(to, { start: now, end: now + WEEK });
  const notices = to.subscriptions.flatMap((one) => nextOf(situation, one, now) ?? []);
  const [notice] = notices.sort((a, b) => a.at - b.at);
  if (digest !== undefined && (notice === undefined || digest < notice.at)) return { is: "digest", at: digest };
  return notice === undefined ? undefined : { is: "notice", notice };
}

/** The next notice of one subscription, with all its places that it tells of. */
export function nextOf(
  situation: Situation,
  { topics, areas, leads, endLeads }: Pick<Subscription, "topics" | "areas" | "leads" | "endLeads">,
  now: Millis,
): Notice | undefined {
  const hears = fine(topics);
  const soon = hears.includes("soon");
  const heard: Heard = {
    leads: soon ? leads : [],
    endLeads: soon ? endLeads : [],
    edges: [
      ...(hears.includes("begins") ? ["began" as const] : []),
      ...(hears.includes("ends") ? ["ended" as const] : []),
    ],
  };
  if (heard.edges?.length === 0 && heard.leads.length + heard.endLeads.length === 0) return undefined;
  const notices = byCountry(situation, areas).flatMap((places) => nextNotice(situation, places, heard, now) ?? []);
  return notices.sort((a, b) => a.at - b.at)[0];
}

/** Places that the record holds, those of one country together. */
function byCountry({ areas }: Situation, places: readonly PlaceId[]): readonly (readonly PlaceId[])[] {
  const known = places.filter((place) => areas.get(shownArea(place).area) !== undefined);
  const countries = [...new Set(known.map((place) => areas.country(place)))];
  return countries.map((country) => known.filter((place) => areas.country(place) === country));
}

/** `places`: one, or several of one country. */
export function nextNotice(
  situation: Situation,
  places: PlaceId | readonly PlaceId[],
  heard: Heard,
  now: Millis,
): Notice | undefined {
  const { areas } = situation;
  const follow = typeof places === "string" ? [places] : places;
  const [first] = follow;
  if (first === undefined) return undefined;
  for (const span of SPANS) {
    // What is told within the span may be of an edge up to the longest lead after it.
    const ahead = edges(situation, areas.country(first), { after: now, until: now + span + LONGEST });
    const due = ahead
      .flatMap((edge) => noticesOf(edge, heard).map((at) => ({ at, edge })))
      .filter(({ at }) => at > now && at <= now + span)
      .sort((a, b) => a.at - b.at);
    for (const { at, edge } of due) {
      const together = ahead.filter((one) => one.at === edge.at && one.kind === edge.kind);
      const groups = groupEdges(together, areas, follow, edge.at);
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
