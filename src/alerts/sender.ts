// The contract between the courier, which decides, and whoever speaks to Discord, which only says what became of one attempt. Types only.
import type { AttemptReason } from "../domain/reason.ts";
import type { Millis } from "../domain/time.ts";
import type { Message } from "../views/message.ts";

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

export interface Sender {
  /** One attempt, no hidden second one. Never throws. `again` with `cannot-answer`: nothing was posted, and never will be as an answer. */
  post(channelId: string, message: Message, how: Manner): Promise<Outcome>;
  /** Puts this in the place of a message of ours. Trying it again changes nothing. `never` with `message-deleted`: there is none any more. Never throws. */
  edit(channelId: string, messageId: string, message: Message): Promise<Outcome>;
  /**
   * Looks through the bot's own messages in the channel from `since` to the newest, for the mark in a footer, with its part:
   * `#7K3Q-9M2D` does not find `#7K3Q-9M2D.2`. `since` is world time (message ids are made of Discord's clock, which is the world's also in
   * a rehearsal): nothing of a delivery is older than its planning. `absent` is only said where the bot may read the history. `turn`: waited
   * for before each request, as there may be many. Never throws.
   */
  find(channelId: string, mark: string, since: Millis, turn?: () => Promise<void>): Promise<Search>;
  /** The channel of a person's direct messages with the bot; asked twice it is the same one. `closed` is only known when something is posted there. Never throws. */
  direct(userId: string): Promise<{ is: "open"; channelId: string } | Exclude<Outcome, { is: "sent" }>>;
  /** Where Discord itself writes to a server; undefined where it has none or the bot is not there. Throws when Discord does not answer. */
  systemChannel(guildId: string): Promise<string | undefined>;
  /** Discord's own time to the second (its Date header); undefined when it does not answer. */
  serverTime(): Promise<Millis | undefined>;
  /** The machine's clock was wrong and is right again: no wait that was reckoned by it holds any more. */
  forgetPace(): void;
  /** What the bot lacks there to post alerts, by Discord's names ("SendMessages"); asked from Discord each time. Throws when it does not answer. */
  missingPermissions(channelId: string): Promise<readonly string[] | "no such channel">;
  /** Whether a person is a member of a server; a bot never is. Undefined when Discord does not say. Never throws. */
  isMember(guildId: string, userId: string): Promise<boolean | undefined>;
  /** Whether the bot itself is in a server. Undefined when Discord does not say. Never throws. */
  isIn(guildId: string): Promise<boolean | undefined>;
}
