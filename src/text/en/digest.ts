// Words of the daily and weekly summary and of the line before an evening, in English.
const many = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;

export const digest = {
  /** Its first words: a summary must not be taken for news. */
  head: { day: "Daily summary", week: "Weekly summary" },
  title: (head: string, date: string) => `${head}, ${date}`,
  /** Counts alone: what they are stands below. */
  since: (moment: string, counts: string) => `New since ${moment}: ${counts}`,
  curfews: (n: number) => many(n, "decree or change", "decrees or changes"),
  strikes: (n: number) => many(n, "strike report", "strike reports"),
  orgs: (n: number) => many(n, "piece of news on organisations", "pieces of news on organisations"),
  /** Of our record: not of the world. */
  nothing: (moment: string) => `Nothing new in our record since ${moment}`,
  placeGone: (codes: string) => `NOT KNOWN: these places are no longer in our record: ${codes}`,
  organisations: (n: number) => `${many(n, "organisation", "organisations")} in our record`,
  field: {
    changed: (from: string, to: string) => `New, ${from} to ${to}`,
    comes: "What comes",
    count: "Vigía's count of strikes on vessels",
    asked: "Of those, what this channel asked for",
    unknown: "NOT KNOWN",
    information: "How far this is known",
  },
  recordedAlone: (what: string) => `${what}: recorded; no hour ahead is another because of it`,
  withdrawnAlone: (what: string) => `WITHDRAWN, do not use: ${what}`,
  nothingChanged: "Nothing was recorded. That is not proof that nothing happened.",
  noneTonight: "No curfew announced",
  darkFrom: (moment: string, places: string) => `From ${moment} NOT KNOWN: ${places}`,
  /** `+3`, or `was 149` where one of the two is no single number. */
  more: (n: number) => (n > 0 ? `+${n}` : `${n}`),
  was: (amount: string) => `was ${amount}`,
  compared: (moment: string, strikes: string, killed: string, presumed: string) =>
    `Compared with ${moment}: strikes ${strikes}; killed as announced ${killed}; with presumed dead ${presumed}`,
  same: (moment: string) => `The same as ${moment}`,
  org: {
    "org.recorded": (name: string) => `NEW · ${name}`,
    "org.changed": (name: string) => `CHANGED · ${name}`,
    "org.listed": (name: string, what: string) => `PUT ON A LIST · ${[name, what].filter(Boolean).join(": ")}`,
    "org.delisted": (name: string, what: string) => `TAKEN OFF A LIST · ${[name, what].filter(Boolean).join(": ")}`,
    "org.withdrawn": (name: string) => `WITHDRAWN, do not use · ${name}`,
  },
};
