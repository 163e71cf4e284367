// Why a version follows another, in the words of who recorded it. Part of a fact and not of its identity: two people who record the same for
// different reasons record one fact. It must never hold a name: people are opaque ids.
import { z } from "zod";
import { Source } from "./source.ts";
import { Text } from "./text.ts";

/**
 * `changed`: the authority changed it. `updated`: a source revised its own figure. `corrected`: we had it wrong. `added`: another source, nothing revised.
 * `withdrawn`: not to be used. `undone`: whoever recorded it took it back within minutes.
 */
export const WhyKind = z.enum(["changed", "updated", "corrected", "added", "withdrawn", "undone"]);
export type WhyKind = z.infer<typeof WhyKind>;

export const Why = z.strictObject({
  is: WhyKind,
  /** One language is enough: it is shown quoted, with its language named. Absent only with `added`. */
  reason: Text.optional(),
  /** Who says so: the authority or the source, as readers are told. */
  by: Text.optional(),
  source: Source.optional(),
  /** `source` is the authority's own: one person is enough for what relaxes. */
  official: z.literal(true).optional(),
  /** The opaque id of the second person, where one was needed. */
  confirmedBy: z.string().min(1).optional(),
});
export type Why = z.infer<typeof Why>;
