// Who has read only README's first screen, in a real browser with the whole bot: the page opens, the clock moves, the alert comes, a command answers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../page/browser.ts";
import { onceDrawn } from "../page/moving.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { answered, commandOffered, newest, openChannel, shownIn, windows } from "./page-window.ts";

describe.skipIf(!hasChromium)("a newcomer", () => {
  const { pageDir, open, shut, took } = windows();
  let bot: Whole;
  beforeAll(async () => {
    bot = await wholeBot({ stage: { pageDir: pageDir() } });
    const channel = bot.discord.channel("alertas").id;
    await answered(() => bot.subscribe("Ana", { channel }, channel));
  });
  afterAll(async () => {
    await shut();
    expect(bot.broken).toEqual([]);
    await bot.close();
  });

  it("asks, moves the clock, sees the alert come with its badge, and on the lock screen its first line", async () => {
    const page = await open(bot.discord);
    await newest(page, /Desde ahora llegan avisos|ya llegan exactamente/u);
    await expect.poll(() => page.getByText("Vigía está en línea").isVisible()).toBe(true);
    // The two Enters of README.
    await page.keyboard.press("/");
    await page.keyboard.type("curfew");
    await commandOffered(page, "toque-de-queda");
    await page.keyboard.press("Enter");
    await page.locator(".command-name").waitFor();
    await page.keyboard.press("Enter");
    const answer = await newest(page, "Sin toque ahora en Ecuador. Próximo: hoy domingo 15 mar. 23:00");
    await expect.poll(() => answer.innerText()).toContain("Solo tú puedes ver esto");

    await openChannel(page, "redaccion");
    await page.getByRole("button", { name: "a las 23:00" }).press("Enter");
    await page.locator(".channel", { hasText: "alertas" }).getByText("1 sin leer").waitFor();
    await page.getByRole("group", { name: "Reloj del mundo" }).getByText("23:00").waitFor();

    await openChannel(page, "alertas");
    const alert = await newest(
      page,
      "TOQUE DE QUEDA AHORA hasta el lunes 16 mar. 05:00 en 4 provincias (hora de Ecuador): Guayas",
    );
    await expect
      .poll(() => alert.innerText())
      .toMatch(/Decreto Ejecutivo 329, noche 1 de 16[\s\S]*#[0-9A-Z]{4}-[0-9A-Z]{4}/u);
    await expect.poll(() => page.locator(".channel .badge").count()).toBe(0);
    const alerts = (texts: string[]) => texts.filter((text) => text.includes("TOQUE DE QUEDA AHORA")).length;
    await bot.settled();
    expect(alerts(bot.texts("alertas"))).toBe(1);
    expect(alerts(await onceDrawn(page, () => shownIn(page)))).toBe(1);

    await page.getByRole("button", { name: "Pantalla bloqueada" }).press("Enter");
    const notices = page.locator(".notice");
    await expect.poll(() => notices.count()).toBe(1);
    const first = await notices.locator(".lock-text").textContent();
    expect(first?.replaceAll(/\s+/gu, " ")).toContain("TOQUE DE QUEDA AHORA hasta el lunes 16");
    expect(first).not.toContain("Decreto");
    // An answer stands in the log: whoever asks sees it.
    await page.keyboard.press("/");
    await page.keyboard.type("curfew");
    await commandOffered(page, "toque-de-queda");
    await page.keyboard.press("Enter");
    await page.locator(".command-name").waitFor();
    await page.keyboard.press("Enter");
    await newest(page, "TOQUE DE QUEDA AHORA en parte de Ecuador");
    await expect.poll(() => notices.count()).toBe(0);
  });

  it("finds the alert still there after reading the page anew, and as another person", async () => {
    const page = await open(bot.discord, { reader: "Luis", scheme: "light" });
    const alert = await newest(page, "TOQUE DE QUEDA AHORA");
    // Ana's question and the answer to it are nobody else's.
    expect(await onceDrawn(page, () => page.getByText("Sin toque ahora").count())).toBe(0);
    await expect.poll(() => alert.innerText()).toContain("00:00");
    await page.reload();
    await newest(page, "TOQUE DE QUEDA AHORA");
    console.log(`From navigation to the drawn channel: ${took.join(", ")} ms.`);
  });
});
