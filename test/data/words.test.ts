// Every sentence stands in both languages, as people write them, and neither says more than the other.
import { describe, expect, it } from "vitest";
import { sentences } from "./files.ts";

const all = sentences();

/** The same word in both languages: names, acronyms and acts that nobody translates. */
const SAME = new Set([
  "Tren de Aragua",
  "Ejército de Liberación Nacional (ELN)",
  "Comandos de la Frontera",
  "TRT World",
  "AP",
  "AP; CNN",
  "AP; CBS",
  "AFP",
  "CNN",
  "FTO",
  "SDGT",
  "E.O. 14059",
  "E.O. 13224",
  "90 FR 53045, FR Doc. 2025-20750, Public Notice 12869",
]);
const isDecree = (text: string) => /^Decreto Ejecutivo \d+$/.test(text);

/** Names that hold an English stop word. */
const NAMES =
  /The (?:Intercept|Epoch Times|News Intel|New York Times|Guardian|Indian System|Independent|Federal Newswire|River)|American Journal of International Law|Country Reports on Terrorism|Public Safety Canada|Federal Register/g;
const bare = (text: string) =>
  text.replaceAll(/«[^»]*»|“[^”]*”|"[^"]*"|(?<!\p{L})'[^']*'/gu, " ").replaceAll(NAMES, " ");

/** Who is quoted: an attribution in one language must stand in the other. */
const QUOTED = `
  ABC | AFP | AP | Ahblick Live | Airwars | Antiwar.com | Bloomberg | CBS | CNN | Centra News |
  CiberCuba | Crisis24 | Dialoguemos | Diario Extra | Ecuador en Directo | El País | El Universo |
  Elchi | Expedientes | Expreso | FCDO | Hanna AI | Hegseth | Le360 | Lexlords | Machala Móvil |
  MercoPress | Metro Ecuador | Monetary Brief | News.Az | Noventa Grados | OFAC | Overview Press |
  Particle News | Prensa Latina | Primicias | Radio Santa Fe | Rubio | SOUTHCOM | Sputnik |
  Stening Simpson | TC Televisión | Teleamazonas | The Epoch Times | The Intercept | Trump |
  Willkie | Xinhua | Youboox | ECU 911 | INEC | COIP | CIES | RePET | Parnell
`
  .split("|")
  .map((name) => name.trim());

describe("the sentences of the data set", () => {
  it("are all there in English and in Spanish", () => {
    expect(all.length).toBeGreaterThan(900);
    expect(all.filter(({ text }) => text.en === undefined || text.es === undefined)).toEqual([]);
  });

  it("are not English twice: what is the same in both languages is a name", () => {
    const same = all.filter(
      ({ text, where }) => text.en === text.es && !/^areas\.json areas\.\d+\.(name|clock)$/.test(where),
    );
    expect(same.map(({ text }) => text.es ?? "").filter((text) => !SAME.has(text) && !isDecree(text))).toEqual([]);
  });

  it("hold no English word in Spanish, save in quotes and names", () => {
    const english =
      /\b(the|of|and|with|was|were|is|are|by|from|for|to|at|on|not|that|killed|strikes?|vessels?|curfew|said)\b/i;
    expect(all.filter(({ text }) => english.test(bare(text.es ?? "")))).toEqual([]);
  });

  it("are written in Spanish as in print: «», EE. UU., months in lower case", () => {
    const months = /\b(Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre)\b/;
    const wrong = (text: string) =>
      /["']|EEUU|EE\.UU|\bUS\b|\bUSA\b|\d{4}-\d{2}-\d{2}(?!\d)/.test(text) ||
      months.test(text.replace("24 de Mayo", "").replace("28 de Mayo", ""));
    expect(all.filter(({ text, key }) => key !== "name" && wrong(text.es ?? ""))).toEqual([]);
  });

  it("give the same figures, dates and hours in both languages", () => {
    const figures = (text: string | undefined) => (text?.match(/\d+/g) ?? []).toSorted();
    expect(all.filter(({ text }) => String(figures(text.en)) !== String(figures(text.es)))).toEqual([]);
  });

  it("attribute to the same people in both languages", () => {
    const named = (text: string | undefined) => QUOTED.filter((name) => text?.includes(name));
    expect(all.filter(({ text }) => String(named(text.en)) !== String(named(text.es)))).toEqual([]);
  });

  it("never say 'terrorist' or 'narco' in our own voice, only in quotes and in the names of acts", () => {
    const acts = new Set(["type", "instrument"]);
    const loaded = ({ en = "", es = "" }) => /terroris|\bnarco/i.test(`${bare(en)} ${bare(es)}`);
    expect(all.filter(({ text, key }) => !acts.has(key) && key !== "publisher" && loaded(text))).toEqual([]);
  });

  it("hold none of the words of our workshop", () => {
    const workshop = /\b(coverage|cobertura|ledger|tally|tallies|toll|all clear|in force|tarde)\b/i;
    expect(all.filter(({ text }) => workshop.test(`${text.en} ${text.es}`))).toEqual([]);
  });
});
