// What the gateway says of the world, in Discord's shapes. Must never show a member but the bot: the bot has no intent for more.
import type {
  GatewayChannelDeleteDispatchData,
  GatewayChannelUpdateDispatchData,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayReadyDispatchData,
  APIBaseInteraction,
  InteractionType,
} from "discord-api-types/v10";
import { GatewayDispatchEvents } from "discord-api-types/v10";
import { isOfShard } from "./identify.ts";
import { discordTime } from "../world-clock.ts";
import type { World } from "../world/guild.ts";
import { APPLICATION_ID, GUILD_ID, SEED_CREATED } from "../world/seed.ts";

const NO_FLAGS: number = 0;

/** A dispatch before the session gives it its number. */
export type Dispatch =
  | { t: GatewayDispatchEvents.Ready; d: GatewayReadyDispatchData }
  | { t: GatewayDispatchEvents.Resumed; d: null }
  | { t: GatewayDispatchEvents.GuildCreate; d: GatewayGuildCreateDispatchData }
  | { t: GatewayDispatchEvents.GuildDelete; d: GatewayGuildDeleteDispatchData }
  | { t: GatewayDispatchEvents.ChannelUpdate; d: GatewayChannelUpdateDispatchData }
  | { t: GatewayDispatchEvents.ChannelDelete; d: GatewayChannelDeleteDispatchData }
  | { t: GatewayDispatchEvents.InteractionCreate; d: APIBaseInteraction<InteractionType, unknown> };

export function ready(world: World, sessionId: string, resumeUrl: string, shard?: [number, number]): Dispatch {
  return {
    t: GatewayDispatchEvents.Ready,
    d: {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: NO_FLAGS },
      guilds: world.botInGuild && isOfShard(GUILD_ID, shard) ? [{ id: GUILD_ID, unavailable: true }] : [],
      session_id: sessionId,
      resume_gateway_url: resumeUrl,
      ...(shard ? { shard } : {}),
      application: { id: APPLICATION_ID, flags: NO_FLAGS, flags_new: "0" },
    },
  };
}

export function guildCreate(world: World): Dispatch {
  const bot = world.member(APPLICATION_ID);
  return {
    t: GatewayDispatchEvents.GuildCreate,
    d: {
      ...world.guild(),
      joined_at: discordTime(SEED_CREATED),
      large: false,
      unavailable: false,
      member_count: 5,
      voice_states: [],
      members: bot ? [bot] : [],
      channels: world.guildChannels(),
      threads: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    },
  };
}
