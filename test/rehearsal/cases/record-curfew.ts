// /record curfew in the whole bot, in both languages: the form with its places, the card, Edit, a form that was lost, the notice in the channel, and the change
// that is offered where the decree is recorded already.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    title: "Record a curfew",
    place: "Tulcán",
    form: {
      decree: "Decreto 905, the president",
      nights: "15 Mar - 20 Mar",
      rules: "23:30-05:00 Tulcán",
      who: "health staff\nnot: logistics",
      links: "https://www.primicias.ec/905",
    },
    bad: /^The line “23:30-05:00 Tulkan” cannot be read: no place is called “Tulkan”\. The nearest: Tulcán/,
    card: "Not recorded yet. This is what readers will get:\n⚠️ NEW CURFEW from tonight, Sun 15 Mar 23:30: Tulcán. Daily 23:30-05:00 until Sat 21 Mar 05:00 (Ecuador time). ❔ From then on: NOT KNOWN.",
    buttons: ["Confirm", "Edit", "Cancel"],
    alert:
      "⚠️ NEW CURFEW from tonight, Sun 15 Mar 23:30: Tulcán. Daily 23:30-05:00 until Thu 19 Mar 05:00 (Ecuador time). ❔ From then on: NOT KNOWN.",
    nights: "15 Mar - 18 Mar",
    recorded: "Recorded: Decreto 905 (15 Mar - 18 Mar). It is told at once in 1 channel that follows these places.",
    lost: /^You began .* less than 15 minutes ago/,
    cancelled: "Cancelled. Nothing was recorded.",
    same: /^⚠️ This decree seems to be recorded already: Decreto 905 \(15 Mar - 18 Mar\)\./,
    changed: "The authority changed it",
    reason: "Decreto 906: more incidents",
    change: /^⚠️ CHANGED(?=.*Tulcán).*: .*22:30-05:00.*23:30-05:00.*\. According to Decreto 906\./,
  },
  es: {
    title: "Registrar un toque de queda",
    place: "Macará",
    form: {
      decree: "Decreto 907, la Presidencia",
      nights: "15 mar. - 20 mar.",
      rules: "de 23h30 a 05h00 Macará",
      who: "personal de salud\nno: logística",
      links: "https://www.primicias.ec/907",
    },
    bad: /^No puedo leer la línea «23:30-05:00 Tulkan»: ningún lugar se llama «Tulkan»\. Lo más parecido: Tulcán/,
    card: "Aún no está registrado. Esto es lo que se leerá:\n⚠️ NUEVO TOQUE DE QUEDA desde hoy domingo 15 mar. 23:30: Macará. Todos los días 23:30-05:00 hasta el sábado 21 mar. 05:00 (hora de Ecuador). ❔ Desde esa hora: NO SE SABE.",
    buttons: ["Confirmar", "Editar", "Cancelar"],
    alert:
      "⚠️ NUEVO TOQUE DE QUEDA desde hoy domingo 15 mar. 23:30: Macará. Todos los días 23:30-05:00 hasta el jueves 19 mar. 05:00 (hora de Ecuador). ❔ Desde esa hora: NO SE SABE.",
    nights: "15 mar. - 18 mar.",
    recorded: "Registrado: Decreto 907 (15 mar. - 18 mar.). Se avisa enseguida en 1 canal que sigue estos lugares.",
    lost: /^Empezaste .* hace menos de 15 minutos/,
    cancelled: "Cancelado. No se registró nada.",
    same: /^⚠️ Este decreto parece estar registrado ya: Decreto 907 \(15 mar\. - 18 mar\.\)\./,
    changed: "La autoridad lo cambió",
    reason: "Decreto 908: más incidentes",
    change: /^⚠️ CAMBIO(?=.*Macará).*: .*22:30-05:00.*23:30-05:00.*\. Según Decreto 908\./,
  },
} as const;

export function recordCurfewCases(walk: () => Walk): void {
  describe.each(BOTH)("/record curfew (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const begin = (place?: string) =>
      walk().type(language, team, "record", place === undefined ? {} : { place }, "curfew");
    const press = (outcome: Parameters<Walk["press"]>[2], label: RegExp) =>
      walk().press(language, team, outcome, label);
    const fill = (outcome: Parameters<Walk["fill"]>[2], values: Record<string, string>) =>
      walk().fill(language, team, outcome, values);

    it("opens with its place, is mended by Edit, shows the notice, and tells the channel that very line", async () => {
      const { bot } = walk();
      const channel = bot.discord.channel("alertas").id;
      await walk().bot.subscribe(team, { channel });
      const before = bot.texts("alertas").length;
      expect(await walk().suggestions(language, team, "record", "place", t.place, "curfew")).toContainEqual(
        expect.stringContaining(t.place),
      );
      const wrong = await fill(await begin(t.place), { ...t.form, rules: "23:30-05:00 Tulkan" });
      expect(firstLine(wrong)).toMatch(t.bad);
      const card = await fill(await press(wrong, /^(Correct it|Corregirlo)/), { rules: t.form.rules });
      expect([firstLine(card), isPrivate(card), labels(card)]).toEqual([t.card, true, t.buttons]);
      const again = await fill(await press(card, /^(Edit|Editar)/), { nights: t.nights });
      const recorded = await press(again, /^Confirm/);
      expect(firstLine(recorded)).toBe(t.recorded);
      await bot.discord.waitForMessage(channel, (one) => one.message.content === t.alert);
      await bot.settled();
      expect(bot.texts("alertas").slice(before)).toEqual([t.alert]);
    });

    it("keeps a form that was left, and records nothing on Cancel", async () => {
      await fill(await begin(), t.form);
      const lost = await begin();
      expect(firstLine(lost)).toMatch(t.lost);
      const anew = await press(lost, /^(Start anew|Empezar de nuevo)/);
      expect(anew.kind === "modal" && anew.modal.title).toBe(t.title);
      const card = await fill(await press(lost, /^(Take it up|Retomarlo)/), {});
      expect(firstLine(await press(card, /^Cancel/))).toBe(t.cancelled);
      await expect(walk().type(language, plain, "record", {}, "curfew")).rejects.toThrow(/no command/);
    });

    it("offers to change a decree that is recorded already; the channel is told old and new", async () => {
      const { bot } = walk();
      const channel = bot.discord.channel("alertas").id;
      const again = await fill(await begin(), t.form);
      expect(firstLine(again)).toMatch(t.same);
      const form = await press(again, /^(Change it instead|Cambiar ese)/);
      expect(form.kind === "modal" && form.modal.title).toBe(t.changed);
      const card = await fill(form, {
        rules: t.form.rules.replace(/23.30/, "22:30"),
        reason: t.reason,
        link: "https://www.primicias.ec/906",
      });
      await press(card, /^Confirm/);
      const told = await bot.discord.waitForMessage(channel, (one) => t.change.test(one.message.content));
      expect(told.message.content).not.toMatch(/“|”/);
      await bot.settled();
      expect(wordsOf(await walk().type(language, team, "curfew", { place: t.place }))).toContain("22:30");
      await walk().type(language, team, "alerts", { channel }, "remove");
    });
  });
}
