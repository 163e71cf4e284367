// Words of “/alerts why”, “/alerts status” and Apps, Why?, in English. The reasons themselves stand in reasons.ts.
import type { Alert } from "../../domain/alert.ts";

type What = Readonly<Record<Alert["kind"], (of: string, lead: string) => string>>;

/** `of`: places, or the record's name; `lead`: `2 h`. */
const what: What = {
  "curfew.began": (of) => `curfew began: ${of}`,
  "curfew.ended": (of) => `curfew over: ${of}`,
  "curfew.soon": (of, lead) => `${lead} before a curfew: ${of}`,
  "curfew.ending": (of, lead) => `${lead} before a curfew ends: ${of}`,
  "curfew.declared": (of) => `curfew declared: ${of}`,
  "curfew.changed": (of) => `curfew changed: ${of}`,
  "curfew.lifted": (of) => `curfew lifted: ${of}`,
  "curfew.annulled": (of) => `curfew annulled: ${of}`,
  "curfew.withdrawn": (of) => `record of a curfew withdrawn: ${of}`,
  "knowledge.lapsed": (of) => `NOT KNOWN any more: ${of}`,
  "knowledge.restored": (of) => `known again: ${of}`,
  "check.due": (of) => `question whether anything is new: ${of}`,
  "place.changed": (of) => `places changed: ${of}`,
  "strike.recorded": (of) => `new: ${of}`,
  "strike.changed": (of) => `changed: ${of}`,
  "strike.withdrawn": (of) => `withdrawn: ${of}`,
  "answer.shared": () => "an answer that a reader shared",
  "answer.changed": () => "a shared answer reads differently now",
  "review.due": () => "question to a second person",
  "vigia.down": (of) => `Vigía was down, what was missed: ${of}`,
  "channel.closed": () => "a channel takes no messages",
  "channel.open": () => "a channel takes messages again",
  "alert.undelivered": () => "a notice that did not arrive",
  "org.recorded": (of) => `new organisation: ${of}`,
  "org.changed": (of) => `record of an organisation changed: ${of}`,
  "org.listed": (of) => `put on a list: ${of}`,
  "org.delisted": (of) => `taken off a list: ${of}`,
  "org.withdrawn": (of) => `record of an organisation withdrawn: ${of}`,
  digest: (of) => `summary: ${of}`,
  board: () => "the message that is kept up to date",
  "quiet.over": () => "what was held in quiet hours or a pause",
  "pause.begun": () => "a word that alerts were paused",
  "alerts.narrowed": () => "a word that fewer alerts come here",
  drill: () => "a drill",
  "vigia.joined": () => "Vigía says hello",
  "seen.missing": () => "who has not pressed Seen",
  "seen.reminder": () => "somebody calls those who have not pressed Seen",
  "duty.moved": () => "who looks after the alerts changed",
  "guild.event": () => "entry in the server's list of events",
  "thread.opened": () => "thread below a notice",
};

/** The same without what it is about. */
const kind: Readonly<Record<Alert["kind"], string>> = {
  "curfew.began": "curfew began",
  "curfew.ended": "curfew over",
  "curfew.soon": "before a curfew begins",
  "curfew.ending": "before a curfew ends",
  "curfew.declared": "curfew declared",
  "curfew.changed": "curfew changed",
  "curfew.lifted": "curfew lifted",
  "curfew.annulled": "curfew annulled",
  "curfew.withdrawn": "record of a curfew withdrawn",
  "knowledge.lapsed": "not known any more",
  "knowledge.restored": "known again",
  "check.due": "question whether anything is new",
  "place.changed": "places changed",
  "strike.recorded": "new military strike",
  "strike.changed": "military strike changed",
  "strike.withdrawn": "military strike withdrawn",
  "answer.shared": "shared answer",
  "answer.changed": "shared answer changed",
  "review.due": "question to a second person",
  "vigia.down": "Vigía was down",
  "channel.closed": "channel takes no messages",
  "channel.open": "channel takes messages again",
  "alert.undelivered": "notice that did not arrive",
  "org.recorded": "new organisation",
  "org.changed": "record of an organisation changed",
  "org.listed": "organisation put on a list",
  "org.delisted": "organisation taken off a list",
  "org.withdrawn": "record of an organisation withdrawn",
  digest: "summary",
  board: "message that is kept up to date",
  "quiet.over": "what was held in quiet hours or a pause",
  "pause.begun": "word of a pause",
  "alerts.narrowed": "word of fewer alerts",
  drill: "drill",
  "vigia.joined": "Vigía says hello",
  "seen.missing": "who has not pressed Seen",
  "seen.reminder": "reminder to press Seen",
  "duty.moved": "who looks after the alerts changed",
  "guild.event": "entry in the server's list of events",
  "thread.opened": "thread below a notice",
};

export const why = {
  what,
  kind,
  someStrike: "military strike",
  someOrg: "organisation",

  delivered: "delivered",
  deliveredLate: (span: string) => `delivered ${span} after it was due`,
  putRight: "older message put right",
  waitsForNotice: "it waits for its notice",
  waitsUntil: (until: string) => `It waits ${until}`,
  waiting: (since: string, reason: string) => `waiting since ${since}: ${reason}`,
  notSent: (reason: string) => `not sent: ${reason}`,
  failed: (reason: string) => `**NOT SENT**: ${reason}`,
  outdated: (reason: string) => `**NOT SENT**, out of date before it could be: ${reason}`,
  doubtful: (reason: string) => `**NOT CERTAIN**: ${reason}`,
  because: (reason: string, last: string) => `${reason} (last: ${last})`,
  begun: (there: number, all: number) => `${there} of ${all} messages posted`,
  oldReason: {
    short: "an older version of Vigía noted the reason",
    full: "An older version of Vigía noted the reason in a way that this one cannot read.",
  },

  list: (channel: string, count: number) =>
    count === 1 ? `The last notice of ${channel}` : `The last ${count} notices of ${channel}`,
  counts: (count: { there: number; lost: number; doubt: number; waiting: number }) =>
    [
      `${count.there} delivered`,
      ...(count.lost === 0 ? [] : [`${count.lost} not sent`]),
      ...(count.doubt === 0 ? [] : [`${count.doubt} not certain`]),
      ...(count.waiting === 0 ? [] : [`${count.waiting} waiting`]),
    ].join(", "),
  newestFirst: (clock: string) => `Newest first ${clock}`,
  open: "Open one to see why",
  none: (channel: string) => `Nothing was to be posted in ${channel} so far.`,
  noAlerts: "No alerts come here: “/alerts subscribe” starts them.",

  /** What was recorded and got no notice in a channel. */
  out: {
    count: (days: number, count: number) => `Recorded in the last ${days} days and not posted here: ${count}.`,
    field: "Recorded, and not posted here",
    more: (count: number) => `… and ${count} more: the button below has them all.`,
    open: (count: number) => `List of what was not posted here (${count})`,
    change: "Change what comes here",
    head: (channel: string, days: number, count: number) =>
      count === 0
        ? `All that was recorded in the last ${days} days was posted in ${channel}, or nothing was.`
        : `Recorded in the last ${days} days and not posted in ${channel}: ${count}.`,
    headOne: (channel: string, what: string, moment: string) =>
      `Not posted in ${channel}: “${what}”, recorded ${moment}.`,
    not: (why: string) => `not posted here: ${why}`,
    history: "It was recorded as history, more than three days after its day: that is announced nowhere.",
    land: "It was on land: Vigía announces strikes on vessels alone.",
    now: (why: string) => `By what it asks for now it would not come either: ${why}`,
    nowComes: "By what it asks for now it would come.",
    tooLate: "As it is recorded by now this channel would get it, but that became known when it was no news any more.",
    setBy: (people: string) => `Set by ${people}`,
    caredBy: (people: string) => `Looked after by ${people}`,
    someCurfew: "curfew",
    gone: "This is no longer among what was recorded lately and not posted here: “/alerts why” shows the list as it is now.",
  },

  headDelivered: (channel: string, moment: string, late: string, what: string) =>
    `Delivered in ${channel} ${moment}${late === "" ? "" : `, ${late} after it was due`}: “${what}”.`,
  headEffect: (channel: string, moment: string, what: string, why: string) =>
    `The ${what} that ${channel} asks for, ${moment}: ${why}`,
  headPutRight: (channel: string, what: string) => `An older message in ${channel} was put right: “${what}”.`,
  headWaiting: (channel: string, moment: string, what: string) =>
    `NOT YET in ${channel}: the notice “${what}”, due ${moment}.`,
  headNotSent: (channel: string, moment: string, what: string) =>
    `NOT SENT to ${channel}: the notice “${what}”, due ${moment}.`,
  headDoubtful: (channel: string, moment: string, what: string) =>
    `NOT CERTAIN whether it is in ${channel}: the notice “${what}”, due ${moment}.`,

  field: {
    fact: "What it tells of",
    match: "Why this channel",
    course: "What happened",
    message: "The message",
    follows: "What this channel gets",
  },
  recorded: (name: string, moment: string, by: string) => `${name}; recorded ${moment}${by === "" ? "" : ` by ${by}`}`,
  moreSources: (count: number) => (count === 1 ? "and 1 more source" : `and ${count} more sources`),
  places: (list: string) => `Places: ${list}`,
  missed: (what: string, moment: string) => `${what}, ${moment}`,
  unconfirmed: (moment: string) => `Nobody confirmed anything since ${moment}.`,
  subscription: (words: string, since: string, owner: string) => `${words}; since ${since}, set up by ${owner}`,
  ended: (moment: string, by: string) => `stopped ${moment}${by === "" ? "" : ` by ${by}`}`,
  lostSubscription: "A subscription of this channel that is no longer kept.",
  nobody: {
    "answer.shared": "A reader pressed Share here.",
    "answer.changed": "The answer was shared here.",
    review: "This is the channel that Vigía asks its questions in.",
    channel: "It is for those who look after a channel's alerts.",
  },
  sound: {
    loud: "With sound.",
    first: "With sound: nothing had told this channel of it before.",
    told: "Without sound: this channel had been told of it before.",
    quiet: "Without sound: it asks nobody to act.",
  },
  due: (moment: string) => `Due ${moment}`,
  noted: (moment: string, late: string) =>
    `Noted ${moment}${late === "" ? "" : `, ${late} late: Vigía was down or its clock stood wrong`}`,
  tried: (at: string, outcome: string, answer: string) =>
    `${at} · ${outcome}${answer === "" ? "" : ` (Discord: ${answer})`}`,
  outcome: {
    sent: "delivered",
    again: (reason: string) => `not posted: ${reason}`,
    never: (reason: string) => `refused: ${reason}`,
    unsure: (reason: string) => `no certain answer: ${reason}`,
    open: "under way",
    broken: "interrupted: Vigía stopped while it tried",
  },
  part: (part: number) => `part ${part}: `,
  between: (count: number) => `… ${count} more tries …`,
  untried: "It was not tried.",
  next: (at: string) => `Next try ${at} at the earliest.`,
  link: (url: string, moment: string) => `[Open it](${url}), posted ${moment}`,
  partLink: (part: number, of: number, url: string, moment: string) =>
    `[Part ${part} of ${of}](${url}), posted ${moment}`,
  edited: (moment: string) => `Put right ${moment}`,
  editWaits: (reason: string) => `To be put right: ${reason}`,
  editFailed: (reason: string) => `**Not put right**: ${reason}`,

  notMark: (typed: string) =>
    `“${typed}” is no mark. A mark has eight letters and figures and stands at the foot of each notice: #7K3Q-9M2D.`,
  unknownMark: (mark: string) =>
    `No notice in this server bears the mark #${mark}. Vigía may also have forgotten it: old ones are not kept for ever.`,
  onlyServer: "This is asked in a server's channel, about what was posted there; not in a direct message.",
  notOurs:
    "Vigía did not post this message. If it is a copy of a notice, its mark (#7K3Q-9M2D, at the foot) finds the notice: “/alerts why”.",
  noAlert:
    "This is an answer to somebody's question, no alert: it was posted because they asked. (Of very old notices Vigía no longer knows why either.)",
  not: {
    head: (channel: string, what: string, moment: string) =>
      `Not meant for ${channel}: the notice “${what}” of ${moment}.`,
    never: "This channel gets no alerts, and got none then. “/alerts subscribe” starts them.",
    later: (moment: string) => `This channel gets alerts only since ${moment}.`,
    stopped: (moment: string) => `This channel's alerts had been stopped ${moment}.`,
    changed: (moment: string) =>
      `What this channel asks for was changed ${moment}, after that notice. How it stood before is not kept: why it did not come can no longer be said.`,
    topic: (topic: string) => `This channel does not get ${topic}.`,
    place: "It told of places that this channel does not follow.",
    lead: (lead: string) => `It came ${lead} before, and this channel asked for other times before.`,
    region: (regions: readonly string[]) => `This channel gets strikes of some regions alone: ${regions.join(", ")}.`,
    strikeOrgs: (names: readonly string[]) => `This channel gets only strikes that name ${names.join(" or ")}.`,
    killed: (least: number, most: number) =>
      `This channel gets only strikes with at least ${least} killed, and the highest figure that anybody stated was ${most}. If a source states ${least} within three days, it comes then.`,
    killedNotStated: (least: number) =>
      `This channel gets only strikes with at least ${least} killed, and nobody had stated how many were killed. If a source states ${least} within three days, it comes then.`,
    orgs: (names: readonly string[]) => `This channel gets news of some organisations alone: ${names.join(", ")}.`,
    beforeOrg: "It told of a change to what other channels had read. This channel was never told of it.",
    before: "It put right what other channels had read. This channel was never told of it.",
    unexplained:
      "By what this channel gets, it was meant for this channel too, and Vigía planned nothing here. That is a fault of Vigía's: please tell whoever runs it.",
  },

  status: {
    head: (channels: number) =>
      channels === 1 ? "Alerts of 1 channel of this server" : `Alerts of ${channels} channels of this server`,
    headYours: "Your own alerts",
    fine: "nothing waits, none is paused or closed",
    /** `paused`: by people; `waiting`: channels with notices that wait for the end of that, or of quiet hours. */
    quietNow: (paused: number, waiting: number) =>
      [
        ...(paused === 0 ? [] : [`paused by people: ${paused}`]),
        ...(waiting === 0 ? [] : [`with notices held until the quiet time ends: ${waiting}`]),
      ].join("; "),
    byPeople: (user: string | undefined, until: string) => `**PAUSED** by ${user ?? "somebody"} ${until}`,
    trouble: (paused: number, waiting: number, failed: number) =>
      [
        ...(paused === 0 ? [] : [`closed to Vigía: ${paused}`]),
        ...(waiting === 0 ? [] : [`with notices waiting: ${waiting}`]),
        ...(failed === 0 ? [] : [`last notice NOT SENT: ${failed}`]),
      ].join("; "),
    planned: (moment: string) => `Vigía last looked ${moment} and noted everything that it knew to be due.`,
    never: "Vigía has not looked at the clock yet: nothing is sent until it has.",
    untrusted:
      "**The clock of Vigía's machine stands wrong.** No notice goes out anywhere until it is put right; whoever runs Vigía has to act.",
    known: "What is known",
    last: (what: string, moment: string) => `Last delivered ${moment}: ${what}`,
    inTime: "in time",
    late: (span: string) => `${span} after it was due`,
    noneYet: (moment: string) => `Nothing was delivered yet; it gets alerts since ${moment}`,
    quiet: (moment: string) => `Nothing was due since ${moment}`,
    waits: (count: number, since: string, reasons: string) => `**Waiting: ${count}**, since ${since}: ${reasons}`,
    paused: (moment: string, reason: string) => `**CLOSED to Vigía** since ${moment}: ${reason}`,
    told: (list: string) => `Told of it: ${list}`,
    toldNobody: "Nobody was told of it yet",
    direct: (user: string) => `${user} (direct message)`,
    tells: (channel: string, subscriptions: number, language: string) =>
      `${channel} · ${subscriptions} ${subscriptions === 1 ? "subscription" : "subscriptions"}, ${language}`,
    is: {
      paused: "CLOSED to Vigía",
      failed: "NOT SENT",
      waiting: "Waiting",
      byPeople: "PAUSED by people",
      quiet: "Quiet hours: notices are held",
      delivered: "Delivered",
      none: "Nothing delivered yet",
    },
    more: "What became of a single notice: “/alerts why” in its channel.",
  },
};
