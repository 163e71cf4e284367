// Words about who looks after a server's alerts, and about erasing what is kept of it, in Spanish.
const channels = (count: number) => (count === 1 ? "1 canal" : `${count} canales`);

export const duty = {
  channels,
  untilThen: (moment: string) => `hasta el ${moment}`,
  forGood: "de forma definitiva",
  /** En una lista y en una tarjeta. */
  care: {
    by: (person: string) => `a cargo de ${person}`,
    instead: (person: string, owner: string, until: string | undefined) =>
      `a cargo de ${person}${until === undefined ? "" : ` hasta el ${until}`}, en lugar de ${owner}`,
    nobody: (owner: string) => `NADIE está a cargo: ${owner} salió del servidor`,
  },
  notice: {
    yours: (from: string, count: number, until: string) =>
      `Quedas a cargo de los avisos de ${from} ${until}: ${channels(count)}`,
    theirs: (to: string, count: number, until: string) =>
      `${to} queda a cargo de tus avisos ${until}: ${channels(count)}`,
    again: (from: string, count: number) => `Otra vez estás a cargo de tus avisos: ${channels(count)}. ${from} ya no`,
    noMore: (to: string, count: number) => `Ya no estás a cargo de los avisos de ${to}: ${channels(count)}`,
    leftYou: (from: string, count: number) =>
      `${from} salió del servidor: AHORA estás a cargo de estos avisos: ${channels(count)}`,
    leftNobody: (from: string, count: number) =>
      `${from} salió del servidor y NADIE está a cargo de estos avisos: ${channels(count)}`,
    backYou: (count: number) => `Volviste al servidor y otra vez estás a cargo de tus avisos: ${channels(count)}`,
    back: (to: string, count: number) =>
      `${to} volvió al servidor y otra vez está a cargo de estos avisos: ${channels(count)}`,
  },
  field: { channels: "Canales", means: "Qué significa", todo: "Qué hacer" },
  means:
    "Si los avisos de estos canales no llegan, te enteras antes que nadie. Pulsa entonces «Me hago cargo»; si nadie lo hace en una hora, se llama a la siguiente persona.",
  returns: (moment: string) =>
    `El ${moment} todo vuelve a quien lo tenía, sin hacer nada, y a ambas personas les llega un aviso.`,
  comesBack: (from: string) => `Si ${from} vuelve antes de 30 días, queda otra vez a cargo sin hacer nada.`,
  nameSomebody:
    "Alguien que pueda gestionar canales nombra a otra persona: «/alertas editar». Mientras tanto, los problemas con estos avisos se cuentan solo aquí.",
  takeBack: "Volver a mi cargo",
  giveBack: "Devolver",
  card: {
    ask: (to: string, count: number, until: string) => `¿Entregar ${channels(count)} a ${to}, ${until}?`,
    askFrom: (from: string, to: string, count: number, until: string) =>
      `¿Entregar a ${to}, ${until}, lo que está a cargo de ${from}: ${channels(count)}?`,
    means: (to: string) =>
      `${to} se entera antes que nadie si los avisos de estos canales no llegan. Lo que reciben los canales queda como está, salvo que ${to} lo cambie.`,
    review: (to: string, channel: string) => `Desde entonces, las preguntas en ${channel} llaman a ${to}.`,
    replaces: (to: string) => `Reemplaza la entrega a ${to}.`,
    told: "A ambas personas les llega un mensaje directo.",
    yes: "Entregar",
    no: "Dejarlo así",
    left: "No se entregó nada.",
    done: (to: string, count: number, until: string) => `${to} queda a cargo de ${channels(count)} ${until}`,
    bothTold: "A ambas personas les llega un mensaje directo.",
    over: "Recuperado. A ambas personas les llega un mensaje directo.",
    overAlready: "Esa entrega ya terminó.",
  },
  oneself: "No has entregado nada, así que no hay nada que recuperar. Para entregar, nombra a otra persona.",
  already: (to: string) => `${to} ya está a cargo de esto.`,
  notHere: (to: string) => `${to} no puede quedar a cargo: no es miembro de este servidor, o es un bot.`,
  notAsked:
    "Discord no dice en este momento si esa persona es miembro de este servidor. Inténtalo otra vez en un minuto.",
  nothing: (from: string) => `${from} no está a cargo de ningún canal de este servidor: no hay nada que entregar.`,
  nothingYours: "No estás a cargo de ningún canal de este servidor: no hay nada que entregar.",
  onlyManager: "Solo quien puede gestionar el servidor puede entregar lo que está a cargo de otra persona.",
  onlyConcerned: "Solo las dos personas de esta entrega, o quien puede gestionar el servidor, pueden terminarla.",
  unreadable: (typed: string, example: string) =>
    `No puedo leer «${typed}» como una fecha u hora. Por ejemplo: «1 semana», ${example}.`,
  past: (moment: string) => `El ${moment} ya pasó. Indica un momento que esté por venir.`,
  far: "Falta más de un año para eso. Indica un final más cercano, o ninguno: entonces es de forma definitiva.",
};

const many = (one: string, more: string) => (count: number) => `${count} ${count === 1 ? one : more}`;

export const forget = {
  ask: "¿Borrar todo lo que Vigía guarda de este servidor? Sus avisos se detienen enseguida y no hay vuelta atrás.",
  nothing: "Vigía no guarda nada de este servidor.",
  field: { goes: "Lo que se borra", stays: "Lo que queda", yours: "Lo que Vigía guarda de ti" },
  goes: {
    channels: many("canal con sus ajustes", "canales con sus ajustes"),
    subscriptions: many("suscripción, también las terminadas", "suscripciones, también las terminadas"),
    names: many("nombre de una persona", "nombres de personas"),
    pauses: many("pausa", "pausas"),
    handovers: many("entrega", "entregas"),
    seenLists: many("lista de quienes deben pulsar Visto", "listas de quienes deben pulsar Visto"),
    notices: many("aviso del historial, con su texto guardado", "avisos del historial, con sus textos guardados"),
    direct: "el historial de mensajes directos sobre este servidor, y lo que se escribió aquí y aún no se registró",
  },
  stays:
    "Los mensajes que están en Discord: elimínalos allí. Los hechos registrados (toques de queda, ataques, organizaciones), que no son de ningún servidor; los nombres de quienes los registraron sí se borran.",
  yours:
    "El idioma que elegiste con un botón, si lo hiciste; vale en todos los servidores. También se borra si con ese botón («En español», «In English», debajo de una respuesta) vuelves al idioma de tu Discord.",
  yes: "Borrar todo",
  no: "Conservar",
  language: "Olvidar mi idioma",
  kept: "No se borró nada.",
  done: "Borrado. Ningún canal de este servidor recibe avisos: el silencio aquí no dice nada sobre los toques de queda. El historial está vacío. Con «/alertas suscribir» se empieza de nuevo.",
  mayNot: "Solo quien puede gestionar el servidor puede borrar lo que se guarda de él.",
  languageDone: "Olvidado: desde ahora Vigía te responde en el idioma de tu Discord.",
  languageNone: "No había nada guardado: Vigía te responde en el idioma de tu Discord.",
};
