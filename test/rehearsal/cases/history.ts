// /record change, withdraw, undo, history and the second person in the whole bot, in both languages: every button and menu, and what is refused.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, parts, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    asks: /^What is it\? Strike/,
    kinds: ["UPDATED", "CORRECTED", "Take back a source"],
    several: /fits several records\. Please pick one\.$/,
    confirm: /^Confirm$/,
    undo: /^Undo$/,
    history: /^History$/,
    next: /^Next$/,
    withdrawn: /^Withdrawn: Strike/,
    back: /^Taken back: Strike/,
    pages: /: 6 versions, newest first\.$/,
    notYet: /^As known on .*: nothing was recorded of this yet/,
    waits: /^It waits for a second person/,
    own: /^You asked for this yourself/,
    taken: /^Taken back by who asked, nothing was recorded\./,
    second: [/^Confirm as second person$/, /^Decline$/],
    none: /^Nothing in our record fits “atlantis”/,
    reason: "recorded twice",
    yesterday: "yesterday 10:00",
  },
  es: {
    asks: /^¿Qué es\? Ataque/,
    kinds: ["ACTUALIZADO", "CORREGIDO", "Retirar una fuente"],
    several: /corresponde a varios registros\. Elige uno, por favor\.$/,
    confirm: /^Confirmar$/,
    undo: /^Deshacer$/,
    history: /^Historial$/,
    next: /^(Siguiente|Próxima)/,
    withdrawn: /^Retirado: Ataque/,
    back: /^Deshecho: Ataque/,
    pages: /: 6 versiones, la más nueva primero\.$/,
    notYet: /^Según lo que se sabía el .*: aún no había nada registrado/,
    waits: /^Espera a una segunda persona/,
    own: /^Lo pediste tú/,
    taken: /^Lo retiró quien lo pidió, no se registró nada\./,
    second: [/^Confirmar como segunda persona$/, /^Rechazar$/],
    none: /^Nada en nuestro registro corresponde a «atlantis»/,
    reason: "registrado dos veces",
    yesterday: "ayer 10:00",
  },
} as const;

export function historyCases(walk: () => Walk): void {
  describe.each(BOTH)("/record change, withdraw, history (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const type = (options: Record<string, string>, subcommand: string, reader: string = team) =>
      walk().type(language, reader, "record", options, subcommand);

    it("asks which kind of change it is, from the list or from what was picked", async () => {
      expect(await walk().suggestions(language, team, "record", "what", "2026-02-23", "change")).not.toEqual([]);
      const several = await type({ what: "caribbean" }, "change");
      expect(firstLine(several)).toMatch(t.several);
      const asked = await walk().pick(language, team, several, /./);
      expect(firstLine(asked)).toMatch(t.asks);
      expect(labels(asked)).toEqual(t.kinds);
      expect(isPrivate(asked)).toBe(true);
      // What it opens is that form's own case.
      await walk().press(language, team, asked, new RegExp(`^${t.kinds[1]}$`));
      const carried = await type({ what: "strike:2025-09-02" }, "change");
      const source = await walk().press(language, team, carried, new RegExp(`^${t.kinds[2]}$`));
      expect(source.kind).toBe("modal");
      await expect(type({ what: "x" }, "change", plain)).rejects.toThrow(/no command/);
      expect(firstLine(await type({ what: "atlantis" }, "change"))).toMatch(t.none);
    });

    it("withdraws, takes back, and tells all of it page by page", async () => {
      const { bot } = walk();
      const link = `https://example.org/history-${language}`;
      const id = `strike:${await recordedOne(link)}`;
      expect(await walk().suggestions(language, team, "record", "what", "2026-03-13", "withdraw")).not.toEqual([]);
      const withdraw = async () => {
        const card = await type({ what: id, reason: t.reason, link }, "withdraw");
        expect(isPrivate(card)).toBe(true);
        const form = await walk().press(language, team, card, /^Edit/);
        const again = await walk().fill(language, team, form, { reason: `${t.reason}!` });
        expect(wordsOf(again)).toContain(`${t.reason}!`);
        const done = await walk().press(language, team, again, t.confirm);
        expect(firstLine(done)).toMatch(t.withdrawn);
        return done;
      };
      for (let i = 0; i < 2; i += 1)
        expect(firstLine(await walk().press(language, team, await withdraw(), t.undo))).toMatch(t.back);
      await withdraw();
      expect(await walk().suggestions(language, team, "record", "what", "2026-03-13", "history")).not.toEqual([]);
      const told = await type({ what: id }, "history");
      expect(firstLine(told)).toMatch(t.pages);
      expect(wordsOf(await walk().press(language, team, told, t.next))).toMatch(/\n1 · /);
      expect(firstLine(await type({ what: id, "as-known-at": t.yesterday }, "history"))).toMatch(t.notYet);
      const several = await type({ what: "caribbean" }, "history");
      expect(firstLine(await walk().pick(language, team, several, /./))).toMatch(/: \d+ versi/);
      const which = await type({ what: "caribbean", reason: t.reason }, "withdraw");
      expect(isPrivate(await walk().pick(language, team, which, /./))).toBe(true);
      expect(bot.broken).toEqual([]);
    });

    it("asks the review channel for a second person; who asked cannot confirm it and can take it back", async () => {
      const { bot } = walk();
      const card = await type({ what: "curfew:ec-2026-03-15-decreto-329", reason: t.reason }, "withdraw");
      expect(firstLine(await walk().press(language, team, card, t.confirm))).toMatch(t.waits);
      const asked = await bot.discord.waitForMessage(bot.discord.channel("redaccion").id, (one) =>
        /^❔ (NOT CONFIRMED|SIN CONFIRMAR)/.test(one.message.content),
      );
      await bot.settled();
      const [confirm, decline] = partsOf(asked).map((part) => ("custom_id" in part ? part.custom_id : ""));
      const press = (button: string | undefined) => walk().pressId(language, team, asked.message.id, button ?? "");
      expect(firstLine(await press(confirm))).toMatch(t.own);
      expect(firstLine(await press(decline))).toMatch(/^(Taken back by who asked|Lo retiró quien lo pidió)/);
    });

    it("opens the history of what a message of ours tells of, and says so where it tells of none", async () => {
      const { bot } = walk();
      const shown = bot
        .shown("redaccion")
        .find((one) => /^(Taken back by who|Lo retiró quien)/.test(one.message.content));
      if (shown === undefined) throw new Error("nothing was asked");
      expect(firstLine(await walk().use(language, team, "record-history", shown.message.id))).toMatch(
        /329.*: \d+ versi/,
      );
    });

    /** @returns the subject of a strike that was just recorded by the form, as its Undo carries it. */
    async function recordedOne(link: string): Promise<string> {
      const told = language === "en" ? "2026-03-13, report" : "2026-03-13, reporte";
      const five = { statement: "5 people were killed.", told, region: "undisclosed", killed: "5", link };
      const card = await walk().fill(language, team, await type({}, "strike"), five);
      const done = await walk().press(language, team, card, t.confirm);
      const ids = parts(done).flatMap((part) => ("custom_id" in part ? [part.custom_id] : []));
      const subject = /strike-[0-9A-Z]{10}/.exec(ids.join(" "))?.[0];
      if (subject === undefined) throw new Error(`no undo in ${wordsOf(done)}`);
      return subject;
    }
  });
}
