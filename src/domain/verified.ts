// Two plain rules about a recorded strike: how far its sources carry it, and whether it is news. Never a judgement of what happened.
import type { Source } from "./source.ts";
import type { Strike } from "./strike.ts";
import { dayStart, HOUR, type Millis } from "./time.ts";

/** US strikes are dated by the calendar of the place that announces them. */
export const STRIKE_ZONE = "America/New_York";
const NEWS = 72 * HOUR;

/** One publisher alone verifies nothing; two or more do so in part. Nothing here is ever called verified. */
export function verified(sources: readonly Source[]): "unverified" | "partly" {
  const publishers = new Set(sources.map((source) => source.publisher.trim().toLowerCase()));
  return publishers.size > 1 ? "partly" : "unverified";
}

/** Announced only within 72 h of its day or its announcement, counted from the start of that day: history alarms nobody. */
export function isNews(strike: Pick<Strike, "date" | "announcedOn">, now: Millis): boolean {
  const newest = Math.max(...[strike.date, strike.announcedOn ?? strike.date].map((day) => dayStart(day, STRIKE_ZONE)));
  return now - newest <= NEWS;
}
