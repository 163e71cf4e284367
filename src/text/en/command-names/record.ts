// How /record is named and described, in English.
export const record = {
  name: "record",
  description: "Add to the record (members of the team only)",
  subcommands: {
    strike: {
      name: "strike",
      description: "Record a strike on a vessel",
      options: {
        organisation: { name: "organisation", description: "Group that was named, from our list; may be left out" },
        link: { name: "link", description: "https link to the source; may be left out" },
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
    change: {
      name: "change",
      description: "Change a record: by the authority, by a source, or because we had it wrong",
      options: { what: { name: "what", description: "Date, place, figure or name; pick from the list" } },
    },
    withdraw: {
      name: "withdraw",
      description: "Withdraw a record: not to be used any more",
      options: {
        what: { name: "what", description: "Date, place, figure or name; pick from the list" },
        reason: { name: "reason", description: "Why, as readers will get it" },
        link: { name: "link", description: "https link to the source, if there is one" },
      },
    },
    history: {
      name: "history",
      description: "Every version of a record: who, when, what, why",
      options: {
        what: { name: "what", description: "Date, place, figure or name; pick from the list" },
        "as-known-at": { name: "as-known-at", description: "As it was known then: yesterday 18:00, 2026-03-16 10:00" },
      },
    },
  },
};
