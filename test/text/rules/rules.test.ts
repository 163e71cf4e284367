// A decree's hours and places as a form shows them: read as people write them, in both languages, and printed so that they are read back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CurfewRule, NightException } from "../../../src/domain/curfew.ts";
import { LANGUAGES } from "../../../src/domain/text.ts";
import { printNights, printRules, readNights, readRules, type RulesRead } from "../../../src/text/rules/index.ts";
import { readCurfews } from "../../data/files.ts";
import { decree, NOW, reading } from "./scene.ts";

const en = reading("en");
const curfews = readCurfews().curfews;

/** Two lines of one decree that say the same are taken for one another: nobody can tell them apart. */
const alike = (rules: readonly object[]) => rules.map((one) => JSON.stringify(one)).sort();

describe("every decree that ships", () => {
  it.each(LANGUAGES)("is printed and read back to the very same rules and exceptions (%s)", (language) => {
    for (const curfew of curfews) {
      const own = reading(language);
      const printed = printRules(curfew, own);
      expect(printed.length).toBeLessThan(4_000);
      const read = readRules(printed, own, curfew);
      expect(read).toEqual({ is: "rules", rules: curfew.rules, exceptions: curfew.exceptions });
      const { firstNight, lastNight, lastConfirmed, endsBy } = curfew;
      const nights = { firstNight, lastNight, lastConfirmed, endsBy };
      const given = Object.fromEntries(Object.entries(nights).filter(([, day]) => day !== undefined));
      const words = printNights(curfew, own, language);
      expect([words, readNights(words, own)]).toEqual([words, { is: "nights", nights: given }]);
    }
  });

  it("is written as somebody would write it", () => {
    const of = (id: string) => curfews.find((one) => one.id.endsWith(id));
    const print = (id: string, language: "en" | "es") => {
      const found = of(id);
      return found === undefined ? "" : printRules(found, reading(language));
    };
    expect(print("decreto-329", "en")).toBe("23:00-05:00 Guayas, Los Ríos, Santo Domingo de los Tsáchilas, El Oro");
    expect(print("decreto-392", "es")).toMatch(/^22:00-06:00 Guayas, Los Ríos, /);
    expect(print("decreto-205", "es").split("\n")[1]).toMatch(
      /^02:00-05:00 Cuenca, .*Samborondón, .* y otros \(no se conocen todos\)$/,
    );
    const until = of("decreto-493");
    expect(until && printNights(until, en, "en")).toBe(
      "2 Jan 2025 until further notice, confirmed to 2 Mar 2025, over by 2 Apr 2025",
    );
    expect(until && printNights(until, en, "es")).toBe(
      "2 ene. 2025 hasta nuevo aviso, confirmado hasta el 2 mar. 2025, fin a lo sumo el 2 abr. 2025",
    );
  });
});

describe("2,000 decrees by chance", () => {
  it.each(LANGUAGES)(
    "are printed and read back, and what is read is printed the same (%s)",
    (language) => {
      const own = reading(language);
      fc.assert(
        fc.property(decree, (one) => {
          const printed = printRules(one, own);
          const read = readRules(printed, own, one);
          if (read.is !== "rules") throw new Error(`${printed}\n${JSON.stringify(read)}`);
          expect(alike(read.rules)).toEqual(alike(one.rules));
          expect(alike(read.exceptions)).toEqual(alike(one.exceptions));
          // Without the version before, only what no line says is missing.
          const alone = readRules(printed, own);
          if (alone.is !== "rules") throw new Error(JSON.stringify(alone));
          expect(alone.rules).toEqual(one.rules.map(plainRule));
          expect(alone.exceptions).toEqual(one.exceptions.map(plainNight));
          expect(printRules(alone, own)).toBe(printed);
        }),
        { numRuns: 1_000 },
      );
    },
    240_000,
  );
});

function plainRule({ weekdays, ...rule }: CurfewRule): object {
  const days = weekdays === undefined ? {} : { weekdays: [...weekdays].sort((a, b) => a - b) };
  return without("label", { ...rule, ...days });
}

const without = (name: string, one: object) => Object.fromEntries(Object.entries(one).filter(([key]) => key !== name));

function plainNight({ start, end, ...all }: NightException): object {
  const one = without("by", all);
  if (all.off) return one;
  return { ...one, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

const hours = (start: string, end: string, more: object = {}) => ({ start, end, ...more });
const LINES: readonly (readonly [typed: string, rule: object])[] = [
  ["23:00-05:00 Guayas, Los Ríos, El Oro", { ...hours("23:00", "05:00"), areas: ["EC-G", "EC-R", "EC-O"] }],
  ["de 23h00 a 05h00 Guayas y Los Ríos", { ...hours("23:00", "05:00"), areas: ["EC-G", "EC-R"] }],
  ["desde las 11 de la noche hasta las 5 de la mañana en Guayas", { ...hours("23:00", "05:00"), areas: ["EC-G"] }],
  ["11pm-5am Durán", { ...hours("23:00", "05:00"), areas: ["EC-0907"] }],
  ["from 10 pm to 5 am in Durán and Milagro", { ...hours("22:00", "05:00"), areas: ["EC-0907", "EC-0910"] }],
  ["23-5 Durán", { ...hours("23:00", "05:00"), areas: ["EC-0907"] }],
  ["22:00-24:00 Durán", { ...hours("22:00", "00:00"), areas: ["EC-0907"] }],
  ["23:00-05:00 24 de Mayo", { ...hours("23:00", "05:00"), areas: ["EC-1316"] }],
  ["23:00-05:00 todo el país", { ...hours("23:00", "05:00"), areas: ["EC"] }],
  ["mon-fri 22:00-05:00 Durán", { ...hours("22:00", "05:00"), weekdays: [1, 2, 3, 4, 5], areas: ["EC-0907"] }],
  ["lunes a viernes: 22:00-05:00 Durán", { ...hours("22:00", "05:00"), weekdays: [1, 2, 3, 4, 5], areas: ["EC-0907"] }],
  ["22:00-05:00 sábados y domingos Durán", { ...hours("22:00", "05:00"), weekdays: [6, 7], areas: ["EC-0907"] }],
  ["sat-mon 22:00-05:00 Durán", { ...hours("22:00", "05:00"), weekdays: [1, 6, 7], areas: ["EC-0907"] }],
  ["todos los días de 22:00 a 05:00 Durán", { ...hours("22:00", "05:00"), areas: ["EC-0907"] }],
  ["Fri 20:00 - Mon 05:00 Durán", { ...hours("20:00", "05:00"), endDay: 3, weekdays: [5], areas: ["EC-0907"] }],
  [
    "viernes 20h00 a lunes 5 de la mañana Durán",
    { ...hours("20:00", "05:00"), endDay: 3, weekdays: [5], areas: ["EC-0907"] },
  ],
  ["Fri 20:00 - Fri 23:00 Durán", { ...hours("20:00", "23:00"), weekdays: [5], areas: ["EC-0907"] }],
  ["all day Tulcán", { ...hours("00:00", "00:00"), areas: ["EC-0401"] }],
  ["todo el día Tulcán", { ...hours("00:00", "00:00"), areas: ["EC-0401"] }],
  ["23:00-05:00 Guayas except Playas", { ...hours("23:00", "05:00"), areas: ["EC-G"], except: ["EC-0921"] }],
  [
    "• 23:00-05:00 Guayas menos Playas y Durán.",
    { ...hours("23:00", "05:00"), areas: ["EC-G"], except: ["EC-0921", "EC-0907"] },
  ],
  [
    "23:00-05:00 Durán and others (not all known)",
    { ...hours("23:00", "05:00"), areas: ["EC-0907"], areasPartial: true },
  ],
  ["23:00-05:00 Durán y otros", { ...hours("23:00", "05:00"), areas: ["EC-0907"], areasPartial: true }],
  [
    "20 Mar - 25 Mar: 22:00-05:00 Durán",
    { ...hours("22:00", "05:00"), areas: ["EC-0907"], firstNight: "2026-03-20", lastNight: "2026-03-25" },
  ],
  [
    "del 20 al 25 de marzo: 22:00-05:00 Durán",
    { ...hours("22:00", "05:00"), areas: ["EC-0907"], firstNight: "2026-03-20", lastNight: "2026-03-25" },
  ],
  [
    "desde el 20 de marzo: 22:00-05:00 Durán",
    { ...hours("22:00", "05:00"), areas: ["EC-0907"], firstNight: "2026-03-20" },
  ],
  ["until 20 Mar: 22:00-05:00 Durán", { ...hours("22:00", "05:00"), areas: ["EC-0907"], lastNight: "2026-03-20" }],
];

const NIGHTS: readonly (readonly [typed: string, exception: object])[] = [
  ["20 Mar: none", { night: "2026-03-20", off: true }],
  ["20 de marzo: sin toque en Durán", { night: "2026-03-20", off: true, areas: ["EC-0907"] }],
  ["tonight: none Durán", { night: "2026-03-15", off: true, areas: ["EC-0907"] }],
  ["20 Mar: 21:00-05:00 Guayas", { night: "2026-03-20", start: "21:00", end: "05:00", off: false, areas: ["EC-G"] }],
  ["20/03: hasta las 06:00", { night: "2026-03-20", end: "06:00", off: false }],
  ["20 Mar: from 22:00 Durán", { night: "2026-03-20", start: "22:00", off: false, areas: ["EC-0907"] }],
  ["20 Mar: como siempre Durán", { night: "2026-03-20", off: false, areas: ["EC-0907"] }],
  ["20 Mar, line 1: none", { night: "2026-03-20", rules: [0], off: true }],
];

const FAULTS: readonly (readonly [typed: string, fault: object])[] = [
  ["Guayas", { why: "hours" }],
  ["??-?? Guayas", { why: "hours" }],
  ["23:00 Guayas", { why: "hours" }],
  ["11-5 Guayas", { why: "ambiguous", what: "11-5" }],
  ["24:00-05:00 Guayas", { why: "midnight" }],
  ["medianoche a 5am Guayas", { why: "midnight" }],
  ["25:00-05:00 Guayas", { why: "no-hour" }],
  ["23:00-05:00", { why: "no-places" }],
  ["23:00-05:00 Guayaz", { why: "unknown-place", what: "Guayaz" }],
  [
    "23:00-05:00 Guayas, Bolívar",
    {
      why: "several",
      what: "Bolívar",
      labels: expect.arrayContaining([expect.stringMatching(/province/), expect.stringMatching(/canton/)]),
    },
  ],
  ["23:00-05:00 Guayas except Nowhere", { why: "unknown-place", what: "Nowhere" }],
  ["soon: 23:00-05:00 Guayas", { why: "night", what: "soon" }],
  ["30 Mar - 15 Mar: 23:00-05:00 Guayas", { why: "backwards" }],
  ["20 Mar: 21:00-05:00 Guayas except Playas", { why: "except-night" }],
  ["20 Mar: mon-fri 21:00-05:00 Guayas", { why: "except-night" }],
  ["20 Mar, line 2: none", { why: "number", what: "2" }],
];

const firstRule = (read: RulesRead) => (read.is === "rules" ? read.rules[0] : read);

describe("a line", () => {
  it("of a whole week is told by its days, where its end alone would be the same evening's", () => {
    for (const end of ["05:00", "23:00"]) {
      const rule = {
        ...hours("20:00", end),
        endDay: 7,
        weekdays: [5] as [number],
        areas: ["EC-G"] as [string],
        areasPartial: false,
      };
      for (const language of LANGUAGES) {
        const own = reading(language);
        expect(firstRule(readRules(printRules({ rules: [rule], exceptions: [] }, own), own))).toEqual(rule);
      }
    }
  });

  it.each(LINES)("%s", (typed, rule) => {
    for (const language of LANGUAGES)
      expect(firstRule(readRules(typed, reading(language)))).toEqual({ areasPartial: false, ...rule });
  });

  it.each(NIGHTS)("of one night: %s", (typed, night) => {
    const read = readRules(`23:00-05:00 Guayas\n${typed}`, en);
    expect(read.is === "rules" ? read.exceptions : read).toEqual([night]);
  });

  it.each(FAULTS)("that cannot be read is named, with what is wrong: %s", (typed, fault) => {
    expect(readRules(`23:00-05:00 Guayas\n\n${typed}`, en)).toMatchObject({ is: "fault", line: typed, fault });
  });

  it("is needed: nights alone are no decree", () => {
    expect([readRules(" \n ", en), readRules("20 Mar: none", en)]).toEqual([{ is: "empty" }, { is: "empty" }]);
  });
});

describe("what a line cannot say", () => {
  const label = { en: "high risk", es: "riesgo alto" };
  const by = { en: "Decreto 9", es: "Decreto 9" };
  const before = {
    rules: [{ ...hours("23:00", "05:00"), areas: ["EC-G"] as [string], areasPartial: false, label }],
    exceptions: [{ night: "2026-03-20", off: true, by }],
  };
  it("stays with the same places at other hours, and goes with the places", () => {
    expect(firstRule(readRules("22:00-05:00 Guayas", en, before))).toMatchObject({ start: "22:00", label });
    expect(firstRule(readRules("23:00-05:00 Guayas, El Oro", en, before))).not.toHaveProperty("label");
  });
  it("stays with the night that nobody touched, and with no other", () => {
    const read = readRules("22:00-05:00 Guayas\n20 Mar: none\n21 Mar: none", en, before);
    expect(read.is === "rules" ? read.exceptions : []).toEqual([
      before.exceptions[0],
      { night: "2026-03-21", off: true },
    ]);
  });
});

const SPANS: readonly (readonly [typed: string, nights: object])[] = [
  ["15 Mar - 30 Mar", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["15-30 March", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["del 15 al 30 de marzo", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["from 15 March to 30 March 2026", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["2026-03-15 - 2026-03-30", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["2026-03-15 to 30/03/2026", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["tonight - 30 Mar", { firstNight: "2026-03-15", lastNight: "2026-03-30" }],
  ["tonight", { firstNight: "2026-03-15", lastNight: "2026-03-15" }],
  ["20 Dec 2025 - 5 Jan", { firstNight: "2025-12-20", lastNight: "2026-01-05" }],
  ["from tonight", { firstNight: "2026-03-15", lastConfirmed: "2026-03-15" }],
  ["desde esta noche hasta nuevo aviso", { firstNight: "2026-03-15", lastConfirmed: "2026-03-15" }],
  ["until further notice", { firstNight: "2026-03-15", lastConfirmed: "2026-03-15" }],
  ["from 10 March until further notice", { firstNight: "2026-03-10", lastConfirmed: "2026-03-15" }],
  ["from 18 March", { firstNight: "2026-03-18", lastConfirmed: "2026-03-18" }],
  [
    "15 Mar - 30 Mar, confirmed to 20 Mar",
    { firstNight: "2026-03-15", lastNight: "2026-03-30", lastConfirmed: "2026-03-20" },
  ],
];

describe("the nights of a decree", () => {
  it.each(SPANS)("%s", (typed, nights) => {
    expect(readNights(typed, { now: NOW, zone: "America/Guayaquil" })).toEqual({ is: "nights", nights });
  });
  it("are refused where they end before they begin, or are none", () => {
    const read = (typed: string) => readNights(typed, { now: NOW, zone: "America/Guayaquil" });
    expect(read("30 Mar - 15 Mar")).toEqual({ is: "backwards" });
    expect(read("2026-03-30 - 2026-03-15")).toEqual({ is: "backwards" });
    for (const typed of ["", "soon", "15 Mar - soon", "32 Mar", "15 Mar - 30 Mar, confirmed to soon"])
      expect(read(typed).is).toBe("unreadable");
  });
  it("are read after midnight as the night that runs", () => {
    const now = NOW + 4 * 3_600_000;
    expect(readNights("from tonight", { now, zone: "America/Guayaquil" })).toMatchObject({
      nights: { firstNight: "2026-03-15" },
    });
  });
});
