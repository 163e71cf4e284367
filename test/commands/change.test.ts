// /record change: which kind of change it is comes first, and only those that make sense; then that record's own form is opened.
import { beforeEach, describe, expect, it } from "vitest";
import { FORMS } from "../../commands/record/forms/index.ts";
import { record } from "../../commands/record/index.ts";
import { DECREE, strikeOf, type Team, team } from "./team.ts";
import { actionOf, allWords, refusal } from "../views/reading.ts";

let t: Team;
const strike = strikeOf();

beforeEach(async () => {
  t = await team();
  await t.record({ kind: "strike.recorded", subject: strike.id, content: strike });
});

const labels = (words: string) => words.split("\n").filter((line) => /^[A-ZÁ]+$/.test(line));

describe("/record change", () => {
  it.each([
    ["strike", `strike:${strike.id}`, ["UPDATED", "CORRECTED"]],
    ["curfew", `curfew:${DECREE}`, ["CHANGED", "CORRECTED"]],
  ])("asks of a %s what it is, a line each, and offers no kind that makes no sense", async (_noun, what, kinds) => {
    const asked = allWords(await t.run("change", { what }));
    expect(asked).toMatch(/^What is it\? (Strike|Curfew)/);
    expect(labels(asked)).toEqual(kinds);
    // A source is a strike's alone to take back.
    expect(asked.includes("Take back a source")).toBe(what.startsWith("strike:"));
    for (const kind of kinds) expect(asked).toContain(`**${kind}**: `);
  });

  it("asks the same in Spanish", async () => {
    const asked = allWords(await t.run("change", { what: `curfew:${DECREE}` }, "Ana", { language: "es" }));
    expect(asked).toMatch(/^¿Qué es\? Toque Decreto Ejecutivo 329/);
    expect(labels(asked)).toEqual(["CAMBIO", "CORREGIDO"]);
  });

  it("opens that record's form with the version that was seen, or says that there is none", async () => {
    for (const what of [`strike:${strike.id}`, `curfew:${DECREE}`, ...others()]) {
      const asked = await t.run("change", { what });
      const action = actionOf(asked, "CORRECTED");
      const [value = "", seen, kind] = action.args;
      const [noun = "", id = ""] = value.split(":");
      expect([seen, kind]).toEqual([t.versions(noun, id).at(-1)?.id, "corrected"]);
      const press = record.buttons?.["change.as"];
      if (press === undefined) throw new Error("no button");
      const form = FORMS.find(({ name }) => name === `${noun}-change`);
      if (form === undefined)
        expect(await refusal(() => t.press(asked, "CORRECTED"))).toMatch(/^This cannot be changed here/);
      else {
        const opened = await press(action.args, t.context());
        expect(opened.to).toBe("modal");
        if (opened.to === "modal") expect(opened.modal.action.args.slice(2)).toEqual([id, seen, "corrected"]);
      }
    }
  });

  it("refuses a withdrawn record, a kind that makes no sense, and who may not record", async () => {
    const [head] = t.versions("strike", strike.id);
    const what = `strike:${strike.id}`;
    const asked = await t.run("change", { what });
    const { args } = actionOf(asked, "UPDATED");
    const press = (kind: string) =>
      refusal(async () => {
        const said = await record.buttons?.["change.as"]?.([...args.slice(0, 2), kind], t.context());
        throw new Error(`it was taken: ${said?.to ?? ""}`);
      });
    expect(await press("changed")).toMatch(/^This button comes from an older version/);
    expect(await press("undone")).toMatch(/^This button comes from an older version/);
    expect(await refusal(() => t.press(asked, "UPDATED", "Luis", { manageGuild: false }))).toMatch(/^Only members/);
    const gone = { reason: { en: "x" } };
    await t.record({ kind: "strike.withdrawn", subject: strike.id, prev: head?.id ?? "", content: gone });
    expect(await refusal(() => t.run("change", { what }))).toMatch(/^This record was withdrawn/);
    expect(await refusal(() => t.run("change", { what: "coverage:ec-2024-05-22-no-curfew" }))).toMatch(
      /^Nothing in our/,
    );
  });
});

function others(): string[] {
  const { orgs, tallies } = t.context().known;
  return [`org:${orgs[0]?.id ?? ""}`, `tally:${tallies[0]?.id ?? ""}`];
}
