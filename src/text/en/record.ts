// Words of recording, in English: seen by members of the team only.
export const record = {
  notAllowed: "Only members of the team can record, and only in the team's own server.",
  badDay: (typed: string) =>
    `“${typed}” is no date that I can read. Write 2026-03-17, 17 March 2026, 17/03/2026 (day first), today or yesterday.`,
  oneDay: "Please name one day, for example 2026-03-17, not a month or a year.",
  future: (day: string) =>
    `${day} has not come yet (US Eastern time). Write the day of the strike or of its announcement, for example 2026-03-17.`,
  badKilled: (typed: string) => `“${typed}” is no figure that I can read. Write 3, 3-4, at least 3, or: not stated.`,
  card: "Not recorded yet. This is what readers will get:",
  ifConfirmed: "If you confirm",
  confirm: "Confirm",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was recorded.",
  edit: "Edit",
  mend: "Correct it",
  cardNotice: "The notice",
  lost: (title: string) => `You began “${title}” less than 15 minutes ago and did not confirm it.`,
  tooLong: (field: string, most: number) =>
    `What stands in “${field}” is longer than a form holds (${most} characters). Please change it in the data files.`,
  takeUp: "Take it up",
  anew: "Start anew",
  notYours: "This form belongs to somebody else. Begin your own with /record.",
  waits:
    "It waits for a second person: it makes things less strict and names no official source. The review channel was asked. Until then nothing changes.",
  already: "Recorded already, nothing was written twice.",
  again: {
    old: "This card is older than 15 minutes. Here it is as things stand now; nothing is recorded yet.",
    changed: "Something changed since you saw this card. Here it is as things stand now; nothing is recorded yet.",
    stale: "Somebody recorded in between; nothing of yours was written. Here is what stands now.",
  },
  over: {
    open: "This form is still open.",
    waiting: "It waits for a second person already.",
    recorded: "Recorded already; nothing was written twice.",
    declined: "A second person declined it; nothing was recorded.",
    cancelled: "It was cancelled; nothing was recorded.",
  },
  recorded: (what: string) => `Recorded: ${what}`,
  /** A record as suggestions and cards name it. */
  what: {
    noun: {
      strike: "strike",
      curfew: "curfew",
      org: "organisation",
      tally: "total quoted",
      coverage: "check",
    },
    strike: (day: string) => `Strike ${day}`,
    curfew: (name: string, nights: string) => `Curfew ${name}, ${nights}`,
    org: (name: string) => `Organisation ${name}`,
    tally: (who: string, day: string, total: string) => `Total by ${who}, ${day}: ${total}`,
    coverage: (places: string, at: string, until: string) => `Check ${at}, until ${until}: ${places}`,
    withdrawn: (name: string) => `WITHDRAWN: ${name}`,
    none: (typed: string) =>
      `Nothing in our record fits “${typed}”. Type a date, a place, a figure or a name, and pick from the list.`,
    several: (typed: string) => `“${typed}” fits several records. Please pick one.`,
    pick: "Pick the record you mean",
  },
};
