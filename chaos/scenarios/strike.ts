// A strike, invented, by form: recorded, its figure raised by the same source, withdrawn. Each step is told in both channels as an answer, and what stood there is put right.
import type { ChaosScenario } from "../scenario.ts";

const NOW = "2026-03-17T21:05:00-05:00";
const GONE = "WITHDRAWN, do not use · US strike on a vessel, eastern Pacific, announced Tue 17 Mar";
const RETIRADO =
  "RETIRADO, no usar · Ataque de EE. UU. a una embarcación, Pacífico oriental, anunciado el martes 17 mar.";

export const strike: ChaosScenario = {
  name: "strike",
  says: "a strike is recorded by form, updated and withdrawn",
  startAt: "2026-03-17T21:05:00-05:00",
  shows: [
    {
      in: "alertas",
      id: "new",
      says: [`${GONE} (3 killed)`, "~~NEW · US strike on a vessel"],
      first: ["eastern Pacific"],
      due: NOW,
    },
    {
      in: "redaccion",
      id: "new",
      says: [`${RETIRADO} (3 muertos)`, "~~NUEVO · Ataque de EE. UU. a una embarcación"],
      first: ["Pacífico oriental"],
      due: NOW,
    },
    {
      in: "alertas",
      id: "updated",
      says: [`${GONE} (4 killed)`, "~~UPDATED 3 -> 4 killed"],
      first: ["UPDATED 3 -> 4 killed"],
      answers: "new",
      due: NOW,
    },
    {
      in: "redaccion",
      id: "updated",
      says: [`${RETIRADO} (4 muertos)`, "~~ACTUALIZADO 3 -> 4 muertos"],
      first: ["ACTUALIZADO 3 -> 4 muertos"],
      answers: "new",
      due: NOW,
    },
    { in: "alertas", says: [`${GONE} (4 killed). Reason: “registrado dos veces”`], due: NOW, answers: "updated" },
    { in: "redaccion", says: [`${RETIRADO} (4 muertos). Motivo: registrado dos veces`], due: NOW, answers: "updated" },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/alertas suscribir canal:#redaccion plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.type("Ana", "/registrar ataque");
    await desk.submit("Ana", {
      statement: "Murieron personas en una embarcación.",
      told: "hoy, anunciado",
      region: "eastern-pacific",
      killed: "3",
      link: "https://example.org/first",
    });
    await desk.press("Ana", "Confirmar");
    await desk.sees(2);
    await desk.type("Ana", "/registrar corregir qué:pacífico oriental 17 mar. 2026");
    await desk.press("Ana", "ACTUALIZADO");
    await desk.submit("Ana", { killed: "4", reason: "example.org: subió la cifra", link: "https://example.org/again" });
    await desk.press("Ana", "Confirmar");
    await desk.sees(4);
    await desk.type(
      "Ana",
      "/registrar retirar qué:pacífico oriental 17 mar. 2026 motivo:registrado dos veces enlace:https://example.org/twice",
    );
    await desk.press("Ana", "Confirmar");
    await desk.sees(6);
  },
};
