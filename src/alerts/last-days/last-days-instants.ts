// The instants at which a tick may have something to plan for a channel while the record stays as it is. One too many does no harm, one too few would.
import { edges } from "../../domain/edges.ts";
import { checkedCountries, lapses } from "../../domain/knowledge.ts";
import type { Known } from "../../domain/known.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { PATIENCE } from "../watches/knowledge-watch.ts";

/** Of (start, end], in order. */
export function instantsIn(known: Known, audience: readonly Subscribed[], start: Millis, end: Millis): Millis[] {
  const leads = [0, ...audience.flatMap(({ subscriptions }) => subscriptions.flatMap(leadsOf))];
  const until = end + Math.max(...leads) * MINUTE;
  const countries = new Set(known.curfews.map(({ country }) => country));
  const turns = [...countries].flatMap((country) => edges(known, country, { after: start, until }).map(({ at }) => at));
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
