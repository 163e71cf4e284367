// Posts what the ledger owes, each once. One attempt is one attempt; order is kept inside a channel, channels go in parallel, loud before silent.
// It never decides who hears what, and never posts before the row says so.
import type { Delivery } from "../domain/alert.ts";
import { mark } from "../domain/id.ts";
import { MINUTE, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Message } from "../views/message.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { nonceOf } from "./nonce.ts";
import type { Scene } from "./render.ts";
import type { Outcome, Sender } from "./sender.ts";

/** Discord is trusted to know a nonce for so long; afterwards we look in the channel ourselves. */
const NONCE_TRUSTED = 60_000;
/** A post later than this after planning says so. */
const LATE = 5 * MINUTE;
const LONGEST_WAIT = 5 * MINUTE;

export interface Parts {
  ledger: Ledger;
  sender: Sender;
  clock: Clock;
  log: Logger;
  scene: (delivery: Delivery) => Omit<Scene, "lateBy">;
  render: (delivery: Delivery, scene: Scene) => readonly Message[] | undefined;
  /** Whether any of the subscriptions still runs, and whether the channel is paused. */
  standing: (delivery: Delivery) => "open" | "paused" | "ended";
  /** A channel is gone or closed: its subscriptions wait, and their people are told. */
  closed: (delivery: Delivery, why: string) => Promise<void>;
  /** A fault that no row can hold, such as a lost lease: the program must stop. */
  broken: (error: unknown) => void;
}

export class Courier {
  readonly #parts: Parts;
  readonly #busy = new Map<string, Promise<void>>();
  /** How to cancel the wait of a channel whose next try is not due yet. */
  readonly #waits = new Map<string, () => void>();
  #stopped = true;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.ledger.onPlanned(() => this.wake());
  }

  start(): void {
    this.#stopped = false;
    this.wake();
  }

  /** Finishes the attempts under way and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const cancel of this.#waits.values()) cancel();
    this.#waits.clear();
    await Promise.all(this.#busy.values());
  }

  /** Resolves when no attempt is under way and nothing can be done now. For tests. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** Takes up whatever can be done now; called for each new row, when a wait is over, and once a minute. */
  wake(): void {
    if (this.#stopped) return;
    for (const destination of this.#parts.ledger.waiting()) {
      if (this.#busy.has(destination)) continue;
      const run = this.#serve(destination)
        .catch((error: unknown) => {
          this.#stopped = true;
          this.#parts.broken(error);
        })
        .finally(() => this.#busy.delete(destination));
      this.#busy.set(destination, run);
    }
  }

  /** A channel's rows one after the other; stops at one that has to wait, so that nothing overtakes it. */
  async #serve(destination: string): Promise<void> {
    this.#waits.get(destination)?.();
    this.#waits.delete(destination);
    const next = () => this.#parts.ledger.next(destination);
    for (let entry = next(); entry !== undefined && !this.#stopped; entry = next()) {
      const wait = await this.#attempt(entry);
      if (wait === undefined) continue;
      if (wait !== Infinity)
        this.#waits.set(
          destination,
          this.#parts.clock.after(wait, () => this.wake()),
        );
      return;
    }
  }

  /** @returns machine ms to wait before this channel's next try, Infinity to wait for something to happen, undefined to go on. */
  async #attempt(entry: Entry): Promise<Millis | undefined> {
    const { ledger, clock, standing } = this.#parts;
    const { delivery } = entry;
    const scene = this.#parts.scene(delivery);
    if (scene.now > delivery.expiresAt)
      return void (await ledger.move(entry, {
        state: "expired",
        reason: delivery.state === "held" ? delivery.reason : "expired",
      }));
    const stands = standing(delivery);
    if (stands === "ended") return void (await ledger.move(entry, { state: "skipped", reason: "subscription-ended" }));
    if (stands === "paused") {
      if (delivery.state !== "held") await ledger.move(entry, { state: "held", reason: "channel-paused" });
      return Infinity;
    }
    const early = (delivery.againAt ?? 0) - clock.wall();
    if ((delivery.state === "again" || delivery.state === "unsure") && early > 0) return early;
    const lateBy = lateness(delivery, clock.wall());
    const messages = this.#parts.render(delivery, { ...scene, ...(lateBy === undefined ? {} : { lateBy }) });
    if (messages === undefined)
      return void (await ledger.move(entry, { state: "skipped", reason: "no-longer-in-the-record" }));
    if ((delivery.state === "sending" || delivery.state === "unsure") && !(await this.#clear(entry, messages.length)))
      return undefined;
    return this.#post(entry, messages);
  }

  /** After an attempt whose end is not known: true when it may be tried again under the same nonce, false when the row was decided. */
  async #clear(entry: Entry, count: number): Promise<boolean> {
    const { ledger, sender, clock } = this.#parts;
    const { delivery } = entry;
    const since = delivery.attempts.at(-1)?.startedAt ?? delivery.plannedMachine;
    if (clock.wall() - since < NONCE_TRUSTED) return true;
    const unposted =
      Array.from({ length: count }, (_, i) => i + 1).find(
        (part) => delivery.parts[part - 1]?.messageId === undefined,
      ) ?? 1;
    const looked = await sender.find(delivery.channelId, partMark(delivery, unposted), delivery.plannedAt - 5 * MINUTE);
    if (looked.is === "absent") return true;
    if (looked.is === "cannot") {
      await ledger.move(entry, { state: "parked", reason: looked.why });
      this.#parts.log.error(
        { delivery: delivery.id, channel: delivery.channelId, why: looked.why },
        "Cannot see whether this alert was posted, so it is not posted again; look at the channel",
      );
      return false;
    }
    const parts = [...delivery.parts];
    parts[unposted - 1] = {
      part: unposted,
      nonce: nonceOf(delivery, unposted),
      messageId: looked.messageId,
      postedAt: clock.wall(),
    };
    const whole = unposted >= count;
    await ledger.move(entry, { parts, state: whole ? "sent" : "again", reason: "found-in-channel" });
    return false;
  }

  async #post(entry: Entry, messages: readonly Message[]): Promise<Millis | undefined> {
    const { ledger, sender, clock } = this.#parts;
    let current = entry;
    for (const [i, message] of messages.entries()) {
      const part = i + 1;
      if (current.delivery.parts[i]?.messageId !== undefined) continue;
      const nonce = nonceOf(current.delivery, part);
      const attempt = { startedAt: clock.wall() };
      const parts = [...current.delivery.parts.slice(0, i), { part, nonce, text: message.content }];
      current = await ledger.move(current, {
        state: "sending",
        reason: "posting",
        parts,
        attempts: [...current.delivery.attempts, attempt],
      });
      const outcome = await sender.post(current.delivery.channelId, message, { nonce, silent: !current.delivery.loud });
      const attempts = [
        ...current.delivery.attempts.slice(0, -1),
        { ...attempt, endedAt: clock.wall(), outcome: outcome.is, ...("why" in outcome ? { why: outcome.why } : {}) },
      ];
      if (outcome.is !== "sent") return this.#settle(current, outcome, attempts);
      parts[i] = { part, nonce, text: message.content, messageId: outcome.messageId, postedAt: clock.wall() };
      current = await ledger.move(current, {
        state: part === messages.length ? "sent" : "sending",
        reason: "delivered",
        parts,
        attempts,
      });
    }
    return undefined;
  }

  async #settle(
    entry: Entry,
    outcome: Exclude<Outcome, { is: "sent" }>,
    attempts: Delivery["attempts"],
  ): Promise<Millis | undefined> {
    const { ledger, clock, log } = this.#parts;
    const { delivery } = entry;
    if (outcome.is === "never") {
      await ledger.move(entry, { state: "failed", reason: outcome.why, attempts });
      log.error(
        { delivery: delivery.id, channel: delivery.channelId, why: outcome.why },
        "An alert cannot be posted in this channel",
      );
      if (outcome.closes) await this.#parts.closed(delivery, outcome.why);
      return undefined;
    }
    const wait = outcome.is === "again" && outcome.afterMs !== undefined ? outcome.afterMs : backOff(attempts.length);
    await ledger.move(entry, { state: outcome.is, reason: outcome.why, attempts, againAt: clock.wall() + wait });
    log.warn(
      { delivery: delivery.id, channel: delivery.channelId, why: outcome.why, wait },
      "An alert was not posted yet and will be tried again",
    );
    return wait;
  }
}

/** 1 s, 2 s, 4 s ... to 5 min, each between a half and the whole of it, so that channels do not knock together. */
function backOff(attempts: number): Millis {
  const whole = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole * (0.5 + Math.random() / 2));
}

function lateness(delivery: Delivery, wall: Millis): Millis | undefined {
  const waited = wall - delivery.plannedMachine;
  const late = (delivery.lateBy ?? 0) + (waited > LATE ? waited : 0);
  return late > 0 ? late : undefined;
}

const partMark = (delivery: Delivery, part: number) => `#${mark(delivery.alert.id)}${part > 1 ? `.${part}` : ""}`;
