// The shapes of the files under data/: each record is a fact's content, with `knownFrom` beside it where the source says since when it was known.
import { z } from "zod";
import { Area, AreaId, AreaKind } from "../../domain/area.ts";
import { Coverage } from "../../domain/coverage.ts";
import { Curfew } from "../../domain/curfew.ts";
import { Authority, Instrument, Org } from "../../domain/org.ts";
import { Claim, Gap, Strike, Tally } from "../../domain/strike.ts";
import { Source } from "../../domain/source.ts";
import { Text } from "../../domain/text.ts";
import { InstantText, Zone } from "../../domain/time.ts";

/** A record as it stands in a file: `{ knownFrom?, ...content }`. */
const record = <T extends z.ZodType>(content: T) =>
  z
    .looseObject({ knownFrom: InstantText.optional() })
    .transform(({ knownFrom, ...rest }, context): { content: z.output<T>; knownFrom?: InstantText } => {
      const parsed = content.safeParse(rest);
      if (parsed.success) return { content: parsed.data, ...(knownFrom === undefined ? {} : { knownFrom }) };
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: "custom", path: [...path], message });
      return z.NEVER;
    });

export const AreasFile = z.strictObject({ knownFrom: InstantText, areas: z.array(record(Area)).nonempty() });

const Place = z.strictObject({
  id: AreaId,
  name: Text,
  spellings: z.array(z.string().min(1)).default([]),
  zone: Zone.optional(),
  clock: Text.optional(),
});
const Part = Place.extend({ kind: AreaKind });
/** Countries with what they are divided into, one place a line: gazetteer/make.ts writes it. */
export const WorldFile = z.strictObject({
  knownFrom: InstantText,
  sources: z.array(Source),
  countries: z.array(Place.extend({ complete: z.boolean(), parts: z.array(Part) })),
});
export type WorldFile = z.infer<typeof WorldFile>;

export const CurfewsFile = z.strictObject({ curfews: z.array(record(Curfew)), coverage: z.array(record(Coverage)) });
export const StrikesFile = z.strictObject({
  strikes: z.array(record(Strike)),
  tallies: z.array(record(Tally)),
  gaps: z.array(record(Gap)),
  claims: z.array(record(Claim)),
});
export const OrgsFile = z.strictObject({
  authorities: z.array(record(Authority)),
  instruments: z.array(record(Instrument)),
  organisations: z.array(record(Org)),
});

/** The files, by name. */
export interface Files {
  "areas.json": z.infer<typeof AreasFile>;
  "curfews.json": z.infer<typeof CurfewsFile>;
  "orgs.json": z.infer<typeof OrgsFile>;
  "strikes.json": z.infer<typeof StrikesFile>;
}
