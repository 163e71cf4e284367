// The rest of the world: countries and what they are divided into, beneath what the record says of places. It is no history and never becomes facts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Area } from "../../domain/area.ts";
import { checkAreas } from "../../domain/area-check.ts";
import { BrokenSource } from "../importer.ts";
import { parsed, readText } from "./read-json.ts";
import { WorldFile } from "./schema.ts";

const FILE = "world.json";

/** The last one read, and its places: the same list for as long as the file says the same, so that what is made of it holds. */
let last: { text: string; areas: readonly Area[] } | undefined;
const NOWHERE: readonly Area[] = [];

/** Empty where somebody's own folder does without. Throws BrokenSource with a sentence on a file that is broken. */
export async function readWorld(dir: string): Promise<readonly Area[]> {
  if (!existsSync(join(dir, FILE))) return NOWHERE;
  const text = await readText(dir, FILE);
  last = last?.text === text ? last : { text, areas: placesOf(text) };
  return last.areas;
}

function placesOf(text: string): readonly Area[] {
  const areas = parsed(text, FILE, WorldFile).countries.flatMap(areasOf);
  try {
    checkAreas(areas);
  } catch (error) {
    throw new BrokenSource(`data/${FILE}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return areas;
}

/** What stands in both is as the record has it. */
export function withWorld(recorded: readonly Area[], world: readonly Area[]): readonly Area[] {
  const own = new Set(recorded.map(({ id }) => id));
  return [...recorded, ...world.filter(({ id }) => !own.has(id))];
}

function areasOf({ parts, ...country }: WorldFile["countries"][number]): readonly Area[] {
  const none = { successors: [], notes: [], disputed: [] };
  return [
    { ...country, kind: "country", ...none },
    ...parts.map((part): Area => ({ ...part, parent: country.id, complete: false, ...none })),
  ];
}
