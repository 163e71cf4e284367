// At which instants a digest is due, against a walk through every quarter of an hour as the zone's clock shows it.
import { assert as holds, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { digestTimes, isStillOfUse, timeBefore } from "../../src/domain/digest.ts";
import type { Digest } from "../../src/domain/subscription.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Zones with a day on which the clock jumps forward, back, by half an hour, at midnight, or over a whole day. */
const PLACES = [
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["America/Santiago", "2026-04-05"],
  ["America/Santiago", "2026-09-06"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Africa/Cairo", "2026-04-24"],
  ["Asia/Beirut", "2026-03-29"],
  ["Pacific/Apia", "2011-12-30"],
  ["America/Guayaquil", "2026-03-15"],
] as const;

/** The first quarter of an hour of each day at which the clock shows the time or a later one, found by looking at the clock. */
function walked({ every, weekday = 1, at }: Digest, zone: string, after: number, until: number): number[] {
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
  const found = new Map<string, number>();
  for (let now = after - 2 * DAY; now <= until; now += 15 * MINUTE) {
    const parts = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]));
    const date = `${parts.year}-${parts.month}-${parts.day}`;
    const shows = `${parts.hour}:${parts.minute}`;
    const day = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    if (shows >= at && !found.has(date) && (every === "day" || day === weekday)) found.set(date, now);
  }
  return [...found.values()].filter((one) => one > after && one <= until);
}

const twoDigits = (n: number) => String(n).padStart(2, "0");

describe("when a digest is due", () => {
  it("is once on every day of the zone's clock, whatever the clock does", () => {
    holds(
      property(
        constantFrom(...PLACES),
        integer({ min: 0, max: 95 }),
        integer({ min: -200, max: 100 }),
        integer({ min: 1, max: 400 }),
        integer({ min: 0, max: 7 }),
        ([zone, around], quarter, from, length, weekday) => {
          const at = `${twoDigits(Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`;
          const digest: Digest =
            weekday === 0 ? { every: "day", at, form: "full" } : { every: "week", weekday, at, form: "full" };
          const after = Date.parse(`${around}T00:00:00Z`) + from * 15 * MINUTE;
          const until = after + length * 15 * MINUTE;
          expect(digestTimes(digest, zone, after, until)).toEqual(walked(digest, zone, after, until));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("counts an hour that comes twice the first time, and one that is skipped at the jump", () => {
    const digest: Digest = { every: "day", at: "02:30", form: "line" };
    const on = (from: string, to: string) => digestTimes(digest, "Europe/Madrid", Date.parse(from), Date.parse(to));
    expect(on("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toEqual([Date.parse("2026-10-25T00:30:00Z")]);
    expect(on("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toEqual([Date.parse("2026-03-29T01:00:00Z")]);
  });

  it("is the same however the time is cut: no instant falls between two ticks, and none comes twice", () => {
    holds(
      property(constantFrom(...PLACES), integer({ min: 5, max: 40 }), ([zone, around], step) => {
        const digest: Digest = { every: "day", at: "02:30", form: "line" };
        const [start, end] = [Date.parse(`${around}T00:00:00Z`) - 2 * DAY, Date.parse(`${around}T00:00:00Z`) + 2 * DAY];
        const pieces: number[] = [];
        for (let at = start; at < end; at += step * 7 * MINUTE)
          pieces.push(...digestTimes(digest, zone, at, Math.min(end, at + step * 7 * MINUTE)));
        expect(pieces).toEqual(digestTimes(digest, zone, start, end));
      }),
      { numRuns: 25 },
    );
  });

  it("knows the one before, a day or a week back, also over a change of the clock", () => {
    const daily: Digest = { every: "day", at: "07:00", form: "full" };
    const sunday = Date.parse("2026-03-29T05:00:00Z");
    expect(sunday - timeBefore(daily, "Europe/Madrid", sunday)).toBe(23 * HOUR);
    const weekly: Digest = { every: "week", weekday: 7, at: "07:00", form: "full" };
    expect(sunday - timeBefore(weekly, "Europe/Madrid", sunday)).toBe(7 * DAY - HOUR);
    expect(timeBefore({ ...weekly, weekday: 6 }, "Europe/Madrid", sunday)).toBe(Date.parse("2026-03-28T06:00:00Z"));
  });

  it("is of use until its day is over, or half a day long", () => {
    const [morning, night] = [Date.parse("2026-03-16T12:00:00Z"), Date.parse("2026-03-17T04:50:00Z")];
    const zone = "America/Guayaquil";
    expect(isStillOfUse(morning, zone, morning + 16 * HOUR)).toBe(true);
    expect(isStillOfUse(morning, zone, morning + 18 * HOUR)).toBe(false);
    expect(isStillOfUse(night, zone, night + 11 * HOUR)).toBe(true);
    expect(isStillOfUse(night, zone, night + 20 * HOUR)).toBe(false);
  });
});
