// The row of a word about a channel's own alerts: that they pause, that fewer come. Silent, calls nobody and shows no place. It decides nothing.
import type { Alert } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import { expiry } from "../kinds.ts";
import { deliveryId } from "./ledger.ts";

/** `now`: world time of planning. `wall`: machine time. */
export function settingsWord(
  alert: Alert,
  { id, guildId, language }: Pick<Destination, "id" | "guildId" | "language">,
  subscriptions: string[],
  { now, wall }: { now: Millis; wall: Millis },
): Delivery {
  return {
    v: 1,
    id: deliveryId(alert.id, id),
    alert,
    destination: id,
    channelId: id,
    guildId,
    language,
    subscriptions,
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
  };
}
