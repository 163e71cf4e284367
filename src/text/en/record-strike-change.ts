// Words of changing a strike by hand, in English. Seen by members of the team only.
export const recordStrikeChange = {
  title: {
    changed: "CHANGED: the authority changed it",
    updated: "UPDATED: a source revised its figure",
    corrected: "CORRECTED: we had it wrong",
  },
  killed: {
    label: "Killed, one line a source",
    description: "SOUTHCOM: 3. A new source on a line of its own. Not stated: takes it out",
  },
  reason: { label: "Reason, and who says so", description: "SOUTHCOM raised its figure · we misread the AP report" },
  link: { label: "Link to whoever says so", description: "https://... May be empty only for a correction of ours" },

  badLine: {
    unreadable: (line: string) =>
      `I cannot read “${line}”. Write who says it and the figure, for example: SOUTHCOM: at least 3.`,
    twice: (line: string) => `“${line}” stands there twice. One line a source, please.`,
    missing: (who: string) =>
      `The line of ${who} is missing. To take its figure out, write “${who}: not stated”; to leave it, write it as it was.`,
  },
  noReason: "Please write why, and who says so, for example: SOUTHCOM raised its figure.",
  noBy: "Please say who says so: name the authority or source in the reason, or give its link.",
  noSource: "Please give the link where that is said. Only a correction of our own mistake goes without one.",
  newNeedsLink: (who: string) => `${who} is a new source: please give its link.`,
  nothing: "Nothing differs from what stands.",
  gone: "That record was withdrawn meanwhile: there is nothing to change. Nothing was written.",
  figureGone: (who: string) =>
    `The figure of ${who} was taken out of the record after you opened the form. Look at what stands, then begin anew.`,

  since: "Somebody changed this record after you opened the form. Yours is put upon that:",
  sinceMore: (count: number) => (count === 1 ? "and 1 more change" : `and ${count} more changes`),
  why: (word: string, reason: string) => `${word} - ${reason}`,
  saidBy: (who: string) => `Who says so: ${who}`,
  reached:
    "Channels that were told of it are told the old and the new. Those whose least number of killed it reaches only now get it as new, within three days.",
};
