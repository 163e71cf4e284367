// Asks the review channel for a second person: a row in the ledger like any other, posted by the courier. It decides nothing.
import type { Clock } from "../clock.ts";
import type { Context } from "../command.ts";
import type { Language } from "../domain/text.ts";
import type { Ledger } from "./ledger.ts";

export interface ReviewChannel {
  id: string;
  about: () => { guildId: string; language: Language };
}

interface Parts {
  ledger: Ledger;
  clock: Pick<Clock, "now" | "wall">;
  channel: ReviewChannel | undefined;
}

export function reviewing({ channel }: Parts): Context["askSecond"] {
  return async () => {
    if (channel === undefined) return "no-channel";
    throw new Error("not written yet");
  };
}
