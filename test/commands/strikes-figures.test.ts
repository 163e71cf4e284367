// From the figures of /strikes down to their records: by month, by what is behind a number, and back; with old buttons still read, and nothing opened that is not shown.
import { describe, expect, it } from "vitest";
import { cutArgs, parseCut } from "../../commands/strikes/cut.ts";
import { strikes } from "../../commands/strikes/index.ts";
import type { Answer } from "../../src/command.ts";
import { Part } from "../../src/domain/part.ts";
import { Strike } from "../../src/domain/strike.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { actionOf, allWords, englishIn, fieldOf, mustFit, pick, press, refusal, run } from "../views/reading.ts";
import { asking, shipped } from "../views/shipped.ts";

const known = shipped();
const first = (answer: Answer) => answer.messages[0]?.content ?? "";
const menuOf = (answer: Answer, name: string) =>
  answer.messages.flatMap(({ rows = [] }) =>
    rows.flatMap((row) => ("menu" in row && row.menu.action.name === name ? row.menu.options : [])),
  );
/** Ids of every record that an answer lists, over all its pages. */
async function idsOf(answer: Answer, context: ReturnType<typeof asking>["context"]): Promise<string[]> {
  const ids = menuOf(answer, "strikes.open").map(({ value }) => value);
  const older = answer.messages
    .flatMap(({ rows = [] }) => rows.flatMap((row) => ("buttons" in row ? row.buttons : [])))
    .find(({ label, disabled }) => label === "Older" && disabled !== true);
  if (older === undefined || !("action" in older.press)) return ids;
  return [...ids, ...(await idsOf(await press(strikes, older.press.action, context), context))];
}
const mixed = {
  ...known,
  strikes: [
    ...known.strikes.slice(0, 40),
    ...known.strikes.slice(40).map((one, i) => (i % 3 === 0 ? Strike.parse({ ...one, figures: [] }) : one)),
  ],
};

describe("the records behind a figure", () => {
  it("are exactly those that the figure counts, for every part", async () => {
    const { context } = asking({ known: mixed });
    const list = await run(strikes, { until: "2026-03-31" }, context);
    const asked = mixed.strikes.filter(({ date }) => date <= "2026-03-31");
    const has = (one: Strike, measure: string) => one.figures.some((f) => f.measure === measure);
    const vessels = asked.filter(({ target }) => target === "vessel");
    const behind = {
      counted: vessels,
      stated: vessels.filter((one) => has(one, "killed")),
      silent: vessels.filter((one) => !has(one, "killed")),
      presumed: vessels.filter((one) => has(one, "presumed-dead")),
      land: asked.filter(({ target }) => target === "land"),
    };
    const offered = menuOf(list, "strikes.behind");
    expect(offered.map(({ value }) => value)).toEqual([...Part.options, "2026-03-08"]);
    for (const part of Part.options) {
      expect(offered.find(({ value }) => value === part)?.label).toMatch(
        new RegExp(`: ${behind[part].length} records$`),
      );
      const opened = await pick(strikes, actionOf(list, "Records behind a figure"), part, context);
      expect(opened.to).toBe("asker");
      expect((await idsOf(opened, context)).sort()).toEqual(behind[part].map(({ id }) => id).sort());
      expect(allWords(opened)).toContain("Back to the list");
    }
  });

  it("of a quoted total are all of ours to its day, also where a part was asked for", async () => {
    const { context } = asking();
    const part = await run(strikes, { until: "2026-02-25", region: "caribbean" }, context);
    const opened = await pick(strikes, actionOf(part, "Records behind a figure"), "2026-02-23", context);
    expect(first(opened)).toContain(
      "44 US military strikes on vessels, up to 23 Feb 2026, on vessels only: 140 killed",
    );
    expect(await idsOf(opened, context)).toHaveLength(40);
    expect(fieldOf(opened, "Totals that others")).toContain("Agrees with our 151");
    expect(fieldOf(opened, "Totals that others")).not.toContain("not of this part");
  });

  it("keep the filters that were asked for, and lead back to the list as it was", async () => {
    const { context } = asking({ known: mixed });
    const list = await run(strikes, { region: "eastern-pacific", since: "2025-10-01" }, context);
    const silent = await pick(strikes, actionOf(list, "Records behind a figure"), "silent", context);
    expect(first(silent)).toMatch(
      /^\d+ US military strikes on vessels, since 1 Oct 2025, eastern Pacific, without a figure of killed: number killed not stated\./,
    );
    const back = await press(strikes, actionOf(silent, "Back to the list"), context);
    expect([back.to, first(back)]).toEqual(["update", first(list)]);
  });

  it("on land are told as what they are, and never as no strikes", async () => {
    const { context } = asking();
    const list = await run(strikes, { since: "2026-03-01", until: "2026-03-10" }, context);
    const land = await pick(strikes, actionOf(list, "Records behind a figure"), "land", context);
    expect(first(land)).toMatch(
      /^2 US military operations 1 Mar 2026 to 10 Mar 2026, on land: in no count of vessels\./,
    );
  });

  it("are not offered where a figure has the whole list behind it, or nothing", async () => {
    const { context } = asking();
    const one = await run(strikes, { since: "2026-03-08", until: "2026-03-08" }, context);
    expect(menuOf(one, "strikes.behind").map(({ value }) => value)).toEqual(["2026-03-08"]);
    const whole = await run(strikes, { until: "2026-02-23" }, context);
    expect(menuOf(whole, "strikes.behind").map(({ value }) => value)).toEqual(["presumed"]);
  });

  it.each([["none"], ["2026-13-40"], [""], ["__proto__"]])(
    "refuses %s, which no menu of ours offers",
    async (value) => {
      const { context } = asking();
      const action = actionOf(await run(strikes, {}, context), "Records behind a figure");
      expect(await refusal(() => pick(strikes, action, value, context))).toContain("older version");
      expect(await refusal(() => pick(strikes, { ...action, args: ["1", "x"] }, "silent", context))).toContain(
        "older version",
      );
    },
  );
});

describe("/strikes by month", () => {
  const open = async (language: Language, typed: Record<string, string> = {}, now = "2026-03-15T12:00:00-05:00") => {
    const { context } = asking({
      language,
      now,
      known: { ...known, strikes: known.strikes.filter(({ date }) => date < "2026-03-15") },
    });
    const list = await run(strikes, typed, context);
    return {
      context,
      list,
      months: await press(strikes, actionOf(list, language === "en" ? "By month" : "Por mes"), context),
    };
  };

  it("tells each month, all up to its end, and each total of others beside our whole count of its day", async () => {
    const { months } = await open("en");
    expect(months.to).toBe("asker");
    expect(first(months)).toBe(
      "By month: 45 US military strikes on vessels: 146 killed as announced, 157 with presumed dead, by Vigía's count. Some may be missing (4 known gaps). Newest source 9 Mar 2026.",
    );
    expect(fieldOf(months, "Feb 2026")?.split("\n").slice(0, 2)).toEqual([
      "8 strikes, 24 killed as announced, 25 with presumed dead",
      "Up to 28 Feb 2026: 44 strikes, 140 killed as announced, 151 with presumed dead",
    ]);
    expect(fieldOf(months, "Mar 2026")).toContain("Up to 15 Mar 2026: 45 strikes, 146 killed as announced");
    expect(fieldOf(months, "Mar 2026")).toContain("2 operations on land, in no count.");
    expect(
      fieldOf((await open("es")).months, "Feb. 2026")
        ?.split("\n")
        .slice(0, 2),
    ).toEqual([
      "8 ataques, 24 muertos según lo anunciado, 25 con los dados por muertos",
      "Hasta el 28 feb. 2026: 44 ataques, 140 muertos según lo anunciado, 151 con los dados por muertos",
    ]);
  });

  it("opens each month to exactly its records", async () => {
    const { context, months } = await open("en");
    const options = menuOf(months, "strikes.month");
    expect(options[1]).toEqual({ label: "Feb 2026: 8 records", value: "2026-02" });
    for (const { value } of options) {
      const month = await pick(strikes, actionOf(months, "Open the records of a month"), value, context);
      const ids = known.strikes.filter(({ date }) => date.startsWith(value) && date < "2026-03-15").map(({ id }) => id);
      expect((await idsOf(month, context)).sort()).toEqual(ids.sort());
    }
  });

  it("keeps the filters: a month begins where the cut does, and a part says so of others' totals", async () => {
    const { context, months } = await open("en", { since: "2026-02-10", region: "caribbean" });
    expect(fieldOf(months, "Totals that others")).toBe(
      "These are totals of all strikes, not of this part. Beside them stands our whole count.",
    );
    expect(fieldOf(months, "Feb 2026")?.split("\n")).toEqual([
      "3 strikes, 9 killed as announced, 9 with presumed dead",
      "10 Feb 2026 to 28 Feb 2026: 3 strikes, 9 killed as announced, 9 with presumed dead",
      expect.stringContaining("at least 151 killed. Agrees with our 151 with presumed dead, to that day."),
      expect.stringContaining(
        "at least 150 killed. Ours to that day: 140 as announced, 151 with presumed dead. Difference not explained.",
      ),
    ]);
    const february = await pick(strikes, actionOf(months, "Open the records of a month"), "2026-02", context);
    expect(first(february)).toContain("3 US military strikes on vessels, 10 Feb 2026 to 28 Feb 2026, Caribbean:");
  });

  it("says of a month without a record that this does not mean there was none", async () => {
    const { months } = await open("en", { region: "undisclosed" }, "2026-03-15T12:00:00-05:00");
    expect(allWords(months)).toMatch(/No record; that does not mean there was none\./);
  });

  it("turns pages in place, leads back to the list, and notes that months have come", async () => {
    const { context, months, list } = await open("en");
    const second = await press(strikes, actionOf(months, "Older"), context);
    expect([second.to, second.messages[0]?.embed?.footer]).toEqual(["update", expect.stringContaining("Page 2 of 2")]);
    expect(fieldOf(second, "Sep 2025")).toContain("3 strikes, 17 killed as announced");
    const later = { ...context, now: context.now + 30 * 86_400_000 };
    const noted = await press(strikes, actionOf(second, "Newer"), later);
    expect(noted.messages[0]?.embed?.description).toContain("The list has changed");
    expect(second.messages[0]?.embed?.description).toBeUndefined();
    expect(first(await press(strikes, actionOf(months, "As a list"), context))).toBe(first(list));
  });

  it("is copied as lines, each month with its figures, and as of when", async () => {
    const { context, months } = await open("en", { until: "2025-10-31" });
    const copy = await press(strikes, actionOf(months, "Copy"), context);
    const text = copy.messages.map(({ content }) => content).join("\n");
    expect(text).toMatch(/^By month: 14 US military strikes on vessels, up to 31 Oct 2025: 61 killed/);
    expect(text).toContain(
      "Oct 2025\n• 11 strikes, 44 killed as announced, 45 with presumed dead\n• Up to 31 Oct 2025: 14 strikes, 61 killed",
    );
    expect(text).toMatch(/As known Sun 15 Mar 2026/);
  });

  it.each(LANGUAGES)("fits one message a page, in the language asked for (%s)", async (language) => {
    const { context } = asking({ language });
    const list = await run(strikes, {}, context);
    let months = await press(strikes, actionOf(list, language === "en" ? "By month" : "Por mes"), context);
    for (const page of [1, 2, 3]) {
      expect(months.messages).toHaveLength(1);
      for (const message of months.messages) await mustFit(message);
      if (language === "es") expect(englishIn(allWords(months), known)).toEqual([]);
      if (page < 3) months = await press(strikes, actionOf(months, language === "en" ? "Older" : "Antiguos"), context);
    }
  });

  it("refuses what no button or menu of ours carries", async () => {
    const { context, months } = await open("en");
    const action = actionOf(months, "Open the records of a month");
    expect(await refusal(() => pick(strikes, action, "2026-13", context))).toContain("older version");
    expect(
      await refusal(() => pick(strikes, { ...action, args: ["", "", "", "no-such-org", ""] }, "2026-02", context)),
    ).toContain("older version");
    expect(await refusal(() => press(strikes, { name: "strikes.months", args: ["1"] }, context))).toContain(
      "older version",
    );
  });
});

describe("the filters in a button", () => {
  it("of older versions are read as they were: five arguments, the region a letter", () => {
    expect(parseCut(["20260301", "", "p", "tren-de-aragua", "5"])).toEqual({
      since: "2026-03-01",
      until: undefined,
      region: "eastern-pacific",
      org: "tren-de-aragua",
      minKilled: 5,
      only: undefined,
    });
  });

  it("carry every part with every region, in five arguments, and nothing else is read", () => {
    for (const only of [undefined, ...Part.options])
      for (const region of [undefined, "caribbean", "eastern-pacific", "undisclosed"] as const) {
        const args = cutArgs({ region, only });
        expect(args).toHaveLength(5);
        expect(parseCut(args)).toMatchObject({ region, only });
      }
    for (const letters of ["Sc", "SS", "s", "cc", "X"]) expect(parseCut(["", "", letters, "", ""])).toBeUndefined();
  });
});

describe("one record", () => {
  const southcom = { en: "SOUTHCOM", es: "SOUTHCOM" };
  const ap = { publisher: "AP", url: "https://ap.example/1", date: "2026-03-17" };
  const killed = (low: number, by: string, date: string, more: object = {}) => ({
    measure: "killed",
    low,
    by: { en: by, es: by },
    date,
    ...more,
  });
  const told = (language: Language, figures: object[], sources: object[]) => {
    const strike = Strike.parse({
      id: "x",
      target: "vessel",
      date: "2026-03-17",
      dateBasis: "strike",
      region: "caribbean",
      announcedBy: southcom,
      figures,
      sources,
    });
    const strikesById = new Map([["x", strike]]);
    const { context } = asking({ language, known: { ...known, strikes: [strike], strikesById } });
    return pick(strikes, { name: "strikes.open", args: [] }, "x", context);
  };
  const three = [
    ap,
    { publisher: "CNN", url: "https://cnn.example/1", date: "2026-03-18" },
    {
      publisher: "Blog",
      url: "https://blog.example/1",
      date: "2026-03-18",
      withdrawn: { on: "2026-03-20", reason: { en: "it was another strike", es: "era otro ataque" } },
    },
  ];
  const figures = [
    killed(3, "SOUTHCOM", "2026-03-17"),
    killed(4, "SOUTHCOM", "2026-03-18"),
    killed(5, "CNN", "2026-03-18"),
    killed(9, "Blog", "2026-03-18"),
  ];

  it("of three sources that differ shows each figure, what it was before, what was taken back, and why it is called disputed", async () => {
    const one = await told("en", figures, three);
    expect(first(one)).toBe("US strike on a vessel, Caribbean: 4 to 5 killed (sources differ). On 17 Mar 2026.");
    expect(fieldOf(one, "Killed, as announced")).toBe(
      "4, says SOUTHCOM, 18 Mar 2026 (earlier: 3, 17 Mar 2026)\n5, says CNN, 18 Mar 2026\n~~9, says Blog, 18 Mar 2026~~ (its source was withdrawn)",
    );
    expect(fieldOf(one, "2 sources, disputed")).toBe(
      [
        "The figures given cannot all be true.",
        "• [AP](https://ap.example/1), 17 Mar 2026",
        "• [CNN](https://cnn.example/1), 18 Mar 2026",
        "• ~~[Blog](https://blog.example/1), 18 Mar 2026~~ withdrawn 20 Mar 2026: it was another strike",
      ].join("\n"),
    );
    expect(fieldOf(await told("es", figures, three), "2 fuentes, en disputa")).toContain(
      "~~[Blog](https://blog.example/1), 18 mar. 2026~~ retirada el 20 mar. 2026: era otro ataque",
    );
    expect(fieldOf(await told("es", figures, three), "Muertos")).toContain("(antes: 3, 17 mar. 2026)");
  });

  it("of two who say the same names both, and is no matter of dispute", async () => {
    const both = await told(
      "en",
      [killed(3, "SOUTHCOM", "2026-03-17"), killed(3, "Colombian Navy", "2026-03-18")],
      three,
    );
    expect(first(both)).toContain("3 killed, say SOUTHCOM and Colombian Navy.");
    expect(fieldOf(both, "2 sources, verified")).toContain("Somebody other than whoever announced it");
    expect(
      first(await told("es", [killed(3, "SOUTHCOM", "2026-03-17"), killed(3, "AP", "2026-03-18")], three)),
    ).toContain("3 muertos, según SOUTHCOM y AP.");
  });

  it("says not stated, never zero, where a source that was taken back gave the only figure", async () => {
    const one = await told("en", [killed(9, "Blog", "2026-03-18")], three);
    expect(first(one)).toContain("number killed not stated");
    expect(fieldOf(one, "Killed, as announced")).toBe(
      "not stated\n~~9, says Blog, 18 Mar 2026~~ (its source was withdrawn)",
    );
  });

  it("is copied without what was taken back, with the newest figure of each", async () => {
    const { context } = asking();
    const copy = await press(strikes, actionOf(await told("en", figures, three), "Copy"), {
      ...context,
      known: await knownWith(figures, three),
    });
    const text = copy.messages.map(({ content }) => content).join("\n");
    expect(text).toContain("4 (SOUTHCOM), 5 (CNN)");
    expect(text).not.toContain("Blog");
    expect(text).not.toContain("9");
  });

  async function knownWith(given: object[], sources: object[]) {
    const strike = Strike.parse({
      id: "x",
      target: "vessel",
      date: "2026-03-17",
      dateBasis: "strike",
      region: "caribbean",
      announcedBy: southcom,
      figures: given,
      sources,
    });
    return { ...known, strikes: [strike], strikesById: new Map([["x", strike]]) };
  }
});
