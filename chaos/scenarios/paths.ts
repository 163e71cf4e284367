// The two paths of an alert at their shortest, for whoever kills at every single step of them: what the clock passes, and what a person records and changes.
import type { ChaosScenario } from "../scenario.ts";

const BEGIN = "2026-03-16T23:00:00-05:00";
const NOW = "2026-03-17T21:05:00-05:00";
const STRIKE = "US strike on a vessel, eastern Pacific";

const byClock: ChaosScenario = {
  name: "path-clock",
  says: "a curfew begins: tick, rows, watermark, kept words, sending, post, look-back, sent",
  startAt: "2026-03-16T22:58:00-05:00",
  shows: [{ in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00"], due: BEGIN }],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.to(BEGIN);
    await desk.sees(1);
  },
};

const byForm: ChaosScenario = {
  name: "path-form",
  says: "a strike is recorded and its figure raised: fact, cursor, rows, edit, answer",
  startAt: NOW,
  shows: [
    {
      in: "alertas",
      id: "new",
      says: ["UPDATED 3 -> 4 killed", `~~NEW · ${STRIKE}: 3 killed`],
      first: [`NEW · ${STRIKE}: 3 killed`],
      due: NOW,
    },
    { in: "alertas", says: ["UPDATED 3 -> 4 killed", "subió la cifra"], answers: "new", due: NOW },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/registrar ataque");
    await desk.submit("Ana", {
      statement: "Murieron personas en una embarcación.",
      told: "hoy, anunciado",
      region: "eastern-pacific",
      killed: "3",
      link: "https://example.org/first",
    });
    await desk.press("Ana", "Confirmar");
    await desk.sees(1);
    await desk.type("Ana", "/registrar corregir qué:pacífico oriental 17 mar. 2026");
    await desk.press("Ana", "ACTUALIZADO");
    await desk.submit("Ana", { killed: "4", reason: "example.org: subió la cifra", link: "https://example.org/again" });
    await desk.press("Ana", "Confirmar");
    await desk.sees(2);
  },
};

export const PATHS: readonly ChaosScenario[] = [byClock, byForm];
