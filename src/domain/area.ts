// Places as a tree: who contains whom, under which names, since when. Ids are codes, never names; ids once given never change.
import { z } from "zod";
import { Source } from "./source.ts";
import { Text } from "./text.ts";
import { Day, Zone } from "./time.ts";

/** ISO 3166-1 (`EC`), ISO 3166-2 (`EC-G`), or country + the country's own code (`EC-0901`, `EC-090158`). */
export const AreaId = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/, "not an area id (EC, EC-G, EC-0901)");
export type AreaId = z.infer<typeof AreaId>;

export const AreaKind = z.enum(["country", "state", "province", "department", "region", "canton", "parish"]);
export type AreaKind = z.infer<typeof AreaKind>;

export const Area = z.strictObject({
  id: AreaId,
  kind: AreaKind,
  parent: AreaId.optional(),
  /** The usual name in each language. */
  name: Text,
  /** Other names and spellings people type, in any language. */
  spellings: z.array(z.string().min(1)).default([]),
  seat: z.string().optional(),
  /** Inherited from the parent when absent; a country always has one. */
  zone: Zone.optional(),
  /** Whose clock the zone is, where people inside live by several and none is the whole area's: `New York`. Told in its stead. */
  clock: Text.optional(),
  /** True when every child is listed; otherwise an implicit `rest` leaf stands for the others. */
  complete: z.boolean().default(false),
  validFrom: Day.optional(),
  validTo: Day.optional(),
  /** Areas that took this one's place. */
  successors: z.array(AreaId).default([]),
  /** The area it was cut out of: before `validFrom`, what held there held here. */
  splitFrom: AreaId.optional(),
  notes: z.array(Text).default([]),
  disputed: z.array(Text).default([]),
  /** A country carries those of the list of its areas; `disputed` of its areas names them by their short names (S1, S2). */
  sources: z.array(Source).optional(),
});
export type Area = z.infer<typeof Area>;

/**
 * An area, or `EC-0901/rest`: what is left of it without its listed children ("Guayaquil except Tenguel"). Shown groups and the rows of
 * the ledger hold these, so that a reader is never told "Guayaquil" where a listed parish stands differently.
 */
export const PlaceId = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?(\/rest)?$/, "not a place id (EC, EC-0901, EC-0901/rest)");
export type PlaceId = z.infer<typeof PlaceId>;

/** A leaf of the tree: an area without children, or `EC-0901/rest` for the part of a canton whose parishes are not listed. */
export type LeafId = PlaceId;
