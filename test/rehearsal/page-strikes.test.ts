// Figures of strikes on a phone, 390 points wide, in both languages: the list, the table of months, a record whose three sources differ. Nothing is wider than the
// screen, and what decides stands in the first line.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ComponentType } from "discord-api-types/v10";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { hasChromium } from "../page/browser.ts";
import { onceDrawn } from "../page/moving.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { newest, openChannel, windows } from "./page-window.ts";

const SAYS = {
  en: {
    reader: "Luis",
    name: "strikes",
    months: "By month",
    opened: "By month: 45 US military strikes on vessels",
    sum: "Up to 28 Feb 2026: 44 strikes, 140 to 141 killed as announced",
    one: "3 to 4 killed (sources differ)",
    told: [
      "3 sources, disputed",
      "The figures given cannot all be true.",
      "withdrawn 24 Feb 2026: it mixed two strikes",
      "(earlier: 2, 23 Feb 2026)",
    ],
  },
  es: {
    reader: "Ana",
    name: "ataques",
    months: "Por mes",
    opened: "Por mes: 45 ataques militares de EE. UU. a embarcaciones",
    sum: "Hasta el 28 feb. 2026: 44 ataques",
    one: "entre 3 y 4 muertos (las fuentes no coinciden)",
    told: [
      "3 fuentes, en disputa",
      "Las cifras dadas no pueden ser todas ciertas.",
      "retirada el 24 feb. 2026: mezcló dos ataques",
      "(antes: 2, 23 feb. 2026)",
    ],
  },
} as const;

const Data = z.looseObject({ strikes: z.array(z.looseObject({ id: z.string() })) });
const said = (by: string) => ({ en: by, es: by });
const killed = (low: number, by: string, date: string) => ({ measure: "killed", low, by: said(by), date });
const DIFFER = {
  figures: [
    killed(2, "US Southern Command (SOUTHCOM)", "2026-02-23"),
    killed(3, "US Southern Command (SOUTHCOM)", "2026-02-24"),
    killed(4, "Guardacostas de Colombia", "2026-02-24"),
    killed(9, "News of a very long name that no phone has room for on one line", "2026-02-24"),
  ],
  sources: [
    { publisher: "AP via KSAT", url: "https://www.ksat.com/news/1", date: "2026-02-23" },
    { publisher: "CBS News", url: "https://www.cbsnews.com/1", date: "2026-02-24" },
    { publisher: "El Tiempo", url: "https://www.eltiempo.com/1", date: "2026-02-24" },
    {
      publisher: "News of a very long name that no phone has room for on one line",
      url: `https://long.example/${"a".repeat(150)}`,
      date: "2026-02-24",
      withdrawn: { on: "2026-02-24", reason: { en: "it mixed two strikes", es: "mezcló dos ataques" } },
    },
  ],
};

describe.skipIf(!hasChromium)("strikes on a phone", () => {
  const { pageDir, open, shut } = windows();
  let bot: Whole;
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "vigia-strikes-"));
    await cp(join(import.meta.dirname, "../../data"), data, { recursive: true });
    const file = join(data, "strikes.json");
    const all = Data.parse(JSON.parse(await readFile(file, "utf8")));
    const strikes = all.strikes.map((one) => (one.id === "2026-02-23" ? { ...one, ...DIFFER } : one));
    await writeFile(file, JSON.stringify({ ...all, strikes }));
    bot = await wholeBot({ stage: { pageDir: pageDir() }, env: { DATA_DIR: data } });
  });
  afterAll(async () => {
    await shut();
    expect(bot.broken).toEqual([]);
    await bot.close();
    await rm(data, { recursive: true, force: true });
  });

  it.each(["en", "es"] as const)("are never wider than the screen (%s)", async (language) => {
    const t = SAYS[language];
    const page = await open(bot.discord, { reader: t.reader });
    await openChannel(page, "redaccion");
    await page.setViewportSize({ width: 390, height: 844 });
    const { discord } = bot;
    const readerId = discord.reader(t.reader).id;
    const list = await bot.type(t.reader, t.name, { [language === "en" ? "until" : "hasta"]: "2026-03-31" });
    await narrow(page, /45 /);
    const months = await pressed(list, t.months);
    await narrow(page, t.opened);
    expect(JSON.stringify(months)).toContain(t.sum);
    const menu = partsOf(list).find((part) => "options" in part);
    if (menu === undefined || !("options" in menu) || list.kind !== "message") throw new Error("no menu");
    const one = await discord.select({
      readerId,
      messageId: list.shown.message.id,
      customId: menu.custom_id,
      values: ["2026-02-23"],
    });
    await narrow(page, t.one);
    for (const words of t.told) expect(JSON.stringify(one)).toContain(words);
    await shut();

    async function pressed(outcome: typeof list, label: string) {
      if (outcome.kind !== "message") throw new Error(outcome.kind);
      const button = partsOf(outcome).find((part) => "label" in part && part.label === label);
      if (button === undefined || !("custom_id" in button)) throw new Error(label);
      return discord.press({ readerId, messageId: outcome.shown.message.id, customId: button.custom_id });
    }
  });
});

type Outcome = Awaited<ReturnType<Whole["type"]>>;

function partsOf(outcome: Outcome) {
  if (outcome.kind !== "message") throw new Error(JSON.stringify(outcome));
  return (outcome.shown.message.components ?? []).flatMap((row) =>
    "components" in row && row.type === ComponentType.ActionRow ? row.components : [],
  );
}

interface Box {
  scrollWidth: number;
  clientWidth: number;
}

/** The newest message says this, and neither it nor the page reaches beyond the screen. */
async function narrow(page: Page, says: string | RegExp): Promise<void> {
  const message = await newest(page, says);
  const beyond = await onceDrawn(page, async () => [
    await message.evaluate((box: Box) => box.scrollWidth - box.clientWidth),
    await page.locator("html").evaluate((box: Box) => box.scrollWidth - box.clientWidth),
    await page.locator(".log").evaluate((box: Box) => box.scrollWidth - box.clientWidth),
  ]);
  expect(beyond).toEqual([0, 0, 0]);
}
