// The language that a reader chose outlives the bot: after a restart each is answered in their own, also where Discord says otherwise.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Whole, wholeBot, wordsOf } from "./bot.ts";
import { firstLine, Walk } from "./walk.ts";

let bot: Whole;
let walk: Walk;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "vigia-remembered-"));
  bot = await wholeBot({ store: `sqlite:${join(folder, "remembered.sqlite")}` });
  walk = new Walk(bot);
}, 60_000);
afterAll(() => bot.close());

it("is kept for each of two readers over a restart, and buttons from before still work", async () => {
  const ask = (reader: string, language: "en" | "es") => walk.type(language, reader, "curfew", { place: "guayas" });
  const english = await ask("Luis", "en");
  const spanish = await ask("Sol", "es");
  await walk.press("en", "Luis", english, /^En español$/);
  await walk.press("es", "Sol", spanish, /^In English$/);
  const old = await ask("Sol", "es");
  await bot.stop();
  await bot.start();
  expect(firstLine(await ask("Luis", "en"))).toMatch(/^⚪ Sin toque ahora en Guayas/);
  expect(firstLine(await ask("Sol", "es"))).toMatch(/^⚪ No curfew now in Guayas/);
  expect(firstLine(await ask("Vera", "en"))).toMatch(/^⚪ No curfew now in Guayas/);
  expect(firstLine(await walk.press("es", "Sol", old, /^Next 14 nights$/))).toMatch(/^🔴 CURFEW announced for all/);
  // And it is Sol's own to change again.
  expect(wordsOf(await walk.press("es", "Sol", old, /^En español$/))).toContain(
    "Desde ahora Vigía te responde en español",
  );
  expect(firstLine(await ask("Sol", "es"))).toMatch(/^⚪ Sin toque ahora en Guayas/);
  expect(firstLine(await ask("Luis", "en"))).toMatch(/^⚪ Sin toque ahora en Guayas/);
});
