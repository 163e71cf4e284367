// The program is off over the end of a night, and again over the next one's begin: a summary of what was missed, and what still holds, marked as late.
import type { ChaosScenario } from "../scenario.ts";

/** What was missed is owed as one summary, from the moment at which it is back. */
const BACK = "2026-03-17T06:30:00-05:00";

export const downtime: ChaosScenario = {
  name: "downtime",
  says: "off over an end and over a begin: summed up, and marked as late",
  startAt: "2026-03-16T22:58:00-05:00",
  shows: [
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00"], due: "2026-03-16T23:00:00-05:00" },
    {
      in: "redaccion",
      says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00"],
      due: "2026-03-16T23:00:00-05:00",
    },
    {
      in: "alertas",
      says: [
        "🛠️ Vigía was down Mon 16 Mar 23:00 -> Tue 17 Mar 06:30",
        "1 notice missed: curfew over at",
        "no curfew; next today 23:00",
      ],
      due: BACK,
    },
    {
      in: "redaccion",
      says: [
        "🛠️ Vigía no funcionó el lunes 16 mar. 23:00 -> martes 17 mar. 06:30",
        "1 aviso perdido: terminó el toque",
        "sin toque; próximo hoy 23:00",
      ],
      due: BACK,
    },
    { in: "alertas", says: ["⏰ Curfew at 23:00 tonight, Tue 17 Mar"], due: "2026-03-17T21:00:00-05:00" },
    {
      in: "redaccion",
      says: ["⏰ Toque de queda hoy martes 17 mar. 23:00 -> miércoles 05:00"],
      due: "2026-03-17T21:00:00-05:00",
    },
    {
      in: "alertas",
      says: ["🔴 CURFEW NOW since 23:00, until Wed 18 Mar 05:00", "2 h 30 min late"],
      due: "2026-03-17T23:00:00-05:00",
    },
    {
      in: "redaccion",
      says: ["🔴 TOQUE DE QUEDA AHORA hasta el miércoles 18 mar. 05:00", "desde las 23:00", "2 h 30 min de atraso"],
      due: "2026-03-17T23:00:00-05:00",
    },
    { in: "alertas", says: ["⚪ Curfew over at 05:00, Wed 18 Mar"], due: "2026-03-18T05:00:00-05:00" },
    { in: "redaccion", says: ["⚪ Terminó el toque, 05:00 del miércoles 18 mar."], due: "2026-03-18T05:00:00-05:00" },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(2);
    await desk.off();
    await desk.skip("2026-03-17T06:30:00-05:00");
    await desk.on();
    await desk.sees(4);
    await desk.skip("2026-03-17T20:57:00-05:00");
    await desk.to("2026-03-17T21:00:00-05:00");
    await desk.sees(6);
    await desk.off();
    await desk.skip("2026-03-18T01:30:00-05:00");
    await desk.on();
    await desk.sees(8);
    await desk.skip("2026-03-18T04:57:00-05:00");
    await desk.to("2026-03-18T05:00:00-05:00");
    await desk.sees(10);
  },
};
