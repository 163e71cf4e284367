// A full disk, as SQLite really tells of it: what a refused write leaves, who waits, who is told, and what the log says meanwhile.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isFull, StoreFault } from "../../src/engines/faults.ts";
import { openEngine } from "../../src/engines/open.ts";
import { patient, patiently, promptly } from "../../src/engines/patience.ts";
import type { Store } from "../../src/engines/store.ts";
import { handClock, rememberingLog } from "../support.ts";
import { smallDisk } from "./full.ts";
import { scratch } from "./scratch.ts";

const temporary = scratch();
afterAll(() => temporary.remove());

const big = (key: string) => ({ key, value: "x".repeat(6000) });
const keys = async (store: Store) => {
  const all: string[] = [];
  for await (const { key } of store.scan()) all.push(key);
  return all;
};
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "written",
    (error: unknown) => (error instanceof StoreFault ? error.reason : String(error)),
  );

/** A disk of two megabytes, where this machine lets us have one. */
function tinyDisk(): { folder: string; remove: () => void } | undefined {
  const folder = join(dirname(temporary.file()), "disk");
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return { folder, remove: () => void execFileSync("umount", ["-l", folder]) };
}

describe("a write that found no room", () => {
  it("is told as full and leaves nothing behind, whichever verb it was and however far it came", async () => {
    const disk = await smallDisk(temporary.file());
    const store = disk.engine.namespace("deliveries");
    await store.add([{ key: "a", value: 1 }]);
    await disk.fill();
    const many = Array.from({ length: 50 }, (_, i) => big(`b${i}`));
    expect(await reasonOf(store.add(many))).toBe("full");
    expect(await reasonOf(store.addAll(many))).toBe("full");
    expect(await reasonOf(store.swap([{ ...big("a"), expect: 1 }]))).toBe("full");
    expect(await reasonOf(store.keyv.setMany(many))).toBe("full");
    expect(await keys(store)).toEqual(["a"]);
    expect(await store.read("a")).toEqual({ value: 1, version: 1 });
    await disk.free();
    expect(await store.addAll(many)).toEqual({ ok: true });
    expect(await store.swap([{ ...big("a"), expect: 1 }])).toEqual({ ok: true });
    await disk.engine.close();
  });

  it("and a program that ends then leaves a journal that the next one takes up", async ({ skip }) => {
    const disk = tinyDisk();
    if (disk === undefined) return skip("this machine mounts no disk for us");
    try {
      const url = `sqlite:${join(disk.folder, "store.sqlite")}`;
      const engine = await openEngine(url, { stamp: "world" });
      const store = engine.namespace("deliveries");
      let written = 0;
      while ((await reasonOf(store.addAll([big(String(written))]))) === "written") written += 1;
      await engine.close();
      expect(readdirSync(disk.folder).toSorted()).toEqual(["store.sqlite", "store.sqlite-wal"]);
      // As the next program finds them: this process holds the lock until its memory is swept.
      const copy = temporary.file();
      for (const end of ["", "-wal"]) copyFileSync(join(disk.folder, `store.sqlite${end}`), `${copy}${end}`);
      const again = await openEngine(`sqlite:${copy}`, { stamp: "world" });
      expect(await keys(again.namespace("deliveries"))).toHaveLength(written);
      await again.close();
    } finally {
      disk.remove();
    }
  });

  it("does so on a disk that is really full, to the byte, and the file is whole when it is opened anew", async ({
    skip,
  }) => {
    const disk = tinyDisk();
    if (disk === undefined) return skip("this machine mounts no disk for us");
    try {
      const url = `sqlite:${join(disk.folder, "store.sqlite")}`;
      const engine = await openEngine(url, { stamp: "world" });
      const store = engine.namespace("deliveries");
      const told: string[] = [];
      let refused = 0;
      const ballast = join(disk.folder, "ballast");
      writeFileSync(ballast, Buffer.alloc(1_400_000));
      for (let n = 0; refused < 20; n += 1) {
        const batch = [0, 1, 2].map((i) => big(`${String(n).padStart(4, "0")}-${i}`));
        const is = await reasonOf(store.addAll(batch));
        if (is === "written") told.push(...batch.map(({ key }) => key));
        else refused += 1;
        expect(["written", "full"]).toContain(is);
        expect(await keys(store)).toEqual(told);
      }
      rmSync(ballast);
      expect(await reasonOf(store.addAll([big("z")]))).toBe("written");
      await engine.close();
      const again = await openEngine(url, { stamp: "world" });
      expect(await keys(again.namespace("deliveries"))).toEqual([...told, "z"]);
      await again.close();
    } finally {
      disk.remove();
    }
  });
});

async function waiting() {
  const disk = await smallDisk(temporary.file());
  const hand = handClock("2026-03-16T10:00:00-05:00");
  const { log, lines } = rememberingLog();
  const engine = patient(disk.engine, { clock: hand.clock, log });
  const store = engine.namespace("deliveries");
  await store.add([{ key: "a", value: 1 }]);
  await disk.fill();
  const done: string[] = [];
  const write = (key: string) =>
    store.addAll([big(key)]).then(
      () => void done.push(key),
      (error: unknown) => void done.push(`${key}: ${error instanceof StoreFault ? error.reason : String(error)}`),
    );
  /** Time passes, and what can be written is. */
  const pass = async (ms: number) => {
    hand.pass(ms);
    // A write is written at the end of the turn in which it is asked for; what follows from it, in the next ones.
    for (let i = 0; i < 4; i += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const levels = () => lines.map(({ level }) => level);
  return { disk, engine, store, done, write, pass, levels, lines };
}

describe("writes of one moment that find no room together", () => {
  it("are each kept or refused by themselves, in their order", async () => {
    const disk = await smallDisk(temporary.file());
    const store = disk.engine.namespace("deliveries");
    await store.add(["a", "b", "c"].map((key) => ({ key, value: "x".repeat(200) })));
    await disk.fill();
    const said = await Promise.all([
      store.swap([{ key: "a", expect: 1, value: 1 }]).then(({ ok }) => ok),
      reasonOf(store.addAll(Array.from({ length: 50 }, (_, i) => big(`many${i}`)))),
      store.swap([{ key: "b", expect: 1, value: 2 }]).then(({ ok }) => ok),
      reasonOf(store.swap([{ ...big("c"), expect: 1 }])),
      store.swap([{ key: "b", expect: 1, value: 3 }]).then(({ ok }) => ok),
      store.swap([{ key: "b", expect: 2, value: 4 }]).then(({ ok }) => ok),
    ]);
    expect(said).toEqual([true, "full", true, "full", false, true]);
    expect(await keys(store)).toEqual(["a", "b", "c"]);
    expect(await Promise.all(["a", "b", "c"].map((key) => store.read(key)))).toEqual([
      { value: 1, version: 2 },
      { value: 4, version: 3 },
      { value: "x".repeat(200), version: 1 },
    ]);
    await disk.free();
    expect(await store.addAll([big("later")])).toEqual({ ok: true });
    await disk.engine.close();
  });
});

describe("while the disk is full", () => {
  it("the program's own writes wait, and are written in their order when there is room", async () => {
    const s = await waiting();
    const all = Promise.all(["one", "two", "three"].map(s.write));
    await s.pass(60_000);
    expect(s.done).toEqual([]);
    await s.disk.free();
    await s.pass(5_000);
    await all;
    expect(s.done).toEqual(["one", "two", "three"]);
    expect(await keys(s.store)).toEqual(["a", "one", "three", "two"]);
    await s.write("four");
    expect(s.done).toHaveLength(4);
    await s.engine.close();
  });

  it("says one error at once, one every hour, and that there is room again", async () => {
    const s = await waiting();
    void s.write("one");
    await s.pass(0);
    expect(s.levels()).toEqual(["error"]);
    for (let i = 0; i < 719; i += 1) await s.pass(5_000);
    expect(s.levels()).toEqual(["error"]);
    for (let i = 0; i < 361; i += 1) await s.pass(5_000);
    expect(s.levels()).toEqual(["error", "error"]);
    await s.disk.free();
    await s.pass(5_000);
    expect(s.levels()).toEqual(["error", "error", "info"]);
    expect(s.lines[2]?.fields).toEqual({ seconds: 5405 });
    // Full again a moment later is the same lack of room.
    await s.disk.fill();
    void s.write("two");
    await s.pass(0);
    expect(s.levels()).toEqual(["error", "error", "info"]);
    s.engine.giveUp();
    await s.engine.close();
  });

  it("is not taken to be over because a write had nothing to write", async () => {
    const s = await waiting();
    void s.write("one");
    await s.pass(0);
    expect(await promptly(() => s.store.add([{ key: "a", value: 2 }]))).toEqual({ added: [], present: ["a"] });
    await s.pass(0);
    expect(s.levels()).toEqual(["error"]);
    s.engine.giveUp();
    await s.engine.close();
  });

  it("refuses what a person asked for at once, and nothing of it is kept", async () => {
    const s = await waiting();
    void s.write("one");
    await s.pass(0);
    expect(await reasonOf(s.engine.asked(async () => s.store.addAll([big("person")])))).toBe("full");
    expect(await keys(s.store)).toEqual(["a"]);
    expect(await s.store.read("a")).toEqual({ value: 1, version: 1 });
    await s.disk.free();
    // It is tried for them, and then for all who wait.
    expect(await reasonOf(s.engine.asked(async () => s.store.addAll([big("person")])))).toBe("written");
    await s.pass(0);
    expect(s.done).toEqual(["one"]);
    await s.engine.close();
  });

  it("lets what a person asked for be finished where a part of it is kept already", async () => {
    const s = await waiting();
    await s.disk.free();
    const both = s.engine.asked(async () => {
      await s.store.addAll([big("first")]);
      await s.disk.fill();
      await s.store.addAll([big("second")]);
      return "both";
    });
    let told = "";
    void both.then((what) => (told = what));
    for (let i = 0; i < 10; i += 1) await s.pass(60_000);
    expect(told).toBe("");
    await s.disk.free();
    await s.pass(5_000);
    expect(await both).toBe("both");
    expect(await keys(s.store)).toEqual(["a", "first", "second"]);
    await s.engine.close();
  });

  it("keeps what became of a post though it was begun promptly", async () => {
    const s = await waiting();
    let kept = false;
    const work = promptly(() => patiently(async () => s.store.addAll([big("sent")]))).then(() => (kept = true));
    await s.pass(20_000);
    expect(kept).toBe(false);
    await s.disk.free();
    await s.pass(5_000);
    await work;
    expect(await keys(s.store)).toEqual(["a", "sent"]);
    await s.engine.close();
  });

  it("tells who waits for room alone, and who still waits when the program ends", async () => {
    const s = await waiting();
    await s.engine.room();
    void s.write("one");
    await s.pass(0);
    let room = false;
    void s.engine.room().then(
      () => (room = true),
      () => undefined,
    );
    const refused = s.engine.room();
    await s.pass(5_000);
    await s.pass(5_000);
    expect(s.done).toEqual([]);
    s.engine.giveUp();
    expect(await reasonOf(refused)).toBe("closed");
    await s.pass(0);
    expect(s.done).toEqual(["one: closed"]);
    expect(room).toBe(false);
    expect(await reasonOf(s.store.addAll([big("late")]))).toBe("closed");
    await s.engine.close();
  });

  it("waits for room alone: every other fault is thrown at once", async () => {
    const s = await waiting();
    await s.disk.free();
    await s.disk.engine.close();
    expect(await reasonOf(s.store.add([big("b")]))).toBe("closed");
    expect(isFull(new StoreFault("unreadable", "x"))).toBe(false);
    expect(s.lines).toEqual([]);
  });
});
