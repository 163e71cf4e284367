// Words about who looks after a server's alerts, and about erasing what is kept of it, in English.
const channels = (count: number) => (count === 1 ? "1 channel" : `${count} channels`);

export const duty = {
  channels,
  untilThen: (moment: string) => `until ${moment}`,
  forGood: "for good",
  /** In a list, and on a card. */
  care: {
    by: (person: string) => `looked after by ${person}`,
    instead: (person: string, owner: string, until: string | undefined) =>
      `looked after by ${person}${until === undefined ? "" : ` until ${until}`}, in place of ${owner}`,
    nobody: (owner: string) => `NOBODY looks after it: ${owner} has left the server`,
  },
  notice: {
    yours: (from: string, count: number, until: string) =>
      `You look after ${from}'s alerts ${until}: ${channels(count)}`,
    theirs: (to: string, count: number, until: string) => `${to} looks after your alerts ${until}: ${channels(count)}`,
    again: (from: string, count: number) =>
      `You look after your alerts again: ${channels(count)}. ${from} no longer does`,
    noMore: (to: string, count: number) => `You no longer look after ${to}'s alerts: ${channels(count)}`,
    leftYou: (from: string, count: number) =>
      `${from} has left the server: YOU look after these alerts now: ${channels(count)}`,
    leftNobody: (from: string, count: number) =>
      `${from} has left the server, and NOBODY looks after these alerts now: ${channels(count)}`,
    backYou: (count: number) => `You are back in the server and look after your alerts again: ${channels(count)}`,
    back: (to: string, count: number) =>
      `${to} is back in the server and looks after these alerts again: ${channels(count)}`,
  },
  field: { channels: "Channels", means: "What that means", todo: "What to do" },
  means:
    "If alerts of these channels do not arrive, you are told first. Press “I have it” then, or after an hour the next person is called.",
  returns: (moment: string) => `On ${moment} it goes back by itself, and both of you are told.`,
  comesBack: (from: string) => `If ${from} comes back within 30 days, this goes back to them by itself.`,
  nameSomebody:
    "Somebody who may manage channels names another person: “/alerts edit”. Until then trouble with these alerts is told here alone.",
  takeBack: "Take it back",
  giveBack: "Give it back",
  card: {
    ask: (to: string, count: number, until: string) => `Hand ${channels(count)} over to ${to}, ${until}?`,
    askFrom: (from: string, to: string, count: number, until: string) =>
      `Hand ${from}'s ${channels(count)} over to ${to}, ${until}?`,
    means: (to: string) =>
      `${to} is told first when alerts of these channels do not arrive. What the channels get stays as it is, unless ${to} changes it.`,
    review: (to: string, channel: string) => `Questions in ${channel} call ${to} from then on.`,
    replaces: (to: string) => `It takes the place of the handover to ${to}.`,
    told: "Both people are told by direct message.",
    yes: "Hand over",
    no: "Leave it",
    left: "Nothing was handed over.",
    done: (to: string, count: number, until: string) => `${to} looks after ${channels(count)} ${until}`,
    bothTold: "Both people are told by direct message.",
    over: "Taken back. Both people are told by direct message.",
    overAlready: "That handover is over already.",
  },
  oneself: "Nothing of yours is handed over, so there is nothing to take back. Name somebody else to hand over to.",
  already: (to: string) => `${to} looks after these already.`,
  notHere: (to: string) => `${to} cannot take over: not a member of this server, or a bot.`,
  notAsked:
    "Discord does not say just now whether that person is a member of this server. Please try again in a minute.",
  nothing: (from: string) => `${from} looks after no channel of this server: there is nothing to hand over.`,
  nothingYours: "You look after no channel of this server: there is nothing to hand over.",
  onlyManager: "Only people who may manage the server can hand over what somebody else looks after.",
  onlyConcerned: "Only the two people concerned, or somebody who may manage the server, can end this handover.",
  unreadable: (typed: string, example: string) =>
    `I cannot read “${typed}” as a time. For example: “1 week”, ${example}.`,
  past: (moment: string) => `${moment} is over already. Name a time that is still to come.`,
  far: "That is more than a year away. Name an earlier end, or none: then it is for good.",
};

const many = (one: string, more: string) => (count: number) => `${count} ${count === 1 ? one : more}`;

export const forget = {
  ask: "Erase everything that Vigía keeps about this server? Its alerts stop at once, and nothing brings this back.",
  nothing: "Vigía keeps nothing about this server.",
  field: { goes: "What goes", stays: "What stays", yours: "What Vigía keeps about you" },
  goes: {
    channels: many("channel with its settings", "channels with their settings"),
    subscriptions: many("subscription, ended ones too", "subscriptions, ended ones too"),
    names: many("name of a person", "names of people"),
    pauses: many("pause", "pauses"),
    handovers: many("handover", "handovers"),
    seenLists: many("list of who is asked to press Seen", "lists of who is asked to press Seen"),
    notices: many("notice in the history, with its kept text", "notices in the history, with their kept texts"),
    direct: "the history of direct messages about this server, and what was typed here and not yet recorded",
  },
  stays:
    "Messages that stand in Discord: delete them there. Recorded facts (curfews, strikes, organisations), which are no server's own; the names of who recorded them go.",
  yours:
    "The language that you chose with a button, if you did; it is yours in every server. Going back to your Discord's own language with that button (“In English”, “En español”, below an answer) erases it, too.",
  yes: "Erase it all",
  no: "Keep it",
  language: "Forget my language",
  kept: "Nothing was erased.",
  done: "Erased. No channel of this server gets alerts any more: silence here says nothing about curfews. The history is empty. “/alerts subscribe” begins anew.",
  mayNot: "Only people who may manage the server can erase what is kept about it.",
  languageDone: "Forgotten: from now on Vigía answers you in your Discord's own language.",
  languageNone: "Nothing was kept: Vigía answers you in your Discord's own language.",
};
