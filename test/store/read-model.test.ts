// The read model against a fold of everything anew: the same record after each fact, at every instant, forwards and back, however the facts came in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Area } from "../../src/domain/area.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import type { Draft, Fact, FactKind } from "../../src/domain/fact.ts";
import type { Known } from "../../src/domain/known.ts";
import { Authority, Instrument, Org } from "../../src/domain/org.ts";
import { Claim, Gap, Strike, Tally } from "../../src/domain/strike.ts";
import { indexed } from "../../src/domain/strike-index.ts";
import { count } from "../../src/domain/count.ts";
import { isoOf } from "../../src/domain/time.ts";
import { ReadModel } from "../../src/store/read-model.ts";
import { recordAt } from "./fold-oracle.ts";

const said = { en: "a", es: "a" };
const sources = [{ publisher: "AP" }];
const day = (n: number) => `2026-03-${String(1 + (n % 9)).padStart(2, "0")}`;

/** A subject's state, told apart by `n`; the same `n` gives the same dates, so that ties are common. */
const MAKERS = {
  strike: (id: string, n: number) =>
    Strike.parse({
      id,
      target: n % 5 === 0 ? "land" : "vessel",
      date: day(n),
      dateBasis: "strike",
      region: "caribbean",
      announcedBy: said,
      figures: [{ measure: "killed", low: n }],
      sources,
    }),
  curfew: (id: string, n: number) =>
    Curfew.parse({
      id,
      country: "EC",
      title: { es: `${n}` },
      authority: said,
      declared: day(n),
      firstNight: day(n),
      lastNight: "2026-03-30",
      zone: "America/Guayaquil",
      rules: [{ start: "23:00", end: "05:00", areas: ["EC"] }],
      confidence: "high",
      sources,
    }),
  coverage: (id: string, n: number) =>
    Coverage.parse({
      id,
      areas: ["EC"],
      from: `${day(n)}T00:00:00Z`,
      to: "2026-03-30T00:00:00Z",
      basis: said,
      sources,
    }),
  org: (id: string, n: number) =>
    Org.parse({ id, name: `Ñ${n % 3}`, country: "EC", description: said, sources, designations: [] }),
  tally: (id: string, n: number) => Tally.parse({ id, date: day(n), killed: n, quotedBy: said, sources }),
  gap: (id: string, n: number) => Gap.parse({ id, from: day(n), to: "2026-03-30", why: said }),
  claim: (id: string, n: number) => Claim.parse({ id, date: day(n), detail: said, sources }),
  authority: (_: string, n: number) => Authority.parse({ id: "us-state", name: { en: `${n}` }, country: "US" }),
  instrument: (id: string, n: number) =>
    Instrument.parse({ id, authority: "us-state", name: `${n}`, date: day(n), orgs: ["o"], sources }),
  // Now and then below a place that nobody recorded: no tree holds it.
  area: (id: string, n: number) =>
    Area.parse({
      id: id === "a" ? "EC" : id === "b" ? "EC-G" : "EC-A",
      kind: id === "a" ? "country" : "province",
      ...(id === "a" ? { zone: "America/Guayaquil" } : { parent: n % 7 === 0 ? "EC-X" : "EC" }),
      name: { en: `${n}` },
      sources,
    }),
} as const;
type Noun = keyof typeof MAKERS;
const NOUNS = [
  "strike",
  "strike",
  "strike",
  "curfew",
  "curfew",
  ...(["org", "tally", "area"] as const),
  "coverage",
  "gap",
  "claim",
  "authority",
  "instrument",
] as const;
const STATES: Record<Noun, readonly FactKind[]> = {
  strike: ["strike.recorded", "strike.changed"],
  curfew: ["curfew.declared", "curfew.changed", "curfew.lifted", "curfew.annulled"],
  coverage: ["coverage.confirmed"],
  org: ["org.recorded", "org.changed", "org.listed", "org.delisted"],
  tally: ["tally.quoted"],
  gap: ["gap.noted"],
  claim: ["claim.recorded"],
  authority: ["authority.recorded"],
  instrument: ["instrument.recorded"],
  area: ["area.recorded", "area.changed"],
};

/** World time of the test, in hours; facts are recorded at any of them, as the clock goes back and forth. */
const HOURS = 12;
const AT = (hour: number) => Date.UTC(2026, 2, 10, hour);

interface Told {
  noun: Noun;
  subject: string;
  n: number;
  withdrawn: boolean;
  recorded: number;
  knownFrom: number | undefined;
}
const toldOf = (nouns: readonly Noun[], subjects: readonly string[]): fc.Arbitrary<Told> =>
  fc.record({
    noun: fc.constantFrom(...nouns),
    subject: fc.constantFrom(...subjects),
    n: fc.nat(30),
    withdrawn: fc.boolean().chain((first) => fc.boolean().map((second) => first && second)),
    recorded: fc.nat(HOURS),
    knownFrom: fc.option(fc.nat(HOURS), { nil: undefined }),
  });

function factOf({ noun, subject, n, withdrawn, recorded, knownFrom }: Told, index: number): Fact {
  const content = withdrawn ? { reason: said } : MAKERS[noun](subject, n);
  const kind = withdrawn ? `${noun}.withdrawn` : (STATES[noun][n % STATES[noun].length] ?? "");
  const own = "id" in content ? content.id : noun === "area" ? MAKERS.area(subject, n).id : subject;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kind and content come from one noun
  const draft = { kind, subject: noun === "authority" ? "us-state" : own, content } as Draft;
  return {
    ...draft,
    v: 1,
    id: String(index).padStart(64, "0"),
    seq: index + 1,
    recordedAt: isoOf(AT(recorded)),
    recorder: "t",
    ...(knownFrom === undefined ? {} : { knownFrom: isoOf(AT(knownFrom)) }),
  };
}

const facts = fc.array(toldOf(NOUNS, ["a", "b", "c", "d"]), { maxLength: 60 }).map((list) => list.map(factOf));
/** Where what stood before matters: a withdrawn curfew is what it was, a place that no tree holds is what it was before. */
const layered = fc.array(toldOf(["curfew", "area"], ["a", "b"]), { maxLength: 24 }).map((list) => list.map(factOf));
/** What is asked between the facts: an hour as known then, or as known now with the clock at that hour. */
const question = fc.record({ after: fc.nat(24), hour: fc.integer({ min: -1, max: HOURS + 1 }), present: fc.boolean() });

function expectRecord(known: Known, expected: ReturnType<typeof recordAt>): void {
  const { areas, areasById, curfewsById, strikesById, orgsById, knownAt: _, ...lists } = known;
  const { places, ...others } = expected;
  expect(lists).toEqual(others);
  expect([...areasById.values()]).toEqual(places);
  expect(areas.all).toEqual(places);
  expect([...orgsById.values()].sort(byId)).toEqual(expected.orgs.toSorted(byId));
  expect([...curfewsById.values()].sort(byId)).toEqual([...expected.withdrawn, ...expected.curfews].sort(byId));
  expect(strikesById.size).toBe(expected.strikes.length);
  for (const strike of expected.strikes) expect(strikesById.get(strike.id)).toBe(strike);
  const cut = { since: day(2), until: day(6), minKilled: 4 };
  expect(indexed(known.strikes).count(cut)).toEqual(count(expected.strikes, cut));
}
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe("the read model", () => {
  it.each([
    ["all kinds of facts", facts, 300],
    ["curfews and places alone", layered, 400],
  ] as const)(
    "is the fold of all that was known, at every instant and after every fact, forwards and back: %s",
    (_, log, numRuns) => {
      fc.assert(
        fc.property(log, fc.array(question, { minLength: 1, maxLength: 12 }), (log, asked) => {
          const model = new ReadModel();
          const shown: { known: Known; expected: ReturnType<typeof recordAt> }[] = [];
          const ask = ({ hour, present }: { hour: number; present: boolean }, upTo: number) => {
            const known = present ? model.present(AT(hour)) : model.known(AT(hour));
            const expected = recordAt(log.slice(0, upTo), AT(hour), present);
            expect(known.knownAt).toBe(AT(hour));
            expectRecord(known, expected);
            shown.push({ known, expected });
          };
          for (const [index, fact] of log.entries()) {
            for (const one of asked) if (one.after === index) ask(one, index);
            model.add([fact]);
          }
          for (const one of asked) ask(one, log.length);
          // Whoever still holds an older answer holds it unchanged.
          for (const { known, expected } of shown) expectRecord(known, expected);
        }),
        { numRuns },
      );
    },
    180_000,
  );

  it("gives the very same lists again after looking back, and after a fact of another kind", () => {
    const told = { subject: "a", n: 1, withdrawn: false, knownFrom: undefined };
    const log = (["curfew", "org", "curfew", "strike"] as const).map((noun, i) =>
      factOf({ ...told, noun, n: i, subject: String(i), recorded: i }, i),
    );
    const model = new ReadModel();
    model.add(log.slice(0, 3));
    const now = model.present(AT(2));
    const before = model.known(AT(0));
    expect(before.curfews).toHaveLength(1);
    // So that whatever was worked out for them, searches by name among it, holds.
    const again = model.present(AT(2));
    expect(again.curfews).toBe(now.curfews);
    model.add(log.slice(3));
    const more = model.present(AT(3));
    expect([more.curfews, more.orgs]).toEqual([now.curfews, now.orgs]);
    expect(more.curfews).toBe(now.curfews);
    expect(more.orgs).toBe(now.orgs);
    expect(model.known(AT(0)).curfews).toBe(before.curfews);
  });

  it("does not mind in how many parts the log came", () => {
    fc.assert(
      fc.property(facts, fc.nat(60), fc.nat(HOURS), (log, cut, hour) => {
        const [whole, parts] = [new ReadModel(), new ReadModel()];
        whole.add(log);
        parts.add(log.slice(0, cut));
        parts.known(AT(HOURS));
        parts.add(log.slice(cut));
        expectRecord(whole.known(AT(hour)), recordAt(log, AT(hour)));
        expectRecord(parts.known(AT(hour)), recordAt(log, AT(hour)));
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it("keeps the lists that nothing changed, so that what was made of them stays valid", () => {
    const model = new ReadModel();
    const fact = (noun: Noun, index: number): Fact =>
      factOf({ noun, subject: "a", n: index, withdrawn: false, recorded: index, knownFrom: undefined }, index);
    model.add([fact("area", 0), fact("org", 1), fact("curfew", 2)]);
    const before = model.known(AT(HOURS));
    model.add([fact("strike", 3)]);
    const after = model.known(AT(HOURS));
    expect(after.strikes).not.toBe(before.strikes);
    expect([after.areasById, after.orgs, after.curfews]).toEqual([before.areasById, before.orgs, before.curfews]);
    expect(after.areasById).toBe(before.areasById);
    expect(after.orgs).toBe(before.orgs);
    expect(after.curfews).toBe(before.curfews);
    expect(before.strikes).toEqual([]);
  });
});
