// /record total in the whole bot, in both languages: the form filled in, mended and confirmed, taken up anew after it was lost, cancelled; /strikes shows what was
// recorded and no channel hears of it.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    who: "Reuters",
    date: "12 mar 2026",
    bad: /^“many” is no total that I can read\. Write 151, or: at least 157\.$/,
    card: "Not recorded yet. This is what readers will get:\nReuters, 12 Mar 2026: 46 strikes, at least 158 killed.",
    beside:
      /Our count up to 12 Mar 2026: 45 strikes, 146 killed as announced, 157 with presumed dead\.\n• Difference to ours: \+12 as announced, \+1 with presumed dead\./,
    recorded:
      "Recorded: Reuters, 12 Mar 2026: 46 strikes, at least 158 killed. /strikes shows it beside our count of that day; no channel is alerted.",
    shown:
      /Reuters.*, 12 Mar 2026: 46 strikes, at least 158 killed\. Ours to that day: 146 as announced, 157 with presumed dead\. Difference not explained\./,
    lost: /^You began “Record a total/,
    cancelled: "Cancelled. Nothing was recorded.",
  },
  es: {
    who: "EFE",
    date: "11 mar 2026",
    bad: /^«many» no es un total que pueda leer\. Escribe 151, o: al menos 157\.$/,
    card: "Aún no está registrado. Esto es lo que se leerá:\nEFE, 11 mar. 2026: 46 ataques, al menos 158 muertos.",
    beside:
      /Nuestro conteo hasta el 11 mar\. 2026: 45 ataques, 146 muertos según lo anunciado, 157 con los dados por muertos\.\n• Diferencia con el nuestro: \+12 según lo anunciado, \+1 con los dados por muertos\./,
    recorded:
      "Registrado: EFE, 11 mar. 2026: 46 ataques, al menos 158 muertos. /ataques lo muestra junto a nuestro conteo de ese día; no se avisa en ningún canal.",
    shown:
      /EFE.*, 11 mar\. 2026: 46 ataques, al menos 158 muertos\. Nuestro conteo a esa fecha: 146 según lo anunciado, 157 con los dados por muertos\. Diferencia sin explicar\./,
    lost: /^Empezaste «Registrar un total/,
    cancelled: "Cancelado. No se registró nada.",
  },
} as const;

export function totalCases(walk: () => Walk): void {
  describe.each(BOTH)("/record total (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const form = {
      date: t.date,
      killed: "158+",
      hits: "46",
      who: t.who,
      link: `https://example.org/total-${language}`,
    };
    const open = (reader: string = team) => walk().type(language, reader, "record", {}, "total");
    const press = (outcome: Awaited<ReturnType<typeof open>>, label: RegExp) =>
      walk().press(language, team, outcome, label);
    const until = (day: string) => walk().type(language, plain, "strikes", { until: day });

    it("is mended, confirmed twice, recorded once, and stands beside our count of its day", async () => {
      const { bot } = walk();
      const before = bot.texts("alertas");
      const refused = await walk().fill(language, team, await open(), { ...form, killed: "many" });
      expect(firstLine(refused)).toMatch(t.bad);
      const card = await walk().fill(language, team, await press(refused, /^(Correct it|Corregirlo)$/), {
        killed: form.killed,
      });
      expect([firstLine(card), isPrivate(card)]).toEqual([t.card, true]);
      expect(wordsOf(card)).toMatch(t.beside);
      expect(wordsOf(await until("2026-03-12"))).not.toContain(t.who);
      expect(firstLine(await press(card, /^Confirm/))).toBe(t.recorded);
      expect(wordsOf(await until(language === "en" ? "2026-03-12" : "2026-03-11"))).toMatch(t.shown);
      await bot.settled();
      expect(bot.texts("alertas")).toEqual(before);
    });

    it("that was lost is offered again, and begun anew or cancelled records nothing", async () => {
      await walk().fill(language, team, await open(), { ...form, killed: "170" });
      const lost = await open();
      expect(firstLine(lost)).toMatch(t.lost);
      const anew = await press(lost, /^(Start anew|Empezar de nuevo)$/);
      const card = await walk().fill(language, team, anew, { ...form, killed: "171" });
      const cancelled = await press(card, /^Cancel/);
      expect(firstLine(cancelled)).toBe(t.cancelled);
      const told = wordsOf(await until("2026-03-15"));
      expect(told).not.toMatch(/17[01] (?:killed|muertos)/);
    });
  });
}
