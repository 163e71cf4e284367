// Share through restarts, faults and closed channels, in the whole bot with its store in a file: once, signed, and never at the cost of an alert.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { firstLine, READERS, Walk } from "./walk.ts";

let bot: Whole;
let walk: Walk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-share-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
});

const start = async (name: string, at = "2026-03-15T22:55:00-05:00") => {
  bot = await wholeBot({ at, store: `sqlite:${join(folder, `${name}.sqlite`)}` });
  walk = new Walk(bot);
};
const { plain } = READERS.es;
const ask = () => walk.type("es", plain, "curfew", { place: "guayas" });
const share = (answer: Outcome) => walk.press("es", plain, answer, /^Compartir$/);
const posted = () => bot.texts("redaccion").filter((text) => /Guayas/.test(text));
const here = () => bot.discord.channel("redaccion").id;
const isPost = ({ method, path }: { method: string; path: string }) =>
  method === "POST" && path === `/channels/${here()}/messages`;

describe("Share in the whole bot", () => {
  it("works after a restart between answer and press, and a press after the next restart posts nothing twice", async () => {
    await start("restart");
    const answer = await ask();
    await bot.stop();
    await bot.start();
    expect(firstLine(await share(answer))).toBe(`Compartido en <#${here()}>.`);
    await bot.stop();
    await bot.start();
    expect(firstLine(await share(answer))).toMatch(/^Esto ya se compartió/);
    expect(posted()).toEqual([
      "⚪ Sin toque ahora en Guayas. Próximo: hoy domingo 15 mar. 23:00 -> lunes 05:00 (hora de Ecuador). Fuente más reciente: 14 mar.\nCompartido por Sol, según lo que se sabía el domingo 15 mar. 22:55 (hora de Ecuador)",
    ]);
  }, 60_000);

  it.each([
    ["never arrived", { drop: "before" }],
    ["was taken and never answered", { drop: "after" }],
  ] as const)(
    "that %s is told as on its way, and stands there once after a restart",
    async (what, fault) => {
      await start(what.slice(0, 5));
      const answer = await ask();
      bot.discord.refuse(isPost, fault);
      expect(firstLine(await share(answer))).toMatch(/^Discord todavía no lo acepta/);
      await bot.stop();
      await bot.start();
      await bot.discord.waitForMessage(here(), (one) => /Compartido por Sol/.test(one.message.content));
      await bot.settled();
      expect(posted()).toHaveLength(1);
      // The row may wait for its next try yet: then this press is told when Discord has confirmed it.
      expect(firstLine(await share(answer))).toMatch(/^(Compartido en|Esto ya se compartió)/);
      expect(firstLine(await share(answer))).toMatch(/^Esto ya se compartió/);
      expect(posted()).toHaveLength(1);
    },
    60_000,
  );

  it("into a channel that closed in that very moment tells the sharer why, and the channel's alerts go on", async () => {
    await start("closed");
    await walk.bot.subscribe(READERS.es.team, {});
    const answer = await ask();
    bot.discord.refuse(isPost, { status: 403, body: { code: 50013, message: "Missing Permissions" } });
    expect(firstLine(await share(answer))).toBe(
      `No se compartió en <#${here()}>: Discord no me deja publicar allí. Revisa mis permisos: Ver canal, Enviar mensajes, Insertar enlaces.`,
    );
    await bot.discord.clock.jump({ to: "2026-03-15T23:01:00-05:00" });
    await bot.settled();
    expect(posted().filter((text) => text.startsWith("🔴 TOQUE DE QUEDA AHORA"))).toHaveLength(1);
  }, 60_000);

  it("does not post what was true when it was read and is not any more", async () => {
    await start("stale");
    const answer = await ask();
    await bot.discord.clock.jump({ to: "2026-03-15T23:01:00-05:00" });
    const told = await share(answer);
    expect(firstLine(told)).toMatch(/^No se compartió: esto cambió desde que preguntaste/);
    expect(posted()).toEqual([]);
    await expect.poll(() => walk.privately(plain).at(-1)).toMatch(/^🔴 TOQUE DE QUEDA AHORA en Guayas/);
  }, 60_000);

  it("copies after a restart too, in the language of the answer", async () => {
    await start("copy");
    const answer = await ask();
    await bot.stop();
    await bot.start();
    bot.discord.change({ change: "reader", readerId: bot.discord.reader(plain).id, locale: "en-US" });
    expect(firstLine(await walk.press("es", plain, answer, /^Copiar$/))).toMatch(
      /^Sin toque el domingo 15 mar\. 2026 22:55/,
    );
    expect(firstLine(await share(answer))).toBe(`Shared in <#${here()}>.`);
    expect(posted()[0]).toMatch(/\nCompartido por Sol/);
  }, 60_000);
});
