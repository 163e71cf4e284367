// /alerts why, /alerts status and Apps, Why? in the whole bot, in both languages: the list, one notice, marks as people type them, messages that are none.
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../src/domain/text.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, parts, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    none: /^Nothing was to be posted in <#\d+> so far\.\nVigía last looked /,
    list: /^The last .* of <#\d+>: \d+ delivered/,
    began: /curfew began: Guayas/,
    one: /^Delivered in <#\d+> Sun 15 Mar 23:00 \(Ecuador time\): “curfew began: Guayas/,
    course: "Due Sun 15 Mar 23:00",
    since: "since Sun 15 Mar",
    notMark: /^“later” is no mark\./,
    unknown: /^No notice in this server bears the mark #0000-0000\./,
    elsewhere:
      /^Not meant for <#\d+>: the notice “curfew began: Ecuador” of Sun 15 Mar 23:00 \(Ecuador time\)\. This channel gets no alerts, and got none then\./,
    status: /^Alerts of \d+ channels? of this server: /,
    last: "Last delivered Sun 15 Mar 23:00: curfew began: Guayas",
    notOurs: /^Vigía did not post this message\./,
    next: /^Next$/,
    keptOut: "Recorded in the last 30 days and not posted here: 1.",
    outList: /^List of what was not posted here \(1\)$/,
    outHead: /^Recorded in the last 30 days and not posted in <#\d+>: 1\.$/,
    outWhy:
      /Decreto Ejecutivo 329[^]*➜ not posted here: it told of places that this channel does not follow\. Set by <@\d+>\./,
    outOne:
      /^Not posted in <#\d+>: “Curfew Decreto Ejecutivo 329[^]*It told of places that this channel does not follow\./,
    change: /^Change what comes here$/,
  },
  es: {
    none: /^Hasta ahora no había nada que publicar en <#\d+>\.\nVigía revisó por última vez /,
    list: /^(El último aviso|Los últimos \d+ avisos) de <#\d+>: \d+ entregados?/,
    began: /empezó el toque: Guayas/,
    one: /^Entregado en <#\d+> el domingo 15 mar\. 23:00 \(hora de Ecuador\): «empezó el toque: Guayas/,
    course: "Debía salir el domingo 15 mar. 23:00",
    since: "desde el domingo 15 mar.",
    notMark: /^«later» no es una marca\./,
    unknown: /^Ningún aviso de este servidor lleva la marca #0000-0000\./,
    elsewhere:
      /^No era para <#\d+>: el aviso «empezó el toque: Ecuador» del domingo 15 mar\. 23:00 \(hora de Ecuador\)\. Este canal no recibe avisos, ni los recibía entonces\./,
    status: /^Avisos de \d+ canal(es)? de este servidor: /,
    last: "Último entregado, domingo 15 mar. 23:00: empezó el toque: Guayas",
    notOurs: /^Este mensaje no lo publicó Vigía\./,
    next: /^(Siguiente|Próxima)/,
    keptOut: "Registrado en los últimos 30 días y no publicado aquí: 1.",
    outList: /^Lista de lo no publicado aquí \(1\)$/,
    outHead: /^Registrado en los últimos 30 días y no publicado en <#\d+>: 1\.$/,
    outWhy:
      /Decreto Ejecutivo 329[^]*➜ no se publicó aquí: hablaba de lugares que este canal no sigue\. Lo puso así <@\d+>\./,
    outOne: /^No publicado en <#\d+>: «Toque Decreto Ejecutivo 329[^]*Hablaba de lugares que este canal no sigue\./,
    change: /^Cambiar lo que llega aquí$/,
  },
} as const;

/** Its clock is at 22:55 before a night of curfew; it moves it to 23:00 once. */
export function whyCases(walk: () => Walk): void {
  const channelsOf = (language: Language) => Array.from({ length: 6 }, (_, i) => `why-${language}-${i}`);

  describe("a night for readers of both languages", () => {
    beforeAll(async () => {
      const { bot } = walk();
      const { discord } = bot;
      for (const language of BOTH) {
        for (const name of channelsOf(language)) {
          const { id } = discord.addChannel(discord.guildId, { name });
          await walk().bot.subscribe(READERS[language].team, { channel: id });
        }
        discord.addChannel(discord.guildId, { name: `quiet-${language}` });
      }
      await discord.clock.jump({ to: "2026-03-15T23:00:30-05:00" });
      await bot.settled();
    });

    whyIn(walk, channelsOf);
  });
}

function whyIn(walk: () => Walk, channelsOf: (language: Language) => string[]): void {
  describe.each(BOTH)("/alerts why and status (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const why = (options: Record<string, string> = {}) => walk().type(language, team, "alerts", options, "why");
    const status = () => walk().type(language, team, "alerts", {}, "status");
    const channels = channelsOf(language);
    const first = () => walk().bot.discord.channel(channels[0] ?? "").id;

    it("lists what a channel was told, opens one, and finds it by its mark however it is typed", async () => {
      const quiet = walk().bot.discord.channel(`quiet-${language}`).id;
      walk().in(quiet);
      expect(firstLine(await why())).toMatch(t.none);
      walk().in(first());
      const list = await why();
      expect(firstLine(list)).toMatch(t.list);
      expect(isPrivate(list)).toBe(true);
      const one = await walk().pick(language, team, list, t.began);
      expect(firstLine(one)).toMatch(t.one);
      for (const words of [t.course, t.since]) expect(wordsOf(one)).toContain(words);
      const mark = /#([0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(wordsOf(one))?.[1] ?? "";
      for (const typed of [mark, `#${mark}`, mark.replace("-", "").toLowerCase(), `${mark}.1`])
        expect(firstLine(await why({ mark: typed }))).toMatch(t.one);
      // The suggestions are those of #redaccion, where `suggestions` types.
      await walk().suggestions(language, team, "alerts", "mark", "", "why");
      expect(firstLine(await why({ mark: "later" }))).toMatch(t.notMark);
      expect(firstLine(await why({ mark: "OOOO-0000" }))).toMatch(t.unknown);
      walk().in(quiet);
      expect(firstLine(await why({ mark }))).toMatch(t.elsewhere);
      walk().in();
    });

    it("tells what was recorded and kept out, why, and opens the list of it, one of it, and the card to change that", async () => {
      const { bot } = walk();
      const { discord } = bot;
      const { id } = discord.addChannel(discord.guildId, { name: `kept-out-${language}` });
      await bot.subscribe(READERS[language].team, { channel: id, place: "Manabí" });
      walk().in(id);
      const list = await why();
      expect(wordsOf(list)).toContain(t.keptOut);
      const whole = await walk().press(language, team, list, t.outList);
      expect(firstLine(whole)).toMatch(t.outHead);
      expect(wordsOf(whole)).toMatch(t.outWhy);
      const one = await walk().pick(language, team, whole, /329/);
      expect(firstLine(one)).toMatch(t.outOne);
      const card = await walk().press(language, team, one, t.change);
      expect(wordsOf(card)).toContain("Manabí");
      expect(isPrivate(card)).toBe(true);
      await walk().type(language, team, "alerts", {}, "remove");
      walk().in();
    });

    it("is asked on a message by whoever reads it, and says what a message is that is no notice", async () => {
      const { bot } = walk();
      const { discord } = bot;
      const [notice] = bot.shown(channels[0] ?? "");
      const asked = await walk().use(language, plain, "alerts-why", notice?.message.id ?? "");
      expect(firstLine(asked)).toMatch(t.one);
      expect(isPrivate(asked)).toBe(true);
      const { message } = discord.say(discord.reader(plain).id, first(), "hola");
      const other = await walk().use(language, plain, "alerts-why", message.id);
      expect(firstLine(other)).toMatch(t.notOurs);
    });

    it("tells how the channels are doing, a few a page, to who may change them", async () => {
      const page = await status();
      expect(firstLine(page)).toMatch(t.status);
      expect(isPrivate(page)).toBe(true);
      expect(wordsOf(page)).toContain(t.last);
      expect(parts(page).some((part) => "label" in part && t.next.test(part.label ?? ""))).toBe(true);
      const before = wordsOf(page);
      const next = await walk().press(language, team, page, t.next);
      expect(wordsOf(next)).not.toBe(before);
      for (const name of channels)
        await walk().type(language, team, "alerts", { channel: walk().bot.discord.channel(name).id }, "remove");
      expect(firstLine(await walk().type(language, plain, "alerts", {}, "status"))).toMatch(
        /manage channels|gestionar canales/,
      );
    });
  });
}
