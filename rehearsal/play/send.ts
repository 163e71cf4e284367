// Puts an interaction onto the gateway and waits for what comes of it. Must never answer for the bot.
import type { APIBaseInteraction, InteractionType } from "discord-api-types/v10";
import { GatewayDispatchEvents } from "discord-api-types/v10";
import type { Outcome } from "../contract.ts";
import type { Stage } from "../stage.ts";
import type { Pending } from "./interactions.ts";

/** Resolves with the outcome: at once when no bot is connected, else within three seconds, or fifteen after a deferral. */
export function send(
  stage: Stage,
  pending: Pending,
  payload: APIBaseInteraction<InteractionType, unknown>,
): Promise<Outcome> {
  stage.onDispatch();
  if (stage.gateway.reachable)
    stage.gateway.dispatch(
      { t: GatewayDispatchEvents.InteractionCreate, d: payload },
      payload.guild_id === undefined ? {} : { guildId: payload.guild_id },
    );
  else pending.settle({ kind: "failed", why: "The bot is not connected." });
  return pending.outcome;
}
