// Channels as Discord shows them, and what kind each is. Must never hold state of its own: it only makes and reads the objects.
import type {
  APIDMChannel,
  APIGuildForumChannel,
  APINewsChannel,
  APIOverwrite,
  APITextChannel,
  APIThreadChannel,
  APIThreadMetadata,
  APIUser,
  ThreadAutoArchiveDuration,
  ThreadChannelType,
} from "discord-api-types/v10";
import { ChannelType, ForumLayoutType } from "discord-api-types/v10";
import type { ChannelKind } from "../contract.ts";
import type { TagSeed } from "./seed.ts";

/** No bit set; the enums of discord-api-types have no member for it. */
const NO_FLAGS: number = 0;

interface OfGuild {
  guild_id: string;
  permission_overwrites: APIOverwrite[];
}
export type ForumChannel = APIGuildForumChannel & OfGuild;
export type GuildChannel = (APITextChannel & OfGuild) | (APINewsChannel & OfGuild) | ForumChannel;
export type Thread = APIThreadChannel & {
  guild_id: string;
  parent_id: string;
  owner_id: string;
  thread_metadata: APIThreadMetadata;
  message_count: number;
  member_count: number;
  total_message_sent: number;
};
export type WorldChannel = GuildChannel | Thread | APIDMChannel;

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

export function isThread(channel: WorldChannel): channel is Thread {
  return THREADS.has(channel.type);
}

export function isDm(channel: WorldChannel): channel is APIDMChannel {
  return channel.type === ChannelType.DM;
}

export function isForum(channel: WorldChannel): channel is ForumChannel {
  return channel.type === ChannelType.GuildForum;
}

export function isGuildChannel(channel: WorldChannel): channel is GuildChannel {
  return !isDm(channel) && !isThread(channel);
}

export function guildIdOf(channel: WorldChannel): string | undefined {
  return isDm(channel) ? undefined : channel.guild_id;
}

export function kindOf(channel: WorldChannel): ChannelKind {
  if (isDm(channel)) return "dm";
  if (isThread(channel)) return "thread";
  if (isForum(channel)) return "forum";
  return channel.type === ChannelType.GuildAnnouncement ? "announcement" : "text";
}

export interface ChannelSpec {
  id: string;
  kind: "text" | "announcement" | "forum";
  name: string;
  topic?: string;
  overwrites?: APIOverwrite[];
  tags?: TagSeed[];
}

export function guildChannel(guildId: string, spec: ChannelSpec, position: number): GuildChannel {
  const shared = {
    id: spec.id,
    guild_id: guildId,
    name: spec.name,
    topic: spec.topic ?? null,
    position,
    permission_overwrites: spec.overwrites ?? [],
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: NO_FLAGS,
  };
  if (spec.kind === "announcement") return { ...shared, type: ChannelType.GuildAnnouncement };
  if (spec.kind === "text") return { ...shared, type: ChannelType.GuildText };
  return {
    ...shared,
    type: ChannelType.GuildForum,
    available_tags: (spec.tags ?? []).map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: ForumLayoutType.NotSet,
  };
}

export interface ThreadSpec {
  id: string;
  type: ThreadChannelType;
  name: string;
  ownerId: string;
  autoArchive: ThreadAutoArchiveDuration;
  slowdown: number;
  /** ISO 8601. */
  at: string;
  invitable?: boolean;
  tags?: string[];
}

export function thread(parent: GuildChannel, spec: ThreadSpec): Thread {
  return {
    id: spec.id,
    type: spec.type,
    guild_id: parent.guild_id,
    parent_id: parent.id,
    owner_id: spec.ownerId,
    name: spec.name,
    last_message_id: null,
    rate_limit_per_user: spec.slowdown,
    message_count: 0,
    member_count: 0,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      archive_timestamp: spec.at,
      auto_archive_duration: spec.autoArchive,
      locked: false,
      create_timestamp: spec.at,
      ...(spec.type === ChannelType.PrivateThread ? { invitable: spec.invitable ?? true } : {}),
    },
    flags: NO_FLAGS,
    ...(isForum(parent) ? { applied_tags: spec.tags ?? [] } : {}),
  };
}

export function dmChannel(id: string, recipient: APIUser): APIDMChannel {
  return { id, type: ChannelType.DM, name: null, recipients: [recipient], last_message_id: null, flags: NO_FLAGS };
}
