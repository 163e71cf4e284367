// Why a notice was posted, waits or was not posted, in English: one entry for every name in domain/reason.ts, or it does not compile.
// `short` stands in a list after “waits:” or “not sent:”; `full` is for whoever opens one, and says what they can do.
import type { Reason } from "../../domain/reason.ts";

export interface ReasonWords {
  short: string;
  full: string;
}

const UNSURE =
  "so it is not known whether the message arrived. Vigía makes sure before it tries again: it never posts one twice.";
const OURS = "That is a fault of Vigía's; it was noted for whoever runs it.";

export const reasons: Readonly<Record<Reason, ReasonWords>> = {
  "rate-limited": {
    short: "Discord asked to wait",
    full: "Discord asked Vigía to wait. It is tried again as soon as Discord allows it.",
  },
  "discord-down": {
    short: "Discord was failing",
    full: "Discord itself was failing. It is tried again until it works, or until the notice is out of date.",
  },
  "timed-out": { short: "Discord did not answer", full: `Discord did not answer in time, ${UNSURE}` },
  "connection-lost": { short: "the connection broke", full: `The connection to Discord broke halfway, ${UNSURE}` },
  "not-reached": {
    short: "Discord could not be reached",
    full: "Discord could not be reached and nothing was sent. It is tried again.",
  },
  "bad-token": {
    short: "Discord does not let Vigía in",
    full: "Discord refuses Vigía's access key. Whoever runs Vigía has to act: until then no notice goes out anywhere.",
  },
  blocked: {
    short: "Discord, or a filter before it, refused it",
    full: "Discord, or a network filter before it, refused Vigía's request without looking at it. It is tried again each minute; whoever runs Vigía should look.",
  },
  "odd-answer": { short: "Discord's answer made no sense", full: `Discord's answer could not be read, ${UNSURE}` },
  forbidden: {
    short: "Vigía may not post in the channel",
    full: "Vigía may not post in the channel. Somebody who manages it has to allow: View Channel, Send Messages, Embed Links. (Channel settings, Permissions, add Vigía.)",
  },
  "no-such-channel": {
    short: "the channel is gone",
    full: "The channel was deleted, or Vigía cannot see it any more (“View Channel”).",
  },
  "channel-closed": {
    short: "the channel takes no messages",
    full: "The channel takes no messages. A thread may be closed or locked; somebody's direct messages may be switched off.",
  },
  "refused-form": {
    short: "Discord refused the message",
    full: `Discord refused the message as it was written. ${OURS}`,
  },
  "blocked-by-moderation": {
    short: "the server's moderation stopped it",
    full: "The server's automatic moderation (AutoMod) stopped the message. Whoever manages the server can exempt Vigía from that rule.",
  },
  "no-history": {
    short: "may be in the channel; Vigía cannot check",
    full: "The message may be in the channel already, and without “Read Message History” Vigía cannot check. It is not posted again, so that nobody reads it twice. Look in the channel, and allow “Read Message History” there.",
  },
  "cannot-answer": {
    short: "Discord did not take it as a reply",
    full: "Without “Read Message History” Discord takes no replies, so it is posted with a link to the older message instead.",
  },
  "message-deleted": {
    short: "somebody deleted the message",
    full: "Somebody deleted the older message, so there was nothing left to put right.",
  },
  "in-time": { short: "about to be posted", full: "It is about to be posted." },
  late: {
    short: "about to be posted, late",
    full: "Vigía noticed it late. It is about to be posted, and will say how late it is.",
  },
  "channel-paused": {
    short: "the channel is paused: Vigía could not post there",
    full: "Vigía could not post in the channel, so the channel's notices wait until it can.",
  },
  "over-before-we-were-back": {
    short: "Vigía was down, and it was over by then",
    full: "Vigía was down, or its clock was wrong, when this was due, and it was over when Vigía came back. The notice of the outage names it.",
  },
  "summed-up": {
    short: "the summary after an outage names it",
    full: "It waited in an outage until it was over. The one summary that the channel got afterwards names it.",
  },
  "told-by-the-change": {
    short: "another notice said it",
    full: "Another notice to this channel, of the change itself, already says this. It is not said twice.",
  },
  "begun-already": {
    short: "the curfew had already begun",
    full: "It was meant for before the curfew began, and the curfew had begun before Vigía could note it.",
  },
  "over-already": {
    short: "the curfew was already over",
    full: "It was meant for before the curfew ended, and the curfew was over before Vigía could note it.",
  },
  "not-begun-by-then": {
    short: "the curfew had not begun by then",
    full: "It was meant for so long before the end that the curfew had not begun by then. The curfew's beginning is told by itself.",
  },
  "told-nearer-to-it": {
    short: "a later notice of the same was sent instead",
    full: "Several notices of one curfew were due at once; only the last of them was sent.",
  },
  posting: {
    short: "being posted",
    full: "It is being posted at this moment. If Vigía was interrupted meanwhile, it makes sure before it tries again.",
  },
  editing: { short: "being put right", full: "The older message is being put right at this moment." },
  delivered: { short: "delivered", full: "Discord confirmed the message." },
  "found-in-channel": {
    short: "delivered, found in the channel",
    full: "Discord's confirmation got lost; Vigía looked in the channel and found the message there. It was not posted twice.",
  },
  "put-right": { short: "put right", full: "The older message was put right where it stands." },
  "never-posted": {
    short: "there was no older message",
    full: "It was to put an older message right, and that one never reached the channel.",
  },
  forgotten: {
    short: "everything kept about this server was erased",
    full: "Somebody erased everything that Vigía kept about this server.",
  },
  "subscription-ended": {
    short: "the channel's alerts had been stopped",
    full: "Somebody stopped the channel's alerts before this one was posted.",
  },
  expired: {
    short: "it could not be posted before it was out of date",
    full: "It could not be posted before it was out of date, and an outdated notice is not posted.",
  },
  "could-not-render": { short: "Vigía could not word it", full: `Vigía could not put it into words. ${OURS}` },
  "no-longer-in-the-record": {
    short: "no longer in Vigía's record",
    full: "What it told of was no longer in Vigía's record when its turn came.",
  },
  "no-longer-so": {
    short: "no longer true when its turn came",
    full: "When its turn came it was no longer true, so it was not posted.",
  },
  "answer-changed": {
    short: "the answer had changed",
    full: "The answer read differently when it was to be posted, and nothing is posted in a person's name that they have not read.",
  },
  "checked-in-time": {
    short: "somebody had answered it",
    full: "Somebody confirmed it before the question was posted.",
  },
};
