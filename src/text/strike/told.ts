// Reads which day is told of a strike and what it is the day of, as people type it in either language, and writes it back. Days are US calendar days. It never
// takes a day for the strike's own where nobody said so: a day without such a word is asked about.
import { Temporal } from "temporal-polyfill";
import { US_ZONE } from "../../domain/fresh.ts";
import type { DateBasis } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import type { Day, Zone } from "../../domain/time.ts";
import { readDays } from "../day.ts";
import { fold } from "../fold.ts";
import { day } from "../time.ts";
import { plain } from "../when/plain.ts";

/** `reportedOn`: the day of the report, where another day is the record's own. */
export interface Told {
  date: Day;
  dateBasis: DateBasis;
  announcedOn?: Day;
  reportedOn?: Day;
}

export type ReadTold =
  | { is: "told"; told: Told }
  | { is: "unreadable" | "no-day" | "several-days" | "order" | "twice" }
  /** The day could be read; what it is the day of was not said. */
  | { is: "no-basis"; day: Day }
  | { is: "future" | "weekday"; day: Day };

/** Longer than any two days; what is longer is not looked at. */
const LONGEST = 120;

const BASES: ReadonlyMap<string, DateBasis> = new Map([
  ...of(
    "strike",
    "strike strikes struck attack attacked hit happened occurred ataque ataques atacado atacada ocurrio ocurrido",
  ),
  ...of("announcement", "announced announcement announces anunciado anunciada anuncio anuncia"),
  ...of(
    "reported",
    "report reported reports reporte reportado reporto informe informado informo noticia publicado published",
  ),
]);
const FILLERS = new Set("on at in day days dia first primera was fue it se la las lo by a the el de del of".split(" "));
const WEEKDAYS: readonly (readonly string[])[] = [
  "mon monday lunes lun",
  "tue tues tuesday martes",
  "wed wednesday miercoles mie",
  "thu thur thurs thursday jueves jue",
  "fri friday viernes vie",
  "sat saturday sabado sab",
  "sun sunday domingo dom",
].map((names) => names.split(" "));

const ZONES: readonly [string, Zone][] = [
  ["hora del este|eastern time|eastern|et|est|edt", US_ZONE],
  ["utc|gmt|z", "UTC"],
  ["hora de ecuador|hora ecuatoriana|ecuador time|ect", "America/Guayaquil"],
];
const HALF = String.raw`a\.? ?m\.?|p\.? ?m\.?`;
/** `02:10 ET`, `2h10`, `2 a.m. (hora de Ecuador)`. */
const CLOCK = new RegExp(
  String.raw`(?:\b(?:at|a las) )?\b(?:(\d{1,2})[:h](\d{2})(?::\d{2})?(?: ?h(?:oras|s|rs)?\b)?(?: ?(${HALF}))?|(\d{1,2}) ?(${HALF}))(?![a-z\d])(?:,? ?\(?(${ZONES.map(([names]) => names).join("|")})\b\)?)?`,
);

interface Hour {
  hour: number;
  minute: number;
  zone: Zone;
}
/** A day or a word of what it is, or both; both once they have found each other. */
interface Part {
  basis?: DateBasis;
  words?: readonly string[];
  hour?: Hour;
}

function of(basis: DateBasis, words: string): [string, DateBasis][] {
  return words.split(" ").map((word) => [word, basis]);
}

/** `today`: the day it is in the US. */
export function readTold(typed: string, today: Day): ReadTold {
  if (typed.length > LONGEST) return { is: "unreadable" };
  const parts = joined(pieces(plain(typed)).flatMap(partsOf));
  if (parts.length === 0 || parts.length > 3) return { is: "unreadable" };
  if (parts.every(({ words }) => words === undefined)) return { is: "no-day" };
  const days: { basis: DateBasis | undefined; day: Day }[] = [];
  for (const { basis, words, hour } of parts) {
    if (words === undefined) return { is: "unreadable" };
    const read = dayOfWords(words, today, hour);
    if (read.is !== "day") return read;
    if (read.day > today) return { is: "future", day: read.day };
    days.push({ basis, day: read.day });
  }
  return toldOf(days);
}

/** Pieces between commas; a comma within a date is none. */
function pieces(text: string): string[] {
  const weekday = new RegExp(String.raw`\b(${WEEKDAYS.flat().join("|")})\.?,`, "g");
  return text
    .replaceAll(weekday, "$1 ")
    .replaceAll(/,\s*(\d{4})\b(?![-/\d])/g, " $1")
    .split(/[;,|()]|\s(?:and|y)\s/)
    .reduce<string[]>((all, piece) => withZone(all, piece.trim()), [])
    .filter((piece) => piece !== "");
}

/** `02:10 (hora de Ecuador)`: what stands between brackets belongs to the hour before it. */
function withZone(all: string[], piece: string): string[] {
  const last = all.at(-1);
  const isZone = new RegExp(`^(?:${ZONES.map(([names]) => names).join("|")})$`).test(piece);
  return isZone && last !== undefined ? [...all.slice(0, -1), `${last} ${piece}`] : [...all, piece];
}

/** A piece in order: words of what it is, and the words between them. `16 mar announced 17 mar` is a day alone and one that was announced. */
function partsOf(piece: string): Part[] {
  const clock = CLOCK.exec(piece);
  const hour = clock === null ? undefined : hourOf(clock);
  if (clock !== null && hour === undefined) return [{ words: ["?"] }];
  const words = fold(clock === null ? piece : piece.replace(clock[0], " ")).split(" ");
  const items: Part[] = [];
  for (const word of words.filter((one) => one !== "" && !FILLERS.has(one))) {
    const basis = BASES.get(word);
    const last = items.at(-1);
    if (basis !== undefined) items.push({ basis });
    else if (last?.words === undefined) items.push({ words: [word] });
    else items[items.length - 1] = { words: [...last.words, word] };
  }
  const pairs = paired(items);
  const dated = pairs.filter((one) => one.words !== undefined).at(-1);
  if (hour === undefined) return pairs;
  // An hour alone stands behind its day, in a piece of its own.
  return dated === undefined ? [...pairs, { hour }] : pairs.map((one) => (one === dated ? { ...one, hour } : one));
}

function paired(items: readonly Part[]): Part[] {
  const [first, second] = items;
  if (first === undefined) return [];
  if (second === undefined) return [first];
  const alone = first.words !== undefined && items.length % 2 === 1;
  if (alone || (first.words === undefined) === (second.words === undefined)) return [first, ...paired(items.slice(1))];
  return [{ ...first, ...second }, ...paired(items.slice(2))];
}

/** `17 Mar | announced`: a day finds the word beside it, an hour the day before it. */
function joined(parts: readonly Part[]): Part[] {
  return parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    const fits =
      last !== undefined &&
      (part.words === undefined && part.basis === undefined
        ? last.words !== undefined && last.hour === undefined
        : (last.words === undefined) !== (part.words === undefined) &&
          (last.basis === undefined) !== (part.basis === undefined));
    return fits ? [...all.slice(0, -1), { ...last, ...part }] : [...all, part];
  }, []);
}

function hourOf([, h, m, half, bare, bareHalf, zone]: RegExpExecArray): Hour | undefined {
  const read = Number(h ?? bare);
  const part = half ?? bareHalf;
  const minute = Number(m ?? 0);
  if (minute > 59 || read > 23 || (part !== undefined && (read < 1 || read > 12))) return undefined;
  const hour = part === undefined ? read : (read % 12) + (part.startsWith("p") ? 12 : 0);
  const named = ZONES.find(([names]) => zone !== undefined && names.split("|").includes(zone));
  return { hour, minute, zone: named?.[1] ?? US_ZONE };
}

function dayOfWords(
  words: readonly string[],
  today: Day,
  hour: Hour | undefined,
): { is: "day"; day: Day } | { is: "unreadable" | "several-days" } | { is: "future" | "weekday"; day: Day } {
  const weekday = WEEKDAYS.findIndex((names) => words.some((word) => names.includes(word))) + 1;
  const others = words.filter((word) => !WEEKDAYS.flat().includes(word));
  if (words.length - others.length > 1) return { is: "unreadable" };
  if (others.length === 0) return { is: "day", day: inUS(lastOf(weekday, today), hour) };
  const days = readDays(others.join(" "), today);
  if (days === undefined) return { is: "unreadable" };
  if (days.from !== days.to) return { is: "several-days" };
  const next = Temporal.PlainDate.from(days.from).add({ years: 1 });
  const yearless = others.filter((word) => /^\d/.test(word)).length === 1 && others.length > 1;
  // "18 Mar" typed on 17 March is tomorrow, not a year ago; "31 Dec" typed on 2 January is the day before yesterday.
  if (yearless && next.since(today).days < 183) return { is: "future", day: next.toString() };
  if (weekday > 0 && Temporal.PlainDate.from(days.from).dayOfWeek !== weekday) return { is: "weekday", day: days.from };
  return { is: "day", day: inUS(days.from, hour) };
}

/** A weekday alone is the last one, today's too. */
function lastOf(weekday: number, today: Day): Day {
  const now = Temporal.PlainDate.from(today);
  return now.subtract({ days: (now.dayOfWeek - weekday + 7) % 7 }).toString();
}

/** 17 March 02:10 UTC is 16 March in the US. */
function inUS(date: Day, hour: Hour | undefined): Day {
  if (hour === undefined || hour.zone === US_ZONE) return date;
  const at = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: hour.zone,
    plainTime: Temporal.PlainTime.from({ hour: hour.hour, minute: hour.minute }),
  });
  return at.withTimeZone(US_ZONE).toPlainDate().toString();
}

function toldOf(days: readonly { basis: DateBasis | undefined; day: Day }[]): ReadTold {
  const open = days.filter(({ basis }) => basis === undefined);
  const [unsaid] = open;
  const stated = days.some(({ basis }) => basis === "strike");
  // "16 Mar, announced 17 Mar": of two days, the one that was not announced is the strike's.
  if (unsaid !== undefined && (open.length > 1 || stated || days.length === 1))
    return { is: "no-basis", day: unsaid.day };
  const by = new Map(days.map((one) => [one.basis ?? "strike", one.day]));
  if (by.size < days.length) return { is: "twice" };
  const [strike, announced, reported] = [by.get("strike"), by.get("announcement"), by.get("reported")];
  const first = [announced, reported].filter((one) => one !== undefined).sort()[0];
  if (strike !== undefined && first !== undefined && first < strike) return { is: "order" };
  const later = {
    ...(announced !== undefined && strike !== undefined ? { announcedOn: announced } : {}),
    ...(reported !== undefined && (strike ?? announced) !== undefined ? { reportedOn: reported } : {}),
  };
  if (strike !== undefined) return { is: "told", told: { date: strike, dateBasis: "strike", ...later } };
  if (announced !== undefined) return { is: "told", told: { date: announced, dateBasis: "announcement", ...later } };
  return reported === undefined ? { is: "no-day" } : { is: "told", told: { date: reported, dateBasis: "reported" } };
}

const WORDS = {
  en: { strike: "strike", announcement: "announced", reported: "report" },
  es: { strike: "ataque", announcement: "anunciado", reported: "reporte" },
} as const;

/** `17 Mar 2026, announced`; `strike 16 Mar 2026, announced 17 Mar 2026`. readTold() reads it as the same. */
export function toldWords({ date, dateBasis, announcedOn, reportedOn }: Told, language: Language): string {
  const words = WORDS[language];
  const days = [
    [words[dateBasis], date],
    ...(dateBasis !== "strike" || announcedOn === undefined ? [] : [[words.announcement, announcedOn] as const]),
    ...(reportedOn === undefined ? [] : [[words.reported, reportedOn] as const]),
  ] as const;
  const [only] = days;
  if (days.length === 1) return `${day(date, language)}, ${only[0]}`;
  return days.map(([word, one]) => `${word} ${day(one, language)}`).join(", ");
}
