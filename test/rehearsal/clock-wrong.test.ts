// The whole bot while its clock is wrong: every way to ask gets one sentence, nothing is posted or recorded, and what was missed comes once it is right.
import { afterEach, describe, expect, it, vi } from "vitest";
import { App } from "../../src/app.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { HOUR, MINUTE } from "../../src/domain/time.ts";
import { startWatched } from "../rehearsal-server/watched.ts";
import { rememberingLog } from "../support.ts";
import { type Whole, wholeBot, wordsOf } from "./bot.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of open.splice(0)) await close();
});

const SENTENCE =
  "Vigía's clock is 1 h behind Discord's, so it cannot say what holds now: it answers and records again when its clock is put right. This does not mean that there is no curfew.";
const FRASE =
  "El reloj de Vigía está 1 h atrasado respecto al de Discord y no puede decir qué rige ahora: volverá a responder y a registrar cuando su reloj esté en hora. Esto no significa que no haya toque de queda.";

async function whole(at: string): Promise<Whole> {
  const bot = await wholeBot({ at });
  open.push(() => bot.close());
  await bot.subscribe("Ana", {});
  return bot;
}

describe("the whole bot with a clock that Discord does not confirm", () => {
  it("answers nothing and posts nothing, and tells late what it missed", async () => {
    const { discord, ...bot } = await whole("2026-03-15T22:55:00-05:00");
    discord.misdate(HOUR);
    // A step, so that it is asked: the bot hears of the hours between at once, as a machine does that was switched off.
    await discord.clock.outage({ by: 11 });
    await bot.settled();
    expect(bot.texts("redaccion").filter((text) => text.includes("CURFEW"))).toEqual([]);
    for (const command of ["curfew", "strikes", "orgs"]) {
      expect(wordsOf(await bot.type("Luis", command))).toBe(SENTENCE);
      expect(wordsOf(await bot.type("Ana", command))).toBe(FRASE);
    }
    for (const [command, sub] of [
      ["alerts", "list"],
      ["record", "strike"],
    ] as const) {
      const outcome = await bot.type("Ana", command, {}, sub);
      expect(wordsOf(outcome)).toBe(FRASE);
      expect(outcome.kind === "message" && outcome.ephemeral).toBe(true);
    }
    expect(await bot.suggestions("Ana", "curfew", "place", "gua")).toEqual([]);
    discord.misdate(0);
    await discord.clock.jump({ by: 2 });
    await bot.settled();
    expect(bot.texts("redaccion").at(-1)).toMatch(/CURFEW NOW since 23:00|TOQUE DE QUEDA AHORA.* desde las 23:00/);
    expect(wordsOf(await bot.type("Ana", "curfew", { place: "guayas" }))).toMatch(/CURFEW NOW|TOQUE DE QUEDA AHORA/);
    expect(bot.broken).toEqual([]);
  });
});

describe("the whole bot on the machine's own clock", () => {
  it("started with a clock that is an hour wrong: says so to whoever asks, and begins once it is right", async () => {
    const real = Date.now.bind(Date);
    let skew = -HOUR;
    const discord = await startWatched({ startAt: new Date(real()).toISOString(), firstAnswer: 20_000 });
    vi.spyOn(Date, "now").mockImplementation(() => real() + skew);
    const { log, lines } = rememberingLog();
    const broken: unknown[] = [];
    const app = new App({
      config: {
        ...readConfig({
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: `${discord.url}/api`,
          HOME_GUILD_IDS: discord.guildId,
          STORE_URL: "memory:",
          CLOCK: `${discord.url}/clock`,
        }),
        DISCORD_TOKEN: discord.token,
      },
      clock: systemClock(),
      log,
      broken: (error) => broken.push(error),
    });
    open.push(async () => {
      await app.stop();
      await discord.close();
    });
    const started = app.start();
    started.catch((error: unknown) => broken.push(error));
    const ask = () =>
      discord.type({
        readerId: discord.reader("Luis").id,
        channelId: discord.channel("redaccion").id,
        name: "curfew",
        options: {},
      });
    await vi.waitFor(() => expect(lines.map(({ text }) => text)).toContain("Connected to Discord's gateway"), 20_000);
    await vi.waitFor(async () => expect(wordsOf(await ask())).toBe(SENTENCE), 20_000);
    expect(lines.map(({ text }) => text)).not.toContain("Vigía is up");
    skew = 0;
    // What a reader does is a witness: nobody waits for the next question to Discord.
    await vi.waitFor(async () => expect(wordsOf(await ask())).not.toContain("clock is"), 20_000);
    await started;
    skew = 10 * HOUR + MINUTE;
    expect(wordsOf(await ask())).toContain("Vigía's clock is 10 h 1 min ahead of Discord's");
    skew = 0;
    expect(wordsOf(await ask())).not.toContain("clock is");
    expect(broken).toEqual([]);
  }, 60_000);
});
