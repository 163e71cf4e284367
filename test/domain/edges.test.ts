import { describe, expect, it } from "vitest";
import { areaTree } from "../../src/domain/area-tree.ts";
import { edges, groupEdges } from "../../src/domain/edges.ts";
import type { Situation } from "../../src/domain/situation.ts";
import { area, covered, curfew, ec, ecuador, situation, span, stamp } from "./fixtures.ts";

const NIGHT = { start: "23:00", end: "05:00", areas: ["EC-G", "EC-R"] };
const FOUR = curfew("329", [NIGHT]);
const KNOWN = [
  covered(["EC"], "2024-01-08T00:00", "2026-03-20T06:15"),
  covered(["EC-G", "EC-R"], "2026-03-15T00:00", "2026-03-31T05:00"),
];
const tick = (more: Partial<Situation>, after: string, until: string, country = "EC") =>
  edges(situation({ curfews: [FOUR], coverage: KNOWN, ...more }), country, { after: ec(after), until: ec(until) });
const brief = (list: ReturnType<typeof tick>, leaf: string) =>
  list
    .filter((one) => one.leaf === leaf)
    .map((one) => `${stamp(one.at)} ${one.kind}${one.kind === "ended" ? ` then ${one.followedBy}` : ""}`);

describe("edges", () => {
  it("a begin carries its end, what follows and the next night", () => {
    const list = tick({}, "2026-03-15T22:59", "2026-03-15T23:00");
    expect(list.map((one) => one.leaf)).toEqual(["EC-090158", "EC-0901/rest", "EC-0902", "EC-1201", "EC-1202"]);
    expect(list[0]).toEqual({
      kind: "began",
      leaf: "EC-090158",
      at: ec("2026-03-15T23:00"),
      since: ec("2026-03-15T23:00"),
      until: ec("2026-03-16T05:00"),
      next: span("2026-03-16T23:00", "2026-03-17T05:00"),
      followedBy: "notInForce",
      curfews: ["329"],
    });
  });

  it("an instant belongs to one tick only: after is outside, until inside", () => {
    expect(tick({}, "2026-03-15T23:00", "2026-03-15T23:01")).toEqual([]);
    expect(tick({}, "2026-03-15T22:58", "2026-03-15T22:59")).toEqual([]);
    expect(tick({}, "2026-03-15T23:00", "2026-03-15T23:00")).toEqual([]);
    expect(tick({}, "2026-03-15T22:59", "2026-03-15T23:00", "HT")).toEqual([]);
  });

  it("a begin at the last tick's own instant is not told again with the end that follows", () => {
    expect(brief(tick({}, "2026-03-15T23:00", "2026-03-16T05:00"), "EC-0902")).toEqual([
      "2026-03-16T05:00 ended then notInForce",
    ]);
  });

  it("the minute of a lifting or of an exception is no quiet one", () => {
    const lifted = { by: { en: "x" }, date: "2026-03-16", from: "2026-03-16T01:17:00-05:00" };
    expect(tick({ curfews: [curfew("a", [NIGHT], { lifted })] }, "2026-03-16T01:16", "2026-03-16T01:17")).toHaveLength(
      5,
    );
    const exceptions = [{ night: "2026-03-16", start: "20:20", end: "06:10" }];
    const changed = { curfews: [curfew("a", [NIGHT], { exceptions })] };
    expect(tick(changed, "2026-03-16T20:19", "2026-03-16T20:20")).toHaveLength(5);
    expect(tick(changed, "2026-03-17T06:09", "2026-03-17T06:10")).toHaveLength(5);
  });

  it("an outage over several nights gives each edge once, in order", () => {
    expect(brief(tick({}, "2026-03-15T12:00", "2026-03-17T12:00"), "EC-0902")).toEqual([
      "2026-03-15T23:00 began",
      "2026-03-16T05:00 ended then notInForce",
      "2026-03-16T23:00 began",
      "2026-03-17T05:00 ended then notInForce",
    ]);
  });

  it("a seam between decrees, renewals or hours is no edge, whatever the ids", () => {
    const rules = [{ ...NIGHT, start: "00:00", end: "00:00" }];
    const curfews = [
      curfew("a", rules, { lastNight: "2026-03-15" }),
      curfew("b", rules, { firstNight: "2026-03-16", lastNight: "2026-03-16" }),
    ];
    const list = tick({ curfews }, "2026-03-14T12:00", "2026-03-18T12:00").filter((one) => one.leaf === "EC-0902");
    expect(list.map((one) => [one.kind, one.since, one.until, one.curfews])).toEqual([
      ["began", ec("2026-03-15T00:00"), ec("2026-03-17T00:00"), ["a", "b"]],
      ["ended", ec("2026-03-15T00:00"), ec("2026-03-17T00:00"), ["a", "b"]],
    ]);
  });

  it("the end of the last announced night never says only over: nothing is known from there", () => {
    const list = tick({}, "2026-03-31T04:59", "2026-03-31T05:00");
    expect(list).toHaveLength(5);
    expect(list.every((one) => one.kind === "ended" && one.followedBy === "unknown" && one.next === undefined)).toBe(
      true,
    );
  });

  it("a curfew that meets a night nobody confirmed ends into the unknown, and one that comes out of it begins", () => {
    const open = curfew("a", [{ ...NIGHT, start: "00:00", end: "00:00" }], {
      lastConfirmed: "2026-03-15",
      endsBy: "2026-03-16",
    });
    const later = curfew("b", [{ ...NIGHT, start: "00:00", end: "05:00" }], {
      firstNight: "2026-03-17",
      lastNight: "2026-03-17",
    });
    expect(brief(tick({ curfews: [open, later] }, "2026-03-14T00:00", "2026-03-18T00:00"), "EC-0902")).toEqual([
      "2026-03-15T00:00 began",
      "2026-03-16T00:00 ended then unknown",
      "2026-03-17T00:00 began",
      "2026-03-17T05:00 ended then notInForce",
    ]);
  });

  it("information that begins or ends is no edge of a curfew", () => {
    expect(tick({ curfews: [] }, "2026-03-20T06:00", "2026-03-20T06:30")).toEqual([]);
  });

  it("ends come before begins of the same instant", () => {
    const curfews = [FOUR, curfew("b", [{ start: "05:00", end: "08:00", areas: ["EC-1401"] }])];
    const list = tick({ curfews }, "2026-03-16T04:59", "2026-03-16T05:00");
    expect(list.map((one) => one.kind)).toEqual(["ended", "ended", "ended", "ended", "ended", "began"]);
  });

  it("Galápagos begins by its own clock", () => {
    const list = tick(
      { curfews: [curfew("110", [{ ...NIGHT, areas: ["EC"] }])] },
      "2026-03-15T23:59",
      "2026-03-16T00:00",
    );
    expect(list.map((one) => one.leaf)).toEqual(["EC-2001"]);
  });

  it("the split of a canton is no edge where the curfew goes on, and an end where it does not", () => {
    // Half past, so that no zone's hours fall on the instant of the split.
    const rules = [{ start: "22:30", end: "04:30", areas: ["EC-1401"] }];
    const nights = { firstNight: "2024-11-01", lastNight: "2024-11-30" };
    const old = curfew("old", rules, { ...nights, declared: "2024-10-01" });
    expect(tick({ curfews: [old] }, "2024-11-04T23:30", "2024-11-05T00:30")).toEqual([]);
    const young = curfew("new", rules, { ...nights, declared: "2024-11-06" });
    expect(brief(tick({ curfews: [young] }, "2024-11-04T23:30", "2024-11-05T00:30"), "EC-1413")).toEqual([
      "2024-11-05T00:00 ended then notInForce",
    ]);
  });
});

describe("edges as one destination sees them", () => {
  const at = ec("2026-03-15T23:00");
  const list = tick({}, "2026-03-15T22:59", "2026-03-15T23:00");

  it("show its own places only, compressed, with what a message needs", () => {
    expect(groupEdges(list, ecuador(), ["EC-G", "EC-1201"], at)).toEqual([
      {
        areas: ["EC-G", "EC-1201"],
        since: at,
        until: ec("2026-03-16T05:00"),
        next: span("2026-03-16T23:00", "2026-03-17T05:00"),
        followedBy: "notInForce",
        curfews: ["329"],
      },
    ]);
    expect(groupEdges(list, ecuador(), ["EC-S"], at)).toEqual([]);
  });

  it("leave out what does not exist: absent, not undefined, and an unknown id is skipped", () => {
    const last = tick({ coverage: [] }, "2026-03-31T04:59", "2026-03-31T05:00");
    const [group] = groupEdges(last, ecuador(), ["EC-99", "EC"], ec("2026-03-31T05:00"));
    expect(group).toStrictEqual({
      areas: ["EC-G", "EC-R"],
      since: ec("2026-03-30T23:00"),
      until: ec("2026-03-31T05:00"),
      followedBy: "unknown",
      curfews: ["329"],
    });
  });

  it("Guayaquil except Tenguel, and the same again for who was shown that", () => {
    const tenguel = curfew("t", [{ start: "22:00", end: "05:00", areas: ["EC-090158"] }]);
    const night = tick({ curfews: [FOUR, tenguel] }, "2026-03-15T22:59", "2026-03-15T23:00");
    expect(groupEdges(night, ecuador(), ["EC-0901"], at).map((group) => group.areas)).toEqual([["EC-0901/rest"]]);
    const morning = tick({ curfews: [FOUR, tenguel] }, "2026-03-16T04:59", "2026-03-16T05:00");
    expect(
      groupEdges(morning, ecuador(), ["EC-0901/rest"], ec("2026-03-16T05:00")).map((group) => group.areas),
    ).toEqual([["EC-0901/rest"]]);
  });

  it("keep apart what differs in any line of the message", () => {
    const mixed = curfew("m", [
      NIGHT,
      { ...NIGHT, end: "06:00", areas: ["EC-S"] },
      { ...NIGHT, end: "06:00", areas: ["EC-W"] },
    ]);
    const began = tick(
      { curfews: [mixed, curfew("b", [{ ...NIGHT, areas: ["EC-R"] }])] },
      "2026-03-15T22:59",
      "2026-03-15T23:00",
    );
    expect(groupEdges(began, ecuador(), ["EC"], at).map((group) => [group.areas, group.until, group.curfews])).toEqual([
      [["EC-G"], ec("2026-03-16T05:00"), ["m"]],
      [["EC-R"], ec("2026-03-16T05:00"), ["b", "m"]],
      [["EC-S"], ec("2026-03-16T06:00"), ["m"]],
    ]);
  });
});

const LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXY".split("");

describe("the tick's speed", () => {
  it("a minute over 240 leaves and twelve decrees takes well under 10 ms on average", () => {
    const cantons = Array.from({ length: 240 }, (_, i) =>
      area(`EC-${1000 + i}`, "canton", { parent: `EC-${LETTERS[i % 24]}` }),
    );
    const provinces = LETTERS.map((letter) => area(`EC-${letter}`, "province", { parent: "EC", complete: true }));
    const areas = areaTree([
      area("EC", "country", { zone: "America/Guayaquil", complete: true }),
      ...provinces,
      ...cantons,
    ]);
    const curfews = Array.from({ length: 12 }, (_, i) =>
      curfew(
        `c${i}`,
        [{ ...NIGHT, areas: cantons.filter((_, j) => j % 12 <= i).map((one) => one.id) }],
        i % 2 === 0 ? {} : { lastConfirmed: "2026-03-16" },
      ),
    );
    // A situation of its own each minute: the clockwork asks with a new one, so nothing may rest on what it remembers.
    const minutes = Array.from({ length: 120 }, (_, i) => ec("2026-03-16T22:00") + i * 60_000);
    const started = performance.now();
    const found = minutes.flatMap((at) =>
      edges(situation({ areas, curfews, coverage: KNOWN }), "EC", { after: at - 60_000, until: at }),
    );
    const each = (performance.now() - started) / minutes.length;
    expect(found).toHaveLength(240);
    expect(each).toBeLessThan(10);
  });
});
