// A night of Decreto 329 as the sources tell it: 23:00 to 05:00 in four provinces, in two languages and two servers; at 06:00 the rest becomes unknown.
import type { ChaosScenario } from "../scenario.ts";

const FOUR = ["Guayas", "El Oro", "Los Ríos", "Santo Domingo"];
const RADIO = "Radio/guardia";
const SOON = "2026-03-16T21:00:00-05:00";
const BEGIN = "2026-03-16T23:00:00-05:00";
const END = "2026-03-17T05:00:00-05:00";

export const night: ChaosScenario = {
  name: "night",
  says: "a night of curfew is announced, begins and ends, in two languages and two servers",
  startAt: "2026-03-16T20:50:00-05:00",
  shows: [
    // Who has subscribed already when it comes back needs no greeting.
    { in: RADIO, says: ["👋 Vigía está aquí"], due: "2026-03-16T20:50:00-05:00", may: true },
    {
      in: "alertas",
      says: ["⏰ Curfew at 23:00 tonight, Mon 16 Mar", "until Tue 05:00 in 4 provinces", ...FOUR],
      due: SOON,
    },
    {
      in: "redaccion",
      says: ["⏰ Toque de queda hoy lunes 16 mar. 23:00 -> martes 05:00 en 4 provincias", ...FOUR],
      due: SOON,
    },
    {
      in: RADIO,
      says: ["⏰ Toque de queda hoy lunes 16 mar. 23:00 -> martes 05:00 en 4 provincias", ...FOUR],
      due: SOON,
    },
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00", ...FOUR], due: BEGIN },
    { in: "redaccion", says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00", ...FOUR], due: BEGIN },
    { in: RADIO, says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00", ...FOUR], due: BEGIN },
    { in: "alertas", says: ["⚪ Curfew over at 05:00, Tue 17 Mar", "Next: today 23:00", ...FOUR], due: END },
    {
      in: "redaccion",
      says: ["⚪ Terminó el toque, 05:00 del martes 17 mar.", "Próximo: hoy 23:00", ...FOUR],
      due: END,
    },
    { in: RADIO, says: ["⚪ Terminó el toque, 05:00 del martes 17 mar.", "Próximo: hoy 23:00", ...FOUR], due: END },
  ],
  async play(desk) {
    desk.addServer("Radio", "guardia", ["Ana"]);
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.type("Ana", "/alertas suscribir plantilla:plain", "Radio/guardia");
    await desk.press("Ana", "Guardar");
    await desk.to("2026-03-16T21:00:00-05:00");
    await desk.sees(4);
    await desk.skip("2026-03-16T22:57:00-05:00");
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(7);
    await desk.skip("2026-03-17T04:57:00-05:00");
    await desk.to("2026-03-17T05:00:00-05:00");
    await desk.sees(10);
  },
};
