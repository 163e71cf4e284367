// What somebody asked, as values that can be asked again: by a button, after a restart, for a whole channel. Persisted in alerts: shapes are added,
// never changed. Times are instants and names are ids: what was typed was read once, and is never read again at another time.
import { z } from "zod";
import { PlaceId } from "./area.ts";
import { Part } from "./part.ts";
import { Region } from "./strike.ts";
import { Day } from "./time.ts";

const Millis = z.int();
const Page = z.int().positive();

/** A channel may follow many places; more than these are told by the places around them. */
export const MOST_PLACES = 25;
const Places = z.array(PlaceId).nonempty().max(MOST_PLACES);

const Interval = z.strictObject({ start: Millis, end: Millis });

/** Absent where the present was asked about: each time it is asked again it means that time. */
const moment = {
  at: Millis.optional(),
  /** The night that was meant, where a night and not an hour was asked for. Only with `at`. */
  night: Interval.optional(),
  /** From one hour to another, [start, end). Only with `at`, which is its start. */
  span: Interval.optional(),
};

export const CurfewQuestion = z.discriminatedUnion("is", [
  /** `follows`: places that the channel asked in follows; they come first. */
  z.strictObject({
    is: z.literal("curfew.country"),
    place: PlaceId,
    follows: Places.optional(),
  }),
  z.strictObject({ is: z.literal("curfew.place"), place: PlaceId, ...moment }),
  z.strictObject({ is: z.literal("curfew.places"), places: z.array(PlaceId).min(2).max(5), ...moment }),
  /** The nights ahead of some places. */
  z.strictObject({ is: z.literal("curfew.nights"), places: Places }),
  /** Everything that the answer about these places at that time rests on. */
  z.strictObject({
    is: z.literal("curfew.sources"),
    places: Places,
    at: Millis.optional(),
  }),
]);
export type CurfewQuestion = z.infer<typeof CurfewQuestion>;

const cut = {
  since: Day.optional(),
  until: Day.optional(),
  region: Region.optional(),
  org: z.string().optional(),
  minKilled: z.int().nonnegative().optional(),
  /** Only the records behind one figure of the count. */
  only: Part.optional(),
};

export const StrikesQuestion = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("strikes.list"), ...cut, page: Page }),
  /** The same counted month by month. */
  z.strictObject({ is: z.literal("strikes.months"), ...cut, page: Page }),
  z.strictObject({ is: z.literal("strikes.one"), id: z.string().min(1) }),
]);
export type StrikesQuestion = z.infer<typeof StrikesQuestion>;

/** `lists`: a code, an id or a few words that name whose lists are meant; empty for all organisations. */
export const OrgsQuestion = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("orgs.list"), lists: z.string(), page: Page }),
  /** `from`: the one that was asked for, where that went on as this one. */
  z.strictObject({
    is: z.literal("orgs.one"),
    id: z.string().min(1),
    lists: z.string(),
    from: z.string().min(1).optional(),
  }),
]);
export type OrgsQuestion = z.infer<typeof OrgsQuestion>;

export const Question = z.discriminatedUnion("is", [
  ...CurfewQuestion.options,
  ...StrikesQuestion.options,
  ...OrgsQuestion.options,
]);
export type Question = z.infer<typeof Question>;
