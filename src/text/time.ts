// Dates and hours as people read them. Figures are the place's own clock, in plain text; reader's own zone only through stamp(). Never reads a clock.
import { Temporal } from "temporal-polyfill";
import type { Language } from "../domain/text.ts";
import type { Day, Interval, Millis, PartialDay, Zone } from "../domain/time.ts";

const MONTHS = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  es: ["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sep.", "oct.", "nov.", "dic."],
} as const;
const WEEKDAYS = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  es: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
} as const;

const zoned = (at: Millis, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const name = (list: readonly string[], one: number) => list[one - 1] ?? String(one);

/** `05:00`. */
export function hour(at: Millis, zone: Zone): string {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** `05:00:12`: where tries within a minute are told apart. */
export function second(at: Millis, zone: Zone): string {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: "second" });
}

/** `Sat 21 Mar` / `sábado 21 mar.`. */
export function weekday(at: Millis, zone: Zone, language: Language): string {
  const local = zoned(at, zone);
  return `${name(WEEKDAYS[language], local.dayOfWeek)} ${local.day} ${name(MONTHS[language], local.month)}`;
}

/** `Sat 21 Mar 05:00` / `sábado 21 mar. 05:00`; with the year where it is not this one. */
export function moment(at: Millis, zone: Zone, language: Language, now: Millis = at): string {
  const year = zoned(at, zone).year;
  const years = year === zoned(now, zone).year ? "" : ` ${year}`;
  return `${weekday(at, zone, language)}${years} ${hour(at, zone)}`;
}

/** `Mon 30 -> Tue 31 Mar, 05:00`: a night across midnight; on one day `Wed 24 Jan 00:00-05:00`. */
export function night(span: Interval, zone: Zone, language: Language): string {
  const start = zoned(span.start, zone);
  const end = zoned(span.end, zone);
  if (start.toPlainDate().equals(end.toPlainDate()))
    return `${weekday(span.start, zone, language)} ${hour(span.start, zone)}-${hour(span.end, zone)}`;
  return `${fromTo(start, end, language)}, ${hour(span.end, zone)}`;
}

/** `Mon 30 -> Tue 31 Mar`: the night that begins on that day. */
export function nightName(date: Day, language: Language): string {
  const start = Temporal.PlainDate.from(date);
  return fromTo(start, start.add({ days: 1 }), language);
}

type Dated = { dayOfWeek: number; day: number; month: number };

function fromTo(start: Dated, end: Dated, language: Language): string {
  const month = start.month === end.month ? "" : ` ${name(MONTHS[language], start.month)}`;
  const named = (one: Dated) => `${name(WEEKDAYS[language], one.dayOfWeek)} ${one.day}`;
  return `${named(start)}${month} -> ${named(end)} ${name(MONTHS[language], end.month)}`;
}

/** `16 Mar 2026` / `16 mar. 2026`; a month or a year alone stays one. */
export function day(date: PartialDay, language: Language): string {
  const [year = "", month, dayOfMonth] = date.split("-");
  if (month === undefined) return year;
  const named = `${name(MONTHS[language], Number(month))} ${year}`;
  return dayOfMonth === undefined ? named : `${Number(dayOfMonth)} ${named}`;
}

const LONG = {
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }),
  es: new Intl.DateTimeFormat("es", { dateStyle: "long", timeZone: "UTC" }),
} as const;

/** `17 March 2026` / `17 de marzo de 2026`: for sentences that are published. */
export function longDay(date: Day, language: Language): string {
  return LONG[language].format(Temporal.PlainDate.from(date).toZonedDateTime("UTC").epochMilliseconds);
}

/** `2 h 30 min`, `45 min`, `3 d 4 h`; whole minutes, never less than 1. */
export function span(length: Millis): string {
  const minutes = Math.max(1, Math.round(length / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    days > 0 ? `${days} d` : "",
    hours > 0 ? `${hours} h` : "",
    days === 0 && minutes % 60 > 0 ? `${minutes % 60} min` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** Discord's timestamp, shown in each reader's own zone: for embeds only, in `content` it copies out as code. */
export function stamp(at: Millis, style: "t" | "f" | "R" | "D" = "f"): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}
