// Words of alerts and of /alerts, in Spanish.
export const alerts = {
  began: (since: string | undefined) =>
    since === undefined ? "TOQUE DE QUEDA AHORA" : `TOQUE DE QUEDA AHORA desde ${since},`,
  until: (moment: string) => `hasta el ${moment}`,
  noEnd: "sin fin anunciado",
  over: (hour: string, date: string) => `Terminó el toque, ${hour} del ${date}`,
  overBefore: (moment: string) => `El anterior terminó el ${moment}`,
  lastOver: (hour: string, date: string) => `Terminó la última noche anunciada, ${hour} del ${date}`,
  next: (when: string) => `Próximo: ${when}`,
  nextShort: (when: string) => `próximo ${when}`,
  nextDeclared: (when: string) => `Próximo declarado: ${when}`,
  noFurther: "No hay más noches anunciadas",
  noFurtherShort: "no hay más noches anunciadas",
  fromThen: "Desde esa hora: NO SE SABE",
  from: (moment: string) => `Desde ${moment}: NO SE SABE`,
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
  in: (state: string, places: string) => `${state} (${places})`,

  subscribed: (channel: string) => `${channel} recibe avisos desde ahora.`,
  already: (channel: string) => `${channel} ya recibe estos avisos; no se cambió nada.`,
  whatComes: (curfews: string, language: string) =>
    `Qué llegará, ${language}: ${curfews}; cada ataque militar que se registre (con sonido).`,
  nextNotice: (what: string) => `Próximo aviso: ${what}.`,
  willBegin: (when: string, places: string) => `el toque empieza ${when}: ${places}`,
  willEnd: (when: string, places: string) => `el toque termina ${when}: ${places}`,
  noNotice: "No hay ningún aviso a la vista: no se ha anunciado nada más.",
  notKnownSince: (place: string, moment: string) =>
    `De ${place} no se sabe nada desde el ${moment}: mientras nadie revise ni registre hechos más recientes no llegará ningún aviso, y el silencio no significa que no haya toque de queda.`,
  declaredSince: (place: string, moment: string) =>
    `En ${place} nadie ha revisado desde el ${moment}: los avisos siguen lo que se declaró antes, y puede faltar un toque nuevo o un cambio.`,
  notKnownFrom: (place: string, moment: string) =>
    `Lo que sabemos de ${place} vale hasta el ${moment}. Si nadie vuelve a revisar antes, desde esa hora no se sabrá, y el canal recibirá el aviso.`,
  askThere: "Mientras tanto, pregunta a las autoridades del lugar.",
  notKnownAtAll: (place: string) =>
    `De ${place} no se sabe nada: mientras nadie registre hechos no llegará ningún aviso, y el silencio no significa que no haya toque de queda.`,
  missing: (channel: string, list: string) =>
    `Todavía no puedo publicar avisos en ${channel}. Permíteme allí: ${list}. (Ajustes del canal, Permisos, añadir Vigía.) Luego pídelo otra vez.`,
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
  mayNot: "Solo quien puede gestionar canales o el servidor puede cambiar sus avisos.",
  listed: (count: number) => (count === 1 ? "1 canal recibe avisos:" : `${count} canales reciben avisos:`),
  listNone: "Ningún canal de este servidor recibe avisos. Con «/alertas suscribir» empiezan.",
  topics: { curfews: "toques de queda", strikes: "ataques militares" },
  removed: (channel: string) => `${channel} ya no recibe avisos. Terminó:`,
  nothingToRemove: (channel: string) => `${channel} no recibe avisos; no se cambió nada.`,
  since: (moment: string) => `desde el ${moment}`,
  channels: "Canales",
};
