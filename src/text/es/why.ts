// Words of “/alertas motivo”, “/alertas estado” and Aplicaciones, ¿Por qué?, in Spanish. The reasons themselves stand in reasons.ts.
import type { why as english } from "../en/why.ts";

const what: (typeof english)["what"] = {
  "curfew.began": (of) => `empezó el toque: ${of}`,
  "curfew.ended": (of) => `terminó el toque: ${of}`,
  "curfew.soon": (of, lead) => `${lead} antes de un toque: ${of}`,
  "curfew.ending": (of, lead) => `${lead} antes de que termine un toque: ${of}`,
  "curfew.declared": (of) => `toque declarado: ${of}`,
  "curfew.changed": (of) => `cambió el toque: ${of}`,
  "curfew.lifted": (of) => `se levantó el toque: ${of}`,
  "curfew.annulled": (of) => `toque anulado: ${of}`,
  "curfew.withdrawn": (of) => `se retiró el registro de un toque: ${of}`,
  "knowledge.lapsed": (of) => `ya NO SE SABE: ${of}`,
  "knowledge.restored": (of) => `se sabe de nuevo: ${of}`,
  "check.due": (of) => `pregunta si hay algo nuevo: ${of}`,
  "place.changed": (of) => `cambiaron los lugares: ${of}`,
  "strike.recorded": (of) => `nuevo: ${of}`,
  "strike.changed": (of) => `cambió: ${of}`,
  "strike.withdrawn": (of) => `retirado: ${of}`,
  "answer.shared": () => "una respuesta que alguien compartió",
  "answer.changed": () => "una respuesta compartida ahora dice otra cosa",
  "review.due": () => "pregunta a una segunda persona",
  "vigia.down": (of) => `Vigía no funcionó, lo que faltó: ${of}`,
  "channel.closed": () => "un canal no recibe mensajes",
  "channel.open": () => "un canal vuelve a recibir mensajes",
  "alert.undelivered": () => "un aviso que no llegó",
};

const kind: (typeof english)["kind"] = {
  "curfew.began": "empezó el toque",
  "curfew.ended": "terminó el toque",
  "curfew.soon": "antes de que empiece el toque",
  "curfew.ending": "antes de que termine el toque",
  "curfew.declared": "toque declarado",
  "curfew.changed": "cambió el toque",
  "curfew.lifted": "se levantó el toque",
  "curfew.annulled": "toque anulado",
  "curfew.withdrawn": "se retiró el registro de un toque",
  "knowledge.lapsed": "ya no se sabe",
  "knowledge.restored": "se sabe de nuevo",
  "check.due": "pregunta si hay algo nuevo",
  "place.changed": "cambiaron los lugares",
  "strike.recorded": "ataque militar nuevo",
  "strike.changed": "cambió un ataque militar",
  "strike.withdrawn": "se retiró un ataque militar",
  "answer.shared": "respuesta compartida",
  "answer.changed": "cambió una respuesta compartida",
  "review.due": "pregunta a una segunda persona",
  "vigia.down": "Vigía no funcionó",
  "channel.closed": "el canal no recibe mensajes",
  "channel.open": "el canal vuelve a recibir mensajes",
  "alert.undelivered": "aviso que no llegó",
};

export const why: typeof english = {
  what,
  kind,
  someStrike: "ataque militar",

  delivered: "entregado",
  deliveredLate: (span) => `entregado con ${span} de atraso`,
  putRight: "mensaje anterior corregido",
  waiting: (since, reason) => `en espera desde el ${since}: ${reason}`,
  notSent: (reason) => `no se envió: ${reason}`,
  failed: (reason) => `**NO SE ENVIÓ**: ${reason}`,
  outdated: (reason) => `**NO SE ENVIÓ**, venció antes de poder salir: ${reason}`,
  doubtful: (reason) => `**NO SE SABE**: ${reason}`,
  because: (reason, last) => `${reason} (lo último: ${last})`,
  begun: (there, all) => `${there} de ${all} mensajes publicados`,
  oldReason: {
    short: "una versión anterior de Vigía anotó el motivo",
    full: "Una versión anterior de Vigía anotó el motivo de una forma que esta no sabe leer.",
  },

  list: (channel, count) =>
    count === 1 ? `El último aviso de ${channel}` : `Los últimos ${count} avisos de ${channel}`,
  counts: (count) =>
    [
      count.there === 1 ? "1 entregado" : `${count.there} entregados`,
      ...(count.lost === 0 ? [] : [count.lost === 1 ? "1 no enviado" : `${count.lost} no enviados`]),
      ...(count.doubt === 0 ? [] : [`${count.doubt} sin saber si llegó`]),
      ...(count.waiting === 0 ? [] : [`${count.waiting} en espera`]),
    ].join(", "),
  newestFirst: (clock) => `El más nuevo primero ${clock}`,
  open: "Abre uno para ver por qué",
  none: (channel) => `Hasta ahora no había nada que publicar en ${channel}.`,

  headDelivered: (channel, moment, late, what) =>
    `Entregado en ${channel} el ${moment}${late === "" ? "" : `, con ${late} de atraso`}: «${what}».`,
  headPutRight: (channel, what) => `Se corrigió un mensaje anterior en ${channel}: «${what}».`,
  headWaiting: (channel, moment, what) =>
    `TODAVÍA NO está en ${channel}: el aviso «${what}», que debía salir el ${moment}.`,
  headNotSent: (channel, moment, what) => `NO SE ENVIÓ a ${channel}: el aviso «${what}», que debía salir el ${moment}.`,
  headDoubtful: (channel, moment, what) =>
    `NO SE SABE si está en ${channel}: el aviso «${what}», que debía salir el ${moment}.`,

  field: {
    fact: "De qué trata",
    match: "Por qué este canal",
    course: "Qué pasó",
    message: "El mensaje",
    follows: "Qué recibe este canal",
  },
  recorded: (name, moment, by) => `${name}; registrado el ${moment}${by === "" ? "" : ` por ${by}`}`,
  places: (list) => `Lugares: ${list}`,
  missed: (one, moment) => `${one}, ${moment}`,
  unconfirmed: (moment) => `Nadie confirmó nada desde el ${moment}.`,
  subscription: (words, since, owner) => `${words}; desde el ${since}, lo pidió ${owner}`,
  ended: (moment, by) => `se detuvo el ${moment}${by === "" ? "" : ` por ${by}`}`,
  lostSubscription: "Una suscripción de este canal que ya no se guarda.",
  nobody: {
    "answer.shared": "Alguien pulsó Compartir aquí.",
    "answer.changed": "La respuesta se compartió aquí.",
    review: "Este es el canal donde Vigía hace sus preguntas.",
    channel: "Es para quienes están a cargo de los avisos de un canal.",
  },
  sound: {
    loud: "Con sonido.",
    first: "Con sonido: nada se lo había dicho antes a este canal.",
    told: "Sin sonido: este canal ya estaba avisado.",
    quiet: "Sin sonido: no le pide nada a nadie.",
  },
  due: (moment) => `Debía salir el ${moment}`,
  noted: (moment, late) =>
    `Anotado el ${moment}${late === "" ? "" : `, con ${late} de atraso: Vigía no funcionaba o su reloj estaba mal`}`,
  tried: (at, outcome, answer) => `${at} · ${outcome}${answer === "" ? "" : ` (Discord: ${answer})`}`,
  outcome: {
    sent: "entregado",
    again: (reason) => `no se publicó: ${reason}`,
    never: (reason) => `rechazado: ${reason}`,
    unsure: (reason) => `sin respuesta cierta: ${reason}`,
    open: "en curso",
    broken: "interrumpido: Vigía se detuvo mientras lo intentaba",
  },
  part: (part) => `parte ${part}: `,
  between: (count) => `… ${count} intentos más …`,
  untried: "No se intentó.",
  next: (at) => `Próximo intento: no antes de las ${at}.`,
  link: (url, moment) => `[Abrirlo](${url}), publicado el ${moment}`,
  partLink: (part, of, url, moment) => `[Parte ${part} de ${of}](${url}), publicada el ${moment}`,
  edited: (moment) => `Corregido el ${moment}`,
  editWaits: (reason) => `Por corregir: ${reason}`,
  editFailed: (reason) => `**No se corrigió**: ${reason}`,

  notMark: (typed) =>
    `«${typed}» no es una marca. Una marca tiene ocho letras y cifras y está al pie de cada aviso: #7K3Q-9M2D.`,
  unknownMark: (mark) =>
    `Ningún aviso de este servidor lleva la marca #${mark}. También puede ser que Vigía ya lo haya olvidado: los antiguos no se guardan para siempre.`,
  onlyServer: "Esto se pregunta en un canal de un servidor, sobre lo publicado allí; no en un mensaje directo.",
  notOurs:
    "Este mensaje no lo publicó Vigía. Si es copia de un aviso, su marca (#7K3Q-9M2D, al pie) lleva al aviso: «/alertas motivo».",
  noAlert:
    "Esto responde a la pregunta de alguien, no es un aviso: se publicó porque lo pidió. (De avisos muy antiguos Vigía tampoco sabe ya por qué.)",
  not: {
    head: (channel, one, moment) => `No era para ${channel}: el aviso «${one}» del ${moment}.`,
    never: "Este canal no recibe avisos, ni los recibía entonces. Con «/alertas suscribir» empiezan.",
    later: (moment) => `Este canal recibe avisos recién desde el ${moment}.`,
    stopped: (moment) => `Los avisos de este canal se habían detenido el ${moment}.`,
    topic: (topic) => `Este canal no recibe ${topic}.`,
    place: "Hablaba de lugares que este canal no sigue.",
    lead: (lead) => `Salió ${lead} antes, y este canal pidió otra anticipación.`,
    before: "Corregía lo que otros canales habían leído. A este canal nunca se le dijo.",
    unexplained:
      "Por lo que este canal recibe, también era para él, y Vigía no anotó nada aquí. Es una falla de Vigía: avísale a quien lo administra.",
  },

  status: {
    head: (channels) =>
      channels === 1 ? "Avisos de 1 canal de este servidor" : `Avisos de ${channels} canales de este servidor`,
    fine: "nada en espera, ninguno en pausa",
    trouble: (paused, waiting, failed) =>
      [
        ...(paused === 0 ? [] : [`en pausa: ${paused}`]),
        ...(waiting === 0 ? [] : [`con avisos en espera: ${waiting}`]),
        ...(failed === 0 ? [] : [`con el último aviso NO ENVIADO: ${failed}`]),
      ].join("; "),
    planned: (moment) => `Vigía miró por última vez el ${moment} y anotó todo lo que sabía que debía salir.`,
    never: "Vigía todavía no miró el reloj: hasta entonces no sale nada.",
    untrusted:
      "**El reloj de la máquina de Vigía está mal.** No sale ningún aviso a ninguna parte hasta que se corrija; quien administra Vigía tiene que actuar.",
    known: "Qué se sabe",
    last: (one, moment) => `Último entregado, ${moment}: ${one}`,
    inTime: "a su hora",
    late: (span) => `con ${span} de atraso`,
    noneYet: (moment) => `Todavía no se entregó nada; recibe avisos desde el ${moment}`,
    quiet: (moment) => `Desde el ${moment} no había nada que avisar`,
    waits: (count, since, reasons) => `**En espera: ${count}**, desde el ${since}: ${reasons}`,
    paused: (moment, reason) => `**EN PAUSA** desde el ${moment}: ${reason}`,
    told: (list) => `Avisados: ${list}`,
    toldNobody: "Todavía no se le avisó a nadie",
    direct: (user) => `${user} (mensaje directo)`,
    tells: (channel, subscriptions, language) =>
      `${channel} · ${subscriptions} ${subscriptions === 1 ? "suscripción" : "suscripciones"}, ${language}`,
    is: {
      paused: "EN PAUSA",
      failed: "NO SE ENVIÓ",
      waiting: "En espera",
      delivered: "Entregado",
      none: "Todavía no se entregó nada",
    },
    more: "Qué pasó con un aviso en particular: «/alertas motivo» en su canal.",
  },
};
