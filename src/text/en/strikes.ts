// Words of strikes, in English. Military strikes, never labour strikes; figures are as announced or with presumed dead, and say which.
const amount = (low: number, high: number | undefined) =>
  high === undefined ? `at least ${low}` : high === low ? `${low}` : `${low} to ${high}`;
const many = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;
export const strikesOf = (n: number) => many(n, "strike", "strikes");
const vessels = (n: number) => (n === 1 ? "a vessel" : `${n} vessels`);

/** `45 strikes, 46 vessels`, as far as stated. */
const hitsOf = (strikes: number | undefined, hit: number | undefined) =>
  [
    ...(strikes === undefined ? [] : [strikesOf(strikes)]),
    ...(hit === undefined ? [] : [many(hit, "vessel", "vessels")]),
  ].join(", ");

/** "says the Pentagon"; SOUTHCOM and agencies go without. */
export const withArticle = (who: string) => (/^(Pentagon|US military)\b/.test(who) ? `the ${who}` : who);

const upper = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const people = (low: number, high: number | undefined) =>
  low === 0 && high === 0
    ? "Nobody was"
    : `${upper(amount(low, high))} ${low === 1 && (high ?? 1) === 1 ? "person was" : "people were"}`;

export const strikes = {
  region: { caribbean: "Caribbean", "eastern-pacific": "eastern Pacific", undisclosed: "place not disclosed" },
  onLand: (place: string) => `on land, ${place}`,
  amount,
  killed: (low: number, high: number | undefined) => `${amount(low, high)} killed`,
  killedNotStated: "number killed not stated",
  presumed: (low: number, high: number | undefined) => `${amount(low, high)} presumed dead`,
  strikes: strikesOf,

  // One strike
  hit: (count: number, hit: number) => `${count === 1 ? "US strike" : `${count} US strikes`} on ${vessels(hit)}`,
  land: "US military operation on land",
  says: (what: string, who: string) => `${what}, says ${withArticle(who)}`,
  sayTogether: (what: string, who: readonly string[]) => `${what}, say ${who.map(withArticle).join(" and ")}`,
  and: (names: readonly string[]) => names.join(" and "),
  differ: "sources differ",
  happened: (day: string) => `On ${day}`,
  happenedAnnounced: (day: string, announced: string) => `On ${day}, announced ${announced}`,
  announced: (day: string) => `Announced ${day}; day of the strike not stated`,
  reported: (day: string) => `First reported ${day}; day of the strike not stated`,
  announcedBy: "Announced by",
  killedField: "Killed, as announced",
  presumedField: "Presumed dead after the search",
  presumedSince: "Counted from the strike's day; when it became known is not recorded.",
  survivorsField: "Survivors",
  injuredField: "Injured",
  vesselsField: "Vessels",
  placeField: "Place",
  watersField: "Waters, as told",
  operationField: "Operation",
  detailField: "Details",
  groupField: "Group, as alleged",
  allegation: "An allegation of whoever announced it, not a finding of ours.",
  together: "Announced together with",
  confidenceField: "Our confidence in this record",
  outside: "An operation on land: in no count of vessels.",
  addressWithheld: (why: string) => `address not shown: ${why}`,
  sourceWithdrawn: (day: string, why: string | undefined) => `withdrawn ${day}${why === undefined ? "" : `: ${why}`}`,
  /** Of publishers: reprints of one are one. */
  status: (publishers: number, links: number, label: string) =>
    `${publishers > 1 ? `${publishers} sources` : links === 1 ? "One source" : `${links} links of one source`}, ${label}`,
  label: { disputed: "disputed", unverified: "unverified", partly: "partly verified", verified: "verified" },
  /** Why a record has its label, by the rules of domain/verified.ts. */
  rule: {
    figures: "The figures given cannot all be true.",
    disagreement: "Sources disagree about it; the record says on what.",
    confirmed:
      "Somebody other than whoever announced it gives a figure of their own that agrees, and at least two publishers carry it.",
    repeated: "At least two publishers carry it; nobody but whoever announced it confirms the figure.",
    alone: "Fewer than two publishers carry it, not counting whoever announced it.",
  },
  earlier: (figures: readonly string[]) => `earlier: ${figures.join("; ")}`,
  dropped: "its source was withdrawn",
  notStatedField: "Not stated",
  allNotStated: "Presumed dead, survivors, group",

  /** A sentence that can be published. */
  copy: {
    region: {
      caribbean: "in the Caribbean",
      "eastern-pacific": "in the eastern Pacific",
      undisclosed: "at a place not disclosed",
    },
    in: (place: string) => `in ${place}`,
    /** `a US strike on a vessel in the Caribbean on 8 March 2026`; on land without `hits`. */
    event: (hits: { strikes: number; vessels: number } | undefined, where: string, day: string | undefined) =>
      [
        hits === undefined
          ? "a US military operation on land"
          : `${hits.strikes === 1 ? "a US strike" : `${hits.strikes} US strikes`} on ${vessels(hits.vessels)}`,
        where,
        ...(day === undefined ? [] : [`on ${day}`]),
      ].join(" "),
    killed: (low: number, high: number | undefined, event: string, who: string, day: string | undefined) =>
      `${people(low, high)} killed in ${event}, ${withArticle(who)} said${day === undefined ? "" : ` on ${day}`}`,
    silent: (event: string, who: string, day: string | undefined, how: "announced" | "reported") =>
      `${upper(event)} was ${how} by ${withArticle(who)}${day === undefined ? "" : ` on ${day}`}; the number of people killed was not stated`,
    differ: (event: string, figures: readonly string[]) =>
      `Sources differ on how many people were killed in ${event}: ${figures.join(", ")}`,
    presumed: (low: number, high: number | undefined) =>
      `${upper(amount(low, high))} more ${low === 1 && high === 1 ? "was" : "were"} presumed dead after the search, counted apart`,
    reported: (day: string) => `first reported on ${day}`,
    dayNotStated: (onLand: boolean) => `the day of the ${onLand ? "operation" : "strike"} was not stated`,
  },

  // Alert
  fresh: "NEW",
  late: (span: string) => `(This notice is ${span} late.)`,
  before: "before it",

  // The list
  list: (count: number, scope: string) =>
    `${count} US military ${count === 1 ? "strike" : "strikes"} on vessels${scope === "" ? "" : `, ${scope}`}`,
  listFigures: (killed: string, presumed: string) =>
    `${killed} killed as announced, ${presumed} with presumed dead, by Vigía's count`,
  listSilent: "number killed not stated",
  none: (scope: string) => `No record of US military strikes on vessels${scope === "" ? "" : `, ${scope}`}`,
  noneMeans: "That does not mean there was none.",
  gapsInLine: (count: number) => `Some may be missing (${many(count, "known gap", "known gaps")}).`,
  since: (day: string) => `since ${day}`,
  until: (day: string) => `up to ${day}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  named: (org: string) => `${org} named`,
  atLeastKilled: (least: number) => `${least} or more killed`,
  countField: "Vigía's count",
  countKilled: (amount: string) => `${amount} killed as announced`,
  countPresumed: (amount: string) => `${amount} with presumed dead, counted from the strike's day`,
  withPresumed: (amount: string) => `${amount} with presumed dead`,
  countRecords: (records: number, strikes: number) =>
    records === strikes && strikes > 1
      ? `${strikesOf(strikes)}, one record each`
      : `${strikesOf(strikes)} in ${many(records, "record", "records")}`,
  silent: (count: number) =>
    `${many(count, "record gives", "records give")} no figure of killed; not stated is not zero.`,
  silentLeftOut: (count: number) =>
    `${many(count, "record", "records")} without a figure of killed ${count === 1 ? "is" : "are"} left out.`,
  landListed: (count: number) =>
    `${many(count, "operation", "operations")} on land ${count === 1 ? "is" : "are"} listed below and in no count.`,
  landLeftOut: (count: number) =>
    `${many(count, "operation", "operations")} on land ${count === 1 ? "is" : "are"} left out: a region at sea was asked for.`,
  othersField: "Totals that others give",
  hits: hitsOf,
  total: (strikes: number | undefined, vessels: number | undefined, killed: number, atLeast: boolean) =>
    [hitsOf(strikes, vessels), `${atLeast ? "at least " : ""}${killed} killed`].filter(Boolean).join(", "),
  agreesAnnounced: (amount: string) => `Agrees with our ${amount} as announced, to that day.`,
  agreesPresumed: (amount: string) => `Agrees with our ${amount} with presumed dead, to that day.`,
  oursToThatDay: (killed: string, presumed: string) =>
    `Ours to that day: ${killed} as announced, ${presumed} with presumed dead.`,
  maybeGaps: (spans: string) => `Known gaps in our record may explain the difference: ${spans}.`,
  unexplained: "Difference not explained.",
  strikesDiffer: (theirs: number, ours: number) => `Strikes: ${theirs} there, ${ours} in ours.`,
  notBeside: "These are totals of all strikes, not of this part. Beside them stands our whole count.",
  wholeTo: (day: string, count: string) => `Our whole count, up to ${day}: ${count}.`,
  gapsField: "Known gaps in our record",
  missingKilled: (least: number) => `at least ${least} killed are missing from our count`,
  claimsField: "Claimed and not confirmed, in no count",
  records: (from: number, to: number, all: number) => `Records ${from} to ${to} of ${all}, newest first`,
  basis: { strike: "", announcement: "day announced", reported: "first reported" },
  several: (count: number, hit: number) => `${strikesOf(count)} on ${vessels(hit)}`,
  alleged: (names: string) => `alleged: ${names}`,
  open: "Open one record",
  behind: "Records behind a figure",
  /** What a list is narrowed to, and what it holds. */
  part: {
    counted: "on vessels only",
    stated: "with a figure of killed",
    silent: "without a figure of killed",
    presumed: "with presumed dead",
    land: "on land",
  },
  behindPart: {
    counted: (n: number) => `Strikes on vessels: ${many(n, "record", "records")}`,
    stated: (n: number) => `A figure of killed: ${many(n, "record", "records")}`,
    silent: (n: number) => `No figure of killed: ${many(n, "record", "records")}`,
    presumed: (n: number) => `Presumed dead: ${many(n, "record", "records")}`,
    land: (n: number) => `On land, in no count: ${many(n, "record", "records")}`,
  },
  behindTotal: (day: string, n: number, part: boolean) =>
    `${part ? "All strikes" : "Ours"} up to ${day}, day of a quoted total: ${many(n, "record", "records")}`,
  onlyLand: (count: number, scope: string) =>
    `${many(count, "US military operation", "US military operations")}${scope === "" ? "" : ` ${scope}`}: in no count of vessels`,

  // By month
  byMonth: "By month",
  asList: "As a list",
  openMonth: "Open the records of a month",
  monthField: upper,
  landInMonth: (count: number) => `${many(count, "operation", "operations")} on land, in no count.`,
  monthNone: "No record; that does not mean there was none.",
  monthEntry: (month: string, n: number) => `${month}: ${many(n, "record", "records")}`,
  upTo: (scope: string, count: string) => `${upper(scope)}: ${count}`,
  namedInNone: (org: string, records: number, silent: number) =>
    `${org}: named in none of our ${many(records, "record", "records")}; ${silent} name no group`,
  namedOnLand: (count: number) => `Named in ${many(count, "operation", "operations")} on land.`,
  noOrg: (typed: string) => `No organisation “${typed}” that we know of.`,

  // Refusals
  badDay: (typed: string) =>
    `“${typed}” is no date that I can read. Write 2026-03-01, 1 March 2026, 01/03/2026 (day first), March 2026, 2026, today or yesterday.`,
  badOrder: (since: string, until: string) =>
    `“since” (${since}) is later than “until” (${until}). Swap them: since 2026-03-01, until 2026-03-31.`,
  badRegion: "Please pick a region: Caribbean, eastern Pacific or not disclosed.",
  noRecord: "That record is no longer in the list: it was withdrawn or replaced. Please type /strikes again.",
};
