// For which place and time the team knows of *all* curfews. Outside it nothing is known, and nothing may be said to be absent.
import { z } from "zod";
import { PlaceId } from "./area.ts";
import { Source } from "./source.ts";
import { Text } from "./text.ts";
import { InstantText } from "./time.ts";

export const Coverage = z.strictObject({
  id: z.string().min(1),
  /** `EC-0901/rest` where its listed parishes are not meant. */
  areas: z.array(PlaceId).nonempty(),
  from: InstantText,
  to: InstantText,
  /** When a person looked and confirmed it. Absent: it rests on its sources alone. */
  checkedAt: InstantText.optional(),
  /** Each day was known on that day: asked as of an earlier day, it reaches to the end of that day only. */
  asOfEachDay: z.boolean().default(false),
  /** Says that a list of areas known only in part is complete after all: ids of the curfews meant. */
  completes: z.array(z.string()).default([]),
  basis: Text,
  notes: z.array(Text).default([]),
  sources: z.array(Source).default([]),
});
export type Coverage = z.infer<typeof Coverage>;
