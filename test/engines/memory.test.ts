// The engine in memory under the contract and under Keyv's own suite.
import keyvTestSuite, { keyvIteratorTests } from "@keyv/test-suite";
import KeyvModule from "keyv";
import * as vitest from "vitest";
import { KeyvAdapter } from "../../src/engines/keyv-adapter.ts";
import { openBackend, openEngine } from "../../src/engines/open.ts";
import { engineSuite } from "../contract/engine-suite.ts";

const { describe, expect, it } = vitest;

engineSuite("memory", () => openBackend("memory:", { stamp: "rehearsed" }));

describe("Keyv's own suite over the engine in memory", async () => {
  const backend = await openBackend("memory:", { stamp: "rehearsed" });
  const epoch = await backend.raiseEpoch();
  const adapter = () => new KeyvAdapter((namespace) => backend.rows(namespace, epoch));
  keyvTestSuite(vitest, KeyvModule, adapter);
  keyvIteratorTests(vitest, KeyvModule, adapter);
});

describe("memory", () => {
  it("starts empty each time and names no file", async () => {
    const first = await openEngine("memory:", { stamp: "world" });
    await first.namespace("facts").add([{ key: "a", value: 1 }]);
    const second = await openEngine("memory:", { stamp: "world" });
    expect(await second.namespace("facts").read("a")).toBeUndefined();
    expect(second).toMatchObject({ kind: "memory" });
    expect(second.file).toBeUndefined();
    await first.close();
    await second.close();
  });
});
