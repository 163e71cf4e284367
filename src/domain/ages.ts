// How long what is not the record is kept. The only place where such an age stands; README tells people the same. It never concerns a fact.
import { DAY, type Millis } from "./time.ts";

/**
 * A decided row of the ledger. The tick looks back 400 days (alerts/clockwork.ts), and only the row of what was told keeps it from being told again: it
 * stays a month longer than anything that could plan it.
 */
export const ROWS_FOR: Millis = 430 * DAY;

/**
 * What a channel's next notice may still answer, edit or be compared with: what it was told of a strike, and its last notices of curfews. Figures of the dead
 * are put right after years; who is sent back to a message of four years ago finds nobody who remembers it. A strike's story goes as a whole, counted from
 * the channel's last notice of it; after that a change is told nowhere: alone it would read like news of a strike that never was announced.
 */
export const TOLD_FOR: Millis = 3 * 365 * DAY;

/** Arguments of a button that did not fit into it, since they were written or used last. Buttons are promised to work for months. */
export const ARGS_FOR: Millis = 400 * DAY;

/** The date of use is written anew no more often than this: a press is no reason for a write. */
export const ARGS_NOTED: Millis = 30 * DAY;

/** What was typed and then decided, or left: a form lives for minutes, a second person may take a day; the rest is for whoever asks what became of it. */
export const PROPOSALS_FOR: Millis = 90 * DAY;
