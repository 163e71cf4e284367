// The instants at which a tick may have something to plan for a channel while the record stays as it is. One too many does no harm, one too few would.
import { edgesThrough } from "../../domain/edges.ts";
import { checkedCountries, lapses } from "../../domain/knowledge.ts";
import type { Known } from "../../domain/known.ts";
import { HOUR, MINUTE, type Millis } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { PATIENCE } from "../watches/knowledge-watch.ts";

/** Most channels are told at most so long before. */
const MOST = 3 * HOUR;

/** Of (start, end], in order. */
export function instantsIn(known: Known, audience: readonly Subscribed[], start: Millis, end: Millis): Millis[] {
  const leads = [0, ...audience.flatMap(({ subscriptions }) => subscriptions.flatMap(leadsOf))];
  const until = end + Math.max(...leads) * MINUTE;
  const countries = new Set(known.curfews.map(({ country }) => country));
  // The watches ask of each of its instants: it is looked over once for all, and for the next channel that asks.
  const turns = [...countries].flatMap((country) => {
    const through = edgesThrough(known, country, { after: start, until: Math.max(until, end + MOST) });
    return through.flatMap(({ at }) => (at > start && at <= until ? [at] : []));
  });
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
