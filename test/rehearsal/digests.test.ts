// A morning with the whole bot, in both languages: the summary, the line before the evening and the message that is kept up to date, as two channels show them; what
// an outage, a deletion and the end of a subscription make of them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Destination, Subscription } from "../../src/domain/subscription.ts";
import { openEngine } from "../../src/engines/open.ts";
import type { Changes } from "../../src/store/subscriptions.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { type Whole, wholeBot, wordsOfMessage } from "./bot.ts";

const AT = "2026-03-15T22:55:00-05:00";
const CHANNELS = { en: "alertas", es: "redaccion" } as const;
const READERS = { en: "Mei", es: "Ana" } as const;
let bot: Whole;
let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-digests-"));
  store = `sqlite:${join(folder, "digests.sqlite")}`;
  bot = await wholeBot({ at: AT, store, rates: "roomy" });
}, 60_000);
afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

const idOf = (language: "en" | "es") => bot.discord.channel(CHANNELS[language]).id;
const shown = (language: "en" | "es") => bot.shown(CHANNELS[language]);
const playTo = async (iso: string) => {
  await bot.discord.clock.jump({ to: iso });
  await bot.settled();
};
const boards = (language: "en" | "es") => shown(language).filter(({ message }) => /^(📌|⏹️)/u.test(message.content));
const lastOf = (language: "en" | "es", sign: RegExp) => {
  const found = shown(language).findLast(({ message }) => sign.test(message.content));
  if (found === undefined) throw new Error(`nothing like ${sign} in ${JSON.stringify(bot.texts(CHANNELS[language]))}`);
  return found;
};

/** Settings are written while the bot is down, as a form would write them. */
async function set(language: "en" | "es", own: Changes<Subscription>, channel: Changes<Destination>): Promise<void> {
  const engine = await openEngine(store, { stamp: "rehearsed" });
  const clock = { now: () => Date.parse(AT) };
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
  const { guildId } = bot.discord;
  await subscriptions.setDestination(guildId, idOf(language), channel);
  for (const one of subscriptions.of(guildId, idOf(language))?.subscriptions ?? [])
    await subscriptions.setSubscription(guildId, one.id, own);
  await engine.close();
}

it("tells a morning and an evening in both languages, and keeps one pinned message up to date", async () => {
  for (const language of ["en", "es"] as const) await bot.subscribe(READERS[language], {}, idOf(language));
  // In the other channel it may not pin, and works all the same.
  bot.discord.setBotPermissions(idOf("en"), 274_877_991_936n + (1n << 51n));
  await bot.stop();
  const board = { since: Date.parse(AT) };
  await set("en", { digest: { every: "day", at: "07:00", form: "full" } }, { board });
  await set("es", { digest: { every: "day", at: "18:00", form: "line" } }, { board });
  await bot.start();
  await bot.settled();
  const [first] = boards("en");
  expect(first?.silent).toBe(true);
  expect(first?.message.pinned).toBe(true);
  expect(boards("es")[0]?.message.content).toMatch(/^📌 Al .*: ⚪ Sin toque ahora en Ecuador\. /);

  await playTo("2026-03-16T07:02:00-05:00");
  const summary = lastOf("en", /New since|Nothing new in our record/);
  expect(summary.silent).toBe(true);
  expect(summary.message.content).toMatch(
    /^Daily summary: ❔ NOT KNOWN whether part of Ecuador has a curfew now: .*No curfew: Guayas.*; next: today 23:00/,
  );
  const words = wordsOfMessage(summary);
  expect(words).toContain("Daily summary, Mon 16 Mar");
  expect(words).toMatch(/Tonight\n🔴 Mon 16 Mar 23:00 -> Tue 05:00: Guayas/);
  expect(words).toContain("last night Mon 30 -> Tue 31 Mar, 05:00");
  expect(words).toMatch(
    /Vigía's count of strikes on vessels\n\d+ strikes, \d+ killed as announced, \d+ with presumed dead/,
  );
  expect(boards("en")).toHaveLength(1);
  const stamp = /Checked <t:(\d+):R>/.exec(boards("en")[0]?.message.embeds[0]?.description ?? "")?.[1];
  // When the curfew ended; a clock that jumps renews it no oftener than Discord lets old messages be edited.
  expect(Number(stamp) * 1000).toBeGreaterThanOrEqual(Date.parse("2026-03-16T05:00:00-05:00"));

  await playTo("2026-03-16T18:01:00-05:00");
  const line = lastOf("es", /^Resumen diario: (❔ NO SE SABE|⚪ Sin toque).*Ecuador/u);
  expect(line.message.content).toMatch(/hoy (lunes 16 mar\. )?23:00/);
  expect(line.message.embeds[0]?.fields ?? []).toEqual([]);
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
}, 60_000);

it("is posted anew where a moderator deleted it, and says that it is kept no more where its subscription ended", async () => {
  const [old] = boards("en");
  bot.discord.change({ change: "message-deleted", messageId: old?.message.id ?? "" });
  await playTo("2026-03-16T23:05:00-05:00");
  expect(boards("en")).toHaveLength(1);
  expect(boards("en")[0]?.message.id).not.toBe(old?.message.id);
  await bot.type(READERS.es, "alerts", { channel: idOf("es") }, "remove");
  await playTo("2026-03-16T23:07:00-05:00");
  const [ended] = boards("es");
  expect(ended?.message.content).toMatch(/^⏹️ Ya no se mantiene al día desde el lunes 16 mar\. 23:0/);
  expect(ended?.message.pinned).toBe(false);
  expect(bot.broken).toEqual([]);
}, 60_000);
