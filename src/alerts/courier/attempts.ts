// What every attempt is made with, and how one that did not post is written into its row. It must never post.
import { type Delivery, isUnsubscribed, mayStand } from "../../domain/delivery.ts";
import type { Clock } from "../../clock.ts";
import type { Doubts } from "./doubts.ts";
import type { EndingParts, Endings } from "./endings.ts";
import type { KeptMessages } from "../ledger/kept-messages.ts";
import type { Entry } from "../ledger/ledger.ts";
import type { OldEdits } from "./old-edits.ts";
import type { Outcome, Sender } from "./sender.ts";
import type { Waits } from "./waits.ts";
import type { Told } from "./weather.ts";

export interface PostingParts extends EndingParts {
  sender: Sender;
  clock: Clock;
  /** Keeps what is about to be posted, for proofs. */
  shown: Pick<KeptMessages, "keep">;
}

/** What every attempt is made with. */
export interface Tools extends PostingParts {
  endings: Endings;
  waits: Waits;
  doubts: Doubts;
  oldEdits: OldEdits;
  /** Every answer of Discord's passes here: what it says of the weather counts for all. */
  told: (channelId: string, answer: Told) => void;
}

/** Waits until one more request may begin. */
export type Turn = () => Promise<void>;

type Attempt = Delivery["attempts"][number];
export type NotSent = Exclude<Outcome, { is: "sent" }>;

/** Enough to see how it began and how it goes; a row that is tried for a week must not grow without end. */
const KEPT = { first: 10, last: 40 };

/** An attempt that did not post: the row says why, and when the next one is due if there is to be one. */
export async function settle(tools: Tools, entry: Entry, outcome: NotSent, all: readonly Attempt[]): Promise<void> {
  const { ledger, clock, log, endings, waits } = tools;
  const { delivery } = entry;
  const attempts = trimmed(all);
  if (outcome.is === "again" && outcome.why === "cannot-answer" && delivery.linked === undefined) {
    // Worded anew with the old message's address, and posted at once.
    await ledger.move(entry, { state: "again", reason: outcome.why, attempts, againAt: clock.wall(), linked: true });
    return;
  }
  if (outcome.is === "never") {
    if (outcome.closes && !isUnsubscribed(delivery)) {
      if (await endings.closed(entry, outcome.why, attempts)) return;
      // The channel takes messages all the same: as a plain one, it may take this.
      const { replyTo, linked, edits } = delivery;
      if (replyTo !== undefined && linked === undefined && edits === undefined)
        return settle(tools, entry, { is: "again", why: "cannot-answer" }, all);
    }
    return endings.end(entry, { state: "failed", reason: outcome.why, attempts });
  }
  const { wait, againAt } = waits.after(delivery.id, outcome.why, outcome.is === "again" ? outcome.afterMs : undefined);
  await ledger.move(entry, { state: outcome.is, reason: outcome.why, attempts, againAt });
  const fields = { delivery: delivery.id, channel: delivery.channelId, why: outcome.why, wait };
  log.warn(fields, "An alert was not posted yet and will be tried again");
}

/** How an attempt ended, for its row. */
export function ended(startedAt: number, endedAt: number, outcome: Outcome): Attempt {
  const { is, answer } = outcome;
  return {
    startedAt,
    endedAt,
    outcome: is,
    ...("why" in outcome ? { why: outcome.why } : {}),
    ...(answer === undefined ? {} : { answer }),
  };
}

export function trimmed(attempts: readonly Attempt[]): Attempt[] {
  const { first, last } = KEPT;
  return attempts.filter((one, i) => i < first || i >= attempts.length - last || mayStand(one));
}
