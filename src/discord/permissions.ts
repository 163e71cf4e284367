// What the bot, or a person, may do in a channel, worked out from Discord's own answers of this moment. Must never ask a cache: permissions change without us.
import {
  ChannelType,
  DiscordAPIError,
  OverwriteType,
  PermissionFlagsBits,
  PermissionsBitField,
  type PermissionsString,
  Routes,
} from "discord.js";
import { z } from "zod";
import type { Ground, Managed } from "../domain/ground.ts";
import type { Millis } from "../domain/time.ts";
import type { Reader } from "./rest.ts";

const Id = z.string().regex(/^\d{17,20}$/);
const Bits = z.string().regex(/^\d+$/).transform(BigInt);
const Overwrite = z.object({ id: Id, type: z.enum(OverwriteType), allow: Bits, deny: Bits });
const ChannelAnswer = z.object({
  id: Id,
  type: z.int(),
  guild_id: Id.optional(),
  parent_id: Id.nullish(),
  permission_overwrites: z.array(Overwrite).optional(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
});
const Roles = z.array(z.object({ id: Id, permissions: Bits, mentionable: z.boolean().optional() }));
const Member = z.object({
  roles: z.array(Id),
  /** Null, or gone by, of whom nobody has timed out. */
  communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
  /** Has not yet agreed to the server's rules. */
  pending: z.boolean().optional(),
});
type Member = z.infer<typeof Member>;
/** Epoch ms by Discord's own clock, as its last answer had it; undefined where that said nothing. */
type DiscordTime = () => Millis | undefined;
const Guild = z.object({ owner_id: Id });

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Permissions lacking there to post alerts with their sources and to look back, by Discord's names. Throws what the requests throw. */
export async function missingIn(
  rest: Reader,
  channelId: string,
  botId: string,
  time: DiscordTime,
): Promise<readonly string[]> {
  const channel = await channelOf(rest, channelId);
  const guildId = channel.guild_id;
  /** A direct message has no permissions: it is open or Discord refuses the post. */
  if (guildId === undefined) return [];
  const [overwrites, roles, member] = await Promise.all([
    overwritesAt(rest, channel),
    rolesOf(rest, guildId),
    memberOf(rest, guildId, botId),
  ]);
  const bits = bitsIn({ guildId, userId: botId, roles, member, overwrites, time });
  return new PermissionsBitField(bits).missing([...toPost(channel)]);
}

/** The same with what extras need, and whether a person manages the channel. Throws what the requests throw. */
export async function groundIn(
  rest: Reader,
  channelId: string,
  botId: string,
  userId: string | undefined,
  time: DiscordTime,
): Promise<Ground> {
  const channel = await channelOf(rest, channelId);
  const guildId = channel.guild_id;
  if (guildId === undefined) return { kind: "dm", lacks: [], mentionable: [], manages: false };
  const [overwrites, roles, bot, person, owner] = await Promise.all([
    overwritesAt(rest, channel),
    rolesOf(rest, guildId),
    memberOf(rest, guildId, botId),
    userId === undefined ? undefined : ifMember(rest, guildId, userId),
    userId === undefined ? undefined : ownerOf(rest, guildId),
  ]);
  const own = bitsIn({ guildId, userId: botId, roles, member: bot, overwrites, time });
  const isThread = THREADS.has(channel.type);
  return {
    guildId,
    kind: isThread ? "thread" : "channel",
    lacks: new PermissionsBitField(own).missing([...toPost(channel), ...(isThread ? [] : FOR_THREADS), ...EXTRAS]),
    mentionable: roles.filter(({ mentionable }) => mentionable === true).map(({ id }) => id),
    manages:
      userId !== undefined &&
      (owner === userId ||
        (person !== undefined && isManager(bitsIn({ guildId, userId, roles, member: person, overwrites, time })))),
  };
}

/** What a person manages of a server. Nothing where they are no member. Throws what the requests throw. */
export async function managedIn(rest: Reader, guildId: string, userId: string, time: DiscordTime): Promise<Managed> {
  const [roles, person, owner, listed] = await Promise.all([
    rolesOf(rest, guildId),
    ifMember(rest, guildId, userId),
    ownerOf(rest, guildId),
    rest.get(Routes.guildChannels(guildId)),
  ]);
  if (person === undefined) return { server: false, channels: [] };
  const manages = (overwrites: Where["overwrites"]) =>
    owner === userId || isManager(bitsIn({ guildId, userId, roles, member: person, overwrites, time }));
  const channels = z.array(ChannelAnswer).parse(listed);
  return {
    server: manages([]),
    channels: channels.filter(({ permission_overwrites: overwrites = [] }) => manages(overwrites)).map(({ id }) => id),
  };
}

const TEXT: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);
const Placed = z.array(ChannelAnswer.extend({ position: z.int().optional() }));
const System = z.object({ system_channel_id: Id.nullish() });

/** Text channels in which the bot may post a message with its embed. Throws what the requests throw. */
export async function postableIn(
  rest: Reader,
  guildId: string,
  botId: string,
  time: DiscordTime,
): Promise<readonly string[]> {
  const [roles, bot, guild, listed] = await Promise.all([
    rolesOf(rest, guildId),
    memberOf(rest, guildId, botId),
    rest.get(Routes.guild(guildId)),
    rest.get(Routes.guildChannels(guildId)),
  ]);
  const system = System.parse(guild).system_channel_id;
  const channels = Placed.parse(listed);
  const position = (id: string | null | undefined) => channels.find((one) => one.id === id)?.position ?? -1;
  return channels
    .filter(({ type }) => TEXT.has(type))
    .filter(({ permission_overwrites: overwrites = [] }) => {
      const bits = bitsIn({ guildId, userId: botId, roles, member: bot, overwrites, time });
      return new PermissionsBitField(bits).has(["ViewChannel", "SendMessages", "EmbedLinks"]);
    })
    .sort(
      (a, b) =>
        Number(b.id === system) - Number(a.id === system) ||
        // Those without a category stand above all others.
        position(a.parent_id) - position(b.parent_id) ||
        position(a.id) - position(b.id),
    )
    .map(({ id }) => id);
}

/** Who manages nothing by the server's word may see nothing of a channel either: Manage Channels counts only with View Channel. */
function isManager(bits: bigint): boolean {
  return new PermissionsBitField(bits).has(["ViewChannel", "ManageChannels"]);
}

const FOR_THREADS = ["SendMessagesInThreads"] as const;
const EXTRAS = ["PinMessages", "MentionEveryone", "CreatePublicThreads", "CreateEvents"] as const;

type ChannelAnswer = z.infer<typeof ChannelAnswer>;

function toPost(channel: ChannelAnswer): PermissionsString[] {
  return [
    "ViewChannel",
    THREADS.has(channel.type) ? "SendMessagesInThreads" : "SendMessages",
    "EmbedLinks",
    "ReadMessageHistory",
    // In a locked thread only those write who may unlock it.
    ...(channel.thread_metadata?.locked === true ? (["ManageThreads"] as const) : []),
  ];
}

const channelOf = async (rest: Reader, channelId: string) =>
  ChannelAnswer.parse(await rest.get(Routes.channel(channelId)));
const rolesOf = async (rest: Reader, guildId: string) => Roles.parse(await rest.get(Routes.guildRoles(guildId)));
const memberOf = async (rest: Reader, guildId: string, userId: string) =>
  Member.parse(await rest.get(Routes.guildMember(guildId, userId)));
const ownerOf = async (rest: Reader, guildId: string) => Guild.parse(await rest.get(Routes.guild(guildId))).owner_id;

/** Undefined of who has left. */
async function ifMember(rest: Reader, guildId: string, userId: string): Promise<Member | undefined> {
  try {
    return await memberOf(rest, guildId, userId);
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.code === 10007 || error.code === 10013)) return undefined;
    throw error;
  }
}

/** A thread has no overwrites of its own; its channel's count. */
async function overwritesAt(rest: Reader, channel: ChannelAnswer): Promise<z.infer<typeof Overwrite>[]> {
  if (!THREADS.has(channel.type) || !channel.parent_id) return channel.permission_overwrites ?? [];
  return (await channelOf(rest, channel.parent_id)).permission_overwrites ?? [];
}

interface Where {
  guildId: string;
  userId: string;
  roles: z.infer<typeof Roles>;
  member: Member;
  time: DiscordTime;
  overwrites: readonly z.infer<typeof Overwrite>[];
}

/** Discord's order: @everyone and roles, then overwrites of @everyone, of all roles together, of the member. */
function bitsIn({ guildId, userId, roles, member, overwrites, time }: Where): bigint {
  const memberRoles = member.roles;
  const own = roles.filter((role) => role.id === guildId || memberRoles.includes(role.id));
  const base = own.reduce((bits, role) => bits | role.permissions, 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return PermissionsBitField.All;
  const ofRole = (id: string) => overwrites.filter((one) => one.type === OverwriteType.Role && one.id === id);
  const layers = [
    ofRole(guildId),
    memberRoles.filter((id) => id !== guildId).flatMap(ofRole),
    overwrites.filter((one) => one.type === OverwriteType.Member && one.id === userId),
  ];
  let bits = base;
  for (const layer of layers) {
    for (const one of layer) bits &= ~one.deny;
    for (const one of layer) bits |= one.allow;
  }
  // An overwrite makes nobody an administrator; what is asked of these bits would take it for everything.
  const granted = bits & ~PermissionFlagsBits.Administrator;
  return isSilenced(member, time()) ? granted & SILENCED : granted;
}

/** All that is left to who is timed out, or has not agreed to the rules yet. */
const SILENCED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** Where Discord's time is not to be had, a time-out counts: it is better to be asked again than to promise a post. */
function isSilenced({ communication_disabled_until: until, pending }: Member, now: Millis | undefined): boolean {
  return pending === true || (until != null && (now === undefined || Date.parse(until) > now));
}
