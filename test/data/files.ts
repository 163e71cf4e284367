// Reads the data set that ships, as a person would edit it. Strict: a key that no schema knows fails here, and nothing is repaired.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Area } from "../../src/domain/area.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import { Authority, Instrument, Org } from "../../src/domain/org.ts";
import { Claim, Gap, Strike, Tally } from "../../src/domain/strike.ts";
import { Text } from "../../src/domain/text.ts";
import { InstantText } from "../../src/domain/time.ts";

const folder = join(import.meta.dirname, "../../data");

/** The file as JSON, before any schema fills in defaults. */
export function raw(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

/** A record is the schema's content, with an optional `knownFrom` beside it. */
function record<S extends z.ZodType>(content: S) {
  return z
    .looseObject({ knownFrom: InstantText.optional() })
    .transform(({ knownFrom, ...rest }) => ({ knownFrom, content: content.parse(rest) }));
}

const contents = <S extends z.ZodType>(schema: S) =>
  z.array(record(schema)).transform((records) => records.map(({ content }) => content));

const areasFile = z.strictObject({ knownFrom: InstantText, areas: z.array(Area) });
const curfewsFile = z.strictObject({ curfews: contents(Curfew), coverage: z.array(record(Coverage)) });
const strikesFile = z.strictObject({
  strikes: contents(Strike),
  tallies: contents(Tally),
  gaps: contents(Gap),
  claims: contents(Claim),
});
const orgsFile = z.strictObject({
  authorities: contents(Authority),
  instruments: contents(Instrument),
  organisations: contents(Org),
});

export const readAreas = () => areasFile.parse(raw("areas.json"));
export const readCurfews = () => curfewsFile.parse(raw("curfews.json"));
export const readStrikes = () => strikesFile.parse(raw("strikes.json"));
export const readOrgs = () => orgsFile.parse(raw("orgs.json"));

export const FILES = ["areas.json", "curfews.json", "strikes.json", "orgs.json"] as const;

/** Finds a record by its id, or says which one is missing. */
export function byId<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no record ${id}`);
  return found;
}

/** Every value in a tree, with the keys that lead to it. */
export function* leaves(
  value: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; value: unknown }> {
  yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
}

interface Sentence {
  where: string;
  key: string;
  text: Text;
}

/** Every `{en, es}` of the four files. */
export function sentences(): Sentence[] {
  return FILES.flatMap((file) =>
    [...leaves(raw(file))].flatMap(({ path, value }) => {
      if (typeof value !== "object" || value === null || !("en" in value || "es" in value)) return [];
      return [
        {
          where: `${file} ${path.join(".")}`,
          key: path.findLast((part) => !/^\d+$/.test(part)) ?? "",
          text: Text.parse(value),
        },
      ];
    }),
  );
}
