// Rows that were not posted because their subscription had ended by then: what an Undo of that brings back. Kept in memory, taken from the ledger's rows. It
// must never hold what is too old to be told, nor what stands in a channel.
import type { Delivery } from "../../domain/delivery.ts";
import type { Millis } from "../../domain/time.ts";
import type { Entry } from "./ledger.ts";

export class EndedRows {
  /** By channel, then by key. */
  readonly #rows = new Map<string, Map<string, Entry>>();

  /** Every row as it is planned and each time it moves. */
  note(entry: Entry): void {
    const { destination, state, reason, alert } = entry.delivery;
    // A board is posted anew by whoever keeps it.
    if (state !== "skipped" || reason !== "subscription-ended" || alert.kind === "board")
      return this.forgotten(entry.key, entry.delivery);
    const own = this.#rows.get(destination) ?? new Map<string, Entry>();
    this.#rows.set(destination, own.set(entry.key, entry));
  }

  forgotten(key: string, { destination }: Pick<Delivery, "destination">): void {
    const own = this.#rows.get(destination);
    own?.delete(key);
    if (own?.size === 0) this.#rows.delete(destination);
  }

  channels(): readonly string[] {
    return [...this.#rows.keys()];
  }

  /** A channel's, oldest first, of those that are still worth telling; the others are let go of. */
  of(destination: string, now: Millis): readonly Entry[] {
    const own = [...(this.#rows.get(destination)?.values() ?? [])];
    for (const { key, delivery } of own) if (delivery.expiresAt <= now) this.forgotten(key, delivery);
    return own.filter(({ delivery }) => delivery.expiresAt > now).sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}
