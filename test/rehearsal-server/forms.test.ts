// What readers send along: files in options and forms, choices left as they were, apps on people. Each as discord.js reads it.
import { ComponentType, MessageFlags, type Interaction, type ModalSubmitInteraction } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Outcome, SentFile } from "../../rehearsal/contract.ts";
import { startBot, type Bot } from "./bot.ts";

let bot: Bot;
afterEach(() => bot.stop());

const file = (name: string, text = "hola"): SentFile => ({
  name,
  contentType: "text/plain",
  base64: Buffer.from(text).toString("base64"),
});
const label = (text: string, component: object) => ({ type: ComponentType.Label as const, label: text, component });
const choices = [
  { label: "A", value: "a" },
  { label: "B", value: "b", default: true },
  { label: "C", value: "c" },
];
const FIELDS = [
  { type: ComponentType.TextDisplay, content: "Léase antes" },
  label("Archivos", { type: ComponentType.FileUpload, custom_id: "files", min_values: 1, max_values: 2 }),
  label("Uno", { type: ComponentType.RadioGroup, custom_id: "radio", options: choices }),
  label("Varios", {
    type: ComponentType.CheckboxGroup,
    custom_id: "many",
    options: choices,
    min_values: 1,
    max_values: 2,
  }),
  label("Sí", { type: ComponentType.Checkbox, custom_id: "yes", default: true }),
];

/** A modal sent as the raw API has it: discord.js' builders know not every field. */
async function open(fields: object[], took: (interaction: ModalSubmitInteraction) => unknown): Promise<string> {
  bot = await startBot({}, async (interaction: Interaction) => {
    if (interaction.isModalSubmit()) {
      took(interaction);
      await interaction.reply({ content: "ok", flags: MessageFlags.Ephemeral });
    } else if (interaction.isChatInputCommand()) {
      const body = { type: 9, data: { custom_id: "form", title: "Formulario", components: fields } };
      await bot.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body, auth: false });
    }
  });
  const outcome = await type("curfew", {});
  if (outcome.kind !== "modal") throw new Error(JSON.stringify(outcome));
  return outcome.interactionId;
}

const luis = () => bot.rehearsal.reader("Luis").id;
const channelId = () => bot.rehearsal.channel("alertas").id;
const type = (name: string, options: Record<string, string | SentFile>): Promise<Outcome> =>
  bot.rehearsal.type({ readerId: luis(), channelId: channelId(), name, options });

describe("a form", () => {
  it("carries files, resolved and served, and what was never touched as it stood", async () => {
    let seen: ModalSubmitInteraction | undefined;
    const interactionId = await open(FIELDS, (interaction) => {
      seen = interaction;
    });
    const values = { files: [file("uno.txt"), file("dos tres.txt", "adiós")], many: ["a", "c"] };
    expect(await bot.rehearsal.submit({ readerId: luis(), interactionId, values })).toMatchObject({ kind: "message" });
    const files = seen?.fields.getUploadedFiles("files");
    expect(files?.map((one) => [one.name, one.size, one.ephemeral])).toEqual([
      ["uno.txt", 4, true],
      ["dos_tres.txt", 6, true],
    ]);
    const served = await fetch(files?.last()?.url ?? "");
    expect(await served.text()).toBe("adiós");
    const components = z.array(z.object({ component: z.unknown().optional() }));
    const fields = components.parse(JSON.parse(JSON.stringify(seen?.components ?? [])));
    expect(fields.map((one) => one.component)).toMatchObject([
      undefined,
      { customId: "files" },
      { customId: "radio", value: "b" },
      { customId: "many", values: ["a", "c"] },
      { customId: "yes", value: true },
    ]);
  });

  it.each([
    ["without the file it needs", {}, "must be filled in"],
    ["with more files than it takes", { files: [file("a"), file("b"), file("c")] }, "between 1 and 2"],
    ["with words for a file", { files: ["a"] }, "takes files"],
    ["with a file for words", { files: [file("a")], radio: [file("a")] }, "takes no files"],
    ["with two of one", { files: [file("a")], radio: ["a", "b"] }, "Only one"],
    ["with more ticks than it takes", { files: [file("a")], many: ["a", "b", "c"] }, "between 1 and 2"],
    ["with one ticked twice", { files: [file("a")], many: ["a", "a"] }, "twice"],
    ["with what is not offered", { files: [file("a")], radio: "z" }, "not offered"],
    ["with a field it has not", { files: [file("a")], z: "z" }, "no field"],
  ])("%s is not sent, and stays open", async (_what, values: Record<string, string | string[] | SentFile[]>, why) => {
    const interactionId = await open(FIELDS, () => {});
    const sending = (sent: typeof values) => bot.rehearsal.submit({ readerId: luis(), interactionId, values: sent });
    await expect(sending(values)).rejects.toThrow(why);
    expect(await sending({ files: [file("a.txt")] })).toMatchObject({ kind: "message" });
  });

  it("with a menu keeps its default values until others are chosen", async () => {
    const chosen: string[][] = [];
    const role = () => bot.rehearsal.state().roles.find((one) => one.name === "choferes")?.id ?? "";
    const took = (interaction: ModalSubmitInteraction) => {
      chosen.push([...(interaction.fields.getSelectedRoles("role")?.keys() ?? [])]);
    };
    const field = { type: ComponentType.RoleSelect, custom_id: "role", default_values: [] as object[] };
    const interactionId = await open([label("Rol", field)], took);
    await expect(bot.rehearsal.submit({ readerId: luis(), interactionId, values: {} })).rejects.toThrow("filled in");
    field.default_values = [{ id: role(), type: "role" }];
    const again = await type("curfew", {});
    if (again.kind !== "modal") throw new Error("No form came.");
    await bot.rehearsal.submit({ readerId: luis(), interactionId: again.interactionId, values: {} });
    expect(chosen).toEqual([[role()]]);
  });
});

describe("an option", () => {
  it("takes a file and nothing else for it", async () => {
    const seen: string[] = [];
    bot = await startBot({}, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const sent = interaction.options.getAttachment("file", true);
      seen.push(`${sent.name} ${sent.contentType} ${await (await fetch(sent.url)).text()}`);
      await interaction.reply("ok");
    });
    const option = { type: 11, name: "file", description: "x", required: true };
    await bot.rest.post(`/applications/${bot.rehearsal.applicationId}/commands`, {
      body: { name: "send", description: "x", options: [option] },
    });
    const outcome = await type("send", { file: file("a.txt") });
    expect(seen).toEqual(["a.txt text/plain hola"]);
    expect(outcome).toMatchObject({ shown: { invoker: { text: "/send file:a.txt" } } });
    await expect(type("send", { file: "a" })).rejects.toThrow("wants a file");
    await expect(type("curfew", { place: file("a") })).rejects.toThrow("takes no file");
    const large = file("big.bin", "x".repeat(10 * 1024 * 1024 + 1));
    await expect(type("send", { file: large })).rejects.toThrow("larger than 10 MiB");
  });
});

describe("an app on a person", () => {
  it("is told who, as a member and with a kind of its own in the menu", async () => {
    const seen: unknown[] = [];
    bot = await startBot({}, async (interaction) => {
      if (!interaction.isUserContextMenuCommand()) return;
      seen.push(interaction.targetUser.id, interaction.targetMember !== null);
      await interaction.reply({ content: "ok", flags: MessageFlags.Ephemeral });
    });
    await bot.rest.post(`/applications/${bot.rehearsal.applicationId}/commands`, { body: { name: "Who?", type: 2 } });
    const userId = bot.rehearsal.reader("Mei").id;
    const use = { readerId: luis(), channelId: channelId(), userId, name: "Who?" };
    const outcome = await bot.rehearsal.useOnUser(use);
    expect(seen).toEqual([userId, true]);
    expect(outcome).toMatchObject({ shown: { message: { interaction_metadata: { target_user: { id: userId } } } } });
    const views = bot.rehearsal.commands(luis(), channelId());
    expect(views.map((one) => [one.kind, one.name])).toContainEqual(["user", "Who?"]);
    expect(views.map((one) => [one.kind, one.name])).toContainEqual(["message", "Why?"]);
    await expect(bot.rehearsal.useOnUser({ ...use, name: "Why?" })).rejects.toThrow('no app "Why?"');
    await expect(bot.rehearsal.useOnUser({ ...use, userId: channelId() })).rejects.toThrow("Nobody here");
  });
});

describe("a private answer", () => {
  it("is nowhere in the channel, and follow-ups outlive the answer they follow", async () => {
    bot = await startBot({}, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: "first", flags: MessageFlags.Ephemeral });
      await interaction.deleteReply();
      const more = await interaction.followUp({ content: "second", flags: MessageFlags.Ephemeral });
      await interaction.webhook.editMessage(more.id, { content: "third" });
    });
    await type("curfew", {});
    const shown = await bot.rehearsal.waitForMessage(channelId(), (one) => one.message.content === "third");
    expect(shown.ephemeralFor).toBe(luis());
    expect(await bot.rest.get(`/channels/${channelId()}/messages`)).toEqual([]);
    const use = { readerId: luis(), messageId: shown.message.id, name: "Why?" };
    await expect(bot.rehearsal.useOnMessage(use)).rejects.toThrow("only you can see");
    const other = { ...use, readerId: bot.rehearsal.reader("Mei").id };
    await expect(bot.rehearsal.useOnMessage(other)).rejects.toThrow("sees no message");
  });

  it("comes in a direct message that the reader opened", async () => {
    const seen: (string | null)[] = [];
    bot = await startBot({}, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push(interaction.guildId, interaction.user.id);
      await interaction.reply("ok");
    });
    const dm = bot.rehearsal.openDm(luis()).id;
    const outcome = await bot.rehearsal.type({ readerId: luis(), channelId: dm, name: "curfew", options: {} });
    expect(outcome).toMatchObject({ kind: "message", channelId: dm });
    expect(seen).toEqual([null, luis()]);
  });
});
