// A strike as the record keeps it: what was announced, by whom, with which figures. Regions only, never a made-up point.
import { z } from "zod";
import { AreaId } from "./area.ts";
import { Confidence, isWithdrawn, Source } from "./source.ts";
import { Text } from "./text.ts";
import { Day } from "./time.ts";
import { Figure } from "./toll.ts";

export const Region = z.enum(["caribbean", "eastern-pacific", "undisclosed"]);
export type Region = z.infer<typeof Region>;

/** What `date` is the date of. */
export const DateBasis = z.enum(["strike", "announcement", "reported"]);
export type DateBasis = z.infer<typeof DateBasis>;

/** A record that no source carries any more is withdrawn as a whole, never left standing on nothing. */
const Carried = z
  .array(Source)
  .nonempty()
  .refine(
    (sources) => !sources.every(isWithdrawn),
    "every source was taken back: the record itself has to be withdrawn",
  );

export const Strike = z
  .strictObject({
    id: z.string().min(1),
    /** Land operations stay outside the counts of vessels. */
    target: z.enum(["vessel", "land"]),
    date: Day,
    dateBasis: DateBasis,
    announcedOn: Day.optional(),
    region: Region.optional(),
    regionNote: Text.optional(),
    country: AreaId.optional(),
    area: AreaId.optional(),
    waters: Text.optional(),
    /** How many strikes the record stands for, and how many vessels; absent on land. */
    strikes: z.int().positive().optional(),
    vessels: z.int().positive().optional(),
    vesselType: Text.optional(),
    operation: Text.optional(),
    announcedBy: Text,
    /** Who the announcer says was hit; an allegation, never ours. */
    orgAlleged: Text.optional(),
    orgIds: z.array(z.string()).default([]),
    figures: z.array(Figure).default([]),
    tollNote: Text.optional(),
    /** Records that share it were announced together. */
    event: z.string().optional(),
    detail: Text.optional(),
    disputed: z.array(Text).default([]),
    confidence: Confidence.optional(),
    sources: Carried,
  })
  .refine((s) => s.target === "land" || s.region !== undefined, "a strike on a vessel needs a region");
export type Strike = z.infer<typeof Strike>;

/** A running total as somebody else quotes it. */
export const Tally = z.strictObject({
  id: z.string().min(1),
  date: Day,
  strikes: z.int().positive().optional(),
  vessels: z.int().positive().optional(),
  killed: z.int().nonnegative(),
  atLeast: z.boolean().default(false),
  quotedBy: Text,
  note: Text.optional(),
  sources: Carried,
});
export type Tally = z.infer<typeof Tally>;

/** A stretch of time in which the record is known to miss something. */
export const Gap = z.strictObject({
  id: z.string().min(1),
  from: Day,
  to: Day,
  killedAtLeast: z.int().positive().optional(),
  vessels: z.int().positive().optional(),
  why: Text,
});
export type Gap = z.infer<typeof Gap>;

/** Something claimed and not confirmed; in no count. */
export const Claim = z.strictObject({
  id: z.string().min(1),
  date: Day,
  region: Region.optional(),
  detail: Text,
  sources: z.array(Source).nonempty(),
});
export type Claim = z.infer<typeof Claim>;
