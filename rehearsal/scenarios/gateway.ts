// Discord's gateway fails for a night while its posts go on: nobody is answered, and every alert comes all the same.
import { ALERTAS_ID } from "../world/seed.ts";
import type { Scenario } from "./scenario.ts";

const anything = { in: "alertas", parts: [] };

export const gateway: Scenario = {
  name: "gateway",
  title: {
    en: "Vigía hears nothing from Discord for a night, and its alerts still arrive",
    es: "Vigía no oye nada de Discord toda una noche, y sus avisos llegan igual",
  },
  startAt: "2026-03-15T22:50:00-05:00",
  steps: [
    {
      says: {
        en: "Ana subscribes #alertas. The line to Discord breaks; Vigía takes it up again and answers.",
        es: "Ana suscribe #alertas. Se corta la línea con Discord; Vigía la retoma y responde.",
      },
      does: [
        { who: "Ana", types: "/alertas suscribir canal:#alertas plantilla:plain" },
        { who: "Ana", presses: "Guardar" },
        { world: { change: "gateway", how: "cut" } },
        { who: "Luis", types: "/curfew place:guayas" },
      ],
      sees: [{ by: "Luis", parts: ["⚪ No curfew now in Guayas"] }],
    },
    {
      says: {
        en: "Now the line stays open and says nothing more. Luis is not answered.",
        es: "Ahora la línea sigue abierta y no dice nada más. A Luis nadie le responde.",
      },
      does: [
        { world: { change: "gateway", how: "silent" } },
        { who: "Luis", types: "/curfew place:guayas", unanswered: true },
      ],
      never: [anything],
    },
    {
      says: {
        en: "23:00: the alert comes all the same, though Discord refuses the first try and swallows the second one's answer. Once.",
        es: "23:00: el aviso llega igual, aunque Discord rechaza el primer intento y se traga la respuesta al segundo. Una vez.",
      },
      does: [
        { fault: { fault: "503", on: "posts", channelId: ALERTAS_ID, times: 1 } },
        { fault: { fault: "closed-after", on: "posts", channelId: ALERTAS_ID, times: 1 } },
        { clock: "2026-03-15T23:01:00-05:00" },
      ],
      sees: [
        { in: "alertas", parts: ["🔴 TOQUE DE QUEDA AHORA"] },
        { ...anything, times: 1 },
      ],
    },
    {
      says: {
        en: "05:00: so does the end.",
        es: "05:00: también el final.",
      },
      does: [{ clock: "2026-03-16T05:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: ["⚪ Terminó el toque, 05:00"] },
        { ...anything, times: 1 },
      ],
    },
    {
      says: {
        en: "Discord speaks again: Luis is answered, and #alertas is told nothing twice.",
        es: "Discord vuelve a hablar: a Luis se le responde, y en #alertas nada se repite.",
      },
      does: [{ world: { change: "gateway", how: "speaking" } }, { who: "Luis", types: "/curfew place:guayas" }],
      sees: [{ by: "Luis", parts: ["⚪ No curfew now in Guayas", "today, Mon 16 Mar 23:00"] }],
      never: [anything],
    },
  ],
};
