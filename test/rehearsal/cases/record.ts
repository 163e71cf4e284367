// /record strike in the whole bot, in both languages: form, card, Confirm pressed twice, Edit, More details, Cancel, a lost form taken up or begun anew, and
// every "no" with its sentence.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../rehearsal/contract.ts";
import { wordsOf, wordsOfMessage } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    card: "Not recorded yet. This is what readers will get:\nNEW · US strike on a vessel, eastern Pacific: 3 killed, says example.org. First reported Sat 14 Mar; day of the strike not stated.",
    buttons: ["Confirm", "Edit", "More details", "Cancel"],
    recorded:
      "Recorded: US strike on a vessel, eastern Pacific: 3 killed, says example.org. First reported 14 Mar 2026; day of the strike not stated. It is announced in 1 channel.",
    again: /^Recorded already/,
    cancelled: "Cancelled. Nothing was recorded.",
    badLink: /^That link holds a user name/,
    badKilled: /^“many” is no figure that I can read\./,
    badDay: /^I cannot read “soon” as a date and what it is\./,
    future: /^16 Mar 2026 has not come yet/,
    noBasis: /^Is 14 Mar 2026 the day of the strike, of its announcement or of a report\?/,
    alert:
      "NEW · US strike on a vessel, eastern Pacific: 3 killed, says example.org. First reported Sat 14 Mar; day of the strike not stated.",
    edit: /^Edit$/,
    mend: /^Correct it$/,
    more: /^More details$/,
    people: "survivors: 1, presumed dead: at least 2",
    detailed: [
      "Presumed dead after the search\nat least 2, says the Pentagon",
      "Survivors\n1, says the Pentagon",
      "Tren de Aragua, says the Pentagon",
    ],
    lost: /^You began “Record a strike”/,
    takeUp: /^Take it up$/,
    anew: /^Start anew$/,
    other: /^Confirm: another strike$/,
    announce: /^Announce anyway$/,
    message: "SOUTHCOM says 2 people were killed in a strike in the Caribbean: https://example.org/app-en",
  },
  es: {
    card: "Aún no está registrado. Esto es lo que se leerá:\nNUEVO · Ataque de EE. UU. a una embarcación, Caribe: 3 muertos, según example.org. Primera noticia el sábado 14 mar.; día del ataque no indicado.",
    buttons: ["Confirmar", "Editar", "Más detalles", "Cancelar"],
    recorded:
      "Registrado: Ataque de EE. UU. a una embarcación, Caribe: 3 muertos, según example.org. Primera noticia el 14 mar. 2026; día del ataque no indicado. Se avisa en 1 canal.",
    again: /^Ya estaba registrado/,
    cancelled: "Cancelado. No se registró nada.",
    badLink: /^Ese enlace lleva un usuario/,
    badKilled: /^«many» no es una cifra que pueda leer\./,
    badDay: /^No puedo leer «soon» como fecha y de qué es\./,
    future: /^El 16 mar\. 2026 aún no llega/,
    noBasis: /^¿El 14 mar\. 2026 es el día del ataque, de su anuncio o de un reporte\?/,
    alert:
      "NUEVO · Ataque de EE. UU. a una embarcación, Caribe: 3 muertos, según example.org. Primera noticia el sábado 14 mar.; día del ataque no indicado.",
    edit: /^Editar$/,
    mend: /^Corregirlo$/,
    more: /^Más detalles$/,
    people: "sobrevivientes: 1, dados por muertos: al menos 2",
    detailed: [
      "Dados por muertos tras la búsqueda\nal menos 2, según el Pentágono",
      "Sobrevivientes\n1, según el Pentágono",
      "Tren de Aragua, según el Pentágono",
    ],
    lost: /^Empezaste «Registrar un ataque»/,
    takeUp: /^Retomarlo$/,
    anew: /^Empezar de nuevo$/,
    other: /^Confirmar: es otro ataque$/,
    announce: /^Avisar de todos modos$/,
    message: "El Comando Sur dice que hubo 2 muertos en un ataque en el Caribe: https://example.org/app-es",
  },
} as const;
const REGION = { en: "eastern-pacific", es: "caribbean" };
const REPORT = { en: "2026-03-14, report", es: "2026-03-14, reporte" };

export function recordCases(walk: () => Walk): void {
  describe.each(BOTH)("/record strike (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const five = {
      statement: "3 people were killed in a boat.",
      told: REPORT[language],
      region: REGION[language],
      killed: "3",
      link: `https://example.org/${language}`,
    };
    const open = (options: Record<string, string> = {}) => walk().type(language, team, "record", options, "strike");
    const fill = (form: Outcome, changes: Partial<typeof five> = {}) =>
      walk().fill(language, team, form, { ...five, ...changes });
    const press = (outcome: Outcome, label: RegExp) => walk().press(language, team, outcome, label);
    const cancel = (outcome: Outcome) => press(outcome, /^Cancel/);

    it("shows the notice first; Confirm, pressed twice at once, records once and tells the channel once, with its mark", async () => {
      const { bot } = walk();
      const channel = bot.discord.channel("alertas").id;
      await walk().bot.subscribe(team, { channel });
      const before = bot.texts("alertas").length;
      const card = await fill(await open());
      expect(firstLine(card)).toBe(t.card);
      expect(isPrivate(card)).toBe(true);
      expect(labels(card)).toEqual(t.buttons);
      const both = await Promise.all([0, 1].map(() => press(card, /^Confirm/)));
      // Both write into the same message: what stands there last is the second press's word.
      for (const one of both) expect(firstLine(one) === t.recorded || t.again.test(firstLine(one))).toBe(true);
      await bot.discord.waitForMessage(channel, (one) => one.message.content === t.alert);
      await bot.settled();
      expect(bot.texts("alertas").slice(before)).toEqual([t.alert]);
      const alert = bot.shown("alertas").at(-1);
      expect(alert && wordsOfMessage(alert)).toMatch(/#[0-9A-Z]{4}-[0-9A-Z]{4}/);
      await walk().type(language, team, "alerts", { channel }, "remove");
    });

    it("opens the five again on Edit, has the rest behind More details, and records nothing on Cancel", async () => {
      const strikes = async () => wordsOf(await walk().type(language, team, "strikes"));
      const before = await strikes();
      expect(await walk().suggestions(language, team, "record", "organisation", "aragua", "strike")).toContain(
        "Tren de Aragua (TdA)",
      );
      const card = await fill(await open({ organisation: "tren-de-aragua", link: "https://example.org/other" }), {
        killed: "9",
      });
      const edited = await fill(await press(card, t.edit), { killed: "3-4" });
      const detailed = await walk().fill(language, team, await press(edited, t.more), {
        announcedBy: "Pentagon",
        people: t.people,
      });
      // Both changed the card that opened them: there is one, and its Confirm is the one that counts.
      expect([edited.kind, detailed.kind]).toEqual(["update", "update"]);
      for (const words of t.detailed) expect(wordsOf(detailed)).toContain(words);
      expect(firstLine(detailed)).toMatch(/3 to 4 killed, says the Pentagon|entre 3 y 4 muertos, según el Pentágono/);
      const cancelled = await cancel(detailed);
      expect([cancelled.kind, firstLine(cancelled), labels(cancelled)]).toEqual(["update", t.cancelled, []]);
      expect(await strikes()).toBe(before);
    });

    it("offers a form that was lost, to be taken up or begun anew", async () => {
      await fill(await open(), { killed: "8" });
      const lost = await open();
      expect(firstLine(lost)).toMatch(t.lost);
      const anew = await fill(await press(lost, t.anew), { killed: "5" });
      expect(firstLine(anew)).toMatch(/5 killed|5 muertos/);
      await cancel(anew);
      const taken = await walk().fill(language, team, await press(await open(), t.takeUp), {});
      expect(firstLine(taken)).toMatch(/8 killed|8 muertos/);
      await cancel(taken);
    });

    it("is filled in from a message, and says of an old strike that it is not announced unless that is asked for", async () => {
      const { bot } = walk();
      const { id } = bot.discord.reader(plain);
      const { message } = bot.discord.say(id, bot.discord.channel("redaccion").id, t.message);
      const form = await walk().use(language, team, "record-strike", message.id);
      const card = await walk().fill(language, team, form, { told: "2026-02-10, report" });
      expect(firstLine(card)).toMatch(/2 killed, says SOUTHCOM|2 muertos, según SOUTHCOM/);
      const before = labels(card);
      const anyway = await press(card, t.announce);
      expect(labels(anyway).filter((label) => !before.includes(label))).toHaveLength(1);
      await cancel(anyway);
    });

    it("is hidden from who has no right to it, and refuses what it cannot read with a sentence and the form again", async () => {
      await expect(walk().type(language, plain, "record", {}, "strike")).rejects.toThrow(/no command/);
      const bad = await fill(await open(), { link: "http://user:pass@example.org" });
      expect(firstLine(bad)).toMatch(/^(That link starts with http:|Ese enlace empieza con http:)/);
      let next = await fill(await press(bad, t.mend), { link: "https://user:pass@example.org" });
      for (const [changes, says] of [
        [{}, t.badLink],
        [{ killed: "many" }, t.badKilled],
        [{ told: "soon" }, t.badDay],
        [{ told: "2026-03-16, report" }, t.future],
        [{ told: "2026-03-14" }, t.noBasis],
      ] as const) {
        if (Object.keys(changes).length > 0) next = await fill(await press(next, t.mend), changes);
        expect(firstLine(next)).toMatch(says);
      }
      await cancel(await fill(await press(next, t.mend), { region: "undisclosed", killed: "40" }));
    });
  });
}
