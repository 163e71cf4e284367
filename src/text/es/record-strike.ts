// Words of recording a strike by hand, in Spanish: its form, its card and every "no". Seen by members of the team only.
import { deadOf, strikesOf } from "./strikes.ts";

export const recordStrike = {
  title: "Registrar un ataque",
  moreTitle: "Más detalles del ataque",
  statement: {
    label: "Qué se afirma y quién lo dice",
    description: "Lo dicho, con sus palabras: El Comando Sur dice que…",
  },
  told: {
    label: "Fecha y de qué es",
    description: "17 mar., anunciado · ataque 16 mar., anunciado 17 mar. · ayer, reporte",
  },
  region: { label: "Región" },
  killed: { label: "Muertos", description: "3 · al menos 3 · 3-4 · no indicado" },
  link: { label: "Enlace a la fuente", description: "https://..." },
  announcedBy: {
    label: "Anunciado por",
    description: "SOUTHCOM, Pentágono… Vacío: quien lo dice en el texto, o la fuente",
  },
  people: {
    label: "Heridos, sobrevivientes, dados por muertos",
    description: "sobrevivientes: 1, dados por muertos: al menos 2. Vacío: no indicado",
  },
  group: { label: "Grupo, según la acusación", description: "La organización que se nombró. Vacío: no indicado" },
  hits: { label: "Embarcaciones y ataques", description: "2 embarcaciones, 1 ataque. Vacío: una y uno" },
  differs: { label: "En qué no coinciden las fuentes", description: "Una frase por línea. Vacío: en nada" },
  more: "Más detalles",

  badTold: {
    unreadable: (typed: string) =>
      `No puedo leer «${typed}» como fecha y de qué es. Escribe por ejemplo: 17 mar., anunciado. O bien: ataque 16 mar., anunciado 17 mar.`,
    "no-day": "Falta el día. Escribe por ejemplo: 17 mar., anunciado. O bien: ayer, ataque.",
    "several-days": "Indica un solo día, por ejemplo: 17 mar., anunciado. No un mes ni un año.",
    order:
      "El ataque no puede ser posterior a su anuncio o reporte. Escribe por ejemplo: ataque 16 mar., anunciado 17 mar.",
    twice: "Se dice lo mismo de dos días. Escribe por ejemplo: ataque 16 mar., anunciado 17 mar.",
    "no-basis": (day: string) =>
      `¿El ${day} es el día del ataque, de su anuncio o de un reporte? Escribe por ejemplo: 17 mar., ataque. O bien: 17 mar., anunciado. O bien: 17 mar., reporte.`,
    future: (day: string) =>
      `El ${day} aún no llega (hora del Este de EE. UU.). Escribe el día del ataque o de su anuncio, por ejemplo: 17 mar., anunciado.`,
    weekday: (day: string) => `El ${day} es otro día de la semana que el que escribiste. Revisa la fecha.`,
  },
  noStatement:
    "Escribe qué se afirma y quién lo dice, por ejemplo: El Comando Sur dice que atacó una lancha y que hubo 3 muertos.",
  badPeople: (piece: string) =>
    `No puedo leer «${piece}». Escribe por ejemplo: sobrevivientes: 1, dados por muertos: al menos 2, heridos: 3.`,
  badHits: (typed: string) => `No puedo leer «${typed}». Escribe por ejemplo: 2 embarcaciones, 1 ataque.`,
  severalGroups: (typed: string, names: string) =>
    `«${typed}» puede ser varias organizaciones: ${names}. Escribe uno de esos nombres.`,
  own: "Ese es un aviso de la propia Vigía. Se basa en un registro que ya existe; registra desde la fuente, o corrige el registro con /registrar corregir.",
  post: (author: string) => `publicación de ${author} en Discord`,

  maybeSame: (what: string) => `Puede que ya esté registrado: ${what}`,
  sameLink: (what: string) => `El mismo enlace está en un registro: ${what}`,
  moreSame: (count: number) => `${count} más de esos días y esa región; mira /ataques.`,
  addTo: (number: number, count: number) =>
    count === 1 ? "Añadirle esta fuente" : `Añadir esta fuente al n.º ${number}`,
  confirmOther: "Confirmar: es otro ataque",
  alone: "No, es otro ataque",
  announceAnyway: "Avisar de todos modos",
  announceNot: "No avisar",
  theirDay: (day: string) =>
    `Los días de un ataque se cuentan en hora del Este de EE. UU.; allí ahora es ${day}: revisa la fecha de arriba.`,
  announced: (channels: number) =>
    channels === 0
      ? "Ningún canal pide un ataque así: no se avisa a nadie. Queda en /ataques."
      : `Se avisa en ${channels === 1 ? "1 canal que sigue" : `${channels} canales que siguen`} los ataques.`,
  announcedOld: (channels: number) =>
    channels === 0
      ? "Ningún canal pide un ataque así: no se avisa a nadie. Queda en /ataques."
      : `Se avisa en ${channels === 1 ? "1 canal que sigue" : `${channels} canales que siguen`} los ataques, aunque su día terminó hace más de 72 horas.`,
  tooOld: "Se registra y no se avisa: su día terminó hace más de 72 horas.",
  count: (strikes: [number, number], killed: [string, string]) =>
    `Conteo de Vigía: ${strikes[0] === strikes[1] ? `${strikesOf(strikes[0])}, igual que antes` : `${strikes[0]} -> ${strikesOf(strikes[1])}`}; ${killed[0] === killed[1] ? `${deadOf(killed[0])} según lo anunciado, igual que antes` : `${killed[0]} -> ${deadOf(killed[1])} según lo anunciado`}.`,
  noFigure: "No se indica número de muertos: no suma ninguno al conteo. No indicado no es cero.",
  restNotStated: "Sobrevivientes, heridos y grupo quedan como no indicado, si no los añades en «Más detalles».",
  groupUnknown: (name: string) =>
    `«${name}» no es ninguna organización de nuestro registro: queda como texto y no se encuentra por nombre.`,
  cut: (parts: number) => `El aviso tiene ${parts} partes; esta es la primera.`,

  adds: (what: string) => `Esto añade una fuente a un registro que ya existe: ${what}`,
  addsFigure: (amount: string, by: string) =>
    `Su cifra va junto a las otras: ${amount}, según ${by}. No se reemplaza nada de lo que hay.`,
  addsSource: "Su cifra ya está allí: solo se añade la fuente.",
  addsSilent: "No da número de muertos: solo se añade la fuente.",
  linkThere: (what: string) => `Ese enlace ya está en este registro, no hay nada que añadir: ${what}`,
  gone: "Ese registro se retiró entretanto. Registra el ataque de nuevo, o cancela.",
  reached: "Los canales que recibieron el aviso lo leen con esta fuente.",

  recorded: (what: string) => `Registrado: ${what}`,
  recordedAdded: (what: string) => `Fuente añadida: ${what}`,
  recordedChanged: (what: string) => `Cambiado: ${what}`,
  toldTo: (channels: number) =>
    channels === 0
      ? "Ningún canal pide un ataque así."
      : `Se avisa en ${channels === 1 ? "1 canal" : `${channels} canales`}.`,
  notTold: "No se avisa.",
};
