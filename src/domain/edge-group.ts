// Places that one notice shows together because all that it says of them is the same. Persisted: shapes are added, never changed.
import { z } from "zod";
import { PlaceId } from "./area.ts";

const Millis = z.int();
export const Span = z.strictObject({ start: Millis, end: Millis });

/** Areas that share hours, as one message shows them. `since`, `until`: of the window that begins or ends. */
export const EdgeGroup = z.strictObject({
  areas: z.array(PlaceId).nonempty(),
  since: Millis,
  until: Millis.optional(),
  next: Span.optional(),
  followedBy: z.enum(["notInForce", "unknown"]).optional(),
  curfews: z.array(z.string()),
});
export type EdgeGroup = z.infer<typeof EdgeGroup>;
export const EdgeGroups = z.array(EdgeGroup).nonempty();
