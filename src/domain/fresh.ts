// What is news and what is history: history is recorded, never announced.
import { type Day, DAY, dayStart, HOUR, type Millis } from "./time.ts";

/** News older than this, by its own day, is history. */
const FRESH = 72 * HOUR;
/** A new record of a source we knew already is news when it was known for less long: a day's news lasts to the end of its third day after. */
const RECENT = 4 * DAY;
/** The strikes' days are US calendar days: their announcements are. */
export const US_ZONE = "America/New_York";

/** Whether a strike is news at `now` (world time): the day it happened or was announced on ended less than 72 h before. */
export function isFresh(strike: { date: string; announcedOn?: string | undefined }, now: Millis): boolean {
  const day = [strike.date, strike.announcedOn ?? strike.date].sort().at(-1) ?? strike.date;
  return isFreshDay(day, US_ZONE, now);
}

/** Whether what a day brought is news at `now`: it ended, by the clock of `zone`, less than 72 h before, or lies ahead. */
export function isFreshDay(day: Day, zone: string, now: Millis): boolean {
  return now - (dayStart(day, zone) + DAY) < FRESH;
}

/** Whether what a source says was known from `from` on became known only just now (world time, ms). Never what lies ahead of the clock. */
export function isRecent(from: Millis, now: Millis): boolean {
  return from <= now && now - from < RECENT;
}
