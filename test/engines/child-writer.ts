// Four writers that add batches and a fifth that moves one, as fast as they can, until someone kills this process.
// Never prints a batch before the store has acknowledged it, and never after without printing it.
import { writeSync } from "node:fs";
import { StoreFault } from "../../src/engines/faults.ts";
import { openEngine } from "../../src/engines/open.ts";
import { COUNTERS, ROWS, counterKeys, payload, rowKey } from "./batches.ts";

const [url = "", run = "0"] = process.argv.slice(2);
const engine = await openEngine(url, { stamp: "world" });
const store = engine.namespace("deliveries");

async function addBatches(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const batch = `${run.padStart(3, "0")}-${writer}-${String(n).padStart(6, "0")}`;
    const rows = Array.from({ length: ROWS }, (_, i) => ({ key: rowKey(batch, i), value: payload(batch, i) }));
    if (writer < 3) {
      const answer = await store.addAll(rows);
      if (!answer.ok) throw new Error(`${batch} was there before it was written`);
    } else {
      await store.keyv.setMany(rows);
    }
    writeSync(1, `add ${batch}\n`);
  }
}

async function moveCounters(): Promise<never> {
  const keys = counterKeys(run);
  await store.addAll(keys.map((key) => ({ key, value: 1 })));
  for (let n = 1; ; n += 1) {
    const answer = await store.swap(keys.map((key) => ({ key, expect: n, value: n + 1 })));
    if (!answer.ok) throw new Error(`one of ${COUNTERS} counters was not at ${n}`);
    writeSync(1, `swap ${n + 1}\n`);
  }
}

try {
  await Promise.all([...[0, 1, 2, 3].map(addBatches), moveCounters()]);
} catch (fault) {
  if (!(fault instanceof StoreFault)) throw fault;
  writeSync(1, `fault ${fault.reason}\n`);
  process.exit(3);
}
