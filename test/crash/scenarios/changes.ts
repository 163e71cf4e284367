// Decrees that become others while channels follow them: what was told is edited and answered. Tables by hand from what readers are promised.
import type { Draft } from "../../../src/domain/fact.ts";
import { decree, known, splitOff } from "../places.ts";
import { clock, record, type Scenario, subscribe } from "../scenario.ts";

const WEEKS = record({
  kind: "coverage.confirmed",
  subject: "known",
  content: known("2026-01-01T00:00", "2026-04-30T00:00"),
  knownFrom: "2026-01-01T00:00:00-05:00",
});
const declared = (content = decree(), more: Partial<Draft> = {}): Draft => ({
  kind: "curfew.declared",
  subject: "d1",
  content,
  ...(more.knownFrom === undefined ? {} : { knownFrom: more.knownFrom }),
});
const DECREE = record(declared(decree(), { knownFrom: "2026-03-13T12:00:00-05:00" }));
const ending = (from: string) => ({
  by: { en: "Decree 2", es: "Decreto 2" },
  date: from.slice(0, 10),
  from: `${from}:00-05:00`,
});

export const CHANGES: readonly Scenario[] = [
  {
    name: "a decree is declared, and shortened while it runs",
    at: "2026-03-15T20:00",
    channels: ["a"],
    before: [WEEKS, subscribe("a")],
    steps: [
      record(declared()),
      clock("2026-03-15T23:00"),
      record(
        {
          kind: "curfew.changed",
          subject: "d1",
          content: decree({ lastNight: "2026-03-17" }, ["EC-G"], "23:00-03:00"),
        },
        2,
      ),
      clock("2026-03-16T03:00"),
    ],
    shows: {
      a: [
        { says: /^⚠️ CHANGED[^:]*: hours now 23:00-03:00[^\n]*\n~~⚠️ NEW CURFEW/u, due: "d1 1" },
        { says: /^⚠️ CHANGED[^:]*: hours now 23:00-03:00[^\n]*\n~~🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚠️ CHANGED[^:]*: hours now 23:00-03:00[^\n]*$/u, due: "d1 2", answers: 1 },
        { says: /^⚪ Curfew over at 03:00/u, due: "2026-03-16T03:00", missed: /curfew over at .*03:00/i },
      ],
    },
  },
  {
    name: "a decree is extended by a week",
    at: "2026-03-18T22:59",
    channels: ["a", "b"],
    before: [WEEKS, DECREE, subscribe("a"), subscribe("b", { language: "es" })],
    steps: [
      clock("2026-03-18T23:00"),
      record({ kind: "curfew.changed", subject: "d1", content: decree({ lastNight: "2026-03-25" }) }, 2),
      clock("2026-03-19T05:00"),
    ],
    shows: {
      a: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-18T23:00" },
        { says: /^⚠️ CHANGED[^:]*: curfew now ends Thu 26 Mar 05:00 \(was Thu 19 Mar\)/u, due: "d1 2" },
        { says: /^⚪ Curfew over at 05:00, Thu 19 Mar/u, due: "2026-03-19T05:00", missed: /curfew over at .*05:00/i },
      ],
      b: [
        { says: /^🔴 TOQUE DE QUEDA AHORA/u, due: "2026-03-18T23:00" },
        { says: /^⚠️ CAMBIO[^:]*: el toque termina el jueves 26 mar\. 05:00 \(antes jueves 19 mar\.\)/u, due: "d1 2" },
        {
          says: /^⚪ Terminó el toque, 05:00 del jueves 19/u,
          due: "2026-03-19T05:00",
          missed: /terminó el toque.*05:00/i,
        },
      ],
    },
  },
  {
    name: "a curfew is lifted in the middle of the night",
    at: "2026-03-15T22:59",
    channels: ["a"],
    before: [WEEKS, DECREE, subscribe("a", { leads: [60] })],
    steps: [
      clock("2026-03-15T23:00"),
      clock("2026-03-16T00:30"),
      record({ kind: "curfew.lifted", subject: "d1", content: decree({ lifted: ending("2026-03-16T00:30") }) }, 2),
      clock("2026-03-16T05:00"),
    ],
    shows: {
      a: [
        { says: /^⚠️ CHANGED[^:]*: curfew over since[^\n]*00:30[^\n]*\n~~🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚠️ CHANGED[^:]*: curfew over since[^\n]*00:30[^\n]*$/u, due: "d1 2", answers: 0 },
      ],
    },
  },
  {
    name: "a curfew that was recorded by mistake is withdrawn",
    at: "2026-03-15T20:00",
    channels: ["a"],
    before: [WEEKS, subscribe("a")],
    steps: [
      record(declared()),
      clock("2026-03-15T20:30"),
      record({ kind: "curfew.withdrawn", subject: "d1", content: { reason: { en: "A mistake", es: "Un error" } } }, 2),
      clock("2026-03-15T23:00"),
    ],
    shows: {
      a: [
        { says: /^⚠️ WITHDRAWN, do not use[^\n]*A mistake\.\n~~⚠️ NEW CURFEW/u, due: "d1 1" },
        { says: /^⚠️ WITHDRAWN, do not use[^\n]*A mistake[^\n]*$/u, due: "d1 2", answers: 0 },
      ],
    },
  },
  {
    name: "a place is split, and who follows it is told once",
    at: "2026-03-16T12:00",
    channels: ["a", "b"],
    before: [WEEKS, subscribe("a", { areas: ["EC-0901"] }), subscribe("b", { areas: ["EC-R"] })],
    steps: [
      record({ kind: "area.recorded", subject: "EC-0903", content: splitOff("2026-03-17") }),
      clock("2026-03-17T00:01"),
      clock("2026-03-17T00:05"),
    ],
    shows: { a: [{ says: /^🗺️ Since 17 Mar 2026, Guayaquil is split: Guayaquil, Posorja/u, due: "any" }] },
  },
  {
    name: "a long decree is told in three parts",
    at: "2026-03-15T20:00",
    channels: ["a"],
    before: [WEEKS, subscribe("a")],
    steps: [
      record(
        declared(
          decree({
            exempt: Array.from({ length: 70 }, (_, i) => ({
              en: `Trade ${i} ${"and those who work in it ".repeat(7)}`,
              es: `Oficio ${i}`,
            })),
          }),
        ),
      ),
      clock("2026-03-15T20:05"),
    ],
    shows: { a: [{ says: /^⚠️ NEW CURFEW|^\([23]\/3\)$/u, due: "d1 1", parts: 3 }] },
  },
];
