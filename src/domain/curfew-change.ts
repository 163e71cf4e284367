// What a decree, or a change of one, makes of the nights ahead of some places. Persisted in alerts: shapes are added, never changed.
import { z } from "zod";
import { PlaceId } from "./area.ts";

const Millis = z.int();
/** No `end`: none is known within the horizon. */
const OpenSpan = z.strictObject({ start: Millis, end: Millis.optional() });

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

/** Places for which the same was so and the same is so now. */
export const CurfewChange = z.strictObject({
  areas: z.array(PlaceId).nonempty(),
  was: Outlook.optional(),
  now: Outlook.optional(),
  /** The first windows, or parts of windows, that fell away, and those that came. */
  off: z.array(OpenSpan).max(5).default([]),
  on: z.array(OpenSpan).max(5).default([]),
  /** What holds where the first of `off` was. */
  freed: z.enum(["notInForce", "unknown"]).optional(),
});
export type CurfewChange = z.infer<typeof CurfewChange>;
export const CurfewChanges = z.array(CurfewChange).nonempty();
