// What a channel would have been told in the last days, had it been subscribed then: the road's own watches and announcers, taken through the days behind.
// It must never write, nor count by rules of its own what the road decides.
import { type Fact, knownAt } from "../../domain/fact.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { groupBy } from "../../domain/group.ts";
import type { Known } from "../../domain/known.ts";
import type { LastDays } from "../../domain/last-days.ts";
import { DAY, isoOf, type Millis } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { counted } from "./last-days-counted.ts";
import { curfewNews } from "../changes/curfew-news.ts";
import { edgeWatch } from "../watches/edge-watch.ts";
import { knowledgeWatch } from "../watches/knowledge-watch.ts";
import { instantsIn } from "./last-days-instants.ts";
import type { Announcer } from "../changes/news.ts";
import { Replayed } from "./replayed.ts";
import { orgAnnouncer } from "../changes/org-news.ts";
import { soonWatch } from "../watches/soon-watch.ts";
import { strikeChanges } from "../changes/strike-changes.ts";
import { strikeNews } from "../changes/strike-news.ts";
import type { Watch } from "../watches/watch.ts";

export interface Wanted {
  /** Its subscriptions as they would be; since when plays no part. */
  to: Subscribed;
  /** What became known in (after, until], in that order; history by when it was known. */
  learned: (after: Millis, until: Millis) => readonly Fact[];
  /** What was known at an instant of world time. */
  knownAt: (at: Millis) => Known;
  versions: (noun: string, subject: string) => readonly Fact[];
  now: Millis;
  /** Lets others have their turn, as often as it likes: on a busy machine it takes seconds, and Discord must be told to wait meanwhile. */
  breathe: () => Promise<void>;
  days?: number;
}

/** Nothing is posted, so that no machine's time counts. */
const CLOCK = { wall: () => 0 };

export async function lastDays(wanted: Wanted): Promise<LastDays> {
  const { now, days = 30 } = wanted;
  const range = { start: now - days * DAY, end: now };
  const rows = await replay(wanted, range.start);
  return counted(rows, { to: wanted.to, known: wanted.knownAt(now), range });
}

/** The rows that would have been posted, edits left out, in the order of time. */
async function replay(
  { to, learned, knownAt: at, versions, now, breathe }: Wanted,
  start: Millis,
): Promise<readonly Delivery[]> {
  const ledger = new Replayed();
  let known = at(start);
  const watches: readonly Watch[] = [
    edgeWatch({ ledger, clock: CLOCK }),
    soonWatch({ ledger, clock: CLOCK }),
    knowledgeWatch({ ledger, clock: CLOCK }),
  ];
  const asThen = (noun: string) => (subject: string) => versions(noun, subject).map(asItCame);
  const announcers: readonly Announcer[] = [
    strikeNews({ known: () => known, clock: CLOCK }),
    strikeChanges({ known: () => known, versions: asThen("strike"), ledger, clock: CLOCK }),
    orgAnnouncer({ known: () => known, versions: asThen("org"), ledger, clock: CLOCK }),
    curfewNews({ known: () => known, versions: asThen("curfew"), ledger, clock: CLOCK }),
  ];
  const audience = [asIfOpen(to)];
  const rows: Delivery[] = [];
  let ticked = start;
  const tick = async (instant: Millis) => {
    if (instant <= ticked) return;
    for (const watch of watches) {
      await breathe();
      rows.push(...ledger.plan(await watch({ known, after: ticked, now: instant, audience })));
    }
    ticked = instant;
  };
  const news = groupBy(learned(start, now).map(asItCame), (fact) => String(knownAt(fact)));
  for (const [i, pending] of [[], ...news].entries()) {
    const since = pending[0] === undefined ? start : knownAt(pending[0]);
    const next = news[i]?.[0];
    const until = next === undefined ? now : knownAt(next) - 1;
    known = at(since);
    for (const fact of pending) {
      await breathe();
      for (const announce of announcers)
        rows.push(...ledger.plan(await announce(fact, () => audience, since, pending)));
    }
    // Nothing becomes known until then: what a day-by-day confirmation says of a later day was said on that day.
    await breathe();
    known = at(until);
    const stretch = { start: since, end: until };
    for (const instant of await instantsIn(known, audience, stretch, breathe)) await tick(instant);
    await tick(until);
  }
  return rows.filter(({ state, edits }) => state === "sent" && edits === undefined);
}

/** History as somebody who was there would have recorded it. */
function asItCame(fact: Fact): Fact {
  if (fact.knownFrom === undefined) return fact;
  const { knownFrom, ...rest } = fact;
  return { ...rest, recordedAt: isoOf(knownAt({ knownFrom, recordedAt: fact.recordedAt })) };
}

/** Subscribed all the while, and neither closed nor paused. */
function asIfOpen({ destination, subscriptions }: Subscribed): Subscribed {
  const { paused: _closed, pause: _wanted, ...open } = destination;
  return { destination: open, subscriptions: subscriptions.map((one) => ({ ...one, since: 0 })) };
}
