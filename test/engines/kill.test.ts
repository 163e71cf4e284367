// The process is killed while it writes, or its disk fills up; then the rows are counted: none acknowledged lost, no batch torn.
// Never waits for time to pass: it kills after a counted number of acknowledgements. (A kill does not show what a power cut would.)
import { once } from "node:events";
import { afterAll, describe, expect, it } from "vitest";
import { openEngine } from "../../src/engines/open.ts";
import type { Store } from "../../src/engines/store.ts";
import { COUNTERS, ROWS, counterKeys, payload, rowKey } from "./batches.ts";
import { linesOf, scratch } from "./scratch.ts";

const temporary = scratch();
afterAll(() => temporary.remove());

// From the very first acknowledgement to well past SQLite's checkpoint at 1000 pages.
const KILL_AFTER = [1, 2, 3, 4, 5, 7, 9, 12, 17, 25, 33, 48, 64, 90, 128, 150, 200, 300, 400, 700];

interface Told {
  readonly batches: string[];
  counter: number;
  fault?: string;
}

async function listen(lines: AsyncIterable<string>, heard: (count: number) => void): Promise<Told> {
  const told: Told = { batches: [], counter: 0 };
  let count = 0;
  for await (const line of lines) {
    const [word, what = ""] = line.split(" ");
    if (word === "add") told.batches.push(what);
    if (word === "swap") told.counter = Number(what);
    if (word === "fault") told.fault = what;
    count += 1;
    heard(count);
  }
  return told;
}

/** How many rows each batch of a run has in the store, by the name of the batch. */
async function countBatches(store: Store, run: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const prefix = `${run.padStart(3, "0")}-`;
  for await (const { key, value } of store.scan(prefix)) {
    if (!key.startsWith(prefix)) break;
    const [batch = "", row = ""] = key.split("/");
    expect(value).toBe(payload(batch, Number(row)));
    found.set(batch, (found.get(batch) ?? 0) + 1);
  }
  return found;
}

async function expectWhole(store: Store, run: string, told: Told): Promise<void> {
  const found = await countBatches(store, run);
  expect([...found].filter(([, rows]) => rows !== ROWS)).toEqual([]);
  expect(told.batches.filter((batch) => !found.has(batch))).toEqual([]);
  const counters = await Promise.all(counterKeys(run).map((key) => store.read(key)));
  const versions = new Set(counters.map((row) => row?.version ?? 0));
  expect(versions.size).toBe(1);
  expect(Math.max(...versions)).toBeGreaterThanOrEqual(told.counter);
}

// Eight seconds alone; a busy machine is no reason to fail.
describe("a store whose writer is killed", { timeout: 90_000 }, () => {
  it("has every acknowledged row and no torn batch after each of 20 kills", async () => {
    const write = await temporary.program("child-writer");
    const url = `sqlite:${temporary.file()}`;
    const runs = new Map<string, Told>();
    for (const [i, killAfter] of KILL_AFTER.entries()) {
      const child = write([url, String(i)]);
      const closed = once(child, "close");
      const told = await listen(linesOf(child), (count) => {
        if (count === killAfter) child.kill("SIGKILL");
      });
      expect(await closed).toEqual([null, "SIGKILL"]);
      expect(told.batches.length + told.counter).toBeGreaterThanOrEqual(killAfter);
      const engine = await openEngine(url, { stamp: "world" });
      await expectWhole(engine.namespace("deliveries"), String(i), told);
      await engine.close();
      runs.set(String(i), told);
    }
    const engine = await openEngine(url, { stamp: "world" });
    for (const [run, told] of runs) await expectWhole(engine.namespace("deliveries"), run, told);
    await engine.close();
    const acknowledged = [...runs.values()].reduce((sum, told) => sum + told.batches.length * ROWS, 0);
    const moved = [...runs.values()].reduce((sum, told) => sum + told.counter * COUNTERS, 0);
    console.log(`${acknowledged} rows added and ${moved} moved were acknowledged before 20 kills; all are there`);
  });

  it.skipIf(process.platform === "win32")("has them too when the disk takes no more, and says why", async () => {
    const write = await temporary.program("child-writer");
    const file = temporary.file();
    // A file may grow to 1000 blocks: SQLite meets a real refused write in the middle of a batch.
    const child = write([`sqlite:${file}`, "0"], "ulimit -f 1000");
    const told = await listen(linesOf(child), () => {});
    expect(told.fault).toBe("unreadable");
    expect(told.batches.length).toBeGreaterThan(0);
    const engine = await openEngine(`sqlite:${file}`, { stamp: "world" });
    await expectWhole(engine.namespace("deliveries"), "0", told);
    expect(await engine.namespace("deliveries").read(rowKey("none", 0))).toBeUndefined();
    await engine.close();
  });
});
