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
  "no-leave-for-events": {
    short: "Vigía may not make events in this server",
    full: "Vigía may not make events in this server. Somebody who manages roles has to give Vigía's role “Create Events”; Vigía tries again by itself within six hours.",
  },
  "no-leave-for-threads": {
    short: "Vigía may not open threads in the channel",
    full: "The notice stands; only its thread is missing. Somebody who manages the channel has to allow “Create Public Threads” for Vigía.",
  },
  "too-many-events": {
    short: "the server's list of events is full",
    full: "Discord keeps at most 100 events in a server's list. Once some are removed, Vigía tries again by itself within six hours.",
  },
  "in-time": { short: "about to be posted", full: "It is about to be posted." },
  late: {
    short: "about to be posted, late",
    full: "Vigía noticed it late. It is about to be posted, and will say how late it is.",
  },
  "channel-paused": {
    short: "the channel is closed to Vigía: it could not post there",
    full: "Vigía could not post in the channel, so the channel's notices wait until it can.",
  },
  "quiet-hours": {
    short: "the channel's quiet hours",
    full: "These are the channel's quiet hours. It waits, and one note at their end says what is still so.",
  },
  "paused-by-people": {
    short: "the alerts are paused",
    full: "Somebody paused the channel's alerts. It waits, and one note at the end says what is still so.",
  },
  "told-after-quiet": {
    short: "the note after the quiet time names it",
    full: "It waited while the channel was quiet. The one note that the channel got afterwards names it.",
  },
  "over-in-quiet": {
    short: "over before the quiet time was",
    full: "It waited while the channel was quiet, and was over or no longer so before that ended.",
  },
  "told-with-quiet": {
    short: "the note after quiet time and outage names it",
    full: "Vigía was down when the quiet time ended. The one note that the channel got afterwards names it.",
  },
  "not-asked-any-more": {
    short: "turned off while it waited",
    full: "It waited while the channel was quiet. The channel's alerts were changed meanwhile, and it is not asked for any more.",
  },
  "begin-never-shown": {
    short: "its begin was never shown here",
    full: "The curfew began while the channel was quiet, and the channel was not told of it: its end is not told either.",
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
  "begun-again": {
    short: "the next curfew had begun by then",
    full: "It waited until the next curfew had begun in the same places. The notice of that one says what holds now.",
  },
  "not-begun-by-then": {
    short: "the curfew had not begun by then",
    full: "It was meant for so long before the end that the curfew had not begun by then. The curfew's beginning is told by itself.",
  },
  "told-nearer-to-it": {
    short: "a later notice of the same was sent instead",
    full: "Several notices of one curfew were due at once; only the last of them was sent.",
  },
  "next-summary-tells": {
    short: "not sent at its hour, and the next summary tells of it",
    full: "When this summary was due, alerts were paused in the channel, or Vigía was down or its clock was wrong, and its day was over by then. The next summary tells of this one's time, too.",
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
  "event-made": { short: "put into the list of events", full: "The curfew was put into the server's list of events." },
  "event-changed": { short: "entry put right", full: "The entry in the server's list of events was put right." },
  "event-stands": {
    short: "the entry was as it should be",
    full: "The entry in the server's list of events was as it should be already.",
  },
  "event-ended": {
    short: "taken out of the list: nothing of it is left",
    full: "Nothing of the curfew was left, so its entry was taken out of the server's list of events.",
  },
  "event-removed": {
    short: "taken out of the list: nobody wants it there",
    full: "No channel of this server wants it in the server's list of events any more, so the entry was removed.",
  },
  "event-deleted": {
    short: "somebody removed the entry",
    full: "Somebody removed the entry from the server's list of events. Vigía does not make it again.",
  },
  "event-too-far": {
    short: "it begins later than in 14 days",
    full: "The curfew begins later than in 14 days. It comes into the server's list of events once it is nearer.",
  },
  "event-without-end": {
    short: "its end is not known",
    full: "The end of the curfew is not known, and Discord takes no event without one. It comes into the server's list of events once the end is known.",
  },
  "thread-opened": { short: "opened", full: "The thread was opened below the notice." },
};
