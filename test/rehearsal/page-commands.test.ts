// Every command of the whole bot by keyboard alone in a real browser, in both languages: chips, suggestions, choices, buttons, menus; and that a
// private answer is private.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../page/browser.ts";
import { onceDrawn, typeAsking } from "../page/moving.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { COMMANDS_SHOWN } from "./commands-shown.ts";
import { caughtUp, command, newest, openChannel, press, shownIn, tabBackTo, windows } from "./page-window.ts";

const SAYS = {
  en: {
    reader: "Luis",
    other: "Ana",
    all: COMMANDS_SHOWN,
    curfew: ["curfew", "guaya", "Guayas (province, Ecuador)", "tonight"],
    tonight: "CURFEW Sun 15 Mar 23:00 in Guayas, until Mon 16 Mar 05:00 (Ecuador time)",
    buttons: ["Share", "Copy"],
    shared: "Shared in #redaccion",
    sharedBy: "Shared by Luis, as known Sun 15 Mar 22:55",
    copied: /As known Sun 15 Mar 2026 22:55[\s\S]*Information, not permission to travel\./u,
    strikes: ["strikes", "min-killed", "10", "since"],
    list: "45 US military strikes on vessels",
    deadly: "4 US military strikes on vessels, 10 or more killed",
    paging: ["Older", "Page 2 of 5", "Open one record", "US strike on a vessel", "Back to the list"],
    orgs: ["orgs", "39 organisations in our record", "Next", "Page 2 of 2", "choner", "Los Choneros"],
    channel: "channel",
    preset: ["Drivers", "NOT SAVED YET", "Save"],
    alerts: ["alerts subscribe", "avisos from now on", "alerts list", "1 channel gets alerts"],
    removed: ["alerts remove", "No more alerts come to"],
    record: [
      "Record strike",
      "Record a strike",
      "Submit",
      "Not recorded yet",
      "Confirm",
      "Recorded: US strike on a vessel",
    ],
  },
  es: {
    reader: "Ana",
    other: "Luis",
    all: [
      "/alertas editar",
      "/alertas entregar",
      "/alertas estado",
      "/alertas lista",
      "/alertas motivo",
      "/alertas olvidar",
      "/alertas pausar",
      "/alertas probar",
      "/alertas quitar",
      "/alertas reanudar",
      "/alertas suscribir",
      "/ataques",
      "/organizaciones",
      "/registrar ataque",
      "/registrar corregir",
      "/registrar exportar",
      "/registrar historial",
      "/registrar organización",
      "/registrar retirar",
      "/registrar revisado",
      "/registrar toque-de-queda",
      "/registrar total",
      "/toque-de-queda",
    ],
    curfew: ["toque-de-queda", "guaya", "Guayas (provincia, Ecuador)", "esta noche"],
    tonight: "TOQUE DE QUEDA el domingo 15 mar. 23:00 en Guayas, hasta el lunes 16 mar. 05:00 (hora de Ecuador)",
    buttons: ["Compartir", "Copiar"],
    shared: "Compartido en #redaccion",
    sharedBy: "Compartido por Ana, según lo que se sabía el domingo 15 mar. 22:55",
    copied: /Según lo que se sabía el domingo 15 mar\. 2026 22:55[\s\S]*no permiso para circular\./u,
    strikes: ["ataques", "mínimo-muertos", "10", "desde"],
    list: /4\d ataques militares de EE\. UU\. a embarcaciones/u,
    deadly: "4 ataques militares de EE. UU. a embarcaciones, con 10 muertos o más",
    paging: ["Antiguos", "Página 2 de 5", "Abrir un registro", "Ataque de EE. UU.", "Volver a la lista"],
    orgs: [
      "organizaciones",
      "39 organizaciones en nuestro registro",
      "Siguiente",
      "Página 2 de 2",
      "choner",
      "Los Choneros",
    ],
    channel: "canal",
    preset: ["Choferes", "TODAVÍA SIN GUARDAR", "Guardar"],
    alerts: ["alertas suscribir", "Desde ahora llegan avisos a", "alertas lista", "1 canal recibe avisos"],
    removed: ["alertas quitar", "avisos ya no llegan avisos"],
    record: [
      "Registrar ataque",
      "Registrar un ataque",
      "Enviar",
      "Aún no está registrado",
      "Confirmar: es otro ataque",
      "Registrado: Ataque de EE. UU.",
    ],
  },
} as const;

const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const offered = async (page: Page) => (await page.locator(".popup .option > span:first-child").allInnerTexts()).sort();

describe.skipIf(!hasChromium)("by keyboard alone", () => {
  const { pageDir, open, shut } = windows();
  let bot: Whole;
  beforeAll(async () => {
    bot = await wholeBot({ stage: { pageDir: pageDir() } });
  });
  afterAll(async () => {
    await shut();
    expect(bot.broken).toEqual([]);
    expect(bot.discord.unknownRoutes).toEqual([]);
    await bot.close();
  });

  it("offers Luis nothing that his roles do not give him", async () => {
    const page = await open(bot.discord, { reader: "Luis" });
    await page.keyboard.press("/");
    // Alerts of their own are for everybody.
    await expect.poll(() => offered(page)).toEqual(SAYS.en.all.filter((one) => !one.startsWith("/record")));
    // From here on he is of the desk, as Ana is.
    const { discord } = bot;
    discord.change({ change: "reader", readerId: discord.reader("Luis").id, roles: discord.reader("Ana").roles });
    await page.keyboard.press("Escape");
    await shut();
  });

  describe.each(["en", "es"] as const)("in %s", (language) => {
    const t = SAYS[language];
    let page: Page;
    let other: Page;
    beforeAll(async () => {
      page = await open(bot.discord, { reader: t.reader });
      other = await open(bot.discord, { reader: t.other });
      await openChannel(page, "redaccion");
      await openChannel(other, "redaccion");
    });
    afterAll(shut);
    /** The other reader does not see it, though they see what was said after it. */
    const unseen = async (text: string) => {
      await caughtUp(other, bot.discord, "redaccion");
      expect((await onceDrawn(other, () => shownIn(other))).join()).not.toContain(text);
    };
    /** Takes an option from the list of those that may be left out. */
    const withOption = async (name: string, wanted: string) => {
      await command(page, name);
      const entries = page.locator(".popup .option > span:first-child");
      await expect.poll(() => entries.allInnerTexts()).toContain(wanted);
      for (let step = (await entries.allInnerTexts()).indexOf(wanted); step >= 0; step -= 1)
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator(".chip", { hasText: wanted }).waitFor();
    };
    const takeChannel = async () => {
      await page.keyboard.type("#avi");
      await option(page, /avisos/u)
        .first()
        .waitFor();
      // The first Enter takes the channel, the next one sends.
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
    };

    it("names every command as the reader knows it", async () => {
      await page.keyboard.press("/");
      await expect.poll(() => offered(page)).toEqual([...t.all]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Backspace");
    });

    it("picks a place from the suggestions, adds an hour, shares and copies the answer; nobody else sees it before", async () => {
      const [name, typed, place, when] = t.curfew;
      await command(page, name);
      await typeAsking(page, typed);
      await option(page, place).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type(when);
      await page.keyboard.press("Enter");
      await newest(page, t.tonight);
      await unseen(t.tonight);
      await press(page, t.buttons[0]);
      await page.locator(".log .message", { hasText: t.shared }).waitFor();
      await other.locator(".log .message", { hasText: t.sharedBy }).waitFor();
      await unseen(t.shared);
      await press(page, t.buttons[1]);
      const copied = await newest(page, t.copied);
      expect(await onceDrawn(page, () => copied.getByRole("button", { name: t.buttons[0], exact: true }).count())).toBe(
        0,
      );
    });

    it("sends /strikes bare, turns pages, opens a record from the menu and goes back", async () => {
      const [name] = t.strikes;
      const [older, second, menu, one, back] = t.paging;
      await command(page, name);
      await page.keyboard.press("Enter");
      await newest(page, t.list);
      await press(page, older);
      await newest(page, second);
      // What was pressed keeps the focus where it can be pressed again.
      await expect.poll(() => page.locator(":focus").innerText()).toBe(older);
      await tabBackTo(page, menu);
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await newest(page, one);
      await press(page, back);
      await newest(page, second);
    });

    it("adds an option from the list of those that may be left out", async () => {
      const [name, filter, figure] = t.strikes;
      await withOption(name, filter);
      await page.keyboard.type(figure);
      await page.keyboard.press("Enter");
      const found = await newest(page, t.deadly);
      await expect.poll(() => found.innerText()).toContain(`/${name} ${filter}:${figure}`);
    });

    it("lists organisations page by page, and finds one by part of its name", async () => {
      const [name, all, next, second, typed, one] = t.orgs;
      await command(page, name);
      await page.keyboard.press("Enter");
      await newest(page, all);
      await press(page, next);
      await newest(page, second);
      await page.keyboard.press("/");
      await typeAsking(page, `${name} ${typed}`, typed);
      await option(page, one).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await newest(page, new RegExp(`${one} \\(Ecuador\\)`, "u"));
    });

    it("subscribes a channel picked from the list, tells which, and ends it", async () => {
      const [subscribe, subscribed, list, listed] = t.alerts;
      const [preset, card, save] = t.preset;
      await withOption(subscribe, t.channel);
      await takeChannel();
      await newest(page, preset);
      await press(page, preset);
      await newest(page, card);
      await press(page, save);
      await newest(page, subscribed);
      await command(page, list);
      await page.keyboard.press("Enter");
      await newest(page, listed);
      // Its list of channels stands open at once.
      await command(page, t.removed[0]);
      await takeChannel();
      await newest(page, t.removed[1]);
    });

    it("records a strike from a message: its Apps, the form as it is filled in, the card; nobody else sees it", async () => {
      const [app, title, send, card, confirm, recorded] = t.record;
      const said = `SOUTHCOM: 3 killed in the eastern Pacific. https://example.org/${language}`;
      bot.discord.say(bot.discord.reader(t.other).id, bot.discord.channel("redaccion").id, said);
      const message = await newest(page, said);
      await message.locator(".menu-knob").press("Enter");
      await page.getByRole("menuitem", { name: app }).press("Enter");
      const form = page.getByRole("dialog", { name: title });
      await expect.poll(() => form.locator("[data-control=link]").inputValue()).toBe(`https://example.org/${language}`);
      await form.locator("[data-control=killed]").fill("");
      await form.getByRole("button", { name: send }).press("Enter");
      // What is missing is said in its place, and nothing was sent.
      await form.locator(".part-error:visible").first().waitFor();
      await form.locator("[data-control=killed]").fill("3");
      await form.getByRole("button", { name: send }).press("Enter");
      await newest(page, card);
      await press(page, confirm);
      await newest(page, recorded);
      await unseen(recorded);
    });
  });
});
