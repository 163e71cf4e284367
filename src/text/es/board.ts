// Words of the message that is kept up to date, in Spanish.
export const board = {
  /** En una lista: lo borraron dos veces en un día. */
  off: (since: string) =>
    `el mensaje que se mantiene al día está APAGADO desde el ${since}, lo borraron dos veces; vuelve con «/alertas editar», «Tablero, hilos, eventos»`,
  title: "Vigía lo mantiene al día",
  asOf: (moment: string) => `Al ${moment}`,
  checked: (stamp: string) =>
    `Revisado ${stamp}. Se renueva cada pocos minutos: si eso fue hace más de media hora, Vigía no está funcionando; no te fíes de lo que dice aquí, usa \`/toque-de-queda\` o pregunta a las autoridades.`,
  checkedStrikes: (stamp: string) =>
    `Revisado ${stamp}. Se renueva cada pocos minutos: si eso fue hace más de media hora, Vigía no está funcionando y lo que dice aquí es viejo.`,
  field: { last: "Lo último registrado", holds: "Hasta dónde se sabe" },
  lastNone: "No se registró nada nuevo en los últimos 30 días. Eso no prueba que no haya pasado nada.",
  more: "Hay más de lo que cabe aquí: /toque-de-queda",
  ended: (moment: string) =>
    `Ya no se mantiene al día desde el ${moment}. Lo que decía aquí ya no está; para saber qué rige, usa \`/toque-de-queda\``,
};
