// Words of alerts and of /alerts, in Spanish.
export const alerts = {
  began: (since: string | undefined) =>
    since === undefined ? "TOQUE DE QUEDA AHORA" : `TOQUE DE QUEDA AHORA desde ${since},`,
  until: (moment: string) => `hasta el ${moment}`,
  noEnd: "sin fin anunciado",
  begun: (since: string) => `desde ${since}`,
  over: (hour: string, date: string) => `Terminó el toque, ${hour} del ${date}`,
  overBefore: (moment: string) => `El anterior terminó el ${moment}`,
  lastOver: (hour: string, date: string) => `Terminó la última noche anunciada, ${hour} del ${date}`,
  next: (when: string) => `Próximo: ${when}`,
  nextShort: (when: string) => `próximo ${when}`,
  nextDeclared: (when: string) => `Próximo declarado: ${when}`,
  noFurther: "No hay más noches anunciadas",
  noFurtherShort: "no hay más noches anunciadas",
  fromThen: "Desde esa hora: NO SE SABE",
  darkThen: "NO SE SABE desde esa hora",
  from: (moment: string) => `NO SE SABE desde ${moment}`,
  late: (span: string, why: "vigia" | "clock" | "delivery" = "delivery") =>
    `(Aviso con ${span} de atraso${{ vigia: "; falla de Vigía", clock: "; el reloj de Vigía estaba mal", delivery: "" }[why]}.)`,
  down: {
    vigia: (span: string) => `Vigía no funcionó el ${span}`,
    clock: (span: string) => `El reloj de Vigía estuvo mal el ${span}`,
    discord: (span: string) => `Discord no recibió mensajes el ${span}`,
    channel: (span: string) => `Vigía no tuvo permiso para escribir aquí el ${span}`,
  },
  missed: (count: number) => (count === 1 ? "1 aviso perdido" : `${count} avisos perdidos`),
  missedBegan: (moment: string) => `empezó el toque, ${moment}`,
  missedOver: (moment: string) => `terminó el toque, ${moment}`,
  andMore: (count: number) => `y ${count} más`,
  andMoreBetween: (count: number) => `y ${count} más en el medio`,
  now: (state: string) => `Ahora: ${state}`,
  nowCurfew: (until: string) => `TOQUE DE QUEDA ${until}`,
  nowNone: "sin toque",
  nowDark: (moment: string) => `NO SE SABE desde el ${moment}`,
  nowUnknown: "NO SE SABE",
  in: (state: string, places: string) => (places.includes("(") ? `${state}, en ${places}` : `${state} (${places})`),

  subscribed: (channel: string) => `Desde ahora llegan avisos a ${channel}.`,
  whatComes: (list: string, language: string) => `Qué llegará, ${language}: ${list}.`,
  nextNotice: (what: string) => `Próximo aviso: ${what}.`,
  willBegin: (when: string, places: string) => `el toque empieza ${when}: ${places}`,
  willEnd: (when: string, places: string) => `el toque termina ${when}: ${places}`,
  noNotice: "No hay ningún aviso a la vista: no se ha anunciado nada más.",
  notKnownSince: (place: string, moment: string) =>
    `De ${place} no se sabe nada desde el ${moment}: mientras nadie revise ni registre hechos más recientes no llegará ningún aviso, y el silencio no significa que no haya toque de queda.`,
  declaredSince: (place: string, moment: string) =>
    `En ${place} nadie ha revisado desde el ${moment}: los avisos siguen lo que se declaró antes, y puede faltar un toque nuevo o un cambio.`,
  notKnownFrom: (place: string, moment: string) =>
    `Lo que sabemos de ${place} vale hasta el ${moment}. Si nadie vuelve a revisar antes, desde esa hora NO SE SABRÁ si hay toque, y llegará un aviso que lo diga.`,
  askThere: "Mientras tanto, pregunta a las autoridades del lugar.",
  notKnownAtAll: (place: string) =>
    `De ${place} no se sabe nada: mientras nadie registre hechos no llegará ningún aviso, y el silencio no significa que no haya toque de queda.`,
  noChannel: (channel: string) => `No puedo ver ${channel}. Dame allí el permiso «Ver canal» o indica otro canal.`,
  permission: {
    ViewChannel: "Ver canal",
    SendMessages: "Enviar mensajes",
    SendMessagesInThreads: "Enviar mensajes en hilos",
    EmbedLinks: "Insertar enlaces",
    ReadMessageHistory: "Leer el historial de mensajes",
    ManageThreads: "Gestionar hilos (el hilo está bloqueado)",
  },
  onlyServer: "Los avisos llegan a canales de un servidor: pídelo en el servidor, no en un mensaje directo.",
  mayNot:
    "Solo quien puede gestionar canales o el servidor ve cómo van todos sus avisos. Para los tuyos escribe «/alertas estado» con «a-mi».",
  listed: (count: number) => (count === 1 ? "1 canal recibe avisos:" : `${count} canales reciben avisos:`),
  listNone: "Ningún canal de este servidor recibe avisos. Con «/alertas suscribir» empiezan.",
  topics: {
    curfews: "toques de queda",
    soon: "antes de un toque de queda",
    begins: "inicios de toques de queda",
    ends: "finales de toques de queda",
    changes: "cambios de toques de queda",
    strikes: "ataques militares",
    orgs: "organizaciones",
    trouble: "problemas con estos avisos",
  },
  removed: (channel: string) =>
    `A ${channel} ya no llegan avisos: ese silencio no dice nada sobre los toques de queda. Ya no llega:`,
  /** Other sets still bring some there. */
  removedSome: (channel: string) =>
    `A ${channel} ya no llegan todos los avisos; los demás siguen llegando. Ya no llega:`,
  nothingToRemove: (channel: string) => `A ${channel} no llegan avisos; no se cambió nada.`,
  since: (moment: string) => `suscrito desde el ${moment}`,
  channels: "Canales",
};
