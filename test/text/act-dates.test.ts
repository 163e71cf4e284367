// When an act was announced and takes effect, as people type it in either language.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActDates } from "../../src/text/act-dates.ts";

const TODAY = "2026-03-17";

describe("the dates of an act", () => {
  it.each([
    ["announced 17 Mar, in force 20 Mar", { announced: "2026-03-17", effect: "2026-03-20" }],
    ["anunciada 17 mar., en vigor 20 mar.", { announced: "2026-03-17", effect: "2026-03-20" }],
    ["Announced: 2026-03-15; effective: 2026-04-01", { announced: "2026-03-15", effect: "2026-04-01" }],
    ["announced yesterday and in force today", { announced: "2026-03-16", effect: "2026-03-17" }],
    ["anunciado hoy y rige desde mañana", { announced: "2026-03-17", effect: "2026-03-18" }],
    ["announced 10 Mar, in force 10 Mar", { announced: "2026-03-10", effect: "2026-03-10" }],
    ["in force 20 Mar", { effect: "2026-03-20" }],
    ["en vigor 2 de enero", { effect: "2026-01-02" }],
    ["took effect 9 January 2024", { effect: "2024-01-09" }],
    ["17 Mar", { announced: "2026-03-17" }],
    ["2024-01-09", { announced: "2024-01-09" }],
    ["announced 30 December, in force 5 January", { announced: "2025-12-30", effect: "2026-01-05" }],
    ["in force yesterday, announced today", { announced: "2026-03-17", effect: "2026-03-16" }],
    ["announced 17 Mar, in force not stated", { announced: "2026-03-17" }],
    ["in force since 20 February 2025", { effect: "2025-02-20" }],
    ["not stated", {}],
    ["No indicado", {}],
    ["", {}],
  ])("are read from “%s”", (typed, dates) => expect(readActDates(typed, TODAY)).toEqual({ is: "dates", dates }));

  it.each([
    ["announced soon", "unreadable", "soon"],
    ["in force 31 February", "unreadable", "31 February"],
    ["announced March", "several", "March"],
    ["announced 1 Mar, announced 2 Mar", "several", "announced 2 Mar"],
    ["17 Mar, 20 Mar", "several", "20 Mar"],
  ])("are not read from “%s”", (typed, is, what) => expect(readActDates(typed, TODAY)).toEqual({ is, what }));

  it("never throws, whatever is typed, and gives days only", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        const read = readActDates(typed, TODAY);
        if (read.is !== "dates") return;
        for (const day of Object.values(read.dates)) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 2000 },
    );
  });
});
