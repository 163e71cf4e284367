// /strikes in the whole bot, in both languages: list, pages to both ends, one record and back, filters, asked back, nothing found, bad dates, Copy.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, messageOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    list: "45 US military strikes on vessels: 146 killed as announced, 157 with presumed dead, by Vigía's count. Newest source 9 Mar 2026.",
    footer: (page: number) => `Newest source 9 Mar 2026 · Page ${page} of 5`,
    buttons: ["First", "Newer", "Older", "Last", "By month", "Share", "Copy", "En español"],
    byMonth: /^By month$/,
    asList: /^As a list$/,
    months: /^By month: 45 US military strikes on vessels: 146 killed as announced/,
    february:
      /Feb 2026[\s\S]*8 strikes, 24 killed as announced, 25 with presumed dead\nUp to 28 Feb 2026: 44 strikes, 140 killed as announced, 151 with presumed dead\n[\s\S]*AP.*at least 151 killed\. Agrees with our 151/,
    monthEntry: /^Feb 2026: 8 records$/,
    ofMonth:
      "8 US military strikes on vessels, 1 Feb 2026 to 28 Feb 2026: 24 killed as announced, 25 with presumed dead, by Vigía's count. Newest source 23 Feb 2026.",
    presumed: /^Presumed dead: 4 records$/,
    ofPresumed: /^8 US military strikes on vessels, with presumed dead: 21 killed as announced, 32 with presumed dead/,
    why: /2 sources, partly verified[\s\S]*At least two publishers carry it; nobody but whoever announced it confirms the figure\./,
    whole:
      /These are totals of all strikes, not of this part\..*\nOur whole count, up to 23 Feb 2026: 44 strikes, 140 killed as announced, 151 with presumed dead\./,
    monthCopied: /By month: 45 US[\s\S]*Feb 2026\n• 8 strikes, 24 killed/,
    older: /^Older$/,
    last: /^Last$/,
    first: /^First$/,
    placeholder: "Open one record",
    one: "US strike on a vessel, eastern Pacific: 6 killed, says US Southern Command (SOUTHCOM). On 8 Mar 2026.",
    back: /^Back to the list$/,
    cut: "14 US military strikes on vessels, up to 23 Feb 2026, Caribbean: 57 killed as announced, 57 with presumed dead, by Vigía's count. Newest source 23 Feb 2026.",
    deadly:
      "4 US military strikes on vessels, 10 or more killed: 25 killed as announced, 26 with presumed dead, by Vigía's count. Newest source 9 Mar 2026.",
    beside:
      /Totals that others give[\s\S]*AP.*at least 151 killed\. Agrees with our 151 with presumed dead, to that day\./,
    none: "No record of US military strikes on vessels, since 10 Mar 2026. That does not mean there was none. Newest source 9 Mar 2026.",
    unnamed: /^Los Choneros: named in none of our \d+ records; \d+ name no group\./,
    several: "“CDG” can be several: Cártel del Golfo (CDG); Clan del Golfo. Please pick one.",
    picked: /^Clan del Golfo: named in none of our \d+ records; \d+ name no group \(since 1 Feb 2026\)\./,
    nearest: "No organisation “lobitos” that we know of. Nearest: Los Lobos.",
    nobody: "No organisation “xqzw” that we know of.",
    badDay: /^“31\/02\/2026” is no date that I can read\./,
    badOrder:
      "“since” (1 Mar 2026) is later than “until” (31 Jan 2026). Swap them: since 2026-03-01, until 2026-03-31.",
    sentence:
      "6 people were killed in a US strike on a vessel in the eastern Pacific on 8 March 2026, US Southern Command (SOUTHCOM) said.",
    copied:
      /\nRecords 11 to 20 of \d+, newest first:\n• [\s\S]*\nPage 2 of 5\.[\s\S]*As known Sun 15 Mar 2026 22:55 \(Ecuador time\)/,
  },
  es: {
    list: "45 ataques militares de EE. UU. a embarcaciones: 146 muertos según lo anunciado, 157 con los dados por muertos (conteo de Vigía). Fuente más reciente 9 mar. 2026.",
    footer: (page: number) => `Fuente más reciente 9 mar. 2026 · Página ${page} de 5`,
    buttons: ["Inicio", "Recientes", "Antiguos", "Fin", "Por mes", "Compartir", "Copiar", "In English"],
    byMonth: /^Por mes$/,
    asList: /^En lista$/,
    months: /^Por mes: 45 ataques militares de EE\. UU\. a embarcaciones: 146 muertos según lo anunciado/,
    february:
      /Feb\. 2026[\s\S]*8 ataques, 24 muertos según lo anunciado, 25 con los dados por muertos\nHasta el 28 feb\. 2026: 44 ataques, 140 muertos según lo anunciado, 151 con los dados por muertos\n[\s\S]*AP.*al menos 151 muertos\. Coincide con nuestro conteo a esa fecha: 151/,
    monthEntry: /^Feb\. 2026: 8 registros$/,
    ofMonth:
      "8 ataques militares de EE. UU. a embarcaciones, del 1 feb. 2026 al 28 feb. 2026: 24 muertos según lo anunciado, 25 con los dados por muertos (conteo de Vigía). Fuente más reciente 23 feb. 2026.",
    presumed: /^Con dados por muertos: 4 registros$/,
    ofPresumed:
      /^8 ataques militares de EE\. UU\. a embarcaciones, con dados por muertos: 21 muertos según lo anunciado, 32 con los dados por muertos/,
    why: /2 fuentes, verificado en parte[\s\S]*Al menos dos medios lo publican; nadie más que quien lo anunció confirma la cifra\./,
    whole:
      /Son totales de todos los ataques, no de esta parte\..*\nNuestro conteo completo, hasta el 23 feb\. 2026: 44 ataques, 140 muertos según lo anunciado, 151 con los dados por muertos\./,
    monthCopied: /Por mes: 45 ataques[\s\S]*Feb\. 2026\n• 8 ataques, 24 muertos/,
    older: /^Antiguos$/,
    last: /^Fin$/,
    first: /^Inicio$/,
    placeholder: "Abrir un registro",
    one: "Ataque de EE. UU. a una embarcación, Pacífico oriental: 6 muertos, según el Comando Sur de EE. UU. (SOUTHCOM). El 8 mar. 2026.",
    back: /^Volver a la lista$/,
    cut: "14 ataques militares de EE. UU. a embarcaciones, hasta el 23 feb. 2026, Caribe: 57 muertos según lo anunciado, 57 con los dados por muertos (conteo de Vigía). Fuente más reciente 23 feb. 2026.",
    deadly:
      "4 ataques militares de EE. UU. a embarcaciones, con 10 muertos o más: 25 muertos según lo anunciado, 26 con los dados por muertos (conteo de Vigía). Fuente más reciente 9 mar. 2026.",
    beside:
      /Totales que dan otros[\s\S]*AP.*al menos 151 muertos\. Coincide con nuestro conteo a esa fecha: 151 con los dados por muertos\./,
    none: "Ningún registro de ataques militares de EE. UU. a embarcaciones, desde el 10 mar. 2026. Eso no significa que no haya habido. Fuente más reciente 9 mar. 2026.",
    unnamed: /^Los Choneros: no se nombra en ninguno de nuestros \d+ registros; \d+ no nombran a ningún grupo\./,
    several: "«CDG» puede ser varias cosas: Cártel del Golfo (CDG); Clan del Golfo. Elige una.",
    picked:
      /^Clan del Golfo: no se nombra en ninguno de nuestros \d+ registros; \d+ no nombran a ningún grupo \(desde el 1 feb\. 2026\)\./,
    nearest: "No conocemos ninguna organización «lobitos». Lo más parecido: Los Lobos.",
    nobody: "No conocemos ninguna organización «xqzw».",
    badDay: /^«31\/02\/2026» no es una fecha que pueda leer\./,
    badOrder:
      "«desde» (1 mar. 2026) es posterior a «hasta» (31 ene. 2026). Inviértelos: desde 2026-03-01, hasta 2026-03-31.",
    sentence:
      "6 personas murieron en un ataque de EE. UU. a una embarcación en el Pacífico oriental el 8 de marzo de 2026, según el Comando Sur de EE. UU. (SOUTHCOM).",
    copied:
      /\nRegistros 11 a 20 de \d+, del más reciente al más antiguo:\n• [\s\S]*\nPágina 2 de 5\.[\s\S]*Según lo que se sabía el domingo 15 mar\. 2026 22:55 \(hora de Ecuador\)/,
  },
} as const;

export function strikesCases(walk: () => Walk): void {
  describe.each(BOTH)("/strikes (%s)", (language) => {
    const t = SAYS[language];
    const reader = READERS[language].plain;
    const type = (options: Record<string, string | number> = {}) => walk().type(language, reader, "strikes", options);
    const line = async (options: Record<string, string | number>) => firstLine(await type(options));
    const press = (outcome: Awaited<ReturnType<typeof type>>, label: RegExp) =>
      walk().press(language, reader, outcome, label);
    const footer = (outcome: Awaited<ReturnType<typeof type>>) => messageOf(outcome).message.embeds[0]?.footer?.text;

    it("lists newest first and turns pages to both ends, in place", async () => {
      const list = await type();
      expect(firstLine(list)).toBe(t.list);
      expect(isPrivate(list)).toBe(true);
      expect(labels(list)).toEqual(t.buttons);
      expect(footer(list)).toBe(t.footer(1));
      await expect(press(list, t.first)).rejects.toThrow(/switched off/);
      const second = await press(list, t.older);
      expect([second.kind, footer(second)]).toEqual(["update", t.footer(2)]);
      const last = await press(second, t.last);
      expect(footer(last)).toBe(t.footer(5));
      await expect(press(last, t.older)).rejects.toThrow(/switched off/);
      expect(footer(await press(last, t.first))).toBe(t.footer(1));
    });

    it("opens one record beside the list, and leads back to the page it was opened from", async () => {
      const list = await type();
      expect(JSON.stringify(list)).toContain(t.placeholder);
      const one = await walk().pick(language, reader, list, /^8 \p{L}+\.? 2026/u);
      expect([one.kind, firstLine(one)]).toEqual(["message", t.one]);
      expect(wordsOf(one)).toMatch(t.why);
      const back = await press(one, t.back);
      expect([back.kind, footer(back)]).toEqual(["update", t.footer(1)]);
    });

    it("takes since, until, region and min-killed, and sets like beside like", async () => {
      expect(await line({ until: "2026-02-23", region: "caribbean" })).toBe(t.cut);
      expect(await line({ "min-killed": 10 })).toBe(t.deadly);
      expect(wordsOf(await type({ until: "2026-02-23" }))).toMatch(t.beside);
      expect(wordsOf(await type({ until: "2026-02-23", region: "caribbean" }))).toMatch(t.whole);
    });

    it("tells the same by month, opens a month to its records, turns pages in place, and leads back to the list", async () => {
      const months = await press(await type(), t.byMonth);
      expect([months.kind, isPrivate(months)]).toEqual(["message", true]);
      expect(firstLine(months)).toMatch(t.months);
      expect(wordsOf(months)).toMatch(t.february);
      expect(firstLine(await walk().pick(language, reader, months, t.monthEntry))).toBe(t.ofMonth);
      await press(months, /^Cop/);
      await expect.poll(() => walk().privately(reader).slice(-3).join("\n")).toMatch(t.monthCopied);
      const second = await press(months, t.older);
      expect(second.kind).toBe("update");
      expect(firstLine(await press(second, t.asList))).toBe(t.list);
    });

    it("opens a figure to exactly the records behind it, and leads back", async () => {
      const list = await type();
      const behind = await walk().pick(language, reader, list, t.presumed);
      expect(firstLine(behind)).toMatch(t.ofPresumed);
      const back = await press(behind, t.back);
      expect([back.kind, firstLine(back)]).toEqual(["update", t.list]);
    });

    it("never says zero: neither where nothing is recorded nor where no record names a group", async () => {
      expect(await line({ since: "2026-03-10" })).toBe(t.none);
      expect(await line({ organisation: "los choneros" })).toMatch(t.unnamed);
    });

    it("asks back between two bearers with the other filters kept, and offers the nearest", async () => {
      const asked = await type({ organisation: "CDG", since: "2026-02" });
      expect(firstLine(asked)).toBe(t.several);
      await walk().pick(language, reader, asked, /^Cártel del Golfo/);
      const picked = await walk().pick(language, reader, asked, /^Clan del Golfo/);
      expect(picked.kind).toBe("message");
      expect(firstLine(picked)).toMatch(t.picked);
      expect(await line({ organisation: "lobitos" })).toBe(t.nearest);
      expect(await line({ organisation: "xqzw" })).toBe(t.nobody);
    });

    it("refuses what is no date and days in the wrong order, in words", async () => {
      expect(await line({ since: "31/02/2026" })).toMatch(t.badDay);
      expect(await line({ since: "2026-03", until: "2026-01" })).toBe(t.badOrder);
    });

    it("suggests organisations", async () => {
      expect((await walk().suggestions(language, reader, "strikes", "organisation", "tren de ara"))[0]).toMatch(
        /Tren de Aragua/,
      );
    });

    it("copies the page that is read, and of one record a sentence that can be published", async () => {
      const second = await press(await type(), t.older);
      await press(second, /^Cop/);
      // In two messages: the second comes after the answer to the press.
      await expect.poll(() => walk().privately(reader).slice(-2).join("\n")).toMatch(t.copied);
      const one = await walk().pick(language, reader, await type(), /^8 \p{L}+\.? 2026/u);
      expect(firstLine(await press(one, /^Cop/)).split("\n")[0]).toBe(t.sentence);
    });
  });
}
