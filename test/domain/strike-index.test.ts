// The index of strikes against looking at every one of them: the same counts, pages and days for random records, cuts and histories of changes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, count, type Cut, figure, within } from "../../src/domain/count.ts";
import { SharedMap } from "../../src/domain/shared-map.ts";
import { Part } from "../../src/domain/part.ts";
import { newestDate } from "../../src/domain/source.ts";
import { Region, Strike } from "../../src/domain/strike.ts";
import { indexed, StrikeIndex } from "../../src/domain/strike-index.ts";

/** Few days, so that many strikes share one; few organisations and figures, so that every cut has something in it. */
const DAYS = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-02-28", "2026-03-01"];
const ORGS = ["eln", "cjng", "los-lobos", ""];
const dayOf = fc.constantFrom(...DAYS);
const said = { en: "A", es: "A" };
const figures = fc.array(
  fc.record({
    measure: fc.constantFrom("killed" as const, "presumed-dead" as const, "survivors" as const),
    low: fc.nat(4),
    more: fc.option(fc.nat(3), { nil: undefined }),
    atLeast: fc.boolean(),
    by: fc.option(fc.constantFrom("A", "B"), { nil: undefined }),
    day: fc.option(fc.constantFrom("2026-01-01", "2026-01-02"), { nil: undefined }),
  }),
  { maxLength: 3 },
);
const strike = (id: string) =>
  fc
    .record({
      target: fc.constantFrom("vessel" as const, "vessel" as const, "vessel" as const, "land" as const),
      date: dayOf,
      region: fc.constantFrom(...Region.options),
      placed: fc.boolean(),
      strikes: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      orgIds: fc.array(fc.constantFrom(...ORGS), { maxLength: 3 }),
      event: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
      figures,
      dates: fc.array(fc.option(fc.constantFrom(...DAYS, "2026", "2026-01"), { nil: undefined }), {
        minLength: 1,
        maxLength: 2,
      }),
    })
    .map(({ placed, region, strikes, event, dates, figures: given, ...rest }) =>
      Strike.parse({
        id,
        dateBasis: "strike",
        announcedBy: said,
        ...rest,
        ...(placed || rest.target === "vessel" ? { region } : {}),
        ...(strikes === undefined ? {} : { strikes }),
        ...(event === undefined ? {} : { event }),
        figures: given.map(({ measure, low, more, atLeast, by, day }) => ({
          measure,
          low,
          ...(by === undefined ? {} : { by: { en: by } }),
          ...(day === undefined ? {} : { date: day }),
          ...(atLeast ? { atLeast } : more === undefined ? {} : { high: low + more }),
        })),
        sources: dates.map((date) => ({ publisher: "AP", ...(date === undefined ? {} : { date }) })),
      }),
    );
const idOf = (n: number) => `s-${String(n).padStart(4, "0")}`;
const list = (most: number) =>
  fc.nat(most).chain((length) => fc.tuple(...Array.from({ length }, (_, n) => strike(idOf(n)))));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const cut: fc.Arbitrary<Cut> = fc.record({
  since: maybe(dayOf),
  until: maybe(dayOf),
  region: maybe(fc.constantFrom(...Region.options)),
  org: maybe(fc.constantFrom(...ORGS, "nobody")),
  minKilled: maybe(fc.nat(8)),
  only: maybe(fc.constantFrom(...Part.options)),
});

/** As the record lists them: by date, then by id, the newest first. */
const sorted = (strikes: readonly Strike[]) =>
  strikes.toSorted((a, b) => (a.date + a.id < b.date + b.id ? 1 : a.date + a.id > b.date + b.id ? -1 : 0));

/** Everything that is asked of an index, by looking at each strike. */
function expectSame(index: StrikeIndex, strikes: readonly Strike[], asked: Cut, skip: number, take: number): void {
  const all = sorted(strikes);
  const listed = all.filter((one) => within(one, asked));
  const vessels = listed.filter((one) => one.target === "vessel");
  expect(index.count(asked)).toEqual(count(strikes, asked));
  const sums = index.sums(asked);
  expect({
    listed: sums.listed,
    mute: sums.mute,
    unnamed: sums.unnamed,
    records: sums.records,
    newest: sums.newest,
    behind: Part.options.map((part) => sums.behind(part)),
  }).toEqual({
    listed: listed.length,
    mute: listed.filter((one) => figure(one, "killed") === undefined).length,
    unnamed: vessels.filter((one) => one.orgIds.length === 0).length,
    records: vessels.length,
    newest: newestDate(listed.flatMap((one) => one.sources)),
    behind: Part.options.map((only) => listed.filter((one) => within(one, { only })).length),
  });
  const ids = (some: readonly Strike[]) => some.map(({ id }) => id);
  expect(ids(index.page(asked))).toEqual(ids(listed));
  expect(ids(index.page(asked, skip, take))).toEqual(ids(listed.slice(skip, skip + take)));
  expect(ids(index.page(asked, skip, take, "land"))).toEqual(
    ids(listed.filter((one) => one.target === "land").slice(skip, skip + take)),
  );
  expect(ids(index.page(asked, 0, take, "vessel"))).toEqual(ids(vessels.slice(0, take)));
  expect(ids(index.strikes)).toEqual(ids(all));
  for (const event of ["a", "b"])
    expect(ids(index.together(event))).toEqual(ids(all.filter((one) => one.event === event)));
  expect(index.byId.size).toBe(strikes.length);
}

describe("the index of strikes", () => {
  it("says what looking at every strike says, also over many chunks", () => {
    fc.assert(
      fc.property(
        list(400),
        fc.array(cut, { minLength: 1, maxLength: 6 }),
        fc.nat(30),
        fc.nat(12),
        (all, cuts, skip, take) => {
          const index = StrikeIndex.empty().with([], all);
          // What is kept of an answer must not answer another question: each is asked beside all that differ from it in one thing.
          for (const one of cuts)
            for (const other of [{}, ...Object.keys(one).map((name) => ({ [name]: undefined }))])
              for (const from of [skip, 0]) expectSame(index, all, { ...one, ...other }, from, take);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it("says so after any history of changes, and the earlier indexes still say what they said", () => {
    const change = fc.record({ at: fc.nat(500), is: fc.constantFrom("come", "change", "go"), salt: fc.nat(9_999) });
    fc.assert(
      fc.property(
        list(300),
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }),
        fc.array(strike("x"), { minLength: 5, maxLength: 5 }),
        cut,
        (first, steps, stock, asked) => {
          let standing = new Map(first.map((one) => [one.id, one]));
          let index = StrikeIndex.empty().with([], first);
          const earlier: { index: StrikeIndex; strikes: readonly Strike[] }[] = [];
          for (const step of steps) {
            earlier.push({ index, strikes: [...standing.values()] });
            const next = new Map(standing);
            const [gone, come]: [Map<string, Strike>, Map<string, Strike>] = [new Map(), new Map()];
            for (const { at, is, salt } of step) {
              const old = [...standing.values()][at % Math.max(1, standing.size)];
              const made = stock[salt % stock.length];
              const id = is === "come" || old === undefined ? `n-${salt}` : old.id;
              if (made === undefined || come.has(id) || gone.has(id)) continue;
              const before = standing.get(id);
              if (before !== undefined) gone.set(id, before);
              next.delete(id);
              if (is === "go") continue;
              come.set(id, { ...made, id });
              next.set(id, { ...made, id });
            }
            index = index.with([...gone.values()], [...come.values()]);
            standing = next;
          }
          expectSame(index, [...standing.values()], asked, 3, 10);
          for (const one of earlier) expectSame(one.index, one.strikes, asked, 0, 10);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it("holds a strike once that is included, as it is now", () => {
    const [one, two] = fc.sample(strike("same"), { numRuns: 2, seed: 7 });
    const [other] = fc.sample(strike("other"), { numRuns: 1, seed: 8 });
    if (one === undefined || two === undefined || other === undefined) throw new Error("no sample");
    const index = indexed([one, other]).including(two);
    expect(index.count()).toEqual(count([two, other]));
    expect(index.byId.get("same")).toBe(two);
    expect(indexed([other]).including(two).count()).toEqual(count([two, other]));
  });

  it("belongs to its list: the same list has the same index, another list another one", () => {
    const strikes = fc.sample(list(20), { numRuns: 1, seed: 3 })[0] ?? [];
    const index = indexed(strikes);
    expect(indexed(strikes)).toBe(index);
    expect(indexed([...strikes])).not.toBe(index);
    expect(indexed(index.strikes)).toBe(index);
  });

  it("sets a quoted total beside our count to that day's end", () => {
    fc.assert(
      fc.property(list(60), dayOf, (strikes, date) => {
        const tally = { id: "t", date, killed: 3, atLeast: false, quotedBy: said, sources: [{ publisher: "AP" }] };
        const [one] = compare(
          { strikes, tallies: [{ ...tally, sources: [{ publisher: "AP" }] }], gaps: [] },
          "2026-12-31",
        );
        expect(one?.ours).toEqual(count(strikes, { until: date }));
      }),
      { numRuns: 50 },
    );
  });
});

describe("a shared map", () => {
  it("is a Map to whoever reads it, and each older one stays as it was", () => {
    const changes = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.nat(), { nil: undefined })));
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), (steps) => {
        let map = SharedMap.empty<number>();
        const model = new Map<string, number>();
        const versions = [{ map, model: new Map(model) }];
        for (const step of steps) {
          map = map.with(step);
          for (const [key, value] of step)
            if (value === undefined) model.delete(key);
            else model.set(key, value);
          versions.push({ map, model: new Map(model) });
        }
        const keys = steps.flat().map(([key]) => key);
        for (const version of versions) {
          expect(version.map.size).toBe(version.model.size);
          expect(new Map(version.map)).toEqual(version.model);
          expect([...version.map.keys(), ...version.map.values()]).toHaveLength(2 * version.model.size);
          for (const key of keys)
            expect([version.map.get(key), version.map.has(key)]).toEqual([
              version.model.get(key),
              version.model.has(key),
            ]);
        }
      }),
    );
  });
});
