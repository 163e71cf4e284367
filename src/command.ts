// The contract of everything people type, press or pick: typed values in, messages out. A command meets no interaction and no messenger.
import type { Alert } from "./domain/alert.ts";
import type { AreaId } from "./domain/area.ts";
import type { Fact } from "./domain/fact.ts";
import type { Proposal } from "./domain/proposal.ts";
import type { LastDays } from "./domain/last-days.ts";
import type { Drilled, DrillWanted } from "./domain/drill.ts";
import type { Shared, ShareWanted } from "./domain/share.ts";
import type { Question } from "./domain/question.ts";
import type { Millis } from "./domain/time.ts";
import type { Language } from "./domain/text.ts";
import type { Names } from "./store/names.ts";
import type { Known } from "./domain/known.ts";
import type { Accounts } from "./alerts/ledger/accounts.ts";
import type { Announced } from "./domain/announced.ts";
import type { Channels } from "./alerts/care/channel-now.ts";
import type { Narrows } from "./alerts/asked/narrowing.ts";
import type { Pauses } from "./alerts/quiet/pausing.ts";
import type { Ground, Managed } from "./domain/ground.ts";
import type { DutyDesk } from "./alerts/care/duty-desk.ts";
import type { Forgetting } from "./alerts/asked/forgetting.ts";
import type { Proof } from "./alerts/ledger/proof.ts";
import type { Seen } from "./alerts/seen/seen.ts";
import type { Proposals } from "./store/proposals.ts";
import type { Recording } from "./store/recording.ts";
import type { Subscribed, Subscriptions } from "./store/subscriptions.ts";
import type { Action as Press, Button, Message } from "./views/message.ts";

export interface Choice {
  name: string;
  value: string;
}

/** One option of a command. `required` options come first; `complete` turns autocomplete on and may still be ignored by who types. */
export interface Option {
  /** Of a channel, person or role the command gets Discord's id. */
  kind: "text" | "integer" | "channel" | "user" | "role";
  required?: true;
  min?: number;
  max?: number;
  complete?: (typed: string, context: Context) => readonly Choice[];
  /** A short fixed list; names come from the texts by value. Never together with `complete`. */
  choices?: (language: Language) => readonly Choice[];
}
export type Options = Record<string, Option>;

type ValueOf<O extends Option> = O["kind"] extends "integer" ? number : string;
/** Values as the command gets them: absent where the reader left the option out. */
export type Typed<O extends Options> = {
  [Key in keyof O]: O[Key] extends { required: true } ? ValueOf<O[Key]> : ValueOf<O[Key]> | undefined;
};

interface ModalPart {
  key: string;
  label: string;
  /** Under the label: an example, never a rule that is said nowhere else. */
  description?: string;
  required?: true;
  /** Filled in already; of several, with commas between them, as in Filled. */
  value?: string;
}
/** One part of a modal. Keys are the form's own. */
export type ModalField = ModalPart &
  (
    | { kind: "line" | "paragraph"; placeholder?: string; min?: number; max: number }
    /** `most`: how many can be picked at once; left out: one. */
    | { kind: "choice"; options: readonly ModalChoice[]; most?: number }
    /** Members, roles or channels of the server by Discord's ids: Discord itself shows the list. */
    | { kind: "people" | "roles" | "channels"; most: number }
  );

export interface ModalChoice {
  label: string;
  value: string;
  description?: string;
}

/** One to five fields; its `action` is declared under `modals`. */
export interface Modal {
  title: string;
  action: Press;
  fields: readonly ModalField[];
}

/**
 * What a reader filled in, by the fields' keys: not trimmed, not checked. What was left empty is the empty text. Of a list from which several can be picked,
 * the values with commas between them (`pickedIn`).
 */
export type Filled = Readonly<Record<string, string>>;

export function pickedIn(filled: Filled, key: string): readonly string[] {
  return (filled[key] ?? "").split(",").filter((one) => one !== "");
}

/** The message that an entry of Apps was picked on. Everything in it is text of others. */
export interface Target {
  id: string;
  channelId: string;
  /** Where Discord shows it. */
  url: string;
  content: string;
  /** Texts and addresses of its embeds, in the order in which they are shown. */
  embeds: readonly { text: string; url?: string }[];
  author: { id: string; name: string };
  /** Posted by this bot. */
  own: boolean;
  /** World time. */
  at: Millis;
}

/** Who asks, where, in which language, and what is known at this moment. Built anew for each interaction. */
export interface Context {
  now: Millis;
  language: Language;
  guildId: string | undefined;
  channelId: string;
  /** In a thread or a forum's post: other permissions count there. */
  inThread: boolean;
  /** The message whose button or menu was used; undefined for what was typed. */
  messageId: string | undefined;
  user: {
    id: string;
    name: string;
    roles: readonly string[];
    manageGuild: boolean;
    manageChannels: boolean;
    /** Send Messages, in a thread Send Messages in Threads: the member's own. */
    sendMessages: boolean;
  };
  /** Asked in a guild of the team, where recording is possible. */
  home: boolean;
  mayRecord: boolean;
  known: Known;
  names: Names;
  recording: Recording;
  /** What was known at an instant of world time. */
  knownAt: (at: Millis) => Known;
  /** Every version of a subject (`strike`, its id), in the order of the log. */
  versions: (noun: string, subject: string) => readonly Fact[];
  /** What members of the team have typed and not yet confirmed. */
  proposals: Proposals;
  /** Asks the review channel for a second person; "no-channel" where none is set. */
  askSecond: (proposal: Proposal) => Promise<"asked" | "no-channel">;
  /** The alert that a message of ours in a channel of this guild shows; undefined for every other message. */
  alertIn: (messageId: string) => Promise<Alert | undefined>;
  /** In how many channels something of a record was told. */
  toldIn: (noun: string, subject: string) => Promise<number>;
  /** What channels of this guild were shown, and every fact there is. */
  proof: Proof;
  /** What became of this guild's notices; undefined in a direct message. */
  accounts: Accounts | undefined;
  subscriptions: Subscriptions;
  /** Pauses that people ask for. */
  pauses: Pauses;
  /** The word to a channel that comes to hear less. */
  narrowing: Narrows;
  /** How it stands with channels that take no alerts, and who has it. */
  channels: Channels;
  /** Who pressed Seen, and below which notice. */
  seen: Pick<Seen, "press" | "of" | "isCarer" | "remind">;
  /** Who looks after a server's alerts, and how that moves to another. */
  duty: Pick<
    DutyDesk,
    "channelsOf" | "owns" | "caredBy" | "isReview" | "running" | "find" | "handOver" | "takeBack" | "isMember"
  >;
  /** What is kept of a server, and how it is erased. */
  forgetting: Pick<Forgetting, "kept" | "forget">;
  /** Places whose curfews the channel asked in follows; empty in a direct message. */
  followed: () => readonly AreaId[];
  /** The area a bare question is about. */
  defaultArea: string;
  /** How long a check "as of now" holds, ms. */
  freshness: Millis;
  /** The opaque id under which what this person records stands; the name is kept apart, for this guild, and can be erased. */
  recorder: () => Promise<string>;
  /** Of who recorded something from this guild; undefined once it was erased. */
  nameOf: (recorder: string) => string | undefined;
  /** Permissions the bot lacks to post alerts there, by Discord's names; empty when it can. Asks Discord's own word, not a cache. */
  missingPermissions: (channelId: string) => Promise<readonly string[] | "no such channel">;
  /** The same with what extras need, and what who asks may do there. */
  ground: (channelId: string) => Promise<Ground | "no such channel">;
  /** In a direct message: the same person as a member of that server, with no rights in it. */
  within: (guildId: string) => Context;
  /** What who asks manages of the server asked in; nothing in a direct message. */
  managed: () => Promise<Managed>;
  /** The channel of direct messages with who asks; undefined where Discord opens none. */
  direct: () => Promise<string | undefined>;
  /** What Discord calls a server that the bot is in; undefined where it has not said it since the start. It is shown and never kept. */
  serverName: (guildId: string) => string | undefined;
  /** From now on this reader is answered in that language, whatever their Discord speaks. */
  remember: (language: Language) => Promise<void>;
  /** Notes in which language who asks did something about a server's alerts: what is written to them directly is written in it. */
  speaks: (guildId: string) => Promise<void>;
  /** From now on their Discord's own language counts again. @returns whether another one was remembered. */
  forgetLanguage: () => Promise<boolean>;
  /** Shows an answer to the whole channel, once however often it is pressed. Leave was asked before. */
  share: (wanted: ShareWanted) => Promise<Shared>;
  /** What was announced in the last days to whoever asked for it, and what to nobody. */
  announced: () => Promise<readonly Announced[]>;
  /** What a channel would have been told in the last days, with its subscriptions as they would be; since when plays no part. */
  lastDays: (to: Subscribed) => Promise<LastDays>;
  /** Posts a drill into a channel of this server, at most one a minute. Leave was asked before. */
  drill: (wanted: DrillWanted) => Promise<Drilled>;
}

/** What an answer rests on, wherever it is shown: who asked plays no part in it. */
export type Reading = Pick<Context, "now" | "language" | "known" | "names" | "defaultArea">;

/** How a command answers its questions again and again: for a button, for Share and Copy, for a whole channel. Never throws a Refusal. */
export interface Answering {
  /** A question as a button carries it, and back; undefined for what no button of ours can have carried. */
  args: (question: Question) => readonly string[];
  parse: (args: readonly string[]) => Question | undefined;
  /** Undefined: what it asks about is no longer in the record. */
  messages: (question: Question, reading: Reading) => readonly Message[] | undefined;
  /** The same as bare lines, to be pasted elsewhere and read at another time. */
  lines: (question: Question, reading: Reading) => readonly string[] | undefined;
  /** Buttons to what else is told of the same; a row above Share and Copy. */
  ways?: (question: Question, reading: Reading) => readonly Button[];
  /** The sentence for what is no longer there. */
  gone: (language: Language) => string;
}

/** Where the answer is seen: by who asked, by the whole channel, or in place of the message the button belongs to. */
export interface Answer {
  to: "asker" | "channel" | "update";
  /** Several where one message would pass a limit: nothing is cut off. */
  messages: readonly Message[];
  /**
   * What the button that was pressed reads from now on; the rest of its message stays as it stands, and the answer is the asker's alone. Asked when it is sent, and
   * once more where presses overlapped: the last one to arrive must not show an older count.
   */
  label?: () => string;
}

/** A form to fill in: the first and only answer to what was typed or pressed, never to a form itself. */
export interface Opened {
  to: "modal";
  modal: Modal;
}

type Said = Answer | Opened;
/** Of what is typed, pressed or picked. A form has to be shown at once: what opens one waits for nothing. */
export type Handled = Said | Promise<Said>;

export interface Action<O extends Options> {
  options: O;
  run(typed: Typed<O>, context: Context): Handled;
}

/** Declared once; option values are inferred from the declaration. Names and descriptions stand in text/, under the same keys. */
export interface Command {
  name: string;
  /** `home`: registered in home guilds only, and checked again at every button. */
  where: "everywhere" | "home";
  /** Discord hides the command from who lacks it; checked again here. */
  needs?: "manage-channels" | "record";
  action?: Action<Options>;
  subcommands?: Readonly<Record<string, Action<Options>>>;
  /** By action name. Args come from outside: validate them. */
  buttons?: Readonly<Record<string, (args: readonly string[], context: Context) => Handled>>;
  menus?: Readonly<Record<string, (args: readonly string[], picked: readonly string[], context: Context) => Handled>>;
  /** By action name; what is filled in comes from outside, too. */
  modals?: Readonly<
    Record<string, (args: readonly string[], filled: Filled, context: Context) => Answer | Promise<Answer>>
  >;
  /** Entries under Apps on a message, by key: their names stand in the texts under `apps`. They are registered where the command is. */
  apps?: Readonly<Record<string, (target: Target, context: Context) => Handled>>;
  /** Its entries of Apps are for everybody who sees the message, whatever the command itself needs. */
  appsForAll?: true;
  answers?: Answering;
}

/** Keeps the declaration's own types while fitting the list of all commands. */
export function action<const O extends Options>(declared: Action<O>): Action<Options> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the router reads values by this very declaration
  return { options: declared.options, run: (typed, context) => declared.run(typed as Typed<O>, context) };
}

export function answer(messages: Message | readonly Message[], to: Answer["to"] = "asker"): Answer {
  return { to, messages: isMany(messages) ? messages : [messages] };
}

export function opens(modal: Modal): Opened {
  return { to: "modal", modal };
}

function isMany(messages: Message | readonly Message[]): messages is readonly Message[] {
  return Array.isArray(messages);
}

/** A sentence the reader may read: an expected "no". Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  override name = "Refusal";
}
