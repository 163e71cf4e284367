// Whoever takes back the end of a subscription gets what it let go of meanwhile: rows that were not posted because it had ended have their turn again, and say
// how late they are. Worked out of the rows and of what runs, so that a crash in between leaves nothing to repair. It posts nothing itself.
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { patiently } from "../../engines/patience.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { Rounds } from "../courier/rounds.ts";
import { laneOf } from "../ledger/lanes.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";

interface Parts {
  ledger: Ledger;
  subscriptions: Pick<StoredSubscriptions, "of" | "onChanged">;
  clock: Pick<Clock, "now">;
  broken: (error: unknown) => void;
}

export class Returning {
  readonly #parts: Parts;
  readonly #rounds: Rounds;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rounds = new Rounds(() => this.#round(), parts.broken);
    parts.subscriptions.onChanged(() => this.#rounds.look());
    // Taken back in the very moment in which its row was let go of.
    parts.ledger.onMoved(({ delivery: { reason } }) => {
      if (reason === "subscription-ended") this.#rounds.look();
    });
  }

  /** Before the courier's first turn: what a crash left of an Undo. */
  start(): void {
    this.#rounds.start();
  }

  async stop(): Promise<void> {
    await this.#rounds.stop();
  }

  /** Resolves when nothing is left to be given back now. For tests. */
  async idle(): Promise<void> {
    await this.#rounds.idle();
  }

  async #round(): Promise<void> {
    const { ledger, clock } = this.#parts;
    for (const channel of ledger.ended.channels()) await this.#giveBack(channel, clock.now());
  }

  /** Another subscription of the channel brought the same record there meanwhile. */
  #isTold({ delivery: { id, alert, destination } }: Entry): boolean {
    const story = this.#parts.ledger.toldOf.story(alert, destination);
    return story.some((note) => note.id !== id && (note.is === "stands" || note.is === "waits"));
  }

  async #giveBack(channel: string, now: Millis): Promise<void> {
    const { ledger, subscriptions } = this.#parts;
    for (const entry of ledger.ended.of(channel, now)) {
      const { delivery } = entry;
      const running = subscriptions.of(delivery.guildId, delivery.destination)?.subscriptions ?? [];
      if (!running.some(({ id }) => delivery.subscriptions.includes(id)) || this.#isTold(entry)) continue;
      const reason = delivery.lateBy === undefined ? "in-time" : "late";
      await patiently(() => ledger.move(entry, { state: "planned", reason, againAt: undefined }));
      ledger.planned([laneOf(delivery)]);
    }
  }
}
