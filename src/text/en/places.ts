// Words of places themselves, in English: what a typed name was taken for, and what became of a place that a channel follows.
export const places = {
  /** `place` and `others` with kind and country. */
  readAs: (typed: string, place: string, others: readonly string[]) =>
    `“${typed}” read as ${place}.${others.length === 0 ? "" : ` Also called so: ${others.join("; ")}: pick one of the suggestions to ask about it.`}`,
  more: (count: number) => `${count} more`,

  split: (place: string, day: string, parts: readonly string[]) =>
    `Since ${day}, ${place} is split: ${parts.join(", ")}`,
  renamed: (place: string, day: string, to: string) => `Since ${day}, ${place} is called ${to}`,
  merged: (place: string, day: string, into: string) => `Since ${day}, ${place} is part of ${into}`,
  ended: (place: string, day: string) =>
    `No more alerts come here for ${place}: it no longer exists since ${day}, and nothing is recorded as taking its place`,
  gone: (place: string) => `No more alerts come here for ${place}: it is no longer in our record`,
  hearsAll: "This channel goes on hearing of all of it",
  hearsNew: "This channel goes on hearing of it",
  hearsMore: (into: string) => `This channel now hears of all of ${into}`,
  hearsNothing: "That silence does not mean that there is no curfew",

  follows: "Followed here from now on",
  about: "About it",
  toChange: "To change it",
  how: "“/alerts remove” ends this channel’s alerts, “/alerts subscribe” starts them anew. If it is right as it is, nothing needs doing.",
  howGone: "“/alerts remove” and “/alerts subscribe” here choose what this channel follows.",
  /** After the places that a subscription means by now. */
  subscribedAs: (names: string) => `(subscribed to as ${names})`,
};
