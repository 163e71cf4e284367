// Whether a notice makes a sound. What a channel was told beforehand comes in silence; what it hears of for the first time does not.
// It must never silence a notice because of one that nobody has seen.
import type { Alert, AlertOf } from "../domain/alert.ts";
import { type AreaTree, shownArea } from "../domain/area-tree.ts";
import type { LeafId, PlaceId } from "../domain/area.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { EdgeGroup } from "../domain/edge-group.ts";
import { isForQuiet } from "../domain/reason.ts";
import { DAY, type Millis } from "../domain/time.ts";

/** A row of the channel's, as far as it matters here. */
export type Earlier = Pick<Delivery, "alert" | "state" | "expiresAt"> & Partial<Pick<Delivery, "reason">>;

export interface Hearing {
  /** World time of planning. */
  now: Millis;
  /** What the channel was told before. */
  earlier: readonly Earlier[];
  areas: AreaTree;
}

/** A decree that was announced longer before is not what somebody has in mind tonight. */
const IN_MIND = DAY;

/** `urgent`: of a lapse, whether a curfew runs there or is due. */
export function isLoud(alert: Alert, hearing: Hearing | undefined, urgent = true): boolean {
  switch (alert.kind) {
    case "curfew.began":
      return !isTold(alert.groups, hearing, toldOfBegin);
    case "curfew.ended":
    case "curfew.ending":
      return !isTold(alert.groups, hearing, toldOfAny);
    case "knowledge.restored":
    case "place.changed":
    case "channel.open":
    case "digest":
    case "board":
    case "quiet.over":
    case "pause.begun":
    case "alerts.narrowed":
    case "vigia.joined":
    case "guild.event":
    case "thread.opened":
    case "duty.moved":
      return false;
    case "knowledge.lapsed":
      return urgent;
    case "curfew.soon":
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn":
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
    case "drill":
    case "seen.missing":
    case "seen.reminder":
    case "strike.recorded":
    case "strike.changed":
    case "strike.withdrawn":
    case "answer.changed":
    case "check.due":
    case "review.due":
    case "vigia.down":
    case "answer.shared":
    case "channel.closed":
    case "alert.undelivered":
      return true;
  }
}

/** The places for which an earlier notice told of the group's window. */
type ToldFor = (alert: Alert, group: EdgeGroup) => readonly PlaceId[];

/** Whether any place of any group was told of by one of these notices, all of which were posted. */
export function isAnyTold(groups: readonly EdgeGroup[], posted: readonly Alert[], areas: AreaTree): boolean {
  return groups.some((group) => {
    const own = new Set(group.areas.flatMap((place) => leaves(areas, place, group.since)));
    return posted
      .flatMap((alert) => toldOfAny(alert, group))
      .some((place) => leaves(areas, place, group.since).some((leaf) => own.has(leaf)));
  });
}

/** Whether every place of every group was told of. */
function isTold(groups: readonly EdgeGroup[], hearing: Hearing | undefined, toldFor: ToldFor): boolean {
  if (hearing === undefined) return false;
  const { now, earlier, areas } = hearing;
  const seen = earlier.filter((one) => isSeen(one, now));
  // Thousands of channels are asked of one alert, most of which heard nothing of it.
  if (seen.length === 0) return false;
  return groups.every((group) => {
    const told = new Set(
      seen.flatMap(({ alert }) => toldFor(alert, group).flatMap((place) => leaves(areas, place, group.since))),
    );
    return group.areas.flatMap((place) => leaves(areas, place, group.since)).every((leaf) => told.has(leaf));
  });
}

const WAITING: ReadonlySet<Earlier["state"]> = new Set(["planned", "again", "sending", "unsure", "held"]);

/**
 * Posted, or still to be posted before this one: a channel's notices go out in order. What has waited past its time is not, nor what is held for the end of
 * quiet hours: nobody knows yet whether it will be told.
 */
function isSeen({ state, expiresAt, reason }: Earlier, now: Millis): boolean {
  if (state === "held" && reason !== undefined && isForQuiet(reason)) return false;
  return state === "sent" || (WAITING.has(state) && expiresAt > now);
}

/** Of this very window: who was told of other hours has not been told of these. */
const toldOfBegin: ToldFor = (alert, group) =>
  alert.kind === "curfew.declared" || alert.kind === "curfew.changed"
    ? newsOf(alert, group)
    : edgesOf(alert).flatMap((one) => (one.since === group.since && one.until === group.until ? one.areas : []));

/** Of anything of the window. */
const toldOfAny: ToldFor = (alert, group) => [
  ...newsOf(alert, group),
  ...edgesOf(alert).flatMap((one) =>
    one.since < (group.until ?? Infinity) && group.since < (one.until ?? Infinity) ? one.areas : [],
  ),
];

function edgesOf(alert: Alert): readonly EdgeGroup[] {
  if (alert.kind === "quiet.over") return alert.tells.flatMap(edgesOf);
  const tells = alert.kind === "curfew.began" || alert.kind === "curfew.soon" || alert.kind === "curfew.ending";
  return tells ? alert.groups : [];
}

function newsOf(alert: Alert, group: EdgeGroup): PlaceId[] {
  if (!isNews(alert) || alert.at <= group.since - IN_MIND || alert.at > (group.until ?? Infinity)) return [];
  return alert.changes.flatMap(({ now, areas }) =>
    now !== undefined && now.first.start <= group.since && group.since < (now.last.end ?? Infinity) ? areas : [],
  );
}

function isNews(alert: Alert): alert is AlertOf<"curfew.declared" | "curfew.changed"> {
  return alert.kind === "curfew.declared" || alert.kind === "curfew.changed";
}

/** A place that the record no longer holds stands for itself. */
function leaves(areas: AreaTree, place: PlaceId, at: Millis): readonly LeafId[] {
  return areas.get(shownArea(place).area) === undefined ? [place] : areas.leaves(place, at);
}
