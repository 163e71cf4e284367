// Every kind of real decree, by name, and every bug that users of neighbouring systems suffered: what the rules must make of it.
import { describe, expect, it } from "vitest";
import { edges } from "../../src/domain/edges.ts";
import { nights } from "../../src/domain/nights.ts";
import { segments } from "../../src/domain/segments.ts";
import type { Situation } from "../../src/domain/situation.ts";
import { stateAt } from "../../src/domain/state.ts";
import { NAMED } from "./named-cases.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import { covered, curfew, ec, ms, situation, span, stamp } from "./fixtures.ts";

const NIGHT = { start: "23:00", end: "05:00", areas: ["EC-G"] };
const MARCH = covered(["EC"], "2026-03-01T00:00", "2026-04-30T00:00");
/** In force, as `from/to` in Ecuador's time, in a leaf. */
const held = (given: Partial<Situation>, leaf: string, from: string, to: string) =>
  segments(situation({ coverage: [MARCH], ...given }), leaf, span(from, to)).flatMap((one) =>
    one.is === "inForce" ? [`${stamp(one.start)}/${stamp(one.end)}`] : [],
  );
const ending = (from: string, more: { areas?: string[]; until?: string } = {}) => ({
  by: { en: "x" },
  date: from.slice(0, 10),
  from: `${from}:00-05:00`,
  ...more,
});

describe("a real decree can be said", () => {
  it("a canton with shorter hours than its province, under one decree", () => {
    const one = curfew("a", [
      { ...NIGHT, except: ["EC-0902"] },
      { ...NIGHT, start: "00:00", areas: ["EC-0902"] },
    ]);
    const day = ["2026-03-16T12:00", "2026-03-17T12:00"] as const;
    expect(held({ curfews: [one] }, "EC-0902", ...day)).toEqual(["2026-03-17T00:00/2026-03-17T05:00"]);
    expect(held({ curfews: [one] }, "EC-0901/rest", ...day)).toEqual(["2026-03-16T23:00/2026-03-17T05:00"]);
  });

  it("the whole country except Galápagos, and a canton that is left out but for one parish", () => {
    const one = curfew("a", [
      { ...NIGHT, areas: ["EC"], except: ["EC-W", "EC-0901"] },
      { ...NIGHT, areas: ["EC-090158"] },
    ]);
    const now = ec("2026-03-17T01:00");
    const is = (place: string) => {
      const state = stateAt(situation({ curfews: [one], coverage: [MARCH] }), place, now);
      return "whole" in state ? state.whole.is : "partly";
    };
    expect(["EC-W", "EC-0901/rest", "EC-090158", "EC-0902", "EC-R"].map(is)).toEqual([
      "notInForce",
      "notInForce",
      "inForce",
      "inForce",
      "inForce",
    ]);
  });

  it("Friday 20:00 to Monday 05:00 is one window, one begin, one end and one night", () => {
    // 20 March 2026 was a Friday.
    const one = curfew("a", [{ start: "20:00", end: "05:00", endDay: 3, weekdays: [5], areas: ["EC-G"] }]);
    const given = situation({ curfews: [one], coverage: [MARCH] });
    expect(held({ curfews: [one] }, "EC-0902", "2026-03-19T00:00", "2026-03-25T00:00")).toEqual([
      "2026-03-20T20:00/2026-03-23T05:00",
    ]);
    const week = edges(given, "EC", { after: ec("2026-03-19T00:00"), until: ec("2026-03-25T00:00") });
    expect(week.filter(({ leaf }) => leaf === "EC-0902").map(({ kind }) => kind)).toEqual(["began", "ended"]);
    expect(edges(given, "EC", { after: ec("2026-03-23T04:59"), until: ec("2026-03-23T05:00") })).toHaveLength(3);
    expect(nights(given, "EC-0902", ec("2026-03-22T12:00"), 1)).toMatchObject([
      span("2026-03-20T20:00", "2026-03-23T05:00"),
    ]);
  });

  it("two ranges a day, of which one is moved and the other suspended for a night", () => {
    const rules = [{ ...NIGHT, start: "14:00", end: "16:00" }, NIGHT];
    const exceptions = [
      { night: "2026-03-16", rules: [1], start: "21:00" },
      { night: "2026-03-17", rules: [0], off: true },
    ];
    expect(
      held({ curfews: [curfew("a", rules, { exceptions })] }, "EC-0902", "2026-03-16T12:00", "2026-03-18T12:00"),
    ).toEqual([
      "2026-03-16T14:00/2026-03-16T16:00",
      "2026-03-16T21:00/2026-03-17T05:00",
      "2026-03-17T23:00/2026-03-18T05:00",
    ]);
  });

  it("provinces taken out one after the other, each at its own instant, in mid-window", () => {
    const one = curfew("a", [{ ...NIGHT, areas: ["EC-G", "EC-R", "EC-S"] }], {
      lifted: ending("2026-03-17T01:30", { areas: ["EC-G"] }),
      furtherEndings: [ending("2026-03-18T02:00", { areas: ["EC-R"] })],
    });
    const days = ["2026-03-16T12:00", "2026-03-19T12:00"] as const;
    expect(held({ curfews: [one] }, "EC-0902", ...days)).toEqual(["2026-03-16T23:00/2026-03-17T01:30"]);
    expect(held({ curfews: [one] }, "EC-1201", ...days).at(-1)).toBe("2026-03-17T23:00/2026-03-18T02:00");
    expect(held({ curfews: [one] }, "EC-1401", ...days)).toHaveLength(3);
  });

  it("suspended by a court in mid-window, and in force again two days later", () => {
    const rest = ending("2026-03-16T02:00", { until: "2026-03-18T01:00:00-05:00" });
    const one = curfew("a", [NIGHT], { furtherEndings: [rest] });
    expect(held({ curfews: [one] }, "EC-0902", "2026-03-15T12:00", "2026-03-18T12:00")).toEqual([
      "2026-03-15T23:00/2026-03-16T02:00",
      "2026-03-18T01:00/2026-03-18T05:00",
    ]);
    expect(
      edges(situation({ curfews: [one] }), "EC", { after: ec("2026-03-18T00:59"), until: ec("2026-03-18T01:00") }),
    ).toHaveLength(3);
  });

  it("areas added in mid-run, from a night or from an instant in mid-window, and hours changed from a night on", () => {
    const one = curfew("a", [
      { ...NIGHT, lastNight: "2026-03-17" },
      { ...NIGHT, start: "22:00", firstNight: "2026-03-18" },
      { start: "01:30", end: "05:00", areas: ["EC-R"], firstNight: "2026-03-17", lastNight: "2026-03-17" },
      { ...NIGHT, areas: ["EC-R"], firstNight: "2026-03-17" },
    ]);
    expect(held({ curfews: [one] }, "EC-1201", "2026-03-16T12:00", "2026-03-18T12:00")).toEqual([
      "2026-03-17T01:30/2026-03-17T05:00",
      "2026-03-17T23:00/2026-03-18T05:00",
    ]);
    expect(held({ curfews: [one] }, "EC-0902", "2026-03-18T12:00", "2026-03-19T12:00")).toEqual([
      "2026-03-18T22:00/2026-03-19T05:00",
    ]);
  });

  it("an exception for one night does not reach an area whose rule begins later", () => {
    const one = curfew("a", [NIGHT, { ...NIGHT, areas: ["EC-R"], firstNight: "2026-03-20" }], {
      exceptions: [{ night: "2026-03-16", start: "20:00", end: "06:00" }],
    });
    expect(held({ curfews: [one] }, "EC-1201", "2026-03-16T12:00", "2026-03-17T12:00")).toEqual([]);
  });

  it("hours told on another zone's clock than the area's", () => {
    const one = curfew("a", [{ ...NIGHT, areas: ["EC-2001"] }], { hoursZone: "America/Guayaquil" });
    expect(held({ curfews: [one] }, "EC-2001", "2026-03-16T12:00", "2026-03-17T12:00")).toEqual([
      "2026-03-16T23:00/2026-03-17T05:00",
    ]);
  });

  it("a list known in part from a night on doubts whoever only an older list named", () => {
    const one = curfew("a", [
      { ...NIGHT, areas: ["EC-0902"], lastNight: "2026-03-16" },
      { ...NIGHT, areas: ["EC-1201"], areasPartial: true, firstNight: "2026-03-17" },
    ]);
    const state = stateAt(situation({ curfews: [one], coverage: [MARCH] }), "EC-0902", ec("2026-03-18T00:00"));
    expect(state).toMatchObject({ whole: { is: "unknown", why: "list-partial" } });
  });
});

describe("a bug of a neighbouring system", () => {
  const given = { curfews: [curfew("a", [{ ...NIGHT, start: "22:00", end: "00:30" }])] };
  it("22:00-00:30 is not filtered out: the day is advanced (load_shedding#16)", () => {
    expect(held(given, "EC-0902", "2026-03-16T12:00", "2026-03-17T12:00")).toEqual([
      "2026-03-16T22:00/2026-03-17T00:30",
    ]);
  });

  it("hours are the place's own, not two hours off (load_shedding#63), and no day is early (ukraine-timemap#46)", () => {
    const [first] = nights(situation(given), "EC-0902", ec("2026-03-15T00:00"), 1);
    expect([first?.night, first?.start]).toEqual(["2026-03-15", ms("2026-03-16T03:00:00Z")]);
  });

  it("a change in mid-window leaves no phantom slot (load_shedding#69, #78)", () => {
    const changed = curfew("a", [NIGHT], { exceptions: [{ night: "2026-03-16", end: "02:00" }] });
    expect(held({ curfews: [changed] }, "EC-0902", "2026-03-16T12:00", "2026-03-17T12:00")).toEqual([
      "2026-03-16T23:00/2026-03-17T02:00",
    ]);
    expect(
      edges(situation({ curfews: [changed] }), "EC", { after: ec("2026-03-17T02:00"), until: ec("2026-03-17T12:00") }),
    ).toEqual([]);
  });

  it("assumed and announced nights do not look the same (eskom-calendar#463)", () => {
    const open = curfew("a", [NIGHT], { lastConfirmed: "2026-03-15" });
    expect(
      nights(situation({ curfews: [open] }), "EC-0902", ec("2026-03-15T12:00"), 2).map(({ certain }) => certain),
    ).toEqual([true, false]);
  });

  it("what was planned this morning and changed at noon is told as known at each hour (svitlo_live#2)", () => {
    const [morning, noon] = [curfew("a", [NIGHT]), curfew("a", [{ ...NIGHT, start: "21:00" }])];
    const next = (one: typeof morning) =>
      stateAt(situation({ curfews: [one], coverage: [MARCH] }), "EC-0902", ec("2026-03-16T12:00"));
    expect(next(morning)).toMatchObject({ whole: { next: { start: ec("2026-03-16T23:00") } } });
    expect(next(noon)).toMatchObject({ whole: { next: { start: ec("2026-03-16T21:00") } } });
  });
});

describe("what chance would meet too seldom", () => {
  it.each(NAMED.map((one) => [one.name, one] as const))("%s", (_, { ask }) => {
    expect(ask({ areaTree, edges, nights, segments, stateAt })).toBe(true);
  });
});
