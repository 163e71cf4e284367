// Words of declaring and changing curfews by hand, in English: seen by members of the team only, but for the title and effects of a decree.
export const recordCurfew = {
  title: "Record a curfew",
  changeTitle: { changed: "The authority changed it", updated: "A source revised it", corrected: "We had it wrong" },
  field: {
    decree: "Decree, and who declares it",
    decreeHint: "Decreto 329, President. The comma comes before who declares it",
    nights: "Nights",
    nightsHint: "15 Mar - 30 Mar; tonight; from tonight until further notice",
    rules: "Hours and places, a line each",
    rulesHint: "23:00-05:00 Guayas, El Oro except Playas; a night of its own: 20 Mar: none Durán",
    who: "Who may be out, who may not (optional)",
    whoHint: "A line each. Begin with “not:” for who may expressly not be out",
    links: "Links to the sources (https)",
    linksHint: "One or more, a line each. An authority's own page counts as official",
    ends: "Ended early (empty: no)",
    endsHint: "now; tonight 22:00; Durán: tonight 22:00; struck down by a court: court: 16 Mar 05:00",
    reason: "Who says so, and why",
    reasonHint: "Presidency: fewer incidents. Who says so stands before the colon",
    link: "Link to the source (https)",
  },
  /** Stands where the hours belong: it is read as none. */
  blankHours: "??-??",
  curfewIn: (places: string) => `Curfew in ${places}`,
  places: (count: number) => `${count} places`,
  readThatDay: "read on that day",

  line: (line: string, why: string) => `The line “${line}” cannot be read: ${why}`,
  fault: {
    hours: "its hours are missing or not clear. Write it like 23:00-05:00 Guayas, or like 20 Mar: none Durán.",
    ambiguous: (what: string) =>
      `“${what}” may be morning or evening. Write it on the 24-hour clock, for example 23:00-05:00.`,
    midnight:
      "24:00 as a begin belongs to the day after. Write 00:00, and the day on which it is midnight by the clock.",
    "no-hour": (what: string) =>
      `“${what}” holds an hour or a number of days that does not exist. Write it like 23:00-05:00.`,
    "no-places": "it names no place. Write it like 23:00-05:00 Guayas, Los Ríos.",
    night: (what: string) => `“${what}” is no day that I can read. Write it like 20 Mar: or 20 Mar - 25 Mar:.`,
    backwards: (what: string) => `“${what}” ends before it begins.`,
    number: (what: string) => `it speaks of line ${what}, and there is none of that number among the hours above.`,
    "except-night": (what: string) =>
      `“${what}” does not go with a single night. Write it like 20 Mar: 21:00-05:00 Guayas, one line for each hours.`,
    several: (what: string, labels: string) => `“${what}” can be ${labels}. Write one of them as it stands here.`,
    "unknown-place": (what: string, nearest: string) =>
      `no place is called “${what}”.${nearest === "" ? " Check the spelling, for example Guayas, Durán." : ` The nearest: ${nearest}.`}`,
    ending: (what: string) =>
      `“${what}” is no instant that I can read. Write now, tonight 22:00, or Durán: 16 Mar 22:00.`,
  },
  noRules: "Hours and places are missing. Write a line like 23:00-05:00 Guayas, Los Ríos.",
  badNights: (what: string) =>
    `“${what}” are no nights that I can read. Write 15 Mar - 30 Mar, tonight, or from tonight until further notice.`,
  nightsBackwards: "The last night lies before the first one. Write it like 15 Mar - 30 Mar.",
  noDecree: "Who declares it is missing. Write it like Decreto 329, President.",
  noReason: "Who says so and why is missing. Write it like Presidency: fewer incidents.",
  countries: (places: string) =>
    `These places lie in different countries: ${places}. Please record one curfew for each.`,
  notWithin: (part: string, places: string) => `${part} is no part of ${places}, so it cannot be left out of it.`,
  tooManyLinks: (most: number) => `Please give at most ${most} links.`,
  tooLong: "This decree is too long for a form. Please change it in the data files.",
  gone: "That curfew is not in the record any more. Please type the command again.",
  nothing: "Nothing is different from what is recorded. Change the nights, the hours and places, or say that it ended.",

  sameDecree: (what: string) =>
    `This decree seems to be recorded already: ${what}. Change that one instead of recording it twice.`,
  overlapping: (what: string) => `Recorded for some of these places and nights already: ${what}.`,
  changeIt: "Change it instead",
  stale: "Somebody changed this curfew since you opened the form; nothing is overwritten. By now it says:",
  fromNow: "Begin from what stands now",
  noNotice: "Nothing is different in the hours ahead: no channel is told.",
  readAs: (kind: string, places: string) => `Places as read, ${kind}: ${places}`,
  nights: (nights: string) => `Nights: ${nights}`,
  rule: (line: string) => `Hours and places: ${line}`,
  announced: (count: number) =>
    count === 0
      ? "No channel follows these places: nobody is told."
      : `It is told at once in ${count} ${count === 1 ? "channel that follows" : "channels that follow"} these places.`,
  later: (moment: string) =>
    `Later nights than the one that begins ${moment} are told as NOT KNOWN until somebody confirms them.`,
  partial: "In these hours every place of the country that is not named is told as NOT KNOWN.",
  notAll: "It does not say that there are no other curfews: that is what /record checked says.",
  declared: (day: string) => `Declared on ${day}, as read here; penalty: not stated.`,
  notStated: "Who declares it is recorded as not stated.",
  openExempt: "Who may be out is recorded as not stated.",
  official: (site: string) => `${site} is an authority's own site: one person is enough.`,
  second:
    "It makes things less strict and names no authority's own site: a second person has to confirm it. Until then nothing changes.",
  tightens: "It makes nothing less strict: one person is enough.",
  lifted: (moment: string, places: string) => `Recorded as lifted by the authority from ${moment}${places}.`,
  court: (moment: string, places: string) => `Recorded as struck down by a court from ${moment}${places}.`,
  recorded: (what: string, channels: string) => `Recorded: ${what}. ${channels}`,

  effect: {
    nights: (was: string, is: string) => `nights ${is} (before: ${was})`,
    rules: (was: string, is: string) => `hours and places ${is} (before: ${was})`,
    lifted: (moment: string, places: string) => `lifted from ${moment}${places}`,
    annulled: (moment: string, places: string) => `struck down from ${moment}${places}`,
    held: "an ending recorded before no longer counts",
    long: "hours and places changed",
    none: "none",
  },
};
