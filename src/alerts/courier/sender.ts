// The contract between the courier, which decides, and whoever speaks to Discord, which only says what became of one attempt. Types only.
import type { Ground, Managed } from "../../domain/ground.ts";
import type { AttemptReason } from "../../domain/reason.ts";
import type { Millis } from "../../domain/time.ts";
import type { Message } from "../../views/message.ts";

/** What each means stands in domain/reason.ts; `/alerts why` has words for each. */
export type Reason = AttemptReason;

/** What became of one attempt. `unsure`: Discord may have posted it; only the nonce or a look at the channel can tell. */
export type Outcome =
  /** `stands`: the first line that stands there, where an earlier attempt had posted another wording under the same nonce. */
  (
    | { is: "sent"; messageId: string; stands?: string }
    /** Nothing was posted, try again. `afterMs`: machine time, as Discord asks; absent: the courier's own back-off. `everywhere`: the whole bot is to wait. */
    | { is: "again"; afterMs?: number; why: Reason; everywhere?: true }
    /** Trying again cannot help. `closes`: the channel is gone or closed, pause it and tell its owner. */
    | { is: "never"; why: Reason; closes: boolean }
    | { is: "unsure"; why: Reason }
  ) & {
    /** What Discord answered, for whoever asks why: `403 50013`, its status and the code of its API. Absent where it answered nothing. */
    answer?: string;
  };

/** `stands`: the first line of what was found. */
export type Search =
  | { is: "found"; messageId: string; stands?: string }
  | { is: "absent" }
  | { is: "cannot"; why: Reason };

/** `nonce`: at most 25 characters, the same for every attempt of one part. `replyTo`: what it answers, if that still stands there. */
export interface Manner {
  nonce: string;
  silent: boolean;
  replyTo?: string;
}

/** World time. `location`: where it is, in words: it is in no channel. */
export interface EventFields {
  name: string;
  location: string;
  description: string;
  start: Millis;
  end: Millis;
}

/** What is not named stays. "over": it ran; "cancelled": it had not begun. Neither stands in the list any more. */
export type EventChanges = Partial<EventFields> & { status?: "over" | "cancelled" };

/** An entry of a server's list of events. `isOn`: it has begun. `isOwn`: the bot made it. */
export interface ListedEvent extends EventFields {
  id: string;
  isOn: boolean;
  isOwn: boolean;
}

export interface Sender {
  /** One attempt, no hidden second one. Never throws. `again` with `cannot-answer`: nothing was posted, and never will be as an answer. */
  post(channelId: string, message: Message, how: Manner): Promise<Outcome>;
  /** Puts this in the place of a message of ours. Trying it again changes nothing. `never` with `message-deleted`: there is none any more. Never throws. */
  edit(channelId: string, messageId: string, message: Message): Promise<Outcome>;
  /** Puts a message of ours among the channel's pinned ones, or takes it away from there; twice is harmless. `refused`: it may not, or it cannot. Never throws. */
  pin(channelId: string, messageId: string, on: boolean): Promise<"done" | "refused" | "again">;
  /**
   * Looks through the bot's own messages in the channel from `since` to the newest, for the mark in a footer, with its part:
   * `#7K3Q-9M2D` does not find `#7K3Q-9M2D.2`. `since` is world time (message ids are made of Discord's clock, which is the world's also in
   * a rehearsal): nothing of a delivery is older than its planning. `absent` is only said where the bot may read the history. `turn`: waited
   * for before each request, as there may be many. Never throws.
   */
  find(channelId: string, mark: string, since: Millis, turn?: () => Promise<void>): Promise<Search>;
  /** The channel of a person's direct messages with the bot; asked twice it is the same one. `closed` is only known when something is posted there. Never throws. */
  direct(userId: string): Promise<{ is: "open"; channelId: string } | Exclude<Outcome, { is: "sent" }>>;
  /** What stands in a server's list of events: nothing that is over. Never throws. */
  events(guildId: string): Promise<{ is: "listed"; events: readonly ListedEvent[] } | Exclude<Outcome, { is: "sent" }>>;
  /** One attempt each; `messageId` is the event's id. Whoever is unsure reads the list. `never` with `message-deleted`: it is over, or was removed. Never throw. */
  makeEvent(guildId: string, event: EventFields): Promise<Outcome>;
  changeEvent(guildId: string, eventId: string, changes: EventChanges): Promise<Outcome>;
  removeEvent(guildId: string, eventId: string): Promise<Outcome>;
  /** A public thread at a message of ours; asked twice, it is the same one. Never throws. */
  openThread(channelId: string, messageId: string, name: string): Promise<Outcome>;
  /** Where Discord itself writes to a server; undefined where it has none or the bot is not there. Throws when Discord does not answer. */
  systemChannel(guildId: string): Promise<string | undefined>;
  /** Channels of a server that take a message of the bot with its embed: first where Discord itself writes, then in the order in which people see them. Throws when Discord does not answer. */
  postable(guildId: string): Promise<readonly string[]>;
  /** Discord's own time to the second (its Date header); undefined when it does not answer. */
  serverTime(): Promise<Millis | undefined>;
  /** Something changed in a server: what was asked of it a moment ago is asked anew. */
  changed(): void;
  /** The machine's clock was wrong and is right again: no wait that was reckoned by it holds any more. */
  forgetPace(): void;
  /** What the bot lacks there to post alerts, by Discord's names ("SendMessages"); asked from Discord each time. Throws when it does not answer. */
  missingPermissions(channelId: string): Promise<readonly string[] | "no such channel">;
  /** What the bot, and this person where one is asked about, may do in a channel; asked from Discord each time. Throws when it does not answer. */
  ground(channelId: string, userId: string | undefined): Promise<Ground | "no such channel">;
  /** What this person manages of a server; nothing where Discord knows no such member. Throws when it does not answer. */
  managed(guildId: string, userId: string): Promise<Managed>;
  /** Whether a person is a member of a server; a bot never is. Undefined when Discord does not say. Never throws. */
  isMember(guildId: string, userId: string): Promise<boolean | undefined>;
  /** Whether the bot itself is in a server. Undefined when Discord does not say. Never throws. */
  isIn(guildId: string): Promise<boolean | undefined>;
}
