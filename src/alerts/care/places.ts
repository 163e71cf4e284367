// Where a post goes about a channel's trouble: the place of last resort, and every channel of the server that wants to hear of trouble. It must never be the
// channel in trouble itself.
import type { Destination } from "../../domain/subscription.ts";
import type { Sender } from "../courier/sender.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Where } from "./channel-plan.ts";

interface Parts {
  subscriptions: { list: (guildId: string) => readonly Subscribed[] };
  sender: Pick<Sender, "systemChannel">;
}

/** None where the bot is no more. Throws when Discord does not say where the server takes its own notices. */
export async function placesOf({ destination, subscriptions }: Subscribed, parts: Parts): Promise<Where[]> {
  if (destination.paused?.reason === "bot-removed") return [];
  const named = subscriptions.flatMap((one) => one.lastResort ?? []);
  const usual = subscriptions.some((one) => one.lastResort === undefined)
    ? await parts.sender.systemChannel(destination.guildId)
    : undefined;
  const all = new Set([...named, ...(usual === undefined ? [] : [usual]), ...troubleHeardIn(destination, parts)]);
  all.delete(destination.id);
  return [...all].map((place) => ({ place }));
}

/** Whoever subscribed to trouble: a channel, or a person's direct messages. */
function troubleHeardIn({ guildId }: Destination, { subscriptions }: Parts): string[] {
  return subscriptions
    .list(guildId)
    .filter(({ subscriptions: own }) => own.some(({ topics }) => topics.includes("trouble")))
    .flatMap(({ destination }) => (destination.paused === undefined ? [destination.id] : []));
}
