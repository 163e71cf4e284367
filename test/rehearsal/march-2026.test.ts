// The March 2026 curfew, played minute by minute for a channel that follows it: what the channel shows is counted, not what we meant to send.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";

let bot: Whole;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-whole-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
});

const subscribe = async (reader: string) => {
  const answer = await bot.subscribe(reader, { channel: bot.discord.channel("alertas").id });
  expect(wordsOf(answer)).toMatch(bot.discord.channel("alertas").id);
};
const began = (text: string) => /^🔴 (CURFEW NOW|TOQUE DE QUEDA AHORA)/.test(text);
const knowledge = (text: string) => /^(❔ NO SE SABE (?:ahora|desde)|🔎)/.test(text);
const ended = (text: string) => /^⚪ (Curfew over|Last announced night over|Terminó)/.test(text);

const soon = (text: string) => /^⏰ (Curfew at|Toque de queda)/.test(text);

/** To the minute before five and eleven in one outage-free jump each: every minute is played. */
async function playTo(iso: string) {
  await bot.discord.clock.jump({ to: iso });
  await bot.settled();
}

describe("the March 2026 curfew", () => {
  it("shows sixteen begins and sixteen ends for the four provinces, a warning before each begin but the first, one message each, the last saying that nothing is known from there", async () => {
    bot = await wholeBot({ at: "2026-03-15T22:55:00-05:00", rates: "roomy" });
    await subscribe("Ana");
    const before = bot.texts("alertas").length;
    await playTo("2026-03-31T06:00:00-05:00");
    const all = bot.texts("alertas").slice(before);
    // Of the other twenty provinces: lapsed on the 16th, known again for six hours of the 20th. knowledge.test.ts reads them.
    expect(all.filter(knowledge)).toHaveLength(3);
    const texts = all.filter((text) => !knowledge(text));
    expect(texts.filter(began)).toHaveLength(16);
    expect(texts.filter(ended)).toHaveLength(16);
    // Who subscribes five minutes before the first begin is too late for its warning.
    expect(texts.filter(soon)).toHaveLength(15);
    expect(texts).toHaveLength(47);
    for (const text of texts)
      for (const province of ["Guayas", "Los Ríos", "El Oro", "Santo Domingo"]) expect(text).toContain(province);
    // Before the last night too: nobody shall take its end for the end of it.
    expect(texts.filter((text) => /NO SE SABE/.test(text))).toEqual([texts.at(-3), texts.at(-1)]);
    expect(texts.at(-3)).toMatch(/^⏰.*❔ Después: NO SE SABE/);
    expect(texts.at(-1)).toMatch(/última noche anunciada.*NO SE SABE/);
    expect(texts.some((text) => /atraso|late/.test(text))).toBe(false);
    // A sound for the first begin, of which nothing had told, and for each warning: nothing else.
    const loud = bot
      .shown("alertas")
      .slice(before)
      .filter((one) => !one.silent)
      .map((one) => one.message.content);
    expect(loud.filter((text) => !knowledge(text))).toEqual([texts[0], ...texts.filter(soon)]);
    expect(loud.filter(knowledge).every((text) => text.startsWith("❔"))).toBe(true);
    await playTo("2026-04-02T06:00:00-05:00");
    expect(bot.texts("alertas")).toHaveLength(before + 50);
  }, 240_000);

  it("goes on after a restart in the middle of a night: the end comes, nothing comes twice", async () => {
    bot = await wholeBot({
      at: "2026-03-17T22:58:00-05:00",
      store: `sqlite:${join(folder, "restart.sqlite")}`,
      rates: "roomy",
    });
    await subscribe("Mei");
    const before = bot.texts("alertas").length;
    await playTo("2026-03-18T01:00:00-05:00");
    await bot.stop();
    await bot.start();
    await playTo("2026-03-18T05:10:00-05:00");
    expect(
      bot
        .texts("alertas")
        .slice(before)
        .map((text) => (began(text) ? "began" : ended(text) ? "ended" : text)),
    ).toEqual(["began", "ended"]);
  }, 60_000);

  it("after an outage over the beginning tells of it late, with how late and whose fault it was", async () => {
    bot = await wholeBot({
      at: "2026-03-17T22:30:00-05:00",
      store: `sqlite:${join(folder, "late.sqlite")}`,
      rates: "roomy",
    });
    await subscribe("Mei");
    const before = bot.texts("alertas").length;
    await bot.stop();
    await bot.discord.clock.outage({ to: "2026-03-18T01:30:00-05:00" });
    await bot.start();
    await bot.settled();
    const texts = bot.texts("alertas").slice(before);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(
      /^🔴 CURFEW NOW since 23:00, until Wed 18 Mar 05:00 in 4 provinces \(Ecuador time\).*2 h 30 min late; Vigía was down/,
    );
  }, 60_000);

  it("after an outage over an end sums up in one message what was missed and what holds now", async () => {
    bot = await wholeBot({
      at: "2026-03-17T22:58:00-05:00",
      store: `sqlite:${join(folder, "down.sqlite")}`,
      rates: "roomy",
    });
    await subscribe("Ana");
    await playTo("2026-03-18T03:30:00-05:00");
    const before = bot.texts("alertas").length;
    await bot.stop();
    await bot.discord.clock.outage({ to: "2026-03-18T06:30:00-05:00" });
    await bot.start();
    await bot.settled();
    const shown = bot.shown("alertas").slice(before);
    expect(shown).toHaveLength(1);
    const [summary] = shown;
    expect(summary && wordsOfMessage(summary)).toMatch(
      /^🛠️ Vigía no funcionó.*03:30-06:30.*Ahora: NO SE SABE \(Ecuador excepto Guayas.*\); sin toque; próximo hoy 23:00 \(Guayas.*1 aviso perdido: terminó el toque, 05:00\./,
    );
    await playTo("2026-03-18T23:01:00-05:00");
    expect(
      bot
        .texts("alertas")
        .slice(before + 1)
        .filter(began),
    ).toHaveLength(1);
  }, 60_000);
});
