// A form with every control in a real browser: what it says, what it refuses, what it keeps.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import { hasChromium } from "./browser.ts";
import { everyControl } from "./forms.ts";
import { askedByNow, onceDrawn } from "./moving.ts";
import { pages } from "./open-page.ts";
import type { Opened } from "./open-page.ts";
import { alerts, ana, desk, luis } from "./rich-snapshot.ts";

describe.skipIf(!hasChromium)("a form", () => {
  const open = pages();
  const dialog = ({ page }: Opened) => page.getByRole("dialog", { name: "Registrar ataque" });

  async function opened(submit: () => Outcome | undefined = () => undefined, width = 1280): Promise<Opened> {
    const found = await open({
      width,
      planned: {
        answer: ({ path }) => {
          if (path === "/rehearsal/press")
            return { kind: "modal", interactionId: "90000000000000009", modal: everyControl };
          return path === "/rehearsal/submit" ? submit() : undefined;
        },
      },
    });
    await found.page.getByRole("button", { name: "Compartir" }).press("Enter");
    await dialog(found).waitFor();
    return found;
  }

  it("begins in its first field, and counts what is typed", async () => {
    const form = await opened();
    await expect.poll(() => form.page.locator(":focus").getAttribute("data-control")).toBe("note");
    await form.page.keyboard.type("Hola");
    await dialog(form).getByText("4/200").waitFor();
  });

  it("says in place what is missing, sends nothing, and goes to the first of them", async () => {
    const form = await opened();
    await dialog(form).getByRole("button", { name: "Enviar" }).click();
    await expect.poll(() => dialog(form).getByText("Hay que llenar este campo").count()).toBe(5);
    await expect.poll(() => form.page.locator(":focus").getAttribute("data-control")).toBe("note");
    await form.page.keyboard.type("ab");
    await dialog(form).getByRole("button", { name: "Enviar" }).click();
    await dialog(form).locator(".part-error", { hasText: "Al menos 3 caracteres" }).waitFor();
    await expect.poll(() => dialog(form).getByLabel("Nota").getAttribute("aria-invalid")).toBe("true");
    expect(await askedByNow(form.page, form.server, "submit")).toEqual([]);
  });

  it("sends every control, files with their bytes", async () => {
    const form = await opened();
    const box = dialog(form);
    await box.getByLabel("Nota").fill("Visto");
    await box.getByRole("radio", { name: /Lancha/u }).press("Space");
    await box.getByRole("checkbox", { name: "Video" }).press("Space");
    await box.getByRole("checkbox", { name: "Es seguro" }).press("Space");
    await box.getByLabel("Canal").selectOption(desk);
    await box.getByRole("checkbox", { name: "@Luis" }).press("Space");
    await box.getByLabel("Pruebas").setInputFiles([
      { name: "uno.txt", mimeType: "text/plain", buffer: Buffer.from("uno") },
      { name: "dos.txt", mimeType: "text/plain", buffer: Buffer.from("dos") },
      { name: "tres.txt", mimeType: "text/plain", buffer: Buffer.from("tres") },
    ]);
    await box.locator(".part-error", { hasText: "Como máximo 2" }).waitFor();
    await box.getByRole("button", { name: "Quitar uno.txt" }).press("Enter");
    await box.getByRole("button", { name: "Enviar" }).click();
    expect(await form.lastAsked("submit")).toEqual({
      readerId: ana,
      interactionId: "90000000000000009",
      values: {
        note: "Visto",
        target: "boat",
        proof: ["video"],
        sure: "true",
        where: [desk],
        who: [luis],
        files: [{ name: "dos.txt", contentType: "text/plain", base64: "ZG9z" }],
      },
    });
    await box.waitFor({ state: "detached" });
    await expect.poll(() => form.page.locator(":focus").textContent()).toContain("Compartir");
    expect(form.complaints).toEqual([]);
  });

  it("refuses a file over 10 MiB before it is sent", async () => {
    const form = await opened();
    const folder = await mkdtemp(join(tmpdir(), "vigia-form-"));
    const big = join(folder, "gordo.bin");
    await writeFile(big, Buffer.alloc(10 * 1024 * 1024 + 1));
    await dialog(form).getByLabel("Pruebas").setInputFiles(big);
    await dialog(form).getByText("gordo.bin pasa de 10 MiB").waitFor();
    await dialog(form).getByText("Ningún archivo elegido").waitFor();
    await rm(folder, { recursive: true });
  });

  it("keeps everything when the sending fails", async () => {
    const form = await opened(() => ({ kind: "failed", why: "Nobody answered." }));
    const box = dialog(form);
    await box.getByLabel("Nota").fill("Visto");
    await box.getByRole("radio", { name: /Lancha/u }).check();
    await box.getByRole("checkbox", { name: "Video" }).check();
    await box.getByLabel("Canal").selectOption(alerts);
    await box.getByRole("checkbox", { name: "@Luis" }).check();
    await box
      .getByLabel("Pruebas")
      .setInputFiles({ name: "uno.txt", mimeType: "text/plain", buffer: Buffer.from("uno") });
    await box.getByText("uno.txt").waitFor();
    await box.getByRole("button", { name: "Enviar" }).click();
    await box.getByRole("alert").getByText("Lo que escribiste sigue aquí").waitFor();
    expect(await onceDrawn(form.page, () => box.getByLabel("Nota").inputValue())).toBe("Visto");
    expect(await onceDrawn(form.page, () => box.getByRole("radio", { name: /Lancha/u }).isChecked())).toBe(true);
    expect(await onceDrawn(form.page, () => box.getByText("uno.txt").isVisible())).toBe(true);
  });

  it("closes with Escape, and the focus is where it was", async () => {
    const form = await opened();
    await form.page.keyboard.press("Escape");
    await dialog(form).waitFor({ state: "detached" });
    await expect.poll(() => form.page.locator(":focus").textContent()).toContain("Compartir");
  });

  it("keeps the focus within while Tab goes round", async () => {
    const form = await opened();
    const outside = "document.activeElement !== document.body && document.activeElement.closest('dialog') === null";
    for (let at = 0; at < 25; at += 1) {
      await form.page.keyboard.press("Tab");
      expect(await onceDrawn(form.page, () => form.page.evaluate(outside))).toBe(false);
    }
  });

  it("fits a phone", async () => {
    const form = await opened(undefined, 390);
    await dialog(form).getByRole("button", { name: "Enviar" }).waitFor();
    expect(await onceDrawn(form.page, form.beyond)).toBe(0);
    const within = () =>
      dialog(form).evaluate((box: { scrollWidth: number; clientWidth: number }) => box.scrollWidth - box.clientWidth);
    expect(await onceDrawn(form.page, within)).toBe(0);
  });
});
