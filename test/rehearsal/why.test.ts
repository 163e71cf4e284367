// A night of faults in the whole bot, asked about in the morning: an outage, a 500, a 429 and a closed channel, each told in words; and a second server,
// which knows nothing of the first one's marks and messages.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../../rehearsal/contract.ts";
import { type Whole, wholeBot, wordsOf } from "./bot.ts";

let bot: Whole;
let folder: string;
/** Typed in any channel. */
let elsewhere: (
  reader: string,
  channelId: string,
  subcommand: string,
  options?: Record<string, string>,
) => Promise<Outcome>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-why-"));
  bot = await wholeBot({
    at: "2026-03-15T20:50:00-05:00",
    store: `sqlite:${join(folder, "a.sqlite")}`,
    rates: "roomy",
  });
  const { discord } = bot;
  elsewhere = (reader, channelId, subcommand, options = {}) =>
    discord.type({ readerId: discord.reader(reader).id, channelId, name: "alerts", options, subcommand });
  const [here, closed] = [discord.channel("redaccion").id, discord.channel("alertas").id];
  await bot.subscribe("Ana", { "before-start": "2h" }, here);
  await bot.subscribe("Ana", { "before-start": "2h" }, closed);
  await bot.stop();
  await discord.clock.outage({ to: "2026-03-15T23:10:00-05:00" });
  await bot.start();
  await bot.settled();
  discord.refuse({ fault: "500", on: "posts", times: 1, channelId: here });
  discord.refuse({ fault: "rate-limited", on: "posts", times: 1, seconds: 1, channelId: here });
  discord.setBotPermissions(closed, 1024n);
  await discord.clock.jump({ to: "2026-03-16T05:01:00-05:00" });
}, 60_000);
afterAll(async () => {
  expect(bot.broken).toEqual([]);
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the morning after", () => {
  it("lists what was sent, what came late and what was not sent, each with its reason", async () => {
    await expect.poll(() => bot.texts("redaccion").at(-1), { timeout: 20_000 }).toMatch(/^⚪ /);
    await bot.settled();
    const morning = wordsOf(await elsewhere("Ana", bot.discord.channel("redaccion").id, "why"));
    expect(morning).toContain("2 entregados, 1 no enviado");
    expect(morning).toMatch(/lunes 16 mar\. 05:00\*\* · terminó el toque: Guayas.*\n➜ entregado\n/);
    expect(morning).toMatch(/domingo 15 mar\. 23:00\*\* · empezó el toque: Guayas.*\n➜ entregado con 10 min de atraso/);
    expect(morning).toMatch(
      /domingo 15 mar\. 21:00\*\* · 2 h antes de un toque: Guayas.*\n➜ no se envió: el toque ya había empezado/,
    );
    expect(morning).toContain("Vigía revisó por última vez el lunes 16 mar. 05:01 (hora de Ecuador)");
  });

  it("tells each try of the notice that met a 500 and a 429, under the message itself", async () => {
    const { discord } = bot;
    const last = bot.shown("redaccion").at(-1);
    const asked = await discord.useOnMessage({
      readerId: discord.reader("Luis").id,
      messageId: last?.message.id ?? "",
      name: "Why?",
    });
    const text = wordsOf(asked);
    expect(text).toMatch(/05:00:\d\d · no certain answer: Discord was failing/);
    expect(text).toMatch(/05:00:\d\d · not posted: Discord asked to wait/);
    expect(text).toMatch(/05:00:\d\d · delivered/);
  });

  it("says of the closed channel what is missing there, and in the status that it is paused", async () => {
    const closed = bot.discord.channel("alertas").id;
    expect(wordsOf(await elsewhere("Ana", closed, "why"))).toContain("Vigía no puede publicar en el canal");
    const status = wordsOf(await elsewhere("Ana", closed, "status"));
    expect(status).toMatch(/^Avisos de 2 canales de este servidor: cerrados para Vigía: 1/);
    expect(status).toContain(`**CERRADO para Vigía** desde el lunes 16 mar. 05:0`);
  });

  it("knows no mark and no message of another server", async () => {
    const { discord } = bot;
    const mark =
      /#([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(JSON.stringify(bot.shown("redaccion").at(-1)?.message.embeds))?.[1] ?? "";
    expect(mark).not.toBe("");
    const guild = discord.addGuild({ name: "Otra" });
    const { id: stranger } = discord.addReader({ name: "Zoe", locale: "es-419", zone: "America/Guayaquil" });
    const role = discord.addRole(guild.id, { name: "jefes", permissions: 1n << 4n });
    discord.addMember(guild.id, stranger, [role.id]);
    const there = discord.addChannel(guild.id, { name: "otro" }).id;
    expect(wordsOf(await elsewhere("Zoe", there, "why", { mark }))).toMatch(
      /^Ningún aviso de este servidor lleva la marca/,
    );
    expect(wordsOf(await elsewhere("Zoe", there, "why"))).toMatch(/^Hasta ahora no había nada que publicar/);
    expect(wordsOf(await elsewhere("Zoe", there, "status"))).toMatch(/^Ningún canal de este servidor recibe avisos/);
  });
});
