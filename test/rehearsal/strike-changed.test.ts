// A strike that three channels were told of is updated, confirmed by another source, corrected and withdrawn; so is what somebody shared of it: the whole bot on a
// strict Discord, in both languages. Facts are written into its store's file between two runs, as if it had been killed before it planned them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PermissionFlagsBits as P } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { following } from "../following.ts";
import { instant } from "../../src/domain/time.ts";
import { openEngine } from "../../src/engines/open.ts";
import { FactStore } from "../../src/store/store.ts";
import { killed, strike, updated } from "../alerts/changes/strike-scene.ts";
import { type Whole, wholeBot, wordsOfMessage } from "./bot.ts";
import { READERS, Walk } from "./walk.ts";

const CHANNELS = ["alertas", "redaccion", "avisos"] as const;
const EN = "US strike on a vessel, eastern Pacific, announced Tue 17 Mar";
const ES = "Ataque de EE. UU. a una embarcación, Pacífico oriental, anunciado el martes 17 mar.";
const SUBJECT = "strike-by-hand";
const four = strike({ id: SUBJECT, figures: [killed(4)] });
let folder: string;
let bot: Whole;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-strike-changed-"));
  bot = await wholeBot({ at: "2026-03-17T09:00:00-05:00", store: url(), rates: "roomy" });
});
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

const url = () => `sqlite:${join(folder, "strikes.sqlite")}`;

/** #alertas in English, #redaccion and #avisos in Spanish. */
async function subscribed(): Promise<void> {
  for (const [i, name] of CHANNELS.entries()) {
    const channel = bot.discord.channel(name).id;
    await bot.subscribe(i === 0 ? "Mei" : "Ana", { channel });
  }
}

/** The bot is off while this is written; then it starts again. */
async function recorded(
  kind: "strike.recorded" | "strike.changed" | "strike.withdrawn",
  content: object,
  more: object = {},
) {
  await bot.stop();
  const engine = await openEngine(url(), { stamp: "rehearsed" });
  const store = await FactStore.open(engine.namespace("facts"), { now: () => instant("2026-03-17T09:01:00-05:00") });
  const done = await store.record([following(store, kind, content, { ...more, subject: SUBJECT })], "p");
  await engine.close();
  expect(done.is).toBe("recorded");
  await bot.discord.clock.jump({ to: "2026-03-17T09:02:00-05:00" });
  await bot.start();
  await bot.settled();
}

const lines = (channel: string) => bot.texts(channel).filter((text) => /eastern Pacific|Pacífico oriental/.test(text));
const first = (text: string | undefined) => text?.split("\n")[0];

describe("a strike that three channels were told of", () => {
  it("is told again at each step in every channel, in its language, as an answer; nothing comes twice", async () => {
    await subscribed();
    await recorded("strike.recorded", strike({ id: SUBJECT }));
    for (const name of CHANNELS) await expect.poll(() => lines(name).length).toBe(1);
    await recorded("strike.changed", four, { why: updated });
    for (const name of CHANNELS) await expect.poll(() => lines(name).length).toBe(2);
    expect(lines("alertas")[1]).toBe(`UPDATED 3 -> 4 killed · ${EN}. SOUTHCOM raised its figure.`);
    expect(lines("avisos")[1]).toBe(`ACTUALIZADO 3 -> 4 muertos · ${ES} SOUTHCOM subió su cifra.`);
    await expect
      .poll(() => lines("alertas")[0])
      .toMatch(/^UPDATED 3 -> 4 killed .*\n~~NEW · US strike on a vessel, eastern Pacific: 3 killed/);
    const [, second] = bot.shown("redaccion").filter(({ message }) => message.content.includes("Pacífico oriental"));
    const told = bot.shown("redaccion").find(({ message }) => message.content.includes("~~NUEVO"));
    expect(second?.message.message_reference?.message_id).toBe(told?.message.id);
    expect(second?.silent).toBe(false);
    const ap = { en: "AP", es: "AP" };
    const both = strike({
      id: SUBJECT,
      figures: [killed(4), killed(6, { atLeast: true, by: ap })],
      sources: [...strike().sources, { publisher: "AP", url: "https://example.org/ap", date: "2026-03-17" }],
    });
    await recorded("strike.changed", both, { why: { is: "added" } });
    await expect.poll(() => lines("alertas")[2]).toBe(`NEW SOURCE · ${EN}. AP says at least 6; SOUTHCOM said 4.`);
    await expect.poll(() => lines("avisos")[2]).toBe(`FUENTE NUEVA · ${ES} Según AP, al menos 6; según SOUTHCOM, 4.`);
    const right = strike({ id: SUBJECT, figures: [killed(4)], region: "caribbean" });
    const why = { is: "corrected", reason: { es: "se confundió la región" } };
    await recorded("strike.changed", right, { why });
    const corrected = () => bot.texts("alertas").filter((text) => text.startsWith("CORRECTED"));
    // It and the one before it; those from before the other steps name the state first and each step with its word.
    await expect.poll(() => corrected().length).toBe(2);
    await expect
      .poll(() =>
        bot
          .texts("alertas")
          .find((text) => text.startsWith("NOW"))
          ?.split("\n"),
      )
      .toEqual([
        `NOW 4 killed (was 3), Caribbean (was eastern Pacific) · ${EN.replace("eastern Pacific", "Caribbean")}.`,
        expect.stringMatching(/^~~NEW · /),
        "• Tue 17 Mar: UPDATED 3 -> 4 killed",
        "• Tue 17 Mar: NEW SOURCE · AP says at least 6; SOUTHCOM said 4",
        "• Tue 17 Mar: CORRECTED at least 4 killed -> 4 killed, eastern Pacific -> Caribbean",
      ]);
    expect(first(bot.texts("alertas").at(-1))).toBe(
      "CORRECTED at least 4 killed -> 4 killed, eastern Pacific -> Caribbean · US strike on a vessel, Caribbean, announced Tue 17 Mar. Vigía had it wrong: “se confundió la región” (in Spanish).",
    );
    await recorded("strike.withdrawn", { reason: { en: "recorded twice", es: "registrado dos veces" } });
    for (const name of CHANNELS) {
      const word = name === "alertas" ? /^WITHDRAWN, do not use/ : /^RETIRADO, no usar/;
      await expect.poll(() => bot.texts(name).filter((text) => word.test(text)).length).toBe(5);
    }
    expect(bot.texts("avisos").at(-1)).toBe(
      "RETIRADO, no usar · Ataque de EE. UU. a una embarcación, Caribe, anunciado el martes 17 mar. (4 muertos). Motivo: registrado dos veces.",
    );
    const spanish = bot.shown("avisos").map(wordsOfMessage).join("\n");
    expect(spanish).not.toMatch(/\b(the|killed|announced|strike|changed|reason|source)\b/i);
    const shown = CHANNELS.map((name) => bot.texts(name));
    await bot.stop();
    await bot.start();
    await bot.settled();
    expect(CHANNELS.map((name) => bot.texts(name))).toEqual(shown);
  }, 90_000);

  it("killed between notice and edit, edits at the next start; without the history the notice names the old message's address", async () => {
    await subscribed();
    await recorded("strike.recorded", strike({ id: SUBJECT }));
    await expect.poll(() => lines("alertas").length).toBe(1);
    const old = bot.shown("alertas").at(-1)?.message;
    const isEdit = ({ method, path }: { method: string; path: string }) =>
      method === "PATCH" && path.startsWith(`/channels/${old?.channel_id}/messages/`);
    bot.discord.refuse(isEdit, { drop: "before" });
    bot.discord.setBotPermissions(old?.channel_id ?? "", P.ViewChannel | P.SendMessages | P.EmbedLinks);
    await recorded("strike.changed", four, { why: updated });
    await expect.poll(() => bot.discord.requests.filter(isEdit).length).toBe(1);
    const notice = bot.shown("alertas").at(-1);
    expect(notice?.message.content).toMatch(/^UPDATED 3 -> 4 killed/);
    expect(notice?.message.message_reference).toBeUndefined();
    expect(notice && wordsOfMessage(notice)).toContain(
      `https://discord.com/channels/${bot.discord.guildId}/${old?.channel_id}/${old?.id}`,
    );
    await bot.stop();
    await bot.start();
    await expect.poll(() => lines("alertas").map((text) => text.slice(0, 7))).toEqual(["UPDATED", "UPDATED"]);
  }, 60_000);

  it("was shared as an answer too: that is answered and edited with the sharer's name, in the sharer's words", async () => {
    const walk = new Walk(bot);
    await recorded("strike.recorded", strike({ id: SUBJECT }));
    const { plain } = READERS.es;
    const list = await walk.type("es", plain, "strikes", { since: "2026-03-17" });
    await walk.press("es", plain, list, /^Compartir$/);
    await expect
      .poll(() => bot.texts("redaccion").filter((text) => text.includes("Compartido por Sol")).length)
      .toBe(1);
    await recorded("strike.changed", four, { why: updated });
    await expect
      .poll(() => bot.texts("redaccion").at(-1)?.split("\n"))
      .toEqual([
        expect.stringMatching(
          /^⚠️ ACTUALIZADO · una respuesta compartida ahora dice: «1 ataque militar .*4 muertos.*». Se compartió el martes 17 mar\. 09:02 \(hora de Ecuador\)\.$/,
        ),
        expect.stringMatching(/^Decía: ~~1 ataque militar .*3 muertos.*~~$/),
        "Compartido por Sol",
      ]);
    const shared = () => bot.texts("redaccion").at(-2)?.split("\n");
    await expect.poll(() => shared()?.length).toBe(4);
    expect(shared()).toEqual([
      expect.stringMatching(/^1 ataque militar .*4 muertos/),
      expect.stringMatching(/^Rectificado el martes 17 mar\. .*: ACTUALIZADO\. Decía:$/),
      expect.stringMatching(/^~~1 ataque militar .*3 muertos.*~~$/),
      "Compartido por Sol, según lo que se sabía el martes 17 mar. 09:02 (hora de Ecuador)",
    ]);
  }, 60_000);
});
