// Turns an alert into one delivery for each channel that subscribed. Decides who hears what and why not; it never posts.
import type { Alert } from "../domain/alert.ts";
import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import type { Reason } from "../domain/reason.ts";
import { asked } from "../domain/seen.ts";
import { fine, hears, saidOf, topicOf } from "../domain/topic.ts";
import type { Subscription } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import { expiry, shownBy } from "./kinds.ts";
import { deliveryId } from "./ledger/ledger.ts";
import { type Hearing, isLoud } from "./loud.ts";

export interface Plan {
  /** World time of planning: the tick's own `now`. */
  now: Millis;
  /** Set when the alert comes late, ms of world time. */
  lateBy?: Millis;
  /** A decision already made: `skipped` with its named reason, instead of `planned`. */
  state?: DeliveryState;
  reason?: Reason;
  /** What each channel was told before. Left out: nothing that counts, and what would be silent then is loud. */
  heard?: (destination: string) => Omit<Hearing, "now">;
  /** Of a lapse: whether a curfew runs there or is due, so that it makes a sound. Left out: it does. */
  urgent?: boolean;
  /** Who hears it, where that follows not from its kind alone. */
  hears?: (one: Subscription) => boolean;
}

/** What one channel is to be told, or undefined when the alert does not concern it. */
export type Tailor = (subscribed: Subscribed) => Alert | undefined;

/** Deliveries for every channel that hears alerts of this kind. Pure but for the machine's clock. */
export function plan(
  alertFor: Tailor,
  kind: Alert["kind"],
  audience: readonly Subscribed[],
  how: Plan,
  clock: Pick<Clock, "wall">,
): Delivery[] {
  return audience.flatMap((subscribed) => {
    const subscriptions = subscribed.subscriptions.filter(how.hears ?? ((one) => hears(one.topics, kind)));
    const [first, ...rest] = subscriptions.map((one) => one.id);
    if (first === undefined) return [];
    const { destination } = subscribed;
    const alert = alertFor({ destination, subscriptions });
    if (alert === undefined) return [];
    // Of one message that several asked for, those whom it concerns: nobody is called for another one's places.
    const own =
      rest.length === 0
        ? subscriptions
        : subscriptions.filter((one) => alertFor({ destination, subscriptions: [one] }) !== undefined);
    const [only = first, ...others] = own.map((one) => one.id);
    return [delivery(alert, { destination, subscriptions: own }, [only, ...others], how, clock)];
  });
}

/** What a channel is told whatever happened, because of these subscriptions of its. */
export function planFor(alert: Alert, to: Subscribed, how: Plan, clock: Pick<Clock, "wall">): Delivery[] {
  const [first, ...rest] = to.subscriptions.map((one) => one.id);
  return first === undefined ? [] : [delivery(alert, to, [first, ...rest], how, clock)];
}

/** The row of a channel that was told before, `told` being what it was told by: in its own words where its subscription has ended since, and then without a mention. */
export function planAgain(
  alert: Alert,
  told: Delivery,
  running: Subscribed | undefined,
  how: Plan,
  clock: Pick<Clock, "wall">,
): Delivery {
  const [first, ...rest] = running?.subscriptions.map((one) => one.id) ?? [];
  if (running !== undefined && first !== undefined) return delivery(alert, running, [first, ...rest], how, clock);
  const { destination, channelId, guildId, language, subscriptions } = told;
  return { ...rowOf(alert, destination, false, how, clock), channelId, guildId, language, subscriptions, roles: [] };
}

function delivery(
  alert: Alert,
  { destination, subscriptions }: Subscribed,
  ids: [string, ...string[]],
  how: Plan,
  clock: Pick<Clock, "wall">,
): Delivery {
  const row = rowOf(alert, destination.id, destination.paused !== undefined, how, clock);
  const loud = soundOf(alert, subscriptions) ?? row.loud;
  const seen = asked({ alert, loud }, destination, subscriptions);
  return {
    ...row,
    channelId: destination.id,
    guildId: destination.guildId,
    language: destination.language,
    subscriptions: ids,
    loud,
    roles: rolesOf(alert, subscriptions),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** As its people want it; undefined where none of them said. What one of them wants to hear makes a sound; what all of them want silent makes none. */
export function soundOf({ kind }: Pick<Alert, "kind">, subscriptions: readonly Subscription[]): boolean | undefined {
  const wanted = subscriptions.map((one) => soundIn(one, kind));
  if (wanted.includes("loud")) return true;
  return wanted.length > 0 && wanted.every((one) => one === "silent") ? false : undefined;
}

function soundIn({ sounds = {} }: Subscription, kind: Alert["kind"]): "loud" | "silent" | undefined {
  const topic = topicOf(kind);
  return topic === undefined ? undefined : saidOf(sounds, topic);
}

/** Of those who want to be mentioned. Whoever wants it silent is not called because somebody else wants to hear it. */
export function rolesOf({ kind }: Pick<Alert, "kind">, subscriptions: readonly Subscription[]): string[] {
  const topic = topicOf(kind);
  const wanted = (one: Subscription) =>
    soundIn(one, kind) !== "silent" &&
    (one.mention === undefined || topic === undefined || fine(one.mention).includes(topic));
  return [...new Set(subscriptions.filter(wanted).flatMap((one) => one.role ?? []))];
}

/** Each channel with those of its subscriptions that want it; without those of which none does. */
export function wanting(audience: readonly Subscribed[], wants: (one: Subscription) => boolean): Subscribed[] {
  return audience.flatMap(({ destination, subscriptions }) => {
    const own = subscriptions.filter(wants);
    return own.length === 0 ? [] : [{ destination, subscriptions: own }];
  });
}

/** All of a row that does not depend on who subscribed. */
function rowOf(alert: Alert, destination: string, closed: boolean, how: Plan, clock: Pick<Clock, "wall">) {
  const heard = how.heard?.(destination);
  return {
    v: 1 as const,
    id: deliveryId(alert.id, destination),
    alert,
    destination,
    shown: shownBy(alert),
    loud: isLoud(alert, heard === undefined ? undefined : { ...heard, now: how.now }, how.urgent),
    state: how.state ?? (closed ? ("held" as const) : ("planned" as const)),
    reason: how.reason ?? (closed ? "channel-paused" : how.lateBy === undefined ? "in-time" : "late"),
    dueAt: alert.at,
    plannedAt: how.now,
    expiresAt: expiry(alert, how.now),
    plannedMachine: clock.wall(),
    ...(how.lateBy === undefined ? {} : { lateBy: how.lateBy }),
    parts: [],
    attempts: [],
  };
}
