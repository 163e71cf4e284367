// Every command typed by readers of both languages in the whole bot, as Discord would carry it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";

let bot: Whole;

beforeAll(async () => {
  bot = await wholeBot({ at: "2026-03-15T22:55:00-05:00" });
}, 60_000);
afterAll(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  await bot.close();
});

const said = async (reader: string, name: string, options: Record<string, string | number> = {}, subcommand?: string) =>
  wordsOf(await bot.type(reader, name, options, subcommand));
const press = (outcome: Outcome, reader: string, label: RegExp) => {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(JSON.stringify(outcome));
  for (const row of outcome.shown.message.components ?? [])
    if ("components" in row)
      for (const part of row.components)
        if ("label" in part && "custom_id" in part && label.test(part.label ?? ""))
          return bot.discord.press({
            readerId: bot.discord.reader(reader).id,
            messageId: outcome.messageId,
            customId: part.custom_id,
          });
  throw new Error(`No button ${String(label)} in: ${wordsOf(outcome)}`);
};
const pick = (outcome: Outcome, reader: string, index: number) => {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(JSON.stringify(outcome));
  for (const row of outcome.shown.message.components ?? [])
    if ("components" in row)
      for (const part of row.components)
        if ("options" in part && part.options !== undefined)
          return bot.discord.select({
            readerId: bot.discord.reader(reader).id,
            messageId: outcome.messageId,
            customId: part.custom_id,
            values: [part.options[index]?.value ?? ""],
          });
  throw new Error("No menu");
};

describe("/curfew", () => {
  it("bare gives the country at a glance, in the reader's language", async () => {
    expect(await said("Luis", "curfew")).toMatch(
      /^⚪ No curfew now in Ecuador\. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 \(Ecuador time\): Guayas/,
    );
    expect(await said("Ana", "toque-de-queda")).toMatch(/^⚪ Sin toque.*23:00/);
  });

  it("with a place gives hours, exempt and not exempt, penalty, decree, sources and the newest source's date", async () => {
    const english = await said("Luis", "curfew", { place: "EC-G" });
    for (const part of [
      /^⚪ No curfew now in Guayas\. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 \(Ecuador time\)/,
      /Decreto Ejecutivo 329/,
      /health services/,
      /NOT exempt[\s\S]*logistics/,
      /one to three years in prison/,
      /\[Primicias\]\(https:/,
      /Newest source \d+ Mar 2026/,
      /information, not permission to travel/,
    ])
      expect(english).toMatch(part);
    const spanish = await said("Ana", "toque-de-queda", { lugar: "EC-G" });
    for (const part of [
      /^⚪ Sin toque.* Guayas\. Próximo: .*15 mar\. 23:00 -> lunes 05:00 \(hora de Ecuador\)/,
      /servicios de salud/,
      /NO exentos[\s\S]*logística/,
      /Fuente más reciente \d+ mar\. 2026/,
      /no permiso para circular/,
    ])
      expect(spanish).toMatch(part);
  });

  it.each([
    ["2026-03-20 23:30", /^🔴 CURFEW Fri 20 Mar 23:30 in Guayas/],
    ["2026-03-20 12:00", /^⚪ No curfew Fri 20 Mar 12:00 in Guayas/],
    ["2026-04-02 23:30", /^❔ NOT KNOWN/],
  ])("at %s answers for that time in the place's own clock", async (at, line) => {
    expect(await said("Luis", "curfew", { place: "guayas", at })).toMatch(line);
  });

  it("says the year, and never today, of what lies in another year than the one asked about", async () => {
    const [line = ""] = (await said("Luis", "curfew", { place: "guayaquil", at: "2025-03-20 23:30" })).split("\n");
    expect(line).toMatch(/20 Mar 2025 23:30/);
    expect(line).toMatch(/15 Mar 2026 23:00/);
    expect(line).not.toMatch(/today|tonight/);
  });

  it("forgives accents, case, spelling and language, with and without picking a suggestion", async () => {
    expect((await bot.suggestions("Luis", "curfew", "place", "los rios"))[0]).toMatch(/Los Ríos/);
    expect((await bot.suggestions("Ana", "curfew", "place", "sto domingo")).join()).toMatch(/Santo Domingo/);
    expect((await bot.suggestions("Ana", "curfew", "place", "guayakil"))[0]).toMatch(/Guayaquil/);
    expect(await said("Luis", "curfew", { place: "LOS RIOS" })).toMatch(/Los Ríos/);
  });

  it("names the nearest three for an unknown place, and says what is wrong with an impossible date", async () => {
    const unknown = await said("Luis", "curfew", { place: "Guayakuil" });
    expect(unknown).toMatch(/Guayaquil/);
    expect(await said("Luis", "curfew", { place: "guayas", at: "2026-02-30 10:00" })).toMatch(/2026-02-30/);
    expect(await said("Ana", "curfew", { place: "guayas", at: "25:00" })).toMatch(/25:00/);
  });
});

describe("/strikes", () => {
  it("lists newest first, pages both ways, and opens one", async () => {
    const first = await bot.type("Luis", "strikes");
    expect(wordsOf(first)).toMatch(/45 US military strikes on vessels: 146 killed as announced, 157 with/);
    const second = await press(first, "Luis", /Older/);
    expect(wordsOf(second)).toMatch(/Page 2 of 5/);
    expect(wordsOf(await press(second, "Luis", /Newer/))).toMatch(/Page 1 of 5/);
    expect(wordsOf(await pick(first, "Luis", 0))).toMatch(/6 killed[\s\S]*8 Mar 2026/);
  });

  it("sets our count beside the last one quoted, like beside like", async () => {
    const words = await said("Luis", "strikes", { until: "2026-02-23" });
    expect(words).toMatch(/44 .*140 killed as announced, 151 with/);
    expect(words).toMatch(/AP.*151/);
    expect(await said("Ana", "ataques", { hasta: "2025-11-15" })).toMatch(/21 .*82 muertos según lo anunciado, 83 con/);
  });

  it("never says zero where no record names a group", async () => {
    const words = await said("Luis", "strikes", { organisation: "los choneros" });
    expect(words).toMatch(/named in none of our \d+ records; \d+ name no group/);
    expect(words).not.toMatch(/\b0 strikes/);
  });

  it("refuses what cannot be, in words", async () => {
    expect(await said("Luis", "strikes", { since: "2026-02-30" })).toMatch(/2026-02-30/);
    expect(await said("Ana", "ataques", { desde: "2026-03-01", hasta: "2025-01-01" })).not.toMatch(/Algo falló/);
  });
});

describe("/orgs", () => {
  it("gives one organisation with its listings, and says whose act a listing is", async () => {
    expect(await said("Luis", "orgs", { name: "jalisco" })).toMatch(
      /Jalisco Nueva Generación[\s\S]*not a court ruling/,
    );
    expect(await said("Ana", "organizaciones", { nombre: "choneros" })).toMatch(
      /Los Choneros[\s\S]*no un fallo judicial/,
    );
  });

  it("offers both bearers of one acronym", async () => {
    const words = JSON.stringify(await bot.type("Luis", "orgs", { name: "CDG" }));
    expect(words).toMatch(/Cártel del Golfo/);
    expect(words).toMatch(/Clan del Golfo/);
  });

  it.each(["us", "ofac", "eeuu"])("finds who was listed by %s", async (by) => {
    expect(await said("Luis", "orgs", { "designated-by": by })).toMatch(/Los Lobos|Tren de Aragua/);
  });
});

describe("/alerts", () => {
  it("subscribes, lists and removes, for people who manage channels only", async () => {
    const channel = bot.discord.channel("redaccion").id;
    await expect(bot.type("Luis", "alerts", {}, "subscribe")).rejects.toThrow(/no command/);
    expect(await said("Ana", "alertas", { canal: channel }, "suscribir")).toMatch(new RegExp(`<#${channel}>`));
    expect(await said("Mei", "alerts", {}, "list")).toMatch(new RegExp(`<#${channel}>`));
    expect(await said("Mei", "alerts", { channel }, "remove")).toMatch(new RegExp(`<#${channel}>`));
    expect(await said("Mei", "alerts", {}, "list")).not.toMatch(new RegExp(`<#${channel}>`));
  });

  it("names the permission that is missing in a channel", async () => {
    const channel = bot.discord.channel("alertas").id;
    bot.discord.setBotPermissions(channel, 1024n);
    expect(await said("Mei", "alerts", { channel }, "subscribe")).toMatch(/Send Messages/);
    bot.discord.setBotPermissions(channel, 274_877_991_936n);
  });
});

describe("/record strike", () => {
  it("shows the alert first, and on Confirm records it once and tells the subscribed channel", async () => {
    const channel = bot.discord.channel("alertas").id;
    await said("Mei", "alerts", { channel }, "subscribe");
    const card = await bot.type(
      "Ana",
      "registrar",
      { fecha: "2026-03-15", región: "eastern-pacific", muertos: "3", enlace: "https://example.org/news/1" },
      "ataque",
    );
    expect(wordsOf(card)).toMatch(/3 muertos/);
    const before = bot.texts("alertas").length;
    // Two presses at once, as a thumb on a slow phone gives them.
    await Promise.all([press(card, "Ana", /Confirmar/), press(card, "Ana", /Confirmar/)]);
    await bot.discord.waitForMessage(channel, (one) => one.message.content.startsWith("NEW ·"));
    await bot.settled();
    expect(bot.texts("alertas").slice(before)).toHaveLength(1);
    expect(bot.texts("alertas").at(-1)).toMatch(/^NEW · US strike on a vessel, eastern Pacific: 3 killed/);
    const alert = bot.shown("alertas").at(-1);
    expect(alert && wordsOfMessage(alert)).toMatch(/#[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await said("Luis", "strikes")).toMatch(/46 US military strikes on vessels: 149 killed/);
  });

  it("is refused to people without the right, and with a link that is none", async () => {
    await expect(
      bot.type(
        "Luis",
        "record",
        { date: "2026-03-15", region: "caribbean", killed: "2", link: "https://example.org" },
        "strike",
      ),
    ).rejects.toThrow(/no command/);
    expect(
      await said(
        "Ana",
        "record",
        { date: "2026-03-15", region: "caribbean", killed: "2", link: "http://user:pass@example.org" },
        "strike",
      ),
    ).toMatch(/https/);
  });
});
