// Words of the daily and weekly summary and of the line before an evening, in Spanish.
const many = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;

export const digest = {
  head: { day: "Resumen diario", week: "Resumen semanal" },
  title: (head: string, date: string) => `${head}, ${date}`,
  since: (moment: string, counts: string) => `Nuevo desde el ${moment}: ${counts}`,
  curfews: (n: number) => many(n, "decreto o cambio", "decretos o cambios"),
  strikes: (n: number) => many(n, "reporte de ataques", "reportes de ataques"),
  orgs: (n: number) => many(n, "novedad sobre organizaciones", "novedades sobre organizaciones"),
  nothing: (moment: string) => `Nada nuevo en nuestro registro desde el ${moment}`,
  placeGone: (codes: string) => `NO SE SABE: estos lugares ya no están en nuestro registro: ${codes}`,
  organisations: (n: number) => `${many(n, "organización", "organizaciones")} en nuestro registro`,
  field: {
    changed: (from: string, to: string) => `Nuevo, del ${from} al ${to}`,
    comes: "Lo que viene",
    count: "Conteo de Vigía: ataques a embarcaciones",
    asked: "De ellos, lo que pidió este canal",
    unknown: "NO SE SABE",
    information: "Hasta dónde se sabe",
  },
  recordedAlone: (what: string) => `${what}: registrado; no cambia ninguna hora por venir`,
  withdrawnAlone: (what: string) => `RETIRADO, no usar: ${what}`,
  nothingChanged: "No se registró nada. Eso no prueba que no haya pasado nada.",
  noneTonight: "Ningún toque anunciado",
  darkFrom: (moment: string, places: string) => `Desde el ${moment} NO SE SABE: ${places}`,
  more: (n: number) => (n > 0 ? `+${n}` : `${n}`),
  was: (amount: string) => `antes ${amount}`,
  compared: (moment: string, strikes: string, killed: string, presumed: string) =>
    `Frente al ${moment}: ataques ${strikes}; muertos según lo anunciado ${killed}; con los dados por muertos ${presumed}`,
  same: (moment: string) => `Igual que el ${moment}`,
  org: {
    "org.recorded": (name: string) => `NUEVO · ${name}`,
    "org.changed": (name: string) => `CAMBIO · ${name}`,
    "org.listed": (name: string, what: string) => `INCLUIDA EN UNA LISTA · ${[name, what].filter(Boolean).join(": ")}`,
    "org.delisted": (name: string, what: string) => `QUITADA DE UNA LISTA · ${[name, what].filter(Boolean).join(": ")}`,
    "org.withdrawn": (name: string) => `RETIRADO, no usar · ${name}`,
  },
};
