// The part of a director that builds guilds and governs them: channels, members, roles, threads, command permissions. Must never be reachable from the page.
import type { APIApplicationCommandPermission, APIOverwrite } from "discord-api-types/v10";
import { ChannelType, type Locale, OverwriteType, type ThreadAutoArchiveDuration } from "discord-api-types/v10";
import type { Channel, Guild, Reader, Role } from "./contract.ts";
import { channelNews, commandPermissionsNews, guildNews, memberNews, roleNews } from "./gateway/news.ts";
import { readerOf } from "./play/envelope.ts";
import { letIn, setReach } from "./play/guilds.ts";
import { homeChannel, withPermissions } from "./play/permissions.ts";
import { changeThread, openThread } from "./play/threads.ts";
import { channelOfGuild, guildOf } from "./play/world-changes.ts";
import type { Stage } from "./stage.ts";
import { guildChannel, isThread, type ChannelSpec, type Thread, type ThreadSpec } from "./world/channels.ts";
import { EVERYONE, OWNER_ID, type PersonSeed } from "./world/seed.ts";
import { roleObject, WorldGuild } from "./world/world-guild.ts";
import { discordTime } from "./world-clock.ts";

/** Bits by role or person. */
export interface OverwriteOrder {
  id: string;
  of: "role" | "member";
  allow?: bigint;
  deny?: bigint;
}

export interface NewChannel extends Pick<ChannelSpec, "name"> {
  /** A text channel when left out. */
  kind?: ChannelSpec["kind"];
  topic?: string;
  overwrites?: OverwriteOrder[];
  /** Names of a forum's tags; one that ends in "!" is for moderators only. */
  tags?: string[];
}

export interface NewGuild {
  name: string;
  /** The first one is where Discord's own messages go. */
  channels?: NewChannel[];
  /** Ids of readers. */
  members?: string[];
  /** The rehearsal's own owner when left out. */
  ownerId?: string;
  /** What Discord calls its preferred locale; Latin American Spanish when left out. */
  locale?: Locale;
  /** False: the bot is not in it yet. */
  bot?: boolean;
}

export interface NewThread {
  name: string;
  /** Whose thread it is; a reader's id. */
  by: string;
  private?: boolean;
  /** Begun at this message. */
  messageId?: string;
  autoArchive?: ThreadAutoArchiveDuration;
}

export interface GuildWork {
  addGuild(guild: NewGuild): Guild;
  addChannel(guildId: string, channel: NewChannel): Channel;
  addReader(person: Omit<PersonSeed, "id" | "username">): Reader;
  /** Makes a reader a member, with roles. */
  addMember(guildId: string, readerId: string, roles?: string[]): void;
  /** They leave. Discord tells a bot without the intent for members nothing of it. */
  removeMember(guildId: string, readerId: string): void;
  addRole(guildId: string, role: { name: string; permissions?: bigint; mentionable?: boolean }): Role;
  /** Gives a role exactly these bits. */
  setRolePermissions(guildId: string, roleId: string, bits: bigint): void;
  deleteRole(guildId: string, roleId: string): void;
  /** The roles of a member, the bot's own too (its id is the application's). */
  setRoles(guildId: string, userId: string, roles: string[]): void;
  /** Until an instant of world time (epoch milliseconds); undefined ends it. */
  timeOut(guildId: string, userId: string, until: number | undefined): void;
  /** Bits of anybody in a channel or thread. */
  permissions(userId: string, channelId: string): bigint;
  setOverwrites(channelId: string, overwrites: OverwriteOrder[]): void;
  addThread(channelId: string, thread: NewThread): Channel;
  /** By a moderator. */
  setThread(threadId: string, change: { archived?: boolean; locked?: boolean }): void;
  joinThread(threadId: string, userId: string): void;
  /** Discord loses sight of a guild, or finds it again. */
  setOutage(guildId: string, out: boolean): void;
  renameChannel(channelId: string, name: string): void;
  setSystemChannel(guildId: string, channelId: string | null): void;
  /** As an admin sets them in the guild's settings. `id` is a command's or the application's. */
  setCommandPermissions(guildId: string, id: string, permissions: APIApplicationCommandPermission[]): void;
  /** The direct-message channel of the bot with a reader, opened by the reader. */
  openDm(readerId: string): Channel;
}

export function guildWorkOf(stage: Stage): GuildWork {
  return { ...makingOf(stage), ...peopleOf(stage), ...governingOf(stage) };
}

type Making = Pick<GuildWork, "addGuild" | "addChannel" | "addThread" | "openDm" | "addReader">;

function makingOf(stage: Stage): Making {
  const { world, bus } = stage;
  return {
    addGuild: (wanted) => addGuild(stage, wanted),
    addChannel: (guildId, wanted) => {
      const id = place(stage, guildOf(stage, guildId), wanted);
      const made = homeChannel(stage, id);
      channelNews(stage, made, "created");
      bus.emit({ type: "world" });
      return view(stage, id);
    },
    addThread: (channelId, wanted) => addThread(stage, channelId, wanted),
    openDm: (readerId) => {
      const user = world.user(readerOf(stage, readerId).id);
      if (!user) throw new Error(`The rehearsal has nobody with the id ${readerId}.`);
      return view(stage, world.dm(user).id);
    },
    addReader: (person) => {
      const id = stage.ids.next();
      world.people.add({ ...person, id, username: person.name.toLowerCase() });
      bus.emit({ type: "world" });
      return readerOf(stage, id);
    },
  };
}

type People = Pick<
  GuildWork,
  "addMember" | "removeMember" | "addRole" | "setRolePermissions" | "deleteRole" | "setRoles" | "timeOut" | "joinThread"
>;

function peopleOf(stage: Stage): People {
  const { bus, world } = stage;
  const member = (guildId: string, userId: string) => {
    const found = guildOf(stage, guildId).members.get(userId);
    if (!found) throw new Error(`${userId} is no member of the server ${guildId}.`);
    return found;
  };
  const told = (guildId: string, userId: string) => {
    memberNews(stage, guildId, userId);
    bus.emit({ type: "world" });
    bus.emit({ type: "commands" });
  };
  return {
    addMember: (guildId, readerId, roles = []) => {
      const joinedAt = discordTime(stage.clock.now());
      guildOf(stage, guildId).members.set(readerOf(stage, readerId).id, { roles, joinedAt });
      bus.emit({ type: "world" });
    },
    removeMember: (guildId, readerId) => {
      guildOf(stage, guildId).members.delete(readerOf(stage, readerId).id);
      bus.emit({ type: "world" });
    },
    addRole: (guildId, { name, permissions = 0n, mentionable = false }) => {
      const guild = guildOf(stage, guildId);
      const seed = { id: stage.ids.next(), name, color: 0, permissions, mentionable, managed: false };
      const role = roleObject(seed, guild.roles.length);
      guild.roles = [...guild.roles, role];
      roleNews(stage, guildId, role, "created");
      bus.emit({ type: "world" });
      return { id: role.id, guildId, name, color: 0, managed: false };
    },
    setRolePermissions: (guildId, roleId, bits) => {
      const role = guildOf(stage, guildId).role(roleId);
      if (!role) throw new Error(`The server ${guildId} has no role ${roleId}.`);
      role.permissions = bits.toString();
      roleNews(stage, guildId, role, "changed");
      bus.emit({ type: "world" });
    },
    deleteRole: (guildId, roleId) => {
      const guild = guildOf(stage, guildId);
      const role = guild.role(roleId);
      if (!role || roleId === guildId) throw new Error(`The server ${guildId} has no role ${roleId} to delete.`);
      guild.roles = guild.roles.filter((one) => one !== role);
      for (const one of guild.members.values()) one.roles = one.roles.filter((id) => id !== roleId);
      roleNews(stage, guildId, role, "deleted");
      bus.emit({ type: "world" });
    },
    setRoles: (guildId, userId, roles) => {
      member(guildId, userId).roles = roles;
      told(guildId, userId);
    },
    timeOut: (guildId, userId, until) => {
      const one = member(guildId, userId);
      if (until === undefined) delete one.timedOutUntil;
      else one.timedOutUntil = until;
      told(guildId, userId);
    },
    joinThread: (threadId, userId) => {
      world.join(threadOf(stage, threadId), userId);
      bus.emit({ type: "world" });
    },
  };
}

type Governing = Omit<GuildWork, keyof Making | keyof People>;

function governingOf(stage: Stage): Governing {
  const { bus, commands } = stage;
  return {
    permissions: (userId, channelId) => stage.world.bits(userId, channelId),
    setOverwrites: (channelId, overwrites) => {
      const channel = homeChannel(stage, channelId);
      withPermissions(stage, channel, () => {
        channel.permission_overwrites = overwrites.map(overwrite);
      });
    },
    setThread: (threadId, change) => changeThread(stage, threadOf(stage, threadId), change),
    setOutage: (guildId, out) => setReach(stage, guildOf(stage, guildId), !out),
    renameChannel: (channelId, name) => {
      const channel = homeChannel(stage, channelId);
      channel.name = name;
      channelNews(stage, channel, "changed");
      bus.emit({ type: "world" });
    },
    setSystemChannel: (guildId, channelId) => {
      const guild = guildOf(stage, guildId);
      guild.systemChannelId = channelId;
      guildNews(stage, guild, "changed");
    },
    setCommandPermissions: (guildId, id, permissions) =>
      commandPermissionsNews(stage, commands.setPermissions(guildOf(stage, guildId).id, id, permissions)),
  };
}

function addGuild(stage: Stage, { name, channels = [{ name: "general" }], ...wanted }: NewGuild): Guild {
  const id = stage.ids.next();
  const ownerId = wanted.ownerId ?? OWNER_ID;
  const roles = [{ id, name: "@everyone", color: 0, permissions: EVERYONE, mentionable: false, managed: false }];
  const guild = new WorldGuild({ id, name, ownerId, systemChannelId: null, roles });
  if (wanted.locale !== undefined) guild.locale = wanted.locale;
  stage.world.guilds.set(id, guild);
  const joinedAt = discordTime(stage.clock.now());
  for (const one of [ownerId, ...(wanted.members ?? [])]) guild.members.set(one, { roles: [], joinedAt });
  const ids = channels.map((one) => place(stage, guild, one));
  guild.systemChannelId = ids[0] ?? null;
  if (wanted.bot ?? true) letIn(stage, guild);
  stage.bus.emit({ type: "world" });
  return { id, name, botIsHere: guild.botIsHere };
}

/** Puts a channel at the end of a guild's list, untold. */
function place(
  stage: Stage,
  guild: WorldGuild,
  { overwrites = [], tags = [], kind = "text", ...rest }: NewChannel,
): string {
  const id = stage.ids.next();
  const spec: ChannelSpec = {
    ...rest,
    id,
    kind,
    overwrites: overwrites.map(overwrite),
    tags: tags.map((tag) => ({ id: stage.ids.next(), name: tag.replace(/!$/u, ""), moderated: tag.endsWith("!") })),
  };
  stage.world.channels.set(id, guildChannel(guild.id, spec, stage.world.channels.size));
  return id;
}

function overwrite({ id, of, allow = 0n, deny = 0n }: OverwriteOrder): APIOverwrite {
  const type = of === "role" ? OverwriteType.Role : OverwriteType.Member;
  return { id, type, allow: allow.toString(), deny: deny.toString() };
}

function addThread(stage: Stage, channelId: string, wanted: NewThread): Channel {
  const parent = homeChannel(stage, channelId);
  const starter = stage.book.find(wanted.messageId ?? "")?.message;
  const news = parent.type === ChannelType.GuildAnnouncement;
  const open = news ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const spec: ThreadSpec = {
    id: starter?.id ?? stage.ids.next(),
    type: wanted.private ? ChannelType.PrivateThread : open,
    name: wanted.name,
    ownerId: wanted.by,
    autoArchive: wanted.autoArchive ?? 1440,
    slowdown: 0,
    at: discordTime(stage.clock.now()),
  };
  return view(stage, openThread(stage, parent, spec, starter).id);
}

function threadOf(stage: Stage, id: string): Thread {
  const channel = channelOfGuild(stage, id);
  if (!isThread(channel)) throw new Error(`${id} is no thread.`);
  return channel;
}

function view(stage: Stage, id: string): Channel {
  const found = stage.world.shownChannel(id);
  if (!found) throw new Error(`The rehearsal has no channel ${id}.`);
  return found;
}
