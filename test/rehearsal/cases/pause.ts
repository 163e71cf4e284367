// /alerts pause and resume in the whole bot, in both languages: the channel is told, its button ends the pause, and what cannot be read gets a sentence.
import { describe, expect, it } from "vitest";
import { texts } from "../../../src/text/index.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    until: "8h",
    unread: ["whenever", /^I could not read “whenever” as an end of the pause\./],
    none: /^No alerts come to <#\d+>, so there is nothing to pause\./,
    paused: /^Alerts to <#\d+> are paused until .* \(Ecuador time\)\. A message there says so\./,
    told: /^🔕 Alerts are PAUSED here until .* \(Ecuador time\)\. Changes and corrections still come\.[^]*Paused by Rita\./,
    open: /^🔕 Alerts are PAUSED here until somebody resumes them\./,
    replaced: /It takes the place of the pause before\./,
    resumed: /^Alerts come to <#\d+> again\. Nothing was held\.$/,
    not: /are not paused; nothing was changed\.$/,
    gone: /^🔕 No more alerts come here, since \d\d:\d\d \(Ecuador time\)\.[^]*Changed by Rita\./,
    mayNot: /^Only people with “Manage Channels”/,
  },
  es: {
    until: "3 días",
    unread: ["cuando sea", /^No pude leer «cuando sea» como fin de la pausa\./],
    none: /^A <#\d+> no llegan avisos, así que no hay nada que pausar\./,
    paused: /^Los avisos a .* están en pausa hasta .* \(hora de Ecuador\)\. Un mensaje allí lo dice\./,
    told: /^🔕 Avisos EN PAUSA aquí hasta .* \(hora de Ecuador\)\. Los cambios y las correcciones siguen llegando\.[^]*Los puso en pausa Ana\./,
    open: /^🔕 Avisos EN PAUSA aquí hasta que alguien los reanude\./,
    replaced: /Reemplaza la pausa anterior\./,
    resumed: /^Los avisos llegan otra vez a <#\d+>\. No había nada en espera\.$/,
    not: /no están en pausa; no se cambió nada\.$/,
    gone: /^🔕 Ya no llega aquí ningún aviso, desde las? \d\d:\d\d \(hora de Ecuador\)\.[^]*Lo cambió Ana\./,
    mayNot: /^Solo quien tiene «Gestionar canales»/,
  },
} as const;

export function pauseCases(walk: () => Walk): void {
  describe.each(BOTH)("/alerts pause (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];

    it("tells the channel until when and by whom, is ended by its button or the command, and repeats nothing", async () => {
      const { discord } = walk().bot;
      const { id: channel } = discord.addChannel(discord.guildId, { name: `pausa-${language}`, kind: "text" });
      const type = (subcommand: string, options: Record<string, string> = {}) =>
        walk().type(language, team, "alerts", { channel, ...options }, subcommand);
      const said = (fits: RegExp) => discord.waitForMessage(channel, (one) => fits.test(one.message.content));
      expect(firstLine(await type("pause"))).toMatch(t.none);
      await walk().bot.subscribe(team, { channel });
      const [typed, sentence] = t.unread;
      expect(firstLine(await type("pause", { until: typed }))).toMatch(sentence);
      const paused = await type("pause", { until: t.until });
      expect(wordsOf(paused)).toMatch(t.paused);
      expect(isPrivate(paused)).toBe(true);
      await said(t.told);
      expect(wordsOf(await type("pause"))).toMatch(t.replaced);
      const open = await said(t.open);
      const [button] = partsOf(open);
      if (button === undefined || !("custom_id" in button)) throw new Error("no button");
      expect(firstLine(await walk().pressId(language, plain, open.message.id, button.custom_id))).toMatch(t.mayNot);
      expect(firstLine(await walk().pressId(language, team, open.message.id, button.custom_id))).toMatch(t.resumed);
      expect(firstLine(await type("resume"))).toMatch(t.not);
      expect(wordsOf(await type("remove"))).toContain(texts(language).settings.toldEnd(`<#${channel}>`));
      await said(t.gone);
    });
  });
}
