// /alerts typed in the direct message with Vigía, in the whole bot and in both languages: each subcommand means one's own alerts there, or says where to type it;
// and lists longer than one menu, turned to what stands on the next page.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../rehearsal/contract.ts";
import { texts } from "../../../src/text/index.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    thing: /^Quiet hours/,
    quiet: "Quiet from 22:00 to 06:00",
    paused: /^Alerts to your direct messages are paused until somebody resumes/,
    resumed: /^Alerts come to your direct messages again\./,
    drill:
      /^The drill stands in your direct messages, .*\nLook at it: https:\/\/discord\.com\/channels\/@me\/\d+\/\d+$/,
    lately: /^There was a drill in your direct messages less than a minute ago\./,
    why: /of your direct messages: /,
    places: ["strikes guay", /military strikes; Guayas/, "Places: Guayas"],
  },
  es: {
    thing: /^Horas de silencio/,
    quiet: "Silencio de 22:00 a 06:00",
    paused: /^Los avisos a tus mensajes directos están en pausa hasta que alguien los reanude/,
    resumed: /^Los avisos llegan otra vez a tus mensajes directos\./,
    drill: /^El simulacro está en tus mensajes directos, [^]*https:\/\/discord\.com\/channels\/@me\/\d+\/\d+$/,
    lately: /^Hubo un simulacro en tus mensajes directos hace menos de un minuto\./,
    why: /de tus mensajes directos: /,
    places: ["ataques guay", /ataques militares; Guayas/, "Lugares: Guayas"],
  },
} as const;

export function directCases(walk: () => Walk): void {
  describe.each(BOTH)("/alerts in a direct message (%s)", (language) => {
    const t = SAYS[language];
    const { settings: s, alerts, why, forget, common } = texts(language);
    const { plain, team } = READERS[language];
    const type = (subcommand: string, options: Record<string, string> = {}, reader: string = plain) =>
      walk().type(language, reader, "alerts", options, subcommand);
    const exactly = (label: string) => new RegExp(`^${label}$`);
    const press = (outcome: Outcome, label: string, reader: string = plain) =>
      walk().press(language, reader, outcome, exactly(label));

    it("means one's own alerts with every subcommand, or says where to type it", async () => {
      const { discord } = walk().bot;
      const dm = discord.openDm(discord.reader(plain).id).id;
      try {
        walk().in(dm);
        for (const subcommand of ["subscribe", "edit", "list", "pause", "resume", "remove", "test", "status", "why"])
          expect(firstLine(await type(subcommand))).toBe(s.direct.none);
        walk().in();
        await press(await type("subscribe", { me: "yes", preset: "plain" }), s.save);
        const mine = { me: "yes" };
        expect(firstLine(await type("pause", mine))).toMatch(t.paused);
        expect(firstLine(await type("resume", mine))).toMatch(t.resumed);
        expect(firstLine(await type("test", mine))).toMatch(t.drill);
        expect(wordsOf(await type("status", mine))).toContain(why.status.headYours);
        const listed = await type("why", mine);
        expect(firstLine(listed)).toMatch(t.why);
        expect(isPrivate(listed)).toBe(true);
        expect(firstLine(await walk().pick(language, plain, listed, /./))).toContain(s.you);
        walk().in(dm);
        expect(wordsOf(await type("list"))).toContain(`**${s.you}**`);
        const card = await type("edit");
        expect(firstLine(card)).toContain(s.head.edit(s.you));
        const changed = await walk().fill(language, plain, await walk().pick(language, plain, card, t.thing), {
          quiet: "22-6",
        });
        expect(firstLine(changed)).toContain(t.quiet);
        const saved = await press(changed, s.save);
        expect(firstLine(saved)).toContain(s.isChanged(s.you));
        expect(firstLine(await press(saved, s.undo))).toBe(s.undone(s.you));
        expect(firstLine(await type("pause"))).toMatch(t.paused);
        expect(firstLine(await type("resume"))).toMatch(t.resumed);
        expect(firstLine(await type("test"))).toMatch(t.lately);
        expect(wordsOf(await type("status"))).toContain(why.status.headYours);
        const list = await type("why");
        expect(firstLine(list)).toMatch(t.why);
        const drilled = await walk().pick(language, plain, list, /./);
        expect(firstLine(drilled)).toContain(s.you);
        const shown = discord.messages(dm).find((one) => one.message.content.includes(texts(language).drill.first));
        const asked = await walk().use(language, plain, "alerts-why", shown?.message.id ?? "");
        expect(firstLine(asked)).toContain(s.you);
        expect(labels(await type("subscribe"))).toHaveLength(3);
        const to = discord.reader(plain).id;
        expect(firstLine(await type("handover", { to }))).toBe(s.direct.handover);
        const forgotten = await type("forget");
        expect(firstLine(forgotten)).toBe(s.direct.forget);
        expect(firstLine(await press(forgotten, forget.language))).toBe(forget.languageNone);
        const removed = await type("remove");
        expect(firstLine(await press(removed, s.undo))).toBe(s.restored(s.you));
        await elsewhereToo(dm);
      } finally {
        walk().in();
      }
    });

    /** Alerts of a second server come to the same direct message. */
    async function elsewhereToo(dm: string): Promise<void> {
      const { discord } = walk().bot;
      const other = discord.addGuild({ name: `otro-${language}`, members: [discord.reader(plain).id] });
      const general = discord.addChannel(other.id, { name: `general-${language}` });
      await walk().bot.settled();
      walk().in(general.id);
      await press(await type("subscribe", { me: "yes", preset: "newsroom", place: "guayas" }), s.save);
      walk().in(dm);
      const asked = await type("remove");
      expect(firstLine(asked)).toBe(s.direct.which);
      expect(wordsOf(await type("list"))).toContain(`**${s.direct.of(s.you, other.name)}**`);
      expect(firstLine(await walk().pick(language, plain, asked, exactly(other.name)))).toContain(
        alerts.removedSome(s.you),
      );
      expect(firstLine(await type("remove"))).toContain(alerts.removed(s.you));
      expect(firstLine(await type("edit"))).toBe(s.direct.none);
    }

    it("turns lists that are longer than a page, to change and to end what stands on the next", async () => {
      const { bot } = walk();
      const { guildId } = bot.discord;
      const owner = bot.discord.reader(team).id;
      const ids = Array.from(
        { length: 27 },
        (_, i) => `900000000000000${language === "en" ? 1 : 2}${String(i).padStart(2, "0")}`,
      );
      // One that is there stands on the second page.
      ids[25] = bot.discord.addChannel(guildId, { name: `lista-${language}` }).id;
      const zone = "America/Guayaquil";
      const rest = { guildId, kind: "channel" as const, language, zone, topics: ["strikes"] as const, owner };
      const here = bot.discord.channel("redaccion").id;
      for (const id of ids) await bot.subscriptions().subscribe({ ...rest, channelId: id, areas: ["EC"] });
      const list = await type("list", {}, team);
      expect(isPrivate(list)).toBe(true);
      expect(wordsOf(await press(list, common.next, team))).toContain(`<#${ids[6]}>`);
      const editing = await press(await type("edit", {}, team), common.next, team);
      expect(firstLine(editing)).toContain(`26\\. <#${ids[25]}>`);
      const card = await walk().pick(language, team, editing, /^26\. /);
      expect(firstLine(card)).toContain(s.head.edit(`<#${ids[25]}>`));
      for (const channelId of ids) await bot.subscriptions().end({ guildId, channelId, by: owner });
      for (const areas of [["EC"], ["EC-G"]] as const)
        await bot.subscriptions().subscribe({ ...rest, channelId: here, areas });
      const [letters, name, places] = t.places;
      for (const subcommand of ["edit", "remove"]) {
        const suggested = await walk().suggestions(language, team, "alerts", "set", letters, subcommand);
        expect(suggested.filter((one) => name.test(one))).toHaveLength(1);
      }
      expect(firstLine(await type("edit", { set: letters }, team))).toContain(places);
      expect(firstLine(await type("remove", { set: letters }, team))).toContain(alerts.removedSome(`<#${here}>`));
      await type("remove", {}, team);
      expect(firstLine(await type("list", {}, team))).toBe(alerts.listNone);
    });
  });
}
