// What a channel was told that a change makes false: the notice answers the newest such message, and each of them is edited.
// It must never touch a message that still tells the truth, nor leave one that may stand there unseen.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { LeafId, PlaceId } from "../../domain/area.ts";
import type { CurfewChange } from "../../domain/curfew-change.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { EdgeGroup } from "../../domain/edge-group.ts";
import { groupChanges, type LeafChange } from "../../domain/outlook.ts";
import { shownArea } from "../../domain/place.ts";
import type { Situation } from "../../domain/situation.ts";
import type { Interval, Millis } from "../../domain/time.ts";
import type { Entry } from "../ledger/ledger.ts";
import { answering, type Edited, type Gone } from "./standing.ts";

interface Change {
  list: readonly LeafChange[];
  record: Pick<Situation, "areas">;
  now: Millis;
}

/** More than these a reader would have to scroll back a week for. */
const MOST = 20;

/** The notice, as an answer where there is something to answer, and after it one row for each message to edit. */
export function putRight(row: Delivery, told: readonly Entry[], change: Change, gone: Gone): Delivery[] {
  const wrong = told
    .filter(({ delivery }) => delivery.alert.id !== row.alert.id && isFalse(delivery.alert, change, told))
    .slice(-MOST);
  return answering(
    row,
    wrong.map(({ delivery }) => delivery),
    (one) => edited(row, one, change),
    gone,
  );
}

function edited({ alert }: Delivery, told: Delivery, { list, record, now }: Change): Edited | undefined {
  // The note after quiet hours says other things, too: it is answered, and stays.
  if (!("changes" in alert) || told.alert.kind === "quiet.over") return undefined;
  const [first, ...others] = groupChanges(list, record, leavesOf(record, told.shown, now), now);
  if (first === undefined) return undefined;
  const changes: [CurfewChange, ...CurfewChange[]] = [first, ...others];
  return { alert: { ...alert, changes }, shown: changes.flatMap((one) => one.areas) };
}

/** What the old message did not speak of is not put into its mouth. */
function leavesOf({ areas }: Pick<Situation, "areas">, places: readonly PlaceId[], now: Millis): LeafId[] {
  const held = places.filter((place) => areas.get(shownArea(place).area) !== undefined);
  return held.flatMap((place) => areas.leaves(place, now));
}

/** Whether a window that it shows is another now, or one comes before the next that it shows; one that is over is where the curfew goes on at its end. */
function isFalse(alert: Alert, { list, record, now }: Change, told: readonly Entry[]): boolean {
  const touched = (places: readonly PlaceId[], window: Interval) => {
    const leaves = new Set(leavesOf(record, places, now));
    return list.some(({ leaf, spans }) => leaves.has(leaf) && spans.some((span) => touch(span, window)));
  };
  if ("groups" in alert) {
    const isBegin = alert.kind === "curfew.began" || alert.kind === "curfew.soon";
    return alert.groups.some((group) => {
      const { start, end } = whole(group);
      return touched(group.areas, { start, end: isBegin ? end : (group.next?.end ?? end) });
    });
  }
  // Whatever it said of these places' hours is said anew; from when on does not matter.
  if ("changes" in alert) return alert.changes.some(({ areas }) => touched(areas, { start: -Infinity, end: Infinity }));
  if (alert.kind === "quiet.over") return alert.tells.some((one) => isFalse(one, { list, record, now }, told));
  if (alert.kind === "knowledge.restored") return isReturnFalse(alert, { list, record, now }, told);
  // Nothing else shows hours. Struck out, that something is not known would read as if it were.
  return false;
}

/** It named the window that ran, or the next: the same one as long as none has ended since. */
function isReturnFalse(
  alert: AlertOf<"knowledge.restored">,
  { list, record, now }: Change,
  told: readonly Entry[],
): boolean {
  const own = new Set(leavesOf(record, alert.areas, now));
  const ends = told.flatMap(({ delivery }) =>
    delivery.alert.kind === "curfew.ended" && delivery.alert.at > alert.at ? delivery.alert.groups : [],
  );
  for (const group of ends) for (const leaf of leavesOf(record, group.areas, now)) own.delete(leaf);
  return list.some(({ leaf, was, spans }) => {
    const end = was === undefined ? alert.at : (was.first.end ?? Infinity);
    return own.has(leaf) && spans.some((span) => touch(span, { start: alert.at, end }));
  });
}

const whole = ({ since, until }: EdgeGroup): Interval => ({ start: since, end: until ?? Infinity });

/** Touching counts: a window that goes on is another window. */
const touch = (a: Interval, b: Interval) => a.start <= b.end && a.end >= b.start;
