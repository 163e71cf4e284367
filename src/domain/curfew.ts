// What a curfew is: one decree's whole state. Only shapes; windows.ts and state.ts hold the arithmetic.
import { z } from "zod";
import { AreaId } from "./area.ts";
import { Confidence, Source } from "./source.ts";
import { Text } from "./text.ts";
import { Day, InstantText, WallTime, Zone } from "./time.ts";

/** 1 Monday ... 7 Sunday (ISO 8601): the day on which the night begins. */
const Weekday = z.int().min(1).max(7);

/** Hours for a set of areas. `end` at or before `start` is the next morning; equal means a whole day. */
export const CurfewRule = z.strictObject({
  start: WallTime,
  end: WallTime,
  /** Where it runs for more than a day: days from its begin to its end. Friday 20:00 to Monday 05:00 is 3. */
  endDay: z.int().min(1).max(7).optional(),
  weekdays: z.array(Weekday).nonempty().optional(),
  areas: z.array(AreaId).nonempty(),
  /** Parts of those areas that this rule leaves out: the province except a canton, which has other hours or none. */
  except: z.array(AreaId).nonempty().optional(),
  /** Sources name only examples: who else is under it is not known. */
  areasPartial: z.boolean().default(false),
  label: Text.optional(),
  /** Bounds of this rule alone, within the curfew's. */
  firstNight: Day.optional(),
  lastNight: Day.optional(),
});
export type CurfewRule = z.infer<typeof CurfewRule>;

/** A court or an authority ended it from an instant on, everywhere or in some areas; with `until` it only rested. */
export const Ending = z.strictObject({
  by: Text,
  date: Day,
  from: InstantText,
  /** From this instant on it holds again. */
  until: InstantText.optional(),
  areas: z.array(AreaId).optional(),
  note: Text.optional(),
});
export type Ending = z.infer<typeof Ending>;

export const Amendment = z.strictObject({
  date: Day,
  instrument: Text.optional(),
  effect: Text,
  note: Text.optional(),
  ref: z.string().optional(),
});
export type Amendment = z.infer<typeof Amendment>;

/** Nights on which it does not hold (`off`), or holds at other hours (`start`, `end`, or one of them), everywhere or in some areas. */
export const NightException = z.strictObject({
  night: Day,
  areas: z.array(AreaId).optional(),
  /** Positions in the curfew's `rules`: only these are changed, as where of two ranges a day one is moved. Absent: the whole night. */
  rules: z.array(z.int().nonnegative()).nonempty().optional(),
  start: WallTime.optional(),
  end: WallTime.optional(),
  off: z.boolean().default(false),
  by: Text.optional(),
});
export type NightException = z.infer<typeof NightException>;

export const Curfew = z
  .strictObject({
    id: z.string().min(1),
    country: AreaId,
    title: Text,
    /** Name of the legal act, as it is called; not translated. */
    decree: z.string().optional(),
    authority: Text,
    legalBasis: Text.optional(),
    announced: Day.optional(),
    declared: Day,
    /** The days on which the first and the last night begin. No `lastNight`: the end is not known. */
    firstNight: Day,
    lastNight: Day.optional(),
    /** Nights after `lastConfirmed` up to and with `endsBy` are not known; without `endsBy`, all later ones. */
    lastConfirmed: Day.optional(),
    endsBy: Day.optional(),
    /** For showing dates of the whole curfew. Hours are each area's own unless `hoursZone` is given. */
    zone: Zone,
    hoursZone: Zone.optional(),
    rules: z.array(CurfewRule).nonempty(),
    exceptions: z.array(NightException).default([]),
    lifted: Ending.optional(),
    annulled: Ending.optional(),
    /** Areas taken out one after the other, times in which it rested: whatever ended it in part beside the two above. */
    furtherEndings: z.array(Ending).nonempty().optional(),
    /** Absent: not stated by any source. */
    exempt: z.array(Text).optional(),
    notExempt: z.array(Text).optional(),
    sourcesDiffer: z.array(Text).optional(),
    penalty: Text.optional(),
    amendments: z.array(Amendment).default([]),
    enforcement: z.array(z.strictObject({ date: Day, detail: Text })).default([]),
    disputed: z.array(Text).default([]),
    notes: z.array(Text).default([]),
    sources: z.array(Source).nonempty(),
    confidence: Confidence,
  })
  .refine((c) => c.lastNight === undefined || c.lastNight >= c.firstNight, "lastNight is before firstNight")
  .refine((c) => c.endsBy === undefined || c.lastConfirmed !== undefined, "endsBy needs lastConfirmed")
  .refine(
    (c) => c.lastNight !== undefined || c.lastConfirmed !== undefined,
    "without lastNight, lastConfirmed is needed",
  );
export type Curfew = z.infer<typeof Curfew>;

/** All that ended it, or let it rest, somewhere or everywhere. */
export function endingsOf({ lifted, annulled, furtherEndings }: Curfew): Ending[] {
  return [
    ...(lifted === undefined ? [] : [lifted]),
    ...(annulled === undefined ? [] : [annulled]),
    ...(furtherEndings ?? []),
  ];
}
