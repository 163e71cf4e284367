// Notices of begins and ends as the record has them when they are posted: a change may have come while they waited. It must never let a window be told of
// that is no longer there; the change itself was told by a notice of its own.
import type { Alert } from "../../domain/alert.ts";
import type { EdgeGroup } from "../../domain/edge-group.ts";
import { edges, groupEdges } from "../../domain/edges.ts";
import { groupBy } from "../../domain/group.ts";
import type { Situation } from "../../domain/situation.ts";
import type { Millis } from "../../domain/time.ts";

/** Whatever names groups of places names windows of theirs. */
type EdgeAlert = Extract<Alert, { groups: unknown }>;

/** The alert with what of it is still so, its hours as they are now; undefined where nothing is. Other alerts as they are. */
export function stillSo(alert: Alert, record: Situation, now: Millis): Alert | undefined {
  if (!("groups" in alert)) return alert;
  const [first, ...others] = groupsNow(alert, record, now);
  return first === undefined ? undefined : { ...alert, groups: [first, ...others] };
}

function groupsNow(alert: EdgeAlert, record: Situation, now: Millis): EdgeGroup[] {
  if (record.areas.get(alert.country) === undefined) return [...alert.groups];
  const kind = alert.kind === "curfew.began" || alert.kind === "curfew.soon" ? "began" : "ended";
  const at = (group: EdgeGroup) => (kind === "began" ? group.since : (group.until ?? alert.at));
  return groupBy(alert.groups, (group) => String(at(group))).flatMap((groups) => {
    const [first] = groups;
    if (first === undefined) return [];
    const instant = at(first);
    const turned = edges(record, alert.country, { after: instant - 1, until: instant }).filter(
      (edge) => edge.kind === kind,
    );
    const noted = new Set(groups.map(({ until }) => until));
    // Cut short, and over by now: the notice of the change has told so.
    const cut = (until: Millis | undefined) =>
      kind === "began" && until !== undefined && until <= now && !noted.has(until);
    return groupEdges(
      turned.filter(({ until }) => !cut(until)),
      record.areas,
      groups.flatMap((group) => group.areas),
      instant,
    );
  });
}
