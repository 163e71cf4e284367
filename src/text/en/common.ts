// Words that every answer shares, in English.
const KINDS = {
  country: ["country", "countries"],
  state: ["state", "states"],
  province: ["province", "provinces"],
  department: ["department", "departments"],
  region: ["region", "regions"],
  canton: ["canton", "cantons"],
  parish: ["parish", "parishes"],
} as const;

export const common = {
  languageName: { en: "in English", es: "in Spanish" },
  notStated: "not stated",
  sources: "Sources",
  source: "Source",
  newestSource: (day: string) => `Newest source ${day}`,
  noDatedSource: "Vigía has no dated source for this",
  undated: "undated",
  disputed: "Sources disagree",
  notes: "Notes",
  confidence: { high: "high", medium: "medium", low: "low" },
  /** `Ecuador time`: whose clock the figures are. */
  placeTime: (place: string) => `${place} time`,
  and: (list: readonly string[]) => list.join(", "),
  page: (page: number, count: number) => `Page ${page} of ${count}`,
  first: "First",
  previous: "Previous",
  next: "Next",
  last: "Last",
  newer: "Newer",
  older: "Older",
  listChanged: "⚠️ The list has changed since the page before was shown; pages may have shifted.",
  several: (typed: string, choices: readonly string[]) =>
    `“${typed}” can be several: ${choices.join("; ")}. Please pick one.`,
  areaKind: {
    country: "country",
    state: "state",
    province: "province",
    department: "department",
    region: "region",
    canton: "canton",
    parish: "parish",
  },
  /** How many places: `4 provinces`, `5 places` where their kinds differ. */
  places: (count: number, kind: keyof typeof KINDS | undefined) => {
    const [one, several] = kind === undefined ? ["place", "places"] : KINDS[kind];
    return `${count} ${count === 1 ? one : several}`;
  },
  in: (places: string) => `in ${places}`,
  brokenButton: "This button comes from an older version and no longer works. Please type the command again.",
  formLate: "The form could not be opened in time. Nothing was changed. Please try again.",
  noRoom:
    "Vigía's disk is full. Nothing of this was kept and nothing was changed; please copy what you typed and try again when there is room. Whoever runs Vigía has to make room.",
  failed: "Something went wrong here and it was noted. Nothing was changed. Please try again.",
};
