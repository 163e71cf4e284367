// Discord is ill over a night's begin and end: 429s, a 500, an answer that never comes, sockets closed before and after. What it took stands there once, the
// rest comes when it can.
import type { ChaosScenario } from "../scenario.ts";

const BEGIN = "2026-03-16T23:00:00-05:00";
const END = "2026-03-17T05:00:00-05:00";

export const outage: ChaosScenario = {
  name: "outage",
  says: "an outage of Discord with ordered faults over a begin and an end",
  startAt: "2026-03-16T22:58:00-05:00",
  shows: [
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00"], due: BEGIN },
    { in: "redaccion", says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00"], due: BEGIN },
    { in: "alertas", says: ["⚪ Curfew over at 05:00, Tue 17 Mar"], due: END },
    { in: "redaccion", says: ["⚪ Terminó el toque, 05:00 del martes 17 mar."], due: END },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    desk.fault({ fault: "closed-after", on: "posts", in: "alertas", times: 1 });
    desk.fault({ fault: "500", on: "posts", in: "alertas", times: 1 });
    desk.fault({ fault: "rate-limited", on: "posts", in: "redaccion", times: 1, seconds: 1 });
    desk.fault({ fault: "closed-before", on: "posts", in: "redaccion", times: 1 });
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(2);
    desk.fault({ fault: "accepted-then-silent", on: "posts", in: "redaccion", times: 1 });
    desk.fault({ fault: "html", on: "posts", in: "alertas", times: 1 });
    desk.fault({ fault: "rate-limited-global", on: "posts", times: 1, seconds: 1 });
    await desk.skip("2026-03-17T04:57:00-05:00");
    await desk.to("2026-03-17T05:00:00-05:00");
    await desk.sees(4);
  },
};
