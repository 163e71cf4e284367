// Words of organisations, in Spanish. A listing is told as a government's act; nothing here says what an organisation is.
import { sentence } from "../sentence.ts";

const many = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;
const orgsOf = (n: number) => many(n, "organización", "organizaciones");

export const orgs = {
  act: "Una designación es un acto de gobierno, no un fallo judicial.",
  onLists: (who: string, count: number, lists: string) =>
    `${who}: en ${many(count, "lista de gobierno", "listas de gobiernos")}: ${lists}.`,
  onNone: (who: string) => `${who}: en ninguna lista de gobierno que conozcamos.`,
  dateNotStated: "fecha no indicada",
  /** What a date is the date of, where it is not the day on which the listing took effect. */
  basis: {
    announcement: "fecha del anuncio",
    reported: "fecha de la noticia",
    "announced-effective": "efecto anunciado",
  },
  otherNames: "Otros nombres",
  former: (name: string, until?: string) => `${name} (nombre anterior${until === undefined ? "" : `, hasta ${until}`})`,
  calledBy: (name: string, by: string) => `${name}; así la llama ${by}`,
  onNoneNow: (who: string) => `${who}: hoy en ninguna lista de gobierno, que sepamos.`,
  /** `20 mar. 2026`: anunciada, con efecto después. */
  ahead: (lists: string) => sentence(`Anunciada, aún sin efecto: ${lists}`),
  was: (lists: string) => sentence(`Ya no está en: ${lists}`),
  fromDay: (day: string) => `desde el ${day}`,
  untilDay: (since: string, off: string) => `${since} (sale de la lista el ${off})`,
  wasFromTo: (from: string | undefined, to: string | undefined) =>
    from === undefined && to === undefined
      ? "(fechas no indicadas)"
      : to === undefined
        ? `(en la lista desde el ${from}; fin no indicado)`
        : from === undefined
          ? `(estuvo en la lista hasta el ${to})`
          : `(estuvo en la lista del ${from} al ${to})`,
  takenBack: (day: string) => `(dejada sin efecto el ${day}, antes de que lo tuviera)`,
  listed: {
    standing: (authority: string) => `Designada por: ${authority}`,
    ending: (authority: string) => `Designada por: ${authority}`,
    ahead: (authority: string) => `Por designar: ${authority}`,
    former: (authority: string) => `Ya no la designa: ${authority}`,
  },
  effectAhead: (day: string) => `Tendrá efecto desde: ${day}`,
  off: (day: string) => `Retirada de la lista: ${day}`,
  offAhead: (day: string) => `Se retirará de la lista: ${day}`,
  offAnnounced: (day: string) => `Retiro anunciado: ${day}`,
  offAnnouncedOnly: (day: string) => `Retirada de la lista, según lo anunciado el ${day} (desde qué día, no indicado)`,
  offNoDate: "Retirada de la lista: fecha no indicada",
  offBy: (act: string) => `Retirada por: ${act}`,
  spelledField: "Siglas, con las palabras de la propia autoridad",
  spelled: (short: string, name: string, act: string | undefined) =>
    `${short}: «${name}»${act === undefined ? "" : ` (${act})`}`,
  merged: (name: string, into: string, said: string) =>
    `${name} se integró en ${into}${said === "" ? "" : ` (${said})`}.`,
  mergedInto: "Integrada en",
  mergedHere: "Se integraron en ella, con sus propias designaciones",
  says: (who: string) => `según ${who}`,
  mergersField: "Organizaciones integradas",
  countedApart: "Los ataques se cuentan con el nombre con el que se anunciaron.",
  openMerged: (name: string) => `Designaciones de ${name}`,
  strikesOf: (name: string) => `Ataques que nombran a ${name}`,
  openSuccessor: (name: string) => `Ir a ${name}`,
  country: "País",
  activeIn: "Activa en",
  description: "Descripción",
  type: (type: string) => `Tipo de designación: ${type}`,
  effect: (day: string) => `Con efecto desde: ${day}`,
  announcement: (day: string) => `Anunciada: ${day} (desde cuándo tiene efecto, no indicado)`,
  reported: (day: string) => `Según la prensa: ${day} (desde cuándo tiene efecto, no indicado)`,
  announcedEffective: (day: string) => `Con efecto, según lo anunciado, desde: ${day}`,
  noDate: "Fecha: no indicada",
  announced: (day: string) => `Anunciada: ${day}`,
  determination: (day: string) => `Fecha de la determinación: ${day}`,
  instrument: (instrument: string) => `Acto legal: ${instrument}`,
  listedAs: (name: string) => `Nombre en la lista: ${name}`,
  category: "Categoría que le dan las autoridades de Ecuador",
  namedField: "Ataques en los que se la nombró",
  named: (strikes: string, records: number, days: string) =>
    `La nombró quien los anunció, en ${strikes} a embarcaciones (${many(records, "registro", "registros")}): ${days}. Es una acusación, no una conclusión nuestra.`,
  lastDays: (count: number, days: string) => `los últimos ${count}, el ${days}`,
  namedInNone: (records: number, silent: number) =>
    `No se nombra en ninguno de nuestros ${many(records, "registro", "registros")}; ${silent} no nombran a ningún grupo.`,
  namedOnLand: (days: string) => `Nombrada en operaciones en tierra, fuera de esos conteos: ${days}.`,
  all: (count: number, listed: number) =>
    `${orgsOf(count)} en nuestro registro, ${listed} de ellas en listas de gobiernos.`,
  byAuthority: (authority: string, count: number) => `${authority}: ${orgsOf(count)} en sus listas, que sepamos.`,
  byCountry: (country: string, count: number, each: string) =>
    `${country}: ${orgsOf(count)} en las listas de sus autoridades, que sepamos (${each}).`,
  byInstrument: (instrument: string, authority: string, day: string, count: number) =>
    `${instrument} (${authority}, ${day}): ${orgsOf(count)}.`,
  byText: (typed: string, count: number) => `«${typed}» en el acto legal: ${orgsOf(count)}.`,
  each: (authority: string, count: number) => `${authority} ${count}`,
  group: (country: string, count: number) => `${country} (${count})`,
  groupPart: (country: string, shown: number, count: number) => `${country} (${shown} de ${count})`,
  more: (ahead: number, former: number) =>
    [
      ...(ahead === 0 ? [] : [` Anunciadas y aún sin efecto: ${ahead} más.`]),
      ...(former === 0 ? [] : [` Retiradas después: ${former}.`]),
    ].join(""),
  nowhere: (lists: string) => `hoy en ninguna lista, que sepamos; ${lists}`,
  line: (name: string, lists: string) => `• **${name}**: ${lists}`,
  name: (name: string) => `• **${name}**`,
  sameField: "Tipo de designación, para todas",
  onNoList: "en ninguna lista que conozcamos",
  notOnThat: (list: string) => `No está en las listas pedidas (${list}), que sepamos.`,
  open: "Abrir una organización",
  noOrg: (typed: string) =>
    `No conocemos ninguna organización «${typed}». Eso no significa que no esté en ninguna lista.`,
  noList: (typed: string) => `No conocemos ninguna autoridad, país ni acto legal «${typed}».`,
  nearest: (names: string) => sentence(`Lo más parecido: ${names}`),
  pickOrg: "Elige una organización",
  pickList: "Elige una lista",
  gone: "Esa organización ya no está en nuestro registro. Escribe /organizaciones otra vez.",
};
