// Words of /curfew as it is asked: how a time was read, several places, spans; in English.
export const ask = {
  /** `Read as Mon 16 Mar 22:00 (Ecuador time): 22:00 has passed today.` */
  readAs: (when: string, why: string) => `Read as ${when}${why === "" ? "" : `: ${why}`}`,
  note: {
    passed: (hour: string) => `${hour} has passed today, so the next one was taken`,
    running: "after midnight, tonight is the night that is running",
    half: (hours: readonly (readonly string[])[]) =>
      `${hours.map((one) => one.join(" or ")).join(", ")} could be meant, the next to come was taken; 24 hours, a.m. or p.m. make it certain`,
    dayFirst: (other: string) => `day first, month second; for the other write ${other}`,
    midnight: (day: string) => `midnight at the end of ${day}`,
    weekday: (day: string) => `the date was taken, and it is ${day}`,
    coming: (day: string) => `the coming one, ${day}; for the one after it write its date`,
    year: (year: string) => `without a year, ${year} is nearest`,
    gap: (hour: string, read: string) =>
      `${hour} does not exist that night: the clocks go forward, and ${read} was taken`,
    twice: (hour: string, taken: "first" | "second", exact: string) =>
      `${hour} comes twice that night: the clocks go back, and the ${taken} one was taken (${exact})`,
    wholeDays: "days without an hour are whole ones, to 24:00",
    clock: (place: string) => `on the clock of ${place}, the place named first`,
  },
  long: (days: number, example: string) =>
    `That is longer than ${days} days, which one answer cannot tell. Ask for less, for example ${example}.`,
  backwards: (example: string) => `That ends before it begins. Write the begin first, for example ${example}.`,
  spanExample: "Fri 22:30 - Sat 01:15",

  tooMany: (count: number, most: number) =>
    `${count} places are too many for one answer: up to ${most} can be asked about at once.`,
  noPieces: "Name a place, or up to five with commas between them.",
  unknownPiece: (typed: string) => `No place is called “${typed}” here. Which one is meant?`,
  kept: (places: string) => `Kept: ${places}.`,
  leaveOut: "Leave it out",

  /** Several places. */
  notIn: (places: string) => `not in ${places}`,
  notInUntil: (places: string, moment: string) => `not in ${places} until ${moment}, then NOT KNOWN`,
  from: (moment: string, places: string) => `from ${moment} in ${places}`,
  unknownIn: (places: string) => `NOT KNOWN in ${places}`,
  unknownWhether: (places: string, when: { moment?: string; tense: "past" | "present" | "future" }) =>
    `NOT KNOWN in ${places} whether there ${{ past: "was", present: "is", future: "will be" }[when.tense]} a curfew ${when.moment ?? "now"}`,
  noneAnnouncedIn: (places: string) => `${places}: none announced`,
  noneAnnouncedUntilIn: (places: string, moment: string) =>
    `${places}: none announced until ${moment}, from then on NOT KNOWN`,
  field: { span: "Your span", readAs: "Read as" },

  /** Spans. */
  allOf: (span: string) => `CURFEW for all of ${span}`,
  partOf: (span: string) => `CURFEW for part of ${span}`,
  runs: (since: string, until: string | undefined) =>
    until === undefined ? `It began ${since}, no end announced` : `It runs from ${since} until ${until}`,
  fromHour: (hour: string) => `from ${hour}`,
  untilHour: (hour: string) => `until ${hour}`,
  fromTo: (from: string, to: string) => `from ${from} to ${to}`,
  throughout: "all of it",
  endsWithin: (hour: string) => `ends ${hour}; your span from ${hour} is outside`,
  lastMinute: (moment: string) => `Last minute before it: ${moment}`,
  lastMinuteFirst: (moment: string) => `Last minute before the first: ${moment}`,
  noneFor: (span: string, places: string) => `No curfew ${span} in ${places}, for all of it`,
  unknownPart: (span: string, places: string) => `NOT KNOWN in ${places} for part of ${span}`,
  unknownAt: (parts: string) => `NOT KNOWN ${parts}`,
  noneAt: (parts: string) => `No curfew ${parts}`,
  unknownSome: (places: string) => `NOT KNOWN for all or part of it in ${places}`,
  line: { inForce: "CURFEW", notInForce: "no curfew", unknown: "NOT KNOWN" },
};
