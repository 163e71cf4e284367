// Palabras de lo que espera a una segunda persona, de lo que se deshace y de lo que se retira: solo las ve el equipo.
import { deadOf } from "./strikes.ts";

export const review = {
  word: {
    changed: "CAMBIO",
    updated: "ACTUALIZADO",
    corrected: "CORREGIDO",
    added: "FUENTE AÑADIDA",
    withdrawn: "RETIRADO",
    undone: "DESHECHO",
  },
  new: "NUEVO",
  due: (word: string, what: string) => `❔ SIN CONFIRMAR, hace falta una segunda persona. ${word}: ${what}`,
  askedBy: (name: string | undefined, moment: string) => `Lo pide ${name ?? "un miembro del equipo"}, ${moment}`,
  field: { changes: "Qué cambiaría", why: "Por qué", otherwise: "Si nadie confirma" },
  says: (who: string) => `Quién lo dice: ${who}`,
  noSource: "No se citó ninguna fuente.",
  otherwise: (until: string) =>
    `Nada cambia: sigue lo que está registrado. Se puede confirmar hasta ${until}; después hay que hacerlo de nuevo.`,
  confirm: "Confirmar como segunda persona",
  decline: "Rechazar",
  again: "⚠️ Alguien registró algo entretanto. Esto es lo que cambiaría ahora; todavía no se registra nada.",
  own: "Lo pediste tú: tiene que confirmarlo otra persona del equipo. Con «Rechazar» puedes retirarlo.",
  otherServer: "Esto se pidió en otro servidor del equipo: solo se puede confirmar allí.",
  done: {
    recorded: (what: string) => `Confirmado y registrado. ${what}`,
    declined: (what: string) => `Rechazado, no se registró nada. ${what}`,
    cancelled: (what: string) => `Lo retiró quien lo pidió, no se registró nada. ${what}`,
    old: (what: string) => `Esperó más de 24 horas, no se registró nada. Hay que hacerlo de nuevo. ${what}`,
    unfit: (what: string) => `Ya no corresponde, no se registró nada. Hay que hacerlo de nuevo. ${what}`,
  },
  by: {
    recorded: (asked: string, who: string, moment: string) => `Lo pidió ${asked}, lo confirmó ${who}, ${moment}`,
    declined: (asked: string, who: string, moment: string) => `Lo pidió ${asked}, lo rechazó ${who}, ${moment}`,
    alone: (asked: string) => `Lo pidió ${asked}`,
  },
  somebody: "alguien del equipo",
  cannotAsk:
    "Hace falta una segunda persona, no hay canal de revisión y no puedes escribir en este canal. Nada cambió: escríbelo donde puedas escribir, para que un colega pueda pulsar.",
  notWaiting: "Esto ya no hay que confirmarlo.",

  undo: "Deshacer",
  undone: (what: string) => `Deshecho: ${what}`,
  undoneReason: "lo deshizo en menos de 10 minutos quien lo registró",
  undoNotYours: "Solo puede deshacerlo quien lo registró. Los demás usan «/registrar corregir» o «/registrar retirar».",
  undoneAlready: "Ya se había deshecho; nada se escribió dos veces.",
  undoOver: "Alguien registró después otra versión; no se deshizo nada. «/registrar historial» la muestra.",
  undoLate:
    "Pasaron más de 10 minutos. Usa «/registrar corregir» para enmendarlo o «/registrar retirar» para quitarlo.",

  withdraw: {
    title: "Retirar un registro",
    reason: "Motivo, como se leerá",
    reasonExample: "es el ataque del 16 mar., registrado dos veces",
    link: "Enlace a la fuente, si la hay",
    linkExample: "https://…; con uno de la autoridad basta una persona para retirar un toque",
    is: (what: string) => `RETIRADO, no usar: ${what}`,
    noReason: "Escribe por qué se retira: el motivo se muestra a quienes leen.",
    gone: "Este registro ya se había retirado.",
    told: (count: number) =>
      count === 0
        ? "No se avisó de él en ningún canal."
        : `Se avisó de él en ${count} ${count === 1 ? "canal, y allí" : "canales, y en todos"} se avisará que se retira.`,
    curfew: "Sus lugares y horas pasan a NO SE SABE. A nadie se le dice «Sin toque».",
    strike: (strikes: number, killed: string) =>
      `Los conteos pierden ${strikes} ${strikes === 1 ? "ataque" : "ataques"} y ${deadOf(killed)} según lo anunciado.`,
    strikeSilent: (strikes: number) =>
      `Los conteos pierden ${strikes} ${strikes === 1 ? "ataque" : "ataques"}; no daba cifra de muertos.`,
    land: "No estaba en ningún conteo de embarcaciones: ninguna cambia.",
    tally: "Ese total ya no se pone junto al nuestro. Nuestros conteos quedan igual.",
    coverage: "Lo que se apoyaba solo en esta revisión pasa a NO SE SABE.",
    org: "Ya no se la encuentra con /organizaciones.",
    listed: (lists: string) =>
      `Está en listas de gobiernos: ${lists}. No se puede retirar mientras esté en una lista; registra primero que salió de ellas.`,
    named: (count: number) =>
      `Se la nombra en ${count} ${count === 1 ? "ataque" : "ataques"}. Cámbialos primero: nombrarían a una organización que nadie encuentra.`,
    recorded: (what: string) => `Retirado: ${what}`,
    waits: "Espera a una segunda persona, porque afloja una medida y no cita ninguna fuente oficial.",
    moved: "Cambió desde que lo miraste. Lo que cambió entretanto:",
  },

  change: {
    ask: (what: string) => `¿Qué es? ${what}`,
    line: {
      changed: "**CAMBIO**: la autoridad lo cambió. Se leerá «CAMBIO», lo de antes y lo de ahora, y desde cuándo.",
      updated:
        "**ACTUALIZADO**: una fuente revisó su propia cifra. Se leerá «ACTUALIZADO 3 -> 4» y de quién es la cifra.",
      corrected: "**CORREGIDO**: lo teníamos mal. Se leerá «CORREGIDO» y lo que dijimos antes.",
    },
    takeBack: "**Retirar una fuente**: queda en el registro, tachada, y ya no cuenta.",
    button: { changed: "CAMBIO", updated: "ACTUALIZADO", corrected: "CORREGIDO" },
    none: "Esto no se puede cambiar aquí. Retíralo con «/registrar retirar» y regístralo de nuevo.",
    withdrawn: "Este registro se retiró. Regístralo de nuevo si al final es válido.",
  },
};
