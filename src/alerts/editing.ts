// Puts right a message that stands in a channel already. Editing twice changes nothing: it needs no nonce and is never looked for.
// It must never post, nor close a channel because one of its messages was deleted.
import type { Delivery } from "../domain/delivery.ts";
import type { Millis } from "../domain/time.ts";
import type { Message } from "../views/message.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { nonceOf } from "./nonce.ts";
import type { PostingParts } from "./posting.ts";
import type { Outcome } from "./sender.ts";

type Settle = (
  entry: Entry,
  outcome: Exclude<Outcome, { is: "sent" }>,
  attempts: Delivery["attempts"],
) => Promise<Millis | undefined>;

/** One attempt. @returns as Posting.post does. */
export async function edit(
  { ledger, sender, clock, shown }: Pick<PostingParts, "ledger" | "sender" | "clock" | "shown">,
  entry: Entry,
  message: Message | undefined,
  settle: Settle,
): Promise<Millis | undefined> {
  const { delivery } = entry;
  const messageId = await standing(ledger, delivery);
  if (messageId === undefined || message === undefined) {
    await ledger.move(entry, { state: "skipped", reason: "never-posted" });
    return undefined;
  }
  const attempt = { part: 1, startedAt: clock.wall() };
  const part = {
    part: 1,
    nonce: nonceOf(delivery, 1),
    messageId,
    text: message.content,
    shown: await shown.keep(message),
  };
  const sending = await ledger.move(entry, {
    state: "sending",
    reason: "editing",
    parts: [part],
    attempts: [...delivery.attempts, attempt],
  });
  const outcome = await sender.edit(delivery.channelId, messageId, message);
  const ended = {
    endedAt: clock.wall(),
    outcome: outcome.is,
    ...("why" in outcome ? { why: outcome.why } : {}),
    ...(outcome.answer === undefined ? {} : { answer: outcome.answer }),
  };
  const attempts = [...delivery.attempts, { ...attempt, ...ended }];
  if (outcome.is === "sent") {
    await ledger.move(sending, {
      state: "sent",
      reason: "put-right",
      attempts,
      parts: [{ ...part, postedAt: clock.wall(), shownAt: clock.now() }],
    });
    return undefined;
  }
  if (outcome.is !== "never" || outcome.why !== "message-deleted") return settle(sending, outcome, attempts);
  await ledger.move(sending, { state: "skipped", reason: outcome.why, attempts });
  return undefined;
}

/** The message to edit: the one that was known, or the one that its row has found since. */
async function standing(ledger: Pick<Ledger, "edited">, delivery: Delivery): Promise<string | undefined> {
  const { edits } = delivery;
  if (edits?.messageId !== undefined) return edits.messageId;
  return (await ledger.edited(delivery))?.parts[(edits?.part ?? 1) - 1]?.messageId;
}
