// One delivery at a time: its parts posted in order, each once. Whether an attempt may have succeeded is asked of every attempt of the part, never of the
// last one alone: a later answer does not undo an earlier doubt. What puts an older message right is editing.ts' part.
import { type Delivery, isUnsubscribed } from "../domain/delivery.ts";
import { mark } from "../domain/id.ts";
import { MINUTE, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Message } from "../views/message.ts";
import { edit } from "./editing.ts";
import { type EndingParts, Endings } from "./endings.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { nonceOf } from "./nonce.ts";
import type { Outcome, Sender } from "./sender.ts";
import type { KeptMessages } from "./kept-messages.ts";

/** Discord is trusted to know a nonce for so long; afterwards we look in the channel ourselves. */
const NONCE_TRUSTED = 60_000;
const LONGEST_WAIT = 5 * MINUTE;

export interface PostingParts extends EndingParts {
  ledger: Ledger;
  sender: Sender;
  clock: Clock;
  log: Logger;
  /** Keeps what is about to be posted, for proofs. */
  shown: Pick<KeptMessages, "keep">;
  /** A channel is gone or closed: its subscriptions wait, and their people are told. "open": it takes messages all the same, only this edit or answer not. */
  closed: (delivery: Delivery, why: string) => Promise<"paused" | "open" | void>;
}

type Attempts = Delivery["attempts"];
type NotSent = Exclude<Outcome, { is: "sent" }>;

export class Posting {
  readonly #parts: PostingParts;
  readonly #endings: Endings;

  constructor(parts: PostingParts, endings: Endings) {
    this.#parts = parts;
    this.#endings = endings;
  }

  /** @returns machine ms to wait before the next try, or undefined when the row was decided. */
  async post(planned: Entry, messages: readonly Message[]): Promise<Millis | undefined> {
    const entry = await this.#opened(planned);
    if (!("delivery" in entry)) return entry.wait;
    if (entry.delivery.edits !== undefined) {
      const settle = (sending: Entry, outcome: NotSent, attempts: Attempts) => this.#settle(sending, outcome, attempts);
      return edit(this.#parts, entry, messages[0], settle);
    }
    let current = entry;
    let reason = "delivered";
    for (const [i, message] of messages.entries()) {
      const part = i + 1;
      if (current.delivery.parts[i]?.messageId !== undefined) continue;
      const clear = await this.#clear(current, part);
      if (!("delivery" in clear)) return clear.wait;
      current = clear;
      if (current.delivery.parts[i]?.messageId !== undefined) {
        reason = "found-in-channel";
        continue;
      }
      const posted = await this.#try(current, part, message);
      if (!("delivery" in posted)) return posted.wait;
      current = posted;
    }
    await this.#parts.ledger.move(current, { state: "sent", reason });
    return undefined;
  }

  /** A person's channel is opened before the first try, and kept: asked twice, Discord names the same one. */
  async #opened(entry: Entry): Promise<Entry | { wait: Millis | undefined }> {
    const { ledger, sender, clock } = this.#parts;
    const { dm, channelId, attempts } = entry.delivery;
    if (dm === undefined || channelId !== "") return entry;
    const startedAt = clock.wall();
    const opened = await sender.direct(dm);
    if (opened.is === "open") return ledger.move(entry, { channelId: opened.channelId });
    // Nothing was posted for certain, whatever became of the question.
    const outcome: NotSent = opened.is === "unsure" ? { ...opened, is: "again" } : opened;
    const { is, why, answer } = outcome;
    const attempt = { startedAt, endedAt: clock.wall(), outcome: is, why, ...(answer === undefined ? {} : { answer }) };
    return { wait: await this.#settle(entry, outcome, [...attempts, attempt]) };
  }

  /** What is no longer to be posted may stand there from an attempt of which nobody knows how it ended: then it was posted, and can be put right. */
  async skip(entry: Entry, reason: string): Promise<Millis | undefined> {
    const { delivery } = entry;
    const clear = delivery.edits === undefined ? await this.#clear(entry, 1, 0) : entry;
    if (!("delivery" in clear)) return clear.wait;
    const stands = clear.delivery.parts.some(({ messageId }) => messageId !== undefined);
    const became = stands
      ? { state: "sent" as const, reason: "found-in-channel" }
      : { state: "skipped" as const, reason };
    await this.#parts.ledger.move(clear, became);
    return undefined;
  }

  /** Before a part is posted: is it there already? The row as it stands then, or how long to wait for an answer. `trusted`: ms for which its nonce will do. */
  async #clear(
    entry: Entry,
    part: number,
    trusted: Millis = NONCE_TRUSTED,
  ): Promise<Entry | { wait: Millis | undefined }> {
    const { ledger, sender, clock } = this.#parts;
    const { delivery } = entry;
    const doubt = doubtSince(delivery, part);
    const now = clock.wall();
    if (doubt === undefined || now - doubt < trusted) return entry;
    const own = delivery.parts[part - 1] ?? { part, nonce: nonceOf(delivery, part) };
    const looked = await sender.find(delivery.channelId, partMark(delivery, part), delivery.plannedAt - 5 * MINUTE);
    const withPart = (changed: Delivery["parts"][number]) => [
      ...delivery.parts.slice(0, part - 1),
      changed,
      ...delivery.parts.slice(part),
    ];
    if (looked.is === "found")
      return ledger.move(entry, {
        parts: withPart({ ...own, messageId: looked.messageId, postedAt: now, shownAt: clock.now() }),
      });
    if (looked.is === "absent") return ledger.move(entry, { parts: withPart({ ...own, clearedAt: now }) });
    return { wait: await this.#cannotLook(entry, looked.why) };
  }

  /** Only a missing permission is final: then nobody can say what stands there, and it is not posted again. All else passes. */
  async #cannotLook(
    entry: Entry,
    why: Extract<Awaited<ReturnType<Sender["find"]>>, { is: "cannot" }>["why"],
  ): Promise<Millis | undefined> {
    const { ledger, clock, log, closed } = this.#parts;
    const { delivery } = entry;
    const fields = { delivery: delivery.id, channel: delivery.channelId, why };
    if (why === "no-history") return void (await this.#endings.end(entry, { state: "parked", reason: why }));
    const isClosed = why === "forbidden" || why === "no-such-channel" || why === "channel-closed";
    if (isClosed && isUnsubscribed(delivery)) {
      // No subscription that could be paused and taken up again: whoever shared it presses once more, what is due comes again.
      return void (await this.#endings.end(entry, { state: "failed", reason: why }));
    }
    if (isClosed) {
      await ledger.move(entry, { state: "held", reason: why });
      log.error(fields, "The channel is closed; its alerts wait");
      await closed(delivery, why);
      return undefined;
    }
    const wait = backOff(delivery.attempts.length + 1);
    await ledger.move(entry, { state: "unsure", reason: why, againAt: clock.wall() + wait });
    return wait;
  }

  /** One attempt is one request; the row says so before it leaves. */
  async #try(entry: Entry, part: number, message: Message): Promise<Entry | { wait: Millis | undefined }> {
    const { ledger, sender, clock, shown } = this.#parts;
    const { delivery } = entry;
    const nonce = nonceOf(delivery, part);
    const before = delivery.parts[part - 1];
    const cleared = before?.clearedAt === undefined ? {} : { clearedAt: before.clearedAt };
    const own = { part, nonce, text: message.content, shown: await shown.keep(message), ...cleared };
    const attempt = { part, startedAt: clock.wall() };
    const parts = [...delivery.parts.slice(0, part - 1), own];
    const sending = await ledger.move(entry, {
      state: "sending",
      reason: "posting",
      parts,
      attempts: [...delivery.attempts, attempt],
    });
    const { replyTo, linked } = delivery;
    const answer = replyTo === undefined || linked || part > 1 ? {} : { replyTo };
    const outcome = await sender.post(delivery.channelId, message, { nonce, silent: !delivery.loud, ...answer });
    const ended = {
      ...attempt,
      endedAt: clock.wall(),
      outcome: outcome.is,
      ...("why" in outcome ? { why: outcome.why } : {}),
      ...(outcome.answer === undefined ? {} : { answer: outcome.answer }),
    };
    const attempts = [...delivery.attempts, ended];
    if (outcome.is !== "sent") return { wait: await this.#settle(sending, outcome, attempts) };
    const { messageId, stands } = outcome;
    const { shown: _kept, ...bare } = own;
    // An earlier attempt had posted it already, in other words: those are what readers see.
    const read = stands === undefined ? own : { ...bare, text: stands };
    const posted = { ...read, messageId, postedAt: clock.wall(), shownAt: clock.now() };
    return ledger.move(sending, { parts: [...parts.slice(0, -1), posted], attempts });
  }

  async #settle(entry: Entry, outcome: NotSent, attempts: Attempts): Promise<Millis | undefined> {
    const { ledger, clock, log, closed } = this.#parts;
    const { delivery } = entry;
    if (outcome.is === "again" && outcome.why === "cannot-answer" && delivery.linked === undefined) {
      // Worded anew with the old message's address, and posted at once.
      await ledger.move(entry, { state: "again", reason: outcome.why, attempts, againAt: clock.wall(), linked: true });
      return undefined;
    }
    const fields = { delivery: delivery.id, channel: delivery.channelId, why: outcome.why };
    if (outcome.is === "never") {
      if (outcome.closes && !isUnsubscribed(delivery)) {
        if ((await closed(delivery, outcome.why)) !== "open") {
          // It was not posted for certain, and is once the channel takes messages again.
          await ledger.move(entry, { state: "held", reason: outcome.why, attempts });
          return undefined;
        }
        if (delivery.replyTo !== undefined && delivery.linked === undefined && delivery.edits === undefined)
          return this.#settle(entry, { is: "again", why: "cannot-answer" }, attempts);
      }
      await this.#endings.end(entry, { state: "failed", reason: outcome.why, attempts });
      return undefined;
    }
    const wait = outcome.is === "again" && outcome.afterMs !== undefined ? outcome.afterMs : backOff(attempts.length);
    await ledger.move(entry, { state: outcome.is, reason: outcome.why, attempts, againAt: clock.wall() + wait });
    log.warn({ ...fields, wait }, "An alert was not posted yet and will be tried again");
    return wait;
  }
}

/** When the oldest attempt began that may have put this part into the channel and was not looked for since. */
function doubtSince({ attempts, parts }: Delivery, part: number): Millis | undefined {
  const clearedAt = parts[part - 1]?.clearedAt ?? 0;
  const open = attempts.filter(
    (one) =>
      (one.part ?? 1) === part && (one.outcome === undefined || one.outcome === "unsure") && one.startedAt >= clearedAt,
  );
  return open.length === 0 ? undefined : Math.min(...open.map((one) => one.startedAt));
}

/** 1 s, 2 s, 4 s ... to 5 min, each between a half and the whole of it, so that channels do not knock together. */
function backOff(attempts: number): Millis {
  const whole = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole * (0.5 + Math.random() / 2));
}

const partMark = (delivery: Delivery, part: number) => `#${mark(delivery.alert.id)}${part > 1 ? `.${part}` : ""}`;
