// /record checked and the question of the review channel in the whole bot, in both languages: the card, Confirm pressed twice, what cannot be read,
// and both buttons of the question, pressed by two people at once.
import { describe, expect, it } from "vitest";
import { wordsOf, wordsOfMessage } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    card: "Not recorded yet. This is what readers will get:\n⚪ No curfew now in Pichincha (province). None announced until Mon 16 Mar 22:55 (Ecuador time); from then on NOT KNOWN. Newest source: 12 Mar.",
    confirms:
      "• All curfews of Pichincha (province) count as known from Sun 15 Mar 18:00 until Mon 16 Mar 22:55 (Ecuador time).",
    unlisted: "Wherever no curfew is listed here, readers will be told “No curfew”.",
    recorded:
      "Recorded: all curfews of Pichincha (province) count as known from Sun 15 Mar 18:00 until Mon 16 Mar 22:55 (Ecuador time).",
    same: "Recorded already, nothing was written twice: Pichincha (province), until Mon 16 Mar 22:55 (Ecuador time).",
    since: "18:00",
    cancelled: "Cancelled. Nothing was recorded.",
    footer: "checked Sun 15 Mar 22:55, holds until Mon 16 Mar 22:55",
    badSince: /^I could not read “soon” as a time that has passed\./,
    future: /^Mon 16 Mar 06:00 has not come yet\./,
    longAgo: /^A check reaches back 31 days at most\./,
    nowhere: /^No place is called “atlantis” here\./,
    several:
      /^“pichincha” can be several: Pichincha \(province, Ecuador\); Pichincha \(canton, Manabí\)\. Please pick one\.$/,
    picked: /No curfew now in Pichincha \(canton\)/,
    pick: /canton/,
    next: "Record a curfew",
  },
  es: {
    card: "Aún no está registrado. Esto es lo que se leerá:\n⚪ Sin toque ahora en Azuay. Ninguno anunciado hasta el lunes 16 mar. 22:55 (hora de Ecuador); desde entonces NO SE SABE. Fuente más reciente: 12 mar.",
    confirms:
      "• Se dan por conocidos todos los toques de Azuay desde el sábado 14 mar. 18:00 hasta el lunes 16 mar. 22:55 (hora de Ecuador).",
    unlisted: "Donde aquí no conste un toque, se leerá «Sin toque».",
    recorded:
      "Registrado: se dan por conocidos todos los toques de Azuay desde el sábado 14 mar. 18:00 hasta el lunes 16 mar. 22:55 (hora de Ecuador).",
    same: "Ya estaba registrado, no se escribió dos veces: Azuay, hasta el lunes 16 mar. 22:55 (hora de Ecuador).",
    since: "ayer 18:00",
    cancelled: "Cancelado. No se registró nada.",
    footer: "revisado el domingo 15 mar. 22:55, vale hasta el lunes 16 mar. 22:55",
    badSince: /^No pude leer «soon» como una hora pasada\./,
    future: /^El lunes 16 mar\. 06:00 aún no llega\./,
    longAgo: /^Una revisión llega a lo sumo 31 días atrás\./,
    nowhere: /^Aquí ningún lugar se llama «atlantis»\./,
    several:
      /^«pichincha» puede ser varias cosas: Pichincha \(provincia, Ecuador\); Pichincha \(cantón, Manabí\)\. Elige una\.$/,
    picked: /Sin toque ahora en Pichincha \(cantón\)/,
    pick: /cantón/,
    next: "Registrar un toque de queda",
  },
} as const;
const PLACE = { en: "EC-P", es: "azuay" };

export function checkCases(walk: () => Walk): void {
  describe.each(BOTH)("/record checked (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const type = (options: Record<string, string>, reader: string = team) =>
      walk().type(language, reader, "record", options, "checked");

    it("shows what readers will get and until when; Confirm, pressed twice at once, records once, and /curfew says who looked when", async () => {
      expect(await walk().suggestions(language, team, "record", "place", PLACE[language], "checked")).not.toEqual([]);
      const card = await type({ place: PLACE[language], since: t.since });
      expect(firstLine(card)).toBe(t.card);
      expect(isPrivate(card)).toBe(true);
      expect(wordsOf(card)).toContain(t.confirms);
      expect(wordsOf(card)).toContain(t.unlisted);
      const both = await Promise.all([0, 1].map(() => walk().press(language, team, card, /^Confirm/)));
      // Both write into the same message: what stands there last is the second press's word.
      for (const one of both) expect([t.recorded, t.same]).toContain(firstLine(one));
      expect(both.map(labels)).toEqual([[], []]);
      expect(wordsOf(await walk().type(language, team, "curfew", { place: PLACE[language] }))).toContain(t.footer);
    });

    it("records nothing on Cancel, and takes the whole country where none is named", async () => {
      const card = await type({});
      expect(wordsOf(card)).toContain("Ecuador");
      expect(firstLine(await walk().press(language, team, card, /^Cancel/))).toBe(t.cancelled);
    });

    it("is hidden from who has no right to it, and refuses what it cannot read with a sentence", async () => {
      await expect(type({}, plain)).rejects.toThrow(/no command/);
      expect(firstLine(await type({ since: "soon" }))).toMatch(t.badSince);
      expect(firstLine(await type({ since: "2026-03-16 06:00" }))).toMatch(t.future);
      expect(firstLine(await type({ since: "2026-01-01 06:00" }))).toMatch(t.longAgo);
      expect(firstLine(await type({ place: "atlantis" }))).toMatch(t.nowhere);
      const several = await type({ place: "pichincha", since: t.since });
      expect(firstLine(several)).toMatch(t.several);
      expect(firstLine(await walk().pick(language, team, several, t.pick))).toMatch(t.picked);
    });
  });

  it("asks the review channel four hours before the end; who knows of something new is told what to do, and of two who press at once the record has one", async () => {
    const { bot } = walk();
    const channel = bot.discord.channel("redaccion").id;
    await bot.discord.clock.jump({ to: "2026-03-16T02:00:00-05:00" });
    const asked = await bot.discord.waitForMessage(channel, (one) =>
      one.message.content.startsWith("❔ Anything new?"),
    );
    await bot.settled();
    expect(asked.message.content).toMatch(
      /^❔ Anything new\? Known until Mon 16 Mar 06:00 \(Ecuador time\): .*\. Please look at the sources, then press a button\.$/,
    );
    const buttons = partsOf(asked);
    expect(buttons.map((part) => ("label" in part ? part.label : ""))).toEqual([
      "Nothing new: checked",
      "Something changed",
    ]);
    const [done, changed] = buttons.map((part) => ("custom_id" in part ? part.custom_id : ""));
    if (done === undefined || changed === undefined) throw new Error("no buttons");
    for (const language of BOTH) {
      const told = await walk().pressId(language, READERS[language].team, asked.message.id, changed);
      expect(told.kind === "modal" && told.modal.title).toBe(SAYS[language].next);
      const refused = await walk().pressId(language, READERS[language].plain, asked.message.id, done);
      expect(firstLine(refused)).toMatch(/^(Only members of the team|Solo los miembros del equipo)/);
    }
    const both = await Promise.all(
      BOTH.map((language) => walk().pressId(language, READERS[language].team, asked.message.id, done)),
    );
    // In the channel's language, whoever pressed; the second one reads that it is done, and by whom.
    for (const one of both)
      expect(firstLine(one)).toMatch(
        /^Checked, nothing new: .* Holds until Tue 17 Mar 02:00 \(Ecuador time\)\.\nBy (Rita|Ana), Mon 16 Mar 02:00\.$/,
      );
    const curfew = await walk().type("en", READERS.en.team, "curfew", { place: "EC-S" });
    expect(wordsOf(curfew)).toContain("checked Mon 16 Mar 02:00, holds until Tue 17 Mar 02:00");
    const now = bot.shown("redaccion").find((one) => one.message.id === asked.message.id);
    expect(now?.message.components ?? []).toEqual([]);
    expect(now && wordsOfMessage(now)).toMatch(/#[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const footer = (text: string) => /#[0-9A-Z]{4}-[0-9A-Z]{4}$/.exec(text)?.[0];
    expect(footer(now === undefined ? "" : wordsOfMessage(now))).toBe(footer(wordsOfMessage(asked)));
  });
}
