// A table of faults in the rules: each must be noticed by the oracle or by a named case, or the tests above prove less than they say.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyEdge, everyMinute, everyNight, oneInstant, type Engine } from "./agreement.ts";
import { engineWith } from "./broken.ts";
import { FAULTS } from "./fault-table.ts";
import { NAMED } from "./named-cases.ts";
import { build, world } from "./worlds.ts";

/** The same worlds for all, so that the oracle answers for each of them once. The rarest fault shows in no world before the 283rd. */
const MADE = fc.sample(world, { numRuns: 300, seed: 20_260_315 }).map(build);
/** In these a fault shows that shows in few: asked first, they spare asking the others. Where the worlds are made anew, this is only slower. */
const TELLING = new Set([283, 145, 135, 91, 84, 82, 78, 74, 70, 56, 44, 40, 29, 27, 25, 16]);
const WORLDS = [...MADE.filter((_, i) => TELLING.has(i)), ...MADE.filter((_, i) => !TELLING.has(i))];
const QUESTIONS = [everyMinute, oneInstant, everyEdge, everyNight] as const;

/** The first thing that the rules tell otherwise than the oracle or a named case; a fault that throws is noticed, too. */
function noticed(engine: Engine): string | undefined {
  try {
    for (const { name, ask } of NAMED) if (!ask(engine)) return name;
    for (const built of WORLDS) {
      for (const question of QUESTIONS) {
        const told = question(engine, built);
        if (told !== undefined) return told;
      }
    }
  } catch (fault) {
    return `it throws: ${String(fault)}`;
  }
  return undefined;
}

describe("a fault in the rules", () => {
  it("is not seen where there is none", async () => {
    expect(noticed(await engineWith(undefined))).toBeUndefined();
  }, 120_000);

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    "is noticed: %s",
    async (_, fault) => {
      expect(noticed(await engineWith(fault)), "nothing noticed it").toBeDefined();
    },
    120_000,
  );

  it("is one of many, each of its own name", () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(FAULTS.map((fault) => fault.name)).size).toBe(FAULTS.length);
  });
});
