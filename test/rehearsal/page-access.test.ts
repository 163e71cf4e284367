// What axe-core finds on the page with the whole bot's own content, in both themes and languages, on a desk and on a phone; and whether anything
// stands out of the window.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { hasChromium } from "../page/browser.ts";
import { onceDrawn } from "../page/moving.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { answered, command, newest, windows } from "./page-window.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const Found = z.object({
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

describe.skipIf(!hasChromium)("with the bot's own content", () => {
  const { pageDir, open, shut } = windows();
  let bot: Whole;
  beforeAll(async () => {
    bot = await wholeBot({ stage: { pageDir: pageDir() } });
    const { discord } = bot;
    const channel = discord.channel("alertas").id;
    await answered(() => bot.subscribe("Ana", { channel }));
    await discord.clock.jump({ by: 5 });
    await discord.waitForMessage(channel, (one) => one.message.content.includes("TOQUE DE QUEDA AHORA"));
    discord.orderFault({ fault: "503", on: "reads", times: 2, channelId: channel });
  });
  afterAll(async () => {
    await shut();
    expect(bot.broken).toEqual([]);
    await bot.close();
  });

  async function grave(page: Page, where: string): Promise<string[]> {
    const { violations } = Found.parse(await page.evaluate("axe.run()"));
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => [where, id, ...nodes.map(({ html }) => html.slice(0, 160))].join(" "));
  }
  const beyond = (page: Page) =>
    page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

  it.each([
    ["Luis", "dark", 1280],
    ["Luis", "light", 390],
    ["Ana", "light", 1280],
    ["Ana", "dark", 390],
  ] as const)(
    "%s, %s, %i pixels wide: no serious finding, nothing out of the window",
    async (reader, scheme, width) => {
      const page = await open(bot.discord, { reader, scheme, width, height: 844 });
      await page.evaluate(axe);
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        found.push(...(await onceDrawn(page, () => grave(page, where))));
        if ((await onceDrawn(page, () => beyond(page))) > 0) found.push(`${where} stands out of the window`);
      };
      const spanish = reader === "Ana";
      await look("alert");
      await command(page, spanish ? "ataques" : "strikes");
      await look("options");
      await page.keyboard.press("Enter");
      const answer = await newest(page, spanish ? "Conteo de Vigía" : "Vigía's count");
      await answer.getByRole("button", { name: spanish ? "Abrir un registro" : "Open one record" }).press("Enter");
      await page.getByRole("listbox").waitFor();
      await look("answer with its menu open");
      await page.keyboard.press("Escape");
      await page.getByRole("listbox").waitFor({ state: "detached" });
      await page.locator(".lock-toggle").press("Enter");
      await page.locator(".notice").first().waitFor();
      await look("lock screen");
      await page.locator(".lock-toggle").press("Enter");
      await answer.waitFor();
      for (const panel of ["faults", "settings"]) {
        await page.locator(`#tool-${panel}`).press("Enter");
        await page.locator(".panel").waitFor();
        await look(panel);
        await page.keyboard.press("Escape");
        await page.locator(".panel").waitFor({ state: "detached" });
      }
      expect(found).toEqual([]);
    },
  );
});
