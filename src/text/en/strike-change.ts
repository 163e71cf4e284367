// Words of notices that a recorded strike is another now, in English. CHANGED, UPDATED and CORRECTED are never mixed: who had it otherwise is a statement.
import { withArticle } from "./strikes.ts";

/** A site's name stays as it is written. */
const upper = (text: string) => text.replace(/^\p{Ll}(?!\S*\.\p{Ll})/u, (letter) => letter.toUpperCase());
const subject = (who: string) => upper(withArticle(who));
const onDay = (day: string | undefined) => (day === undefined ? "" : ` on ${day}`);

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
  wasBefore: (now: string, was: string) => `${now} (was ${was})`,
  /** Of an older message that several steps of different words have changed since: the state first, no word of any one of them. */
  now: "NOW",
  stepsBefore: (count: number) => `${count} earlier ${count === 1 ? "step" : "steps"}`,
  steps: "Step by step",
  newest: "Newest notice",
  presumed: (what: string) => `presumed dead ${what}`,
  dayField: "Day",
  survivors: (what: string) => `survivors ${what}`,
  /** Of what a first line has no room for. */
  more: (count: number) => `${count} more ${count === 1 ? "change" : "changes"}`,
  on: (day: string) => `on ${day}`,
  announced: (day: string) => `announced ${day}`,
  reported: (day: string) => `first reported ${day}`,
  againShort: "not withdrawn after all",
  again: (event: string) => `not withdrawn after all: ${event}`,

  raised: (who: string, day?: string) => `${subject(who)} raised its figure${onDay(day)}`,
  lowered: (who: string, day?: string) => `${subject(who)} lowered its figure${onDay(day)}`,
  revised: (who: string, day?: string) => `${subject(who)} revised what it had said${onDay(day)}`,
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
