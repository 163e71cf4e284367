// Windows that a channel was told of in places of which it hears no more, and which are not over: what stands above, and nobody follows up there any more.
// It must never name one that the record does not have any more.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { groupBy } from "../../domain/group.ts";
import type { Known } from "../../domain/known.ts";
import { leavesOf } from "../../domain/knowledge.ts";
import type { Lost } from "../../domain/narrowed.ts";
import type { State } from "../../domain/situation.ts";
import { stateAt } from "../../domain/state.ts";
import type { Millis } from "../../domain/time.ts";
import { standingParts } from "../changes/standing.ts";
import type { Entry } from "../ledger/ledger.ts";
import { stillSo } from "../watches/still-so.ts";

interface Window {
  areas: readonly PlaceId[];
  until: Millis | undefined;
}

/** As many as one word tells one by one. */
const MOST = 3;

/** Those that end first come first. */
export function openOf(
  lost: readonly Lost[],
  told: readonly Entry[],
  record: Known,
  now: Millis,
): AlertOf<"alerts.narrowed">["open"] {
  const { areas } = record;
  const own = new Set(leavesOf(areas, lost.flatMap((one) => one.areas), now)); // prettier-ignore
  const ends = new Map<PlaceId, Millis | undefined>();
  for (const { delivery } of told)
    if (isShown(delivery))
      for (const window of windowsOf(delivery.alert, record, now))
        for (const leaf of leavesOf(areas, window.areas, now))
          if (own.has(leaf)) ends.set(leaf, ends.has(leaf) ? later(ends.get(leaf), window.until) : window.until);
  const open = [...ends].filter(([leaf]) => isAhead(record, leaf, now));
  return [...groupBy(open, ([, until]) => String(until))]
    .sort(([a], [b]) => (a?.[1] ?? Infinity) - (b?.[1] ?? Infinity))
    .slice(0, MOST)
    .flatMap((group) => {
      const [first, ...others] = areas.compress(group.map(([leaf]) => leaf), now); // prettier-ignore
      const until = group[0]?.[1];
      return first === undefined ? [] : [{ areas: [first, ...others], ...(until === undefined ? {} : { until }) }];
    });
}

const isShown = (delivery: Delivery) => delivery.state === "sent" || standingParts(delivery).length > 0;

function windowsOf(alert: Alert, record: Known, now: Millis): Window[] {
  if (alert.kind === "quiet.over") return alert.tells.flatMap((one) => windowsOf(one, record, now));
  if ("changes" in alert) return alert.changes.flatMap(({ areas, now: is }) => is === undefined ? [] : isOpen({ areas, until: is.last.end }, now)); // prettier-ignore
  if (alert.kind !== "curfew.began" && alert.kind !== "curfew.soon" && alert.kind !== "curfew.ending") return [];
  const still = stillSo(alert, record, now);
  return still !== undefined && "groups" in still
    ? still.groups.flatMap(({ areas, until }) => isOpen({ areas, until }, now))
    : [];
}

const isOpen = (window: Window, now: Millis) => ((window.until ?? Infinity) > now ? [window] : []);

const later = (one: Millis | undefined, other: Millis | undefined) =>
  one === undefined || other === undefined ? undefined : Math.max(one, other);

/** Whether one runs there or comes, as the record has it. */
function isAhead(record: Known, leaf: PlaceId, now: Millis): boolean {
  const state = stateAt(record, leaf, now);
  const states: readonly State[] = "whole" in state ? [state.whole] : state.partly.map((part) => part.state);
  return states.some((one) => one.is === "inForce" || one.next !== undefined);
}
