// Faults, world, settings, side, menu of a message, clock and scenario in a real browser, by keyboard where it matters.
import { describe, expect, it } from "vitest";
import { hasChromium } from "./browser.ts";
import { askedByNow, onceDrawn } from "./moving.ts";
import { pages } from "./open-page.ts";
import type { Opened } from "./open-page.ts";
import { alerts, ana, bulletins, desk, direct, editors, guildId, luis, otherGuild, thread } from "./rich-snapshot.ts";
import { message, shown } from "./snapshot.ts";

describe.skipIf(!hasChromium)("around the messages", () => {
  const open = pages();
  const tool = ({ page }: Opened, name: string | RegExp) => page.locator(".tools").getByRole("button", { name });
  const fold = ({ page }: Opened, name: string) => page.locator("summary", { hasText: name });

  describe("faults", () => {
    it("orders a fault by keyboard, shows it waiting, and cancels it", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await tool(opened, "Fallas").press("Enter");
      await page.getByRole("complementary", { name: "Fallas" }).waitFor();
      await page.getByLabel("Qué falla").selectOption("rate-limited");
      await page.getByText("Discord rechaza y dice cuándo volver a intentar.").waitFor();
      await page.getByLabel("En qué peticiones").selectOption("edits");
      await page.getByLabel("En qué canal").selectOption(alerts);
      await page.getByLabel("Cuántas peticiones").fill("3");
      await page.getByLabel("Espera que se pide").fill("1.5");
      await page.keyboard.press("Enter");
      expect(await lastAsked("fault")).toEqual({
        fault: "rate-limited",
        on: "edits",
        channelId: alerts,
        times: 3,
        seconds: 1.5,
      });
      await page.getByText("Ediciones de mensajes · #alertas · quedan 3 de 3").waitFor();
      await tool(opened, /1 falla vigente/u).waitFor();
      await page.getByRole("button", { name: "Cancelar Más despacio (429, esta ruta)" }).press("Enter");
      await page.getByText("Ninguna: las peticiones").waitFor();
      await expect.poll(() => tool(opened, /vigente/u).count()).toBe(0);
    });

    it("asks for seconds only where a fault has them", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await tool(opened, "Fallas").click();
      await page.getByLabel("Qué falla").selectOption("slow");
      await page.getByLabel("Retraso, en segundos").waitFor();
      await page.getByLabel("Qué falla").selectOption("404");
      await expect.poll(() => page.getByLabel("Retraso, en segundos").count()).toBe(0);
      await page.getByRole("button", { name: "Provocar la falla" }).click();
      expect(await lastAsked("fault")).toEqual({ fault: "404", on: "posts", times: 1 });
    });

    it("cancels all of them at once", async () => {
      const opened = await open({
        change: (state) => {
          state.faults = [
            { id: "7", fault: "503", on: "posts", times: 1, left: 1 },
            { id: "8", fault: "html", on: "reads", times: 2, left: 1 },
          ];
        },
      });
      await tool(opened, /2 fallas vigentes/u).click();
      await opened.page.getByRole("button", { name: "Cancelar todas" }).click();
      await opened.page.getByText("Ninguna: las peticiones").waitFor();
      await expect.poll(() => opened.asked("fault-off").map(({ id }) => id)).toEqual(["7", "8"]);
    });

    it("says why an order was refused, and keeps it", async () => {
      const opened = await open({
        planned: { answer: ({ path }) => (path === "/rehearsal/fault" ? "No such channel." : undefined) },
      });
      const { page } = opened;
      await tool(opened, "Fallas").click();
      await page.getByLabel("Qué falla").selectOption("401");
      await page.getByRole("button", { name: "Provocar la falla" }).click();
      await page.getByRole("alert").getByText("No such channel.").waitFor();
      expect(await onceDrawn(page, () => page.getByLabel("Qué falla").inputValue())).toBe("401");
    });

    it("takes a permission of the bot away in a channel and gives it back", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await tool(opened, "Fallas").click();
      await fold(opened, "Permisos de Vigía").press("Enter");
      await page.getByRole("combobox", { name: "Canal", exact: true }).first().selectOption(desk);
      await page.getByRole("checkbox", { name: /Publicar mensajes/u }).press("Space");
      expect(await lastAsked("world")).toEqual({
        change: "permission-taken",
        channelId: desk,
        permission: "SendMessages",
      });
      await page.getByText("Retirados en #redaccion").waitFor();
      await page.getByRole("button", { name: "Devolver Publicar mensajes en #redaccion" }).press("Enter");
      await expect.poll(() => page.getByText("Retirados en #redaccion").count()).toBe(0);
      await expect.poll(() => page.getByRole("checkbox", { name: /Publicar mensajes/u }).isChecked()).toBe(true);
    });

    it("puts a tick back where the server refuses", async () => {
      const opened = await open({
        planned: { answer: ({ path }) => (path === "/rehearsal/world" ? "No." : undefined) },
      });
      await tool(opened, "Fallas").click();
      await fold(opened, "Mensajes directos").click();
      await opened.page.getByRole("checkbox", { name: "Luis acepta mensajes directos" }).click();
      await opened.page.getByRole("alert").getByText("No.").waitFor();
      await expect
        .poll(() => opened.page.getByRole("checkbox", { name: "Luis acepta mensajes directos" }).isChecked())
        .toBe(true);
    });

    it("makes the gateway silent and lets it speak again", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await tool(opened, "Fallas").click();
      await fold(opened, "Conexión con Discord").click();
      for (const [name, how] of [
        ["Cortar la línea", "cut"],
        ["Pedirle que se reconecte", "reconnect"],
        ["Olvidar la sesión", "invalid-session"],
        ["Quedarse callado", "silent"],
      ] as const) {
        await page.getByRole("button", { name }).press("Enter");
        await expect.poll(() => lastAsked("world")).toEqual({ change: "gateway", how });
      }
      await page.getByRole("button", { name: "Volver a hablar" }).press("Enter");
      await page.getByText("Vigía está conectada.").waitFor();
    });

    it("puts the bot out of a server, which the side shows, and brings it back", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await tool(opened, "Fallas").click();
      await fold(opened, "Servidores").click();
      await page.getByRole("button", { name: "Expulsar a Vigía de Redacción del Puerto" }).press("Enter");
      expect(await lastAsked("world")).toEqual({ change: "guild-removed", guildId });
      await page.getByText("Vigía no está aquí").waitFor();
      await page.getByRole("button", { name: "Traer a Vigía de vuelta a Redacción del Puerto" }).press("Enter");
      await expect.poll(() => page.getByText("Vigía no está aquí").count()).toBe(0);
    });

    it("deletes a channel only after asking back", async () => {
      const opened = await open();
      const { page, server, lastAsked } = opened;
      await tool(opened, "Fallas").click();
      await fold(opened, "Borrar un canal").click();
      await page.getByRole("combobox", { name: "Canal", exact: true }).last().selectOption(bulletins);
      await page.getByRole("button", { name: "Borrar…" }).press("Enter");
      // The focus is on the harmless answer.
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Borrar #boletines" }).waitFor({ state: "detached" });
      expect(await askedByNow(page, server, "world")).toEqual([]);
      await page.getByRole("button", { name: "Borrar…" }).press("Enter");
      await page.getByRole("button", { name: "Borrar #boletines" }).press("Enter");
      expect(await lastAsked("world")).toEqual({ change: "channel-deleted", channelId: bulletins });
      await expect.poll(() => page.locator("#side").getByText("boletines").count()).toBe(0);
    });
  });

  describe("panels", () => {
    it("take the focus, and Escape gives it back to the button", async () => {
      const opened = await open();
      const { page } = opened;
      await tool(opened, "Ajustes").press("Enter");
      await expect.poll(() => page.locator(":focus").textContent()).toBe("Ajustes de Ana");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("tool-settings");
      await expect.poll(() => page.locator(".panel").count()).toBe(0);
    });
  });

  describe("settings", () => {
    it("change the language at once, the page's own words with it", async () => {
      const opened = await open();
      const { page, lastAsked, state } = opened;
      await tool(opened, "Ajustes").click();
      await page.getByLabel("Idioma").selectOption("en-GB");
      await page.getByRole("heading", { name: "Settings of Ana" }).waitFor();
      expect(await lastAsked("world")).toEqual({ change: "reader", readerId: ana, locale: "en-GB" });
      await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en-GB");
      await expect.poll(() => state.readers[0]?.locale).toBe("en-GB");
    });

    it("find a zone by typing and take it with Enter", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await tool(opened, "Ajustes").click();
      const zone = page.getByRole("combobox", { name: "Zona horaria" });
      await zone.fill("new york");
      await page.getByRole("option", { name: "America/New York" }).waitFor();
      await zone.press("Enter");
      expect(await lastAsked("world")).toEqual({ change: "reader", readerId: ana, zone: "America/New_York" });
      await page.getByText("23:55 tu hora (New York)").waitFor();
      await expect.poll(() => zone.inputValue()).toBe("America/New York");
    });

    it("leave the zone alone on Escape, and do not close the panel", async () => {
      const opened = await open();
      const { page, server } = opened;
      await tool(opened, "Ajustes").click();
      const zone = page.getByRole("combobox", { name: "Zona horaria" });
      await zone.fill("xyz");
      await page.getByText("Ninguna zona coincide").waitFor();
      await zone.press("Escape");
      await expect.poll(() => zone.inputValue()).toBe("America/Guayaquil");
      expect(await askedByNow(page, server, "world")).toEqual([]);
      expect(await onceDrawn(page, () => page.locator(".panel").count())).toBe(1);
    });

    it("give and take roles by server, but not the bot's own", async () => {
      const opened = await open({ readerId: luis });
      const { page, lastAsked } = opened;
      await tool(opened, "Settings").click();
      await page.getByRole("group", { name: "Roles in Corresponsalía" }).waitFor();
      await expect.poll(() => page.getByRole("checkbox", { name: "@Vigía" }).isDisabled()).toBe(true);
      await page.getByRole("checkbox", { name: "@editores" }).press("Space");
      expect(await lastAsked("world")).toEqual({ change: "reader", readerId: luis, roles: [editors] });
    });

    it("close direct messages", async () => {
      const opened = await open();
      await tool(opened, "Ajustes").click();
      await opened.page.getByRole("checkbox", { name: "Acepta mensajes directos" }).press("Space");
      expect(await opened.lastAsked("world")).toEqual({ change: "dms-closed", readerId: ana });
      await tool(opened, /1 falla vigente/u).waitFor();
    });

    it("set a theme and remember it", async () => {
      const opened = await open();
      const { page } = opened;
      await tool(opened, "Ajustes").click();
      const back = () => page.locator("body").evaluate("getComputedStyle(document.body).backgroundColor");
      const dark = await back();
      await page.getByRole("radio", { name: "Claro" }).press("Space");
      await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
      await expect.poll(back).not.toBe(dark);
      await page.reload();
      await page.getByRole("log").waitFor();
      await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
    });
  });

  describe("the side", () => {
    it("shows each reader the servers, channels and threads they see, and their own direct messages", async () => {
      const { page } = await open();
      const titles = () => page.locator("#side .channel .cut").allTextContents();
      const names = async () => (await titles()).map((title) => title.split(",")[0]);
      await expect
        .poll(names)
        .toEqual(["alertas", "redaccion", "Decreto 329", "boletines", "ataques", "Decreto 311", "Vigía"]);
      expect(await onceDrawn(page, () => page.getByText("Corresponsalía").count())).toBe(0);
      await page.getByRole("combobox", { name: "Actúa" }).selectOption(luis);
      await page.getByRole("heading", { name: "Corresponsalía" }).waitFor();
      await expect.poll(() => page.locator("#side").getByRole("button", { name: "direccion" }).count()).toBe(1);
      await expect.poll(() => page.getByText("Vigía is not here").count()).toBe(1);
    });

    it("folds archived threads away and opens them all the same", async () => {
      const { page } = await open();
      const old = page.locator("#side").getByRole("button", { name: /Decreto 311/u });
      expect(await onceDrawn(page, () => old.isVisible())).toBe(false);
      await page.getByText("Hilos archivados (1)").press("Enter");
      await old.press("Enter");
      await page.getByRole("log", { name: /Decreto 311/u }).waitFor();
    });

    it("tells what waits in a thread and in direct messages", async () => {
      const { page, server } = await open();
      server.push({ type: "message", channelId: thread, shown: shown(message("Uno", { channel_id: thread })) });
      server.push({
        type: "message",
        channelId: direct,
        shown: shown(message("Dos", { channel_id: direct, mention_everyone: true })),
      });
      await page.getByRole("button", { name: /Decreto 329.*1 sin leer/u }).waitFor();
      await page
        .locator("#side")
        .getByRole("button", { name: /Vigía.*1 mención/u })
        .waitFor();
    });

    it("shows scheduled events in the reader's zone", async () => {
      const { page } = await open({ readerId: luis });
      const event = page.locator(".event", { hasText: "Toque de queda: Guayas" });
      await event.waitFor();
      await expect.poll(() => event.textContent()).toContain("Mar 16, 2026, 12:00");
      await expect.poll(() => event.textContent()).toContain("planned");
    });
  });

  describe("the menu of a message", () => {
    const alert = ({ page }: Opened) => page.locator(".message", { hasText: "Toque de queda hoy domingo" }).first();

    it("opens by keyboard and uses a message command", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await alert(opened).locator(".menu-knob").press("Enter");
      await page.getByRole("menuitem", { name: "Registrar ataque" }).waitFor();
      await page.keyboard.press("Enter");
      expect(await lastAsked("apps")).toMatchObject({ readerId: ana, name: "Record strike" });
      await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    });

    it("goes round with the arrows, and Escape gives the focus back", async () => {
      const opened = await open();
      const { page } = opened;
      await alert(opened).locator(".menu-knob").press("Enter");
      await page.getByRole("menuitem").first().waitFor();
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => page.locator(":focus").textContent()).toContain("Borrar mensaje");
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(":focus").getAttribute("class")).toBe("menu-knob");
    });

    it("uses a command on the author of a message from their name", async () => {
      const opened = await open();
      const { page, lastAsked } = opened;
      await alert(opened).locator(".head .name").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Qué registró" }).click();
      expect(await lastAsked("apps")).toEqual({
        readerId: ana,
        name: "What they recorded",
        channelId: alerts,
        userId: "50000000000000001",
      });
    });

    it("copies text and link", async () => {
      const opened = await open();
      const { page, state } = opened;
      const id = state.messages[alerts]?.[1]?.message.id;
      await alert(opened).locator(".head").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Copiar enlace" }).click();
      await expect
        .poll(() => page.evaluate("navigator.clipboard.readText()"))
        .toBe(`https://discord.com/channels/${guildId}/${alerts}/${id}`);
      await alert(opened).locator(".menu-knob").press("Enter");
      await page.getByRole("menuitem", { name: "Copiar texto" }).press("Enter");
      await expect.poll(() => page.evaluate("navigator.clipboard.readText()")).toContain("Toque de queda hoy");
    });

    it("deletes as a moderator", async () => {
      const opened = await open();
      const { page, lastAsked, state } = opened;
      const id = state.messages[alerts]?.[0]?.message.id;
      await page.locator(".menu-knob").first().press("Enter");
      await page.getByRole("menuitem", { name: "Borrar mensaje" }).press("Enter");
      expect(await lastAsked("world")).toEqual({ change: "message-deleted", messageId: id });
      await expect.poll(() => page.getByText("Sin toque ahora en Guayas.").count()).toBe(0);
    });
  });

  describe("the clock", () => {
    it("jumps to a typed time of the place", async () => {
      const { page, lastAsked } = await open();
      await page.getByRole("textbox", { name: "Hora de Ecuador" }).fill("22h58");
      await page.keyboard.press("Enter");
      expect(await lastAsked("clock")).toEqual({ action: "jump", to: "2026-03-16T03:58:00Z" });
    });

    it("plays a long jump in pieces, shows where it is, and stops when asked to", async () => {
      let go: () => void = () => {};
      const { page, asked, server } = await open({
        change: (state) => {
          state.running = false;
        },
        planned: {
          answer: ({ path }) =>
            path === "/rehearsal/clock"
              ? new Promise((resolve) => {
                  go = () => resolve({ kind: "choices", choices: [] });
                })
              : undefined,
        },
      });
      await page.getByRole("button", { name: "a las 05:00" }).click();
      await page.getByText("Se recorre cada minuto: van las 22:55, hasta las 05:00").waitFor();
      await expect.poll(() => asked("clock")).toEqual([{ action: "jump", to: "2026-03-16T04:25:00Z" }]);
      server.push({ type: "clock", now: "2026-03-16T04:25:00Z", rate: 1, running: false });
      await page.getByText("Se recorre cada minuto: van las 23:25, hasta las 05:00").waitFor();
      await expect.poll(() => page.getByRole("progressbar").getAttribute("value")).toBe("30");
      await page.getByRole("button", { name: "Parar" }).press("Enter");
      go();
      await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
      expect(await askedByNow(page, server, "clock")).toHaveLength(1);
    });

    it("plays an outage of the length chosen, and says what it is", async () => {
      const { page, lastAsked } = await open();
      await page.getByText("Apagón: Vigía está apagada").waitFor();
      await page.getByLabel("Cuánto dura").selectOption("30");
      await page.getByRole("button", { name: "Simular el apagón" }).press("Enter");
      expect(await lastAsked("clock")).toEqual({ action: "outage", by: 30 });
    });
  });

  describe("the scenario", () => {
    it("shows its steps, plays the next and then all", async () => {
      const opened = await open();
      const { page, asked } = opened;
      await tool(opened, /Escenario/u).press("Enter");
      await page.getByRole("heading", { name: "El toque de queda de marzo de 2026" }).waitFor();
      await expect.poll(() => page.locator(".step.done").count()).toBe(1);
      await page.getByRole("button", { name: "Siguiente paso" }).press("Enter");
      await page.getByText("2 de 3 pasos").last().waitFor();
      await page.getByText("Paso 2 hecho: El reloj llega a las 23:00.").waitFor({ state: "attached" });
      await page.locator(".step.wrong", { hasText: "No se vio: el aviso en #alertas" }).waitFor();
      await page.getByRole("button", { name: "Reproducir todo" }).press("Enter");
      await page.locator(".panel").getByText("Todos los pasos están hechos.").waitFor();
      await expect.poll(() => asked("scenario")).toEqual([{ action: "next" }, { action: "all" }]);
      await expect.poll(() => page.getByRole("button", { name: "Siguiente paso" }).isDisabled()).toBe(true);
    });

    it("has no button where there is none", async () => {
      const opened = await open({
        change: (state) => {
          delete state.scenario;
        },
      });
      expect(await onceDrawn(opened.page, () => tool(opened, /Escenario/u).count())).toBe(0);
    });
  });

  it("leaves the other server's channels to who is there", async () => {
    const { page, state } = await open();
    expect(state.guilds.map(({ id }) => id)).toContain(otherGuild);
    expect(await onceDrawn(page, () => page.locator("#side").getByRole("button", { name: "general" }).count())).toBe(0);
  });
});
