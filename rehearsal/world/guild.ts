// The guild as it stands: roles, channels, people, direct messages and the API objects Discord would show of them. Must never send anything itself.
import type {
  APIDMChannel,
  APIGuild,
  APIGuildMember,
  APIOverwrite,
  APIRole,
  APITextChannel,
  APIUser,
} from "discord-api-types/v10";
import { ChannelType, Locale, OverwriteType } from "discord-api-types/v10";
import type { Channel, Reader } from "../contract.ts";
import { discordTime } from "../world-clock.ts";
import { ALL_PERMISSIONS, channelBits, guildBits, type Subject } from "./permissions.ts";
import {
  ALERTAS_ID,
  APPLICATION_ID,
  BOT_ROLES,
  CHANNEL_SEEDS,
  GUILD_ID,
  OWNER_ID,
  READER_SEEDS,
  ROLE_SEEDS,
  SEED_CREATED,
} from "./seed.ts";
import type { Snowflakes } from "./snowflake.ts";

/** No bit set; the enums of discord-api-types have no member for it. */
const NO_FLAGS: number = 0;

export type WorldChannel = APITextChannel | APIDMChannel;

export class World {
  readonly channels = new Map<string, WorldChannel>();
  readonly roles: APIRole[] = ROLE_SEEDS.map(roleObject);
  /** False once the guild has put the bot out. */
  botInGuild = true;
  /** Readers who take no direct messages. */
  readonly closedToDms = new Set<string>();
  readonly #ids: Snowflakes;

  constructor(ids: Snowflakes) {
    this.#ids = ids;
    CHANNEL_SEEDS.forEach((seed, position) => this.channels.set(seed.id, textChannel(seed, position)));
  }

  readonly bot: APIUser = { ...user(APPLICATION_ID, "Vigía", null), bot: true };

  readers(): Reader[] {
    return READER_SEEDS.map(({ id, name, locale, zone, guilds, roles }) => ({ id, name, locale, zone, guilds, roles }));
  }

  readerById(id: string): Reader | undefined {
    return this.readers().find((reader) => reader.id === id);
  }

  user(id: string): APIUser | undefined {
    if (id === APPLICATION_ID) return this.bot;
    if (id === OWNER_ID) return user(OWNER_ID, "direccion", "Dirección");
    const seed = READER_SEEDS.find((one) => one.id === id);
    return seed && user(seed.id, seed.username, seed.name);
  }

  member(id: string): APIGuildMember | undefined {
    const found = this.user(id);
    if (!found) return undefined;
    return {
      user: found,
      nick: null,
      avatar: null,
      banner: null,
      roles: this.#subject(id).roles,
      joined_at: discordTime(SEED_CREATED),
      premium_since: null,
      deaf: false,
      mute: false,
      pending: false,
      communication_disabled_until: null,
      flags: NO_FLAGS,
    };
  }

  /** Permission bits of a person over the guild or, with a channel, in it. */
  bits(id: string, channelId?: string): bigint {
    if (id === OWNER_ID) return ALL_PERMISSIONS;
    const permissions = new Map(this.roles.map((role) => [role.id, BigInt(role.permissions)]));
    const base = guildBits(this.#subject(id), GUILD_ID, permissions);
    const channel = channelId === undefined ? undefined : this.channels.get(channelId);
    if (channel?.type !== ChannelType.GuildText) return base;
    return channelBits(this.#subject(id), GUILD_ID, base, channel.permission_overwrites ?? []);
  }

  /** Gives the bot exactly these bits in a channel. */
  setBotBits(channel: APITextChannel, bits: bigint): void {
    const others = (channel.permission_overwrites ?? []).filter((one) => one.id !== APPLICATION_ID);
    const deny = ALL_PERMISSIONS & ~bits;
    const own: APIOverwrite = {
      id: APPLICATION_ID,
      type: OverwriteType.Member,
      allow: bits.toString(),
      deny: deny.toString(),
    };
    channel.permission_overwrites = [...others, own];
  }

  guildChannels(): APITextChannel[] {
    return [...this.channels.values()].filter((channel) => channel.type === ChannelType.GuildText);
  }

  /** The direct-message channel with a person; made once, then always the same. */
  dm(recipient: APIUser): APIDMChannel {
    for (const channel of this.channels.values())
      if (channel.type === ChannelType.DM && channel.recipients?.[0]?.id === recipient.id) return channel;
    const made: APIDMChannel = {
      id: this.#ids.next(),
      type: ChannelType.DM,
      name: null,
      recipients: [recipient],
      last_message_id: null,
      flags: NO_FLAGS,
    };
    this.channels.set(made.id, made);
    return made;
  }

  guild(): APIGuild {
    return { ...GUILD, roles: this.roles };
  }

  /** Channels as the page lists them; a direct message names the reader it is with. */
  shownChannels(): Channel[] {
    return [...this.channels.values()].map((channel) => {
      if (channel.type === ChannelType.GuildText)
        return {
          id: channel.id,
          guildId: GUILD_ID,
          kind: "text",
          name: channel.name,
          topic: channel.topic ?? "",
          seenBy: READER_SEEDS.map(({ id }) => id),
        };
      const recipient = channel.recipients?.[0];
      const dmWith = recipient?.id ?? "";
      return { id: channel.id, guildId: "", kind: "dm", name: recipient?.global_name ?? "", seenBy: [dmWith], dmWith };
    });
  }

  #subject(id: string): Subject {
    if (id === APPLICATION_ID) return { id, roles: [...BOT_ROLES] };
    return { id, roles: [...(READER_SEEDS.find((seed) => seed.id === id)?.roles ?? [])] };
  }
}

function user(id: string, username: string, globalName: string | null): APIUser {
  return {
    id,
    username,
    discriminator: "0",
    global_name: globalName,
    avatar: null,
    banner: null,
    accent_color: null,
    public_flags: NO_FLAGS,
  };
}

function roleObject(seed: (typeof ROLE_SEEDS)[number], position: number): APIRole {
  return {
    id: seed.id,
    name: seed.name,
    color: seed.color,
    colors: { primary_color: seed.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: seed.permissions.toString(),
    managed: seed.managed,
    mentionable: seed.mentionable,
    flags: NO_FLAGS,
    ...(seed.managed ? { tags: { bot_id: APPLICATION_ID } } : {}),
  };
}

function textChannel(seed: (typeof CHANNEL_SEEDS)[number], position: number): APITextChannel {
  return {
    id: seed.id,
    type: ChannelType.GuildText,
    guild_id: GUILD_ID,
    name: seed.name,
    topic: seed.topic,
    position,
    permission_overwrites: [],
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: NO_FLAGS,
  };
}

const GUILD: Omit<APIGuild, "roles"> = {
  id: GUILD_ID,
  name: "Redacción",
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  owner_id: OWNER_ID,
  region: null,
  afk_channel_id: null,
  afk_timeout: 300,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: ALERTAS_ID,
  system_channel_flags: NO_FLAGS,
  rules_channel_id: null,
  max_members: 250_000,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: Locale.SpanishLATAM,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
};
