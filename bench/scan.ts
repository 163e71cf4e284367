// The naive way, to measure against: every curfew is looked at for every question, and its windows around the instant are worked out. It knows nothing of coverage,
// exceptions, endings, doubt or of how the map was redrawn: it does less than ours, and still looks at everything.
import type { AreaTree } from "../src/domain/area-tree.ts";
import type { PlaceId } from "../src/domain/area.ts";
import type { Curfew } from "../src/domain/curfew.ts";
import { DAY, type Interval, type Millis, type Zone } from "../src/domain/time.ts";
import { dayText, wallInstant, weekday } from "../src/domain/wall.ts";

/** The merged window that holds `at`, or the next one within two days. */
export function scannedState(
  tree: AreaTree,
  curfews: readonly Curfew[],
  place: PlaceId,
  at: Millis,
): Interval | undefined {
  const around = tree.ancestors(place);
  const windows: Interval[] = [];
  for (const curfew of curfews) {
    if (!curfew.rules.some((rule) => rule.areas.some((area) => around.includes(area)))) continue;
    windows.push(...windowsNear(curfew, curfew.hoursZone ?? tree.zone(place), at));
  }
  windows.sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const one of windows) {
    const last = merged.at(-1);
    if (last !== undefined && one.start <= last.end) last.end = Math.max(last.end, one.end);
    else merged.push({ ...one });
  }
  return merged.find((one) => one.end > at);
}

/** Places named by curfews of which a window begins or ends in (after, until]. */
export function scannedEdges(
  curfews: readonly Curfew[],
  zones: readonly Zone[],
  after: Millis,
  until: Millis,
): Set<PlaceId> {
  const found = new Set<PlaceId>();
  for (const curfew of curfews) {
    for (const zone of zones) {
      for (const { start, end } of windowsNear(curfew, zone, until)) {
        if (!((start > after && start <= until) || (end > after && end <= until))) continue;
        for (const rule of curfew.rules) for (const area of rule.areas) found.add(area);
      }
    }
  }
  return found;
}

function windowsNear(curfew: Curfew, zone: Zone, at: Millis): Interval[] {
  const today = Math.floor(at / DAY);
  const found: Interval[] = [];
  for (let night = today - 2; night <= today + 2; night++) {
    const text = dayText(night);
    if (text < curfew.firstNight || text > (curfew.lastNight ?? curfew.lastConfirmed ?? "")) continue;
    for (const { start, end, weekdays } of curfew.rules) {
      if (weekdays?.includes(weekday(night)) === false) continue;
      const [from, to] = [
        wallInstant(night, start, zone, "start"),
        wallInstant(night + (end > start ? 0 : 1), end, zone, "end"),
      ];
      found.push({ start: from, end: to });
    }
  }
  return found;
}
