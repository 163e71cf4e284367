// Forms of a bare bot in a real browser, over the real stand-in: every control as discord.js reads it, and a sending that failed keeps what was typed.
import { ComponentType, type Interaction, type ModalSubmitInteraction, Routes } from "discord.js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../page/browser.ts";
import { type Bot, startBot } from "../rehearsal-server/bot.ts";
import { newest, windows } from "./page-window.ts";

const label = (text: string, component: object) => ({ type: ComponentType.Label, label: text, component });
const CHOICES = [
  { label: "Lancha", value: "boat" },
  { label: "Tierra", value: "land" },
];
const FORMS: Record<string, object[]> = {
  facts: [
    label("Nota", { type: ComponentType.TextInput, custom_id: "note", style: 2, min_length: 3, max_length: 200 }),
    label("Blanco", { type: ComponentType.RadioGroup, custom_id: "target", options: CHOICES }),
    label("Indicios", { type: ComponentType.CheckboxGroup, custom_id: "signs", required: false, options: CHOICES }),
    label("Es seguro", { type: ComponentType.Checkbox, custom_id: "sure" }),
    label("Pruebas", { type: ComponentType.FileUpload, custom_id: "files", max_values: 2 }),
  ],
  picks: [
    label("Motivo", { type: ComponentType.StringSelect, custom_id: "why", options: CHOICES }),
    label("Personas", { type: ComponentType.UserSelect, custom_id: "who", max_values: 2 }),
    label("Rol", { type: ComponentType.RoleSelect, custom_id: "role" }),
    label("A quién", { type: ComponentType.MentionableSelect, custom_id: "whom" }),
    label("Dónde", { type: ComponentType.ChannelSelect, custom_id: "where" }),
  ],
};

describe.skipIf(!hasChromium)("a form of a bare bot", () => {
  const { pageDir, open, shut } = windows();
  let bot: Bot;
  let page: Page;
  let sent: ModalSubmitInteraction | undefined;
  let dumb = false;

  async function handle(interaction: Interaction): Promise<void> {
    if (interaction.isButton()) {
      // The raw API: discord.js' builders do not know every field yet.
      const data = { custom_id: interaction.customId, title: "Registrar", components: FORMS[interaction.customId] };
      const body = { type: 9, data };
      await bot.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body, auth: false });
    } else if (interaction.isModalSubmit() && !dumb) {
      sent = interaction;
      await interaction.reply("Recibido.");
    }
  }
  beforeAll(async () => {
    bot = await startBot({ pageDir: pageDir() }, handle);
    const button = (custom_id: string) => ({ type: ComponentType.Button, style: 1, label: custom_id, custom_id });
    const components = [{ type: ComponentType.ActionRow, components: ["facts", "picks"].map(button) }];
    await bot.rest.post(Routes.channelMessages(bot.rehearsal.channel("alertas").id), {
      body: { components, content: "¿Qué pasó?" },
    });
    page = await open(bot.rehearsal);
  });
  afterAll(async () => {
    await shut();
    await bot.stop();
  });
  const form = () => page.getByRole("dialog", { name: "Registrar" });
  const fill = async (button: string) => {
    await page.getByRole("button", { name: button, exact: true }).press("Enter");
    await form().waitFor();
  };
  const submit = () => form().getByRole("button", { name: "Enviar" }).press("Enter");

  it(
    "says what is missing, keeps all of it when nobody answers, and sends it whole at the second try",
    { timeout: 30_000 },
    async () => {
      await fill("facts");
      await submit();
      await form().getByText("Hay que llenar este campo").first().waitFor();
      await form().getByLabel("Nota").fill("Visto desde el muelle");
      await form().getByRole("radiogroup", { name: "Blanco" }).getByText("Tierra").click();
      await form().getByRole("group", { name: "Indicios" }).getByText("Lancha").click();
      await form().getByLabel("Es seguro").press("Space");
      await form()
        .getByLabel("Pruebas")
        .setInputFiles([
          { name: "uno.txt", mimeType: "text/plain", buffer: Buffer.from("uno") },
          { name: "foto ñ.png", mimeType: "image/png", buffer: Buffer.from([137, 80, 78, 71]) },
        ]);
      dumb = true;
      await submit();
      await form().getByRole("alert").getByText("Lo que escribiste sigue aquí").waitFor();
      dumb = false;
      await submit();
      await form().waitFor({ state: "detached" });
      await newest(page, "Recibido.");
      expect(sent?.fields.getTextInputValue("note")).toBe("Visto desde el muelle");
      const raw = JSON.stringify(sent?.components);
      for (const part of ['"value":"land"', '"values":["boat"]', '"value":true']) expect(raw).toContain(part);
      const files = [...(sent?.fields.getUploadedFiles("files")?.values() ?? [])];
      expect(files.map(({ size, contentType }) => [size, contentType])).toEqual([
        [3, "text/plain"],
        [4, "image/png"],
      ]);
      const kept = await (await fetch(files[0]?.url ?? "")).text();
      expect(kept).toBe("uno");
    },
  );

  it("carries people, roles and channels by their ids", async () => {
    const { rehearsal } = bot;
    const [luis, alertas] = [rehearsal.reader("Luis"), rehearsal.channel("alertas")];
    await fill("picks");
    await form().getByLabel("Motivo").selectOption("boat");
    await form().getByRole("group", { name: "Personas" }).getByText("Luis").click();
    await form().getByLabel("Rol").selectOption({ label: "@choferes" });
    await form().getByLabel("A quién").selectOption({ label: "@Luis" });
    await form().getByLabel("Dónde").selectOption(alertas.id);
    await submit();
    await form().waitFor({ state: "detached" });
    expect(sent?.fields.getStringSelectValues("why")).toEqual(["boat"]);
    expect([...(sent?.fields.getSelectedUsers("who")?.keys() ?? [])]).toEqual([luis.id]);
    expect([...(sent?.fields.getSelectedRoles("role")?.keys() ?? [])]).toEqual(luis.roles);
    expect([...(sent?.fields.getSelectedMentionables("whom")?.users.keys() ?? [])]).toEqual([luis.id]);
    expect([...(sent?.fields.getSelectedChannels("where")?.keys() ?? [])]).toEqual([alertas.id]);
  });

  it("closed with Escape sends nothing, and can be opened again", async () => {
    sent = undefined;
    await fill("picks");
    await page.keyboard.press("Escape");
    await form().waitFor({ state: "detached" });
    await fill("picks");
    // A form sent before was answered before this one was opened.
    expect(sent).toBeUndefined();
    await page.keyboard.press("Escape");
    await form().waitFor({ state: "detached" });
  });
});
