// An alert too long for one message: Decreto 329 with many exemptions (invented). Its parts come in order, each once.
import type { ChaosScenario } from "../scenario.ts";

const EXEMPT = Array.from({ length: 60 }, (_, i) => ({
  en: `group ${i + 1} of those who go on working that night, each with the paper that its own ministry has signed for it and that it carries`,
  es: `grupo ${i + 1} de quienes siguen trabajando esa noche, cada uno con el papel que su propio ministerio le firmó y que lleva consigo`,
}));

const BEGIN = "2026-03-16T23:00:00-05:00";

export const parts: ChaosScenario = {
  name: "parts",
  says: "a long alert in parts",
  startAt: "2026-03-16T22:55:00-05:00",
  shows: [
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00", "group 1 of those"], due: BEGIN },
    {
      in: "redaccion",
      says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00", "grupo 1 de quienes"],
      due: BEGIN,
    },
    { in: "alertas", says: ["(2/2)", "group 60 of those"], due: BEGIN },
    { in: "redaccion", says: ["(2/2)", "grupo 60 de quienes"], due: BEGIN },
  ],
  async play(desk) {
    await desk.off();
    await desk.editRecord("curfews.json", "ec-2026-03-15-decreto-329", { exempt: EXEMPT });
    await desk.on();
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.skip("2026-03-16T22:57:00-05:00");
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(4);
  },
};
