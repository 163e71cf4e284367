// How /strikes is named and described, in English.
export const strikes = {
  name: "strikes",
  description: "US military strikes on vessels (not labour strikes): list, counts, sources",
  options: {
    since: { name: "since", description: "From this day, month or year on: 2026-03-01, march, 2026" },
    until: { name: "until", description: "Up to this day, month or year: 2026-02-23" },
    region: { name: "region", description: "Caribbean, eastern Pacific or undisclosed" },
    organisation: { name: "organisation", description: "Group the announcement named" },
    "min-killed": { name: "min-killed", description: "At least this many killed, as announced" },
  },
};
