// Tells the bot's sessions what happened in the world, each event only to those whose intents name it. Must never change the world.
// Intents as in the Gateway page: threads, channels, roles and pins come with GUILDS, pins of a direct message with DIRECT_MESSAGES; a member's change
// with GUILD_MEMBERS, but the bot's own always; command permissions and interactions with none.
import type { APIGuildScheduledEvent, APIRole } from "discord-api-types/v10";
import { GatewayDispatchEvents as E, GatewayIntentBits as I } from "discord-api-types/v10";
import type { Stage } from "../stage.ts";
import { guildIdOf, type GuildChannel, type Thread, type WorldChannel } from "../world/channels.ts";
import type { CommandPermissions } from "../world/commands.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import type { WorldGuild } from "../world/world-guild.ts";
import { activeThreads, asBotSees, guildCreate, withMember, type Dispatch } from "./payloads.ts";

function tell({ world, gateway }: Stage, guildId: string, intent: number, event: Dispatch): void {
  const guild = world.guilds.get(guildId);
  // A guild without the bot, or out of reach, is silent; its own coming and going is told by guildNews.
  if (guild?.botIsHere && !guild.unavailable) gateway.dispatch(event, { intent, guildId });
}

export function channelNews(stage: Stage, channel: GuildChannel, what: "created" | "changed" | "deleted"): void {
  const t = { created: E.ChannelCreate, changed: E.ChannelUpdate, deleted: E.ChannelDelete } as const;
  const d = what === "deleted" ? channel : asBotSees(stage.world, channel);
  tell(stage, channel.guild_id, I.Guilds, { t: t[what], d });
}

/** Threads are told only to a bot that can see them. */
export function threadNews(stage: Stage, thread: Thread, what: "created" | "changed"): void {
  if (!stage.world.sees(APPLICATION_ID, thread.id)) return;
  if (what === "changed") return tell(stage, thread.guild_id, I.Guilds, { t: E.ThreadUpdate, d: thread });
  tell(stage, thread.guild_id, I.Guilds, { t: E.ThreadCreate, d: { ...thread, newly_created: true } });
}

/** Asked before it is taken away whether the bot saw it. */
export function threadGone(stage: Stage, { id, guild_id, parent_id, type }: Thread, seen: boolean): void {
  if (seen) tell(stage, guild_id, I.Guilds, { t: E.ThreadDelete, d: { id, guild_id, parent_id, type } });
}

/** The bot came into a thread, or left it. */
export function ownMembership(stage: Stage, thread: Thread, joined: boolean): void {
  const { world } = stage;
  const { id, guild_id, member_count } = thread;
  if (!joined)
    return tell(stage, guild_id, I.Guilds, {
      t: E.ThreadMembersUpdate,
      d: { id, guild_id, member_count, removed_member_ids: [APPLICATION_ID] },
    });
  const own = world.threadMember(id, APPLICATION_ID);
  const member = world.member(guild_id, APPLICATION_ID);
  if (!own || !member) return;
  // Documented beside the member; the type knows it not.
  const added = { ...own, member, presence: null };
  tell(stage, guild_id, I.Guilds, { t: E.ThreadCreate, d: withMember(world, thread) });
  tell(stage, guild_id, I.Guilds, {
    t: E.ThreadMembersUpdate,
    d: { id, guild_id, member_count, added_members: [added] },
  });
}

/** After the bot was let into a channel: the active threads it could not know of. */
export function threadListSync(stage: Stage, channel: GuildChannel): void {
  const { world } = stage;
  const threads = activeThreads(world, channel.guild_id, channel.id);
  const members = threads.flatMap((one) => world.threadMember(one.id, APPLICATION_ID) ?? []);
  const d = { guild_id: channel.guild_id, channel_ids: [channel.id], threads, members };
  tell(stage, channel.guild_id, I.Guilds, { t: E.ThreadListSync, d });
}

export function pinsNews(stage: Stage, channel: WorldChannel, at: string | null): void {
  const guildId = guildIdOf(channel);
  const d = { channel_id: channel.id, last_pin_timestamp: at };
  if (guildId === undefined) stage.gateway.dispatch({ t: E.ChannelPinsUpdate, d }, { intent: I.DirectMessages });
  else if (stage.world.sees(APPLICATION_ID, channel.id))
    tell(stage, guildId, I.Guilds, { t: E.ChannelPinsUpdate, d: { ...d, guild_id: guildId } });
}

export function guildNews(
  stage: Stage,
  guild: WorldGuild,
  what: "joined" | "changed" | "removed" | "out of reach",
): void {
  const to = { intent: I.Guilds, guildId: guild.id };
  const { id } = guild;
  if (what === "joined") stage.gateway.dispatch(guildCreate(stage.world, guild), to);
  else if (what === "changed") tell(stage, id, I.Guilds, { t: E.GuildUpdate, d: guild.object() });
  // Discord says `unavailable` only of an outage: without it the bot was put out.
  else stage.gateway.dispatch({ t: E.GuildDelete, d: what === "removed" ? { id } : { id, unavailable: true } }, to);
}

export function roleNews(stage: Stage, guildId: string, role: APIRole, what: "created" | "changed" | "deleted"): void {
  if (what === "deleted")
    return tell(stage, guildId, I.Guilds, { t: E.GuildRoleDelete, d: { guild_id: guildId, role_id: role.id } });
  const t = what === "created" ? E.GuildRoleCreate : E.GuildRoleUpdate;
  tell(stage, guildId, I.Guilds, { t, d: { guild_id: guildId, role } });
}

export function memberNews(stage: Stage, guildId: string, userId: string): void {
  const member = stage.world.member(guildId, userId);
  if (!member) return;
  const intent = userId === APPLICATION_ID ? 0 : I.GuildMembers;
  tell(stage, guildId, intent, {
    t: E.GuildMemberUpdate,
    d: { ...member, guild_id: guildId, avatar: null, banner: null },
  });
}

export function eventNews(stage: Stage, event: APIGuildScheduledEvent, what: "created" | "changed" | "deleted"): void {
  const { GuildScheduledEventCreate, GuildScheduledEventUpdate, GuildScheduledEventDelete } = E;
  const t = {
    created: GuildScheduledEventCreate,
    changed: GuildScheduledEventUpdate,
    deleted: GuildScheduledEventDelete,
  } as const;
  tell(stage, event.guild_id, I.GuildScheduledEvents, { t: t[what], d: event });
}

export function commandPermissionsNews(stage: Stage, permissions: CommandPermissions): void {
  tell(stage, permissions.guild_id, 0, { t: E.ApplicationCommandPermissionsUpdate, d: permissions });
}
