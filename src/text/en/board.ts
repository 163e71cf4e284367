// Words of the message that is kept up to date, in English.
export const board = {
  /** In a list: it was deleted twice in a day. */
  off: (since: string) =>
    `the message kept up to date is OFF since ${since}, it was deleted twice; “/alerts edit”, “Board, threads, events” brings it back`,
  title: "Kept up to date by Vigía",
  /** In plain text, for who sees no embed: it does not age, so it names its hour. */
  asOf: (moment: string) => `As of ${moment}`,
  /** `stamp` is Discord's own and grows old by itself, also when we are dead. */
  checked: (stamp: string) =>
    `Checked ${stamp}. It is renewed every few minutes: if that is more than half an hour ago, Vigía is not running; do not rely on what stands here, use \`/curfew\` or ask the authorities.`,
  checkedStrikes: (stamp: string) =>
    `Checked ${stamp}. It is renewed every few minutes: if that is more than half an hour ago, Vigía is not running and what stands here is old.`,
  field: { last: "Last recorded", holds: "How far this is known" },
  lastNone: "Nothing new was recorded in the last 30 days. That is not proof that nothing happened.",
  more: "There is more than fits here: /curfew",
  ended: (moment: string) =>
    `No longer kept up to date since ${moment}. What stood here is gone; to see how things stand, use \`/curfew\``,
};
