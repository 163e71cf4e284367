// Words of taking back one source of a record, in English: seen by members of the team only.
export const recordSource = {
  title: "Take back a source",
  field: {
    source: { label: "Which source", description: "It stays in the record, struck, and counts no more" },
    reason: { label: "Why", description: "AP withdrew its report" },
    who: { label: "Who says so, if somebody does", description: "AP. Left empty: we do" },
    link: { label: "Where it says so (https)", description: "https://apnews.com/article/123" },
  },
  last: "It is the only source left that carries this record. Withdraw the record itself: /record withdraw.",
  gone: "That record was withdrawn meanwhile.",
  noSource: "Please pick the source that is taken back: it is no longer in the record, or was taken back already.",
  turns: (what: string, before: string, after: string) => `${what}: ${before} -> ${after}`,
  label: "How far it is verified",
  noFigure: "No figure rests on it alone: figures stay as they are.",
  sameCount: (count: string) => `Vigía's count stays: ${count}`,
  recorded: (what: string) => `Recorded, the source is struck: ${what}`,
  recordedBare: "Recorded, the source is struck.",
};
