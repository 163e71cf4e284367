// Words of notices about organisations, in English. A listing is told as a government's act; nothing here says what an organisation is.
const whose = (who: string) => (/^(US|Government|Department|Ministry|President)\b/.test(who) ? `the ${who}` : who);

export const orgNotice = {
  word: {
    new: "NEW in Vigía's record",
    listed: "NEW listing",
    delisted: "TAKEN OFF a list",
    willLeave: "TO LEAVE a list",
    corrected: "CORRECTED",
    changed: "CHANGED IN THE RECORD",
    withdrawn: "WITHDRAWN, do not use",
  },
  put: (who: string, day: string) => `put on the list of ${whose(who)}, ${day}`,
  willPut: (who: string, fromDay: string) => `will be on the list of ${whose(who)} ${fromDay}`,
  off: (who: string, day: string) => `taken off the list of ${whose(who)}, ${day}`,
  willOff: (who: string, day: string) => `will be taken off the list of ${whose(who)} on ${day}`,
  corrected: (who: string, now: string, was: string) => `listing by ${whose(who)}: ${now} (was: ${was})`,
  onSince: (day: string) => `on the list since ${day}`,
  notOff: (since: string) => `not taken off after all, on the list since ${since}`,
  offAt: (day: string) => `taken off ${day}`,
  gone: (who: string, day: string) => `Vigía no longer says that it is on the list of ${whose(who)} (was: ${day})`,
  and: (parts: readonly string[]) => parts.join("; "),
  withdrawn: (who: string) => `${who}: all that Vigía said of its listings`,
  again: (lists: string) => `not withdrawn after all: ${lists}`,
  reason: (reason: string) => `Reason: ${reason}`,
  stateField: "All lists that we know of",
};
