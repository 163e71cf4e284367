// Plans what is told when curfews begin and end, and after an outage one summary of what nobody was told in time.
// It never tells of a window that is over as if it still ran.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { edges, groupEdges } from "../../domain/edges.ts";
import { groupBy } from "../../domain/group.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import type { Edge } from "../../domain/situation.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { fine, hears } from "../../domain/topic.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { followed } from "../followed.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { plan, type Plan, wanting } from "../planner.ts";
import { heardBy, shared } from "./tailor.ts";
import { tellsEdge } from "../ledger/told.ts";
import { LATE, type Look, type Watch } from "./watch.ts";

interface Parts {
  ledger: Pick<Ledger, "told" | "has">;
  clock: Pick<Clock, "wall">;
}

/** Why a notice is not sent: `/alerts why` has words for each. */
const OVER = "over-before-we-were-back";
const BY_CHANGE = "told-by-the-change";

export function edgeWatch(parts: Parts): Watch {
  return async (look) => {
    const { known, after, now } = look;
    const rows: Delivery[] = [];
    for (const country of new Set(known.curfews.map((curfew) => curfew.country))) {
      const passed = edges(known, country, { after, until: now });
      if (passed.length === 0) continue;
      // Where the map was redrawn meanwhile, an earlier edge has other places: everybody is asked.
      const near = isRedrawn(known.areas, after, now)
        ? undefined
        : look.hearing?.({ places: passed.map(({ leaf }) => leaf), at: now });
      rows.push(
        ...(await planCountry(parts, country, passed, near === undefined ? look : { ...look, audience: near })),
      );
    }
    return rows;
  };
}

function isRedrawn({ dated }: Known["areas"], after: Millis, now: Millis): boolean {
  return dated.some(({ from, to }) => [from, to].some((at) => at > after && at <= now));
}

async function planCountry(
  parts: Parts,
  country: string,
  passed: readonly Edge[],
  look: Look,
): Promise<readonly Delivery[]> {
  const { known, audience, after, now } = look;
  const isOver = (edge: Edge) => now - edge.at > LATE && (edge.kind === "ended" || (edge.until ?? Infinity) <= now);
  const rows: Delivery[] = [];
  const missed: Edge[][] = [];
  const heard = heardBy(parts.ledger, known.areas);
  const planFor = (to: readonly Subscribed[], group: readonly Edge[], how: Plan) =>
    plan(
      shared((one) => edgeAlert(known, country, group, one)),
      group[0]?.kind === "ended" ? "curfew.ended" : "curfew.began",
      to,
      { hears: hearing(group, hearsEdge, after), ...how, heard },
      parts.clock,
    );
  const byChange = toldByChange(parts.ledger, look);
  const planned = (group: readonly Edge[], how: Plan) => [
    ...planFor(
      audience.filter((one) => !byChange.has(one)),
      group,
      how,
    ),
    ...[...byChange].flatMap(([one, isTold]) => [
      ...planFor(
        [one],
        group.filter((edge) => !isTold(edge)),
        how,
      ),
      ...planFor([one], group.filter(isTold), { now, state: "skipped", reason: BY_CHANGE }),
    ]),
  ];
  for (const group of groupBy(passed, (edge) => `${edge.at} ${edge.kind}`)) {
    const at = group[0]?.at ?? now;
    const late = now - at > LATE ? { lateBy: now - at } : {};
    const [over, running] = [group.filter(isOver), group.filter((edge) => !isOver(edge))];
    rows.push(...planned(running, { now, ...late }));
    if (over.length === 0) continue;
    missed.push(over);
    // A row for each that the summary will tell: planned again after a crash, it finds nothing to say.
    rows.push(...planned(over, { now, state: "skipped", reason: OVER, hears: hearing(over, hearsMissed, after) }));
  }
  if (missed.length > 0) rows.push(...(await summaries(parts, country, missed, look, byChange)));
  // A channel with places of both kinds gets one row: what still runs is told, what is over stands in the summary.
  return rows;
}

/** Told by the notice of a change already: that it is over since a moment ago, or holds at once. Only channels that heard of one since the last tick. */
type ByChange = ReadonlyMap<Subscribed, (edge: Edge) => boolean>;

function toldByChange({ told }: Pick<Ledger, "told">, { known, audience, after }: Look): ByChange {
  return new Map(
    audience.flatMap((one): [Subscribed, (edge: Edge) => boolean][] => {
      const news = told
        .of(one.destination.id)
        .map(({ delivery }) => delivery.alert)
        .filter((alert) => "changes" in alert && alert.at > after);
      return news.length === 0 ? [] : [[one, (edge) => news.some((alert) => tellsEdge(alert, edge, known.areas))]];
    }),
  );
}

/** One summary a channel, of what it has no row of yet: planned again after a crash or a clock that went back, it finds nothing to say. */
async function summaries(
  { ledger, clock }: Parts,
  country: string,
  missed: readonly Edge[][],
  { known, audience, after, now, fault }: Look,
  byChange: ByChange,
): Promise<Delivery[]> {
  const rows: Delivery[] = [];
  const span = { from: after, to: now, ...(fault === undefined ? {} : { fault }) };
  for (const one of audience) {
    const fresh: Edge[][] = [];
    const isTold = byChange.get(one) ?? (() => false);
    for (const group of missed.map((edges) => edges.filter((edge) => !isTold(edge)))) {
      const [to] = wanting([one], hearing(group, hearsMissed, after));
      const alert = to === undefined ? undefined : edgeAlert(known, country, group, to);
      if (alert !== undefined && !(await ledger.has(alert, one.destination.id))) fresh.push(group);
    }
    const hears = (each: Subscription) => fresh.some((group) => hearing(group, hearsMissed, after)(each));
    rows.push(...plan((to) => downAlert(known, country, fresh, span, to), "vigia.down", [one], { now, hears }, clock));
  }
  return rows;
}

type EdgeAlert = AlertOf<"curfew.began" | "curfew.ended">;
type Turn = Pick<Edge | EdgeAlert, "kind" | "at">;

/**
 * Whether it hears of a begin or an end. Who wants to be told beforehand alone is told of the begin itself where an outage swallowed the notice before it: a
 * curfew that nobody announced would read as none.
 */
function hearsEdge({ topics, leads, endLeads }: Subscription, { kind, at }: Turn, after: Millis): boolean {
  const isBegin = kind === "began" || kind === "curfew.began";
  if (hears(topics, isBegin ? "curfew.began" : "curfew.ended")) return true;
  const before = isBegin ? leads : endLeads;
  return hears(topics, "curfew.soon") && before.some((lead) => at - lead * MINUTE > after);
}

/** The alert as one channel gets it: its own areas only. The id is the same for all. */
function edgeAlert(known: Known, country: string, group: readonly Edge[], to: Subscribed): EdgeAlert | undefined {
  const [edge] = group;
  const [first, ...rest] = groupEdges(group, known.areas, followed(to), group[0]?.at ?? known.knownAt);
  if (edge === undefined || first === undefined) return undefined;
  const kind = edge.kind === "began" ? "curfew.began" : "curfew.ended";
  return {
    kind,
    id: hash({ kind, country, instant: edge.at, lead: 0 }),
    at: edge.at,
    country,
    groups: [first, ...rest],
  };
}

/** Of what was missed: who asked for trouble hears all of it, the others what they would have heard in time. */
export function hearsMissed(one: Subscription, edge: Turn, after: Millis): boolean {
  return fine(one.topics).includes("trouble") || hearsEdge(one, edge, after);
}

/** Edges of one group are of one kind and instant. */
function hearing([edge]: readonly Edge[], hears: typeof hearsEdge, after: Millis): (one: Subscription) => boolean {
  return (one) => edge !== undefined && hears(one, edge, after);
}

function downAlert(
  known: Known,
  country: string,
  missed: readonly (readonly Edge[])[],
  span: { from: Millis; to: Millis; fault?: "clock" },
  to: Subscribed,
): Alert | undefined {
  const mine = missed.flatMap((group) => {
    const [heard] = wanting([to], hearing(group, hearsMissed, span.from));
    const alert = heard === undefined ? undefined : edgeAlert(known, country, group, heard);
    return alert === undefined ? [] : [{ kind: alert.kind, at: alert.at, groups: alert.groups }];
  });
  const [first, ...rest] = mine;
  if (first === undefined) return undefined;
  return {
    kind: "vigia.down",
    id: hash({ kind: "vigia.down", country, from: span.from, to: span.to }),
    at: span.to,
    country,
    ...span,
    missed: [first, ...rest],
  };
}
