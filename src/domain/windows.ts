// The nights of a curfew in a leaf as instants. It must never tell a window shorter than the decree: see wall.ts for doubtful clocks.
import type { LeafId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { RuleNights } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import { eras } from "./eras.ts";
import { termsHere, type Terms } from "./terms.ts";
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
    const applying = termsHere(tree, leaf, era.lower)(curfew);
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
  const { first, last, longest, certain } = terms.calendar;
  if (list === "partial" && terms.partial.length === 0) return [];
  // A zone's day is at most 14 h off the calendar's: one night more than the longest window, and the next one, hold any of them.
  const from = Math.max(first, Math.floor(range.start / DAY) - longest - 1);
  const to = Math.min(last, Math.ceil(range.end / DAY));
  const found: Window[] = [];
  for (let night = from; night <= to; night++) {
    for (const line of hours(terms, list, night)) {
      const start = wallInstant(night, line.start, terms.zone, "start");
      if (start >= range.end) continue;
      const end = wallInstant(night + line.days, line.end, terms.zone, "end");
      if (end <= range.start) continue;
      for (const piece of without(terms.outs, { start, end })) {
        if (piece.end <= range.start || piece.start >= range.end) continue;
        const named = { night: dayText(night), curfew: terms.curfew.id, rule: line.rule };
        found.push({ start: piece.start, end: piece.end, certain: night <= certain, ...named });
      }
    }
  }
  return found;
}

/** What is left of a window without the times in which the curfew does not hold; nothing of one that ends before it begins (a skipped hour). */
function without(outs: readonly Interval[], window: Interval): Interval[] {
  const left: Interval[] = [];
  let { start } = window;
  for (const out of outs) {
    if (out.end <= start || out.start >= window.end) continue;
    if (out.start > start) left.push({ start, end: out.start });
    start = out.end;
  }
  return start < window.end ? [...left, { start, end: window.end }] : left;
}

interface Hours {
  start: WallTime;
  end: WallTime;
  days: number;
  rule: number | undefined;
}

type Tonight = Terms["exceptions"][number];

/** The hours of one night: each rule's own, or what an exception says instead. */
function hours(terms: Terms, list: "named" | "partial", night: EpochDay): Hours[] {
  const rules = terms.calendar.rules;
  const within = (index: number) => {
    const rule = rules[index];
    return rule !== undefined && night >= rule.first && night <= rule.last;
  };
  const indices = list === "named" ? terms.named : terms.partial;
  // Whom a list names tonight is in no doubt about the others.
  if (list === "partial" && terms.named.some((index) => runs(rules[index], night))) return [];
  const running: Hours[] = [];
  for (const index of indices) {
    const rule = rules[index];
    if (runs(rule, night)) running.push({ start: rule.rule.start, end: rule.rule.end, days: rule.days, rule: index });
  }
  if (terms.exceptions.length === 0) return running;
  const tonight = terms.exceptions.filter(
    (one) => one.night === night && (one.steps < Infinity || indices.some(within)),
  );
  return tonight.length === 0 ? running : excepted(indices.filter(within), running, tonight);
}

/**
 * The exception whose area is nearest to the leaf counts, and of several as near the one that speaks of the rule before the one that speaks of the
 * night; of those, one with hours counts more than one without curfew: told too much before too little. Both hours given replace, for the whole
 * night once; one hour replaces the rule's.
 */
function excepted(indices: readonly number[], running: readonly Hours[], tonight: readonly Tonight[]): Hours[] {
  const whole = nearest(tonight.filter(({ exception }) => exception.rules === undefined));
  const lines = indices.flatMap((index) => {
    const line = running.find(({ rule }) => rule === index);
    const own = nearest(tonight.filter(({ exception }) => exception.rules?.includes(index) === true));
    const counts = own.list.length > 0 && own.steps <= whole.steps ? own : whole;
    if (counts.list.length === 0) return line === undefined ? [] : [line];
    return counts.list.flatMap(({ exception: { start, end, off } }) => {
      if (off) return [];
      if (start !== undefined && end !== undefined) return counts === own ? [hoursOf(start, end, index)] : [];
      return line === undefined ? [] : [moved(line, start, end)];
    });
  });
  const replaced = whole.list.flatMap(({ exception: { start, end, off } }) =>
    off || start === undefined || end === undefined ? [] : [hoursOf(start, end, running[0]?.rule)],
  );
  return [...lines, ...replaced];
}

function nearest(list: readonly Tonight[]): { steps: number; list: readonly Tonight[] } {
  const steps = Math.min(...list.map((one) => one.steps));
  return { steps: list.length === 0 ? Infinity : steps, list: list.filter((one) => one.steps === steps) };
}

function hoursOf(start: WallTime, end: WallTime, rule: number | undefined): Hours {
  return { start, end, days: end > start ? 0 : 1, rule };
}

/** A window of more than a day keeps the day on which it ends. */
function moved(line: Hours, start = line.start, end = line.end): Hours {
  return { ...line, start, end, days: line.days > 1 ? line.days : end > start ? 0 : 1 };
}

function runs(rule: RuleNights | undefined, night: EpochDay): rule is RuleNights {
  if (rule === undefined || night < rule.first || night > rule.last) return false;
  return rule.rule.weekdays?.includes(weekday(night)) ?? true;
}
