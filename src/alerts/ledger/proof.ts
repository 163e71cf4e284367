// What was shown to channels and what the record holds, for those who have to prove it later. It only reads.
import type { Alert } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import type { Millis } from "../../domain/time.ts";
import type { FactStore } from "../../store/store.ts";
import type { Ledger } from "./ledger.ts";
import type { KeptMessages, ShownMessage } from "./kept-messages.ts";

/** A row of the ledger with its messages as they were posted, by part; `undefined` where that was not kept (posted by an older Vigía). */
export interface ShownRow {
  delivery: Delivery;
  shown: readonly (ShownMessage | undefined)[];
}

export interface Proof {
  /** Every row of a channel of one guild that was due or planned in [from, to), in the order of due times. World time. */
  messages: (wanted: { guildId: string; channelId: string; from: Millis; to: Millis }) => Promise<readonly ShownRow[]>;
  /** The whole log, in its order. */
  facts: () => readonly Fact[];
}

interface Parts {
  ledger: Pick<Ledger, "all" | "lately" | "read">;
  store: Pick<FactStore, "after">;
  shown: Pick<KeptMessages, "find">;
}

export interface Proving {
  proof: Proof;
  /** The alert that a message of ours in that guild shows. */
  alertIn: (guildId: string, messageId: string) => Promise<Alert | undefined>;
}

export function proofOf({ ledger, store, shown }: Parts): Proving {
  return {
    proof: {
      async messages({ guildId, channelId, from, to }) {
        const within = (at: Millis) => at >= from && at < to;
        const rows: ShownRow[] = [];
        for await (const delivery of ledger.all()) {
          if (delivery.guildId !== guildId || delivery.channelId !== channelId) continue;
          if (!within(delivery.dueAt) && !within(delivery.plannedAt)) continue;
          const found = delivery.parts.map((part) =>
            part.shown === undefined ? Promise.resolve(undefined) : shown.find(part.shown),
          );
          rows.push({ delivery, shown: await Promise.all(found) });
        }
        return rows;
      },
      facts: () => store.after(0),
    },
    async alertIn(guildId, messageId) {
      // What posted it, not what put it right later: an edit's row carries the same message.
      for (const { key, edits } of ledger.lately.showing(guildId, messageId)) {
        const row = edits ? undefined : (await ledger.read(key))?.delivery;
        if (row?.parts.some((part) => part.messageId === messageId)) return row.alert;
      }
      return undefined;
    },
  };
}
