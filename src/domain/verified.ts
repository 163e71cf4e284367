// How far its sources carry a recorded strike: five plain rules, the first that holds gives the label. Never a judgement of what happened. The sentence of each rule
// that readers are shown stands in the texts, under the rule's name (docs/decisions/0018).
import { standingSources } from "./source.ts";
import { houseOf, isOnSideOf, publisherText } from "./speaker.ts";
import type { Strike } from "./strike.ts";
import { agree, type Figure, Measure, rangeOf, speakerOf, standing } from "./toll.ts";

/** From the weakest to the strongest. */
export const LABELS = ["disputed", "unverified", "partly", "verified"] as const;
export type Label = (typeof LABELS)[number];

type Labelled = Pick<Strike, "figures" | "sources" | "date" | "announcedOn" | "announcedBy" | "disputed">;

interface Rule {
  label: Label;
  holds: (strike: Labelled) => boolean;
}

export const RULES = {
  /** Figures of the same thing that stand and cannot all be true. */
  figures: {
    label: "disputed",
    holds: (strike) => Measure.options.some((measure) => !agree(standing(strike, measure))),
  },
  /** The record holds something else on which sources disagree. */
  disagreement: { label: "disputed", holds: ({ disputed }) => disputed.length > 0 },
  /** Somebody else than the side that announced it gives a number of killed of their own that agrees, and two other publishers carry the record. */
  confirmed: { label: "verified", holds: (strike) => publishers(strike) > 1 && isConfirmed(strike) },
  /** Two publishers carry what was announced: that it was said is sure, and no more. */
  repeated: { label: "partly", holds: (strike) => publishers(strike) > 1 },
  alone: { label: "unverified", holds: () => true },
} as const satisfies Record<string, Rule>;
export type RuleName = keyof typeof RULES;

const NAMES = ["figures", "disagreement", "confirmed", "repeated", "alone"] as const satisfies readonly RuleName[];

export interface Verified {
  label: Label;
  /** Why. */
  rule: RuleName;
}

export function verified(strike: Labelled): Verified {
  const rule = NAMES.find((name) => RULES[name].holds(strike)) ?? "alone";
  return { label: RULES[rule].label, rule };
}

/** Houses whose texts carry the record, without whoever announced it; a source that was taken back carries nothing. */
function publishers({ sources, announcedBy }: Labelled): number {
  const others = standingSources(sources).filter((source) => !isOnSideOf(publisherText(source), announcedBy));
  return new Set(others.map(houseOf)).size;
}

/** A press release that is repeated has the announcer as its speaker, however many repeat it. */
function isConfirmed(strike: Labelled): boolean {
  const killed = standing(strike, "killed");
  const announced = killed.filter((one) => isAnnouncers(one, strike));
  const own = killed.filter((one) => isOthers(one, strike));
  return announced.some((theirs) => own.some((one) => confirms(one, theirs)));
}

/** Where nobody is named, a figure is taken for the announcer's: it confirms nothing. */
function isAnnouncers(one: Figure, { announcedBy, sources }: Labelled): boolean {
  const speaker = speakerOf(one, sources);
  return speaker === undefined || isOnSideOf(speaker, announcedBy);
}

function isOthers(one: Figure, strike: Labelled): boolean {
  const { announcedBy } = strike;
  // Who announced it is not stated: nobody can be told from them.
  const isStated = announcedBy.en !== "not stated" && announcedBy.es !== "no indicado";
  return isStated && !isAnnouncers(one, strike);
}

/** "At least 1" does not confirm 14. */
function confirms(one: Figure, announced: Figure): boolean {
  return agree([one, announced]) && rangeOf(one).low >= rangeOf(announced).low;
}
