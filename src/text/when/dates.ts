// Rules for dates of the calendar: figures, month names, weekdays. Figures alone are day first, always; it never takes them month first.
import { Temporal } from "temporal-polyfill";
import type { DayRead, Here, Note } from "./reading.ts";
import { both, either, firstOf, maybe, piece, raw, type Rule } from "./rule.ts";

type Date = Temporal.PlainDate;

const MONTHS = [
  "january|jan|enero|ene",
  "february|feb|febrero",
  "march|mar|marzo",
  "april|apr|abril|abr",
  "may|mayo",
  "june|jun|junio",
  "july|jul|julio",
  "august|aug|agosto|ago",
  "september|sept|sep|septiembre|setiembre|set",
  "october|oct|octubre",
  "november|nov|noviembre",
  "december|dec|diciembre|dic",
] as const;
const MONTH = String.raw`(${MONTHS.join("|")})\b\.?`;
const DAY = String.raw`(\d{1,2}|primero)(?:st|nd|rd|th|ro|o)?`;
/** What may stand before a date. */
const ON = String.raw`(?:(?:on|of|for|el|del|para el)\s+)?(?:(?:the|dia)\s+)?`;

const WEEKDAYS = [
  "monday|mon|lunes|lun",
  "tuesday|tues|tue|martes",
  "wednesday|weds|wed|miercoles|mier|mie",
  "thursday|thurs|thur|thu|jueves|jue",
  "friday|fri|viernes|vier|vie",
  "saturday|sat|sabado|sab",
  "sunday|sun|domingo|dom",
] as const;
export const WEEKDAY = String.raw`(${WEEKDAYS.join("|")})\b\.?`;

const position = (lists: readonly string[], word: string) =>
  lists.findIndex((list) => list.split("|").includes(word)) + 1;
export const weekdayOf = (word = ""): number => position(WEEKDAYS, word.replace(".", ""));
const monthOf = (word = "") => position(MONTHS, word);
const dayOf = (word = "") => (word === "primero" ? 1 : Number(word));

export const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/** Undefined where the calendar has no such day. */
export function date(year: number, month: number, day: number): Date | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function read(typed: string | undefined, one: Date | undefined, notes: readonly Note[] = []): DayRead {
  return { dates: one === undefined ? [] : [one], notes, typed: typed ?? "" };
}

/** A day without its year is the one nearest to today. */
function nearest(typed: string | undefined, month: number, day: number, { today }: Here): DayRead {
  const years = [today.year, today.year - 1, today.year + 1].map((year) => date(year, month, day));
  const near = years.filter((it) => it !== undefined).sort((a, b) => apart(a, today) - apart(b, today));
  return { ...read(typed, near[0], yearNote(near[0], today)), near };
}

function yearNote(one: Date | undefined, today: Date): readonly Note[] {
  return one === undefined || one.year === today.year ? [] : [{ is: "year", year: one.year }];
}

const apart = (a: Date, b: Date) => Math.abs(a.since(b, { largestUnit: "days" }).days);

/** Both orders would be a day: how it was read is said. */
function figures(typed: string | undefined, found: DayRead, day: number, month: number): DayRead {
  const [own] = found.dates;
  const other = own === undefined || day === month ? undefined : date(own.year, day, month);
  return other === undefined
    ? { ...found, typed: typed ?? "" }
    : { ...found, notes: [...found.notes, { is: "dayFirst", other: other.toString() }] };
}

function inFigures(here: Here): Rule<DayRead> {
  return either(
    raw(String.raw`${ON}(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d)|(?![a-z0-9]))`, ([all, year, month, day]) =>
      read(all?.replace(/t$/, ""), date(Number(year), Number(month), Number(day))),
    ),
    piece(String.raw`${ON}(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|(?<=\/)\d{2})`, ([all, day, , month, year = ""]) => {
      const full = year.length === 2 ? 2000 + Number(year) : Number(year);
      return figures(all, read(all, date(full, Number(month), Number(day))), Number(day), Number(month));
    }),
    piece(String.raw`${ON}(\d{1,2})\/(\d{1,2})(?!\/)`, ([all, day, month]) =>
      figures(all, nearest(all, Number(month), Number(day), here), Number(day), Number(month)),
    ),
  );
}

/** `20 March`, `20 de marzo de 2025`, `March 20th, 2025`. Four figures that are no likely year are left to be an hour. */
function inWords(here: Here): Rule<DayRead> {
  const YEAR = String.raw`(?:\s*,?\s*(de |del |of )?(\d{4})(?!\s?[h:]))`;
  const isYear = (said: string | undefined, year: string | undefined) =>
    said !== undefined || (Number(year) >= FIRST_YEAR && Number(year) <= here.today.year + 1);
  const dayFirst = String.raw`${ON}${DAY}\s*(?:de\s+|of\s+|-)?${MONTH}`;
  const monthFirst = String.raw`${ON}${MONTH}\s+(?:the\s+)?${DAY}`;
  return either(
    firstOf(
      piece(dayFirst + YEAR, ([all, day, month, said, year]) =>
        isYear(said, year) ? read(all, date(Number(year), monthOf(month), dayOf(day))) : undefined,
      ),
      piece(dayFirst, ([all, day, month]) => nearest(all, monthOf(month), dayOf(day), here)),
    ),
    firstOf(
      piece(monthFirst + YEAR, ([all, month, day, said, year]) =>
        isYear(said, year) ? read(all, date(Number(year), monthOf(month), dayOf(day))) : undefined,
      ),
      piece(monthFirst, ([all, month, day]) => nearest(all, monthOf(month), dayOf(day), here)),
    ),
  );
}

/** `el 20`, `the 20th`: the next day of that number. */
function dayOfMonth({ today }: Here): Rule<DayRead> {
  const next = (day: number) => (from: Date) => find(from, 62, (one) => one.day === day);
  const found = (typed: string | undefined, day: number): DayRead => {
    const one = next(day)(today);
    return { ...read(typed, one), after: next(day) };
  };
  return either(
    piece(String.raw`(?:el|del|para el)\s+(?:dia\s+)?(\d{1,2})`, ([all, day]) => found(all, Number(day))),
    piece(String.raw`(?:on\s+)?the\s+(\d{1,2})(?:st|nd|rd|th)`, ([all, day]) => found(all, Number(day))),
  );
}

/** Days within which a weekday and a number name a date. */
const NEAR = 45;

/** `Tue 17`, as our own spans end: the nearest 17th that is a Tuesday. */
function weekdayAndNumber({ today }: Here): Rule<DayRead> {
  return piece(String.raw`${ON}${WEEKDAY},?\s+(\d{1,2})(?:st|nd|rd|th)?`, ([all, name, day]) => {
    const fits = (one: Date) => one.dayOfWeek === weekdayOf(name) && one.day === Number(day);
    const near = find(today, NEAR, fits) ?? find(today.subtract({ days: NEAR }), NEAR, fits);
    // Far from today it is more likely an hour that we do not read than a date; behind a begin it is the next one.
    return { ...read(all, near), after: (from: Date) => find(from, NEAR, fits) };
  });
}

/** The first day from `from` on that fits, within so many days. */
export function find(from: Date, days: number, fits: (one: Date) => boolean): Date | undefined {
  for (let off = 0; off < days; off++) {
    const one = from.add({ days: off });
    if (fits(one)) return one;
  }
  return undefined;
}

/** Every date of the calendar, with its weekday or without; a weekday that is another is said. */
export function dates(here: Here): Rule<DayRead> {
  const plain = either(inFigures(here), inWords(here));
  const named = both(
    piece(String.raw`${ON}${WEEKDAY}`, ([, name]) => weekdayOf(name)),
    plain,
    (weekday, found) => {
      const [one] = found.dates;
      const fitting = found.near?.find((near) => near.dayOfWeek === weekday);
      if (fitting !== undefined) {
        const notes = found.notes.filter((note) => note.is !== "year");
        return { ...found, dates: [fitting], notes: [...notes, ...yearNote(fitting, here.today)] };
      }
      if (one === undefined || one.dayOfWeek === weekday) return found;
      return { ...found, notes: [...found.notes, { is: "weekday", day: one.toString() } as const] };
    },
  );
  const after = both(plain, maybe(piece(WEEKDAY, () => true)), (found) => found);
  return either(named, after, weekdayAndNumber(here), dayOfMonth(here));
}
