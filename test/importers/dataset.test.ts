// The shipped data set into the log: whole, once, and with the time since when each fact was known.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { alertOf } from "../../src/alerts/changes/strike-news.ts";
import { noun } from "../../src/domain/fact.ts";
import { instant, isoOf } from "../../src/domain/time.ts";
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
  return { engine, store, hand, load: () => take(dataset(dir), store, store.after(0), hand.clock.now()) };
}

async function edit(file: string, change: (text: string) => string) {
  const text = await readFile(join(dir, file), "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(join(dir, file), changed);
}

type Raw = Record<string, unknown>;
type Lists = Record<string, unknown[]>;

async function editJson(file: string, change: (lists: Lists) => unknown) {
  const json: Lists = JSON.parse(await readFile(join(dir, file), "utf8"));
  change(json);
  await writeFile(join(dir, file), JSON.stringify(json));
}

const editRecord = (file: string, list: string, id: string, change: (record: Raw) => unknown) =>
  editJson(file, (lists) => {
    const records: Raw[] = z.array(z.record(z.string(), z.unknown())).parse(lists[list]);
    const record = records.find((one) => one["id"] === id);
    if (record === undefined) throw new Error(`${file} has no ${id}`);
    change(record);
    lists[list] = records;
  });

const retitled = (title: string) => (curfew: Raw) => void (curfew["title"] = { en: title, es: title });
const without = (end: string) => (curfew: Raw) => void delete curfew[end];
const ended = (end: string) => (curfew: Raw) =>
  void (curfew[end] = { by: { es: "x" }, date: "2025-10-03", from: "2025-10-04T05:00:00-05:00" });
const listings = (org: Raw): unknown[] => {
  const list = org["designations"];
  if (!Array.isArray(list)) throw new Error("it has no listings");
  return list;
};
const listedBy = (authority: string) => (org: Raw) =>
  void listings(org).push({ authority, type: { en: "x" }, date: "2026-10-01", sources: [{ publisher: "AP" }] });

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
      area: 271,
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

  it.each([
    [
      "title edits of an annulled curfew are changes",
      [retitled("a"), retitled("b"), retitled("c")],
      ["curfew.changed", "curfew.changed", "curfew.changed"],
    ],
    [
      "an annulment is one where there was none",
      [without("annulled"), ended("annulled"), retitled("a")],
      ["curfew.changed", "curfew.annulled", "curfew.changed"],
    ],
    ["a lifting is one where there was none", [ended("lifted"), retitled("a")], ["curfew.lifted", "curfew.changed"]],
  ])("reads the kind of a curfew's change off the contents: %s", async (_what, changes, kinds) => {
    const { store, load } = await storeAt();
    await load();
    const before = store.after(0).length;
    for (const change of changes) {
      await editRecord("curfews.json", "curfews", "ec-2025-09-18-decreto-146", change);
      await load();
    }
    expect(store.after(before).map((fact) => fact.kind)).toEqual(kinds);
  });

  it.each([
    ["a listing more", [listedBy("ca-government")], ["org.listed"], [4]],
    ["a listing less", [(org: Raw) => listings(org).pop()], ["org.delisted"], [2]],
    [
      "one off and one on",
      [(org: Raw) => (listings(org).pop(), listedBy("ca-government")(org))],
      ["org.delisted", "org.listed"],
      [2, 3],
    ],
    [
      "another order and other words",
      [(org: Raw) => (listings(org).push(listings(org).shift()), (org["description"] = { en: "x", es: "x" }))],
      ["org.changed"],
      [3],
    ],
    [
      "a listing more, then other words",
      [listedBy("ca-government"), (org: Raw) => (org["description"] = { en: "x", es: "x" })],
      ["org.listed", "org.changed"],
      [4, 4],
    ],
  ])("reads the kind of an organisation's change off its listings: %s", async (_what, changes, kinds, counts) => {
    const { store, load } = await storeAt();
    await load();
    const before = store.after(0).length;
    for (const change of changes) {
      await editRecord("orgs.json", "organisations", "los-lobos", change);
      await load();
    }
    const facts = store.after(before);
    expect(facts.map((fact) => fact.kind)).toEqual(kinds);
    expect(facts.map(({ content }) => ("designations" in content ? content.designations.length : 0))).toEqual(counts);
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: [] });
  });

  it("reads a listing that a file ends as taken off, known since that was announced", async () => {
    const { store, load } = await storeAt();
    await load();
    const before = store.after(0).length;
    const off = { announced: "2026-10-01", date: "2026-11-01", sources: [{ publisher: "AP" }] };
    const end = (org: Raw) => {
      const [first] = z.array(z.record(z.string(), z.unknown())).parse(listings(org));
      org["designations"] = [{ ...first, ended: off }, ...listings(org).slice(1)];
    };
    await editRecord("orgs.json", "organisations", "los-lobos", end);
    await load();
    expect(store.after(before).map((fact) => fact.kind)).toEqual(["org.delisted"]);
    const fresh = await storeAt();
    await fresh.load();
    const ends = (day: string) =>
      fresh.store.known(instant(`${day}T12:00:00-05:00`)).orgsById.get("los-lobos")?.designations[0]?.ended;
    expect([ends("2026-09-30"), ends("2026-10-01")?.date]).toEqual([undefined, "2026-11-01"]);
    expect(fresh.store.versions("org", "los-lobos").map(({ kind }) => kind)).toEqual([
      "org.recorded",
      "org.listed",
      "org.listed",
      "org.delisted",
    ]);
  });

  it("knows of a merger only since its day, and refuses one with nobody", async () => {
    const { store, load } = await storeAt();
    const into = (org: string) => (one: Raw) =>
      void (one["mergedInto"] = { org, date: "2026-05-01", sources: [{ publisher: "AP" }] });
    await editRecord("orgs.json", "organisations", "lagartos", into("nobody"));
    await expect(load()).rejects.toThrow(/lagartos, mergedInto: the organisation nobody is not in the data/);
    await editRecord("orgs.json", "organisations", "lagartos", into("los-lobos"));
    await load();
    const merged = (day: string) =>
      store.known(instant(`${day}T12:00:00-05:00`)).orgsById.get("lagartos")?.mergedInto?.org;
    expect([merged("2026-04-30"), merged("2026-05-01")]).toEqual([undefined, "los-lobos"]);
  });

  it("leaves an organisation as people have it, whatever the file says later, and reports it", async () => {
    const { store, load } = await storeAt();
    await load();
    const head = store.head("org", "los-lobos");
    if (head === undefined || !("designations" in head.content))
      throw new Error("the data set has no such organisation");
    const renamed = { ...head.content, name: "Los Otros", otherNames: [{ name: "Los Lobos", former: true }] };
    await store.record([{ kind: "org.changed", subject: "los-lobos", prev: head.id, content: renamed }], "person");
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: [] });
    await editRecord("orgs.json", "organisations", "los-lobos", listedBy("ca-government"));
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: ["data/orgs.json, los-lobos"] });
    expect(store.known().orgsById.get("los-lobos")).toEqual(renamed);
  });

  it("takes a record that joins the files within four days as news, an older one and one ahead of the clock as history", async () => {
    const { store, hand, load } = await storeAt("2026-11-23T12:00:00-05:00");
    const add = (date: string) =>
      editJson("strikes.json", ({ strikes = [] }) => {
        const { announcedOn: _, ...first } = z.record(z.string(), z.unknown()).parse(strikes[0]);
        strikes.push({ ...first, id: date, date });
      });
    await add("2026-11-22");
    await load();
    const before = store.after(0).length;
    expect(store.after(0).every((fact) => fact.knownFrom !== undefined)).toBe(true);
    for (const date of ["2026-11-23", "2026-11-20", "2026-11-19", "2026-11-24"]) await add(date);
    await load();
    const news = store.after(before);
    expect(news.map((fact) => [fact.subject, fact.knownFrom !== undefined])).toEqual([
      ["2026-11-23", false],
      ["2026-11-20", false],
      ["2026-11-19", true],
      ["2026-11-24", true],
    ]);
    expect(news.filter((fact) => alertOf(fact) !== undefined).map((fact) => fact.subject)).toEqual([
      "2026-11-23",
      "2026-11-20",
    ]);
    hand.set("2026-11-23T13:00:00-05:00");
    expect(await load()).toMatchObject({ recorded: 0, leftAlone: [] });
  });

  it("keeps the time since when a record was known, and says so as long as the file says otherwise", async () => {
    const { store, load } = await storeAt();
    await load();
    const id = "ec-2026-03-16-places-reported";
    const subjects = (await load()).unchanged;
    const redate = (to: string) => editRecord("curfews.json", "coverage", id, (one) => (one["knownFrom"] = to));
    const known = store.head("coverage", id)?.knownFrom ?? "";
    await redate("2026-03-19T00:00:00-05:00");
    const said = {
      recorded: 0,
      unchanged: subjects - 1,
      leftAlone: [`data/curfews.json, ${id}, knownFrom changed: kept as it was`],
    };
    expect(await load()).toMatchObject(said);
    expect(await load()).toMatchObject(said);
    expect(store.head("coverage", id)?.knownFrom).toBe(known);
    await redate(isoOf(instant(known)));
    expect(await load()).toMatchObject({ recorded: 0, unchanged: subjects, leftAlone: [] });
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
    [
      "an exception for a place that is not in the data",
      "curfews.json",
      (text: string) =>
        text.replace(
          '"declared":',
          '"exceptions": [{ "night": "2026-03-16", "areas": ["EC-QQ"], "off": true }], "declared":',
        ),
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
