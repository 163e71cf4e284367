// Words of the button that people press once they have read a notice, and of what is told of those who have not, in English.
export const seen = {
  button: (have: number, asked: number) => `Seen ${have} of ${asked}`,
  counted: (at: string) => `Noted: you have seen this, ${at}.`,
  already: (at: string) => `You had pressed already, ${at}. That is what counts.`,
  count: (have: number, asked: number) =>
    have === asked ? `All ${asked} have pressed.` : `${have} of ${asked} ${have === 1 ? "has" : "have"} pressed.`,
  over: "A newer notice has taken its place: please read that one, and press Seen there.",
  notAsked:
    "Good that you read it. This button is for people whom the team picked by name, so your press is not counted; you need do nothing.",
  missing: {
    line: (list: string, count: number, asked: number, channel: string, span: string) =>
      `${count} of ${asked} ${count === 1 ? "has" : "have"} NOT pressed Seen yet, ${span} after the notice in ${channel}: ${list}`,
    /** Called behind the list: who looks after it, and no further name on it. */
    calls: (list: string) => `For: ${list}`,
    field: { notice: "The notice", not: "Not pressed", have: "Pressed", how: "What this means" },
    posted: (at: string) => `Posted ${at}`,
    nobody: "Nobody.",
    how: "Whoever is named here has not pressed Seen. They may have read it all the same. They were not written to: “Remind them” calls them in the channel.",
    remind: "Remind them",
    open: "Open the notice",
  },
  reminder: {
    line: (at: string, text: string, list: string) => `Please read and press Seen: “${text}” Posted ${at}. ${list}`,
    count: (have: number, asked: number) => `${have} of ${asked} ${have === 1 ? "has" : "have"} pressed so far.`,
    unnamed: "a notice in this channel",
  },
  reminded: {
    called: (list: string, channel: string) => `They are being called in ${channel} now: ${list}`,
    lately: (at: string) => `They were called ${at} already. 15 minutes after that you can call them again.`,
    all: "Nobody has to be called: by now all have pressed.",
    over: "A newer notice has taken its place; nobody is asked about this one any more.",
    mayNot:
      "Only the people who look after these alerts can call anybody: whoever subscribed, the second contact, or somebody who may manage the channels.",
    unknown: "This notice is no longer kept, so nobody can be called about it.",
  },
  why: {
    field: "Seen",
    have: (list: string) => `Pressed: ${list}`,
    not: (list: string) => `Not pressed: ${list}`,
    told: (span: string) => `After ${span} the owner was told who had not.`,
    after: (span: string) => `The owner is told who has not after ${span}.`,
    over: "A newer notice has taken its place: people are asked about that one.",
  },
};
