// /record history over a real store: every version with who, when, what and why; and the record as it was known at a time.
import { beforeEach, describe, expect, it } from "vitest";
import { record } from "../../commands/record/index.ts";
import type { Target } from "../../src/command.ts";
import { Alert } from "../../src/domain/alert.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import { englishIn } from "../views/reading.ts";
import { DECREE, strikeOf, type Team, team } from "./team.ts";
import { allWords, mustFit, refusal } from "../views/reading.ts";
import { said } from "../support.ts";

let t: Team;
const strike = strikeOf();
const what = `strike:${strike.id}`;
const killed = (low: number) =>
  strikeOf({ figures: [{ measure: "killed", low, atLeast: false, by: { en: "SOUTHCOM", es: "SOUTHCOM" } }] });

beforeEach(async () => {
  t = await team();
});

async function threeVersions(): Promise<void> {
  const first = await t.record({ kind: "strike.recorded", subject: strike.id, content: strike });
  t.set("2026-03-16T09:00");
  const why = {
    is: "updated" as const,
    reason: { en: "a body was found" },
    by: { en: "SOUTHCOM", es: "SOUTHCOM" },
    source: { publisher: "southcom.mil", url: "https://www.southcom.mil/2" },
    official: true as const,
  };
  const second = await t.record(
    { kind: "strike.changed", subject: strike.id, prev: first.id, content: killed(4), why },
    "Luis",
  );
  t.set("2026-03-16T10:00");
  const luis = await t.context("Luis").recorder();
  await t.record({
    kind: "strike.withdrawn",
    subject: strike.id,
    prev: second.id,
    content: { reason: { en: "recorded twice" } },
    why: { is: "withdrawn", reason: { en: "recorded twice" }, confirmedBy: luis },
  });
}

describe("/record history", () => {
  it("tells every version, newest first: who, when, what changed, why, and by whom it was confirmed", async () => {
    await threeVersions();
    const told = await t.run("history", { what }, "Mei");
    for (const message of told.messages) await mustFit(message);
    expect(told.messages[0]?.content).toBe(
      "WITHDRAWN: Strike 14 Mar 2026, eastern Pacific, 4 killed, says SOUTHCOM: 3 versions, newest first.",
    );
    expect(told.messages[0]?.embed?.fields).toEqual([
      {
        name: "3 · WITHDRAWN · Mon 16 Mar 2026 10:00 (Ecuador time)",
        value:
          "By Ana\nReason: recorded twice\nConfirmed by Luis as second person\n• Withdrawn, do not use. Reason: recorded twice",
      },
      {
        name: "2 · UPDATED · Mon 16 Mar 2026 09:00 (Ecuador time)",
        value:
          "By Luis\nReason: a body was found\nSays who: SOUTHCOM\n[southcom.mil](https://www.southcom.mil/2), undated (an authority's own source)\n• Killed (SOUTHCOM): 3 -> 4",
      },
      { name: "1 · RECORDED · Sun 15 Mar 2026 22:55 (Ecuador time)", value: "By Ana" },
    ]);
  });

  it("names nobody of another server, and a data file as that; in Spanish it holds no English of ours", async () => {
    await threeVersions();
    const elsewhere = await t.run("history", { what }, "Mei", { guildId: "300000000000000002" });
    expect(allWords(elsewhere)).toContain("By somebody of the team");
    expect(allWords(elsewhere)).not.toMatch(/Ana|Luis/);
    const data = await t.run("history", { what: `curfew:${DECREE}` });
    expect(allWords(data)).toContain("By a data file (");
    expect(allWords(data)).toContain("Known since");
    const es = await t.run("history", { what: `curfew:${DECREE}` }, "Ana", { language: "es" });
    expect(allWords(es)).toContain("Por un archivo de datos (");
    expect(englishIn(allWords(es), t.context().known)).toEqual([]);
  });

  it("turns pages of five, and none is left out", async () => {
    let prev = (await t.record({ kind: "strike.recorded", subject: strike.id, content: strike })).id;
    for (let n = 4; n <= 10; n += 1)
      prev = (await t.record({ kind: "strike.changed", subject: strike.id, prev, content: killed(n) })).id;
    const first = await t.run("history", { what });
    expect(first.messages[0]?.embed?.fields?.map(({ name }) => name.split(" ")[0])).toEqual(["8", "7", "6", "5", "4"]);
    const second = await t.press(first, "Next");
    expect(second.to).toBe("update");
    expect(second.messages[0]?.embed?.fields?.map(({ name }) => name.split(" ")[0])).toEqual(["3", "2", "1"]);
  });

  it("answers with the record as it was known at a time, and says so", async () => {
    await threeVersions();
    t.set("2026-03-17T08:00");
    const at = async (moment: string) => allWords(await t.run("history", { what, "as-known-at": moment }));
    expect(await at("2026-03-15 23:00")).toMatch(
      /^As known on Sun 15 Mar 2026 23:00 \(Ecuador time\):\nUS strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM\./,
    );
    expect(await at("2026-03-16 09:30")).toMatch(/: 4 killed, says SOUTHCOM\./);
    expect(await at("2026-03-16")).toMatch(
      /^As known on Mon 16 Mar 2026 23:59 .*: withdrawn, do not use\. It was Strike/,
    );
    expect(await at("2026-03-14 10:00")).toMatch(/nothing was recorded of this yet\. Today it is WITHDRAWN: Strike/);
    expect(await at("09:30")).toMatch(/^As known on Mon 16 Mar 2026 09:30/);
  });

  it("shows a decree, an organisation, a total as known then, each in its own view", async () => {
    const [head] = t.versions("curfew", DECREE);
    if (head?.kind !== "curfew.declared") throw new Error("no decree");
    const content = Curfew.parse({ ...head.content, lastNight: "2026-03-20" });
    await t.record({ kind: "curfew.changed", subject: DECREE, prev: head.id, content });
    t.set("2026-03-16T12:00");
    const old = await t.run("history", { what: `curfew:${DECREE}`, "as-known-at": "2026-03-15 22:00" });
    expect(allWords(old)).toContain("30 -> Tue 31 Mar");
    const now = await t.run("history", { what: `curfew:${DECREE}`, "as-known-at": "now" });
    expect(allWords(now)).toContain("20 -> Sat 21 Mar");
    const { orgs, tallies } = t.context().known;
    const [org] = orgs;
    const then = { "as-known-at": "2026-03-16 11:00" };
    expect(allWords(await t.run("history", { what: `org:${org?.id ?? ""}`, ...then }))).toContain("government list");
    for (const message of (await t.run("history", { what: `tally:${tallies.at(-1)?.id ?? ""}`, ...then })).messages)
      await mustFit(message);
  });

  it("refuses what has not come yet, what is no time, and what nobody recorded", async () => {
    const at = (moment: string) => refusal(() => t.run("history", { what: `curfew:${DECREE}`, "as-known-at": moment }));
    expect(await at("2027-01-01 10:00")).toMatch(/^That time has not come yet/);
    expect(await at("soonish")).toMatch(/^I could not read “soonish”/);
    expect(await refusal(() => t.run("history", { what: "curfew:none" }))).toMatch(/^Nothing in our record fits/);
    expect(await refusal(() => t.run("history", { what }, "Mei", { manageGuild: false }))).toMatch(/^Only members/);
  });

  it("offers undo for one's own last within ten minutes, and to nobody else", async () => {
    await t.record({ kind: "strike.recorded", subject: strike.id, content: strike });
    expect(allWords(await t.run("history", { what }, "Luis"))).not.toContain("Undo");
    await t.press(await t.run("history", { what }), "Undo");
    expect(t.versions("strike", strike.id).at(-1)?.kind).toBe("strike.withdrawn");
  });

  it("is found for what was withdrawn, too", async () => {
    await threeVersions();
    expect(allWords(await t.run("history", { what: "14 mar 2026 pacific 4 killed" }))).toContain("3 versions");
  });
});

describe("Apps, History", () => {
  const target: Target = {
    id: "500000000000000001",
    channelId: "300000000000000005",
    url: "https://discord.com/channels/1/2/3",
    content: "",
    embeds: [],
    author: { id: "1", name: "Vigía" },
    own: true,
    at: 0,
  };
  const open = (alert: object | undefined, more: Partial<Target> = {}) => {
    const context = { ...t.context(), alertIn: async () => (alert === undefined ? undefined : Alert.parse(alert)) };
    return said(
      record.apps?.["record-history"]?.({ ...target, ...more }, context) ?? Promise.reject(new Error("no entry")),
    );
  };
  const base = { id: "0".repeat(64), at: 0 };

  it("opens the history of what the message tells of", async () => {
    await threeVersions();
    const told = await open({ ...base, kind: "strike.recorded", fact: "x", subject: strike.id });
    expect(allWords(told)).toContain("3 versions, newest first");
  });

  it("asks which one is meant where a notice tells of several decrees", async () => {
    const other = t.context().known.curfews.find(({ id }) => id !== DECREE)?.id ?? "";
    const group = { areas: ["EC-G"], since: 0, curfews: [DECREE, other] };
    const asked = await open({ ...base, kind: "curfew.began", country: "EC", groups: [group] });
    const told = await t.pick(asked, "Pick the record you mean", `curfew:${DECREE}`);
    expect(allWords(told)).toContain("Decreto Ejecutivo 329");
  });

  it("says so on a message that is not ours, or tells of no record", async () => {
    expect(await refusal(() => open(undefined))).toMatch(/^Only a notice or a shared answer/);
    expect(
      await refusal(() => open({ ...base, kind: "strike.recorded", fact: "x", subject: strike.id }, { own: false })),
    ).toMatch(/^Only a notice/);
    const lapsed = { ...base, kind: "knowledge.lapsed", country: "EC", areas: ["EC-G"], since: 0 };
    expect(await refusal(() => open(lapsed))).toMatch(/^This message shows no record/);
  });
});
