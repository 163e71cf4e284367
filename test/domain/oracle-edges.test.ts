// Random countries, decrees and clocks: the rules and the oracle must tell the same begins and ends, all of them and no other, in ticks of any length.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTree } from "../../src/domain/area-tree.ts";
import { edges } from "../../src/domain/edges.ts";
import { nights } from "../../src/domain/nights.ts";
import { segments } from "../../src/domain/segments.ts";
import { stateAt } from "../../src/domain/state.ts";
import { runs } from "../fuzz.ts";
import { everyEdge } from "./agreement.ts";
import { build, world } from "./worlds.ts";

const engine = { areaTree, edges, nights, segments, stateAt };

describe("the rules and the oracle", () => {
  it("agree on every begin and end at every place, and on what is told with it", () => {
    fc.assert(
      fc.property(world, (random) => {
        expect(everyEdge(engine, build(random))).toBeUndefined();
      }),
      { numRuns: runs(300) },
    );
  }, 180_000);
});
