// A night of strikes, all invented: each is recorded by hand and told once, an old one is recorded in silence, and a record is corrected.
import type { Scenario } from "./scenario.ts";

const news = { in: "alertas", parts: ["NUEVO · Ataque de EE. UU. a una embarcación"] };
const anything = { in: "alertas", parts: [] };
const southcom = { en: "US Southern Command (SOUTHCOM)", es: "Comando Sur de EE. UU. (SOUTHCOM)" };

export const strikeNight: Scenario = {
  name: "strike-night",
  title: {
    en: "A night of strikes with a correction (the strikes are invented)",
    es: "Una noche de ataques con una corrección (los ataques son inventados)",
  },
  startAt: "2026-03-17T21:00:00-05:00",
  steps: [
    {
      says: {
        en: "Ana subscribes #alertas. Luis asks what was known until now: 45 strikes.",
        es: "Ana suscribe #alertas. Luis pregunta qué se sabía hasta ahora: 45 ataques.",
      },
      does: [
        { who: "Ana", types: "/alertas suscribir canal:#alertas" },
        { who: "Luis", types: "/strikes" },
      ],
      sees: [
        { by: "Ana", parts: ["recibe avisos desde ahora"] },
        { by: "Luis", parts: ["45 US military strikes on vessels: 146 killed as announced"] },
      ],
    },
    {
      says: {
        en: "Ana records a strike. Before she confirms it stands nowhere but on her card.",
        es: "Ana registra un ataque. Antes de confirmar solo está en su tarjeta.",
      },
      does: [
        {
          who: "Ana",
          types: "/registrar ataque fecha:hoy región:eastern-pacific muertos:3 enlace:https://example.org/first",
        },
      ],
      sees: [{ by: "Ana", parts: ["Aún no está registrado", "3 muertos", "Se avisa en los canales"] }],
      never: [anything],
    },
    {
      says: {
        en: "She confirms: #alertas hears of it, once.",
        es: "Confirma: #alertas se entera, una vez.",
      },
      does: [{ who: "Ana", presses: "Confirmar" }],
      sees: [
        { by: "Ana", parts: ["Registrado:", "Pacífico oriental"] },
        { ...news, parts: [...news.parts, "Pacífico oriental: 3 muertos, según example.org"] },
        { ...anything, times: 1 },
      ],
    },
    {
      says: {
        en: "Half an hour later a second one, in the Caribbean; Vigía is killed right after and tells nothing twice.",
        es: "Media hora después, otro, en el Caribe; Vigía se cae justo después y no repite nada.",
      },
      does: [
        { clock: "2026-03-17T21:30:00-05:00" },
        {
          who: "Ana",
          types: "/registrar ataque fecha:hoy región:caribbean muertos:al menos 2 enlace:https://example.org/second",
        },
        { who: "Ana", presses: "Confirmar" },
        { bot: "killed" },
      ],
      sees: [
        { ...news, parts: [...news.parts, "Caribe: al menos 2 muertos"] },
        { ...anything, times: 1 },
      ],
    },
    {
      says: {
        en: "A strike of 13 March is recorded too: its day ended over 72 hours ago, the card says so, and no channel is woken.",
        es: "También se registra un ataque del 13 de marzo: su día terminó hace más de 72 horas, la tarjeta lo dice y no se despierta a nadie.",
      },
      does: [
        {
          who: "Ana",
          types: "/registrar ataque fecha:2026-03-13 región:caribbean muertos:4 enlace:https://example.org/late",
        },
        { who: "Ana", presses: "Confirmar" },
      ],
      sees: [
        { by: "Ana", parts: ["Aún no está registrado", "Se registra y no se avisa"] },
        { by: "Ana", parts: ["Registrado:", "Se registra y no se avisa"] },
      ],
      never: [anything],
    },
    {
      says: {
        en: "Luis counts again: 48 strikes; and of 8 March, six killed.",
        es: "Luis cuenta de nuevo: 48 ataques; y del 8 de marzo, seis muertos.",
      },
      does: [
        { who: "Luis", types: "/strikes" },
        { who: "Luis", types: "/strikes since:2026-03-08 until:2026-03-08" },
      ],
      sees: [
        { by: "Luis", parts: ["48 US military strikes on vessels: at least 155 killed as announced"] },
        { by: "Luis", parts: ["1 US military strike on vessels", "6 killed as announced"] },
      ],
    },
    {
      says: {
        en: "The six were copied wrongly: seven. Vigía has no command for corrections yet, so the record is mended in the data file and Vigía started again. No channel is told; that comes with the command.",
        es: "Los seis se copiaron mal: son siete. Vigía aún no tiene un comando para corregir: se arregla el archivo de datos y se la inicia de nuevo. A ningún canal se le avisa; eso llega con el comando.",
      },
      does: [
        { bot: "off" },
        {
          data: "strikes.json",
          record: "2026-03-08",
          becomes: { figures: [{ measure: "killed", low: 7, high: 7, by: southcom, date: "2026-03-08" }] },
        },
        { bot: "on" },
        { who: "Luis", types: "/strikes" },
        { who: "Luis", types: "/strikes since:2026-03-08 until:2026-03-08" },
      ],
      sees: [
        { by: "Luis", parts: ["48 US military strikes on vessels: at least 156 killed as announced"] },
        { by: "Luis", parts: ["1 US military strike on vessels", "7 killed as announced"] },
      ],
      never: [anything, { by: "Luis", parts: ["1 US military strike on vessels", "6 killed"] }],
    },
  ],
};
