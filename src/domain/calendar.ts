// The nights of a decree as numbers, and which of them are certain. It must never turn "nobody confirmed it" into "it is over".
import type { AreaId } from "./area.ts";
import { endingsOf, type Curfew, type CurfewRule, type NightException } from "./curfew.ts";
import { DAY, dayStart, instant, type Interval, type Millis, type WallTime } from "./time.ts";
import { epochDay, type EpochDay } from "./wall.ts";

export interface RuleNights {
  rule: CurfewRule;
  index: number;
  /** Bounds of the rule alone, both included. */
  first: EpochDay;
  last: EpochDay;
  /** Days from the night's begin to its end. */
  days: number;
}

export interface DatedException {
  exception: NightException;
  index: number;
  night: EpochDay;
}

export interface Ended {
  from: Millis;
  /** Infinity: for good. */
  to: Millis;
  areas: readonly AreaId[] | undefined;
}

export interface Calendar {
  first: EpochDay;
  /** The last certain night. */
  certain: EpochDay;
  /** The last night on which it may still hold; Infinity: nobody knows. */
  last: EpochDay;
  rules: readonly RuleNights[];
  exceptions: readonly DatedException[];
  endings: readonly Ended[];
  /** Every time at which one of its windows may begin or end, and how many days after its night the latest end may come. */
  starts: readonly WallTime[];
  ends: readonly WallTime[];
  longest: number;
  /** Outside this span none of its windows lies, in whatever zone. */
  span: Interval;
  /** Start of the day of the decree: the territory of the areas it names is theirs on that day. */
  declaredAt: Millis;
  rulesByArea: ReadonlyMap<AreaId, readonly number[]>;
}

const calendars = new WeakMap<Curfew, Calendar>();

export function calendar(curfew: Curfew): Calendar {
  const known = calendars.get(curfew);
  if (known !== undefined) return known;
  const rulesByArea = new Map<AreaId, number[]>();
  for (const [index, rule] of curfew.rules.entries()) {
    for (const area of rule.areas) rulesByArea.set(area, [...(rulesByArea.get(area) ?? []), index]);
  }
  const bounds = nights(curfew);
  const endings = endingsOf(curfew).map(({ from, until, areas }) => ({
    from: instant(from),
    to: until === undefined ? Infinity : instant(until),
    areas,
  }));
  const longest = Math.max(1, ...curfew.rules.map((rule) => rule.endDay ?? 1));
  const made: Calendar = {
    ...bounds,
    rules: curfew.rules.map((rule, index) => ({
      rule,
      index,
      first: rule.firstNight === undefined ? -Infinity : epochDay(rule.firstNight),
      last: rule.lastNight === undefined ? Infinity : epochDay(rule.lastNight),
      days: rule.endDay ?? (rule.end > rule.start ? 0 : 1),
    })),
    exceptions: curfew.exceptions.map((exception, index) => ({ exception, index, night: epochDay(exception.night) })),
    endings,
    starts: times(curfew, "start"),
    ends: times(curfew, "end"),
    longest,
    span: spanOf(bounds, longest, endings),
    declaredAt: dayStart(curfew.declared, curfew.zone),
    rulesByArea,
  };
  calendars.set(curfew, made);
  return made;
}

/**
 * Certain are the nights up to `lastNight` and up to `lastConfirmed`, whichever is earlier (of what is given).
 * After them it is not known up to the latest of `lastNight`, `lastConfirmed` and `endsBy`; without `lastNight` and `endsBy`, for ever.
 * So the records read: Decreto 135 (last 20 March, confirmed 20, ends by 21): the night of the 21st is not known. Decreto 146 (last
 * 2 October, confirmed 2, ends by 3, annulled from the 4th 05:00): the night of the 3rd is not known and ends with the annulment.
 * Decreto 493 (no last night, confirmed 2 March, ends by 2 April): 3 March to 2 April are not known. A record that contradicts itself
 * (confirmed after its last night, or over by a day before it) leaves those nights not known too.
 */
function nights(curfew: Curfew): Pick<Calendar, "first" | "certain" | "last"> {
  const day = (text: string | undefined) => (text === undefined ? undefined : epochDay(text));
  const [declaredLast, confirmed, endsBy] = [day(curfew.lastNight), day(curfew.lastConfirmed), day(curfew.endsBy)];
  const open = declaredLast === undefined && endsBy === undefined;
  return {
    first: epochDay(curfew.firstNight),
    certain: Math.min(declaredLast ?? Infinity, confirmed ?? Infinity),
    last: open ? Infinity : Math.max(declaredLast ?? -Infinity, confirmed ?? -Infinity, endsBy ?? -Infinity),
  };
}

/** No zone is a whole day off UTC, so a day of slack on each side holds any of them. What ended everywhere for good has no later window. */
function spanOf(
  { first, last }: { first: EpochDay; last: EpochDay },
  longest: number,
  endings: readonly Ended[],
): Interval {
  const over = endings.flatMap(({ from, to, areas }) => (areas === undefined && to === Infinity ? [from] : []));
  return { start: (first - 1) * DAY, end: Math.min((last + longest + 2) * DAY, ...over) };
}

function times(curfew: Curfew, side: "start" | "end"): WallTime[] {
  return [...new Set([...curfew.rules, ...curfew.exceptions].flatMap((one) => one[side] ?? []))];
}
