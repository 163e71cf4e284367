// Palabras del historial de un registro: solo las ve el equipo.
export const history = {
  title: (what: string, count: number) =>
    `${what}: ${count} ${count === 1 ? "versión" : "versiones"}, la más nueva primero`,
  version: (n: number, word: string, moment: string) => `${n} · ${word} · ${moment}`,
  first: "REGISTRADO",
  next: "REGISTRADO DE NUEVO",
  by: (who: string) => `Por ${who}`,
  data: (origin: string) => `un archivo de datos (${origin})`,
  somebody: "alguien del equipo",
  known: (moment: string) => `Se sabe desde el ${moment}`,
  confirmed: (who: string) => `Confirmado por ${who} como segunda persona`,
  reason: (reason: string) => `Motivo: ${reason}`,
  says: (who: string) => `Quién lo dice: ${who}`,
  official: "fuente de la propia autoridad",
  none: "Nada está registrado con ese nombre.",
  noMessage: "Este mensaje no muestra ningún registro nuestro: no hay historial que mostrar.",
  notHere: "Solo un aviso o una respuesta compartida de Vigía en este servidor tiene historial.",
  asKnown: (moment: string) => `Según lo que se sabía el ${moment}:`,
  notKnown: (moment: string, what: string) =>
    `Según lo que se sabía el ${moment}: aún no había nada registrado de esto. Hoy es: ${what}`,
  goneThen: (moment: string, what: string) => `Según lo que se sabía el ${moment}: retirado, no usar. Era: ${what}`,
  badTime: (typed: string) =>
    `No pude leer «${typed}» como una hora pasada. Escribe por ejemplo 2026-03-16 10:00, o «ayer 18:00».`,
  future: "Esa hora aún no llega. Escribe una que ya pasó, por ejemplo «ayer 18:00».",
};
