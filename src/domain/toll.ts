// Figures of people, each with who says it. Not stated is not zero, and nothing here may turn one into the other.
import { z } from "zod";
import { Text } from "./text.ts";
import { Day } from "./time.ts";

export const Measure = z.enum(["killed", "presumed-dead", "injured", "survivors"]);
export type Measure = z.infer<typeof Measure>;

/** low to high; `high` absent with `atLeast` means no upper bound was given. */
export const Figure = z
  .strictObject({
    measure: Measure,
    low: z.int().nonnegative(),
    high: z.int().nonnegative().optional(),
    atLeast: z.boolean().default(false),
    /** Who says so; absent where the record does not name them. */
    by: Text.optional(),
    date: Day.optional(),
    wording: Text.optional(),
    /** The record's source that carries it: its address, else its publisher. Absent: recorded before that was asked. */
    source: z.string().min(1).optional(),
  })
  .refine((f) => f.high === undefined || f.high >= f.low, "high is below low")
  .refine((f) => !(f.atLeast && f.high !== undefined), "`atLeast` has no `high`");
export type Figure = z.infer<typeof Figure>;

/** Lowest and highest of what the sources give; undefined where none gives a figure. */
export function figure({ figures }: { figures: readonly Figure[] }, measure: Measure): Range | undefined {
  const given = figures.filter((one) => one.measure === measure);
  if (given.length === 0) return undefined;
  return {
    low: Math.min(...given.map((one) => one.low)),
    high: given.some((one) => one.atLeast) ? undefined : Math.max(...given.map((one) => one.high ?? one.low)),
  };
}

/** `high` undefined: no upper bound. `stated` counts the subjects that gave a figure, `silent` those that did not. */
export interface Range {
  low: number;
  high: number | undefined;
}
