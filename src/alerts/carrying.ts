// The audience with its places as they are now. Whatever is planned asks for it: a place that was cut, renamed or joined must never fall silent.
import { carried } from "../domain/carried.ts";
import type { Known } from "../domain/known.ts";
import type { Subscription } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import type { Subscribed } from "../store/subscriptions.ts";

type Tree = Known["areas"];
const made = new WeakMap<readonly Subscribed[], { tree: Tree; at: Millis; carried: readonly Subscribed[] }>();

/**
 * Each subscription's places as they are at `at`, by what is known of them. Of those that all ended it keeps the names: their owner was told. The same list for
 * the same audience until a place is another, and of it the same channel where none of its places is.
 */
export function carriedTo(
  audience: readonly Subscribed[],
  { areas: tree }: Pick<Known, "areas">,
  at: Millis,
): readonly Subscribed[] {
  if (tree.dated.length === 0) return audience;
  const kept = made.get(audience);
  if (kept?.tree === tree && !turns(tree, kept.at, at)) return kept.carried;
  const all = audience.map((one) => {
    const subscriptions = one.subscriptions.map((each) => carry(each, tree, at));
    return subscriptions.every((each, i) => each === one.subscriptions[i]) ? one : { ...one, subscriptions };
  });
  made.set(audience, { tree, at, carried: all });
  return all;
}

/** Whether anything of the map is another at one of the two than at the other. */
function turns({ dated }: Tree, one: Millis, other: Millis): boolean {
  const [after, until] = [Math.min(one, other), Math.max(one, other)];
  return dated.some(({ from, to }) => [from, to].some((at) => at > after && at <= until));
}

function carry(one: Subscription, tree: Tree, at: Millis): Subscription {
  const areas = carried(tree, one.areas, one.since, at);
  const [first, ...others] = areas;
  return areas === one.areas || first === undefined ? one : { ...one, areas: [first, ...others] };
}
