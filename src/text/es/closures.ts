// Words about a channel that takes no alerts, for those who look after it, in Spanish.
export const closures = {
  closed: (channel: string, since: string) => `Los avisos de ${channel} NO están llegando desde el ${since}`,
  closedAgain: (channel: string, since: string) =>
    `Los avisos de ${channel} otra vez NO están llegando, desde el ${since}`,
  untaken: (said: string) => `Nadie se ha hecho cargo en una hora: ${said}`,
  over: (channel: string, opened: string, since: string) =>
    `Resuelto: los avisos de ${channel} llegan otra vez. No llegó ninguno desde el ${since} hasta el ${opened}`,
  overUntold: (channel: string, since: string) =>
    `Resuelto: los avisos de ${channel} llegan otra vez. Habían dejado de llegar el ${since}`,
  ended: (channel: string, since: string) =>
    `${channel} ya no tiene avisos: se terminó su suscripción. No se pudo publicar allí desde el ${since}`,
  open: (channel: string, opened: string, since: string) =>
    `Los avisos de ${channel} llegan otra vez. No llegó ninguno desde el ${since} hasta el ${opened}`,
  why: {
    forbidden: "Vigía ya no puede escribir allí",
    hidden: "Vigía ya no lo puede ver",
    "no-such-channel": "el canal fue eliminado",
    "channel-closed": "no admite mensajes, está bloqueado o archivado",
    "bot-removed": "sacaron a Vigía del servidor",
    other: "Discord rechaza los mensajes allí",
  },
  missing: (list: string) => `falta: ${list}`,
  field: {
    todo: "Qué hacer",
    waiting: "En espera",
    meanwhile: "Mientras tanto",
    people: "A cargo",
    waited: "Lo que esperaba",
    lost: "Su primera línea",
    more: (count: number): string => (count === 1 ? "Su marca" : "Sus marcas"),
  },
  todo: {
    forbidden: (channel: string, list: string) =>
      `Abre ${channel}, Editar canal, Permisos, añade a Vigía y permite: ${list}. Vigía se da cuenta por sí sola, a más tardar en una hora; nadie tiene que suscribirlo otra vez.`,
    usual: "Ver canal, Enviar mensajes",
    "no-such-channel":
      "Elige otro canal y escribe allí «/alertas suscribir». Lo que espera por el canal eliminado no se pasa al nuevo.",
    "channel-closed":
      "Desbloquea el hilo o ábrelo otra vez. Vigía se da cuenta por sí sola, a más tardar en una hora. Si debe quedar cerrado: «/alertas suscribir» en otro canal.",
    "bot-removed":
      "Si fue por error, alguien que pueda gestionar el servidor invita otra vez a Vigía. Las suscripciones se conservaron y siguen por sí solas.",
    other:
      "Revisa los ajustes del canal. Vigía lo intenta otra vez por sí sola; «/alertas suscribir» en otro canal ayuda enseguida.",
  },
  nothingWaits: "Todavía nada. Lo que llegue entretanto espera.",
  waits: (count: number, since: string) =>
    count === 1
      ? `1 aviso espera desde ${since}. Se publica cuando el canal esté abierto, salvo que para entonces ya haya pasado.`
      : `${count} avisos esperan, el más antiguo desde ${since}. Se publican cuando el canal esté abierto; lo que ya haya pasado, no.`,
  meanwhile:
    "Quienes leen ese canal no reciben nada, y ese silencio no dice nada sobre los toques de queda. Avísales, y pregunta con «/toque-de-queda» en otro lado.",
  owner: (list: string) => `Primer contacto: ${list}`,
  contact: (list: string) => `Segundo contacto: ${list}`,
  have: "Me hago cargo",
  held: (name: string, since: string) => `${name} se hace cargo, desde el ${since}`,
  somebody: "Alguien",
  goesOn: (count: number) =>
    count === 0
      ? "No esperaba nada que todavía sirva."
      : count === 1
        ? "1 aviso que esperaba se publica allí ahora y dice que llega con atraso."
        : `${count} avisos que esperaban se publican allí ahora y dicen que llegan con atraso.`,
  goesOnSome: "Lo que esperaba y todavía sirve se publica allí ahora y dice que llega con atraso.",
  missed: (count: number) =>
    count === 1
      ? "1 aviso ya había pasado y no se publica: «/alertas motivo» lo muestra."
      : `${count} avisos ya habían pasado y no se publican: «/alertas motivo» los muestra.`,
  mayNot:
    "Solo puede decirlo quien está a cargo de estos avisos: quien suscribió, el segundo contacto o quien puede gestionar el servidor.",
  unknown: "Nadie espera ya por esto: lo que lo causó ya pasó.",
  paused: (since: string, why: string) => `CERRADO para Vigía desde el ${since}: ${why}`,
  waitsShort: (count: number) => (count === 1 ? "1 aviso espera" : `${count} avisos esperan`),
  untold: "no se pudo avisar a nadie",
  resumed: (since: string) =>
    `Vigía no podía publicar allí desde el ${since}; sigue desde ahora, y llega lo que esperaba y todavía sirve.`,
  undelivered: {
    one: (channel: string, what: string) => `Un aviso NO llegó a ${channel}: ${what}`,
    many: (count: number, channel: string, what: string) =>
      `${count} avisos NO llegaron a ${channel}. El primero: ${what}`,
    correction: (channel: string, what: string) => `NO se pudo corregir un mensaje en ${channel}: ${what}`,
    /** What is no notice: those all stand. */
    effect: {
      event:
        "Un toque de queda NO se pudo poner al día en la lista de eventos del servidor; los avisos no cambian por eso",
      board: (channel: string) =>
        `El mensaje que se mantenía al día en ${channel} YA NO se actualiza; los avisos siguen como antes`,
      thread: (channel: string) =>
        `NO se pudo abrir un hilo debajo de un aviso en ${channel}; el aviso mismo está publicado`,
    },
    because: (why: string) => `Motivo: ${why}`,
    what: {
      "curfew.soon": "un toque de queda estaba por empezar",
      "curfew.began": "empezó un toque de queda",
      "curfew.ending": "un toque de queda estaba por terminar",
      "curfew.ended": "terminó un toque de queda",
      "curfew.declared": "un toque de queda nuevo",
      "curfew.changed": "cambió un toque de queda",
      "curfew.lifted": "se levantó un toque de queda",
      "curfew.annulled": "se anuló un toque de queda",
      "curfew.withdrawn": "se retiró un toque de queda",
      "knowledge.lapsed": "ya no se sabe si hay toque de queda",
      "knowledge.restored": "otra vez se sabe qué toques hay",
      "place.changed": "un lugar es otro ahora",
      "strike.recorded": "un ataque militar",
      "strike.changed": "un cambio en un ataque militar",
      "strike.withdrawn": "se retiró un ataque militar",
      "vigia.down": "lo que se perdió mientras Vigía no funcionó",
      other: "un aviso",
    },
    reason: {
      "board-deleted": "alguien lo borró dos veces en un día",
      "no-leave-for-events": "Vigía no puede crear eventos aquí",
      "no-leave-for-threads": "Vigía no puede abrir hilos allí",
      "too-many-events": "la lista está llena, Discord guarda 100",
      "refused-form": "Discord no aceptó cómo estaba escrito, falla de Vigía",
      "could-not-render": "Vigía no pudo ponerlo en palabras, falla de Vigía",
      "blocked-by-moderation": "el AutoMod del servidor lo bloqueó",
      "no-history": "Vigía no puede ver si ya está allí, por eso no lo publicó otra vez",
      expired: "no se pudo publicar a tiempo",
      other: "Discord no lo aceptó",
    },
    todo: {
      "no-leave-for-events":
        "Ajustes del servidor, Roles, el rol de Vigía: permite «Crear eventos». Vigía lo intenta otra vez por sí sola, a más tardar en seis horas. Mientras tanto la lista puede estar mal: fíjate en «/toque-de-queda».",
      "too-many-events":
        "Quita los eventos que nadie necesita. Vigía lo intenta otra vez por sí sola, a más tardar en seis horas. Mientras tanto, «/toque-de-queda» tiene lo que falta en la lista.",
      "no-leave-for-threads": (channel: string) =>
        `Abre ${channel}, Editar canal, Permisos, Vigía: permite «Crear hilos públicos». El próximo aviso tendrá su hilo. No se te avisa de esto cada vez.`,
      "board-deleted": (channel: string) =>
        `Si todavía hace falta: «/alertas editar» en ${channel}, «Tablero, hilos, eventos», marca otra vez el tablero y guarda. Si no, no hay nada que hacer.`,
      fault: "Avisa a quien administra Vigía. Mientras tanto léelo con «/toque-de-queda» o «/ataques».",
      "blocked-by-moderation": (channel: string) =>
        `Ajustes del servidor, AutoMod: deja pasar el rol de Vigía o ${channel}. Mientras tanto léelo con «/toque-de-queda» o «/ataques».`,
      "no-history": (channel: string) =>
        `Mira si está en ${channel}. Luego permite allí a Vigía: Leer el historial de mensajes.`,
      expired: (channel: string) => `Avisa a quienes leen ${channel}. «/alertas motivo» muestra cada intento.`,
      other: "«/alertas motivo» muestra cada intento.",
    },
    andMore: (count: number) => `y ${count} más`,
  },
};
