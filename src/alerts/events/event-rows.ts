// What was last planned for each entry of a server's list of events. Kept in memory, taken from the ledger's rows. It decides nothing.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";

export interface EventRow {
  key: string;
  alert: AlertOf<"guild.event">;
  delivery: Delivery;
}

export class EventRows {
  /** By server, then by decree. */
  readonly #last = new Map<string, Map<string, EventRow>>();

  /** Every row as it is planned and each time it moves. */
  note(key: string, delivery: Delivery): void {
    const { alert, guildId } = delivery;
    if (alert.kind !== "guild.event") return;
    const rows = this.#last.get(guildId) ?? new Map<string, EventRow>();
    this.#last.set(guildId, rows);
    const last = rows.get(alert.subject);
    if (last === undefined || last.alert.n <= alert.n) rows.set(alert.subject, { key, alert, delivery });
  }

  /** A row that the store has let go of. */
  forgotten(key: string, { alert, guildId }: Pick<Delivery, "alert" | "guildId">): void {
    if (alert.kind !== "guild.event") return;
    const rows = this.#last.get(guildId);
    if (rows?.get(alert.subject)?.key === key) rows.delete(alert.subject);
    if (rows?.size === 0) this.#last.delete(guildId);
  }

  last(guildId: string, subject: string): EventRow | undefined {
    return this.#last.get(guildId)?.get(subject);
  }

  guilds(): string[] {
    return [...this.#last.keys()];
  }

  subjects(guildId: string): string[] {
    return [...(this.#last.get(guildId)?.keys() ?? [])];
  }
}
