// A night of strikes, all invented: each is recorded by hand and told once, an old one is recorded in silence, and a figure is raised.
import type { Scenario } from "./scenario.ts";

const news = { in: "alertas", parts: ["NUEVO · Ataque de EE. UU. a una embarcación"] };
const anything = { in: "alertas", parts: [] };

/** The form of /registrar ataque, filled in. */
const five = (told: string, region: string, killed: string, link: string) => ({
  statement: "Murieron personas en una embarcación.",
  told,
  region,
  killed,
  link: `https://example.org/${link}`,
});

export const strikeNight: Scenario = {
  name: "strike-night",
  title: {
    en: "A night of strikes with a figure raised (the strikes are invented)",
    es: "Una noche de ataques con una cifra que sube (los ataques son inventados)",
  },
  startAt: "2026-03-17T21:00:00-05:00",
  steps: [
    {
      says: {
        en: "Ana subscribes #alertas. Luis asks what was known until now: 45 strikes.",
        es: "Ana suscribe #alertas. Luis pregunta qué se sabía hasta ahora: 45 ataques.",
      },
      does: [
        { who: "Ana", types: "/alertas suscribir canal:#alertas plantilla:plain" },
        { who: "Ana", presses: "Guardar" },
        { who: "Luis", types: "/strikes" },
      ],
      sees: [
        { by: "Ana", parts: ["Desde ahora llegan avisos a"] },
        { by: "Luis", parts: ["45 US military strikes on vessels: 146 killed as announced"] },
      ],
    },
    {
      says: {
        en: "Ana records a strike. Before she confirms it stands nowhere but on her card.",
        es: "Ana registra un ataque. Antes de confirmar solo está en su tarjeta.",
      },
      does: [
        { who: "Ana", types: "/registrar ataque" },
        { who: "Ana", submits: five("hoy, anunciado", "eastern-pacific", "3", "first") },
      ],
      sees: [{ by: "Ana", parts: ["Aún no está registrado", "3 muertos", "Se avisa en 1 canal"] }],
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
        { who: "Ana", types: "/registrar ataque" },
        { who: "Ana", submits: five("hoy, anunciado", "caribbean", "al menos 2", "second") },
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
        { who: "Ana", types: "/registrar ataque" },
        { who: "Ana", submits: five("2026-03-13, reporte", "caribbean", "4", "late") },
        { who: "Ana", presses: "Confirmar" },
      ],
      sees: [
        { by: "Ana", parts: ["Aún no está registrado", "Se registra y no se avisa"] },
        { by: "Ana", parts: ["Registrado:", "No se avisa."] },
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
        en: "SOUTHCOM raises the figure of the first one, 3 to 4: #alertas reads UPDATED as an answer, and the first notice is put right.",
        es: "El Comando Sur sube la cifra del primero, de 3 a 4: #alertas lee ACTUALIZADO como respuesta y el primer aviso queda corregido.",
      },
      does: [
        { who: "Ana", types: "/registrar corregir qué:pacífico oriental 17 mar. 2026" },
        { who: "Ana", presses: "ACTUALIZADO" },
        {
          who: "Ana",
          submits: { killed: "4", reason: "example.org: subió la cifra", link: "https://example.org/first-again" },
        },
        { who: "Ana", presses: "Confirmar" },
      ],
      sees: [{ in: "alertas", parts: ["ACTUALIZADO 3 -> 4 muertos"] }],
    },
    {
      says: {
        en: "Luis counts once more: one killed more, the same 48 strikes.",
        es: "Luis cuenta otra vez: un muerto más, los mismos 48 ataques.",
      },
      does: [{ who: "Luis", types: "/strikes" }],
      sees: [{ by: "Luis", parts: ["48 US military strikes on vessels: at least 156 killed as announced"] }],
    },
  ],
};
