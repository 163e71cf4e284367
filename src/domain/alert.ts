// What there is to say, and the row that says it to one channel. Persisted: every shape has a version and old ones stay readable.
import { z } from "zod";
import { AreaId, PlaceId } from "./area.ts";
import { Question } from "./question.ts";

const Millis = z.int();
const Span = z.strictObject({ start: Millis, end: Millis });

/** Areas that share hours, as one message shows them. */
export const EdgeGroup = z.strictObject({
  areas: z.array(PlaceId).nonempty(),
  since: Millis,
  until: Millis.optional(),
  next: Span.optional(),
  followedBy: z.enum(["notInForce", "unknown"]).optional(),
  curfews: z.array(z.string()),
});
export type EdgeGroup = z.infer<typeof EdgeGroup>;

const AlertBase = { id: z.string().length(64), at: Millis };

/** `id` = SHA-256 of (kind, country, instant, lead) for edges, of (kind, fact) for what a fact caused, of (message, channel, question) for an answer shared. */
export const Alert = z.discriminatedUnion("kind", [
  z.strictObject({
    ...AlertBase,
    kind: z.literal("curfew.began"),
    country: AreaId,
    groups: z.array(EdgeGroup).nonempty(),
  }),
  z.strictObject({
    ...AlertBase,
    kind: z.literal("curfew.ended"),
    country: AreaId,
    groups: z.array(EdgeGroup).nonempty(),
  }),
  z.strictObject({ ...AlertBase, kind: z.literal("strike.recorded"), fact: z.string(), subject: z.string() }),
  /** One for each outage and channel: what passed while nobody watched. Times of what was missed, and nothing else. */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("vigia.down"),
    country: AreaId,
    from: Millis,
    to: Millis,
    missed: z
      .array(
        z.strictObject({
          kind: z.enum(["curfew.began", "curfew.ended"]),
          at: Millis,
          groups: z.array(EdgeGroup).nonempty(),
        }),
      )
      .nonempty(),
  }),
  /** An answer that a reader showed to the whole channel. `at`: when it was given to them, the same for every press of its button. */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("answer.shared"),
    question: Question,
    /** World time: when it was shared, and still said word for word what the sharer had read. */
    asOf: Millis,
    /** Of those words: what would read otherwise is not posted in the sharer's name. */
    digest: z.string(),
    /** An opaque id; the name stands in an erasable row. */
    by: z.string(),
  }),
]);
export type Alert = z.infer<typeof Alert>;

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
  why: z.string().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

const DeliveryRow = z.strictObject({
  v: z.literal(1),
  /** alert id + destination id, hashed: the row's key carries the due time in front so that a scan is in order. */
  id: z.string(),
  alert: Alert,
  /** Whose turn it waits for: a channel's alerts are one queue, its shared answers another (`shared-` and the channel). */
  destination: z.string(),
  channelId: z.string(),
  guildId: z.string(),
  language: z.enum(["en", "es"]),
  /** Empty for what nobody subscribed to: an answer shared by a reader. */
  subscriptions: z.array(z.string()),
  /** Areas this channel was shown: the end goes to whoever was shown the begin, for those. */
  shown: z.array(PlaceId),
  roles: z.array(z.string()),
  loud: z.boolean(),
  state: DeliveryState,
  /** Why it stands as it does: a name that `/alerts why` has words for. */
  reason: z.string(),
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
  /** The first line, and what else a reader saw, as posted. */
  parts: z.array(
    z.strictObject({
      part: z.int().positive(),
      nonce: z.string().max(25),
      messageId: z.string().optional(),
      text: z.string().optional(),
      postedAt: Millis.optional(),
      /** Machine wall time: attempts that began before were looked for in the channel and are not there. */
      clearedAt: Millis.optional(),
    }),
  ),
  attempts: z.array(Attempt),
});

export const Delivery = DeliveryRow.refine(
  ({ alert, subscriptions }) => alert.kind === "answer.shared" || subscriptions.length > 0,
  "an alert goes to a channel that subscribed",
);
export type Delivery = z.infer<typeof Delivery>;

/** A reader's own doing: it concerns no subscription, and what becomes of it changes none. */
export function isShared(delivery: Pick<Delivery, "alert">): boolean {
  return delivery.alert.kind === "answer.shared";
}
