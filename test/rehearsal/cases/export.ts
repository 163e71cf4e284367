// /record export in the whole bot, in both languages: the files as a member of the team would open them, beside what the channel shows.
import { expect, it, describe } from "vitest";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Outcome } from "../../../rehearsal/contract.ts";
import { BOTH, firstLine, isPrivate, messageOf, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    messages: /^What <#\d+> was shown from 14 Mar 2026 to 15 Mar 2026: \d+ rows, as CSV and JSON\.\n/,
    facts: /^Everything recorded from 15 Mar 2026 to 15 Mar 2026: \d+ versions, as CSV and JSON\.\n/,
    badDay: /^“soon” is no date/,
    nothing: /^Nothing was shown or due in /,
  },
  es: {
    messages: /^Lo que se mostró en <#\d+> del 14 mar\. 2026 al 15 mar\. 2026: \d+ filas, en CSV y JSON\.\n/,
    facts: /^Todo lo registrado del 15 mar\. 2026 al 15 mar\. 2026: \d+ versiones, en CSV y JSON\.\n/,
    badDay: /^«soon» no es una fecha/,
    nothing: /^Nada se mostró ni estaba previsto en /,
  },
} as const;
const Rows = z.array(z.record(z.string(), z.unknown()));

export function exportCases(walk: () => Walk): void {
  describe.each(BOTH)("/record export (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const type = (typed: Record<string, string>, reader: string = team) =>
      walk().type(language, reader, "record", typed, "export");

    it("hands over what the channel was shown, word for word, to who asked alone", async () => {
      const { bot } = walk();
      const channel = bot.discord.channel("alertas").id;
      await bot.settled();
      const answer = await type({ what: "messages", channel, since: "2026-03-14", until: "2026-03-15" });
      expect(firstLine(answer)).toMatch(t.messages);
      expect(isPrivate(answer)).toBe(true);
      const { csv, json } = await opened(answer);
      const posted = json.filter(({ did }) => did === "posted").map(({ text }) => text);
      expect(posted.length).toBeGreaterThan(0);
      // What was edited since stands there in other words; who changed a channel's alerts is never kept.
      const untouched = bot.shown("alertas").filter(({ message }) => message.edited_timestamp === null);
      const nameless = untouched.map(({ message }) => message.content.replace(/\n(?:Changed by|Lo cambió) .+$/u, ""));
      expect(posted).toEqual(expect.arrayContaining(nameless));
      expect(csv.map(({ mark }) => mark)).toEqual(json.map(({ mark }) => mark));
    });

    it("hands over all facts, with who recorded them by name", async () => {
      const answer = await type({ what: "facts", since: "2026-03-15", until: "2026-03-15" });
      expect(firstLine(answer)).toMatch(t.facts);
      const { csv, json } = await opened(answer);
      expect(csv).toHaveLength(json.length);
      expect(new Set(csv.map(({ recordedBy }) => recordedBy))).toContain("data file");
    });

    it("refuses what it cannot read, says when there is nothing, and is hidden from others", async () => {
      expect(firstLine(await type({ what: "facts", since: "soon" }))).toMatch(t.badDay);
      const empty = await type({ what: "messages", since: "2026-01-01", until: "2026-01-02" });
      expect(firstLine(empty)).toMatch(t.nothing);
      await expect(type({ what: "facts" }, plain)).rejects.toThrow(/no command/);
    });
  });
}

/** Downloads what is attached, as a reader would. */
async function opened(answer: Outcome) {
  const { attachments: files } = messageOf(answer).message;
  const text = async (ending: string) => {
    const file = files.find(({ filename }) => filename.endsWith(ending));
    if (file === undefined) throw new Error(`no ${ending} is attached`);
    return (await fetch(file.url)).text();
  };
  return {
    csv: Rows.parse(parse(await text(".csv"), { columns: true, bom: true })),
    json: Rows.parse(JSON.parse(await text(".json"))),
  };
}
