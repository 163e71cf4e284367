// Who hears what, where. Ended subscriptions stay readable: the planner asks for them as they were at an instant.
import { z } from "zod";
import { AreaId } from "./area.ts";
import { Lost } from "./narrowed.ts";
import { Region } from "./strike.ts";
import { WallTime, Zone } from "./time.ts";
import { Topic } from "./topic.ts";

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
  /** Daily, by the clock of `zone`; an end before the start is the next day's. quiet.ts says what that means. */
  quietHours: z
    .strictObject({ start: WallTime, end: WallTime })
    .refine(({ start, end }) => start !== end, "quiet hours end at another time than they begin")
    .optional(),
  /** Somebody wanted no notices there for a while; without `until` until somebody wants them again. World time. What is closed is `paused` below. */
  pause: z
    .strictObject({
      from: Millis,
      until: Millis.optional(),
      by: Snowflake,
      /** What the channel was told of it, or of the one before it, and is not so any more: until another time than was said. */
      said: z.strictObject({ from: Millis, until: Millis.optional() }).optional(),
    })
    .optional(),
  /** One message there is kept up to date since then, world time. `again`: it was posted anew, because somebody had deleted the one before. */
  board: z.strictObject({ since: Millis, again: z.literal(true).optional() }).optional(),
  /** Somebody deleted that message twice in a day: it is kept no more. When, and since when it had been kept. World time; gone once it is wanted again. */
  boardOff: z.strictObject({ at: Millis, since: Millis }).optional(),
  /**
   * Acts by which the channel came to hear less, newest last: when and by whom. `was`: what its sets asked for before, until what came of the act is planned;
   * `lost`: what it hears no more; `back`: since when it hears all of that again. World time.
   */
  narrowed: z
    .array(
      z.strictObject({
        at: Millis,
        by: Snowflake,
        was: z
          .array(z.strictObject({ id: z.string(), topics: z.array(Topic), areas: z.array(AreaId) }))
          .nonempty()
          .optional(),
        lost: z.array(Lost).nonempty().optional(),
        back: Millis.optional(),
      }),
    )
    .optional(),
  /** Closed or gone: its subscriptions wait, nothing is erased. World time, a named reason, and the name of a channel that is gone. */
  paused: z
    .strictObject({
      at: Millis,
      reason: z.string(),
      name: z.string().optional(),
      /** When the bot was put out of the server, which may be later. */
      goneAt: Millis.optional(),
    })
    .optional(),
});
export type Destination = z.infer<typeof Destination>;

/** One message at a time of day by the destination's clock. `line`: what holds and comes, in one line; `full`: what changed, counts and gaps too. */
export const Digest = z.strictObject({
  every: z.enum(["day", "week"]),
  /** 1 is Monday; of a weekly one. */
  weekday: z.int().min(1).max(7).optional(),
  at: WallTime,
  form: z.enum(["line", "full"]),
});
export type Digest = z.infer<typeof Digest>;

const Leads = z.array(z.int().positive());
/** What a new subscription gets where nobody said otherwise: two hours are enough to get home, and few enough to be remembered. */
export const USUAL_LEADS: readonly number[] = [120];

export const Subscription = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  destination: Snowflake,
  guildId: Snowflake,
  topics: z.array(Topic).nonempty(),
  areas: z.array(AreaId).nonempty(),
  /** Minutes before a begin. */
  leads: Leads.default([]),
  /** Minutes before an end. */
  endLeads: Leads.default([]),
  /** Who is mentioned, and on what; left out: on all that comes. */
  role: Snowflake.optional(),
  mention: z.array(Topic).optional(),
  /** What makes a sound whatever else was told, and what never does; left out: as loud.ts says. */
  sounds: z.partialRecord(Topic, z.enum(["loud", "silent"])).optional(),
  /** Strikes of these regions alone, naming one of these organisations, with so many killed at least by any source; left out: all. */
  regions: z.array(Region).nonempty().optional(),
  organisations: z.array(z.string()).nonempty().optional(),
  minKilled: z.int().positive().optional(),
  digest: Digest.optional(),
  /** A thread is opened below each strike and each change, to talk about it. */
  thread: z.literal(true).optional(),
  /** Its decrees stand in the server's list of events. */
  events: z.literal(true).optional(),
  /** Who is asked to press Seen below what is loud; after so many minutes the owner is told who has not. */
  seen: z.strictObject({ people: z.array(Snowflake).min(1).max(25), after: z.int().positive() }).optional(),
  /** Who is told when it cannot be delivered: owner first, then the second contact, then the last resort (absent: the system channel). */
  owner: Snowflake,
  secondContact: Snowflake.optional(),
  lastResort: Snowflake.optional(),
  /** When owner or second contact were named anew, world time: a handover for good before that does not move them. */
  caredSince: Millis.optional(),
  /** When what it asks for was last made another, world time: of a notice before that nobody knows any more whether it was asked for. */
  askedSince: Millis.optional(),
  /** Who set or changed what it asks for last; left out where an older Vigía wrote it, or nobody's hand did. */
  askedBy: Snowflake.optional(),
  /** World time. Matches facts recorded from `since` up to `endedAt`. */
  since: Millis,
  endedAt: Millis.optional(),
  endedBy: Snowflake.optional(),
});
export type Subscription = z.infer<typeof Subscription>;

const ASKED = ["topics", "areas", "leads", "endLeads", "regions", "organisations", "minKilled"] as const;
type Asked = Pick<Subscription, (typeof ASKED)[number]>;

/** Whether two settings ask for the same notices, whoever is called and however it sounds. */
export function asksTheSame(one: Asked, other: Asked): boolean {
  const listed = (value: Asked[(typeof ASKED)[number]]) =>
    Array.isArray(value) ? [...value].map(String).sort().join() : value;
  return ASKED.every((key) => listed(one[key]) === listed(other[key]));
}
