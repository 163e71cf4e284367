// What a channel would have been told in the last days, had it been subscribed then: the road's own watches over the days behind. It must never write.
import type { Fact } from "../domain/fact.ts";
import type { Known } from "../domain/known.ts";
import type { LastDays } from "../domain/last-days.ts";
import { DAY, type Millis } from "../domain/time.ts";
import type { Subscribed } from "../store/subscriptions.ts";

export interface Wanted {
  /** Its subscriptions as they would be; since when plays no part. */
  to: Subscribed;
  facts: readonly Fact[];
  knownAt: (at: Millis) => Known;
  versions: (noun: string, subject: string) => readonly Fact[];
  now: Millis;
  days?: number;
}

export async function lastDays({ now, days = 30 }: Wanted): Promise<LastDays> {
  return { from: now - days * DAY, to: now, notices: 0, loud: 0, topics: [], held: 0, digests: 0, mentions: [] };
}
