// A server that lets the bot in, and a drill, in the whole bot and both languages: one message with three buttons, however often Discord tells of the server;
// what each button gives to whom; and a drill that says of itself that it is one.
import { Locale } from "discord-api-types/v10";
import { describe, expect, it, vi } from "vitest";
import { type Whole, wordsOf, wordsOfMessage } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    locale: Locale.EnglishGB,
    hello: /^👋 Vigía is here\. .* Nothing comes until somebody subscribes a channel\./,
    labels: ["Subscribe", "Drill", "What can I see here?", "En español"],
    mayNot: /^Only people who may manage channels|Manage Channels/,
    drill: "DRILL. Only a test: somebody checks that notices arrive here. DRILL",
    asked: (name: string) =>
      new RegExp(`^Asked for by ${name}, .*\\d\\d:\\d\\d:\\d\\d \\(Ecuador time\\)\\. This was a drill\\. DRILL$`),
    nothing: "Nothing yet: no alerts are set up for this channel.",
    stands: (id: string) => new RegExp(`^The drill stands in <#${id}>, [\\d.]+ s after you asked\\.`),
    soon: /^There was a drill in .* less than a minute ago\./,
    here: /“\/curfew”.*\n.*“\/strikes”/,
    none: "No channel of this server gets alerts yet. Silence here says nothing about curfews.",
    comes: "What comes here",
    vain: /would NOT be called: Discord does not let Vigía mention this role/,
    no: /^The drill did NOT arrive in .*, and alerts would not either\. Vigía may not post in the channel\..*Missing there: Send Messages\.$/,
  },
  es: {
    locale: Locale.SpanishES,
    hello: /^👋 Vigía está aquí\. .* No llega nada hasta que alguien suscriba un canal\./,
    labels: ["Suscribir", "Simulacro", "¿Qué puedo ver aquí?", "In English"],
    mayNot: /^Solo quien puede gestionar canales|Gestionar canales/,
    drill: "SIMULACRO. Es solo una prueba para ver si los avisos llegan aquí. SIMULACRO",
    asked: (name: string) =>
      new RegExp(`^Lo pidió ${name}, .*\\d\\d:\\d\\d:\\d\\d \\(hora de Ecuador\\)\\. Fue un simulacro\\. SIMULACRO$`),
    nothing: "Todavía nada: este canal no tiene avisos.",
    stands: (id: string) => new RegExp(`^El simulacro está en <#${id}>, [\\d,]+ s después de que lo pediste\\.`),
    soon: /^Hubo un simulacro en .* hace menos de un minuto\./,
    here: /«\/toque-de-queda».*\n.*«\/ataques»/,
    none: "Ningún canal de este servidor recibe avisos todavía. El silencio aquí no dice nada sobre toques de queda.",
    comes: "Qué llega aquí",
    vain: /NO se llamaría a .*: Discord no deja que Vigía mencione este rol/,
    no: /^El simulacro NO llegó a .*, y los avisos tampoco llegarían\. Vigía no puede publicar en el canal\..*Allí falta: Enviar mensajes\.$/,
  },
} as const;

const MANAGE_CHANNELS = 1n << 4n;

/** A server of its own, in which `team` manages channels and `plain` does not. The first channel is where Discord itself writes. */
function newServer(bot: Whole, language: "en" | "es") {
  const { discord } = bot;
  const { team, plain } = READERS[language];
  const guild = discord.addGuild({
    name: `Casa ${language}`,
    locale: SAYS[language].locale,
    bot: true,
    channels: [{ name: `reglas-${language}` }, { name: `charla-${language}` }],
    members: [discord.reader(plain).id],
  });
  const { id } = discord.addRole(guild.id, { name: "Jefes", permissions: MANAGE_CHANNELS });
  discord.addMember(guild.id, discord.reader(team).id, [id]);
  return guild;
}

export function joiningCases(walk: () => Walk): void {
  describe.each(BOTH)("a server that lets the bot in (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const place = `reglas-${language}`;
    let channel = "";
    const own = () =>
      walk()
        .bot.discord.messages(channel)
        .filter((one) => one.ephemeralFor === undefined && one.message.author.bot === true);
    const press = (reader: string, index: number) => {
      const [hello] = own();
      const button = hello === undefined ? undefined : partsOf(hello)[index];
      if (hello === undefined || button === undefined || !("custom_id" in button)) throw new Error("no button");
      return walk().pressId(language, reader, hello.message.id, button.custom_id);
    };

    it("reads one message in its own language, which leads everywhere and asks at each press who may", async () => {
      const { bot } = walk();
      channel = bot.discord.channel(place, newServer(bot, language).id).id;
      await vi.waitFor(() => expect(own()).toHaveLength(1), 5_000);
      const [hello] = own();
      if (hello === undefined) throw new Error("no message");
      expect(hello.message.content).toMatch(t.hello);
      expect(partsOf(hello).map((part) => ("label" in part ? part.label : ""))).toEqual(t.labels);
      expect(firstLine(await press(plain, 0))).toMatch(t.mayNot);
      expect(firstLine(await press(plain, 1))).toMatch(t.mayNot);
      const here = await press(plain, 2);
      expect(isPrivate(here)).toBe(true);
      expect(wordsOf(here)).toMatch(t.here);
      expect(wordsOf(here)).toContain(t.none);
      // In the other language for who pressed alone, and back.
      const other = SAYS[language === "en" ? "es" : "en"];
      const turned = await press(plain, 3);
      expect(isPrivate(turned)).toBe(true);
      expect(firstLine(turned).split("\n")[0]).toMatch(other.hello);
      expect(labels(turned)).toEqual(other.labels);
      expect(firstLine(await walk().press(language, plain, turned, /^(En español|In English)$/))).toMatch(t.hello);
      expect(own()).toHaveLength(1);
      const drilled = await press(team, 1);
      expect(firstLine(drilled)).toMatch(t.stands(channel));
      const drill = own()[1];
      if (drill === undefined) throw new Error("no drill");
      expect(wordsOfMessage(drill)).toContain(t.nothing);
      expect((await press(team, 0)).kind).not.toBe("nothing");
    });
  });

  describe.each(BOTH)("/alerts test (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const type = (channel: string, reader: string = team) =>
      walk().type(language, reader, "alerts", { channel: walk().bot.discord.channel(channel).id }, "test");

    it("posts a drill that is marked at both ends, mentions nobody, and says who asked; once a minute", async () => {
      const { bot } = walk();
      const channel = language === "en" ? "alertas" : "avisos";
      const { id } = bot.discord.channel(channel);
      expect(firstLine(await type(channel, plain))).toMatch(t.mayNot);
      const before = bot.shown(channel).length;
      expect(firstLine(await type(channel))).toMatch(t.stands(id));
      const [drill] = bot.shown(channel).slice(before);
      if (drill === undefined) throw new Error("no drill");
      const [first, signature] = drill.message.content.split("\n");
      expect(first).toBe(t.drill);
      expect(signature).toMatch(t.asked(team));
      expect(first?.slice(0, 40)).not.toMatch(/curfew|toque|🔴|⚪|❔/iu);
      expect(drill.message.mention_roles).toEqual([]);
      expect(wordsOfMessage(drill)).toContain(t.comes);
      expect(firstLine(await type(channel))).toMatch(t.soon);
      expect(bot.shown(channel)).toHaveLength(before + 1);
    });
  });
}
