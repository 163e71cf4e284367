// The engine on SQLite under the contract and under Keyv's own suite, its settings, and its file over several openings.
import { readdirSync } from "node:fs";
import { dirname, relative } from "node:path";
import keyvTestSuite, { keyvIteratorTests } from "@keyv/test-suite";
import KeyvModule from "keyv";
import * as vitest from "vitest";
import { KeyvAdapter } from "../../src/engines/keyv-adapter.ts";
import { openBackend, openEngine } from "../../src/engines/open.ts";
import { openFile } from "../../src/engines/sqlite-open.ts";
import { engineSuite } from "../contract/engine-suite.ts";
import { scratch } from "./scratch.ts";

const { afterAll, describe, expect, it } = vitest;
const temporary = scratch();
afterAll(() => temporary.remove());

const world = { stamp: "world" } as const;

engineSuite("sqlite", () => openBackend(`sqlite:${temporary.file()}`, world));

describe("Keyv's own suite over the engine on SQLite", async () => {
  const backend = await openBackend(`sqlite:${temporary.file()}`, world);
  afterAll(() => backend.close());
  const epoch = await backend.raiseEpoch();
  const adapter = () => new KeyvAdapter((namespace) => backend.rows(namespace, epoch));
  keyvTestSuite(vitest, KeyvModule, adapter);
  keyvIteratorTests(vitest, KeyvModule, adapter);
});

describe("a store on SQLite", () => {
  it("runs with the settings that were measured", () => {
    const { db, close } = openFile(temporary.file(), "world");
    const settings = ["busy_timeout", "locking_mode", "journal_mode", "synchronous"].map((name) => db.pragma(name));
    expect(settings).toEqual(["0", "exclusive", "wal", "2"]);
    close();
  });

  it("opens again and again in one process, keeps its rows and raises its epoch", async () => {
    const url = `sqlite:${temporary.file()}`;
    for (let opening = 1; opening <= 5; opening += 1) {
      const engine = await openEngine(url, world);
      expect(await engine.namespace("facts").add([{ key: String(opening), value: opening }])).toMatchObject({
        added: [String(opening)],
      });
      for (let seen = 1; seen <= opening; seen += 1) {
        expect(await engine.namespace("facts").read(String(seen))).toEqual({ value: seen, version: 1 });
      }
      await engine.close();
    }
    const backend = await openBackend(url, world);
    expect(await backend.raiseEpoch()).toBe(6);
    await backend.close();
  });

  it("leaves one file behind, without a journal, that other programs may copy", async () => {
    const file = temporary.file();
    const engine = await openEngine(`sqlite:${file}`, world);
    await engine.namespace("facts").add([{ key: "a", value: 1 }]);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(["store.sqlite", "store.sqlite-wal"]);
    await engine.close();
    expect(readdirSync(dirname(file))).toEqual(["store.sqlite"]);
  });

  it("takes a path relative to the working folder, and one full of signs that addresses use", async () => {
    const file = temporary.file("a b?mode=ro#%20ñ.sqlite");
    const engine = await openEngine(`sqlite:${relative(process.cwd(), file)}`, world);
    expect(engine).toMatchObject({ kind: "sqlite", file });
    await engine.namespace("facts").add([{ key: "a", value: 1 }]);
    await engine.close();
    expect(readdirSync(dirname(file))).toEqual(["a b?mode=ro#%20ñ.sqlite"]);
  });
});
