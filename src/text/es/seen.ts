// Words of the button that people press once they have read a notice, and of what is told of those who have not, in Spanish.
export const seen = {
  button: (have: number, asked: number) => `Visto ${have} de ${asked}`,
  counted: (at: string) => `Anotado: ya viste este aviso, ${at}.`,
  already: (at: string) => `Ya lo habías marcado, ${at}. Esa hora es la que cuenta.`,
  count: (have: number, asked: number) =>
    have === asked ? `Ya lo marcaron los ${asked}.` : `Lo ${have === 1 ? "marcó" : "marcaron"} ${have} de ${asked}.`,
  over: "Un aviso más nuevo lo reemplazó: por favor lee ese y marca Visto allí.",
  notAsked:
    "Qué bien que lo leíste. Este botón es para personas que el equipo eligió por nombre, así que tu marca no se cuenta; no tienes que hacer nada.",
  missing: {
    line: (list: string, count: number, asked: number, channel: string, span: string) =>
      `${count} de ${asked} todavía NO ${count === 1 ? "marcó" : "marcaron"} Visto, ${span} después del aviso en ${channel}: ${list}`,
    calls: (list: string) => `Para: ${list}`,
    field: { notice: "El aviso", not: "Sin marcar", have: "Marcaron", how: "Qué significa" },
    posted: (at: string) => `Publicado el ${at}`,
    nobody: "Nadie.",
    how: "Quienes aparecen aquí no han marcado Visto. Puede que lo hayan leído igual. No se les ha escrito: «Recordarles» los llama en el canal.",
    remind: "Recordarles",
    open: "Abrir el aviso",
  },
  reminder: {
    line: (at: string, text: string, list: string) =>
      `Por favor lee y marca Visto: «${text}» Publicado el ${at}. ${list}`,
    count: (have: number, asked: number) => `Hasta ahora lo ${have === 1 ? "marcó" : "marcaron"} ${have} de ${asked}.`,
    unnamed: "un aviso en este canal",
  },
  reminded: {
    called: (list: string, channel: string) => `Se les está llamando ahora en ${channel}: ${list}`,
    lately: (at: string) => `Ya se les llamó el ${at}. A los 15 minutos puedes llamarlos otra vez.`,
    all: "No hay que llamar a nadie: ya todos marcaron Visto.",
    over: "Un aviso más nuevo lo reemplazó; ya no se pregunta a nadie por este.",
    mayNot:
      "Solo puede llamarlos quien está a cargo de estos avisos: quien suscribió, el segundo contacto o quien puede gestionar los canales.",
    unknown: "Este aviso ya no se conserva, así que no se puede llamar a nadie por él.",
  },
  why: {
    field: "Visto",
    have: (list: string) => `Marcaron: ${list}`,
    not: (list: string) => `Sin marcar: ${list}`,
    told: (span: string) => `A los ${span} se avisó a quien suscribió de quiénes faltaban.`,
    after: (span: string) => `A los ${span} se avisa a quien suscribió de quiénes faltan.`,
    over: "Un aviso más nuevo lo reemplazó: se pregunta por ese.",
  },
};
