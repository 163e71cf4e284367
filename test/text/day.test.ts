// Days as people type them, in either language; what is no date stays unread and nothing is guessed.
import { describe, expect, it } from "vitest";
import { readDays } from "../../src/text/day.ts";

const TODAY = "2026-03-17";
const read = (typed: string) => {
  const days = readDays(typed, TODAY);
  return days === undefined ? "none" : days.from === days.to ? days.from : `${days.from}..${days.to}`;
};

describe("a day as typed", () => {
  it.each([
    ["2026-03-01", "2026-03-01"],
    ["2026-3-1", "2026-03-01"],
    ["2026/03/01", "2026-03-01"],
    ["1 March 2026", "2026-03-01"],
    ["March 1, 2026", "2026-03-01"],
    ["1st of march 2026", "2026-03-01"],
    ["1 de marzo de 2026", "2026-03-01"],
    ["1º de marzo del 2026", "2026-03-01"],
    ["1 mar. 2026", "2026-03-01"],
    ["martes 17 mar. 2026", "2026-03-17"],
    ["01/03/2026", "2026-03-01"],
    ["31/12/25", "2025-12-31"],
    ["1.3.2026", "2026-03-01"],
    ["today", "2026-03-17"],
    ["Hoy", "2026-03-17"],
    ["yesterday", "2026-03-16"],
    ["ayer", "2026-03-16"],
    ["anteayer", "2026-03-15"],
    ["17 march", "2026-03-17"],
    ["18 de marzo", "2025-03-18"],
    ["29 feb 2024", "2024-02-29"],
  ])("%s is %s", (typed, days) => expect(read(typed)).toBe(days));

  it.each([
    ["2026-03", "2026-03-01..2026-03-31"],
    ["03/2026", "2026-03-01..2026-03-31"],
    ["march", "2026-03-01..2026-03-31"],
    ["Marzo", "2026-03-01..2026-03-31"],
    ["abril", "2025-04-01..2025-04-30"],
    ["setiembre", "2025-09-01..2025-09-30"],
    ["marzo 2026", "2026-03-01..2026-03-31"],
    ["feb 2024", "2024-02-01..2024-02-29"],
    ["2026 march", "2026-03-01..2026-03-31"],
    ["2026", "2026-01-01..2026-12-31"],
  ])("%s is %s: a stretch of days", (typed, days) => expect(read(typed)).toBe(days));

  it.each([
    "31/02/2026",
    "2026-13-01",
    "03/25/2026",
    "29 feb 2025",
    "32 march 2026",
    "soon",
    "",
    "17",
    "20266",
    "1 2 3 4",
    "march april",
    "0000-01-01",
    "2026-03-17 23:30",
  ])("“%s” is none", (typed) => expect(read(typed)).toBe("none"));
});
