// Words of what was checked and what is not known, in Spanish.
export const knowledge = {
  unknownNow: (moment: string, places: string) =>
    `NO SE SABE ahora si hay toque de queda en ${places}, desde el ${moment}`,
  unknownSince: (moment: string, places: string) => `NO SE SABE si hay toque de queda en ${places}, desde el ${moment}`,
  changesNow: (moment: string, places: string) => `NO SE SABE ahora si algo cambió en ${places}, desde el ${moment}`,
  changesSince: (moment: string, places: string) => `NO SE SABE si algo cambió en ${places}, desde el ${moment}`,
  changesToo: "si eso cambió, NO SE SABE",
  running: (places: string, until: string) => `TOQUE DE QUEDA AHORA en ${places} ${until}, según lo declarado`,
  hours: (hours: string, decree: string) => `${hours} por el ${decree}`,
  declaredIn: (places: string, hours: string) => `Según lo declarado en ${places}: ${hours}`,
  declared: (hours: string) => `Según lo declarado: ${hours}`,
  nextAt: (when: string) => `próximo ${when}`,
  nobody: (moment: string) => `nadie ha revisado desde el ${moment}`,
  endsThere: "hasta ahí llega nuestra información",
  notCheckedInParts: (moment: string) => `en partes, sin revisar desde el ${moment}`,
  notCheckedSince: (moment: string) => `sin revisar desde el ${moment}`,
  notNone: "Eso no significa que no haya",
  stays: "Mientras nadie revise, no se puede contar con que llegue un aviso de un toque nuevo o de un cambio allí.",
  restored: (moment: string, places: string) =>
    `Se vuelve a saber si hay toque de queda en ${places}, desde el ${moment}`,
  now: (state: string) => `Ahora: ${state}`,
  field: {
    unknown: "NO SE SABE",
    declared: "Según lo declarado",
    known: "Se vuelve a saber",
    since: "Desde cuándo, en tu hora",
  },

  checked: (moment: string, until: string) => `revisado el ${moment}, vale hasta el ${until}`,
  reaches: (moment: string) => `nuestra información llega hasta el ${moment}`,

  due: (places: string, moment: string) =>
    `¿Hay algo nuevo? Se sabe hasta el ${moment}: ${places}. Revisa las fuentes y pulsa un botón`,
  overdue: (places: string, moment: string) =>
    `¿Hay algo nuevo? Ya no se sabe desde el ${moment}: ${places}. Revisa las fuentes y pulsa un botón`,
  dueField: { now: "Lo que se sabe", ends: "Vale hasta", otherwise: "Si nadie responde" },
  otherwise: (moment: string) =>
    `Desde el ${moment} la respuesta es NO SE SABE, y se avisa a los canales que siguen esos lugares.`,
  otherwiseNow: "La respuesta es NO SE SABE, y se avisa a los canales que siguen esos lugares.",
  holds: (hours: number) => `«Nada nuevo» vale por ${hours} h desde que se pulsa.`,
  nothingNew: "Nada nuevo: revisado",
  changed: "Algo cambió",
  done: (places: string, until: string) => `Revisado, nada nuevo: ${places}. Vale hasta el ${until}`,
  doneElsewhere: (places: string, until: string) =>
    `Se revisó entretanto, no se escribió nada: ${places}. Lo que se sabe vale hasta el ${until}`,
  by: (name: string | undefined, moment: string) => `Por ${name ?? "un miembro del equipo"}, ${moment}`,
  tooOld:
    "Esta pregunta tiene más de un día y muestra lo que se sabía entonces. No se escribió nada. «/registrar revisado» muestra lo que se sabe ahora.",

  card: "Aún no está registrado. Esto es lo que se leerá:",
  cardAgain: "⚠️ Lo que se sabe allí cambió entretanto. Aún no se registró nada. Esto es lo que se leerá ahora:",
  cardOld: "⚠️ Esta tarjeta tenía más de 15 minutos. Aún no se registró nada. Esto es lo que se leerá ahora:",
  ifConfirmed: "Si confirmas",
  confirms: (place: string, from: string, until: string) =>
    `Se dan por conocidos todos los toques de ${place} desde el ${from} hasta el ${until}.`,
  unlisted: "Donde aquí no conste un toque, se leerá «Sin toque».",
  asks: "Confirma solo si revisaste las fuentes y aquí no falta nada.",
  soFar: "Hasta ahora",
  knownSoFar: (moment: string) => `se sabe hasta el ${moment}`,
  unknownSoFar: (moment: string) => `no se sabe desde el ${moment}`,
  neverKnown: "no se sabe",
  confirm: "Confirmar",
  recorded: (place: string, from: string, until: string) =>
    `Registrado: se dan por conocidos todos los toques de ${place} desde el ${from} hasta el ${until}.`,
  same: (place: string, until: string) =>
    `Ya estaba registrado, no se escribió dos veces: ${place}, hasta el ${until}.`,
  badSince: (typed: string) =>
    `No pude leer «${typed}» como una hora pasada. Escribe desde cuándo has revisado, por ejemplo «ayer 18:00» o «09:30», o no pongas nada.`,
  future: (moment: string) => `El ${moment} aún no llega. Escribe desde cuándo has revisado, o no pongas nada.`,
  tooLongAgo:
    "Una revisión llega a lo sumo 31 días atrás. Lo anterior se registra con sus fuentes, en los archivos de datos.",
  basis: "revisado por un miembro del equipo: nada más que lo que consta aquí",
};
