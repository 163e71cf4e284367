// Figures of people, each with who says it. Not stated is not zero, and nothing here may turn one into the other. What a source that was taken back carried counts
// nowhere; of one speaker only the newest figure counts, and the older ones stay to be shown.
import { z } from "zod";
import { isWithdrawn, type Source, sourceKey } from "./source.ts";
import { isSame, publisherText } from "./speaker.ts";
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
    /** Its speaker has given another one since, on the same day perhaps: days alone would not tell. */
    revised: z.literal(true).optional(),
  })
  .refine((f) => f.high === undefined || f.high >= f.low, "high is below low")
  .refine((f) => !(f.atLeast && f.high !== undefined), "`atLeast` has no `high`");
export type Figure = z.infer<typeof Figure>;

/** Whatever holds figures and the sources that carry them. */
export interface Told {
  figures: readonly Figure[];
  sources: readonly Source[];
  date: Day;
  announcedOn?: Day | undefined;
}

/** `high` undefined: no upper bound. */
export interface Range {
  low: number;
  high: number | undefined;
}

/** Lowest and highest of the figures that stand; undefined where none does. */
export function figure(told: Told, measure: Measure): Range | undefined {
  let range: Range | undefined;
  for (const one of standing(told, measure)) range = range === undefined ? rangeOf(one) : widest(range, rangeOf(one));
  return range;
}

export function rangeOf({ low, high, atLeast }: Figure): Range {
  return { low, high: atLeast ? undefined : (high ?? low) };
}

function widest(a: Range, b: Range): Range {
  return {
    low: Math.min(a.low, b.low),
    high: a.high === undefined || b.high === undefined ? undefined : Math.max(a.high, b.high),
  };
}

/** The figures that count, in the record's order: carried by a source that stands, and the newest of their speaker. */
export function standing(told: Told, measure: Measure): readonly Figure[] {
  const carried = told.figures.filter((one) => one.measure === measure && isCarried(one, told.sources));
  if (carried.length < 2) return carried;
  return carried.filter((one) => !carried.some((other) => replaces(other, one, told)));
}

/** What the same speaker said before, the newest first: never counted, always shown. */
export function earlier(told: Told, of: Figure): readonly Figure[] {
  const before = told.figures.filter(
    (one) => one.measure === of.measure && isCarried(one, told.sources) && replaces(of, one, told),
  );
  return before.toSorted((a, b) => (replaces(a, b, told) ? -1 : replaces(b, a, told) ? 1 : 0));
}

/** Figures that only sources carried which were taken back since. */
export function dropped(told: Told, measure: Measure): readonly Figure[] {
  return told.figures.filter((one) => one.measure === measure && !isCarried(one, told.sources));
}

/** Of one speaker, and said later; of the same day, the one that no later one was marked to follow. */
function replaces(newer: Figure, older: Figure, told: Told): boolean {
  if (newer === older || !isSameSpeaker(newer, older, told)) return false;
  const [later, before] = [saidOn(newer, told), saidOn(older, told)];
  return later > before || (later === before && older.revised === true && newer.revised !== true);
}

/** A figure without a day was given when the strike was announced, as far as anybody knows. */
function saidOn({ date }: Figure, { announcedOn, date: struck }: Told): Day {
  return date ?? announcedOn ?? struck;
}

/** Where nobody is named, a figure replaces nothing and nothing replaces it. */
function isSameSpeaker(a: Figure, b: Figure, { sources }: Told): boolean {
  const [one, other] = [speakerOf(a, sources), speakerOf(b, sources)];
  return one !== undefined && other !== undefined && isSame(one, other);
}

/** Who says a figure: as the record names them, else whose source carries it. */
export function speakerOf({ by, source }: Figure, sources: readonly Source[]): Text | undefined {
  if (by !== undefined || source === undefined) return by;
  const carrier = sources.find((one) => sourceKey(one) === source);
  return carrier === undefined ? undefined : publisherText(carrier);
}

/** A figure falls with the source that carries it: the one it names, else the one whose publisher says it, else all of them. */
function isCarried(one: Figure, sources: readonly Source[]): boolean {
  if (!sources.some(isWithdrawn)) return true;
  const named = sources.filter((source) => sourceKey(source) === one.source);
  if (named.length > 0) return !named.every(isWithdrawn);
  const { by } = one;
  const own = by === undefined ? [] : sources.filter((source) => isSame(publisherText(source), by));
  return !(own.length > 0 ? own : sources).every(isWithdrawn);
}

/** Whether all of them can be true at once: the highest low end lies within every other. */
export function agree(figures: readonly Figure[]): boolean {
  const ranges = figures.map(rangeOf);
  return Math.max(...ranges.map(({ low }) => low)) <= Math.min(...ranges.map(({ high }) => high ?? Infinity));
}

/** With this figure added, and the ones of its speaker that it follows marked so: also where both are of one day. */
export function revised(told: Told, fresh: Figure): Figure[] {
  const follows = (one: Figure) =>
    one.measure === fresh.measure && isSameSpeaker(one, fresh, told) && saidOn(one, told) <= saidOn(fresh, told);
  return [...told.figures.map((one) => (follows(one) ? { ...one, revised: true as const } : one)), fresh];
}
