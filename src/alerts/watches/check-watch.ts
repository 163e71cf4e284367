// Asks the review channel, hours before what is known of some places ends, whether there is anything new. It asks once for each end, and never for a
// midnight after which the next day is known as well.
import type { AlertOf } from "../../domain/alert.ts";
import type { AreaId } from "../../domain/area.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { checkedCountries, endings, isKnown, type Lapse, lasting, leavesOf } from "../../domain/knowledge.ts";
import type { Language } from "../../domain/text.ts";
import { HOUR, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { shownBy } from "../kinds.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { LATE, type Look, type Watch } from "./watch.ts";

/** Before the end; at most half of what a check holds, or whoever has just checked would be asked again at once. */
const LEAD = 4 * HOUR;

export interface CheckParts {
  ledger: Ledger;
  clock: Pick<Clock, "wall">;
  /** Undefined: nobody is asked. */
  channel: Review | undefined;
  /** How long a check holds, ms. */
  freshness: Millis;
}

export interface Review {
  id: string;
  /** Asked each time: the channel may get alerts of its own in another language. */
  about: () => { guildId: string; language: Language };
}

/** Whose turn it waits for: an alert of the same channel holds up no question, nor a question an alert. */
export function reviewDestination(channelId: string): string {
  return `review-${channelId}`;
}

export function checkWatch({ ledger, clock, channel, freshness }: CheckParts): Watch {
  if (channel === undefined) return () => Promise.resolve([]);
  const lead = Math.min(LEAD, freshness / 2);
  const destination = reviewDestination(channel.id);
  /** Those that have a row: asking the store once is enough. */
  const asked = new Set<string>();
  return async (look) => {
    const { known, after, now } = look;
    const rows: Delivery[] = [];
    for (const country of checkedCountries(known)) {
      // All that lie ahead, not only those whose hour has just come: an end may become known, or near, later than that.
      for (const end of endings(known, country, { after, until: now + lead })) {
        const alert = dueAlert(known, country, end, { lead, now });
        if (alert === undefined || asked.has(alert.id)) continue;
        if (await ledger.has(alert, destination)) asked.add(alert.id);
        else rows.push(row(alert, channel, look, clock));
      }
    }
    return rows;
  };
}

function dueAlert(
  known: Known,
  country: AreaId,
  { at: until, leaves }: Lapse,
  { lead, now }: { lead: Millis; now: Millis },
): AlertOf<"check.due"> | undefined {
  // After an outage it may be over, and known again by now.
  const open = leaves.filter((leaf) => !isKnown(lasting(known), leaf, Math.max(until, now)));
  const [first, ...others] = known.areas.compress(open, now);
  if (first === undefined) return undefined;
  const kind = "check.due";
  return { kind, id: hash({ kind, country, until }), at: until - lead, country, areas: [first, ...others], until };
}

function row(alert: AlertOf<"check.due">, channel: Review, look: Look, clock: Pick<Clock, "wall">): Delivery {
  const { after, now } = look;
  const { guildId, language } = channel.about();
  const to = { destination: reviewDestination(channel.id), channelId: channel.id, guildId, language };
  // Late is only what an outage delayed: an end that became known after its hour is asked about at once.
  const late = alert.at > after && now - alert.at > LATE ? { lateBy: now - alert.at, reason: "late" as const } : {};
  return freshRow(alert, to, { now, wall: clock.wall() }, { shown: shownBy(alert), loud: true, ...late });
}

/** Of the places that were asked about, those of which nobody has confirmed anything since: what is still to be answered. */
export function stillDue(known: Known, { areas, until }: AlertOf<"check.due">, now: Millis): readonly string[] {
  const at = Math.max(until, now);
  return known.areas.compress(
    leavesOf(known.areas, areas, now).filter((leaf) => !isKnown(lasting(known), leaf, at)),
    now,
  );
}
