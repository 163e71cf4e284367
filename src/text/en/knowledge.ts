// Words of what was checked and what is not known, in English.
export const knowledge = {
  /** Asks nobody to look up: what a lock screen shows must not be taken for an end. */
  unknownNow: (moment: string, places: string) =>
    `NOT KNOWN now whether there is a curfew in ${places}, since ${moment}`,
  unknownSince: (moment: string, places: string) => `NOT KNOWN whether there is a curfew in ${places}, since ${moment}`,
  changesNow: (moment: string, places: string) =>
    `NOT KNOWN now whether anything has changed in ${places}, since ${moment}`,
  changesSince: (moment: string, places: string) =>
    `NOT KNOWN whether anything has changed in ${places}, since ${moment}`,
  changesToo: "whether that has changed is NOT KNOWN",
  running: (places: string, until: string) => `CURFEW NOW in ${places} ${until}, as declared`,
  hours: (hours: string, decree: string) => `${hours} by ${decree}`,
  declaredIn: (places: string, hours: string) => `As declared in ${places}: ${hours}`,
  declared: (hours: string) => `As declared: ${hours}`,
  nextAt: (when: string) => `next ${when}`,
  nobody: (moment: string) => `nobody has checked since ${moment}`,
  endsThere: "our information ends there",
  notCheckedInParts: (moment: string) => `in parts not checked since ${moment}`,
  notCheckedSince: (moment: string) => `not checked since ${moment}`,
  notNone: "This does not mean there is none",
  stays: "Until somebody checks, no notice of a new or changed curfew can be counted on there.",
  restored: (moment: string, places: string) => `Known again whether there is a curfew in ${places}, since ${moment}`,
  now: (state: string) => `Now: ${state}`,
  field: { unknown: "NOT KNOWN", declared: "As declared", known: "Known again", since: "Since, in your time" },

  checked: (moment: string, until: string) => `checked ${moment}, holds until ${until}`,
  reaches: (moment: string) => `our information reaches to ${moment}`,

  due: (places: string, moment: string) =>
    `Anything new? Known until ${moment}: ${places}. Please look at the sources, then press a button`,
  overdue: (places: string, moment: string) =>
    `Anything new? No longer known since ${moment}: ${places}. Please look at the sources, then press a button`,
  dueField: { now: "Known now", ends: "Ends", otherwise: "If nobody answers" },
  otherwise: (moment: string) =>
    `From ${moment} on the answer is NOT KNOWN, and the channels that follow these places are told so.`,
  otherwiseNow: "The answer is NOT KNOWN, and the channels that follow these places are told so.",
  holds: (hours: number) => `“Nothing new” holds for ${hours} h from when it is pressed.`,
  nothingNew: "Nothing new: checked",
  changed: "Something changed",
  done: (places: string, until: string) => `Checked, nothing new: ${places}. Holds until ${until}`,
  doneElsewhere: (places: string, until: string) =>
    `Checked meanwhile, nothing was written: ${places}. What is known holds until ${until}`,
  by: (name: string | undefined, moment: string) => `By ${name ?? "a member of the team"}, ${moment}`,
  tooOld:
    "This question is more than a day old and shows what was known then. Nothing was written. “/record checked” shows what is known now.",

  card: "Not recorded yet. This is what readers will get:",
  cardAgain: "⚠️ What is known there has changed since. Nothing was recorded yet. This is what readers will get now:",
  cardOld: "⚠️ This card was more than 15 minutes old. Nothing was recorded yet. This is what readers will get now:",
  ifConfirmed: "If you confirm",
  confirms: (place: string, from: string, until: string) =>
    `All curfews of ${place} count as known from ${from} until ${until}.`,
  unlisted: "Wherever no curfew is listed here, readers will be told “No curfew”.",
  asks: "Confirm only if you have looked at the sources and nothing is missing here.",
  soFar: "So far",
  knownSoFar: (moment: string) => `known until ${moment}`,
  unknownSoFar: (moment: string) => `not known since ${moment}`,
  neverKnown: "not known",
  confirm: "Confirm",
  recorded: (place: string, from: string, until: string) =>
    `Recorded: all curfews of ${place} count as known from ${from} until ${until}.`,
  same: (place: string, until: string) => `Recorded already, nothing was written twice: ${place}, until ${until}.`,
  badSince: (typed: string) =>
    `I could not read “${typed}” as a time that has passed. Write since when you have looked, for example “yesterday 18:00” or “09:30”, or leave it out.`,
  future: (moment: string) => `${moment} has not come yet. Write since when you have looked, or leave it out.`,
  tooLongAgo:
    "A check reaches back 31 days at most. What was so before is recorded with its sources, in the data files.",
  /** What a record made by a person rests on. */
  basis: "checked by a member of the team: nothing beyond what is recorded here",
};
