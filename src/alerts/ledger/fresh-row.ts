// A row as it is before anybody tried it. What its planner does not say is the least: it makes no sound, calls nobody, shows no place. It decides nothing.
import type { Alert } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import { expiry } from "../kinds.ts";
import { deliveryId } from "./ledger.ts";

/** Where it goes. `destination`: whose turn it waits for. */
type To = Pick<Delivery, "destination" | "channelId" | "guildId" | "language" | "dm">;
/** `now`: world time of planning. `wall`: machine time. */
interface When {
  now: Millis;
  wall: Millis;
}

export function freshRow(alert: Alert, to: To, { now, wall }: When, more: Partial<Delivery> = {}): Delivery {
  return {
    v: 1,
    id: deliveryId(alert.id, to.destination),
    alert,
    ...to,
    subscriptions: [],
    shown: [],
    roles: [],
    loud: false,
    state: "planned",
    reason: "in-time",
    dueAt: alert.at,
    plannedAt: now,
    expiresAt: expiry(alert, now),
    plannedMachine: wall,
    parts: [],
    attempts: [],
    ...more,
  };
}

/** In a channel's own queue. */
export const inChannel = ({ id, guildId, language }: Pick<Destination, "id" | "guildId" | "language">): To => ({
  destination: id,
  channelId: id,
  guildId,
  language,
});
