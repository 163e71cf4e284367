// The word to a channel that comes to hear less, in English: what comes no more, what of it stands above, and that it all comes again.
export const narrowed = {
  all: (since: string) => `No more alerts come here, since ${since}`,
  gone: (kinds: string, places: string | undefined, since: string) =>
    `No more ${kinds} come here${places === undefined ? "" : ` for ${places}`}, since ${since}`,
  also: (kinds: string, places: string | undefined) =>
    `No more ${kinds}${places === undefined ? "" : ` for ${places}`}`,
  line: (kinds: string, places: string | undefined) => (places === undefined ? kinds : `${kinds}: ${places}`),
  /** Every kind of curfew alert. */
  curfews: "curfew alerts",
  of: (list: string) => `alerts of ${list}`,
  topics: {
    soon: "coming curfews",
    begins: "curfews that begin",
    ends: "curfews that end",
    changes: "curfew changes",
    strikes: "military strikes",
    orgs: "organisations",
    trouble: "outages of Vigía",
  },
  /** The hour on the day itself. */
  hour: (hour: string) => hour,
  moment: (moment: string) => moment,
  open: (places: string, until: string | undefined) =>
    `What stands above about ${places} (${until === undefined ? "end not known" : `until ${until}`}) is no longer kept up to date here: ask “/curfew”`,
  by: (name: string | undefined) => `Changed by ${name ?? "somebody in this server"}.`,
  field: { gone: "No longer comes", ask: "From now on" },
  silence: "Silence here says nothing about that any more: “/strikes” and “/orgs” answer as always.",
  back: (since: string) => `These alerts have been coming here again since ${since}`,
};
