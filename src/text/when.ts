// Reads a moment as people type it, in either language, on the clock of the place asked about. It never guesses past what was typed: what it
// does not read whole it does not read at all. A new way of typing is one more small reader in DAYS or TIMES.
import { Temporal } from "temporal-polyfill";
import type { Day, Interval, Millis, Zone } from "../domain/time.ts";

export type When =
  | { is: "moment"; at: Millis }
  /** A day without an hour, or "tonight": the night that begins then. */
  | { is: "night"; night: Interval; day: Day }
  | { is: "impossible"; what: string }
  | { is: "unreadable" };

interface Here {
  now: Temporal.ZonedDateTime;
  today: Temporal.PlainDate;
}

/** What a reader found: its piece of the text, and what it means. `impossible`: written like a day or hour, but there is none. */
interface Found<Value> {
  piece: string;
  value: Value | "impossible";
}
type Reader<Value> = (text: string, here: Here) => Found<Value> | undefined;

/** What an hour is added to; `night` was named as one, so that its small hours are those of the next morning. */
interface DayRead {
  date: Temporal.PlainDate;
  night: boolean;
}
interface TimeRead {
  /** `24:00` is hour 24. */
  hour: number;
  minute: number;
}

/** An evening's curfews begin from here, and its night is over by then. */
const NIGHT = { from: 18, to: 6 } as const;
/** Up to here "tonight" is the night that runs; whoever asks later means the one to come. */
const RUNS_UNTIL = 5;
/** Longer than any moment; what is longer is not looked at. */
const LONGEST = 60;

export function readWhen(typed: string, { now, zone }: { now: Millis; zone: Zone }): When {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const here: Here = { now: local, today: local.toPlainDate() };
  const text = plain(typed);
  if (text === "" || text.length > LONGEST) return { is: "unreadable" };
  if (NOW.has(text)) return { is: "moment", at: now };
  const exact = withOffset(typed.trim());
  if (exact !== undefined) return exact;
  const day = first(DAYS, text, here);
  const time = first(TIMES, without(text, day), here);
  if (!isOnlyFillers(without(without(text, day), time))) return { is: "unreadable" };
  for (const found of [day, time])
    if (found?.value === "impossible") return { is: "impossible", what: found.piece.trim() };
  return combine(valueOf(day), valueOf(time), here, zone);
}

function combine(day: DayRead | undefined, time: TimeRead | undefined, here: Here, zone: Zone): When {
  if (day === undefined && time === undefined) return { is: "unreadable" };
  if (time === undefined) return night(day?.date ?? here.today, zone);
  const small = day?.night === true && time.hour < NIGHT.to;
  const at = clockAt(small ? day.date.add({ days: 1 }) : (day?.date ?? here.today), time, zone);
  // An hour alone is the next one that comes: nobody asks whether he could have left.
  const passed = day === undefined && at < here.now.epochMilliseconds;
  return { is: "moment", at: passed ? clockAt(here.today.add({ days: 1 }), time, zone) : at };
}

function night(date: Temporal.PlainDate, zone: Zone): When {
  const at = (day: Temporal.PlainDate, hour: number) => clockAt(day, { hour, minute: 0 }, zone);
  const span = { start: at(date, NIGHT.from), end: at(date.add({ days: 1 }), NIGHT.to) };
  return { is: "night", night: span, day: date.toString() };
}

function clockAt(date: Temporal.PlainDate, { hour, minute }: TimeRead, zone: Zone): Millis {
  const day = hour === 24 ? date.add({ days: 1 }) : date;
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: hour % 24, minute } }).epochMilliseconds;
}

// ---- Days

const MONTHS = [
  "jan|ene",
  "feb",
  "mar",
  "apr|abr",
  "may",
  "jun",
  "jul",
  "aug|ago",
  "sep|set",
  "oct",
  "nov",
  "dec|dic",
] as const;
/** The whole word or its beginning: `mar`, `mar.`, `march`, `marzo`; `mañana` is none. */
const MONTH = String.raw`(january|enero|jan|ene|february|febrero|feb|march|marzo|mar|april|abril|apr|abr|may|mayo|june|junio|jun|july|julio|jul|august|agosto|aug|ago|september|septiembre|setiembre|sept|sep|set|october|octubre|oct|november|noviembre|nov|december|diciembre|dec|dic)\b\.?`;
const YEAR = String.raw`(?:,?\s*(?:de\s+|del\s+|of\s+)?(\d{4})(?!\s*[h:.]))?`;

const DAYS: readonly Reader<DayRead>[] = [
  pattern(/\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?/, ([, year, month, day]) =>
    dated(Number(year), Number(month), Number(day)),
  ),
  pattern(/\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/, ([, day, month, year]) =>
    dated(Number(year), Number(month), Number(day)),
  ),
  pattern(/\b(\d{1,2})\/(\d{1,2})\b/, ([, day, month], here) => nearest(Number(month), Number(day), here)),
  pattern(
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:de\s+|of\s+)?${MONTH}${YEAR}`),
    ([, day, month, year], here) => named(month, day, year, here),
  ),
  pattern(
    new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d|\s*[h:]|\s*[ap]\.?\s?m)${YEAR}`),
    ([, month, day, year], here) => named(month, day, year, here),
  ),
  pattern(/\b(?:tonight|esta noche|hoy (?:en|por) la noche)\b/, (_, here) => tonight(here)),
  pattern(/\b(?:pasado manana|day after tomorrow)\b/, (_, here) => evening(here.today.add({ days: 2 }))),
  pattern(/\b(?:tomorrow night|manana (?:en|por) la noche)\b/, (_, here) => ({
    date: here.today.add({ days: 1 }),
    night: true,
  })),
  // "de la mañana" is the morning, not tomorrow.
  pattern(/(?<!\b(?:de|en|por) la )\bmanana\b|\btomorrow\b/, (_, here) => evening(here.today.add({ days: 1 }))),
  pattern(/\b(?:today|hoy)\b/, (_, here) => evening(here.today)),
  pattern(/\b(?:last night|anoche)\b/, (_, here) => ({ date: here.today.subtract({ days: 1 }), night: true })),
  pattern(/\b(?:yesterday|ayer)\b/, (_, here) => evening(here.today.subtract({ days: 1 }))),
];

function evening(date: Temporal.PlainDate): DayRead {
  return { date, night: false };
}

/** After midnight, the night that runs. */
function tonight({ now, today }: Here): DayRead {
  return { date: now.hour < RUNS_UNTIL ? today.subtract({ days: 1 }) : today, night: true };
}

function dated(year: number, month: number, day: number): DayRead | "impossible" {
  try {
    return evening(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }));
  } catch {
    return "impossible";
  }
}

function named(month = "", day = "", year: string | undefined, here: Here): DayRead | "impossible" {
  const number = MONTHS.findIndex((starts) => starts.split("|").some((start) => month.startsWith(start))) + 1;
  return year === undefined ? nearest(number, Number(day), here) : dated(Number(year), number, Number(day));
}

/** A day without its year is the one nearest to today; the answer names the year where it is not this one. */
function nearest(month: number, day: number, { today }: Here): DayRead | "impossible" {
  const years = [today.year, today.year - 1, today.year + 1]
    .map((year) => dated(year, month, day))
    .filter((one) => one !== "impossible");
  const off = ({ date }: DayRead) => Math.abs(date.since(today, { largestUnit: "days" }).days);
  return years.sort((a, b) => off(a) - off(b))[0] ?? "impossible";
}

// ---- Hours

const TIMES: readonly Reader<TimeRead>[] = [
  pattern(/(?<![\d:])(\d{1,2})\s*:\s*(\d{2})(?::\d{2})?\s*([ap])\.?\s?m\b\.?/, ([, hour, minute, half]) =>
    twelve(Number(hour), Number(minute), half),
  ),
  pattern(/(?<![\d:])(\d{1,2})\s*([ap])\.?\s?m\b\.?/, ([, hour, half]) => twelve(Number(hour), 0, half)),
  pattern(/(?<![\d:])(\d{1,2})\s*:\s*(\d{2})(?::\d{2})?(?:\s*(?:h|hs|hrs|horas)\b\.?)?(?![\d:])/, ([, hour, minute]) =>
    clock(Number(hour), Number(minute)),
  ),
  pattern(/(?<![\d:])(\d{1,2})\s?h\s?(\d{2})?\b(?![\d:])/, ([, hour, minute]) =>
    clock(Number(hour), Number(minute ?? 0)),
  ),
  pattern(/\b(?:midnight|medianoche)\b/, () => clock(24, 0)),
];

function clock(hour: number, minute: number): TimeRead | "impossible" {
  const exists = minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
  return exists ? { hour, minute } : "impossible";
}

function twelve(hour: number, minute: number, half: string | undefined): TimeRead | "impossible" {
  if (hour < 1 || hour > 12) return "impossible";
  return clock((hour % 12) + (half === "p" ? 12 : 0), minute);
}

// ---- Reading

const NOW: ReadonlySet<string> = new Set(["now", "ahora", "right now", "ahora mismo"]);
const FILLERS =
  /\b(?:at|on|the|of|a|las?|el|de|del|hrs?|hs|horas|monday|mon|tuesday|tue|wednesday|wed|thursday|thu|friday|fri|saturday|sat|sunday|sun|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/g;

/** Small letters without accents; dots and colons stay, they are part of hours. */
function plain(typed: string): string {
  return typed.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

/** `2026-03-20T23:30:00-05:00`: an instant, whatever the place's clock shows. */
function withOffset(typed: string): When | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?([Zz]|[+-]\d{2}:?\d{2})$/.test(typed)) return undefined;
  try {
    return { is: "moment", at: Temporal.Instant.from(typed.replace(/\s(?=[Zz+-])/, "")).epochMilliseconds };
  } catch {
    return { is: "impossible", what: typed };
  }
}

function pattern<Value>(
  expression: RegExp,
  read: (match: RegExpExecArray, here: Here) => Value | "impossible",
): Reader<Value> {
  return (text, here) => {
    const match = expression.exec(text);
    return match === null ? undefined : { piece: match[0], value: read(match, here) };
  };
}

function first<Value>(readers: readonly Reader<Value>[], text: string, here: Here): Found<Value> | undefined {
  for (const read of readers) {
    const found = read(text, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

function valueOf<Value>(found: Found<Value> | undefined): Value | undefined {
  return found === undefined || found.value === "impossible" ? undefined : found.value;
}

function without(text: string, found: Found<unknown> | undefined): string {
  return found === undefined ? text : text.replace(found.piece, " ");
}

/** What nobody read must not matter: "not before 23:30" is no moment. */
function isOnlyFillers(rest: string): boolean {
  return rest.replaceAll(FILLERS, " ").replaceAll(/[\s,.;·]+/g, "") === "";
}
