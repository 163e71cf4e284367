// Turns an alert into one delivery for each channel that subscribed. Decides who hears what and why not; it never posts.
import type { Alert, Delivery, DeliveryState, EdgeGroup } from "../domain/alert.ts";
import type { AlertTopic } from "../domain/subscription.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import { deliveryId } from "./ledger.ts";

export interface Plan {
  /** World time of planning: the tick's own `now`. */
  now: Millis;
  /** Set when the alert comes late, ms of world time. */
  lateBy?: Millis;
  /** A decision already made: `skipped` with its named reason, instead of `planned`. */
  state?: DeliveryState;
  reason?: string;
}

/** What one channel is to be told, or undefined when the alert does not concern it. */
export type Tailor = (subscribed: Subscribed) => Alert | undefined;

/** Deliveries for every channel subscribed to the alert's topic. Pure but for the machine's clock. */
export function plan(
  alertFor: Tailor,
  topic: AlertTopic,
  audience: readonly Subscribed[],
  how: Plan,
  clock: Pick<Clock, "wall">,
): Delivery[] {
  return audience.flatMap((subscribed) => {
    const subscriptions = subscribed.subscriptions.filter((one) => one.topics.includes(topic));
    const [first, ...rest] = subscriptions.map((one) => one.id);
    if (first === undefined) return [];
    const alert = alertFor({ destination: subscribed.destination, subscriptions });
    return alert === undefined ? [] : [delivery(alert, { ...subscribed, subscriptions }, [first, ...rest], how, clock)];
  });
}

function delivery(
  alert: Alert,
  { destination, subscriptions }: Subscribed,
  ids: [string, ...string[]],
  how: Plan,
  clock: Pick<Clock, "wall">,
): Delivery {
  const closed = destination.paused !== undefined;
  return {
    v: 1,
    id: deliveryId(alert.id, destination.id),
    alert,
    destination: destination.id,
    channelId: destination.id,
    guildId: destination.guildId,
    language: destination.language,
    subscriptions: ids,
    shown: [...new Set(groupsOf(alert).flatMap((group) => group.areas))],
    roles: [...new Set(subscriptions.flatMap((one) => one.role ?? []))],
    // There is no notice beforehand in this version: nothing else tells a channel of a window, so all of it is loud.
    loud: true,
    state: how.state ?? (closed ? "held" : "planned"),
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

function groupsOf(alert: Alert): readonly EdgeGroup[] {
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.ended":
      return alert.groups;
    case "vigia.down":
      return alert.missed.flatMap((one) => one.groups);
    case "strike.recorded":
    case "answer.shared":
      return [];
  }
}

/** As long as its sharer can still be told what became of it: an interaction's token lives so long. */
export const SHARE_LIFE = 15 * MINUTE;

/** Until when it is worth telling. An end is owed for a week: whoever was alarmed must hear that it is over. */
function expiry(alert: Alert, now: Millis): Millis {
  switch (alert.kind) {
    case "curfew.began":
      return Math.max(...alert.groups.map((group) => group.until ?? now + DAY));
    case "curfew.ended":
      return alert.at + 7 * DAY;
    case "strike.recorded":
      return alert.at + 72 * HOUR;
    case "answer.shared":
      return now + SHARE_LIFE;
    case "vigia.down":
      return now + (alert.missed.some((one) => one.kind === "curfew.ended") ? 7 * DAY : DAY);
  }
}
