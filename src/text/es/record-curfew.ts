// Words of declaring and changing curfews by hand, in Spanish: seen by members of the team only, but for the title and effects of a decree.
export const recordCurfew = {
  title: "Registrar un toque de queda",
  changeTitle: {
    changed: "La autoridad lo cambió",
    updated: "Una fuente lo revisó",
    corrected: "Lo teníamos mal",
  },
  field: {
    decree: "Decreto y quién lo declara",
    decreeHint: "Decreto 329, Presidencia. La coma va antes de quién lo declara",
    nights: "Noches",
    nightsHint: "15 mar. - 30 mar.; esta noche; desde esta noche hasta nuevo aviso",
    rules: "Horas y lugares, una línea cada uno",
    rulesHint: "23:00-05:00 Guayas, El Oro excepto Playas; una noche aparte: 20 mar.: sin toque Durán",
    who: "Quién puede salir y quién no (opcional)",
    whoHint: "Una línea cada uno. Empieza con «no:» para quien expresamente no puede salir",
    links: "Enlaces a las fuentes (https)",
    linksHint: "Uno o más, uno por línea. La página de una autoridad cuenta como oficial",
    ends: "Terminó antes (vacío: no)",
    endsHint: "ahora; hoy 22:00; Durán: hoy 22:00; si lo anuló una corte: corte: 16 mar. 05:00",
    reason: "Quién lo dice y por qué",
    reasonHint: "Presidencia: bajaron los incidentes. Antes de los dos puntos, quién lo dice",
    link: "Enlace a la fuente (https)",
  },
  blankHours: "??-??",
  curfewIn: (places: string) => `Toque de queda en ${places}`,
  places: (count: number) => `${count} lugares`,
  readThatDay: "leído ese día",

  line: (line: string, why: string) => `No puedo leer la línea «${line}»: ${why}`,
  fault: {
    hours: "faltan las horas o no están claras. Escríbela como 23:00-05:00 Guayas, o como 20 mar.: sin toque Durán.",
    ambiguous: (what: string) =>
      `«${what}» puede ser de la mañana o de la noche. Escríbelo en 24 horas, por ejemplo 23:00-05:00.`,
    midnight: "24:00 como inicio es ya del día siguiente. Escribe 00:00 y el día en que el reloj marca esa medianoche.",
    "no-hour": (what: string) =>
      `«${what}» lleva una hora o un número de días que no existe. Escríbelo como 23:00-05:00.`,
    "no-places": "no nombra ningún lugar. Escríbela como 23:00-05:00 Guayas, Los Ríos.",
    night: (what: string) => `«${what}» no es un día que pueda leer. Escríbelo como 20 mar.: o 20 mar. - 25 mar.:.`,
    backwards: (what: string) => `«${what}» termina antes de empezar.`,
    number: (what: string) => `habla de la línea ${what}, y entre las horas de arriba no hay ninguna con ese número.`,
    "except-night": (what: string) =>
      `«${what}» no va con una sola noche. Escríbelo como 20 mar.: 21:00-05:00 Guayas, una línea por horario.`,
    several: (what: string, labels: string) => `«${what}» puede ser ${labels}. Escribe uno tal como está aquí.`,
    "unknown-place": (what: string, nearest: string) =>
      `ningún lugar se llama «${what}».${nearest === "" ? " Revisa cómo se escribe, por ejemplo Guayas, Durán." : ` Lo más parecido: ${nearest}.`}`,
    ending: (what: string) =>
      `«${what}» no es un momento que pueda leer. Escribe ahora, hoy 22:00 o Durán: 16 mar. 22:00.`,
  },
  noRules: "Faltan las horas y los lugares. Escribe una línea como 23:00-05:00 Guayas, Los Ríos.",
  badNights: (what: string) =>
    `«${what}» no son noches que pueda leer. Escribe 15 mar. - 30 mar., esta noche, o desde esta noche hasta nuevo aviso.`,
  nightsBackwards: "La última noche está antes de la primera. Escríbelo como 15 mar. - 30 mar.",
  noDecree: "Falta quién lo declara. Escríbelo como Decreto 329, Presidencia.",
  noReason: "Falta quién lo dice y por qué. Escríbelo como Presidencia: bajaron los incidentes.",
  countries: (places: string) =>
    `Estos lugares están en países distintos: ${places}. Registra un toque de queda para cada uno.`,
  notWithin: (part: string, places: string) => `${part} no es parte de ${places}, así que no se puede exceptuar ahí.`,
  tooManyLinks: (most: number) => `Pon a lo sumo ${most} enlaces.`,
  tooLong: "Este decreto es demasiado largo para un formulario. Cámbialo en los archivos de datos.",
  gone: "Ese toque de queda ya no está en el registro. Escribe el comando otra vez.",
  nothing: "Nada es distinto de lo registrado. Cambia las noches, las horas y lugares, o di que terminó.",

  sameDecree: (what: string) =>
    `Este decreto parece estar registrado ya: ${what}. Cambia ese en vez de registrarlo dos veces.`,
  overlapping: (what: string) => `Ya está registrado para algunos de estos lugares y noches: ${what}.`,
  changeIt: "Cambiar ese",
  stale: "Alguien cambió este toque de queda después de que abriste el formulario; nada se sobrescribe. Ahora dice:",
  fromNow: "Empezar desde lo que vale ahora",
  noNotice: "Nada cambia en las horas que vienen: no se avisa a ningún canal.",
  readAs: (kind: string, places: string) => `Lugares como se leyeron, ${kind}: ${places}`,
  nights: (nights: string) => `Noches: ${nights}`,
  rule: (line: string) => `Horas y lugares: ${line}`,
  announced: (count: number) =>
    count === 0
      ? "Ningún canal sigue estos lugares: no se avisa a nadie."
      : `Se avisa enseguida en ${count} ${count === 1 ? "canal que sigue" : "canales que siguen"} estos lugares.`,
  later: (moment: string) =>
    `Las noches posteriores a la que empieza el ${moment} se dan como NO SE SABE hasta que alguien las confirme.`,
  partial: "En esas horas, todo lugar del país que no está nombrado se da como NO SE SABE.",
  notAll: "No dice que no haya otros toques de queda: eso lo dice /registrar revisado.",
  declared: (day: string) => `Declarado el ${day}, según se leyó aquí; sanción: no indicada.`,
  notStated: "Quién lo declara se registra como no indicado.",
  openExempt: "Quién puede salir se registra como no indicado.",
  official: (site: string) => `${site} es el sitio de una autoridad: basta una persona.`,
  second:
    "Afloja una medida y no cita el sitio de una autoridad: lo tiene que confirmar una segunda persona. Hasta entonces nada cambia.",
  tightens: "No afloja nada: basta una persona.",
  lifted: (moment: string, places: string) =>
    `Se registra como levantado por la autoridad desde el ${moment}${places}.`,
  court: (moment: string, places: string) => `Se registra como anulado por una corte desde el ${moment}${places}.`,
  recorded: (what: string, channels: string) => `Registrado: ${what}. ${channels}`,

  effect: {
    nights: (was: string, is: string) => `noches ${is} (antes: ${was})`,
    rules: (was: string, is: string) => `horas y lugares ${is} (antes: ${was})`,
    lifted: (moment: string, places: string) => `levantado desde el ${moment}${places}`,
    annulled: (moment: string, places: string) => `anulado desde el ${moment}${places}`,
    held: "un fin registrado antes ya no cuenta",
    long: "cambiaron las horas y los lugares",
    none: "ninguno",
  },
};
