// /alerts in the whole bot, in both languages: who may, what is promised, what is missing, and that nothing goes to a direct message.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    none: "No channel of this server gets alerts. “/alerts subscribe” starts them.",
    subscribed: (channel: string) =>
      `${channel} gets alerts from now on.\nWhat comes, in English: 2 h before a curfew begins in Ecuador (with sound); when it begins and ends (silent); each newly recorded military strike (with sound).\nNext notice: curfew begins tonight 23:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.`,
    already: /already gets these alerts; nothing was changed\./,
    before: ["1 h 30, 3 min", "half an hour"],
    changed: "Changed: #HERE gets its alerts at other times before.",
    comes:
      "1 h 30 min and 3 min before a curfew begins in Ecuador (with sound); when it begins and ends (silent); 30 min before it ends (silent)",
    first: "Next notice: tonight 22:57, that curfew begins tonight 23:00 (Ecuador time)",
    list: "1 h 30 min and 3 min before a curfew begins; 30 min before it ends",
    unread: ["later", /^I could not read “later” as times before\. Write for example “2h, 30m”/],
    listed: "1 channel gets alerts:",
    removed: (channel: string) =>
      `${channel} gets no more alerts. Ended:\n• curfews, military strikes; Ecuador, since Sun 15 Mar 22:55`,
    nothing: (channel: string) => `${channel} gets no alerts; nothing was changed.`,
    missing:
      /^I cannot post alerts in <#\d+> yet\. Please allow me there: Send Messages, Embed Links, Read Message History\./,
  },
  es: {
    none: "Ningún canal de este servidor recibe avisos. Con «/alertas suscribir» empiezan.",
    subscribed: (channel: string) =>
      `${channel} recibe avisos desde ahora.\nQué llegará, en español: 2 h antes de que empiece un toque de queda en Ecuador (con sonido); cuando empieza y cuando termina (sin sonido); cada ataque militar que se registre (con sonido).\nPróximo aviso: el toque empieza hoy 23:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.`,
    already: /ya recibe estos avisos; no se cambió nada\./,
    before: ["hora y media, 3 minutos", "30 min antes"],
    changed: "Cambiado: #HERE recibe sus avisos con otra anticipación.",
    comes:
      "1 h 30 min y 3 min antes de que empiece un toque de queda en Ecuador (con sonido); cuando empieza y cuando termina (sin sonido); 30 min antes de que termine (sin sonido)",
    first: "Próximo aviso: hoy 22:57, de que el toque empieza hoy 23:00 (hora de Ecuador)",
    list: "1 h 30 min y 3 min antes de que empiece un toque; 30 min antes de que termine",
    unread: ["luego", /^No pude leer «luego» como anticipación\. Escribe por ejemplo «2h, 30m»/],
    listed: "1 canal recibe avisos:",
    removed: (channel: string) =>
      `${channel} ya no recibe avisos. Terminó:\n• toques de queda, ataques militares; Ecuador, desde el domingo 15 mar. 22:55`,
    nothing: (channel: string) => `${channel} no recibe avisos; no se cambió nada.`,
    missing:
      /^Todavía no puedo publicar avisos en <#\d+>\. Permíteme allí: Enviar mensajes, Insertar enlaces, Leer el historial de mensajes\./,
  },
} as const;

export function alertsCases(walk: () => Walk): void {
  describe.each(BOTH)("/alerts (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const type = (subcommand: string, options: Record<string, string> = {}, reader: string = team) =>
      walk().type(language, reader, "alerts", options, subcommand);

    it("subscribes the channel it is typed in, lists it and removes it, and repeats nothing", async () => {
      const here = `<#${walk().bot.discord.channel("redaccion").id}>`;
      expect(firstLine(await type("list"))).toBe(t.none);
      const subscribed = await type("subscribe");
      expect(firstLine(subscribed).startsWith(t.subscribed(here))).toBe(true);
      expect(isPrivate(subscribed)).toBe(true);
      expect(firstLine(await type("subscribe"))).toMatch(t.already);
      const list = await type("list");
      expect(firstLine(list)).toBe(t.listed);
      expect(wordsOf(list)).toContain(here);
      expect(firstLine(await type("remove"))).toBe(t.removed(here));
      expect(firstLine(await type("remove"))).toBe(t.nothing(here));
    });

    it("takes how long before, changes it when asked again, lists it, and refuses what it cannot read", async () => {
      const here = `<#${walk().bot.discord.channel("redaccion").id}>`;
      await type("subscribe");
      const [start, end] = t.before;
      const changed = firstLine(await type("subscribe", { "before-start": start, "before-end": end }));
      expect(changed.split("\n")[0]).toBe(t.changed.replace("#HERE", here));
      expect(changed).toContain(t.comes);
      expect(changed).toContain(t.first);
      expect(wordsOf(await type("list"))).toContain(t.list);
      const [typed, sentence] = t.unread;
      expect(firstLine(await type("subscribe", { "before-start": typed }))).toMatch(sentence);
      expect(firstLine(await type("remove"))).toBe(t.removed(here));
    });

    it("takes another channel, and names the permissions that are missing there", async () => {
      const { discord } = walk().bot;
      const channel = discord.channel("alertas").id;
      discord.setBotPermissions(channel, 1024n);
      expect(firstLine(await type("subscribe", { channel }))).toMatch(t.missing);
      discord.setBotPermissions(channel, 274_877_991_936n);
      expect(firstLine(await type("subscribe", { channel }))).toContain(`<#${channel}>`);
      expect(firstLine(await type("remove", { channel }))).toBe(t.removed(`<#${channel}>`));
    });

    it("is hidden from who may not manage channels, and in direct messages", async () => {
      await expect(type("list", {}, plain)).rejects.toThrow(/no command/);
      const { discord } = walk().bot;
      walk().in(discord.openDm(discord.reader(team).id).id);
      try {
        await expect(type("subscribe")).rejects.toThrow(/no command/);
      } finally {
        walk().in();
      }
    });
  });
}
