// Words of notices that an answer which somebody shared reads otherwise by now, in English. What is quoted was said of another time: it stands in quotes.
export const answerChanged = {
  /** After the word for whose doing it is, and within a lock screen's letters how it reads; `moment` with its clock. */
  now: (moment: string, line: string) => `a shared answer now reads: “${line}”. It was shared on ${moment}`,
  gone: (moment: string) => `what was shared on ${moment} is no longer in Vigía's record`,
  /** Before what was said, struck through. */
  was: "It said:",
  by: (name: string | undefined) => `Shared by ${name ?? "somebody in this server"}`,
  /** In the answer itself. */
  putRight: (moment: string, word: string) => `Put right ${moment}: ${word}. It said:`,
};
