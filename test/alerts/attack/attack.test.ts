// Everything at once, by chance: what channels show is judged by a model that shares no rule with the code (attack-oracle.ts).
import fc from "fast-check";
import { expect, it } from "vitest";
import { nights } from "./attack-acts.ts";
import { play } from "./attack-play.ts";

/** The same nights each time; `ATTACK=5000` plays so many others. */
const RUNS = Number(process.env["ATTACK"] ?? 40);

it(
  "whatever comes together, each thing is shown once, held and told, or its owner is told why not",
  async () => {
    await fc.assert(
      fc.asyncProperty(nights, async (night) => {
        expect(await play(night)).toEqual([]);
      }),
      { numRuns: RUNS, ...(process.env["ATTACK"] === undefined ? { seed: 26 } : {}), endOnFailure: false },
    );
  },
  30 * 60_000,
);
