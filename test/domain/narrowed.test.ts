// What a channel hears no more, held against a walk over every leaf and kind that asks, as the planner does, who hears an alert of that kind there.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/domain/alert.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import { isHeardAgain, type Lost, lostOf } from "../../src/domain/narrowed.ts";
import { FINE_TOPICS, hears, Topic } from "../../src/domain/topic.ts";
import { instant } from "../../src/domain/time.ts";
import { ecuadorAreas } from "./fixtures.ts";

const BEGAN = instant("2026-01-10T12:00:00-05:00");
const areas = areaTree(ecuadorAreas());
const map = { areas, at: BEGAN };
const LEAVES = areas.leaves("EC", BEGAN);

/** An alert of each kind that is told by place, and of those that are not: written by hand. */
const PLACED: Readonly<Record<string, Alert["kind"]>> = {
  soon: "curfew.soon",
  begins: "curfew.began",
  ends: "curfew.ended",
  changes: "curfew.changed",
  trouble: "vigia.down",
};
const ANYWHERE: Readonly<Record<string, Alert["kind"]>> = { strikes: "strike.recorded", orgs: "org.listed" };

type Set_ = { topics: Topic[]; areas: string[] };
const isWithin = (leaf: string, place: string) => areas.leaves(place, BEGAN).includes(leaf);
const hearsIn = (sets: readonly Set_[], leaf: string, kind: Alert["kind"]) =>
  sets.some((one) => hears(one.topics, kind) && one.areas.some((place) => isWithin(leaf, place)));

/** `leaf topic`, one by one. */
function naive(before: readonly Set_[], after: readonly Set_[]): string[] {
  const placed = LEAVES.flatMap((leaf) =>
    Object.entries(PLACED).flatMap(([topic, kind]) =>
      hearsIn(before, leaf, kind) && !hearsIn(after, leaf, kind) ? [`${leaf} ${topic}`] : [],
    ),
  );
  const anywhere = Object.entries(ANYWHERE).flatMap(([topic, kind]) =>
    before.some((one) => hears(one.topics, kind)) && !after.some((one) => hears(one.topics, kind))
      ? [`- ${topic}`]
      : [],
  );
  return [...placed, ...anywhere].sort();
}
const walked = (lost: readonly Lost[]) =>
  lost
    .flatMap(({ topics, areas: places }) =>
      (places.length === 0 ? ["-"] : places.flatMap((place) => areas.leaves(place, BEGAN))).flatMap((leaf) =>
        topics.map((topic) => `${leaf} ${topic}`),
      ),
    )
    .sort();

const places = ["EC", ...areas.children("EC", BEGAN).map(({ id }) => id), ...LEAVES.slice(0, 4)];
const set = fc.record({
  topics: fc.subarray([...Topic.options], { minLength: 1 }),
  areas: fc.subarray(places, { minLength: 1, maxLength: 3 }),
});
const sets = fc.array(set, { maxLength: 3 });

describe("what a channel hears no more", () => {
  it("is each leaf and kind that some set brought and none brings now, each once, whatever the sets", () => {
    fc.assert(
      fc.property(sets, sets, (before, after) => {
        const lost = lostOf(before, after, map);
        expect(walked(lost)).toEqual(naive(before, after));
        expect(new Set(walked(lost)).size).toBe(walked(lost).length);
      }),
      { numRuns: 300 },
    );
  });

  it("is heard again exactly where nothing of it is missing any more", () => {
    fc.assert(
      fc.property(sets, sets, sets, (before, after, later) => {
        const lost = lostOf(before, after, map);
        const still = naive(before, later).filter((one) => walked(lost).includes(one));
        expect(isHeardAgain(lost, later, map)).toBe(still.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it("is nothing where sets are cut or joined and all is still heard", () => {
    const guayas = { topics: ["curfews" as const], areas: ["EC-G"] };
    const fineOnes = FINE_TOPICS.filter((one) => one !== "strikes" && one !== "orgs");
    const cut = fineOnes.map((topic) => ({ topics: [topic], areas: ["EC-G"] }));
    expect(lostOf([guayas], cut, map)).toEqual([]);
    expect(lostOf([guayas], [{ topics: ["curfews"], areas: ["EC"] }], map)).toEqual([]);
  });

  it("names a place that the record does not hold by itself, and curfews before what has no place", () => {
    const before = [{ topics: ["strikes" as const, "curfews" as const], areas: ["XX-1"] }];
    expect(lostOf(before, [], map).map((one) => one.areas)).toEqual([["XX-1"], []]);
  });
});
