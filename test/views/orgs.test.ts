// What readers see of organisations: every shipped one within Discord's limits, both languages, and never a word of ours about what it is.
import { describe, expect, it } from "vitest";
import { answer } from "../../src/command.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { instant } from "../../src/domain/time.ts";
import { orgView } from "../../src/views/orgs/org.ts";
import { askBack, typedBack } from "../../src/views/orgs/list.ts";
import { englishIn, fieldOf, mustFit, wordsOf } from "./reading.ts";
import { shipped } from "./shipped.ts";

const known = shipped();
const NOW = instant("2026-11-22T12:00:00-05:00");
const view = (id: string, language: Language) => {
  const org = known.orgsById.get(id);
  if (org === undefined) throw new Error(id);
  return answer(orgView(org, { record: known, now: NOW, language }));
};
const first = (id: string, language: Language) => view(id, language).messages[0]?.content;

describe("an organisation", () => {
  it("says in its first line who lists it since when, and what a listing is", () => {
    expect(first("los-lobos", "en")).toBe(
      "Los Lobos (Ecuador): on 3 government lists: Ecuador 9 Jan 2024, US Department of the Treasury (OFAC) 6 Jun 2024, US Department of State (FTO, SDGT) 5 Sep 2025. A listing is a government's act, not a court ruling.",
    );
    expect(first("los-lobos", "es")).toBe(
      "Los Lobos (Ecuador): en 3 listas de gobiernos: Ecuador 9 ene. 2024, Departamento del Tesoro de EE. UU. (OFAC) 6 jun. 2024, Departamento de Estado de EE. UU. (FTO, SDGT) 5 sep. 2025. Una designación es un acto de gobierno, no un fallo judicial.",
    );
  });

  it("never gives a date without what it is the date of", () => {
    expect(first("tren-de-aragua", "en")).toContain("Argentina 25 Feb 2025 (date reported).");
    expect(fieldOf(view("tren-de-aragua", "en"), "Listed by: Government of Argentina")).toContain(
      "Reported: 25 Feb 2025 (when it took effect is not stated)",
    );
    expect(first("pcc", "en")).toContain("5 Jun 2026 (effect as announced)");
    expect(first("cartel-de-los-soles", "en")).toContain("Argentina date not stated");
    expect(fieldOf(view("tren-de-aragua", "en"), "Listed by: US Department of State")?.split("\n").slice(0, 3)).toEqual(
      ["Kind of listing: FTO and SDGT", "Took effect: 20 Feb 2025", "Determination dated: 6 Feb 2025"],
    );
  });

  it("on no list says so, as far as we know", () => {
    expect(first("comandos-de-la-frontera", "en")).toBe(
      "Comandos de la Frontera (CDF, Colombia): on no government list that we know of.",
    );
  });

  it("named in no strike says how many records name no group, and never a nought", () => {
    expect(fieldOf(view("los-lobos", "en"), "Strikes in which")).toBe(
      "Named in none of our 58 records; 54 name no group.",
    );
    expect(fieldOf(view("los-lobos", "es"), "Ataques en los que")).toBe(
      "No se nombra en ninguno de nuestros 58 registros; 54 no nombran a ningún grupo.",
    );
  });

  it("named in strikes gives count and days, and operations on land apart", () => {
    expect(fieldOf(view("tren-de-aragua", "en"), "Strikes in which")).toBe(
      "Named by whoever announced them in 3 strikes on vessels (3 records): 2 Sep 2025, 15 Sep 2025, 24 Oct 2025. An allegation, not a finding of ours.",
    );
    expect(fieldOf(view("comandos-de-la-frontera", "en"), "Strikes in which")).toContain(
      "Named in operations on land, outside those counts: 6 Mar 2026.",
    );
  });

  it("marks former names", () => {
    expect(fieldOf(view("cartel-del-noreste", "en"), "Other names")).toContain("Los Zetas (former name)");
  });
});

describe("every shipped organisation", () => {
  it.each(LANGUAGES)("fits Discord's limits (%s)", async (language) => {
    for (const org of known.orgs)
      for (const message of orgView(org, { record: known, now: NOW, language })) await mustFit(message);
  });

  it("holds no English in its Spanish words", () => {
    const found = known.orgs.flatMap((org) =>
      orgView(org, { record: known, now: NOW, language: "es" }).flatMap((message) =>
        englishIn(wordsOf(message), known).map((word) => `${org.id}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("a question back", () => {
  it("repeats what was typed as plain words, shortened where it is very long", () => {
    expect(typedBack("**x**")).toBe(String.raw`\*\*x\*\*`);
    expect(typedBack("word ".repeat(500)).length).toBeLessThan(90);
  });

  it("fits whatever was typed and found", async () => {
    const hits = Array.from({ length: 40 }, (_, i) => ({ id: `${i}`, label: "a name, ".repeat(25) }));
    const message = askBack({
      typed: "x".repeat(6000),
      hits: hits.slice(0, 3),
      none: (typed) => `No “${typed}”.`,
      placeholder: "Pick",
      action: { name: "orgs.open", args: [] },
      language: "en",
    });
    await mustFit(message);
  });
});
