// Words of recording a total that others quote, in English: seen by members of the team only.
const apart = ({ from, to }: { from: string | undefined; to: string }) =>
  from === undefined ? `${to} or less` : from === to ? to : `${from} to ${to}`;

export const recordTotal = {
  title: "Record a total that others quote",
  titleChange: "Change a total that others quote",
  field: {
    date: { label: "Day of the total", description: "2026-03-08, today, yesterday" },
    killed: { label: "Killed", description: "151, or: at least 157" },
    hits: { label: "Strikes or vessels, if stated", description: "45 strikes, or: 45 strikes, 46 vessels" },
    who: { label: "Who quotes it", description: "AP, CNN, Pentagon" },
    link: { label: "Link (https)", description: "https://apnews.com/article/123" },
    otherLink: { label: "Link, if it is another page", description: "Left empty: the links stay as they are" },
    reason: { label: "Why it is changed", description: "AP corrected its text the same day" },
  },
  badKilled: (typed: string) => `“${typed}” is no total that I can read. Write 151, or: at least 157.`,
  badHits: (typed: string) =>
    `“${typed}” is no number of strikes or vessels that I can read. Write 45 strikes, or: 45 strikes, 46 vessels; or leave it empty.`,
  noWho: "Who quotes the total is missing, for example AP.",
  noReason: "The reason is missing: one sentence is enough.",
  nothing: "Nothing was changed: everything reads as it is recorded.",
  gone: "That total was withdrawn meanwhile.",
  moved: (what: string) => `Somebody changed it since you opened the form: ${what}`,
  sameDay: (what: string) => `A total of that day is recorded already: ${what} Confirm only if this is another one.`,
  lower: (what: string) => `It is lower than an earlier total of the same source: ${what}`,
  higher: (what: string) => `It is higher than a later total of the same source: ${what}`,
  ours: (day: string, count: string) => `Our count up to ${day}: ${count}.`,
  difference: (
    announced: { from: string | undefined; to: string },
    presumed: { from: string | undefined; to: string },
  ) => `Difference to ours: ${apart(announced)} as announced, ${apart(presumed)} with presumed dead.`,
  shown: "/strikes shows it beside our count of that day; no channel is alerted.",
};
