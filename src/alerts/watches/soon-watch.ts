// Plans what is told before curfews begin and end, as long before as each channel wants it. The windows are those known when it is planned.
// It never tells beforehand of what has begun, or is over, already.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { edges, groupEdges } from "../../domain/edges.ts";
import { groupBy } from "../../domain/group.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Edge } from "../../domain/situation.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { hears } from "../../domain/topic.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { followed } from "../followed.ts";
import { edgeOf, type Foresight, isRunning } from "./foreseen.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { plan, type Plan } from "../planner.ts";
import { heardBy, shared } from "./tailor.ts";
import { LATE, type Look, type Watch } from "./watch.ts";

interface Parts {
  ledger: Pick<Ledger, "told">;
  clock: Pick<Clock, "wall">;
}

type Kind = Foresight["kind"];
const KINDS = ["curfew.soon", "curfew.ending"] as const;

/** Why a notice is not sent: `/alerts why` has words for each. */
export const PAST = { "curfew.soon": "begun-already", "curfew.ending": "over-already" } as const;
const NOT_BEGUN = "not-begun-by-then";
const NEARER = "told-nearer-to-it";

export function soonWatch(parts: Parts): Watch {
  return async (look) => {
    const rows: Delivery[] = [];
    for (const country of new Set(look.known.curfews.map((curfew) => curfew.country)))
      for (const kind of KINDS)
        for (const lead of leadsOfAll(kind, look.audience)) rows.push(...passed(parts, { kind, country, lead }, look));
    return rows;
  };
}

const leads = new WeakMap<readonly Subscribed[], Map<Kind, ReadonlySet<number>>>();

/** Asked each minute; worked out again when somebody has subscribed, changed something or ended. */
function leadsOfAll(kind: Kind, audience: readonly Subscribed[]): ReadonlySet<number> {
  const own = leads.get(audience) ?? new Map<Kind, ReadonlySet<number>>();
  leads.set(audience, own);
  const made = own.get(kind) ?? leadsOf(kind, audience);
  own.set(kind, made);
  return made;
}

/** Minutes before, that anybody wants; each once. */
function leadsOf(kind: Kind, audience: readonly Subscribed[]): ReadonlySet<number> {
  return new Set(audience.flatMap(({ subscriptions }) => subscriptions.flatMap((one) => wanted(kind, one))));
}

function wanted(kind: Kind, { topics, leads, endLeads }: Subscription): readonly number[] {
  if (!hears(topics, kind)) return [];
  return kind === "curfew.soon" ? leads : endLeads;
}

interface What {
  kind: Kind;
  country: string;
  lead: number;
}

/** Rows for the instants (begin - lead), or (end - lead), that the clock passed. */
function passed(parts: Parts, what: What, look: Look): Delivery[] {
  const { kind, country, lead } = what;
  const { known, after, now } = look;
  const ahead = lead * MINUTE;
  const found = edges(known, country, { after: after + ahead, until: now + ahead }).filter(
    (edge) => edge.kind === edgeOf(kind),
  );
  return groupBy(found, ({ at }) => String(at)).flatMap((group) => planGroup(parts, what, group, look));
}

function planGroup(parts: Parts, what: What, group: readonly Edge[], look: Look): readonly Delivery[] {
  const { kind, lead } = what;
  const { known, now, audience } = look;
  const instant = group[0]?.at ?? now;
  const due = instant - lead * MINUTE;
  const rows = (edges: readonly Edge[], to: readonly Subscribed[], how: Omit<Plan, "now">) =>
    plan(
      shared((one) => foresight(known, what, edges, one)),
      kind,
      to.flatMap((one) => listening(kind, one, lead) ?? []),
      { now, heard: heardBy(parts.ledger, known.areas), ...how },
      parts.clock,
    );
  const skipped = (edges: readonly Edge[], to: readonly Subscribed[], reason: Reason) =>
    rows(edges, to, { state: "skipped", reason });
  if (instant <= now) return skipped(group, audience, PAST[kind]);
  const running = group.filter((edge) => isRunning(edge, due));
  const others = group.filter((edge) => !isRunning(edge, due));
  const isLate = now - due > LATE;
  const nearer = new Set(isLate ? audience.filter((one) => tellsNearer(what, instant, one, now)) : []);
  return [
    ...rows(
      running,
      audience.filter((one) => !nearer.has(one)),
      isLate ? { lateBy: now - due } : {},
    ),
    ...skipped(running, [...nearer], NEARER),
    // Of two rows of one alert for a channel the tick takes the first: it is told of the places where a curfew runs by then.
    ...skipped(others, audience, NOT_BEGUN),
  ];
}

/** The channel with those of its subscriptions that want this lead; undefined when none does. */
function listening(kind: Kind, to: Subscribed, lead: number): Subscribed | undefined {
  const subscriptions = to.subscriptions.filter((one) => wanted(kind, one).includes(lead));
  return subscriptions.length === 0 ? undefined : { ...to, subscriptions };
}

/** After an outage several notices of one begin may be due at once: the channel needs the last of them alone, if it names the same places. */
function tellsNearer({ kind, lead }: What, instant: Millis, to: Subscribed, now: Millis): boolean {
  const places = (own: number) => {
    const heard = listening(kind, to, own);
    return heard === undefined ? [] : followed(heard);
  };
  const mine = places(lead);
  return [...leadsOf(kind, [to])].some(
    (other) => other < lead && instant - other * MINUTE <= now && mine.every((place) => places(other).includes(place)),
  );
}

/** The notice as one channel gets it: its own places only. The id is the same for all. */
function foresight(
  known: Known,
  { kind, country, lead }: What,
  group: readonly Edge[],
  to: Subscribed,
): AlertOf<Kind> | undefined {
  const [edge] = group;
  const [first, ...rest] = groupEdges(group, known.areas, followed(to), edge?.at ?? known.knownAt);
  if (edge === undefined || first === undefined) return undefined;
  const at = edge.at - lead * MINUTE;
  return { kind, id: hash({ kind, country, instant: at, lead }), at, country, lead, groups: [first, ...rest] };
}
