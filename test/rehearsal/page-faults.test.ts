// Faults ordered in the page's panel, with the whole bot: what the panel says of them, and what the channel shows afterwards. Nothing lost, nothing twice.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../page/browser.ts";
import { onceDrawn, patience } from "../page/moving.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { answered, caughtUp, command, newest, openChannel, shownIn, windows } from "./page-window.ts";
import { parts } from "./walk.ts";

describe.skipIf(!hasChromium)("faults from the panel", () => {
  const { pageDir, open, shut } = windows();
  let bot: Whole;
  let page: Page;
  let alertas = "";
  let killed = 100;

  beforeAll(async () => {
    // A heartbeat so short that a silent line is noticed within the test.
    bot = await wholeBot({ stage: { pageDir: pageDir(), heartbeat: 400, firstAnswer: 3_000 } });
    const { discord } = bot;
    alertas = discord.channel("alertas").id;
    // Luis is of the desk, as Ana is.
    discord.change({ change: "reader", readerId: discord.reader("Luis").id, roles: discord.reader("Ana").roles });
    await answered(subscribe);
    page = await open(bot.discord, { height: 1400 });
    await tool().press("Enter");
    await page.getByRole("complementary", { name: "Fallas" }).waitFor();
  });
  afterAll(async () => {
    await shut();
    expect(bot.broken).toEqual([]);
    expect(bot.discord.unknownRoutes).toEqual([]);
    await bot.close();
  });

  const tool = () => page.locator("#tool-faults");
  const panel = () => page.getByRole("complementary", { name: "Fallas" });
  const fold = (name: string) => panel().locator("summary", { hasText: name }).press("Enter");
  const subscribe = () => bot.subscribe("Ana", { channel: alertas });
  /** How often the channel shows it, once all has come that was on its way. */
  const told = async (text: string) => {
    await caughtUp(page, bot.discord, "alertas");
    return (await onceDrawn(page, () => shownIn(page))).filter((one) => one.includes(text)).length;
  };

  /** What each try to post it was answered; 0 for none. */
  const posts = (text: string) =>
    bot.discord.requests
      .filter(({ method, body }) => method === "POST" && JSON.stringify(body ?? "").includes(text))
      .filter(({ path }) => path === `/channels/${alertas}/messages`)
      .map(({ status }) => status);

  /** Luis records a strike; its alert is due at once. Not Ana: a form of hers opens in her page, over everything. */
  async function record(): Promise<string> {
    killed += 1;
    const readerId = bot.discord.reader("Luis").id;
    const form = await bot.type("Luis", "record", {}, "strike");
    if (form.kind !== "modal") throw new Error(`no form: ${JSON.stringify(form)}`);
    const { interactionId } = form;
    const values = {
      statement: `${killed} people were killed in a boat.`,
      told: "2026-03-14, report",
      region: "caribbean",
      killed: String(killed),
      link: `https://example.org/${killed}`,
    };
    const card = await bot.discord.submit({ readerId, interactionId, values });
    // Of a strike much like the one before it, the card offers first to add a source to that one.
    const confirm = parts(card).find((part) => "label" in part && part.label?.startsWith("Confirm"));
    if (card.kind !== "message" || confirm === undefined || !("custom_id" in confirm)) throw new Error("no card");
    await bot.discord.press({ readerId, messageId: card.messageId, customId: confirm.custom_id });
    return `Caribe: ${killed} muertos, según example.org`;
  }
  /** Orders it as a person does, and sees that it waits. */
  async function order(fault: string, on: string, times: number, seconds?: string): Promise<void> {
    await panel().getByLabel("Qué falla").selectOption(fault);
    await panel().getByLabel("En qué peticiones").selectOption(on);
    await panel().getByLabel("Cuántas peticiones").fill(String(times));
    if (seconds !== undefined)
      await panel()
        .getByLabel(/segundos/u)
        .fill(seconds);
    await panel().getByRole("button", { name: "Provocar la falla" }).press("Enter");
    await tool().getByText("1 falla vigente").waitFor();
  }
  const met = () => expect.poll(() => tool().getByText("vigente").count()).toBe(0);

  it.each([
    ["rate-limited", 1, "0.3"],
    ["rate-limited-shared", 1, "0.3"],
    ["500", 1, undefined],
    ["html", 1, undefined],
    ["closed-before", 1, undefined],
    ["closed-after", 1, undefined],
    ["slow", 1, "0.5"],
  ] as const)("%s: the alert comes all the same, and once", async (fault, times, seconds) => {
    await order(fault, "posts", times, seconds);
    const alert = await record();
    await newest(page, alert);
    await met();
    // Only an answer ends it: what stands in the channel without one is tried again.
    await expect.poll(() => posts(alert).at(-1), { timeout: patience }).toBe(200);
    await bot.settled();
    expect(await told(alert)).toBe(1);
    // A request whose answer is lost was counted by Discord all the same, and no header told of it: the next try may be one too many for the channel, and wait.
    const tries = posts(alert).filter((status) => status !== 429 || fault.startsWith("rate-limited"));
    expect(tries).toHaveLength(fault === "slow" ? 1 : 2);
  });

  it("shows Discord's red line when the answers do not arrive, and answers at the next try", async () => {
    await order("500", "answers", 5);
    await command(page, "toque-de-queda");
    await page.keyboard.press("Enter");
    await page.locator(".log").getByText("La interacción falló").waitFor();
    await panel()
      .getByRole("button", { name: /^Cancelar/u })
      .first()
      .press("Enter");
    await met();
    await command(page, "toque-de-queda");
    await page.keyboard.press("Enter");
    await newest(page, "Sin toque ahora en Ecuador");
  });

  it("a permission taken pauses the channel, and the list says so; given back and subscribed again, alerts come", async () => {
    await fold("Permisos de Vigía");
    const send = panel().getByRole("checkbox", { name: /Publicar mensajes/u });
    await send.press("Space");
    await panel().getByText("Retirados en #alertas").waitFor();
    const lost = await record();
    await bot.settled();
    await command(page, "alertas lista");
    await page.keyboard.press("Enter");
    await newest(page, "CERRADO para Vigía");
    expect(await told(lost)).toBe(0);
    await panel().getByRole("button", { name: "Devolver Publicar mensajes en #alertas" }).press("Enter");
    await met();
    await subscribe();
    const next = await record();
    await newest(page, next);
    expect(await told(next)).toBe(1);
  });

  it(
    "a line that is cut is taken up again; on a silent one the alert still comes, and Vigía answers once Discord speaks",
    { timeout: 60_000 },
    async () => {
      await fold("Conexión con Discord");
      await panel()
        .getByRole("button", { name: /Cortar la línea/u })
        .press("Enter");
      await expect.poll(() => bot.discord.gatewayVisits.length).toBeGreaterThan(1);
      await panel().getByText("Vigía está conectada.").waitFor();
      await panel()
        .getByRole("button", { name: /Quedarse callado/u })
        .press("Enter");
      await tool().getByText("1 falla vigente").waitFor();
      await page.getByRole("button", { name: "a las 23:00" }).press("Enter");
      await newest(page, "TOQUE DE QUEDA AHORA");
      await panel().getByRole("button", { name: "Volver a hablar" }).press("Enter");
      await met();
      await page.locator("#side").getByText("Vigía está en línea").waitFor({ timeout: 40_000 });
      await command(page, "toque-de-queda");
      await page.keyboard.press("Enter");
      await newest(page, "TOQUE DE QUEDA AHORA en parte de Ecuador");
      expect(await told("TOQUE DE QUEDA AHORA hasta el lunes")).toBe(1);
    },
  );

  it(
    "put out of the server, Vigía is shown as gone and offers nothing; back again, it answers and alerts",
    { timeout: 60_000 },
    async () => {
      await fold("Servidores");
      await panel()
        .getByRole("button", { name: /Expulsar a Vigía de/u })
        .press("Enter");
      await page.locator("#side").getByText("Vigía no está aquí").waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("curfew");
      await page.getByText("No existe el comando /curfew.").waitFor();
      await panel()
        .getByRole("button", { name: /Traer a Vigía de vuelta/u })
        .press("Enter");
      await expect.poll(() => page.locator("#side").getByText("Vigía no está aquí").count()).toBe(0);
      await openChannel(page, "redaccion");
      await openChannel(page, "alertas");
      await expect.poll(() => bot.discord.commands(bot.discord.reader("Ana").id).length).toBeGreaterThan(3);
      await subscribe();
      const alert = await record();
      await newest(page, alert);
      expect(await told(alert)).toBe(1);
    },
  );
});
