// Words of a record's history, in English: seen by members of the team only.
export const history = {
  title: (what: string, count: number) => `${what}: ${count} ${count === 1 ? "version" : "versions"}, newest first`,
  version: (n: number, word: string, moment: string) => `${n} · ${word} · ${moment}`,
  first: "RECORDED",
  next: "RECORDED AGAIN",
  by: (who: string) => `By ${who}`,
  data: (origin: string) => `a data file (${origin})`,
  somebody: "somebody of the team",
  known: (moment: string) => `Known since ${moment}`,
  confirmed: (who: string) => `Confirmed by ${who} as second person`,
  reason: (reason: string) => `Reason: ${reason}`,
  says: (who: string) => `Says who: ${who}`,
  official: "an authority's own source",
  none: "Nothing is recorded under that name.",
  noMessage: "This message shows no record of ours, so there is no history to show.",
  notHere: "Only a notice or a shared answer of Vigía in this server has a history.",
  asKnown: (moment: string) => `As known on ${moment}:`,
  notKnown: (moment: string, what: string) =>
    `As known on ${moment}: nothing was recorded of this yet. Today it is ${what}`,
  goneThen: (moment: string, what: string) => `As known on ${moment}: withdrawn, do not use. It was ${what}`,
  badTime: (typed: string) =>
    `I could not read “${typed}” as a time that has passed. Write for example 2026-03-16 10:00, or “yesterday 18:00”.`,
  future: "That time has not come yet. Write one that has passed, for example “yesterday 18:00”.",
};
