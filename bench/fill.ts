// Writes a log into a new store by the real road: FactStore.record over the SQLite engine, evening by evening under a clock set to it. A process of
// its own, so that its memory is not counted. Must never write into a store that somebody uses: the file is the bench's own.
import { openEngine } from "../src/engines/open.ts";
import { FactStore } from "../src/store/store.ts";
import { evenings } from "./facts.ts";

const [url = "", count = ""] = process.argv.slice(2);
const engine = await openEngine(url, { stamp: "rehearsed" });
const world = { now: 0 };
const store = await FactStore.open(engine.namespace("facts"), { now: () => world.now }, { rewinds: true });
for (const { at, drafts } of evenings(Number(count))) {
  world.now = at;
  const { is } = await store.record(drafts, "bench");
  if (is !== "recorded") throw new Error(`The log of the bench was not written: ${is}.`);
}
await engine.close();
