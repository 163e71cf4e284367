// The ledger's row: one alert owed to one channel, and what became of it. Persisted: it has a version, and old rows stay readable.
import { z } from "zod";
import { Alert } from "./alert.ts";
import { PlaceId } from "./area.ts";
import { type AttemptReason, isForQuiet, type Reason } from "./reason.ts";

const Millis = z.int();
/** Typed for who writes; read leniently: an older row may hold a name of which `isReason` knows nothing. */
const named = <Name extends string>() => z.custom<Name>((value) => typeof value === "string", "a reason is a name");

/** How far a delivery is. `planned`, `again`, `sending` and `unsure` are undecided and are taken up at each start. */
export const DeliveryState = z.enum([
  "planned",
  "held",
  "sending",
  "again",
  "unsure",
  "sent",
  "parked",
  "failed",
  "skipped",
  "expired",
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Attempt = z.strictObject({
  /** Which part of the message was tried. */
  part: z.int().positive().optional(),
  /** Machine wall time, ms. */
  startedAt: Millis,
  endedAt: Millis.optional(),
  outcome: z.enum(["sent", "again", "never", "unsure"]).optional(),
  /** A named reason, never a free text of Discord alone. */
  why: named<AttemptReason>().optional(),
  /** What Discord answered, `403 50013`: its status and the code of its API. */
  answer: z.string().optional(),
  /** What it tried to post, as in `parts`; kept as long as nobody knows whether it stands there. */
  text: z.string().optional(),
  shown: z.string().optional(),
  /** The channel was looked through since: it is not there. */
  cleared: z.literal(true).optional(),
});
export type Attempt = z.infer<typeof Attempt>;

const DeliveryRow = z.strictObject({
  v: z.literal(1),
  /** alert id + destination id, hashed: the row's key carries the due time in front so that a scan is in order. */
  id: z.string(),
  alert: Alert,
  /** Whose turn it waits for: a channel's alerts are one queue, its shared answers another (`shared-` and the channel). */
  destination: z.string(),
  /** Empty while a direct message's channel is not known yet. */
  channelId: z.string(),
  /** For a person alone: Discord's id. Their channel is opened before the first try. */
  dm: z.string().optional(),
  guildId: z.string(),
  language: z.enum(["en", "es"]),
  /** Empty for what nobody subscribed to: an answer shared by a reader, a question to the review channel. */
  subscriptions: z.array(z.string()),
  /** Areas this channel was shown: the end goes to whoever was shown the begin, for those. */
  shown: z.array(PlaceId),
  roles: z.array(z.string()),
  loud: z.boolean(),
  /**
   * Who is asked to press Seen below it, as the subscription had them when it was planned, and minutes until the owner hears who has not. `of`: of an edit, the
   * key of the row that asked: its button stays.
   */
  seen: z
    .strictObject({
      people: z.array(z.string()).nonempty(),
      after: z.int().positive(),
      of: z.string().optional(),
    })
    .optional(),
  /** Keys of rows about which nobody is asked any more once this one stands: it tells the same anew, or takes it back. */
  unasks: z.array(z.string()).optional(),
  state: DeliveryState,
  /** Why it stands as it does: a name that `/alerts why` has words for. */
  reason: named<Reason>(),
  /** World time. */
  dueAt: Millis,
  plannedAt: Millis,
  expiresAt: Millis,
  /** Machine wall time of planning: lateness of the post is measured from here. */
  plannedMachine: Millis,
  /** Machine wall time of the next try, for `again`. */
  againAt: Millis.optional(),
  /** World time by which the notice came late, ms; absent when in time. */
  lateBy: Millis.optional(),
  /** Why it was planned late, where it was not that nobody was there: the clock could not be believed. */
  lateFault: z.literal("clock").optional(),
  /** A message of ours in that channel that this one answers. */
  replyTo: z.string().optional(),
  /** Answering is not allowed there: it names the message by its address instead. */
  linked: z.literal(true).optional(),
  /**
   * It posts nothing: it puts this message of ours right, which an earlier row of the channel posted. `of`: that row's id, `mark`: its alert's mark,
   * `text`: the first line as it was posted. No `messageId`: nobody knew yet whether it stands there; by then the row knows.
   */
  edits: z
    .strictObject({
      messageId: z.string().optional(),
      of: z.string(),
      part: z.int().positive().optional(),
      mark: z.string().optional(),
      text: z.string().optional(),
    })
    .optional(),
  /** The entry in the server's list of events as it stood when this row was done with it, or was planned: Discord's id, and its end in world time. */
  event: z.strictObject({ id: z.string(), end: Millis }).optional(),
  /** The first line, and what else a reader saw, as posted. */
  parts: z.array(
    z.strictObject({
      part: z.int().positive(),
      nonce: z.string().max(25),
      messageId: z.string().optional(),
      text: z.string().optional(),
      /** Under this hash the whole message is kept as it was posted (alerts/ledger/kept-messages.ts). */
      shown: z.string().optional(),
      /** World time at which it was posted, or found in the channel. */
      shownAt: Millis.optional(),
      postedAt: Millis.optional(),
      /** Machine wall time, in rows of before attempts said so themselves: those that began earlier were looked for and are not there. */
      clearedAt: Millis.optional(),
    }),
  ),
  attempts: z.array(Attempt),
  /** It was held because the channel was quiet: since when it was, and why. Kept when the row is decided. */
  quiet: z.strictObject({ from: Millis, is: z.enum(["hours", "pause"]) }).optional(),
  /** It ended without being shown, and whoever looks after the channel has not been told yet. */
  untold: z.literal(true).optional(),
});

const UNSUBSCRIBED: ReadonlySet<Alert["kind"]> = new Set([
  "answer.shared",
  "answer.changed",
  "check.due",
  "review.due",
  "channel.closed",
  "channel.open",
  "alert.undelivered",
  "vigia.joined",
  "seen.missing",
  "seen.reminder",
  "duty.moved",
  "drill",
]);

export const Delivery = DeliveryRow.refine(
  ({ alert, subscriptions }) => UNSUBSCRIBED.has(alert.kind) || subscriptions.length > 0,
  "an alert goes to a channel that subscribed",
);
export type Delivery = z.infer<typeof Delivery>;

/** In the ledger. Due time first, so that a scan comes in the order in which things are owed. */
export function rowKey({ dueAt, id }: Pick<Delivery, "dueAt" | "id">): string {
  return `${String(dueAt).padStart(15, "0")}-${id}`;
}

/** Whether this attempt may have put its part into the channel: cut off by a crash, or without an answer that says. */
export function mayStand({ outcome, cleared }: Pick<Attempt, "outcome" | "cleared">): boolean {
  return (outcome === undefined || outcome === "unsure") && !cleared;
}

/** It waits for the end of its channel's quiet hours, or of a pause. */
export function isHeldForQuiet({ state, reason }: Pick<Delivery, "state" | "reason">): boolean {
  return state === "held" && isForQuiet(reason);
}

/** A reader's own doing: it concerns no subscription, and what becomes of it changes none. */
export function isShared(delivery: Pick<Delivery, "alert">): boolean {
  return delivery.alert.kind === "answer.shared";
}

/** Nobody subscribed to it: neither an end nor a pause of a subscription concerns it. */
export function isUnsubscribed(delivery: Pick<Delivery, "alert">): boolean {
  return UNSUBSCRIBED.has(delivery.alert.kind);
}

/** It posts no message: neither a closed channel nor quiet hours concern it. */
export function isEffect({ alert: { kind } }: { alert: Pick<Alert, "kind"> }): boolean {
  return kind === "guild.event" || kind === "thread.opened";
}

/** What puts right what a channel read is owed to it also after its subscription has ended: the message still stands there. */
export function isOwed({ alert, edits, replyTo }: Pick<Delivery, "alert" | "edits" | "replyTo">): boolean {
  if (alert.kind === "board") return alert.ended !== undefined;
  // The message that nobody follows up any more stands there still.
  if (alert.kind === "alerts.narrowed") return true;
  if (alert.kind === "strike.changed" || alert.kind === "strike.withdrawn") return true;
  // Another listing is news; what answers an older message, or mends it, is owed.
  return alert.kind.startsWith("org.") && (edits !== undefined || replyTo !== undefined);
}
