// What of a held notice is still worth telling when the quiet hours are over. It must never tell a begin that is over, nor an end that nobody was alarmed by.
import type { Alert, HeldAlert } from "../../domain/alert.ts";
import { groupBy } from "../../domain/group.ts";
import type { Known } from "../../domain/known.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { foreseen } from "../watches/foreseen.ts";
import { stillSo as knowledgeStillSo } from "../watches/knowledge-watch.ts";
import { stillSo } from "../watches/still-so.ts";
import { lapseOf } from "../ledger/told.ts";

/** As of now; empty where there is nothing to tell. `from`: since when it was quiet. Of an earlier note, what it would tell. */
export function tellsOf(alert: Alert, known: Known, now: Millis, from: Millis): HeldAlert[] {
  switch (alert.kind) {
    case "quiet.over":
      return alert.tells.flatMap((one) => tellsOf(one, known, now, from));
    case "curfew.began": {
      const still = stillSo(alert, known, now);
      const runs = still?.kind === "curfew.began" ? still.groups.filter(({ until }) => (until ?? Infinity) > now) : [];
      const [first, ...others] = runs;
      return first === undefined ? [] : [{ ...alert, groups: [first, ...others] }];
    }
    case "curfew.soon":
    case "curfew.ending":
      return alert.at + alert.lead * MINUTE > now && foreseen(alert, known) !== undefined ? [alert] : [];
    case "curfew.ended": {
      const dark = lapseOf(alert);
      if (dark !== undefined) {
        const areas = groupBy(dark.areas, String).flatMap(([area]) => area ?? []);
        const [first, ...others] = areas;
        const { id, at, country } = alert;
        const lapse = { kind: "knowledge.lapsed" as const, id, at, country, since: at };
        const isDark =
          first !== undefined && knowledgeStillSo(known, { ...lapse, areas: [first, ...others] }, now).length > 0;
        return isDark ? [alert] : [];
      }
      return alert.groups.every(({ since }) => since >= from) || stillSo(alert, known, now) === undefined
        ? []
        : [alert];
    }
    case "knowledge.lapsed":
      return knowledgeStillSo(known, alert, now).length > 0 ? [alert] : [];
    case "strike.recorded":
      return known.strikesById.has(alert.subject) ? [alert] : [];
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "place.changed":
    case "vigia.down":
      return [alert];
    // They pass, or are told by nothing once the hours are over.
    case "alert.undelivered":
    case "answer.changed":
    case "answer.shared":
    case "board":
    case "channel.closed":
    case "channel.open":
    case "check.due":
    case "curfew.annulled":
    case "curfew.changed":
    case "curfew.declared":
    case "curfew.lifted":
    case "curfew.withdrawn":
    case "digest":
    case "drill":
    case "duty.moved":
    case "guild.event":
    case "thread.opened":
    case "knowledge.restored":
    case "org.withdrawn":
    case "pause.begun":
    case "alerts.narrowed":
    case "review.due":
    case "seen.missing":
    case "seen.reminder":
    case "strike.changed":
    case "strike.withdrawn":
    case "vigia.joined":
      return [];
  }
}

/** Several warnings of one begin, or end, are one piece of news: the last of them says the same. */
export function isToldNearer(alert: HeldAlert, all: readonly HeldAlert[]): boolean {
  if (alert.kind !== "curfew.soon" && alert.kind !== "curfew.ending") return false;
  const due = alert.at + alert.lead * MINUTE;
  return all.some(
    (other) =>
      other.kind === alert.kind &&
      other.country === alert.country &&
      other.at + other.lead * MINUTE === due &&
      other.lead < alert.lead,
  );
}
