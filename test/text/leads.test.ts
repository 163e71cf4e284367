// How long before, as people type it: what is read, and what is refused rather than guessed.
import { describe, expect, it } from "vitest";
import { readLeads } from "../../src/text/leads.ts";

describe("how long before", () => {
  it.each<[string, number[]]>([
    ["2h, 30m", [120, 30]],
    ["90", [90]],
    ["1 h 30", [90]],
    ["1h30", [90]],
    ["1 h 30 min", [90]],
    ["1:30", [90]],
    ["2 hours", [120]],
    ["2 horas y 15 minutos", [120, 15]],
    ["2h and 30 min", [120, 30]],
    ["30 min; 2 h; 30'", [120, 30]],
    ["90,30", [90, 30]],
    ["2h,30m", [120, 30]],
    ["1.5 h", [90]],
    ["24h", [1440]],
    ["1 day", [1440]],
    ["un día", [1440]],
    ["1 min", [1]],
    ["half an hour", [30]],
    ["Media hora antes", [30]],
    ["una hora y media", [90]],
    ["dos horas y media", [150]],
    ["an hour and a half before", [90]],
    ["2 and a half hours", [150]],
    ["un cuarto de hora", [15]],
    ["6h, 3h, 2h, 1h, 30m", [360, 180, 120, 60, 30]],
    ["none", []],
    ["Ninguno", []],
    ["nada", []],
    ["no", []],
  ])("reads %s", (typed, minutes) => {
    expect(readLeads(typed)).toEqual({ is: "leads", minutes });
  });

  it.each([
    "",
    "soon",
    "pronto",
    "1,5 h",
    "1,5h",
    "2 x",
    "2h none",
    "-30",
    "1h 90",
    "1:75",
    "1.55 h 3",
    "2h,",
    "h",
    "1.001 h",
    "9".repeat(200),
  ])("does not guess at %j", (typed) => {
    expect(readLeads(typed)).toEqual({ is: "unreadable" });
  });

  it.each<[string, string]>([
    ["0", "0"],
    ["2h, 25h", "25h"],
    ["1441", "1441"],
    ["2 days", "2 days"],
  ])("names what is too short or too long in %s", (typed, what) => {
    expect(readLeads(typed)).toEqual({ is: "out-of-range", what });
  });

  it("counts what is too many, each once", () => {
    expect(readLeads("1,2,3,4,5,6,6")).toEqual({ is: "too-many", count: 6 });
    expect(readLeads("5,5,4,3,2,1").is).toBe("leads");
  });
});
