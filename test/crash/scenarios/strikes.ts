// Strikes as they are recorded and become others, also months later. Tables by hand from what readers are promised.
import type { Why } from "../../../src/domain/why.ts";
import { strike } from "../places.ts";
import { clock, record, type Scenario, subscribe } from "../scenario.ts";

const SOUTHCOM = { en: "SOUTHCOM", es: "SOUTHCOM" };
const why = (is: Why["is"]): Why => ({
  is,
  reason: { en: "A later statement", es: "Un comunicado posterior" },
  by: SOUTHCOM,
});
const RECORDED = record({ kind: "strike.recorded", subject: "s1", content: strike(3) });
const BOTH = [subscribe("a", { topics: ["strikes"] }), subscribe("b", { topics: ["strikes"], language: "es" })];
const AP = { publisher: "AP", url: "https://example.org/ap", date: "2026-03-17" };

export const STRIKES: readonly Scenario[] = [
  {
    name: "a strike is recorded and its figure updated",
    at: "2026-03-17T10:00",
    channels: ["a", "b"],
    before: BOTH,
    steps: [
      RECORDED,
      clock("2026-03-17T10:30"),
      record({ kind: "strike.changed", subject: "s1", content: strike(4), why: why("updated") }, 2),
    ],
    shows: {
      a: [
        { says: /^UPDATED 3 -> 4 killed[^\n]*\n~~NEW · /u, due: "s1 1" },
        { says: /^UPDATED 3 -> 4 killed[^\n]*$/u, due: "s1 2", answers: 0 },
      ],
      b: [
        { says: /^ACTUALIZADO 3 -> 4 muertos[^\n]*\n~~NUEVO · /u, due: "s1 1" },
        { says: /^ACTUALIZADO 3 -> 4 muertos[^\n]*$/u, due: "s1 2", answers: 0 },
      ],
    },
  },
  {
    name: "a strike is corrected three months later",
    at: "2026-03-17T10:00",
    channels: ["a"],
    before: [subscribe("a", { topics: ["strikes"] }), RECORDED],
    steps: [
      clock("2026-06-17T10:00"),
      record({ kind: "strike.changed", subject: "s1", content: strike(5), why: why("corrected") }, 2),
    ],
    shows: {
      a: [
        { says: /^CORRECTED 3 -> 5 killed[^\n]*\n~~NEW · /u, due: "s1 1" },
        { says: /^CORRECTED 3 -> 5 killed[^\n]*$/u, due: "s1 2", answers: 0 },
      ],
    },
  },
  {
    name: "a strike is withdrawn, and stands again",
    at: "2026-03-17T10:00",
    channels: ["a"],
    before: [subscribe("a", { topics: ["strikes"] }), RECORDED],
    steps: [
      clock("2026-03-17T10:30"),
      record(
        {
          kind: "strike.withdrawn",
          subject: "s1",
          content: { reason: { en: "Recorded twice", es: "Anotado dos veces" } },
          why: why("withdrawn"),
        },
        2,
      ),
      clock("2026-03-17T10:40"),
      record({ kind: "strike.changed", subject: "s1", content: strike(3), why: why("undone") }, 3),
    ],
    shows: {
      a: [
        { says: /^NEW · US strike on a vessel/u, due: "s1 1" },
        { says: /^CORRECTED · not withdrawn after all[^\n]*\n~~WITHDRAWN, do not use/u, due: "s1 2", answers: 0 },
        { says: /^CORRECTED · not withdrawn after all[^\n]*$/u, due: "s1 3", answers: 1 },
      ],
    },
  },
  {
    name: "a source is taken back",
    at: "2026-03-18T10:00",
    channels: ["a"],
    before: [
      subscribe("a", { topics: ["strikes"] }),
      record({ kind: "strike.recorded", subject: "s1", content: strike(3, { sources: [...strike(3).sources, AP] }) }),
    ],
    steps: [
      clock("2026-03-18T10:30"),
      record(
        {
          kind: "strike.changed",
          subject: "s1",
          content: strike(3, { sources: [...strike(3).sources, { ...AP, withdrawn: { on: "2026-03-18" } }] }),
          why: why("updated"),
        },
        2,
      ),
    ],
    shows: {
      a: [
        { says: /^UPDATED · [^\n]*taken back: AP\.\n~~NEW · /u, due: "s1 1" },
        { says: /^UPDATED · [^\n]*taken back: AP\.[^\n]*$/u, due: "s1 2", answers: 0 },
      ],
    },
  },
];
