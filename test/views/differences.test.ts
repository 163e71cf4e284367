// What a version says that the one before did not: as people read it, in both languages, and never a word of JSON.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Curfew } from "../../src/domain/curfew.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Org } from "../../src/domain/org.ts";
import { Strike, Tally } from "../../src/domain/strike.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { differences, type Version } from "../../src/views/record/differences.ts";
import { shipped } from "./shipped.ts";

const record = shipped();

const strike = Strike.parse({
  id: "strike-1",
  target: "vessel",
  date: "2026-03-17",
  dateBasis: "announcement",
  region: "eastern-pacific",
  strikes: 1,
  vessels: 1,
  announcedBy: { en: "SOUTHCOM", es: "SOUTHCOM" },
  figures: [{ measure: "killed", low: 3, by: { en: "SOUTHCOM", es: "SOUTHCOM" } }],
  sources: [{ publisher: "SOUTHCOM", url: "https://southcom.example/1", date: "2026-03-17" }],
});
const curfew = Curfew.parse({
  id: "ec-1",
  country: "EC",
  title: { en: "Curfew", es: "Toque de queda" },
  decree: "Decreto 329",
  authority: { en: "President", es: "Presidente" },
  declared: "2026-03-14",
  firstNight: "2026-03-15",
  lastNight: "2026-03-30",
  zone: "America/Guayaquil",
  rules: [{ start: "23:00", end: "05:00", areas: ["EC-G", "EC-R"] }],
  sources: [{ publisher: "Primicias", url: "https://primicias.example/1", date: "2026-03-14" }],
  confidence: "high",
});
const lines = (was: Version, is: Version, language: "en" | "es" = "en") => differences(was, is, record, language);
const ofStrike = (changed: object): Version => ({
  kind: "strike.changed",
  content: Strike.parse({ ...strike, ...changed }),
});
const ofCurfew = (changed: object): Version => ({
  kind: "curfew.changed",
  content: Curfew.parse({ ...curfew, ...changed }),
});

test("a figure that a source raised is told old -> new, with who says it", () => {
  const is = ofStrike({ figures: [{ ...strike.figures[0], low: 4 }] });
  expect(lines(ofStrike({}), is)).toEqual(["Killed (SOUTHCOM): 3 -> 4"]);
  expect(lines(ofStrike({}), is, "es")).toEqual(["Muertos (SOUTHCOM): 3 -> 4"]);
});

test("a figure of another source stands beside the first one, and not stated is not zero", () => {
  const is = ofStrike({
    figures: [...strike.figures, { measure: "killed", low: 2, atLeast: true, by: { en: "Reuters", es: "Reuters" } }],
  });
  expect(lines(ofStrike({}), is)).toEqual(["Killed (Reuters): not stated -> at least 2"]);
});

test("a source that came, one taken back and one no longer listed are three lines", () => {
  const ap = { publisher: "AP", url: "https://ap.example/2" };
  const was = ofStrike({ sources: [...strike.sources, ap, { publisher: "EFE" }] });
  const is = ofStrike({
    sources: [...strike.sources, { ...ap, withdrawn: { on: "2026-03-18" } }, { publisher: "Reuters" }],
  });
  expect(lines(was, is)).toEqual([
    "Sources, added: Reuters",
    "Sources taken back: [AP](https://ap.example/2)",
    "Sources, no longer: EFE",
  ]);
});

test("hours of a curfew are told by the places that have them, and places by name", () => {
  expect(lines(ofCurfew({}), ofCurfew({ rules: [{ start: "22:00", end: "05:00", areas: ["EC-G", "EC-R"] }] }))).toEqual(
    ["Hours: 23:00-05:00 daily -> 22:00-05:00 daily (Guayas, Los Ríos)"],
  );
  const other = ofCurfew({
    rules: [
      { start: "23:00", end: "05:00", areas: ["EC-G"] },
      { start: "21:00", end: "05:00", areas: ["EC-O"] },
    ],
    lastNight: "2026-03-25",
  });
  expect(lines(ofCurfew({}), other)).toEqual([
    "Places, no longer: Los Ríos (23:00-05:00 daily)",
    "Places, added: El Oro (21:00-05:00 daily)",
    "Last night: 30 Mar 2026 -> 25 Mar 2026",
  ]);
  expect(lines(ofCurfew({}), other, "es")).toEqual([
    "Lugares, ya no: Los Ríos (23:00-05:00 todos los días)",
    "Lugares, se agrega: El Oro (21:00-05:00 todos los días)",
    "Última noche: 30 mar. 2026 -> 25 mar. 2026",
  ]);
});

test("a province that is named canton by canton has not changed", () => {
  const cantons = record.areas.children("EC-R", Date.UTC(2026, 2, 20)).map(({ id }) => id);
  const is = ofCurfew({ rules: [{ start: "23:00", end: "05:00", areas: ["EC-G", ...cantons] }] });
  expect(cantons.length).toBeGreaterThan(0);
  expect(lines(ofCurfew({}), is)).toEqual(["Further details changed"]);
});

test("a night off, and an early end, are told", () => {
  const is = ofCurfew({
    exceptions: [{ night: "2026-03-20", off: true }],
    lifted: { by: { en: "Decree 340", es: "Decreto 340" }, date: "2026-03-24", from: "2026-03-25T05:00:00-05:00" },
  });
  expect(lines(ofCurfew({}), is)).toEqual([
    "Night of 20 Mar 2026: as usual -> no curfew",
    "Lifted, added: by Decree 340, from Wed 25 Mar 2026 05:00",
  ]);
});

test("a withdrawn record says so with its reason, and one that is used again says that", () => {
  const gone: Version = { kind: "strike.withdrawn", content: { reason: { en: "recorded twice" } } };
  expect(lines(ofStrike({}), gone)).toEqual(["Withdrawn, do not use. Reason: recorded twice"]);
  expect(lines(ofStrike({}), gone, "es")).toEqual(["Retirado, no usar. Motivo: “recorded twice” (en inglés)"]);
  expect(lines(gone, ofStrike({}))).toEqual(["In use again, after it was withdrawn"]);
});

test("a listing that came, and one that ended, are told as a government's", () => {
  const [org] = record.orgs.filter(({ designations }) => designations.length > 1);
  if (org === undefined) throw new Error("no organisation is listed twice");
  const [first, ...others] = org.designations;
  if (first === undefined) throw new Error("no listing");
  const was: Version = { kind: "org.changed", content: Org.parse({ ...org, designations: others }) };
  const is: Version = { kind: "org.listed", content: org };
  expect(lines(was, is)[0]).toMatch(/^Lists, added: /);
  const ended = { date: "2026-03-20", sources: org.sources };
  const over: Version = {
    kind: "org.delisted",
    content: Org.parse({ ...org, designations: [{ ...first, ended }, ...others] }),
  };
  expect(lines(is, over)).toEqual([expect.stringMatching(/^Taken off the list: .*20 Mar 2026$/)]);
});

test("totals and checks have words", () => {
  const tally = Tally.parse({
    id: "t",
    date: "2026-03-08",
    killed: 157,
    quotedBy: { en: "AP" },
    sources: strike.sources,
  });
  const more = Tally.parse({ ...tally, killed: 160, atLeast: true, strikes: 45 });
  expect(lines({ kind: "tally.quoted", content: tally }, { kind: "tally.quoted", content: more })).toEqual([
    "Killed in all: 157 -> at least 160",
    "Number of strikes: not stated -> 45",
  ]);
  const check = Coverage.parse({
    id: "c",
    areas: ["EC-G"],
    from: "2026-03-14T00:00:00-05:00",
    to: "2026-03-15T00:00:00-05:00",
    basis: { en: "checked" },
  });
  const longer = Coverage.parse({ ...check, areas: ["EC-G", "EC-R"], to: "2026-03-16T06:00:00-05:00" });
  expect(
    lines({ kind: "coverage.confirmed", content: check }, { kind: "coverage.confirmed", content: longer }),
  ).toEqual([
    "Places, added: Los Ríos",
    "Known until: Sun 15 Mar 2026 00:00 (Ecuador time) -> Mon 16 Mar 2026 06:00 (Ecuador time)",
  ]);
});

test("what nothing words is further details, and what is the same says so", () => {
  expect(lines(ofStrike({}), ofStrike({ event: "e1" }))).toEqual(["Further details changed"]);
  expect(lines(ofStrike({}), ofStrike({}))).toEqual(["Nothing in it changed"]);
});

test("any two records of a kind are told apart without a brace, an id or an empty line", () => {
  const kinds: readonly (readonly Version[])[] = [
    record.strikes.map((content) => ({ kind: "strike.changed", content })),
    record.orgs.map((content) => ({ kind: "org.changed", content })),
    record.tallies.map((content) => ({ kind: "tally.quoted", content })),
    record.gaps.map((content) => ({ kind: "gap.noted", content })),
    record.instruments.map((content) => ({ kind: "instrument.recorded", content })),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...LANGUAGES),
      (list, i, j, language) => {
        const [was, is] = [list[i % list.length], list[j % list.length]];
        if (was === undefined || is === undefined) throw new Error("no record");
        const said = differences(was, is, record, language);
        expect(said.length).toBeGreaterThan(0);
        for (const line of said) {
          expect(line).not.toMatch(/[{}]|undefined|\[object|"\w+":/);
          expect(line.trim()).not.toBe("");
        }
        expect(i % list.length === j % list.length ? said.length : 1).toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});
