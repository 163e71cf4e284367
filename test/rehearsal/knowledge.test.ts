// What nobody knows, in the whole bot: the lapse and the return in subscribed channels of both languages, the question before it, a restart and a crash in
// between, and nothing twice.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";
import { partsOf } from "./walk.ts";

let bot: Whole;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-knowledge-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
});

async function playTo(iso: string) {
  await bot.discord.clock.jump({ to: iso });
  await bot.settled();
}

async function started(at: string, name: string, review?: string) {
  bot = await wholeBot({
    at,
    store: `sqlite:${join(folder, `${name}.sqlite`)}`,
    rates: "roomy",
    ...(review === undefined ? {} : { review }),
  });
  for (const [reader, channel] of [
    ["Ana", "alertas"],
    ["Mei", "redaccion"],
  ] as const)
    wordsOf(await bot.subscribe(reader, { channel: bot.discord.channel(channel).id }));
}

const knowledge = (channel: string) => bot.shown(channel).filter(({ message }) => /^(❔ N|🔎)/.test(message.content));
const said = (channel: string) => knowledge(channel).map(({ message }) => message.content);
const FOUR = "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas";
const press = async (reader: string, channel: string, label: RegExp) => {
  const asked = bot.shown(channel).findLast(({ message }) => /^❔ (Anything|¿Hay)/.test(message.content));
  const button = asked && partsOf(asked).find((part) => "label" in part && label.test(part.label ?? ""));
  if (asked === undefined || button === undefined || !("custom_id" in button)) throw new Error("no such button");
  return bot.discord.press({
    readerId: bot.discord.reader(reader).id,
    messageId: asked.message.id,
    customId: button.custom_id,
  });
};

it("tells the lapse of the twenty provinces at once and loudly, the return silently, through a restart, each once", async () => {
  await started("2026-03-16T05:30:00-05:00", "lapse");
  await playTo("2026-03-16T06:01:00-05:00");
  await bot.stop();
  await bot.start();
  await playTo("2026-03-20T00:02:00-05:00");
  await bot.stop();
  await bot.start();
  await playTo("2026-03-20T06:16:00-05:00");
  expect(said("redaccion")).toEqual([
    `❔ NOT KNOWN now whether there is a curfew in Ecuador except ${FOUR}, since Mon 16 Mar 06:00 (Ecuador time): our information ends there. This does not mean there is none.`,
    `🔎 Known again whether there is a curfew in Ecuador except ${FOUR}, since Fri 20 Mar 00:00 (Ecuador time). Now: no curfew; NOT KNOWN from Fri 20 Mar 06:15.`,
    `❔ NOT KNOWN now whether there is a curfew in Ecuador except ${FOUR}, since Fri 20 Mar 06:15 (Ecuador time): our information ends there. This does not mean there is none.`,
  ]);
  expect(said("alertas")).toEqual([
    `❔ NO SE SABE ahora si hay toque de queda en Ecuador excepto ${FOUR}, desde el lunes 16 mar. 06:00 (hora de Ecuador): hasta ahí llega nuestra información. Eso no significa que no haya.`,
    `🔎 Se vuelve a saber si hay toque de queda en Ecuador excepto ${FOUR}, desde el viernes 20 mar. 00:00 (hora de Ecuador). Ahora: sin toque; NO SE SABE desde el viernes 20 mar. 06:15.`,
    `❔ NO SE SABE ahora si hay toque de queda en Ecuador excepto ${FOUR}, desde el viernes 20 mar. 06:15 (hora de Ecuador): hasta ahí llega nuestra información. Eso no significa que no haya.`,
  ]);
  expect(knowledge("alertas").map(({ silent }) => silent)).toEqual([false, true, false]);
  const words = wordsOfMessage(knowledge("redaccion")[0] ?? expect.fail());
  expect(words).toContain("Until somebody checks, no notice of a new or changed curfew can be counted on there.");
  expect(words).toMatch(/Pichincha/);
  expect(words).toMatch(/Newest source .* · information, not permission to travel · #[0-9A-Z]{4}-[0-9A-Z]{4}$/);
}, 240_000);

it("asks, is answered, asks again a day later; not answered, the channels hear of it with who had looked when, and of the check that comes late", async () => {
  await started("2026-06-01T08:58:00-05:00", "asked", "redaccion");
  const card = await bot.type("Ana", "registrar", { lugar: "EC" }, "revisado");
  if (card.kind !== "message") throw new Error(JSON.stringify(card));
  const confirm = partsOf(card.shown).find((part) => "label" in part && part.label === "Confirmar");
  if (confirm === undefined || !("custom_id" in confirm)) throw new Error("no button");
  await bot.discord.press({
    readerId: bot.discord.reader("Ana").id,
    messageId: card.shown.message.id,
    customId: confirm.custom_id,
  });
  await playTo("2026-06-02T05:00:00-05:00");
  // Whoever looks after that channel is called.
  const owner = bot.discord.reader("Mei").id;
  expect(bot.texts("redaccion").at(-1)).toBe(
    `❔ Anything new? Known until Tue 2 Jun 08:58 (Ecuador time): Ecuador. Please look at the sources, then press a button. <@${owner}>`,
  );
  await bot.stop();
  await bot.start();
  await press("Ana", "redaccion", /^Nothing new/);
  expect(bot.texts("redaccion").at(-1)).toBe(
    "Checked, nothing new: Ecuador. Holds until Wed 3 Jun 05:00 (Ecuador time).\nBy Ana, Tue 2 Jun 05:00.",
  );
  await playTo("2026-06-03T06:59:00-05:00");
  expect(bot.texts("redaccion").at(-1)).toBe(
    `❔ Anything new? Known until Wed 3 Jun 05:00 (Ecuador time): Ecuador. Please look at the sources, then press a button. <@${owner}>`,
  );
  expect(said("alertas")).toEqual([]);
  await playTo("2026-06-03T07:00:00-05:00");
  expect(said("alertas")).toEqual([
    "❔ NO SE SABE si hay toque de queda en Ecuador, desde el miércoles 3 jun. 05:00 (hora de Ecuador): nadie ha revisado desde el martes 2 jun. 05:00. Eso no significa que no haya.",
  ]);
  expect(said("redaccion")).toEqual([
    "❔ NOT KNOWN whether there is a curfew in Ecuador, since Wed 3 Jun 05:00 (Ecuador time): nobody has checked since Tue 2 Jun 05:00. This does not mean there is none.",
  ]);
  expect(knowledge("alertas").map(({ silent }) => silent)).toEqual([true]);
  await press("Ana", "redaccion", /^Nothing new/);
  await playTo("2026-06-03T07:02:00-05:00");
  expect(said("alertas").slice(1)).toEqual([
    "🔎 Se vuelve a saber si hay toque de queda en Ecuador, desde el miércoles 3 jun. 07:01 (hora de Ecuador). Ahora: sin toque; NO SE SABE desde el jueves 4 jun. 07:00.",
  ]);
  await playTo("2026-06-04T02:59:00-05:00");
  expect(said("alertas")).toHaveLength(2);
  expect(said("redaccion")).toHaveLength(2);
}, 240_000);

it("needs no notice where the check came in time: the message says by whom, and after a restart no channel hears of a lapse", async () => {
  await started("2026-03-16T01:30:00-05:00", "killed", "redaccion");
  await playTo("2026-03-16T02:01:00-05:00");
  const asked = bot.shown("redaccion").at(-1)?.message.content;
  expect(asked).toMatch(/^❔ Anything new\? Known until .*: Ecuador except Guayas/);
  await press("Ana", "redaccion", /^Nothing new/);
  const once = bot.shown("redaccion").at(-1);
  if (once === undefined) throw new Error("no answer");
  await bot.stop();
  await bot.start();
  await playTo("2026-03-16T07:00:00-05:00");
  expect(said("alertas")).toEqual([]);
  expect(once.message.content).toMatch(/\nBy Ana, Mon 16 Mar 02:01\.$/);
}, 120_000);
