// Random countries, decrees and clocks: the rules and the oracle must tell the same of every minute of ten days, and of the nights ahead.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTree } from "../../src/domain/area-tree.ts";
import { edges } from "../../src/domain/edges.ts";
import { nights } from "../../src/domain/nights.ts";
import { segments } from "../../src/domain/segments.ts";
import { stateAt } from "../../src/domain/state.ts";
import { runs } from "../fuzz.ts";
import { everyMinute, everyNight } from "./agreement.ts";
import { build, world } from "./worlds.ts";

const engine = { areaTree, edges, nights, segments, stateAt };

// fast-check prints the seed and the path of what failed: `fc.assert(..., { seed, path })` plays it again.
describe("the rules and the oracle", () => {
  it("agree on every minute of random decrees in random countries", () => {
    fc.assert(
      fc.property(world, (random) => {
        expect(everyMinute(engine, build(random))).toBeUndefined();
      }),
      { numRuns: runs(400) },
    );
  }, 180_000);

  it("agree when the oracle truly asks each minute, one by one", () => {
    fc.assert(
      fc.property(world, (random) => {
        expect(everyMinute(engine, build(random), true)).toBeUndefined();
      }),
      { numRuns: runs(20) },
    );
  }, 180_000);

  it("agree on the nights ahead, which are announced and which assumed", () => {
    fc.assert(
      fc.property(world, (random) => {
        expect(everyNight(engine, build(random))).toBeUndefined();
      }),
      { numRuns: runs(150) },
    );
  }, 180_000);
});
