// Words of curfews, in English. Sentences get their parts ready made: places escaped, times on the place's own clock.
export const curfew = {
  /** The three states, for now or for the moment named. No lost letter may turn one into another. */
  curfew: (when?: string) => (when === undefined ? "CURFEW NOW" : `CURFEW ${when}`),
  none: (when?: string) => (when === undefined ? "No curfew now" : `No curfew ${when}`),
  unknown: (where: string, when?: { moment: string; tense: "past" | "present" | "future" }) =>
    when === undefined
      ? `NOT KNOWN whether ${where} has a curfew now`
      : `NOT KNOWN whether ${where} ${{ past: "had", present: "has", future: "will have" }[when.tense]} a curfew ${when.moment}`,
  /** The same of several places that were asked about together. */
  unknownThere: (places: string, when?: { moment: string; tense: "past" | "present" | "future" }) =>
    when === undefined
      ? `NOT KNOWN whether there is a curfew now in ${places}`
      : `NOT KNOWN whether there ${{ past: "was", present: "is", future: "will be" }[when.tense]} a curfew ${when.moment} in ${places}`,
  /** Some parts are not known, and there is no curfew in the others. */
  unknownParts: (where: string, places: string, when?: { moment: string; tense: "past" | "present" | "future" }) =>
    when === undefined
      ? `NOT KNOWN whether part of ${where} has a curfew now: ${places}`
      : `NOT KNOWN whether part of ${where} ${{ past: "had", present: "has", future: "will have" }[when.tense]} a curfew ${when.moment}: ${places}`,
  partOf: (where: string) => `part of ${where}`,
  allOf: (where: string) => `all of ${where}`,
  in: (where: string) => `in ${where}`,
  until: (moment: string) => `until ${moment}`,
  /** Spanish needs its article. */
  untilHour: (hour: string, _article: string) => `until ${hour}`,
  noEnd: "no end announced",
  asDeclared: "as declared",
  andMore: (count: number) => `and ${count} more`,
  morePlaces: (count: number) => `${count} more ${count === 1 ? "place" : "places"} at other hours`,
  restOf: (area: string) => `rest of ${area}`,
  except: (area: string, without: string) => `${area} except ${without}`,
  notInRest: "not in the rest",
  restFrom: (hour: string, places: string) => `in the rest from ${hour}: ${places}`,
  from: (hour: string, places: string) => `from ${hour}: ${places}`,
  restUnknown: "the rest: NOT KNOWN",
  unknownIn: (places: string) => `NOT KNOWN in ${places}`,
  noneIn: (places: string) => `No curfew: ${places}`,

  next: (when: string) => `Next: ${when}`,
  nextIn: (when: string, places: string) => `${when}: ${places}`,
  nextDeclared: (when: string) => `Next declared: ${when}`,
  afterThat: "After that: NOT KNOWN",
  noFurther: "No further night announced",
  noneAnnounced: "None announced",
  noneAnnouncedUntil: (moment: string) => `None announced until ${moment}; from then on NOT KNOWN`,
  thenUnknown: (moment: string) => `until ${moment}; from then on NOT KNOWN`,
  restNone: "in the rest none announced",
  restNoneUntil: (moment: string) => `in the rest none announced until ${moment}, from then on NOT KNOWN`,
  fromThen: (moment: string) => `From ${moment}: NOT KNOWN`,
  today: (when: string) => `today, ${when}`,
  tonight: (when: string) => `tonight, ${when}`,
  tomorrow: (when: string) => `tomorrow, ${when}`,
  newest: (day: string) => `Newest source: ${day}`,

  why: {
    "not-covered": "Our information does not reach there",
    "end-not-known": "No source says whether the last curfew here went on",
    "list-partial": "A curfew holds, and no source lists all of its places",
    withdrawn: "The record that spoke of it was withdrawn",
  },
  ends: (moment: string) => `Our information ends ${moment}`,
  endsOn: (day: string) => `Our information ends on ${day}`,
  endsAtFirst: (day: string) => `Our information ends on ${day}, for some places later`,
  /** A partly known list, of a time that is past. */
  listPartialThen: "A curfew held then, and no source lists all of its places",
  notNone: (tense: "past" | "present" | "future") =>
    `This does not mean there ${{ past: "was", present: "is", future: "will be" }[tense]} none`,

  permission: "information, not permission to travel",
  notChecked: "not checked for this place and time",

  field: {
    curfew: "Curfew",
    decree: "Decree",
    follows: "This channel follows",
    now: "Now",
    tonight: "Tonight",
    later: "Later",
    none: "None announced",
    noCurfew: "No curfew",
    unknown: "NOT KNOWN",
    others: "Other countries",
    information: "Information",
    readAs: "Read as",
    yourTime: "Your time",
    hours: "Hours",
    exempt: "Exempt",
    notExempt: "Expressly NOT exempt",
    differ: "Exempt or not: sources differ",
    penalty: "Penalty",
    penaltyReported: "Penalty, as reported",
    ended: "Ended",
    changes: "Changes",
    checked: "Checked",
    confidence: "Confidence",
    last: "Last known",
    places: "Places",
    nextNight: "Next night",
    missed: "Missed",
  },
  /** Against the list of the decree before. */
  since: (decree: string) => `Compared with ${decree}`,
  added: (list: string) => `New: ${list}`,
  removed: (list: string) => `No longer named: ${list}`,
  nowNot: (list: string) => `Now expressly NOT exempt: ${list}`,
  sameList: "The same list",
  beforeNotStated: "We do not have that decree's exemptions to compare",
  night: (n: number, count: number) => `night ${n} of ${count}`,
  nightOpen: (n: number) => `night ${n}`,
  by: (authority: string) => `By ${authority}`,
  daily: "daily",
  on: (weekdays: string) => `nights that begin on ${weekdays}`,
  nights: (from: string, to: string) => `nights of ${from} to ${to}`,
  sinceNight: (from: string) => `nights from ${from}`,
  toNight: (to: string) => `nights up to ${to}`,
  placesPartial: "sources name only some of the places",
  lastNight: (night: string) => `last night ${night}`,
  endNotKnown: "end not known",
  confirmedTo: (day: string, by?: string) =>
    by === undefined
      ? `last night confirmed: ${day}; later ones not known`
      : `last night confirmed: ${day}; not known up to the night of ${by}`,
  off: (day: string, places: string) => `Night of ${day}${places}: no curfew`,
  otherHours: (day: string, hours: string, places: string) => `Night of ${day}${places}: ${hours}`,
  endedBy: (by: string, moment: string, places: string) => `by ${by}, from ${moment}${places}`,
  restedBy: (by: string, from: string, until: string, places: string) =>
    `by ${by}, from ${from} until ${until}${places}`,
  exceptPlaces: (places: string) => `except ${places}`,
  daysLater: (days: number) => `ends ${days} days later`,
  hoursEnded: (hours: string, moment: string) => `${hours}, ended ${moment}`,
  change: (day: string, instrument: string, effect: string) => `${day}${instrument}: ${effect}`,
  sameHours: (places: string) => `Same hours: ${places}`,
  followsGone: (codes: string) => `No longer in our record, so nothing is told of it: ${codes}`,
  /** All but those that are named beside them. */
  otherProvinces: (count: number) => `the other ${count} provinces`,
  everywhereElse: (country: string) => `everywhere else in ${country}`,
  provinces: (count: number) => (count === 1 ? "1 province" : `${count} provinces`),
  noneNow: "none",
  elsewhere: "not known",
  elsewhereToo: "all others: not known",
  readNight: (night: string) => `the night ${night}`,

  unreadable: (typed: string, example: string) =>
    `I could not read “${typed}” as a time. Write date and hour of the place, for example ${example}, or “tonight”.`,
  impossible: (what: string, example: string) =>
    `“${what}” does not exist as a date or hour. Write for example ${example}.`,
  noPlace: (typed: string) => `No place is called “${typed}” here.`,
  nearest: (list: string) => `Nearest: ${list}.`,
  pick: "Pick the place you mean",
  gone: "That place is no longer in our record. Please type /curfew again.",
};
