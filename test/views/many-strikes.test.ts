// A record of thousands of strikes: answers stay one message, say how many there are, and name the newest.
import { describe, expect, it } from "vitest";
import { Strike } from "../../src/domain/strike.ts";
import { orgView } from "../../src/views/orgs/org.ts";
import { strikesView } from "../../src/views/strikes/list.ts";
import { shipped } from "./shipped.ts";

const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
const strikes = Array.from({ length: 3_000 }, (_, n) =>
  Strike.parse({
    id: `s-${String(n).padStart(5, "0")}`,
    target: n % 1_000 === 7 ? "land" : "vessel",
    date: day(Math.floor(n / 2)),
    dateBasis: "strike",
    region: n % 2 === 0 ? "caribbean" : "eastern-pacific",
    announcedBy: { en: "SOUTHCOM", es: "Comando Sur" },
    orgIds: n % 3 === 0 ? ["eln"] : [],
    figures: n % 10 === 0 ? [] : [{ measure: "killed", low: n % 5 }],
    sources: [{ publisher: "AP", date: day(Math.floor(n / 2)) }],
  }),
).toReversed();
const record = { ...shipped(), strikes };

describe("a record of thousands of strikes", () => {
  it.each([
    ["en", "the last 30 on", "999 strikes"],
    ["es", "los últimos 30, el", "999 ataques"],
  ] as const)("names the newest days of a group and counts them all (%s)", (language, words, count) => {
    const org = record.orgsById.get("eln");
    if (org === undefined) throw new Error("no such group");
    const messages = orgView(org, { record, now: 0, language });
    const all = JSON.stringify(messages);
    expect(all).toContain(words);
    expect(all).toContain(count);
    expect(messages).toHaveLength(orgView(org, { record: { ...record, strikes: [] }, now: 0, language }).length);
    // The last that names it is number 2,997, the thirtieth from the end number 2,910; the one before it is not told.
    expect(all).toContain(language === "en" ? "26 Dec 2023" : "26 dic. 2023");
    expect(all).not.toContain(language === "en" ? "24 Dec 2023" : "24 dic. 2023");
  });

  it("is listed page by page, with its count, what filters leave out and its age", () => {
    const turn = () => ({ name: "strikes.page", args: [] });
    const [message, ...others] = strikesView({
      record,
      cut: { since: "2022-01-01", until: "2022-12-31", minKilled: 3 },
      page: 2,
      today: "2026-11-22",
      language: "en",
      turn,
      open: turn,
      behind: turn,
    });
    const within = strikes.filter((one) => one.date.startsWith("2022"));
    const figured = within.filter((one) => (one.figures[0]?.low ?? 0) >= 3);
    const silent = within.filter((one) => one.figures.length === 0).length;
    const text = JSON.stringify(message);
    expect(others).toEqual([]);
    expect(text).toContain(`Records 11 to 20 of ${figured.length}, newest first`);
    expect(text).toContain(`${silent} records without a figure of killed are left out.`);
    expect(text).toContain("Newest source 31 Dec 2022");
  });
});
