// What holds from one hour to another, against a walk that asks for every minute of every leaf by itself.
import { assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { segments } from "../../src/domain/segments.ts";
import { type Stretch, stretches } from "../../src/domain/span.ts";
import { instant, type Interval, MINUTE } from "../../src/domain/time.ts";
import { ec, knownAt } from "../views/ecuador-known.ts";

const known = knownAt("2026-11-22T12:00");
const PLACES = ["EC-G", "EC-0907", "EC-0901", "EC-A", "EC-W", "EC-P", "HT", "EC-O"] as const;

const told = (list: readonly Stretch[]) =>
  list.map(({ areas, runs }) => [areas, runs.map((run) => [run.is, run.start, run.end])]);
const at = (from: string, to: string): Interval => ({ start: ec(from), end: ec(to) });

/** For each leaf the state of each minute, in one string: `iiinnn???`. */
function walk(place: string, span: Interval): Map<string, string> {
  const signs = { inForce: "i", notInForce: "n", unknown: "?" } as const;
  return new Map(
    known.areas.leaves(place, span.start).map((leaf) => {
      const minutes: string[] = [];
      for (let now = span.start; now < span.end; now += MINUTE) {
        const [one] = segments(known, leaf, { start: now, end: now + MINUTE });
        minutes.push(one === undefined ? "!" : signs[one.is]);
      }
      return [leaf, minutes.join("")];
    }),
  );
}

function walked(list: readonly Stretch[], span: Interval): Map<string, string> {
  const signs = { inForce: "i", notInForce: "n", unknown: "?" } as const;
  return new Map(
    list.flatMap(({ areas, runs }) => {
      const line = runs.map((run) => signs[run.is].repeat((run.end - run.start) / MINUTE)).join("");
      return areas.flatMap((area) => known.areas.leaves(area, span.start).map((leaf) => [leaf, line] as const));
    }),
  );
}

const sorted = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe("a span", () => {
  it("tells of every minute of every leaf what a walk minute by minute tells", () => {
    const cases = record({
      place: constantFrom(...PLACES),
      around: constantFrom("2024-01-31", "2024-03-24", "2025-10-03", "2026-03-15", "2026-03-20", "2026-03-30"),
      start: integer({ min: -1_440, max: 2_880 }),
      length: integer({ min: 1, max: 1_000 }),
    });
    assert(
      property(cases, ({ place, around, start, length }) => {
        const from = instant(`${around}T12:00:00-05:00`) + start * MINUTE;
        const span = { start: from, end: from + length * MINUTE };
        const found = stretches(known, place, span);
        expect(sorted(walked(found, span))).toEqual(sorted(walk(place, span)));
        for (const { runs } of found) for (const [i, run] of runs.entries()) expect(runs[i + 1]?.is).not.toBe(run.is);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("splits at the hours of the curfew, and knows what runs on beyond it", () => {
    const [only, ...others] = stretches(known, "EC-G", at("2026-03-16T22:30", "2026-03-17T01:15"));
    expect(others).toEqual([]);
    expect(told(only === undefined ? [] : [only])).toEqual([
      [
        ["EC-G"],
        [
          ["notInForce", ec("2026-03-16T22:30"), ec("2026-03-16T23:00")],
          ["inForce", ec("2026-03-16T23:00"), ec("2026-03-17T01:15")],
        ],
      ],
    ]);
    expect(only?.until).toBe(ec("2026-03-17T05:00"));
    expect(only?.since).toBeUndefined();
  });

  it("knows since when the curfew holds that it begins in", () => {
    const [only] = stretches(known, "EC-G", at("2026-03-17T04:30", "2026-03-17T06:00"));
    expect(only?.since).toBe(ec("2026-03-16T23:00"));
    expect(only?.until).toBeUndefined();
  });

  it("keeps parts of a place apart, those with the earliest curfew first", () => {
    const found = stretches(known, "EC-G", at("2024-02-10T23:00", "2024-02-11T06:00"));
    expect(found.length).toBeGreaterThan(1);
    const begins = found.map(({ runs }) => runs.find((run) => run.is === "inForce")?.start ?? Infinity);
    expect(begins).toEqual([...begins].sort((a, b) => a - b));
    expect(begins.slice(0, 2)).toEqual([ec("2024-02-11T00:00"), ec("2024-02-11T02:00")]);
  });

  it("is nothing where it ends before it begins", () => {
    expect(stretches(known, "EC-G", { start: 5, end: 5 })).toEqual([]);
    expect(() => stretches(known, "ZZ", { start: 0, end: 5 })).toThrow(RangeError);
  });
});
