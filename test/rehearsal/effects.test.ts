// A decree in the lists of events of two servers, one in each language, and threads below what their channels were told: the whole bot on a strict Discord. It is
// put there, changed with the decree while the bot is away, and gone with it.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GuildScheduledEventStatus as Status } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { editRecord } from "../../rehearsal/scenarios/data-copy.ts";
import { openEngine } from "../../src/engines/open.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { wholeBot } from "./bot.ts";

const DECREE = "ec-2026-03-15-decreto-329";
const at = (text: string) => `${text}:00-05:00`;
const SAYS = {
  es: {
    name: "Toque de queda 23:00-05:00 (hora de Ecuador): Guayas, El Oro y 2 más",
    place: "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas",
    hours: "Solo por horas: todos los días 23:00-05:00 hasta el martes 31 mar. 05:00 (hora de Ecuador).",
    footer:
      /Es información, no un permiso para circular\. Vigía mantiene al día esta entrada\. #[0-9A-Z]{4}-[0-9A-Z]{4}$/u,
    changed: /^⚠️ CAMBIO en 4 provincias: el toque termina el jueves 26 mar\. 05:00/u,
  },
  en: {
    name: "Curfew 23:00-05:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas",
    place: "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas",
    hours: "NOT all day: daily 23:00-05:00 until Tue 31 Mar 05:00 (Ecuador time).",
    footer: /Information, not permission to travel\. Vigía keeps this entry up to date\. #[0-9A-Z]{4}-[0-9A-Z]{4}$/u,
    changed: /^⚠️ CHANGED in 4 provinces: curfew (?:now )?ends Thu 26 Mar 05:00/u,
  },
} as const;
const LISTED: ReadonlySet<Status> = new Set([Status.Scheduled, Status.Active]);
const BOTH = ["es", "en"] as const;

it("a decree stands in two servers' lists of events, follows the decree and goes with it; its changes have a thread each", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vigia-effects-"));
  const data = join(folder, "data");
  await cp(join(import.meta.dirname, "../../data"), data, { recursive: true });
  const store = `sqlite:${join(folder, "effects.sqlite")}`;
  const bot = await wholeBot({ at: at("2026-03-15T12:00"), store, env: { DATA_DIR: data }, rates: "roomy" });
  const { discord } = bot;
  const other = discord.addGuild({ name: "Overseas desk", channels: [{ name: "alerts-en" }] });
  const own = discord.state().channels.find(({ guildId }) => guildId === other.id);
  const places = {
    es: { guildId: discord.guildId, id: discord.channel("alertas").id },
    en: { guildId: other.id, id: own?.id ?? "" },
  };
  const away = async (work: () => Promise<void>) => {
    await bot.stop();
    await work();
    await bot.start();
    await bot.settled();
  };
  await away(async () => {
    const engine = await openEngine(store, { stamp: "rehearsed" });
    const clock = { now: () => Date.parse(at("2026-03-15T12:00")) };
    const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
    for (const language of BOTH) {
      const { guildId, id: channelId } = places[language];
      const { subscribed } = await subscriptions.subscribe({
        guildId,
        channelId,
        language,
        kind: "channel",
        zone: "America/Guayaquil",
        topics: ["curfews"],
        areas: ["EC"],
        owner: discord.reader("Ana").id,
      });
      await subscriptions.setSubscription(guildId, subscribed.subscriptions[0]?.id ?? "", {
        events: true,
        thread: true,
      });
    }
    await engine.close();
  });
  const events = (language: "en" | "es") =>
    discord.state().events.filter((one) => one.guild_id === places[language].guildId && LISTED.has(one.status));
  for (const language of BOTH) {
    const [event, ...more] = events(language);
    expect(more).toEqual([]);
    const { name, place, hours, footer } = SAYS[language];
    expect([event?.name, event?.entity_metadata?.location]).toEqual([name, place]);
    expect(event?.description).toContain(hours);
    expect(event?.description).toMatch(footer);
    expect(Date.parse(event?.scheduled_start_time ?? "")).toBe(Date.parse(at("2026-03-15T23:00")));
    expect(Date.parse(event?.scheduled_end_time ?? "")).toBe(Date.parse(at("2026-03-31T05:00")));
  }
  const ids = BOTH.map((language) => events(language)[0]?.id);

  await away(() => editRecord(data, "curfews.json", DECREE, { lastNight: "2026-03-25" }));
  for (const language of BOTH) {
    const { id } = places[language];
    expect(Date.parse(events(language)[0]?.scheduled_end_time ?? "")).toBe(Date.parse(at("2026-03-26T05:00")));
    const notice = discord.messages(id).find(({ message }) => SAYS[language].changed.test(message.content));
    const [thread, ...more] = discord.state().channels.filter(({ parentId }) => parentId === id);
    expect(more).toEqual([]);
    expect(thread?.id).toBe(notice?.message.id);
    expect(notice?.message.content.startsWith(thread?.name.replace(/…$/u, "") ?? "none")).toBe(true);
  }
  expect(BOTH.map((language) => events(language)[0]?.id)).toEqual(ids);

  const by = { en: "the president", es: "la Presidencia" };
  const lifted = { by, date: "2026-03-15", from: at("2026-03-15T12:00") };
  await away(() => editRecord(data, "curfews.json", DECREE, { lastNight: "2026-03-25", lifted }));
  expect(BOTH.map(events)).toEqual([[], []]);
  expect(bot.broken).toEqual([]);
  expect(discord.unknownRoutes).toEqual([]);
  await bot.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);
