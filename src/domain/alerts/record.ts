// Alerts of what was recorded of strikes and organisations, and of answers that were shared.
import { z } from "zod";
import { Question } from "../question.ts";
import { AlertBase, Millis } from "./base.ts";

export const strikeRecorded = z.strictObject({
  ...AlertBase,
  kind: z.literal("strike.recorded"),
  fact: z.string(),
  subject: z.string(),
});

/** What a fact made of an organisation. `before`: the version that it replaces; absent for one that is new. */
const org = { ...AlertBase, fact: z.string(), subject: z.string(), before: z.string().optional() };
export const orgAlerts = [
  z.strictObject({ ...org, kind: z.literal("org.recorded") }),
  z.strictObject({ ...org, kind: z.literal("org.changed") }),
  z.strictObject({ ...org, kind: z.literal("org.listed") }),
  z.strictObject({ ...org, kind: z.literal("org.delisted") }),
  z.strictObject({ ...org, kind: z.literal("org.withdrawn") }),
] as const;

/** What a fact made of a strike that channels were told of. `before`: the version they were told. */
const strikeChange = { ...AlertBase, fact: z.string(), subject: z.string(), before: z.string() };
export const recordAlerts = [
  z.strictObject({ ...strikeChange, kind: z.literal("strike.changed") }),
  z.strictObject({ ...strikeChange, kind: z.literal("strike.withdrawn") }),
  /**
   * An answer that somebody shared reads otherwise since `fact`, of `subject`. `of`: the row that posted it. `was`: its first line as the channel read it last, `is`: as
   * it reads since; empty where it cannot be answered any more.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("answer.changed"),
    fact: z.string(),
    subject: z.string(),
    of: z.string(),
    question: Question,
    /** As of when it was answered, world time. */
    asOf: Millis,
    by: z.string(),
    was: z.string(),
    is: z.string(),
  }),
  /** For the review channel alone: a change that relaxes waits for a second person. `proposal`: its id. */
  z.strictObject({ ...AlertBase, kind: z.literal("review.due"), proposal: z.string() }),
] as const;

/** An answer that a reader showed to the whole channel. `at`: when it was given to them, the same for every press of its button. */
export const shared = z.strictObject({
  ...AlertBase,
  kind: z.literal("answer.shared"),
  question: Question,
  /** World time: when it was shared, and still said word for word what the sharer had read. */
  asOf: Millis,
  /** Of those words: what would read otherwise is not posted in the sharer's name. */
  digest: z.string(),
  /** An opaque id; the name stands in an erasable row. */
  by: z.string(),
});
