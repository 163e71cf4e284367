// A recorded strike changed by hand: only what was typed over moves, a figure of one source touches no other's, and two at once write over nothing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strikeChangeForm } from "../../commands/record/forms/strike-change.ts";
import type { Context, Filled } from "../../src/command.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { Strike } from "../../src/domain/strike.ts";
import { amountWords, sameAmount } from "../../src/text/strike/amount.ts";
import { amountOf, linesWords, readLines } from "../../src/text/strike/figures.ts";
import { allWords, englishIn, fieldOf, refusal } from "../views/reading.ts";
import { shipped } from "../views/shipped.ts";
import { type Desk, desk, firstOf } from "./desk.ts";

const NOW = "2026-03-18T09:00:00-04:00";
const both = (name: string) => ({ en: name, es: name });
const AP = "https://apnews.com/article/1";
const MIL = "https://www.southcom.mil/1";
const CONTENT = Strike.parse({
  id: "strike-0000000000",
  target: "vessel",
  date: "2026-03-16",
  dateBasis: "strike",
  announcedOn: "2026-03-17",
  region: "caribbean",
  strikes: 1,
  vessels: 1,
  announcedBy: both("SOUTHCOM"),
  figures: [
    {
      measure: "killed",
      low: 3,
      high: 3,
      by: both("SOUTHCOM"),
      date: "2026-03-17",
      wording: both("“three”"),
      source: MIL,
    },
    { measure: "killed", low: 4, atLeast: true, by: both("AP"), date: "2026-03-17", source: AP },
    { measure: "survivors", low: 1, high: 1, by: both("SOUTHCOM"), source: MIL },
  ],
  sources: [
    { publisher: "southcom.mil", url: MIL },
    { publisher: "AP", url: AP },
  ],
});

async function standing(content = CONTENT): Promise<{ at: Desk; version: string }> {
  const at = await desk(NOW);
  const [fact] = await at.put([{ kind: "strike.recorded", subject: content.id, content }]);
  return { at, version: fact?.id ?? "" };
}
const change = (at: Desk, version: string, values: Filled, kind = "updated", who: Context = at.as("rita")) =>
  at.typed(strikeChangeForm, { args: [CONTENT.id, version, kind], typed: {} }, values, who);
const fields = (version: string, kind: string, who: Context) =>
  strikeChangeForm.fields({ args: [CONTENT.id, version, kind], typed: {} }, who);
const values = (version: string, who: Context) =>
  Object.fromEntries(fields(version, "updated", who).map((field) => [field.key, field.value]));

describe("the form of a change", () => {
  it("is filled in with what stands, one line a source", async () => {
    const { at, version } = await standing();
    expect(values(version, at.as("rita"))).toEqual({
      told: "strike 16 Mar 2026, announced 17 Mar 2026",
      region: "caribbean",
      killed: "SOUTHCOM: 3\nAP: at least 4",
      reason: undefined,
      link: undefined,
    });
    expect(values(version, at.as("ana", "es"))).toMatchObject({
      told: "ataque 16 mar. 2026, anunciado 17 mar. 2026",
      killed: "SOUTHCOM: 3\nAP: al menos 4",
    });
  });

  it("refuses what no button of ours can have carried", async () => {
    const { at, version } = await standing();
    for (const args of [
      [],
      [CONTENT.id],
      [CONTENT.id, "x", "updated"],
      [CONTENT.id, version, "withdrawn"],
      ["no", version, "updated"],
    ])
      expect(
        await refusal(
          () => (strikeChangeForm.fields({ args, typed: {} }, at.as("rita")), { to: "asker", messages: [] }),
        ),
      ).toContain("older version");
  });
});

describe("an update of one source's figure", () => {
  it("moves that figure alone, with the reason, who says so and where; the card shows old and new, and the count", async () => {
    const { at, version } = await standing();
    const who = at.as("rita");
    const card = await change(
      at,
      version,
      { killed: "SOUTHCOM: 5\nAP: at least 4", reason: "SOUTHCOM raised its figure at 09:00 ET." },
      "updated",
      who,
    );
    const lines = fieldOf(card, "If you confirm") ?? "";
    expect(lines).toContain("UPDATED: a source revised its figure - SOUTHCOM raised its figure at 09:00 ET.");
    expect(lines).toContain("Who says so: SOUTHCOM");
    expect(lines).toMatch(/3 -> 5/);
    expect(lines).toMatch(/1 strike, as before; at least 3 -> at least 4 killed as announced/);
    expect(firstOf(await at.press(card, "Confirm", who))).toMatch(/^Changed: /);
    const { wording: _, date: _date, ...kept } = CONTENT.figures[0] ?? { low: 0 };
    expect(at.strike(CONTENT.id)).toEqual({
      ...CONTENT,
      figures: [{ ...kept, low: 5, high: 5 }, ...CONTENT.figures.slice(1)],
    });
    expect(at.store.after(1)[0]).toMatchObject({
      kind: "strike.changed",
      prev: version,
      why: {
        is: "updated",
        reason: { en: "SOUTHCOM raised its figure at 09:00 ET." },
        by: both("SOUTHCOM"),
        source: { url: MIL },
      },
    });
  });

  it("in Spanish shows no English of ours", async () => {
    const { at, version } = await standing();
    const card = await change(
      at,
      version,
      { killed: "SOUTHCOM: 5\nAP: al menos 4", reason: "El Comando Sur subió su cifra." },
      "updated",
      at.as("ana", "es"),
    );
    expect(englishIn(allWords(card), shipped())).toEqual([]);
  });

  it("whatever one line says, every other figure stays the object it was", async () => {
    const by = fc.constantFrom("SOUTHCOM", "AP", "Pentagon", "Reuters", "AP");
    const figure = fc.tuple(by, fc.nat(20), fc.boolean()).map(([name, low, open], i = 0) => ({
      measure: "killed",
      low,
      ...(open ? { atLeast: true } : { high: low }),
      by: both(name),
      source: `https://example.org/${i}`,
    }));
    const strikes = fc.array(figure, { minLength: 1, maxLength: 5 }).map((figures) =>
      Strike.parse({
        ...CONTENT,
        figures: figures.map((one, i) => ({ ...one, source: `https://example.org/${i}` })),
        sources: figures.map((_, i) => ({
          publisher: i % 2 === 0 ? "AP" : `s${i}`,
          url: `https://example.org/${i}`,
        })),
      }),
    );
    fc.assert(
      fc.property(strikes, fc.nat(4), fc.nat(99), fc.constantFrom(...LANGUAGES), (strike, pick, killed, language) => {
        const lines = linesWords(strike, language).split("\n");
        const at = pick % lines.length;
        const amount = { low: killed, high: killed, atLeast: false };
        const typed = lines.map((line, i) =>
          i === at ? `${line.slice(0, line.lastIndexOf(":"))}: ${amountWords(amount, language)}` : line,
        );
        const read = readLines(typed.join("\n"), strike);
        if (read.is !== "lines") throw new Error(JSON.stringify([read, typed]));
        expect(read.lines).toHaveLength(strike.figures.length);
        read.lines.forEach((line, i) => {
          expect(line.figure).toBe(strike.figures[i]);
          const is =
            i === at
              ? amount
              : amountOf(strike.figures[i] ?? { ...strike.figures[0], measure: "killed", low: 0, atLeast: false });
          expect(line.amount !== undefined && sameAmount(line.amount, is)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("takes a new source on a line of its own with its link, and takes a figure out only where that is said", async () => {
    const { at, version } = await standing();
    const who = at.as("rita");
    const missing = await change(at, version, { killed: "SOUTHCOM: 3", reason: "x" }, "corrected", who);
    expect(firstOf(missing)).toContain("The line of AP is missing.");
    const bare = await at.press(missing, "Correct it", who, {
      killed: "SOUTHCOM: 3\nAP: not stated\nReuters: 6",
      reason: "AP took it back",
    });
    expect(firstOf(bare)).toContain("Reuters is a new source: please give its link.");
    const card = await at.press(bare, "Correct it", who, { link: "https://www.reuters.com/1?utm_source=a" });
    await at.press(card, "Confirm", who);
    const stands = at.strike(CONTENT.id);
    expect(stands?.figures.map(({ low, by }) => [by?.en, low])).toEqual([
      ["SOUTHCOM", 3],
      ["SOUTHCOM", 1],
      ["Reuters", 6],
    ]);
    expect(stands?.sources).toHaveLength(3);
  });
});

describe("a correction and its words", () => {
  it("moves the day with all that is told of it, and keeps a figure's day", async () => {
    const { at, version } = await standing();
    const who = at.as("rita");
    const card = await change(
      at,
      version,
      {
        told: "15 Mar, strike",
        region: "undisclosed",
        killed: "SOUTHCOM: 2\nAP: at least 4",
        reason: "We misread the statement.",
      },
      "corrected",
      who,
    );
    await at.press(card, "Confirm", who);
    const { announcedOn: _, ...others } = CONTENT;
    const { wording: _wording, ...first } = CONTENT.figures[0] ?? { low: 0 };
    expect(at.strike(CONTENT.id)).toEqual({
      ...others,
      date: "2026-03-15",
      region: "undisclosed",
      figures: [{ ...first, low: 2, high: 2 }, ...CONTENT.figures.slice(1)],
    });
    expect(at.store.after(1)[0]?.why).toEqual({
      is: "corrected",
      reason: { en: "We misread the statement." },
      by: both("SOUTHCOM"),
      source: { publisher: "southcom.mil", url: MIL },
    });
  });

  it.each<[string, Filled, string]>([
    ["updated", { reason: "" }, "Please write why"],
    ["updated", { reason: "more dead" }, "Nothing differs"],
    ["updated", { reason: "x", killed: "SOUTHCOM: many\nAP: 4" }, "I cannot read “SOUTHCOM: many”"],
    ["updated", { reason: "x", killed: "SOUTHCOM: 3\nSOUTHCOM: 4\nAP: at least 4" }, "stands there twice"],
    ["updated", { reason: "x", told: "17 Mar" }, "the day of the strike, of its announcement"],
    ["updated", { reason: "they moved it", region: "undisclosed" }, "Please say who says so"],
    ["updated", { reason: "SOUTHCOM moved it", region: "undisclosed" }, "Please give the link"],
    ["updated", { reason: "x", region: "undisclosed", link: "http://x.org" }, "https://"],
  ])("%s %j is told in a sentence", async (kind, typed, words) => {
    const { at, version } = await standing();
    expect(firstOf(await change(at, version, typed, kind))).toContain(words);
    expect(at.store.after(1)).toEqual([]);
  });
});

describe("two people at once", () => {
  it("who comes second is shown what changed, and what they typed is put upon it", async () => {
    const { at, version } = await standing();
    const [rita, ana] = [at.as("rita"), at.as("ana")];
    const first = await change(
      at,
      version,
      { killed: "SOUTHCOM: 5\nAP: at least 4", reason: "SOUTHCOM raised it" },
      "updated",
      rita,
    );
    const second = await change(
      at,
      version,
      { killed: "SOUTHCOM: 3\nAP: 6", reason: "AP counted anew" },
      "updated",
      ana,
    );
    await at.press(first, "Confirm", rita);
    const anew = await at.press(second, "Confirm", at.as("ana"));
    expect(firstOf(anew)).toMatch(/^⚠️ Something changed since you saw this card\./);
    expect(firstOf(anew)).toMatch(/Somebody changed this record after you opened the form\..*3 -> 5/);
    await at.press(anew, "Confirm", at.as("ana"));
    expect(at.strike(CONTENT.id)?.figures.map(({ low, atLeast }) => [low, atLeast])).toEqual([
      [5, false],
      [6, false],
      [1, false],
    ]);
    expect(at.store.versions("strike", CONTENT.id)).toHaveLength(3);
  });

  it("of the same figure, too: the card says what it was put to meanwhile", async () => {
    const { at, version } = await standing();
    const [rita, ana] = [at.as("rita"), at.as("ana")];
    const of = (who: Context, to: number) =>
      change(at, version, { killed: `SOUTHCOM: ${to}\nAP: at least 4`, reason: "SOUTHCOM raised it" }, "updated", who);
    const [first, second] = [await of(rita, 5), await of(ana, 6)];
    await at.press(first, "Confirm", rita);
    const anew = await at.press(second, "Confirm", at.as("ana"));
    expect(fieldOf(anew, "If you confirm")).toMatch(/5 -> 6/);
  });

  it("a record that was withdrawn meanwhile is not brought back", async () => {
    const { at, version } = await standing();
    const who = at.as("rita");
    const card = await change(
      at,
      version,
      { killed: "SOUTHCOM: 5\nAP: at least 4", reason: "SOUTHCOM raised it" },
      "updated",
      who,
    );
    await at.put([
      { kind: "strike.withdrawn", subject: CONTENT.id, prev: version, content: { reason: both("recorded twice") } },
    ]);
    expect(firstOf(await at.press(card, "Confirm", at.as("rita")))).toContain("That record was withdrawn meanwhile");
    expect(at.strike(CONTENT.id)).toBeUndefined();
  });
});
