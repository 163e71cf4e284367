import { describe, expect, it } from "vitest";
import { nights } from "../../src/domain/nights.ts";
import type { Situation } from "../../src/domain/situation.ts";
import { stateAt } from "../../src/domain/state.ts";
import { covered, curfew, ec, situation, span, stamp } from "./fixtures.ts";

const FOUR = curfew("329", [{ start: "23:00", end: "05:00", areas: ["EC-G", "EC-R"] }]);
const KNOWN = [
  covered(["EC"], "2024-01-08T00:00", "2026-03-20T06:15"),
  covered(["EC-G", "EC-R"], "2026-03-15T00:00", "2026-03-31T05:00"),
];
const given = situation({ curfews: [FOUR], coverage: KNOWN });
const at = (more: Partial<Situation>, place: string, when: string) =>
  stateAt(situation({ curfews: [FOUR], coverage: KNOWN, ...more }), place, ec(when));

describe("the state of a place", () => {
  it("in force: since, until, what follows, and the next night", () => {
    expect(at({}, "EC-G", "2026-03-21T01:00")).toEqual({
      whole: {
        is: "inForce",
        since: ec("2026-03-20T23:00"),
        until: ec("2026-03-21T05:00"),
        followedBy: "notInForce",
        next: span("2026-03-21T23:00", "2026-03-22T05:00"),
        curfews: ["329"],
      },
    });
  });

  it("no curfew now: the last night and the next one", () => {
    expect(at({}, "EC-G", "2026-03-20T12:00")).toEqual({
      whole: {
        is: "notInForce",
        next: span("2026-03-20T23:00", "2026-03-21T05:00"),
        last: span("2026-03-19T23:00", "2026-03-20T05:00"),
        knownUntil: undefined,
        curfews: ["329"],
      },
    });
  });

  it("no curfew now, but known only until the morning: it says until when", () => {
    const state = at({}, "EC-S", "2026-03-20T01:00");
    expect(state).toMatchObject({ whole: { is: "notInForce", next: undefined, knownUntil: ec("2026-03-20T06:15") } });
  });

  it("the last announced night ends into the unknown, and nothing after it is called free", () => {
    expect(at({}, "EC-G", "2026-03-31T04:59")).toMatchObject({
      whole: { is: "inForce", until: ec("2026-03-31T05:00"), followedBy: "unknown", next: undefined },
    });
    expect(at({}, "EC-G", "2026-03-31T05:00")).toEqual({
      whole: {
        is: "unknown",
        why: "not-covered",
        informationEnds: ec("2026-03-31T05:00"),
        last: span("2026-03-30T23:00", "2026-03-31T05:00"),
        next: undefined,
        curfews: ["329"],
      },
    });
  });

  it("the age of the newest information is told even years later", () => {
    expect(at({}, "EC-S", "2029-01-01T00:00")).toMatchObject({
      whole: { is: "unknown", informationEnds: ec("2026-03-20T06:15") },
    });
    expect(at({}, "EC-G", "2029-01-01T00:00")).toMatchObject({
      whole: { informationEnds: ec("2026-03-31T05:00"), last: span("2026-03-30T23:00", "2026-03-31T05:00") },
    });
    expect(at({ coverage: [] }, "EC-S", "2029-01-01T00:00")).toMatchObject({
      whole: { is: "unknown", informationEnds: undefined },
    });
  });

  it("places that differ are told apart, the fewest names, what is in force first", () => {
    const state = at({}, "EC", "2026-03-16T01:00");
    const parts = "partly" in state ? state.partly.map((part) => [part.state.is, part.areas]) : [];
    expect(parts).toEqual([
      ["inForce", ["EC-G", "EC-R"]],
      ["notInForce", ["EC-S", "EC-W"]],
    ]);
  });

  it("Guayaquil except Tenguel can be said", () => {
    const tenguel = curfew("351", [{ start: "22:00", end: "05:00", areas: ["EC-090158"] }]);
    const state = at({ curfews: [tenguel] }, "EC-0901", "2026-03-16T01:00");
    expect("partly" in state && state.partly.map((part) => part.areas)).toEqual([["EC-090158"], ["EC-0901/rest"]]);
  });

  it("asked for Sevilla Don Bosco before it was, it answers for Morona", () => {
    const old = curfew("135", [{ start: "02:00", end: "05:00", areas: ["EC-1401"] }], {
      firstNight: "2024-01-24",
      lastNight: "2024-03-20",
    });
    expect(at({ curfews: [old] }, "EC-1413", "2024-02-01T03:00")).toEqual(
      at({ curfews: [old] }, "EC-1401", "2024-02-01T03:00"),
    );
    expect(at({ curfews: [old] }, "EC-1413", "2024-02-01T03:00")).toMatchObject({
      whole: { is: "inForce", curfews: ["135"] },
    });
  });

  it("two decrees without a gap are one curfew to the reader", () => {
    const curfews = [
      curfew("a", [{ start: "20:00", end: "23:00", areas: ["EC-G"] }], { lastNight: "2026-03-15" }),
      curfew("b", [{ start: "23:00", end: "05:00", areas: ["EC-G"] }], { lastNight: "2026-03-15" }),
    ];
    expect(at({ curfews }, "EC-0902", "2026-03-15T21:00")).toMatchObject({
      whole: { since: ec("2026-03-15T20:00"), until: ec("2026-03-16T05:00"), curfews: ["a"], next: undefined },
    });
  });

  it("a curfew of all day for two years runs beyond the horizon: no end is made up", () => {
    const always = curfew("a", [{ start: "00:00", end: "00:00", areas: ["EC-G"] }], {
      firstNight: "2024-01-01",
      lastNight: "2026-12-31",
    });
    expect(at({ curfews: [always] }, "EC-0902", "2025-05-01T00:00")).toMatchObject({
      whole: { is: "inForce", until: undefined, followedBy: undefined },
    });
    expect(at({ curfews: [always] }, "EC-0902", "2023-12-31T00:00")).toMatchObject({
      whole: { next: { start: ec("2024-01-01T00:00") } },
    });
  });

  it("a night that is not certain is never the next window", () => {
    const open = curfew("a", [{ start: "23:00", end: "05:00", areas: ["EC-G"] }], { lastConfirmed: "2026-03-15" });
    expect(at({ curfews: [open] }, "EC-0902", "2026-03-16T12:00")).toMatchObject({
      whole: { is: "notInForce", next: undefined, knownUntil: ec("2026-03-16T23:00") },
    });
    expect(at({ curfews: [open] }, "EC-0902", "2026-03-16T23:00")).toMatchObject({
      whole: { is: "unknown", why: "end-not-known", informationEnds: ec("2026-03-16T23:00"), curfews: ["a"] },
    });
  });
});

describe("the nights ahead", () => {
  it("come in order, the running one first, with their places, and say which are assumed (eskom-calendar#463)", () => {
    const open = curfew("a", [{ start: "23:00", end: "05:00", areas: ["EC-G"] }], { lastConfirmed: "2026-03-16" });
    const list = nights(situation({ curfews: [open] }), "EC-G", ec("2026-03-16T04:59"), 3);
    expect(list.map((one) => [stamp(one.start), one.certain, one.areas])).toEqual([
      ["2026-03-15T23:00", true, ["EC-G"]],
      ["2026-03-16T23:00", true, ["EC-G"]],
      ["2026-03-17T23:00", false, ["EC-G"]],
    ]);
  });

  it("places with other hours make lines of their own; decrees with the same hours one", () => {
    const other = curfew("b", [
      { start: "23:00", end: "05:00", areas: ["EC-R"] },
      { start: "22:00", end: "05:00", areas: ["EC-1401"] },
    ]);
    const list = nights(situation({ curfews: [FOUR, other] }), "EC", ec("2026-03-15T12:00"), 3);
    expect(list.map((one) => [stamp(one.start), one.areas, one.curfews])).toEqual([
      ["2026-03-15T22:00", ["EC-1401"], ["b"]],
      ["2026-03-15T23:00", ["EC-G"], ["329"]],
      ["2026-03-15T23:00", ["EC-R"], ["329", "b"]],
    ]);
  });

  it("are as many as there are", () => {
    expect(nights(given, "EC-G", ec("2026-03-29T12:00"), 10)).toHaveLength(2);
    expect(nights(given, "EC-S", ec("2026-03-15T12:00"), 10)).toEqual([]);
    expect(nights(given, "EC-G", ec("2026-01-01T12:00"), 20)).toHaveLength(16);
  });
});
