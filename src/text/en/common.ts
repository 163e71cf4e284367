// Words that every answer shares, in English.
export const common = {
  languageName: { en: "in English", es: "in Spanish" },
  notStated: "not stated",
  sources: "Sources",
  source: "Source",
  newestSource: (day: string) => `Newest source ${day}`,
  noDatedSource: "No source with a date",
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
  areaKind: { country: "country", province: "province", department: "department", canton: "canton", parish: "parish" },
  brokenButton: "This button comes from an older version and no longer works. Please type the command again.",
  failed: "Something went wrong here and it was noted. Nothing was changed. Please try again.",
};
