// Seen / Visto in the whole bot, in both languages: the button and its count, who is counted and who is not, the owner's list, Remind them, and Why?
import { beforeAll, describe, expect, it } from "vitest";
import type { ShownMessage } from "../../../rehearsal/contract.ts";
import type { Language } from "../../../src/domain/text.ts";
import { texts } from "../../../src/text/index.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, messageOf, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    soon: /^⏰ Curfew at 23:00 tonight, Mon 16 Mar.*Guayas/,
    none: "Seen 0 of 3",
    one: "Seen 1 of 3",
    two: "Seen 2 of 3",
    counted: /^Noted: you have seen this, Mon 16 Mar 21:0\d \(Ecuador time\)\. 1 of 3 has pressed\.$/,
    already:
      /^You had pressed already, Mon 16 Mar 21:0\d \(Ecuador time\)\. That is what counts\. (1 of 3 has|2 of 3 have) pressed\.$/,
    notAsked: /^Good that you read it\. This button is for people whom the team picked by name/,
    missing: (who: string, channel: string) =>
      `👁️ 1 of 3 has NOT pressed Seen yet, 30 min after the notice in <#${channel}>: <@${who}>.`,
    buttons: ["Remind them", "Open the notice"],
    called: (who: string, channel: string) => `They are being called in <#${channel}> now: <@${who}>`,
    lately: /^They were called Mon 16 Mar 21:3\d \(Ecuador time\) already\./,
    reminder:
      /^👁️ Please read and press Seen: “⏰ Curfew at 23:00 tonight.*” Posted Mon 16 Mar 21:00 \(Ecuador time\)\./,
    pressed: /Pressed: <@\d+> 21:0\d, <@\d+> 21:0\d/,
    not: (who: string) => `Not pressed: <@${who}>`,
  },
  es: {
    soon: /^⏰ Toque de queda hoy lunes 16 mar\. .*23:00.*Guayas/,
    none: "Visto 0 de 3",
    one: "Visto 1 de 3",
    two: "Visto 2 de 3",
    counted: /^Anotado: ya viste este aviso, lunes 16 mar\. 21:0\d \(hora de Ecuador\)\. Lo marcó 1 de 3\.$/,
    already:
      /^Ya lo habías marcado, lunes 16 mar\. 21:0\d \(hora de Ecuador\)\. Esa hora es la que cuenta\. Lo (marcó 1|marcaron 2) de 3\.$/,
    notAsked: /^Qué bien que lo leíste\. Este botón es para personas que el equipo eligió por nombre/,
    missing: (who: string, channel: string) =>
      `👁️ 1 de 3 todavía NO marcó Visto, 30 min después del aviso en <#${channel}>: <@${who}>.`,
    buttons: ["Recordarles", "Abrir el aviso"],
    called: (who: string, channel: string) => `Se les está llamando ahora en <#${channel}>: <@${who}>`,
    lately: /^Ya se les llamó el lunes 16 mar\. 21:3\d \(hora de Ecuador\)\./,
    reminder:
      /^👁️ Por favor lee y marca Visto: «⏰ Toque de queda hoy lunes 16 mar\..*» Publicado el lunes 16 mar\. 21:00 \(hora de Ecuador\)\./,
    pressed: /Marcaron: <@\d+> 21:0\d, <@\d+> 21:0\d/,
    not: (who: string) => `Sin marcar: <@${who}>`,
  },
} as const;

/** Its clock stands in the night before: it moves it to the evening's warning, and half an hour further. */
export function seenCases(walk: () => Walk): void {
  describe("Seen, for readers of both languages", () => {
    beforeAll(async () => {
      const { bot } = walk();
      const { discord } = bot;
      for (const language of BOTH) {
        const { id } = discord.addChannel(discord.guildId, { name: `visto-${language}` });
        await walk().bot.subscribe(READERS[language].team, { channel: id });
        const [one] = bot.subscriptions().of(discord.guildId, id)?.subscriptions ?? [];
        const { plain, mute, both } = READERS[language];
        const people = [plain, mute, both].map((name) => discord.reader(name).id);
        await bot.subscriptions().setSubscription(discord.guildId, one?.id ?? "", { seen: { people, after: 30 } });
      }
      await discord.clock.jump({ to: "2026-03-16T21:00:30-05:00" });
      await bot.settled();
    });
    for (const language of BOTH) pressIn(walk, language);

    describe("half an hour later", () => {
      beforeAll(async () => {
        const { bot } = walk();
        await bot.discord.clock.jump({ to: "2026-03-16T21:31:00-05:00" });
        await bot.settled();
      });
      for (const language of BOTH) missingIn(walk, language);
    });
  });
}

const labelsOf = (shown: ShownMessage) => partsOf(shown).map((part) => ("label" in part ? part.label : undefined));

function idOf(shown: ShownMessage, label: string | RegExp): string {
  const found = partsOf(shown).find((part) => "label" in part && new RegExp(label).test(part.label ?? ""));
  if (found === undefined || !("custom_id" in found)) throw new Error(`no button ${String(label)}`);
  return found.custom_id;
}

function placeIn(walk: () => Walk, language: Language) {
  const channel = () => walk().bot.discord.channel(`visto-${language}`).id;
  const id = (reader: string) => walk().bot.discord.reader(reader).id;
  const notice = () =>
    walk().bot.discord.waitForMessage(channel(), ({ message }) => SAYS[language].soon.test(message.content));
  return { channel, id, notice };
}

function pressIn(walk: () => Walk, language: Language): void {
  const t = SAYS[language];
  const { plain, team, both } = READERS[language];
  const { channel, id, notice } = placeIn(walk, language);

  it(`counts below a loud notice who was asked, each once, and thanks who was not (${language})`, async () => {
    const { discord } = walk().bot;
    const shown = await notice();
    expect(labelsOf(shown)).toEqual([t.none]);
    const press = (reader: string) => walk().pressId(language, reader, shown.message.id, idOf(shown, /./));
    const told = (reader: string) =>
      discord
        .messages(channel())
        .filter((one) => one.ephemeralFor === id(reader))
        .map(({ message }) => message.content);
    const words = shown.message.content;
    expect(labelsOf(messageOf(await press(plain)))).toEqual([t.one]);
    await expect.poll(() => told(plain)).toEqual([expect.stringMatching(t.counted)]);
    const other = await press(team);
    expect([firstLine(other), isPrivate(other)]).toEqual([expect.stringMatching(t.notAsked), true]);
    // Two at once, of whom one has pressed before.
    await Promise.all([press(both), press(plain)]);
    await expect.poll(() => labelsOf(shown)).toEqual([t.two]);
    await expect.poll(() => told(plain).length).toBe(2);
    expect(told(plain)[1]).toMatch(t.already);
    expect(shown.message.content).toBe(words);
  });
}

function missingIn(walk: () => Walk, language: Language): void {
  const t = SAYS[language];
  const { mute, team, plain } = READERS[language];
  const { channel, id, notice } = placeIn(walk, language);

  it(`tells the owner who has not, lets them be called once in 15 minutes, and Why? shows it to who may change the channel (${language})`, async () => {
    const { discord } = walk().bot;
    const dm = discord.openDm(id(team)).id;
    const list = await discord.waitForMessage(dm, ({ message }) => message.content === t.missing(id(mute), channel()));
    expect(labelsOf(list)).toEqual(t.buttons);
    const remind = () => walk().pressId(language, team, list.message.id, idOf(list, t.buttons[0]));
    const [first, second] = [await remind(), await remind()];
    expect(firstLine(first)).toBe(t.called(id(mute), channel()));
    expect(firstLine(second)).toMatch(t.lately);
    const called = await discord.waitForMessage(channel(), ({ message }) => t.reminder.test(message.content));
    expect(called.message.mentions.map((one) => one.id)).toEqual([id(mute)]);
    const shown = await notice();
    expect(called.message.message_reference?.message_id).toBe(shown.message.id);
    const why = await walk().use(language, team, "alerts-why", shown.message.id);
    expect(wordsOf(why)).toMatch(t.pressed);
    expect(wordsOf(why)).toContain(t.not(id(mute)));
    const reader = await walk().use(language, plain, "alerts-why", shown.message.id);
    expect(wordsOf(reader)).not.toContain(texts(language).seen.why.not("").trim());
  });
}
