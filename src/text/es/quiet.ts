// Words of quiet hours and pauses, in Spanish: the note at their end, the word that alerts are paused, “/alertas pausar” and “/alertas reanudar”.
export const quiet = {
  over: { hours: "Terminaron las horas de silencio", pause: "Terminó la pausa" },
  more: (count: number) =>
    count === 0 ? "" : count === 1 ? "; 1 aviso más quedó en espera" : `; ${count} avisos más quedaron en espera`,
  one: {
    hours: (line: string) => `En horas de silencio: ${line}`,
    pause: (line: string) => `En la pausa: ${line}`,
  },
  many: (count: number, kinds: string) => `: ${count} avisos quedaron en espera (${kinds})`,
  field: {
    now: "Sigue vigente",
    held: "Mientras tanto",
    comes: "Sigue llegando",
    waits: "Queda en espera",
    ask: "Hasta entonces",
  },
  rest: (count: number) => `y ${count} más: «/alertas motivo» los muestra`,

  begun: (until: string) => `Avisos EN PAUSA aquí hasta el ${until}`,
  begunOpen: "Avisos EN PAUSA aquí hasta que alguien los reanude",
  stillComes: "Los cambios y las correcciones siguen llegando",
  by: (name: string | undefined) => `Los puso en pausa ${name ?? "alguien de este servidor"}.`,
  comes: [
    "los cambios de un toque de queda y las correcciones de lo que consta aquí",
    "el fin de un toque cuyo comienzo se mostró aquí",
    "que ya NO SE SABE si hay toque de queda, donde rige uno o está cerca",
  ],
  waits: "Todo lo demás. Al terminar, una sola nota dice qué sigue vigente y qué quedó en espera.",
  ask: "El silencio aquí no dice nada sobre los toques de queda: «/toque-de-queda» responde como siempre.",
  askThere: "Ese silencio no dice nada sobre los toques de queda: «/toque-de-queda» responde como siempre.",
  ends: (stamp: string) => `Fin de la pausa: ${stamp}`,
  noEnd: "No tiene fin: la pausa no termina por sí sola.",
  resume: "Reanudar",
  /** En lugar del aviso de la pausa. */
  ended: {
    resumed: (since: string) => `Los avisos llegan aquí otra vez desde el ${since}: alguien terminó la pausa`,
    replaced: (since: string) => `Otra pausa reemplazó a esta el ${since}: su propio mensaje dice hasta cuándo`,
  },

  paused: (channel: string, until: string) =>
    `Los avisos a ${channel} están en pausa hasta el ${until}. Un mensaje allí lo dice.`,
  pausedOpen: (channel: string) =>
    `Los avisos a ${channel} están en pausa hasta que alguien los reanude. Un mensaje allí lo dice. La pausa no termina por sí sola: se termina con «/alertas reanudar».`,
  replaced: "Reemplaza la pausa anterior.",
  resumed: (channel: string) =>
    `Los avisos llegan otra vez a ${channel}. Lo que quedó en espera y sigue vigente llega en una sola nota.`,
  resumedNothing: (channel: string) => `Los avisos llegan otra vez a ${channel}. No había nada en espera.`,
  hoursGoOn: (until: string) =>
    `Las horas de silencio siguen allí hasta el ${until}: lo que llegue mientras tanto espera hasta entonces.`,
  notPaused: (channel: string) => `Los avisos de ${channel} no están en pausa; no se cambió nada.`,
  closed: (channel: string, since: string) =>
    `Vigía no puede publicar en ${channel} desde el ${since}. Eso termina por sí solo cuando pueda otra vez; entonces llega lo que está en espera.`,
  none: (channel: string) =>
    `A ${channel} no llegan avisos, así que no hay nada que pausar. Con «/alertas suscribir» empiezan.`,
  noneToResume: (channel: string) =>
    `A ${channel} no llegan avisos, así que no hay pausa que terminar. Con «/alertas suscribir» empiezan.`,
  unreadable: (typed: string) =>
    `No pude leer «${typed}» como fin de la pausa. Escribe por ejemplo «8h», «3 días» o «mañana 6am», o no pongas nada: entonces dura hasta que alguien la termine.`,
  past: (moment: string) => `«${moment}» ya pasó. Escribe por ejemplo «8h» o «mañana 6am».`,
  tooLong: "Una pausa dura a lo sumo 30 días. Si no pones fin, dura hasta que alguien la termine.",
  until: (moment: string) => `hasta el ${moment}`,
  openUntil: "hasta que alguien la termine",
};
