// /record withdraw over a real store: what is shown before, what is written, what is refused.
import { beforeEach, describe, expect, it } from "vitest";
import { Org } from "../../src/domain/org.ts";
import { stateAt } from "../../src/domain/state.ts";
import { instant } from "../../src/domain/time.ts";
import { DECREE, strikeOf, type Team, team } from "./team.ts";
import { allWords, mustFit, refusal } from "../views/reading.ts";

let t: Team;
const strike = strikeOf();

beforeEach(async () => {
  t = await team();
  await t.record({ kind: "strike.recorded", subject: strike.id, content: strike });
});
const what = `strike:${strike.id}`;
const reason = "same strike as 13 Mar, recorded twice";

describe("/record withdraw", () => {
  it("shows what is withdrawn and what the counts lose; Confirm writes one fact with its reason, twice pressed once", async () => {
    const card = await t.run("withdraw", { what, reason });
    for (const message of card.messages) await mustFit(message);
    expect(allWords(card)).toContain(
      "WITHDRAWN, do not use: Strike 14 Mar 2026, eastern Pacific, 3 killed, says SOUTHCOM. Reason: same strike as 13 Mar, recorded twice",
    );
    expect(allWords(card)).toContain("The counts lose 1 strike and 3 killed as announced.");
    expect(allWords(card)).toContain("No channel was told of it.");
    expect(t.versions("strike", strike.id)).toHaveLength(1);
    const [first, second] = await Promise.all([t.press(card, "Confirm"), t.press(card, "Confirm")]);
    expect(allWords(first)).toContain("Withdrawn: Strike 14 Mar 2026");
    expect(allWords(second)).toContain("Recorded already");
    const [, gone] = t.versions("strike", strike.id);
    expect(gone).toMatchObject({
      kind: "strike.withdrawn",
      content: { reason: { en: reason } },
      why: { is: "withdrawn", reason: { en: reason } },
    });
    expect(t.versions("strike", strike.id)).toHaveLength(2);
    expect(t.context().known.strikesById.has(strike.id)).toBe(false);
  });

  it("is said in Spanish, and the reason stands in the language it was typed in", async () => {
    const card = await t.run("withdraw", { what, reason: "es el del 13" }, "Ana", { language: "es" });
    expect(allWords(card)).toContain(
      "RETIRADO, no usar: Ataque 14 mar. 2026, Pacífico oriental, 3 muertos, según SOUTHCOM. Motivo: es el del 13",
    );
    await t.press(card, "Confirmar", "Ana", { language: "es" });
    expect(t.versions("strike", strike.id).at(-1)?.content).toEqual({ reason: { es: "es el del 13" } });
  });

  it("leaves a curfew's places not known, and one person alone writes nothing without an official source", async () => {
    const card = await t.run("withdraw", { what: `curfew:${DECREE}`, reason: "invented" });
    expect(allWords(card)).toContain("Its places and hours are then NOT KNOWN. Nobody is told “No curfew”.");
    expect(allWords(card)).toContain("It waits for a second person");
    expect(allWords(await t.press(card, "Confirm"))).toContain("The review channel was asked.");
    expect(t.versions("curfew", DECREE)).toHaveLength(1);
  });

  it("takes one person's word where an authority's own source is named; the place is then not known", async () => {
    const link = "https://www.presidencia.gob.ec/decreto-330";
    const card = await t.run("withdraw", { what: `curfew:${DECREE}`, reason: "never signed", link });
    expect(allWords(card)).not.toContain("second person");
    await t.press(card, "Confirm");
    expect(t.versions("curfew", DECREE).at(-1)).toMatchObject({ kind: "curfew.withdrawn", why: { official: true } });
    const state = stateAt(t.context().known, "EC-G", instant("2026-03-15T23:30:00-05:00"));
    expect(JSON.stringify(state)).toContain("unknown");
    expect(JSON.stringify(state)).not.toContain("notInForce");
  });

  it("lets one person withdraw a curfew that is over: nothing ahead becomes less strict", async () => {
    t.set("2026-05-10T10:00");
    expect(allWords(await t.run("withdraw", { what: `curfew:${DECREE}`, reason: "invented" }))).not.toContain("second");
  });

  it("refuses what others of the record rest on, what is gone already, and what it cannot read", async () => {
    const listed = t.context().known.orgs.find(({ designations }) => designations.length > 0);
    expect(allWords(await t.run("withdraw", { what: `org:${listed?.id ?? ""}`, reason }))).toMatch(
      /^Governments list it: .*It cannot be withdrawn while it is listed/,
    );
    expect(allWords(await t.run("withdraw", { what, reason: " \u200B " }))).toMatch(/^Please write why/);
    expect(allWords(await t.run("withdraw", { what, reason, link: "http://x.example/1" }))).toMatch(
      /^That link starts with http:/,
    );
    expect(allWords(await t.run("withdraw", { what, reason: "x".repeat(301) }))).toMatch(/301 characters and 300 fit/);
    expect(await refusal(() => t.run("withdraw", { what: "atlantis", reason }))).toMatch(/^Nothing in our record fits/);
    const card = await t.run("withdraw", { what, reason });
    await t.press(card, "Confirm");
    expect(allWords(await t.run("withdraw", { what, reason }))).toBe("This record was withdrawn already.\nCorrect it");
    expect(t.versions("strike", strike.id)).toHaveLength(2);
  });

  it("names an organisation that strikes name as one that has to be taken out there first", async () => {
    const org = { ...t.context().known.orgs[0], id: "org-TEST000001", designations: [] };
    await t.record({ kind: "org.recorded", subject: org.id, content: Org.parse(org) });
    const named = strikeOf({ id: "strike-0000000002", orgIds: [org.id] });
    await t.record({ kind: "strike.recorded", subject: named.id, content: named });
    expect(allWords(await t.run("withdraw", { what: `org:${org.id}`, reason }))).toMatch(/^It is named in 1 strike\./);
  });

  it("asks back between several, and takes up what is picked with what was typed", async () => {
    const twin = strikeOf({ id: "strike-0000000003" });
    await t.record({ kind: "strike.recorded", subject: twin.id, content: twin });
    const several = await t.run("withdraw", { what: "14 mar 2026 eastern pacific", reason });
    expect(allWords(several)).toContain("fits several records");
    const card = await t.pick(several, "Pick the record you mean", `strike:${twin.id}`);
    expect(allWords(card)).toContain(`Reason: ${reason}`);
    await t.press(card, "Confirm");
    expect(t.versions("strike", twin.id).at(-1)?.kind).toBe("strike.withdrawn");
    expect(t.versions("strike", strike.id)).toHaveLength(1);
  });

  it("shows what somebody else changed in between, writes nothing over it, and withdraws what then stands", async () => {
    const card = await t.run("withdraw", { what, reason });
    const [before] = t.versions("strike", strike.id);
    const content = strikeOf({ figures: [{ measure: "killed", low: 4, atLeast: false, by: { en: "SOUTHCOM" } }] });
    const why = { is: "updated" as const, reason: { en: "raised" } };
    await t.record({ kind: "strike.changed", subject: strike.id, prev: before?.id ?? "", content, why }, "Luis");
    const again = await t.press(card, "Confirm");
    expect(allWords(again)).toContain(
      "It was changed since you looked. What changed in between: Killed (SOUTHCOM): 3 -> 4",
    );
    expect(t.versions("strike", strike.id)).toHaveLength(2);
    const once = await t.press(again, "Confirm");
    const written = t.versions("strike", strike.id).length === 3 ? once : await t.press(once, "Confirm");
    expect(allWords(written)).toContain("Withdrawn:");
    expect(t.versions("strike", strike.id).map(({ kind }) => kind)).toEqual([
      "strike.recorded",
      "strike.changed",
      "strike.withdrawn",
    ]);
  });

  it("is refused to who may not record", async () => {
    expect(await refusal(() => t.run("withdraw", { what, reason }, "Mei", { manageGuild: false }))).toMatch(
      /^Only members/,
    );
    const card = await t.run("withdraw", { what, reason });
    expect(await refusal(() => t.press(card, "Confirm", "Ana", { manageGuild: false }))).toMatch(/^Only members/);
    expect(await refusal(() => t.press(card, "Confirm", "Luis"))).toMatch(/belongs to somebody else/);
  });
});
