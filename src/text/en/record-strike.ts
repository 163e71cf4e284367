// Words of recording a strike by hand, in English: its form, its card and every "no". Seen by members of the team only.
import { strikesOf } from "./strikes.ts";
export const recordStrike = {
  title: "Record a strike",
  moreTitle: "More details of the strike",
  statement: { label: "What is claimed, and by whom", description: "The statement in its own words: SOUTHCOM says..." },
  told: {
    label: "Date, and what it is",
    description: "17 Mar, announced · strike 16 Mar, announced 17 Mar · yesterday, report",
  },
  region: { label: "Region" },
  killed: { label: "Killed", description: "3 · at least 3 · 3-4 · not stated" },
  link: { label: "Link to the source", description: "https://..." },
  announcedBy: {
    label: "Announced by",
    description: "SOUTHCOM, Pentagon, ... Empty: as the statement or the source says",
  },
  people: {
    label: "Injured, survivors, presumed dead",
    description: "survivors: 1, presumed dead: at least 2. Empty: not stated",
  },
  group: { label: "Group, as alleged", description: "The organisation that was named. Empty: not stated" },
  hits: { label: "Vessels and strikes", description: "2 vessels, 1 strike. Empty: one of each" },
  differs: { label: "What differs between sources", description: "One sentence a line. Empty: nothing" },
  more: "More details",

  badTold: {
    unreadable: (typed: string) =>
      `I cannot read “${typed}” as a date and what it is. Write for example: 17 Mar, announced. Or: strike 16 Mar, announced 17 Mar.`,
    "no-day": "A day is missing. Write for example: 17 Mar, announced. Or: yesterday, strike.",
    "several-days": "Please name one day, for example: 17 Mar, announced. Not a month or a year.",
    order:
      "The strike cannot be later than its announcement or report. Write for example: strike 16 Mar, announced 17 Mar.",
    twice: "The same is said of two days. Write for example: strike 16 Mar, announced 17 Mar.",
    "no-basis": (day: string) =>
      `Is ${day} the day of the strike, of its announcement or of a report? Write for example: 17 Mar, strike. Or: 17 Mar, announced. Or: 17 Mar, report.`,
    future: (day: string) =>
      `${day} has not come yet (US Eastern time). Write the day of the strike or of its announcement, for example: 17 Mar, announced.`,
    weekday: (day: string) => `${day} is another day of the week than you wrote. Please check the date.`,
  },
  noStatement:
    "Please write what is claimed and by whom, for example: SOUTHCOM says it struck a boat and killed 3 people.",
  badPeople: (piece: string) =>
    `I cannot read “${piece}”. Write for example: survivors: 1, presumed dead: at least 2, injured: 3.`,
  badHits: (typed: string) => `I cannot read “${typed}”. Write for example: 2 vessels, 1 strike.`,
  severalGroups: (typed: string, names: string) =>
    `“${typed}” can be several organisations: ${names}. Please write one of these names.`,
  own: "That is a notice of Vigía's own. It rests on a record that exists; record from the source, or change the record with /record change.",
  post: (author: string) => `post of ${author} in Discord`,

  maybeSame: (what: string) => `May be recorded already: ${what}`,
  sameLink: (what: string) => `The same link stands in a record: ${what}`,
  moreSame: (count: number) => `${count} more of about that day and region; see /strikes.`,
  addTo: (number: number, count: number) =>
    count === 1 ? "Add this source to it" : `Add this source to no. ${number}`,
  confirmOther: "Confirm: another strike",
  alone: "No, it is another strike",
  announceAnyway: "Announce anyway",
  announceNot: "Do not announce",
  theirDay: (day: string) =>
    `Days of a strike are counted in US Eastern time; there it is ${day} now. Check the date above.`,
  announced: (channels: number) =>
    channels === 0
      ? "No channel asks for such a strike: nobody is told. It stands in /strikes."
      : `It is announced in ${channels === 1 ? "1 channel that follows" : `${channels} channels that follow`} strikes.`,
  announcedOld: (channels: number) =>
    channels === 0
      ? "No channel asks for such a strike: nobody is told. It stands in /strikes."
      : `It is announced in ${channels === 1 ? "1 channel that follows" : `${channels} channels that follow`} strikes, although its day ended more than 72 hours ago.`,
  tooOld: "It is recorded and not announced: its day ended more than 72 hours ago.",
  count: (strikes: [number, number], killed: [string, string]) =>
    `Vigía's count: ${strikes[0] === strikes[1] ? `${strikesOf(strikes[0])}, as before` : `${strikes[0]} -> ${strikesOf(strikes[1])}`}; ${killed[0] === killed[1] ? `${killed[0]} killed as announced, as before` : `${killed[0]} -> ${killed[1]} killed as announced`}.`,
  noFigure: "No number of killed is stated: it adds none to the count. Not stated is not zero.",
  restNotStated: "Survivors, injured and group stay not stated, unless you add them under “More details”.",
  groupUnknown: (name: string) =>
    `“${name}” is no organisation in our record: it is kept as text and searched under no name.`,
  cut: (parts: number) => `The notice has ${parts} parts; this is the first.`,

  adds: (what: string) => `This adds a source to a record that exists: ${what}`,
  addsFigure: (amount: string, by: string) =>
    `Its figure goes beside the others: ${amount}, says ${by}. Nothing that stands is replaced.`,
  addsSource: "Its figure stands there already: only the source is added.",
  addsSilent: "It gives no number of killed: only the source is added.",
  linkThere: (what: string) => `That link stands in this record already, so there is nothing to add: ${what}`,
  gone: "That record was withdrawn meanwhile. Record the strike anew, or cancel.",
  reached: "Channels that were told of it read it with this source.",

  recorded: (what: string) => `Recorded: ${what}`,
  recordedAdded: (what: string) => `Source added: ${what}`,
  recordedChanged: (what: string) => `Changed: ${what}`,
  toldTo: (channels: number) =>
    channels === 0
      ? "No channel asks for such a strike."
      : `It is announced in ${channels === 1 ? "1 channel" : `${channels} channels`}.`,
  notTold: "It is not announced.",
};
