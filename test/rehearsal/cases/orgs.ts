// /orgs in the whole bot, in both languages: the list and its pages, one organisation and back, whose lists, asked back, nothing found, Copy.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../rehearsal/contract.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, messageOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    all: "39 organisations in our record, 38 of them on government lists. A listing is a government's act, not a court ruling.",
    buttons: ["Previous", "Next", "Share", "Copy", "En español"],
    next: /^Next$/,
    page: (page: number) => `Page ${page} of 2`,
    placeholder: "Open one organisation",
    one: "Los Lobos (Ecuador): on 3 government lists: Ecuador 9 Jan 2024, US Department of the Treasury (OFAC) 6 Jun 2024, US Department of State (FTO, SDGT) 5 Sep 2025. A listing is a government's act, not a court ruling.",
    back: /^Back to the list$/,
    details: [/Listed by: President of Ecuador/, /Took effect: 5 Sep 2025/, /Newest source/],
    byUs: "United States: 18 organisations on its authorities' lists that we know of (US Department of State 18, US Department of the Treasury (OFAC) 4). A listing is a government's act, not a court ruling.",
    notOn: /^Not on the lists asked for \(Government of Canada\), as far as we know\. Los Lobos \(Ecuador\): on 3/,
    several: "“CDG” can be several: Cártel del Golfo (CDG); Clan del Golfo. Please pick one.",
    picked: /^Clan del Golfo \(Colombia\): on 1 government list: US Department of State/,
    nobody: "No organisation “xqzw” that we know of. That does not mean that no list has it.",
    noList:
      "No authority, country or legal act “tesero” that we know of. Nearest: US Department of the Treasury (OFAC).",
    treasury: /^US Department of the Treasury \(OFAC\): 4 organisations on its lists that we know of\./,
    copied:
      /^Los Lobos \(Ecuador\): on 3 government lists[\s\S]*not a court ruling\.\n• Listed by: President of Ecuador\.[\s\S]*Took effect: 9 Jan 2024[\s\S]*\nAs known Sun 15 Mar 2026 22:55/,
  },
  es: {
    all: "39 organizaciones en nuestro registro, 38 de ellas en listas de gobiernos. Una designación es un acto de gobierno, no un fallo judicial.",
    buttons: ["Anterior", "Siguiente", "Compartir", "Copiar", "In English"],
    next: /^Siguiente$/,
    page: (page: number) => `Página ${page} de 2`,
    placeholder: "Abrir una organización",
    one: "Los Lobos (Ecuador): en 3 listas de gobiernos: Ecuador 9 ene. 2024, Departamento del Tesoro de EE. UU. (OFAC) 6 jun. 2024, Departamento de Estado de EE. UU. (FTO, SDGT) 5 sep. 2025. Una designación es un acto de gobierno, no un fallo judicial.",
    back: /^Volver a la lista$/,
    details: [/Designada por: Presidente de Ecuador/, /Con efecto desde: 5 sep\. 2025/, /Fuente más reciente/],
    byUs: "Estados Unidos: 18 organizaciones en las listas de sus autoridades, que sepamos (Departamento de Estado de EE. UU. 18, Departamento del Tesoro de EE. UU. (OFAC) 4). Una designación es un acto de gobierno, no un fallo judicial.",
    notOn: /^No está en las listas pedidas \(Gobierno de Canadá\), que sepamos\. Los Lobos \(Ecuador\): en 3/,
    several: "«CDG» puede ser varias cosas: Cártel del Golfo (CDG); Clan del Golfo. Elige una.",
    picked: /^Clan del Golfo \(Colombia\): en 1 lista de gobierno: Departamento de Estado de EE\. UU\./,
    nobody: "No conocemos ninguna organización «xqzw». Eso no significa que no esté en ninguna lista.",
    noList:
      "No conocemos ninguna autoridad, país ni acto legal «tesero». Lo más parecido: Departamento del Tesoro de EE. UU. (OFAC).",
    treasury: /^Departamento del Tesoro de EE\. UU\. \(OFAC\): 4 organizaciones en sus listas, que sepamos\./,
    copied:
      /^Los Lobos \(Ecuador\): en 3 listas de gobiernos[\s\S]*no un fallo judicial\.\n• Designada por: Presidente de Ecuador\.[\s\S]*Con efecto desde: 9 ene\. 2024[\s\S]*\nSegún lo que se sabía el domingo 15 mar\. 2026 22:55/,
  },
} as const;

export function orgsCases(walk: () => Walk): void {
  describe.each(BOTH)("/orgs (%s)", (language) => {
    const t = SAYS[language];
    const reader = READERS[language].plain;
    const type = (options: Record<string, string> = {}) => walk().type(language, reader, "orgs", options);
    const line = async (options: Record<string, string>) => firstLine(await type(options));
    const press = (outcome: Outcome, label: RegExp) => walk().press(language, reader, outcome, label);
    const footer = (outcome: Outcome) => messageOf(outcome).message.embeds[0]?.footer?.text;

    it("lists all, by country, page by page", async () => {
      const list = await type();
      expect(firstLine(list)).toBe(t.all);
      expect(isPrivate(list)).toBe(true);
      expect(labels(list)).toEqual(t.buttons);
      const second = await press(list, t.next);
      expect(second.kind).toBe("update");
      expect(footer(second)).toContain(t.page(2));
      await expect(press(second, t.next)).rejects.toThrow(/switched off/);
    });

    it("gives one organisation with its listings, and leads back to the list it was opened from", async () => {
      const named = await type({ name: "los lobos" });
      expect(firstLine(named)).toBe(t.one);
      for (const part of t.details) expect(wordsOf(named)).toMatch(part);
      const list = await type({ "designated-by": "us" });
      expect(JSON.stringify(list)).toContain(t.placeholder);
      const opened = await walk().pick(language, reader, list, /^Los Lobos/);
      expect([opened.kind, firstLine(opened)]).toEqual(["message", t.one]);
      const back = await press(opened, t.back);
      expect([back.kind, firstLine(back)]).toEqual(["update", t.byUs]);
    });

    it("finds who was listed by a country, and says first who is not on the list asked for", async () => {
      for (const by of ["us", "ofac", "eeuu"])
        expect(await line({ "designated-by": by })).toMatch(/EE\. UU\.|Estados Unidos|^US |^United States/);
      expect(await line({ name: "los lobos", "designated-by": "canada" })).toMatch(t.notOn);
    });

    it("offers both bearers of one acronym, and the nearest list; after a wrong pick the question still stands", async () => {
      const asked = await type({ name: "CDG" });
      expect(firstLine(asked)).toBe(t.several);
      await walk().pick(language, reader, asked, /^Cártel del Golfo/);
      expect(firstLine(await walk().pick(language, reader, asked, /^Clan del Golfo/))).toMatch(t.picked);
      expect(await line({ name: "xqzw" })).toBe(t.nobody);
      const lists = await type({ "designated-by": "tesero" });
      expect(firstLine(lists)).toBe(t.noList);
      expect(firstLine(await walk().pick(language, reader, lists, /OFAC/))).toMatch(t.treasury);
    });

    it("suggests names and lists", async () => {
      expect((await walk().suggestions(language, reader, "orgs", "name", "choner"))[0]).toMatch(/Los Choneros/);
      expect(await walk().suggestions(language, reader, "orgs", "designated-by", "canad")).toContain(
        language === "en" ? "Canada" : "Canadá",
      );
    });

    it("copies an organisation with its lists, their dates and whose act that is", async () => {
      const before = walk().privately(reader).length;
      await press(await type({ name: "los lobos" }), /^Cop/);
      const copied = () =>
        walk()
          .privately(reader)
          .slice(before + 1)
          .join("\n");
      await expect.poll(copied).toMatch(t.copied);
    });
  });
}
