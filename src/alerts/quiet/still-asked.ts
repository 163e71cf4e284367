// What of a notice that waited its channel still asks for: kinds, places and filters may have been changed meanwhile. It must never take away what nobody turned
// off, nor bring what was turned on only afterwards.
import type { HeldAlert } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { EdgeGroup } from "../../domain/edge-group.ts";
import type { Known } from "../../domain/known.ts";
import { leavesOf } from "../../domain/knowledge.ts";
import { mismatch, names } from "../../domain/match.ts";
import type { Subscription } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import { hears } from "../../domain/topic.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { hearsMissed } from "../watches/edge-watch.ts";

/** What is still to be told, and the sets that ask for it: who is called for it is theirs to say. */
export interface Asked {
  alert: HeldAlert;
  by: readonly Subscription[];
}

type Row = Pick<Delivery, "alert" | "subscriptions" | "plannedAt" | "dueAt" | "lateBy" | "replyTo">;

/** `running`: the channel as it is subscribed by now, its places as they are now. Undefined where nobody asks for any of it any more. */
export function stillAsked(
  alert: HeldAlert,
  row: Row,
  running: Subscribed | undefined,
  known: Known,
): Asked | undefined {
  const all = running?.subscriptions ?? [];
  const own = all.filter(({ id }) => row.subscriptions.includes(id));
  const isSame = own.length === row.subscriptions.length && own.every((one) => (one.askedSince ?? -Infinity) < row.plannedAt); // prettier-ignore
  const by = all.filter((one) => (own.includes(one) || one.since <= row.dueAt) && asks(one, alert, row, known));
  // Who asks for the same as when it was planned is not asked again why; but a note tells things of several sets.
  if (isSame) return { alert, by: row.alert.kind === "quiet.over" && by.length > 0 ? by : own };
  const left = by.length === 0 ? undefined : within(alert, by, known);
  return left === undefined ? undefined : { alert: left, by };
}

function asks(one: Subscription, alert: HeldAlert, { lateBy, replyTo }: Row, known: Known): boolean {
  const isHeard = hears(one.topics, alert.kind);
  switch (alert.kind) {
    case "curfew.began":
      // An outage swallowed the notice before it: then whoever wants that one alone hears of the begin (edge-watch.ts).
      return isHeard || (lateBy !== undefined && hears(one.topics, "curfew.soon"));
    case "curfew.soon":
      return isHeard && one.leads.includes(alert.lead);
    case "curfew.ending":
      return isHeard && one.endLeads.includes(alert.lead);
    case "strike.recorded": {
      const strike = known.strikesById.get(alert.subject);
      return isHeard && (strike === undefined || mismatch(one, strike, known.orgsById) === undefined);
    }
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
      // What answers an older message is owed to who reads that.
      return replyTo !== undefined || (isHeard && names(one, [alert.subject], known.orgsById));
    case "vigia.down":
      return alert.missed.some((missed) => hearsMissed(one, missed, alert.from));
    case "curfew.ended":
    case "knowledge.lapsed":
    case "knowledge.restored":
    case "check.due":
    case "place.changed":
      return isHeard;
  }
}

/** In the places alone that these sets follow. */
function within(alert: HeldAlert, by: readonly Subscription[], known: Known): HeldAlert | undefined {
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.soon":
    case "curfew.ending":
    case "curfew.ended": {
      const [first, ...others] = cutAll(alert.groups, by, known);
      return first === undefined ? undefined : { ...alert, groups: [first, ...others] };
    }
    case "knowledge.lapsed":
    case "knowledge.restored":
    case "check.due": {
      const [first, ...others] = cut(alert.areas, by, known, alert.at);
      return first === undefined ? undefined : { ...alert, areas: [first, ...others] };
    }
    case "vigia.down": {
      const [first, ...others] = alert.missed.flatMap((missed) => {
        const own = by.filter((one) => hearsMissed(one, missed, alert.from));
        const [group, ...groups] = cutAll(missed.groups, own, known);
        return group === undefined ? [] : [{ ...missed, groups: [group, ...groups] satisfies EdgeGroup[] }];
      });
      return first === undefined ? undefined : { ...alert, missed: [first, ...others] };
    }
    case "place.changed":
      // One that ended without another in its place is followed by name alone.
      return alert.is === "ended" || cut(alert.areas, by, known, alert.at).length > 0 ? alert : undefined;
    case "strike.recorded":
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
      return alert;
  }
}

function cutAll(groups: readonly EdgeGroup[], by: readonly Subscription[], known: Known): EdgeGroup[] {
  return groups.flatMap((group) => {
    const [first, ...others] = cut(group.areas, by, known, group.since);
    return first === undefined ? [] : [{ ...group, areas: [first, ...others] }];
  });
}

function cut(places: readonly PlaceId[], by: readonly Subscription[], { areas }: Known, at: Millis): PlaceId[] {
  const own = new Set(
    leavesOf(
      areas,
      by.flatMap((one) => one.areas),
      at,
    ),
  );
  const all = leavesOf(areas, places, at);
  const kept = all.filter((leaf) => own.has(leaf));
  return kept.length === all.length ? [...places] : [...areas.compress(kept, at)];
}
