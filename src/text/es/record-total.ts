// Words of recording a total that others quote, in Spanish: seen by members of the team only.
const apart = ({ from, to }: { from: string | undefined; to: string }) =>
  from === undefined ? `${to} o menos` : from === to ? to : `de ${from} a ${to}`;

export const recordTotal = {
  title: "Registrar un total que citan otros",
  titleChange: "Cambiar un total que citan otros",
  field: {
    date: { label: "Día del total", description: "2026-03-08, hoy, ayer" },
    killed: { label: "Muertos", description: "151, o: al menos 157" },
    hits: { label: "Ataques o embarcaciones, si constan", description: "45 ataques, o: 45 ataques, 46 embarcaciones" },
    who: { label: "Quién lo cita", description: "AP, CNN, Pentágono" },
    link: { label: "Enlace (https)", description: "https://apnews.com/article/123" },
    otherLink: { label: "Enlace, si es otra página", description: "Vacío: los enlaces quedan como están" },
    reason: { label: "Por qué se cambia", description: "AP corrigió su texto el mismo día" },
  },
  badKilled: (typed: string) => `«${typed}» no es un total que pueda leer. Escribe 151, o: al menos 157.`,
  badHits: (typed: string) =>
    `«${typed}» no es un número de ataques o embarcaciones que pueda leer. Escribe 45 ataques, o: 45 ataques, 46 embarcaciones; o déjalo vacío.`,
  noWho: "Falta quién cita el total, por ejemplo AP.",
  noReason: "Falta el motivo: basta una frase.",
  nothing: "No se cambió nada: todo está como consta en el registro.",
  gone: "Ese total se retiró entretanto.",
  moved: (what: string) => `Alguien lo cambió desde que abriste el formulario: ${what}`,
  sameDay: (what: string) => `Ya hay un total de ese día: ${what} Confirma solo si este es otro.`,
  lower: (what: string) => `Es menor que un total anterior de la misma fuente: ${what}`,
  higher: (what: string) => `Es mayor que un total posterior de la misma fuente: ${what}`,
  ours: (day: string, count: string) => `Nuestro conteo hasta el ${day}: ${count}.`,
  difference: (
    announced: { from: string | undefined; to: string },
    presumed: { from: string | undefined; to: string },
  ) =>
    `Diferencia con el nuestro: ${apart(announced)} según lo anunciado, ${apart(presumed)} con los dados por muertos.`,
  shown: "/ataques lo muestra junto a nuestro conteo de ese día; no se avisa en ningún canal.",
};
