// The change form of an organisation: what is left as it was stays, whatever became of it meanwhile; no listing can be lost by it.
import { beforeEach, describe, expect, it } from "vitest";
import { formNamed } from "../../commands/record/forms/index.ts";
import { begin } from "../../commands/record/flow.ts";
import { orgs } from "../../commands/orgs/index.ts";
import type { Answer } from "../../src/command.ts";
import { run } from "../views/reading.ts";
import { type Desk, desk, formOf } from "./org-scene.ts";

let team: Desk;
beforeEach(async () => {
  team = await desk();
});

const LINK = "https://www.state.gov/notice";
const content = (answer: Answer) => answer.messages[0]?.content ?? "";
const open = async (id: string, kind: string, who: Parameters<Desk["context"]>[0] = {}) => {
  const form = formNamed("org-change");
  if (form === undefined) throw new Error("no such form");
  const seen = team.store.head("org", id)?.id ?? "";
  return formOf(await begin(form, { args: [id, seen, kind], typed: {} }, team.context(who)));
};
const valueOf = (form: Awaited<ReturnType<typeof open>>, key: string) => {
  const field = form.fields.find((one) => one.key === key);
  return field !== undefined && "value" in field ? (field.value ?? "") : "";
};

describe("the change form of an organisation", () => {
  it("shows what stands, in the reader's words, a line a listing", async () => {
    const form = await open("los-lobos", "corrected");
    expect(form.title).toBe("CORRECTED · Los Lobos");
    expect(valueOf(form, "nameAndCountry")).toBe("Los Lobos, Ecuador");
    expect(valueOf(form, "listings").split("\n")).toEqual([
      "1. announced 4 Sep 2025, effective 5 Sep 2025 | US Department of State, FTO and SDGT",
      "2. effective 6 Jun 2024 | US Department of the Treasury (OFAC), drug-trade sanctions",
      "3. effective 9 Jan 2024 | Ecuador, terrorist organisation and belligerent non-state a…",
    ]);
    expect(valueOf(await open("los-lobos", "changed", { language: "es", name: "Ana" }), "listings")).toContain(
      "1. anunciada 4 sep. 2025, con efecto 5 sep. 2025 | ",
    );
  });

  it("left as it was it changes nothing and says so, in both languages", async () => {
    for (const language of ["en", "es"] as const)
      for (const id of team.context().known.orgs.map((one) => one.id)) {
        const who = { language, name: `${id}-${language}` };
        const answer = await team.fill(await open(id, "corrected", who), { reason: "none" }, who);
        expect([id, content(answer)]).toEqual([
          id,
          language === "en" ? "Nothing differs from what stands." : "Nada difiere de lo que consta.",
        ]);
      }
  });

  it("puts the dates of one listing right, with the word, the reason and old -> new on its card", async () => {
    const form = await open("los-lobos", "corrected");
    const listings = valueOf(form, "listings").replace("effective 6 Jun 2024", "effective 30 May 2024");
    const card = await team.fill(form, { listings, reason: "we misread Willkie", link: "" });
    expect(content(card)).toContain("⚠️ CORRECTED - we misread Willkie");
    expect(content(card)).toContain("US Department of the Treasury (OFAC) 30 May 2024");
    expect(JSON.stringify(card)).toContain("6 Jun 2024 -> 30 May 2024");
    await team.press(card, "Confirm");
    expect(team.store.head("org", "los-lobos")).toMatchObject({
      kind: "org.changed",
      why: { is: "corrected", reason: { en: "we misread Willkie" } },
    });
    expect(team.org("los-lobos").designations.map(({ date }) => date)).toEqual([
      "2025-09-05",
      "2024-05-30",
      "2024-01-09",
    ]);
    expect(content(await run(orgs, { name: "los lobos" }, team.context()))).toContain("30 May 2024");
  });

  it.each([
    ["changed", { link: "" }, "Please give the link"],
    ["corrected", { reason: " " }, "Please write why"],
    ["corrected", { nameAndCountry: "Los Lobos" }, "is no country that I know"],
    ["corrected", { nameAndCountry: ", Ecuador" }, "is empty"],
    ["corrected", { nameAndCountry: "Los Lobos, Narnia" }, "“Narnia” is no country"],
    ["corrected", { listings: "1. effective 5 Sep 2025" }, "Each of its 3 listings keeps its line"],
    ["corrected", { listings: "1. x\n1. y\n2. z" }, "Each of its 3 listings keeps its line"],
    ["corrected", { description: "  " }, "is empty"],
  ])("as %s refuses %j", async (kind, typed, words) => {
    const form = await open("los-lobos", kind);
    expect(content(await team.fill(form, { reason: "r", link: LINK, ...typed }))).toContain(words);
  });

  it("ends no listing and puts no end before its beginning", async () => {
    const form = await open("los-lobos", "corrected");
    const lines = valueOf(form, "listings");
    const with1 = (dates: string) =>
      team.fill(form, { reason: "r", listings: lines.replace(/^1\. [^|]*/, `1. ${dates} `) });
    expect(content(await with1("announced 4 Sep 2025; off effective 1 Jan 2026"))).toContain("/record org");
    expect(content(await with1("announced 18 March 2026"))).toContain("has not come yet");
    expect(content(await with1("announced sometime"))).toContain("“sometime” is no date");
  });

  it("keeps what others recorded after it was opened, and says on the card what that was", async () => {
    const form = await open("los-lobos", "changed");
    await team.done({ name: "los lobos", what: "named" }, { otherName: "La Manada", link: LINK }, { name: "Ana" });
    const card = await team.fill(form, { nameAndCountry: "Los Lobos (LL), Ecuador", reason: "r", link: LINK });
    expect(content(card)).toContain("Somebody changed this record after you opened the form.");
    expect(content(card)).toContain("La Manada");
    await team.press(card, "Confirm");
    const org = team.org("los-lobos");
    expect(org).toMatchObject({ name: "Los Lobos", acronym: "LL" });
    expect(org.otherNames.map(({ name }) => name)).toContain("La Manada");
    expect(org.designations).toHaveLength(3);
  });

  it("a description takes the place of both languages' words, and is shown quoted to the other one", async () => {
    const card = await team.fill(await open("los-lobos", "corrected"), { description: "New words", reason: "r" });
    await team.press(card, "Confirm");
    expect(team.org("los-lobos").description).toEqual({ en: "New words" });
  });

  it("of an organisation that was withdrawn meanwhile writes nothing", async () => {
    const form = await open("ak47", "corrected");
    const head = team.store.head("org", "ak47");
    await team.store.record(
      [{ kind: "org.withdrawn", subject: "ak47", prev: head?.id ?? "", content: { reason: { en: "r" } } }],
      "x",
    );
    expect(content(await team.fill(form, { description: "d", reason: "r" }))).toContain(
      "was withdrawn from our record",
    );
  });
});
