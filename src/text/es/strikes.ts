// Words of strikes, in Spanish. Military strikes, never labour strikes; figures are as announced or with presumed dead, and say which.
const amount = (low: number, high: number | undefined) =>
  high === undefined ? `al menos ${low}` : high === low ? `${low}` : `entre ${low} y ${high}`;
const many = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;
export const strikesOf = (n: number) => many(n, "ataque", "ataques");
const vessels = (n: number) => (n === 1 ? "una embarcación" : `${n} embarcaciones`);
const isOne = (low: number, high: number | undefined) => low === 1 && (high ?? 1) === 1;
const dead = (low: number, high: number | undefined) => (isOne(low, high) ? "muerto" : "muertos");

/** An amount in words: one, and at least one, are singular. */
export const deadOf = (words: string) => `${words} ${/^(al menos )?1$/.test(words) ? "muerto" : "muertos"}`;

const hitsOf = (strikes: number | undefined, hit: number | undefined) =>
  [
    ...(strikes === undefined ? [] : [strikesOf(strikes)]),
    ...(hit === undefined ? [] : [many(hit, "embarcación", "embarcaciones")]),
  ].join(", ");

/** Offices take their article in a sentence; persons and agencies do not: "según el Comando Sur", "según AP". */
export const withArticle = (who: string) =>
  /^(Comando|Pentágono|Ejército|Gobierno|Departamento|Ministerio)\b/.test(who)
    ? `el ${who}`
    : who.startsWith("Fuerzas Armadas")
      ? `las ${who}`
      : who;

const upper = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const people = (low: number, high: number | undefined) =>
  low === 0 && high === 0
    ? "Nadie murió"
    : `${upper(amount(low, high))} ${low === 1 && (high ?? 1) === 1 ? "persona murió" : "personas murieron"}`;

export const strikes = {
  region: { caribbean: "Caribe", "eastern-pacific": "Pacífico oriental", undisclosed: "lugar no revelado" },
  onLand: (place: string) => `en tierra, ${place}`,
  amount,
  killed: (low: number, high: number | undefined) => `${amount(low, high)} ${dead(low, high)}`,
  killedNotStated: "número de muertos no indicado",
  presumed: (low: number, high: number | undefined) =>
    `${amount(low, high)} ${isOne(low, high) ? "dado por muerto" : "dados por muertos"}`,
  strikes: strikesOf,

  // One strike
  hit: (count: number, hit: number) => `${count === 1 ? "Ataque" : `${count} ataques`} de EE. UU. a ${vessels(hit)}`,
  land: "Operación militar de EE. UU. en tierra",
  says: (what: string, who: string) => `${what}, según ${withArticle(who)}`,
  sayTogether: (what: string, who: readonly string[]) => `${what}, según ${who.map(withArticle).join(" y ")}`,
  and: (names: readonly string[]) => names.join(" y "),
  differ: "las fuentes no coinciden",
  happened: (day: string) => `El ${day}`,
  happenedAnnounced: (day: string, announced: string) => `El ${day}; anuncio del ${announced}`,
  announced: (day: string) => `Anunciado el ${day}; día del ataque no indicado`,
  reported: (day: string) => `Primera noticia el ${day}; día del ataque no indicado`,
  announcedBy: "Anunciado por",
  killedField: "Muertos, según lo anunciado",
  presumedField: "Dados por muertos tras la búsqueda",
  presumedSince: "Se cuentan desde el día del ataque; no consta cuándo se supo.",
  survivorsField: "Sobrevivientes",
  injuredField: "Heridos",
  vesselsField: "Embarcaciones",
  placeField: "Lugar",
  watersField: "Aguas, según lo dicho",
  operationField: "Operación",
  detailField: "Detalles",
  groupField: "Grupo, según la acusación",
  allegation: "Es una acusación de quien lo anunció, no una conclusión nuestra.",
  together: "Anunciado junto con",
  confidenceField: "Nuestra confianza en este registro",
  outside: "Operación en tierra: no entra en ningún conteo de embarcaciones.",
  addressWithheld: (why: string) => `dirección no mostrada: ${why}`,
  sourceWithdrawn: (day: string, why: string | undefined) => `retirada el ${day}${why === undefined ? "" : `: ${why}`}`,
  status: (publishers: number, links: number, label: string) =>
    `${publishers > 1 ? `${publishers} fuentes` : links === 1 ? "Una sola fuente" : `${links} enlaces de una sola fuente`}, ${label}`,
  label: {
    disputed: "en disputa",
    unverified: "sin verificar",
    partly: "verificado en parte",
    verified: "verificado",
  },
  rule: {
    figures: "Las cifras dadas no pueden ser todas ciertas.",
    disagreement: "Las fuentes no coinciden; el registro dice en qué.",
    confirmed:
      "Alguien distinto de quien lo anunció da una cifra propia que coincide, y al menos dos medios lo publican.",
    repeated: "Al menos dos medios lo publican; nadie más que quien lo anunció confirma la cifra.",
    alone: "Lo publican menos de dos medios, sin contar a quien lo anunció.",
  },
  earlier: (figures: readonly string[]) => `antes: ${figures.join("; ")}`,
  dropped: "su fuente fue retirada",
  notStatedField: "No indicado",
  allNotStated: "Dados por muertos, sobrevivientes, grupo",

  copy: {
    region: {
      caribbean: "en el Caribe",
      "eastern-pacific": "en el Pacífico oriental",
      undisclosed: "en un lugar no revelado",
    },
    in: (place: string) => `en ${place}`,
    event: (hits: { strikes: number; vessels: number } | undefined, where: string, day: string | undefined) =>
      [
        hits === undefined
          ? "una operación militar de EE. UU. en tierra"
          : `${hits.strikes === 1 ? "un ataque" : `${hits.strikes} ataques`} de EE. UU. a ${vessels(hits.vessels)}`,
        where,
        ...(day === undefined ? [] : [`el ${day}`]),
      ].join(" "),
    killed: (low: number, high: number | undefined, event: string, who: string, day: string | undefined) =>
      `${people(low, high)} en ${event}, según ${withArticle(who)}${day === undefined ? "" : `, en un anuncio del ${day}`}`,
    silent: (event: string, who: string, day: string | undefined, how: "announced" | "reported") =>
      `Hubo ${event}, según ${how === "announced" ? "anunció" : "informó"} ${withArticle(who)}${day === undefined ? "" : ` el ${day}`}; no se indicó el número de muertos`,
    differ: (event: string, figures: readonly string[]) =>
      `Las fuentes no coinciden en cuántas personas murieron en ${event}: ${figures.join(", ")}`,
    presumed: (low: number, high: number | undefined) =>
      low === 1 && high === 1
        ? "Otra persona fue dada por muerta tras la búsqueda; se cuenta aparte"
        : `Otras ${amount(low, high)} personas fueron dadas por muertas tras la búsqueda; se cuentan aparte`,
    reported: (day: string) => `primera noticia el ${day}`,
    dayNotStated: (onLand: boolean) => `no se indicó el día ${onLand ? "de la operación" : "del ataque"}`,
  },

  // Alert
  fresh: "NUEVO",
  late: (span: string) => `(Aviso con ${span} de atraso.)`,
  before: "antes de este",

  // The list
  list: (count: number, scope: string) =>
    `${count} ${count === 1 ? "ataque militar" : "ataques militares"} de EE. UU. a embarcaciones${scope === "" ? "" : `, ${scope}`}`,
  listFigures: (killed: string, presumed: string) =>
    `${deadOf(killed)} según lo anunciado, ${presumed} con los dados por muertos (conteo de Vigía)`,
  listSilent: "número de muertos no indicado",
  none: (scope: string) =>
    `Ningún registro de ataques militares de EE. UU. a embarcaciones${scope === "" ? "" : `, ${scope}`}`,
  noneMeans: "Eso no significa que no haya habido.",
  gapsInLine: (count: number) => `Pueden faltar algunos (${many(count, "vacío conocido", "vacíos conocidos")}).`,
  since: (day: string) => `desde el ${day}`,
  until: (day: string) => `hasta el ${day}`,
  between: (from: string, to: string) => `del ${from} al ${to}`,
  named: (org: string) => `con mención de ${org}`,
  atLeastKilled: (least: number) => `con ${least} ${least === 1 ? "muerto" : "muertos"} o más`,
  countField: "Conteo de Vigía",
  countKilled: (amount: string) => `${deadOf(amount)} según lo anunciado`,
  countPresumed: (amount: string) => `${amount} con los dados por muertos, contados desde el día del ataque`,
  withPresumed: (amount: string) => `${amount} con los dados por muertos`,
  countRecords: (records: number, strikes: number) =>
    records === strikes && strikes > 1
      ? `${strikesOf(strikes)}, un registro cada uno`
      : `${strikesOf(strikes)} en ${many(records, "registro", "registros")}`,
  silent: (count: number) =>
    `${many(count, "registro no da", "registros no dan")} número de muertos; no indicado no es cero.`,
  silentLeftOut: (count: number) =>
    count === 1
      ? "Queda fuera 1 registro sin número de muertos."
      : `Quedan fuera ${count} registros sin número de muertos.`,
  landListed: (count: number) =>
    count === 1
      ? "1 operación en tierra está en la lista y en ningún conteo."
      : `${count} operaciones en tierra están en la lista y en ningún conteo.`,
  landLeftOut: (count: number) =>
    count === 1
      ? "Queda fuera 1 operación en tierra: se pidió una región del mar."
      : `Quedan fuera ${count} operaciones en tierra: se pidió una región del mar.`,
  othersField: "Totales que dan otros",
  hits: hitsOf,
  total: (strikes: number | undefined, vessels: number | undefined, killed: number, atLeast: boolean) =>
    [hitsOf(strikes, vessels), `${atLeast ? "al menos " : ""}${killed} ${killed === 1 ? "muerto" : "muertos"}`]
      .filter(Boolean)
      .join(", "),
  agreesAnnounced: (amount: string) => `Coincide con nuestro conteo a esa fecha: ${amount} según lo anunciado.`,
  agreesPresumed: (amount: string) => `Coincide con nuestro conteo a esa fecha: ${amount} con los dados por muertos.`,
  oursToThatDay: (killed: string, presumed: string) =>
    `Nuestro conteo a esa fecha: ${killed} según lo anunciado, ${presumed} con los dados por muertos.`,
  maybeGaps: (spans: string) => `Los vacíos conocidos de nuestro registro pueden explicar la diferencia: ${spans}.`,
  unexplained: "Diferencia sin explicar.",
  strikesDiffer: (theirs: number, ours: number) => `Ataques: ${theirs} allí, ${ours} en nuestro conteo.`,
  notBeside: "Son totales de todos los ataques, no de esta parte. Al lado va nuestro conteo completo.",
  wholeTo: (day: string, count: string) => `Nuestro conteo completo, hasta el ${day}: ${count}.`,
  gapsField: "Vacíos conocidos de nuestro registro",
  missingKilled: (least: number) => `a nuestro conteo le faltan al menos ${least} muertos`,
  claimsField: "Afirmado y no confirmado, en ningún conteo",
  records: (from: number, to: number, all: number) =>
    `Registros ${from} a ${to} de ${all}, del más reciente al más antiguo`,
  basis: { strike: "", announcement: "día del anuncio", reported: "primera noticia" },
  several: (count: number, hit: number) => `${strikesOf(count)} a ${vessels(hit)}`,
  alleged: (names: string) => `acusación: ${names}`,
  open: "Abrir un registro",
  behind: "Registros detrás de una cifra",
  part: {
    counted: "solo a embarcaciones",
    stated: "con número de muertos",
    silent: "sin número de muertos",
    presumed: "con dados por muertos",
    land: "en tierra",
  },
  behindPart: {
    counted: (n: number) => `Ataques a embarcaciones: ${many(n, "registro", "registros")}`,
    stated: (n: number) => `Con número de muertos: ${many(n, "registro", "registros")}`,
    silent: (n: number) => `Sin número de muertos: ${many(n, "registro", "registros")}`,
    presumed: (n: number) => `Con dados por muertos: ${many(n, "registro", "registros")}`,
    land: (n: number) => `En tierra, en ningún conteo: ${many(n, "registro", "registros")}`,
  },
  behindTotal: (day: string, n: number, part: boolean) =>
    `${part ? "Todos los ataques" : "Los nuestros"} hasta el ${day}, día de un total citado: ${many(n, "registro", "registros")}`,
  onlyLand: (count: number, scope: string) =>
    `${many(count, "operación militar", "operaciones militares")} de EE. UU.${scope === "" ? "" : ` ${scope}`}: en ningún conteo de embarcaciones`,

  // By month
  byMonth: "Por mes",
  asList: "En lista",
  openMonth: "Abrir los registros de un mes",
  monthField: upper,
  landInMonth: (count: number) => `${many(count, "operación", "operaciones")} en tierra, en ningún conteo.`,
  monthNone: "Ningún registro; eso no significa que no haya habido.",
  monthEntry: (month: string, n: number) => `${upper(month)}: ${many(n, "registro", "registros")}`,
  upTo: (scope: string, count: string) => `${upper(scope)}: ${count}`,
  namedInNone: (org: string, records: number, silent: number) =>
    records === 1
      ? `${org}: no se nombra en nuestro único registro; ${silent} sin nombre de grupo`
      : `${org}: no se nombra en ninguno de nuestros ${records} registros; ${silent} no nombran a ningún grupo`,
  namedOnLand: (count: number) => `Nombrada en ${many(count, "operación", "operaciones")} en tierra.`,
  noOrg: (typed: string) => `No conocemos ninguna organización «${typed}».`,

  // Refusals
  badDay: (typed: string) =>
    `«${typed}» no es una fecha que pueda leer. Escribe 2026-03-01, 1 de marzo de 2026, 01/03/2026 (primero el día), marzo 2026, 2026, hoy o ayer.`,
  badOrder: (since: string, until: string) =>
    `«desde» (${since}) es posterior a «hasta» (${until}). Inviértelos: desde 2026-03-01, hasta 2026-03-31.`,
  badRegion: "Elige una región: Caribe, Pacífico oriental o no revelada.",
  noRecord: "Ese registro ya no está en la lista: se retiró o se reemplazó. Escribe /ataques otra vez.",
};
