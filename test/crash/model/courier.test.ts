// The courier, its posting and its ledger against a model, in every order of what may happen. MODEL_RUNS tries more, MODEL_SEED others; a failure prints
// its commands and the seed and path that repeat it.
import fc from "fast-check";
import { describe, it } from "vitest";
import { commands, finale, Model } from "./commands.ts";
import { Real } from "./real.ts";

const SEEDS = process.env["MODEL_SEED"] === undefined ? [1, 20260316, 77] : [Number(process.env["MODEL_SEED"])];
const RUNS = Number(process.env["MODEL_RUNS"] ?? 100);

describe("the courier, whatever happens in whatever order", () => {
  it.each(SEEDS)("tells each part once, in order, in time, and says why not (seed %i)", async (seed) => {
    await fc.assert(
      fc.asyncProperty(commands(40), async (list) => {
        const model = new Model();
        const real = await Real.open();
        await fc.asyncModelRun(() => ({ model, real }), list);
        await finale(model, real);
      }),
      { numRuns: RUNS, seed, endOnFailure: false },
    );
  });
});
