// The world as it stands: guilds, channels, threads and their members, people, and who may do what where. Must never send anything itself.
import type { APIDMChannel, APIGuildMember, APIRole, APIThreadMember, APIUser } from "discord-api-types/v10";
import { ChannelType, OverwriteType } from "discord-api-types/v10";
import type { Channel, Reader } from "../contract.ts";
import { discordTime } from "../world-clock.ts";
import {
  dmChannel,
  guildChannel,
  guildIdOf,
  isDm,
  isGuildChannel,
  isThread,
  kindOf,
  type GuildChannel,
  type Thread,
  type WorldChannel,
} from "./channels.ts";
import { People } from "./people.ts";
import { ALL_PERMISSIONS, channelBits, guildBits, holds, P, type Subject } from "./permissions.ts";
import {
  ALERTAS_ID,
  APPLICATION_ID,
  BOT_ROLES,
  CHANNEL_SEEDS,
  GUILD_ID,
  MEMBER_SEEDS,
  OWNER_ID,
  ROLE_SEEDS,
  SEED_CREATED,
} from "./seed.ts";
import type { Snowflakes } from "./snowflake.ts";
import { WorldGuild } from "./world-guild.ts";

const NO_FLAGS: number = 0;
type ThreadMember = APIThreadMember & { id: string; user_id: string };

export class World {
  readonly people = new People();
  readonly guilds = new Map<string, WorldGuild>();
  readonly channels = new Map<string, WorldChannel>();
  /** Readers who take no direct messages. */
  readonly closedToDms = new Set<string>();
  /** By thread: who has joined it, and when (ISO 8601). */
  readonly #joined = new Map<string, Map<string, string>>();
  readonly #ids: Snowflakes;
  readonly #now: () => number;

  constructor(ids: Snowflakes, now: () => number) {
    this.#ids = ids;
    this.#now = now;
    const first = new WorldGuild({
      id: GUILD_ID,
      name: "Redacción",
      ownerId: OWNER_ID,
      systemChannelId: ALERTAS_ID,
      roles: ROLE_SEEDS,
    });
    this.guilds.set(first.id, first);
    const joinedAt = discordTime(SEED_CREATED);
    for (const [id, roles] of MEMBER_SEEDS) first.members.set(id, { roles: [...roles], joinedAt });
    first.members.set(APPLICATION_ID, { roles: [...BOT_ROLES], joinedAt });
    CHANNEL_SEEDS.forEach((seed, position) => this.channels.set(seed.id, guildChannel(first.id, seed, position)));
  }

  get bot(): APIUser {
    return this.people.bot;
  }

  /** Of all guilds; ids are unique among them. */
  get roles(): APIRole[] {
    return [...this.guilds.values()].flatMap((guild) => guild.roles);
  }

  readers(): Reader[] {
    return this.people.readers().map(({ id, name, locale, zone }) => {
      const here = [...this.guilds.values()].flatMap((guild) => {
        const member = guild.members.get(id);
        return member ? [{ guildId: guild.id, roles: member.roles }] : [];
      });
      return {
        id,
        name,
        locale,
        zone,
        guilds: here.map((one) => one.guildId),
        roles: here.flatMap((one) => one.roles),
      };
    });
  }

  readerById(id: string): Reader | undefined {
    return this.readers().find((reader) => reader.id === id);
  }

  user(id: string): APIUser | undefined {
    return this.people.user(id);
  }

  /** Guilds the bot is in, those out of reach too. */
  botGuilds(): WorldGuild[] {
    return [...this.guilds.values()].filter((guild) => guild.botIsHere);
  }

  guildOf(channel: WorldChannel): WorldGuild | undefined {
    return this.guilds.get(guildIdOf(channel) ?? "");
  }

  member(guildId: string, id: string): APIGuildMember | undefined {
    const found = this.user(id);
    const membership = this.guilds.get(guildId)?.members.get(id);
    if (!found || !membership) return undefined;
    const until = membership.timedOutUntil;
    return {
      user: found,
      nick: null,
      avatar: null,
      banner: null,
      roles: [...membership.roles],
      joined_at: membership.joinedAt,
      premium_since: null,
      deaf: false,
      mute: false,
      pending: false,
      communication_disabled_until: until === undefined ? null : discordTime(until),
      flags: NO_FLAGS,
    };
  }

  /** Permission bits over the guild; none for who is no member. */
  guildBits(id: string, guildId: string): bigint {
    const guild = this.guilds.get(guildId);
    const subject = guild && this.#subject(guild, id);
    return subject ? guildBits(subject, guild.realm) : 0n;
  }

  /** Permission bits in a channel or thread. A direct message allows its two people everything, all others nothing. */
  bits(id: string, channelId: string): bigint {
    const channel = this.channels.get(channelId);
    if (!channel) return 0n;
    if (isDm(channel)) return id === APPLICATION_ID || channel.recipients?.[0]?.id === id ? ALL_PERMISSIONS : 0n;
    const home = isThread(channel) ? this.channels.get(channel.parent_id) : channel;
    const guild = this.guilds.get(channel.guild_id);
    const subject = guild && this.#subject(guild, id);
    if (!subject || !home || !isGuildChannel(home)) return 0n;
    const bits = channelBits(subject, guild.realm, home.permission_overwrites, home !== channel);
    if (channel.type !== ChannelType.PrivateThread || holds(bits, P.ManageThreads)) return bits;
    return this.hasJoined(channel.id, id) ? bits : 0n;
  }

  sees(id: string, channelId: string): boolean {
    return holds(this.bits(id, channelId), P.ViewChannel);
  }

  /** Gives the bot exactly these bits in a channel. */
  setBotBits(channel: GuildChannel, bits: bigint): void {
    const others = channel.permission_overwrites.filter((one) => one.id !== APPLICATION_ID);
    const allow = bits.toString();
    const deny = (ALL_PERMISSIONS & ~bits).toString();
    channel.permission_overwrites = [...others, { id: APPLICATION_ID, type: OverwriteType.Member, allow, deny }];
  }

  /** Channels of a guild without its threads, as they stand in its list. */
  guildChannels(guildId: string): GuildChannel[] {
    return [...this.channels.values()].filter(isGuildChannel).filter((one) => one.guild_id === guildId);
  }

  threads(): Thread[] {
    return [...this.channels.values()].filter(isThread);
  }

  join(thread: Thread, userId: string): void {
    const joined = this.#joined.get(thread.id) ?? new Map<string, string>();
    if (!joined.has(userId)) joined.set(userId, discordTime(this.#now()));
    this.#joined.set(thread.id, joined);
    thread.member_count = Math.min(joined.size, 50);
  }

  leave(thread: Thread, userId: string): void {
    const joined = this.#joined.get(thread.id);
    joined?.delete(userId);
    thread.member_count = Math.min(joined?.size ?? 0, 50);
  }

  hasJoined(threadId: string, userId: string): boolean {
    return this.#joined.get(threadId)?.has(userId) ?? false;
  }

  threadMembers(threadId: string): ThreadMember[] {
    return [...(this.#joined.get(threadId) ?? [])].map(([userId, at]) => ({
      id: threadId,
      user_id: userId,
      join_timestamp: at,
      flags: NO_FLAGS,
    }));
  }

  threadMember(threadId: string, userId: string): ThreadMember | undefined {
    return this.threadMembers(threadId).find((one) => one.user_id === userId);
  }

  /** Takes a channel away, with its threads; returns all that went. */
  drop(channelId: string): WorldChannel[] {
    const gone = [...this.channels.values()].filter(
      (one) => one.id === channelId || (isThread(one) && one.parent_id === channelId),
    );
    for (const { id } of gone) {
      this.channels.delete(id);
      this.#joined.delete(id);
    }
    return gone;
  }

  /** The direct-message channel with a person; made once, then always the same. */
  dm(recipient: APIUser): APIDMChannel {
    for (const channel of this.channels.values())
      if (isDm(channel) && channel.recipients?.[0]?.id === recipient.id) return channel;
    const made = dmChannel(this.#ids.next(), recipient);
    this.channels.set(made.id, made);
    return made;
  }

  /** Whether the bot and the person are in one guild: without it Discord carries no direct message. */
  mutual(userId: string): boolean {
    return this.botGuilds().some((guild) => guild.members.has(userId));
  }

  /** Channels as the page lists them; a direct message names the reader it is with. */
  shownChannels(): Channel[] {
    return [...this.channels.values()].map((channel) => this.#shown(channel));
  }

  shownChannel(id: string): Channel | undefined {
    const channel = this.channels.get(id);
    return channel && this.#shown(channel);
  }

  #shown(channel: WorldChannel): Channel {
    const { id } = channel;
    const readers = this.people.readers().map((one) => one.id);
    const seenBy = readers.filter((one) => this.sees(one, id));
    const shared = { id, guildId: guildIdOf(channel) ?? "", kind: kindOf(channel), seenBy };
    if (isDm(channel)) {
      const recipient = channel.recipients?.[0];
      return { ...shared, name: recipient?.global_name ?? "", dmWith: recipient?.id ?? "" };
    }
    if (!isThread(channel)) return { ...shared, name: channel.name, topic: channel.topic ?? "" };
    const { archived, locked } = channel.thread_metadata;
    const state = { ...(archived ? { archived } : {}), ...(locked ? { locked } : {}) };
    return { ...shared, name: channel.name ?? "", parentId: channel.parent_id, ...state };
  }

  #subject(guild: WorldGuild, id: string): Subject | undefined {
    const member = guild.members.get(id);
    if (!member) return undefined;
    return { id, roles: member.roles, timedOut: (member.timedOutUntil ?? 0) > this.#now() };
  }
}
