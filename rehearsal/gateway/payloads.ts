// What the gateway says of the world, in Discord's shapes. Must never show a member but the bot: the bot has no intent for more.
// Channels the bot cannot see are obfuscated as the change log of 12 August 2026 describes, mandatory since 16 November 2026; which fields
// are "reduced" beyond name, topic and overwrites is a guess.
import type {
  APIBaseInteraction,
  APIGuildChannel,
  GatewayApplicationCommandPermissionsUpdateDispatchData,
  GatewayChannelCreateDispatchData,
  GatewayChannelDeleteDispatchData,
  GatewayChannelPinsUpdateDispatchData,
  GatewayChannelUpdateDispatchData,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayGuildMemberUpdateDispatchData,
  GatewayGuildRoleCreateDispatchData,
  GatewayGuildRoleDeleteDispatchData,
  GatewayGuildRoleUpdateDispatchData,
  GatewayGuildScheduledEventCreateDispatchData,
  GatewayGuildScheduledEventDeleteDispatchData,
  GatewayGuildScheduledEventUpdateDispatchData,
  GatewayGuildUpdateDispatchData,
  GatewayReadyDispatchData,
  GatewayThreadCreateDispatchData,
  GatewayThreadDeleteDispatchData,
  GatewayThreadListSyncDispatchData,
  GatewayThreadMembersUpdateDispatchData,
  GatewayThreadUpdateDispatchData,
  InteractionType,
} from "discord-api-types/v10";
import { GatewayDispatchEvents as E, GatewayIntentBits, OverwriteType } from "discord-api-types/v10";
import { isForum, type GuildChannel, type Thread } from "../world/channels.ts";
import { isOfShard } from "./identify.ts";
import type { World } from "../world/guild.ts";
import { P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import type { WorldGuild } from "../world/world-guild.ts";

const NO_FLAGS: number = 0;
const OBFUSCATED = 1 << 17;

/** A dispatch before the session gives it its number. */
export type Dispatch =
  | { t: E.Ready; d: GatewayReadyDispatchData }
  | { t: E.Resumed; d: null }
  | { t: E.GuildCreate; d: GatewayGuildCreateDispatchData }
  | { t: E.GuildUpdate; d: GatewayGuildUpdateDispatchData }
  | { t: E.GuildDelete; d: GatewayGuildDeleteDispatchData }
  | { t: E.GuildRoleCreate; d: GatewayGuildRoleCreateDispatchData }
  | { t: E.GuildRoleUpdate; d: GatewayGuildRoleUpdateDispatchData }
  | { t: E.GuildRoleDelete; d: GatewayGuildRoleDeleteDispatchData }
  | { t: E.GuildMemberUpdate; d: GatewayGuildMemberUpdateDispatchData }
  | { t: E.GuildScheduledEventCreate; d: GatewayGuildScheduledEventCreateDispatchData }
  | { t: E.GuildScheduledEventUpdate; d: GatewayGuildScheduledEventUpdateDispatchData }
  | { t: E.GuildScheduledEventDelete; d: GatewayGuildScheduledEventDeleteDispatchData }
  | { t: E.ChannelCreate; d: GatewayChannelCreateDispatchData }
  | { t: E.ChannelUpdate; d: GatewayChannelUpdateDispatchData }
  | { t: E.ChannelDelete; d: GatewayChannelDeleteDispatchData }
  | { t: E.ChannelPinsUpdate; d: GatewayChannelPinsUpdateDispatchData }
  | { t: E.ThreadCreate; d: GatewayThreadCreateDispatchData }
  | { t: E.ThreadUpdate; d: GatewayThreadUpdateDispatchData }
  | { t: E.ThreadDelete; d: GatewayThreadDeleteDispatchData }
  | { t: E.ThreadListSync; d: GatewayThreadListSyncDispatchData }
  | { t: E.ThreadMembersUpdate; d: GatewayThreadMembersUpdateDispatchData }
  | { t: E.ApplicationCommandPermissionsUpdate; d: GatewayApplicationCommandPermissionsUpdateDispatchData }
  | { t: E.InteractionCreate; d: APIBaseInteraction<InteractionType, unknown> };

export function ready(world: World, sessionId: string, resumeUrl: string, shard?: [number, number]): Dispatch {
  const guilds = world.botGuilds().filter((guild) => isOfShard(guild.id, shard));
  return {
    t: E.Ready,
    d: {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: NO_FLAGS },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: sessionId,
      resume_gateway_url: resumeUrl,
      ...(shard ? { shard } : {}),
      application: { id: APPLICATION_ID, flags: NO_FLAGS, flags_new: "0" },
    },
  };
}

/** What follows READY: every guild of the shard that Discord can reach, for who asked to hear of guilds. */
export function guildCreates(world: World, intents: number, shard?: [number, number]): Dispatch[] {
  if ((intents & GatewayIntentBits.Guilds) === 0) return [];
  return world
    .botGuilds()
    .filter((guild) => !guild.unavailable && isOfShard(guild.id, shard))
    .map((guild) => guildCreate(world, guild));
}

export function guildCreate(world: World, guild: WorldGuild): Dispatch {
  const bot = world.member(guild.id, APPLICATION_ID);
  return {
    t: E.GuildCreate,
    d: {
      ...guild.object(),
      joined_at: guild.members.get(APPLICATION_ID)?.joinedAt ?? "",
      large: guild.members.size > 250,
      unavailable: false,
      member_count: guild.members.size,
      voice_states: [],
      members: bot ? [bot] : [],
      channels: world.guildChannels(guild.id).map((channel) => asBotSees(world, channel)),
      threads: activeThreads(world, guild.id).map((thread) => withMember(world, thread)),
      presences: [],
      stage_instances: [],
      guild_scheduled_events: guild.livingEvents(),
      soundboard_sounds: [],
    },
  };
}

/** Active threads of a guild, or of one channel in it, that the bot may see. */
export function activeThreads(world: World, guildId: string, parentId?: string): Thread[] {
  return world
    .threads()
    .filter((one) => one.guild_id === guildId && (parentId === undefined || one.parent_id === parentId))
    .filter((one) => !one.thread_metadata.archived && world.sees(APPLICATION_ID, one.id));
}

/** A thread with the bot's own membership, where there is one. */
export function withMember(world: World, thread: Thread): Thread {
  const member = world.threadMember(thread.id, APPLICATION_ID);
  return member ? { ...thread, member } : thread;
}

/** A channel for the gateway: whole, or with its secrets taken out. */
export function asBotSees(world: World, channel: GuildChannel): GuildChannel {
  if (world.sees(APPLICATION_ID, channel.id)) return channel;
  const hidden = {
    name: "___hidden___",
    topic: null,
    last_message_id: null,
    flags: (channel.flags ?? 0) | OBFUSCATED,
    permission_overwrites: [
      { id: channel.guild_id, type: OverwriteType.Role, allow: "0", deny: P.ViewChannel.toString() },
    ],
  } satisfies Partial<APIGuildChannel<GuildChannel["type"]>> & Partial<GuildChannel>;
  return isForum(channel) ? { ...channel, ...hidden, available_tags: [] } : { ...channel, ...hidden };
}
