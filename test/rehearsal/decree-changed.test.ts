// A decree is changed in the data files while its curfew runs, and Vigía is started again: what the channel shows, on a strict Discord, in both languages.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PermissionFlagsBits as P } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editRecord } from "../../rehearsal/scenarios/data-copy.ts";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";

const DECREE = "ec-2026-03-15-decreto-329";
const FOUR = "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas";
let folder: string;
let bot: Whole;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-changed-"));
  await cp(join(import.meta.dirname, "../../data"), join(folder, "data"), { recursive: true });
});
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

/** At 01:00 of 18 March a curfew runs in #alertas, told in the reader's language. */
async function nightWith(reader: string): Promise<void> {
  bot = await wholeBot({
    at: "2026-03-17T22:58:00-05:00",
    store: `sqlite:${join(folder, "changed.sqlite")}`,
    env: { DATA_DIR: join(folder, "data") },
    rates: "roomy",
  });
  const answer = await bot.subscribe(reader, { channel: bot.discord.channel("alertas").id });
  expect(wordsOf(answer)).toContain(bot.discord.channel("alertas").id);
  await playTo("2026-03-18T01:00:00-05:00");
}

async function playTo(iso: string): Promise<void> {
  await bot.discord.clock.jump({ to: iso });
  await bot.settled();
}

const decree = (becomes: Record<string, unknown>) => editRecord(join(folder, "data"), "curfews.json", DECREE, becomes);
const untilThree = { exceptions: [{ night: "2026-03-17", end: "03:00" }] };

async function restart(): Promise<void> {
  await bot.stop();
  await bot.start();
  await bot.settled();
}

const alertas = () => bot.shown("alertas");
const lines = () => alertas().map(({ message }) => message.content);

describe("a decree changed while its curfew runs", () => {
  it("is told as an answer to the begin, which is put right; nothing comes twice after another restart", async () => {
    await nightWith("Mei");
    const begin = alertas().at(-1)?.message;
    const before = alertas().length;
    await bot.stop();
    await decree(untilThree);
    await bot.start();
    await bot.settled();
    const [notice, ...more] = alertas().slice(before);
    expect(more).toEqual([]);
    expect(notice?.message.content).toBe(
      `⚠️ CHANGED in 4 provinces: curfew now ends Wed 18 Mar 03:00 (was 05:00): ${FOUR}. Now: CURFEW until Wed 18 Mar 03:00 (Ecuador time).`,
    );
    expect(notice?.message.message_reference?.message_id).toBe(begin?.id);
    expect(notice?.silent).toBe(false);
    const edited = alertas()[before - 1];
    expect(edited?.message.content).toBe(
      `⚠️ CHANGED in 4 provinces: curfew now ends Wed 18 Mar 03:00 (was 05:00): ${FOUR}.\n~~🔴 CURFEW NOW until Wed 18 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}.~~`,
    );
    expect(edited?.message.edited_timestamp).toBeTruthy();
    expect(edited && wordsOfMessage(edited)).toMatch(/~~Tue 17 Mar 23:00 -> Wed 05:00~~ Tue 17 Mar 23:00 -> Wed 03:00/);
    const shown = lines();
    await restart();
    await restart();
    expect(lines()).toEqual(shown);
    await playTo("2026-03-18T23:01:00-05:00");
    expect(lines().slice(before + 1)).toEqual([
      expect.stringMatching(/^⚪ Curfew over at 03:00, Wed 18 Mar/),
      expect.stringMatching(/^⏰ Curfew at 23:00 tonight, Wed 18 Mar/),
      expect.stringMatching(/^🔴 CURFEW NOW until Thu 19 Mar 05:00/),
    ]);
  }, 60_000);

  it("says it in Spanish, without an English word", async () => {
    await nightWith("Ana");
    await bot.stop();
    await decree({
      lifted: {
        by: { en: "Decreto Ejecutivo 330", es: "Decreto Ejecutivo 330" },
        date: "2026-03-18",
        from: "2026-03-18T00:50:00-05:00",
      },
    });
    await bot.start();
    await bot.settled();
    const [edited, notice] = alertas().slice(-2);
    expect(notice?.message.content).toBe(
      `⚠️ CAMBIO en 4 provincias: el toque terminó a las 00:50 (antes hasta el miércoles 18 mar. 05:00): ${FOUR}. Lo levantó: Decreto Ejecutivo 330. Ahora: sin toque; NO SE SABE desde el martes 31 mar. 05:00 (hora de Ecuador).`,
    );
    expect(edited?.message.content).toMatch(
      /^⚠️ CAMBIO en 4 provincias: el toque terminó el miércoles 18 mar\. 00:50 .*\n~~🔴 TOQUE DE QUEDA AHORA/,
    );
    const words = [edited, notice].map((one) => one && wordsOfMessage(one)).join("\n");
    expect(words).not.toMatch(/\b(the|until|curfew|from|last|night|changed|hours)\b/i);
    await playTo("2026-03-18T23:30:00-05:00");
    expect(alertas().at(-1)?.message.id).toBe(notice?.message.id);
  }, 60_000);

  it("killed between the notice and its edits, puts right what is left at the next start, once", async () => {
    await nightWith("Mei");
    const before = alertas().length;
    const isEdit = ({ method, path }: { method: string; path: string }) =>
      method === "PATCH" && /\/messages\/\d+$/.test(path);
    bot.discord.refuse(isEdit, { drop: "before" });
    await bot.stop();
    await decree(untilThree);
    await bot.start();
    await expect.poll(() => bot.discord.requests.filter(isEdit).length).toBe(1);
    expect(alertas().slice(before)).toHaveLength(1);
    expect(lines()[before - 1]).toMatch(/^🔴 CURFEW NOW/);
    await restart();
    expect(lines().slice(before)).toHaveLength(1);
    await expect
      .poll(() => lines()[before - 1])
      .toMatch(/^⚠️ CHANGED in 4 provinces: curfew now ends Wed 18 Mar 03:00/);
    await restart();
    expect(bot.discord.requests.filter(isEdit)).toHaveLength(2);
  }, 60_000);

  it("where it may not read the history it posts all the same, with the old message's address", async () => {
    await nightWith("Mei");
    const { guildId } = bot.discord;
    const begin = alertas().at(-1)?.message;
    bot.discord.setBotPermissions(begin?.channel_id ?? "", P.ViewChannel | P.SendMessages | P.EmbedLinks);
    await bot.stop();
    await decree(untilThree);
    await bot.start();
    await bot.settled();
    const notice = alertas().at(-1);
    expect(notice?.message.content).toMatch(/^⚠️ CHANGED/);
    expect(notice?.message.message_reference).toBeUndefined();
    expect(notice && wordsOfMessage(notice)).toContain(
      `https://discord.com/channels/${guildId}/${begin?.channel_id}/${begin?.id}`,
    );
    expect(lines().filter((line) => line.startsWith("⚠️ CHANGED"))).toHaveLength(2);
  }, 60_000);
});
