// The second person in the whole bot, in both languages: two members of the team, a review channel, a channel that follows the places, a restart between
// question and answer, and at the end everything tells the same story.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ShownMessage } from "../../rehearsal/contract.ts";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";
import { BOTH, firstLine, isPrivate, messageOf, partsOf, READERS, Walk } from "./walk.ts";

let bot: Whole;
let walk: Walk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-review-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  expect(bot.log.lines.filter((line) => line.level === "error")).toEqual([]);
  await bot.close();
});

const start = async (name: string, review?: string) => {
  bot = await wholeBot({
    at: "2026-03-15T22:55:00-05:00",
    store: `sqlite:${join(folder, `${name}.sqlite`)}`,
    rates: "roomy",
    ...(review === undefined ? {} : { review }),
  });
  walk = new Walk(bot);
};

const SAYS = {
  en: {
    what: "Decreto 329 Guayas",
    confirm: /^Confirm$/,
    second: /^Confirm as second person$/,
    waits: /^It waits for a second person: .*The review channel was asked\./,
    own: /^You asked for this yourself/,
    not: /^Only members of the team/,
    gone: /WITHDRAWN · .* · By Ana|WITHDRAWN/,
    done: /^Confirmed and recorded\. WITHDRAWN: Curfew Decreto Ejecutivo 329/,
    unknown: /NOT KNOWN/,
    none: /No curfew/,
    by: "Asked by Rita, confirmed by Ana",
  },
  es: {
    what: "Decreto 329 Guayas",
    confirm: /^Confirmar$/,
    second: /^Confirmar como segunda persona$/,
    waits: /^Espera a una segunda persona: .*Se preguntó en el canal de revisión\./,
    own: /^Lo pediste tú/,
    not: /^Solo los miembros del equipo/,
    gone: /RETIRADO/,
    done: /^Confirmado y registrado\. RETIRADO: Toque Decreto Ejecutivo 329/,
    unknown: /NO SE SABE/,
    none: /Sin toque/,
    by: "Lo pidió Ana, lo confirmó Rita",
  },
} as const;

const buttonIn = (shown: ShownMessage, label: RegExp): string => {
  const part = partsOf(shown).find((one) => "label" in one && label.test(one.label ?? ""));
  if (part === undefined || !("custom_id" in part)) throw new Error(`no button ${label}`);
  return part.custom_id;
};
const asks = (one: ShownMessage) =>
  /^❔ (NOT CONFIRMED, a second person|SIN CONFIRMAR, hace falta una segunda)/.test(one.message.content);

describe.each(BOTH)("a curfew withdrawn without an official source (%s)", (language) => {
  const t = SAYS[language];
  const other = language === "en" ? "es" : "en";
  const [asker, second, plain] = [READERS[language].team, READERS[other].team, READERS[language].plain];
  const withdraw = () =>
    walk.type(language, asker, "record", { what: "curfew:ec-2026-03-15-decreto-329", reason: "inventado" }, "withdraw");

  it("waits for somebody else, through a restart; until then nothing changes, and then channels, /curfew and history say the same", async () => {
    await start(`waits-${language}`, "revision");
    const [review, alerts] = ["revision", "alertas"].map((name) => bot.discord.channel(name).id);
    if (review === undefined || alerts === undefined) throw new Error("no channels");
    // The review channel reads in the language in which it gets alerts of its own.
    if (language === "es") await walk.bot.subscribe("Ana", { channel: review });
    await walk.bot.subscribe(asker, { channel: alerts });
    const card = await withdraw();
    expect(isPrivate(card)).toBe(true);
    expect(firstLine(await walk.press(language, asker, card, t.confirm))).toMatch(t.waits);
    const asked = await bot.discord.waitForMessage(review, asks);
    await bot.settled();
    await bot.stop();
    await bot.start();
    expect(bot.shown("revision").filter(asks)).toHaveLength(1);
    const press = (reader: string) => walk.pressId(language, reader, asked.message.id, buttonIn(asked, t.second));
    expect(firstLine(await press(plain))).toMatch(t.not);
    expect(firstLine(await press(asker))).toMatch(t.own);
    const before = wordsOf(await walk.type(language, asker, "curfew", { place: "EC-G" }));
    expect(before).not.toMatch(t.unknown);
    const both = await Promise.all([press(second), press(second)]);
    for (const one of both) expect(firstLine(one)).toMatch(t.done);
    await bot.settled();
    const now = bot.shown("revision").find((one) => one.message.id === asked.message.id);
    expect(now?.message.content).toContain(t.by);
    expect(now?.message.components ?? []).toEqual([]);
    expect(now && wordsOfMessage(now)).toMatch(/#[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const after = wordsOf(await walk.type(language, plain, "curfew", { place: "EC-G" }));
    expect(after).toMatch(t.unknown);
    await bot.discord.waitForMessage(alerts, (one) => t.unknown.test(one.message.content));
    expect(bot.texts("alertas").filter((text) => t.none.test(text))).toEqual([]);
    const history = wordsOf(await walk.type(language, asker, "record", { what: t.what }, "history"));
    expect(history).toMatch(t.gone);
    expect(history).toContain(second);
  }, 60_000);

  it("is asked of everyone in the channel where no review channel is set, and a colleague confirms it there", async () => {
    await start(`here-${language}`);
    const card = await withdraw();
    const shown = await walk.press(language, asker, card, t.confirm);
    expect(isPrivate(shown)).toBe(false);
    expect(asks(messageOf(shown))).toBe(true);
    const done = await walk.press(language, second, shown, t.second);
    expect(firstLine(done)).toMatch(t.done);
    expect(bot.shown("redaccion").filter(asks)).toEqual([]);
  }, 60_000);
});

it("asks anew where the bot was killed between keeping what was asked and asking it", async () => {
  await start("killed", "revision");
  const review = bot.discord.channel("revision").id;
  bot.discord.refuse(({ method, path }) => method === "POST" && path === `/channels/${review}/messages`, {
    drop: "after",
  });
  const card = await walk.type(
    "en",
    "Rita",
    "record",
    { what: "curfew:ec-2026-03-15-decreto-329", reason: "invented" },
    "withdraw",
  );
  await walk.press("en", "Rita", card, /^Confirm$/);
  await bot.stop();
  await bot.start();
  await bot.discord.waitForMessage(review, asks);
  await bot.settled();
  expect(bot.shown("revision").filter(asks)).toHaveLength(1);
}, 60_000);
