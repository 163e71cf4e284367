// Organisations and the governments' acts that list them. A listing is a government's act, never a finding of ours.
import { z } from "zod";
import { AreaId } from "./area.ts";
import { Source } from "./source.ts";
import { Text } from "./text.ts";
import { Day } from "./time.ts";

/** Who lists: id is ours and stable (`us-state`, `us-treasury`, `ec-president`, `ca-government`, `ar-government`). */
export const AuthorityId = z.string().regex(/^[a-z]{2}-[a-z-]+$/, "not an authority id (us-state)");
export type AuthorityId = z.infer<typeof AuthorityId>;

export const Designation = z.strictObject({
  authority: AuthorityId,
  type: Text,
  /** The day it took effect, unless `dateBasis` says otherwise; absent: not known. */
  date: Day.optional(),
  dateBasis: z.enum(["announcement", "reported", "announced-effective"]).optional(),
  /** Listed after this day; which day is not known. Only without `date`. */
  notBefore: Day.optional(),
  announced: Day.optional(),
  determinationDated: Day.optional(),
  instrument: Text.optional(),
  instrumentId: z.string().optional(),
  listedAs: z.string().optional(),
  note: Text.optional(),
  /** Taken off the list again: announced on, in force from, by which act. */
  ended: z
    .strictObject({
      announced: Day.optional(),
      date: Day.optional(),
      instrument: Text.optional(),
      note: Text.optional(),
      sources: z.array(Source).nonempty(),
    })
    .optional(),
  sources: z.array(Source).nonempty(),
});
export type Designation = z.infer<typeof Designation>;

export const Org = z.strictObject({
  id: z.string().min(1),
  /** Its own name, as it is written; not translated. */
  name: z.string().min(1).max(200),
  acronym: z.string().optional(),
  otherNames: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        former: z.boolean().default(false),
        /** Until when it was the name, where it is a former one; who calls it so. */
        until: Day.optional(),
        by: Text.optional(),
      }),
    )
    .default([]),
  country: AreaId,
  activeIn: z.array(AreaId).default([]),
  description: Text,
  category: z.strictObject({ code: z.string(), label: Text, note: Text, sources: z.array(Source) }).optional(),
  designations: z.array(Designation).default([]),
  /** It goes on as part of another one: its own listings stay its own. */
  mergedInto: z
    .strictObject({
      org: z.string().min(1),
      date: Day.optional(),
      by: Text.optional(),
      sources: z.array(Source).nonempty(),
    })
    .optional(),
  notes: z.array(Text).default([]),
  disputed: z.array(Text).default([]),
  sources: z.array(Source).nonempty(),
});
export type Org = z.infer<typeof Org>;

export const Authority = z.strictObject({
  id: AuthorityId,
  name: Text,
  country: AreaId,
  /** What people type for it: `ofac`, `treasury`, `tesoro`. */
  spellings: z.array(z.string()).default([]),
  /** Kinds of its listings that are told by initials, with the authority's own name for each and the act it rests on. */
  kinds: z.array(z.strictObject({ short: z.string().min(2), type: Text, act: Text.optional() })).optional(),
});
export type Authority = z.infer<typeof Authority>;

/** One legal act that lists several organisations at once. */
export const Instrument = z.strictObject({
  id: z.string().min(1),
  authority: AuthorityId,
  name: z.string().min(1).max(200),
  date: Day,
  orgs: z.array(z.string()).nonempty(),
  disputed: z.array(Text).default([]),
  sources: z.array(Source).nonempty(),
});
export type Instrument = z.infer<typeof Instrument>;
