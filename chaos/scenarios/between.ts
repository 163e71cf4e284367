// Somebody subscribes between the announcement of a night and its begin, and somebody else takes a subscription back in the middle of it: each hears what is theirs.
import type { ChaosScenario } from "../scenario.ts";

export const between: ChaosScenario = {
  name: "between",
  says: "a subscription begins between announcement and begin, another ends in the night",
  startAt: "2026-03-16T20:58:00-05:00",
  shows: [
    { in: "alertas", says: ["⏰ Curfew at 23:00 tonight, Mon 16 Mar"], due: "2026-03-16T21:00:00-05:00" },
    {
      in: "redaccion",
      says: ["⏰ Toque de queda hoy lunes 16 mar. 23:00 -> martes 05:00"],
      due: "2026-03-16T22:30:00-05:00",
    },
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00"], due: "2026-03-16T23:00:00-05:00" },
    {
      in: "redaccion",
      says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00"],
      due: "2026-03-16T23:00:00-05:00",
    },
    {
      in: "alertas",
      says: ["🔕 No more alerts come here, since 23:0", "(until Tue 05:00)"],
      due: "2026-03-16T23:00:00-05:00",
    },
    { in: "redaccion", says: ["⚪ Terminó el toque, 05:00 del martes 17 mar."], due: "2026-03-17T05:00:00-05:00" },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.to("2026-03-16T21:00:00-05:00");
    await desk.sees(1);
    await desk.type("Ana", "/alertas suscribir canal:#redaccion antes-de-empezar:30m plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.skip("2026-03-16T22:27:00-05:00");
    await desk.to("2026-03-16T22:30:00-05:00");
    await desk.sees(2);
    await desk.skip("2026-03-16T22:57:00-05:00");
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(4);
    await desk.type("Mei", "/alerts remove channel:#alertas");
    await desk.sees(5);
    await desk.skip("2026-03-17T04:57:00-05:00");
    await desk.to("2026-03-17T05:00:00-05:00");
    await desk.sees(6);
  },
};
