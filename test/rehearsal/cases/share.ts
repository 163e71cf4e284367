// Share in the whole bot, in both languages: what the channel reads, who may not, what is missing, pressed twice, in a thread, from a page of a list.
import { describe, expect, it } from "vitest";
import { wordsOfMessage } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    line: "⚪ No curfew now in Guayas. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time). Newest source: 14 Mar.",
    by: "Shared by Luis, as known Sun 15 Mar 22:55 (Ecuador time)",
    mark: /Newest source 14 Mar 2026 · our information reaches to .* · information, not permission to travel · #[0-9A-Z]{4}-[0-9A-Z]{4}$/,
    shared: (id: string) => `Shared in <#${id}>.`,
    already: (id: string) => `This is shared in <#${id}> already; nothing was posted twice.`,
    mute: (id: string, permission: string) =>
      `You may not write in <#${id}> yourself, so I do not do it for you: “${permission}” is missing for you there. Nothing was posted.`,
    permission: "Send Messages",
    inThread: "Send Messages in Threads",
    missing: (id: string) =>
      `I may not post in <#${id}>. Please have somebody allow me there: Send Messages. (Channel settings, Permissions, add Vigía.) Then press Share again.`,
    list: /^45 US military strikes on vessels/,
    older: /^Older$/,
    page: /Page 2 of 5 · #/,
    org: /^Los Lobos \(Ecuador\): on 3 government lists/,
    shownBelow: ["Copy", "Next 14 nights", "Sources"],
    copied: /^No curfew Sun 15 Mar 2026 22:55 in Guayas/,
  },
  es: {
    line: "⚪ Sin toque ahora en Guayas. Próximo: hoy domingo 15 mar. 23:00 -> lunes 05:00 (hora de Ecuador). Fuente más reciente: 14 mar.",
    by: "Compartido por Sol, según lo que se sabía el domingo 15 mar. 22:55 (hora de Ecuador)",
    mark: /Fuente más reciente 14 mar\. 2026 · nuestra información llega hasta el .* · información, no permiso para circular · #[0-9A-Z]{4}-[0-9A-Z]{4}$/,
    shared: (id: string) => `Compartido en <#${id}>.`,
    already: (id: string) => `Esto ya se compartió en <#${id}>; no se publicó dos veces.`,
    mute: (id: string, permission: string) =>
      `No puedes escribir en <#${id}>, así que no lo hago por ti: allí te falta el permiso «${permission}». No se publicó nada.`,
    permission: "Enviar mensajes",
    inThread: "Enviar mensajes en hilos",
    missing: (id: string) =>
      `No puedo publicar en <#${id}>. Pide que me permitan allí: Enviar mensajes. (Ajustes del canal, Permisos, añadir Vigía.) Luego pulsa Compartir otra vez.`,
    list: /^45 ataques militares de EE\. UU\. a embarcaciones/,
    older: /^Antiguos$/,
    page: /Página 2 de 5 · #/,
    org: /^Los Lobos \(Ecuador\): en 3 listas de gobiernos/,
    shownBelow: ["Copiar", "Próximas 14 noches", "Fuentes"],
    copied: /^Sin toque el domingo 15 mar\. 2026 22:55 en Guayas/,
  },
} as const;
const SHARE = /^(Share|Compartir)$/;

export function shareCases(walk: () => Walk): void {
  describe.each(BOTH)("Share (%s)", (language) => {
    const t = SAYS[language];
    const { plain, mute } = READERS[language];
    const here = () => walk().bot.discord.channel("redaccion").id;
    const guayas = (reader: string = plain) => walk().type(language, reader, "curfew", { place: "guayas" });
    const press = (outcome: Awaited<ReturnType<typeof guayas>>, reader: string = plain) =>
      walk().press(language, reader, outcome, SHARE);
    const posted = () => walk().bot.shown("redaccion");

    it("posts what was read for all: state first, then who shared it and as of when, with its mark, and once", async () => {
      const before = posted().length;
      const answer = await guayas();
      const both = await Promise.all([press(answer), press(answer)]);
      // Whichever came second may find it posted already.
      for (const one of both) expect([t.shared(here()), t.already(here())]).toContain(firstLine(one));
      expect(both.map(firstLine)).toContain(t.shared(here()));
      expect(both.every(isPrivate)).toBe(true);
      expect(firstLine(await press(answer))).toBe(t.already(here()));
      const all = posted().slice(before);
      expect(all.map((one) => one.message.content)).toEqual([`${t.line}\n${t.by}`]);
      const [one] = all;
      expect(one && wordsOfMessage(one)).toMatch(t.mark);
      expect(one?.message.interaction_metadata).toBeUndefined();
      expect(one?.message.mentions).toEqual([]);
    });

    it("lets anybody in the channel copy what stands there, privately, and turn nothing", async () => {
      const shown = posted().find((one) => one.message.content.startsWith(t.line));
      if (shown === undefined) throw new Error("nothing was shared");
      const [row, ...more] = shown.message.components ?? [];
      expect(more).toEqual([]);
      const [button] = row !== undefined && "components" in row ? row.components : [];
      if (button === undefined || !("custom_id" in button) || button.custom_id === undefined)
        throw new Error("no button");
      const copied = await walk().pressId(language, mute, shown.message.id, button.custom_id);
      expect(isPrivate(copied)).toBe(true);
      expect(firstLine(copied)).toMatch(t.copied);
      // Sources too, for whoever reads there; nothing that would change what all read.
      const others = row !== undefined && "components" in row ? row.components : [];
      expect(others.map((one) => ("label" in one ? one.label : undefined))).toEqual(t.shownBelow);
    });

    it("shares the page that is read, and a single record", async () => {
      const before = posted().length;
      const list = await walk().type(language, plain, "strikes");
      await press(await walk().press(language, plain, list, t.older));
      await press(await walk().type(language, plain, "orgs", { name: "los lobos" }));
      const all = posted().slice(before).map(wordsOfMessage);
      expect(all[0]).toMatch(t.list);
      expect(all[0]).toMatch(t.page);
      expect(all[1]).toMatch(t.org);
    });

    it("is refused to who may not write there, in a channel and in a thread, by the permission's name", async () => {
      const before = posted().length;
      expect(firstLine(await press(await guayas(mute), mute))).toBe(t.mute(here(), t.permission));
      expect(posted()).toHaveLength(before);
    });

    it("works in a thread with the thread's own permission, and is refused without", async () => {
      const { discord } = walk().bot;
      const thread = discord.addThread(here(), { name: `hilo ${language}`, by: discord.reader(plain).id });
      walk().in(thread.id);
      try {
        expect(firstLine(await press(await guayas()))).toBe(t.shared(thread.id));
        const { id } = discord.reader(mute);
        discord.setOverwrites(here(), [{ id, of: "member", deny: 1n << 38n }]);
        expect(firstLine(await press(await guayas(mute), mute))).toBe(t.mute(thread.id, t.inThread));
      } finally {
        walk().silence();
        walk().in();
      }
    });

    it("names what the bot lacks in the channel, posts nothing, and works once it is allowed", async () => {
      const { discord } = walk().bot;
      const answer = await guayas();
      const before = posted().length;
      discord.change({ change: "permission-taken", channelId: here(), permission: "SendMessages" });
      expect(firstLine(await press(answer))).toBe(t.missing(here()));
      expect(posted()).toHaveLength(before);
      discord.change({ change: "permission-given-back", channelId: here(), permission: "SendMessages" });
      expect(firstLine(await press(answer))).toBe(t.shared(here()));
      expect(posted()).toHaveLength(before + 1);
    });

    it("is not offered in a direct message; Copy is", async () => {
      const { discord } = walk().bot;
      walk().in(discord.openDm(discord.reader(plain).id).id);
      try {
        const answer = await guayas();
        expect(labels(answer)).toEqual(
          language === "en"
            ? ["Next 14 nights", "Sources", "Copy", "En español"]
            : ["Próximas 14 noches", "Fuentes", "Copiar", "In English"],
        );
        expect(firstLine(await walk().press(language, plain, answer, /^Cop/))).toMatch(t.copied);
      } finally {
        walk().in();
      }
    });
  });
}
