// Words of what is told before a curfew begins or ends, and of how long before, in English.
export const soon = {
  begins: (hour: string, date: string, day: "today" | "tonight" | "tomorrow" | undefined) =>
    `Curfew at ${hour}${day === undefined ? "" : ` ${day}`}, ${date}`,
  /** The same with its end, for what stands before a list of places: within the letters of a lock screen. */
  span: (hour: string, date: string, day: "today" | "tonight" | "tomorrow" | undefined, end: string | undefined) =>
    `Curfew at ${hour}${day === undefined ? "" : ` ${day}`}, ${date}, ${end === undefined ? "no end announced," : `until ${end}`}`,
  until: (moment: string) => `Until ${moment}`,
  noEnd: "No end announced",
  afterThat: "After that: NOT KNOWN",
  elsewhere: "Other places: NOT KNOWN, no source lists them all",
  ends: (hour: string, date: string) => `Curfew ends at ${hour}, ${date}`,
  lastEnds: (hour: string, date: string) => `Last announced night ends at ${hour}, ${date}`,

  all: (list: readonly string[]) => [list.slice(0, -1).join(", "), ...list.slice(-1)].filter(Boolean).join(" and "),
  beforeBegin: (list: string) => `${list} before a curfew begins`,
  beforeEnd: (list: string) => `${list} before it ends`,
  noneBefore: "nothing before a curfew begins",
  noticeAt: (moment: string, what: string) => `${moment}, that ${what}`,

  unreadable: (typed: string) =>
    `I could not read “${typed}” as times before. Write for example “2h, 30m”, “90” (minutes), “1 h 30” or “none”.`,
  outOfRange: (typed: string) => `“${typed}”: each time before must be from 1 minute to 24 hours.`,
  tooMany: (count: number, most: number) => `At most ${most} times before; you wrote ${count}.`,
};
