// What stands below an answer about curfews, and the other language, in the whole bot: the nights ahead, the sources, and an answer that is
// remembered in the language its reader chose.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, messageOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    nights: /^Next 14 nights$/,
    sources: /^Sources$/,
    nightsLine: "🔴 CURFEW announced for all of the next 14 nights in Guayas: 23:00-05:00 (Ecuador time).",
    night: "🔴 Sun 15 -> Mon 16 Mar, 23:00-05:00",
    country:
      "🔴 CURFEW announced in the next 14 nights: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas (14 nights); in the rest none announced until Mon 16 Mar 00:00, from then on NOT KNOWN.",
    sourcesLine: "9 sources for Guayas. Newest source 14 Mar 2026. ⚠️ Sources disagree on 2 points.",
    inSources: [
      /\[Primicias\]\(https:/,
      /Diario Extra.*, undated/,
      /Sources disagree: Decreto Ejecutivo 329/,
      /Checked/,
    ],
    checked: "\nChecked\n",
    copied: /^CURFEW announced for all of the 14 nights from Sun 15 -> Mon 16 Mar 2026 in Guayas: 23:00-05:00/,
    otherButton: /^En español$/,
    backButton: /^In English$/,
    first: /^⚪ No curfew now in Guayas/,
    turned: /^⚪ Sin toque ahora en Guayas/,
    remembered: "Desde ahora Vigía te responde en español, en todas partes. «In English» lo cambia de nuevo.",
    strikes: [/^4\d US military strikes/, /^4\d ataques militares/],
    orgs: [/^39 organisations/, /^39 organizaciones/],
    refused: "Aquí ningún lugar se llama «Guayakuil».",
  },
  es: {
    nights: /^Próximas 14 noches$/,
    sources: /^Fuentes$/,
    nightsLine:
      "🔴 TOQUE DE QUEDA anunciado para todas las próximas 14 noches en Guayas: 23:00-05:00 (hora de Ecuador).",
    night: "Guayas, 23:00-05:00\n🔴 domingo 15 -> lunes 16 mar.",
    country:
      "🔴 TOQUE DE QUEDA anunciado en las próximas 14 noches: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas (14 noches); en el resto, ninguno anunciado hasta el lunes 16 mar. 00:00; desde entonces NO SE SABE.",
    sourcesLine: "9 fuentes para Guayas. Fuente más reciente 14 mar. 2026. ⚠️ Las fuentes no coinciden en 2 puntos.",
    inSources: [
      /\[Primicias\]\(https:/,
      /Diario Extra.*, sin fecha/,
      /Las fuentes no coinciden: Decreto Ejecutivo 329/,
      /Revisado/,
    ],
    checked: "\nRevisado\n",
    copied:
      /^TOQUE DE QUEDA anunciado para todas las 14 noches desde el domingo 15 -> lunes 16 mar\. 2026 en Guayas: 23:00-05:00/,
    otherButton: /^In English$/,
    backButton: /^En español$/,
    first: /^⚪ Sin toque ahora en Guayas/,
    turned: /^⚪ No curfew now in Guayas/,
    remembered: "Vigía answers you in English from now on, everywhere. “En español” changes it back.",
    strikes: [/^4\d ataques militares/, /^4\d US military strikes/],
    orgs: [/^39 organizaciones/, /^39 organisations/],
    refused: "No place is called “Guayakuil” here.",
  },
} as const;

export function waysCases(walk: () => Walk): void {
  describe.each(BOTH)("below an answer (%s)", (language) => {
    const t = SAYS[language];
    const { plain, both } = READERS[language];
    const guayas = (reader: string = plain) => walk().type(language, reader, "curfew", { place: "guayas" });

    it("the nights ahead stand behind a button, privately, and can be copied", async () => {
      const nights = await walk().press(language, plain, await guayas(), t.nights);
      expect(nights.kind).toBe("message");
      expect(isPrivate(nights)).toBe(true);
      expect(firstLine(nights)).toBe(t.nightsLine);
      expect(
        wordsOf(nights)
          .split("\n")
          .filter((line) => /^🔴 .* -> .*mar/i.test(line)),
      ).toHaveLength(14);
      expect(wordsOf(nights)).toContain(t.night);
      expect(labels(nights)[0]).toMatch(t.sources);
      expect(firstLine(await walk().press(language, plain, nights, /^Cop/))).toMatch(t.copied);
      const country = await walk().press(language, plain, await walk().type(language, plain, "curfew"), t.nights);
      expect(firstLine(country)).toBe(t.country);
    });

    it("every source stands behind a button, the newest first", async () => {
      const sources = await walk().press(language, plain, await guayas(), t.sources);
      expect(firstLine(sources)).toBe(t.sourcesLine);
      for (const part of t.inSources) expect(wordsOf(sources)).toMatch(part);
      const [decreed = ""] = wordsOf(sources).split(t.checked);
      const dates = [...decreed.matchAll(/\), (\d+) mar\.? 2026/gi)].map(([, day]) => Number(day));
      expect(dates).toEqual([...dates].sort((a, b) => b - a));
      expect(labels(sources)[0]).toMatch(t.nights);
    });

    it("the other language is given in place at once, remembered everywhere, and given back", async () => {
      const before = await guayas(both);
      expect(firstLine(before)).toMatch(t.first);
      const turned = await walk().press(language, both, before, t.otherButton);
      expect(turned.kind).toBe("update");
      expect(messageOf(turned).message.id).toBe(messageOf(before).message.id);
      expect(firstLine(turned)).toMatch(t.turned);
      expect(wordsOf(turned)).toContain(t.remembered);
      // Everywhere: other answers, other commands, what is refused. Not for anybody else.
      const strikes = await walk().type(language, both, "strikes");
      expect(firstLine(strikes)).toMatch(t.strikes[1]);
      expect(wordsOf(await guayas(both))).not.toContain(t.remembered);
      expect(firstLine(await walk().type(language, both, "curfew", { place: "Guayakuil" }))).toContain(t.refused);
      expect(firstLine(await guayas())).toMatch(t.first);
      const back = await walk().press(language, both, await guayas(both), t.backButton);
      expect(firstLine(back)).toMatch(t.first);
      expect(firstLine(await guayas(both))).toMatch(t.first);
    });

    it("lists and records turn too, with their way back", async () => {
      const strikes = await walk().type(language, both, "strikes");
      expect(firstLine(strikes)).toMatch(t.strikes[0]);
      const turned = await walk().press(language, both, strikes, t.otherButton);
      expect(firstLine(turned)).toMatch(t.strikes[1]);
      expect(firstLine(await walk().press(language, both, turned, t.backButton))).toMatch(t.strikes[0]);
      const list = await walk().type(language, both, "orgs");
      expect(firstLine(list)).toMatch(t.orgs[0]);
      const one = await walk().pick(language, both, list, /./);
      const count = labels(one).length;
      const other = await walk().press(language, both, one, t.otherButton);
      expect(labels(other)).toHaveLength(count);
      expect(firstLine(await walk().press(language, both, other, /^(Back|Volver)/))).toMatch(t.orgs[1]);
      await walk().press(language, both, other, t.backButton);
    });
  });
}
