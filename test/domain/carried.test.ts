// What a subscription means after the map changed, against an oracle that knows nothing of trees: cells of land, and which of them each place had when.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import { carried, placeChanges } from "../../src/domain/carried.ts";
import { area, ec, ecuador } from "./fixtures.ts";

const at = (day: string) => ec(`${day}T12:00`);
const EC = area("EC", "country", { zone: "America/Guayaquil", complete: true });
const province = (id: string, more: Partial<Area> = {}) => area(id, "province", { parent: "EC", ...more });
const canton = (id: string, parent: string, more: Partial<Area> = {}) => area(id, "canton", { parent, ...more });

describe("carried places", () => {
  it("carries a piece that was cut out since, and not for who subscribed after it was", () => {
    const tree = ecuador();
    expect(carried(tree, ["EC-1401"], at("2024-06-01"), at("2024-11-04"))).toEqual(["EC-1401"]);
    expect(carried(tree, ["EC-1401"], at("2024-06-01"), at("2024-11-05"))).toEqual(["EC-1401", "EC-1413"]);
    expect(carried(tree, ["EC-1401"], at("2025-01-01"), at("2026-01-01"))).toEqual(["EC-1401"]);
  });

  it("turns at midnight of the place's own clock", () => {
    const tree = ecuador();
    expect(carried(tree, ["EC-1401"], at("2024-06-01"), ec("2024-11-05T00:00") - 1)).toEqual(["EC-1401"]);
    expect(carried(tree, ["EC-1401"], at("2024-06-01"), ec("2024-11-05T00:00"))).toHaveLength(2);
  });

  it("takes who subscribes at the very instant of a cut to mean the smaller place, whatever is cut later", () => {
    const tree = areaTree([
      EC,
      province("EC-A"),
      province("EC-B", { splitFrom: "EC-A", validFrom: "2025-01-01" }),
      province("EC-C", { splitFrom: "EC-A", validFrom: "2025-06-01" }),
    ]);
    expect(carried(tree, ["EC-A"], ec("2025-01-01T00:00"), at("2026-01-01"))).toEqual(["EC-A", "EC-C"]);
    const earlier = carried(tree, ["EC-A"], ec("2025-01-01T00:00") - 1, at("2026-01-01"));
    expect([...earlier].sort()).toEqual(["EC-A", "EC-B", "EC-C"]);
  });

  it("adds nothing where the piece stays inside what was subscribed to", () => {
    const tree = ecuador();
    for (const place of ["EC", "EC-S"]) {
      expect(carried(tree, [place], at("2024-06-01"), at("2026-01-01"))).toEqual([place]);
      expect(placeChanges(tree, [place], at("2024-06-01"), at("2026-01-01"))).toEqual([]);
    }
  });

  it("follows a canton that was given to another province, for who subscribed to the province", () => {
    const tree = areaTree([
      EC,
      province("EC-E"),
      province("EC-SD"),
      canton("EC-0808", "EC-E", { validTo: "2014-03-31", successors: ["EC-2302"] }),
      canton("EC-2302", "EC-SD", { validFrom: "2014-04-01" }),
    ]);
    expect(carried(tree, ["EC-E"], at("2014-01-01"), at("2015-01-01"))).toEqual(["EC-E", "EC-2302"]);
    expect(placeChanges(tree, ["EC-E"], at("2014-01-01"), at("2015-01-01"))).toEqual([
      { at: ec("2014-04-01T00:00"), area: "EC-E", is: "split", areas: ["EC-E", "EC-2302"] },
    ]);
    expect(carried(tree, ["EC-SD"], at("2014-01-01"), at("2015-01-01"))).toEqual(["EC-SD"]);
  });

  const old = (id: string, successors: string[], validTo = "2024-12-31") => province(id, { validTo, successors });
  const fresh = (id: string, more: Partial<Area> = {}) => province(id, { validFrom: "2025-01-01", ...more });

  it.each([
    ["renamed", [old("EC-A", ["EC-B"]), fresh("EC-B")], "EC-A", ["EC-B"]],
    ["merged", [old("EC-A", ["EC-C"]), old("EC-B", ["EC-C"]), fresh("EC-C")], "EC-A", ["EC-C"]],
    ["merged", [old("EC-A", ["EC-C"]), province("EC-C")], "EC-A", ["EC-C"]],
    ["split", [old("EC-A", ["EC-B", "EC-C"]), fresh("EC-B"), fresh("EC-C")], "EC-A", ["EC-B", "EC-C"]],
    ["split", [province("EC-A"), fresh("EC-B", { splitFrom: "EC-A" })], "EC-A", ["EC-A", "EC-B"]],
    ["ended", [old("EC-A", [])], "EC-A", ["EC-A"]],
  ] as const)("tells what happened: %s (%#)", (is, areas, place, becomes) => {
    const tree = areaTree([EC, ...areas]);
    const instant = ec("2025-01-01T00:00");
    expect(placeChanges(tree, [place], at("2024-01-01"), at("2026-01-01"))).toEqual([
      { at: instant, area: place, is, areas: becomes },
    ]);
    expect(placeChanges(tree, [place], at("2024-01-01"), instant - 1)).toEqual([]);
    expect(placeChanges(tree, [place], instant, at("2026-01-01"))).toEqual([]);
    const today = carried(tree, [place], at("2024-01-01"), at("2026-01-01"));
    expect(today).toEqual(is === "ended" ? [] : becomes);
  });

  it("takes who names a place that is no more to mean what took its place, and tells them nothing", () => {
    const tree = areaTree([EC, old("EC-A", ["EC-B"]), fresh("EC-B")]);
    expect(carried(tree, ["EC-A"], at("2025-06-01"), at("2025-06-02"))).toEqual(["EC-B"]);
    expect(placeChanges(tree, ["EC-A"], at("2025-06-01"), at("2026-01-01"))).toEqual([]);
  });

  it("keeps what the tree does not know: nobody may drop it in silence", () => {
    expect(carried(ecuador(), ["EC-77", "EC-1401"], at("2024-06-01"), at("2025-01-01"))).toEqual([
      "EC-77",
      "EC-1401",
      "EC-1413",
    ]);
  });
});

// ---- The oracle: an island of cells. A history of days; on each, one thing happens to the places that stand.

type Step = { is: "split" | "dissolve" | "rename" | "merge"; pick: number; with: number; cut: number };
interface Stood {
  area: Area;
  cells: ReadonlySet<number>;
  from: number;
  to: number;
}

const stepOf = fc.record({
  is: fc.constantFrom("split", "dissolve", "rename", "merge"),
  pick: fc.nat(50),
  with: fc.nat(50),
  cut: fc.nat(1000),
}) satisfies fc.Arbitrary<Step>;

const dayNumber = (day: number) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
const noon = (day: number) => at(dayNumber(day));

/** Each place with the cells it had; cells of one that lives on after a cut are noted anew. */
function play(steps: readonly Step[]): { areas: Area[]; stood: Stood[] } {
  const areas = new Map<string, Area>();
  const stood: Stood[] = [];
  let next = 0;
  const open = (cells: ReadonlySet<number>, day: number, more: Partial<Area> = {}) => {
    const own = province(`EC-${(next++).toString(36).toUpperCase().padStart(2, "0")}`, {
      ...(day === 0 ? {} : { validFrom: dayNumber(day) }),
      ...more,
    });
    areas.set(own.id, own);
    stood.push({ area: own, cells, from: day, to: Infinity });
    return own.id;
  };
  const close = (one: Stood, day: number, successors: string[]) => {
    one.to = day;
    areas.set(one.area.id, { ...(areas.get(one.area.id) ?? one.area), validTo: dayNumber(day - 1), successors });
  };
  for (let i = 0; i < 4; i++) open(new Set([0, 1, 2, 3, 4].map((cell) => cell + 5 * i)), 0);
  steps.forEach((step, index) => {
    const day = 2 * (index + 1);
    const now = stood.filter((one) => one.to === Infinity);
    const one = now[step.pick % now.length];
    const other = now[step.with % now.length];
    if (one === undefined || other === undefined) return;
    const cells = [...one.cells];
    const [left, right] = [
      cells.filter((_, j) => (step.cut >> j) % 2 === 0),
      cells.filter((_, j) => (step.cut >> j) % 2 === 1),
    ];
    if (step.is === "merge" && one !== other) {
      const id = open(new Set([...one.cells, ...other.cells]), day);
      close(one, day, [id]);
      close(other, day, [id]);
    } else if (step.is === "rename") close(one, day, [open(one.cells, day)]);
    else if (left.length > 0 && right.length > 0 && step.is === "split") {
      open(new Set(right), day, { splitFrom: one.area.id });
      one.to = day;
      stood.push({ area: one.area, cells: new Set(left), from: day, to: Infinity });
    } else if (left.length > 0 && right.length > 0 && step.is === "dissolve")
      close(one, day, [open(new Set(left), day), open(new Set(right), day)]);
  });
  return { areas: [...areas.values()], stood };
}

const standing = (stood: readonly Stood[], day: number) => stood.filter((one) => one.from <= day && day < one.to);

/** All land that is followed: whatever stands on a piece of it is followed whole. */
function followedLand(stood: readonly Stood[], id: string, since: number, until: number): Set<number> {
  let land = new Set(standing(stood, since).find(({ area: own }) => own.id === id)?.cells ?? []);
  for (let day = since; day <= until; day++) {
    const touched = standing(stood, day).filter(({ cells }) => [...cells].some((cell) => land.has(cell)));
    land = new Set(touched.flatMap(({ cells }) => [...cells]));
  }
  return land;
}

describe("carried places over random histories", () => {
  it("stand on exactly the land that was subscribed to, and on the whole of what it was joined to", () => {
    fc.assert(
      fc.property(fc.array(stepOf, { maxLength: 10 }), fc.nat(22), fc.nat(22), fc.nat(50), (steps, a, b, pick) => {
        const [since, until] = [Math.min(a, b), Math.max(a, b)];
        const { areas, stood } = play(steps);
        const tree = areaTree([EC, ...areas]);
        const there = standing(stood, since);
        const id = there[pick % there.length]?.area.id ?? "";
        const today = carried(tree, [id], noon(since), noon(until));
        const land = followedLand(stood, id, since, until);
        const expected = standing(stood, until).filter(({ cells }) => [...cells].some((cell) => land.has(cell)));
        expect([...today].sort()).toEqual(expected.map(({ area: own }) => own.id).sort());
        // The leaves by which alerts are made are theirs, all of them and no others.
        expect(new Set(today.flatMap((one) => tree.leaves(one, noon(until))))).toEqual(new Set(today));
      }),
      { numRuns: 2_000 },
    );
  });

  it("change at the told instants and at no others, each time from what they were", () => {
    fc.assert(
      fc.property(fc.array(stepOf, { maxLength: 10 }), fc.nat(22), fc.nat(50), (steps, since, pick) => {
        const { areas, stood } = play(steps);
        const tree = areaTree([EC, ...areas]);
        const there = standing(stood, since);
        const id = there[pick % there.length]?.area.id ?? "";
        const changes = placeChanges(tree, [id], noon(since), noon(30));
        for (let day = since + 1; day <= 30; day++) {
          const [before, after] = [noon(day - 1), noon(day)].map((to) => carried(tree, [id], noon(since), to));
          const own = changes.filter((one) => one.at > noon(day - 1) && one.at <= noon(day));
          const moved = (before ?? []).flatMap((place) => own.find((one) => one.area === place)?.areas ?? [place]);
          expect([...new Set(moved)].sort()).toEqual([...(after ?? [])].sort());
          expect(own.every((one) => before?.includes(one.area))).toBe(true);
        }
        // A leaf that changed its cells did so by a cut, which is told under its own name.
        expect(new Set(changes.map(({ area: own, at: when }) => `${own} ${when}`)).size).toBe(changes.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
