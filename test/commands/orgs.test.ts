// /orgs as typed, paged and opened, over the data that ships: names with two bearers, countries, authorities and legal acts.
import { describe, expect, it } from "vitest";
import { orgs } from "../../commands/orgs/index.ts";
import type { Answer } from "../../src/command.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { actionOf, allWords, englishIn, fieldOf, mustFit, pick, press, refusal, run } from "../views/reading.ts";
import { type Asking, asking, shipped } from "../views/shipped.ts";

const known = shipped();
const ask = (typed: Record<string, string>, given: Asking = {}) => run(orgs, typed, asking(given).context);
const by = (typed: string, given: Asking = {}) => ask({ "designated-by": typed }, given);
const first = (answer: Answer) => answer.messages[0]?.content;
const ACT = "A listing is a government's act, not a court ruling.";

describe("/orgs", () => {
  it("names one organisation by name, other name, acronym or id", async () => {
    for (const name of ["los lobos", "LOBOS", "los-lobos"])
      expect(first(await ask({ name }))).toMatch(/^Los Lobos \(Ecuador\): on 3 government lists/);
    expect(first(await ask({ name: "tda" }))).toMatch(/^Tren de Aragua \(TdA, Venezuela\)/);
  });

  it("offers both bearers of one acronym, and opens the one picked", async () => {
    const { context } = asking();
    const both = await run(orgs, { name: "cdg" }, context);
    expect(first(both)).toBe("“cdg” can be several: Cártel del Golfo (CDG); Clan del Golfo. Please pick one.");
    const opened = await pick(orgs, actionOf(both, "Pick an organisation"), "clan-del-golfo", context);
    expect(first(opened)).toMatch(/^Clan del Golfo \(Colombia\)/);
  });

  it("says of an unknown name that this means nothing about lists", async () => {
    expect(first(await ask({ name: "qqqq" }))).toBe(
      "No organisation “qqqq” that we know of. That does not mean that no list has it.",
    );
    expect(first(await ask({ name: "lobos choneros" }))).toContain("Nearest: ");
  });

  it("bare lists all by country, the home country first, with a page for what a menu cannot hold", async () => {
    const { context } = asking();
    const all = await run(orgs, {}, context);
    expect(first(all)).toBe(`41 organisations in our record, 40 of them on government lists. ${ACT}`);
    expect(all.messages[0]?.embed?.fields?.map((field) => field.name)).toEqual(["Ecuador (22)", "Brazil (2)"]);
    const next = await press(orgs, actionOf(all, "Next"), context);
    expect(next.to).toBe("update");
    // No country is torn in two: above three names "(5)" would look as if two were lost.
    expect(next.messages[0]?.embed?.fields?.map((field) => field.name)).toEqual([
      "Colombia (5)",
      "El Salvador (2)",
      "Haiti (2)",
      "Mexico (6)",
      "Venezuela (2)",
    ]);
    const shown = [all, next].flatMap((answer) =>
      answer.messages
        .flatMap((message) => message.rows ?? [])
        .flatMap((row) => ("menu" in row ? row.menu.options : [])),
    );
    expect(shown.map((option) => option.value).sort()).toEqual(known.orgs.map((org) => org.id).sort());
  });

  it.each(["us", "US", "eeuu", "EE. UU.", "estados unidos", "United States"])(
    "takes “%s” for both American authorities",
    async (typed) =>
      expect(first(await by(typed))).toBe(
        `United States: 20 organisations on its authorities' lists that we know of (US Department of State 20, US Department of the Treasury (OFAC) 4). ${ACT}`,
      ),
  );

  it.each([
    ["ofac", "US Department of the Treasury (OFAC): 4 organisations on its lists that we know of."],
    ["tesoro", "US Department of the Treasury (OFAC): 4 organisations"],
    ["Ecuador", "President of Ecuador: 24 organisations"],
    ["canadá", "Government of Canada: 7 organisations"],
    ["canada", "Government of Canada: 7 organisations"],
    ["AR", "Government of Argentina: 2 organisations"],
    ["us-state", "US Department of State: 20 organisations"],
    ["decreto 111", "Decreto Ejecutivo 111 (President of Ecuador, 9 Jan 2024): 22 organisations."],
    ["ec-decreto-111", "Decreto Ejecutivo 111 (President of Ecuador, 9 Jan 2024): 22 organisations."],
    ["Decreto 517", "“Decreto 517” in the legal act: 1 organisation."],
    ["E.O. 14059", "“E.O. 14059” in the legal act: 2 organisations."],
  ])("takes “%s” for its lists", async (typed, words) => expect(first(await by(typed))).toContain(words));

  it("says once what all on a list have in common, and where sources disagree about it", async () => {
    const decree = await by("decreto 111");
    expect(fieldOf(decree, "Kind of listing")).toBe(
      "terrorist organisation and belligerent non-state actor, 9 Jan 2024",
    );
    expect(fieldOf(decree, "Ecuador (22)")?.split("\n")).toHaveLength(22);
    expect(fieldOf(decree, "Sources disagree")).toContain("Centra News");
    expect(fieldOf(await by("us"), "Ecuador (2)")).toContain(
      "• **Los Lobos**: drug-trade sanctions, 6 Jun 2024; FTO and SDGT, 5 Sep 2025",
    );
  });

  it("offers the nearest lists for one it does not know, and opens the one picked beside the question", async () => {
    const { context } = asking();
    const asked = await run(orgs, { "designated-by": "tesero" }, context);
    expect(first(asked)).toBe(
      "No authority, country or legal act “tesero” that we know of. Nearest: US Department of the Treasury (OFAC).",
    );
    const picked = await pick(orgs, actionOf(asked, "Pick a list"), "us-treasury", context);
    expect(picked.to).toBe("asker");
    expect(first(picked)).toContain("4 organisations");
  });

  it("asks back where one name is borne by authorities of two countries", async () => {
    const authorities = known.authorities.map((one) => ({ ...one, spellings: [...one.spellings, "ministry"] }));
    const asked = await by("ministry", { known: { ...known, authorities } });
    expect(first(asked)).toMatch(/^“ministry” can be several: US Department of State; .*Government of Argentina/);
    await Promise.all(asked.messages.map(mustFit));
  });

  it("says first that an organisation is not on the list that was asked for", async () => {
    expect(first(await ask({ name: "los lobos", "designated-by": "canada" }))).toMatch(
      /^Not on the lists asked for \(Government of Canada\), as far as we know\. Los Lobos/,
    );
    expect(first(await ask({ name: "los lobos", "designated-by": "us" }))).toMatch(/^Los Lobos \(Ecuador\)/);
  });

  it.each([[["x", ""]], [["1", "no such list"]], [[]]])("refuses the arguments %j", async (args) =>
    expect(await refusal(() => press(orgs, { name: "orgs.page", args }, asking().context))).toContain("older version"),
  );

  it("says so when the organisation is gone", async () => {
    expect(await refusal(() => pick(orgs, { name: "orgs.open", args: [] }, "gone", asking().context))).toContain(
      "no longer in our record",
    );
  });

  it("completes names and lists in the reader's language", () => {
    const { context } = asking({ language: "es" });
    const { name, "designated-by": lists } = orgs.action?.options ?? {};
    expect(name?.complete?.("lob", context).map((choice) => choice.value)).toContain("los-lobos");
    expect(lists?.complete?.("canad", context)).toContainEqual({ name: "Canadá", value: "CA" });
    expect(lists?.complete?.("decreto", context)).toContainEqual({
      name: "Decreto Ejecutivo 111",
      value: "ec-decreto-111",
    });
    expect(lists?.complete?.("", context).length).toBeGreaterThan(5);
  });
});

describe("every list of /orgs", () => {
  it.each(LANGUAGES)("fits Discord's limits, and its buttons carry what was asked (%s)", async (language) => {
    const { context } = asking({ language });
    const lists = orgs.action?.options["designated-by"]?.complete?.("", context) ?? [];
    for (const typed of [{}, ...lists.map(({ value }) => ({ "designated-by": value }))]) {
      const answer = await run(orgs, typed, context);
      for (const message of answer.messages) await mustFit(message);
      if (language === "es") expect(englishIn(allWords(answer), known)).toEqual([]);
    }
  });
});
