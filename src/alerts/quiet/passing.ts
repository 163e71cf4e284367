// Which notices people must hear at any hour, whatever quiet hours or pause their channel has. It must never let one wait that puts right or ends what stands there.
import type { Delivery } from "../../domain/delivery.ts";
import { isPaused } from "../../domain/quiet.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";

/** Changes and corrections, the end of what they were told of, and what somebody asked for just now. `shown`: what it ends stands in the channel. */
export function passes(
  { alert, loud }: Pick<Delivery, "alert" | "loud">,
  shown: boolean,
  { pause }: Pick<Destination, "pause">,
  now: Millis,
): boolean {
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.soon":
    // The end itself passes where it was shown.
    case "curfew.ending":
    case "strike.recorded":
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "place.changed":
      return false;
    case "curfew.ended":
    case "knowledge.restored":
    case "vigia.down":
    // Of an outage that it tells of.
    case "quiet.over":
      return shown;
    // Only where a curfew runs, or is near.
    case "knowledge.lapsed":
      return loud;
    // The same people chose its hour; in a pause they want none.
    case "digest":
      return !isPaused({ pause }, now);
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn":
    case "strike.changed":
    case "strike.withdrawn":
    case "org.withdrawn":
    case "answer.shared":
    case "answer.changed":
    case "check.due":
    case "review.due":
    case "channel.closed":
    case "channel.open":
    case "alert.undelivered":
    case "board":
    case "pause.begun":
    case "alerts.narrowed":
    case "drill":
    case "vigia.joined":
    case "seen.missing":
    case "seen.reminder":
    case "duty.moved":
    case "guild.event":
    case "thread.opened":
      return true;
  }
}
