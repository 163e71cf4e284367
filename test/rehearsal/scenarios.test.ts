// Every scenario with the whole bot in process: what each step announces must be seen, and what it forbids must not.
import { describe, expect, it } from "vitest";
import { SCENARIOS } from "../../rehearsal/scenarios/index.ts";
import { ScenarioPlayer, type Verdict } from "../../rehearsal/scenarios/player.ts";
import { inProcess } from "./scenario-house.ts";

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
    60_000,
  );
});
