// What the readers of days, hours and spans hand to one another. Shapes only.
import type { Temporal } from "temporal-polyfill";
import type { Day, Interval, Millis, Zone } from "../../domain/time.ts";

/** How something that could be read in two ways was read. Hours are `23:00`, days `2026-03-20`. */
export type Note =
  /** That hour has passed: the next one that comes was taken. */
  | { is: "passed"; hour: string }
  /** After midnight, "tonight" is the night that runs. */
  | { is: "running" }
  /** An hour of the twelve-hour clock without its half of the day. */
  | { is: "half"; hours: readonly string[] }
  /** Figures alone are day first; month first they would be `other`. */
  | { is: "dayFirst"; other: Day }
  /** Midnight as the end of the day named. */
  | { is: "midnight"; day: Day }
  /** The date is not that weekday. */
  | { is: "weekday"; day: Day }
  /** "Next Friday": the coming one. */
  | { is: "coming"; day: Day }
  /** A date without a year, in another year than this. */
  | { is: "year"; year: number }
  /** The clocks jump over that hour. */
  | { is: "gap"; hour: string; read: string }
  /** The clocks show that hour twice; `exact` is the one taken, with its offset. */
  | { is: "twice"; hour: string; taken: "first" | "second"; exact: string }
  /** Days without hours, from the first one's 00:00 to the last one's 24:00. */
  | { is: "wholeDays" };

export type When =
  /** Each time it is asked again it means that time. */
  | { is: "now" }
  /** `exact`: written with its offset, so that no clock was needed to read it. */
  | { is: "moment"; at: Millis; notes: readonly Note[]; exact?: true }
  /** A day without an hour, or "tonight": the night that begins then. */
  | { is: "night"; night: Interval; day: Day; notes: readonly Note[] }
  | { is: "span"; span: Interval; notes: readonly Note[] }
  /** Written like a day or an hour, but there is none. */
  | { is: "impossible"; what: string }
  /** A span over fourteen days. */
  | { is: "long" }
  /** A span whose end, by its own date, is before its begin. */
  | { is: "backwards" }
  | { is: "unreadable" };

export interface Here {
  now: Temporal.ZonedDateTime;
  today: Temporal.PlainDate;
  zone: Zone;
}

/** `small`: from midnight to six, what Spanish calls `madrugada`. `noon`: "12 del día". */
export type PartOfDay = "small" | "morning" | "noon" | "afternoon" | "night";

export interface DayRead {
  /** One date, or those it may be: the first whose hour is still to come counts. None where there is no such date. */
  dates: readonly Temporal.PlainDate[];
  part?: PartOfDay | undefined;
  /** A date without its year in the years around, the nearest first: its weekday tells which. */
  near?: readonly Temporal.PlainDate[];
  /** A figure alone beside it is an hour: "tomorrow 6". */
  bare?: boolean;
  /** The same words as the end of a span that begins on `date`. */
  after?: ((date: Temporal.PlainDate) => Temporal.PlainDate | undefined) | undefined;
  notes: readonly Note[];
  /** As it was typed. */
  typed: string;
}

/** An hour as it was written; hours.ts says which of the day it is. */
export interface ClockRead {
  hour: number;
  minute: number;
  half?: "am" | "pm" | undefined;
  part?: PartOfDay | undefined;
  /** Of the twelve-hour clock, unless its half or part of the day tells more. */
  open?: boolean;
  /** Nothing but a figure: an hour only where what stands around says so. */
  bare?: boolean;
  /** `06:00` and not `6:00`. */
  zero?: boolean;
  /** `midnight`, `12 de la noche`: the end of the day named. */
  midnight?: boolean;
  /** As it was typed. */
  typed: string;
}
