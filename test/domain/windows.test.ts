import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { AreaTree } from "../../src/domain/area-tree.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import { windows } from "../../src/domain/windows.ts";
import { area, curfew, ecuador, ms, span, stamp } from "./fixtures.ts";

const list = (decree: Curfew, leaf: string, from: string, to: string, tree: AreaTree = ecuador()) =>
  windows(tree, decree, leaf, span(from, to)).map(
    (one) => `${stamp(one.start)}/${stamp(one.end)}${one.certain ? "" : " ?"}`,
  );
const NIGHT = { start: "23:00", end: "05:00", areas: ["EC-G"] };
const end = (from: string, areas?: string[]) => ({
  by: { en: "Court" },
  date: from.slice(0, 10),
  from: `${from}:00-05:00`,
  areas,
});

describe("windows of a curfew", () => {
  it("advances the day past midnight: 22:00-00:30 is not filtered out (load_shedding#16)", () => {
    const decree = curfew("a", [{ ...NIGHT, start: "22:00", end: "00:30" }]);
    const both = ["2026-03-15T22:00/2026-03-16T00:30"];
    expect(list(decree, "EC-0902", "2026-03-15T23:00", "2026-03-15T23:30")).toEqual(both);
    expect(list(decree, "EC-0902", "2026-03-16T00:00", "2026-03-16T00:29")).toEqual(both);
    expect(list(decree, "EC-0902", "2026-03-16T00:30", "2026-03-16T01:00")).toEqual([]);
  });

  it("begins on the first night and ends on the morning after the last one, sixteen nights of Decreto 329", () => {
    const nights = list(curfew("329", [NIGHT]), "EC-0901/rest", "2026-03-01T00:00", "2026-04-15T00:00");
    expect(nights).toHaveLength(16);
    expect([nights[0], nights.at(-1)]).toEqual([
      "2026-03-15T23:00/2026-03-16T05:00",
      "2026-03-30T23:00/2026-03-31T05:00",
    ]);
  });

  it("a single night (Decreto 392) is one window; a whole day is 24 hours of the clock", () => {
    const once = { firstNight: "2024-09-18", lastNight: "2024-09-18" };
    const wide = ["2024-09-01T00:00", "2024-10-01T00:00"] as const;
    expect(list(curfew("392", [{ ...NIGHT, start: "22:00", end: "06:00" }], once), "EC-0902", ...wide)).toEqual([
      "2024-09-18T22:00/2024-09-19T06:00",
    ]);
    expect(list(curfew("x", [{ ...NIGHT, start: "00:00", end: "00:00" }], once), "EC-0902", ...wide)).toEqual([
      "2024-09-18T00:00/2024-09-19T00:00",
    ]);
  });

  it("reads hours on each area's own clock, unless the decree names one", () => {
    const rules = [{ ...NIGHT, areas: ["EC"] }];
    const range = ["2026-03-15T00:00", "2026-03-16T12:00"] as const;
    expect(list(curfew("a", rules), "EC-2001", ...range)).toEqual(["2026-03-16T00:00/2026-03-16T06:00"]);
    expect(list(curfew("a", rules, { hoursZone: "America/Guayaquil" }), "EC-2001", ...range)).toEqual([
      "2026-03-15T23:00/2026-03-16T05:00",
    ]);
  });

  it("the weekday is that of the day on which the night begins", () => {
    // 2026-03-20 was a Friday.
    const decree = curfew("a", [{ ...NIGHT, weekdays: [5] }]);
    expect(list(decree, "EC-0902", "2026-03-16T00:00", "2026-03-23T00:00")).toEqual([
      "2026-03-20T23:00/2026-03-21T05:00",
    ]);
  });

  it("keeps each rule within its own nights (Haiti 2024: no windows between the periods)", () => {
    const rules = [
      { start: "18:00", end: "05:00", areas: ["HT-OU"], firstNight: "2024-03-03", lastNight: "2024-03-13" },
      { start: "19:00", end: "05:00", areas: ["HT-OU"], firstNight: "2024-03-14", lastNight: "2024-03-17" },
      { start: "19:00", end: "06:00", areas: ["HT-OU"], firstNight: "2024-03-31", lastNight: "2024-04-01" },
    ];
    const haiti = curfew("ht", rules, {
      country: "HT",
      zone: "America/Port-au-Prince",
      firstNight: "2024-03-03",
      lastNight: "2024-04-17",
    });
    const all = windows(ecuador(), haiti, "HT-OU", {
      start: ms("2024-03-01T00:00:00Z"),
      end: ms("2024-05-01T00:00:00Z"),
    });
    expect(all).toHaveLength(11 + 4 + 2);
    // Clocks went forward on 10 March 2024 at 02:00: that night is an hour shorter, and still ends at 05:00 on the wall.
    const short = all.find((one) => one.night === "2024-03-09");
    expect([short?.start, short?.end]).toEqual([ms("2024-03-09T18:00:00-05:00"), ms("2024-03-10T05:00:00-04:00")]);
    expect(
      windows(ecuador(), haiti, "HT/rest", { start: ms("2024-03-01T00:00:00Z"), end: ms("2024-05-01T00:00:00Z") }),
    ).toEqual([]);
  });

  it("Decreto 135: confirmed to 20 March, ends by 21: the night of the 21st is not certain, and there is none after", () => {
    const decree = curfew("135", [{ start: "00:00", end: "05:00", areas: ["EC-G"] }], {
      firstNight: "2024-01-24",
      lastNight: "2024-03-20",
      lastConfirmed: "2024-03-20",
      endsBy: "2024-03-21",
    });
    expect(list(decree, "EC-0902", "2024-03-20T00:00", "2024-04-01T00:00")).toEqual([
      "2024-03-20T00:00/2024-03-20T05:00",
      "2024-03-21T00:00/2024-03-21T05:00 ?",
    ]);
    expect(list(decree, "EC-0902", "2024-01-20T00:00", "2024-01-25T00:00")).toEqual([
      "2024-01-24T00:00/2024-01-24T05:00",
    ]);
  });

  it("Decreto 146: the night of the ruling is not certain and ends with the annulment", () => {
    const decree = (annulled: string) =>
      curfew("146", [{ start: "22:00", end: "05:00", areas: ["EC-G"] }], {
        firstNight: "2025-09-18",
        lastNight: "2025-10-02",
        lastConfirmed: "2025-10-02",
        endsBy: "2025-10-03",
        annulled: end(annulled),
      });
    const nights = (annulled: string) => list(decree(annulled), "EC-0902", "2025-10-02T12:00", "2025-11-01T00:00");
    expect(nights("2025-10-04T05:00")).toEqual([
      "2025-10-02T22:00/2025-10-03T05:00",
      "2025-10-03T22:00/2025-10-04T05:00 ?",
    ]);
    expect(nights("2025-10-04T02:00")[1]).toBe("2025-10-03T22:00/2025-10-04T02:00 ?");
  });

  it("Decreto 493: no last night, so 3 March to 2 April are not certain and nothing follows", () => {
    const decree = curfew("493", [{ start: "22:00", end: "05:00", areas: ["EC-G"] }], {
      firstNight: "2025-01-02",
      lastConfirmed: "2025-03-02",
      endsBy: "2025-04-02",
    });
    const nights = list(decree, "EC-0902", "2025-03-01T12:00", "2025-05-01T00:00");
    expect([nights[1], nights[2], nights.at(-1)]).toEqual([
      "2025-03-02T22:00/2025-03-03T05:00",
      "2025-03-03T22:00/2025-03-04T05:00 ?",
      "2025-04-02T22:00/2025-04-03T05:00 ?",
    ]);
  });

  it("without a last night and without `endsBy` no later night is certain, for ever, until it is annulled", () => {
    const open = { firstNight: "2025-01-02", lastConfirmed: "2025-01-03" };
    expect(list(curfew("x", [NIGHT], open), "EC-0902", "2031-06-01T12:00", "2031-06-02T12:00")).toEqual([
      "2031-06-01T23:00/2031-06-02T05:00 ?",
    ]);
    const annulled = curfew("x", [NIGHT], { ...open, annulled: end("2025-01-05T00:00") });
    expect(list(annulled, "EC-0902", "2025-01-03T12:00", "2026-01-01T00:00")).toEqual([
      "2025-01-03T23:00/2025-01-04T05:00",
      "2025-01-04T23:00/2025-01-05T00:00 ?",
    ]);
  });

  it("a record that contradicts itself is not certain where it does", () => {
    const beyond = curfew("x", [NIGHT], { lastNight: "2026-03-16", lastConfirmed: "2026-03-18" });
    const early = curfew("x", [NIGHT], { lastNight: "2026-03-18", lastConfirmed: "2026-03-16", endsBy: "2026-03-17" });
    for (const decree of [beyond, early]) {
      const nights = list(decree, "EC-0902", "2026-03-15T12:00", "2026-04-01T00:00");
      expect(nights.map((night) => night.endsWith("?"))).toEqual([false, false, true, true]);
    }
  });

  it("an early lifting cuts the night in mid-course, and leaves no phantom slot (load_shedding#69)", () => {
    const decree = curfew("a", [NIGHT], { lifted: end("2026-03-20T01:00") });
    expect(list(decree, "EC-0902", "2026-03-19T12:00", "2026-04-15T00:00")).toEqual([
      "2026-03-19T23:00/2026-03-20T01:00",
    ]);
  });

  it("a lifting for some areas leaves the others alone", () => {
    const decree = curfew("a", [NIGHT], { lifted: end("2026-03-20T01:00", ["EC-0901"]) });
    expect(list(decree, "EC-0901/rest", "2026-03-20T12:00", "2026-03-21T12:00")).toEqual([]);
    expect(list(decree, "EC-0902", "2026-03-20T12:00", "2026-03-21T12:00")).toHaveLength(1);
  });

  it("a lifting of Tenguel alone does not lift Guayaquil", () => {
    const decree = curfew("a", [NIGHT], { lifted: end("2026-03-20T01:00", ["EC-090158"]) });
    expect(list(decree, "EC-090158", "2026-03-20T12:00", "2026-03-21T12:00")).toEqual([]);
    expect(list(decree, "EC-0901/rest", "2026-03-20T12:00", "2026-03-21T12:00")).toHaveLength(1);
  });

  it("one-night exceptions: none, other hours, for some areas; the nearest area counts", () => {
    const decree = curfew("a", [NIGHT], {
      exceptions: [
        { night: "2026-03-16", off: true },
        { night: "2026-03-17", start: "20:00", end: "06:00", areas: ["EC-0901"] },
        { night: "2026-03-18", end: "04:00" },
        { night: "2026-03-19", off: true },
        { night: "2026-03-19", start: "21:00", end: "05:00", areas: ["EC-0902"] },
      ],
    });
    const range = ["2026-03-16T12:00", "2026-03-20T12:00"] as const;
    expect(list(decree, "EC-0901/rest", ...range)).toEqual([
      "2026-03-17T20:00/2026-03-18T06:00",
      "2026-03-18T23:00/2026-03-19T04:00",
    ]);
    expect(list(decree, "EC-0902", ...range)).toEqual([
      "2026-03-17T23:00/2026-03-18T05:00",
      "2026-03-18T23:00/2026-03-19T04:00",
      "2026-03-19T21:00/2026-03-20T05:00",
    ]);
  });

  it("a decree that named Morona before the split covers Sevilla Don Bosco after it; one from after the split does not", () => {
    const old = curfew("old", [{ ...NIGHT, areas: ["EC-1401"] }], {
      declared: "2024-10-01",
      firstNight: "2024-11-01",
      lastNight: "2024-11-30",
    });
    const young = curfew("new", [{ ...NIGHT, areas: ["EC-1401"] }], {
      declared: "2024-11-10",
      firstNight: "2024-11-10",
      lastNight: "2024-11-30",
    });
    const after = ["2024-11-15T12:00", "2024-11-16T12:00"] as const;
    expect([list(old, "EC-1413", ...after).length, list(old, "EC-1401", ...after).length]).toEqual([1, 1]);
    expect([list(young, "EC-1413", ...after).length, list(young, "EC-1401", ...after).length]).toEqual([0, 1]);
    expect(list(old, "EC-1413", "2024-11-01T12:00", "2024-11-02T12:00")).toHaveLength(1);
  });

  it("a name that is too young for the night speaks of the area that held its territory", () => {
    const early = curfew("x", [{ ...NIGHT, areas: ["EC-1413"] }], {
      declared: "2024-10-01",
      firstNight: "2024-10-01",
      lastNight: "2024-11-30",
    });
    expect(list(early, "EC-1401", "2024-10-10T12:00", "2024-10-11T12:00")).toHaveLength(1);
    expect(list(early, "EC-1401", "2024-11-10T12:00", "2024-11-11T12:00")).toEqual([]);
    expect(list(early, "EC-1413", "2024-11-10T12:00", "2024-11-11T12:00")).toHaveLength(1);
  });
});

const text = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString();

describe("windows where the clocks change", () => {
  const place = (zone: string) => areaTree([area("ZZ", "country", { zone })]);
  const only = (zone: string, night: string, start: string, end: string) => {
    const decree = curfew("x", [{ start, end, areas: ["ZZ"] }], {
      country: "ZZ",
      zone,
      firstNight: night,
      lastNight: night,
    });
    const range = { start: ms(`${night}T00:00:00Z`) - 2 * 86_400_000, end: ms(`${night}T00:00:00Z`) + 4 * 86_400_000 };
    return windows(place(zone), decree, "ZZ", range).map((one) => [text(one.start), text(one.end)]);
  };
  const utc = (...texts: string[]) => [texts.map((text) => `2026-${text}:00Z`)];

  it("a skipped start begins at the jump, a skipped end is over at the jump", () => {
    expect(only("America/New_York", "2026-03-08", "02:30", "05:00")).toEqual(utc("03-08T07:00", "03-08T09:00"));
    expect(only("America/New_York", "2026-03-07", "23:00", "02:30")).toEqual(utc("03-08T04:00", "03-08T07:00"));
    expect(only("America/New_York", "2026-03-08", "02:10", "02:50")).toEqual([]);
  });

  it("an hour that comes twice starts early and ends late", () => {
    expect(only("America/New_York", "2026-11-01", "01:30", "05:00")).toEqual(utc("11-01T05:30", "11-01T10:00"));
    expect(only("America/New_York", "2026-10-31", "23:00", "01:30")).toEqual(utc("11-01T03:00", "11-01T06:30"));
    expect(only("America/New_York", "2026-11-01", "01:30", "01:45")).toEqual(utc("11-01T05:30", "11-01T06:45"));
  });

  it("half an hour in Lord Howe, midnight itself in Santiago", () => {
    expect(only("Australia/Lord_Howe", "2026-10-03", "22:00", "02:15")).toEqual(utc("10-03T11:30", "10-03T15:30"));
    expect(only("Australia/Lord_Howe", "2026-04-04", "22:00", "01:45")).toEqual(utc("04-04T11:00", "04-04T15:15"));
    expect(only("America/Santiago", "2026-09-06", "00:30", "05:00")).toEqual(utc("09-06T04:00", "09-06T08:00"));
    expect(only("America/Santiago", "2026-04-04", "23:30", "05:00")).toEqual(utc("04-05T02:30", "04-05T09:00"));
  });

  it("keeps its wall-clock hours all year (beszel#1825) and a whole day is 23 or 25 hours then", () => {
    expect(only("Europe/Madrid", "2026-01-10", "23:00", "05:00")).toEqual(utc("01-10T22:00", "01-11T04:00"));
    expect(only("Europe/Madrid", "2026-07-10", "23:00", "05:00")).toEqual(utc("07-10T21:00", "07-11T03:00"));
    expect(only("Europe/Madrid", "2026-03-29", "00:00", "00:00")).toEqual(utc("03-28T23:00", "03-29T22:00"));
    expect(only("Europe/Madrid", "2026-10-25", "00:00", "00:00")).toEqual(utc("10-24T22:00", "10-25T23:00"));
  });
});
