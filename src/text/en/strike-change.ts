// Words of notices that a recorded strike is another now, in English. CHANGED, UPDATED and CORRECTED are never mixed: who had it otherwise is a statement.
import { withArticle } from "./strikes.ts";

/** A site's name stays as it is written. */
const upper = (text: string) => text.replace(/^\p{Ll}(?!\S*\.\p{Ll})/u, (letter) => letter.toUpperCase());
const subject = (who: string) => upper(withArticle(who));

export const strikeChange = {
  word: {
    changed: "CHANGED",
    updated: "UPDATED",
    corrected: "CORRECTED",
    added: "NEW SOURCE",
    withdrawn: "WITHDRAWN, do not use",
    undone: "CORRECTED",
  },
  /** Nobody stated a reason: the data files were changed. */
  inRecord: "CHANGED IN THE RECORD",
  sourceGone: "SOURCE TAKEN BACK",

  becomes: (was: string, now: string) => `${was} -> ${now}`,
  presumed: (was: string, now: string) => `presumed dead ${was} -> ${now}`,
  dayField: "Day",
  survivors: (was: string, now: string) => `survivors ${was} -> ${now}`,
  /** Of what a first line has no room for. */
  more: (count: number) => `${count} more ${count === 1 ? "change" : "changes"}`,
  on: (day: string) => `on ${day}`,
  announced: (day: string) => `announced ${day}`,
  reported: (day: string) => `first reported ${day}`,
  again: (event: string) => `not withdrawn after all: ${event}`,

  raised: (who: string) => `${subject(who)} raised its figure`,
  lowered: (who: string) => `${subject(who)} lowered its figure`,
  revised: (who: string) => `${subject(who)} revised what it had said`,
  saysSo: (who: string) => `So says ${withArticle(who)}`,
  wrong: "Vigía had it wrong",
  wrongBecause: (reason: string) => `Vigía had it wrong: ${reason}`,
  undone: "Whoever recorded it took it back",
  noReason: "Changed in Vigía's record; no reason is stated",
  /** `AP says at least 4; SOUTHCOM said 3`. */
  newFigure: (who: string, amount: string) => `${withArticle(who)} says ${amount}`,
  oldFigure: (who: string, amount: string) => `${withArticle(who)} said ${amount}`,
  figures: (list: readonly string[]) => upper(list.join("; ")),
  gone: (names: string) => `No longer counted, because it was taken back: ${names}`,
  reason: (reason: string) => `Reason: ${reason}`,

  quoted: (text: string) => `“${text}”`,
  official: "The authority's own source.",
  confirmed: "Confirmed by a second person.",
};
