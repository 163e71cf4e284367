// Words of what waits for a second person, of what is taken back and of what is withdrawn, in English: seen by members of the team only.
export const review = {
  /** What stands before a change, wherever it is told. */
  word: {
    changed: "CHANGED",
    updated: "UPDATED",
    corrected: "CORRECTED",
    added: "SOURCE ADDED",
    withdrawn: "WITHDRAWN",
    undone: "TAKEN BACK",
  },
  new: "NEW",
  /** What it would be must not be read as if it were so. */
  due: (word: string, what: string) => `❔ NOT CONFIRMED, a second person is needed. ${word}: ${what}`,
  askedBy: (name: string | undefined, moment: string) => `Asked by ${name ?? "a member of the team"}, ${moment}`,
  field: { changes: "What would change", why: "Why", otherwise: "If nobody confirms" },
  says: (who: string) => `Says who: ${who}`,
  noSource: "No source was named.",
  otherwise: (until: string) =>
    `Nothing changes: what is recorded now stays. It can be confirmed until ${until}; after that it has to be made again.`,
  confirm: "Confirm as second person",
  decline: "Decline",
  again: "⚠️ Somebody recorded in between. This is what it would change now; nothing is recorded yet.",
  own: "You asked for this yourself: somebody else of the team has to confirm it. With “Decline” you can take it back.",
  otherServer: "This was asked in another server of the team: it can be confirmed there only.",
  done: {
    recorded: (what: string) => `Confirmed and recorded. ${what}`,
    declined: (what: string) => `Declined, nothing was recorded. ${what}`,
    cancelled: (what: string) => `Taken back by who asked, nothing was recorded. ${what}`,
    old: (what: string) => `Waited for more than 24 hours, nothing was recorded. It has to be made again. ${what}`,
    unfit: (what: string) => `It fits no longer, nothing was recorded. It has to be made again. ${what}`,
  },
  by: {
    recorded: (asked: string, who: string, moment: string) => `Asked by ${asked}, confirmed by ${who}, ${moment}`,
    declined: (asked: string, who: string, moment: string) => `Asked by ${asked}, declined by ${who}, ${moment}`,
    alone: (asked: string) => `Asked by ${asked}`,
  },
  somebody: "somebody of the team",
  cannotAsk:
    "It needs a second person, no review channel is set, and you may not write in this channel. Nothing was changed: type it where you may write, so that a colleague can press.",
  notWaiting: "Nobody has to confirm this any more.",

  undo: "Undo",
  undone: (what: string) => `Taken back: ${what}`,
  undoneReason: "undone within 10 minutes by who recorded it",
  undoNotYours: "Only the person who recorded this can undo it. Others use “/record change” or “/record withdraw”.",
  undoneAlready: "This was taken back already; nothing was written twice.",
  undoOver: "Somebody recorded a later version since; nothing was undone. “/record history” shows it.",
  undoLate:
    "More than 10 minutes have passed. Use “/record change” to put it right, or “/record withdraw” to take it back.",

  withdraw: {
    title: "Withdraw a record",
    reason: "Reason, as readers will get it",
    reasonExample: "same strike as 16 Mar, recorded twice",
    link: "Link to the source, if there is one",
    linkExample: "https://…; an authority's own lets one person withdraw a curfew",
    is: (what: string) => `WITHDRAWN, do not use: ${what}`,
    noReason: "Please write why it is withdrawn: readers get the reason.",
    gone: "This record was withdrawn already.",
    told: (count: number) =>
      count === 0
        ? "No channel was told of it."
        : `${count} ${count === 1 ? "channel was" : "channels were"} told of it and will be told that it is withdrawn.`,
    curfew: "Its places and hours are then NOT KNOWN. Nobody is told “No curfew”.",
    strike: (strikes: number, killed: string) =>
      `The counts lose ${strikes} ${strikes === 1 ? "strike" : "strikes"} and ${killed} killed as announced.`,
    strikeSilent: (strikes: number) =>
      `The counts lose ${strikes} ${strikes === 1 ? "strike" : "strikes"}; it gave no figure of killed.`,
    land: "It was in no count of vessels: no count changes.",
    tally: "That total is no longer set beside ours. Our own counts stay.",
    coverage: "What rested on this check alone is then NOT KNOWN.",
    org: "It is no longer found by /orgs.",
    listed: (lists: string) =>
      `Governments list it: ${lists}. It cannot be withdrawn while it is listed; record that it was taken off the lists first.`,
    named: (count: number) =>
      `It is named in ${count} ${count === 1 ? "strike" : "strikes"}. Change those first: they would name an organisation that nobody finds.`,
    recorded: (what: string) => `Withdrawn: ${what}`,
    waits: "It waits for a second person, because it makes things less strict and names no official source.",
    moved: "It was changed since you looked. What changed in between:",
  },

  change: {
    ask: (what: string) => `What is it? ${what}`,
    line: {
      changed:
        "**CHANGED**: the authority changed it. Readers will read “CHANGED”, the old and the new, and since when.",
      updated:
        "**UPDATED**: a source revised its own figure. Readers will read “UPDATED 3 -> 4” and whose figure it is.",
      corrected: "**CORRECTED**: we had it wrong. Readers will read “CORRECTED” and what we told them before.",
    },
    takeBack: "**Take back a source**: it stays in the record, struck, and counts no more.",
    button: { changed: "CHANGED", updated: "UPDATED", corrected: "CORRECTED" },
    none: "This cannot be changed here. Withdraw it with “/record withdraw” and record it anew.",
    withdrawn: "This record was withdrawn. Record it anew if it holds after all.",
  },
};
