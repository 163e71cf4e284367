// Words of changing a strike by hand, in Spanish. Seen by members of the team only.
export const recordStrikeChange = {
  title: {
    changed: "CAMBIO: lo cambió la autoridad",
    updated: "ACTUALIZADO: una fuente revisó su cifra",
    corrected: "CORREGIDO: estaba mal en lo nuestro",
  },
  killed: {
    label: "Muertos, una línea por fuente",
    description: "SOUTHCOM: 3. Una fuente nueva en su propia línea. No indicado: se quita",
  },
  reason: { label: "Motivo, y quién lo dice", description: "SOUTHCOM subió su cifra · leímos mal la nota de AP" },
  link: {
    label: "Enlace de quien lo dice",
    description: "https://... Puede quedar vacío solo si el error fue nuestro",
  },

  badLine: {
    unreadable: (line: string) =>
      `No puedo leer «${line}». Escribe quién lo dice y la cifra, por ejemplo: SOUTHCOM: al menos 3.`,
    twice: (line: string) => `«${line}» está dos veces. Una línea por fuente.`,
    missing: (who: string) =>
      `Falta la línea de ${who}. Para quitar su cifra, escribe «${who}: no indicado»; para dejarla, escríbela como estaba.`,
  },
  noReason: "Escribe por qué y quién lo dice, por ejemplo: SOUTHCOM subió su cifra.",
  noBy: "Indica quién lo dice: nombra a la autoridad o la fuente en el motivo, o da su enlace.",
  noSource: "Da el enlace donde se dice. Solo la corrección de un error nuestro puede ir sin él.",
  newNeedsLink: (who: string) => `${who} es una fuente nueva: da su enlace.`,
  nothing: "Nada difiere de lo que hay.",
  gone: "Ese registro se retiró entretanto: no hay nada que cambiar. No se escribió nada.",
  figureGone: (who: string) =>
    `La cifra de ${who} se quitó del registro después de que abriste el formulario. Mira lo que hay y empieza de nuevo.`,

  since: "Alguien cambió este registro después de que abriste el formulario. Lo tuyo va sobre eso:",
  sinceMore: (count: number) => (count === 1 ? "y 1 cambio más" : `y ${count} cambios más`),
  why: (word: string, reason: string) => `${word} - ${reason}`,
  saidBy: (who: string) => `Quién lo dice: ${who}`,
  reached:
    "Los canales que recibieron el aviso reciben lo de antes y lo nuevo. Aquellos cuyo mínimo de muertos se alcanza solo ahora lo reciben como nuevo, dentro de tres días.",
};
