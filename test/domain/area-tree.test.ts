import { describe, expect, it } from "vitest";
import { areaTree, shownArea } from "../../src/domain/area-tree.ts";
import { area, ec, ecuador, ecuadorAreas } from "./fixtures.ts";

const NOW = ec("2026-03-15T12:00");
const BEFORE_SPLIT = ec("2024-11-04T23:59");
const SPLIT = ec("2024-11-05T00:00");

describe("the area tree", () => {
  it("refuses lists that are no tree, with a sentence that names the area", () => {
    const country = area("EC", "country", { zone: "America/Guayaquil" });
    const canton = (id: string, more = {}) => area(id, "canton", { parent: "EC", ...more });
    expect(() => areaTree([country, canton("EC-1", { parent: "EC-9" })])).toThrow('"EC-1" names the parent "EC-9"');
    expect(() => areaTree([country, country])).toThrow('Two areas have the id "EC"');
    expect(() => areaTree([area("EC", "country")])).toThrow('Country "EC" has no time zone');
    expect(() => areaTree([country, area("EC-1", "canton")])).toThrow('"EC-1" is no country and has no parent');
    expect(() => areaTree([area("PE", "country", { zone: "America/Lima", parent: "EC" }), country])).toThrow(
      "cannot have the parent",
    );
    const ring = [canton("EC-1", { parent: "EC-2" }), canton("EC-2", { parent: "EC-1" })];
    expect(() => areaTree([country, ...ring])).toThrow("EC-1 -> EC-2 -> EC-1");
    expect(() => areaTree([country, canton("EC-1", { splitFrom: "EC-8", validFrom: "2024-01-01" })])).toThrow(
      'cut out of "EC-8"',
    );
    expect(() => areaTree([country, canton("EC-2"), canton("EC-1", { splitFrom: "EC-2" })])).toThrow(
      "no day says since when",
    );
  });

  it("gives the listed parts and a rest where not all are listed", () => {
    const tree = ecuador();
    expect(tree.leaves("EC-G", NOW)).toEqual(["EC-090158", "EC-0901/rest", "EC-0902"]);
    expect(tree.leaves("EC-0901/rest", NOW)).toEqual(["EC-0901/rest"]);
    expect(tree.leaves("HT", NOW)).toEqual(["HT-OU", "HT/rest"]);
    expect(() => tree.leaves("EC-77", NOW)).toThrow('No area has the id "EC-77"');
  });

  it("inherits the zone of the nearest area that has one, also for a rest", () => {
    const tree = ecuador();
    expect([tree.zone("EC-2001"), tree.zone("EC-0901/rest"), tree.zone("HT/rest")]).toEqual([
      "Pacific/Galapagos",
      "America/Guayaquil",
      "America/Port-au-Prince",
    ]);
  });

  it("names the ancestors from the place itself up to its country", () => {
    const tree = ecuador();
    expect(tree.ancestors("EC-0901/rest")).toEqual(["EC-0901/rest", "EC-0901", "EC-G", "EC"]);
    expect([tree.country("EC-0901/rest"), tree.country("HT-OU")]).toEqual(["EC", "HT"]);
    expect([tree.covers("EC-G", "EC-0901/rest", NOW), tree.covers("EC-R", "EC-0901/rest", NOW)]).toEqual([true, false]);
  });

  it("names the fewest places, the highest first, and never Guayaquil where Tenguel stands apart", () => {
    const tree = ecuador();
    expect(tree.compress(tree.leaves("EC", NOW), NOW)).toEqual(["EC"]);
    expect(tree.compress(tree.leaves("EC-G", NOW), NOW)).toEqual(["EC-G"]);
    expect(tree.compress(["EC-0902", "EC-0901/rest", "EC-1201", "EC-1202"], NOW)).toEqual([
      "EC-0901/rest",
      "EC-0902",
      "EC-R",
    ]);
    expect(tree.compress(["EC-0901/rest", "EC-090158"], NOW)).toEqual(["EC-0901"]);
    expect(tree.compress(["HT-OU"], NOW)).toEqual(["HT-OU"]);
    expect(shownArea("EC-0901/rest")).toEqual({ area: "EC-0901", rest: true });
    expect(tree.except("EC-0901/rest", NOW).map((one) => one.id)).toEqual(["EC-090158"]);
  });

  it("answers for Morona when asked for Sevilla Don Bosco before it was cut out, to the midnight", () => {
    const tree = ecuador();
    expect(tree.leaves("EC-1413", BEFORE_SPLIT)).toEqual(["EC-1401"]);
    expect(tree.leaves("EC-1413", SPLIT)).toEqual(["EC-1413"]);
    expect(tree.leaves("EC-S", BEFORE_SPLIT)).toEqual(["EC-1401", "EC-1402"]);
    expect(tree.leaves("EC-S", SPLIT)).toEqual(["EC-1401", "EC-1402", "EC-1413"]);
    expect(tree.covers("EC-1401", "EC-1413", BEFORE_SPLIT)).toBe(true);
    expect(tree.covers("EC-1401", "EC-1413", SPLIT)).toBe(false);
    expect(tree.compress(["EC-1401", "EC-1402"], BEFORE_SPLIT)).toEqual(["EC-S"]);
    expect(tree.compress(["EC-1401", "EC-1402"], SPLIT)).toEqual(["EC-1401", "EC-1402"]);
    expect(tree.changes("EC")).toEqual([SPLIT]);
  });

  it("follows an area that is gone into what took its place (a dead id never falls silent)", () => {
    const tree = areaTree([
      ...ecuadorAreas(),
      area("EC-0808", "canton", { parent: "EC-G", validTo: "2025-05-31", successors: ["EC-2302"] }),
      area("EC-2302", "canton", { parent: "EC-R", validFrom: "2025-06-01" }),
    ]);
    expect(tree.leaves("EC-0808", ec("2025-05-31T23:59"))).toEqual(["EC-0808"]);
    expect(tree.leaves("EC-0808", ec("2025-06-01T00:00"))).toEqual(["EC-2302"]);
    expect(tree.leaves("EC-2302", ec("2025-05-31T23:59"))).toEqual(["EC-0808"]);
    expect(tree.leaves("EC-G", ec("2025-06-01T00:00"))).not.toContain("EC-0808");
  });

  it("lets only what held all of a merged place speak for all of it", () => {
    const tree = areaTree([
      ...ecuadorAreas(),
      area("EC-31", "canton", { parent: "EC-R", validTo: "2025-05-31", successors: ["EC-33"] }),
      area("EC-32", "canton", { parent: "EC-R", validTo: "2025-05-31", successors: ["EC-33"] }),
      area("EC-33", "canton", { parent: "EC-R", validFrom: "2025-06-01" }),
    ]);
    const before = tree.lineage("EC-33", ec("2025-05-01T00:00"));
    expect(before).toEqual({ self: ["EC-31", "EC-32"], any: ["EC-31", "EC-R", "EC", "EC-32"], all: ["EC-R", "EC"] });
    expect(tree.leaves("EC-33", ec("2025-05-01T00:00"))).toEqual(["EC-31", "EC-32"]);
    expect(tree.names("EC-33", ec("2025-05-01T00:00"), ec("2025-07-01T00:00"))).toEqual(
      expect.arrayContaining(["EC-31", "EC-32"]),
    );
  });
});
