// Trouble that nobody takes goes to the next: when, and to whom. Pure; it must never call anybody twice, nor for what was told to nobody else first.
//
// The hour is one of world time: notice, hour of closing and hour of taking stand in it on every screen, and it can be worked out of the rows alone after a
// restart. It counts from when the first word was planned, not from when the trouble began: after an outage of ours people get their hour, too.
import { HOUR, type Millis } from "../../domain/time.ts";
import { isLost, queueOf, type Where } from "./channel-plan.ts";
import type { Delivery } from "../../domain/delivery.ts";

export const WAITS_FOR: Millis = HOUR;

type Row = { alert: { next?: true | undefined }; delivery: Delivery };

/** `rows`: all notices of one trouble, not their edits. `who`: as things are now. @returns where the next word goes; nowhere: none is due. */
export function nextInLine(
  rows: readonly Row[],
  who: { contacts: readonly string[]; places: readonly Where[] },
  now: Millis,
): Where[] {
  const first = rows.filter(({ alert }) => alert.next === undefined);
  const later = rows.filter(({ alert }) => alert.next === true);
  if (first.length === 0) return [];
  const told = Math.min(...first.map(({ delivery }) => delivery.plannedAt));
  if (!first.every(isLost) && now < told + WAITS_FOR) return [];
  const have = new Set(rows.map(({ delivery }) => delivery.destination));
  const contacts = who.contacts.map((dm) => ({ dm })).filter((where) => !have.has(queueOf(where)));
  if (later.length === 0 && contacts.length > 0) return contacts;
  if (now < told + WAITS_FOR) return [];
  // Nobody is second, or their direct messages are closed: who reads the place of last resort is called once more.
  const again = new Set(later.map(({ delivery }) => delivery.destination));
  const isUnheard = later.every(isLost) && !later.some(({ delivery }) => delivery.dm === undefined);
  return isUnheard ? who.places.filter((where) => !again.has(queueOf(where))) : [];
}
