// Settings of a person changed in the page, with the whole bot: what Discord tells the bot about them changes at once, and so do the answers.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../page/browser.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { COMMANDS_SHOWN } from "./commands-shown.ts";
import { command, newest, windows } from "./page-window.ts";

describe.skipIf(!hasChromium)("settings", () => {
  const { pageDir, open, shut } = windows();
  let bot: Whole;
  let page: Page;
  beforeAll(async () => {
    bot = await wholeBot({ stage: { pageDir: pageDir() } });
    page = await open(bot.discord, { reader: "Luis" });
    await page.locator("#tool-settings").press("Enter");
    await page.getByRole("heading", { name: "Settings of Luis" }).waitFor();
  });
  afterAll(async () => {
    await shut();
    expect(bot.broken).toEqual([]);
    await bot.close();
  });
  const ask = async (name: string) => {
    await command(page, name);
    await page.keyboard.press("Enter");
  };
  const offered = async () => (await page.locator(".popup .option > span:first-child").allInnerTexts()).sort();

  it("a language is that of the next answer, of the commands and of the page", async () => {
    await ask("curfew");
    await newest(page, "No curfew now in Ecuador");
    await page.getByLabel("Language").selectOption("es-ES");
    await page.getByRole("heading", { name: "Ajustes de Luis" }).waitFor();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("es-ES");
    await ask("toque-de-queda");
    await newest(page, "Sin toque ahora en Ecuador");
    await expect.poll(() => page.locator(".log .message").first().innerText()).toContain("No curfew now");
    await page.getByLabel("Idioma").selectOption("en-GB");
    await page.getByRole("heading", { name: "Settings of Luis" }).waitFor();
    await ask("curfew");
    await newest(page, "No curfew now in Ecuador");
  });

  it("a zone is that of the clock and of Discord's own times, not of the bot's sentences", async () => {
    const zone = page.getByRole("combobox", { name: "Time zone" });
    await zone.fill("madrid");
    await page.getByRole("option", { name: "Europe/Madrid" }).waitFor();
    await zone.press("Enter");
    await page.getByText("04:55 your time (Madrid)").waitFor();
    await page.locator(".plain-line").focus();
    await command(page, "curfew");
    await page.keyboard.type("guayas");
    await page.getByRole("option", { name: "Guayas (province, Ecuador)" }).waitFor();
    await page.keyboard.press("Enter");
    const answer = await newest(page, "tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time)");
    // 23:00 in Ecuador is 05:00 in Madrid.
    await answer.locator("time", { hasText: "16 March 2026 at 05:00" }).first().waitFor();
    await expect.poll(() => answer.locator(".head time").innerText()).toBe("04:55");
    await zone.fill("guayaquil");
    await page.getByRole("option", { name: "America/Guayaquil" }).waitFor();
    await zone.press("Enter");
    await answer.locator("time", { hasText: "15 March 2026 at 23:00" }).first().waitFor();
  });

  it("a role gives commands at once, and takes them away again, even from a line that is begun", async () => {
    const role = page.getByRole("checkbox", { name: "@mesa" });
    for (const [on, want] of [
      [true, COMMANDS_SHOWN],
      // Alerts of their own are for everybody.
      [false, COMMANDS_SHOWN.filter((one) => !one.startsWith("/record"))],
    ] as const) {
      await role.press("Space");
      await expect.poll(() => bot.discord.reader("Luis").roles.length).toBe(on ? 2 : 1);
      // Typed at once, it may be faster than the list of commands.
      await page.keyboard.press("/");
      await expect.poll(offered).toEqual([...want]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Backspace");
    }
  });

  it("stand after reading the page anew", async () => {
    await page.getByRole("radio", { name: "Light" }).press("Space");
    await page.reload();
    await newest(page, "tonight, Sun 15 Mar 23:00");
    await page.locator("#tool-settings").press("Enter");
    await expect.poll(() => page.getByLabel("Language").inputValue()).toBe("en-GB");
    await expect.poll(() => page.getByRole("radio", { name: "Light" }).isChecked()).toBe(true);
  });
});
