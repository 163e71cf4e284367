// Interactions where they are at their edge: the last moment, two answers at once, what suggestions may hold, tokens that are over, odd names.
import { Routes, type Interaction } from "discord.js";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { Interactions } from "../../rehearsal/play/interactions.ts";
import { Snowflakes } from "../../rehearsal/world/snowflake.ts";
import { startBot, type Bot } from "./bot.ts";
import { machine } from "./machine.ts";

let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ rates: "roomy" });
});
afterEach(() => bot.stop());

const place = () => ({ readerId: bot.rehearsal.reader("Ana").id, channelId: bot.rehearsal.channel("alertas").id });
const Code = z.object({ code: z.number() });

interface Given {
  status: number;
  code: number | undefined;
}

async function send(method: string, path: string, body?: unknown): Promise<Given> {
  const headers = { "User-Agent": "edges/1", "Content-Type": "application/json" };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${bot.rehearsal.url}/api/v10${path}`, { method, headers, ...sent });
  const read = Code.safeParse(await answer.json().catch(() => undefined));
  return { status: answer.status, code: read.data?.code };
}

const callback = ({ id, token }: Interaction, body: unknown) =>
  send("POST", `/interactions/${id}/${token}/callback`, body);
const ofWebhook = ({ token }: Interaction, rest = "") => `/webhooks/${bot.rehearsal.applicationId}/${token}${rest}`;
const words = (content: string) => ({ type: 4, data: { content } });

/** What the bot is sent when a reader types; the bot itself stays mute. */
function typed(): Promise<Interaction> {
  const seen = new Promise<Interaction>((resolve) => {
    bot.handle = async (interaction) => resolve(interaction);
  });
  void bot.rehearsal.type({ ...place(), name: "curfew", options: {} });
  return seen;
}

describe("a first answer", () => {
  it("is taken just before three seconds have passed, and refused just after", async () => {
    const clock = machine();
    clock.stand();
    const early = await typed();
    clock.forward(2_999);
    expect(await callback(early, words("a"))).toEqual({ status: 204, code: undefined });
    const late = await typed();
    clock.forward(3_001);
    expect(await callback(late, words("a"))).toEqual({ status: 404, code: 10062 });
    expect(await send("POST", ofWebhook(late), { content: "b" })).toEqual({ status: 404, code: 10015 });
  });

  it("counts once, however many arrive together", async () => {
    const interaction = await typed();
    const all = await Promise.all(["a", "b", "c", "d", "e", "f"].map((one) => callback(interaction, words(one))));
    expect(all.filter((one) => one.status === 204).length).toBe(1);
    expect(all.filter((one) => one.code === 40060).length).toBe(5);
    expect(bot.rehearsal.messages(place().channelId).length).toBe(1);
  });

  it("that was refused leaves room for a better one", async () => {
    const interaction = await typed();
    expect(await callback(interaction, words(" "))).toMatchObject({ code: 50006 });
    expect(await callback(interaction, { type: 7, data: { content: "a" } })).toMatchObject({ code: 50035 });
    expect(await callback(interaction, words("a"))).toMatchObject({ status: 204 });
  });
});

describe("suggestions", () => {
  const command = (type: number) => ({
    name: "ask",
    description: "Ask",
    options: [{ type, name: "what", description: "What", autocomplete: true }],
  });

  async function asked(type: number): Promise<Interaction> {
    const { applicationId, guildId } = bot.rehearsal;
    await bot.rest.put(Routes.applicationGuildCommands(applicationId, guildId), { body: [command(type)] });
    const seen = new Promise<Interaction>((resolve) => {
      bot.handle = async (interaction) => resolve(interaction);
    });
    void bot.rehearsal.autocomplete({ ...place(), name: "ask", options: {}, focused: "what", value: "1" });
    return seen;
  }
  const suggest = async (type: number, choices: object[]) =>
    (await callback(await asked(type), { type: 8, data: { choices } })).status;
  const named = (value: unknown) => [{ name: "a", value }];

  it("have the type of their option, and are twenty-five at most", async () => {
    expect(await suggest(3, named("a"))).toBe(204);
    expect(await suggest(3, named(1))).toBe(400);
    expect(await suggest(3, named(""))).toBe(400);
    expect(await suggest(4, named(1))).toBe(204);
    expect(await suggest(4, named(1.5))).toBe(400);
    expect(await suggest(4, named("1"))).toBe(400);
    expect(await suggest(10, named(1.5))).toBe(204);
    expect(await suggest(10, named(1e300))).toBe(400);
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `n${n}`, value: n }));
    expect(await suggest(4, many(25))).toBe(204);
    expect(await suggest(4, many(26))).toBe(400);
  });

  it("are no message: nothing can follow them, and there is no original", async () => {
    const interaction = await asked(3);
    await callback(interaction, { type: 8, data: { choices: [] } });
    expect(await send("POST", ofWebhook(interaction), { content: "a" })).toEqual({ status: 404, code: 10015 });
    for (const method of ["GET", "DELETE"])
      expect((await send(method, ofWebhook(interaction, "/messages/@original"))).status).toBe(404);
  });
});

describe("a token", () => {
  it("is over after fifteen minutes, and says so as long as it is remembered", async () => {
    const clock = machine();
    const interaction = await typed();
    await callback(interaction, words("a"));
    const edit = () => send("PATCH", ofWebhook(interaction, "/messages/%40original"), { content: "b" });
    clock.forward(14 * 60_000);
    expect(await edit()).toMatchObject({ status: 200 });
    clock.forward(60_000);
    expect(await edit()).toEqual({ status: 401, code: 50027 });
    await typed();
    expect(await edit()).toEqual({ status: 401, code: 50027 });
    expect(await callback(interaction, words("c"))).toMatchObject({ status: 404, code: 10062 });
  });

  it("does not keep its interaction in memory once it is over", () => {
    const clock = machine();
    const interactions = new Interactions(new Snowflakes(() => Date.parse("2026-03-16T03:58:30Z")));
    onTestFinished(() => interactions.close());
    const spec = { type: 2, readerId: "1", channelId: "2" } as const;
    const user = { id: "1", username: "ana", discriminator: "0", global_name: null, avatar: null };
    const metadata = (id: string) => ({ id, type: 2 as const, user, authorizing_integration_owners: {} });
    const open = () => interactions.open({ ...spec, metadata });
    const first = open();
    const withModal = open();
    withModal.modal = { custom_id: "m", title: "m", components: [] };
    clock.forward(15 * 60_000 + 1);
    open();
    expect([interactions.byToken(first.token), interactions.isSpent(first.token)]).toEqual([undefined, true]);
    expect(interactions.byId(withModal.id)).toBe(withModal);
  });
});

describe("a form", () => {
  it("may call its fields what it likes, also what every object has", async () => {
    const inputs = ["constructor", "toString", "valueOf"].map((custom_id) => ({
      type: 18,
      label: "a",
      component: { type: 4, custom_id, style: 1, required: false },
    }));
    bot.handle = async (interaction) => {
      if (interaction.isModalSubmit()) await interaction.reply(`[${interaction.fields.getTextInputValue("toString")}]`);
      else await callback(interaction, { type: 9, data: { custom_id: "m", title: "m", components: inputs } });
    };
    const opened = await bot.rehearsal.type({ ...place(), name: "curfew", options: {} });
    if (opened.kind !== "modal") throw new Error(JSON.stringify(opened));
    const { interactionId } = opened;
    const sent = await bot.rehearsal.submit({ readerId: place().readerId, interactionId, values: {} });
    expect(sent).toMatchObject({ kind: "message", shown: { message: { content: "[]" } } });
  });
});
