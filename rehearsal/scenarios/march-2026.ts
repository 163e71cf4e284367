// The curfew of Decreto 329: four provinces, 16 nights, 15 to 31 March 2026, and what is known when it is over.
import type { Scenario } from "./scenario.ts";

const SOON = "⏰ Toque de queda hoy";
const BEGAN = "🔴 TOQUE DE QUEDA AHORA";
const OVER = "⚪ Terminó el toque, 05:00";
const PROVINCES = ["Guayas", "Los Ríos", "El Oro", "Santo Domingo"];
const anything = { in: "alertas", parts: [] };
const late = { in: "alertas", parts: ["atraso"] };
const unknown = { in: "alertas", parts: ["NO SE SABE"] };

export const march2026: Scenario = {
  name: "march-2026",
  title: {
    en: "Sixteen nights of curfew in four provinces, March 2026",
    es: "Dieciséis noches de toque de queda en cuatro provincias, marzo de 2026",
  },
  startAt: "2026-03-15T22:50:00-05:00",
  steps: [
    {
      says: {
        en: "Ten minutes before the first night Ana subscribes #alertas in Spanish and Mei #redaccion in English.",
        es: "Diez minutos antes de la primera noche, Ana suscribe #alertas en español y Mei #redaccion en inglés.",
      },
      does: [
        { who: "Ana", types: "/alertas suscribir canal:#alertas plantilla:plain" },
        { who: "Ana", presses: "Guardar" },
        { who: "Mei", types: "/alerts subscribe channel:#redaccion preset:plain" },
        { who: "Mei", presses: "Save" },
      ],
      sees: [
        { by: "Ana", parts: ["Desde ahora llegan avisos a", "el toque empieza hoy 23:00"] },
        { by: "Mei", parts: ["from now on", "curfew begins tonight 23:00"] },
      ],
      never: [anything],
    },
    {
      says: {
        en: "Luis, in New York, asks for Guayas: no curfew yet, tonight at 23:00, and who is exempt.",
        es: "Luis, en Nueva York, pregunta por Guayas: todavía no hay toque, esta noche a las 23:00, y quién está exento.",
      },
      does: [{ who: "Luis", types: "/curfew place:guayas" }],
      sees: [{ by: "Luis", parts: ["⚪ No curfew now in Guayas", "tonight, Sun 15 Mar 23:00", "health services"] }],
    },
    {
      says: {
        en: "23:00: it begins. Each channel is told once, in its own language.",
        es: "23:00: empieza. A cada canal se le avisa una vez, en su idioma.",
      },
      does: [{ clock: "2026-03-15T23:01:00-05:00" }],
      sees: [
        {
          in: "alertas",
          parts: [BEGAN, "hasta el lunes 16 mar. 05:00 en 4 provincias (hora de Ecuador)", ...PROVINCES],
        },
        {
          in: "redaccion",
          parts: ["🔴 CURFEW NOW until Mon 16 Mar 05:00 in 4 provinces (Ecuador time)", ...PROVINCES],
        },
      ],
      never: [late],
    },
    {
      says: {
        en: "05:00: the first night is over, and the notice names the next.",
        es: "05:00: termina la primera noche, y el aviso nombra la siguiente.",
      },
      does: [{ clock: "2026-03-16T05:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: [OVER, "Próximo: hoy 23:00", ...PROVINCES] },
        { in: "redaccion", parts: ["⚪ Curfew over at 05:00", "Next: today 23:00", ...PROVINCES] },
      ],
    },
    {
      says: {
        en: "Seven more nights: seven warnings two hours before, seven begins, seven ends. Of the other twenty provinces nobody knows from 16 March, 06:00: told at once, and once more after the six hours of the 20th in which it is known again.",
        es: "Siete noches más: siete anuncios dos horas antes, siete comienzos, siete finales. De las otras veinte provincias nadie sabe desde el 16 de marzo, 06:00: se avisa enseguida, y otra vez después de las seis horas del 20 en que se vuelve a saber.",
      },
      does: [{ clock: "2026-03-23T12:00:00-05:00" }],
      sees: [
        { in: "alertas", parts: [SOON, "23:00 -> ", ...PROVINCES], times: 7 },
        { in: "alertas", parts: [BEGAN, ...PROVINCES], times: 7 },
        { in: "alertas", parts: [OVER, ...PROVINCES], times: 7 },
        { in: "redaccion", parts: ["⏰ Curfew at 23:00 tonight", ...PROVINCES], times: 7 },
        { in: "redaccion", parts: ["🔴 CURFEW NOW", ...PROVINCES], times: 7 },
        { in: "redaccion", parts: ["⚪ Curfew over", ...PROVINCES], times: 7 },
        { in: "alertas", parts: ["❔ NO SE SABE ahora", "Ecuador excepto Guayas", "desde el lunes 16 mar. 06:00"] },
        { in: "alertas", parts: ["🔎 Se vuelve a saber", "desde el viernes 20 mar. 00:00", "Ahora: sin toque"] },
        { in: "alertas", parts: ["❔ NO SE SABE ahora", "Ecuador excepto Guayas", "desde el viernes 20 mar. 06:15"] },
        { ...anything, times: 24 },
      ],
      never: [late],
    },
    {
      says: {
        en: "In the ninth night Vigía is killed and comes back; the night's end is still told, once.",
        es: "En la novena noche Vigía se cae de golpe y vuelve; el final de la noche se avisa igual, una vez.",
      },
      does: [
        { clock: "2026-03-24T01:00:00-05:00" },
        { bot: "killed" },
        { who: "Ana", types: "/toque-de-queda lugar:guayaquil" },
        { clock: "2026-03-24T05:01:00-05:00" },
      ],
      sees: [
        { by: "Ana", parts: ["🔴 TOQUE DE QUEDA AHORA en Guayaquil hasta el martes 24 mar. 05:00"] },
        { in: "alertas", parts: [`${SOON} lunes 23 mar. 23:00 -> martes 05:00 en 4 provincias`] },
        { in: "alertas", parts: [BEGAN] },
        { in: "alertas", parts: [OVER] },
        { ...anything, times: 3 },
      ],
    },
    {
      says: {
        en: "Six nights more, and the last one begins on Monday 30 March: already its warning says that nothing is known after it.",
        es: "Seis noches más, y la última empieza el lunes 30 de marzo: ya su anuncio dice que después no se sabe nada.",
      },
      does: [{ clock: "2026-03-30T23:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: [SOON], times: 7 },
        { in: "alertas", parts: [BEGAN], times: 7 },
        { in: "alertas", parts: [OVER], times: 6 },
        {
          in: "alertas",
          parts: [`${SOON} lunes 30 mar. 23:00 -> martes 05:00 en 4 provincias`, "❔ Después: NO SE SABE"],
        },
        { ...unknown, times: 1 },
      ],
      never: [late],
    },
    {
      says: {
        en: "05:00 on 31 March: the last announced night is over, and from then on nothing is known. Silence would look like safety.",
        es: "05:00 del 31 de marzo: termina la última noche anunciada, y desde ahí no se sabe nada. Callar parecería tranquilidad.",
      },
      does: [{ clock: "2026-03-31T05:01:00-05:00" }],
      sees: [
        { in: "alertas", parts: ["⚪ Terminó la última noche anunciada", "NO SE SABE", ...PROVINCES] },
        { in: "redaccion", parts: ["⚪ Last announced night over", "NOT KNOWN", ...PROVINCES] },
      ],
    },
    {
      says: {
        en: "The night after, nothing more has come, and whoever asks is told that it is not known.",
        es: "La noche siguiente no ha llegado nada más, y a quien pregunta se le dice que no se sabe.",
      },
      does: [
        { clock: "2026-04-01T06:00:00-05:00" },
        { who: "Luis", types: "/curfew place:guayas" },
        { who: "Ana", types: "/toque-de-queda lugar:guayas" },
      ],
      sees: [
        { by: "Luis", parts: ["❔ NOT KNOWN whether Guayas has a curfew now", "31 Mar 2026"] },
        { by: "Ana", parts: ["❔ NO SE SABE si hay toque de queda ahora en Guayas", "31 mar. 2026"] },
      ],
      never: [anything, { in: "redaccion", parts: [] }],
    },
  ],
};
