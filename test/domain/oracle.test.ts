// Random decrees, places and clocks: the rules and the minute-walking oracle must tell the same of every minute.
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { areaTree } from "../../src/domain/area-tree.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import { edges } from "../../src/domain/edges.ts";
import { segments } from "../../src/domain/segments.ts";
import type { Edge, Situation } from "../../src/domain/situation.ts";
import { stateAt } from "../../src/domain/state.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { area } from "./fixtures.ts";
import { walk, type Leaf, type Stretch, type World } from "./oracle.ts";

const CASES = { segments: 1_000, edges: 250, states: 250 };

/** Zones, and the days around which their clocks change (or nothing happens). */
const ZONES: Record<string, string[]> = {
  "America/Guayaquil": ["2026-03-15", "2026-11-01"],
  "Pacific/Galapagos": ["2026-03-15"],
  "America/New_York": ["2026-03-08", "2026-11-01"],
  "Europe/Madrid": ["2026-03-29", "2026-10-25"],
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
  "America/Port-au-Prince": ["2026-03-08", "2026-11-01"],
  "America/Santiago": ["2026-04-05", "2026-09-06"],
};

const IDS = ["ZZ", "ZZ-A", "ZZ-B", "ZZ-11", "ZZ-12", "ZZ-1201", "ZZ-13", "ZZ-21"];
const nightAt = (center: string, offset: number) => Temporal.PlainDate.from(center).add({ days: offset }).toString();

/** Times where clocks change, midnight, and anything. */
const time = fc.oneof(
  fc.constantFrom(
    "00:00",
    "23:00",
    "22:00",
    "05:00",
    "01:00",
    "01:30",
    "01:45",
    "02:00",
    "02:15",
    "02:30",
    "03:00",
    "23:30",
    "00:30",
    "12:00",
  ),
  fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`),
);
const some = <T>(arb: fc.Arbitrary<T>, freq = 3) => fc.option(arb, { nil: undefined, freq });
const places = fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 3 });
const minute = fc.integer({ min: -4 * 1440, max: 5 * 1440 });

const rule = fc.record({
  start: time,
  end: time,
  areas: places,
  areasPartial: fc.boolean(),
  weekdays: some(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), 3),
  first: some(fc.integer({ min: -3, max: 2 }), 3),
  last: some(fc.integer({ min: -1, max: 4 }), 3),
});
const exception = fc.record({
  night: fc.integer({ min: -3, max: 4 }),
  areas: some(places, 1),
  start: some(time, 1),
  end: some(time, 1),
  off: fc.boolean(),
});
const ending = fc.record({ at: minute, areas: some(places, 1) });
const decree = fc.record({
  declared: fc.integer({ min: -8, max: 2 }),
  first: fc.integer({ min: -4, max: 1 }),
  nights: fc.integer({ min: 0, max: 5 }),
  open: fc.boolean(),
  confirmed: some(fc.integer({ min: -4, max: 4 }), 1),
  endsBy: some(fc.integer({ min: -4, max: 5 }), 1),
  hoursZone: some(fc.constantFrom(...Object.keys(ZONES)), 6),
  rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
  lifted: some(ending, 4),
  annulled: some(ending, 4),
});
const confirmation = fc.record({
  areas: places,
  from: minute,
  length: fc.integer({ min: 1, max: 5 * 1440 }),
  asOfEachDay: fc.boolean(),
  completes: fc.subarray(["a", "b", "w"]),
});

const world = fc
  .constantFrom(...Object.entries(ZONES).flatMap(([zone, days]) => days.map((center) => ({ zone, center }))))
  .chain((base) =>
    fc.record({
      base: fc.constant(base),
      second: fc.constantFrom(...Object.keys(ZONES)),
      split: fc.integer({ min: -3, max: 3 }),
      knownAt: minute,
      decrees: fc.array(decree, { minLength: 1, maxLength: 2 }),
      withdrawn: some(decree, 4),
      coverage: fc.array(confirmation, { maxLength: 3 }),
      leaf: fc.constantFrom("ZZ-11", "ZZ-12/rest", "ZZ-1201", "ZZ-13", "ZZ-21", "ZZ-B/rest"),
      at: minute,
    }),
  );
type Random = typeof world extends fc.Arbitrary<infer T> ? T : never;

function build(random: Random) {
  const { zone, center } = random.base;
  const midnight = Temporal.PlainDate.from(center).toZonedDateTime("UTC").epochMilliseconds;
  const at = (m: number) => midnight + m * MINUTE;
  const text = (m: number) => Temporal.Instant.fromEpochMilliseconds(at(m)).toString();
  const splitDay = nightAt(center, random.split);
  const splitAt = Temporal.PlainDate.from(splitDay).toZonedDateTime(zone).epochMilliseconds;
  const tree = areaTree([
    area("ZZ", "country", { zone, complete: true }),
    area("ZZ-A", "province", { parent: "ZZ", complete: true }),
    area("ZZ-11", "canton", { parent: "ZZ-A" }),
    area("ZZ-12", "canton", { parent: "ZZ-A" }),
    area("ZZ-1201", "parish", { parent: "ZZ-12" }),
    area("ZZ-13", "canton", { parent: "ZZ-A", validFrom: splitDay, splitFrom: "ZZ-11" }),
    area("ZZ-B", "province", { parent: "ZZ", zone: random.second }),
    area("ZZ-21", "canton", { parent: "ZZ-B" }),
  ]);
  const before = { from: -Infinity, chain: ["ZZ-11", "ZZ-A", "ZZ"], also: ["ZZ-13"] };
  const leaves: Leaf[] = [
    { id: "ZZ-11", zone, belongs: [before, { from: splitAt, chain: ["ZZ-11", "ZZ-A", "ZZ"] }] },
    { id: "ZZ-13", zone, belongs: [before, { from: splitAt, chain: ["ZZ-13", "ZZ-A", "ZZ"] }] },
    { id: "ZZ-12/rest", zone, belongs: [{ from: -Infinity, chain: ["ZZ-12", "ZZ-A", "ZZ"] }] },
    { id: "ZZ-1201", zone, belongs: [{ from: -Infinity, chain: ["ZZ-1201", "ZZ-12", "ZZ-A", "ZZ"] }] },
    { id: "ZZ-21", zone: random.second, belongs: [{ from: -Infinity, chain: ["ZZ-21", "ZZ-B", "ZZ"] }] },
    { id: "ZZ-B/rest", zone: random.second, belongs: [{ from: -Infinity, chain: ["ZZ-B", "ZZ"] }] },
  ];
  const day = (offset: number | undefined) => (offset === undefined ? undefined : nightAt(center, offset));
  const make = (one: Random["decrees"][number], id: string): Curfew => {
    const end = (which: Random["decrees"][number]["lifted"]) =>
      which && { by: { en: "x" }, date: center, from: text(which.at), areas: which.areas };
    const confirmed = one.open ? (one.confirmed ?? one.first + one.nights) : one.confirmed;
    return Curfew.parse({
      ...NAMED,
      id,
      country: "ZZ",
      zone,
      declared: nightAt(center, one.declared),
      firstNight: nightAt(center, one.first),
      lastNight: one.open ? undefined : nightAt(center, one.first + one.nights),
      lastConfirmed: day(confirmed),
      endsBy: confirmed === undefined ? undefined : day(one.endsBy),
      hoursZone: one.hoursZone,
      rules: one.rules.map(({ first, last, ...rule }) => ({ ...rule, firstNight: day(first), lastNight: day(last) })),
      exceptions: one.exceptions.map((exception) => ({ ...exception, night: nightAt(center, exception.night) })),
      lifted: end(one.lifted),
      annulled: end(one.annulled),
    });
  };
  const coverage = random.coverage.map(({ from, length, ...one }, index) =>
    Coverage.parse({ ...one, id: `k${index}`, from: text(from), to: text(from + length), basis: { en: "x" } }),
  );
  const curfews = random.decrees.map((one, index) => make(one, "ab".charAt(index)));
  const withdrawn = random.withdrawn === undefined ? [] : [make(random.withdrawn, "w")];
  const given: Situation = { knownAt: at(random.knownAt), areas: tree, curfews, withdrawn, coverage };
  const inB = (id: string) => id.startsWith("ZZ-B") || id.startsWith("ZZ-2");
  const zones = Object.fromEntries(IDS.map((id) => [id, inB(id) ? random.second : zone]));
  const known: World = { knownAt: given.knownAt, curfews, withdrawn, coverage, zones };
  // All windows that are certain lie well inside: decrees begin on day -4 at the earliest and end on day 8.
  const range = { start: at(-5 * 1440), end: at(9 * 1440) };
  const leafOf = (id: string): Leaf => {
    const leaf = leaves.find((one) => one.id === id);
    if (leaf === undefined) throw new Error(`no leaf ${id}`);
    return leaf;
  };
  return { given, range, splitAt, at, minutes: (id: string) => walk(known, leafOf(id), range.start, range.end) };
}

const NAMED = { title: { en: "x" }, authority: { en: "x" }, sources: [{ publisher: "x" }], confidence: "low" };

interface Run {
  start: number;
  end: number;
  is: string;
}

/** Stretches with the same first word, together. */
function runsOf(minutes: readonly Stretch[]): Run[] {
  const found: Run[] = [];
  for (const { start, end, says } of minutes) {
    const is = says.split(" ")[0] ?? "";
    const last = found.at(-1);
    if (last?.is === is) last.end = end;
    else found.push({ start, end, is });
  }
  return found;
}

describe("the rules and an oracle that walks minute by minute", () => {
  it("agree on every minute of random decrees", () => {
    fc.assert(
      fc.property(world, (random) => {
        const { given, range, minutes } = build(random);
        const list = segments(given, random.leaf, range);
        const told = list.map(({ start, end, is, why, curfews }) => {
          const says = [is, why, curfews.join()].filter((word) => word !== undefined && word !== "").join(" ");
          return { start, end, says };
        });
        expect(told).toEqual(minutes(random.leaf));
      }),
      { numRuns: CASES.segments },
    );
  });

  it("agree on every begin and end, and on what is told with it", () => {
    fc.assert(
      fc.property(world, (random) => {
        const { given, range, minutes, splitAt, at } = build(random);
        const until = range.end - 1;
        const found = edges(given, "ZZ", { after: range.start, until });
        const list = runsOf(minutes(random.leaf));
        const expected = list.flatMap((one, index): Edge[] => {
          const before = list[index - 1];
          const next = list.find((other) => other.start >= one.start && other.is === "inForce" && other !== one);
          const interval = next && { start: next.start, end: next.end };
          const told = { leaf: random.leaf, next: interval, curfews: [] };
          if (before?.is === "inForce") {
            const own = one.is === "notInForce" ? one.is : "unknown";
            return [{ ...told, kind: "ended", at: one.start, since: before.start, until: one.start, followedBy: own }];
          }
          if (one.is !== "inForce" || before === undefined) return [];
          const after = list[index + 1]?.is === "notInForce" ? "notInForce" : "unknown";
          return [{ ...told, kind: "began", at: one.start, since: one.start, until: one.end, followedBy: after }];
        });
        const mine = found.filter((edge) => edge.leaf === random.leaf).map((edge) => ({ ...edge, curfews: [] }));
        expect(mine).toEqual(expected.filter((edge) => random.leaf !== "ZZ-13" || edge.at >= splitAt));
        // Cut anywhere, best at an edge itself, the ticks tell the same; and the minute of an edge alone tells it too.
        const middle = found[Math.abs(random.at) % Math.max(1, found.length)]?.at ?? at(random.at);
        const inTwo = [
          ...edges(given, "ZZ", { after: range.start, until: middle }),
          ...edges(given, "ZZ", { after: middle, until }),
        ];
        const inMinute = edges(given, "ZZ", { after: middle - MINUTE, until: middle });
        expect(inMinute).toEqual(found.filter((edge) => edge.at === middle));
        expect(inTwo).toEqual(found);
      }),
      { numRuns: CASES.edges },
    );
  });

  it("agree on what is told at an instant", () => {
    fc.assert(
      fc.property(world, (random) => {
        const { given, minutes, splitAt, at } = build(random);
        const now = at(random.at);
        const leaf = random.leaf === "ZZ-13" && now < splitAt ? "ZZ-11" : random.leaf;
        const answer = stateAt(given, leaf, now);
        const state = "whole" in answer ? answer.whole : expect.unreachable("a leaf has one state");
        const told = minutes(leaf);
        const list = runsOf(told);
        const index = list.findIndex((one) => one.start <= now && now < one.end);
        const [current, following] = [list[index], list[index + 1]];
        const interval = (one: Run | undefined) => one && { start: one.start, end: one.end };
        expect(state.is).toBe(current?.is);
        expect(state.next).toEqual(interval(list.slice(index + 1).find((one) => one.is === "inForce")));
        const last = interval(list.slice(0, index).findLast((one) => one.is === "inForce"));
        if (state.is === "inForce")
          expect([state.since, state.until, state.followedBy]).toEqual([current?.start, current?.end, following?.is]);
        else expect(state.last).toEqual(last);
        if (state.is === "notInForce" && following !== undefined) {
          expect(state.knownUntil).toBe(following.is === "unknown" ? current?.end : undefined);
        }
        if (state.is === "unknown") {
          const says = told.find((one) => one.start <= now && now < one.end)?.says;
          expect(`unknown ${state.why}`).toBe(says?.split(" ").slice(0, 2).join(" "));
          expect(state.informationEnds).toBe(list.slice(0, index).findLast((one) => one.is !== "unknown")?.end);
        }
      }),
      { numRuns: CASES.states },
    );
  });
});
