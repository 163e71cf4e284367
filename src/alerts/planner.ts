// Turns an alert into one delivery for each channel that subscribed. Decides who hears what and why not; it never posts.
import type { Alert } from "../domain/alert.ts";
import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import type { Reason } from "../domain/reason.ts";
import { asked } from "../domain/seen.ts";
import { hears, topicOf } from "../domain/topic.ts";
import type { Subscription } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import { expiry, shownBy } from "./kinds.ts";
import { deliveryId } from "./ledger.ts";
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
    const subscriptions = subscribed.subscriptions.filter((one) => hears(one.topics, kind));
    const [first, ...rest] = subscriptions.map((one) => one.id);
    if (first === undefined) return [];
    const alert = alertFor({ destination: subscribed.destination, subscriptions });
    return alert === undefined ? [] : [delivery(alert, { ...subscribed, subscriptions }, [first, ...rest], how, clock)];
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

/** As its people want it; undefined where none of them said. What one of them wants to hear makes a sound. */
function soundOf({ kind }: Alert, subscriptions: readonly Subscription[]): boolean | undefined {
  const topic = topicOf(kind);
  const wanted = subscriptions.map(({ sounds }) => (topic === undefined ? undefined : sounds?.[topic]));
  if (wanted.includes("loud")) return true;
  return wanted.every((one) => one === "silent") ? false : undefined;
}

function rolesOf({ kind }: Alert, subscriptions: readonly Subscription[]): string[] {
  const topic = topicOf(kind);
  const wanted = ({ mention }: Subscription) => mention === undefined || topic === undefined || mention.includes(topic);
  return [...new Set(subscriptions.filter(wanted).flatMap((one) => one.role ?? []))];
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
