// Words of the message with which Vigía comes into a server, in English.
export const joined = {
  first:
    "👋 Vigía is here. It tells the channels that you choose of curfews and of US military strikes. Nothing comes until somebody subscribes a channel.",
  field: { now: "What you can do now", who: "Who may set it up" },
  subscribe: "“Subscribe”: alerts for this channel. For another one type “/alerts subscribe” there.",
  drill: "“Drill”: a trial notice in this channel, so that you see whether notices arrive.",
  here: "“What can I see here?”: what everybody may ask, and what is known now. Only you see that answer.",
  who: "People with Manage Channels in the channel. Everybody may ask and read.",
  label: { subscribe: "Subscribe", drill: "Drill", here: "What can I see here?" },
  ask: "What everybody may ask",
  commands: [
    "“/curfew”: now and tonight. With a place: “place: Guayaquil”. With a time: “at: tonight”",
    "“/strikes”: military strikes, not labour strikes. “since: march”",
    "“/orgs”: organisations on governments' lists. “name: Los Lobos”",
  ],
  getting: "What this server gets",
  none: "No channel of this server gets alerts yet. Silence here says nothing about curfews.",
  channels: (list: string) => `These channels get alerts: ${list}. “/alerts list” tells which.`,
};
