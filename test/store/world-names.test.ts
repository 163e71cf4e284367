// Names over all the world, as the whole bot has them: Ecuador first, several bearers asked back with kind and country, and no list that Discord refuses.
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Known } from "../../src/domain/known.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { readWorld } from "../../src/importers/dataset/world.ts";
import { take } from "../../src/importers/take.ts";
import type { Names } from "../../src/store/names.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";

const DATA = join(import.meta.dirname, "..", "..", "data");
let known: Known;
let names: Names;
beforeAll(async () => {
  const { clock } = handClock("2026-11-23T12:00:00-05:00");
  const rows = (await memoryEngine()).namespace("facts");
  const store = await FactStore.open(rows, clock, { world: await readWorld(DATA), home: "EC" });
  await take(dataset(DATA), store, [], clock.now());
  known = store.known();
  names = store.names(known);
});

const idsOf = (typed: string, language: "en" | "es" = "es") => {
  const found = names.areas.resolve(typed, language);
  return found.is === "several" ? found.hits.map(({ id }) => id) : [];
};

const begins = (label: string, typed: string) =>
  label.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").startsWith(typed);

describe("names of places over the world", () => {
  it.each([
    ["USA", "US"],
    ["EE. UU.", "US"],
    ["ee uu", "US"],
    ["Estados Unidos", "US"],
    ["UK", "GB"],
    ["reino unido", "GB"],
    ["Birmania", "MM"],
    ["myanmar", "MM"],
    ["Burma", "MM"],
    ["Costa de Marfil", "CI"],
    ["ivory coast", "CI"],
    ["Cote d'Ivoire", "CI"],
    ["países bajos", "NL"],
    ["holanda", "NL"],
    ["Rusia", "RU"],
    ["Baviera", "DE-BY"],
    ["bavaria", "DE-BY"],
    ["Bayern", "DE-BY"],
    ["cdmx", "MX-CMX"],
    ["Nueva York", "US-NY"],
    ["escocia", "GB-SCT"],
    ["Kosovo", "RS-KM"],
    ["DE-BY", "DE-BY"],
    ["guayas", "EC-G"],
    ["Los Ríos", "EC-R"],
    ["Santa Elena", "EC-2401", "EC-SE"],
  ])("%s is one place, or Ecuador's own", (typed, id, ...more) => {
    const found = names.areas.resolve(typed, "en");
    if (more.length === 0) expect(found).toMatchObject({ is: "one", id });
    else expect(idsOf(typed).slice(0, 2).sort()).toEqual([id, ...more].sort());
  });

  it.each([
    ["Georgia", ["GE", "US-GA"]],
    ["La Paz", ["BO-L", "HN-LP", "SV-PA"]],
    ["Amazonas", ["BR-AM", "CO-AMA", "PE-AMA", "VE-Z"]],
    ["Colón", ["HN-CL", "PA-3"]],
  ])("%s is asked back", (typed, ids) => {
    expect(idsOf(typed).sort()).toEqual(ids);
  });

  it("asks with kind and country of each", () => {
    const found = names.areas.resolve("Georgia", "en");
    expect(found.is === "several" && found.hits.map(({ label }) => label).sort()).toEqual([
      "Georgia (country)",
      "Georgia (state, United States)",
    ]);
    const bolivar = names.areas.resolve("bolivar", "es");
    expect(bolivar.is === "several" && bolivar.hits.map(({ label }) => label)).toEqual([
      "Bolívar (provincia, Ecuador)",
      "Bolívar (cantón, Carchi, Ecuador)",
      "Bolívar (cantón, Manabí, Ecuador)",
      expect.stringMatching(/^Bolívar \((departamento, Colombia|estado, Venezuela)\)$/),
      expect.stringMatching(/^Bolívar \((departamento, Colombia|estado, Venezuela)\)$/),
    ]);
  });

  it("takes a name that is exact at home for home's, and says who else bears it", () => {
    const found = names.areas.resolve("Santiago", "en");
    expect(found).toMatchObject({ is: "one", id: "EC-1405" });
    expect(found.is === "one" && found.others?.map(({ label }) => label)).toEqual(
      expect.arrayContaining([expect.stringMatching(/Dominican Republic/), expect.stringMatching(/Chile/)]),
    );
    expect(names.areas.resolve("Los Ríos", "es")).toMatchObject({
      others: [{ id: "CL-LR", label: "Los Ríos (región, Chile)" }],
    });
    expect(names.areas.resolve("guayas", "es")).toEqual({ is: "one", id: "EC-G" });
  });

  it("takes a country's own name for the country, and says which of its parts bears it too", () => {
    expect(names.areas.resolve("Panamá", "es")).toMatchObject({ is: "one", id: "PA", others: [{ id: "PA-8" }] });
    expect(names.areas.resolve("Luxembourg", "en")).toMatchObject({ is: "one", id: "LU" });
  });

  it("suggests Ecuador's places before those of the rest of the world", () => {
    for (const typed of ["", "g", "san", "santa", "s", "colon", "bol", "los"]) {
      const ids = names.areas.find(typed, "es", 25).map(({ id }) => id);
      const far = ids.findIndex((id) => !id.startsWith("EC"));
      const begunAtHome = ids.filter((id) => id.startsWith("EC") && begins(names.areas.label(id, "es"), typed)).length;
      expect(far === -1 || far >= begunAtHome, `${typed}: ${ids.join(" ")}`).toBe(true);
    }
    expect(names.areas.find("", "es", 25).every(({ id }) => id.startsWith("EC"))).toBe(true);
    expect(names.areas.find("argent", "es", 3)[0]?.id).toBe("AR");
    expect(names.areas.find("bolivia", "es", 3)[0]?.id).toBe("BO");
  });

  it("finds every place by each of its names and by its label, in both languages", () => {
    for (const area of known.areasById.values()) {
      for (const language of ["en", "es"] as const) {
        const label = names.areas.label(area.id, language);
        for (const typed of [area.name.en ?? "", area.name.es ?? "", ...area.spellings, label]) {
          const found = names.areas.resolve(typed, language);
          const ids =
            found.is === "one"
              ? [found.id, ...(found.others ?? []).map(({ id }) => id)]
              : found.is === "several"
                ? found.hits.map(({ id }) => id)
                : [];
          // A spelling that is another's code is that other: "CO" is Colombia before anything else.
          if (!known.areasById.has(typed)) expect(ids, `${area.id} ${typed}`).toContain(area.id);
        }
      }
    }
  }, 60_000);

  it("keeps to Discord's limits whatever is typed, also from right to left", () => {
    const odd = fc.constantFrom(
      "مصر",
      "القاهرة",
      "ישראל",
      "Ўзбекистон",
      "\u202Eraggo",
      "中国",
      "👩‍👩‍👧",
      "a".repeat(100),
      "(",
      "Ā",
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme", maxLength: 30 }), odd),
        fc.constantFrom("en", "es"),
        (typed, language) => {
          const hits = names.areas.find(typed, language, 25);
          expect(hits.length).toBeLessThanOrEqual(25);
          const found = names.areas.resolve(typed, language);
          const asked = found.is === "several" ? found.hits : found.is === "none" ? found.nearest : [];
          expect(asked.length).toBeLessThanOrEqual(25);
          for (const { id, label } of [...hits, ...asked]) {
            expect(known.areasById.has(id)).toBe(true);
            expect(label.length).toBeLessThanOrEqual(100);
            expect(label).not.toBe("");
          }
        },
      ),
      { numRuns: 200 },
    );
    for (const { id } of known.areasById.values())
      for (const language of ["en", "es"] as const)
        expect(names.areas.label(id, language).length).toBeLessThanOrEqual(100);
  }, 60_000);
});
