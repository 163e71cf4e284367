// Most of a province, named on a phone: the province and what is left out. Over the places that ship, whose names were read off the map by hand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostly, mostlyShort } from "../../src/views/curfew/mostly.ts";
import { sceneOf } from "../../src/views/curfew/words.ts";
import { shipped } from "./shipped.ts";

const known = shipped();
const AT = Date.parse("2026-03-16T10:00:00-05:00");
const cantons = known.areas.children("EC-G", AT).map(({ id }) => id);
const scene = (language: "en" | "es" = "en") => sceneOf(known, ["EC-G"], AT, language);
const guayas = (...without: string[]) => cantons.filter((id) => !without.includes(id));
const named = (name: string) =>
  [...known.areasById.values()].find((one) => one.parent === "EC-G" && one.name.en === name)?.id ?? "";

describe("most of a province", () => {
  it("is the province without the others, in both languages, also in a first line", () => {
    expect(cantons).toHaveLength(25);
    const most = guayas(named("Balao"), named("Playas"));
    expect(mostly(scene(), most)).toBe("Guayas except Balao, Playas");
    expect(mostly(scene("es"), most)).toBe("Guayas excepto Balao, Playas");
    expect(mostlyShort(scene(), most)).toBe("Guayas except Balao, Playas");
  });

  it("and another place stand apart, so that no name reads as one more exception", () => {
    const most = [...guayas(named("Balao")), "EC-R"];
    expect(mostly(scene(), most)).toBe("Los Ríos; Guayas except Balao");
    expect(mostlyShort(scene(), most)).toMatch(/ and 20 more$/);
  });

  it("of the country leaves out provinces", () => {
    const most = known.areas.children("EC", AT).flatMap(({ id }) => (id === "EC-W" ? [] : [id]));
    expect(mostly(scene(), most)).toBe("Ecuador except Galápagos");
  });

  it("is never said where few are meant, or many are left out", () => {
    expect(mostly(scene(), cantons.slice(0, 2))).not.toContain("except");
    expect(mostly(scene(), cantons.slice(5))).not.toContain("except");
    expect(mostly(scene(), ["EC-G"])).toBe("Guayas");
  });

  it("names exactly what is meant, whatever is left out", () => {
    fc.assert(
      fc.property(fc.subarray(cantons, { minLength: 1 }), (some) => {
        const told = mostly(scene(), some);
        const names = (list: readonly string[]) => list.map((id) => known.areasById.get(id)?.name.en ?? "").sort();
        const [, except] = told.split(" except ");
        const read = (list: string) =>
          list
            .split(/, | and /)
            .map((one) => one.replace(/ \(.*\)$/, ""))
            .sort();
        if (some.length === cantons.length) expect(told).toBe("Guayas");
        else if (except === undefined) expect(read(told)).toEqual(names(some));
        else expect(read(except)).toEqual(names(guayas(...some)));
      }),
      { numRuns: 60 },
    );
  });
});
