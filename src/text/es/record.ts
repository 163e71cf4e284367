// Words of recording, in Spanish: seen by members of the team only.
export const record = {
  notAllowed: "Solo los miembros del equipo pueden registrar, y solo en el servidor del equipo.",
  badDay: (typed: string) =>
    `«${typed}» no es una fecha que pueda leer. Escribe 2026-03-17, 17 de marzo de 2026, 17/03/2026 (primero el día), hoy o ayer.`,
  oneDay: "Indica un solo día, por ejemplo 2026-03-17, no un mes ni un año.",
  future: (day: string) =>
    `El ${day} aún no llega (hora del Este de EE. UU.). Escribe el día del ataque o de su anuncio, por ejemplo 2026-03-17.`,
  badKilled: (typed: string) =>
    `«${typed}» no es una cifra que pueda leer. Escribe 3, 3-4, al menos 3, o: no indicado.`,
  card: "Aún no está registrado. Esto es lo que se leerá:",
  ifConfirmed: "Si confirmas",
  confirm: "Confirmar",
  cancel: "Cancelar",
  edit: "Editar",
  mend: "Corregirlo",
  cardNotice: "El aviso",
  lost: (title: string) => `Empezaste «${title}» hace menos de 15 minutos y no lo confirmaste.`,
  tooLong: (field: string, most: number) =>
    `Lo que hay en «${field}» es más largo de lo que cabe en un formulario (${most} caracteres). Cámbialo en los archivos de datos.`,
  takeUp: "Retomarlo",
  anew: "Empezar de nuevo",
  notYours: "Este formulario es de otra persona. Empieza el tuyo con /registrar.",
  waits:
    "Espera a una segunda persona: afloja una medida y no cita ninguna fuente oficial. Se preguntó en el canal de revisión. Hasta entonces nada cambia.",
  already: "Ya estaba registrado, nada se escribió dos veces.",
  again: {
    old: "Esta ficha tiene más de 15 minutos. Así están las cosas ahora; todavía no se registra nada.",
    changed: "Algo cambió desde que viste esta ficha. Así están las cosas ahora; todavía no se registra nada.",
    stale: "Alguien registró algo entretanto; de lo tuyo no se escribió nada. Esto es lo que vale ahora.",
  },
  over: {
    open: "Este formulario sigue abierto.",
    waiting: "Ya espera a una segunda persona.",
    recorded: "Ya estaba registrado; nada se escribió dos veces.",
    declined: "Una segunda persona lo rechazó; no se registró nada.",
    cancelled: "Se canceló; no se registró nada.",
  },
  cancelled: "Cancelado. No se registró nada.",
  recorded: (what: string) => `Registrado: ${what}`,
  /** Un registro como lo nombran las sugerencias y las fichas. */
  what: {
    noun: {
      strike: "ataque",
      curfew: "toque de queda",
      org: "organización",
      tally: "total citado",
      coverage: "revisión",
    },
    strike: (day: string) => `Ataque ${day}`,
    curfew: (name: string, nights: string) => `Toque ${name}, ${nights}`,
    org: (name: string) => `Organización ${name}`,
    tally: (who: string, day: string, total: string) => `Total según ${who}, ${day}: ${total}`,
    coverage: (places: string, at: string, until: string) => `Revisión ${at}, hasta ${until}: ${places}`,
    withdrawn: (name: string) => `RETIRADO: ${name}`,
    none: (typed: string) =>
      `Nada en nuestro registro corresponde a «${typed}». Escribe una fecha, un lugar, una cifra o un nombre, y elige de la lista.`,
    several: (typed: string) => `«${typed}» corresponde a varios registros. Elige uno, por favor.`,
    pick: "Elige el registro que quieres decir",
  },
};
