// Words to those who look after channels: that one is closed, that something will not reach it, who has not pressed Seen, whose duty it is.
import { z } from "zod";
import { AlertBase, Millis } from "./base.ts";

/**
 * For those who look after a channel's subscriptions: its owners, their second contacts, the place of last resort. Never for the channel itself.
 * `channel`: Discord's id. `reason`: a named one of sender.ts. `since`: when it closed, world time.
 */
const channel = {
  ...AlertBase,
  channel: z.string(),
  reason: z.string(),
  since: Millis,
  /** Of a channel that is gone: Discord shows its name no more. */
  name: z.string().optional(),
  /** What the bot lacked there, by Discord's names. */
  missing: z.array(z.string()).optional(),
  /** Discord's ids of those who look after it. */
  owners: z.array(z.string()).optional(),
  contacts: z.array(z.string()).optional(),
  /** Nobody took it within the hour: for the next in line. */
  next: z.literal(true).optional(),
};
export const channelAlerts = [
  /**
   * Its alerts wait until it takes messages again. `turn`: something became of it since, and the notice that stands is edited: it is open, or closed again
   * within the hour, nobody is subscribed any more, somebody has it, the reason is another.
   */
  z.strictObject({
    ...channel,
    kind: z.literal("channel.closed"),
    turn: z.enum(["open", "again", "ended", "has", "reason"]).optional(),
  }),
  /** It takes messages again: for those who were told that it did not. */
  z.strictObject({
    ...channel,
    kind: z.literal("channel.open"),
    /** Alerts that waited: those that go on now, and those that were over. */
    goes: z.int().optional(),
    missed: z.int().optional(),
  }),
  /** Alerts that will not reach an open channel. `of`: the key of the first one's row in the ledger; `also`: of the others, for the same reason. */
  z.strictObject({
    ...channel,
    kind: z.literal("alert.undelivered"),
    of: z.string(),
    also: z.array(z.string()).optional(),
    /** Somebody has it: the notices that stand are edited. */
    turn: z.literal("has").optional(),
    /** By which "I have it" finds it, where this is a later word about it: the first one's id. */
    about: z.string().optional(),
    /** Of the first: what it was to tell, when, its mark, and its first line where it was put into words. */
    lost: z
      .strictObject({
        kind: z.string(),
        at: Millis,
        mark: z.string(),
        text: z.string().optional(),
        /** It was to put an older message right. */
        edits: z.literal(true).optional(),
      })
      .optional(),
  }),
] as const;

/**
 * About a notice below which people were asked to press Seen. `of`: the key of its row; `people`: who was asked; `posted`: when, world time; `after`: minutes
 * they were given. `messageId`: of its last part, which has the button; `text`: its first line, as posted.
 */
const seen = {
  ...AlertBase,
  channel: z.string(),
  of: z.string(),
  people: z.array(z.string()).nonempty(),
  posted: Millis,
  after: z.int().positive(),
  messageId: z.string(),
  text: z.string().optional(),
};

/** Who has not pressed Seen, and who looks after what. */
export const dutyAlerts = [
  /** For the owner alone: who has not pressed Seen below a loud notice. `owners`: who is called where others read it too. */
  z.strictObject({ ...seen, kind: z.literal("seen.missing"), owners: z.array(z.string()).optional() }),
  /** Somebody wants those who have not pressed to be called, in the channel. */
  z.strictObject({ ...seen, kind: z.literal("seen.reminder") }),
  /**
   * For those concerned: who looks after a server's alerts is another now. `from`: who had it, `to`: who has it; Discord's ids. `left`: the one before left the
   * server; without `to` nobody has it. `back`: they are a member again. `handover`: its id, by which it can be taken back.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("duty.moved"),
    why: z.enum(["handover", "over", "left", "back"]),
    from: z.string(),
    to: z.string().optional(),
    until: Millis.optional(),
    channels: z.array(z.string()),
    handover: z.string().optional(),
  }),
] as const;
