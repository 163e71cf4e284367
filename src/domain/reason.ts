// Every named reason for which a row of the ledger stands as it does, and for which an attempt ended as it did: the one list of them. A reason that has no
// words in text/{en,es}/why.ts does not compile. It must hold no words itself.
// A new reason: add it here, then the compiler asks for its words in both languages (and test/views/why.test.ts shows them).

/** Why an attempt ended as it did. */
export const ATTEMPT_REASONS = [
  // Discord asks to wait.
  "rate-limited",
  // Discord itself failed (5xx).
  "discord-down",
  "timed-out",
  // The connection broke after the request may have gone out.
  "connection-lost",
  // Nothing was sent: no route, no name, nobody listening.
  "not-reached",
  // The token was refused: somebody must act, no alert leaves until then.
  "bad-token",
  // A 4xx that did not come from Discord's API: a proxy or a ban of this address.
  "blocked",
  // An answer that is no answer of Discord's API, to a request that may have succeeded.
  "odd-answer",
  // The bot lacks a permission in the channel, or cannot see it.
  "forbidden",
  "no-such-channel",
  // The channel exists and takes no messages: locked thread, wrong kind, direct messages closed.
  "channel-closed",
  // Discord refuses the message's form, or it passes a limit: a fault of ours.
  "refused-form",
  // The server's automatic moderation took it.
  "blocked-by-moderation",
  // Without "Read message history" nobody can say what stands in the channel.
  "no-history",
  // Without "Read message history" Discord lets nobody answer a message; it may be posted all the same.
  "cannot-answer",
  // The message to put right was deleted.
  "message-deleted",
  // Leave that an entry in the server's list of events, or a thread, needs: the channel's messages do not.
  "no-leave-for-events",
  "no-leave-for-threads",
  // The server's list of events is full: Discord keeps a hundred.
  "too-many-events",
] as const;
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

/** Decided by us, before an attempt or after it. */
const OWN_REASONS = [
  // Planned: it waits for its turn.
  "in-time",
  "late",
  "channel-paused",
  // The channel wants no notices now: they wait for the end of that.
  "quiet-hours",
  "paused-by-people",
  // Planned and not to be posted: the planner decided it.
  "over-before-we-were-back",
  "told-by-the-change",
  "begun-already",
  "over-already",
  "begun-again",
  "not-begun-by-then",
  "told-nearer-to-it",
  "next-summary-tells",
  // Held while the channel was quiet.
  "told-after-quiet",
  "told-with-quiet",
  "over-in-quiet",
  "not-asked-any-more",
  "begin-never-shown",
  // On the way.
  "posting",
  "editing",
  // Posted, or put right.
  "delivered",
  "found-in-channel",
  "put-right",
  // Not posted: decided when its turn came.
  "never-posted",
  "subscription-ended",
  "expired",
  "could-not-render",
  "no-longer-in-the-record",
  "no-longer-so",
  "answer-changed",
  "checked-in-time",
  "summed-up",
  // Of entries in a server's list of events.
  "event-made",
  "event-changed",
  "event-stands",
  "event-ended",
  "event-removed",
  "event-deleted",
  "event-too-far",
  "event-without-end",
  // Of threads.
  "thread-opened",
  // Somebody erased all that was kept of the server; the row goes a moment later.
  "forgotten",
] as const;

export const REASONS = [...ATTEMPT_REASONS, ...OWN_REASONS] as const;
export type Reason = (typeof REASONS)[number];

const known: ReadonlySet<string> = new Set(REASONS);

/** A row that an older Vigía wrote may hold a name that nobody uses any more. */
export function isReason(name: string): name is Reason {
  return known.has(name);
}

/** Its channel is quiet: it waits for the end of that, and holds up nothing. */
const QUIET = { hours: "quiet-hours", pause: "paused-by-people" } as const satisfies Record<string, Reason>;
export const quietReason = (is: keyof typeof QUIET): Reason => QUIET[is];
export const isForQuiet = (why: string): boolean => why === QUIET.hours || why === QUIET.pause;

/** The channel takes no messages of ours, or is gone: its alerts wait for it. */
const CLOSED: ReadonlySet<string> = new Set<Reason>(["forbidden", "no-such-channel", "channel-closed"]);
export const isClosed = (why: string): boolean => CLOSED.has(why);
/** A row with this reason waited for its channel, whose people were told of that. */
export const isForChannel = (why: string): boolean => why === "channel-paused" || CLOSED.has(why);
