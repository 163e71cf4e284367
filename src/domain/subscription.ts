// Who hears what, where. Ended subscriptions stay readable: the planner asks for them as they were at an instant.
import { z } from "zod";
import { AreaId } from "./area.ts";
import { Zone } from "./time.ts";

const Snowflake = z.string().regex(/^\d{17,20}$/, "not a Discord id");
const Millis = z.int();

/** A channel, thread or DM with one language and zone: several subscriptions of one channel make one message. */
export const Destination = z.strictObject({
  v: z.literal(1),
  /** The channel's id: one destination a channel. */
  id: Snowflake,
  guildId: Snowflake,
  kind: z.enum(["channel", "thread", "dm"]),
  language: z.enum(["en", "es"]),
  zone: Zone,
  quietHours: z.strictObject({ start: z.string(), end: z.string() }).optional(),
  /** Closed or gone: its subscriptions wait, nothing is erased. World time, a named reason, and the name of a channel that is gone. */
  paused: z.strictObject({ at: Millis, reason: z.string(), name: z.string().optional() }).optional(),
});
export type Destination = z.infer<typeof Destination>;

const Leads = z.array(z.int().positive());
/** What a new subscription gets where nobody said otherwise: two hours are enough to get home, and few enough to be remembered. */
export const USUAL_LEADS: readonly number[] = [120];

export const AlertTopic = z.enum(["curfews", "strikes"]);
export type AlertTopic = z.infer<typeof AlertTopic>;

export const Subscription = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  destination: Snowflake,
  guildId: Snowflake,
  topics: z.array(AlertTopic).nonempty(),
  areas: z.array(AreaId).nonempty(),
  /** Minutes before a begin. */
  leads: Leads.default([]),
  /** Minutes before an end. */
  endLeads: Leads.default([]),
  role: Snowflake.optional(),
  /** Who is told when it cannot be delivered: owner first, then the second contact, then the last resort (absent: the system channel). */
  owner: Snowflake,
  secondContact: Snowflake.optional(),
  lastResort: Snowflake.optional(),
  /** World time. Matches facts recorded from `since` up to `endedAt`. */
  since: Millis,
  endedAt: Millis.optional(),
  endedBy: Snowflake.optional(),
});
export type Subscription = z.infer<typeof Subscription>;
