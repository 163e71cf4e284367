// Words of /curfew as it is asked: how a time was read, several places, spans; in Spanish.
export const ask = {
  readAs: (when: string, why: string) => `Leído como ${when}${why === "" ? "" : `: ${why}`}`,
  note: {
    passed: (hour: string) => `${hour} ya pasó hoy, se tomó la próxima vez`,
    running: "después de medianoche, esta noche es la que está corriendo",
    half: (hours: readonly (readonly string[])[]) =>
      `podía ser ${hours.map((one) => one.join(" o ")).join(", ")}, se tomó la próxima; con 24 horas, a. m. o p. m. no queda duda`,
    dayFirst: (other: string) => `primero el día, después el mes; si era al revés, escribe ${other}`,
    midnight: (day: string) => `la medianoche en que termina el ${day}`,
    weekday: (day: string) => `se tomó la fecha, que es ${day}`,
    coming: (day: string) => `el próximo, ${day}; para el siguiente escribe su fecha`,
    year: (year: string) => `sin año, el más cercano es ${year}`,
    gap: (hour: string, read: string) => `${hour} no existe esa noche: se adelanta el reloj, y se tomó ${read}`,
    twice: (hour: string, taken: "first" | "second", exact: string) =>
      `${hour} se repite esa noche: se atrasa el reloj, y se tomó la ${{ first: "primera", second: "segunda" }[taken]} vez (${exact})`,
    wholeDays: "los días sin hora van completos, hasta las 24:00",
    clock: (place: string) => `según el reloj de ${place}, el primer lugar nombrado`,
  },
  long: (days: number, example: string) =>
    `Eso dura más de ${days} días y no cabe en una respuesta. Pregunta por menos, por ejemplo ${example}.`,
  backwards: (example: string) => `Eso termina antes de empezar. Escribe primero el inicio, por ejemplo ${example}.`,
  spanExample: "viernes 22:30 - sábado 01:15",

  tooMany: (count: number, most: number) =>
    `${count} lugares son demasiados para una respuesta: se puede preguntar por ${most} a la vez.`,
  noPieces: "Escribe un lugar, o hasta cinco separados por comas.",
  unknownPiece: (typed: string) => `Aquí ningún lugar se llama «${typed}». ¿Cuál es?`,
  kept: (places: string) => `Quedan: ${places}.`,
  leaveOut: "Dejarlo fuera",

  notIn: (places: string) => `no en ${places}`,
  notInUntil: (places: string, moment: string) => `no en ${places} hasta el ${moment}; después NO SE SABE`,
  from: (moment: string, places: string) => `desde ${moment} en ${places}`,
  unknownIn: (places: string) => `NO SE SABE en ${places}`,
  unknownWhether: (places: string, when: { moment?: string; tense: "past" | "present" | "future" }) =>
    `NO SE SABE en ${places} si ${{ past: "hubo", present: "hay", future: "habrá" }[when.tense]} toque de queda ${when.moment === undefined ? "ahora" : `el ${when.moment}`}`,
  noneAnnouncedIn: (places: string) => `${places}: ninguno anunciado`,
  noneAnnouncedUntilIn: (places: string, moment: string) =>
    `${places}: ninguno anunciado hasta el ${moment}; desde entonces NO SE SABE`,
  field: { span: "Tu horario", readAs: "Leído como" },

  allOf: (span: string) => `TOQUE DE QUEDA todo el tiempo: ${span}`,
  partOf: (span: string) => `TOQUE DE QUEDA en parte del ${span}`,
  runs: (since: string, until: string | undefined) =>
    until === undefined ? `Empezó el ${since}, sin fin anunciado` : `Va del ${since} al ${until}`,
  fromHour: (hour: string) => `desde ${hour}`,
  untilHour: (hour: string) => `hasta ${hour}`,
  fromTo: (from: string, to: string) => `desde ${from} hasta ${to}`,
  throughout: "todo el tiempo",
  endsWithin: (hour: string) => `hasta ${hour}; desde entonces tu horario queda fuera`,
  lastMinute: (moment: string) => `Último minuto antes: ${moment}`,
  lastMinuteFirst: (moment: string) => `Último minuto antes del primero: ${moment}`,
  noneFor: (span: string, places: string) => `Sin toque en ${places} durante todo este tiempo: ${span}`,
  unknownPart: (span: string, places: string) => `NO SE SABE en ${places} para parte del ${span}`,
  unknownAt: (parts: string) => `NO SE SABE ${parts}`,
  noneAt: (parts: string) => `Sin toque ${parts}`,
  unknownSome: (places: string) => `NO SE SABE, en todo o en parte de ese tiempo, en ${places}`,
  line: { inForce: "TOQUE DE QUEDA", notInForce: "sin toque", unknown: "NO SE SABE" },
};
