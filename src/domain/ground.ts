// What the bot and a person may do in a channel, as Discord told it at that moment. Shape only; it must never be kept: permissions change without us.

/** A channel as Discord tells of it. */
export interface Ground {
  /** Undefined in a direct message, and where the bot may not see the channel. */
  guildId?: string;
  kind: "channel" | "thread" | "dm";
  /** What the bot lacks there of all that alerts and their extras may need, by Discord's names. */
  lacks: readonly string[];
  /** Roles that anybody may mention. */
  mentionable: readonly string[];
  /** Whether the person asked about has Manage Channels there. */
  manages: boolean;
}

/** Where a person has Manage Channels: in the server as a whole, and in which of the channels that the bot sees. */
export interface Managed {
  server: boolean;
  channels: readonly string[];
}
