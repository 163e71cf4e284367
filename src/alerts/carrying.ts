// The audience with its places as they are now. Whatever is planned asks for it: a place that was cut, renamed or joined must never fall silent.
import { carried } from "../domain/carried.ts";
import type { Known } from "../domain/known.ts";
import type { Subscription } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import type { Subscribed } from "../store/subscriptions.ts";

/** Each subscription's places as they are at `at`, by what is known of them. Of those that all ended it keeps the names: their owner was told. */
export function carriedTo(audience: readonly Subscribed[], { areas }: Pick<Known, "areas">, at: Millis): Subscribed[] {
  return audience.map((one) => ({ ...one, subscriptions: one.subscriptions.map((each) => carry(each, areas, at)) }));
}

function carry(one: Subscription, tree: Known["areas"], at: Millis): Subscription {
  const areas = carried(tree, one.areas, one.since, at);
  const [first, ...others] = areas;
  return areas === one.areas || first === undefined ? one : { ...one, areas: [first, ...others] };
}
