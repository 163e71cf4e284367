// A scenario played from the page, with the whole bot: next step, all of them, what was seen and what was not.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shortened } from "../../rehearsal/scenarios/shortened.ts";
import { ScenarioPlayer } from "../../rehearsal/scenarios/player.ts";
import type { Scenario } from "../../rehearsal/scenarios/scenario.ts";
import { hasChromium } from "../page/browser.ts";
import { windows } from "./page-window.ts";
import { inProcess, type InProcess } from "./scenario-house.ts";

/** The second step waits for what does not come, as it would if a line of the bot's were wrong. */
const spoilt: Scenario = {
  ...shortened,
  steps: shortened.steps
    .slice(0, 3)
    .map((step, at) => (at === 1 ? { ...step, sees: [{ in: "alertas", parts: ["no such words"] }] } : step)),
};

describe.skipIf(!hasChromium)("a scenario", () => {
  const { pageDir, open, shut } = windows();
  let here: InProcess;
  let page: Page;
  const broken: unknown[] = [];
  beforeAll(async () => {
    here = await inProcess(spoilt.startAt, { pageDir: pageDir(), patience: 1000 });
    const progress = { said: () => {} };
    const player = new ScenarioPlayer(spoilt, here.house, () => progress.said());
    progress.said = here.bot.discord.openScenario({
      view: () => player.view(),
      begin: (what) => {
        player.mayPlay();
        player.play(what).catch((fault: unknown) => broken.push(fault));
      },
    });
    page = await open(here.bot.discord, { reader: "Luis", scheme: "light" });
    await page.locator("#tool-scenario").press("Enter");
  });
  afterAll(async () => {
    await shut();
    expect([...broken, ...here.bot.broken]).toEqual([]);
    await here.close();
  });
  const panel = () => page.getByRole("complementary", { name: "Scenario" });
  const steps = () => panel().getByRole("listitem");

  it(
    "is played a step at a time, then to its end, with a mark at each step and the reason where it went wrong",
    { timeout: 60_000 },
    async () => {
      await panel().getByText(spoilt.title.en).waitFor();
      await expect.poll(() => steps().count()).toBe(spoilt.steps.length);
      await panel().getByRole("button", { name: "Next step" }).press("Enter");
      await steps().nth(0).getByText("✓").waitFor();
      await page.locator("#tool-scenario").getByText(`1/${spoilt.steps.length}`).waitFor();
      await expect.poll(() => steps().nth(1).getAttribute("aria-current")).toBe("step");
      await panel().getByRole("button", { name: "Play all" }).press("Enter");
      await panel().getByText("All steps are done.").waitFor({ timeout: 40_000 });
      await expect.poll(() => panel().locator(".step-mark").allInnerTexts()).toEqual(["✓", "✗", "✓"]);
      await expect.poll(() => steps().nth(1).innerText()).toContain("no such words");
      await expect.poll(() => panel().getByRole("button", { name: "Play all" }).isDisabled()).toBe(true);
    },
  );
});
