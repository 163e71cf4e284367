// What is different between two states of the record, against a walk through every minute of both.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Curfew } from "../../src/domain/curfew.ts";
import { changes, groupChanges, outlook } from "../../src/domain/outlook.ts";
import type { Situation } from "../../src/domain/situation.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { covered, curfew, ec, ecuadorAreas, ms, situation } from "./fixtures.ts";
import { told, type Leaf, type World } from "./oracle.ts";

const AT = "2026-03-15T20:00";
const HOURS = { start: "23:00", end: "05:00" };
const ZONE = "America/Guayaquil";
const rule = (areas: [string, ...string[]] = ["EC-G"], hours = HOURS) => ({ ...hours, areas });
const decree = (more: Parameters<typeof curfew>[2] = {}, rules: Parameters<typeof curfew>[1] = [rule()]) =>
  curfew("d1", rules, more);
const known = (to = "2026-06-01T00:00") => [covered(["EC"], "2026-01-01T00:00", to)];
const record = (curfews: Curfew[], more: Partial<Situation> = {}) => situation({ coverage: known(), curfews, ...more });

function differ(before: Situation, after: Situation, at = AT) {
  const of = [before, after].flatMap((one) => [...one.curfews, ...one.withdrawn]);
  return changes({ before, after, country: "EC", of, at: ec(at) });
}
function grouped(before: Situation, after: Situation, follow = ["EC"], at = AT) {
  return groupChanges(differ(before, after, at), after, follow, ec(at));
}
const night = (day: number, to = "05:00", from = "23:00") => ({
  start: ec(`2026-03-${String(day).padStart(2, "0")}T${from}`),
  end: ec(`2026-03-${String(day + 1).padStart(2, "0")}T${to}`),
});

describe("the hours ahead in short", () => {
  it("are the window that runs or comes next, the last, their number and their common hours", () => {
    const told = outlook(record([decree()]), "EC-0902", ec("2026-03-16T01:00"));
    expect(told).toEqual({ first: night(15), last: night(30), windows: 16, hours: HOURS, curfews: ["d1"] });
    expect(outlook(record([decree()]), "EC-1201", ec(AT))).toBeUndefined();
    expect(outlook(record([decree()]), "EC-0902", ec("2026-03-31T05:00"))).toBeUndefined();
  });

  it("name no common hours where one night has others, and none of a window longer than a day", () => {
    const exceptions = [{ night: "2026-03-20", end: "03:00", off: false }];
    expect(outlook(record([decree({ exceptions })]), "EC-0902", ec(AT))?.hours).toBeUndefined();
    const whole = decree({ lastNight: "2026-03-18" }, [rule(["EC-G"], { start: "00:00", end: "00:00" })]);
    expect(outlook(record([whole]), "EC-0902", ec(AT))).toMatchObject({
      first: { start: ec("2026-03-15T00:00"), end: ec("2026-03-19T00:00") },
      windows: 1,
    });
    expect(outlook(record([whole]), "EC-0902", ec(AT))?.hours).toBeUndefined();
  });

  it("have the hours of the place's own clock, also over a night on which clocks change", () => {
    const haiti = curfew("h", [{ start: "19:00", end: "05:00", areas: ["HT"] }], {
      country: "HT",
      zone: "America/Port-au-Prince",
      firstNight: "2026-03-06",
      lastNight: "2026-03-10",
    });
    const told = outlook(situation({ curfews: [haiti] }), "HT-OU", ms("2026-03-06T12:00:00-05:00"));
    expect(told).toMatchObject({ windows: 5, hours: { start: "19:00", end: "05:00" } });
  });

  it("claim no end where more may lie beyond what is looked at", () => {
    const long = decree({ lastNight: "2027-12-31" });
    const told = outlook(record([long]), "EC-0902", ec(AT));
    expect(told?.first).toEqual(night(15));
    expect(told?.last.end).toBeUndefined();
  });
});

describe("what changed", () => {
  const before = record([decree()]);

  it("declared: places that had none", () => {
    const [group, ...others] = grouped(record([]), before);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ areas: ["EC-G"], now: { windows: 16 }, more: 12 });
    expect(group?.was).toBeUndefined();
    expect(group?.nights).toHaveLength(4);
    expect(group?.nights[0]).toEqual({ was: [], now: [night(15)] });
  });

  it("shortened, extended: the last nights", () => {
    const short = record([decree({ lastNight: "2026-03-28" })]);
    expect(grouped(before, short)).toMatchObject([
      {
        was: { last: night(30) },
        now: { last: night(28) },
        nights: [
          { was: [night(29)], now: [] },
          { was: [night(30)], now: [] },
        ],
      },
    ]);
    expect(grouped(before, short)[0]).toMatchObject({ was: { hours: HOURS }, now: { hours: HOURS } });
    expect(grouped(short, before)).toMatchObject([
      {
        nights: [
          { was: [], now: [night(29)] },
          { was: [], now: [night(30)] },
        ],
      },
    ]);
  });

  it("hours from a later night, one night off, other hours for a night", () => {
    const later = record([
      decree({}, [
        { ...rule(), lastNight: "2026-03-28" },
        { ...rule(["EC-G"], { start: "21:00", end: "05:00" }), firstNight: "2026-03-29" },
      ]),
    ]);
    expect(grouped(before, later)).toMatchObject([
      { nights: [{ was: [night(29)], now: [night(29, "05:00", "21:00")] }, {}] },
    ]);
    const off = record([decree({ exceptions: [{ night: "2026-03-17", off: true }] })]);
    expect(grouped(before, off)).toMatchObject([{ nights: [{ was: [night(17)], now: [] }], more: 0 }]);
    const other = record([decree({ exceptions: [{ night: "2026-03-17", end: "03:00", off: false }] })]);
    expect(grouped(before, other)).toMatchObject([{ nights: [{ was: [night(17)], now: [night(17, "03:00")] }] }]);
  });

  it("windows that only adjoin are two: one that went, and one that came", () => {
    const one = record([decree({ lastNight: "2026-03-15" })]);
    const next = record([
      decree({ firstNight: "2026-03-16", lastNight: "2026-03-16" }, [rule(["EC-G"], { start: "05:00", end: "08:00" })]),
    ]);
    const came = { start: ec("2026-03-16T05:00"), end: ec("2026-03-16T08:00") };
    expect(grouped(one, next)[0]?.nights).toEqual([
      { was: [night(15)], now: [] },
      { was: [], now: [came] },
    ]);
  });

  it("lifted some minutes ago, in the middle of a night: that night is cut where it was", () => {
    const lifted = record([
      decree({ lifted: { by: { en: "x" }, date: "2026-03-16", from: "2026-03-16T00:15:00-05:00" } }),
    ]);
    const [group] = grouped(before, lifted, ["EC"], "2026-03-16T00:30");
    expect(group?.now).toBeUndefined();
    expect(group?.nights[0]).toEqual({
      was: [night(15)],
      now: [{ start: ec("2026-03-15T23:00"), end: ec("2026-03-16T00:15") }],
    });
  });

  it("begun at once: a begin that was moved before now", () => {
    const early = record([decree({}, [rule(["EC-G"], { start: "21:00", end: "05:00" })])]);
    expect(grouped(before, early, ["EC"], "2026-03-15T21:30")[0]?.nights[0]).toEqual({
      was: [night(15)],
      now: [night(15, "05:00", "21:00")],
    });
  });

  it("places added and taken out, each with what is so for it", () => {
    const both = record([decree({}, [rule(["EC-G", "EC-R"])])]);
    expect(grouped(before, both).map(({ areas, was }) => [areas, was === undefined])).toEqual([[["EC-R"], true]]);
    expect(grouped(both, before).map(({ areas, now }) => [areas, now === undefined])).toEqual([[["EC-R"], true]]);
    expect(grouped(both, record([])).map(({ areas }) => areas)).toEqual([["EC-G", "EC-R"]]);
    expect(grouped(both, record([]), ["EC-1202"]).map(({ areas }) => areas)).toEqual([["EC-1202"]]);
    expect(grouped(both, record([]), ["EC-S", "XX-1"])).toEqual([]);
  });

  it("withdrawn, or no longer confirmed: hours of which nobody knows", () => {
    const gone = record([], { withdrawn: [decree()] });
    expect(grouped(before, gone)[0]).toMatchObject({
      was: { windows: 16 },
      nights: [{ was: [night(15)], now: [] }, {}, {}, {}],
    });
    const open = record([decree({ lastConfirmed: "2026-03-20", lastNight: undefined, endsBy: "2026-03-30" })]);
    expect(grouped(before, open)[0]?.now?.last).toEqual(night(20));
    const ended = record([decree({ lastNight: "2026-03-20" })]);
    expect(grouped(open, ended)[0]).toMatchObject({ nights: [], cleared: night(21) });
    expect(grouped(ended, open)[0]).toMatchObject({ nights: [], doubted: night(21) });
  });

  it("nothing, where a second decree has the same hours, only notes are others, or only what is past", () => {
    const second = curfew("d2", [rule()]);
    expect(differ(before, record([decree(), second]))).toEqual([]);
    expect(differ(before, record([decree({ notes: [{ en: "x" }] })]))).toEqual([]);
    const past = record([decree({ firstNight: "2026-03-10" })]);
    expect(differ(before, past)).toEqual([]);
    const earlier = record([decree({ exceptions: [{ night: "2026-03-15", start: "22:00", off: false }] })]);
    expect(differ(before, earlier, "2026-03-16T01:00")).toEqual([]);
  });

  it("a renewal at a seam moves the end and makes no gap", () => {
    const whole = (id: string, from: string, to: string) =>
      curfew(id, [rule(["EC-G"], { start: "05:00", end: "05:00" })], { firstNight: from, lastNight: to });
    const first = whole("d1", "2026-03-15", "2026-03-20");
    const renewed = record([first, whole("d2", "2026-03-21", "2026-03-25")]);
    expect(grouped(record([first]), renewed)).toMatchObject([
      {
        was: { windows: 1, last: { end: ec("2026-03-21T05:00") } },
        now: { windows: 1, last: { end: ec("2026-03-26T05:00") } },
      },
    ]);
  });
});

describe("against a walk through every minute", () => {
  const time = fc.constantFrom("00:00", "01:30", "05:00", "12:00", "21:00", "22:59", "23:00");
  const day = fc.integer({ min: 13, max: 19 }).map((one) => `2026-03-${one}`);
  const places = fc.constantFrom<[string, ...string[]]>(
    ["EC"],
    ["EC-G"],
    ["EC-0901"],
    ["EC-090158"],
    ["EC-R", "EC-G"],
    ["EC-1202"],
  );
  const version = fc.record({
    rules: fc.array(fc.record({ start: time, end: time, areas: places, areasPartial: fc.boolean() }), {
      minLength: 1,
      maxLength: 2,
    }),
    days: fc.tuple(day, day).map((two) => two.sort()),
    confirmed: fc.option(day, { nil: undefined, freq: 2 }),
    exceptions: fc.array(fc.record({ night: day, off: fc.boolean(), start: time, end: time }), { maxLength: 1 }),
    lifted: fc.option(fc.integer({ min: 0, max: 7 * 1440 }), { nil: undefined, freq: 2 }),
  });
  const origin = ec("2026-03-13T00:00");
  const built = (id: string, one: typeof version extends fc.Arbitrary<infer T> ? T : never): Curfew =>
    curfew(id, one.rules, {
      declared: "2026-03-12",
      firstNight: one.days[0] ?? "2026-03-13",
      lastNight: one.days[1] ?? "2026-03-13",
      exceptions: one.exceptions,
      ...(one.confirmed === undefined ? {} : { lastConfirmed: one.confirmed }),
      ...(one.lifted === undefined
        ? {}
        : {
            lifted: { by: { en: "x" }, date: "2026-03-13", from: new Date(origin + one.lifted * MINUTE).toISOString() },
          }),
    });
  const PARENTS = Object.fromEntries(
    ecuadorAreas().flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent]])),
  );
  const LEAVES = [
    { id: "EC-0901/rest", chain: ["EC-0901", "EC-G", "EC"] },
    { id: "EC-090158", chain: ["EC-090158", "EC-0901", "EC-G", "EC"] },
    { id: "EC-0902", chain: ["EC-0902", "EC-G", "EC"] },
    { id: "EC-1202", chain: ["EC-1202", "EC-R", "EC"] },
  ];

  it("a place is told of exactly where some minute from now on is another", () => {
    fc.assert(
      fc.property(
        fc.option(version, { nil: undefined, freq: 4 }),
        fc.option(version, { nil: undefined, freq: 4 }),
        fc.option(version, { nil: undefined, freq: 2 }),
        fc.constantFrom("declared", "withdrawn"),
        fc.integer({ min: 0, max: 8 * 1440 }),
        fc.constantFrom(...LEAVES),
        (was, is, beside, how, minute, { id, chain }) => {
          const at = origin + minute * MINUTE;
          const to = origin + 10 * 1440 * MINUTE;
          const others = beside === undefined ? [] : [built("b", beside)];
          const own = (one: typeof was) => (one === undefined ? [] : [built("a", one)]);
          const coverage = [covered(["EC-G"], "2026-03-01T00:00", "2026-03-17T12:00")];
          const before = situation({ coverage, curfews: [...others, ...own(was)] });
          const after =
            how === "withdrawn"
              ? situation({ coverage, curfews: others, withdrawn: own(is) })
              : situation({ coverage, curfews: [...others, ...own(is)] });
          const list = changes({ before, after, country: "EC", of: [...own(was), ...own(is)], at });
          const all = id === chain[0] ? chain : [id, ...chain];
          const leaf: Leaf = {
            id,
            zone: ZONE,
            belongs: [{ from: -Infinity, self: [chain[0] ?? id], any: all, all, also: [] }],
            lives: { from: -Infinity, to: Infinity },
          };
          const minutes = (one: Situation) => {
            const world: World = {
              ...one,
              curfews: [...one.curfews],
              withdrawn: [...one.withdrawn],
              coverage: [...one.coverage],
              zones: {},
              country: "EC",
              knownAt: at,
              parents: PARENTS,
            };
            return told(world, leaf, at, to).flatMap(({ start, end, says }) =>
              Array.from({ length: (end - start) / MINUTE }, () => says.split(" ")[0] ?? ""),
            );
          };
          const [a, b] = [minutes(before), minutes(after)];
          const differs = a.some((says, i) => says !== b[i]);
          const found = list.find((one) => one.leaf === id);
          expect([id, found !== undefined]).toEqual([id, differs]);
          // And the spans told are the very minutes in which one is in force and the other is not.
          const inSpans = (i: number) =>
            (found?.spans ?? []).some(({ start, end }) => start <= at + i * MINUTE && at + i * MINUTE < end);
          const wrong = a.flatMap((says, i) =>
            inSpans(i) === ((says === "inForce") !== (b[i] === "inForce")) ? [] : [i],
          );
          expect(wrong).toEqual([]);
          const ahead = (says: string[]) => says.includes("inForce");
          expect([found?.was !== undefined, found?.now !== undefined]).toEqual(
            found ? [ahead(a), ahead(b)] : [false, false],
          );
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
