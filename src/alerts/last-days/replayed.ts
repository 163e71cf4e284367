// A ledger of what would have been posted: in memory, each row standing in its channel the moment it is planned. It must never reach a store or a channel.
import type { Alert } from "../../domain/alert.ts";
import { type Delivery, rowKey } from "../../domain/delivery.ts";
import { deliveryId, type Entry, type Ledger } from "../ledger/ledger.ts";
import { Told } from "../ledger/told.ts";
import { ToldOf } from "../ledger/told-of.ts";

/** What watches and announcers ask of the ledger. */
type Asked = Pick<Ledger, "told" | "toldOf" | "has" | "read">;

export class Replayed implements Asked {
  readonly told = new Told();
  readonly toldOf = new ToldOf();
  readonly #rows = new Map<string, Entry>();

  /** @returns those that are new, as they would stand. Of two for the same alert and channel the first, as in a tick. */
  plan(rows: readonly Delivery[]): Delivery[] {
    return rows.flatMap((row) => {
      const key = rowKey(row);
      if (this.#rows.has(key)) return [];
      const delivery = row.state === "planned" ? posted(row) : row;
      const entry = { key, version: 1, delivery };
      this.#rows.set(key, entry);
      this.told.note(entry);
      this.toldOf.note(key, delivery);
      return [delivery];
    });
  }

  has = async (alert: Pick<Alert, "id" | "at">, destination: string): Promise<boolean> =>
    this.#rows.has(rowKey({ dueAt: alert.at, id: deliveryId(alert.id, destination) }));

  read = async (key: string): Promise<Entry | undefined> => this.#rows.get(key);
}

function posted(row: Delivery): Delivery {
  return { ...row, state: "sent", reason: "delivered", parts: [{ part: 1, nonce: "", messageId: row.id }] };
}
