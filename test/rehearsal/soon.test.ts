// An evening with the whole bot: what a channel is told before, at and after a curfew, with which sound, and what an outage makes of it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Whole, wholeBot, wordsOf } from "./bot.ts";

let bot: Whole;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-soon-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
});

const start = async (name: string, at = "2026-03-15T20:55:00-05:00") => {
  bot = await wholeBot({ at, store: `sqlite:${join(folder, `${name}.sqlite`)}`, rates: "roomy" });
};
const subscribe = async (reader: string, options: Record<string, string> = {}) =>
  wordsOf(await bot.subscribe(reader, { channel: bot.discord.channel("alertas").id, ...options }));
const playTo = async (iso: string) => {
  await bot.discord.clock.jump({ to: iso });
  await bot.settled();
};
const outage = async (iso: string) => {
  await bot.stop();
  await bot.discord.clock.outage({ to: iso });
  await bot.start();
  await bot.settled();
};
const shown = () => bot.shown("alertas").map((one) => [one.silent ? "silent" : "loud", one.message.content]);
const FOUR = "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas";

describe("an evening and a night", () => {
  it("are three messages: two hours before with a sound, the begin and the end without", async () => {
    await start("evening");
    const before = shown().length;
    expect(await subscribe("Mei", { "before-start": "2h" })).toContain(
      "Next notice: tonight 21:00, that curfew begins tonight 23:00 (Ecuador time)",
    );
    await playTo("2026-03-16T05:10:00-05:00");
    expect(shown().slice(before)).toEqual([
      ["loud", `⏰ Curfew at 23:00 tonight, Sun 15 Mar, until Mon 05:00 in 4 provinces (Ecuador time): ${FOUR}.`],
      ["silent", `🔴 CURFEW NOW until Mon 16 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}.`],
      ["silent", `⚪ Curfew over at 05:00, Mon 16 Mar, in 4 provinces: ${FOUR}. Next: today 23:00 (Ecuador time).`],
    ]);
  }, 60_000);

  it("are told in Spanish, also shortly before the end, and changed when asked again", async () => {
    await start("spanish");
    const before = shown().length;
    expect(await subscribe("Ana", { "before-start": "ninguno" })).toMatch(/^Desde ahora llegan avisos a /);
    expect(await subscribe("Ana", { "before-start": "1 h", "before-end": "30" })).toMatch(/^Cambiado: /);
    await playTo("2026-03-16T05:10:00-05:00");
    expect(shown().slice(before)).toEqual([
      [
        "loud",
        `⏰ Toque de queda hoy domingo 15 mar. 23:00 -> lunes 05:00 en 4 provincias (hora de Ecuador): ${FOUR}.`,
      ],
      ["silent", `🔴 TOQUE DE QUEDA AHORA hasta el lunes 16 mar. 05:00 en 4 provincias (hora de Ecuador): ${FOUR}.`],
      [
        "silent",
        `⏰ El toque termina a las 05:00 del lunes 16 mar., en 4 provincias: ${FOUR}. Próximo: hoy 23:00 (hora de Ecuador).`,
      ],
      [
        "silent",
        `⚪ Terminó el toque, 05:00 del lunes 16 mar., en 4 provincias: ${FOUR}. Próximo: hoy 23:00 (hora de Ecuador).`,
      ],
    ]);
  }, 60_000);

  it("after an outage the warning comes late and says so; after one over the begin it does not come, and the begin is loud", async () => {
    await start("outage");
    const before = shown().length;
    await subscribe("Mei");
    await outage("2026-03-15T22:35:00-05:00");
    await playTo("2026-03-16T20:55:00-05:00");
    await outage("2026-03-16T23:20:00-05:00");
    expect(shown().slice(before)).toEqual([
      [
        "loud",
        `⏰ Curfew at 23:00 tonight, Sun 15 Mar, until Mon 05:00 in 4 provinces (Ecuador time): ${FOUR}. (This notice is 1 h 35 min late; Vigía was down.)`,
      ],
      ["silent", `🔴 CURFEW NOW until Mon 16 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}.`],
      ["silent", `⚪ Curfew over at 05:00, Mon 16 Mar, in 4 provinces: ${FOUR}. Next: today 23:00 (Ecuador time).`],
      [
        "loud",
        `❔ NOT KNOWN now whether there is a curfew in Ecuador except ${FOUR}, since Mon 16 Mar 06:00 (Ecuador time): our information ends there. This does not mean there is none.`,
      ],
      [
        "loud",
        `🔴 CURFEW NOW since 23:00, until Tue 17 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}. (This notice is 20 min late; Vigía was down.)`,
      ],
    ]);
  }, 60_000);

  it("a warning that Discord did not take until the curfew had begun is never posted, and the begin is loud", async () => {
    await start("refused");
    const before = shown().length;
    await subscribe("Mei");
    const channel = bot.discord.channel("alertas").id;
    // Longer than it takes to play two hours.
    bot.discord.orderFault({ fault: "rate-limited", on: "posts", times: 1, seconds: 8, channelId: channel });
    await playTo("2026-03-15T23:00:00-05:00");
    expect(shown().slice(before)).toEqual([]);
    await expect
      .poll(() => shown().slice(before), { timeout: 30_000 })
      .toEqual([["loud", `🔴 CURFEW NOW until Mon 16 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}.`]]);
  }, 60_000);
});
