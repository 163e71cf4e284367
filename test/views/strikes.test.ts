// What readers see of strikes: one record, the notice of a new one, and every shipped record within Discord's limits in both languages.
import { describe, expect, it } from "vitest";
import { Strike } from "../../src/domain/strike.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { instant } from "../../src/domain/time.ts";
import { split } from "../../src/views/fit.ts";
import { strikeAlert } from "../../src/views/notices/strike.ts";
import { strikeView } from "../../src/views/strikes/strike.ts";
import { answer } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { englishIn, fieldOf, mustFit, wordsOf } from "./reading.ts";
import { shipped } from "./shipped.ts";

const known = shipped();
const NOW = instant("2026-03-17T22:00:00-05:00");
const marchOnly = {
  ...known,
  strikes: known.strikes.filter((one) => one.date <= "2026-03-17"),
  tallies: known.tallies.filter((one) => one.date <= "2026-03-17"),
};
const southcom = { en: "SOUTHCOM", es: "SOUTHCOM" };
const fresh = (more: object = {}) =>
  Strike.parse({
    id: "strike-1",
    target: "vessel",
    date: "2026-03-17",
    dateBasis: "announcement",
    region: "eastern-pacific",
    announcedBy: southcom,
    figures: [{ measure: "killed", low: 3, high: 3, by: southcom }],
    sources: [{ publisher: "AP", url: "https://apnews.com/article/1", date: "2026-03-17" }],
    ...more,
  });
const told = (language: Language, more: object = {}) =>
  strikeAlert({ strike: fresh(more), known: marchOnly, language, now: NOW, mark: "7K3Q-9M2D" });

describe("the notice of a new strike", () => {
  it("stands alone in its first line", () => {
    expect(told("en").content).toBe(
      "NEW · US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced Tue 17 Mar; day of the strike not stated.",
    );
    expect(told("es").content).toBe(
      "NUEVO · Ataque de EE. UU. a una embarcación, Pacífico oriental: 3 muertos, según SOUTHCOM. Anunciado el martes 17 mar.; día del ataque no indicado.",
    );
  });

  it("counts one dead as one, in Spanish too", () => {
    const { countKilled, listFigures } = texts("es").strikes;
    expect([countKilled("1"), countKilled("al menos 1")]).toEqual([
      "1 muerto según lo anunciado",
      "al menos 1 muerto según lo anunciado",
    ]);
    expect(listFigures("1", "1")).toBe("1 muerto según lo anunciado, 1 con los dados por muertos (conteo de Vigía)");
  });

  it("says how far it is verified, what is not stated, our count and the last total of others", () => {
    expect(wordsOf(told("en"))).toBe(
      [
        told("en").content,
        "[One source, unverified]",
        "• [AP], 17 Mar 2026",
        "[Not stated]",
        "Presumed dead, survivors, group",
        "[Vigía's count]",
        "46 strikes, 149 killed as announced, 160 with presumed dead",
        "[Totals that others give]",
        "[AP], 8 Mar 2026, before it: 45 strikes, at least 157 killed",
        "Newest source 17 Mar 2026 · #7K3Q-9M2D",
      ].join("\n"),
    );
    expect(wordsOf(told("es"))).toBe(
      [
        told("es").content,
        "[Una sola fuente, sin verificar]",
        "• [AP], 17 mar. 2026",
        "[No indicado]",
        "Dados por muertos, sobrevivientes, grupo",
        "[Conteo de Vigía]",
        "46 ataques, 149 muertos según lo anunciado, 160 con los dados por muertos",
        "[Totales que dan otros]",
        "[AP], 8 mar. 2026, antes de este: 45 ataques, al menos 157 muertos",
        "Fuente más reciente 17 mar. 2026 · #7K3Q-9M2D",
      ].join("\n"),
    );
  });

  it("counts a strike once, whether the record holds it already or not", () => {
    const already = strikeAlert({
      strike: fresh(),
      known: { ...marchOnly, strikes: [fresh(), ...marchOnly.strikes] },
      language: "en",
      now: NOW,
    });
    expect(fieldOf(answer(already), "Vigía's count")).toContain("46 strikes");
  });

  it("says that it is late without blaming the strike, and names roles apart", () => {
    const late = strikeAlert({
      strike: fresh(),
      known: marchOnly,
      language: "en",
      now: NOW,
      lateBy: 9_000_000,
      roles: ["1"],
    });
    expect(late.content).toMatch(/not stated\. \(This notice is 2 h 30 min late\.\)$/);
    expect(late.roles).toEqual(["1"]);
  });

  it.each([
    [{ figures: [] }, "number killed not stated. Announced"],
    [{ figures: [{ measure: "killed", low: 3, atLeast: true }] }, "at least 3 killed, says SOUTHCOM."],
    [
      {
        figures: [
          { measure: "killed", low: 3 },
          { measure: "killed", low: 4 },
        ],
      },
      "3 to 4 killed (sources differ).",
    ],
    [{ strikes: 3, vessels: 4 }, "3 US strikes on 4 vessels, eastern Pacific"],
    [{ dateBasis: "strike", announcedOn: "2026-03-18" }, "On Tue 17 Mar, announced Wed 18 Mar."],
    [{ dateBasis: "strike", date: "2025-12-31" }, "On Wed 31 Dec 2025."],
    [
      { figures: [{ measure: "killed", low: 3, by: { en: "Army of the U.S." } }] },
      "3 killed, says Army of the U.S. Announced",
    ],
    [{ dateBasis: "reported" }, "First reported Tue 17 Mar; day of the strike not stated."],
    [{ target: "land", region: undefined, country: "EC" }, "NEW · US military operation on land, Ecuador: 3 killed"],
  ])("tells %j as “%s”", (more, words) => expect(told("en", more).content).toContain(words));

  it("shows presumed dead, survivors and group each where one of them is stated", () => {
    const wording = { en: "survived at first", es: "sobrevivió al principio" };
    const message = told("en", {
      orgAlleged: southcom,
      figures: [{ measure: "survivors", low: 1, wording }],
    });
    expect(fieldOf(answer(message), "Survivors")).toBe("1 (survived at first)");
    expect(fieldOf(answer(message), "Presumed dead")).toBe("not stated");
    expect(fieldOf(answer(message), "Group, as alleged")).toContain("says SOUTHCOM");
  });

  it("lets no word of others act as markdown or mention", () => {
    const message = told("en", {
      figures: [{ measure: "killed", low: 3, by: { en: "**@everyone** [x](https://x.example)" } }],
    });
    expect(message.content).not.toContain("**@everyone**");
    expect(message.content).toContain(String.raw`\*\*@`);
  });
});

describe("one recorded strike", () => {
  const view = (id: string, language: Language) => {
    const strike = known.strikesById.get(id);
    if (strike === undefined) throw new Error(id);
    return answer(strikeView(strike, known, language));
  };

  it("gives figures with who says them, and that the presumed dead count from the strike's day", () => {
    const one = view("2025-12-30", "en");
    expect(one.messages[0]?.content).toBe(
      "3 US strikes on 3 vessels, eastern Pacific: 3 killed, says US Southern Command (SOUTHCOM). On 30 Dec 2025, announced 31 Dec 2025.",
    );
    expect(fieldOf(one, "Killed")).toBe("3, says US Southern Command (SOUTHCOM), 31 Dec 2025");
    expect(fieldOf(one, "Presumed dead")).toBe(
      "8\nCounted from the strike's day; when it became known is not recorded.",
    );
    expect(fieldOf(one, "Group, as alleged")).toBe(
      "unnamed 'Designated Terrorist Organizations', says US Southern Command (SOUTHCOM)\nAn allegation of whoever announced it, not a finding of ours.",
    );
  });

  it("says in Spanish what is not stated and what was announced together", () => {
    const one = view("2025-12-15a", "es");
    expect(fieldOf(one, "Sobrevivientes")).toBe("no indicado");
    expect(fieldOf(one, "Anunciado junto con")?.split("\n")).toHaveLength(2);
  });

  it("links https only; what is withheld, http or without address is named", () => {
    const text = view("2026-04-14", "en")
      .messages.map((message) => JSON.stringify(message))
      .join("");
    expect(text).toContain("CBS News (mirror), undated");
    expect(text).toContain("address not shown: advertising mirror");
    expect(text).not.toContain("firstnorthwestern");
    expect(text).not.toContain("](http:");
  });

  it("on land says that it is in no count", () => {
    expect(fieldOf(view("land-ec-2026-03-06", "en"), "Vigía's count")).toBe(
      "An operation on land: in no count of vessels.",
    );
  });
});

describe("every shipped strike", () => {
  it.each(LANGUAGES)("fits Discord's limits as a record and as a notice (%s)", async (language) => {
    for (const strike of known.strikes)
      for (const message of [
        ...strikeView(strike, known, language),
        ...split(strikeAlert({ strike, known, language, now: NOW, mark: "7K3Q-9M2D" })),
      ])
        await mustFit(message);
  });

  it("holds no English in its Spanish words", () => {
    const found = known.strikes.flatMap((strike) =>
      [...strikeView(strike, known, "es"), strikeAlert({ strike, known, language: "es", now: NOW })].flatMap(
        (message) => englishIn(wordsOf(message), known).map((word) => `${strike.id}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it("would be caught with English in it", () => {
    expect(englishIn("3 muertos, killed by AP", known)).toEqual(["killed", "by"]);
  });

  it("is split and not cut where it says very much", async () => {
    const long = { en: "word ".repeat(790), es: "palabra ".repeat(490) };
    const messages = strikeView(fresh({ disputed: [long, long, long], detail: long }), known, "es");
    expect(messages.length).toBeGreaterThan(2);
    for (const message of messages) await mustFit(message);
    const read = messages
      .map(wordsOf)
      .join(" ")
      .match(/palabra/g);
    expect(read).toHaveLength(1960);
  });
});
