// The record that ships, taken into a store in memory as the program takes it, for tests of what it would have brought.
import { join } from "node:path";
import { importers } from "../../../src/importers/index.ts";
import { readWorld } from "../../../src/importers/dataset/world.ts";
import { take } from "../../../src/importers/take.ts";
import { FactStore } from "../../../src/store/store.ts";
import { handClock, memoryEngine } from "../../support.ts";

const DATA = join(import.meta.dirname, "../../../data");

let made: ReturnType<typeof make> | undefined;

/** One for a file of tests, at whatever time: what was known then is history. */
export async function shippedRecord(now: string) {
  made ??= make();
  const { store, clock, set } = await made;
  set(now);
  return { store, clock };
}

async function make() {
  const engine = await memoryEngine();
  const { clock, set } = handClock("2026-12-01T12:00:00-05:00");
  const store = await FactStore.open(engine.namespace("facts"), clock, {
    rewinds: true,
    world: await readWorld(DATA),
    home: "EC",
  });
  for (const importer of importers(DATA)) await take(importer, store, store.after(0), clock.now());
  return { store, clock, set };
}
