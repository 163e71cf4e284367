// What becomes of organisations by acts told of them: no sequence of acts loses a listing or a name or makes a circle, and what was known at an instant is what the
// facts known by then say. The oracles are written down here and share nothing with the rules.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import { listingKey, neverTookEffect, stageOf, stands } from "../../src/domain/listing.ts";
import { Designation, Org } from "../../src/domain/org.ts";
import {
  changedBy,
  mergedInto,
  type OrgAct,
  sameListing,
  successors,
  withSource,
  withSources,
} from "../../src/domain/org-change.ts";
import { instant } from "../../src/domain/time.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";

const TODAY = "2026-03-17";
const source = (n: number | string) => ({ publisher: "example.org", url: `https://example.org/${n}` });
const sources = [source(0)];
const org = (id: string, more: Partial<Org> = {}): Org =>
  Org.parse({ id, name: `Name ${id}`, country: "EC", description: { en: id }, sources, ...more });
const listing = (more: object = {}): Designation =>
  Designation.parse({ authority: "us-state", type: { en: "FTO" }, sources, ...more });
const around = (...orgs: Org[]) => ({ today: TODAY, orgsById: new Map(orgs.map((one) => [one.id, one])) });
const after = (one: Org, act: OrgAct, ...others: Org[]) => changedBy(one, act, around(one, ...others));
const why = (...given: Parameters<typeof after>) => {
  const change = after(...given);
  return change.is === "no" ? change.why : change.kind;
};
const done = (...given: Parameters<typeof after>): Org => {
  const change = after(...given);
  if (change.is === "no") throw new Error(change.why);
  return change.org;
};

describe("where a listing stands", () => {
  it.each([
    [{}, "standing"],
    [{ announced: "2026-03-17" }, "standing"],
    [{ announced: "2026-03-17", date: "2026-03-18" }, "ahead"],
    [{ date: "2026-03-17" }, "standing"],
    [{ date: "2024-01-09", ended: { date: "2026-03-17" } }, "former"],
    [{ date: "2024-01-09", ended: { announced: "2026-03-10", date: "2026-03-18" } }, "ending"],
    [{ date: "2024-01-09", ended: { announced: "2026-03-10" } }, "former"],
    [{ date: "2024-01-09", ended: {} }, "former"],
    [{ date: "2026-03-20", ended: { announced: "2026-03-17" } }, "former"],
    [{ date: "2026-03-20", ended: { date: "2026-04-20" } }, "ahead"],
  ] satisfies readonly [{ announced?: string; date?: string; ended?: object }, string][])(
    "%j is %s on 17 March",
    (given: { announced?: string; date?: string; ended?: object }, stage) => {
      const { ended, ...dates } = given;
      const one = listing({ ...dates, ...(ended === undefined ? {} : { ended: { ...ended, sources } }) });
      expect(stageOf(one, TODAY)).toBe(stage);
      expect(stands(one, TODAY)).toBe(stage === "standing" || stage === "ending");
    },
  );

  it("that was taken back before its day never took effect", () => {
    const taken = (date: string) => listing({ date: "2026-03-20", ended: { date, sources } });
    expect(["2026-03-19", "2026-03-20", "2026-03-21"].map((day) => neverTookEffect(taken(day)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("a listing", () => {
  it("is added behind the others", () => {
    const before = org("a", { designations: [listing()] });
    const next = listing({ authority: "ca-government", date: "2026-03-20", announced: TODAY });
    expect(after(before, { is: "listed", listing: next })).toEqual({
      is: "changed",
      kind: "org.listed",
      org: { ...before, designations: [listing(), next] },
    });
  });

  it("announced on a day that has not come is refused, one that takes effect later is not", () => {
    expect(why(org("a"), { is: "listed", listing: listing({ announced: "2026-03-18" }) })).toBe("ahead");
    expect(why(org("a"), { is: "listed", listing: listing({ announced: TODAY, date: "2027-01-01" }) })).toBe(
      "org.listed",
    );
  });

  it.each([
    [{ type: { en: "FTO" } }, true],
    [{ type: { en: "fto and SDGT" } }, false],
    [{ type: { en: "FTO and SDGT" } }, true],
    [{ type: { es: "FTO y SDGT" } }, true],
    [{ type: { en: "SDGT" } }, false],
    [{ type: { en: "other" }, instrument: { en: "E.O. 14157" } }, true],
    [{ type: { en: "other" }, instrument: { en: "EO 14157" } }, false],
    [{ type: { en: "other" }, instrumentId: "act-1" }, true],
    [{ authority: "us-treasury" }, false],
  ])("told again as %j: the same one is %j", (told, same) => {
    const recorded = listing({ type: { en: "FTO" }, instrument: { en: "E.O. 14157" }, instrumentId: "act-1" });
    const before = org("a", { designations: [recorded] });
    expect(sameListing(before, listing(told), TODAY) !== undefined).toBe(same);
    expect(why(before, { is: "listed", listing: listing(told) })).toBe(same ? "listed-already" : "org.listed");
  });

  it("may be listed again after it was taken off, and then that one is taken off", () => {
    const off = listing({ date: "2024-01-09", ended: { date: "2025-01-01", sources } });
    const once = org("a", { designations: [off] });
    const again = done(once, { is: "listed", listing: listing({ date: "2024-01-09" }) });
    expect(again.designations).toHaveLength(2);
    const act = { is: "delisted", listing: listingKey(off), ended: { date: TODAY, sources } } as const;
    expect(done(again, act).designations.map(({ ended }) => ended?.date)).toEqual(["2025-01-01", TODAY]);
    expect(why(done(again, act), act)).toBe("off-already");
  });

  it("is taken off only where it stands, in order, and stays in the record", () => {
    const one = listing({ date: "2024-01-09", announced: "2024-01-05" });
    const before = org("a", { designations: [one, listing({ authority: "ca-government" })] });
    const off = (ended: object) =>
      why(before, { is: "delisted", listing: listingKey(one), ended: { ...ended, sources: [source(1)] } });
    expect(off({ announced: "2026-03-18" })).toBe("ahead");
    expect(off({ date: "2024-01-04" })).toBe("off-before-on");
    expect(off({ announced: "2024-01-04", date: "2026-01-01" })).toBe("off-before-on");
    expect(off({ announced: TODAY, date: "2026-04-01" })).toBe("org.delisted");
    expect(off({})).toBe("org.delisted");
    expect(why(before, { is: "delisted", listing: "000000000000", ended: { sources } })).toBe("no-such-listing");
    expect(
      done(before, { is: "delisted", listing: listingKey(one), ended: { date: TODAY, sources } }).designations,
    ).toEqual([{ ...one, ended: { date: TODAY, sources } }, before.designations[1]]);
  });

  it("with one source more is the same listing", () => {
    const before = org("a", { designations: [listing()] });
    const [one] = before.designations;
    if (one === undefined) throw new Error("no listing");
    const more = withSource(before, one, source(1));
    expect(more?.designations[0]?.sources).toEqual([source(0), source(1)]);
    expect(listingKey(more?.designations[0] ?? one)).toBe(listingKey(one));
    expect(withSource(before, one, source(0))).toBeUndefined();
    expect(withSources([source(1)], [source(2), source(1)])).toEqual([source(1), source(2)]);
  });
});

describe("a name", () => {
  const before = org("a", {
    acronym: "NA",
    otherNames: [
      { name: "Old", former: true },
      { name: "New", former: false },
    ],
  });

  it("that is new leaves the old one behind, with its last day and who says so, and takes the old acronym along", () => {
    const after = done(before, {
      is: "renamed",
      name: "New",
      acronym: "NN",
      since: "2026-03-01",
      by: { en: "says the group" },
      sources: [source(9)],
    });
    expect(after).toMatchObject({ name: "New", acronym: "NN", sources: [source(0), source(9)] });
    const left = { former: true, until: "2026-03-01", by: { en: "says the group" } };
    expect(after.otherNames).toEqual([
      { name: "Old", former: true },
      { name: "Name a", ...left },
      { name: "NA", ...left },
    ]);
  });

  it("that it has already, or that comes with a later day, is refused", () => {
    expect(why(before, { is: "renamed", name: "Name a", sources })).toBe("same-name");
    expect(why(before, { is: "renamed", name: "Other", since: "2026-03-18", sources })).toBe("ahead");
    for (const name of ["name A", "na", "OLD", "Néw"])
      expect(why(before, { is: "named", name, former: false, sources })).toBe("named-already");
    expect(why(before, { is: "named", name: "Else", former: true, until: "2026-03-18", sources })).toBe("ahead");
    expect(
      done(before, { is: "named", name: "Else", former: true, until: "2020-01-01", sources }).otherNames.at(-1),
    ).toEqual({
      name: "Else",
      former: true,
      until: "2020-01-01",
    });
  });
});

describe("a merger", () => {
  const [b, c] = [org("b", { mergedInto: { org: "c", sources } }), org("c")];
  const a = org("a", { designations: [listing()] });
  const into = (id: string) => ({ is: "merged", into: id, sources }) as const;

  it("keeps the listings of the one that merged, and leads to where it went on", () => {
    const merged = done(a, { ...into("b"), date: "2026-03-01", note: { en: "n" } }, b, c);
    expect(merged.designations).toEqual(a.designations);
    expect(merged.notes).toEqual([{ en: "n" }]);
    const all = around(merged, b, c).orgsById;
    expect(successors("a", all)).toEqual(["b", "c"]);
    expect(successors("c", all)).toEqual([]);
    expect(mergedInto("c", [...all.values()]).map(({ id }) => id)).toEqual(["b"]);
  });

  it("into itself, into nobody, in a circle, a second time or ahead of its day is refused", () => {
    expect(why(a, into("a"))).toBe("itself");
    expect(why(a, into("z"))).toBe("no-target");
    expect(why(c, into("b"), b)).toBe("circle");
    expect(why(c, into("a"), done(a, into("b"), b, c), b)).toBe("circle");
    expect(why(b, into("a"), a, c)).toBe("merged-already");
    expect(why(a, { ...into("c"), date: "2026-03-18" }, c)).toBe("ahead");
  });

  it("with one that is no longer in the record ends there, and so does a circle", () => {
    expect(successors("b", around(b).orgsById)).toEqual([]);
    const round = around(b, org("c", { mergedInto: { org: "b", sources } })).orgsById;
    expect(successors("b", round)).toEqual(["c"]);
  });
});

const IDS = ["a", "b", "c", "d"] as const;
const day = fc.constantFrom(undefined, "2024-05-01", "2026-03-01", TODAY, "2026-03-18", "2026-09-01");
const dated = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value });
const act: fc.Arbitrary<(one: Org) => OrgAct> = fc.oneof(
  fc
    .tuple(fc.constantFrom("us-state", "us-treasury", "ca-government"), fc.constantFrom("FTO", "SDGT", "x"), day, day)
    .map(([authority, type, announced, date]) => (): OrgAct => ({
      is: "listed",
      listing: listing({ authority, type: { en: type }, ...dated("announced", announced), ...dated("date", date) }),
    })),
  fc.tuple(fc.nat(5), day, day).map(([i, announced, date]) => ({ designations }: Org): OrgAct => {
    const one = designations[i % Math.max(1, designations.length)];
    return {
      is: "delisted",
      listing: one === undefined ? "none" : listingKey(one),
      ended: { ...dated("announced", announced), ...dated("date", date), sources },
    };
  }),
  fc
    .tuple(fc.constantFrom("P", "Q", "R", "Name a"), fc.constantFrom(undefined, "", "PP", "QQ"), day)
    .map(([name, acronym, since]) => (): OrgAct => ({ is: "renamed", name, acronym, since, sources })),
  fc.tuple(fc.constantFrom(...IDS, "z"), day).map(([into, date]) => (): OrgAct => ({
    is: "merged",
    into,
    date,
    sources,
  })),
  fc.tuple(fc.constantFrom("P", "S", "T"), fc.boolean(), day).map(([name, former, until]) => (): OrgAct => ({
    is: "named",
    name,
    former,
    until,
    sources,
  })),
);
const acts = fc.array(fc.tuple(fc.constantFrom(...IDS), act), { minLength: 5, maxLength: 25, size: "max" });
/** A listing without its end: what must never be lost. */
const begun = (one: Designation) => JSON.stringify({ ...one, ended: undefined });
const namesOf = (one: Org) =>
  [one.name, one.acronym, ...one.otherNames.map(({ name }) => name)].flatMap((name) => name ?? []);

/** By hand: from every organisation, as many steps as there are organisations must lead out. */
function goesRound(orgs: ReadonlyMap<string, Org>): boolean {
  return [...orgs.keys()].some((id) => {
    let at: string | undefined = id;
    for (let steps = 0; steps <= orgs.size && at !== undefined; steps += 1) at = orgs.get(at)?.mergedInto?.org;
    return at !== undefined;
  });
}

describe("any sequence of acts", () => {
  it("loses no listing, no end of one and no name, and makes no circle", () => {
    let accepted = 0;
    fc.assert(
      fc.property(acts, (sequence) => {
        const orgs = new Map<string, Org>(IDS.map((id) => [id, org(id)]));
        for (const [id, make] of sequence) {
          const before = orgs.get(id);
          if (before === undefined) throw new Error(id);
          const change = changedBy(before, make(before), { today: TODAY, orgsById: orgs });
          if (change.is === "no") continue;
          accepted += 1;
          orgs.set(id, Org.parse(change.org));
          const now = change.org;
          expect(now.designations.slice(0, before.designations.length).map(begun)).toEqual(
            before.designations.map(begun),
          );
          before.designations.forEach((one, i) => {
            if (one.ended !== undefined) expect(now.designations[i]?.ended).toEqual(one.ended);
          });
          expect(namesOf(now)).toEqual(expect.arrayContaining(namesOf(before)));
          expect(new Set(now.otherNames.map(({ name }) => name)).size).toBe(now.otherNames.length);
          expect(goesRound(orgs)).toBe(false);
          const standing = now.designations.filter((one) => one.ended === undefined && one.announced !== undefined);
          expect(standing.every(({ announced = "" }) => announced <= TODAY)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(2000);
  });

  it("is known at any instant as far as it was recorded by then", async () => {
    const T0 = instant("2026-03-17T00:00:00Z");
    await fc.assert(
      fc.asyncProperty(acts, fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), async (sequence, instants) => {
        const { clock, set } = handClock("2026-03-17T00:00:00Z");
        const store = await FactStore.open((await memoryEngine()).namespace("facts"), clock, { rewinds: true });
        const drafts = IDS.map((id): Draft => ({ kind: "org.recorded", subject: id, content: org(id) }));
        await store.record(drafts, "p");
        let hour = 0;
        for (const [id, make] of sequence) {
          hour += 1;
          set(T0 + hour * 3_600_000);
          const head = store.head("org", id);
          if (head === undefined || !("designations" in head.content)) throw new Error(id);
          const change = changedBy(head.content, make(head.content), {
            today: TODAY,
            orgsById: store.known().orgsById,
          });
          if (change.is === "no") continue;
          await store.record([{ kind: change.kind, subject: id, prev: head.id, content: change.org }], "p");
        }
        const log = store.after(0);
        for (const at of instants) {
          const when = T0 + at * 3_600_000 + 1;
          expect(new Map(store.known(when).orgsById)).toEqual(foldedBy(log, when));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The last state of each that was recorded by then, and nothing of what came later. */
function foldedBy(log: readonly Fact[], when: number): Map<string, unknown> {
  const last = new Map<string, unknown>();
  for (const fact of log) if (Date.parse(fact.recordedAt) <= when) last.set(fact.subject, fact.content);
  return last;
}
