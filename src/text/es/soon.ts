// Words of what is told before a curfew begins or ends, and of how long before, in Spanish.
export const soon = {
  begins: (hour: string, date: string, day: "today" | "tonight" | "tomorrow" | undefined) =>
    `Toque de queda ${word(day)} ${date} ${at(hour)}`,
  span: (hour: string, date: string, day: "today" | "tonight" | "tomorrow" | undefined, end: string | undefined) =>
    `Toque de queda ${word(day)} ${date} ${hour}${end === undefined ? ", sin fin anunciado," : ` -> ${end}`}`,
  until: (moment: string) => `Hasta el ${moment}`,
  noEnd: "Sin fin anunciado",
  afterThat: "Después: NO SE SABE",
  elsewhere: "Otros lugares: NO SE SABE, ninguna fuente los nombra todos",
  ends: (hour: string, date: string) => `El toque termina ${at(hour)} del ${date}`,
  lastEnds: (hour: string, date: string) => `La última noche anunciada termina el ${date} ${hour}`,

  all: (list: readonly string[]) => [list.slice(0, -1).join(", "), ...list.slice(-1)].filter(Boolean).join(" y "),
  beforeBegin: (list: string) => `${list} antes de que empiece un toque`,
  beforeEnd: (list: string) => `${list} antes de que termine`,
  noneBefore: "nada antes de que empiece un toque",
  noticeAt: (moment: string, what: string) => `${moment}, para avisar que ${what}`,

  unreadable: (typed: string) =>
    `No pude leer «${typed}» como anticipación. Escribe por ejemplo «2h, 30m», «90» (minutos), «1 h 30» o «ninguno».`,
  outOfRange: (typed: string) => `«${typed}»: cada anticipación debe ser de 1 minuto a 24 horas.`,
  tooMany: (count: number, most: number) => `Como máximo ${most} anticipaciones; escribiste ${count}.`,
};

/** `a las 23:00`, but `a la 01:00`. */
function at(hour: string): string {
  return `${hour.startsWith("01:") ? "a la" : "a las"} ${hour}`;
}

function word(day: "today" | "tonight" | "tomorrow" | undefined): string {
  return day === undefined ? "el" : day === "tomorrow" ? "mañana" : "hoy";
}
