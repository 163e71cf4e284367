// What the rehearsal shows and accepts: the words between its server, its page and the tests. Types only: it runs nothing.
import type {
  APIApplicationCommandOptionChoice,
  APIGuildScheduledEvent,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";
import type { BotPermission } from "./bot-permissions.ts";

/** A person who can act in the rehearsal. `locale` is what Discord sends as the reader's language, `zone` how times are shown to them. */
export interface Reader {
  id: string;
  name: string;
  locale: "en-US" | "en-GB" | "es-419" | "es-ES";
  zone: string;
  /** Ids of the guilds this person is a member of. */
  guilds: string[];
  /** Ids of the roles held, of all guilds; @everyone is not listed. */
  roles: string[];
}

export interface Guild {
  id: string;
  name: string;
  /** False once the guild has put the bot out. */
  botIsHere: boolean;
}

export interface Role {
  id: string;
  guildId: string;
  name: string;
  color: number;
  /** Made for the bot by Discord: nobody can be given it. */
  managed: boolean;
}

export type ChannelKind = "text" | "announcement" | "forum" | "thread" | "dm";

export interface Channel {
  id: string;
  /** Empty for a direct message. */
  guildId: string;
  kind: ChannelKind;
  name: string;
  topic?: string;
  /** Of a thread or forum post: the channel it belongs to. A thread begun at a message has that message's id. */
  parentId?: string;
  archived?: true;
  locked?: true;
  /** Ids of the readers who see it. */
  seenBy: string[];
  /** Of a direct message with the bot: its reader, whose name is `name`. */
  dmWith?: string;
}

/** A registered command as the composer (slash) or a message's or person's Apps menu shows it, already in the reader's language. */
export interface CommandView {
  id: string;
  kind: "slash" | "message" | "user";
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
  /** Discord's option type: 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 9 user or role, 10 number, 11 attachment. */
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: { name: string; value: string | number }[];
  minValue?: number;
  maxValue?: number;
  minLength?: number;
  maxLength?: number;
  /** Discord's channel types that may be chosen; absent: all. */
  channelTypes?: number[];
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

/** What the next requests that fit can be made to meet. */
export type FaultName =
  /** 429 of the route, of a resource shared with other bots, of the whole bot. */
  | "rate-limited"
  | "rate-limited-shared"
  | "rate-limited-global"
  /** 429 with 30046: too many edits of messages older than an hour. */
  | "too-many-old-edits"
  | "500"
  | "502"
  | "503"
  | "504"
  /** 502 with a page of HTML, as a proxy in front of Discord answers. */
  | "html"
  /** Carried out, and then no answer at all. */
  | "accepted-then-silent"
  | "silent"
  | "closed-before"
  | "closed-after"
  /** Carried out and answered, `seconds` later. */
  | "slow"
  | "401"
  | "403"
  | "404";

/** Which requests: messages posted, edited, deleted or read in channels, answers to interactions, or every request. */
export type FaultTarget = "posts" | "edits" | "deletions" | "reads" | "answers" | "everything";

export interface FaultOrder {
  fault: FaultName;
  on: FaultTarget;
  /** Only in this channel. */
  channelId?: string;
  /** How many requests meet it. */
  times: number;
  /** `retry_after` of a 429, delay of "slow"; machine seconds. */
  seconds?: number;
}

export interface PendingFault extends FaultOrder {
  id: string;
  left: number;
}

/** What happens in the world without the bot's doing. */
export type WorldChange =
  | { change: "permission-taken" | "permission-given-back"; channelId: string; permission: BotPermission }
  | { change: "channel-deleted"; channelId: string }
  | { change: "guild-removed" | "guild-joined"; guildId: string }
  | { change: "dms-closed" | "dms-opened"; readerId: string }
  /** "cut" can be resumed; "reconnect" is asked for by Discord; "invalid-session" forgets; "silent" keeps the socket and says nothing more. */
  | { change: "gateway"; how: "cut" | "reconnect" | "invalid-session" | "silent" | "speaking" }
  /** What is left out stays. `roles` are ids; only roles of guilds the reader is in. */
  | { change: "reader"; readerId: string; locale?: Reader["locale"]; zone?: string; roles?: string[] }
  | { change: "message-deleted"; messageId: string };

/** Everything the page draws. */
export interface Snapshot {
  now: string;
  rate: number;
  running: boolean;
  botOnline: boolean;
  /** The gateway says nothing until "speaking" is ordered. */
  gatewaySilent: boolean;
  guilds: Guild[];
  channels: Channel[];
  readers: Reader[];
  roles: Role[];
  messages: Record<string, ShownMessage[]>;
  events: APIGuildScheduledEvent[];
  /** Faults ordered that not all their requests have met yet. */
  faults: PendingFault[];
  /** Permissions taken from the bot, by channel. */
  taken: Record<string, BotPermission[]>;
  /** Ids of readers who take no direct messages. */
  closedToDms: string[];
  /** The script being played, and where it is; absent without one. */
  scenario?: ScenarioView;
}

/** A sentence in both languages. */
export interface Words {
  en: string;
  es: string;
}

/** A scenario as the page shows it: its name and the sentences of its steps, in both languages. */
export interface ScenarioView {
  name: string;
  title: Words;
  /** `seen` once a step is done: whether all was seen that it announces; else `missing` says what was not. */
  steps: (Words & { seen?: boolean; missing?: Words[] })[];
  /** How many steps are done. */
  done: number;
  /** A step is being played: another cannot be asked for. */
  playing: boolean;
}

/** Pushed over the page's event stream, one JSON object a line of `data:`. */
export type PageEvent =
  | { type: "clock"; now: string; rate: number; running: boolean }
  | { type: "bot"; online: boolean }
  | { type: "commands" }
  /** Guilds, channels, readers, roles, permissions, events or faults changed: read the state again. */
  | { type: "world" }
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

/** A file that a reader adds to a form or an option. */
export interface SentFile {
  name: string;
  contentType: string;
  /** Its bytes in base64. */
  base64: string;
}

/** Slash command as typed: English or localised names both work. Channel, user and role options carry ids, attachment options a file. */
export interface TypedCommand {
  readerId: string;
  channelId: string;
  name: string;
  subcommand?: string;
  options: Record<string, string | number | boolean | SentFile>;
}
