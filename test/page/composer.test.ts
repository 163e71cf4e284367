// The composer in a real browser, by keyboard alone: commands in either language, chips, pickers, files, history, plain messages.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import { hasChromium } from "./browser.ts";
import { askedByNow, onceDrawn } from "./moving.ts";
import { pages } from "./open-page.ts";
import type { Opened } from "./open-page.ts";
import { alerts, ana, bulletins, editors, forum, luis } from "./rich-snapshot.ts";

describe.skipIf(!hasChromium)("the composer", () => {
  const open = pages();
  const chip = (page: Page, name: string) => page.locator(".chip", { hasText: name }).locator("input");
  const shownOptions = (page: Page) => page.locator(".popup [role=option] > span:first-child").allTextContents();

  /** Opens the page and types a command's name and a blank. */
  async function typing(text: string, look: Parameters<typeof open>[0] = {}): Promise<Opened> {
    const opened = await open(look);
    await opened.page.keyboard.press("/");
    await opened.page.keyboard.type(text);
    return opened;
  }

  /** Adds one of the options behind "+N" by keyboard, from the field that has the focus. */
  async function add(page: Page, name: string): Promise<void> {
    await page.locator(".chip-more").focus();
    await page.getByRole("listbox", { name: "Campos opcionales" }).waitFor();
    const at = (await shownOptions(page)).indexOf(name);
    expect(at).toBeGreaterThanOrEqual(0);
    for (let step = 0; step <= at; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(":focus").evaluate("document.activeElement.id")).toMatch(/^field-/u);
  }

  it("narrows the commands as they are typed, by the reader's name", async () => {
    const { page } = await typing("reg");
    await expect.poll(() => shownOptions(page)).toEqual(["/registrar"]);
  });

  it("finds a command by its English name too", async () => {
    const { page } = await typing("alerts w");
    await expect.poll(() => shownOptions(page)).toEqual(["/alertas motivo"]);
  });

  it("does not offer the commands of the menu Apps", async () => {
    const { page } = await typing("");
    await expect
      .poll(() => shownOptions(page))
      .toEqual(["/toque-de-queda", "/alertas suscribir", "/alertas motivo", "/registrar"]);
  });

  it("takes a command with Tab as with Enter", async () => {
    const { page } = await typing("reg");
    await page.keyboard.press("Tab");
    await chip(page, "qué").waitFor();
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe(`field-${alerts}-0`);
  });

  it("begins with the required options and counts the others", async () => {
    const { page } = await typing("registrar ");
    await chip(page, "qué").waitFor();
    await expect.poll(() => page.locator(".chip").count()).toBe(1);
    await page.getByRole("combobox", { name: "+9 opcionales" }).waitFor();
  });

  it("adds an optional field from the list and takes it away again with Backspace", async () => {
    const { page } = await typing("registrar x");
    await add(page, "muertos");
    await page.getByRole("combobox", { name: "+8 opcionales" }).waitFor();
    await page.keyboard.press("Backspace");
    await page.getByRole("combobox", { name: "+9 opcionales" }).waitFor();
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe(`field-${alerts}-0`);
    expect(await onceDrawn(page, () => chip(page, "qué").inputValue())).toBe("x");
  });

  it("sends on Enter from the optional fields, until an arrow chose one of them", async () => {
    const { page, lastAsked } = await typing("registrar x");
    await page.locator(".chip-more").focus();
    await page.getByText("↓ añade un campo · Enter envía").waitFor();
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toMatchObject({ name: "record", options: { what: "x" } });
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe(`composer-${alerts}`);
  });

  it("opens and closes the optional fields with the mouse", async () => {
    const { page } = await typing("registrar x");
    const list = page.getByRole("listbox", { name: "Campos opcionales" });
    await page.locator(".chip-more").click();
    await list.waitFor();
    await page.locator(".chip-more").click();
    await list.waitFor({ state: "detached" });
  });

  it("leaves an empty command with Backspace", async () => {
    const { page } = await typing("registrar ");
    await chip(page, "qué").waitFor();
    await page.keyboard.press("Backspace");
    await expect.poll(() => page.locator(".chip").count()).toBe(0);
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe(`composer-${alerts}`);
  });

  it("marks the field that is wrong, and no other", async () => {
    const { page, server } = await typing("registrar x");
    await add(page, "muertos");
    await page.keyboard.type("51");
    await page.keyboard.press("Enter");
    await page.getByText("Entre 0 y 50").waitFor();
    await expect.poll(() => page.locator(".chip.faulty").count()).toBe(1);
    await expect.poll(() => chip(page, "muertos").getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("1.5");
    await page.keyboard.press("Enter");
    await page.getByText("Hace falta un número entero").waitFor();
    expect(await askedByNow(page, server, "type")).toEqual([]);
  });

  it("says that a required field is empty, and that a text is too long", async () => {
    const { page } = await typing("registrar ");
    await chip(page, "qué").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Hay que llenar este campo").waitFor();
    await page.keyboard.type("x".repeat(21));
    await page.keyboard.press("Enter");
    await page.getByText("Como máximo 20 caracteres").waitFor();
  });

  it("offers true and false, and choices by their names", async () => {
    const { page, lastAsked } = await typing("registrar x");
    await add(page, "seguro");
    await page.keyboard.type("ver");
    await expect.poll(() => shownOptions(page)).toEqual(["Verdadero"]);
    await page.keyboard.press("Tab");
    await add(page, "tipo");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toEqual({
      readerId: ana,
      channelId: alerts,
      name: "record",
      options: { what: "x", sure: true, kind: "other" },
    });
  });

  it("keeps the only choice left when the arrows are pressed", async () => {
    const { page, lastAsked } = await typing("registrar x");
    await add(page, "seguro");
    await page.keyboard.type("ver");
    await expect.poll(() => shownOptions(page)).toEqual(["Verdadero"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toMatchObject({ name: "record", options: { what: "x", sure: true } });
  });

  it("offers only channels of the types an option takes", async () => {
    const { page } = await typing("registrar x");
    await add(page, "dónde");
    await expect.poll(() => shownOptions(page)).toEqual(["#boletines", "#ataques"]);
    expect([bulletins, forum]).toHaveLength(2);
  });

  it("offers this server's people and roles, and both where both will do", async () => {
    const { page, lastAsked } = await typing("registrar x");
    await add(page, "quién");
    await page.keyboard.type("lu");
    await page.keyboard.press("Enter");
    await add(page, "rol");
    await expect.poll(() => shownOptions(page)).toEqual(["@choferes", "@editores", "@Vigía"]);
    await page.keyboard.type("edi");
    await page.keyboard.press("Tab");
    await add(page, "avisa");
    await expect.poll(() => shownOptions(page)).toEqual(["@Ana", "@Luis", "@Mei", "@choferes", "@editores", "@Vigía"]);
    await page.keyboard.type("@ana");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await lastAsked("type")).toMatchObject({ options: { who: luis, role: editors, tell: ana } });
  });

  it("sends the file of an attachment option", async () => {
    const { page, lastAsked } = await typing("registrar x");
    await add(page, "foto");
    await chip(page, "foto").setInputFiles({ name: "acta.txt", mimeType: "text/plain", buffer: Buffer.from("hola") });
    await page.getByText("acta.txt").waitFor();
    await page.locator(`#send-${alerts}`).press("Enter");
    expect(await lastAsked("type")).toMatchObject({
      options: { what: "x", photo: { name: "acta.txt", contentType: "text/plain", base64: "aG9sYQ==" } },
    });
  });

  it("drops the answer to an older question", async () => {
    let first: (outcome: Outcome) => void = () => {};
    const late = (name: string): Outcome => ({ kind: "choices", choices: [{ name, value: name }] });
    const { page, asked } = await typing("toque-de-queda g", {
      planned: {
        answer: ({ path, body }) => {
          if (path !== "/rehearsal/autocomplete") return undefined;
          if (body["value"] === "g") return new Promise((resolve) => (first = resolve));
          return late("Nueva");
        },
      },
    });
    await expect.poll(() => asked("autocomplete").at(-1)?.["value"]).toBe("g");
    await page.keyboard.type("ua");
    await page.getByRole("option", { name: "Nueva" }).waitFor();
    const older = page.waitForResponse((one) => one.request().postData()?.includes('"value":"g"') === true);
    first(late("Vieja"));
    await (await older).finished();
    expect(await onceDrawn(page, () => shownOptions(page))).toEqual(["Nueva"]);
  });

  it("asks once for what is typed in one go", async () => {
    const { page, asked } = await typing("toque-de-queda ");
    // Within one task of the page: key by key from here, a busy machine would rest between them.
    await page.locator(`#field-${alerts}-0`).evaluate((field: EventTarget & { value: string }) => {
      for (const key of "guayaq") {
        field.value += key;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    await expect.poll(() => shownOptions(page)).toEqual(["Guayaquil"]);
    // The empty field may have been asked for before.
    expect(asked("autocomplete").filter(({ value }) => value !== "")).toMatchObject([{ value: "guayaq" }]);
  });

  it("closes the list with Escape, then the command", async () => {
    const { page } = await typing("registrar x");
    await add(page, "rol");
    await page.getByRole("option", { name: "@editores" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("option", { name: "@editores" }).waitFor({ state: "detached" });
    expect(await onceDrawn(page, () => page.locator(".chip").count())).toBe(2);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".chip").count()).toBe(0);
  });

  it("posts a text without a slash as the reader", async () => {
    const { page, lastAsked } = await open();
    await page.locator(`#composer-${alerts}`).fill("  Visto en la esquina ");
    await page.keyboard.press("Enter");
    expect(await lastAsked("say")).toEqual({ readerId: ana, channelId: alerts, content: "Visto en la esquina" });
    await expect.poll(() => page.locator(`#composer-${alerts}`).inputValue()).toBe("");
  });

  it("keeps a text that could not be posted, and says why", async () => {
    const { page } = await open({
      planned: { answer: ({ path }) => (path === "/rehearsal/say" ? "Ana may not write here." : undefined) },
    });
    await page.locator(`#composer-${alerts}`).fill("Visto");
    await page.keyboard.press("Enter");
    await page.getByText("El mensaje no se publicó: Ana may not write here.").waitFor();
    expect(await onceDrawn(page, () => page.locator(`#composer-${alerts}`).inputValue())).toBe("Visto");
  });

  it("says that there is no such command", async () => {
    const { page, server } = await typing("nada");
    await page.keyboard.press("Enter");
    await page.getByText("No existe el comando /nada.").waitFor();
    expect(await askedByNow(page, server, "say")).toEqual([]);
  });

  it("brings back what was sent with the arrow up, chips and all", async () => {
    const { page, asked } = await typing("registrar bote");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked("type").length).toBe(1);
    await page.locator(`#composer-${alerts}`).fill("Nota");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked("say").length).toBe(1);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => page.locator(`#composer-${alerts}`).inputValue()).toBe("Nota");
    await page.keyboard.press("ArrowUp");
    await chip(page, "qué").waitFor();
    await expect.poll(() => chip(page, "qué").inputValue()).toBe("bote");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(`#composer-${alerts}`).inputValue()).toBe("Nota");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked("type").length).toBe(2);
    expect(asked("type")[1]).toEqual(asked("type")[0]);
  });
});
