// Words of alerts and of /alerts, in English.
export const alerts = {
  began: (since: string | undefined) => (since === undefined ? "CURFEW NOW" : `CURFEW NOW since ${since},`),
  until: (moment: string) => `until ${moment}`,
  noEnd: "no end announced",
  /** Behind the places, where the day of a begin takes room before them. */
  begun: (since: string) => `since ${since}`,
  over: (hour: string, date: string) => `Curfew over at ${hour}, ${date}`,
  overBefore: (moment: string) => `The one before was over ${moment}`,
  lastOver: (hour: string, date: string) => `Last announced night over at ${hour}, ${date}`,
  next: (when: string) => `Next: ${when}`,
  nextShort: (when: string) => `next ${when}`,
  nextDeclared: (when: string) => `Next declared: ${when}`,
  noFurther: "No further night announced",
  noFurtherShort: "no further night announced",
  fromThen: "From then on: NOT KNOWN",
  /** Behind an end: within the letters that a lock screen shows. */
  darkThen: "NOT KNOWN from then on",
  from: (moment: string) => `NOT KNOWN from ${moment}`,
  /** Nobody is blamed for a way that was closed: it may have been the channel's, Discord's or ours. */
  late: (span: string, why: "vigia" | "clock" | "delivery" = "delivery") =>
    `(This notice is ${span} late${{ vigia: "; Vigía was down", clock: "; Vigía's clock was wrong", delivery: "" }[why]}.)`,
  down: {
    vigia: (span: string) => `Vigía was down ${span}`,
    clock: (span: string) => `Vigía's clock was wrong ${span}`,
    discord: (span: string) => `Discord took no messages ${span}`,
    channel: (span: string) => `Vigía was not allowed to write here ${span}`,
  },
  missed: (count: number) => (count === 1 ? "1 notice missed" : `${count} notices missed`),
  missedBegan: (moment: string) => `curfew from ${moment}`,
  missedOver: (moment: string) => `curfew over at ${moment}`,
  andMore: (count: number) => `and ${count} more`,
  andMoreBetween: (count: number) => `and ${count} more between`,
  now: (state: string) => `Now: ${state}`,
  nowCurfew: (until: string) => `CURFEW ${until}`,
  nowNone: "no curfew",
  nowDark: (moment: string) => `NOT KNOWN from ${moment}`,
  nowUnknown: "NOT KNOWN",
  /** A place may have brackets of its own. */
  in: (state: string, places: string) => (places.includes("(") ? `${state}, in ${places}` : `${state} (${places})`),

  subscribed: (channel: string) => `Alerts come to ${channel} from now on.`,
  /** `language`: "in Spanish", the channel's own, which need not be the reader's. */
  whatComes: (list: string, language: string) => `What comes, ${language}: ${list}.`,
  nextNotice: (what: string) => `Next notice: ${what}.`,
  willBegin: (when: string, places: string) => `curfew begins ${when}: ${places}`,
  willEnd: (when: string, places: string) => `curfew ends ${when}: ${places}`,
  noNotice: "No notice lies ahead: nothing further is announced.",
  notKnownSince: (place: string, moment: string) =>
    `For ${place} nothing is known since ${moment}: until somebody checks or records newer facts, no notice will come, and silence does not mean that there is no curfew.`,
  declaredSince: (place: string, moment: string) =>
    `For ${place} nobody has checked since ${moment}: notices follow what was declared before, and a new or changed curfew may be missing.`,
  notKnownFrom: (place: string, moment: string) =>
    `For ${place} our information reaches to ${moment}. If nobody checks again by then, from then on it is NOT KNOWN whether there is a curfew, and a notice will say so.`,
  askThere: "Until then ask the authorities of the place.",
  notKnownAtAll: (place: string) =>
    `For ${place} nothing is known: until somebody records facts, no notice will come, and silence does not mean that there is no curfew.`,
  noChannel: (channel: string) =>
    `I cannot see ${channel}. Please give me “View Channel” there, or name another channel.`,
  permission: {
    ViewChannel: "View Channel",
    SendMessages: "Send Messages",
    SendMessagesInThreads: "Send Messages in Threads",
    EmbedLinks: "Embed Links",
    ReadMessageHistory: "Read Message History",
    ManageThreads: "Manage Threads (the thread is locked)",
  },
  onlyServer: "Alerts go to a server's channels: please ask in the server, not in a direct message.",
  mayNot:
    "Only people who may manage channels or the server see how all its alerts are doing. For your own type “/alerts status” with “me”.",
  listed: (count: number) => (count === 1 ? "1 channel gets alerts:" : `${count} channels get alerts:`),
  listNone: "No channel of this server gets alerts. “/alerts subscribe” starts them.",
  topics: {
    curfews: "curfews",
    soon: "before a curfew",
    begins: "begins of curfews",
    ends: "ends of curfews",
    changes: "changes of curfews",
    strikes: "military strikes",
    orgs: "organisations",
    trouble: "trouble with these alerts",
  },
  removed: (channel: string) => `No more alerts come to ${channel}: silence there says nothing about curfews. Ended:`,
  /** Other sets still bring some there. */
  removedSome: (channel: string) => `Not all alerts come to ${channel} any more; others still do. Ended:`,
  nothingToRemove: (channel: string) => `No alerts come to ${channel}; nothing was changed.`,
  /** When it was asked for: alone, below “Ended”, it would read as when it ended. */
  since: (moment: string) => `subscribed since ${moment}`,
  channels: "Channels",
};
