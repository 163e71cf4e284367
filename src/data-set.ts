// The data set that ships with the program, or the one that DATA_DIR names, brought into the record at each start. It leaves alone what people changed, and
// must never let a record that it cannot use be silently dead.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clock } from "./clock.ts";
import type { Environment } from "./config.ts";
import { importers } from "./importers/index.ts";
import { take } from "./importers/take.ts";
import type { Logger } from "./logger.ts";
import type { FactStore } from "./store/store.ts";

const ROOT = packageRoot();

export function dataDir({ DATA_DIR }: Pick<Environment, "DATA_DIR">): string {
  return DATA_DIR ?? join(ROOT, "data");
}

/** Throws BrokenSource, and where DEFAULT_AREA is no place that the record knows by then. */
export async function readData(
  config: Pick<Environment, "DATA_DIR" | "DEFAULT_AREA">,
  store: FactStore,
  { clock, log }: { clock: Pick<Clock, "now">; log: Logger },
): Promise<void> {
  for (const importer of importers(dataDir(config))) {
    const { recorded, unchanged, leftAlone, missing } = await take(importer, store, store.after(0), clock.now());
    log.info({ importer: importer.id, recorded, unchanged }, "Data read");
    if (leftAlone.length > 0) log.warn({ records: leftAlone }, "Changed in the data files and left alone; please look");
    if (missing.length > 0)
      log.warn({ records: missing }, "No longer in the data files; kept as they are, please look");
  }
  if (!store.known().areasById.has(config.DEFAULT_AREA))
    throw new Error(
      `DEFAULT_AREA ${config.DEFAULT_AREA} is no place in the data: use a code that stands in data/areas.json or data/world.json, such as EC.`,
    );
  reportLoose(store, log);
}

/** What would otherwise be silently dead; of places that are gone their channels are told (place-watch.ts). */
function reportLoose(store: FactStore, log: Logger): void {
  const odd = store.leftOut().map(({ kind, subject, seq }) => `${kind} ${subject} (${seq})`);
  if (odd.length > 0)
    log.error({ facts: odd }, "These facts about places do not fit together and are left out; please look");
}

/** The folder with package.json: one up from the sources, two up from dist/src/, whatever the folders above are called. */
function packageRoot(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const up = join(here, "..");
  return existsSync(join(up, "package.json")) ? up : join(up, "..");
}
