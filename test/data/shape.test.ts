// The data files hold together: they parse, their ids are unique, and whatever they name exists.
import { describe, expect, it } from "vitest";
import { byId, FILES, leaves, raw, readAreas, readCurfews, readOrgs, readStrikes } from "./files.ts";

const doubles = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at);

const { areas } = readAreas();
const { curfews, coverage } = readCurfews();
const { strikes, tallies, gaps, claims } = readStrikes();
const { authorities, instruments, organisations } = readOrgs();
const areaIds = new Set(areas.map((area) => area.id));
const orgIds = new Set(organisations.map((org) => org.id));

describe("the data files", () => {
  it("hold as many records as were gathered", () => {
    expect({
      areas: areas.length,
      curfews: curfews.length,
      coverage: coverage.length,
      strikes: strikes.length,
      tallies: tallies.length,
      gaps: gaps.length,
      claims: claims.length,
      authorities: authorities.length,
      instruments: instruments.length,
      organisations: organisations.length,
      designations: organisations.flatMap((org) => org.designations).length,
    }).toEqual({
      areas: 1 + 24 + 222 + 1 + 11 + 12,
      curfews: 11,
      coverage: 5,
      strikes: 58 + 2,
      tallies: 13,
      gaps: 4,
      claims: 1,
      authorities: 5,
      instruments: 1,
      organisations: 41,
      designations: 57,
    });
  });

  it("give each record an id of its own, also across kinds", () => {
    const subjects = [
      ...curfews,
      ...coverage.map(({ content }) => content),
      ...strikes,
      ...tallies,
      ...gaps,
      ...claims,
      ...authorities,
      ...instruments,
      ...organisations,
      ...areas,
    ];
    expect(doubles(subjects.map(({ id }) => id))).toEqual([]);
  });

  it("put the id first in each record, so that people find it", () => {
    const first = FILES.flatMap((file) => {
      const lists = Object.values(Object(raw(file))).filter((value) => Array.isArray(value));
      return lists.flat().map((one) => Object.keys(Object(one))[0]);
    });
    expect(new Set(first)).toEqual(new Set(["id"]));
  });

  it("use no area that is not listed", () => {
    const used = [
      ...curfews.flatMap((curfew) => [curfew.country, ...curfew.rules.flatMap((rule) => rule.areas)]),
      ...coverage.flatMap(({ content }) => content.areas),
      ...strikes.flatMap(({ country, area }) => [country ?? [], area ?? []].flat()),
      ...authorities.map(({ country }) => country),
      ...organisations.flatMap(({ country, activeIn }) => [country, ...activeIn]),
      ...areas.flatMap(({ parent, splitFrom, successors }) => [parent ?? [], splitFrom ?? [], successors].flat()),
    ];
    expect(used.filter((id) => !areaIds.has(id))).toEqual([]);
  });

  it("name an area once in a rule", () => {
    expect(curfews.flatMap((curfew) => curfew.rules.flatMap((rule) => doubles(rule.areas)))).toEqual([]);
  });

  it("use no organisation, authority, instrument or curfew that is not listed", () => {
    const designations = organisations.flatMap((org) => org.designations);
    const named = strikes.flatMap((strike) => strike.orgIds).concat(instruments.flatMap((one) => one.orgs));
    expect(named.filter((id) => !orgIds.has(id))).toEqual([]);
    for (const { authority } of [...designations, ...instruments]) byId(authorities, authority);
    for (const { instrumentId } of designations) if (instrumentId !== undefined) byId(instruments, instrumentId);
    for (const { ref } of curfews.flatMap((one) => one.amendments)) if (ref !== undefined) byId(curfews, ref);
  });

  it("keep every source, linked, plain http or withheld", () => {
    const sources = FILES.flatMap((file) => [...leaves(raw(file))]).filter(
      ({ path }) => path.at(-2) === "sources" && path.at(-1) !== undefined,
    );
    const keys = sources.map(({ value }) => Object(value));
    expect(keys.length).toBe(14 + 58 + 145 + 217);
    expect(keys.filter((source) => "urlWithheld" in source).length).toBe(11 + 7);
    expect(keys.filter((source) => !("url" in source) && !("urlWithheld" in source))).toEqual([]);
    expect(keys.filter((source) => String(source.url).startsWith("http://")).length).toBe(7);
  });
});

describe("the tree of areas", () => {
  it("counts 222 cantons in 24 provinces, each under the province of its code", () => {
    const order = "A B F C X H O E G I L R M S N Y P T Z W U D SD SE".split(" ").map((iso) => `EC-${iso}`);
    const cantons = areas.filter(({ kind }) => kind === "canton");
    expect(areas.filter(({ kind }) => kind === "province").map(({ id }) => id)).toEqual(order);
    for (const { id, parent } of cantons) expect(parent).toBe(order[Number(id.slice(3, 5)) - 1]);
    expect(order.map((province) => cantons.filter(({ parent }) => parent === province).length)).toEqual([
      15, 7, 7, 6, 7, 10, 14, 7, 25, 6, 16, 13, 22, 13, 5, 4, 8, 9, 9, 3, 7, 4, 2, 3,
    ]);
  });

  it("gives each canton its seat, and each country a zone", () => {
    expect(areas.filter(({ kind, seat }) => kind === "canton" && seat === undefined)).toEqual([]);
    expect(areas.filter(({ kind, zone }) => kind === "country" && zone === undefined)).toEqual([]);
  });

  it("lists all of Ecuador to the canton, but not the parishes of Guayaquil", () => {
    const whole = areas.filter(({ complete }) => complete).map(({ id }) => id);
    // Ecuador, its provinces, and the countries whose other parts stand in the file beside it.
    expect(whole.filter((id) => id.startsWith("EC"))).toHaveLength(25);
    expect(whole.filter((id) => !id.startsWith("EC")).every((id) => id.length === 2)).toBe(true);
    expect(byId(areas, "EC").complete).toBe(true);
    expect(byId(areas, "EC-0901").complete).toBe(false);
    expect(byId(areas, "EC-090158")).toMatchObject({ kind: "parish", parent: "EC-0901", name: { es: "Tenguel" } });
    expect(byId(areas, "HT-OU")).toMatchObject({ kind: "department", parent: "HT" });
  });

  it("sets Galápagos an hour behind the mainland", () => {
    expect(byId(areas, "EC").zone).toBe("America/Guayaquil");
    expect(byId(areas, "EC-W").zone).toBe("Pacific/Galapagos");
    expect(areas.filter(({ zone, kind }) => zone !== undefined && kind !== "country")).toHaveLength(1);
  });

  it("knows Sevilla Don Bosco since it was cut out of Morona", () => {
    const sevilla = byId(areas, "EC-1413");
    expect(sevilla).toMatchObject({ validFrom: "2024-11-05", splitFrom: "EC-1401", parent: "EC-S" });
    expect(sevilla.notes).toHaveLength(1);
    expect(sevilla.disputed).toHaveLength(1);
  });

  it("keeps the usual other names, the disagreements of the listings, and the listings themselves", () => {
    expect(byId(areas, "EC-2201").spellings).toEqual(["Puerto Francisco de Orellana", "Orellana", "Coca", "El Coca"]);
    expect(areas.flatMap(({ disputed }) => disputed)).toHaveLength(18);
    expect(byId(areas, "EC").sources).toHaveLength(14);
    expect(areas.filter(({ name }) => name.es === "Bolívar").map(({ id }) => id)).toEqual([
      "EC-B",
      "EC-0402",
      "EC-1302",
    ]);
  });
});
