// The places a channel follows. The one door between a subscription's areas and whatever is planned for it.
import type { AreaId } from "../domain/area.ts";
import type { Subscribed } from "../store/subscriptions.ts";

/** Of all its subscriptions together, each once, in a fixed order. */
export function followed(to: Subscribed): readonly AreaId[] {
  return [...new Set(to.subscriptions.flatMap((one) => one.areas))].sort();
}
