// How /record is named and described, in English.
export const record = {
  name: "record",
  description: "Add to the record (members of the team only)",
  subcommands: {
    strike: {
      name: "strike",
      description: "Record a strike on a vessel",
      options: {
        date: { name: "date", description: "Day of the strike or announcement: 2026-03-17, today, yesterday" },
        region: { name: "region", description: "Caribbean, eastern Pacific or undisclosed" },
        killed: { name: "killed", description: "3, 3-4, at least 3, or: not stated" },
        link: { name: "link", description: "https link to the source" },
      },
    },
    total: {
      name: "total",
      description: "Record a running total that others quote",
      options: {},
    },
    org: {
      name: "org",
      description: "Record an organisation, or that it was listed, delisted, renamed, merged",
      options: {
        name: {
          name: "name",
          description: "Its name; several by comma where one legal act lists them; a new name: a new organisation",
        },
        what: { name: "what", description: "What became of it; left out: you are asked" },
      },
    },
    curfew: {
      name: "curfew",
      description: "Record a curfew that was declared: a form with nights, hours and places",
      options: { place: { name: "place", description: "Up to five places, by comma; left out: written in the form" } },
    },
    checked: {
      name: "checked",
      description: "You have looked: there is no curfew beyond those recorded",
      options: {
        place: { name: "place", description: "Where you have looked; left out: the whole country" },
        since: { name: "since", description: "Since when you have looked: yesterday 18:00, 09:30; left out: now" },
      },
    },
    export: {
      name: "export",
      description: "What a channel was shown, or everything recorded, as CSV and JSON",
      options: {
        what: { name: "what", description: "What to export" },
        channel: { name: "channel", description: "Which channel's messages; left out: this one" },
        since: {
          name: "since",
          description: "First day: 2026-03-01, march; left out: 30 days ago, or everything recorded",
        },
        until: { name: "until", description: "Last day; left out: today" },
      },
    },
  },
};
