// World time as the page shows it: carried on between two words of the server, and aimed at the next 23:00. Pure; it never reads a clock.
import { formatterFor } from "./stamps.ts";
import type { Viewer } from "./stamps.ts";

/** The clock shown first, whoever is acting: the place the rehearsal's data is about. */
export const placeZone = "America/Guayaquil";

/** What the server last said, and the page's own monotonic time (milliseconds) when it said so. */
export interface Reading {
  worldMs: number;
  rate: number;
  running: boolean;
  takenAt: number;
}

/** The world's time in milliseconds at the page's monotonic time `machineMs`. */
export function worldNow(reading: Reading, machineMs: number): number {
  if (!reading.running) return reading.worldMs;
  return reading.worldMs + Math.max(0, machineMs - reading.takenAt) * reading.rate;
}

function pieces(viewer: Viewer, options: Intl.DateTimeFormatOptions, ms: number): Map<string, string> {
  const parts = formatterFor(viewer, options).formatToParts(ms);
  return new Map(parts.map((part) => [part.type, part.value.replace(/\.$/u, "")]));
}

/** "22:55" in a zone; always 24 hours, because this clock is read out to others. */
export function clockTime(ms: number, zone: string): string {
  const found = pieces({ locale: "en-GB", zone }, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, ms);
  return `${found.get("hour") ?? "--"}:${found.get("minute") ?? "--"}`;
}

/** "dom 15 mar 2026" or "Sun 15 Mar 2026". */
export function clockDay(ms: number, viewer: Viewer): string {
  const found = pieces(viewer, { weekday: "short", day: "numeric", month: "short", year: "numeric" }, ms);
  return ["weekday", "day", "month", "year"].map((part) => found.get(part) ?? "").join(" ");
}

/** A day in full for the line between two days' messages: "domingo, 15 de marzo de 2026". */
export function dayLine(ms: number, viewer: Viewer): string {
  return formatterFor(viewer, { dateStyle: "full" }).format(ms);
}

/** A zone's city as people say it: "America/New_York" is "New York". */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/**
 * The next instant (milliseconds) at which a clock in `zone` shows `hour`:`minute`; tomorrow when it shows it now. Counts in plain minutes, so
 * it is an hour off across a change to summer time: Ecuador has none.
 */
export function nextAt(hour: number, zone: string, nowMs: number, minute = 0): number {
  const unit = 60_000;
  const [shownHour, shownMinute] = clockTime(nowMs, zone).split(":").map(Number);
  const passed = (shownHour ?? 0) * 60 + (shownMinute ?? 0);
  const wait = (hour * 60 + minute - passed + 1440) % 1440 || 1440;
  return Math.floor(nowMs / unit) * unit + wait * unit;
}

const isoLook = { dateStyle: "short", timeStyle: "medium" } as const;

/** An instant in milliseconds as the server reads it, to the second: "2026-03-16T04:00:00Z". Swedish dates are written as ISO's are. */
export function isoOf(ms: number): string {
  return `${formatterFor({ locale: "sv-SE", zone: "UTC" }, isoLook).format(ms).replace(" ", "T")}Z`;
}
