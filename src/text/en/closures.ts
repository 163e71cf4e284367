// Words about a channel that takes no alerts, for those who look after it, in English.
export const closures = {
  closed: (channel: string, since: string) => `Alerts for ${channel} have NOT arrived since ${since}`,
  closedAgain: (channel: string, since: string) => `Alerts for ${channel} have once more NOT arrived since ${since}`,
  /** Nobody pressed the button. */
  untaken: (said: string) => `Nobody has taken this for an hour: ${said}`,
  over: (channel: string, opened: string, since: string) =>
    `Over: alerts for ${channel} are arriving again. None came from ${since} until ${opened}`,
  overUntold: (channel: string, since: string) =>
    `Over: alerts for ${channel} are arriving again. They had stopped ${since}`,
  ended: (channel: string, since: string) =>
    `${channel} has no alerts any more: its subscription was ended. Vigía could not post there from ${since} on`,
  open: (channel: string, opened: string, since: string) =>
    `Alerts for ${channel} are arriving again. None came from ${since} until ${opened}`,
  why: {
    forbidden: "Vigía may no longer write there",
    hidden: "Vigía can no longer see it",
    "no-such-channel": "the channel was deleted",
    "channel-closed": "it takes no messages, it is locked or archived",
    "bot-removed": "Vigía was removed from the server",
    other: "Discord refuses messages there",
  },
  missing: (list: string) => `missing: ${list}`,
  field: {
    todo: "What to do",
    waiting: "Waiting",
    meanwhile: "Until then",
    people: "Who looks after it",
    waited: "What waited",
    lost: "Its first line",
    /** Above its mark, by which “/alerts why” finds it. */
    more: (count: number): string => (count === 1 ? "Its mark" : "Their marks"),
  },
  todo: {
    forbidden: (channel: string, list: string) =>
      `Open ${channel}, Edit Channel, Permissions, add Vigía and allow: ${list}. Vigía notices by itself, within an hour at the latest; nobody has to subscribe again.`,
    usual: "View Channel, Send Messages",
    "no-such-channel":
      "Choose another channel and type “/alerts subscribe” there. What waits for the deleted channel is not moved.",
    "channel-closed":
      "Unlock the thread or open it again. Vigía notices by itself, within an hour at the latest. If it is to stay closed: “/alerts subscribe” in another channel.",
    "bot-removed":
      "If it was a mistake, somebody with Manage Server invites Vigía again. The subscriptions were kept and go on by themselves.",
    other:
      "Look at the channel's settings. Vigía tries again by itself; “/alerts subscribe” in another channel helps at once.",
  },
  nothingWaits: "Nothing yet. What comes meanwhile waits.",
  waits: (count: number, since: string) =>
    count === 1
      ? `1 alert waits since ${since}. It is posted once the channel is open, unless it is over by then.`
      : `${count} alerts wait, the oldest since ${since}. They are posted once the channel is open; what is over by then is not.`,
  meanwhile:
    "Readers of that channel hear nothing, and their silence says nothing about curfews. Tell them, and ask with “/curfew” elsewhere.",
  owner: (list: string) => `Called first: ${list}`,
  contact: (list: string) => `Second contact: ${list}`,
  have: "I have it",
  held: (name: string, since: string) => `${name} has it, since ${since}`,
  somebody: "Somebody",
  goesOn: (count: number) =>
    count === 0
      ? "Nothing waited that is still of use."
      : count === 1
        ? "1 alert that waited is posted there now and says that it is late."
        : `${count} alerts that waited are posted there now and say that they are late.`,
  goesOnSome: "What waited and is still of use is posted there now and says that it is late.",
  missed: (count: number) =>
    count === 1
      ? "1 alert was over by then and is not posted: “/alerts why” has it."
      : `${count} alerts were over by then and are not posted: “/alerts why” has them.`,
  mayNot:
    "Only the people who look after these alerts can say that: whoever subscribed, the second contact, or somebody who may manage the server.",
  unknown: "Nobody waits for this any more: what it was about is over.",
  paused: (since: string, why: string) => `CLOSED to Vigía since ${since}: ${why}`,
  waitsShort: (count: number) => (count === 1 ? "1 alert waits" : `${count} alerts wait`),
  untold: "nobody could be told",
  resumed: (since: string) =>
    `Vigía could not post there since ${since}; it goes on from now, and what waited and is still of use follows.`,
  undelivered: {
    one: (channel: string, what: string) => `An alert did NOT reach ${channel}: ${what}`,
    many: (count: number, channel: string, what: string) =>
      `${count} alerts did NOT reach ${channel}. The first: ${what}`,
    correction: (channel: string, what: string) => `A message in ${channel} could NOT be put right: ${what}`,
    /** What is no notice: those all stand. */
    effect: {
      event: "A curfew could NOT be put right in the server's list of events; the notices are not touched by that",
      board: (channel: string) =>
        `The message kept up to date in ${channel} is NO LONGER updated; notices go on as before`,
      thread: (channel: string) => `No thread could be opened below a notice in ${channel}; the notice itself stands`,
    },
    because: (why: string) => `Reason: ${why}`,
    what: {
      "curfew.soon": "a curfew was about to begin",
      "curfew.began": "a curfew began",
      "curfew.ending": "a curfew was about to end",
      "curfew.ended": "a curfew was over",
      "curfew.declared": "a new curfew",
      "curfew.changed": "a curfew was changed",
      "curfew.lifted": "a curfew was lifted",
      "curfew.annulled": "a curfew was annulled",
      "curfew.withdrawn": "a curfew was withdrawn",
      "knowledge.lapsed": "it is no longer known whether there is a curfew",
      "knowledge.restored": "curfews are known again",
      "place.changed": "a place is another one now",
      "strike.recorded": "a military strike",
      "strike.changed": "a change to a military strike",
      "strike.withdrawn": "a military strike was withdrawn",
      "vigia.down": "what was missed while Vigía was down",
      other: "a notice",
    },
    reason: {
      "board-deleted": "somebody deleted it twice within a day",
      "no-leave-for-events": "Vigía may not make events here",
      "no-leave-for-threads": "Vigía may not open threads there",
      "too-many-events": "the list is full, Discord keeps 100",
      "refused-form": "Discord refused its form, a fault of Vigía's",
      "could-not-render": "Vigía could not put it into words, a fault of Vigía's",
      "blocked-by-moderation": "the server's AutoMod blocked it",
      "no-history": "Vigía cannot see whether it stands there already, so it was not posted again",
      expired: "it could not be posted in time",
      other: "Discord did not take it",
    },
    todo: {
      "no-leave-for-events":
        "Server Settings, Roles, Vigía's role: allow Create Events. Vigía tries again by itself within six hours. Until then the list may be wrong: “/curfew” is right.",
      "too-many-events":
        "Remove events that nobody needs. Vigía tries again by itself within six hours. Until then “/curfew” has what the list lacks.",
      "no-leave-for-threads": (channel: string) =>
        `Open ${channel}, Edit Channel, Permissions, Vigía: allow Create Public Threads. The next notice gets its thread. You are not told of this each time.`,
      "board-deleted": (channel: string) =>
        `If it is still wanted: “/alerts edit” in ${channel}, “Board, threads, events”, tick the board again and save. If not, there is nothing to do.`,
      fault: "Tell who runs Vigía. Until then read it with “/curfew” or “/strikes”.",
      "blocked-by-moderation": (channel: string) =>
        `Server Settings, AutoMod: let Vigía's role or ${channel} pass. Until then read it with “/curfew” or “/strikes”.`,
      "no-history": (channel: string) =>
        `Look whether it stands in ${channel}. Then allow Vigía there: Read Message History.`,
      expired: (channel: string) => `Tell the readers of ${channel}. “/alerts why” has each attempt.`,
      other: "“/alerts why” has each attempt.",
    },
    andMore: (count: number) => `and ${count} more`,
  },
};
