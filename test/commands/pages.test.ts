// The pages of /strikes and /orgs: to the ends and back, and what is said when records came or went in between.
import { describe, expect, it } from "vitest";
import { orgs } from "../../commands/orgs/index.ts";
import { strikes } from "../../commands/strikes/index.ts";
import type { Answer } from "../../src/command.ts";
import { Strike } from "../../src/domain/strike.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { actionOf, allWords, fieldOf, pick, press, run } from "../views/reading.ts";
import { asking, shipped } from "../views/shipped.ts";

const known = shipped();
const footer = (answer: Answer) => answer.messages.at(-1)?.embed?.footer;
const note = (answer: Answer) => answer.messages[0]?.embed?.description;
const WORDS = {
  en: { first: "First", last: "Last", older: "Older", newer: "Newer", next: "Next", page: "Page", of: "of" },
  es: {
    first: "Inicio",
    last: "Fin",
    older: "Antiguos",
    newer: "Recientes",
    next: "Siguiente",
    page: "Página",
    of: "de",
  },
};
/** The record a day later: one strike more, newer than all others. */
const newest = Strike.parse({ ...known.strikes[0], id: "strike-new", date: "2026-11-21", event: undefined });
const grown = {
  ...known,
  strikes: [newest, ...known.strikes],
  strikesById: new Map([...known.strikesById, [newest.id, newest]]),
};

describe("pages", () => {
  it.each(LANGUAGES)("go to both ends at once, and say which page it is (%s)", async (language) => {
    const { context } = asking({ language });
    const t = WORDS[language];
    const start = await run(strikes, {}, context);
    expect(footer(start)).toContain(`${t.page} 1 ${t.of} 6`);
    const last = await press(strikes, actionOf(start, t.last), context);
    expect(last.to).toBe("update");
    expect(footer(last)).toContain(`${t.page} 6 ${t.of} 6`);
    expect(footer(await press(strikes, actionOf(last, t.newer), context))).toContain(`${t.page} 5 ${t.of} 6`);
    expect(allWords(await press(strikes, actionOf(last, t.first), context))).toBe(allWords(start));
    const two = await press(orgs, actionOf(await run(orgs, {}, context), t.next), context);
    expect(footer(two)).toContain(`${t.page} 2 ${t.of} 2`);
  });

  it("say that the list has changed when a record came in between, and show what is there now", async () => {
    const { context } = asking();
    const start = await run(strikes, {}, context);
    expect(note(start)).toBeUndefined();
    const second = await press(strikes, actionOf(start, "Older"), { ...context, known: grown });
    expect(note(second)).toMatch(/^⚠️ The list has changed/);
    expect(fieldOf(second, "Records")?.split("\n")[0]).toContain("**");
    expect(second.messages[0]?.embed?.fields?.map((one) => one.name).join()).toContain("Records 11 to 20 of 61");
    // From there on the list is the same again.
    const third = await press(strikes, actionOf(second, "Older"), { ...context, known: grown });
    expect(note(third)).toBeUndefined();
    const fewer = { ...known, strikes: known.strikes.slice(1) };
    expect(note(await press(strikes, actionOf(start, "Older"), { ...context, known: fewer, language: "es" }))).toMatch(
      /^⚠️ La lista cambió/,
    );
    const first = await run(orgs, {}, context);
    const less = { ...known, orgs: known.orgs.slice(1) };
    expect(note(await press(orgs, actionOf(first, "Next"), { ...context, known: less }))).toMatch(
      /^⚠️ The list has changed/,
    );
    expect(note(await press(orgs, actionOf(first, "Next"), context))).toBeUndefined();
  });

  it("share and copy the page that is shown, after the list has changed too", async () => {
    const { context } = asking();
    const later = { ...context, known: grown };
    const second = await press(strikes, actionOf(await run(strikes, {}, context), "Older"), later);
    const copied = await press(strikes, actionOf(second, "Copy"), later);
    expect(copied.messages[0]?.content).toContain("Records 11 to 20 of 61");
    const shared: unknown[] = [];
    const sharer = {
      ...later,
      messageId: "350000000000000001",
      share: async (one: object) => (shared.push(one), { is: "posted" } as const),
    };
    await press(strikes, actionOf(second, "Share"), sharer);
    expect(shared).toMatchObject([{ question: { is: "strikes.list", page: 2 } }]);
  });

  it("of buttons made before lists had keys still turn, without a word about changes", async () => {
    const { context } = asking();
    const turned = await press(strikes, { name: "strikes.page", args: ["2", "", "", "", "", ""] }, context);
    expect(footer(turned)).toContain("Page 2 of 6");
    expect(note(turned)).toBeUndefined();
    const listed = await press(orgs, { name: "orgs.page", args: ["2", ""] }, context);
    expect(footer(listed)).toContain("Page 2 of 2");
    expect(note(listed)).toBeUndefined();
  });

  it("that are gone lead to the nearest, and the record opened from there leads back to it", async () => {
    const { context } = asking();
    const far = await press(strikes, { name: "strikes.page", args: ["99", "", "", "", "", ""] }, context);
    const opened = await pick(strikes, actionOf(far, "Open one record"), known.strikes.at(-1)?.id ?? "", context);
    expect(footer(await press(strikes, actionOf(opened, "Back to the list"), context))).toContain("Page 6 of 6");
  });
});
