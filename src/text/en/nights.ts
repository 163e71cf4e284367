// Words of the list of nights ahead and of the list of sources, in English.
export const nights = {
  button: "Next 14 nights",
  sourcesButton: "Sources",
  next: (count: number) => `the next ${count} nights`,
  /** Read at another time: counted from a night that is named. */
  from: (count: number, night: string) => `the ${count} nights from ${night}`,
  all: (nights: string, where: string) => `CURFEW announced for all of ${nights} in ${where}`,
  some: (n: number, nights: string, where: string) => `CURFEW announced for ${n} of ${nights} in ${where}`,
  last: (night: string) => `The last: ${night}`,
  hours: (hours: string) => `: ${hours}`,
  in: (nights: string, groups: string) => `CURFEW announced in ${nights}: ${groups}`,
  group: (places: string, count: number) => `${places} (${count === 1 ? "1 night" : `${count} nights`})`,
  none: (nights: string, where: string) => `No curfew announced in ${where} for ${nights}`,
  noneUntil: (where: string, moment: string) =>
    `No curfew announced in ${where} until ${moment}; from then on NOT KNOWN`,
  unknown: (nights: string, where: string) => `NOT KNOWN whether there is a curfew in ${where} in ${nights}`,
  assumed: "Sources do not say whether the last curfew goes on",
  restNone: "in the rest none announced",
  restUnknown: "the rest: NOT KNOWN",
  restUnknownFrom: (moment: string) => `in the rest none announced until ${moment}, from then on NOT KNOWN`,

  allDay: "day and night",
  assumedLine: "assumed, not confirmed",
  unchecked: "as declared, not checked",
  noneLine: "none announced",
  unknownLine: "NOT KNOWN",
  unknownFrom: (moment: string) => `none announced until ${moment}, then NOT KNOWN`,
  run: (count: number, first: string, last: string) => `${count} nights, ${first} to ${last}`,

  sources: (count: number, where: string) => `${count === 1 ? "1 source" : `${count} sources`} for ${where}`,
  noSources: (where: string) => `No source in our record speaks of ${where} at that time`,
  at: (moment: string) => `at ${moment}`,
  sourcesOf: (decree: string) => `Sources: ${decree}`,
  disputedOf: (decree: string) => `Sources disagree: ${decree}`,
  period: (from: string, to: string, basis: string) => `${from} to ${to}: ${basis}`,
  points: (count: number) => `⚠️ Sources disagree on ${count === 1 ? "1 point" : `${count} points`}`,
  otherSources: (count: number) => (count === 1 ? "1 more source" : `${count} more sources`),
};
