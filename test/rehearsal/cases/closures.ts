// "I have it" in the whole bot, in both languages: below a direct message and below the post in the server's own channel, by who may and by who may not.
import { describe, expect, it } from "vitest";
import { texts } from "../../../src/text/index.ts";
import { BOTH, firstLine, messageOf, partsOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: { closed: /^🔕 Alerts for #borrado-en have NOT arrived since .* \(Ecuador time\): the channel was deleted\./ },
  es: {
    closed: /^🔕 Los avisos de #borrado-es NO están llegando desde el .* \(hora de Ecuador\): el canal fue eliminado\./,
  },
} as const;

export function closuresCases(walk: () => Walk): void {
  describe.each(BOTH)("I have it (%s)", (language) => {
    const { team, plain } = READERS[language];

    it("is said by who subscribed, in their direct messages; the post in the server says so, too, and nobody else may press", async () => {
      const { bot } = walk();
      const { discord } = bot;
      const name = `borrado-${language}`;
      const { id } = discord.addChannel(discord.guildId, { name, kind: "text" });
      await walk().bot.subscribe(team, { channel: id });
      discord.deleteChannel(id);
      const t = SAYS[language];
      const fits = (one: { message: { content: string } }) => t.closed.test(one.message.content);
      const dm = discord.openDm(discord.reader(team).id).id;
      const told = await discord.waitForMessage(dm, fits);
      const post = await discord.waitForMessage(discord.channel("alertas").id, fits);
      const button = (of: typeof told) => {
        const [part] = partsOf(of);
        if (part === undefined || !("custom_id" in part)) throw new Error("no button");
        return part.custom_id;
      };
      const refused = await walk().pressId(language, plain, post.message.id, button(post));
      expect(firstLine(refused)).toBe(texts(language).closures.mayNot);
      const pressed = await walk().pressId(language, team, told.message.id, button(told));
      expect(firstLine(pressed)).toMatch(t.closed);
      expect(messageOf(pressed).message.content).toContain(
        `\n${texts(language).closures.held(team, "").split(",")[0]}`,
      );
      expect(partsOf(messageOf(pressed))).toEqual([]);
      await expect.poll(() => post.message.content).toContain(texts(language).closures.held(team, "").split(",")[0]);
      expect(partsOf(post)).toEqual([]);
    });
  });
}
