// Which strikes a reader asks for: read from what was typed, carried in buttons as short strings, checked again when pressed.
import { z } from "zod";
import type { Cut } from "../../src/domain/count.ts";
import { Region } from "../../src/domain/strike.ts";
import { Day } from "../../src/domain/time.ts";
import { type Context, Refusal } from "../../src/command.ts";
import { readDays } from "../../src/text/day.ts";
import { texts } from "../../src/text/index.ts";
import { day } from "../../src/text/time.ts";
import { typedBack } from "../../src/views/orgs/list.ts";

export interface TypedCut {
  since: string | undefined;
  until: string | undefined;
  region: string | undefined;
  "min-killed": number | undefined;
}

const MaybeRegion = Region.optional();

/** Everything but the organisation, which may have to be asked back. Throws a Refusal with an example for what cannot be read. */
export function readCut(typed: TypedCut, today: Day, { language }: Pick<Context, "language">): Cut {
  const t = texts(language).strikes;
  const days = (text: string | undefined) => {
    if (text === undefined) return undefined;
    const read = readDays(text, today);
    if (read === undefined) throw new Refusal(t.badDay(typedBack(text)));
    return read;
  };
  const since = days(typed.since)?.from;
  const until = days(typed.until)?.to;
  if (since !== undefined && until !== undefined && since > until)
    throw new Refusal(t.badOrder(day(since, language), day(until, language)));
  const region = MaybeRegion.safeParse(typed.region);
  if (!region.success) throw new Refusal(t.badRegion);
  return { since, until, region: region.data, minKilled: typed["min-killed"] };
}

const REGIONS = { c: "caribbean", p: "eastern-pacific", u: "undisclosed" } as const;
/** Beside the region's letter, so that buttons of older versions stay readable: their five arguments are these five. */
const PARTS = { V: "counted", G: "stated", S: "silent", P: "presumed", L: "land" } as const;
const shortDay = z
  .string()
  .regex(/^(\d{8})?$/)
  .transform((text) => (text === "" ? undefined : text.replace(/(....)(..)(..)/, "$1-$2-$3")))
  .pipe(Day.optional());

/** So many of a button's arguments. */
export const CUT_ARGS = 5;

const CutArgs = z.tuple([
  shortDay,
  shortDay,
  z.templateLiteral([z.enum(["", "c", "p", "u"]), z.enum(["", "V", "G", "S", "P", "L"])]).transform((letters) => ({
    region: Object.entries(REGIONS).find(([letter]) => letters.startsWith(letter))?.[1],
    only: Object.entries(PARTS).find(([letter]) => letters.endsWith(letter))?.[1],
  })),
  z
    .string()
    .max(60)
    .transform((id) => id || undefined),
  z
    .string()
    .regex(/^\d{0,5}$/)
    .transform((text) => (text === "" ? undefined : Number(text))),
]);

/** `["20260301", "", "p", "tren-de-aragua", "5"]`, the region's letter followed by `S` for those without a figure alone: nothing of it is text that a reader typed. */
export function cutArgs(cut: Cut): string[] {
  const letter = (["c", "p", "u"] as const).find((one) => REGIONS[one] === cut.region) ?? "";
  const part = (["V", "G", "S", "P", "L"] as const).find((one) => PARTS[one] === cut.only) ?? "";
  return [shortened(cut.since), shortened(cut.until), `${letter}${part}`, cut.org ?? "", String(cut.minKilled ?? "")];
}

/** `2026-03-01` -> `20260301`. */
function shortened(one: Day | undefined): string {
  return (one ?? "").replaceAll("-", "");
}

/** Undefined for what no button of ours can have carried. */
export function parseCut(args: readonly string[]): Cut | undefined {
  const parsed = CutArgs.safeParse(args);
  if (!parsed.success) return undefined;
  const [since, until, { region, only }, org, minKilled] = parsed.data;
  return { since, until, region, org, minKilled, only };
}
