// A canton is cut in two under a channel that follows it, before the whole bot: its owner is told once, and the channel hears of both.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";

const Curfews = z.looseObject({ curfews: z.array(z.unknown()) });
const Areas = z.looseObject({ areas: z.array(z.looseObject({ id: z.string() })) });

let bot: Whole;
let folder: string;
let data: string;

/** A night in the new canton alone, announced on the day before. */
const NIGHT = {
  id: "ec-2024-11-06-test",
  country: "EC",
  title: { en: "Test decree", es: "Decreto de prueba" },
  authority: { en: "Decreto 999", es: "Decreto 999" },
  declared: "2024-11-05",
  firstNight: "2024-11-06",
  lastNight: "2024-11-06",
  zone: "America/Guayaquil",
  rules: [{ start: "22:00", end: "05:00", areas: ["EC-1413"], label: { en: "one canton", es: "un cantón" } }],
  sources: [{ publisher: "Test" }],
  confidence: "high",
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-places-"));
  data = join(folder, "data");
  await cp(join(import.meta.dirname, "..", "..", "data"), data, { recursive: true });
  const path = join(data, "curfews.json");
  const file = Curfews.parse(JSON.parse(await readFile(path, "utf8")));
  await writeFile(path, JSON.stringify({ ...file, curfews: [...file.curfews, NIGHT] }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  await bot.close();
});

async function playTo(iso: string) {
  await bot.discord.clock.jump({ to: iso });
  await bot.settled();
}

const subscribe = async () => {
  const channel = bot.discord.channel("alertas").id;
  expect(wordsOf(await bot.subscribe("Ana", { channel }))).toContain(channel);
};
const maps = () => bot.shown("alertas").filter((one) => one.message.content.startsWith("🗺️"));
const env = () => ({ DEFAULT_AREA: "EC-1401", DATA_DIR: data });

describe("a canton that is cut in two", () => {
  it("goes on being heard of whole; its owner is told once, also over a restart", async () => {
    const store = `sqlite:${join(folder, "cut.sqlite")}`;
    bot = await wholeBot({ at: "2024-11-04T23:50:00-05:00", store, env: env(), rates: "roomy" });
    await subscribe();
    await playTo("2024-11-04T23:59:00-05:00");
    expect(maps()).toEqual([]);
    await playTo("2024-11-05T00:05:00-05:00");
    const [notice, ...more] = maps();
    expect(more).toEqual([]);
    expect(notice?.message.content).toMatch(/Morona.*Sevilla Don Bosco/);
    expect(notice?.message.content).toContain(`<@${bot.discord.reader("Ana").id}>`);
    expect(notice?.silent).toBe(true);
    await bot.stop();
    await bot.start();
    await playTo("2024-11-07T06:00:00-05:00");
    expect(maps()).toHaveLength(1);
    const curfew = bot.texts("alertas").filter((text) => text.includes("Sevilla Don Bosco") && /^(🔴|⚪)/.test(text));
    expect(curfew.some((text) => text.startsWith("🔴"))).toBe(true);
    expect(curfew.some((text) => text.startsWith("⚪"))).toBe(true);
    const list = wordsOf(await bot.type("Ana", "alerts", {}, "list"));
    expect(list).toMatch(/Morona, Sevilla Don Bosco/);
    await subscribe();
    expect(maps()).toHaveLength(1);
  }, 120_000);

  it("is told when a data file says so months later, to who subscribed before the cut and to nobody else", async () => {
    const later = join(folder, "later");
    await cp(data, later, { recursive: true });
    const path = join(later, "areas.json");
    const whole = Areas.parse(JSON.parse(await readFile(path, "utf8")));
    const curfews = join(later, "curfews.json");
    const file = z
      .looseObject({ curfews: z.array(z.looseObject({ id: z.string() })) })
      .parse(JSON.parse(await readFile(curfews, "utf8")));
    await writeFile(path, JSON.stringify({ ...whole, areas: whole.areas.filter(({ id }) => id !== "EC-1413") }));
    await writeFile(
      curfews,
      JSON.stringify({ ...file, curfews: file.curfews.filter((one) => !JSON.stringify(one).includes("EC-1413")) }),
    );
    const store = `sqlite:${join(folder, "later.sqlite")}`;
    bot = await wholeBot({
      at: "2024-11-04T12:00:00-05:00",
      store,
      env: { DEFAULT_AREA: "EC-1401", DATA_DIR: later },
      rates: "roomy",
    });
    await subscribe();
    await playTo("2024-11-06T12:00:00-05:00");
    const own = bot.discord.channel("redaccion").id;
    expect(wordsOf(await bot.subscribe("Ana", { channel: own }))).toBeTruthy();
    expect(maps()).toEqual([]);
    await bot.stop();
    await writeFile(path, JSON.stringify(whole));
    await bot.start();
    await playTo("2024-11-06T12:05:00-05:00");
    expect(maps()).toHaveLength(1);
    expect(bot.texts("redaccion").filter((text) => text.startsWith("🗺️"))).toEqual([]);
    expect(wordsOfMessage(maps()[0] ?? expect.fail("no notice"))).toContain("/alert");
  }, 120_000);
});

describe("places over the world, before the whole bot", () => {
  it("knows Bavaria, and says that nothing is known of it", async () => {
    bot = await wholeBot({ at: "2026-03-18T23:30:00-05:00" });
    const [first = ""] = wordsOf(await bot.type("Ana", "curfew", { place: "Baviera" })).split("\n");
    expect(first).toMatch(/^❔ .*(NOT KNOWN|NO SE SABE).*(Bavaria|Baviera)/);
    const santiago = wordsOf(await bot.type("Ana", "curfew", { place: "Santiago" }));
    expect(santiago).toMatch(/(República Dominicana|Dominican Republic)/);
    const georgia = wordsOf(await bot.type("Ana", "curfew", { place: "Georgia" }));
    expect(georgia).toMatch(/Georgia \((país|country)\).*Georgia \((estado, Estados Unidos|state, United States)\)/);
    const texas = wordsOf(await bot.type("Ana", "curfew", { place: "US-TX", at: "22:00" }));
    expect(texas).toMatch(/Chicago/);
    const suggested = await bot.suggestions("Ana", "curfew", "place", "colon");
    expect(suggested.some((name) => /Panam/.test(name))).toBe(true);
  });
});
