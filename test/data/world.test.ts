// The rest of the world: every country and its first level, with codes, names and clocks; the file is what its sources and tables make of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { iso31661, iso31662 } from "iso-3166";
import { beforeAll, describe, expect, it } from "vitest";
import { type WorldFile, world, written } from "../../gazetteer/make.ts";
import { ZONED } from "../../gazetteer/zones.ts";
import { ENGLISH, SPANISH, SPELLINGS } from "../../gazetteer/names.ts";
import type { Area } from "../../src/domain/area.ts";
import { areaTree, type AreaTree } from "../../src/domain/area-tree.ts";
import { Zone } from "../../src/domain/time.ts";
import { readWorld, withWorld } from "../../src/importers/dataset/world.ts";
import { readAreas } from "./files.ts";

const DATA = join(import.meta.dirname, "..", "..", "data");
let areas: readonly Area[];
let tree: AreaTree;
beforeAll(async () => {
  areas = withWorld(readAreas().areas, await readWorld(DATA));
  tree = areaTree(areas);
});

/** Names of countries come from the runtime's own CLDR, which may be another one tomorrow. */
const withoutCountryNames = ({ countries, ...file }: WorldFile) => ({
  ...file,
  countries: countries.map((one) => {
    const { name: _, spellings: __, ...country } = one;
    return country;
  }),
});

describe("the world", () => {
  it("is what its sources and tables make of it: run `npm run world` after a change", () => {
    const text = readFileSync(join(DATA, "world.json"), "utf8");
    const file: WorldFile = JSON.parse(text);
    expect(withoutCountryNames(file)).toEqual(withoutCountryNames(world()));
    expect(written(file)).toBe(text);
  });

  it("has every country of ISO 3166-1, each with a clock", () => {
    for (const { alpha2 } of iso31661) expect(tree.get(alpha2)?.zone, alpha2).toBeDefined();
    expect(tree.children("EC")).toHaveLength(24);
    expect(areas.filter(({ kind }) => kind === "country")).toHaveLength(249);
  });

  it.each([
    ["US", 51],
    ["MX", 32],
    ["BR", 27],
    ["DE", 16],
    ["ES", 19],
    ["CO", 33],
    ["PE", 26],
    ["VE", 25],
    ["AR", 24],
    ["CL", 16],
    ["PA", 14],
    ["HT", 10],
    ["DO", 32],
    ["GB", 4],
    ["IE", 26],
    ["ID", 38],
    ["IN", 36],
    ["JP", 47],
  ])("lists the first level of %s: %i", (country, count) => {
    expect(tree.children(country)).toHaveLength(count);
  });

  it("uses codes of ISO 3166-2 and no others below a country outside Ecuador", () => {
    const codes = new Set(iso31662.map(({ code }) => code));
    const own = areas.filter(({ id, kind }) => kind !== "country" && !id.startsWith("EC-"));
    expect(own.filter(({ id }) => !codes.has(id)).map(({ id }) => id)).toEqual([]);
    expect(own.every(({ id, parent }) => parent === id.slice(0, 2))).toBe(true);
  });

  it("has no territory twice: what is a country of its own is nobody's part", () => {
    const countries = new Set(areas.filter(({ kind }) => kind === "country").map(({ name }) => name.en));
    const twice = areas.filter(
      ({ kind, name, parent }) => kind !== "country" && countries.has(name.en) && parent !== undefined,
    );
    // Parts that bear their own country's name are many; these two bear another's.
    const odd = twice.filter(({ name, parent }) => tree.get(parent ?? "")?.name.en !== name.en).map(({ id }) => id);
    expect(odd).toEqual(["NG-NI", "US-GA"]);
  });

  it("gives each place a name in both languages, and no two of one country the same", () => {
    const seen = new Map<string, string>();
    for (const { id, kind, name, parent } of areas.filter(
      (one) => one.parent === undefined || one.parent.length === 2,
    )) {
      for (const language of ["en", "es"] as const) {
        expect(name[language], id).toMatch(/\p{L}/u);
        expect(name[language], id).not.toMatch(/[²³†*[\]]/u);
        const key = `${language} ${kind} ${parent ?? ""} ${name[language] ?? ""}`;
        expect(seen.get(key), `${id} and ${seen.get(key) ?? ""}`).toBeUndefined();
        seen.set(key, id);
      }
    }
  });

  it("knows clocks that this runtime knows, and tables of places that are there", () => {
    for (const { id, zone } of areas) if (zone !== undefined) expect(Zone.safeParse(zone).success, id).toBe(true);
    const named = [...ZONED, ...Object.keys(ENGLISH), ...Object.keys(SPANISH), ...Object.keys(SPELLINGS)];
    expect(named.filter((id) => tree.get(id) === undefined)).toEqual([]);
  });

  it("names the clock of a place where people inside live by several, unless it is a country with one outlier", () => {
    for (const { id, kind, clock } of areas.filter((one) => one.kind === "country")) {
      const winter = Date.UTC(2026, 0, 15);
      const clocks = new Set(tree.zones(id).map((zone) => offset(zone, winter)));
      if (clocks.size > 1 && !["EC", "UA"].includes(id)) expect(clock, `${id} ${kind}`).toBeDefined();
    }
  });
});

function offset(zone: string, at: number): string {
  return (
    new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).format(at).split(" ").slice(-1)[0] ??
    ""
  );
}
