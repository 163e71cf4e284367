// The sentences a time can be typed in: a point, a span, a distance from now. What a rule does not read to its last word it does not read.
import { HOUR, type Millis, MINUTE } from "../../domain/time.ts";
import { clocks, numberOf } from "./clocks.ts";
import { dates } from "./dates.ts";
import { days, parts } from "./days.ts";
import type { Point } from "./point.ts";
import type { ClockRead, DayRead, Here } from "./reading.ts";
import { as, both, either, maybe, piece, raw, remembered, type Rule } from "./rule.ts";
import type { Ending } from "./span.ts";

export type Sentence =
  | { is: "now" }
  | { is: "point"; point: Point }
  /** `nearEnd`: the begin is the last such hour before the end. */
  | { is: "span"; from: Ending; to: Point; nearEnd?: boolean }
  /** So much before or after now. */
  | { is: "off"; by: Millis }
  | { is: "ahead"; by: Millis };

const NOW = piece("(?:right now|now|ahora mismo|ahorita|ahora|ya|en este momento)", (): "now" => "now");

export function sentence(here: Here): Rule<Sentence> {
  const day = remembered(days(here));
  const clock = remembered(clocks(here.today.year));
  return either<Sentence>(
    as(NOW, () => ({ is: "now" })),
    as(point(day, parts(here), clock), (one) => ({ is: "point", point: one })),
    distance,
    range(here),
    span(day, clock),
  );
}

// ---- Points

/** Between a day and its hour. */
const between = maybe(piece("(?:at|on|a|de|del|of|the|el)", () => true));

/** A figure alone is an hour only beside a word such as "tomorrow". */
const fits = (day: DayRead, clock: ClockRead) => !clock.bare || day.bare === true;

function dayThenHour(day: Rule<DayRead>, clock: Rule<ClockRead>): Rule<Point> {
  const rest = both(between, clock, (_, one) => one);
  return both(day, rest, (one, hour) => (fits(one, hour) ? { day: one, clock: hour } : undefined));
}

function hourThenDay(day: Rule<DayRead>, clock: Rule<ClockRead>): Rule<Point> {
  const rest = both(between, day, (_, one) => one);
  return both(clock, rest, (hour, one) => (fits(one, hour) ? { day: one, clock: hour } : undefined));
}

function point(day: Rule<DayRead>, part: Rule<DayRead>, clock: Rule<ClockRead>): Rule<Point> {
  return either<Point>(
    dayThenHour(day, clock),
    hourThenDay(day, clock),
    dayThenHour(part, clock),
    as(either(day, part), (one) => ({ day: one })),
    as(clock, (one) => (one.bare ? undefined : { clock: one })),
  );
}

// ---- Distances

const UNITS: readonly (readonly [RegExp, Millis])[] = [
  [/^h/, HOUR],
  [/^m/, MINUTE],
];
const COUNT = String.raw`(\d{1,4}|half an?|media|an?|un[ao]?|two|dos|three|tres|cuatro|four|five|cinco|six|seis|ten|diez)`;
const UNIT = String.raw`(hours?|horas?|hrs?|h|minutes?|minutos?|mins?|m)(?![a-z])\.?`;
/** `2 hours`, `media hora`, `1 h 30 min`, `una hora y media`. */
const LENGTH = String.raw`${COUNT}\s?${UNIT}(?:\s?(?:y |and )?(?:(media|half|cuarto)|(\d{1,2})\s?(?:minutes?|minutos?|mins?|m)?\b))?`;

function lengthOf([, count = "", unit = "", half, minutes]: readonly (string | undefined)[]): Millis {
  const many = /^half|^media/.test(count) ? 0.5 : /^(?:an?|un[ao]?)$/.test(count) ? 1 : numberOf(count);
  const length = UNITS.find(([name]) => name.test(unit))?.[1] ?? 0;
  const more = half === undefined ? Number(minutes ?? 0) : half === "cuarto" ? 15 : 30;
  return many * length + more * MINUTE;
}

const distance = either<Sentence>(
  piece(`(?:in|en|dentro de) ${LENGTH}`, (groups) => ({ is: "off", by: lengthOf(groups) })),
  piece(`${LENGTH} (?:from now|later)`, (groups) => ({ is: "off", by: lengthOf(groups) })),
  piece(`hace ${LENGTH}`, (groups) => ({ is: "off", by: -lengthOf(groups) })),
  piece(`${LENGTH} ago`, (groups) => ({ is: "off", by: -lengthOf(groups) })),
  piece(`(?:(?:for|in|over) )?(?:the )?next ${LENGTH}`, (groups) => ({ is: "ahead", by: lengthOf(groups) })),
  piece(`for ${LENGTH}`, (groups) => ({ is: "ahead", by: lengthOf(groups) })),
  piece(`(?:(?:en|durante|por) )?(?:las?|los|el) proxim[ao]s? ${LENGTH}`, (groups) => ({
    is: "ahead",
    by: lengthOf(groups),
  })),
);

// ---- Spans

/** `del 20 al 22 de marzo`, `16-18 March`. */
function range(here: Here): Rule<Sentence> {
  const first = raw(
    String.raw`(?:(?:del?|desde el|from)(?: the)? )?(\d{1,2})(?:st|nd|rd|th)?(?: ?- ?| (?:al?|to|y|hasta el) )`,
    ([, day]) => Number(day),
  );
  return both(first, dates(here), (number, last): Sentence | undefined => {
    const [end] = last.dates;
    if (end === undefined || number < 1 || number >= end.day) return undefined;
    return { is: "span", from: { day: { ...last, notes: [], dates: [end.with({ day: number })] } }, to: { day: last } };
  });
}

const TO = "->|-|(?:al?|to|hasta|hasta el|until|till)(?![a-z0-9])";
/** What opens a span, and what stands between its ends then. */
const FRAMES: readonly { opens?: string; links: string }[] = [
  { links: TO },
  { opens: "(?:de|del|desde|desde el|from)", links: TO },
  { opens: "(?:entre|entre el|between)", links: "(?:y|e|and|y el)(?![a-z0-9])|-" },
];

interface Ends {
  from: Ending;
  to: Point;
  /** The day stands behind the second hour: it is that of both. */
  behind?: DayRead;
  nearEnd?: boolean;
}

function span(day: Rule<DayRead>, clock: Rule<ClockRead>): Rule<Sentence> {
  const end = remembered(ending(day, clock));
  const framed = either(
    ...FRAMES.map(({ opens, links }) => {
      const link = raw(String.raw`\s?(?:${links})`, () => true);
      const rest = both(
        both(end, link, (one) => one),
        end,
        (from, to) => ends(from, to, opens !== undefined),
      );
      return opens === undefined
        ? rest
        : both(
            piece(opens, () => true),
            rest,
            (_, one) => one,
          );
    }),
  );
  const until = both(
    piece("(?:until|till|til|up to|hasta(?: el)?)", () => true),
    end,
    (_, to): Ends | undefined => (to === "now" ? undefined : { from: "now", to: to.point }),
  );
  const onDay = both(
    both(day, maybe(piece("(?:,|at)", () => true)), (one) => one),
    framed,
    onThatDay,
  );
  return as(either(onDay, as(framed, settled), until), (found) => ({ is: "span", ...found }));
}

type Side = "now" | { point: Point; behind: boolean };

/** An end of a span, and whether its day stands behind its hour. */
function ending(day: Rule<DayRead>, clock: Rule<ClockRead>): Rule<Side> {
  const side = (behind: boolean) => (one: Point) => ({ point: one, behind });
  return either<Side>(
    NOW,
    as(dayThenHour(day, clock), side(false)),
    as(hourThenDay(day, clock), side(true)),
    as(clock, (one) => ({ point: { clock: one }, behind: false })),
    as(day, (one) => ({ point: { day: one }, behind: false })),
  );
}

/** Two figures alone are hours only where a word says from and to. */
function ends(from: Side, to: Side, framed: boolean): Ends | undefined {
  if (to === "now") return undefined;
  if (from === "now") return { from, to: to.point };
  const { clock, day } = from.point;
  if (!framed && clock?.bare && to.point.clock?.bare) return undefined;
  // "10pm to 1am on Friday" begins on Friday; "de 22:00 a 2 de la madrugada del sábado" ends on Saturday.
  const behind = to.behind && clock !== undefined && day === undefined ? to.point.day : undefined;
  if (behind === undefined) return { from: from.point, to: to.point };
  if (to.point.clock?.part === "small") return { from: from.point, to: to.point, nearEnd: true };
  return { from: from.point, to: { clock: to.point.clock }, behind };
}

function settled({ behind, ...ends }: Ends): Ends {
  const { from } = ends;
  return behind === undefined || from === "now" ? ends : { ...ends, from: { ...from, day: behind } };
}

/** `lunes 19h30-22h45`: the day before both. */
function onThatDay(day: DayRead, { from, to, behind }: Ends): Ends | undefined {
  if (from === "now" || from.day !== undefined || behind !== undefined || from.clock === undefined) return undefined;
  return { from: { ...from, day }, to };
}
