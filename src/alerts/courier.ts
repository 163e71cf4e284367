// Posts what the ledger owes, each once. One attempt is one attempt; order is kept inside a channel, channels go in parallel, loud before silent.
// It never decides who hears what, and never posts before the row says so.
import { type Delivery, isOwed, isUnsubscribed } from "../domain/delivery.ts";
import { MINUTE, type Millis } from "../domain/time.ts";
import { promptly } from "../engines/patience.ts";
import type { Message } from "../views/message.ts";
import { Endings } from "./endings.ts";
import type { Entry } from "./ledger.ts";
import { Posting, type PostingParts } from "./posting.ts";
import type { Render, Scene } from "./render.ts";

/** A post later than this after planning says so. */
const LATE = 5 * MINUTE;

export interface Parts extends PostingParts {
  scene: (delivery: Delivery) => Omit<Scene, "lateBy">;
  render: Render;
  /** Whether any of the subscriptions still runs, and whether the channel is paused. */
  standing: (delivery: Delivery) => "open" | "paused" | "ended";
  /** Whether the clock stands where it should: nothing is posted, nor called too late, by one that nobody confirms. */
  trusted: () => boolean;
  /** Resolves when what failed for want of room can be tried again; throws every other fault. */
  room: (fault: unknown) => Promise<void>;
  /** A fault that no row can hold, such as a lost lease: the program must stop. */
  broken: (error: unknown) => void;
}

export class Courier {
  readonly #parts: Parts;
  readonly #posting: Posting;
  readonly #endings: Endings;
  #telling: Promise<void> = Promise.resolve();
  readonly #busy = new Map<string, Promise<void>>();
  /** How to cancel the wait of a channel whose next try is not due yet. */
  readonly #waits = new Map<string, () => void>();
  #stopped = true;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#endings = new Endings(parts);
    this.#posting = new Posting(parts, this.#endings);
    parts.ledger.onPlanned(() => this.wake());
  }

  start(): void {
    this.#stopped = false;
    this.#telling = this.#endings.tellRest().catch(this.#parts.broken);
    this.wake();
  }

  /** Finishes the attempts under way and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const cancel of this.#waits.values()) cancel();
    this.#waits.clear();
    await Promise.all([this.#telling, ...this.#busy.values()]);
  }

  /** Resolves when no attempt is under way and nothing can be done now. For tests. */
  async idle(): Promise<void> {
    await this.#telling;
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** Takes up whatever can be done now; called for each new row, when a wait is over, and once a minute. */
  wake(): void {
    if (this.#stopped || !this.#parts.trusted()) return;
    for (const destination of this.#parts.ledger.waiting()) {
      if (this.#busy.has(destination)) continue;
      const run = this.#serve(destination)
        // Nothing was posted that no row tells of: it is begun again, in the words of then.
        .catch((error: unknown) => this.#parts.room(error))
        .catch((error: unknown) => {
          this.#stopped = true;
          this.#parts.broken(error);
        })
        .finally(() => {
          this.#busy.delete(destination);
          // A row may have been planned between the last look and here.
          const left = this.#parts.ledger.next(destination);
          if (left !== undefined && left.delivery.state !== "held" && !this.#waits.has(destination)) this.wake();
        });
      this.#busy.set(destination, run);
    }
  }

  /** A channel's rows one after the other; stops at one that has to wait, so that nothing overtakes it. */
  async #serve(destination: string): Promise<void> {
    this.#waits.get(destination)?.();
    this.#waits.delete(destination);
    const next = () => this.#parts.ledger.next(destination);
    for (let entry = next(); entry !== undefined && !this.#stopped && this.#parts.trusted(); entry = next()) {
      const wait = await promptly(() => this.#attempt(entry));
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
    if (scene.now >= delivery.expiresAt) {
      const reason = delivery.state === "held" ? delivery.reason : "expired";
      return void (await this.#endings.end(entry, { state: "expired", reason }));
    }
    const stands = isUnsubscribed(delivery) ? "open" : standing(delivery);
    if (stands === "ended" && !isOwed(delivery))
      return void (await ledger.move(entry, { state: "skipped", reason: "subscription-ended" }));
    if (stands === "paused") {
      for (const one of ledger.of(delivery.destination))
        if (one.delivery.state !== "held") await ledger.move(one, { state: "held", reason: "channel-paused" });
      return Infinity;
    }
    const early = (delivery.againAt ?? 0) - clock.wall();
    if ((delivery.state === "again" || delivery.state === "unsure") && early > 0) return early;
    const messages = this.#rendered(delivery, scene);
    if (typeof messages === "string") {
      if (messages !== "could-not-render") return this.#posting.skip(entry, messages);
      return void (await this.#endings.end(entry, { state: "failed", reason: messages }));
    }
    return this.#posting.post(entry, messages);
  }

  /** A row that cannot be put into words must not hold up the others: it fails with that reason, and somebody is told. */
  #rendered(delivery: Delivery, scene: Omit<Scene, "lateBy">): readonly Message[] | string {
    const { clock, log, render } = this.#parts;
    const lateBy = lateness(delivery, clock.wall());
    try {
      return render(delivery, { ...scene, ...(lateBy === undefined ? {} : { lateBy }) });
    } catch (error) {
      log.error({ delivery: delivery.id, why: String(error) }, "An alert cannot be put into words and is not posted");
      return "could-not-render";
    }
  }
}

function lateness(delivery: Delivery, wall: Millis): Millis | undefined {
  const waited = wall - delivery.plannedMachine;
  const late = (delivery.lateBy ?? 0) + (waited > LATE ? waited : 0);
  return late > 0 ? late : undefined;
}
