// Which day is told of a strike and what it is the day of: every form that people type, two days at once, and what is asked back instead of guessed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/domain/text.ts";
import { readTold, type Told, toldWords } from "../../../src/text/strike/told.ts";

/** A Tuesday. */
const TODAY = "2026-03-17";
const announced = (date: string): Told => ({ date, dateBasis: "announcement" });
const struck = (date: string, announcedOn?: string): Told => ({
  date,
  dateBasis: "strike",
  ...(announcedOn === undefined ? {} : { announcedOn }),
});
const reported = (date: string): Told => ({ date, dateBasis: "reported" });

describe("a day and what it is", () => {
  it.each<[string, Told]>([
    ["17 Mar, announced", announced("2026-03-17")],
    ["17 mar. anunciado", announced("2026-03-17")],
    ["announced Tue 17 Mar 02:10 ET", announced("2026-03-17")],
    ["Announced Tue 17 Mar, 02:10 ET", announced("2026-03-17")],
    ["anunciado el martes 17 de marzo a las 2 a. m.", announced("2026-03-17")],
    ["March 17, 2026, announced", announced("2026-03-17")],
    ["Tuesday, March 17, announced", announced("2026-03-17")],
    ["announced on Monday", announced("2026-03-16")],
    ["el martes, anunciado", announced("2026-03-17")],
    ["2026-03-16 announcement", announced("2026-03-16")],
    ["17/03/2026 anuncio", announced("2026-03-17")],
    ["ayer, ataque", struck("2026-03-16")],
    ["strike: yesterday", struck("2026-03-16")],
    ["día del ataque: 16 de marzo", struck("2026-03-16")],
    ["hoy, reporte", reported("2026-03-17")],
    ["first reported 14 Mar", reported("2026-03-14")],
    ["31 Dec, strike", struck("2025-12-31")],
    ["strike 16 Mar, announced 17 Mar", struck("2026-03-16", "2026-03-17")],
    ["announced 17 Mar, strike 16 Mar", struck("2026-03-16", "2026-03-17")],
    ["ataque 16 mar. anunciado 17 mar.", struck("2026-03-16", "2026-03-17")],
    ["16 Mar strike; 17 Mar announced", struck("2026-03-16", "2026-03-17")],
    ["16 Mar, announced 17 Mar", struck("2026-03-16", "2026-03-17")],
    ["ataque ayer y anunciado hoy", struck("2026-03-16", "2026-03-17")],
    [
      "strike 15 Mar, announced 16 Mar, report 17 Mar",
      { ...struck("2026-03-15", "2026-03-16"), reportedOn: "2026-03-17" },
    ],
  ])("reads “%s”", (typed, told) => expect(readTold(typed, TODAY)).toEqual({ is: "told", told }));

  it("takes an hour by the clock it was told by: days of strikes are US days", () => {
    expect(readTold("announced 17 Mar 02:10 UTC", TODAY)).toEqual({ is: "told", told: announced("2026-03-16") });
    expect(readTold("anunciado 17 mar. 23:30 (hora de Ecuador)", "2026-03-18")).toEqual({
      is: "told",
      told: announced("2026-03-18"),
    });
    expect(readTold("announced 17 Mar 23:30 ET", TODAY)).toEqual({ is: "told", told: announced("2026-03-17") });
  });

  it.each([
    ["17 Mar", "no-basis"],
    ["16 Mar, 17 Mar", "no-basis"],
    ["announced", "no-day"],
    ["18 Mar, announced", "future"],
    ["tomorrow, announced", "unreadable"],
    ["2026-12-01 strike", "future"],
    ["Wed 17 Mar, announced", "weekday"],
    ["March, strike", "several-days"],
    ["2026, announced", "several-days"],
    ["strike 17 Mar, announced 16 Mar", "order"],
    ["announced 15 Mar, announced 16 Mar", "twice"],
    ["31/02/2026 strike", "unreadable"],
    ["announced 17 Mar 25:10 ET", "unreadable"],
    ["soon", "unreadable"],
    ["", "unreadable"],
  ])("asks back for “%s”: %s", (typed, is) => expect(readTold(typed, TODAY).is).toBe(is));

  const days = fc
    .date({ min: new Date("2025-01-01"), max: new Date("2026-03-17"), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  const tolds = fc
    .tuple(
      fc.array(days, { minLength: 3, maxLength: 3 }).map((all) => all.sort()),
      fc.nat(6),
    )
    .map(([[a = "", b = "", c = ""], kind]): Told => {
      const kinds = [struck(a), announced(a), reported(a), struck(a, b), { ...struck(a), reportedOn: c }];
      return kinds[kind] ?? (kind === 5 ? { ...announced(b), reportedOn: c } : { ...struck(a, b), reportedOn: c });
    });

  it("is read as it was written, in both languages", () => {
    fc.assert(
      fc.property(tolds, fc.constantFrom(...LANGUAGES), (told, language) => {
        expect(readTold(toldWords(told, language), TODAY)).toEqual({ is: "told", told });
      }),
      { numRuns: 500 },
    );
  });

  it("whatever is typed, gives days that have come and are in order, or asks back, and never throws", () => {
    const words = fc.constantFrom(
      "17",
      "Mar",
      "mar.",
      "strike",
      "announced",
      "anunciado",
      "ayer",
      "hoy",
      ",",
      "2026",
      "lunes",
      "02:10",
      "ET",
      "(hora de Ecuador)",
      "report",
      "and",
      "y",
      "-",
      "/",
      "30",
    );
    const typed = fc.oneof(
      fc.array(words, { maxLength: 9 }).map((all) => all.join(" ")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readTold(text, TODAY);
        if (read.is !== "told") return;
        const { date, announcedOn = date, reportedOn = date } = read.told;
        expect([date, announcedOn, reportedOn].every((one) => one <= TODAY)).toBe(true);
        if (read.told.dateBasis === "strike") expect(announcedOn >= date && reportedOn >= date).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
