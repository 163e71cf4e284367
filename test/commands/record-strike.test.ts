// /record strike without Discord: what is recorded, what is refused, duplicates, the card's limits, and that nobody's record is written over.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strikeForm } from "../../commands/record/forms/strike.ts";
import { strikeFrom, strikeTyped } from "../../commands/record/forms/strike-begin.ts";
import type { Filled, Target } from "../../src/command.ts";
import { type Language, LANGUAGES } from "../../src/domain/text.ts";
import { alertOf } from "../../src/alerts/changes/strike-news.ts";
import { instant } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { allWords, englishIn, fieldOf } from "../views/reading.ts";
import { shipped } from "../views/shipped.ts";
import { subscribed } from "../alerts/ticking.ts";
import { type Desk, desk, firstOf } from "./desk.ts";

const NOW = "2026-03-17T22:00:00-04:00";
const FIVE = {
  statement: "SOUTHCOM says it struck a boat; three people were killed.",
  told: "17 Mar, announced",
  region: "eastern-pacific",
  killed: "3",
  link: "https://www.apnews.com/article/boat-strike",
};
const type = (at: Desk, values: Partial<typeof FIVE> = {}, who = at.as("rita")) =>
  at.typed(strikeForm, strikeTyped({}), { ...FIVE, ...values }, who);
const recorded = async (at: Desk, values: Partial<typeof FIVE> = {}) => {
  const who = at.as("first");
  const card = await type(at, values, who);
  const label = card.messages[0]?.rows
    ?.flatMap((row) => ("buttons" in row ? row.buttons : []))
    .find((one) => one.label.startsWith("Confirm"))?.label;
  await at.press(card, label ?? "Confirm", who);
};

describe("what is recorded", () => {
  it("keeps the statement in its own words, and each figure with who says it, when, in which words and where", async () => {
    const at = await desk(NOW);
    await recorded(at);
    const [fact] = at.store.after(0);
    expect(fact).toMatchObject({ kind: "strike.recorded", recorder: "first" });
    expect(fact?.content).toEqual({
      id: expect.stringMatching(/^strike-[0-9A-Z]{10}$/),
      target: "vessel",
      date: "2026-03-17",
      dateBasis: "announcement",
      region: "eastern-pacific",
      strikes: 1,
      vessels: 1,
      announcedBy: { en: "SOUTHCOM", es: "SOUTHCOM" },
      orgIds: [],
      figures: [
        {
          measure: "killed",
          low: 3,
          high: 3,
          atLeast: false,
          by: { en: "SOUTHCOM", es: "SOUTHCOM" },
          date: "2026-03-17",
          wording: { en: "“three people were killed”", es: "«three people were killed» (en inglés)" },
          source: FIVE.link,
        },
      ],
      detail: { en: `“${FIVE.statement}”`, es: `«${FIVE.statement}» (en inglés)` },
      disputed: [],
      sources: [{ publisher: "apnews.com", url: FIVE.link }],
    });
  });

  it("counts on its card only the channels whose filters let it through", async () => {
    const at = await desk(NOW);
    const asks = [
      subscribed("1", { topics: ["strikes"], areas: ["EC"], regions: ["caribbean"] }),
      subscribed("2", { topics: ["strikes"], areas: ["EC"], minKilled: 4 }),
    ];
    const subscriptions = { ...at.as("rita").subscriptions, at: () => asks };
    const told = async (killed: string, name: string) =>
      allWords(await type(at, { killed }, { ...at.as(name), subscriptions }));
    expect(await told("3", "rita")).toContain("No channel asks for such a strike: nobody is told.");
    expect(await told("4", "sara")).toContain("It is announced in 1 channel that follows strikes.");
  });

  it("lets the source say it where the statement names nobody, and keeps what is not stated not stated", async () => {
    const at = await desk(NOW);
    await recorded(at, { statement: "A boat was hit.", killed: "not stated", told: "yesterday, report" });
    expect(at.store.known().strikes[0]).toMatchObject({
      announcedBy: { en: "apnews.com", es: "apnews.com" },
      dateBasis: "reported",
      date: "2026-03-16",
      figures: [],
      sources: [{ publisher: "apnews.com", url: FIVE.link, date: "2026-03-16" }],
    });
  });

  it("says of a figure that is not stated that it is not zero", async () => {
    const card = await type(await desk(NOW), { killed: "no indicado" });
    expect(fieldOf(card, "If you confirm")).toContain("Not stated is not zero.");
  });

  it("keeps the rest behind More details, beside the five; a fault in it can be mended there", async () => {
    const at = await desk(NOW);
    const who = at.as("rita");
    const card = await type(at, {}, who);
    const bad = await at.press(card, "More details", who, { people: "many", hits: "2 vessels, 3 strikes" });
    expect(firstOf(bad)).toMatch(/^I cannot read “many”/);
    const good = await at.press(bad, "More details", who, {
      people: "survivors: 1",
      differs: "AP says it were two boats.",
      group: "Los Lobos del Mar",
    });
    expect(fieldOf(good, "If you confirm")).toContain("“Los Lobos del Mar” is no organisation in our record");
    await at.press(good, "Confirm", who);
    expect(at.store.known().strikes[0]).toMatchObject({
      strikes: 3,
      vessels: 2,
      orgAlleged: { en: "Los Lobos del Mar" },
      orgIds: [],
      disputed: [{ en: "AP says it were two boats." }],
      figures: [{ measure: "killed" }, { measure: "survivors", low: 1, by: { en: "SOUTHCOM" }, source: FIVE.link }],
    });
  });

  it("an hour later is shown anew, with the very days that were typed", async () => {
    const at = await desk("2026-03-17T23:50:00-04:00");
    const who = at.as("rita");
    const card = await type(at, { told: "today, announced" }, who);
    at.set("2026-03-18T00:50:00-04:00");
    const again = await at.press(card, "Confirm", at.as("rita"));
    expect(firstOf(again)).toMatch(/^⚠️ This card is older than 15 minutes/);
    await at.press(again, "Confirm", at.as("rita"));
    expect(at.store.known().strikes.map(({ date }) => date)).toEqual(["2026-03-17"]);
  });
});

describe("an old strike", () => {
  it("is news only where that was asked for", async () => {
    for (const [label, alerts] of [
      ["Announce anyway", 1],
      [undefined, 0],
    ] as const) {
      const at = await desk(NOW);
      const who = at.as("rita");
      const card = await type(at, { told: "1 Mar 2026, announced" }, who);
      expect(fieldOf(card, "If you confirm")).toContain("It is recorded and not announced");
      await at.press(label === undefined ? card : await at.press(card, label, who), "Confirm", who);
      expect(at.store.after(0).flatMap((fact) => alertOf(fact) ?? [])).toHaveLength(alerts);
    }
  });
});

describe("a record that may be the same", () => {
  it("names the nearest three of twenty, says how many more, and fits a message", async () => {
    const at = await desk(NOW);
    for (let i = 0; i < 20; i += 1)
      await recorded(at, { link: `https://example.org/${"long-".repeat(40)}${i}`, killed: String(i % 5) });
    for (const language of LANGUAGES) {
      const card = await type(at, {}, at.as(`other-${language}`, language));
      expect(firstOf(card).length).toBeLessThan(2_000);
      expect(firstOf(card).match(/⚠️/g)).toHaveLength(4);
      expect(firstOf(card)).toMatch(/17 more of about that day and region|17 más de esos días y esa región/);
      // Those with the very figure come first.
      expect(
        firstOf(card)
          .split("\n")
          .slice(0, 3)
          .every((line) => /3 killed|3 muertos/.test(line)),
      ).toBe(true);
    }
  });

  it("gets the source and the figure that differs; every figure and source that stands stays as it was", async () => {
    const at = await desk(NOW);
    await recorded(at);
    const [before] = at.store.known().strikes;
    const who = at.as("ana");
    const card = await type(
      at,
      { statement: "Pentagon: at least 4", killed: "at least 4", link: "https://example.org/p" },
      who,
    );
    await at.press(await at.press(card, "Add this source to it", who), "Confirm", who);
    const [after] = at.store.known().strikes;
    expect(at.store.known().strikes).toHaveLength(1);
    expect(after).toEqual({
      ...before,
      figures: [
        ...(before?.figures ?? []),
        expect.objectContaining({
          low: 4,
          atLeast: true,
          by: { en: "Pentagon", es: "Pentágono" },
          source: "https://example.org/p",
        }),
      ],
      sources: [...(before?.sources ?? []), { publisher: "example.org", url: "https://example.org/p" }],
    });
    const fact = at.store.after(1)[0];
    expect(fact?.why).toEqual({
      is: "added",
      by: { en: "Pentagon", es: "Pentágono" },
      source: { publisher: "example.org", url: "https://example.org/p" },
    });
  });

  it("is left alone where somebody says that it is another strike", async () => {
    const at = await desk(NOW);
    await recorded(at);
    const who = at.as("ana");
    const card = await type(at, { link: "https://example.org/p" }, who);
    const back = await at.press(await at.press(card, "Add this source to it", who), "No, it is another strike", who);
    await at.press(back, "Confirm: another strike", who);
    expect(at.store.known().strikes).toHaveLength(2);
  });
});

describe("what cannot be read", () => {
  it("is not cut to fit: a long link typed beside the command stands whole in the form, which refuses it", () => {
    const link = `https://example.org/${"a".repeat(1500)}`;
    expect(strikeTyped({ link }).typed).toEqual({ link });
  });

  it.each<[Partial<typeof FIVE>, string]>([
    [{ statement: "\u200B \u202E" }, "what is claimed and by whom"],
    [{ killed: "4-3" }, "is no figure that I can read"],
    [{ killed: "-3" }, "is no figure that I can read"],
    [{ told: "march, strike" }, "one day"],
    [{ told: "17 Mar" }, "the day of the strike, of its announcement or of a report"],
    [{ told: "31/02/2026, strike" }, "I cannot read"],
    [{ told: "18 Mar, announced" }, "has not come yet"],
    [{ region: "" }, "pick a region"],
    [{ region: "atlantic" }, "pick a region"],
    [{ link: "" }, "link is missing"],
    [{ link: "http://apnews.com/1" }, "https://"],
    [{ link: "https://me:word@apnews.com/1" }, "https://"],
    [{ link: "https://localhost/1" }, "https://"],
  ])("%j is told in a sentence, and the form is there to be mended", async (values, words) => {
    const at = await desk(NOW);
    const who = at.as("rita");
    const told = await type(at, values, who);
    expect(firstOf(told)).toContain(words);
    expect(firstOf(await at.press(told, "Correct it", who, FIVE))).toMatch(/^Not recorded yet/);
    expect(at.store.after(0)).toEqual([]);
  });

  it("names every mistake of the form at once, and keeps what was typed", async () => {
    const at = await desk(NOW);
    const told = await type(at, { told: "who knows", killed: "many", region: "", link: "southcom" }, at.as("rita"));
    const lines = firstOf(told).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^• .*“who knows”/);
    expect(lines[1]).toContain("pick a region");
    expect(lines[2]).toContain("“many”");
    expect(lines[3]).toContain("https://");
  });

  it("whatever is typed, no form throws, no card breaks a limit, and no half of a fact is recorded", async () => {
    const at = await desk(NOW);
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom(
        "",
        "3",
        "yesterday, strike",
        "SOUTHCOM",
        "caribbean",
        FIVE.link,
        "@everyone",
        "\u202E](https://x.org)",
      ),
    );
    const forms = fc.record({
      statement: text,
      told: text,
      region: text,
      killed: text,
      link: text,
      people: text,
      group: text,
      hits: text,
      differs: text,
    });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(forms, fc.constantFrom(...LANGUAGES), async (values: Filled, language: Language) => {
        n += 1;
        const who = at.as(`by-${n}`, language);
        const said = await at.typed(strikeForm, strikeTyped({}), values, who);
        expect(firstOf(said).length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
    expect(at.store.after(0)).toEqual([]);
  });
});

describe("a message", () => {
  const target = (content: string, more: Partial<Target> = {}): Target => ({
    id: "1",
    channelId: "2",
    url: "https://discord.com/channels/1/2/3",
    content,
    embeds: [],
    author: { id: "9", name: "Luis" },
    own: false,
    at: instant(NOW),
    ...more,
  });

  it("gives its words without mentions, its first link, and what can be read; the rest stays empty", () => {
    const given = strikeFrom(
      target("<@123> <:x:9> SOUTHCOM: 3 killed\n<https://apnews.com/1>", {
        embeds: [{ text: "AP News\nBoat strike", url: "https://apnews.com/1" }],
      }),
      { language: "es" },
    );
    expect(given.typed).toEqual({
      statement: "SOUTHCOM: 3 killed\nAP News\nBoat strike",
      told: "17 mar. 2026, reporte",
      killed: "3",
      link: "https://apnews.com/1",
    });
  });

  it.each(["", "x ".repeat(4_000), "\uD800".repeat(50), "🚤".repeat(3_000)])(
    "of any length opens a form that Discord takes",
    async (content) => {
      const at = await desk(NOW);
      const said = await at.typed(strikeForm, strikeFrom(target(content), at.as("rita")), {}, at.as("rita"));
      expect(firstOf(said)).not.toBe("");
    },
  );

  it("without a link is the source itself, said to be a post of who wrote it, in both languages", async () => {
    const at = await desk(NOW);
    const who = at.as("rita", "es");
    const given = strikeFrom(target("En el Caribe: 2 muertos", { author: { id: "9", name: "**Luis**\u202E" } }), who);
    const card = await at.typed(strikeForm, given, {}, who);
    expect(firstOf(card)).toContain("2 muertos, según publicación de \\*\\*Luis\\*\\* en Discord.");
    expect(englishIn(allWords(card), shipped())).toEqual([]);
    await at.press(card, texts("es").record.confirm, who);
    expect(at.store.known().strikes[0]?.sources).toEqual([
      {
        publisher: { en: "post of **Luis** in Discord", es: "publicación de **Luis** en Discord" },
        url: "https://discord.com/channels/1/2/3",
        date: "2026-03-17",
      },
    ]);
  });
});
