// /record strike in the whole bot, in both languages: the card, Confirm pressed twice, Cancel, and every "no" with its sentence.
import { describe, expect, it } from "vitest";
import { wordsOf, wordsOfMessage } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    card: "Not recorded yet. This is what readers will get:\nNEW · US strike on a vessel, eastern Pacific: 3 killed, says example.org. First reported Sat 14 Mar; day of the strike not stated.",
    buttons: ["Confirm", "Cancel"],
    recorded:
      "Recorded: US strike on a vessel, eastern Pacific, 14 Mar 2026: 3 killed, says example.org. It is announced in the channels that follow strikes.",
    same: "Recorded already, nothing was written twice: US strike on a vessel, eastern Pacific, 14 Mar 2026: 3 killed, says example.org. It is announced in the channels that follow strikes.",
    cancelled: "Cancelled. Nothing was recorded.",
    badLink: /^That link starts with http:\/\/.*https:\/\//,
    badKilled: /^“many” is no figure that I can read\./,
    badDay: /^“soon” is no date that I can read\./,
    future: /^16 Mar 2026 has not come yet/,
    alert:
      "NEW · US strike on a vessel, eastern Pacific: 3 killed, says example.org. First reported Sat 14 Mar; day of the strike not stated.",
  },
  es: {
    card: "Aún no está registrado. Esto es lo que se leerá:\nNUEVO · Ataque de EE. UU. a una embarcación, Caribe: 3 muertos, según example.org. Primera noticia el sábado 14 mar.; día del ataque no indicado.",
    buttons: ["Confirmar", "Cancelar"],
    recorded:
      "Registrado: Ataque de EE. UU. a una embarcación, Caribe, 14 mar. 2026: 3 muertos, según example.org. Se avisa en los canales que siguen los ataques.",
    same: "Ya estaba registrado, no se escribió dos veces: Ataque de EE. UU. a una embarcación, Caribe, 14 mar. 2026: 3 muertos, según example.org. Se avisa en los canales que siguen los ataques.",
    cancelled: "Cancelado. No se registró nada.",
    badLink: /^Ese enlace empieza con http:\/\/.*https:\/\//,
    badKilled: /^«many» no es una cifra que pueda leer\./,
    badDay: /^«soon» no es una fecha que pueda leer\./,
    future: /^El 16 mar\. 2026 aún no llega/,
    alert:
      "NUEVO · Ataque de EE. UU. a una embarcación, Caribe: 3 muertos, según example.org. Primera noticia el sábado 14 mar.; día del ataque no indicado.",
  },
} as const;
const REGION = { en: "eastern-pacific", es: "caribbean" };

export function recordCases(walk: () => Walk): void {
  describe.each(BOTH)("/record strike (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const form = { date: "2026-03-14", region: REGION[language], killed: "3", link: `https://example.org/${language}` };
    const type = (changes: Partial<typeof form> = {}, reader: string = team) =>
      walk().type(language, reader, "record", { ...form, ...changes }, "strike");

    it("shows the notice first; Confirm, pressed twice at once, records once and tells the channel once, with its mark", async () => {
      const { bot } = walk();
      const channel = bot.discord.channel("alertas").id;
      await walk().type(language, team, "alerts", { channel }, "subscribe");
      const before = bot.texts("alertas").length;
      const card = await type();
      expect(firstLine(card)).toBe(t.card);
      expect(isPrivate(card)).toBe(true);
      expect(labels(card)).toEqual(t.buttons);
      const both = await Promise.all([0, 1].map(() => walk().press(language, team, card, /^Confirm/)));
      // Both write into the same message: what stands there last is the second press's word.
      for (const one of both) expect([t.recorded, t.same]).toContain(firstLine(one));
      await bot.discord.waitForMessage(channel, (one) => one.message.content === t.alert);
      await bot.settled();
      expect(bot.texts("alertas").slice(before)).toEqual([t.alert]);
      const alert = bot.shown("alertas").at(-1);
      expect(alert && wordsOfMessage(alert)).toMatch(/#[0-9A-Z]{4}-[0-9A-Z]{4}/);
      await walk().type(language, team, "alerts", { channel }, "remove");
    });

    it("records nothing on Cancel", async () => {
      const strikes = async () => wordsOf(await walk().type(language, team, "strikes"));
      const before = await strikes();
      const cancelled = await walk().press(language, team, await type({ killed: "4" }), /^Cancel/);
      expect([cancelled.kind, firstLine(cancelled), labels(cancelled)]).toEqual(["update", t.cancelled, []]);
      expect(await strikes()).toBe(before);
    });

    it("is hidden from who has no right to it, and refuses what it cannot read with a sentence", async () => {
      await expect(type({}, plain)).rejects.toThrow(/no command/);
      expect(firstLine(await type({ link: "http://user:pass@example.org" }))).toMatch(t.badLink);
      expect(firstLine(await type({ killed: "many" }))).toMatch(t.badKilled);
      expect(firstLine(await type({ date: "soon" }))).toMatch(t.badDay);
      expect(firstLine(await type({ date: "2026-03-16" }))).toMatch(t.future);
    });
  });
}
