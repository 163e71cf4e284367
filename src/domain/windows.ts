// The nights of a curfew in a leaf as instants. It must never tell a window shorter than the decree: see wall.ts for doubtful clocks.
import type { LeafId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { RuleNights } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import { eras } from "./eras.ts";
import { terms, type Terms } from "./terms.ts";
import { DAY, type Day, type Interval, type WallTime } from "./time.ts";
import { dayText, wallInstant, weekday, type EpochDay } from "./wall.ts";

export interface Window extends Interval {
  /** The day on which the night begins, on the clock that the hours are read from. */
  night: Day;
  /** False: a night of which no source says whether the curfew still held. */
  certain: boolean;
  curfew: string;
  /** Position in `curfew.rules`; undefined where an exception alone names the hours. */
  rule: number | undefined;
}

/** Windows that touch the range, by start; never cut at the range. */
export function windows(tree: AreaTree, curfew: Curfew, leaf: LeafId, range: Interval): Window[] {
  const found = eras(tree.changes(leaf), range).flatMap((era) => {
    const applying = terms(tree, curfew, leaf, era.lower);
    if (applying === undefined) return [];
    const touching = windowsOf(applying, "named", era);
    // A window over the day on which the tree changed is told once for each side of it.
    return touching.map((one) => ({
      ...one,
      start: Math.max(one.start, era.lower),
      end: Math.min(one.end, era.upper),
    }));
  });
  return found.sort((a, b) => a.start - b.start);
}

/** With "partial": the hours in which a leaf would be under the curfew, were it on the list of which only examples are known. */
export function windowsOf(terms: Terms, list: "named" | "partial", range: Interval): Window[] {
  const { first, last } = terms.calendar;
  if (list === "partial" && terms.partial.length === 0) return [];
  // A zone's day is at most 14 h off the calendar's and a window at most two days long: three nights of slack hold any of them.
  const from = Math.max(first, Math.floor(range.start / DAY) - 3);
  const to = Math.min(last, Math.floor(range.end / DAY) + 1);
  const found: Window[] = [];
  for (let night = from; night <= to; night++) {
    for (const line of hours(terms, list, night)) {
      const start = wallInstant(night, line.start, terms.zone, "start");
      const end = wallInstant(line.end > line.start ? night : night + 1, line.end, terms.zone, "end");
      const window = { start, end: Math.min(end, terms.cut) };
      if (window.start >= window.end || window.end <= range.start || window.start >= range.end) continue;
      const certain = night <= terms.calendar.certain;
      found.push({ ...window, night: dayText(night), certain, curfew: terms.curfew.id, rule: line.rule });
    }
  }
  return found;
}

interface Hours {
  start: WallTime;
  end: WallTime;
  rule: number | undefined;
}

/**
 * The hours of one night. The exception whose area is nearest to the leaf counts; of several as near, one with hours counts more than
 * one without curfew: told too much before too little. Both hours given replace the night's rules, one hour replaces theirs.
 */
function hours(terms: Terms, list: "named" | "partial", night: EpochDay): Hours[] {
  const indices = list === "named" ? terms.named : terms.partial;
  const running = indices.flatMap((index) => {
    const rule = terms.calendar.rules[index];
    return rule !== undefined && runs(rule, night) ? [{ start: rule.rule.start, end: rule.rule.end, rule: index }] : [];
  });
  const tonight = terms.exceptions.filter((one) => one.night === night && (one.steps < Infinity || indices.length > 0));
  if (tonight.length === 0) return running;
  const nearest = Math.min(...tonight.map((one) => one.steps));
  return tonight
    .filter((one) => one.steps === nearest && !one.exception.off)
    .flatMap(({ exception: { start, end } }) =>
      start !== undefined && end !== undefined
        ? [{ start, end, rule: running[0]?.rule }]
        : running.map((line) => ({ start: start ?? line.start, end: end ?? line.end, rule: line.rule })),
    );
}

function runs({ rule, first, last }: RuleNights, night: EpochDay): boolean {
  return night >= first && night <= last && (rule.weekdays?.includes(weekday(night)) ?? true);
}
