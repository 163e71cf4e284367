// A real discord.js bot answers everything a reader can do. Must never look at the stand-in's inside, only at what each side is shown.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import { startBot, type Bot } from "./bot.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  expect(bot.rehearsal.unknownRoutes).toEqual([]);
  await bot.stop();
});

const ids = () => ({
  ana: bot.rehearsal.reader("Ana").id,
  luis: bot.rehearsal.reader("Luis").id,
  mei: bot.rehearsal.reader("Mei").id,
  alertas: bot.rehearsal.channel("#alertas").id,
  redaccion: bot.rehearsal.channel("redaccion").id,
});
const curfew = (options: Record<string, string | number> = {}, name = "curfew", readerId = ids().ana) =>
  bot.rehearsal.type({ readerId, channelId: ids().alertas, name, options });

function shownBy(outcome: Outcome) {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(JSON.stringify(outcome));
  return outcome.shown;
}

describe("a slash command", () => {
  it("reaches the bot under its original names when typed in Spanish, and the answer is shown", async () => {
    let seen: Interaction | undefined;
    bot.handle = async (interaction) => {
      seen = interaction;
      if (interaction.isChatInputCommand())
        await interaction.reply(`${interaction.commandName} ${interaction.options.getString("place")}`);
    };
    const outcome = await curfew({ lugar: "Guayas" }, "toque-de-queda");
    const shown = shownBy(outcome);
    expect(shown.message.content).toBe("curfew Guayas");
    expect(shown.invoker).toEqual({ readerId: ids().ana, text: "/toque-de-queda lugar:Guayas" });
    expect(seen?.locale).toBe("es-419");
    expect(seen?.guildLocale).toBe("es-419");
    expect(seen?.memberPermissions?.has("ManageGuild")).toBe(true);
    expect(seen?.appPermissions.has("SendMessages")).toBe(true);
    expect(seen?.context).toBe(0);
    expect(seen?.authorizingIntegrationOwners.guildId).toBe(bot.rehearsal.guildId);
    expect(new Date(seen?.createdTimestamp ?? 0).toISOString()).toMatch(/^2026-03-16T03:5/u);
  });

  it("carries subcommand, channel, role and person resolved", async () => {
    bot.handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const parts = [
        options.getSubcommand(),
        options.getChannel("channel", true).name,
        options.getRole("role")?.name,
        options.getUser("owner")?.globalName,
        options.getMember("owner") ? "member" : "nobody",
      ];
      await interaction.reply({ content: parts.join(" "), flags: MessageFlags.Ephemeral });
    };
    const { ana, luis, alertas, redaccion } = ids();
    const role = bot.rehearsal.state().roles.find((one) => one.name === "choferes")?.id ?? "";
    const outcome = await bot.rehearsal.type({
      readerId: ana,
      channelId: alertas,
      name: "alerts",
      subcommand: "subscribe",
      options: { channel: redaccion, role, owner: luis },
    });
    expect(shownBy(outcome).message.content).toBe("subscribe redaccion choferes Luis member");
    expect(outcome).toMatchObject({ kind: "message", ephemeral: true, deferred: false });
    expect(shownBy(outcome).ephemeralFor).toBe(ana);
  });

  it("is not offered to a reader without the permission it asks for", async () => {
    const names = (reader: string) => bot.rehearsal.commands(reader).map((one) => one.plainName);
    expect(names(ids().ana)).toContain("record");
    expect(names(ids().mei)).not.toContain("record");
    const typed = bot.rehearsal.type({ readerId: ids().mei, channelId: ids().alertas, name: "record", options: {} });
    await expect(typed).rejects.toThrow("no command /record for Mei");
  });

  it("is refused by the client's own checks before anything is sent", async () => {
    await expect(curfew({ nights: 10 })).rejects.toThrow("outside its limits");
    await expect(curfew({ nights: "many" })).rejects.toThrow("wants a number");
    await expect(curfew({ nowhere: "x" })).rejects.toThrow('no option "nowhere"');
    const bare = bot.rehearsal.type({ readerId: ids().ana, channelId: ids().alertas, name: "alerts", options: {} });
    await expect(bare).rejects.toThrow("needs one of its subcommands");
  });

  it("fails with Discord's line when nobody answers, and a late answer is refused with 10062", async () => {
    const late = new Promise<unknown>((resolve) => {
      bot.handle = async (interaction) => {
        await new Promise((go) => setTimeout(go, 3_200));
        if (interaction.isChatInputCommand()) resolve(await interaction.reply("late").catch((fault: unknown) => fault));
      };
    });
    expect(await curfew()).toMatchObject({ kind: "failed", why: expect.stringContaining("did not respond") });
    expect(await late).toMatchObject({ code: 10062, status: 404 });
  });

  it("takes one answer only: the second is refused with 40060", async () => {
    let second: unknown;
    bot.handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("one");
      const body = { type: 4, data: { content: "two" } };
      second = await bot.rest
        .post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body, auth: false })
        .catch((fault: unknown) => fault);
      await interaction.followUp("done");
    };
    const before = bot.rehearsal.messages(ids().alertas).length;
    await curfew();
    await bot.rehearsal.waitForMessage(ids().alertas, (shown) => shown.message.content === "done");
    expect(second).toMatchObject({ code: 40060, status: 400 });
    expect(bot.rehearsal.messages(ids().alertas).length).toBe(before + 2);
  });

  it("may be deferred: the outcome comes with the edit, and a further message follows", async () => {
    bot.handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      expect((await interaction.fetchReply()).flags.has(MessageFlags.Loading)).toBe(true);
      await interaction.editReply("at last");
      await interaction.followUp({ content: "and more", flags: MessageFlags.Ephemeral });
      await interaction.deleteReply();
    };
    const outcome = await curfew();
    expect(outcome).toMatchObject({ kind: "message", deferred: true });
    const more = await bot.rehearsal.waitForMessage(ids().alertas, (shown) => shown.message.content === "and more");
    expect(more.ephemeralFor).toBe(ids().ana);
    const gone = shownBy(outcome);
    await expect.poll(() => bot.rehearsal.messages(ids().alertas).includes(gone)).toBe(false);
  });
});

describe("suggestions", () => {
  it("come for the focused option with what was typed so far", async () => {
    bot.handle = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name}:${value}:${interaction.options.getInteger("nights")}`, value: "x" }]);
    };
    const asked = { readerId: ids().ana, channelId: ids().alertas, name: "toque-de-queda", options: { nights: 2 } };
    const outcome = await bot.rehearsal.autocomplete({ ...asked, focused: "lugar", value: "gua" });
    expect(outcome).toEqual({ kind: "choices", choices: [{ name: "place:gua:2", value: "x" }] });
  });
});

describe("buttons, menus and forms", () => {
  const rows = () => [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId("go").setLabel("Go").setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId("off").setLabel("Off").setStyle(ButtonStyle.Danger).setDisabled(true),
    ),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId("pick")
        .addOptions({ label: "A", value: "a" }, { label: "B", value: "b" }),
    ),
    new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(new ChannelSelectMenuBuilder().setCustomId("where")),
  ];

  async function posted(flags?: MessageFlags.Ephemeral): Promise<string> {
    bot.handle = async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: "menu", components: rows(), ...(flags ? { flags } : {}) });
    };
    return shownBy(await curfew()).message.id;
  }

  it("update the message they belong to", async () => {
    const messageId = await posted();
    bot.handle = async (interaction) => {
      if (interaction.isButton())
        await interaction.update({ content: `${interaction.message.content} pressed`, components: [] });
    };
    const outcome = await bot.rehearsal.press({ readerId: ids().luis, messageId, customId: "go" });
    expect(outcome).toMatchObject({ kind: "update", messageId });
    expect(shownBy(outcome).message).toMatchObject({ content: "menu pressed", components: [] });
    expect(shownBy(outcome).message.edited_timestamp).not.toBeNull();
  });

  it("give the chosen values, and channels resolved; a deferred update comes with its edit", async () => {
    const messageId = await posted();
    bot.handle = async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(`chose ${interaction.values.join()}`);
      if (!interaction.isChannelSelectMenu()) return;
      await interaction.deferUpdate();
      await interaction.editReply(`in ${interaction.channels.map((one) => one.id).join()}`);
    };
    const { ana: readerId, redaccion } = ids();
    const picked = await bot.rehearsal.select({ readerId, messageId, customId: "pick", values: ["b"] });
    expect(shownBy(picked).message.content).toBe("chose b");
    expect(shownBy(picked).message.message_reference?.message_id).toBe(messageId);
    const where = await bot.rehearsal.select({ readerId, messageId, customId: "where", values: [redaccion] });
    expect(where).toMatchObject({ kind: "update", messageId });
    expect(shownBy(where).message.content).toBe(`in ${redaccion}`);
  });

  it("refuse what Discord's client does not let a reader do", async () => {
    const messageId = await posted(MessageFlags.Ephemeral);
    const { ana, luis } = ids();
    const press = (readerId: string, customId: string) => bot.rehearsal.press({ readerId, messageId, customId });
    await expect(press(ana, "off")).rejects.toThrow("switched off");
    await expect(press(ana, "none")).rejects.toThrow("no button");
    await expect(press(luis, "go")).rejects.toThrow("sees no message");
    const pick = (values: string[]) => bot.rehearsal.select({ readerId: ana, messageId, customId: "pick", values });
    await expect(pick(["c"])).rejects.toThrow("not offered");
    await expect(pick(["a", "b"])).rejects.toThrow("Between 1 and 1");
  });

  it("open a form whose fields come back with the message it was opened from", async () => {
    const messageId = await posted();
    bot.handle = async (interaction) => {
      if (interaction.isButton()) {
        const modal = new ModalBuilder().setCustomId("form").setTitle("Strike");
        const input = new TextInputBuilder().setCustomId("what").setStyle(TextInputStyle.Short).setMaxLength(20);
        modal.addLabelComponents((label) => label.setLabel("What").setTextInputComponent(input));
        await interaction.showModal(modal);
      }
      if (interaction.isModalSubmit() && interaction.isFromMessage())
        await interaction.update(`said ${interaction.fields.getTextInputValue("what")}`);
    };
    const readerId = ids().ana;
    const opened = await bot.rehearsal.press({ readerId, messageId, customId: "go" });
    if (opened.kind !== "modal") throw new Error(JSON.stringify(opened));
    const send = (what: string) =>
      bot.rehearsal.submit({ readerId, interactionId: opened.interactionId, values: { what } });
    await expect(send("")).rejects.toThrow("must be filled in");
    await expect(send("x".repeat(21))).rejects.toThrow("too short or too long");
    expect(shownBy(await send("hello")).message).toMatchObject({ id: messageId, content: "said hello" });
    await expect(send("again")).rejects.toThrow("no such form open");
  });

  it("work on a message through Apps", async () => {
    const messageId = await posted();
    bot.handle = async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`about ${interaction.targetMessage.content}`);
    };
    const outcome = await bot.rehearsal.useOnMessage({ readerId: ids().luis, messageId, name: "Why?" });
    expect(shownBy(outcome).message.content).toBe("about menu");
  });
});
