// The instants at which a tick may have something to plan for a channel while the record stays as it is. One too many does no harm, one too few would.
import { edgesAtEase } from "../../domain/edges.ts";
import { checkedCountries, lapses } from "../../domain/knowledge.ts";
import type { Known } from "../../domain/known.ts";
import { HOUR, type Interval, MINUTE, type Millis } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { PATIENCE } from "../watches/knowledge-watch.ts";

/** Most channels are told at most so long before. */
const MOST = 3 * HOUR;

/** Of (start, end], in order. A month of a long record takes long: others have their turn meanwhile. */
export async function instantsIn(
  known: Known,
  audience: readonly Subscribed[],
  { start, end }: Interval,
  breathe: () => Promise<void>,
): Promise<Millis[]> {
  const leads = [0, ...audience.flatMap(({ subscriptions }) => subscriptions.flatMap(leadsOf))];
  const until = end + Math.max(...leads) * MINUTE;
  const countries = new Set(known.curfews.map(({ country }) => country));
  // The watches ask of each of its instants: it is looked over once for all, and for the next channel that asks.
  const turns: Millis[] = [];
  for (const country of countries) {
    const range = { after: start, until: Math.max(until, end + MOST) };
    for (const { at } of await edgesAtEase(known, country, range, breathe))
      if (at > start && at <= until) turns.push(at);
  }
  const dark = checkedCountries(known).flatMap((country) =>
    lapses(known, country, end, start - PATIENCE).flatMap(({ at }) => [at, at + PATIENCE]),
  );
  const all = [
    ...[...new Set(turns)].flatMap((at) => leads.map((lead) => at - lead * MINUTE)),
    ...dark,
    // What the fact at the start made known again.
    start + 1,
  ];
  return [...new Set(all)].filter((at) => at > start && at <= end).sort((a, b) => a - b);
}

const leadsOf = ({ leads, endLeads }: Subscribed["subscriptions"][number]) => [...leads, ...endLeads];
