// An answer is shared with its channel while alerts go out there: it stands there once, however often its button is pressed; a curfew begins meanwhile.
import type { ChaosScenario } from "../scenario.ts";

const BEGIN = "2026-03-16T23:00:00-05:00";

export const share: ChaosScenario = {
  name: "share",
  says: "an answer is shared, pressed again, and shared once",
  startAt: "2026-03-16T22:58:00-05:00",
  shows: [
    {
      in: "redaccion",
      says: ["⚪ No curfew now in Guayas. Next: tonight, Mon 16 Mar 23:00", "Luis"],
      due: "2026-03-16T22:58:00-05:00",
    },
    { in: "redaccion", says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00", "Los Ríos"], due: BEGIN },
    { in: "redaccion", says: ["🔴 TOQUE DE QUEDA AHORA en Guayas hasta el martes 17 mar. 05:00", "Rosa"], due: BEGIN },
  ],
  async play(desk) {
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.type("Luis", "/curfew place:guayas");
    const answer = desk.lastOf("Luis");
    await desk.pressOn("Luis", "Share", answer);
    await desk.sees(1);
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(2);
    await desk.pressOn("Luis", "Share", answer);
    await desk.type("Rosa", "/toque-de-queda lugar:guayas");
    await desk.press("Rosa", "Compartir");
    await desk.sees(3);
  },
};
