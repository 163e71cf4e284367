// Handovers, an owner who left, the next in line, and a server that is forgotten, in the whole bot and in both languages.
import { describe, expect, it } from "vitest";
import { texts } from "../../../src/text/index.ts";
import { wordsOf, wordsOfMessage } from "../bot.ts";
import { APPLICATION_ID } from "../../../rehearsal/world/seed.ts";
import type { ShownMessage } from "../../../rehearsal/contract.ts";
import { BOTH, firstLine, isPrivate, labels, messageOf, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    until: "Friday 18:00",
    ask: /^Hand \d+ channels? over to <@\d+>, until Fri \d+ \w+ 18:00 \(Ecuador time\)\?$/,
    yours: /^🤝 You look after <@\d+>'s alerts until Fri \d+ \w+ 18:00 \(Ecuador time\): \d+ channels?\.$/,
    theirs: /^🤝 <@\d+> looks after your alerts until Fri .*: \d+ channels?\.$/,
    noMore: /^🤝 You no longer look after <@\d+>'s alerts: \d+ channels?\.$/,
    again: /^🤝 You look after your alerts again: \d+ channels?\. <@\d+> no longer does\.$/,
    untaken: (id: string) =>
      new RegExp(
        `^🔕 Nobody has taken this for an hour: alerts for #${id} have NOT arrived since .*: the channel was deleted\\.`,
      ),
    missed: "later than late",
  },
  es: {
    until: "viernes 18h00",
    ask: /^¿Entregar \d+ canal(es)? a <@\d+>, hasta el viernes \d+ \S+ 18:00 \(hora de Ecuador\)\?$/,
    yours:
      /^🤝 Quedas a cargo de los avisos de <@\d+> hasta el viernes \d+ \S+ 18:00 \(hora de Ecuador\): \d+ canal(es)?\.$/,
    theirs: /^🤝 <@\d+> queda a cargo de tus avisos hasta el viernes .*: \d+ canal(es)?\.$/,
    noMore: /^🤝 Ya no estás a cargo de los avisos de <@\d+>: \d+ canal(es)?\.$/,
    again: /^🤝 Otra vez estás a cargo de tus avisos: \d+ canal(es)?\. <@\d+> ya no\.$/,
    untaken: (id: string) =>
      new RegExp(
        `^🔕 Nadie se ha hecho cargo en una hora: los avisos de #${id} NO están llegando desde .*: el canal fue eliminado\\.`,
      ),
    missed: "más que tarde",
  },
} as const;

const buttonOf = (shown: ShownMessage) => {
  const [part] = partsOf(shown);
  return part !== undefined && "custom_id" in part ? part.custom_id : "";
};
const NOT_POSTED = "An alert cannot be posted in this channel";

/** `night`: of a bot whose clock stands in a night with a curfew. */
export function ownersCases(walk: () => Walk, night: () => Walk): void {
  it("who has an alert that an AutoMod blocked is shown below every notice of it, in both languages", async () => {
    const { bot } = night();
    const { discord } = bot;
    const channels = BOTH.map((language) => {
      const { id } = discord.addChannel(discord.guildId, { name: `filtro-${language}`, kind: "text" });
      return { language, id };
    });
    for (const { language, id } of channels) await night().bot.subscribe(READERS[language].team, { channel: id });
    const isTheirs = ({ method, path }: { method: string; path: string }) =>
      method === "POST" && channels.some(({ id }) => path.startsWith(`/channels/${id}/messages`));
    const body = { code: 200_000, message: "Message was blocked by automatic moderation" };
    discord.refuse(isTheirs, { status: 400, body }, 2);
    const five = new Date(discord.clock.now() - 10 * 3_600_000);
    five.setUTCHours(24, 0, 0, 0);
    await discord.clock.jump({ to: new Date(five.getTime() + 10 * 3_600_000).toISOString() });
    for (const { language, id } of channels) {
      const { team } = READERS[language];
      const dm = discord.openDm(discord.reader(team).id).id;
      const fits = (one: ShownMessage) =>
        one.message.content.startsWith("⚠️") && one.message.content.includes(`<#${id}>`);
      const word = await discord.waitForMessage(dm, fits);
      const post = await discord.waitForMessage(discord.channel("alertas").id, fits);
      const held = texts(language).closures.held(team, "").split(",")[0] ?? "";
      const pressed = await night().pressId(language, team, word.message.id, buttonOf(word));
      expect(firstLine(pressed)).toContain(held);
      expect(partsOf(messageOf(pressed))).toEqual([]);
      await expect.poll(() => post.message.content).toContain(held);
    }
    await bot.settled();
    // It was said in the log, too, and nothing else was.
    const said = bot.log.lines.filter(({ level }) => level === "error");
    expect(said.map(({ text }) => text)).toEqual([NOT_POSTED, NOT_POSTED]);
    for (const line of said) bot.log.lines.splice(bot.log.lines.indexOf(line), 1);
  });

  const idOf = (reader: string) => walk().bot.discord.reader(reader).id;
  const dmOf = (reader: string) => walk().bot.discord.openDm(idOf(reader)).id;
  const told = (reader: string, fits: RegExp, from = 0) => {
    const { discord } = walk().bot;
    const known = new Set(
      discord
        .messages(dmOf(reader))
        .slice(0, from)
        .map((one) => one.message.id),
    );
    return discord.waitForMessage(dmOf(reader), (one) => !known.has(one.message.id) && fits.test(one.message.content));
  };

  describe.each(BOTH)("/alerts handover and forget (%s)", (language) => {
    const t = SAYS[language];
    const all = texts(language);
    const { team, plain, both } = READERS[language];
    const theirs = language === "en" ? "es" : "en";
    const other = READERS[theirs].team;
    const hand = (options: Record<string, string>, reader: string = team) =>
      walk().type(language, reader, "alerts", options, "handover");

    it("asks with how much and until when, tells both, and comes back by a press in the direct message", async () => {
      const { discord } = walk().bot;
      await walk().bot.subscribe(team);
      const asked = await hand({ to: idOf(both), until: t.until });
      expect(firstLine(asked)).toMatch(t.ask);
      expect(isPrivate(asked)).toBe(true);
      expect(wordsOf(asked)).toContain(`<#${discord.channel("redaccion").id}>`);
      expect(firstLine(await walk().press(language, team, asked, new RegExp(`^${all.duty.card.no}$`)))).toBe(
        all.duty.card.left,
      );
      const again = await hand({ to: idOf(both), until: t.until });
      const before = [team, both].map((one) => discord.messages(dmOf(one)).length);
      const done = await walk().press(language, team, again, new RegExp(`^${all.duty.card.yes}$`));
      expect(labels(done)).toEqual([all.duty.takeBack]);
      const yours = await told(both, t.yours, before[1]);
      await told(team, t.theirs, before[0]);
      const id = buttonOf(yours);
      await expect(walk().pressId(language, both, yours.message.id, id).then(firstLine)).resolves.toBe(
        all.duty.card.over,
      );
      await told(both, t.noMore, before[1]);
      await told(team, t.again, before[0]);
      expect(firstLine(await walk().pressId(language, both, yours.message.id, id))).toBe(all.duty.card.overAlready);
      await walk().bot.settled();
    });

    it("refuses a bot, a stranger, oneself, what is not theirs, and times that are none", async () => {
      const { discord } = walk().bot;
      const leaver = discord.addReader({ name: `Fuera-${language}`, locale: "en-US", zone: "UTC" }).id;
      discord.addMember(discord.guildId, leaver, []);
      const asked = await hand({ to: leaver });
      discord.removeMember(discord.guildId, leaver);
      const press = walk().press(language, team, asked, new RegExp(`^${all.duty.card.yes}$`));
      expect(firstLine(await press)).toBe(all.duty.notHere(`<@${leaver}>`));
      const refused = async (options: Record<string, string>) => firstLine(await hand(options));
      expect(await refused({ to: APPLICATION_ID })).toBe(all.duty.notHere(`<@${APPLICATION_ID}>`));
      expect(await refused({ to: idOf(team) })).toBe(all.duty.oneself);
      expect(await refused({ to: idOf(both), from: idOf(plain) })).toBe(all.duty.nothing(`<@${idOf(plain)}>`));
      expect(await refused({ to: idOf(both), until: t.missed })).toContain(t.missed);
      expect(await refused({ to: idOf(both), until: "2026-03-01" })).not.toMatch(/\?$/);
      expect(await refused({ to: idOf(both), until: "2028-06-20" })).toBe(all.duty.far);
    });

    it("moves somebody else's for who may manage the server, and is taken back by handing over to oneself", async () => {
      await walk().bot.subscribe(team);
      const options = { to: idOf(both), from: idOf(team) };
      const asked = await walk().type(theirs, other, "alerts", options, "handover");
      await walk().press(theirs, other, asked, new RegExp(`^${texts(theirs).duty.card.yes}$`));
      expect(firstLine(await hand({ to: idOf(team) }))).toBe(all.duty.card.over);
      await walk().bot.settled();
    });

    it("calls once more in the server's own channel when nobody took it for an hour; whoever presses there has it", async () => {
      const { bot } = walk();
      const { discord } = bot;
      const name = `segundo-${language}`;
      const { id } = discord.addChannel(discord.guildId, { name, kind: "text" });
      await walk().bot.subscribe(team, { channel: id });
      discord.deleteChannel(id);
      const place = discord.channel("alertas").id;
      const isAbout = (one: ShownMessage) => one.message.content.includes(`#${name} `);
      await discord.waitForMessage(place, isAbout);
      await bot.settled();
      await discord.clock.jump({ to: new Date(discord.clock.now() + 61 * 60_000).toISOString() });
      const next = await discord.waitForMessage(place, (one) => t.untaken(name).test(one.message.content));
      const pressed = await walk().pressId(language, team, next.message.id, buttonOf(next));
      expect(wordsOf(pressed)).not.toMatch(t.untaken(name));
      expect(firstLine(pressed)).toContain(all.closures.held(team, "").split(",")[0]);
      expect(messageOf(pressed).message.embeds[0]?.footer?.text).toBe(next.message.embeds[0]?.footer?.text);
      await bot.settled();
    });

    it("erases what is kept of the server after a second press, and a person's language by a button", async () => {
      await walk().bot.subscribe(team);
      const asked = await walk().type(language, team, "alerts", {}, "forget");
      expect(firstLine(asked)).toBe(`⚠️ ${all.forget.ask}`);
      expect(wordsOf(asked)).toMatch(/• 1[0-9]* |• \d+ /);
      const kept = await walk().press(language, team, asked, new RegExp(`^${all.forget.no}$`));
      expect(firstLine(kept)).toBe(all.forget.kept);
      const again = await walk().type(language, team, "alerts", {}, "forget");
      const forgotten = await walk().press(language, team, again, new RegExp(`^${all.forget.language}$`));
      expect([all.forget.languageNone, all.forget.languageDone]).toContain(firstLine(forgotten));
      const done = await walk().press(language, team, again, new RegExp(`^${all.forget.yes}$`));
      expect(firstLine(done)).toBe(all.forget.done);
      expect(firstLine(await walk().type(language, team, "alerts", {}, "list"))).toBe(all.alerts.listNone);
      expect(firstLine(await walk().type(language, team, "alerts", {}, "forget"))).toBe(all.forget.nothing);
      expect(wordsOfMessage(messageOf(done))).not.toContain("undefined");
    });
  });
}
