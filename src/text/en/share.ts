// Words of Share and Copy, in English.
export const share = {
  share: "Share",
  copy: "Copy",
  back: "Back to the list",
  /** The other language, in its own words. */
  otherLanguage: "En español",
  /** Said in the language that was just chosen. */
  remembered: "Vigía answers you in English from now on, everywhere. “En español” changes it back.",
  /** Second line of a shared answer: the state stands before it. */
  by: (name: string | undefined, moment: string) =>
    `Shared by ${name ?? "somebody in this server"}, as known ${moment}`,
  asKnown: (moment: string) => `As known ${moment}, by Vigía's record.`,
  moreSources: (count: number) => `${count} more ${count === 1 ? "source stands" : "sources stand"} in Vigía's record.`,

  posted: (channel: string) => `Shared in ${channel}.`,
  already: (channel: string) => `This is shared in ${channel} already; nothing was posted twice.`,
  waiting: (channel: string) =>
    `Discord does not take it yet. It will appear in ${channel} within 15 minutes, or not at all; if it does not, ask and share again.`,
  onlyServer: "Answers are shared in a server's channels; in a direct message there is nobody to share them with.",
  mayNot: (channel: string, permission: string) =>
    `You may not write in ${channel} yourself, so I do not do it for you: “${permission}” is missing for you there. Nothing was posted.`,
  missing: (channel: string, list: string) =>
    `I may not post in ${channel}. Please have somebody allow me there: ${list}. (Channel settings, Permissions, add Vigía.) Then press Share again.`,
  cannotSee: (channel: string) =>
    `I cannot see ${channel}: “View Channel” is missing for me there. Nothing was posted.`,
  changed:
    "Not shared: this has changed since you asked. What holds now stands below; read it, then press Share there.",
  notPosted: (channel: string, why: string) => `Not shared in ${channel}: ${why}`,
  why: {
    forbidden: "Discord does not let me post there. Check my permissions: View Channel, Send Messages, Embed Links.",
    "no-such-channel": "that channel no longer exists, or I cannot see it.",
    "channel-closed": "the channel takes no messages; a thread may be closed or locked.",
    "refused-form": "Discord refused the message. That is a fault of mine, and it was noted.",
    "blocked-by-moderation": "the server's automatic moderation took it away.",
    "no-history": "it may stand there already, and without “Read Message History” I cannot look.",
    "answer-changed": "it changed in that very moment. Please ask again and share what you then read.",
    expired: "Discord did not take it within 15 minutes. Please ask again, so that nothing old is shared.",
    other: "something went wrong here and it was noted. Please try again.",
  },
};
