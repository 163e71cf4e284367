// Palabras para registrar lo que pasó con una organización, en español. Solo las ve el equipo. Una designación se cuenta como un acto de gobierno.
export const recordOrg = {
  /** As the option offers them. */
  what: {
    new: "una organización nueva",
    listed: "designada por un gobierno",
    delisted: "retirada de una lista",
    renamed: "cambió de nombre",
    merged: "se integró en otra",
    named: "otro nombre",
  },
  title: {
    new: () => "Una organización nueva",
    listed: (name: string) => `Designada: ${name}`,
    delisted: (name: string) => `Retirada de una lista: ${name}`,
    renamed: (name: string) => `Cambió de nombre: ${name}`,
    merged: (name: string) => `Se integró: ${name}`,
    named: (name: string) => `Otro nombre: ${name}`,
    change: (name: string) => `Cambiar: ${name}`,
  },
  several: (count: number) => `${count} organizaciones`,
  ask: (name: string) => `¿Qué pasó con ${name}?`,
  noName: "Indica la organización.",
  unknown: (typed: string) =>
    `No hay ninguna organización «${typed}» en nuestro registro. Para añadirla, deja en blanco qué pasó, o elige: una organización nueva.`,
  twoNames: (typed: string, names: string) => `«${typed}» puede ser varias: ${names}. Elige una de las sugerencias.`,
  gone: "Esa organización se retiró de nuestro registro. No se escribió nada.",
  field: {
    name: { label: "Nombre, como ella se llama", description: "Con su sigla entre paréntesis: Cártel del Golfo (CDG)" },
    others: { label: "Otros nombres", description: "Separados por punto y coma" },
    country: { label: "País", description: "Ecuador, Colombia, MX" },
    description: {
      label: "Qué dicen las fuentes que es",
      description: "Palabras cargadas, solo entre comillas y con quién las dice",
    },
    link: { label: "Enlace a la fuente", description: "https://…" },
    authority: {
      label: "Quién la designa",
      description: "state, ofac, Ecuador … Una que aún no conocemos, nueva: Nombre, País",
    },
    kind: { label: "Tipo de designación; acto legal", description: "FTO y SDGT; E.O. 14157" },
    dates: { label: "Anunciada, y con efecto desde", description: "anunciada 17 mar, con efecto 20 mar · no indicado" },
    note: { label: "Sus palabras, o una nota", description: "Sus palabras, entre comillas" },
    listing: { label: "Cuál designación" },
    offDates: {
      label: "Anunciado, y fuera de la lista desde",
      description: "anunciado 17 mar, con efecto 20 mar · no indicado",
    },
    act: { label: "Por cuál acto legal" },
    newName: { label: "Nombre nuevo", description: "El de hasta ahora queda como nombre anterior" },
    acronym: { label: "Sigla", description: "La que lleva desde ahora; vacío: ninguna" },
    since: { label: "Desde cuándo", description: "17 de marzo, 2026-03-17, no indicado" },
    by: { label: "Quién lo dice", description: "La organización, un gobierno, un diario" },
    into: { label: "En cuál organización", description: "Un nombre de nuestro registro" },
    otherName: { label: "El otro nombre" },
    isFormer: { label: "Qué clase de nombre" },
    until: { label: "Hasta cuándo, si es anterior", description: "2019-05-01, no indicado" },
    calledBy: { label: "Quién la llama así" },
    nameAndCountry: {
      label: "Nombre (sigla), país",
      description: "Los Lobos, Ecuador · Cártel del Golfo (CDG), México",
    },
    listings: {
      label: "Fechas de sus designaciones, una por línea",
      description: "Deja como está lo que es correcto. «fuera» es el día en que salió de la lista",
    },
    reason: { label: "Motivo, y quién lo dice", description: "El decreto da el 9 de enero · lo leímos mal" },
  },
  alsoCalled: "también se la llama así",
  formerName: "un nombre anterior",
  /** As they are typed. */
  dates: {
    announced: (day: string) => `anunciada ${day}`,
    effect: (day: string) => `con efecto ${day}`,
    off: "fuera",
    none: "no indicado",
  },
  bad: {
    missing: (field: string) => `«${field}» está vacío. Complétalo, por favor.`,
    dates: (typed: string) =>
      `«${typed}» no es una fecha que pueda leer. Escribe por ejemplo: anunciada 17 mar, con efecto 20 mar; o: no indicado.`,
    oneDay: (typed: string) =>
      `«${typed}» no es un solo día. Escribe por ejemplo: anunciada 17 mar, con efecto 20 mar.`,
    country: (typed: string) =>
      `«${typed}» no es un país que conozca. Escribe su nombre o sus dos letras, por ejemplo Ecuador o EC.`,
    authority: (typed: string, known: string) =>
      `«${typed}» no es una autoridad de nuestro registro. Se conocen: ${known}. Para otra escribe, por ejemplo, nueva: Gobierno del Perú, Perú`,
    newAuthority:
      "Para una autoridad que aún no está en nuestro registro escribe su nombre y su país, por ejemplo nueva: Gobierno del Perú, Perú",
    kind: "Escribe de qué tipo es la designación, por ejemplo FTO y SDGT.",
    act: "A varias organizaciones a la vez las designa un mismo acto legal: nómbralo después del tipo de designación, tras un punto y coma, e indica su día.",
    listing: "Elige cuál designación es.",
    into: (typed: string) =>
      `«${typed}» no es una organización de nuestro registro. Regístrala primero, después la integración.`,
    listings: (lines: number) =>
      `Cada una de sus ${lines} designaciones conserva su línea, con su número. Para retirarla de una lista usa: /registrar organización.`,
    end: "Para retirarla de una lista usa: /registrar organización.",
    reason: "Escribe por qué, y quién lo dice.",
    linkNeeded: "Da el enlace donde se dice. Solo la corrección de un error nuestro va sin él.",
  },
  no: {
    ahead: "Ese día aún no llega. Escribe el día en que se anunció.",
    "listed-already": "Esa designación ya está en nuestro registro.",
    "no-such-listing":
      "Esa designación ya no está en nuestro registro como estaba. Empieza otra vez con /registrar organización.",
    "off-already":
      "Nuestro registro ya la tiene retirada de esa lista. Para corregir una fecha usa /registrar corregir.",
    "off-before-on": "Eso es antes del día en que entró en la lista.",
    "same-name": "Ese ya es su nombre.",
    "no-target": "La organización en la que se integró no está en nuestro registro.",
    itself: "Una organización no puede integrarse en sí misma.",
    circle: "La otra se integró en esta, así que llevarían la una a la otra sin fin.",
    "merged-already": "Nuestro registro ya la tiene integrada. Para corregirlo usa /registrar corregir.",
    "named-already": "Ya tiene ese nombre en nuestro registro.",
  },
  noListing: (name: string) => `${name} no está en ninguna lista de nuestro registro; no hay de cuál retirarla.`,
  sameSource: (what: string) => `Esa designación ya está en nuestro registro, con esta misma fuente: ${what}`,
  nothing: "Nada difiere de lo que consta.",
  warn: {
    bearers: (name: string, others: string) => `«${name}» también es un nombre de: ${others}.`,
    near: (others: string) => `Nombres parecidos: ${others}. Confirma solo si esta es otra organización.`,
    again: (what: string) =>
      `Esa designación ya está en nuestro registro: ${what}. Si confirmas, se le agrega esta fuente y nada más cambia.`,
    before: "Tendría efecto antes de anunciarse. Revisa las fechas.",
    since: "Alguien cambió este registro después de que abriste el formulario. Lo tuyo se pone sobre eso:",
    both: (field: string) => `«${field}» también lo cambió otra persona; vale lo tuyo.`,
  },
  lines: {
    told: (channels: number) =>
      channels === 0
        ? "Es noticia, y ningún canal pide avisos de ella. Desde entonces consta en /organizaciones."
        : `Se avisa en ${channels === 1 ? "1 canal que los pide" : `${channels} canales que los piden`}.`,
    tooOld:
      "Se registra y no se avisa como noticia: es de hace más de 72 horas. A los canales que leyeron otra cosa se les corrige.",
    quiet: "No se avisa a ningún canal. Desde entonces consta en /organizaciones.",
    ahead: (day: string) => `Hasta el ${day} se cuenta como anunciada y aún sin efecto.`,
    newAuthority: (name: string) => `${name} entra en el registro como autoridad que designa.`,
    act: (name: string, count: number) => `${name} consta como un solo acto legal con ${count} organizaciones.`,
    led: (name: string, into: string) =>
      `Quien pregunte por ${name} llega a ${into}. Los ataques que nombran a ${name} se siguen contando ahí.`,
    oneLanguage: "Lo que escribiste se muestra entre comillas a quien lee en el otro idioma.",
    why: (word: string, reason: string) => `${word} - ${reason}`,
    saidBy: (who: string) => `Quién lo dice: ${who}`,
  },
  kind: { changed: "CAMBIO", updated: "ACTUALIZADO", corrected: "CORREGIDO" },
  /** Why the version follows the one before, in both languages at once. */
  reason: {
    listed: "entra en una lista",
    delisted: "sale de una lista",
    renamed: "tiene un nombre nuevo",
    merged: "se integró en otra organización",
    named: "se conoce otro nombre",
    source: "otra fuente para una designación",
  },
  preview: (name: string, authority: string, count: number) => `${name} (${authority}): ${count} organizaciones.`,
  recorded: (what: string) => `Registrado: ${what}`,
};
