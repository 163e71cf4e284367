// /record org: the right form for each act, what is read and refused, the card as readers will see it, and that confirming records once and writes nothing over.
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { formNamed } from "../../commands/record/forms/index.ts";
import { orgs } from "../../commands/orgs/index.ts";
import { record } from "../../commands/record/index.ts";
import type { Answer } from "../../src/command.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { allWords, englishIn, fieldOf, mustFit, pick, refusal, run } from "../views/reading.ts";
import { answerOf, type Desk, desk, formOf } from "./org-scene.ts";

let team: Desk;
beforeEach(async () => {
  team = await desk();
});

const LINK = "https://www.state.gov/notice";
const LISTED = {
  authority: "Canada",
  kind: "terrorist entity list; SOR/2026-44",
  dates: "announced 17 Mar, effective 20 Mar",
  note: "“for acts in Guayaquil”",
  link: LINK,
};
const content = (answer: Answer) => answer.messages[0]?.content ?? "";
const asked = (name: string, who: Parameters<Desk["context"]>[0] = {}) => run(orgs, { name }, team.context(who));
const ACT = "A listing is a government's act, not a court ruling.";

describe("which form /record org opens", () => {
  it.each([
    [{}, "A new organisation"],
    [{ name: "Los Nuevos" }, "A new organisation"],
    [{ name: "los lobos", what: "listed" }, "Listed: Los Lobos"],
    [{ name: "los lobos, tiguerones", what: "listed" }, "Listed: 2 organisations"],
    [{ name: "los-lobos", what: "delisted" }, "Taken off a list: Los Lobos"],
    [{ name: "los lobos", what: "renamed" }, "Renamed: Los Lobos"],
    [{ name: "lagartos", what: "merged" }, "Merged: Lagartos"],
    [{ name: "los lobos", what: "named" }, "Another name: Los Lobos"],
    [{ name: "los lobos", what: "new" }, "A new organisation"],
  ])("%j: %s", async (typed, title) => {
    const form = formOf(await team.run(typed));
    expect(form.title.slice(0, title.length)).toBe(title);
    expect(form.fields.length).toBeLessThanOrEqual(5);
    for (const field of form.fields) {
      expect(field.label.length).toBeLessThanOrEqual(45);
      expect((field.description ?? "").length).toBeLessThanOrEqual(100);
    }
  });

  it("asks what became of a known one by buttons that open the form, and which of two bearers is meant", async () => {
    const ask = answerOf(await team.run({ name: "los lobos" }));
    expect(content(ask)).toBe("What became of Los Lobos?");
    expect(formOf(await team.press(ask, "renamed")).title).toBe("Renamed: Los Lobos");
    const both = answerOf(await team.run({ name: "cdg" }));
    expect(content(both)).toContain("“cdg” can be several: Cártel del Golfo (CDG); Clan del Golfo");
    const which = { name: "record.org-which", args: [""] };
    expect(content(await pick(record, which, "clan-del-golfo", team.context()))).toBe("What became of Clan del Golfo?");
  });

  it("fills the name in that was typed, and refuses an act of nobody", async () => {
    expect(formOf(await team.run({ name: "Los Nuevos" })).fields[0]).toMatchObject({ value: "Los Nuevos" });
    const no = (typed: object) => refusal(async () => answerOf(await team.run(typed)));
    expect(await no({ name: "Los Nuevos", what: "renamed" })).toContain("No organisation “Los Nuevos” in our record");
    expect(await no({ what: "renamed" })).toBe("Please name the organisation.");
    expect(await no({ name: "los lobos, cdg", what: "listed" })).toContain("“cdg” can be several");
    expect(await no({ name: "comandos de la frontera", what: "delisted" })).toContain("stands on no list");
  });

  it("is for the team alone, at every step", async () => {
    const elsewhere = { ...team.context(), mayRecord: false };
    const ran = record.subcommands?.org;
    for (const step of [
      () => ran?.run({ name: undefined, what: undefined }, elsewhere),
      () => record.buttons?.["record.org-what"]?.(["listed", "los-lobos"], elsewhere),
      () => record.menus?.["record.org-which"]?.([""], ["los-lobos"], elsewhere),
    ])
      expect(await refusal(async () => answerOf((await step()) ?? fail()))).toContain("Only members of the team");
  });

  it("refuses what no button of ours can have carried", async () => {
    for (const args of [[], ["new", "los-lobos"], ["x", "los-lobos"], ["listed", "nobody"]])
      expect(
        await refusal(async () =>
          answerOf((await record.buttons?.["record.org-what"]?.(args, team.context())) ?? fail()),
        ),
      ).toContain("older version");
    const pickGone = () => pick(record, { name: "record.org-which", args: [""] }, "gone", team.context());
    expect(await refusal(pickGone)).toContain("older version");
  });
});

describe("a listing", () => {
  it("is shown as /orgs will tell it, with its day ahead; recorded it is told as not yet in effect, then as standing, and later as taken off", async () => {
    const card = await team.card({ name: "los lobos", what: "listed" }, LISTED);
    expect(content(card)).toBe(
      `Not recorded yet. This is what readers will get:\nLos Lobos (Ecuador): on 3 government lists: Ecuador 9 Jan 2024, US Department of the Treasury (OFAC) 6 Jun 2024, US Department of State (FTO, SDGT) 5 Sep 2025. Announced, not yet in effect: Canada from 20 Mar 2026. ${ACT}`,
    );
    expect(fieldOf(card, "To be listed by: Government of Canada")).toBe(
      "Kind of listing: terrorist entity list\nTakes effect: 20 Mar 2026\nAnnounced: 17 Mar 2026\nLegal act: SOR/2026-44\n“for acts in Guayaquil”\n• [state.gov](https://www.state.gov/notice), undated",
    );
    expect(fieldOf(card, "If you confirm")).toContain(
      "Until 20 Mar 2026 it is told as announced and not yet in effect.",
    );
    const recorded = answerOf(await team.press(card, "Confirm"));
    expect(content(recorded)).toMatch(
      /^Recorded: Los Lobos \(Ecuador\): on 3 government lists.* It is news, and no channel asks for news of it\./,
    );
    expect(team.store.head("org", "los-lobos")).toMatchObject({ kind: "org.listed", recorder: "Rita" });
    expect(content(await asked("los lobos"))).toContain("Announced, not yet in effect: Canada from 20 Mar 2026.");
    team.set("2026-03-20T00:00:00-04:00");
    expect(content(await asked("los lobos"))).toContain("on 4 government lists");
    await team.done(
      { name: "los lobos", what: "delisted" },
      {
        listing: listingOf("Canada"),
        offDates: "announced today, effective 1 Apr",
        act: "SOR/2026-60",
        note: "",
        link: LINK,
      },
    );
    expect(content(await asked("los lobos"))).toContain("Canada 20 Mar 2026 (to be taken off 1 Apr 2026)");
    team.set("2026-04-02T00:00:00-04:00");
    const off = await asked("los lobos");
    expect(content(off)).toContain("on 3 government lists");
    expect(content(off)).toContain("Taken off: Canada (was on the list 20 Mar 2026 to 1 Apr 2026).");
    expect(fieldOf(off, "No longer listed by: Government of Canada")).toContain("Taken off by: SOR/2026-60");
    const canada = await run(orgs, { "designated-by": "canada" }, team.context());
    expect(content(canada)).toBe(
      `Government of Canada: 7 organisations on its lists that we know of. Taken off again: 1. ${ACT}`,
    );
    expect(allWords(canada)).not.toContain("Los Lobos");
    expect(fieldOf(off, "Spelled out")).toContain("FTO: “Foreign Terrorist Organization”");
  });

  const listingOf = (authority: string) => {
    const org = team.org("los-lobos");
    const index = org.designations.findIndex((one) => one.authority.startsWith(authority.slice(0, 2).toLowerCase()));
    const form = formNamed("org-delisted")?.fields({ args: ["los-lobos"], typed: {} }, team.context());
    const field = form?.find(({ key }) => key === "listing");
    return field?.kind === "choice" ? (field.options[index]?.value ?? "") : "";
  };

  it("told again adds its source to the one that stands, and with the same source is refused", async () => {
    const fto = { authority: "state department", kind: "SDGT, FTO", dates: "not stated", link: LINK };
    const card = await team.card({ name: "los lobos", what: "listed" }, fto);
    expect(content(card)).toContain(
      "⚠️ That listing is in our record already: Los Lobos, US Department of State (FTO, SDGT) 5 Sep 2025. If you confirm, this source is added to it and nothing else changes.",
    );
    await team.press(card, "Confirm");
    const org = team.org("los-lobos");
    expect(org.designations).toHaveLength(3);
    expect(org.designations[0]?.sources.at(-1)).toEqual({ publisher: "state.gov", url: LINK });
    expect(team.store.head("org", "los-lobos")).toMatchObject({ kind: "org.changed", why: { is: "added" } });
    expect(content(await team.card({ name: "los lobos", what: "listed" }, fto))).toContain("with this very source");
  });

  it("of several by one act is one batch and one legal act that /orgs knows by name", async () => {
    const several = { ...LISTED, authority: "AR", kind: "RePET; Decreto 90/2026" };
    const card = await team.card({ name: "los lobos, los choneros, tiguerones", what: "listed" }, several);
    expect(content(card)).toContain(`Decreto 90/2026 (Government of Argentina): 3 organisations. ${ACT}`);
    expect(fieldOf(card, "3 organisations")?.split("\n")).toHaveLength(3);
    const before = team.store.after(0).length;
    await team.press(card, "Confirm");
    expect(team.store.after(before).map(({ kind }) => kind)).toEqual([
      "instrument.recorded",
      "org.listed",
      "org.listed",
      "org.listed",
    ]);
    const act = await run(orgs, { "designated-by": "decreto 90" }, team.context());
    expect(content(act)).toContain("Decreto 90/2026 (Government of Argentina, 20 Mar 2026): 3 organisations.");
    await team.done({ name: "lagartos", what: "listed" }, several);
    expect(content(await run(orgs, { "designated-by": "decreto 90" }, team.context()))).toContain("4 organisations");
    const one = await team.card({ name: "aguilas, ak47", what: "listed" }, { ...LISTED, kind: "entity" });
    expect(content(one)).toContain("by one legal act: please name it");
  });

  it("by an authority that is new needs its country, and no second record of one that is known", async () => {
    const by = (authority: string) => team.card({ name: "los lobos", what: "listed" }, { ...LISTED, authority });
    expect(content(await by("Peru"))).toContain(
      "“Peru” is no authority in our record. Known are: US Department of State;",
    );
    expect(content(await by("new: Government of Peru"))).toContain("write its name and its country");
    expect(content(await by("new: Government of Peru, Atlantis"))).toContain("“Atlantis” is no country that I know");
    expect(content(await by("us"))).toContain("“us” can be several: US Department of State; ");
    expect(fieldOf(await by("new: Government of Canada, Canada"), "If you confirm")).not.toContain("joins the record");
    const card = await by("new: Government of Honduras, Honduras");
    expect(fieldOf(card, "If you confirm")).toContain("Government of Honduras joins the record");
    await team.press(card, "Confirm");
    const [authority] = team.store.known().authorities.filter(({ country }) => country === "HN");
    expect(authority?.id).toMatch(/^hn-[a-z]{10}$/);
    expect(content(await asked("los lobos"))).toContain("Honduras from 20 Mar 2026");
  });

  it.each([
    [{ dates: "announced 18 Mar 2026" }, "That day has not come yet."],
    [{ dates: "announced soon" }, "“soon” is no date that I can read."],
    [{ dates: "effective March" }, "“March” is not one day."],
    [{ kind: " ; E.O. 1" }, "which kind of listing"],
    [{ link: "http://state.gov" }, "https://"],
    [{ link: "https://me:word@state.gov/1" }, "https://"],
    [{ link: "" }, "https://"],
    [{ authority: "" }, "“Who lists it” is empty."],
    [{ note: "x".repeat(1001) }, "1001 characters"],
  ])("%j is refused with its sentence and can be mended", async (change, words) => {
    const answer = await team.card({ name: "los lobos", what: "listed" }, { ...LISTED, ...change });
    expect(content(answer)).toContain(words);
    const form = formOf(await team.press(answer, "Correct it"));
    expect(form.fields.find(({ key }) => key === "kind")).toMatchObject({
      value: "kind" in change ? change.kind : LISTED.kind,
    });
    expect(team.org("los-lobos").designations).toHaveLength(3);
  });

  it("effective before it was announced is pointed out, not refused", async () => {
    const card = await team.card(
      { name: "los lobos", what: "listed" },
      { ...LISTED, dates: "announced 17 Mar, effective 1 March 2026" },
    );
    expect(content(card)).toContain("⚠️ It would take effect before it was announced.");
  });
});

describe("taking off a list", () => {
  const off = (more: object = {}) => ({
    offDates: "announced today, effective today",
    act: "",
    note: "",
    link: LINK,
    ...more,
  });

  it("names the listings that stand, and refuses one that is off already or off before it was on", async () => {
    const form = formOf(await team.run({ name: "los choneros", what: "delisted" }));
    const [field] = form.fields;
    if (field?.kind !== "choice") throw new Error("no choice");
    expect(field.options.map(({ label }) => label)).toEqual([
      "US Department of State, FTO and SDGT",
      "US Department of the Treasury (OFAC), drug-trade sanctions",
      "Ecuador, terrorist organisation and belligerent non-state actor",
    ]);
    const listing = field.options[2]?.value ?? "";
    expect(content(await team.fill(form, off({ listing, offDates: "announced 8 January 2024" })))).toContain(
      "before the day it was put on the list",
    );
    expect(content(await team.fill(form, off({ listing: "" })))).toContain("pick which listing");
    const card = await team.fill(form, off({ listing }));
    expect(content(card)).toContain("Taken off: Ecuador (was on the list 9 Jan 2024 to 17 Mar 2026).");
    await team.press(card, "Confirm");
    expect(team.store.head("org", "los-choneros")?.kind).toBe("org.delisted");
    const again = formOf(await team.run({ name: "los choneros", what: "delisted" }));
    expect(again.fields[0]?.kind === "choice" && again.fields[0].options).toHaveLength(2);
    expect(content(await team.fill(again, off({ listing })))).toContain("taken off that list already");
  });
});

describe("a name, a merger, a new one", () => {
  it("renamed, it is found by both names, the former one with its last day", async () => {
    const card = await team.card(
      { name: "tiguerones", what: "renamed" },
      { newName: "Los Fénix", acronym: "LF", since: "1 March", by: "El Universo", link: LINK },
    );
    expect(content(card)).toContain("Los Fénix (LF, Ecuador): on 1 government list");
    expect(fieldOf(card, "Other names")).toMatch(
      /Tiguerones \(former name, until 1 Mar 2026\); so called by El Universo/,
    );
    await team.press(card, "Confirm");
    for (const name of ["los fenix", "LF", "tiguerones"])
      expect(content(await asked(name))).toMatch(/^Los Fénix \(LF, Ecuador\)/);
    expect(fieldOf(await asked("LF"), "Other names")).toContain("(former name, until 1 Mar 2026)");
    expect(
      team
        .context()
        .names.orgs.find("fénix", "en", 3)
        .map(({ id }) => id),
    ).toContain("tiguerones");
  });

  it("merged, who asks for it is led to the other one, and its own listings stay a button away", async () => {
    await team.done(
      { name: "lagartos", what: "merged" },
      { into: "los lobos", since: "1 March", by: "the police", note: "", link: LINK },
    );
    const led = await asked("lagartos");
    expect(content(led)).toMatch(
      /^Lagartos merged into Los Lobos \(1 Mar 2026, says the police\)\. Los Lobos \(Ecuador\): on 3 government lists/,
    );
    expect(fieldOf(led, "Merged into it")).toContain("Lagartos: on 1 government list: Ecuador 9 Jan 2024.");
    const { name, args } = { name: "orgs.ask", args: ["o", "lagartos", ""] };
    const own = answerOf((await orgs.buttons?.[name]?.(args, team.context())) ?? fail());
    expect(content(own)).toMatch(
      /^Lagartos merged into Los Lobos \(1 Mar 2026, says the police\)\. Lagartos \(Ecuador\): on 1/,
    );
    expect(actionLabels(own)).toContain("To Los Lobos");
    expect(actionLabels(led)).toContain("Listings of Lagartos");
    const bare = await run(orgs, { "designated-by": "ecuador" }, team.context());
    expect(allWords(bare)).toContain("Lagartos");
    const no = (into: string, who: string) =>
      team.card({ name: who, what: "merged" }, { into, since: "today", by: "", note: "", link: LINK });
    expect(content(await no("lagartos", "los lobos"))).toContain("lead to each other for ever");
    expect(content(await no("los lobos", "los lobos"))).toContain("cannot merge into itself");
    expect(content(await no("nobody", "los lobos"))).toContain("is no organisation in our record");
    expect(content(await no("cdg", "los lobos"))).toContain("“cdg” can be several");
  });

  it("two who close a circle at once: the second one is refused, and nothing of theirs is written", async () => {
    const into = (other: string) => ({ into: other, since: "today", by: "", note: "", link: LINK });
    const one = await team.card({ name: "lagartos", what: "merged" }, into("patrones"));
    const two = await team.card({ name: "patrones", what: "merged" }, into("lagartos"), { name: "Ana" });
    await team.press(one, "Confirm");
    expect(content(answerOf(await team.press(two, "Confirm", { name: "Ana" })))).toContain(
      "lead to each other for ever",
    );
    expect(team.org("patrones").mergedInto).toBeUndefined();
  });

  it("of a name that others bear the card says whose it is, and of one nearly the same as well", async () => {
    const named = await team.card({ name: "los lobos", what: "named" }, { otherName: "CDG", link: LINK });
    expect(content(named)).toContain("⚠️ “CDG” is also a name of: Cártel del Golfo (CDG); Clan del Golfo.");
    const fresh = { name: "Los Choneross (LC)", others: "Choneros; LC", country: "EC", description: "d", link: LINK };
    const card = await team.card({ what: "new" }, fresh);
    expect(content(card)).toContain("⚠️ “Choneros” is also a name of: Los Choneros.");
    expect(content(card)).toContain("⚠️ Names that are alike: Los Choneros.");
  });

  it("new, it stands in /orgs at once, on no list, and is found by every name", async () => {
    const fresh = {
      name: "Los Nuevos (LN)",
      others: "Nuevos; Gente Nueva",
      country: "Colombia",
      description: "Says **who**",
      link: LINK,
    };
    const card = await team.card({ name: "Los Nuevos" }, fresh);
    expect(content(card)).toContain("Los Nuevos (LN, Colombia): on no government list that we know of.");
    expect(fieldOf(card, "Description")).toBe(String.raw`Says \*\*who\*\*`);
    await team.press(card, "Confirm");
    for (const name of ["LN", "gente nueva"]) expect(content(await asked(name))).toMatch(/^Los Nuevos/);
    expect(fieldOf(await asked("LN", { language: "es" }), "Descripción")).toContain("(en inglés)");
    expect(content(await team.card({}, { ...fresh, country: "Narnia" }))).toContain("“Narnia” is no country");
  });
});

describe("two people, and one twice", () => {
  it("Confirm pressed twice records once", async () => {
    const card = await team.card({ name: "los lobos", what: "listed" }, LISTED);
    const before = team.store.after(0).length;
    const both = await Promise.all([team.press(card, "Confirm"), team.press(card, "Confirm")]);
    expect(team.store.after(before)).toHaveLength(1);
    for (const one of both) expect(content(answerOf(one))).toMatch(/^Recorded/);
  });

  it("the second one sees the card anew, and then both listings stand", async () => {
    const one = await team.card({ name: "los lobos", what: "listed" }, LISTED);
    const two = await team.card({ name: "los lobos", what: "listed" }, { ...LISTED, authority: "AR" }, { name: "Ana" });
    await team.press(one, "Confirm");
    const again = answerOf(await team.press(two, "Confirm", { name: "Ana" }));
    expect(content(again)).toContain("⚠️");
    expect(team.org("los-lobos").designations).toHaveLength(4);
    const form = formOf(await team.press(again, "Edit", { name: "Ana" }));
    await team.press(await team.fill(form, {}, { name: "Ana" }), "Confirm", { name: "Ana" });
    expect(team.org("los-lobos").designations.map(({ authority }) => authority)).toEqual([
      "us-state",
      "us-treasury",
      "ec-president",
      "ca-government",
      "ar-government",
    ]);
  });
});

describe("every card", () => {
  it.each(LANGUAGES)("fits Discord's limits and holds no other language (%s)", async (language) => {
    const who = { language };
    const cards = [
      await team.card({ name: "los lobos", what: "listed" }, { ...LISTED, kind: "FTO; SOR/2026-44", note: "" }, who),
      await team.card(
        { name: "los lobos", what: "listed" },
        { ...LISTED, note: "n ".repeat(499), link: `https://a.example.com/${"b/".repeat(450)}` },
        who,
      ),
      await team.card(
        { name: "los lobos", what: "renamed" },
        { newName: "N".repeat(200), since: "hoy", by: "b".repeat(200), link: LINK },
        who,
      ),
      await team.card(
        {
          name: team
            .context()
            .known.orgs.filter((one) => one.country === "EC")
            .map(({ id }) => id)
            .join(","),
          what: "listed",
        },
        { ...LISTED, authority: "AR" },
        who,
      ),
      await team.card(
        {},
        { name: "A (B)", others: "o; ".repeat(190), country: "EC", description: "_d_ ".repeat(370), link: LINK },
        who,
      ),
    ];
    for (const card of cards) for (const message of card.messages) await mustFit(message);
    if (language === "es") expect(englishIn(allWords(cards[0] ?? fail()), team.context().known)).toEqual([]);
  });

  it("comes or a sentence comes, whatever is typed: never a fault, never half a fact", async () => {
    const junk = fc.oneof(
      fc.string({ maxLength: 60, unit: "binary" }),
      fc.constantFrom(
        "",
        "us-state",
        "new: x, EC",
        "FTO; a; b",
        "today",
        "announced 1 Mar, effective 2 Mar",
        LINK,
        "cdg",
        "los-lobos",
        "@everyone",
        "‮x",
        "1. not stated | x",
      ),
    );
    const acts = ["listed", "delisted", "renamed", "merged", "named"];
    const before = team.store.after(0).length;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...acts, "new"),
        fc.array(junk, { minLength: 5, maxLength: 5 }),
        async (what, words) => {
          const form = formOf(
            await team.run(
              { ...(what === "new" ? {} : { name: "los lobos" }), what },
              { name: `${what}-${words.join("")}` },
            ),
          );
          const typed = Object.fromEntries(form.fields.map(({ key }, i) => [key, words[i] ?? ""]));
          const answer = await team.fill(form, typed, { name: `${what}-${words.join("")}` });
          for (const message of answer.messages) await mustFit(message);
        },
      ),
      { numRuns: 500 },
    );
    expect(team.store.after(0)).toHaveLength(before);
  });
});

const actionLabels = (answer: Answer) =>
  answer.messages.flatMap(({ rows = [] }) =>
    rows.flatMap((row) => ("menu" in row ? [] : row.buttons.map(({ label }) => label))),
  );

function fail(): never {
  throw new Error("nothing there");
}
