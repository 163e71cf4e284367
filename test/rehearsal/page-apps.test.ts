// What a bare bot does, seen in a real browser over the real stand-in: Apps on messages and people, threads, forum posts, files, edits, deletions; and
// a person's own words.
import { type Interaction, MessageFlags, Routes } from "discord.js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../page/browser.ts";
import { onceDrawn } from "../page/moving.ts";
import { type Bot, COMMANDS, startBot } from "../rehearsal-server/bot.ts";
import { made } from "../rehearsal-server/over-rest.ts";
import { newest, openChannel, shownIn, windows } from "./page-window.ts";

describe.skipIf(!hasChromium)("what a bare bot does", () => {
  const { pageDir, open, shut } = windows();
  let bot: Bot;
  let page: Page;
  let alertas = "";

  async function handle(interaction: Interaction): Promise<void> {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply({
        content: `Sobre: ${interaction.targetMessage.content}`,
        files: [{ name: "sobre.csv", attachment: Buffer.from("a;b") }],
        flags: MessageFlags.Ephemeral,
      });
    if (interaction.isUserContextMenuCommand()) await interaction.reply(`Es ${interaction.targetUser.globalName}.`);
  }
  const post = async (content: string, more: object = {}) =>
    made(await bot.rest.post(Routes.channelMessages(alertas), { body: { content, ...more } }));
  const says = (text: string) => page.locator(".log .message", { hasText: text });

  beforeAll(async () => {
    bot = await startBot({ pageDir: pageDir(), rates: "roomy" }, handle);
    const body = [...COMMANDS, { name: "Quién es", type: 2 }];
    await bot.rest.put(Routes.applicationCommands(bot.rehearsal.applicationId), { body });
    alertas = bot.rehearsal.channel("alertas").id;
    page = await open(bot.rehearsal);
  });
  afterAll(async () => {
    await shut();
    await bot.stop();
  });

  it("a person writes, others read it, and Apps answers about the message and about who wrote it", async () => {
    const other = await open(bot.rehearsal, { reader: "Luis" });
    await page.keyboard.press("Tab");
    await page.locator(`#composer-${alertas}`).focus();
    await page.keyboard.type("Visto en la **esquina**");
    await page.keyboard.press("Enter");
    const own = await newest(other, "Visto en la esquina");
    await own.locator(".menu-knob").press("Enter");
    await other.getByRole("menuitem", { name: "Why?" }).press("Enter");
    const about = await newest(other, "Sobre: Visto en la **esquina**".replaceAll("*", ""));
    const waiting = other.waitForEvent("download");
    await about
      .getByRole("link", { name: /sobre\.csv/ })
      .first()
      .press("Enter");
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("sobre.csv");
    await says("Visto en la esquina").first().locator(".menu-knob").press("Enter");
    await page.getByRole("menuitem", { name: "Quién es" }).press("Enter");
    await newest(page, "Es Ana.");
    // It came after the private answer, which would stand above it.
    expect(await onceDrawn(page, () => shownIn(page))).not.toContainEqual(expect.stringContaining("Sobre:"));
    await other.context().close();
  });

  it("a file is shown, read and handed over", async () => {
    const files = [{ name: "nota.txt", contentType: "text/plain", data: Buffer.from("primera\nsegunda") }];
    await bot.rest.post(Routes.channelMessages(alertas), {
      body: { content: "Adjunto", attachments: [{ id: "0", description: "Una nota" }] },
      files,
    });
    const message = await newest(page, "Adjunto");
    await message.getByText("segunda").waitFor();
    const waiting = page.waitForEvent("download");
    await message.getByRole("link", { name: "Descargar nota.txt" }).press("Enter");
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("nota.txt");
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).toString()).toBe("primera\nsegunda");
  });

  it("an edit is marked as one, a deleted message goes, and what answered it says so", async () => {
    const first = await post("Quedan 3");
    await newest(page, "Quedan 3");
    await bot.rest.patch(Routes.channelMessage(alertas, first.id), { body: { content: "Quedan 4" } });
    await says("Quedan 4").getByText("(editado)").waitFor();
    expect(await onceDrawn(page, () => says("Quedan 3").count())).toBe(0);
    await post("Corrige lo de arriba", { message_reference: { message_id: first.id } });
    await says("Corrige lo de arriba").getByText("Quedan 4").waitFor();
    await bot.rest.delete(Routes.channelMessage(alertas, first.id));
    await says("Corrige lo de arriba").getByText("El mensaje original fue borrado").waitFor();
    await expect.poll(() => page.locator(".log .message .text", { hasText: "Quedan 4" }).count()).toBe(0);
  });

  it("a thread stands under its message and in the list, and opens", async () => {
    const start = await post("Novedad");
    const thread = made(await bot.rest.post(Routes.threads(alertas, start.id), { body: { name: "Detalles" } }));
    await bot.rest.post(Routes.channelMessages(thread.id), { body: { content: "Primer detalle" } });
    const box = says("Novedad").locator(".thread-box");
    await box.getByText("Primer detalle").waitFor();
    await page.locator("#side .channel.thread", { hasText: "Detalles" }).waitFor();
    await box.press("Enter");
    await newest(page, "Primer detalle");
    await page.getByText("Este hilo empezó con:").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("Lo confirmo");
    await page.keyboard.press("Enter");
    await newest(page, "Lo confirmo");
    await bot.rest.patch(Routes.channel(thread.id), { body: { archived: true } });
    await openChannel(page, "alertas");
    await page.getByText("Hilos archivados (1)").waitFor();
  });

  it("a forum post is a card, and opens", async () => {
    const foro = bot.rehearsal.channel("foro").id;
    await bot.rest.post(Routes.threads(foro), {
      body: { name: "Toque en Guayas", message: { content: "Qué se sabe" } },
    });
    await openChannel(page, "foro");
    const card = page.locator(".card", { hasText: "Toque en Guayas" });
    await card.getByText("Qué se sabe").waitFor();
    await card.press("Enter");
    await newest(page, "Qué se sabe");
  });
});
