// A channel that Discord closes before a night begins and opens again in the middle of it: who looks after it is told, and what it missed follows, late.
import type { ChaosScenario } from "../scenario.ts";

const BEGIN = "2026-03-16T23:00:00-05:00";
const OPENED = "2026-03-16T23:20:00-05:00";
const END = "2026-03-17T05:00:00-05:00";

export const closed: ChaosScenario = {
  name: "closed",
  says: "a channel closes before a begin and opens again: its people are told, and the begin follows late",
  startAt: "2026-03-16T22:55:00-05:00",
  shows: [
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00"], due: BEGIN },
    {
      in: "alertas",
      id: "post",
      says: ["🔔 Resuelto: los avisos de", "llegan otra vez"],
      first: ["🔕 Los avisos de", "NO están llegando", "Vigía ya no puede escribir allí"],
      due: BEGIN,
    },
    {
      in: "@Ana",
      id: "direct",
      says: ["🔔 Resuelto: los avisos de", "llegan otra vez"],
      first: ["🔕 Los avisos de", "NO están llegando", "Vigía ya no puede escribir allí"],
      due: BEGIN,
    },
    { in: "@Ana", says: ["🔔 Los avisos de", "llegan otra vez"], answers: "direct", due: OPENED },
    { in: "alertas", says: ["🔔 Los avisos de", "llegan otra vez"], answers: "post", due: OPENED },
    {
      in: "redaccion",
      // Twenty, and a few more where a kill kept it away.
      says: ["🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00", "desde las 23:00", "min de atraso"],
      due: BEGIN,
      late: true,
    },
    { in: "alertas", says: ["⚪ Curfew over at 05:00, Tue 17 Mar"], due: END },
    { in: "redaccion", says: ["⚪ Terminó el toque, 05:00 del martes 17 mar."], due: END },
  ],
  async play(desk) {
    desk.addDirect("Ana");
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    desk.leave("redaccion", "taken");
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.sees(3);
    await desk.pulled(20);
    await desk.skip(OPENED);
    await desk.on();
    desk.leave("redaccion", "given-back");
    await desk.sees(6);
    await desk.skip("2026-03-17T04:57:00-05:00");
    await desk.to("2026-03-17T05:00:00-05:00");
    await desk.sees(8);
  },
};
