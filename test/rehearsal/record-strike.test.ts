// A strike recorded by hand in the whole bot: from a message in four presses, by two people at once, a second source added to it. Real discord.js over the
// strict stand-in; what each channel shows is counted.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import type { Language } from "../../src/domain/text.ts";
import { type Whole, wholeBot, wordsOf } from "./bot.ts";
import { firstLine, labels, messageOf, Walk } from "./walk.ts";

const NEWS =
  "SOUTHCOM announced on Saturday a strike on a vessel in the eastern Pacific. Three people were killed.\nhttps://www.apnews.com/article/boat-14?utm_source=x";

let bot: Whole;
let walk: Walk;
beforeAll(async () => {
  bot = await wholeBot({ at: "2026-03-15T22:55:00-05:00" });
  walk = new Walk(bot);
  await walk.bot.subscribe("Rita", { channel: bot.discord.channel("alertas").id });
}, 60_000);
afterAll(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  expect(bot.log.lines.filter((line) => line.level === "error")).toEqual([]);
  await bot.close();
});
afterEach(async () => bot.settled());

const posted = (content: string, reader = "Luis") =>
  bot.discord.say(bot.discord.reader(reader).id, bot.discord.channel("redaccion").id, content).message.id;
const open = (language: Language, reader: string, content: string) =>
  walk.use(language, reader, "record-strike", posted(content));
const shown = (outcome: Outcome) => {
  if (outcome.kind !== "modal") throw new Error(JSON.stringify(outcome));
  return Object.fromEntries(
    outcome.modal.components.flatMap((part) => {
      if (!("component" in part)) return [];
      const { component } = part;
      if ("value" in component) return [[component.custom_id, component.value]];
      if ("options" in component)
        return [[component.custom_id, component.options.find((one) => one.default)?.value ?? ""]];
      return "custom_id" in component ? [[component.custom_id, ""]] : [];
    }),
  );
};

describe("a strike recorded from a message", () => {
  it("takes four presses: Apps, Record strike, Submit, Confirm; and the channel is told", async () => {
    const before = bot.texts("alertas").length;
    // 1: the message's menu is the client's own. 2: its entry.
    const form = await open("en", "Rita", NEWS);
    expect(shown(form)).toEqual({
      statement:
        "SOUTHCOM announced on Saturday a strike on a vessel in the eastern Pacific. Three people were killed.",
      told: "14 Mar 2026, announced",
      region: "eastern-pacific",
      killed: "3",
      link: "https://www.apnews.com/article/boat-14?utm_source=x",
    });
    // 3: sent as it was opened.
    const card = await walk.fill("en", "Rita", form, {});
    expect(firstLine(card)).toBe(
      "Not recorded yet. This is what readers will get:\nNEW · US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced Sat 14 Mar; day of the strike not stated.",
    );
    expect(wordsOf(card)).toContain("It is announced in 1 channel that follows strikes.");
    expect(wordsOf(card)).toMatch(/Vigía's count: (\d+) -> (\d+) strikes; (\d+) -> (\d+) killed as announced/);
    expect(labels(card)).toEqual(["Confirm", "Edit", "More details", "Cancel"]);
    // 4
    const done = await walk.press("en", "Rita", card, /^Confirm$/);
    expect(firstLine(done)).toBe(
      "Recorded: US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced 14 Mar 2026; day of the strike not stated. It is announced in 1 channel.",
    );
    await bot.settled();
    expect(bot.texts("alertas").slice(before)).toEqual([
      "NEW · US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced Sat 14 Mar; day of the strike not stated.",
    ]);
    expect(wordsOf(await walk.type("en", "Luis", "strikes"))).toContain("3 killed, says SOUTHCOM");
  });

  it("the same event from another message is noticed, and its source is added with the figure that differs; nobody's figure is replaced", async () => {
    const form = await open(
      "es",
      "Ana",
      "AP: el ataque del sábado en el Pacífico oriental dejó al menos 4 muertos, dice la agencia. https://example.org/nota-14",
    );
    const card = await walk.fill("es", "Ana", form, { told: "14 mar., reporte" });
    expect(firstLine(card)).toContain(
      "⚠️ Puede que ya esté registrado: Ataque de EE. UU. a una embarcación, Pacífico oriental: 3 muertos, según SOUTHCOM.",
    );
    expect(labels(card)).toEqual([
      "Añadirle esta fuente",
      "Confirmar: es otro ataque",
      "Editar",
      "Más detalles",
      "Cancelar",
    ]);
    const added = await walk.press("es", "Ana", card, /^Añadirle esta fuente$/);
    expect(firstLine(added)).toContain("⚠️ Esto añade una fuente a un registro que ya existe:");
    expect(wordsOf(added)).toContain("Su cifra va junto a las otras: al menos 4, según example.org.");
    expect(labels(added)).toEqual(["No, es otro ataque", "Confirmar", "Editar", "Más detalles", "Cancelar"]);
    expect(firstLine(await walk.press("es", "Ana", added, /^Confirmar$/))).toMatch(
      /^Fuente añadida: Ataque de EE\. UU\. .*: al menos 3 muertos \(las fuentes no coinciden\)\./,
    );
    const list = wordsOf(await walk.type("en", "Luis", "strikes"));
    expect(list).toContain("at least 3 killed (sources differ)");
  });

  it("the same link once more is refused with a sentence", async () => {
    const form = await open("en", "Rita", NEWS.replace("www.", "").replace("utm_source=x", "fbclid=9"));
    const card = await walk.fill("en", "Rita", form, {});
    expect(firstLine(card)).toContain("⚠️ The same link stands in a record:");
    expect(labels(card)).not.toContain("Add this source to it");
    await walk.press("en", "Rita", card, /^Cancel$/);
  });

  it("of two people at once the second is shown what the first recorded, and nothing is written over", async () => {
    const text = "Pentagon said 2 people were killed in a strike in the Caribbean. https://example.org/c1";
    const fill = async (language: Language, reader: string, link: string) =>
      walk.fill(language, reader, await open(language, reader, text), { told: "yesterday, announced", link });
    const first = await fill("en", "Rita", "https://example.org/c1");
    const second = await fill("es", "Ana", "https://example.org/c2");
    expect(firstLine(await walk.press("en", "Rita", first, /^Confirm$/))).toMatch(/^Recorded: /);
    const again = await walk.press("es", "Ana", second, /^Confirmar$/);
    expect(firstLine(again)).toMatch(/^⚠️ Algo cambió desde que viste esta ficha\./);
    expect(firstLine(again)).toContain(
      "⚠️ Puede que ya esté registrado: Ataque de EE. UU. a una embarcación, Caribe: 2 muertos, según el Pentágono.",
    );
    const added = await walk.press("es", "Ana", again, /^Añadirle esta fuente$/);
    expect(wordsOf(added)).toContain("Su cifra ya está allí: solo se añade la fuente.");
    expect(firstLine(await walk.press("es", "Ana", added, /^Confirmar$/))).toMatch(/^Fuente añadida: /);
    await bot.settled();
    expect(bot.texts("alertas").filter((one) => one.startsWith("NEW") && one.includes("Caribbean"))).toHaveLength(1);
  });

  it("two who add to the same record at once both stand in it: the second is put upon the first's", async () => {
    const text = "Strike in the Caribbean: 2 killed, Pentagon says.";
    const into = async (language: Language, reader: string, link: string, label: RegExp) => {
      const form = await open(language, reader, text);
      const card = await walk.fill(language, reader, form, { told: "2026-03-14, announced", link });
      return walk.press(language, reader, card, label);
    };
    const first = await into("en", "Rita", "https://example.org/d1", /^Add this source to/);
    const second = await into("es", "Ana", "https://example.org/d2", /^Añadir/);
    expect(firstLine(await walk.press("en", "Rita", first, /^Confirm$/))).toMatch(/^Source added: /);
    const anew = await walk.press("es", "Ana", second, /^Confirmar$/);
    expect(firstLine(anew)).toMatch(/^⚠️ Algo cambió desde que viste esta ficha\./);
    expect(firstLine(await walk.press("es", "Ana", anew, /^Confirmar$/))).toMatch(/^Fuente añadida: /);
    const opened = await walk.pick(
      "en",
      "Luis",
      await walk.type("en", "Luis", "strikes", { region: "caribbean" }),
      /14 Mar/,
    );
    for (const path of ["c1", "c2", "d1", "d2"]) expect(JSON.stringify(messageOf(opened))).toContain(`/${path})`);
  });

  it("without a link in it, the message itself is the source, named by who wrote it", async () => {
    const form = await open("en", "Rita", "Hegseth: 5 killed yesterday in the eastern Pacific");
    expect(shown(form)).toMatchObject({
      link: expect.stringMatching(/^https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+$/),
    });
    const card = await walk.fill("en", "Rita", form, { told: "yesterday, strike" });
    expect(wordsOf(card)).toContain("[post of Luis in Discord](https://discord.com/channels/");
    await walk.press("en", "Rita", card, /^Cancel$/);
  });

  it("refuses to record from a notice of Vigía's own", async () => {
    const alert = bot.shown("alertas").at(-1);
    const outcome = await walk.use("en", "Rita", "record-strike", alert?.message.id ?? "");
    expect(firstLine(outcome)).toMatch(/^That is a notice of Vigía's own\./);
  });
});

describe("an old strike", () => {
  it("is not announced, unless somebody says so on the card", async () => {
    const form = await walk.type("en", "Rita", "record", { link: "https://example.org/old" }, "strike");
    const before = bot.texts("alertas").length;
    const card = await walk.fill("en", "Rita", form, {
      statement: "SOUTHCOM says 7 were killed.",
      told: "1 Mar 2026, announced",
      region: "undisclosed",
      killed: "7",
    });
    expect(wordsOf(card)).toContain("It is recorded and not announced: its day ended more than 72 hours ago.");
    const anyway = await walk.press("en", "Rita", card, /^Announce anyway$/);
    expect(wordsOf(anyway)).toContain("although its day ended more than 72 hours ago.");
    expect(labels(anyway)).toContain("Do not announce");
    await walk.press("en", "Rita", anyway, /^Confirm/);
    await bot.settled();
    expect(bot.texts("alertas").slice(before)).toEqual([
      "NEW · US strike on a vessel, place not disclosed: 7 killed, says SOUTHCOM. Announced Sun 1 Mar; day of the strike not stated.",
    ]);
  });
});
