// One delivery at a time: its parts posted in order, each once. One attempt is one request, and the row says so before it leaves. What was tried before is
// looking.ts' part, what puts an older message right is editing.ts'.
import type { Delivery } from "../../domain/delivery.ts";
import type { Message } from "../../views/message.ts";
import { ended, type NotSent, settle, type Tools, trimmed, type Turn } from "./attempts.ts";
import { standsFrom } from "./doubts.ts";
import { edit } from "./editing.ts";
import type { Entry } from "../ledger/ledger.ts";
import { cannot, looked } from "./looking.ts";
import { nonceOf } from "../ledger/nonce.ts";

/** What becomes of a row's attempt, and of its lane: the row says when it is to be tried again. */
export class Posting {
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  async post(planned: Entry, messages: readonly Message[], turn: Turn): Promise<void> {
    const entry = await this.#opened(planned, turn);
    if (entry === undefined) return;
    if (entry.delivery.edits !== undefined) return edit(this.#tools, entry, messages[0], turn);
    let current = entry;
    let reason: Delivery["reason"] = "delivered";
    for (const [i, message] of messages.entries()) {
      if (isThere(current, i)) continue;
      const clear = await looked(this.#tools, current, i + 1, turn);
      if (!("delivery" in clear)) return cannot(this.#tools, current, clear.why);
      current = clear;
      if (isThere(current, i)) {
        reason = "found-in-channel";
        continue;
      }
      // What Discord answers to the last part and that all is done are one write.
      const isLast = messages.every((_, n) => n === i || isThere(current, n));
      const posted = await this.#try(current, i + 1, message, turn, isLast ? { state: "sent", reason } : {});
      if (posted === undefined) return;
      current = posted;
    }
    if (current.delivery.state !== "sent") await this.#tools.ledger.move(current, { state: "sent", reason });
  }

  /** What is no longer to be posted may stand there from an attempt of which nobody knows how it ended: then it was posted, and can be put right. */
  async skip(entry: Entry, reason: Delivery["reason"], turn: Turn): Promise<void> {
    const { ledger } = this.#tools;
    const clear = entry.delivery.edits === undefined ? await looked(this.#tools, entry, 1, turn, false) : entry;
    if (!("delivery" in clear)) return cannot(this.#tools, entry, clear.why);
    const stands = clear.delivery.parts.some(({ messageId }) => messageId !== undefined);
    await ledger.move(clear, stands ? { state: "sent", reason: "found-in-channel" } : { state: "skipped", reason });
  }

  /** Too late, unless what nobody knew the end of stands there, whole. `parts`: of how many it is made. */
  async expire(entry: Entry, parts: () => number, turn: Turn): Promise<void> {
    const { ledger, endings } = this.#tools;
    const { delivery } = entry;
    const reason = delivery.state === "held" ? delivery.reason : "expired";
    const part = 1 + delivery.parts.filter(({ messageId }) => messageId !== undefined).length;
    const clear = delivery.edits === undefined ? await looked(this.#tools, entry, part, turn, false) : entry;
    if (!("delivery" in clear)) return endings.end(entry, { state: "expired", reason });
    const stands = clear.delivery.parts.filter(({ messageId }) => messageId !== undefined).length;
    if (stands < part || stands < parts()) return endings.end(clear, { state: "expired", reason });
    await ledger.move(clear, { state: "sent", reason: "found-in-channel" });
  }

  /** A person's channel is opened before the first try, and kept: asked twice, Discord names the same one. */
  async #opened(entry: Entry, turn: Turn): Promise<Entry | undefined> {
    const { ledger, sender, clock, told } = this.#tools;
    const { dm, channelId, attempts } = entry.delivery;
    if (dm === undefined || channelId !== "") return entry;
    await turn();
    const startedAt = clock.wall();
    const opened = await sender.direct(dm);
    told(dm, opened.is === "open" ? {} : opened);
    if (opened.is === "open") return ledger.move(entry, { channelId: opened.channelId });
    // Nothing was posted for certain, whatever became of the question.
    const outcome: NotSent = opened.is === "unsure" ? { ...opened, is: "again" } : opened;
    await settle(this.#tools, entry, outcome, [...attempts, ended(startedAt, clock.wall(), outcome)]);
    return undefined;
  }

  /** `done`: what the row says besides once the part stands. */
  async #try(
    entry: Entry,
    part: number,
    message: Message,
    turn: Turn,
    done: Pick<Partial<Delivery>, "state" | "reason">,
  ): Promise<Entry | undefined> {
    const { ledger, sender, clock, shown, doubts, told } = this.#tools;
    const { delivery } = entry;
    const nonce = nonceOf(delivery, part);
    const worded = { text: message.content, shown: await shown.keep(message) };
    await turn();
    const startedAt = clock.wall();
    const sending = await ledger.move(entry, {
      state: "sending",
      reason: "posting",
      parts: [...delivery.parts.slice(0, part - 1), { part, nonce, ...worded }, ...delivery.parts.slice(part)],
      attempts: [...delivery.attempts, { part, startedAt, ...worded }],
    });
    doubts.began(delivery.id, startedAt);
    const { replyTo, linked } = delivery;
    const answer = replyTo === undefined || linked || part > 1 ? {} : { replyTo };
    const outcome = await sender.post(delivery.channelId, message, { nonce, silent: !delivery.loud, ...answer });
    told(delivery.channelId, outcome.is === "sent" ? {} : outcome);
    const attempt = { part, ...ended(startedAt, clock.wall(), outcome) };
    if (outcome.is !== "sent") {
      const kept = outcome.is === "unsure" ? { ...attempt, ...worded } : attempt;
      await settle(this.#tools, sending, outcome, [...delivery.attempts, kept]);
      return undefined;
    }
    const { messageId, stands } = outcome;
    // An earlier attempt had posted it already, in other words: those are what readers see.
    const earlier = stands === undefined ? undefined : standsFrom(doubts.of(delivery, part)?.attempts ?? [], stands);
    const read =
      stands === undefined
        ? worded
        : { text: stands, ...(earlier?.shown === undefined ? {} : { shown: earlier.shown }) };
    const own = { part, nonce, ...read, messageId, postedAt: clock.wall(), shownAt: clock.now() };
    return ledger.move(sending, {
      ...done,
      parts: [...delivery.parts.slice(0, part - 1), own, ...delivery.parts.slice(part)],
      attempts: trimmed([...delivery.attempts, attempt]),
    });
  }
}

const isThere = ({ delivery }: Entry, i: number) => delivery.parts[i]?.messageId !== undefined;
