// What is true of every alert of a kind: which places it shows, until when it is worth telling, whether it may make a sound. It plans nothing.
import type { Alert } from "../domain/alert.ts";
import type { PlaceId } from "../domain/area.ts";
import type { Delivery } from "../domain/delivery.ts";
import { WAIT_LIFE } from "../domain/proposal.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../domain/time.ts";

/** As long as its sharer can still be told what became of it: an interaction's token lives so long. */
export const SHARE_LIFE = 15 * MINUTE;

/** An end, and whatever makes less or more of what somebody was told, is owed for a week: whoever was alarmed must hear of it. */
const OWED = 7 * DAY;

/** What a tick plans from the hour alone: once their rows are gone, only their due time says that they may have been told (Ledger.forgottenUntil). */
const BY_THE_CLOCK: ReadonlySet<Alert["kind"]> = new Set([
  "curfew.began",
  "curfew.ended",
  "curfew.soon",
  "curfew.ending",
  "knowledge.lapsed",
  "vigia.down",
  "digest",
  "pause.begun",
]);

/** Whether a tick would plan it anew if it looked at that hour again. */
export function isByTheClock({ kind }: Pick<Alert, "kind">): boolean {
  return BY_THE_CLOCK.has(kind);
}

/** The places that a channel's row shows. */
export function shownBy(alert: Alert): PlaceId[] {
  return [...new Set(areasOf(alert))];
}

function areasOf(alert: Alert): readonly PlaceId[] {
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.ended":
    case "curfew.soon":
    case "curfew.ending":
      return alert.groups.flatMap((group) => group.areas);
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn":
      return alert.changes.flatMap((change) => change.areas);
    case "knowledge.lapsed":
    case "knowledge.restored":
    case "check.due":
    case "place.changed":
    case "digest":
      return alert.areas;
    case "quiet.over":
      return alert.tells.flatMap(areasOf);
    case "vigia.down":
      return alert.missed.flatMap((one) => one.groups.flatMap((group) => group.areas));
    case "strike.recorded":
    case "strike.changed":
    case "strike.withdrawn":
    case "answer.shared":
    case "answer.changed":
    case "review.due":
    case "channel.closed":
    case "channel.open":
    case "alert.undelivered":
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
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
      return [];
  }
}

/** When a row is given up, world time. A begin that waits in a closed channel is summed up with its end once it opens. */
export function givenUpAt({ alert, state, expiresAt }: Pick<Delivery, "alert" | "state" | "expiresAt">): Millis {
  return alert.kind === "curfew.began" && state === "held" ? expiresAt + OWED : expiresAt;
}

/** Until when it is worth telling, world time. `now`: when it is planned. */
export function expiry(alert: Alert, now: Millis): Millis {
  switch (alert.kind) {
    case "curfew.began":
      return Math.max(...alert.groups.map((group) => group.until ?? now + DAY));
    case "curfew.soon":
      return Math.min(...alert.groups.map((group) => group.since));
    case "curfew.ending":
      return Math.min(...alert.groups.map((group) => group.until ?? now + DAY));
    case "strike.recorded":
      return alert.at + 72 * HOUR;
    case "check.due":
      return Math.max(alert.until, now) + DAY;
    case "answer.shared":
      return now + SHARE_LIFE;
    case "vigia.down":
      return now + (alert.missed.some((one) => one.kind === "curfew.ended") ? OWED : DAY);
    case "curfew.ended":
      return alert.at + OWED;
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn":
    case "knowledge.lapsed":
    case "knowledge.restored":
    case "place.changed":
    case "strike.changed":
    case "strike.withdrawn":
    case "answer.changed":
    case "channel.closed":
    case "channel.open":
    case "alert.undelivered":
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
    case "quiet.over":
    case "pause.begun":
    case "vigia.joined":
    case "seen.missing":
    case "duty.moved":
    case "guild.event":
    case "thread.opened":
      return now + OWED;
    // Whoever scrolls up a day later reads of other nights. That it is not so any more is owed as long as the word may stand.
    case "alerts.narrowed":
      return now + (alert.over === undefined ? DAY : OWED);
    // Tomorrow's says more.
    case "digest":
      return alert.at + DAY;
    // It is never out of date: each edit says how things stand when its turn comes.
    case "board":
      return Number.MAX_SAFE_INTEGER;
    case "drill":
    case "seen.reminder":
      return alert.at + HOUR;
    case "review.due":
      return alert.at + WAIT_LIFE;
  }
}
