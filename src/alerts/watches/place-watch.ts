// Tells a channel once when a place that it follows was split, renamed, joined to another or ended, and its owners by mention. It plans for what the
// clock passed and for what became known later; it must never tell of a change that was there already when they subscribed.
import type { AlertOf } from "../../domain/alert.ts";
import type { AreaId } from "../../domain/area.ts";
import { type PlaceChange, placeChanges } from "../../domain/carried.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { groupBy } from "../../domain/group.ts";
import { hash } from "../../domain/id.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { hearsCurfews } from "../../domain/topic.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { deliveryId, type Ledger } from "../ledger/ledger.ts";
import { Lull } from "./lull.ts";
import { plan } from "../planner.ts";
import type { Look, Watch } from "./watch.ts";

interface Parts {
  ledger: Pick<Ledger, "has">;
  clock: Pick<Clock, "wall">;
  /** Every channel whose subscription runs, with the places as they were named: the audience of a look has them as they are now. */
  subscribed: () => readonly Subscribed[];
}

type PlaceAlert = AlertOf<"place.changed">;

export function placeWatch({ ledger, clock, subscribed }: Parts): Watch {
  /** Rows that exist: the same is found again each minute. */
  const told = new Set<string>();
  const lull = new Lull();
  return async (look) => {
    const rows: Delivery[] = [];
    const { areas } = look.known;
    if (!lull.lasts(look.now, [areas])) lull.turns(...areas.dated.flatMap(({ from, to }) => [from, to]));
    for (const one of subscribed()) {
      if (lull.has(one)) continue;
      lull.turns(...one.subscriptions.map(({ since }) => since));
      const before = rows.length;
      for (const alert of alertsFor(one, look)) {
        const id = deliveryId(alert.id, one.destination.id);
        if (told.has(id)) continue;
        if (await ledger.has(alert, one.destination.id)) told.add(id);
        else
          rows.push(
            ...plan(() => alert, alert.kind, [concerned(one, alert, look)], { now: look.now }, clock).map(quiet),
          );
      }
      if (rows.length === before) lull.note(one);
    }
    return rows;
  };
}

/** Nobody's phone rings for a change of a map: its owners are named in it, and nobody else. */
const quiet = (row: Delivery): Delivery => ({ ...row, loud: false, roles: [] });

/** With the subscriptions that named the place and no others: when those end, it is not posted. */
function concerned(to: Subscribed, alert: PlaceAlert, look: Look): Subscribed {
  const names = (one: Subscription) =>
    changes(one, to, look).some(({ area, at }) => area === alert.area && at === alert.at);
  return { ...to, subscriptions: to.subscriptions.filter(names) };
}

/** One for each change of each place, whoever of the channel's owners named it. */
function alertsFor(to: Subscribed, look: Look): readonly PlaceAlert[] {
  const found = to.subscriptions
    .filter((one) => hearsCurfews(one.topics) && one.since <= look.now)
    .flatMap((one) => changes(one, to, look).map((change) => ({ change, owner: one.owner })));
  return groupBy(found, ({ change }) => `${change.area} ${change.at}`).flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [alertOf(first.change, [...new Set(same.map(({ owner }) => owner))].sort())];
  });
}

function changes(one: Subscription, to: Subscribed, { known, now }: Look): readonly PlaceChange[] {
  const gone = one.areas.filter((area) => known.areas.get(area) === undefined);
  return [...placeChanges(known.areas, one.areas, one.since, now), ...gone.map((area) => noLongerThere(area, to))];
}

/** Withdrawn from the record, or of a list that is no longer read. Nobody knows since when: it is dated by whoever of the channel named it first. */
function noLongerThere(area: AreaId, { subscriptions }: Subscribed): PlaceChange {
  const since = subscriptions.filter((one) => one.areas.includes(area)).map((one) => one.since);
  return { at: Math.min(...since), area, is: "ended", areas: [area] };
}

function alertOf({ at, area, is, areas }: PlaceChange, owners: string[]): PlaceAlert {
  const kind = "place.changed";
  return { kind, id: hash({ kind, area, at }), at, country: area.slice(0, 2), area, is, areas: [...areas], owners };
}
