// Words of /record export, in English.
export const proof = {
  what: { messages: "what a channel was shown", facts: "everything recorded" },
  badWhat: "Please pick what to export: messages or facts.",
  tooMuch:
    "That is more than Discord takes as files in one answer. Please ask for a shorter time with since and until.",
  messages: (count: number, channel: string, since: string, until: string) =>
    count === 0
      ? `Nothing was shown or due in ${channel} from ${since} to ${until}.`
      : `What ${channel} was shown from ${since} to ${until}: ${count} ${count === 1 ? "row" : "rows"}, as CSV and JSON.`,
  aboutMessages:
    "Each message and each edit word for word, when it was due and when it stood there, on which sources, who recorded and confirmed it; also what was not posted, and why. Times in UTC.",
  facts: (count: number, since: string, until: string) =>
    count === 0
      ? `Nothing was recorded from ${since} to ${until}.`
      : `Everything recorded from ${since} to ${until}: ${count} ${count === 1 ? "version" : "versions"}, as CSV and JSON.`,
  aboutFacts:
    "Every version with who recorded it, when, why and from which sources. Each id can be computed again: SHA-256 over the canonical JSON (RFC 8785) of kind, subject, prev and content. Times in UTC.",
};
