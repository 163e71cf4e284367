// Alerts of what is known of places, and of places that are others by now.
import { z } from "zod";
import { AreaId, PlaceId } from "../area.ts";
import { AlertBase, Millis } from "./base.ts";

const places = { ...AlertBase, country: AreaId, areas: z.array(PlaceId).nonempty() };
export const knowledgeAlerts = [
  /** Nobody confirmed what holds there since `since`. */
  z.strictObject({ ...places, kind: z.literal("knowledge.lapsed"), since: Millis }),
  /** Known again from `from` on, after the lapse that began at `since`. */
  z.strictObject({ ...places, kind: z.literal("knowledge.restored"), since: Millis, from: Millis }),
  /** For the review channel alone: what is known of these places ends at `until`, unless somebody confirms that nothing is new. */
  z.strictObject({ ...places, kind: z.literal("check.due"), until: Millis }),
] as const;

/** The places a channel follows are others now; its subscription goes on for `areas`. */
export const placeAlerts = [
  z.strictObject({
    ...places,
    kind: z.literal("place.changed"),
    /** The place that was subscribed to. */
    area: AreaId,
    /** Ended: nothing took its place, or it is no longer in the record; `areas` is the place itself. */
    is: z.enum(["split", "renamed", "merged", "ended"]),
    /** Discord's ids of those whose subscriptions are concerned. */
    owners: z.array(z.string()),
  }),
] as const;
