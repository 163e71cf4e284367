// What every engine must keep, whatever is underneath: run it from test/engines/<engine>.test.ts.
// Never asks which engine it is: where engines would differ, the contract is not finished.
import { Keyv } from "keyv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppendOnly, ClearRefused, LeaseLost, StoreFault } from "../../src/engines/faults.ts";
import { KeyvAdapter } from "../../src/engines/keyv-adapter.ts";
import { type Engine, engineOver } from "../../src/engines/open.ts";
import type { Backend } from "../../src/engines/rows.ts";
import type { Store } from "../../src/engines/store.ts";

/** `open` gives a new, empty database each time; the suite closes it. */
export function engineSuite(name: string, open: () => Promise<Backend>): void {
  describe(`${name} keeps the contract of an engine`, () => {
    let backend: Backend;
    let engine: Engine;
    let store: Store;

    beforeEach(async () => {
      backend = await open();
      engine = await engineOver(backend);
      store = engine.namespace("deliveries");
    });
    afterEach(() => engine.close());

    describe("add", () => addTests(() => store));
    describe("swap", () => swapTests(() => store));
    describe("remove", () => removeTests(() => ({ store, engine, backend })));
    describe("scan", () => scanTests(() => store));
    describe("keys", () => keyTests(() => store));
    describe("Keyv beside the verbs", () => keyvTests(() => ({ store, engine, backend })));
    describe("one moment", () => momentTests(() => ({ store, engine, backend })));
    describe("the lease", () => leaseTests(() => ({ store, engine, backend })));
  });
}

async function all(store: Store): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of store.scan()) rows.push(row);
  return rows;
}

const keysOf = async (store: Store, after?: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of store.scan(after)) keys.push(key);
  return keys;
};

function addTests(the: () => Store): void {
  it("adds what is absent as version 1 and reads it back", async () => {
    const value = { en: "curfew", list: [1, null, true], nested: { ":colon": ":x", quote: "'\"", nul: "a\0b" } };
    expect(await the().add([{ key: "a", value }])).toEqual({ added: ["a"], present: [] });
    expect(await the().read("a")).toEqual({ value, version: 1 });
    expect(await the().read("b")).toBeUndefined();
  });

  it("leaves a present row as it is, so that planning twice is harmless", async () => {
    await the().add([{ key: "a", value: 1 }]);
    const second = await the().add([
      { key: "a", value: 2 },
      { key: "b", value: 2 },
    ]);
    expect(second).toEqual({ added: ["b"], present: ["a"] });
    expect(await the().read("a")).toEqual({ value: 1, version: 1 });
    expect(await the().read("b")).toEqual({ value: 2, version: 1 });
  });

  it("adds all or none: one present key at the end and nothing is written", async () => {
    await the().add([{ key: "m", value: "old" }]);
    const rows = ["a", "z", "m"].map((key) => ({ key, value: "new" }));
    expect(await the().addAll(rows)).toEqual({ ok: false, present: ["m"] });
    expect(await keysOf(the())).toEqual(["m"]);
    expect(await the().read("m")).toEqual({ value: "old", version: 1 });
    expect(await the().addAll(rows.slice(0, 2))).toEqual({ ok: true });
    expect(await keysOf(the())).toEqual(["a", "m", "z"]);
  });

  it("takes a key given twice in order: the second meets the first", async () => {
    const twice = [
      { key: "a", value: 1 },
      { key: "a", value: 2 },
    ];
    expect(await the().addAll(twice)).toEqual({ ok: false, present: ["a"] });
    expect(await the().read("a")).toBeUndefined();
    expect(await the().add(twice)).toEqual({ added: ["a"], present: ["a"] });
    expect(await the().read("a")).toEqual({ value: 1, version: 1 });
  });

  it("takes an empty list and does nothing", async () => {
    expect(await the().add([])).toEqual({ added: [], present: [] });
    expect(await the().addAll([])).toEqual({ ok: true });
    expect(await the().swap([])).toEqual({ ok: true });
    expect(await keysOf(the())).toEqual([]);
  });

  it("writes nothing of a batch in which one value cannot be kept", async () => {
    const refused = [undefined, new Date(0), new Map(), Number.NaN, 1n, { deep: [{ at: new Date(0) }] }, () => 1];
    for (const value of refused) {
      const batch = [
        { key: "a", value: 1 },
        { key: "b", value },
      ];
      await expect(the().add(batch)).rejects.toThrow(/JSON cannot give back .* at value/);
      await expect(the().keyv.set("c", value)).rejects.toThrow(/JSON cannot give back/);
    }
    expect(await keysOf(the())).toEqual([]);
  });
}

function momentTests(the: () => { store: Store; engine: Engine; backend: Backend }): void {
  it("keeps or refuses each of the writes asked for at once by itself, in their order", async () => {
    const { store, engine } = the();
    await store.add(["a", "b", "c"].map((key) => ({ key, value: 0 })));
    const said = await Promise.all([
      store.swap([{ key: "a", expect: 1, value: 1 }]),
      store.swap(["b", "gone"].map((key) => ({ key, expect: 1, value: 1 }))),
      store.addAll(["new", "c"].map((key) => ({ key, value: 9 }))),
      store.add(["a", "new"].map((key) => ({ key, value: 2 }))),
      store.swap(["a", "new"].map((key, i) => ({ key, expect: 2 - i, value: 3 }))),
      store.remove([{ key: "c", expect: 1 }]),
      store.swap([{ key: "c", expect: 1, value: 4 }]),
      engine.namespace("subs").add([{ key: "a", value: "another" }]),
    ]);
    expect(said).toEqual([
      { ok: true },
      { ok: false, stale: [{ key: "gone", version: 0 }] },
      { ok: false, present: ["c"] },
      { added: ["new"], present: ["a"] },
      { ok: true },
      { ok: true },
      { ok: false, stale: [{ key: "c", version: 0 }] },
      { added: ["a"], present: [] },
    ]);
    expect(await all(store)).toEqual([
      { key: "a", value: 3, version: 3 },
      { key: "b", value: 0, version: 1 },
      { key: "new", value: 3, version: 2 },
    ]);
  });

  it("lets a read see every write asked for before it, and none after", async () => {
    const { store } = the();
    const writing = [store.add([{ key: "a", value: 1 }]), store.swap([{ key: "a", expect: 1, value: 2 }])];
    const [read, page] = [store.read("a"), keysOf(store)];
    writing.push(store.swap([{ key: "a", expect: 2, value: 3 }]));
    expect(await read).toEqual({ value: 2, version: 2 });
    expect(await page).toEqual(["a"]);
    await Promise.all(writing);
    expect(await store.read("a")).toEqual({ value: 3, version: 3 });
  });

  it("refuses a late holder alone: what the new one asks for beside it is written", async () => {
    const { store, backend } = the();
    await store.add([{ key: "a", value: 1 }]);
    const late = store.swap([{ key: "a", expect: 1, value: 2 }]);
    const next = engineOver(backend);
    const after = store.swap([{ key: "a", expect: 2, value: 3 }]).catch((fault: unknown) => fault);
    const newer = (await next).namespace("deliveries");
    const [refused, kept] = await Promise.all([after, newer.swap([{ key: "a", expect: 2, value: 4 }])]);
    expect(await late).toEqual({ ok: true });
    expect(refused).toBeInstanceOf(LeaseLost);
    expect(kept).toEqual({ ok: true });
    expect(await newer.read("a")).toEqual({ value: 4, version: 3 });
  });
}

function swapTests(the: () => Store): void {
  beforeEach(async () => {
    await the().add(["a", "b", "c"].map((key) => ({ key, value: 0 })));
  });

  it("moves a row from the version read to the next", async () => {
    expect(await the().swap([{ key: "a", expect: 1, value: 1 }])).toEqual({ ok: true });
    expect(await the().swap([{ key: "a", expect: 2, value: 2 }])).toEqual({ ok: true });
    expect(await the().read("a")).toEqual({ value: 2, version: 3 });
  });

  it("moves all or none, and tells the version that is there", async () => {
    await the().swap([{ key: "b", expect: 1, value: 1 }]);
    const answer = await the().swap([
      { key: "a", expect: 1, value: 9 },
      { key: "b", expect: 1, value: 9 },
      { key: "absent", expect: 1, value: 9 },
      { key: "c", expect: 1, value: 9 },
    ]);
    expect(answer).toEqual({
      ok: false,
      stale: [
        { key: "b", version: 2 },
        { key: "absent", version: 0 },
      ],
    });
    expect(await all(the())).toEqual([
      { key: "a", value: 0, version: 1 },
      { key: "b", value: 1, version: 2 },
      { key: "c", value: 0, version: 1 },
    ]);
  });

  it("never makes a row, not even where version 0 is expected", async () => {
    const answer = await the().swap([{ key: "new", expect: 0, value: 1 }]);
    expect(answer).toEqual({ ok: false, stale: [{ key: "new", version: 0 }] });
  });

  it("lets exactly one of many win who read the same version", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => the().swap([{ key: "a", expect: 1, value: `writer ${i}` }])),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await the().read("a")).toEqual({ value: "writer 0", version: 2 });
  });
}

function removeTests(the: () => Parts): void {
  beforeEach(async () => {
    await the().store.add(["a", "b", "c", "d"].map((key) => ({ key, value: key })));
    await the().store.swap([{ key: "b", expect: 1, value: "b2" }]);
  });
  const keys = () => keysOf(the().store);

  it("removes rows that are still as they were read, and no other", async () => {
    const { store } = the();
    const gone = [
      { key: "a", expect: 1 },
      { key: "b", expect: 2 },
    ];
    expect(await store.remove(gone)).toEqual({ ok: true });
    expect(await keys()).toEqual(["c", "d"]);
    expect(await store.read("b")).toBeUndefined();
    expect(await store.remove([])).toEqual({ ok: true });
  });

  it("removes all or none, and tells the version that is there", async () => {
    const { store } = the();
    const answer = await store.remove([
      { key: "a", expect: 1 },
      { key: "b", expect: 1 },
      { key: "absent", expect: 1 },
      { key: "c", expect: 3 },
      { key: "d", expect: 1 },
    ]);
    const stale = [
      { key: "b", version: 2 },
      { key: "absent", version: 0 },
      { key: "c", version: 1 },
    ];
    expect(answer).toEqual({ ok: false, stale });
    expect(await keys()).toEqual(["a", "b", "c", "d"]);
    expect(await store.read("b")).toEqual({ value: "b2", version: 2 });
  });

  it("never removes by version 0, and meets a key given twice as gone", async () => {
    const { store } = the();
    expect(await store.remove([{ key: "absent", expect: 0 }])).toMatchObject({ ok: false });
    const one = { key: "a", expect: 1 };
    expect(await store.remove([one, one])).toEqual({ ok: false, stale: [{ key: "a", version: 0 }] });
    expect(await keys()).toEqual(["a", "b", "c", "d"]);
  });

  it("removes from its own namespace alone", async () => {
    const { store, engine } = the();
    await engine.namespace("marks").add([{ key: "a", value: "mark" }]);
    await store.remove([{ key: "a", expect: 1 }]);
    expect(await engine.namespace("marks").read("a")).toEqual({ value: "mark", version: 1 });
  });

  it("lets a key be added anew, at version 1, and a swap of the old row find nothing", async () => {
    const { store } = the();
    await store.remove([{ key: "b", expect: 2 }]);
    const late = { key: "b", expect: 2, value: "late" };
    expect(await store.swap([late])).toEqual({ ok: false, stale: [{ key: "b", version: 0 }] });
    expect(await store.add([{ key: "b", value: "new" }])).toEqual({ added: ["b"], present: [] });
    expect(await store.swap([late])).toEqual({ ok: false, stale: [{ key: "b", version: 1 }] });
  });

  it("lets a scan under way go on past what is removed", async () => {
    const { store } = the();
    const seen: string[] = [];
    for await (const { key } of store.scan()) {
      seen.push(key);
      if (key === "b") expect(await store.remove([{ key, expect: 2 }])).toEqual({ ok: true });
    }
    expect(seen).toEqual(["a", "b", "c", "d"]);
    expect(await keys()).toEqual(["a", "c", "d"]);
  });

  it("never takes a fact back", async () => {
    const facts = the().engine.namespace("facts");
    await facts.add([{ key: "1", value: "a fact" }]);
    for (const rows of [[{ key: "1", expect: 1 }], []]) await expect(facts.remove(rows)).rejects.toThrow(AppendOnly);
    expect(await facts.read("1")).toEqual({ value: "a fact", version: 1 });
  });
}

function scanTests(the: () => Store): void {
  it("reads on from a sequence number, without the row of that number", async () => {
    const seq = (n: number): string => String(n).padStart(12, "0");
    await the().add([3, 1, 2, 10].map((n) => ({ key: seq(n), value: n })));
    expect(await keysOf(the())).toEqual([1, 2, 3, 10].map(seq));
    expect(await keysOf(the(), seq(2))).toEqual([3, 10].map(seq));
    expect(await keysOf(the(), seq(5))).toEqual([seq(10)]);
    expect(await keysOf(the(), seq(10))).toEqual([]);
  });

  it("orders keys by their bytes, the same in every engine", async () => {
    // By UTF-16 units, as JavaScript compares, the emoji would stand before U+FF01.
    const ordered = ["A", "B", "a", "a%", "a_", "aa", "z", "Ñ", "ñ", "！", "🌒"];
    await the().add(ordered.toReversed().map((key) => ({ key, value: key })));
    expect(await keysOf(the())).toEqual(ordered);
    for (const [i, key] of ordered.entries()) expect(await keysOf(the(), key)).toEqual(ordered.slice(i + 1));
  });

  it("reads 31,500 rows each once, in both views, with page borders inside and at the end", async () => {
    const keys = Array.from({ length: 31_500 }, (_, i) => String(i).padStart(6, "0"));
    await the().add(keys.map((key) => ({ key, value: key })));
    expect(await keysOf(the())).toEqual(keys);
    expect(await keysOf(the(), "030499")).toEqual(keys.slice(30_500));
    const seen: unknown[] = [];
    for await (const [key] of iterate(the())) seen.push(key);
    expect(seen).toEqual(keys);
  });

  it("sees each row once though rows are written and erased while it reads", async () => {
    await the().add(Array.from({ length: 2500 }, (_, i) => ({ key: String(i).padStart(6, "0"), value: 0 })));
    const seen: string[] = [];
    for await (const { key } of the().scan()) {
      seen.push(key);
      if (key === "000500") await the().keyv.delete("000400");
      if (key === "000600") await the().add([{ key: "000000a", value: 1 }]);
      if (key === "000700") await the().add([{ key: "002499a", value: 1 }]);
      if (key === "000800") await the().keyv.delete("002000");
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(2500);
    expect(seen.at(-1)).toBe("002499a");
  });
}

function keyTests(the: () => Store): void {
  it("refuses keys that a database would change: empty, with NUL, with half a character", async () => {
    for (const key of ["", "a\0b", "a\ud800"]) {
      await expect(the().add([{ key, value: 1 }])).rejects.toThrow(/not a key/);
      await expect(the().swap([{ key, expect: 1, value: 1 }])).rejects.toThrow(/not a key/);
      await expect(the().remove([{ key, expect: 1 }])).rejects.toThrow(/not a key/);
      await expect(the().read(key)).rejects.toThrow(/not a key/);
      await expect(the().keyv.set(key, 1)).rejects.toThrow(/not a key/);
      await expect(the().keyv.get(key)).rejects.toThrow(/not a key/);
    }
  });

  it("keeps keys apart that a careless pattern or prefix would join", async () => {
    const keys = ["1", "deliveries:1", "a_b", "aXb", "a%", "A_b", "x'--"];
    await the().add(keys.map((key) => ({ key, value: key })));
    for (const key of keys) expect(await the().keyv.get(key)).toBe(key);
    expect(await the().keyv.delete("a_b")).toBe(true);
    expect(await keysOf(the())).toHaveLength(keys.length - 1);
  });
}

interface Parts {
  readonly store: Store;
  readonly engine: Engine;
  readonly backend: Backend;
}

function keyvTests(the: () => Parts): void {
  it("shows Keyv and our verbs the same rows", async () => {
    const { store } = the();
    const value = { text: ":base64:not a buffer", list: [":a"] };
    await store.add([{ key: "ours", value }]);
    expect(await store.keyv.get("ours")).toEqual(value);
    await store.keyv.set("keyv's", value);
    expect(await store.read("keyv's")).toEqual({ value, version: 1 });
    expect(await store.keyv.getMany(["keyv's", "none", "ours"])).toEqual([value, undefined, value]);
    expect(await store.keyv.hasMany(["keyv's", "none"])).toEqual([true, false]);
  });

  it("moves the version on when Keyv sets, so that a swap notices", async () => {
    const { store } = the();
    await store.add([{ key: "a", value: 1 }]);
    expect(await store.keyv.setMany([{ key: "a", value: 2 }])).toEqual([true]);
    const answer = await store.swap([{ key: "a", expect: 1, value: 3 }]);
    expect(answer).toEqual({ ok: false, stale: [{ key: "a", version: 2 }] });
  });

  it("keeps namespaces apart, whatever their names look like", async () => {
    const { engine, backend } = the();
    for (const name of ["facts", "deliveries", "subs", "marks"] as const) {
      await engine.namespace(name).add([{ key: "a", value: name }]);
      expect(engine.namespace(name)).toBe(engine.namespace(name));
    }
    for (const name of ["facts", "deliveries", "subs", "marks"] as const) {
      expect(await engine.namespace(name).read("a")).toEqual({ value: name, version: 1 });
    }
    const epoch = await backend.raiseEpoch();
    const names = ["a_c", "abc", "A_C", "a%"];
    for (const name of names) await backend.rows(name, epoch).put([{ key: "k", value: name }]);
    await backend.rows("a_c", epoch).clear();
    const left = await Promise.all(names.map((name) => backend.rows(name, epoch).get(["k"])));
    expect(left.map(([row]) => row?.value)).toEqual([undefined, "abc", "A_C", "a%"]);
  });

  it("refuses to clear a namespace with a sentence, though the adapter can", async () => {
    const { store, backend } = the();
    await store.add([{ key: "a", value: 1 }]);
    await expect(store.keyv.clear()).rejects.toThrow(ClearRefused);
    await expect(store.keyv.clear()).rejects.toThrow(
      '"deliveries" is never cleared as a whole: delete its rows by key',
    );
    expect(await keysOf(store)).toEqual(["a"]);
    const epoch = await backend.raiseEpoch();
    const adapter = new KeyvAdapter((namespace) => backend.rows(namespace, epoch));
    await new Keyv({ store: adapter, namespace: "deliveries" }).clear();
    expect(await keysOf(store)).toEqual([]);
  });

  it("goes on for the others when one Keyv disconnects", async () => {
    await the().store.keyv.disconnect();
    expect(
      await the()
        .engine.namespace("facts")
        .add([{ key: "a", value: 1 }]),
    ).toEqual({ added: ["a"], present: [] });
  });

  it("says that a row cannot be read instead of handing out what is not a value", async () => {
    const { store, backend } = the();
    const epoch = await backend.raiseEpoch();
    await backend.rows("deliveries", epoch).put([{ key: "a", value: "{torn" }]);
    await expect(store.read("a")).rejects.toThrow(/a row of the store is not JSON/);
    await expect(store.keyv.get("a")).rejects.toThrow(StoreFault);
  });
}

function leaseTests(the: () => Parts): void {
  it("lets a late holder write nothing, by no road, and read on", async () => {
    const { store, backend } = the();
    await store.add([{ key: "a", value: "ours" }]);
    const next = await engineOver(backend);
    const late = [
      () => store.add([{ key: "b", value: 1 }]),
      () => store.addAll([{ key: "b", value: 1 }]),
      () => store.swap([{ key: "a", expect: 1, value: "late" }]),
      () => store.remove([{ key: "a", expect: 1 }]),
      () => store.remove([]),
      () => store.keyv.set("a", "late"),
      () => store.keyv.setMany([{ key: "b", value: 1 }]),
      () => store.keyv.delete("a"),
      () => store.keyv.deleteMany(["a"]),
    ];
    for (const write of late) await expect(write()).rejects.toThrow(LeaseLost);
    await expect(store.add([])).rejects.toThrow(/a late holder writes nothing/);
    expect(await all(store)).toEqual([{ key: "a", value: "ours", version: 1 }]);
    expect(await next.namespace("deliveries").swap([{ key: "a", expect: 1, value: "next" }])).toEqual({ ok: true });
    expect(await store.read("a")).toEqual({ value: "next", version: 2 });
  });

  it("says that it was closed instead of answering", async () => {
    const { store, engine } = the();
    await store.add([{ key: "a", value: 1 }]);
    await engine.close();
    await engine.close();
    for (const use of [() => store.read("a"), () => store.keyv.get("a"), () => store.add([]), () => keysOf(store)]) {
      await expect(use()).rejects.toMatchObject({ name: "StoreFault", reason: "closed" });
    }
  });
}

/** Keyv's own iterator, which its types leave untyped. */
async function* iterate(store: Store): AsyncGenerator<readonly unknown[]> {
  const entries: AsyncIterable<unknown> | undefined = store.keyv.iterator?.(undefined);
  if (entries === undefined) throw new Error("Keyv knows no iterator for this adapter");
  for await (const entry of entries) if (Array.isArray(entry)) yield entry;
}
