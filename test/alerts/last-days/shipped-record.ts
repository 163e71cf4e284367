// The record that ships, taken into a store in memory as the program takes it, for tests of what it would have brought.
import { join } from "node:path";
import { importers } from "../../../src/importers/index.ts";
import { readWorld } from "../../../src/importers/dataset/world.ts";
import { take } from "../../../src/importers/take.ts";
import { FactStore } from "../../../src/store/store.ts";
import { handClock, memoryEngine } from "../../support.ts";

const DATA = join(import.meta.dirname, "../../../data");

export async function shippedRecord(now: string) {
  const engine = await memoryEngine();
  const { clock, set } = handClock(now);
  const store = await FactStore.open(engine.namespace("facts"), clock, {
    rewinds: true,
    world: await readWorld(DATA),
    home: "EC",
  });
  for (const importer of importers(DATA)) await take(importer, store, store.after(0), clock.now());
  return { store, clock, set };
}
