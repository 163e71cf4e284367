// /strikes as typed, paged and opened, over the data that ships: which count stands beside which total, and what is never said.
import { describe, expect, it } from "vitest";
import { strikes } from "../../commands/strikes/index.ts";
import { cutArgs, parseCut } from "../../commands/strikes/cut.ts";
import type { Answer } from "../../src/command.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { Strike } from "../../src/domain/strike.ts";
import { actionOf, allWords, englishIn, fieldOf, mustFit, pick, press, refusal, run } from "../views/reading.ts";
import { type Asking, asking, shipped } from "../views/shipped.ts";

const known = shipped();
const ask = (typed: Record<string, string | number>, given: Asking = {}) => run(strikes, typed, asking(given).context);
const first = (answer: Answer) => answer.messages[0]?.content;
const list = (answer: Answer) => fieldOf(answer, "Records")?.split("\n") ?? [];

describe("/strikes", () => {
  it("bare counts everything and says that some may be missing", async () => {
    const all = await ask({});
    expect(all.to).toBe("asker");
    expect(first(all)).toBe(
      "62 US military strikes on vessels: 187 killed as announced, 199 with presumed dead, by Vigía's count. Some may be missing (4 known gaps). Newest source 22 Jun 2026.",
    );
    expect(first(await ask({}, { language: "es" }))).toBe(
      "62 ataques militares de EE. UU. a embarcaciones: 187 muertos según lo anunciado, 199 con los dados por muertos (conteo de Vigía). Pueden faltar algunos (4 vacíos conocidos). Fuente más reciente 22 jun. 2026.",
    );
    expect(list(all)).toHaveLength(10);
    expect(list(all)[0]).toBe("**21 Jun 2026** · Caribbean · 2 killed, says US Southern Command (SOUTHCOM) · disputed");
  });

  it("up to a day sets like beside like: 44, 140 and 151 on 23 February 2026", async () => {
    const february = await ask({ until: "2026-02-23" });
    expect(first(february)).toBe(
      "44 US military strikes on vessels, up to 23 Feb 2026: 140 killed as announced, 151 with presumed dead, by Vigía's count. Newest source 23 Feb 2026.",
    );
    expect(fieldOf(february, "Vigía's count")).toBe(
      "44 strikes in 40 records\n140 killed as announced\n151 with presumed dead, counted from the strike's day",
    );
    expect(allWords(february)).toContain(
      [
        "[Totals that others give]",
        "• [AP], 23 Feb 2026: at least 151 killed. Agrees with our 151 with presumed dead, to that day.",
        "• [news agencies via News.Az], 23 Feb 2026: 44 strikes, at least 150 killed. Ours to that day: 140 as announced, 151 with presumed dead. Difference not explained.",
      ].join("\n"),
    );
  });

  it("says in Spanish how others' totals stand to ours", async () => {
    expect(allWords(await ask({ until: "2026-02-23" }, { language: "es" }))).toContain(
      [
        "[Totales que dan otros]",
        "• [AP], 23 feb. 2026: al menos 151 muertos. Coincide con nuestro conteo a esa fecha: 151 con los dados por muertos.",
        "• [agencias de noticias, vía News.Az], 23 feb. 2026: 44 ataques, al menos 150 muertos. Nuestro conteo a esa fecha: 140 según lo anunciado, 151 con los dados por muertos. Diferencia sin explicar.",
      ].join("\n"),
    );
  });

  it("up to a day names the gaps that may explain a difference", async () => {
    const april = await ask({ until: "april 2026" });
    expect(fieldOf(april, "Totals that others")).toContain(
      "Ours to that day: 153 as announced, 165 with presumed dead. Known gaps in our record may explain the difference: 20 Mar 2026 to 10 Apr 2026.",
    );
    expect(fieldOf(april, "Known gaps")?.split("\n")).toHaveLength(2);
  });

  it("shows no total of a day that has not come yet", async () => {
    const march = await ask({ until: "2026" }, { now: "2026-03-10T12:00:00-05:00" });
    expect(fieldOf(march, "Totals that others")).toContain("8 Mar 2026");
  });

  it.each([[{ since: "2025-09-01" }], [{ region: "caribbean" }], [{ organisation: "tda" }], [{ "min-killed": 6 }]])(
    "beside a part of ours says our whole count in a line of its own: %j",
    async (typed) => {
      const part = await ask({ until: "2026-02-23", ...typed });
      const lines = fieldOf(part, "Totals that others")?.split("\n") ?? [];
      expect(lines.slice(0, 2)).toEqual([
        "These are totals of all strikes, not of this part. Beside them stands our whole count.",
        "Our whole count, up to 23 Feb 2026: 44 strikes, 140 killed as announced, 151 with presumed dead.",
      ]);
      expect(lines.slice(2)).toEqual(fieldOf(await ask({ until: "2026-02-23" }), "Totals that others")?.split("\n"));
    },
  );

  it("takes since, region, organisation and min-killed together", async () => {
    const some = await ask({ since: "2025-10", region: "caribbean", organisation: "Tren de Aragua", "min-killed": 6 });
    expect(first(some)).toContain(
      "1 US military strike on vessels, since 1 Oct 2025, Caribbean, Tren de Aragua named, 6 or more killed: 6 killed as announced",
    );
    expect(list(some)).toEqual([
      "**24 Oct 2025** (day announced) · Caribbean · 6 killed, says Pete Hegseth (US Secretary of Defense / War) · alleged: Tren de Aragua · disputed",
    ]);
  });

  it("lists operations on land, outside every count, and says when a filter drops them", async () => {
    const march = await ask({ since: "2026-03-01", until: "2026-03-10" });
    expect(fieldOf(march, "Vigía's count")).toContain("2 operations on land are listed below and in no count.");
    expect(list(march).filter((line) => line.includes("on land"))).toHaveLength(2);
    const sea = await ask({ since: "2026-03-01", until: "2026-03-10", region: "eastern-pacific", "min-killed": 1 });
    expect(fieldOf(sea, "Vigía's count")).not.toContain("listed below");
    const pacific = await ask({ since: "2026-03-01", until: "2026-03-10", region: "eastern-pacific" });
    expect(fieldOf(pacific, "Vigía's count")).toContain("2 operations on land are left out");
    const deadly = await ask({ since: "2026-03-01", until: "2026-03-10", "min-killed": 0 });
    expect(fieldOf(deadly, "Vigía's count")).toContain("2 records without a figure of killed are left out.");
  });

  it("says what is claimed and not confirmed in the days asked for", async () => {
    expect(fieldOf(await ask({ since: "2025-10-04", until: "2025-10-04" }), "Claimed")).toContain(
      "4 Oct 2025, Caribbean",
    );
    expect(fieldOf(await ask({ since: "2025-10-05" }), "Claimed")).toBeUndefined();
    expect(fieldOf(await ask({ region: "eastern-pacific" }), "Claimed")).toBeUndefined();
  });

  it("says of an organisation that nobody named how many records name no group", async () => {
    expect(first(await ask({ organisation: "los lobos" }))).toBe(
      "Los Lobos: named in none of our 58 records; 54 name no group. Some may be missing (4 known gaps). Newest source 22 Jun 2026.",
    );
    expect(first(await ask({ organisation: "los lobos" }, { language: "es" }))).toContain(
      "Los Lobos: no se nombra en ninguno de nuestros 58 registros; 54 no nombran a ningún grupo.",
    );
    expect(first(await ask({ organisation: "cdf", since: "2026" }))).toContain(
      "Comandos de la Frontera: named in none of our 27 records; 27 name no group (since 1 Jan 2026). Named in 1 operation on land.",
    );
  });

  it("never says that there were no strikes", async () => {
    const later = await ask({ since: "2026-07-01" });
    expect(first(later)).toBe(
      "No record of US military strikes on vessels, since 1 Jul 2026. That does not mean there was none. Some may be missing (1 known gap). Newest source 22 Jun 2026.",
    );
    const empty = { ...known, strikes: [], gaps: [], claims: [], tallies: [] };
    expect(first(await ask({}, { known: empty }))).toBe(
      "No record of US military strikes on vessels. That does not mean there was none. Vigía has no dated source for this.",
    );
  });

  it("says that figures are not stated, and never makes them zero", async () => {
    const silent = { ...known, strikes: known.strikes.slice(0, 1).map((one) => Strike.parse({ ...one, figures: [] })) };
    const one = await ask({}, { known: silent });
    expect(first(one)).toContain("1 US military strike on vessels: number killed not stated.");
    expect(fieldOf(one, "Vigía's count")).toBe(
      "1 strike in 1 record\n1 record gives no figure of killed; not stated is not zero.",
    );
  });

  it("asks back between two bearers of an acronym and keeps the other filters", async () => {
    const { context } = asking();
    const both = await run(strikes, { organisation: "CDG", since: "2026-03" }, context);
    expect(first(both)).toBe("“CDG” can be several: Cártel del Golfo (CDG); Clan del Golfo. Please pick one.");
    const picked = await pick(strikes, actionOf(both, "Pick an organisation"), "clan-del-golfo", context);
    expect(picked.to).toBe("asker");
    expect(first(picked)).toContain(
      "Clan del Golfo: named in none of our 18 records; 18 name no group (since 1 Mar 2026).",
    );
  });

  it("offers the nearest for a name that nobody bears", async () => {
    expect(first(await ask({ organisation: "lobitos" }))).toBe(
      "No organisation “lobitos” that we know of. Nearest: Los Lobos.",
    );
  });

  it("refuses what is no date, and days in the wrong order, with an example", async () => {
    expect(await refusal(() => ask({ since: "31/02/2026" }))).toBe(
      "“31/02/2026” is no date that I can read. Write 2026-03-01, 1 March 2026, 01/03/2026 (day first), March 2026, 2026, today or yesterday.",
    );
    expect(await refusal(() => ask({ since: "2026-03", until: "2026-01" }, { language: "es" }))).toBe(
      "«desde» (1 mar. 2026) es posterior a «hasta» (31 ene. 2026). Inviértelos: desde 2026-03-01, hasta 2026-03-31.",
    );
    expect(await refusal(() => ask({ region: "atlantic" }))).toContain("Please pick a region");
  });
});

describe("the pages of /strikes", () => {
  it("turn in place with the same filters, to the end and back", async () => {
    const { context } = asking();
    const start = await run(strikes, { until: "2026-02-23", region: "eastern-pacific" }, context);
    const second = await press(strikes, actionOf(start, "Older"), context);
    expect(second.to).toBe("update");
    expect(first(second)).toBe(first(start));
    expect(second.messages[0]?.embed?.footer).toContain("Page 2 of 3");
    const back = await press(strikes, actionOf(second, "Newer"), context);
    expect(list(back)).toEqual(list(start));
  });

  it("show the nearest page for one that is not there", async () => {
    const { context } = asking();
    const far = await press(strikes, { name: "strikes.page", args: ["99", "", "", "", "", ""] }, context);
    expect(far.messages[0]?.embed?.footer).toContain("Page 6 of 6");
    const low = await press(strikes, { name: "strikes.page", args: ["-3", "", "", "", "", ""] }, context);
    expect(low.messages[0]?.embed?.footer).toContain("Page 1 of 6");
  });

  it("hold every record exactly once", async () => {
    const { context } = asking();
    const seen: string[] = [];
    for (let page = 1; page <= 6; page += 1) {
      const answer = await press(strikes, { name: "strikes.page", args: [`${page}`, "", "", "", "", ""] }, context);
      for (const row of answer.messages.flatMap((message) => message.rows ?? []))
        if ("menu" in row && row.menu.action.name === "strikes.open")
          seen.push(...row.menu.options.map((option) => option.value));
    }
    expect(seen.sort()).toEqual(known.strikes.map((one) => one.id).sort());
  });

  it.each([
    [["x", "", "", "", "", ""]],
    [["1", "20261301", "", "", "", ""]],
    [["1", "", "", "z", "", ""]],
    [["1", "", "", "", "no-such-org", ""]],
    [["1", "", "", "", "", "-1"]],
    [["1"]],
    [[]],
  ])("refuse arguments that no button of ours carries: %j", async (args) =>
    expect(await refusal(() => press(strikes, { name: "strikes.page", args }, asking().context))).toContain(
      "older version",
    ),
  );

  it("carry their filters short enough for a button, and read them back", () => {
    const orgs = known.orgs.map((org) => org.id);
    for (const org of orgs) {
      const cut = {
        since: "2025-09-02",
        until: "2026-11-22",
        region: "eastern-pacific",
        org,
        minKilled: 99_999,
      } as const;
      const args = ["100", ...cutArgs(cut)];
      expect(["1", "strikes.page", ...args].join(":").length).toBeLessThanOrEqual(100);
      expect(parseCut(cutArgs(cut))).toEqual(cut);
    }
  });

  it.each(LANGUAGES)("fit Discord's limits one and all, in one message (%s)", async (language) => {
    const { context } = asking({ language });
    for (let page = 1; page <= 6; page += 1) {
      const answer = await press(strikes, { name: "strikes.page", args: [`${page}`, "", "", "", "", ""] }, context);
      expect(answer.messages).toHaveLength(1);
      for (const message of answer.messages) await mustFit(message);
      if (language === "es") expect(englishIn(allWords(answer), known)).toEqual([]);
    }
  });
});

describe("the menu of /strikes", () => {
  it("opens one record beside the list", async () => {
    const { context } = asking();
    const opened = await pick(strikes, actionOf(await ask({}), "Open one record"), "2026-03-08", context);
    expect(opened.to).toBe("asker");
    expect(first(opened)).toBe(
      "US strike on a vessel, eastern Pacific: 6 killed, says US Southern Command (SOUTHCOM). On 8 Mar 2026.",
    );
  });

  it("says so when the record is gone", async () => {
    const open = { name: "strikes.open", args: [] };
    expect(await refusal(() => pick(strikes, open, "gone", asking().context))).toContain("no longer in the list");
  });

  it("completes organisations and names regions in the reader's language", () => {
    const { organisation, region } = strikes.action?.options ?? {};
    expect(organisation?.complete?.("tren", asking().context)[0]).toEqual({
      name: "Tren de Aragua (TdA)",
      value: "tren-de-aragua",
    });
    expect(region?.choices?.("es").map((choice) => choice.name)).toEqual([
      "Caribe",
      "Pacífico oriental",
      "lugar no revelado",
    ]);
  });
});
