// How /alerts is named and described, in English.
export const alerts = {
  name: "alerts",
  description: "What this server's channels are told, and when",
  subcommands: {
    subscribe: {
      name: "subscribe",
      description: "Post alerts of curfews and strikes in a channel (this one, if you name none)",
      options: {
        channel: { name: "channel", description: "The channel that gets the alerts" },
        preset: { name: "preset", description: "Drivers, newsroom, management; left out: you are asked" },
        place: { name: "place", description: "Places, with commas between; left out: the whole country" },
        "before-start": {
          name: "before-start",
          description: "How long before a curfew begins: “2h, 30m”, “90” (minutes), “none”; left out: 2 h",
        },
        "before-end": {
          name: "before-end",
          description: "How long before a curfew ends: “30m”; left out: nothing before the end",
        },
        me: { name: "me", description: "To me alone, as direct messages" },
      },
    },
    edit: {
      name: "edit",
      description: "See and change what a channel is told (this one, if you name none)",
      options: {
        channel: { name: "channel", description: "The channel whose alerts you want to change" },
        set: { name: "set", description: "Which of several sets: type “strikes” or a place; left out: you are asked" },
        me: { name: "me", description: "Your own direct messages" },
      },
    },
    list: { name: "list", description: "Channels of this server that get alerts", options: {} },
    remove: {
      name: "remove",
      description: "Stop the alerts in a channel (this one, if you name none)",
      options: {
        channel: { name: "channel", description: "The channel that shall get no more alerts" },
        set: { name: "set", description: "Which of several sets: type “strikes” or a place; left out: you are asked" },
        me: { name: "me", description: "Your own direct messages" },
      },
    },
    test: {
      name: "test",
      description: "Send a drill to a channel (this one, if you name none) and say whether it arrives",
      options: {
        channel: { name: "channel", description: "The channel to try" },
        me: { name: "me", description: "Your own direct messages" },
      },
    },
    pause: {
      name: "pause",
      description: "No alerts in a channel for a while; changes and corrections still come",
      options: {
        channel: { name: "channel", description: "The channel to pause (this one, if you name none)" },
        until: { name: "until", description: "“8h”, “3 days”, “tomorrow 6am”; left out: until somebody resumes" },
        me: { name: "me", description: "Your own direct messages" },
      },
    },
    resume: {
      name: "resume",
      description: "End a pause: what was held and is still so comes in one note",
      options: {
        channel: { name: "channel", description: "The channel to resume (this one, if you name none)" },
        me: { name: "me", description: "Your own direct messages" },
      },
    },
    why: {
      name: "why",
      description: "Why a notice came, comes late or did not come; bare: the last ten of this channel",
      options: {
        mark: { name: "mark", description: "At the foot of a notice: #7K3Q-9M2D" },
        me: { name: "me", description: "Your own direct messages" },
      },
    },
    status: {
      name: "status",
      description: "How each channel's alerts are doing: last delivered, waiting, paused",
      options: { me: { name: "me", description: "Your own direct messages" } },
    },
    handover: {
      name: "handover",
      description: "Let somebody else look after your alerts, for a while or for good",
      options: {
        to: { name: "to", description: "Who takes over; yourself: take back what you handed over" },
        until: {
          name: "until",
          description: "When it comes back to you: “1 week”, “Friday 18:00”, “20 March”; left out: for good",
        },
        from: { name: "from", description: "Whose alerts; left out: yours. Needs Manage Server" },
      },
    },
    forget: {
      name: "forget",
      description: "Erase everything that is kept about this server (asks first)",
      options: {},
    },
  },
};
