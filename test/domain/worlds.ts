// Random countries, decrees and confirmations for the rules and the oracle to disagree about: a map is drawn twice, once as areas for the rules and once
// as plain lists for the oracle, from the same few words. Chance comes from fast-check alone, so that a failure can be asked for again.
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type { Area } from "../../src/domain/area.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import { area } from "./fixtures.ts";
import type { Belonging, Leaf, World } from "./oracle.ts";

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Zones, and days around which their clocks change (midnight itself, half an hour, a whole day) or nothing happens. */
export const ZONES: Record<string, string[]> = {
  "America/Guayaquil": ["2026-03-15", "2026-11-01"],
  "Pacific/Galapagos": ["2026-03-15"],
  "America/New_York": ["2026-03-08", "2026-11-01"],
  "Europe/Madrid": ["2026-03-29", "2026-10-25"],
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
  "America/Port-au-Prince": ["2026-03-08"],
  "America/Santiago": ["2026-04-05", "2026-09-06"],
  "Asia/Beirut": ["2026-03-29", "2026-10-25"],
  "Africa/Casablanca": ["2026-02-15", "2026-03-22"],
  "America/Asuncion": ["2024-03-24", "2023-10-01"],
  "Pacific/Apia": ["2011-12-30"],
};
const PLACES = Object.entries(ZONES).flatMap(([zone, days]) => days.map((center) => ({ zone, center })));

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
    .nat(DAY_MINUTES - 1)
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`),
);
/** There in so many of a hundred. (fast-check's `option` counts the other way: with freq 1 it never is.) */
const some = <T>(arbitrary: fc.Arbitrary<T>, percent: number) =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary });
/** Areas are picked by number, since what there is to pick from depends on the map. */
const places = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 4 });
const minute = fc.integer({ min: -3 * DAY_MINUTES, max: 4 * DAY_MINUTES });

const KINDS = ["plain", "plain", "parishes", "split", "rename", "merge", "dissolve", "fresh"] as const;
const canton = fc.record({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: -2, max: 3 }),
  complete: fc.boolean(),
});
const province = fc.record({ cantons: fc.array(canton, { maxLength: 2 }), complete: fc.boolean() });

const rule = fc.record({
  start: time,
  end: time,
  endDay: some(fc.integer({ min: 1, max: 4 }), 10),
  areas: places,
  except: some(places, 25),
  areasPartial: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  weekdays: some(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), 25),
  first: some(fc.integer({ min: -3, max: 2 }), 25),
  last: some(fc.integer({ min: -1, max: 4 }), 25),
});
const exception = fc.record({
  night: fc.integer({ min: -3, max: 4 }),
  areas: some(places, 60),
  rules: some(fc.uniqueArray(fc.nat(1), { minLength: 1 }), 30),
  start: some(time, 60),
  end: some(time, 60),
  off: fc.boolean(),
});
const ending = fc.record({
  at: minute,
  lasts: some(fc.integer({ min: 1, max: 3 * DAY_MINUTES }), 40),
  areas: some(places, 60),
});
const decree = fc.record({
  declared: fc.integer({ min: -5, max: 3 }),
  first: fc.integer({ min: -3, max: 1 }),
  nights: fc.integer({ min: 0, max: 4 }),
  open: fc.boolean(),
  confirmed: some(fc.integer({ min: -3, max: 3 }), 40),
  endsBy: some(fc.integer({ min: -3, max: 4 }), 60),
  hoursZone: some(fc.constantFrom(...Object.keys(ZONES)), 15),
  rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
  lifted: some(ending, 20),
  annulled: some(ending, 20),
  further: some(ending, 20),
});
/** A decree and what it was changed to later: a fact carries the whole new state. */
const story = fc.record({ first: decree, later: some(fc.record({ at: minute, decree }), 40) });
const confirmation = fc.record({
  areas: places,
  from: minute,
  length: fc.integer({ min: 1, max: 4 * DAY_MINUTES }),
  asOfEachDay: fc.boolean(),
  completes: fc.subarray(["a", "b", "w"]),
});

export const world = fc.record({
  base: fc.constantFrom(...PLACES),
  second: fc.constantFrom(...Object.keys(ZONES)),
  complete: fc.boolean(),
  provinces: fc.tuple(province, province),
  knownAt: minute,
  decrees: fc.array(story, { minLength: 1, maxLength: 2 }),
  withdrawn: some(decree, 20),
  coverage: fc.array(confirmation, { maxLength: 3 }),
  leaf: fc.nat(99),
  at: minute,
  length: fc.integer({ min: 1, max: 5 * DAY_MINUTES }),
});
export type Random = typeof world extends fc.Arbitrary<infer T> ? T : never;

interface Drawn {
  areas: Area[];
  leaves: Leaf[];
}

const nightAt = (center: string, offset: number) => Temporal.PlainDate.from(center).add({ days: offset }).toString();
const midnightIn = (zone: string, day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** Same place in the tree all its life. */
const always = (self: string[], chain: string[]): Belonging => ({
  from: -Infinity,
  self,
  any: chain,
  all: chain,
  also: [],
});

function draw(random: Random): Drawn {
  const { base, second, complete, provinces } = random;
  const areas: Area[] = [area("ZZ", "country", { zone: base.zone, complete })];
  const leaves: Leaf[] = [];
  for (const [number, one] of provinces.entries()) {
    const id = number === 0 ? "ZZ-A" : "ZZ-B";
    const zone = number === 0 ? base.zone : second;
    areas.push(area(id, "province", { parent: "ZZ", complete: one.complete, ...(number === 0 ? {} : { zone }) }));
    const within: Leaf[] = [];
    const fresh: { id: string; from: number }[] = [];
    const life = { from: -Infinity, to: Infinity };
    for (const [i, canton] of one.cantons.entries()) {
      const made = drawCanton(canton, `${id}${i + 1}`, [id, "ZZ"], zone, base.center);
      areas.push(...made.areas);
      within.push(...made.leaves);
      if (canton.kind === "fresh")
        fresh.push({ id: `${id}${i + 1}`, from: midnightIn(zone, nightAt(base.center, canton.day)) });
    }
    // Where all its areas were founded later, the province was a leaf until then, and its rest from then on.
    const rest = { zone, belongs: [always([id], [id, "ZZ"])] };
    const founded = Math.min(...within.map((leaf) => leaf.lives.from));
    if (founded > -Infinity) within.push({ ...rest, id, lives: { ...life, to: founded } });
    if (!one.complete && founded < Infinity)
      within.push({ ...rest, id: `${id}/rest`, lives: { ...life, from: founded } });
    for (const { id: name, from } of fresh) for (const leaf of within) leaf.belongs = named(leaf.belongs, name, from);
    leaves.push(...within);
  }
  if (!complete)
    leaves.push({
      id: "ZZ/rest",
      zone: base.zone,
      belongs: [always(["ZZ"], ["ZZ"])],
      lives: { from: -Infinity, to: Infinity },
    });
  return { areas, leaves };
}

/** Until an area is founded out of nothing, anything that names it speaks of all of its parent. */
function named(belongs: readonly Belonging[], name: string, until: number): Belonging[] {
  return belongs.flatMap((one, i) => {
    const to = belongs[i + 1]?.from ?? Infinity;
    if (one.from >= until) return [one];
    const before = { ...one, also: [...one.also, name] };
    return to <= until ? [before] : [before, { ...one, from: until }];
  });
}

function drawCanton(
  { kind, day, complete }: Random["provinces"][number]["cantons"][number],
  id: string,
  above: [string, string],
  zone: string,
  center: string,
): Drawn {
  const [parent] = above;
  const [first, last] = [nightAt(center, day), nightAt(center, day - 1)];
  const at = midnightIn(zone, first);
  const life = { from: -Infinity, to: Infinity };
  const [old, young] = [
    { ...life, to: at },
    { ...life, from: at },
  ];
  const chain = (one: string) => [one, ...above];
  const make = (one: string, more: Partial<Area> = {}) => area(one, "canton", { parent, ...more });
  const [x, y] = [`${id}X`, `${id}Y`];
  const leaf = (
    one: string,
    lives: Leaf["lives"],
    before: Omit<Belonging, "from">,
    after: Omit<Belonging, "from">,
  ): Leaf => ({
    id: one,
    zone,
    lives,
    belongs: [
      { from: -Infinity, ...before },
      { from: at, ...after },
    ],
  });
  const of = (self: string, also: string[]) => ({ self: [self], any: chain(self), all: chain(self), also });
  const ofBoth = (a: string, b: string, also: string[]) => ({ self: [a, b], any: [...chain(a), b], all: above, also });
  switch (kind) {
    case "plain":
      return { areas: [make(id)], leaves: [{ id, zone, lives: life, belongs: [always([id], chain(id))] }] };
    case "parishes": {
      const parish = `${id}P`;
      const inside = { id: parish, zone, lives: life, belongs: [always([parish], [parish, ...chain(id)])] };
      const rest = { id: `${id}/rest`, zone, lives: life, belongs: [always([id], chain(id))] };
      return {
        areas: [make(id, { complete }), area(parish, "parish", { parent: id })],
        leaves: complete ? [inside] : [inside, rest],
      };
    }
    case "split":
      return {
        areas: [make(id), make(x, { validFrom: first, splitFrom: id })],
        leaves: [leaf(id, life, of(id, [x]), of(id, [])), leaf(x, young, of(id, [x]), of(x, []))],
      };
    case "rename":
      return {
        areas: [make(id, { validTo: last, successors: [x] }), make(x, { validFrom: first })],
        leaves: [leaf(id, old, of(id, [x]), of(x, [id])), leaf(x, young, of(id, [x]), of(x, [id]))],
      };
    case "merge":
      return {
        areas: [
          make(id, { validTo: last, successors: [y] }),
          make(x, { validTo: last, successors: [y] }),
          make(y, { validFrom: first }),
        ],
        leaves: [
          leaf(id, old, of(id, [y]), of(y, [id, x])),
          leaf(x, old, of(x, [y]), of(y, [id, x])),
          leaf(y, young, ofBoth(id, x, [y]), of(y, [id, x])),
        ],
      };
    case "dissolve":
      return {
        areas: [
          make(id, { validTo: last, successors: [x, y] }),
          make(x, { validFrom: first }),
          make(y, { validFrom: first }),
        ],
        leaves: [
          leaf(id, old, of(id, [x, y]), ofBoth(x, y, [id])),
          leaf(x, young, of(id, [x, y]), of(x, [id])),
          leaf(y, young, of(id, [x, y]), of(y, [id])),
        ],
      };
    case "fresh":
      return {
        areas: [make(id, { validFrom: first })],
        leaves: [leaf(id, young, { self: [], any: above, all: [], also: [] }, of(id, []))],
      };
  }
}

const NAMED = { title: { en: "x" }, authority: { en: "x" }, sources: [{ publisher: "x" }], confidence: "low" };

/** One decree as it became known, for tests that go through the log. */
export interface Version {
  curfew: Curfew;
  /** Undefined: always known. */
  knownFrom: number | undefined;
}

export function build(random: Random) {
  const { zone, center } = random.base;
  const midnight = Temporal.PlainDate.from(center).toZonedDateTime("UTC").epochMilliseconds;
  const at = (m: number) => midnight + m * MINUTE;
  const text = (m: number) => new Date(at(m)).toISOString();
  const day = (offset: number | undefined) => (offset === undefined ? undefined : nightAt(center, offset));
  const { areas, leaves } = draw(random);
  const ids = areas.map((one) => one.id);
  const pick = (numbers: number[] | undefined) =>
    numbers === undefined ? undefined : [...new Set(numbers.map((n) => ids[n % ids.length] ?? "ZZ"))];
  const end = (one: Random["decrees"][number]["first"]["lifted"]) =>
    one && {
      by: { en: "x" },
      date: center,
      from: text(one.at),
      until: one.lasts === undefined ? undefined : text(one.at + one.lasts),
      areas: pick(one.areas),
    };
  const make = (one: Random["decrees"][number]["first"], id: string): Curfew => {
    const confirmed = one.open ? (one.confirmed ?? one.first + one.nights) : one.confirmed;
    const further = end(one.further);
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
      rules: one.rules.map(({ first, last, areas, except, ...rule }) => ({
        ...rule,
        areas: pick(areas),
        except: pick(except),
        firstNight: day(first),
        lastNight: day(last),
      })),
      exceptions: one.exceptions.map(({ areas, ...more }) => ({
        ...more,
        areas: pick(areas),
        night: nightAt(center, more.night),
      })),
      lifted: end(one.lifted),
      annulled: end(one.annulled),
      furtherEndings: further && [further],
    });
  };
  const coverage = random.coverage.map(({ from, length, areas, ...one }, i) =>
    Coverage.parse({
      ...one,
      areas: pick(areas),
      id: `k${i}`,
      from: text(from),
      to: text(from + length),
      basis: { en: "x" },
    }),
  );
  const knownAt = at(random.knownAt);
  const versions = random.decrees.map(({ first, later }, i): Version[] => {
    const id = "ab".charAt(i);
    const changed = later === undefined ? [] : [{ curfew: make(later.decree, id), knownFrom: at(later.at) }];
    return [{ curfew: make(first, id), knownFrom: undefined }, ...changed];
  });
  const curfews = versions.flatMap(
    (list) => list.findLast(({ knownFrom }) => (knownFrom ?? -Infinity) <= knownAt)?.curfew ?? [],
  );
  const withdrawn = random.withdrawn === undefined ? [] : [make(random.withdrawn, "w")];
  const parents: Record<string, string> = {};
  for (const { id, parent } of areas) if (parent !== undefined) parents[id] = parent;
  const zones = Object.fromEntries(ids.map((id) => [id, id.startsWith("ZZ-B") ? random.second : zone]));
  const known: World = { country: "ZZ", parents, knownAt, curfews, withdrawn, coverage, zones };
  const lives = (instant: number) => leaves.filter((one) => one.lives.from <= instant && instant < one.lives.to);
  return {
    areas,
    record: { knownAt, curfews, withdrawn, coverage },
    versions,
    known,
    leaves,
    lives,
    now: at(random.at),
    /** All windows that are certain lie well inside. */
    wide: { start: at(-6 * DAY_MINUTES), end: at(13 * DAY_MINUTES) },
    /** Ten days around amendments, midnight and the change of the clocks. */
    range: { start: at(-4 * DAY_MINUTES), end: at(6 * DAY_MINUTES) },
    part: { after: at(random.at), until: at(random.at + random.length) },
    leaf: leaves[random.leaf % leaves.length],
  };
}
