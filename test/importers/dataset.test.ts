// The shipped data set into the log: whole, once, and with the time since when each fact was known.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noun } from "../../src/domain/fact.ts";
import { instant } from "../../src/domain/time.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";

const DATA = join(import.meta.dirname, "..", "..", "data");
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "vigia-data-"));
  await cp(DATA, dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function storeAt(at = "2026-11-23T12:00:00-05:00") {
  const engine = await memoryEngine();
  const hand = handClock(at);
  const store = await FactStore.open(engine.namespace("facts"), hand.clock);
  return { engine, store, hand, load: () => take(dataset(dir), store, store.after(0)) };
}

async function edit(file: string, change: (text: string) => string) {
  const text = await readFile(join(dir, file), "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(join(dir, file), changed);
}

describe("the data set", () => {
  it("enters whole at the first start, and a second start records nothing", async () => {
    const { store, load } = await storeAt();
    const first = await load();
    expect(first.leftAlone).toEqual([]);
    const subjects = new Set(store.after(0).map((fact) => `${noun(fact.kind)}/${fact.subject}`));
    expect(
      Object.fromEntries(
        ["area", "curfew", "coverage", "strike", "tally", "gap", "claim", "org", "authority", "instrument"].map(
          (one) => [one, [...subjects].filter((s) => s.startsWith(`${one}/`)).length],
        ),
      ),
    ).toEqual({
      area: 262,
      curfew: 11,
      coverage: 5,
      strike: 60,
      tally: 13,
      gap: 4,
      claim: 1,
      org: 41,
      authority: 5,
      instrument: 1,
    });
    expect(await load()).toMatchObject({ recorded: 0, unchanged: subjects.size, leftAlone: [], missing: [] });
  });

  it("gives every fact the time since when it was known, and hides it before", async () => {
    const { store, load } = await storeAt();
    await load();
    expect(store.after(0).every((fact) => fact.knownFrom !== undefined)).toBe(true);
    const march = store.known(instant("2026-03-15T22:55:00-05:00"));
    expect(march.strikes[0]?.id).toBe("2026-03-08");
    expect(march.curfewsById.has("ec-2026-03-15-decreto-329")).toBe(true);
    expect(store.known(instant("2026-03-01T12:00:00-05:00")).curfewsById.has("ec-2026-03-15-decreto-329")).toBe(false);
    expect(store.known(instant("2026-03-02T00:00:00-05:00")).curfewsById.has("ec-2026-03-15-decreto-329")).toBe(true);
    expect(store.known().strikes).toHaveLength(60);
  });

  it("knows of the annulment of Decreto 146 only since the ruling", async () => {
    const { store, load } = await storeAt();
    await load();
    const at = (day: string) =>
      store.known(instant(`${day}T12:00:00-05:00`)).curfewsById.get("ec-2025-09-18-decreto-146");
    expect(at("2025-09-25")?.annulled).toBeUndefined();
    expect(at("2025-09-25")?.lastNight).toBeUndefined();
    expect(at("2025-10-03")?.annulled?.from).toBe("2025-10-04T05:00:00-05:00");
    expect(store.head("curfew", "ec-2025-09-18-decreto-146")?.kind).toBe("curfew.annulled");
  });

  it("knows each listing of an organisation only since it was announced", async () => {
    const { store, load } = await storeAt();
    await load();
    const listings = (day: string) =>
      store.known(instant(`${day}T12:00:00-05:00`)).orgsById.get("los-lobos")?.designations.length;
    expect([
      listings("2024-01-08"),
      listings("2024-01-09"),
      listings("2024-06-06"),
      listings("2025-09-03"),
      listings("2025-09-04"),
    ]).toEqual([undefined, 1, 2, 2, 3]);
  });

  it("records a changed record as a change known since now, and nothing else", async () => {
    const { store, hand, load } = await storeAt();
    await load();
    const before = store.after(0).length;
    await edit("strikes.json", (text) =>
      text.replace('"id": "2026-06-21"', '"id": "2026-06-21", "event": "corrected"'),
    );
    hand.set("2026-11-24T08:00:00-05:00");
    expect(await load()).toMatchObject({ recorded: 1, leftAlone: [], missing: [] });
    const [change] = store.after(before);
    expect(change).toMatchObject({
      kind: "strike.changed",
      subject: "2026-06-21",
      prev: store.after(0).find((fact) => fact.subject === "2026-06-21")?.id,
    });
    expect(change?.knownFrom).toBeUndefined();
    expect(await load()).toMatchObject({ recorded: 0 });
  });

  it("leaves alone what people changed by hand since, and reports it every time", async () => {
    const { store, load } = await storeAt();
    await load();
    const head = store.head("strike", "2026-06-21");
    if (head?.kind !== "strike.recorded") throw new Error("the data set has no such strike");
    await store.record(
      [
        {
          kind: "strike.changed",
          subject: head.subject,
          prev: head.id,
          content: { ...head.content, event: "by hand" },
        },
      ],
      "person",
    );
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: [] });
    await edit("strikes.json", (text) =>
      text.replace('"id": "2026-06-21"', '"id": "2026-06-21", "event": "in the file"'),
    );
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: ["data/strikes.json, 2026-06-21"] });
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: ["data/strikes.json, 2026-06-21"] });
    expect(store.known().strikesById.get("2026-06-21")?.event).toBe("by hand");
  });

  it("reports what is missing from a file and keeps it", async () => {
    const { store, load } = await storeAt();
    await load();
    const claims = JSON.parse(await readFile(join(dir, "strikes.json"), "utf8"));
    await writeFile(join(dir, "strikes.json"), JSON.stringify({ ...claims, claims: [] }));
    expect(await load()).toMatchObject({ recorded: 0, missing: ["claim claim-2025-10-04"] });
    expect(store.known().claims).toHaveLength(1);
  });

  it.each([
    [
      "a day that does not exist",
      "strikes.json",
      (text: string) => text.replace('"date": "2025-09-02"', '"date": "2025-02-30"'),
      /data\/strikes\.json, strikes record 1 \(2025-09-02\), date: not a calendar day/,
    ],
    [
      "an unknown key",
      "orgs.json",
      (text: string) => text.replace('"id": "los-lobos"', '"id": "los-lobos", "colour": "red"'),
      /data\/orgs\.json, organisations record \d+ \(los-lobos\).*colour/,
    ],
    [
      "a place that is not in the data",
      "curfews.json",
      (text: string) => text.replace('"EC-O"', '"EC-QQ"'),
      /data\/curfews\.json, record ec-.*EC-QQ is not in the data/,
    ],
    ["half a file", "curfews.json", (text: string) => text.slice(0, 5000), /data\/curfews\.json is not JSON/],
    [
      "an id that stands twice",
      "strikes.json",
      (text: string) => text.replace('"id": "2025-09-15"', '"id": "2025-09-02"'),
      /data\/strikes\.json, record 2025-09-02, id: stands twice/,
    ],
  ])("refuses %s with file, record and field, and takes nothing", async (_what, file, change, sentence) => {
    const { store, load } = await storeAt();
    await edit(file, change);
    await expect(load()).rejects.toThrow(sentence);
    expect(store.after(0)).toHaveLength(0);
  });
});
