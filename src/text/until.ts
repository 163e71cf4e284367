// Reads until when somebody wants no notices, as people type it, in either language: "8h", "3 days", "tomorrow 6am", "lunes 07h00". A length is counted from now.
// It never guesses: what it does not read whole it does not read at all.
import { DAY, HOUR, MINUTE, type Millis, type Zone } from "../domain/time.ts";
import { wallInstant, epochDay } from "../domain/wall.ts";
import { readWhen } from "./when/index.ts";

export type Until =
  | { is: "until"; at: Millis }
  /** Read, and not to come. */
  | { is: "past"; at: Millis }
  /** Read, and later than anybody may want to hear nothing. */
  | { is: "too-long" }
  | { is: "unreadable" };

export const LONGEST_PAUSE: Millis = 30 * DAY;
/** A day without an hour is meant until that morning. */
const MORNING = "06:00";
/** Longer than any; what is longer is not looked at. */
const LONGEST_TEXT = 60;

/** `8h` is eight hours from now, not eight o'clock: who means that types `8am` or `08:00`. */
const LENGTH =
  /^(?:for |in |por |durante |en )?(\d{1,4}(?:[.,]5)? ?|an? |one |una? )(m|min|mins|minutes?|minutos?|h|hrs?|hours?|horas?|d|days?|dias?|w|weeks?|semanas?)$/;
const UNITS: Readonly<Record<string, Millis>> = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY, s: 7 * DAY };

export function readUntil(typed: string, { now, zone }: { now: Millis; zone: Zone }): Until {
  const text = plain(typed);
  if (text === "" || text.length > LONGEST_TEXT) return { is: "unreadable" };
  const at = lengthOf(text, now) ?? momentOf(typed.trim(), now, zone);
  if (at === undefined || at === "too-long") return { is: at ?? "unreadable" };
  if (at <= now) return { is: "past", at };
  return at - now > LONGEST_PAUSE ? { is: "too-long" } : { is: "until", at };
}

/** When a length that was typed is over; undefined for what is no length. */
export function afterLength(typed: string, now: Millis): Millis | undefined {
  return typed.length > LONGEST_TEXT ? undefined : lengthOf(plain(typed), now);
}

function lengthOf(text: string, now: Millis): Millis | undefined {
  const [, figure = "", unit] = LENGTH.exec(text) ?? [];
  const length = UNITS[unit?.[0] ?? ""];
  if (length === undefined) return undefined;
  const count = /^\d/.test(figure) ? Number(figure.replace(",", ".")) : 1;
  // Whole minutes: nothing ends between two ticks.
  return Math.floor((now + count * length) / MINUTE) * MINUTE;
}

const plain = (typed: string) =>
  typed.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

function momentOf(typed: string, now: Millis, zone: Zone): Millis | "too-long" | undefined {
  const read = readWhen(typed, { now, zone });
  switch (read.is) {
    case "moment":
      return read.at;
    case "span":
      return read.span.end;
    case "night":
      return wallInstant(epochDay(read.day), MORNING, zone, "end");
    case "long":
      return "too-long";
    case "now":
    case "impossible":
    case "backwards":
    case "unreadable":
      return undefined;
  }
}
