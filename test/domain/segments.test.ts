import { describe, expect, it } from "vitest";
import { segments } from "../../src/domain/segments.ts";
import type { Situation } from "../../src/domain/situation.ts";
import { covered, curfew, ec, ms, situation, span, told } from "./fixtures.ts";

const NIGHT = { start: "23:00", end: "05:00", areas: ["EC-G"] };
const say = (given: Partial<Situation>, leaf: string, from: string, to: string) =>
  told(segments(situation(given), leaf, span(from, to)));
const MARCH = covered(["EC"], "2026-03-01T00:00", "2026-04-30T00:00");

describe("segments", () => {
  it("cover the range exactly, without gap or overlap, and none for an empty range", () => {
    const given = situation({ curfews: [curfew("a", [NIGHT])], coverage: [MARCH] });
    const range = { start: ec("2026-03-16T01:13") + 7, end: ec("2026-03-20T23:00") + 1 };
    const list = segments(given, "EC-0902", range);
    expect([list[0]?.start, list.at(-1)?.end]).toEqual([range.start, range.end]);
    for (const [index, one] of list.entries()) expect(one.start).toBe(list[index - 1]?.end ?? range.start);
    expect(segments(given, "EC-0902", { start: 5, end: 5 })).toEqual([]);
  });

  it("no curfew is said only inside confirmed time; beyond it nothing is known, to the minute", () => {
    expect(
      say(
        { coverage: [covered(["EC"], "2026-03-16T06:00", "2026-03-20T06:15")] },
        "EC-1201",
        "2026-03-16T05:00",
        "2026-03-21T00:00",
      ),
    ).toEqual([
      "2026-03-16T05:00 unknown not-covered",
      "2026-03-16T06:00 notInForce",
      "2026-03-20T06:15 unknown not-covered",
    ]);
  });

  it("a declared window is told beyond what is confirmed", () => {
    expect(say({ curfews: [curfew("a", [NIGHT])] }, "EC-0902", "2026-03-15T22:00", "2026-03-16T06:00")).toEqual([
      "2026-03-15T22:00 unknown not-covered",
      "2026-03-15T23:00 inForce a",
      "2026-03-16T05:00 unknown not-covered",
    ]);
  });

  it("a renewal seam keeps one curfew after the other, with nothing between (phantom slots, load_shedding#78)", () => {
    const curfews = [
      curfew("a", [{ ...NIGHT, start: "00:00", end: "00:00" }], { lastNight: "2026-03-15" }),
      curfew("b", [{ ...NIGHT, start: "00:00", end: "05:00" }], { firstNight: "2026-03-16", lastNight: "2026-03-16" }),
    ];
    expect(say({ curfews, coverage: [MARCH] }, "EC-0902", "2026-03-14T12:00", "2026-03-16T12:00")).toEqual([
      "2026-03-14T12:00 notInForce",
      "2026-03-15T00:00 inForce a",
      "2026-03-16T00:00 inForce b",
      "2026-03-16T05:00 notInForce",
    ]);
  });

  it("the province's curfew covers its cantons, parishes and rests, and a canton's own stands beside it", () => {
    const curfews = [curfew("g", [NIGHT]), curfew("t", [{ ...NIGHT, start: "22:00", areas: ["EC-090158"] }])];
    const range = ["2026-03-15T21:00", "2026-03-16T05:00"] as const;
    expect(say({ curfews, coverage: [MARCH] }, "EC-0901/rest", ...range)).toEqual([
      "2026-03-15T21:00 notInForce",
      "2026-03-15T23:00 inForce g",
    ]);
    expect(say({ curfews, coverage: [MARCH] }, "EC-090158", ...range)).toEqual([
      "2026-03-15T21:00 notInForce",
      "2026-03-15T22:00 inForce t",
      "2026-03-15T23:00 inForce g,t",
    ]);
  });

  it("a night that nobody confirmed is not known in its hours, also where all is confirmed", () => {
    const open = curfew("a", [NIGHT], { lastConfirmed: "2026-03-15", endsBy: "2026-03-16" });
    expect(say({ curfews: [open], coverage: [MARCH] }, "EC-0902", "2026-03-16T00:00", "2026-03-18T00:00")).toEqual([
      "2026-03-16T00:00 inForce a",
      "2026-03-16T05:00 notInForce",
      "2026-03-16T23:00 unknown end-not-known a",
      "2026-03-17T05:00 notInForce",
    ]);
  });

  it("a withdrawn record leaves its places and hours not known, never free", () => {
    const withdrawn = [curfew("w", [NIGHT])];
    expect(say({ withdrawn, coverage: [MARCH] }, "EC-0902", "2026-03-15T22:00", "2026-03-16T06:00")).toEqual([
      "2026-03-15T22:00 notInForce",
      "2026-03-15T23:00 unknown withdrawn w",
      "2026-03-16T05:00 notInForce",
    ]);
    expect(say({ withdrawn, coverage: [MARCH] }, "EC-1201", "2026-03-15T22:00", "2026-03-16T06:00")).toEqual([
      "2026-03-15T22:00 notInForce",
    ]);
    const both = { withdrawn, curfews: [curfew("a", [NIGHT])], coverage: [MARCH] };
    expect(say(both, "EC-0902", "2026-03-15T23:30", "2026-03-16T04:00")).toEqual(["2026-03-15T23:30 inForce a"]);
  });

  it("an answer as known on a day reaches to the end of that day, on the place's clock", () => {
    const daily = covered(["EC"], "2024-01-08T00:00", "2026-03-16T06:00", { asOfEachDay: true });
    const known = { coverage: [daily], knownAt: ec("2024-06-10T09:00") };
    expect(say(known, "EC-1201", "2024-06-10T00:00", "2024-06-12T00:00")).toEqual([
      "2024-06-10T00:00 notInForce",
      "2024-06-11T00:00 unknown not-covered",
    ]);
    const late = { coverage: [daily], knownAt: ec("2026-11-01T09:00") };
    expect(say(late, "EC-1201", "2026-03-16T00:00", "2026-03-17T00:00")).toEqual([
      "2026-03-16T00:00 notInForce",
      "2026-03-16T06:00 unknown not-covered",
    ]);
    const islands = covered(["EC-W"], "2024-01-08T00:00", "2026-03-16T06:00", { asOfEachDay: true });
    const list = segments(situation({ coverage: [islands], knownAt: ms("2024-06-10T23:30:00-06:00") }), "EC-2001", {
      start: ms("2024-06-10T22:00:00-06:00"),
      end: ms("2024-06-11T03:00:00-06:00"),
    });
    expect(list.map((one) => [one.is, one.end])).toEqual([
      ["notInForce", ms("2024-06-11T00:00:00-06:00")],
      ["unknown", ms("2024-06-11T03:00:00-06:00")],
    ]);
  });

  it("Sevilla Don Bosco has Morona's past and its own future", () => {
    const rules = [{ ...NIGHT, areas: ["EC-1401"] }];
    const curfews = [
      curfew("new", rules, { declared: "2024-11-06", firstNight: "2024-10-30", lastNight: "2024-11-30" }),
    ];
    const coverage = [covered(["EC"], "2024-10-01T00:00", "2024-12-30T00:00")];
    const range = ["2024-11-04T12:00", "2024-11-05T12:00"] as const;
    expect(say({ curfews, coverage }, "EC-1413", ...range)).toEqual([
      "2024-11-04T12:00 notInForce",
      "2024-11-04T23:00 inForce new",
      "2024-11-05T00:00 notInForce",
    ]);
  });

  it("who confirmed Morona after the split said nothing about Sevilla Don Bosco", () => {
    const coverage = [covered(["EC-1401"], "2024-10-01T00:00", "2024-12-30T00:00")];
    expect(say({ coverage }, "EC-1413", "2024-11-04T12:00", "2024-11-06T00:00")).toEqual([
      "2024-11-04T12:00 notInForce",
      "2024-11-05T00:00 unknown not-covered",
    ]);
  });
});

describe("a list known only in part (Decreto 205)", () => {
  const partial = curfew(
    "205",
    [
      { start: "01:00", end: "05:00", areas: ["EC-1201"], areasPartial: true },
      { start: "02:00", end: "05:00", areas: ["EC-0902"], areasPartial: true },
    ],
    { firstNight: "2026-03-15", lastNight: "2026-03-15" },
  );
  const hours = ["2026-03-15T00:00", "2026-03-15T06:00"] as const;
  const doubt = [
    "2026-03-15T00:00 notInForce",
    "2026-03-15T01:00 unknown list-partial 205",
    "2026-03-15T05:00 notInForce",
  ];
  const free = ["2026-03-15T00:00 notInForce"];

  it("leaves every unlisted place of the country not known in its hours, on the place's own clock", () => {
    expect(say({ curfews: [partial], coverage: [MARCH] }, "EC-1401", ...hours)).toEqual(doubt);
    expect(say({ curfews: [partial], coverage: [MARCH] }, "EC-2001", "2026-03-15T01:00", "2026-03-15T07:00")).toEqual([
      "2026-03-15T01:00 notInForce",
      "2026-03-15T02:00 unknown list-partial 205",
      "2026-03-15T06:00 notInForce",
    ]);
    expect(say({ curfews: [partial] }, "HT-OU", ...hours)).toEqual(["2026-03-15T00:00 unknown not-covered"]);
  });

  it("is no doubt for a place it lists: that one has its hours and nothing else", () => {
    expect(say({ curfews: [partial], coverage: [MARCH] }, "EC-0902", ...hours)).toEqual([
      "2026-03-15T00:00 notInForce",
      "2026-03-15T02:00 inForce 205",
      "2026-03-15T05:00 notInForce",
    ]);
  });

  it("an entry for the place itself settles it, an entry for what is around it does not", () => {
    const settle = (areas: string[], leaf: string) =>
      say(
        { curfews: [partial], coverage: [MARCH, covered(areas, "2026-03-14T00:00", "2026-03-17T00:00")] },
        leaf,
        ...hours,
      );
    expect(settle(["EC-1401"], "EC-1401")).toEqual(free);
    expect(settle(["EC-S"], "EC-1401")).toEqual(doubt);
    expect(settle(["EC"], "EC-1401")).toEqual(doubt);
    // The rest of a canton is told by its canton's name; a parish of it is not.
    expect(settle(["EC-0901"], "EC-0901/rest")).toEqual(free);
    expect(settle(["EC-0901"], "EC-090158")).toEqual(doubt);
  });

  it("an entry settles it for its own time only", () => {
    const coverage = [MARCH, covered(["EC-1401"], "2026-03-15T03:00", "2026-03-17T00:00")];
    expect(say({ curfews: [partial], coverage }, "EC-1401", ...hours)).toEqual([
      "2026-03-15T00:00 notInForce",
      "2026-03-15T01:00 unknown list-partial 205",
      "2026-03-15T03:00 notInForce",
    ]);
  });

  it("an entry that calls the list complete settles it, for that decree", () => {
    const complete = (completes: string[]) => [covered(["EC"], "2026-03-01T00:00", "2026-04-30T00:00", { completes })];
    expect(say({ curfews: [partial], coverage: complete(["205"]) }, "EC-1401", ...hours)).toEqual(free);
    expect(say({ curfews: [partial], coverage: complete(["204"]) }, "EC-1401", ...hours)).toEqual(doubt);
  });

  it("goes on in nights that are not certain, and stops when the decree is annulled", () => {
    const night = ["2026-03-16T00:00", "2026-03-16T06:00"] as const;
    const rules = [{ start: "01:00", end: "05:00", areas: ["EC-1201"], areasPartial: true }];
    const open = curfew("x", rules, { lastConfirmed: "2026-03-15" });
    expect(say({ curfews: [open], coverage: [MARCH] }, "EC-1401", ...night)[1]).toBe(
      "2026-03-16T01:00 unknown list-partial x",
    );
    const annulled = { by: { en: "Court" }, date: "2026-03-16", from: "2026-03-16T03:00:00-05:00" };
    const ended = curfew("x", rules, { lastConfirmed: "2026-03-15", annulled });
    expect(say({ curfews: [ended], coverage: [MARCH] }, "EC-1401", ...night)).toEqual([
      "2026-03-16T00:00 notInForce",
      "2026-03-16T01:00 unknown list-partial x",
      "2026-03-16T03:00 notInForce",
    ]);
  });

  it("withdrawn, it still leaves doubt on the places it did not name", () => {
    expect(say({ withdrawn: [partial], coverage: [MARCH] }, "EC-1401", ...hours)[1]).toBe(
      "2026-03-15T01:00 unknown withdrawn 205",
    );
  });
});
