// Quiet hours by the clock on the wall, checked minute by minute with the platform's own calendar, which shares no code with the rule.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaused, isQuiet, type Quiet, quietAt, quietSpans } from "../../src/domain/quiet.ts";
import { Destination } from "../../src/domain/subscription.ts";
import { DAY, HOUR, MINUTE } from "../../src/domain/time.ts";

const OWNER = "900000000000000008";
type Hours = { start: string; end: string };
const wants = (zone: string, quietHours?: Hours, pause?: { from: number; until?: number }) => ({
  zone,
  ...(quietHours === undefined ? {} : { quietHours }),
  ...(pause === undefined ? {} : { pause: { ...pause, by: OWNER } }),
});
const utc = (text: string) => Date.parse(`${text}:00Z`);

/** What a clock there shows, as text that sorts: `2026-03-29 01:59`. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function shows(zone: string, at: number): string {
  const made =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" });
  clocks.set(zone, made);
  return made.format(at);
}
const nextDate = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** Of each date its night: from the first minute that shows the start, or later, to the last that shows the end; where none does, to the first that is later. */
function walked(zone: string, { start, end }: Hours, from: number, until: number): Set<number> {
  const minutes: { at: number; shown: string }[] = [];
  for (let at = from - 2 * DAY; at < until + 2 * DAY; at += MINUTE) minutes.push({ at, shown: shows(zone, at) });
  const dates = new Set(minutes.map(({ shown }) => shown.slice(0, 10)));
  const quiet = new Set<number>();
  for (const date of dates) {
    const [opens, closes] = [`${date} ${start}`, `${end < start ? nextDate(date) : date} ${end}`];
    const begin = minutes.find(({ shown }, i) => i > 0 && shown >= opens);
    const finish = minutes.findLast(({ shown }) => shown === closes) ?? minutes.find(({ shown }) => shown > closes);
    if (begin === undefined || finish === undefined || begin === minutes[1]) continue;
    for (let at = begin.at; at < finish.at; at += MINUTE) if (at >= from && at < until) quiet.add(at);
  }
  return quiet;
}

/** Nights in which the clock is set there, and one in which it is not. */
const NIGHTS: Record<string, readonly string[]> = {
  "America/Guayaquil": ["2026-03-15T12:00"],
  "America/New_York": ["2026-03-08T06:00", "2026-11-01T06:00", "2026-07-01T06:00"],
  "Europe/Madrid": ["2026-03-29T01:00", "2026-10-25T01:00"],
  "Australia/Lord_Howe": ["2026-04-04T15:00", "2026-10-03T15:30"],
  "Asia/Kathmandu": ["2026-05-05T18:00"],
};
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const hours = fc.record({ start: time, end: time }).filter(({ start, end }) => start !== end);
const night = fc.constantFrom(
  ...Object.entries(NIGHTS).flatMap(([zone, all]) => all.map((at) => ({ zone, at: utc(at) }))),
);

describe("quiet hours", () => {
  it("are those of the clock on the wall, in every zone, also where it is set that night", () => {
    fc.assert(
      fc.property(night, hours, ({ zone, at }, quietHours) => {
        const [from, until] = [at - 14 * HOUR, at + 14 * HOUR];
        const right = walked(zone, quietHours, from, until);
        const own = wants(zone, quietHours);
        for (let minute = from; minute < until; minute += MINUTE)
          if (isQuiet(own, minute) !== right.has(minute))
            throw new Error(`${zone} ${quietHours.start}-${quietHours.end}: ${shows(zone, minute)}`);
      }),
      { numRuns: 40 },
    );
  });

  it("say of a minute the same span as the list of spans does, whole, and none touches the next", () => {
    const pause = fc.option(
      fc.record({
        from: fc.integer({ min: -48 * 60, max: 48 * 60 }),
        length: fc.option(fc.integer({ min: 0, max: 3000 })),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        night,
        fc.option(hours, { nil: undefined }),
        pause,
        fc.integer({ min: 0, max: 1680 }),
        ({ zone, at }, quietHours, p, n) => {
          const from = at + (p?.from ?? 0) * MINUTE;
          const until = p?.length === undefined || p.length === null ? undefined : from + p.length * MINUTE;
          const own = wants(
            zone,
            quietHours,
            p === undefined ? undefined : { from, ...(until === undefined ? {} : { until }) },
          );
          const minute = at - 14 * HOUR + n * MINUTE;
          const spans = quietSpans(own, { start: minute, end: minute + MINUTE });
          const holds = ({ from: begin, until: end }: Quiet) => begin <= minute && minute < (end ?? Infinity);
          expect(quietAt(own, minute)).toEqual(spans.find(holds));
          expect(isQuiet(own, minute)).toBe(spans.some(holds));
          const found = quietAt(own, minute);
          if (found === undefined) return;
          expect(isQuiet(own, found.from)).toBe(true);
          expect(isQuiet(own, found.from - 1)).toBe(false);
          if (found.until !== undefined) expect(isQuiet(own, found.until)).toBe(false);
          if (found.until !== undefined) expect(isQuiet(own, found.until - 1)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  const span = (zone: string, start: string, end: string, at: string) => {
    const found = quietAt(wants(zone, { start, end }), utc(at));
    return found === undefined
      ? undefined
      : [found.from, found.until ?? NaN].map((one) => new Date(one).toISOString().slice(5, 16));
  };

  it.each([
    [
      "past midnight in Ecuador",
      "America/Guayaquil",
      "22:00",
      "06:00",
      "2026-03-16T04:00",
      ["03-16T03:00", "03-16T11:00"],
    ],
    [
      "the last minute of it",
      "America/Guayaquil",
      "22:00",
      "06:00",
      "2026-03-16T10:59",
      ["03-16T03:00", "03-16T11:00"],
    ],
    [
      "an hour that is skipped: it ends where the clock jumps",
      "America/New_York",
      "22:00",
      "02:30",
      "2026-03-08T06:00",
      ["03-08T03:00", "03-08T07:00"],
    ],
    [
      "an hour that is skipped: it begins where the clock jumps",
      "America/New_York",
      "02:30",
      "06:00",
      "2026-03-08T08:00",
      ["03-08T07:00", "03-08T10:00"],
    ],
    [
      "an hour that comes twice: it ends the second time",
      "Europe/Madrid",
      "22:00",
      "02:30",
      "2026-10-25T01:00",
      ["10-24T20:00", "10-25T01:30"],
    ],
    [
      "an hour that comes twice: it begins the first time",
      "Europe/Madrid",
      "02:30",
      "06:00",
      "2026-10-25T00:45",
      ["10-25T00:30", "10-25T05:00"],
    ],
    [
      "half an hour that comes twice on Lord Howe",
      "Australia/Lord_Howe",
      "22:00",
      "01:45",
      "2026-04-04T15:00",
      ["04-04T11:00", "04-04T15:15"],
    ],
    [
      "a zone of quarters of an hour",
      "Asia/Kathmandu",
      "22:00",
      "06:00",
      "2026-05-05T18:00",
      ["05-05T16:15", "05-06T00:15"],
    ],
  ])("%s", (_name, zone, start, end, at, right) => {
    expect(span(zone, start, end, at)).toEqual(right);
  });

  it("all within an hour that is skipped are none that day", () => {
    expect(quietSpans(wants("America/New_York", { start: "02:10", end: "02:50" }), { start: utc("2026-03-08T00:00"), end: utc("2026-03-08T23:00") })).toEqual([]); // prettier-ignore
  });

  it("from a time to the same one are none, and are not stored", () => {
    expect(quietAt(wants("America/Guayaquil", { start: "06:00", end: "06:00" }), utc("2026-03-16T04:00"))).toBe(undefined); // prettier-ignore
    const row = { v: 1, id: OWNER, guildId: OWNER, kind: "channel", language: "en", zone: "UTC" };
    expect(Destination.safeParse({ ...row, quietHours: { start: "22:00", end: "06:00" } }).success).toBe(true);
    expect(Destination.safeParse({ ...row, quietHours: { start: "06:00", end: "06:00" } }).success).toBe(false);
  });
});

describe("a pause", () => {
  const at = utc("2026-03-16T12:00");
  const zone = "America/Guayaquil";

  it("with what it touches of quiet hours is one span, told as a pause", () => {
    const night = { start: "22:00", end: "06:00" };
    // Quiet hours end at 11:00Z and begin at 03:00Z.
    const own = wants(zone, night, { from: utc("2026-03-16T11:00"), until: utc("2026-03-18T02:59") });
    expect(quietAt(own, at)).toEqual({ from: utc("2026-03-16T03:00"), until: utc("2026-03-18T02:59"), is: "pause" });
    expect(quietAt(own, utc("2026-03-18T02:59"))).toBe(undefined);
    expect(quietAt(own, utc("2026-03-18T04:00"))?.is).toBe("hours");
  });

  it("without an end lasts until somebody ends it, and one that was ended leaves nothing", () => {
    expect(quietAt(wants(zone, undefined, { from: at }), at + 400 * DAY)).toEqual({ from: at, is: "pause" });
    expect(quietAt(wants(zone, undefined, { from: at, until: at }), at)).toBe(undefined);
    expect(quietAt(wants(zone, undefined, { from: at + HOUR }), at)).toBe(undefined);
  });

  it("runs from its first minute to the last one before its end", () => {
    const own = wants(zone, undefined, { from: at, until: at + HOUR });
    const minutes = [at - 1, at, at + HOUR - 1, at + HOUR];
    expect(minutes.map((minute) => isPaused(own, minute))).toEqual([false, true, true, false]);
    expect(minutes.map((minute) => isQuiet(own, minute))).toEqual([false, true, true, false]);
  });
});

it("a pause runs from its first instant, and no longer at the one in which it ends", () => {
  const pause = { from: 1_000, until: 2_000, by: OWNER };
  const runs = [999, 1_000, 1_999, 2_000].map((at) => isPaused({ pause }, at));
  expect(runs).toEqual([false, true, true, false]);
});
