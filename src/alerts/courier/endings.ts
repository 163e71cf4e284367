// How a row ends without having been shown, or waits because its channel is closed: it says so, and then its people are told, also where the program was
// killed in between. It must never tell before the row says so, nor leave a row of a subscription untold.
import type { Reason } from "../../domain/reason.ts";
import type { Logger } from "../../logger.ts";
import { type Delivery, isUnsubscribed } from "../../domain/delivery.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";

export interface EndingParts {
  ledger: Ledger;
  log: Logger;
  /** A channel is gone or closed: its subscriptions wait, and their people are told. The row that met it waits too, for the channel may open again. "open": it takes messages all the same, only this edit or answer not. */
  closed: (delivery: Delivery, why: Reason) => Promise<"paused" | "open" | void>;
  /**
   * A row of a subscription ended failed, parked or expired: what it said was not shown, or nobody knows whether it was. Called once its row says so, and
   * again after a crash in between: whatever it does must be harmless when done twice.
   */
  undelivered: (delivery: Delivery, reason: Delivery["reason"]) => Promise<void>;
}

interface Ending {
  state: "failed" | "parked" | "expired";
  reason: Delivery["reason"];
  attempts?: Delivery["attempts"];
}

export class Endings {
  readonly #parts: EndingParts;

  constructor(parts: EndingParts) {
    this.#parts = parts;
  }

  async end(entry: Entry, ending: Ending): Promise<void> {
    const { ledger, log } = this.#parts;
    const { id: delivery, channelId: channel } = entry.delivery;
    const fields = { delivery, channel, why: ending.reason };
    if (isUnsubscribed(entry.delivery)) {
      await ledger.move(entry, ending);
      return log.warn(fields, "What nobody subscribed to was not posted");
    }
    const ended = await ledger.move(entry, { ...ending, untold: true });
    const words = {
      failed: "An alert cannot be posted in this channel",
      parked: "Cannot see whether this alert was posted, so it is not posted again; look at the channel",
      expired: "An alert was not posted in time",
    };
    log.error(fields, words[ending.state]);
    await this.#tell(ended);
  }

  /**
   * Of a subscription's row: what it says may still be worth telling when the channel is open again. If it is not, the row expires and its people hear of that.
   * @returns false where the channel is open all the same.
   */
  async closed(entry: Entry, why: Reason, attempts = entry.delivery.attempts): Promise<boolean> {
    const { ledger, log, closed } = this.#parts;
    const { id: delivery, channelId: channel } = entry.delivery;
    if ((await closed(entry.delivery, why)) === "open") return false;
    await ledger.move(entry, { state: "held", reason: why, attempts });
    log.error({ delivery, channel, why }, "The channel is closed; its alerts wait");
    return true;
  }

  /** Of rows that ended just before the program did. */
  async tellRest(): Promise<void> {
    for (const entry of this.#parts.ledger.untold()) await this.#tell(entry);
  }

  async #tell(entry: Entry): Promise<void> {
    await this.#parts.undelivered(entry.delivery, entry.delivery.reason);
    await this.#parts.ledger.move(entry, { untold: undefined });
  }
}
