// Words of what a channel's settings would have brought, and bring next, in English.
import type { FineTopic } from "../../domain/topic.ts";

const NOTICES: Record<FineTopic, (count: number) => string> = {
  soon: (count) => `${count} before a curfew`,
  begins: (count) => `${count} ${count === 1 ? "begin" : "begins"}`,
  ends: (count) => `${count} ${count === 1 ? "end" : "ends"}`,
  changes: (count) => `${count} ${count === 1 ? "change" : "changes"} of curfews`,
  strikes: (count) => `${count} on strikes`,
  orgs: (count) => `${count} on organisations`,
  trouble: (count) => `${count} on trouble with these alerts`,
};

export const preview = {
  would: (days: number, notices: number, loud: number) =>
    `In the last ${days} days: ${notices} ${notices === 1 ? "notice" : "notices"}, ${loud === 0 ? "none with sound" : loud === notices ? (notices === 1 ? "with sound" : "all with sound") : `${loud} with sound`}`,
  wouldNone: (days: number) => `In the last ${days} days: no notice would have come.`,
  of: (topic: FineTopic, count: number, loud: number) =>
    `${NOTICES[topic](count)}${loud === count ? "" : loud === 0 ? " (silent)" : ` (${loud} with sound)`}`,
  digests: (days: number, count: number) =>
    `${count === 1 ? "1 summary" : `${count} summaries`} in these ${days} days.`,
  held: (count: number) =>
    `${count} of them ${count === 1 ? "falls" : "fall"} into the quiet hours: a note at their end would have said what still holds.`,
  loudest: (count: number, day: string) => `The loudest night: ${day}, ${count} with sound.`,
  mentions: (list: readonly string[]) => `Mentions: ${list.join(", ")}.`,
  mention: (role: string, count: number) => `${role} ${count}×`,
  knownOnly: (from: string, to: string) =>
    `All curfews of these places are known to Vigía only from ${from} to ${to}: at other times more may have come.`,
  knownNothing:
    "Of these days Vigía does not know all curfews of these places: more may have come, and silence says nothing about curfews.",
  asKnown: "That is what was recorded, not a forecast.",
  next: (moment: string, what: string) => `Next: ${moment}, ${what}.`,
  nextBefore: (kind: "began" | "ended", edge: string, places: string) =>
    `before the ${kind === "began" ? "curfew" : "end"} at ${edge} in ${places}`,
  nextAt: (kind: "began" | "ended", places: string) =>
    `${kind === "began" ? "when the curfew begins" : "when the curfew ends"} in ${places}`,
  nextDigest: "the summary",
  nothingPlanned:
    "Nothing is planned: no further curfew is announced for these places. A change comes when it is recorded.",
  nothingKnown:
    "Nothing is planned, and what holds in these places now is NOT KNOWN: silence does not mean that there is no curfew.",
  notKnown: (places: string) =>
    `NOT KNOWN which curfews hold now in ${places}: silence there does not mean that there is none.`,
  comesWhenKnown: "Nothing has a fixed time: notices come when something is recorded.",
};
