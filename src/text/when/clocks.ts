// Rules for hours as people write them, in both languages. A new way of writing one is one more rule in CLOCKS.
import type { ClockRead, PartOfDay } from "./reading.ts";
import { as, both, either, maybe, piece, type Rule } from "./rule.ts";

/** `a las`, `at`, `la`: what tells that a figure is an hour. */
const LEAD = String.raw`(?:(at|a|@)\s*)?(?:(las?)\s+)?`;
const HALF = String.raw`(?:\s?([ap])\.?\s?m\b\.?)`;
/** Written behind an hour of the 24-hour clock. */
const HOURS = String.raw`(?:\s?(?:horas|hours|hrs?|hs|h)\b\.?)`;

const NUMBERS: readonly (readonly string[])[] = [
  ["one", "una", "uno"],
  ["two", "dos"],
  ["three", "tres"],
  ["four", "cuatro"],
  ["five", "cinco"],
  ["six", "seis"],
  ["seven", "siete"],
  ["eight", "ocho"],
  ["nine", "nueve"],
  ["ten", "diez"],
  ["eleven", "once"],
  ["twelve", "doce"],
];
const NUMBER = String.raw`(\d{1,2}|${NUMBERS.flat().join("|")})`;

/** `11`, `once`, `eleven`. */
export function numberOf(word: string): number {
  const named = NUMBERS.findIndex((names) => names.includes(word)) + 1;
  return named > 0 ? named : Number(word);
}

const half = (letter: string | undefined) => (letter === undefined ? undefined : letter === "a" ? "am" : "pm");

function clock(typed: string | undefined, hour: string, minute: number, more: Partial<ClockRead> = {}): ClockRead {
  return { hour: numberOf(hour), minute, zero: hour.startsWith("0"), typed: typed ?? "", ...more };
}

/** `23:30`, `23.30`, `23:30:00 h`, `11:30 p. m.` */
const withMinutes = piece(
  String.raw`${LEAD}(\d{1,2})\s?[:.]\s?(\d{2})(?::\d{2})?(?:${HALF}|${HOURS})?`,
  ([all, , , hour = "", minute, letter]) => clock(all, hour, Number(minute), { half: half(letter) }),
);

/** `23h30`, `23 h 30 min`. */
const withH = piece(String.raw`${LEAD}(\d{1,2})\s?h\s?(\d{2})(?:\s?(?:min|m)\b\.?)?`, ([all, , , hour = "", minute]) =>
  clock(all, hour, Number(minute)),
);

/** `23h`, `23 horas`. */
const wholeHour = piece(String.raw`${LEAD}(\d{1,2})${HOURS}`, ([all, , , hour = ""]) =>
  clock(all, hour, 0, { zero: true }),
);

/** `2330`, but not `2026`, which is a year; `2026 h`. */
const together = (year: number) =>
  piece(String.raw`${LEAD}(\d{2})(\d{2})(${HOURS})?`, ([all, at, las, hour = "", minute = "", unit]) => {
    const isYear = Math.abs(Number(hour + minute) - year) <= 1 && (at ?? las ?? unit) === undefined;
    return isYear ? undefined : clock(all, hour, Number(minute), { zero: true });
  });

/** `1130pm`. */
const togetherHalf = piece(String.raw`${LEAD}(\d{1,2})(\d{2})${HALF}`, ([all, , , hour = "", minute, letter]) =>
  clock(all, hour, Number(minute), { half: half(letter) }),
);

/** `11`, `las once`, `at 11`, `11pm`, `11 o'clock`. */
const figure = piece(
  String.raw`${LEAD}${NUMBER}(?:${HALF}|\s?(o'?clock|en punto))?`,
  ([all, at, las, hour = "", letter, sharp]) =>
    clock(all, hour, 0, {
      half: half(letter),
      open: letter === undefined,
      bare: (at ?? las ?? letter ?? sharp) === undefined,
    }),
);

const MINUTES = {
  media: 30,
  cuarto: 15,
  half: 30,
  quarter: 15,
  "a quarter": 15,
  "un cuarto": 15,
  cinco: 5,
  diez: 10,
  veinte: 20,
  veinticinco: 25,
  five: 5,
  ten: 10,
  twenty: 20,
  "twenty five": 25,
} as const;
const MINUTE = String.raw`(\d{1,2}|${Object.keys(MINUTES)
  .sort((a, b) => b.length - a.length)
  .join("|")})`;
const minutesOf = (word: string) => new Map<string, number>(Object.entries(MINUTES)).get(word) ?? Number(word);

/** `11 y media`, `las once menos cuarto`. */
const minutesAfter = piece(
  String.raw`${LEAD}${NUMBER} (y|menos) ${MINUTE}${HALF}?`,
  ([all, , , hour = "", sign, minutes = "", letter]) =>
    moved(clock(all, hour, 0, { half: half(letter), open: true }), minutesOf(minutes) * (sign === "y" ? 1 : -1)),
);

/** `half past ten`, `quarter to 11pm`, `cuarto para las once`. */
const minutesBefore = piece(
  String.raw`(?:(?:at|a|al|las?)\s+)?${MINUTE}(?: minutes| minutos)? (past|to|para) (?:las?\s+)?${NUMBER}${HALF}?`,
  ([all, minutes = "", sign, hour = "", letter]) =>
    moved(clock(all, hour, 0, { half: half(letter), open: true }), minutesOf(minutes) * (sign === "past" ? 1 : -1)),
);

/** Undefined where the hour itself is none of the twelve. */
function moved(read: ClockRead, minutes: number): ClockRead | undefined {
  if (minutes > 59 || read.hour < 1 || read.hour > 12) return undefined;
  if (minutes >= 0) return { ...read, minute: minutes };
  return { ...read, hour: read.hour === 1 ? 12 : read.hour - 1, minute: 60 + minutes };
}

/** `mediodía`, `noon`, `midnight`. */
const named = either(
  piece(String.raw`(?:at\s+|al?\s+)?(?:el\s+)?(?:mediodia|medio dia|noon|midday)`, ([all]) =>
    clock(all, "12", 0, { zero: true }),
  ),
  piece(String.raw`(?:at\s+|a\s+)?(?:la\s+)?(?:medianoche|media noche|midnight)`, ([all]) =>
    clock(all, "12", 0, { midnight: true }),
  ),
);

const PARTS: readonly (readonly [PartOfDay, string])[] = [
  ["small", String.raw`(?:(?:de|en|por) )?(?:la )?madrugada|in the small hours`],
  ["morning", String.raw`(?:de|en|por|a) la manana|in the morning`],
  ["noon", String.raw`del? (?:mediodia|medio dia|dia)`],
  ["afternoon", String.raw`(?:de|en|por|a) la tarde|in the afternoon`],
  ["night", String.raw`(?:de|en|por|a) la noche|at night|in the evening`],
];

/** What part of a day an hour is of, or a day's hours are meant of: `de la noche`, `in the morning`. */
export const partOfDay: Rule<PartOfDay> = either(...PARTS.map(([part, words]) => piece(`(?:${words})`, () => part)));

const CLOCKS = (year: number) => [
  withMinutes,
  withH,
  wholeHour,
  togetherHalf,
  together(year),
  minutesAfter,
  minutesBefore,
  figure,
];

/** `year`: this one; a year is no hour. */
export function clocks(year: number): Rule<ClockRead> {
  const written = both(either(...CLOCKS(year)), maybe(partOfDay), (read, part) =>
    part === undefined ? read : ofPart(read, part),
  );
  return as(either(written, named), (read) => read);
}

function ofPart(read: ClockRead, part: PartOfDay): ClockRead {
  const midnight = part === "night" && read.hour === 12 && read.minute === 0;
  return { ...read, part, bare: false, midnight };
}
