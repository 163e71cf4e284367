// Decreto 329 is cut short in mid-window (invented: to 03:00), by its record in the data files: who was told of its begin is told of the new end, in an answer,
// and what was posted is put right. Two languages.
import type { ChaosScenario } from "../scenario.ts";

const BEGIN = "2026-03-17T23:00:00-05:00";
const CHANGE = "2026-03-18T01:00:00-05:00";
const END = "2026-03-18T03:00:00-05:00";

export const decree: ChaosScenario = {
  name: "decree",
  says: "a decree is changed in mid-window: the old messages are put right and answered",
  startAt: "2026-03-17T22:55:00-05:00",
  shows: [
    {
      in: "alertas",
      id: "begin",
      says: [
        "⚠️ CHANGED in 4 provinces: curfew now ends Wed 18 Mar 03:00 (was 05:00)",
        "~~🔴 CURFEW NOW until Wed 18 Mar 05:00",
      ],
      first: ["🔴 CURFEW NOW until Wed 18 Mar 05:00"],
      due: BEGIN,
    },
    {
      in: "redaccion",
      id: "begin",
      says: [
        "⚠️ CAMBIO en 4 provincias: el toque termina el miércoles 18 mar. 03:00 (antes 05:00)",
        "~~🔴 TOQUE DE QUEDA AHORA hasta",
      ],
      first: ["🔴 TOQUE DE QUEDA AHORA hasta el miércoles 18 mar. 05:00"],
      due: BEGIN,
    },
    {
      in: "alertas",
      says: [
        "⚠️ CHANGED in 4 provinces: curfew now ends Wed 18 Mar 03:00 (was 05:00)",
        "Now: CURFEW until Wed 18 Mar 03:00",
      ],
      answers: "begin",
      due: CHANGE,
    },
    {
      in: "redaccion",
      says: [
        "⚠️ CAMBIO en 4 provincias: el toque termina el miércoles 18 mar. 03:00 (antes 05:00)",
        "Ahora: TOQUE DE QUEDA hasta el miércoles 18 mar. 03:00",
      ],
      answers: "begin",
      due: CHANGE,
    },
    { in: "alertas", says: ["⚪ Curfew over at 03:00, Wed 18 Mar", "Next: today 23:00"], due: END },
    { in: "redaccion", says: ["⚪ Terminó el toque, 03:00 del miércoles 18 mar.", "Próximo: hoy 23:00"], due: END },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.to("2026-03-17T23:00:00-05:00");
    await desk.sees(2);
    await desk.skip("2026-03-18T00:58:00-05:00");
    await desk.to("2026-03-18T01:00:00-05:00");
    await desk.off();
    await desk.editRecord("curfews.json", "ec-2026-03-15-decreto-329", {
      exceptions: [{ night: "2026-03-17", end: "03:00" }],
    });
    await desk.on();
    await desk.sees(4);
    await desk.skip("2026-03-18T02:58:00-05:00");
    await desk.to("2026-03-18T03:00:00-05:00");
    await desk.sees(6);
  },
};
