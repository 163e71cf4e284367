// What a decree, or a change of one, makes of the hours ahead of some places. Persisted in alerts: shapes are added, never changed.
// It holds what was so when the change became known; what holds when it is read is asked of the record then.
import { z } from "zod";
import { PlaceId } from "./area.ts";

const Millis = z.int();
/** No `end`: none is known within the horizon. */
const OpenSpan = z.strictObject({ start: Millis, end: Millis.optional() });
export type OpenSpan = z.infer<typeof OpenSpan>;

/** The certain windows of a place that end after the change was known, in short. A place without any has no outlook. */
export const Outlook = z.strictObject({
  /** The one that runs, or the next. */
  first: OpenSpan,
  last: OpenSpan,
  windows: z.int().positive(),
  /** On the place's clock, `23:00` and `05:00`, where every window has the same. */
  hours: z.strictObject({ start: z.string(), end: z.string() }).optional(),
  curfews: z.array(z.string()),
});
export type Outlook = z.infer<typeof Outlook>;

/** As many as one notice tells one by one. */
export const MOST_NIGHTS = 4;

/** Windows that overlap and are others now: usually one before and one after; none before where a night came, none after where one fell away. */
export const ChangedNight = z.strictObject({ was: z.array(OpenSpan).max(4), now: z.array(OpenSpan).max(4) });
export type ChangedNight = z.infer<typeof ChangedNight>;

/** Places for which the same was so and the same is so now. */
export const CurfewChange = z.strictObject({
  areas: z.array(PlaceId).nonempty(),
  was: Outlook.optional(),
  now: Outlook.optional(),
  /** The first nights that differ, and how many more there are. */
  nights: z.array(ChangedNight).max(MOST_NIGHTS).default([]),
  more: z.int().nonnegative().default(0),
  /** The first stretch that was known to be free and is not known now; the first of which it is the other way round. */
  doubted: OpenSpan.optional(),
  cleared: OpenSpan.optional(),
});
export type CurfewChange = z.infer<typeof CurfewChange>;
export const CurfewChanges = z.array(CurfewChange).nonempty();
