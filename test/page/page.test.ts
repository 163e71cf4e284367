// The built page in a real browser against a fake server: what a reader sees and does, by keyboard where it matters.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildPage } from "../../rehearsal/page/build.ts";
import { hasChromium, openBrowser } from "./browser.ts";
import { startFakeServer } from "./fake-server.ts";
import type { FakeServer } from "./fake-server.ts";
import { askedByNow, onceDrawn, patience, typeAsking } from "./moving.ts";
import { alerts, ana, desk, luis, message, shown, snapshot } from "./snapshot.ts";

/** What of an element in the browser is asked for here: the project's types know no DOM outside the page. */
interface Box {
  scrollTop: number;
  clientWidth: number;
  scrollWidth: number;
  clientHeight: number;
  scrollHeight: number;
}

describe.skipIf(!hasChromium)("the rehearsal's page", () => {
  let folder: string;
  let browser: Browser;
  let server: FakeServer;
  let page: Page;
  let state: ReturnType<typeof snapshot>;
  let complaints: string[];
  let hosts: Set<string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vigia-page-"));
    await buildPage(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    state = snapshot();
    complaints = [];
    hosts = new Set();
    server = await startFakeServer(folder, () => state);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
    page.setDefaultTimeout(patience);
    page.on("console", (entry) => {
      if (entry.type() === "error" || entry.type() === "warning") complaints.push(entry.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== "data:") hosts.add(host);
    });
    await page.goto(server.url);
    await page.getByRole("log").waitFor();
  });
  afterEach(async () => {
    await page.close();
    await server.close();
  });

  const log = () => page.getByRole("log");
  const field = (name: string) => page.getByRole("combobox", { name, exact: false });
  const asked = (path: string) =>
    server.asked.filter((one) => one.path === `/rehearsal/${path}`).map((one) => one.body);
  const lastAsked = async (path: string) => {
    await expect.poll(() => asked(path).length).toBeGreaterThan(0);
    return asked(path).at(-1);
  };

  it("shows a channel's messages with embed, buttons and picture, without a complaint or a request to another host", async () => {
    await expect.poll(() => log().textContent()).toContain("Toque de queda hoy domingo");
    await expect.poll(() => log().getByText("Decreto 329, noche 6 de 16").isVisible()).toBe(true);
    await expect.poll(() => log().getByRole("img", { name: "Mapa: Guayas y Los Ríos en rojo" }).count()).toBe(1);
    await expect.poll(() => log().getByRole("button", { name: "Caducado" }).isDisabled()).toBe(true);
    await expect.poll(() => log().getByText("Solo tú puedes ver esto").count()).toBe(1);
    await expect.poll(() => log().getByText("@choferes").count()).toBe(1);
    await expect.poll(() => page.getByText("dom 15 mar 2026,").count()).toBe(1);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(server.url).host]);
  });

  it("keeps the text of others as text", async () => {
    await page.getByRole("button", { name: "redaccion" }).click();
    await log().getByText("<script>document.title = 'taken'</script>").waitFor();
    expect(await onceDrawn(page, () => page.title())).not.toBe("taken");
    expect(await onceDrawn(page, () => log().locator("script, img").count())).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("sends a command with an autocomplete suggestion by keyboard alone", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("toque");
    await page.getByRole("option", { name: "/toque-de-queda" }).waitFor();
    await page.keyboard.press("Enter");
    await typeAsking(page, "gua");
    await page.getByRole("option", { name: "Guayaquil", exact: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toEqual({
      readerId: ana,
      channelId: alerts,
      name: "curfew",
      options: { place: "id:Guayaquil" },
    });
    await log().getByText('Typed curfew {"place":"id:Guayaquil"}').waitFor();
    expect(await lastAsked("autocomplete")).toMatchObject({
      name: "curfew",
      focused: "place",
      value: "gua",
      options: {},
    });
    expect(complaints).toEqual([]);
  });

  it("sends what was typed when no suggestion was picked, and accepts the English names", async () => {
    await field("/").fill("/curfew place: Guayas, Los Rios at: 23h00");
    await field("lugar").waitFor();
    await page
      .getByRole("option", { name: "Guayas", exact: true })
      .or(page.getByText("Sin sugerencias"))
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toMatchObject({
      name: "curfew",
      options: { place: "Guayas, Los Rios", at: "23h00" },
    });
  });

  it("offers the channels for a channel option, and says which field is missing", async () => {
    await field("/").fill("/alertas sus");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "#redaccion" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await page.getByText("Hay que llenar este campo").waitFor();
    await field("canal").fill("#redaccion");
    await field("avisos").fill("900");
    await page.keyboard.press("Enter");
    await page.getByText("Entre 0 y 720").waitFor();
    await field("avisos").fill("60");
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toMatchObject({ subcommand: "subscribe", options: { channel: desk, leads: 60 } });
  });

  it("leaves a command with Escape", async () => {
    await field("/").fill("/curfew ");
    await field("lugar").waitFor();
    await page.getByRole("option", { name: "Guayas", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("listbox").count()).toBe(0);
    await page.keyboard.press("Escape");
    await field("Escribe en #alertas, o / para un comando").waitFor();
    expect(await askedByNow(page, server, "type")).toEqual([]);
  });

  it("presses a button and shows Discord's red line where nobody answers", async () => {
    await log().getByRole("button", { name: "Actualizar" }).press("Enter");
    await log().getByText("Pressed 1:refresh").waitFor();
    expect(await lastAsked("press")).toMatchObject({ readerId: ana, customId: "1:refresh" });
    await log().getByRole("button", { name: "Confirmar" }).click();
    await log().getByText("Nobody answered within three seconds.").waitFor();
    expect(complaints).toEqual([]);
  });

  it("opens a form and submits it with Enter", async () => {
    await log().getByRole("button", { name: "Compartir" }).click();
    const dialog = page.getByRole("dialog", { name: "Compartir en el canal" });
    await dialog.getByLabel("Nota").fill("Visto en la esquina");
    await dialog.getByLabel("Motivo").selectOption("fix");
    await dialog.getByLabel("Enlace").press("Enter");
    expect(await lastAsked("submit")).toEqual({
      readerId: ana,
      interactionId: "90000000000000001",
      values: { note: "Visto en la esquina", why: ["fix"], link: "" },
    });
    await dialog.waitFor({ state: "detached" });
    await log().getByText("Submitted").waitFor();
    expect(complaints).toEqual([]);
  });

  it("chooses from a menu by keyboard and sends nothing while the arrows move", async () => {
    await log().getByRole("button", { name: "Otra provincia" }).press("Enter");
    await page.getByRole("listbox", { name: "Otra provincia" }).press("ArrowDown");
    expect(await askedByNow(page, server, "select")).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await lastAsked("select")).toMatchObject({ customId: "1:province", values: ["EC-O"] });
  });

  it("shows each reader their own private answers, language and zone", async () => {
    await page.getByRole("combobox", { name: "Actúa" }).selectOption(luis);
    await log().getByText("Only Luis sees this.").waitFor();
    expect(await onceDrawn(page, () => log().getByText("Sin toque ahora en Los Ríos").count())).toBe(0);
    await expect.poll(() => log().getByText("Only you can see this").count()).toBe(1);
    await expect.poll(() => page.getByText("Sun 15 Mar 2026,").count()).toBe(1);
    await expect.poll(() => page.getByText("23:55 your time (New York)").count()).toBe(1);
  });

  it("marks unread what arrives in a channel that is not shown, and shows both side by side", async () => {
    server.push({ type: "message", channelId: desk, shown: shown(message("Una novedad", { mention_everyone: true })) });
    await page.getByTitle("1 mención").waitFor();
    await page.getByRole("button", { name: "Al lado" }).click();
    await page.getByText("Una novedad").last().waitFor();
    await expect.poll(() => log().count()).toBe(2);
    await expect.poll(() => page.getByTitle("1 mención").count()).toBe(0);
  });

  it("reads the state anew after the stream was cut", async () => {
    state.messages[alerts]?.push(shown(message("Mientras tanto")));
    server.cut();
    await log().getByText("Mientras tanto").waitFor();
    server.push({ type: "bot", online: false });
    await page.getByText("Vigía está desconectada").waitFor();
  });

  it("moves the clock to the next 23:00 of Ecuador", async () => {
    await page.getByRole("button", { name: "a las 23:00", exact: true }).click();
    expect(await lastAsked("clock")).toEqual({ action: "jump", to: "2026-03-16T04:00:00Z" });
    server.push({ type: "clock", now: "2026-03-16T04:00:00Z", rate: 0, running: false });
    await page.locator(".face b", { hasText: "23:00" }).waitFor();
  });

  it("shows one channel with a switch on a phone, with nothing beyond its edges", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Canales" }).click();
    await page.getByRole("button", { name: "redaccion" }).click();
    await log().getByText("El año pasado").waitFor();
    await expect.poll(() => log().count()).toBe(1);
    expect(
      await onceDrawn(page, () => page.getByRole("button", { name: "a las 23:00", exact: true }).isVisible()),
    ).toBe(false);
    await page.getByRole("button", { name: "Mover el reloj" }).click();
    await page.getByRole("button", { name: "a las 23:00", exact: true }).waitFor();
    const beyond = () => page.locator("html").evaluate((box: Box) => box.scrollWidth - box.clientWidth);
    expect(await onceDrawn(page, beyond)).toBe(0);
  });

  it("stays at the newest message at the end, and does not move a reader who reads above", async () => {
    for (let at = 0; at < 30; at += 1) {
      server.push({ type: "message", channelId: alerts, shown: shown(message(`Aviso número ${at}`)) });
    }
    await log().getByText("Aviso número 29").waitFor();
    await expect.poll(() => log().getByText("Aviso número 29").isVisible()).toBe(true);
    await log().hover();
    await page.mouse.wheel(0, -2000);
    await expect
      .poll(() => log().evaluate((box: Box) => box.scrollTop + box.clientHeight < box.scrollHeight - 200))
      .toBe(true);
    server.push({ type: "message", channelId: alerts, shown: shown(message("El más nuevo")) });
    await page.getByRole("button", { name: "Mensajes nuevos" }).click();
    await expect.poll(() => log().getByText("El más nuevo").isVisible()).toBe(true);
  });
});
