// Names as people type them, over the shipped data: forgiven where that is harmless, asked back where it would be guessing.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import type { Names } from "../../src/store/names.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";

let names: Names;
beforeAll(async () => {
  const { clock } = handClock("2026-11-23T12:00:00-05:00");
  const store = await FactStore.open((await memoryEngine()).namespace("facts"), clock);
  await take(dataset(join(import.meta.dirname, "..", "..", "data")), store, [], clock.now());
  names = store.names(store.known());
});

describe("names", () => {
  it.each([
    ["areas", "los rios", "EC-R"],
    ["areas", "LOS RÍOS", "EC-R"],
    ["areas", "guayas", "EC-G"],
    ["areas", "sto domingo", "EC-SD"],
    ["areas", "EC-0901", "EC-0901"],
    ["areas", "guayaquil", "EC-0901"],
    ["areas", "distrito metropolitano de quito", "EC-1701"],
    ["areas", "tenguel", "EC-090158"],
    ["orgs", "jalisco", "cjng"],
    ["orgs", "choneros", "los-choneros"],
    ["orgs", "CJNG", "cjng"],
    ["orgs", "gulf clan", "clan-del-golfo"],
    ["orgs", "sinaloa cartel", "cartel-de-sinaloa"],
    ["authorities", "ofac", "us-treasury"],
  ] as const)("%s: %s is %s", (index, typed, id) => {
    expect(names[index].resolve(typed, "en")).toEqual({ is: "one", id });
  });

  it.each([
    ["areas", "bolivar", ["EC-B", "EC-0402", "EC-1302"]],
    ["areas", "olmedo", ["EC-1116", "EC-1318"]],
    ["areas", "esmeraldas", ["EC-E", "EC-0801"]],
    ["areas", "santo domingo", ["EC-SD", "EC-2301"]],
    ["orgs", "cdg", ["cartel-del-golfo", "clan-del-golfo"]],
    ["authorities", "eeuu", ["us-state", "us-treasury"]],
  ] as const)("%s: %s has several bearers and is asked back", (index, typed, ids) => {
    const found = names[index].resolve(typed, "es");
    expect(found.is === "several" && found.hits.map((hit) => hit.id).sort()).toEqual([...ids].sort());
  });

  it("tells bearers of one name apart by kind and parent", () => {
    const found = names.areas.resolve("bolivar", "es");
    expect(found.is === "several" && found.hits.map((hit) => hit.label).sort()).toEqual([
      "Bolívar (cantón, Carchi)",
      "Bolívar (cantón, Manabí)",
      "Bolívar (provincia, Ecuador)",
    ]);
  });

  it.each([
    ["guayakil", "EC-0901"],
    ["qito", "EC-1701"],
    ["babahollo", "EC-1201"],
    ["sto. domingo", "EC-SD"],
    ["manabi", "EC-M"],
  ])("suggests for %s what was meant, first of all or nearly", (typed, id) => {
    expect(names.areas.find(typed, "en", 3).map((hit) => hit.id)).toContain(id);
  });

  it("guesses no misspelled name, but offers the nearest three", () => {
    const found = names.areas.resolve("guayakil", "en");
    expect(found.is === "none" && found.nearest.length).toBe(3);
    expect(found.is === "none" && found.nearest[0]?.id).toBe("EC-0901");
  });

  it("tells who bears a name that is about to be given, and whose is a slip away from it", () => {
    const ids = (hits: readonly { id: string }[]) => hits.map(({ id }) => id).sort();
    const cdg = names.orgsNamed("CDG", "en");
    expect(ids(cdg.same)).toEqual(["cartel-del-golfo", "clan-del-golfo"]);
    expect(ids(names.orgsNamed("Los Choneross", "en").near)).toContain("los-choneros");
    expect(names.orgsNamed("Los Choneros", "en").near.map(({ id }) => id)).not.toContain("los-choneros");
    expect(names.orgsNamed("ELM", "en")).toEqual({ same: [], near: [] });
  });
});
