// Puts right a message that stands in a channel already. Editing twice changes nothing: it needs no nonce and is never looked for.
// It must never post, nor close a channel because one of its messages was deleted.
import type { Delivery } from "../../domain/delivery.ts";
import type { Message } from "../../views/message.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";
import { nonceOf } from "../ledger/nonce.ts";
import { ended, settle, type Tools, type Turn } from "./attempts.ts";

/** One attempt, or none yet where the message is old and others were edited before it. */
export async function edit(tools: Tools, entry: Entry, message: Message | undefined, turn: Turn): Promise<void> {
  const { ledger, sender, clock, shown, told, waits, oldEdits } = tools;
  const { delivery } = entry;
  const messageId = await standing(ledger, delivery);
  if (messageId === undefined || message === undefined)
    return void (await ledger.move(entry, { state: "skipped", reason: "never-posted" }));
  const early = oldEdits.wait(delivery.channelId, messageId);
  if (early > 0) return waits.hold(delivery.id, early, PACED);
  const part = {
    part: 1,
    nonce: nonceOf(delivery, 1),
    messageId,
    text: message.content,
    // Renewed each few minutes for years: a copy of each would be a log of nothing.
    ...(delivery.alert.kind === "board" ? {} : { shown: await shown.keep(message) }),
  };
  await turn();
  const startedAt = clock.wall();
  const sending = await ledger.move(entry, {
    state: "sending",
    reason: "editing",
    parts: [part],
    attempts: [...delivery.attempts, { part: 1, startedAt }],
  });
  oldEdits.leaves(delivery.channelId, messageId);
  const outcome = await sender.edit(delivery.channelId, messageId, message);
  oldEdits.ended(delivery.channelId, messageId, outcome);
  told(delivery.channelId, outcome.is === "sent" ? {} : outcome);
  const attempts = [...delivery.attempts, { part: 1, ...ended(startedAt, clock.wall(), outcome) }];
  if (outcome.is === "sent") {
    const parts = [{ ...part, postedAt: clock.wall(), shownAt: clock.now() }];
    await ledger.move(sending, { state: "sent", reason: "put-right", attempts, parts });
  } else if (outcome.is === "never" && outcome.why === "message-deleted") {
    await ledger.move(sending, { state: "skipped", reason: outcome.why, attempts });
  } else {
    await settle(tools, sending, outcome, attempts);
    // Too many edits of old messages: that says nothing of those of young ones.
    const refused = oldEdits.wait(delivery.channelId, messageId);
    if (refused > 0 && outcome.is === "again" && outcome.why === "rate-limited")
      waits.hold(delivery.id, refused, PACED);
  }
}

/** It waits for its own sake: other messages of the channel may be edited meanwhile. */
export const PACED = "paced";

/** The message to edit: the one that was known, or the one that its row has found since. */
async function standing(ledger: Pick<Ledger, "edited">, delivery: Delivery): Promise<string | undefined> {
  const { edits } = delivery;
  if (edits?.messageId !== undefined) return edits.messageId;
  return (await ledger.edited(delivery))?.parts[(edits?.part ?? 1) - 1]?.messageId;
}
