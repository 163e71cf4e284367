// Every scenario with the whole bot in process: what each step announces must be seen, and what it forbids must not.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SCENARIOS } from "../../rehearsal/scenarios/index.ts";
import { ScenarioPlayer, type Verdict } from "../../rehearsal/scenarios/player.ts";
import { inProcess } from "./scenario-house.ts";

describe("the list of scenarios", () => {
  it("has every file of the folder that exports one, under its own name", () => {
    const parts = new Set(["scenario", "house", "player", "cast", "sights", "data-copy", "typed-line", "index"]);
    const names = readdirSync(join(import.meta.dirname, "../../rehearsal/scenarios"))
      .map((file) => file.replace(/\.ts$/, ""))
      .filter((name) => !parts.has(name));
    expect(SCENARIOS.map(({ name }) => name).sort()).toEqual(names.sort());
  });
});

describe("each scenario", () => {
  it.each(SCENARIOS.map((one) => [one.name, one] as const))(
    "%s shows what its steps announce, and nothing that they forbid",
    async (_, scenario) => {
      const { house, bot, close } = await inProcess(scenario.startAt);
      try {
        const verdicts: Verdict[] = [];
        await new ScenarioPlayer(scenario, house).play("all", (verdict) => verdicts.push(verdict));
        expect(
          verdicts
            .filter(({ missing }) => missing.length > 0)
            .map(({ step, missing }) => ({ step, missing: missing.map(({ en }) => en) })),
        ).toEqual([]);
        expect(verdicts).toHaveLength(scenario.steps.length);
        expect(bot.broken).toEqual([]);
        expect(bot.discord.unknownRoutes).toEqual([]);
      } finally {
        await close();
      }
    },
    240_000,
  );
});
