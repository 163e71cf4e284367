// One guild: its roles, members, scheduled events and the API object Discord shows of it. Must never know of channels or of the gateway.
import type { APIGuild, APIGuildScheduledEvent, APIRole } from "discord-api-types/v10";
import { GuildScheduledEventStatus as Status, Locale } from "discord-api-types/v10";
import type { Realm } from "./permissions.ts";
import { APPLICATION_ID, type RoleSeed } from "./seed.ts";

const NO_FLAGS: number = 0;

export interface Membership {
  roles: string[];
  /** ISO 8601. */
  joinedAt: string;
  /** Epoch milliseconds of world time; absent when not timed out. */
  timedOutUntil?: number;
}

export interface GuildSpec {
  id: string;
  name: string;
  ownerId: string;
  systemChannelId: string | null;
  roles: RoleSeed[];
}

export class WorldGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  systemChannelId: string | null;
  locale: Locale = Locale.SpanishLATAM;
  roles: APIRole[];
  readonly members = new Map<string, Membership>();
  readonly events = new Map<string, APIGuildScheduledEvent>();
  /** Discord itself cannot reach the guild: the bot is still in it. */
  unavailable = false;

  constructor(spec: GuildSpec) {
    this.id = spec.id;
    this.name = spec.name;
    this.ownerId = spec.ownerId;
    this.systemChannelId = spec.systemChannelId;
    this.roles = spec.roles.map(roleObject);
  }

  /** False once the guild has put the bot out. */
  get botIsHere(): boolean {
    return this.members.has(APPLICATION_ID);
  }

  role(id: string): APIRole | undefined {
    return this.roles.find((one) => one.id === id);
  }

  get realm(): Realm {
    const rolePermissions = new Map(this.roles.map((role) => [role.id, BigInt(role.permissions)]));
    return { guildId: this.id, ownerId: this.ownerId, rolePermissions };
  }

  /** Scheduled events that are not over. */
  livingEvents(): APIGuildScheduledEvent[] {
    return [...this.events.values()].filter((one) => !isOver(one));
  }

  object(): APIGuild {
    const { id, name, roles, ownerId, systemChannelId, locale } = this;
    return {
      ...PLAIN,
      preferred_locale: locale,
      id,
      name,
      roles,
      owner_id: ownerId,
      system_channel_id: systemChannelId,
    };
  }
}

export function isOver({ status }: APIGuildScheduledEvent): boolean {
  return status === Status.Completed || status === Status.Canceled;
}

export function roleObject(seed: RoleSeed, position: number): APIRole {
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

const PLAIN: Omit<APIGuild, "id" | "name" | "roles" | "owner_id" | "system_channel_id" | "preferred_locale"> = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
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
  system_channel_flags: NO_FLAGS,
  rules_channel_id: null,
  max_members: 250_000,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
};
