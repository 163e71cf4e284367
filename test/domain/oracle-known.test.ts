// Random amendments: what is told of an instant, asked through the log as known at another, must be what the oracle makes of the versions known then.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTree } from "../../src/domain/area-tree.ts";
import { edges } from "../../src/domain/edges.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import { FACT_VERSION } from "../../src/domain/fact.ts";
import { factId } from "../../src/domain/id.ts";
import { nights } from "../../src/domain/nights.ts";
import { segments } from "../../src/domain/segments.ts";
import { stateAt } from "../../src/domain/state.ts";
import { ReadModel } from "../../src/store/read-model.ts";
import { runs } from "../fuzz.ts";
import { oneInstant, type Built } from "./agreement.ts";
import { build, world } from "./worlds.ts";

const engine = { areaTree, edges, nights, segments, stateAt };

/** The same records as a log of facts, each known since its own instant. */
function logOf({ areas, versions, record }: Built): ReadModel {
  const facts: Fact[] = [];
  const add = (draft: Draft, knownFrom: number | undefined) => {
    const known = new Date(knownFrom ?? 0).toISOString();
    facts.push({
      ...draft,
      v: FACT_VERSION,
      id: factId(draft),
      seq: facts.length + 1,
      knownFrom: known,
      recordedAt: "2027-01-01T00:00:00Z",
      recorder: "data",
    });
    return factId(draft);
  };
  for (const content of areas) add({ kind: "area.recorded", subject: content.id, content }, undefined);
  for (const list of versions) {
    let prev: string | undefined;
    for (const { curfew, knownFrom } of list) {
      const draft: Draft =
        prev === undefined
          ? { kind: "curfew.declared", subject: curfew.id, content: curfew }
          : { kind: "curfew.changed", subject: curfew.id, prev, content: curfew };
      prev = add(draft, knownFrom);
    }
  }
  for (const content of record.withdrawn) {
    const prev = add({ kind: "curfew.declared", subject: content.id, content }, undefined);
    add({ kind: "curfew.withdrawn", subject: content.id, prev, content: { reason: { en: "x" } } }, undefined);
  }
  for (const content of record.coverage) add({ kind: "coverage.confirmed", subject: content.id, content }, undefined);
  const model = new ReadModel();
  model.add(facts);
  return model;
}

describe("the rules and the oracle", () => {
  it("agree on what is told of an instant, whenever it is asked and whatever was changed since", () => {
    fc.assert(
      fc.property(world, (random) => {
        const built = build(random);
        expect(oneInstant(engine, built, logOf(built).known(built.record.knownAt))).toBeUndefined();
      }),
      { numRuns: runs(300) },
    );
  }, 180_000);
});
