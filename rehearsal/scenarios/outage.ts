// Three hours without the bot, twice: over a curfew's end, and over a curfew's beginning. What was missed is told once, and as late.
import type { Scenario } from "./scenario.ts";

const anything = { in: "alertas", parts: [] };

export const outage: Scenario = {
  name: "outage",
  title: {
    en: "Three hours without Vigía, over a curfew's end and over a beginning",
    es: "Tres horas sin Vigía, sobre el final de un toque y sobre un comienzo",
  },
  startAt: "2026-03-15T22:55:00-05:00",
  steps: [
    {
      says: {
        en: "Mei subscribes #alertas in English. At 23:00 the curfew begins, and the channel is told.",
        es: "Mei suscribe #alertas en inglés. A las 23:00 empieza el toque y el canal recibe el aviso.",
      },
      does: [
        { who: "Mei", types: "/alerts subscribe channel:#alertas preset:plain" },
        { who: "Mei", presses: "Save" },
        { clock: "2026-03-16T03:30:00-05:00" },
      ],
      sees: [
        { in: "alertas", parts: ["🔴 CURFEW NOW until Mon 16 Mar 05:00"] },
        { ...anything, times: 1 },
      ],
    },
    {
      says: {
        en: "03:30: Vigía's machine goes down for three hours. The curfew ends at 05:00 and nobody says so.",
        es: "03:30: la máquina de Vigía queda apagada tres horas. El toque termina a las 05:00 y nadie lo dice.",
      },
      does: [{ bot: "off" }, { outage: "2026-03-16T06:30:00-05:00" }],
      never: [anything],
    },
    {
      says: {
        en: "06:30: it is back, and sums up in one message what was missed and what holds now. Since 06:00 nobody knows of the other twenty provinces: that is still so, and is told, late.",
        es: "06:30: vuelve y resume en un mensaje qué faltó y qué rige ahora. Desde las 06:00 nadie sabe de las otras veinte provincias: sigue así, y se avisa con atraso.",
      },
      does: [{ bot: "on" }, { who: "Ana", types: "/toque-de-queda lugar:guayas" }],
      sees: [
        {
          in: "alertas",
          parts: [
            "🛠️ Vigía was down Mon 16 Mar 03:30-06:30 (Ecuador time)",
            "1 notice missed: curfew over at 05:00",
            "Now: NOT KNOWN (Ecuador except Guayas",
            "no curfew; next today 23:00 (Guayas",
          ],
        },
        {
          in: "alertas",
          parts: [
            "❔ NOT KNOWN whether there is a curfew in Ecuador except Guayas",
            "since Mon 16 Mar 06:00 (Ecuador time)",
            "30 min late; Vigía was down",
          ],
        },
        { ...anything, times: 2 },
        { by: "Ana", parts: ["⚪ Sin toque ahora en Guayas"] },
      ],
      never: [{ in: "alertas", parts: ["⚪ Curfew over"] }],
    },
    {
      says: {
        en: "At 21:00 the next night is announced. Down again from 22:30 to 01:30, over its beginning: told at once, and marked as late.",
        es: "A las 21:00 se anuncia la noche siguiente. Otra caída, de 22:30 a 01:30, sobre su comienzo: se avisa enseguida y con el atraso a la vista.",
      },
      does: [
        { clock: "2026-03-16T22:30:00-05:00" },
        { bot: "off" },
        { outage: "2026-03-17T01:30:00-05:00" },
        { bot: "on" },
      ],
      sees: [
        { in: "alertas", parts: ["⏰ Curfew at 23:00 tonight, Mon 16 Mar", "until Tue 05:00"] },
        {
          in: "alertas",
          parts: ["🔴 CURFEW NOW since 23:00, until Tue 17 Mar 05:00", "2 h 30 min late; Vigía was down"],
        },
        { ...anything, times: 2 },
      ],
    },
    {
      says: {
        en: "The end of that night and the next night come on time, each once.",
        es: "El final de esa noche y la noche siguiente llegan a tiempo, cada uno una vez.",
      },
      does: [{ clock: "2026-03-18T05:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: ["⚪ Curfew over at 05:00"], times: 2 },
        { in: "alertas", parts: ["⏰ Curfew at 23:00 tonight, Tue 17 Mar"] },
        { in: "alertas", parts: ["🔴 CURFEW NOW until Wed 18 Mar 05:00"] },
        { ...anything, times: 4 },
      ],
      never: [{ in: "alertas", parts: ["late"] }],
    },
  ],
};
