// A night in which a channel takes no alerts, in the whole bot: who is told, who has it, what follows when leave is back; a kill in between, a deleted channel,
// a server that puts the bot out. Discord is the strict one on loopback.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ShownMessage } from "../../rehearsal/contract.ts";
import { type Whole, wholeBot, wordsOfMessage } from "./bot.ts";
import { firstLine, messageOf, partsOf } from "./walk.ts";

let bot: Whole;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-closures-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
});

const SAYS = {
  en: {
    reader: "Mei",
    closed: (id: string) =>
      `🔕 Alerts for <#${id}> have NOT arrived since Sun 15 Mar 23:00 (Ecuador time): Vigía may no longer write there (missing: Send Messages).`,
    held: "Mei has it, since Sun 15 Mar 23:",
    list: "CLOSED to Vigía since Sun 15 Mar 23:00: Vigía may no longer write there (missing: Send Messages); 1 alert waits; Mei has it",
    alert: /^🔴 CURFEW NOW/,
    over: /^🔔 Over: alerts for <#\d+> are arriving again\. None came from .* until/,
    open: /^🔔 Alerts for <#\d+> are arriving again\. None came from .* until/,
  },
  es: {
    reader: "Ana",
    closed: (id: string) =>
      `🔕 Los avisos de <#${id}> NO están llegando desde el domingo 15 mar. 23:00 (hora de Ecuador): Vigía ya no puede escribir allí (falta: Enviar mensajes).`,
    held: "Ana se hace cargo, desde el domingo 15 mar. 23:",
    list: "CERRADO para Vigía desde el domingo 15 mar. 23:00: Vigía ya no puede escribir allí (falta: Enviar mensajes); 1 aviso espera; Ana se hace cargo",
    alert: /^🔴 TOQUE DE QUEDA AHORA/,
    over: /^🔔 Resuelto: los avisos de <#\d+> llegan otra vez\. No llegó ninguno desde .* hasta/,
    open: /^🔔 Los avisos de <#\d+> llegan otra vez\. No llegó ninguno desde .* hasta/,
  },
} as const;

const start = async (name: string) => {
  bot = await wholeBot({
    at: "2026-03-15T22:55:00-05:00",
    store: `sqlite:${join(folder, `${name}.sqlite`)}`,
    rates: "roomy",
  });
};
const idOf = (name: string) => bot.discord.channel(name).id;
const dmOf = (reader: string) => bot.discord.openDm(bot.discord.reader(reader).id).id;
const buttonOf = (shown: ShownMessage) => {
  const [part] = partsOf(shown);
  return part !== undefined && "custom_id" in part ? part.custom_id : "";
};
const press = (reader: string, shown: ShownMessage) =>
  bot.discord.press({
    readerId: bot.discord.reader(reader).id,
    messageId: shown.message.id,
    customId: buttonOf(shown),
  });

describe.each(["en", "es"] as const)("a channel in which the bot may no longer write (%s)", (language) => {
  it("has its owner told twice over; a kill changes nothing; the alert follows late when leave is back, and the notices are put right", async () => {
    await start(language);
    const t = SAYS[language];
    const { discord } = bot;
    const broken = idOf("redaccion");
    await bot.subscribe(t.reader, {});
    discord.change({ change: "permission-taken", channelId: broken, permission: "SendMessages" });
    await discord.clock.jump({ to: "2026-03-15T23:00:00-05:00" });
    const dm = dmOf(t.reader);
    const first = t.closed(broken);
    const told = await discord.waitForMessage(dm, (one) => one.message.content === first);
    const owner = `<@${discord.reader(t.reader).id}>`;
    const post = await discord.waitForMessage(idOf("alertas"), (one) => one.message.content === `${first} ${owner}`);
    expect(told.silent || post.silent).toBe(false);
    await bot.settled();
    // Pressed after a restart.
    await bot.stop();
    await bot.start();
    await bot.settled();
    expect(firstLine(await press(t.reader, told)).startsWith(`${first}\n${t.held}`)).toBe(true);
    await expect.poll(() => post.message.content).toContain(t.held);
    expect(wordsOfMessage(messageOf(await bot.type(t.reader, "alerts", {}, "list")))).toContain(t.list);
    discord.change({ change: "permission-given-back", channelId: broken, permission: "SendMessages" });
    const late = await discord.waitForMessage(broken, (one) => t.alert.test(one.message.content));
    const word = await discord.waitForMessage(dm, (one) => t.open.test(one.message.content));
    await expect.poll(() => told.message.content).toMatch(t.over);
    await expect.poll(() => post.message.content).toMatch(t.over);
    expect(word.silent).toBe(true);
    expect(word.message.message_reference?.message_id).toBe(told.message.id);
    await bot.settled();
    expect(discord.messages(dm)).toHaveLength(2);
    expect(discord.messages(broken).filter((one) => t.alert.test(one.message.content))).toEqual([late]);
  });
});

describe("what is gone", () => {
  it("a server that puts the bot out has its owners told directly, and goes on when it is invited again", async () => {
    await start("out");
    const { discord } = bot;
    // Discord carries direct messages only between those who share a server.
    discord.addGuild({ name: "Otra", channels: [{ name: "otra", kind: "text" }], members: [discord.reader("Mei").id] });
    await bot.subscribe("Mei", {});
    discord.removeBot();
    const dm = dmOf("Mei");
    await discord.waitForMessage(dm, (one) => one.message.content.endsWith(": Vigía was removed from the server."));
    await discord.clock.jump({ to: "2026-03-15T23:00:00-05:00" });
    await bot.settled();
    expect(discord.messages(dm)).toHaveLength(1);
    discord.change({ change: "guild-joined", guildId: discord.guildId });
    await discord.waitForMessage(idOf("redaccion"), (one) => one.message.content.startsWith("🔴 CURFEW NOW"));
    await discord.waitForMessage(dm, (one) => one.message.content.startsWith("🔔 Alerts for"));
  });
});
