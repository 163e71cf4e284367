// Minutes of a night that is played, and what clocks on walls show then. When clocks are set is written by hand, from the law (Directive 2000/84/EC: the last Sundays
// of March and October, 01:00 UTC; mainland Ecuador sets none). It must never ask Temporal, Intl or the program, and imports nothing of src/ but types.
import type { Millis } from "../../../src/domain/time.ts";

const MINUTE = 60_000;
export type ZoneName = "America/Guayaquil" | "Europe/Madrid";
type Change = readonly [from: Millis, offset: number];
const CHANGES: Readonly<Record<ZoneName, readonly Change[]>> = {
  "America/Guayaquil": [[-Infinity, -300]],
  "Europe/Madrid": [
    [-Infinity, 60],
    [Date.parse("2026-03-29T01:00:00Z"), 120],
    [Date.parse("2026-10-25T01:00:00Z"), 60],
  ],
};
export const isZone = (zone: string): zone is ZoneName => zone in CHANGES;

/** Where and when a night is played: a country with one place in it that people ask for. Its first day begins at midnight. */
export interface Stage {
  midnight: string;
  zone: ZoneName;
  country: "EC" | "ES";
  place: "EC-G" | "ES-MD";
}
export const SOMEWHERE: Stage = {
  midnight: "2026-01-10T00:00:00-05:00",
  zone: "America/Guayaquil",
  country: "EC",
  place: "EC-G",
};
/** In the third night of the second and the third the clocks are set. */
export const STAGES: readonly Stage[] = [
  SOMEWHERE,
  { midnight: "2026-03-27T00:00:00+01:00", zone: "Europe/Madrid", country: "ES", place: "ES-MD" },
  { midnight: "2026-10-23T00:00:00+02:00", zone: "Europe/Madrid", country: "ES", place: "ES-MD" },
];

export const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export class Clocks {
  readonly stage: Stage;
  readonly #start: Millis;
  /** Of the place, at the first midnight. */
  readonly #base: number;
  constructor(stage: Stage) {
    this.stage = stage;
    this.#start = Date.parse(stage.midnight);
    this.#base = offsetAt(stage.zone, this.#start);
  }

  at = (minute: number): Millis => this.#start + minute * MINUTE;
  minuteOf = (instant: Millis): number => Math.floor((instant - this.#start) / MINUTE);

  /** What a clock shows, in minutes from midnight of the first day by the calendar: where clocks are set some never come, and some come twice. */
  shows(minute: number, zone: ZoneName = this.stage.zone): number {
    return minute + offsetAt(zone, this.at(minute)) - this.#base;
  }

  /** The first minute whose clock shows this, or, where it never does, a later time. */
  begins = (shown: number, zone: ZoneName = this.stage.zone): number =>
    Math.min(...this.#showing(shown, zone), this.#jump(shown, zone));
  /** The last minute whose clock shows this: who trusts us must not be out while it may still hold. */
  ends(shown: number, zone: ZoneName = this.stage.zone): number {
    const found = this.#showing(shown, zone);
    return found.length > 0 ? Math.max(...found) : this.#jump(shown, zone);
  }

  #showing(shown: number, zone: ZoneName): number[] {
    const all = CHANGES[zone].map(([, offset]) => shown - (offset - this.#base));
    return all.filter((minute) => this.shows(minute, zone) === shown);
  }
  #jump(shown: number, zone: ZoneName): number {
    const over = CHANGES[zone].find(([from]) => {
      const minute = this.minuteOf(from);
      return Number.isFinite(from) && this.shows(minute - 1, zone) < shown && this.shows(minute, zone) > shown;
    });
    return over === undefined ? Infinity : this.minuteOf(over[0]);
  }

  /** The place's clock: `11T23:00`. */
  wall = (minute: number): string => this.#text(minute).slice(8, 16);
  dayOf = (minute: number): string => this.#text(minute).slice(0, 10);
  /** The calendar's day. */
  day = (number: number): string =>
    new Date(this.#start + (this.#base + number * 1440) * MINUTE).toISOString().slice(0, 10);
  #text = (minute: number) => new Date(this.#start + (this.#base + this.shows(minute)) * MINUTE).toISOString();
}

const offsetAt = (zone: ZoneName, at: Millis): number => CHANGES[zone].findLast(([from]) => at >= from)?.[1] ?? 0;
