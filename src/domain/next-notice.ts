// The next thing that a channel will be told: for whoever wants to know that it works. Pure; it promises what is known now and no more.
import type { PlaceId } from "./area.ts";
import { digestTimes } from "./digest-times.ts";
import type { EdgeGroup } from "./edge-group.ts";
import { edgesThrough, groupEdges } from "./edges.ts";
import { groupBy } from "./group.ts";
import type { Edge, Situation } from "./situation.ts";
import { shownArea } from "./place.ts";
import type { Destination, Subscription } from "./subscription.ts";
import { DAY, type Interval, MINUTE, type Millis } from "./time.ts";
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
  // By whole days: whoever asks a minute later, or for other places, asks for the same.
  const today = Math.floor(now / DAY) * DAY;
  for (const span of SPANS) {
    // What is told within the span may be of an edge up to the longest lead after it.
    const range = { after: today - 1, until: today + DAY + span + LONGEST };
    const turns = turnsOf(edgesThrough(situation, areas.country(first), range));
    const found = soonest(turns, situation, follow, heard, { start: now, end: now + span });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Edges of one kind and instant. */
interface Turn {
  at: Millis;
  kind: Edge["kind"];
  edges: readonly Edge[];
  /** Begin of the longest of the windows that end. */
  since: Millis;
}

const turns = new WeakMap<readonly Edge[], readonly Turn[]>();

function turnsOf(edges: readonly Edge[]): readonly Turn[] {
  const known = turns.get(edges);
  if (known !== undefined) return known;
  const made = groupBy(edges, ({ at, kind }) => `${at} ${kind}`).flatMap((own): Turn[] => {
    const [edge] = own;
    if (edge === undefined) return [];
    return [{ at: edge.at, kind: edge.kind, edges: own, since: Math.min(...own.map(({ since }) => since)) }];
  });
  turns.set(edges, made);
  return made;
}

/** The first notice within (start, end] that is of one of the places; of two at one instant the one whose edge comes first. */
function soonest(
  all: readonly Turn[],
  { areas }: Situation,
  follow: readonly PlaceId[],
  heard: Heard,
  { start, end }: Interval,
): Notice | undefined {
  let found: Notice | undefined;
  for (const turn of all) {
    // No lead is longer: whatever comes after it is told later.
    if (found !== undefined && turn.at - LONGEST > found.at) break;
    const due = noticesOf(turn, heard).filter((at) => at > start && at <= end);
    const at = Math.min(...due);
    if (due.length === 0 || (found !== undefined && at >= found.at)) continue;
    const groups = groupEdges(turn.edges, areas, follow, turn.at);
    if (groups.length > 0) found = { at, kind: turn.kind, edge: turn.at, groups };
  }
  return found;
}

/** The edge itself, and what is told before it; an end is told beforehand only where its curfew runs by then. */
function noticesOf(turn: Turn, { leads, endLeads, edges: told }: Heard): Millis[] {
  const before = (turn.kind === "began" ? leads : endLeads).map((lead) => turn.at - lead * MINUTE);
  const own = told === undefined || told.includes(turn.kind) ? [turn.at] : [];
  return [...own, ...before.filter((at) => turn.kind === "began" || turn.since <= at)];
}
