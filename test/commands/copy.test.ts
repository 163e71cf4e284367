// Copy under the answers of /curfew, /strikes and /orgs: bare text that is still true where and when it is pasted.
import { describe, expect, it } from "vitest";
import { curfew } from "../../commands/curfew/index.ts";
import { orgs } from "../../commands/orgs/index.ts";
import { strikes } from "../../commands/strikes/index.ts";
import type { Command } from "../../src/command.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { knownAt } from "../views/ecuador-known.ts";
import { actionOf, englishIn, mustFit, pick, press, run } from "../views/reading.ts";
import { type Asking, asking, shipped } from "../views/shipped.ts";

const NIGHT = "2026-03-20T23:30";
const LABEL = { en: "Copy", es: "Copiar" };
const onCurfew = (now = NIGHT): Asking => ({ known: knownAt(now), now: `${now}:00-05:00` });

describe("Copy", () => {
  const copied = async (command: Command, typed: Record<string, string>, given: Asking) => {
    const { context } = asking(given);
    const answer = await run(command, typed, context);
    return press(command, actionOf(answer, LABEL[context.language]), context);
  };
  const all: [Command, Record<string, string>, Asking][] = [
    [curfew, {}, onCurfew()],
    [curfew, { place: "guayas" }, onCurfew()],
    [curfew, { at: "2024-02-10" }, onCurfew()],
    [curfew, { place: "Haití" }, onCurfew()],
    [strikes, {}, {}],
    [strikes, { organisation: "los choneros" }, {}],
    [orgs, {}, {}],
    [orgs, { name: "los lobos" }, {}],
    [orgs, { "designated-by": "decreto 111" }, {}],
  ];

  it.each(LANGUAGES)("is private, bare and whole, in one language, as of a dated moment (%s)", async (language) => {
    for (const [command, typed, given] of all) {
      const answer = await copied(command, typed, { ...given, language });
      const text = answer.messages.map((one) => one.content).join("\n");
      expect(answer.to).toBe("asker");
      for (const message of answer.messages) {
        await mustFit(message);
        expect(message.embed).toBeUndefined();
        expect(message.rows).toBeUndefined();
      }
      expect(text).not.toMatch(/\*\*|~~|`|<t:|<[@#]|\]\(|\\/);
      expect(text).toMatch(
        language === "en"
          ? /As known \p{Lu}\p{Ll}+ \d+ \p{Lu}\p{Ll}+ \d{4} \d\d:\d\d \(/u
          : /Según lo que se sabía el \p{L}+ \d+ \p{L}+\. \d{4} \d\d:\d\d \(/u,
      );
      expect(text).toMatch(language === "en" ? /[Ss]ource/ : /[Ff]uente/);
      expect(text).not.toMatch(/\b(NOW|now|tonight|AHORA|ahora)\b/);
      if (language === "es") expect(englishIn(text.replaceAll(/https:\S+/g, ""), shipped())).toEqual([]);
    }
  });

  it("of a curfew gives state, hours, decree and that it is no permission", async () => {
    const [message] = (await copied(curfew, { place: "guayas" }, onCurfew())).messages;
    const lines = message?.content.split("\n") ?? [];
    expect(lines[0]).toBe(
      "CURFEW Fri 20 Mar 2026 23:30 in Guayas, until Sat 21 Mar 2026 05:00 (Ecuador time). Next: Sat 21 Mar 2026 23:00.",
    );
    expect(lines[1]).toMatch(/^Decreto Ejecutivo 329 \(night 6 of 16\): 23:00-05:00 daily; last night/);
    expect(lines.at(-1)).toBe(
      "As known Fri 20 Mar 2026 23:30 (Ecuador time), by Vigía's record. Information, not permission to travel.",
    );
  });

  it("of a strike gives one sentence that can be published, with who says it and which day is not stated", async () => {
    const { context } = asking();
    const open = actionOf(await run(strikes, {}, context), "Open one record");
    const copy = async (id: string, language: Language) => {
      const own = { ...context, language };
      const opened = await pick(strikes, open, id, own);
      return (await press(strikes, actionOf(opened, LABEL[language]), own)).messages[0]?.content.split("\n") ?? [];
    };
    expect((await copy("2026-03-08", "en"))[0]).toBe(
      "6 people were killed in a US strike on a vessel in the eastern Pacific on 8 March 2026, US Southern Command (SOUTHCOM) said.",
    );
    expect((await copy("2026-03-08", "es"))[0]).toBe(
      "6 personas murieron en un ataque de EE. UU. a una embarcación en el Pacífico oriental el 8 de marzo de 2026, según el Comando Sur de EE. UU. (SOUTHCOM).",
    );
    const land = await copy("land-ec-2026-03-03", "en");
    expect(land[0]).toBe(
      "A US military operation on land in Ecuador was announced by US Southern Command (SOUTHCOM); the number of people killed was not stated; first reported on 3 March 2026; the day of the operation was not stated.",
    );
    expect(land.at(-2)).toMatch(/^\d+ sources, disputed\.$/);
  });

  it("of an organisation gives its lists with dates, and whose act a listing is", async () => {
    const text = (await copied(orgs, { name: "los lobos" }, {})).messages.map((one) => one.content).join("\n");
    expect(text).toMatch(
      /^Los Lobos \(Ecuador\): on 3 government lists: Ecuador 9 Jan 2024, .*A listing is a government's act, not a court ruling\./,
    );
    expect(text).toContain("Took effect: 5 Sep 2025");
  });

  it("over 2,000 characters is split between lines, not cut", async () => {
    const { messages } = await copied(strikes, {}, {});
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(message.content.length).toBeLessThanOrEqual(2000);
    const text = messages.map((one) => one.content).join("\n");
    expect(text.match(/^• /gm)).toHaveLength(10);
    expect(text).toMatch(/Known gaps in our record: 22 Jun 2026 to 22 Nov 2026/);
  });

  it("says in the present's stead what the answer was about, also where nothing is known", async () => {
    const [message] = (await copied(curfew, { place: "guayas" }, onCurfew("2026-04-02T12:00"))).messages;
    expect(message?.content).toMatch(/^NOT KNOWN whether Guayas has a curfew Thu 2 Apr 2026 12:00 \(Ecuador time\)/);
  });
});
