// The nights ahead: announced, assumed, none and not known are four things, and each night agrees with what a minute of it says.
import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { nightGroups } from "../../src/domain/night-list.ts";
import { stateAt } from "../../src/domain/state.ts";
import { DAY, HOUR } from "../../src/domain/time.ts";
import { ec, knownAt } from "../views/ecuador-known.ts";

const list = (now: string, place: string, count = 14) => nightGroups(knownAt(now), [place], ec(now), count);
const kinds = (now: string, place: string, count?: number) =>
  list(now, place, count).map(({ nights }) => nights.map((one) => one.is));

describe("the nights ahead", () => {
  it("begin with the night that runs: until six, and as long as a curfew runs", () => {
    const first = (now: string, place = "EC-G") => list(now, place)[0]?.nights[0]?.night;
    expect(first("2026-03-16T01:00")).toBe("2026-03-15");
    expect(first("2026-03-16T05:59")).toBe("2026-03-15");
    expect(first("2026-03-16T06:00")).toBe("2026-03-16");
    expect(first("2026-03-16T22:59")).toBe("2026-03-16");
  });

  it("tell the announced from what nobody knows, to the last night", () => {
    expect(kinds("2026-03-26T12:00", "EC-G", 7)).toEqual([
      ["announced", "announced", "announced", "announced", "announced", "unknown", "unknown"],
    ]);
    expect(list("2026-03-26T12:00", "EC-G")[0]?.nights[0]).toMatchObject({
      hours: [{ start: ec("2026-03-26T23:00"), end: ec("2026-03-27T05:00") }],
      unchecked: false,
    });
  });

  it("never show an assumed night like an announced one", () => {
    expect(kinds("2025-03-01T12:00", "EC-0907", 4)).toEqual([["announced", "announced", "assumed", "assumed"]]);
  });

  it("call a night free only where all of its dark was checked", () => {
    const [group] = list("2026-03-15T22:58", "EC-P", 2);
    expect(group?.nights).toMatchObject([{ is: "unknown", from: ec("2026-03-16T00:00") }, { is: "unknown" }]);
    expect(kinds("2026-04-02T12:00", "EC-I", 1)).toEqual([["unknown"]]);
    expect(nightGroups(knownAt("2026-04-02T12:00"), ["EC-P"], ec("2026-02-01T12:00"), 2)[0]?.nights).toMatchObject([
      { is: "none" },
      { is: "none" },
    ]);
  });

  it("part places whose hours differ, those with a curfew first", () => {
    const groups = list("2024-02-01T01:00", "EC-G", 1);
    expect(groups.map(({ nights }) => [nights[0]?.is, nights[0]?.hours[0]?.start])).toEqual([
      ["announced", ec("2024-02-01T00:00")],
      ["announced", ec("2024-02-01T02:00")],
      ["none", undefined],
    ]);
  });

  it("agree with what holds at an hour of the night, for any place and time of the record", () => {
    const record = knownAt("2026-04-02T12:00");
    assert(
      property(
        constantFrom("EC-G", "EC-0907", "EC-0916", "EC-I", "EC-W", "EC-1701", "EC-0906", "HT-OU"),
        integer({ min: 0, max: 800 }),
        integer({ min: 18, max: 29 }),
        (place, day, hour) => {
          const zone = record.areas.zone(place);
          const noon = ec("2024-01-10T12:00") + day * DAY;
          const at =
            ec("2024-01-10T00:00") + day * DAY + hour * HOUR + 1_800_000 + (zone === "Pacific/Galapagos" ? HOUR : 0);
          for (const leaf of record.areas.leaves(place, noon)) {
            const night = nightGroups(record, [leaf], noon, 1)[0]?.nights[0];
            const state = stateAt(record, leaf, at);
            const is = "whole" in state ? state.whole.is : undefined;
            const within = night?.hours.some(({ start, end }) => start <= at && at < end) ?? false;
            if (is === "inForce") expect([night?.is, within]).toEqual(["announced", true]);
            if (is === "unknown") expect(night?.is).not.toBe("none");
            if (night?.is === "none") expect(is).toBe("notInForce");
            if (night?.is === "announced" && within) expect(is).toBe("inForce");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
