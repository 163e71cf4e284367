// Records found by what people type: dates, places, figures, names; nothing is guessed between two.
import { describe, expect, test } from "vitest";
import { completeSubjects, NOUNS, resolveSubject } from "../../commands/record/subjects.ts";
import { CONTENT, type Fact, type FactKind, noun as nounOf } from "../../src/domain/fact.ts";
import { knownAt } from "../views/ecuador-known.ts";
import { asking, shipped } from "../views/shipped.ts";

function factOf(kind: FactKind, subject: string, seq: number, content: unknown): Fact {
  const base = {
    subject,
    seq,
    v: 1,
    id: `${nounOf(kind)}-${seq}`,
    recordedAt: "2026-11-22T12:00:00Z",
    recorder: "data",
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very kind has read the content
  return { ...base, kind, content: CONTENT[kind].parse(content) } as Fact;
}

const known = { ...knownAt("2026-11-22T12:00"), orgs: shipped().orgs, orgsById: shipped().orgsById };
const { context } = asking({ known });
const ask = {
  ...context,
  versions: (noun: string, id: string) =>
    id === "gone"
      ? []
      : [factOf(noun === "strike" ? "strike.withdrawn" : "curfew.withdrawn", id, 1, { reason: { en: "x" } })],
};
const all = { nouns: NOUNS };
const names = (typed: string, wanted: Parameters<typeof completeSubjects>[2] = all) =>
  completeSubjects(typed, ask, wanted).map(({ name }) => name);

describe("records by what is typed", () => {
  test("a strike is found by date, by region and by figure", () => {
    const strikes = { nouns: ["strike"] as const };
    const [newest] = known.strikes;
    expect(names("", strikes)[0]).toContain("Strike");
    expect(completeSubjects("", ask, strikes)[0]?.value).toBe(`strike:${newest?.id ?? ""}`);
    const onDay = known.strikes.filter(({ date }) => date === "2026-02-23").map(({ id }) => `strike:${id}`);
    for (const typed of ["2026-02-23", "23 feb 2026", "23 de febrero de 2026", "23 February 2026"])
      expect(completeSubjects(typed, ask, strikes).map(({ value }) => value)).toEqual(expect.arrayContaining(onDay));
    expect(onDay.length).toBeGreaterThan(0);
    expect(names("caribe 11 muertos", strikes)[0]).toContain("11 killed");
  });

  test("a curfew is found by its decree, its places and its nights, accents forgiven", () => {
    for (const typed of ["329", "los rios marzo 2026", "Decreto 329 Guayas"])
      expect(completeSubjects(typed, ask, { nouns: ["curfew"] })[0]?.value).toBe("curfew:ec-2026-03-15-decreto-329");
  });

  test("an organisation by its name, a total by its day and who quotes it", () => {
    expect(completeSubjects("lobos", ask, { nouns: ["org"] })[0]?.name).toContain("Los Lobos");
    const [tally] = known.tallies;
    if (tally === undefined) throw new Error("no total ships");
    expect(completeSubjects(tally.date, ask, { nouns: ["tally"] }).map(({ value }) => value)).toContain(
      `tally:${tally.id}`,
    );
  });

  test("every value fits a custom id and every name a list, in both languages", () => {
    for (const language of ["en", "es"] as const)
      for (const noun of NOUNS) {
        const choices = completeSubjects("", { ...ask, language }, { nouns: [noun] });
        expect(choices.length).toBeGreaterThan(0);
        for (const { name, value } of choices) {
          expect(value.length).toBeLessThanOrEqual(100);
          expect(name).not.toMatch(/[\\*~]|undefined/);
        }
      }
  });

  test("a suggestion is taken as it is; what fits one record is that one; what fits several is asked back", () => {
    expect(resolveSubject("curfew:ec-2026-03-15-decreto-329", ask, all)).toEqual({
      is: "one",
      subject: { noun: "curfew", id: "ec-2026-03-15-decreto-329" },
    });
    expect(resolveSubject("curfew:gone", ask, all)).toEqual({ is: "none" });
    expect(resolveSubject("curfew:ec-2026-03-15-decreto-329", ask, { nouns: ["strike"] })).toEqual({ is: "none" });
    expect(resolveSubject("decreto 329", ask, { nouns: ["curfew"] })).toEqual({
      is: "one",
      subject: { noun: "curfew", id: "ec-2026-03-15-decreto-329" },
    });
    expect(resolveSubject("caribbean", ask, all).is).toBe("several");
    expect(resolveSubject("no such thing", ask, all)).toEqual({ is: "none" });
    expect(resolveSubject("  ", ask, all)).toEqual({ is: "none" });
  });

  test("what was withdrawn is found only where it is asked for, and says so", () => {
    const [strike] = known.strikes;
    if (strike === undefined) throw new Error("no strike ships");
    const id = "strike-GONE000000";
    const facts = [
      factOf("strike.recorded", id, 1, { ...strike, id, date: "2019-05-05" }),
      factOf("strike.withdrawn", id, 2, { reason: { en: "twice" } }),
    ];
    const asks = { ...ask, versions: () => facts, proof: { ...ask.proof, facts: () => facts } };
    expect(completeSubjects("2019-05-05", asks, all)).toEqual([]);
    expect(completeSubjects("2019-05-05", asks, { ...all, withdrawn: true })).toEqual([
      { name: expect.stringMatching(/^WITHDRAWN: Strike 5 May 2019/), value: "strike:strike-GONE000000" },
    ]);
  });
});
