// Vigía's own count: low to high, as announced beside with presumed dead, not stated never zero; and what it says about others' totals.
import { describe, expect, it } from "vitest";
import { type Cut, compare, count, figure, within } from "../../src/domain/count.ts";
import { type Gap, Strike, type Tally } from "../../src/domain/strike.ts";
import { shipped } from "../views/shipped.ts";

const source = { publisher: "AP" };
const said = (en: string) => ({ en, es: en });
const killed = (low: number, high?: number, atLeast = false) => ({
  measure: "killed",
  low,
  ...(high === undefined ? {} : { high }),
  atLeast,
});
const strike = (date: string, figures: object[], more: object = {}) =>
  Strike.parse({
    id: date,
    target: "vessel",
    date,
    dateBasis: "strike",
    region: "caribbean",
    announcedBy: said("A"),
    figures,
    sources: [source],
    ...more,
  });
const quoted = (date: string, total: number): Tally => ({
  id: `${date}-${total}`,
  date,
  killed: total,
  atLeast: true,
  quotedBy: said("AP"),
  sources: [source],
});
const gap = (from: string, to: string, killedAtLeast?: number): Gap => ({
  id: from,
  from,
  to,
  why: said("nothing found"),
  ...(killedAtLeast === undefined ? {} : { killedAtLeast }),
});

describe("the count", () => {
  it("of the data that ships is 44, 140 and 151 up to 23 February 2026", () => {
    expect(count(shipped().strikes, { until: "2026-02-23" })).toMatchObject({
      records: 40,
      strikes: 44,
      killed: { low: 140, high: 140 },
      withPresumed: { low: 151, high: 151 },
      silent: 0,
    });
  });

  it("of the data that ships is 21, 82 and 83 up to 15 November 2025", () => {
    expect(count(shipped().strikes, { until: "2025-11-15" })).toMatchObject({
      strikes: 21,
      killed: { low: 82, high: 82 },
      withPresumed: { low: 83, high: 83 },
    });
  });

  it("takes the lowest and the highest where figures disagree", () => {
    expect(figure(strike("2026-01-01", [killed(4), killed(3, 5)]), "killed")).toEqual({ low: 3, high: 5 });
  });

  it("has no upper end as soon as one figure has none", () => {
    const strikes = [strike("2026-01-01", [killed(3)]), strike("2026-01-02", [killed(2, undefined, true)])];
    expect(count(strikes).killed).toEqual({ low: 5, high: undefined });
    expect(count(strikes).withPresumed).toEqual({ low: 5, high: undefined });
  });

  it("counts a record without a figure as silent and never as zero", () => {
    const silent = strike("2026-01-01", [{ measure: "survivors", low: 1 }]);
    expect(figure(silent, "killed")).toBeUndefined();
    expect(count([silent, strike("2026-01-02", [killed(0)])])).toMatchObject({ strikes: 2, silent: 1 });
  });

  it("adds the presumed dead to a strike's day only in the second figure", () => {
    const both = strike("2026-01-01", [killed(2), { measure: "presumed-dead", low: 1, high: 2 }]);
    expect(count([both])).toMatchObject({ killed: { low: 2, high: 2 }, withPresumed: { low: 3, high: 4 } });
  });

  it("leaves operations on land out", () => {
    const land = strike("2026-01-01", [killed(9)], { target: "land", region: undefined });
    expect(count([land])).toMatchObject({ records: 0, strikes: 0, killed: { low: 0, high: 0 } });
  });
});

describe("a cut", () => {
  const one = strike("2026-03-08", [killed(3), killed(6)], { orgIds: ["eln"] });
  const holds = (cut: Cut) => within(one, cut);

  it("includes its first and last day", () => {
    expect(holds({ since: "2026-03-08", until: "2026-03-08" })).toBe(true);
    expect(holds({ since: "2026-03-09" })).toBe(false);
    expect(holds({ until: "2026-03-07" })).toBe(false);
  });

  it("asks for region, organisation and the highest figure announced", () => {
    expect(holds({ region: "caribbean", org: "eln", minKilled: 6 })).toBe(true);
    expect(holds({ region: "eastern-pacific" })).toBe(false);
    expect(holds({ org: "farc-ep" })).toBe(false);
    expect(holds({ minKilled: 7 })).toBe(false);
  });

  it("does not take not stated for zero", () => {
    expect(within(strike("2026-01-01", []), { minKilled: 0 })).toBe(false);
  });
});

describe("a quoted total", () => {
  const strikes = [
    strike("2026-01-01", [killed(10), { measure: "presumed-dead", low: 2 }]),
    strike("2026-02-01", [killed(5)]),
  ];
  const differences = (tallies: Tally[], day: string, gaps: Gap[] = []) =>
    compare({ strikes, tallies, gaps }, day).map(({ difference }) => difference.is);

  it("stands beside our count of its own day, not of the day asked for", () => {
    const [last] = compare({ strikes, tallies: [quoted("2026-01-10", 10)], gaps: [] }, "2026-03-01");
    expect(last?.ours).toMatchObject({ killed: { low: 10, high: 10 }, withPresumed: { low: 12, high: 12 } });
  });

  it("is the last one on or before the day, and all of them where a day has several", () => {
    const tallies = [quoted("2026-01-05", 1), quoted("2026-01-10", 10), quoted("2026-01-10", 12)];
    expect(differences([...tallies, quoted("2026-04-01", 15)], "2026-03-01")).toEqual(["announced", "presumed"]);
    expect(differences(tallies, "2026-01-04")).toEqual([]);
  });

  it("is explained by a known gap only where it is larger than ours and leaves room for what is missing", () => {
    const before = [gap("2026-01-02", "2026-01-05", 4)];
    expect(differences([quoted("2026-01-10", 15)], "2026-01-10", before)).toEqual(["gaps"]);
    expect(differences([quoted("2026-01-10", 13)], "2026-01-10", before)).toEqual(["unexplained"]);
    expect(differences([quoted("2026-01-10", 9)], "2026-01-10", before)).toEqual(["unexplained"]);
    expect(differences([quoted("2026-01-10", 15)], "2026-01-10", [gap("2026-01-11", "2026-01-12")])).toEqual([
      "unexplained",
    ]);
  });

  it("on 23 February 2026 agrees once and is once not explained", () => {
    expect(compare(shipped(), "2026-02-23").map(({ tally, difference }) => [tally.killed, difference.is])).toEqual([
      [151, "presumed"],
      [150, "unexplained"],
    ]);
  });

  it("of 12 April 2026 names the gap of March and April and no later one", () => {
    const [april] = compare(shipped(), "2026-04-30");
    expect(april?.difference).toMatchObject({ is: "gaps", gaps: [{ id: "gap-2026-03-20" }] });
  });
});
