// What the page may order to happen in the world, over HTTP as the page does it. Must never use what only tests may.
import { Events } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startBot, type Bot } from "./bot.ts";

let bot: Bot;
let news: string[];
beforeEach(async () => {
  bot = await startBot();
  news = [];
});
afterEach(() => bot.stop());

async function ask(name: string, body: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${bot.rehearsal.url}/rehearsal/${name}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
const world = (order: object) => ask("world", order);
const sentence = (answer: { body: unknown }) => z.object({ error: z.string() }).parse(answer.body).error;

/** The page's own stream, until a line of this type comes. */
async function heard(type: string, act: () => Promise<unknown>): Promise<void> {
  const response = await fetch(`${bot.rehearsal.url}/rehearsal/events`);
  const reader = response.body?.getReader();
  await act();
  while (!news.some((one) => one.includes(`"type":"${type}"`))) {
    const part = await reader?.read();
    if (!part || part.done) throw new Error(`The stream ended without "${type}".`);
    news.push(new TextDecoder().decode(part.value));
  }
  await reader?.cancel();
}

describe("the page orders", () => {
  it("a channel deleted: the bot and the page are told, and nothing of it is left", async () => {
    const channelId = bot.rehearsal.channel("redaccion").id;
    const deleted = new Promise<void>((resolve) => bot.client.once(Events.ChannelDelete, () => resolve()));
    await heard("world", async () =>
      expect(await world({ change: "channel-deleted", channelId })).toMatchObject({ status: 200 }),
    );
    await deleted;
    expect(bot.rehearsal.state().channels.map((one) => one.id)).not.toContain(channelId);
    expect(sentence(await world({ change: "channel-deleted", channelId }))).toContain("no channel");
  });

  it("a permission taken and given back", async () => {
    const channelId = bot.rehearsal.channel("alertas").id;
    const permission = "EmbedLinks";
    await world({ change: "permission-taken", channelId, permission });
    expect(bot.rehearsal.state().taken).toEqual({ [channelId]: [permission] });
    await world({ change: "permission-given-back", channelId, permission });
    expect(bot.rehearsal.state().taken).toEqual({});
    expect(await world({ change: "permission-given-back", channelId, permission })).toMatchObject({ status: 400 });
    expect(await world({ change: "permission-taken", channelId, permission: "Administrator" })).toMatchObject({
      status: 400,
    });
  });

  it("direct messages closed and opened", async () => {
    const readerId = bot.rehearsal.reader("Ana").id;
    await world({ change: "dms-closed", readerId });
    expect(bot.rehearsal.state().closedToDms).toEqual([readerId]);
    await world({ change: "dms-opened", readerId });
    expect(bot.rehearsal.state().closedToDms).toEqual([]);
  });

  it("a reader of another language, zone and roles, checked before anything is changed", async () => {
    const readerId = bot.rehearsal.reader("Luis").id;
    const role = (name: string) => bot.rehearsal.state().roles.find((one) => one.name === name)?.id ?? "";
    const before = bot.rehearsal.reader("Luis");
    for (const wrong of [
      { zone: "Nowhere/Land" },
      { roles: [role("Vigía")] },
      { roles: [role("@everyone")] },
      { locale: "fr" },
    ])
      expect(await world({ change: "reader", readerId, ...wrong })).toMatchObject({ status: 400 });
    expect(bot.rehearsal.reader("Luis")).toEqual(before);
    await world({ change: "reader", readerId, locale: "es-ES", zone: "America/Lima", roles: [role("mesa")] });
    expect(bot.rehearsal.reader("Luis")).toMatchObject({
      locale: "es-ES",
      zone: "America/Lima",
      roles: [role("mesa")],
    });
    expect(bot.rehearsal.commands(readerId).map((one) => one.name)).toContain("toque-de-queda");
    expect(bot.rehearsal.commands(readerId).map((one) => one.name)).toContain("record");
    await world({ change: "reader", readerId, roles: [] });
    expect(bot.rehearsal.commands(readerId).map((one) => one.name)).not.toContain("record");
  });

  it("the bot put out and let in again", async () => {
    const { guildId } = bot.rehearsal;
    const gone = new Promise<void>((resolve) => bot.client.once(Events.GuildDelete, () => resolve()));
    await world({ change: "guild-removed", guildId });
    await gone;
    const back = new Promise<void>((resolve) => bot.client.once(Events.GuildCreate, () => resolve()));
    await world({ change: "guild-joined", guildId });
    await back;
    expect(bot.rehearsal.state().guilds).toMatchObject([{ botIsHere: true }]);
  });

  it("the gateway silent, and speaking again with what was missed", async () => {
    const heardIt: string[] = [];
    bot.client.on(Events.ChannelUpdate, (_before, after) => void heardIt.push(after.id));
    await world({ change: "gateway", how: "silent" });
    expect(bot.rehearsal.state().gatewaySilent).toBe(true);
    const channelId = bot.rehearsal.channel("alertas").id;
    await world({ change: "permission-taken", channelId, permission: "EmbedLinks" });
    expect(heardIt).toEqual([]);
    const told = new Promise<void>((resolve) => bot.client.once(Events.ChannelUpdate, () => resolve()));
    await world({ change: "gateway", how: "speaking" });
    await told;
    expect(heardIt).toEqual([channelId]);
    expect(bot.rehearsal.state().gatewaySilent).toBe(false);
  });

  it("the gateway cut, which resumes", async () => {
    const resumed = new Promise<void>((resolve) => bot.client.once(Events.ShardResume, () => resolve()));
    await world({ change: "gateway", how: "reconnect" });
    await resumed;
  });

  it("a message written by a reader, where they may, and one deleted", async () => {
    const readerId = bot.rehearsal.reader("Ana").id;
    const channelId = bot.rehearsal.channel("alertas").id;
    expect(await ask("say", { readerId, channelId, content: "Hola" })).toMatchObject({ status: 200 });
    const [shown] = bot.rehearsal.messages(channelId);
    expect(shown?.message).toMatchObject({ content: "Hola", author: { id: readerId } });
    expect(sentence(await ask("say", { readerId, channelId, content: " " }))).toContain("between 1 and 2000");
    const foro = bot.rehearsal.channel("foro").id;
    expect(sentence(await ask("say", { readerId, channelId: foro, content: "a" }))).toContain("forum");
    await world({ change: "message-deleted", messageId: shown?.message.id });
    expect(bot.rehearsal.messages(channelId)).toEqual([]);
  });

  it("nothing that the contract does not name", async () => {
    expect(await world({ change: "everything" })).toMatchObject({ status: 400 });
    expect(await world({ change: "channel-deleted", channelId: "x" })).toMatchObject({ status: 400 });
  });
});
