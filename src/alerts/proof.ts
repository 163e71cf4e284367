// What was shown to channels and what the record holds, for those who have to prove it later. It only reads.
import type { Delivery } from "../domain/delivery.ts";
import type { Alert } from "../domain/alert.ts";
import type { Fact } from "../domain/fact.ts";
import type { Millis } from "../domain/time.ts";
import type { FactStore } from "../store/store.ts";
import type { Message } from "../views/message.ts";
import type { Ledger } from "./ledger.ts";

/** A row of the ledger with the messages as they were posted; `undefined` where that was not kept (posted by an older Vigía). */
export interface ShownRow {
  delivery: Delivery;
  shown: readonly (Message | undefined)[];
}

export interface Proof {
  /** Every row of a channel of one guild that was due, planned or posted in [from, to), in the order of due times. World time. */
  messages: (wanted: { guildId: string; channelId: string; from: Millis; to: Millis }) => Promise<readonly ShownRow[]>;
  /** The whole log, in its order. */
  facts: () => readonly Fact[];
}

interface Parts {
  ledger: Ledger;
  store: Pick<FactStore, "after">;
}

/** `alertIn`: the alert that a message of ours in that guild shows. */
export function proofOf({ store }: Parts): {
  proof: Proof;
  alertIn: (guildId: string, messageId: string) => Promise<Alert | undefined>;
} {
  const unwritten = () => Promise.reject(new Error("not written yet"));
  return { proof: { messages: unwritten, facts: () => store.after(0) }, alertIn: unwritten };
}
