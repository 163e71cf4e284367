// What the rehearsal shows and accepts: the words between its server, its page and the tests. Types only: it runs nothing.
import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";

/** A person who can act in the rehearsal. `locale` is what Discord sends as the reader's language, `zone` how times are shown to them. */
export interface Reader {
  id: string;
  name: string;
  locale: "en-US" | "en-GB" | "es-419" | "es-ES";
  zone: string;
  /** Decimal string of Discord's permission bits in the guild, as `member.permissions` has it. */
  permissions: string;
  roles: string[];
}

export interface Channel {
  id: string;
  guildId: string;
  name: string;
  topic?: string;
  /** Set for a direct message with the bot: the only reader who sees it. `guildId` is then empty and `name` that reader's name. */
  dmWith?: string;
}

/** A registered command as the composer shows it, already in the reader's language. */
export interface CommandView {
  id: string;
  name: string;
  /** The English name, always accepted too. */
  plainName: string;
  description: string;
  options: OptionView[];
  subcommands: { name: string; plainName: string; description: string; options: OptionView[] }[];
}

export interface OptionView {
  name: string;
  plainName: string;
  description: string;
  /** Discord's option type: 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 10 number. */
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: { name: string; value: string | number }[];
  minValue?: number;
  maxValue?: number;
  maxLength?: number;
}

/** A message as kept by the stand-in, with what Discord does not put into the object itself. */
export interface ShownMessage {
  message: APIMessage;
  /** Set when only that reader sees it. */
  ephemeralFor?: string;
  /** Posted with SUPPRESS_NOTIFICATIONS. */
  silent: boolean;
  /** Who asked, and with which words, when it answers a command. */
  invoker?: { readerId: string; text: string };
}

/** Everything the page draws. */
export interface Snapshot {
  now: string;
  rate: number;
  running: boolean;
  botOnline: boolean;
  guild: { id: string; name: string };
  channels: Channel[];
  readers: Reader[];
  roles: { id: string; name: string; color: number }[];
  messages: Record<string, ShownMessage[]>;
}

/** Pushed over the page's event stream, one JSON object a line of `data:`. */
export type PageEvent =
  | { type: "clock"; now: string; rate: number; running: boolean }
  | { type: "bot"; online: boolean }
  | { type: "commands" }
  | { type: "message"; channelId: string; shown: ShownMessage }
  | { type: "message-deleted"; channelId: string; messageId: string }
  | { type: "modal"; readerId: string; interactionId: string; modal: APIModalInteractionResponseCallbackData };

/** What an interaction came to, as the person who pressed or typed sees it. */
export type Outcome =
  | {
      kind: "message";
      messageId: string;
      channelId: string;
      ephemeral: boolean;
      deferred: boolean;
      shown: ShownMessage;
    }
  | { kind: "update"; messageId: string; channelId: string; shown: ShownMessage }
  | { kind: "modal"; interactionId: string; modal: APIModalInteractionResponseCallbackData }
  | { kind: "choices"; choices: APIApplicationCommandOptionChoice[] }
  /** Discord's own red line: nobody answered within three seconds, or the answer was refused. */
  | { kind: "failed"; why: string };

/** Slash command as typed: English or localised names both work. Channel, user and role options carry ids. */
export interface TypedCommand {
  readerId: string;
  channelId: string;
  name: string;
  subcommand?: string;
  options: Record<string, string | number | boolean>;
}
