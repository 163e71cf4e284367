// Words of quiet hours and pauses, in English: the note at their end, the word that alerts are paused, “/alerts pause” and “/alerts resume”.
export const quiet = {
  over: { hours: "Quiet hours are over", pause: "The pause is over" },
  /** Behind what holds now. */
  more: (count: number) =>
    count === 0 ? "" : count === 1 ? "; 1 more notice was held" : `; ${count} more notices were held`,
  /** One notice: its own words within the first forty letters. */
  one: {
    hours: (line: string) => `Held in quiet hours: ${line}`,
    pause: (line: string) => `Held in the pause: ${line}`,
  },
  many: (count: number, kinds: string) => `: ${count} notices were held meanwhile (${kinds})`,
  field: { now: "Still so", held: "Held meanwhile", comes: "Still comes", waits: "Waits", ask: "Until then" },
  rest: (count: number) => `and ${count} more: “/alerts why” has them`,

  begun: (until: string) => `Alerts are PAUSED here until ${until}`,
  begunOpen: "Alerts are PAUSED here until somebody resumes them",
  stillComes: "Changes and corrections still come",
  by: (name: string | undefined) => `Paused by ${name ?? "somebody in this server"}.`,
  comes: [
    "changes to curfews, and corrections of what stands here",
    "the end of a curfew whose begin was shown here",
    "that it is NOT KNOWN any more whether there is a curfew, where one runs or is near",
  ],
  waits: "Everything else. At the end one note says what is still so, and what was held.",
  ask: "Silence here says nothing about curfews: “/curfew” answers as always.",
  askThere: "Silence there says nothing about curfews: “/curfew” answers as always.",
  ends: (stamp: string) => `The pause ends: ${stamp}`,
  noEnd: "No end was set: the pause does not end by itself.",
  resume: "Resume",
  /** In place of the word that alerts are paused. */
  ended: {
    resumed: (since: string) => `Alerts have been coming here again since ${since}: the pause was ended`,
    replaced: (since: string) => `Another pause took the place of this one, ${since}: its own message says until when`,
  },

  paused: (channel: string, until: string) =>
    `Alerts to ${channel} are paused until ${until}. A message there says so.`,
  pausedOpen: (channel: string) =>
    `Alerts to ${channel} are paused until somebody resumes them. A message there says so. Nothing ends this by itself: “/alerts resume” does.`,
  replaced: "It takes the place of the pause before.",
  resumed: (channel: string) => `Alerts come to ${channel} again. What was held and is still so comes in one note.`,
  resumedNothing: (channel: string) => `Alerts come to ${channel} again. Nothing was held.`,
  hoursGoOn: (until: string) => `The quiet hours there go on until ${until}: what falls into them comes then.`,
  notPaused: (channel: string) => `The alerts of ${channel} are not paused; nothing was changed.`,
  closed: (channel: string, since: string) =>
    `Vigía has not been able to post in ${channel} since ${since}. That ends by itself once it can again; what waits follows then.`,
  none: (channel: string) =>
    `No alerts come to ${channel}, so there is nothing to pause. “/alerts subscribe” starts them.`,
  noneToResume: (channel: string) =>
    `No alerts come to ${channel}, so there is no pause to end. “/alerts subscribe” starts them.`,
  unreadable: (typed: string) =>
    `I could not read “${typed}” as an end of the pause. Write for example “8h”, “3 days” or “tomorrow 6am”, or leave it out: then it lasts until somebody resumes.`,
  past: (moment: string) => `“${moment}” is over already. Write for example “8h” or “tomorrow 6am”.`,
  tooLong: "A pause lasts 30 days at most. Leave the end out, and it lasts until somebody resumes.",
  until: (moment: string) => `until ${moment}`,
  openUntil: "until somebody resumes",
};
