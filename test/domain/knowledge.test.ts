// When a place is known, against an oracle that walks minute by minute over the entries themselves and knows nothing of profiles or merged spans.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Coverage } from "../../src/domain/coverage.ts";
import { Coverage as Schema } from "../../src/domain/coverage.ts";
import { checkedAt, endings, isKnown, knowledgeOf, lapses, lasting, returns } from "../../src/domain/knowledge.ts";
import { instant, MINUTE, type Millis } from "../../src/domain/time.ts";
import { coverage, covered, curfew, ec, ecuador, situation } from "./fixtures.ts";

const HALF = 30 * MINUTE;
const START = ec("2026-03-14T00:00");
const STEPS = 3 * 48;
const LEAVES = ["EC-0902", "EC-090158", "EC-1201", "EC-2001"] as const;
/** Who stands around each of them, written down by hand. */
const AROUND: Record<(typeof LEAVES)[number], readonly string[]> = {
  "EC-0902": ["EC-0902", "EC-G", "EC"],
  "EC-090158": ["EC-090158", "EC-0901", "EC-G", "EC"],
  "EC-1201": ["EC-1201", "EC-R", "EC"],
  "EC-2001": ["EC-2001", "EC-W", "EC"],
};
const AREAS = [...new Set(Object.values(AROUND).flat())];

const entry = fc
  .record({
    area: fc.constantFrom(...AREAS),
    from: fc.integer({ min: 0, max: STEPS - 1 }),
    length: fc.integer({ min: 1, max: 60 }),
    daily: fc.boolean(),
  })
  .map(({ area, from, length, daily }) =>
    coverage([area], iso(START + from * HALF), iso(START + (from + length) * HALF), { asOfEachDay: daily }),
  );
const iso = (at: Millis) => new Date(at).toISOString();

/** First instant of the next day there: Guayaquil is 5 h behind, Galápagos 6, all year. */
function tomorrow(at: Millis, leaf: string): Millis {
  const offset = (leaf === "EC-2001" ? 6 : 5) * 60 * MINUTE;
  const day = 24 * 60 * MINUTE;
  return (Math.floor((at - offset) / day) + 1) * day + offset;
}

/** Galápagos' own clock counts where Galápagos is named; where the country is, the country's. */
function holds(one: Coverage, leaf: (typeof LEAVES)[number], at: Millis, knownAt: Millis): boolean {
  const named = AROUND[leaf].find((area) => one.areas.includes(area));
  if (named === undefined || at < instant(one.from) || at >= instant(one.to)) return false;
  const there = named === "EC" ? "EC-0902" : leaf;
  return !one.asOfEachDay || knownAt >= instant(one.to) || at < tomorrow(knownAt, there);
}

const any = fc.tuple(fc.array(entry, { maxLength: 6 }), fc.integer({ min: 0, max: STEPS }));

describe("when a place is known", () => {
  it("is what a walk over the entries finds, half hour by half hour, as known at any time", () => {
    fc.assert(
      fc.property(any, ([entries, step]) => {
        const knownAt = START + step * HALF;
        const record = situation({
          coverage: entries,
          knownAt,
          curfews: [curfew("c", [{ areas: ["EC"], start: "23:00", end: "05:00" }])],
        });
        for (const leaf of LEAVES)
          for (let at = START; at < START + (STEPS + 60) * HALF; at += HALF)
            expect(isKnown(record, leaf, at)).toBe(entries.some((one) => holds(one, leaf, at, knownAt)));
      }),
      { numRuns: 150 },
    );
  });

  it("lapses and returns exactly where the walk turns; a lapse says since when", () => {
    fc.assert(
      fc.property(any, ([entries, step]) => {
        const knownAt = START + step * HALF;
        const record = situation({ coverage: entries, knownAt });
        const range = { after: START - HALF, until: START + (STEPS + 60) * HALF };
        const ends = new Set(
          endings(record, "EC", range).flatMap(({ at, leaves }) => leaves.map((leaf) => `${at} ${leaf}`)),
        );
        const backs = new Set(
          returns(record, "EC", range).flatMap(({ at, leaves }) => leaves.map((leaf) => `${at} ${leaf}`)),
        );
        for (const leaf of LEAVES) {
          let [before, lapsedAt, wasKnown]: [boolean, Millis | undefined, boolean] = [false, undefined, false];
          let beforeEver = false;
          for (let at = START - HALF; at <= range.until; at += HALF) {
            const now = entries.some((one) => holds(one, leaf, at, knownAt));
            // Looking ahead, each day has come.
            const ever = entries.some((one) => holds(one, leaf, at, Infinity));
            if (at > range.after) {
              expect([at, leaf, ends.has(`${at} ${leaf}`)]).toEqual([at, leaf, beforeEver && !ever]);
              expect([at, leaf, backs.has(`${at} ${leaf}`)]).toEqual([at, leaf, !before && now && wasKnown]);
            }
            if (before && !now) lapsedAt = at;
            if (now) wasKnown = true;
            const own = knowledgeOf(record, leaf, at);
            expect(own.is === "lapsed" ? own.since : "known").toBe(now ? "known" : lapsedAt);
            [before, beforeEver] = [now, ever];
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("groups the leaves that lapsed together, the oldest lapse first, and leaves out what was never known", () => {
    const record = situation({
      coverage: [
        covered(["EC-G"], "2026-03-15T00:00", "2026-03-16T06:00"),
        covered(["EC-R"], "2026-03-15T00:00", "2026-03-17T00:00"),
        covered(["EC-1201"], "2026-03-16T00:00", "2026-03-18T00:00"),
      ],
    });
    const at = ec("2026-03-17T12:00");
    expect(lapses(record, "EC", at).map((one) => [one.at, record.areas.compress(one.leaves, at)])).toEqual([
      [ec("2026-03-16T06:00"), ["EC-G"]],
      [ec("2026-03-17T00:00"), ["EC-1202"]],
    ]);
    expect(lapses(record, "HT", at)).toEqual([]);
  });

  it("finds no end at the midnights of what is known day by day, though each day is known only as it comes", () => {
    const daily = [covered(["EC"], "2026-03-01T00:00", "2026-03-16T06:00", { asOfEachDay: true })];
    const record = situation({ coverage: daily, knownAt: ec("2026-03-10T15:00") });
    expect(isKnown(record, "EC-0902", ec("2026-03-11T00:00"))).toBe(false);
    expect(isKnown(lasting(record), "EC-0902", ec("2026-03-11T00:00"))).toBe(true);
    const all = { after: ec("2026-03-01T00:00"), until: ec("2026-03-20T00:00") };
    expect(endings(record, "EC", all).map(({ at }) => at)).toEqual([ec("2026-03-16T06:00")]);
    for (let now = ec("2026-03-01T00:00"); now < ec("2026-03-16T06:00"); now += HALF)
      expect(lapses({ ...record, knownAt: now }, "EC", now)).toEqual([]);
  });

  it("takes a rest by its own name alone, without the parish that is listed", () => {
    const record = situation({ coverage: [covered(["EC-0901/rest"], "2026-03-15T00:00", "2026-03-16T00:00")] });
    const at = ec("2026-03-15T12:00");
    expect(isKnown(record, "EC-0901/rest", at)).toBe(true);
    expect(isKnown(record, "EC-090158", at)).toBe(false);
    expect(isKnown(record, "EC-0902", at)).toBe(false);
  });

  it("remembers who looked last of those whose word reached to the end", () => {
    const looked = (at: string, from: string, to: string) =>
      covered(["EC-G"], from, to, { checkedAt: `${at}:00-05:00` });
    const record = situation({
      coverage: [
        looked("2026-03-15T09:00", "2026-03-15T09:00", "2026-03-16T09:00"),
        looked("2026-03-15T20:00", "2026-03-15T09:00", "2026-03-16T20:00"),
        covered(["EC-R"], "2026-03-15T00:00", "2026-03-17T00:00"),
      ],
    });
    expect(checkedAt(record, "EC-0902", ec("2026-03-16T20:00"))).toBe(ec("2026-03-15T20:00"));
    expect(checkedAt(record, "EC-1201", ec("2026-03-17T00:00"))).toBeUndefined();
    expect(checkedAt(record, "EC-0902", ec("2026-03-16T21:00"))).toBeUndefined();
  });

  it("reads facts that were written before anybody was asked when he looked", () => {
    const old = {
      id: "a",
      areas: ["EC"],
      from: "2026-03-15T00:00:00Z",
      to: "2026-03-16T00:00:00Z",
      basis: { en: "x" },
    };
    expect(Schema.parse(old).checkedAt).toBeUndefined();
    expect(Schema.safeParse({ ...old, checkedAt: "yesterday" }).success).toBe(false);
  });

  it("knows its own small country", () => {
    const areas = ecuador();
    for (const leaf of LEAVES) expect(areas.ancestors(leaf)).toEqual(AROUND[leaf]);
  });
});
