// Counts of the data that ships against an oracle that reads the raw file: plain JSON, one loop, no word of src/. Every cut, every month, every part of a figure.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { beside, count, type Cut } from "../../src/domain/count.ts";
import { months, within } from "../../src/domain/months.ts";
import { Part } from "../../src/domain/part.ts";
import { indexed } from "../../src/domain/strike-index.ts";
import { shipped } from "../views/shipped.ts";

const Raw = z.object({
  strikes: z.array(
    z.object({
      id: z.string(),
      target: z.string(),
      date: z.string(),
      region: z.string().optional(),
      strikes: z.number().optional(),
      orgIds: z.array(z.string()).default([]),
      figures: z
        .array(
          z.object({
            measure: z.string(),
            low: z.number(),
            high: z.number().optional(),
            atLeast: z.boolean().optional(),
          }),
        )
        .default([]),
    }),
  ),
  tallies: z.array(z.object({ id: z.string(), date: z.string(), killed: z.number() })),
});
type RawStrike = z.infer<typeof Raw>["strikes"][number];
const raw = Raw.parse(JSON.parse(readFileSync(join(import.meta.dirname, "../../data/strikes.json"), "utf8")));
const known = shipped();
const index = indexed(known.strikes);
const TODAY = "2026-11-22";

/** No record of the file has two figures of one thing, so that none has to be chosen. */
const one = (strike: RawStrike, measure: string) => strike.figures.find((f) => f.measure === measure);

function held(cut: Cut): RawStrike[] {
  const found: RawStrike[] = [];
  for (const strike of raw.strikes) {
    if (cut.since !== undefined && strike.date < cut.since) continue;
    if (cut.until !== undefined && strike.date > cut.until) continue;
    if (cut.region !== undefined && strike.region !== cut.region) continue;
    if (cut.org !== undefined && !strike.orgIds.includes(cut.org)) continue;
    const dead = one(strike, "killed");
    if (cut.minKilled !== undefined && (dead === undefined || (dead.high ?? dead.low) < cut.minKilled)) continue;
    const vessel = strike.target === "vessel";
    const kinds = {
      counted: vessel,
      stated: vessel && dead !== undefined,
      silent: vessel && dead === undefined,
      land: !vessel,
    };
    const presumed = vessel && one(strike, "presumed-dead") !== undefined;
    if (cut.only !== undefined && !{ ...kinds, presumed }[cut.only]) continue;
    found.push(strike);
  }
  return found;
}

function oracle(cut: Cut) {
  const sum = { records: 0, strikes: 0, killed: { low: 0, high: 0 }, withPresumed: { low: 0, high: 0 }, silent: 0 };
  for (const strike of held(cut)) {
    if (strike.target !== "vessel") continue;
    sum.records += 1;
    sum.strikes += strike.strikes ?? 1;
    const [dead, lost] = [one(strike, "killed"), one(strike, "presumed-dead")];
    if (dead === undefined) sum.silent += 1;
    for (const f of [dead, lost]) {
      sum.withPresumed.low += f?.low ?? 0;
      sum.withPresumed.high += f?.high ?? f?.low ?? 0;
    }
    sum.killed.low += dead?.low ?? 0;
    sum.killed.high += dead?.high ?? dead?.low ?? 0;
  }
  return sum;
}

const day = fc.constantFrom(
  ...raw.strikes.map(({ date }) => date),
  ...raw.tallies.map(({ date }) => date),
  "2025-01-01",
  "2026-07-01",
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const cuts: fc.Arbitrary<Cut> = fc.record({
  since: maybe(day),
  until: maybe(day),
  region: maybe(fc.constantFrom("caribbean" as const, "eastern-pacific" as const, "undisclosed" as const)),
  org: maybe(fc.constantFrom("tren-de-aragua", "eln", "cdf", "los-lobos")),
  minKilled: maybe(fc.nat(15)),
  only: maybe(fc.constantFrom(...Part.options)),
});

describe("the data that ships, counted from the raw file", () => {
  it("holds no second figure of one thing and none without an upper end: the oracle chooses nothing", () => {
    for (const { figures } of raw.strikes) {
      expect(new Set(figures.map(({ measure }) => measure)).size).toBe(figures.length);
      expect(figures.some(({ atLeast }) => atLeast === true)).toBe(false);
    }
  });

  it("is 44, 140 and 151 to 23 February 2026, and 21, 82 and 83 to 15 November 2025", () => {
    for (const counted of [oracle, (cut: Cut) => count(known.strikes, cut), (cut: Cut) => index.count(cut)]) {
      expect(counted({ until: "2026-02-23" })).toMatchObject({
        strikes: 44,
        killed: { low: 140, high: 140 },
        withPresumed: { low: 151, high: 151 },
      });
      expect(counted({ until: "2025-11-15" })).toMatchObject({
        strikes: 21,
        killed: { low: 82, high: 82 },
        withPresumed: { low: 83, high: 83 },
      });
    }
  });

  it("is the same by every cut, with exactly the same records behind it", () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        expect(count(known.strikes, cut)).toEqual(oracle(cut));
        expect(index.count(cut)).toEqual(oracle(cut));
        expect(
          index
            .page(cut)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          held(cut)
            .map(({ id }) => id)
            .sort(),
        );
        const sums = index.sums(cut);
        for (const only of Part.options)
          if (cut.only === undefined) expect(sums.behind(only)).toBe(held({ ...cut, only }).length);
      }),
      { numRuns: 2000 },
    );
  });

  it("by month adds up to the whole, and each month is what the file says of its days", () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const all = months(known, cut, TODAY);
        const listed = all.slice(0, all.length);
        const sum = { records: 0, strikes: 0, low: 0, presumed: 0 };
        for (const { month, since, until, sums, upTo, quoted } of listed) {
          const asked = {
            ...cut,
            since: cut.since !== undefined && cut.since > `${month}-01` ? cut.since : `${month}-01`,
          };
          const last = cut.until !== undefined && cut.until < `${month}-99` ? cut.until : `${month}-99`;
          expect(sums.count).toEqual(oracle({ ...asked, until: last }));
          expect(upTo).toEqual(oracle({ ...cut, until: last }));
          expect(quoted.map(({ tally }) => tally.id).sort()).toEqual(
            raw.tallies
              .filter(({ date }) => date.startsWith(month) && date >= since && date <= until)
              .map(({ id }) => id)
              .sort(),
          );
          for (const { tally, ours } of quoted) expect(ours).toEqual(oracle({ until: tally.date }));
          expect(within(cut, month, TODAY)).toEqual({ since, until });
          sum.records += sums.records;
          sum.strikes += sums.strikes;
          sum.low += sums.killed.low;
          sum.presumed += sums.count.withPresumed.low;
        }
        const whole = oracle(cut);
        expect(sum).toEqual({
          records: whole.records,
          strikes: whole.strikes,
          low: whole.killed.low,
          presumed: whole.withPresumed.low,
        });
      }),
      { numRuns: 300 },
    );
  });

  it("lists every month from the first record to today, those without a record too, newest first", () => {
    const { names, length } = months(known, {}, TODAY);
    expect(length).toBe(15);
    expect(names[0]).toBe("2026-11");
    expect(names.at(-1)).toBe("2025-09");
    expect(names).toContain("2026-08");
    expect(months(known, { until: "2026-02-23" }, TODAY).names.slice(0, 3)).toEqual(["2026-02", "2026-01", "2025-12"]);
    expect(months(known, { since: "1900-01-01", until: "2025-09-30" }, TODAY).names).toEqual(["2025-09"]);
    expect(months(known, { org: "los-lobos" }, TODAY).names).toEqual([]);
    expect(months({ ...known, strikes: [] }, {}, TODAY).names).toEqual([]);
  });

  it("stands beside each quoted total as the file gives it to that day", () => {
    for (const tally of known.tallies) expect(beside(known, tally).ours).toEqual(oracle({ until: tally.date }));
  });
});
