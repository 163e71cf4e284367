// Moments as people type them, at 22:58 on Sunday 15 March 2026 in Guayaquil, and at 01:30 in the night that follows.
import { describe, expect, it } from "vitest";
import { assert, property, string } from "fast-check";
import { instant } from "../../src/domain/time.ts";
import { moment } from "../../src/text/time.ts";
import { readWhen } from "../../src/text/when/index.ts";

const ZONE = "America/Guayaquil";
const EVENING = instant("2026-03-15T22:58:00-05:00");
const SMALL_HOURS = instant("2026-03-16T01:30:00-05:00");

/** `2026-03-20 23:30`, `night of 2026-03-20`, or why not. */
function read(typed: string, now = EVENING, zone = ZONE): string {
  const found = readWhen(typed, { now, zone });
  switch (found.is) {
    case "moment":
      return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(
        found.at,
      );
    case "night":
      return `night of ${found.day}`;
    case "impossible":
      return `no such: ${found.what}`;
    case "unreadable":
      return "unreadable";
  }
}

describe("reading a moment", () => {
  it.each([
    ["2026-03-20 23:30", "2026-03-20 23:30"],
    ["2026-03-20T23:30", "2026-03-20 23:30"],
    ["2026-03-20T23:30:00-05:00", "2026-03-20 23:30"],
    ["2026-03-21T04:30Z", "2026-03-20 23:30"],
    ["20 March 23:30", "2026-03-20 23:30"],
    ["20 marzo 23:30", "2026-03-20 23:30"],
    ["20 de marzo de 2025 a las 23h30", "2025-03-20 23:30"],
    ["March 20 2026, 11pm", "2026-03-20 23:00"],
    ["March 20 at 11:30 p.m.", "2026-03-20 23:30"],
    ["viernes 20 mar. 23:30", "2026-03-20 23:30"],
    ["Fri 20 Mar 23:30", "2026-03-20 23:30"],
    ["20/03/2026 23:30", "2026-03-20 23:30"],
    ["03/04/2026 06:00", "2026-04-03 06:00"],
    ["20/3 23h", "2026-03-20 23:00"],
    ["15 Dec 23:00", "2025-12-15 23:00"],
    ["23:30", "2026-03-15 23:30"],
    ["23h00", "2026-03-15 23:00"],
    ["11pm", "2026-03-15 23:00"],
    ["11 p. m.", "2026-03-15 23:00"],
    ["a las 23:00 horas", "2026-03-15 23:00"],
    ["12am", "2026-03-16 00:00"],
    ["12 pm", "2026-03-16 12:00"],
    ["5am", "2026-03-16 05:00"],
    ["22:00", "2026-03-16 22:00"],
    ["today 22:00", "2026-03-15 22:00"],
    ["hoy 23:30", "2026-03-15 23:30"],
    ["24:00", "2026-03-16 00:00"],
    ["tonight 2am", "2026-03-16 02:00"],
    ["esta noche 23:30", "2026-03-15 23:30"],
    ["tomorrow 6am", "2026-03-16 06:00"],
    ["mañana 6:00", "2026-03-16 06:00"],
    ["Mañana a las 6:00", "2026-03-16 06:00"],
    ["now", "2026-03-15 22:58"],
    ["ahora", "2026-03-15 22:58"],
  ])("reads %s on the place's own clock", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    ["tonight", "night of 2026-03-15"],
    ["esta noche", "night of 2026-03-15"],
    ["tomorrow", "night of 2026-03-16"],
    ["mañana", "night of 2026-03-16"],
    ["2026-03-20", "night of 2026-03-20"],
    ["20 de marzo", "night of 2026-03-20"],
    ["anoche", "night of 2026-03-14"],
  ])("reads %s as a night", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it("takes the night that is running for tonight after midnight", () => {
    expect(read("tonight", SMALL_HOURS)).toBe("night of 2026-03-15");
    expect(read("esta noche 4:00", SMALL_HOURS)).toBe("2026-03-16 04:00");
    expect(read("mañana 6:00", SMALL_HOURS)).toBe("2026-03-17 06:00");
  });

  it.each([
    ["2026-02-30", "no such: 2026-02-30"],
    ["2026-02-30 23:00", "no such: 2026-02-30"],
    ["25:00", "no such: 25:00"],
    ["23:60", "no such: 23:60"],
    ["13pm", "no such: 13pm"],
    ["31/04/2026 10:00", "no such: 31/04/2026"],
    ["30 feb 10:00", "no such: 30 feb"],
    ["2026-13-01T10:00Z", "no such: 2026-13-01T10:00Z"],
  ])("says that %s does not exist", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each(["", "soon", "not before 23:30", "23", "6 de la mañana", "20 marzo 23:30 o 24:00 x", "a".repeat(500)])(
    "does not guess at %j",
    (typed) => {
      expect(read(typed)).toBe("unreadable");
    },
  );

  it("uses the zone it is given", () => {
    expect(readWhen("2026-03-20 23:30", { now: EVENING, zone: "Pacific/Galapagos" })).toEqual({
      is: "moment",
      at: instant("2026-03-20T23:30:00-06:00"),
    });
  });

  it("reads back what we write, in both languages", () => {
    const at = instant("2026-03-20T23:30:00-05:00");
    for (const language of ["en", "es"] as const) expect(read(moment(at, ZONE, language))).toBe("2026-03-20 23:30");
  });

  it("never fails, whatever is typed", () => {
    assert(
      property(string({ unit: "binary", maxLength: 80 }), (typed) => {
        expect(() => readWhen(typed, { now: EVENING, zone: ZONE })).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
