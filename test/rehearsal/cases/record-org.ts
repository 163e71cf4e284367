// /record org in the whole bot, in both languages: every act from what is typed to what /orgs and /strikes answer, by buttons, menus and forms.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../rehearsal/contract.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    listed: /Announced, not yet in effect: Canada \(FTO\) from 20 Mar 2026\./,
    card: /^Not recorded yet\. This is what readers will get:\n/,
    recorded: /^Recorded: /,
    confirm: /^Confirm/,
    ask: "What became of Mafia 18?",
    renameButton: /^renamed$/,
    renamed: /^Mafia Dieciocho \(Ecuador\): on 1 government list/,
    former: "Mafia 18 (former name, until 1 Mar 2026)",
    led: /^R7 merged into Patrones \(1 Mar 2026\)\. Patrones \(Ecuador\)/,
    listingsOf: /^Listings of R7$/,
    own: /^R7 merged into Patrones \(1 Mar 2026\)\. R7 \(Ecuador\): on 1 government list/,
    strikesOf: /^Strikes that name R7$/,
    off: /Taken off: Ecuador \(was on the list 9 Jan 2024 to 10 Mar 2026\)\./,
    several: /^“CDG” can be several/,
    askClan: "What became of Clan del Golfo?",
    fresh: /^Gente Inglesa \(Colombia\): on no government list/,
  },
  es: {
    listed: /Anunciada, aún sin efecto: Canadá \(FTO\) desde el 20 mar\. 2026\./,
    card: /^Aún no está registrado\. Esto es lo que se leerá:\n/,
    recorded: /^Registrado: /,
    confirm: /^Confirmar/,
    ask: "¿Qué pasó con Mafia Trébol?",
    renameButton: /^cambió de nombre$/,
    renamed: /^Trébol Nuevo \(Ecuador\): en 1 lista de gobierno/,
    former: "Mafia Trébol (nombre anterior, hasta 1 mar. 2026)",
    led: /^Fatales se integró en Patrones \(1 mar\. 2026\)\. Patrones \(Ecuador\)/,
    listingsOf: /^Designaciones de Fatales$/,
    own: /^Fatales se integró en Patrones \(1 mar\. 2026\)\. Fatales \(Ecuador\): en 1 lista de gobierno/,
    strikesOf: /^Ataques que nombran a Fatales$/,
    off: /Ya no está en: Ecuador \(estuvo en la lista del 9 ene\. 2024 al 10 mar\. 2026\)\./,
    several: /^«CDG» puede ser varias cosas/,
    askClan: "¿Qué pasó con Clan del Golfo?",
    fresh: /^Gente Castellana \(Colombia\): en ninguna lista de gobierno/,
  },
} as const;
/** Each language has organisations of its own to act upon. */
const ON = {
  en: {
    listed: "aguilas",
    renamed: "mafia 18",
    newName: "Mafia Dieciocho",
    merged: "r7",
    off: "ganster",
    named: "cubanos",
    fresh: "Gente Inglesa",
  },
  es: {
    listed: "ak47",
    renamed: "mafia trebol",
    newName: "Trébol Nuevo",
    merged: "fatales",
    off: "corvicheros",
    named: "kater piler",
    fresh: "Gente Castellana",
  },
} as const;
const DATES = {
  en: { ahead: "announced 14 Mar, effective 20 Mar", off: "effective 10 Mar" },
  es: { ahead: "anunciada 14 mar, con efecto 20 mar", off: "con efecto 10 mar" },
};
const link = "https://example.org/notice";

export function recordOrgCases(walk: () => Walk): void {
  describe.each(BOTH)("/record org (%s)", (language) => {
    const t = SAYS[language];
    const on = ON[language];
    const { team, plain } = READERS[language];
    const type = (options: Record<string, string>, reader: string = team) =>
      walk().type(language, reader, "record", options, "org");
    const fill = (form: Outcome, values: Record<string, string>) =>
      walk().fill(language, team, form, { link, ...values });
    const done = async (form: Outcome, values: Record<string, string>) => {
      const card = await fill(form, values);
      expect(firstLine(card)).toMatch(t.card);
      expect(isPrivate(card)).toBe(true);
      const recorded = await walk().press(language, team, card, t.confirm);
      expect(firstLine(recorded)).toMatch(t.recorded);
      return card;
    };
    const orgs = (name: string) => walk().type(language, plain, "orgs", { name });

    it("takes a new organisation, which /orgs finds at once", async () => {
      await done(await type({ name: on.fresh }), { country: "Colombia", description: "d" });
      expect(firstLine(await orgs(on.fresh))).toMatch(t.fresh);
      expect(await walk().suggestions(language, team, "record", "name", on.fresh, "org")).toContain(on.fresh);
    });

    it("takes a listing with its day ahead, and the end of one", async () => {
      const values = {
        authority: language === "en" ? "Canada" : "Canadá",
        kind: "FTO; SOR/2026-44",
        dates: DATES[language].ahead,
      };
      await done(await type({ name: on.listed, what: "listed" }), values);
      expect(firstLine(await orgs(on.listed))).toMatch(t.listed);
      await done(await type({ name: on.off, what: "delisted" }), { offDates: DATES[language].off });
      expect(firstLine(await orgs(on.off))).toMatch(t.off);
    });

    it("asks what became of one by buttons; renamed it is found by both names", async () => {
      const ask = await type({ name: on.renamed });
      expect(firstLine(ask)).toBe(t.ask);
      await done(await walk().press(language, team, ask, t.renameButton), { newName: on.newName, since: "2026-03-01" });
      for (const name of [on.newName, on.renamed]) expect(firstLine(await orgs(name))).toMatch(t.renamed);
      expect(wordsOf(await orgs(on.newName))).toContain(t.former);
    });

    it("leads who asks for one that merged to the other one, with its own listings and strikes a button away", async () => {
      await done(await type({ name: on.merged, what: "merged" }), { into: "patrones", since: "2026-03-01" });
      const led = await orgs(on.merged);
      expect(firstLine(led)).toMatch(t.led);
      expect(firstLine(await walk().press(language, plain, led, t.listingsOf))).toMatch(t.own);
      const strikes = await walk().type(language, plain, "strikes", { organisation: "patrones" });
      await walk().press(language, plain, strikes, t.strikesOf);
    });

    it("takes another name, and asks which of two bearers is meant", async () => {
      await done(await type({ name: on.named, what: "named" }), { otherName: `Alias ${on.named}` });
      expect(wordsOf(await orgs(`Alias ${on.named}`))).toContain(`Alias ${on.named}`);
      const several = await type({ name: "CDG" });
      expect(firstLine(several)).toMatch(t.several);
      expect(firstLine(await walk().pick(language, team, several, /^Clan del Golfo/))).toBe(t.askClan);
    });

    it("opens by `new` as well, and is hidden from who has no right to it", async () => {
      expect((await type({ what: "new" })).kind).toBe("modal");
      await expect(type({}, plain)).rejects.toThrow(/no command/);
    });
  });
}
