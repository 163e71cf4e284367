// A decree is shortened while it runs: invented, with the real Decreto 329 as its beginning. The ends follow, and no night begins after it.
import type { Scenario } from "./scenario.ts";

const anything = { in: "alertas", parts: [] };
const DECREE = "ec-2026-03-15-decreto-329";

export const shortened: Scenario = {
  name: "shortened",
  title: {
    en: "A decree is shortened in mid-run: to 26 March instead of 31 (invented)",
    es: "Un decreto se acorta a medio camino: al 26 de marzo en vez del 31 (inventado)",
  },
  startAt: "2026-03-23T22:55:00-05:00",
  steps: [
    {
      says: {
        en: "Mei subscribes #alertas. Luis asks: the last night is that of 30 to 31 March.",
        es: "Mei suscribe #alertas. Luis pregunta: la última noche es la del 30 al 31 de marzo.",
      },
      does: [
        { who: "Mei", types: "/alerts subscribe channel:#alertas preset:plain" },
        { who: "Mei", presses: "Save" },
        { who: "Luis", types: "/curfew place:guayas" },
      ],
      sees: [{ by: "Luis", parts: ["last night Mon 30 -> Tue 31 Mar"] }],
    },
    {
      says: {
        en: "The night of 23 to 24 March is told as always.",
        es: "La noche del 23 al 24 de marzo se avisa como siempre.",
      },
      does: [{ clock: "2026-03-24T05:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: ["🔴 CURFEW NOW until Tue 24 Mar 05:00"] },
        { in: "alertas", parts: ["⚪ Curfew over at 05:00, Tue 24 Mar", "Next: today 23:00"] },
      ],
    },
    {
      says: {
        en: "Noon: the decree now ends on 26 March. The team edits decree and coverage in the data files and starts Vigía again: #alertas is told of the change, and /curfew tells the new end.",
        es: "Mediodía: el decreto termina ahora el 26 de marzo. El equipo edita el decreto y lo que cubre en los archivos de datos e inicia Vigía de nuevo: #alertas recibe el cambio, y /toque-de-queda dice el nuevo final.",
      },
      does: [
        { clock: "2026-03-24T12:00:00-05:00" },
        { bot: "off" },
        { data: "curfews.json", record: DECREE, becomes: { lastNight: "2026-03-25" } },
        { data: "curfews.json", record: `${DECREE}-declared`, becomes: { to: "2026-03-26T05:00:00-05:00" } },
        { bot: "on" },
        { who: "Luis", types: "/curfew place:guayas" },
        { who: "Ana", types: "/toque-de-queda lugar:guayas" },
      ],
      sees: [
        { by: "Luis", parts: ["last night Wed 25 -> Thu 26 Mar, 05:00"] },
        { by: "Ana", parts: ["última noche: miércoles 25 -> jueves 26 mar., 05:00"] },
        {
          in: "alertas",
          parts: [
            "⚠️ CHANGED in 4 provinces: curfew now ends Thu 26 Mar 05:00 (was Tue 31 Mar)",
            "Until then still 23:00-05:00, also tonight",
            "From then on: NOT KNOWN",
            "~~Mon 30 -> Tue 31 Mar, 05:00~~ Wed 25 -> Thu 26 Mar, 05:00",
          ],
        },
        { ...anything, times: 1 },
      ],
      never: [{ by: "Luis", parts: ["Mon 30 -> Tue 31 Mar"] }],
    },
    {
      says: {
        en: "The nights go on to the new end: two more, also tonight.",
        es: "Las noches siguen hasta el nuevo final: dos más, también la de hoy.",
      },
      does: [{ clock: "2026-03-25T23:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: ["⏰ Curfew at 23:00 tonight"], times: 2 },
        { in: "alertas", parts: ["⏰ Curfew at 23:00 tonight, Wed 25 Mar", "❔ After that: NOT KNOWN"] },
        { in: "alertas", parts: ["🔴 CURFEW NOW"], times: 2 },
        { in: "alertas", parts: ["⚪ Curfew over at 05:00"], times: 1 },
        { in: "alertas", parts: ["until Thu 26 Mar 05:00"] },
        { ...anything, times: 5 },
      ],
    },
    {
      says: {
        en: "26 March, 05:00: the last night is over, and nothing is known from there.",
        es: "26 de marzo, 05:00: termina la última noche, y desde ahí no se sabe nada.",
      },
      does: [{ clock: "2026-03-26T05:01:00-05:00" }],
      sees: [{ in: "alertas", parts: ["⚪ Last announced night over at 05:00, Thu 26 Mar", "NOT KNOWN"] }],
    },
    {
      says: {
        en: "No night begins after it, and none ends. Whoever asks is told that it is not known.",
        es: "Después no empieza ni termina ninguna noche. A quien pregunta se le dice que no se sabe.",
      },
      does: [{ clock: "2026-03-27T06:00:00-05:00" }, { who: "Luis", types: "/curfew place:guayas" }],
      sees: [{ by: "Luis", parts: ["❔ NOT KNOWN whether Guayas has a curfew now", "26 Mar 2026"] }],
      never: [anything],
    },
  ],
};
