// Everything a message can hold, in a real browser: threads, lock screen, menus, layouts, both themes, a phone's width, axe.
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildPage } from "../../rehearsal/page/build.ts";
import { hasChromium, openBrowser } from "./browser.ts";
import { crowded, everything } from "./everything.ts";
import { startFakeServer } from "./fake-server.ts";
import type { FakeServer } from "./fake-server.ts";
import { onceDrawn, patience } from "./moving.ts";
import { ana, luis, message, shown } from "./snapshot.ts";

/** What of an element in the browser is asked for here: the project's types know no DOM outside the page. */
interface Box {
  clientWidth: number;
  scrollWidth: number;
}

interface Finding {
  id: string;
  impact: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const views = ["alertas", "redaccion", "muestras", "menus", "diseño", "noticias", "reportes"];

describe.skipIf(!hasChromium)("messages on the page", () => {
  let folder: string;
  let browser: Browser;
  let server: FakeServer;
  let page: Page;
  let state: ReturnType<typeof everything>;
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

  beforeEach(() => {
    state = everything();
    complaints = [];
    hosts = new Set();
  });
  afterEach(async () => {
    await page.close();
    await server.close();
  });

  async function open(width = 1280, colorScheme: "dark" | "light" = "dark"): Promise<void> {
    server = await startFakeServer(folder, () => state);
    page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
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
  }

  const log = () => page.getByRole("log");
  const head = () => page.locator(".channel-head");
  const go = async (name: string) => {
    // On a phone the list is a drawer.
    const drawer = page.locator("#side-knob");
    if (await drawer.isVisible()) await drawer.click();
    await page
      .getByRole("navigation")
      .getByRole("button", { name: new RegExp(`^${name}`, "u") })
      .first()
      .click();
    await page.locator(".pane.front h2", { hasText: name }).waitFor({ state: "attached" });
  };
  const lastAsked = async (path: string) => {
    const found = () => server.asked.filter((one) => one.path === `/rehearsal/${path}`).at(-1)?.body;
    await expect.poll(found).toBeDefined();
    return found();
  };

  it("draws every mark of a text, with emoji from our own server only", async () => {
    await open();
    await go("muestras");
    await log().getByRole("img", { name: "🇪🇨", exact: true }).waitFor();
    await expect.poll(() => log().locator("ol > li > ul > li > ul > li", { hasText: "y pilas" }).count()).toBe(1);
    await expect.poll(() => log().locator("blockquote", { hasText: "El año pasado" }).count()).toBe(1);
    await expect.poll(() => log().getByText("/toque-de-queda", { exact: true }).count()).toBe(1);
    await expect.poll(() => log().getByText("Canales y roles").count()).toBe(1);
    await expect.poll(() => log().getByText(":puerto:").count()).toBe(1);
    for (const emoji of ["1️⃣", "⚪", "👍🏽"]) {
      const image = log().getByRole("img", { name: emoji, exact: true }).first();
      await expect
        .poll(() => image.evaluate((drawn: { naturalWidth: number }) => drawn.naturalWidth))
        .toBeGreaterThan(0);
    }
    await expect.poll(() => log().locator(".jumbo").count()).toBe(1);
    const named = await log().getByRole("button", { name: "#alertas" }).boundingBox();
    expect(named?.height).toBeLessThan(30);
    expect([...hosts]).toEqual([new URL(server.url).host]);
    expect(complaints).toEqual([]);
  });

  it("shows replies, deleted originals, system lines, tags and groups of one author", async () => {
    await open();
    await go("muestras");
    await log().getByText("Y otra cosa, enseguida.").waitFor();
    expect(
      await onceDrawn(page, () =>
        log().locator(".message.follows", { hasText: "Y otra cosa" }).locator(".head").count(),
      ),
    ).toBe(0);
    await expect
      .poll(() => log().locator(".message", { hasText: "¿Y aquí?" }).getByText("fue borrado").count())
      .toBe(1);
    await expect.poll(() => log().getByText("Luis fijó un mensaje en este canal.").count()).toBe(1);
    await expect.poll(() => log().getByText("Mei inició un hilo:").count()).toBe(1);
    await expect
      .poll(() => log().locator(".message", { hasText: "Desde un webhook" }).getByText("APP").count())
      .toBe(1);
    await log().locator(".message", { hasText: "Sí, sin daños." }).getByTitle("Ir al mensaje respondido").click();
    await expect.poll(() => page.evaluate("document.activeElement.textContent.includes('¿Todos bien')")).toBe(true);
    await go("noticias");
    await expect.poll(() => log().getByRole("img", { name: "Publicado en los canales" }).count()).toBe(1);
    await expect.poll(() => log().getByRole("img", { name: "Publicado desde un canal" }).count()).toBe(1);
  });

  it("lets relative times age with the world's clock and leaves the other rows alone", async () => {
    await open();
    await go("muestras");
    await log().getByText("hace 6 minutos").waitFor();
    const plain = log().locator(".message", { hasText: "Y otra cosa" });
    await plain.locator(".text").evaluate((node: { dataset: Record<string, string> }) => {
      node.dataset["kept"] = "yes";
    });
    server.push({ type: "clock", now: "2026-03-16T04:49:00.000Z", rate: 0, running: false });
    await log().getByText("hace 1 hora").waitFor();
    expect(await onceDrawn(page, () => plain.locator("[data-kept]").count())).toBe(1);
  });

  it("opens a thread from its box, with where it belongs above it", async () => {
    await open();
    await go("muestras");
    await log()
      .getByRole("button", { name: /Seguimiento del sismo.*3 mensajes/u })
      .click();
    await log().getByText("Avisa al llegar.").waitFor();
    await expect.poll(() => head().getByRole("button", { name: "muestras" }).count()).toBe(1);
    const [first] = state.channels.filter((channel) => channel.name === "Seguimiento del sismo");
    const last = message("Una más");
    server.push({ type: "message", channelId: first?.id ?? "", shown: shown(last) });
    await log().getByText("Una más").waitFor();
    await head().getByRole("button", { name: "muestras" }).click();
    const box = log().getByRole("button", { name: /Seguimiento del sismo.*4 mensajes/su });
    await box.getByText("Una más").waitFor();
    server.push({
      type: "message",
      channelId: first?.id ?? "",
      shown: shown({ ...last, content: "Una más, corregida" }),
    });
    await box.getByText("Una más, corregida").waitFor();
    expect(complaints).toEqual([]);
  });

  it("shows a forum's posts as cards with their first words, and put-away ones as such", async () => {
    await open();
    await go("reportes");
    const cards = page.getByRole("list", { name: "Publicaciones de #reportes" }).getByRole("button");
    await expect.poll(() => cards.count()).toBe(2);
    await expect.poll(() => cards.first().textContent()).toContain("piedras en la calzada");
    await expect.poll(() => cards.last().textContent()).toMatch(/Archivado.*Cerrado/su);
    expect(await onceDrawn(page, () => page.getByRole("combobox", { name: "Escribe /", exact: false }).count())).toBe(
      0,
    );
    await cards.last().press("Enter");
    await log().getByText("Sin luz desde ayer.").waitFor();
    await expect.poll(() => head().textContent()).toMatch(/reportes.*Corte de luz.*Archivado.*Cerrado/su);
  });

  it("shows on the lock screen the text alone, cut, silent ones marked, private ones not at all", async () => {
    await open();
    await go("muestras");
    await log().getByText("Y otra cosa").waitFor();
    await page.getByRole("button", { name: "Pantalla bloqueada" }).click();
    const lock = page.getByRole("region", { name: "Pantalla bloqueada de un celular" });
    const notices = lock.getByRole("article");
    await notices.first().waitFor();
    await expect.poll(() => lock.textContent()).toContain("Se supone");
    expect(await onceDrawn(page, () => lock.getByText("M 5.8").count())).toBe(0);
    expect(await onceDrawn(page, () => lock.getByText("fijó un mensaje").count())).toBe(0);
    await expect.poll(() => notices.filter({ hasText: "Sin sonido" }).count()).toBe(1);
    const alert = notices.filter({ hasText: "TOQUE DE QUEDA AHORA" });
    await expect.poll(() => alert.textContent()).toContain("(#muestras, Redacción del Puerto)");
    await expect.poll(() => alert.getByText("@choferes").count()).toBe(1);
    await expect.poll(() => alert.locator(".lock-cut").count()).toBe(1);
    await expect.poll(() => notices.filter({ hasText: "Vigía envió contenido incrustado" }).count()).toBe(1);
    const long = notices.filter({ hasText: "Plan de evacuación" });
    await expect.poll(() => long.locator(".lock-cut").count()).toBe(2);
    await expect.poll(() => long.textContent()).toContain("<t:1773630000:f>");
    await page.getByRole("button", { name: "Pantalla bloqueada" }).click();
    await log().getByText("Y otra cosa").waitFor();
  });

  it("offers in each kind of menu what belongs there, by keyboard", async () => {
    await open();
    await go("menus");
    const options = page.getByRole("listbox").getByRole("option");
    const offered = async (label: string) => {
      await log().getByRole("button", { name: label }).press("Enter");
      await page.getByRole("listbox").waitFor();
      const texts = await options.allTextContents();
      await page.keyboard.press("Escape");
      // Gone before the next is opened, whose options are read.
      await page.getByRole("listbox").waitFor({ state: "detached" });
      return texts.map((text) => text.replace(/\s+/gu, " ").trim());
    };
    expect(await offered("Persona")).toEqual(["@Ana", "@Luis", "@Mei"]);
    expect(await offered("Rol")).toEqual(["@choferes"]);
    expect(await offered("@Luis")).toEqual(["@Ana", "@Luis", "@Mei", "@choferes"]);
    expect(await offered("Foro")).toEqual(["#reportes"]);
    await log().getByRole("button", { name: "Pichincha" }).press("Enter");
    await expect.poll(() => options.nth(2).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("g");
    await page.keyboard.press("Enter");
    expect(await lastAsked("select")).toMatchObject({ customId: "1:string", values: ["EC-G"] });
    expect(complaints).toEqual([]);
  });

  it("sends several choices only when there are enough of them, by keyboard and by pointer", async () => {
    await open();
    await go("menus");
    await log().getByRole("button", { name: "Dos o tres" }).press("Enter");
    const send = page.getByRole("button", { name: "Enviar", exact: true }).first();
    await page.keyboard.press("Enter");
    expect(await onceDrawn(page, () => send.isDisabled())).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByRole("option", { name: "Carchi" }).click();
    await page.getByRole("option", { name: "Cañar" }).click();
    await send.click();
    expect(await lastAsked("select")).toMatchObject({ customId: "1:many", values: ["Azuay", "Bolívar", "Carchi"] });
  });

  it("lays out Components V2 and shows only the files that the layout names", async () => {
    await open();
    await go("diseño");
    await log().getByText("Parte de la noche").waitFor();
    await expect.poll(() => log().getByRole("img", { name: "Sello de Guayas" }).count()).toBe(1);
    await expect.poll(() => log().getByRole("img", { name: "Mapa de la noche" }).count()).toBe(1);
    await expect.poll(() => log().getByRole("link", { name: "ataques.csv", exact: true }).count()).toBe(1);
    expect(await onceDrawn(page, () => log().getByText("decreto.pdf").count())).toBe(0);
    await expect.poll(() => log().getByText("no se descarga: Foto de fuera").count()).toBe(1);
    await log().getByRole("button", { name: "Confirmar" }).click();
    expect(await lastAsked("press")).toMatchObject({ readerId: ana, customId: "1:v2" });
    const hidden = log().locator(".cover", { hasText: "Detalle delicado" });
    await expect.poll(() => hidden.locator("[inert]").count()).toBe(1);
    await hidden.getByRole("button").press("Enter");
    await expect.poll(() => hidden.locator("[inert]").count()).toBe(0);
    expect([...hosts]).toEqual([new URL(server.url).host]);
    expect(complaints).toEqual([]);
  });

  it("shows files by name and size, the first lines of texts, and descriptions behind ALT", async () => {
    await open();
    await go("muestras");
    const file = log().locator(".file", { hasText: "ataques.csv" });
    await file.getByText("fecha,lugar,muertos").waitFor();
    expect(await onceDrawn(page, () => file.getByText("2026-03-19").isVisible())).toBe(false);
    await file.getByRole("button", { name: "15 líneas más" }).press("Enter");
    await file.getByText("2026-03-19").waitFor();
    await expect
      .poll(() => file.getByRole("button", { name: "Mostrar menos líneas" }).getAttribute("aria-expanded"))
      .toBe("true");
    await expect.poll(() => log().locator(".file", { hasText: "decreto.pdf" }).textContent()).toMatch(/47[.,]1 KB/u);
    await expect.poll(() => log().locator(".cover:not(.open)").count()).toBe(2);
    const picture = log().locator(".message", { hasText: "Fotos y archivos" }).locator(".frame").first();
    await picture.locator("summary", { hasText: "ALT" }).click();
    await picture.getByText("Mapa: Guayas y Los Ríos en rojo").waitFor();
  });

  it("shows nobody else's private messages, threads or channels", async () => {
    for (const channel of state.channels) if (channel.name === "reportes") channel.seenBy = [luis];
    state.messages["20000000000000011"]?.push(shown(message("Mira <#20000000000000014>")));
    await open();
    await go("muestras");
    await log().getByText("#canal desconocido").waitFor();
  });

  it.each(["dark", "light"] as const)(
    "shows all of it in %s with no serious finding of axe",
    async (theme) => {
      await open(1280, theme);
      const findings: string[] = [];
      const look = async (name: string) => {
        await page.evaluate(axe);
        const found: Finding[] = await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] }).then((said) => said.violations)",
        );
        for (const { id, impact, nodes } of found) {
          if (impact !== "serious" && impact !== "critical") continue;
          findings.push(...nodes.map((node) => `${name}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
        }
      };
      for (const name of views) {
        await go(name);
        await look(name);
      }
      await go("muestras");
      await page.getByRole("button", { name: "Pantalla bloqueada" }).click();
      await look("pantalla bloqueada");
      await go("menus");
      await log().getByRole("button", { name: "Dos o tres" }).click();
      await page.keyboard.press("Enter");
      await look("menú abierto");
      expect(findings).toEqual([]);
    },
    60_000,
  );

  it("follows the theme chosen on the page over the system's", async () => {
    await open(1280, "dark");
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const dark = await paper();
    await page.evaluate("document.documentElement.dataset.theme = 'light'");
    await expect.poll(paper).not.toBe(dark);
    const light = await paper();
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate("document.documentElement.dataset.theme = 'dark'");
    await expect.poll(paper).toBe(dark);
    await page.evaluate("delete document.documentElement.dataset.theme");
    await expect.poll(paper).toBe(light);
  });

  it.each([390, 320])("has nothing beyond the edges of a screen %i wide, in any view", async (width) => {
    await open(width, "light");
    const beyond = async (name: string) => {
      const boxes = page.locator("html, main, .log, .forum, .channel-head");
      const wide = await onceDrawn(page, () =>
        boxes.evaluateAll((all: Box[]) => all.map((box) => box.scrollWidth - box.clientWidth)),
      );
      expect([name, ...wide.filter((more) => more > 0)]).toEqual([name]);
    };
    for (const name of views) {
      await go(name);
      await beyond(name);
    }
    await go("muestras");
    await page.getByRole("button", { name: "Pantalla bloqueada" }).click();
    await page.getByRole("article").first().waitFor();
    await beyond("pantalla bloqueada");
  });

  /** Processor time of the page's thread so far, milliseconds: unlike the wall's it does not grow when the machine is busy with other tests. */
  async function cpu(): Promise<() => Promise<number>> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? 0);
    };
  }

  it("draws three hundred messages in well under a second, and types without drawing them anew", async () => {
    state = crowded(300);
    await open();
    const spent = await cpu();
    const before = await spent();
    await go("redaccion");
    await log().getByText("número 299").waitFor();
    const drawn = (await spent()) - before;
    const field = page.getByRole("combobox", { name: "Escribe en #redaccion, o / para un comando" });
    await field.focus();
    await page.keyboard.type("/to");
    await page.getByRole("option", { name: "/toque-de-queda" }).waitFor();
    const start = "window.changes = 0; new MutationObserver((list) => { window.changes += list.length; })";
    await page.evaluate(
      `${start}.observe(document.querySelector('.log'), { childList: true, subtree: true, attributes: true })`,
    );
    const idle = await spent();
    for (const key of "que-de-que") {
      await page.keyboard.type(key);
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
    const perKey = ((await spent()) - idle) / 10;
    console.log(`300 messages: ${drawn.toFixed(0)} ms of processor to open the channel, ${perKey.toFixed(1)} ms a key`);
    expect(await onceDrawn(page, () => page.evaluate("window.changes"))).toBe(0);
    expect(drawn).toBeLessThan(1000);
    expect(perKey).toBeLessThan(16);
  });

  it("goes back through a long channel without losing the place, and to a message far above", async () => {
    state = crowded(300);
    const list = state.messages["20000000000000002"] ?? [];
    const [, early] = list;
    list.push(
      shown(
        message("¿Y aquello?", {
          channel_id: "20000000000000002",
          type: 19,
          message_reference: { message_id: early?.message.id ?? "", channel_id: "20000000000000002" },
        }),
      ),
    );
    await open();
    await go("redaccion");
    await log().getByText("¿Y aquello?").waitFor();
    await expect.poll(() => log().locator(".message").count()).toBe(60);
    const top = log().locator(".message").first();
    const id = await top.getAttribute("id");
    const place = async () => (await log().locator(`#${id}`).boundingBox())?.y ?? 0;
    await top.scrollIntoViewIfNeeded();
    await expect.poll(() => log().locator(".message").count()).toBe(160);
    await expect.poll(async () => (await place()) > 0 && (await place()) < 900).toBe(true);
    await log().getByTitle("Ir al mensaje respondido").click();
    await expect.poll(() => page.evaluate(`document.activeElement.id`)).toBe(`message-${early?.message.id}`);
  });
});
