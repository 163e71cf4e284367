// /record total and its change: what is read, what the card sets beside it, that only Confirm writes, and that /strikes tells it beside our count of its day.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalChange } from "../../commands/record/forms/total-change.ts";
import { newTotal, totalForm } from "../../commands/record/forms/total.ts";
import { record } from "../../commands/record/index.ts";
import { strikes } from "../../commands/strikes/index.ts";
import { Refusal } from "../../src/command.ts";
import { readHits, readTotal } from "../../src/text/tally/total.ts";
import { allWords, englishIn, fieldOf, mustFit, refusal, run } from "../views/reading.ts";
import { scene } from "./total-scene.ts";

const NOW = "2026-03-17T22:00:00-04:00";
const AP = "tally-2026-03-08-ap";
const FORM = {
  date: "10 mar 2026",
  killed: "at least 158",
  hits: "46 strikes, 47 vessels",
  who: "Reuters",
  link: "https://www.reuters.com/x",
};

describe("a total as typed", () => {
  it.each([
    ["151", { killed: 151, atLeast: false }],
    ["at least 157", { killed: 157, atLeast: true }],
    ["157+", { killed: 157, atLeast: true }],
    ["Al menos 157 muertos.", { killed: 157, atLeast: true }],
    ["como mínimo 157", { killed: 157, atLeast: true }],
    ["157 o más", { killed: 157, atLeast: true }],
    ["0", { killed: 0, atLeast: false }],
    ["about 150", undefined],
    ["more than 150", undefined],
    ["150-160", undefined],
    ["-3", undefined],
    ["1.5", undefined],
    ["123456", undefined],
    ["", undefined],
    ["not stated", undefined],
  ])("%s", (typed, total) => expect(readTotal(typed)).toEqual(total));

  it.each([
    ["", {}],
    ["45", { strikes: 45 }],
    ["45 strikes", { strikes: 45 }],
    ["59 vessels", { vessels: 59 }],
    ["45 ataques, 46 embarcaciones", { strikes: 45, vessels: 46 }],
    ["46 boats and 45 strikes", { strikes: 45, vessels: 46 }],
    ["45, 46", undefined],
    ["45 strikes, 46 strikes", undefined],
    ["0", undefined],
    ["many", undefined],
  ])("of “%s”", (typed, hits) => expect(readHits(typed)).toEqual(hits));
});

describe("/record total", () => {
  it("opens a form of five fields and writes nothing before Confirm", async () => {
    const { store, context, filled } = await scene(NOW);
    const before = store.known().tallies.length;
    const opened = await record.subcommands?.["total"]?.run({}, context());
    if (opened?.to !== "modal") throw new Error("no form");
    expect(opened.modal.fields.map(({ key }) => key)).toEqual(["date", "killed", "hits", "who", "link"]);
    expect(opened.modal.title.length).toBeLessThanOrEqual(45);
    const card = await filled(opened.modal, FORM, context());
    for (const message of card.messages) await mustFit(message);
    expect(store.known().tallies).toHaveLength(before);
  });

  it("shows it beside our count of its day and the difference, like beside like", async () => {
    const { context, opened, filled } = await scene(NOW);
    const card = await filled(await opened(totalForm, newTotal().args, context()), FORM, context());
    const ours = await run(strikes, { until: "2026-03-10" }, context());
    const counted = /(\d+) killed as announced[\s\S]*?(\d+) with presumed dead/.exec(allWords(ours)) ?? [];
    const [announced, presumed] = [Number(counted[1]), Number(counted[2])];
    expect(card.messages[0]?.content).toContain("Reuters, 10 Mar 2026: 46 strikes, 47 vessels, at least 158 killed.");
    expect(fieldOf(card, "If you confirm")).toContain(
      `${announced} killed as announced, ${presumed} with presumed dead.`,
    );
    expect(fieldOf(card, "If you confirm")).toContain(
      `Difference to ours: +${158 - announced} as announced, +${158 - presumed} with presumed dead.`,
    );
    expect(fieldOf(card, "If you confirm")).toContain("no channel is alerted");
    expect(fieldOf(card, "Totals that others")).toContain("Difference not explained.");
  });

  it("stands under /strikes after Confirm, with its link, once however often it is pressed", async () => {
    const { store, context, opened, filled, confirmed } = await scene(NOW);
    const card = await filled(await opened(totalForm, newTotal().args, context()), FORM, context());
    const done = await confirmed(card, context());
    expect(done.messages[0]?.content).toBe(
      "Recorded: Reuters, 10 Mar 2026: 46 strikes, 47 vessels, at least 158 killed. /strikes shows it beside our count of that day; no channel is alerted.",
    );
    const count = store.known().tallies.length;
    await confirmed(card, context());
    expect(store.known().tallies).toHaveLength(count);
    const tally = store.known().tallies.find(({ quotedBy }) => quotedBy.en === "Reuters");
    expect(tally).toMatchObject({
      date: "2026-03-10",
      killed: 158,
      atLeast: true,
      strikes: 46,
      vessels: 47,
      quotedBy: { en: "Reuters", es: "Reuters" },
      sources: [{ publisher: "reuters.com", url: "https://www.reuters.com/x", date: "2026-03-10" }],
    });
    expect(fieldOf(await run(strikes, { until: "2026-03-11" }, context()), "Totals that others")).toContain(
      "[Reuters](https://www.reuters.com/x), 10 Mar 2026: 46 strikes, 47 vessels, at least 158 killed.",
    );
  });

  it("warns of a total of the same day and quoter, and of one that runs backwards", async () => {
    const { context, opened, filled } = await scene(NOW);
    const card = async (typed: Partial<typeof FORM>) =>
      (await filled(await opened(totalForm, newTotal().args, context()), { ...FORM, ...typed }, context())).messages[0]
        ?.content ?? "";
    expect(await card({ date: "8 mar 2026", who: "ap" })).toContain(
      "⚠️ A total of that day is recorded already: AP, 8 Mar 2026: 45 strikes, at least 157 killed.",
    );
    expect(await card({ who: "AP", killed: "150" })).toContain(
      "⚠️ It is lower than an earlier total of the same source: AP, 8 Mar 2026",
    );
    expect(await card({ who: "AP", date: "2026-03-01", killed: "170" })).toContain(
      "⚠️ It is higher than a later total of the same source: AP, 8 Mar 2026",
    );
    expect(await card({})).not.toContain("⚠️");
  });

  it.each([
    [{ date: "31/02/2026" }, "is no date that I can read"],
    [{ date: "march 2026" }, "Please name one day"],
    [{ date: "2026-04-01" }, "has not come yet"],
    [{ killed: "about 150" }, "“about 150” is no total that I can read. Write 151, or: at least 157."],
    [{ hits: "some" }, "is no number of strikes or vessels"],
    [{ who: " \u200B " }, "Who quotes the total is missing"],
    [{ link: "http://ap.org/x" }, "https://"],
    [{ link: "https://user:pw@ap.org/x" }, "user name or password"],
  ])("says what cannot be read, keeps what was typed: %j", async (typed, words) => {
    const { store, context, opened, filled } = await scene(NOW);
    const before = store.known().tallies.length;
    const asked = await filled(await opened(totalForm, newTotal().args, context()), { ...FORM, ...typed }, context());
    expect(asked.messages[0]?.content).toContain(words);
    expect(JSON.stringify(asked.messages[0]?.rows)).toContain("record.edit");
    expect(store.known().tallies).toHaveLength(before);
  });

  it("speaks Spanish to who reads Spanish", async () => {
    const { context, opened, filled, confirmed, store } = await scene(NOW);
    const card = await filled(
      await opened(totalForm, newTotal().args, context("es")),
      { ...FORM, killed: "al menos 158", hits: "46 ataques" },
      context("es"),
    );
    expect(englishIn(allWords(card), store.known())).toEqual([]);
    expect(fieldOf(card, "Si confirmas")).toMatch(
      /Diferencia con el nuestro: \+\d+ según lo anunciado, \+\d+ con los dados por muertos\./,
    );
    expect((await confirmed(card, context("es"))).messages[0]?.content).toMatch(
      /^Registrado: Reuters, 10 mar\. 2026: 46 ataques, al menos 158 muertos\./,
    );
  });

  it("is refused to who may not record", async () => {
    const { context } = await scene(NOW);
    const total = record.subcommands?.["total"];
    await expect(async () => total?.run({}, context("en", false))).rejects.toThrow(Refusal);
  });

  it("throws nothing but sentences at whatever is typed, and never records half a total", async () => {
    const { context } = await scene(NOW);
    const asked = context();
    const garbage = fc.oneof(
      fc.string({ unit: "binary", maxLength: 90 }),
      fc.constantFrom("at least", "999999", "45 strikes,", "\u202E", "2026"),
    );
    const text = (key: keyof typeof FORM) =>
      fc.oneof({ weight: 3, arbitrary: fc.constant(FORM[key]) }, { weight: 2, arbitrary: garbage });
    let read = 0;
    fc.assert(
      fc.property(
        fc.record({
          date: text("date"),
          killed: text("killed"),
          hits: text("hits"),
          who: text("who"),
          link: text("link"),
        }),
        (typed) => {
          try {
            const [draft] = totalForm.read({ args: newTotal().args, typed }, asked);
            if (draft.kind !== "tally.quoted") throw new Error(draft.kind);
            expect(draft.content.killed).toBeGreaterThanOrEqual(0);
            expect(draft.content.quotedBy.en).not.toBe("");
            read += 1;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        },
      ),
      { numRuns: 10_000, seed: 5 },
    );
    expect(read).toBeGreaterThan(0);
  });
});

describe("a total changed", () => {
  it("is filled in as it stands, wants a reason, and follows the version that stands", async () => {
    const { context, opened, filled, confirmed, newest, store } = await scene(NOW);
    const seen = newest("tally", AP);
    const modal = await opened(totalChange, [AP, seen.id, "updated"], context());
    expect(modal.fields.map(({ key, value }) => [key, value])).toEqual([
      ["date", "8 Mar 2026"],
      ["killed", "at least 157"],
      ["hits", "45 strikes"],
      ["reason", undefined],
      ["link", undefined],
    ]);
    expect((await filled(modal, {}, context())).messages[0]?.content).toContain("The reason is missing");
    expect((await filled(modal, { reason: "x" }, context())).messages[0]?.content).toContain("Nothing was changed");
    const typed = {
      killed: "at least 159",
      reason: "AP raised it in its evening text",
      link: "https://apnews.com/later",
    };
    const card = await filled(modal, typed, context());
    expect(fieldOf(card, "If you confirm")).toContain("at least 157 -> at least 159");
    await confirmed(card, context());
    const now = newest("tally", AP);
    expect(now).toMatchObject({
      kind: "tally.quoted",
      prev: seen.id,
      why: { is: "updated", reason: { en: typed.reason }, by: { en: "AP" } },
    });
    expect(store.known().tallies.find(({ id }) => id === AP)).toMatchObject({
      killed: 159,
      atLeast: true,
      strikes: 45,
      quotedBy: { en: "AP" },
    });
    expect(now.kind === "tally.quoted" && now.content.sources).toHaveLength(3);
    expect(store.known().tallies.filter(({ date }) => date === "2026-03-08")).toHaveLength(1);
  });

  it("says what somebody else changed since the form was opened, and writes over nothing", async () => {
    const { context, opened, filled, confirmed, newest } = await scene(NOW);
    const seen = newest("tally", AP);
    const [mine, theirs] = [
      await opened(totalChange, [AP, seen.id, "corrected"], context()),
      await opened(totalChange, [AP, seen.id, "updated"], context()),
    ];
    const first = await filled(theirs, { killed: "160", reason: "raised" }, context());
    const stale = await filled(mine, { hits: "44", reason: "we had 45" }, context());
    await confirmed(first, context());
    const refused = await confirmed(stale, context());
    expect(refused.messages[0]?.content).toMatch(/⚠️ (?:Something changed|Somebody)/);
    expect(newest("tally", AP)).toMatchObject({ content: { killed: 160, strikes: 45 } });
    expect(fieldOf(refused, "If you confirm")).not.toContain("157");
    const late = await filled(
      await opened(totalChange, [AP, seen.id, "corrected"], context()),
      { hits: "44", reason: "we had 45" },
      context(),
    );
    expect(late.messages[0]?.content).toContain("Somebody changed it since you opened the form");
    await confirmed(late, context());
    expect(newest("tally", AP)).toMatchObject({ content: { killed: 160, strikes: 44 }, why: { is: "corrected" } });
    expect(newest("tally", AP).why?.by).toBeUndefined();
  });

  it("refuses a total that was withdrawn, a version nobody saw, and a reason of no kind", async () => {
    const { context, opened, newest, store } = await scene(NOW);
    const seen = newest("tally", AP);
    for (const args of [
      [AP, "0".repeat(64), "updated"],
      [AP, seen.id, "nonsense"],
      ["tally-x", seen.id, "updated"],
    ])
      expect(
        await refusal(async () => ({
          to: "asker",
          messages: [{ content: (await opened(totalChange, args, context())).title }],
        })),
      ).toContain("older version");
    await store.record(
      [{ kind: "tally.withdrawn", subject: AP, prev: seen.id, content: { reason: { en: "twice" } } }],
      "x",
    );
    expect(
      await refusal(async () => ({
        to: "asker",
        messages: [{ content: (await opened(totalChange, [AP, seen.id, "updated"], context())).title }],
      })),
    ).toBe("That total was withdrawn meanwhile.");
  });
});
