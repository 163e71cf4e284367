// What becomes of an answer that somebody shared, once a fact makes it false: it is edited and answered, once; what still tells the truth is left alone.
import { describe, expect, it } from "vitest";
import type { Message } from "../../../src/views/message.ts";
import type { Question } from "../../../src/domain/question.ts";
import { covered } from "../../domain/fixtures.ts";
import { decree } from "./change-scene.ts";
import { ec, sharedScene } from "./shared-scene.ts";
import { states, strike, killed, updated } from "./strike-scene.ts";

const GUAYAS: Question = { is: "curfew.place", place: "EC-G" };
const ONE: Question = { is: "strikes.one", id: "s1" };
const LIST: Question = { is: "strikes.list", page: 1 };
const org = (name = "Los Lobos") => ({
  id: "o1",
  name,
  country: "EC",
  description: { en: "A group", es: "Un grupo" },
  sources: [{ publisher: "AP" }],
});

/** A curfew in EC-G from 23:00 to 05:00, known; Ana shares what `/curfew` says of it. */
async function sharedCurfew(language: "en" | "es" = "en") {
  const s = await sharedScene();
  await s.record("curfew.declared", decree());
  await s.share(GUAYAS, language);
  return s;
}
const shorter = decree({ rules: decree().rules.map((rule) => ({ ...rule, start: "21:00" })) });

describe("a shared answer about curfews", () => {
  it("that a change makes false is answered with day, old, new and who shared it, and edited with the word and the day", async () => {
    const s = await sharedCurfew();
    const before = s.texts()[0];
    expect(before).toMatch(/^⚪ No curfew now in EC-G\. Next: today, Mon 16 Mar 23:00/);
    s.hand.set(ec("2026-03-16T12:00"));
    await s.record("curfew.changed", shorter);
    await s.settle();
    const [, notice] = s.posts;
    expect(notice?.message.content).toMatch(
      /^⚠️ CHANGED · a shared answer now reads: “⚪ No curfew Mon 16 Mar 10:05 in EC-G.*21:00.*”\. It was shared on Mon 16 Mar 10:05 \(EC time\)\.\nIt said: ~~⚪ No curfew now in EC-G\. Next: today, Mon 16 Mar 23:00.*~~$/,
    );
    expect(notice?.message.signature).toBe("Shared by Ana");
    expect(notice?.how).toMatchObject({ replyTo: "m1", silent: false });
    const [edit] = s.edits;
    expect(edit?.messageId).toBe("m1");
    expect(edit?.message.content.split("\n")).toEqual([
      expect.stringMatching(/^⚪ No curfew now in EC-G\. Next: today, Mon 16 Mar 21:00/),
      "Put right Mon 16 Mar 12:00 (EC time): CHANGED. It said:",
      `~~${before}~~`,
    ]);
    expect(edit?.message.signature).toBe("Shared by Ana, as known Mon 16 Mar 10:05 (EC time)");
    expect(edit?.message.embed?.footer).toContain(/#.*/.exec(s.posts[0]?.message.embed?.footer ?? "x")?.[0]);
    const labels = (message: Message | undefined) => JSON.stringify(message?.rows).match(/"label":"[^"]*"/g);
    expect(labels(edit?.message)).toEqual(labels(s.posts[0]?.message));
    expect(s.did).toEqual(["post m1", "post m2", "edit m1"]);
    expect(s.broken).toEqual([]);
  });

  it("in Spanish says it in Spanish", async () => {
    const s = await sharedCurfew("es");
    await s.record("curfew.changed", shorter, { why: { is: "corrected", reason: { en: "We copied it wrongly" } } });
    await s.settle();
    expect(s.posts[1]?.message.content).toMatch(
      /^⚠️ CORREGIDO · una respuesta compartida ahora dice: «⚪ Sin toque.*». Se compartió el lunes 16 mar\. 10:05 \(hora de EC\)\./,
    );
    expect(s.posts[1]?.message.signature).toBe("Compartido por Ana");
    expect(s.posts[1]?.message.embed?.fields).toEqual([
      { name: "Motivo", value: "“We copied it wrongly” (en inglés)" },
    ]);
    expect(s.edits[0]?.message.content).toContain("Rectificado el lunes 16 mar. 10:05 (hora de EC): CORREGIDO. Decía:");
  });

  it("is wrong also by a decree that became known later", async () => {
    const s = await sharedScene();
    await s.share(GUAYAS);
    await s.record("curfew.declared", decree());
    await s.settle();
    expect(s.posts).toHaveLength(2);
    expect(s.edits).toHaveLength(1);
  });

  it("and withdrawn reads not known, as a correction", async () => {
    const s = await sharedCurfew();
    await s.record("curfew.withdrawn", { reason: { en: "x", es: "x" } }, { subject: "d1" });
    await s.settle();
    expect(s.posts[1]?.message.content).toMatch(
      /^⚠️ CORRECTED · a shared answer now reads: “.*from then on NOT KNOWN”/,
    );
  });

  it("is left alone by what changes elsewhere, in what it does not say, and by checks", async () => {
    const s = await sharedCurfew();
    await s.record("curfew.declared", { ...decree({}, ["EC-R"]), id: "d2" });
    await s.record("curfew.changed", decree({ notes: [{ en: "A note", es: "Una nota" }] }));
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    expect(await s.rows()).toHaveLength(1);
  });

  it("that a check has answered since is not laid at the door of a decree of elsewhere", async () => {
    const s = await sharedScene();
    await s.share({ is: "curfew.place", place: "EC-G", at: Date.parse(ec("2026-05-02T12:00")) });
    expect(s.texts()[0]).toMatch(/^❔ NOT KNOWN/);
    await s.record("coverage.confirmed", { ...covered(["EC"], "2026-04-30T00:00", "2026-05-30T00:00"), id: "c9" });
    await s.record("curfew.declared", { ...decree({}, ["EC-R"]), id: "d2" });
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
  });

  it("whose hours are over is put right without a word", async () => {
    const s = await sharedCurfew();
    s.hand.set(ec("2026-03-17T09:00"));
    await s.record("curfew.changed", shorter);
    await s.settle();
    expect(s.did).toEqual(["post m1", "edit m1"]);
    expect(states(await s.rows())).toContain("edit answer.changed sent: put-right");
  });

  it("of nine days ago is read by nobody any more", async () => {
    const s = await sharedCurfew();
    s.hand.set(ec("2026-03-25T10:00"));
    s.asked.length = 0;
    await s.record("curfew.changed", shorter);
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    expect(s.asked).toEqual([]);
    await s.share(GUAYAS);
    expect(s.ledger.toldOf.shared("curfew")).toHaveLength(1);
  });
});

describe("a shared answer about strikes", () => {
  async function sharedStrike(question: Question) {
    const s = await sharedScene({ at: "2026-03-17T10:05" });
    await s.record("strike.recorded", strike());
    await s.share(question);
    return s;
  }

  it("is answered and edited when a figure is another", async () => {
    const s = await sharedStrike(ONE);
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    expect(s.texts()[1]?.split("\n")).toEqual([
      "⚠️ UPDATED · a shared answer now reads: “US strike on a vessel, eastern Pacific: 4 killed, says SOUTHCOM. Announced 17 Mar 2026; day of the strike not stated”. It was shared on Tue 17 Mar 10:05 (EC time).",
      "It said: ~~US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced 17 Mar 2026; day of the strike not stated.~~",
    ]);
    expect(s.edits[0]?.message.content).toMatch(
      /^US strike on a vessel, eastern Pacific: 4 killed.*\nPut right Tue 17 Mar 10:05 \(EC time\): UPDATED\. It said:\n~~/,
    );
  });

  it("counts what it counted then: what is new since makes it no other, neither alone nor beside a correction", async () => {
    const s = await sharedStrike(LIST);
    expect(s.texts()[0]).toMatch(/^1 US military strike on vessels: 3 killed as announced/);
    s.hand.set(ec("2026-03-17T11:00"));
    await s.record("strike.recorded", strike({ id: "s2" }));
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    await s.record("strike.changed", strike({ id: "s2", figures: [killed(9)] }), { why: updated });
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    expect(s.texts()[1]).toMatch(/a shared answer now reads: “1 US military strike on vessels: 4 killed as announced/);
  });

  it("is left alone by what says the same of the same, from a newer source", async () => {
    const s = await sharedStrike(LIST);
    const sources = [...strike().sources, { publisher: "AP", date: "2026-03-18" }];
    await s.record("strike.changed", strike({ sources: [...sources] }), { why: { is: "added" } });
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
  });

  it("of which the record was withdrawn is not to be used", async () => {
    const s = await sharedStrike(ONE);
    await s.record("strike.withdrawn", { reason: { en: "recorded twice", es: "registrado dos veces" } });
    await s.settle();
    expect(s.texts()[1]).toMatch(
      /^⚠️ WITHDRAWN, do not use · what was shared on Tue 17 Mar 10:05 \(EC time\) is no longer in Vigía's record\. Reason: recorded twice\.\nIt said: ~~US strike/,
    );
    expect(s.edits[0]?.message.content).toMatch(
      /^WITHDRAWN, do not use\nPut right .*: WITHDRAWN, do not use\. It said:\n~~US strike/,
    );
  });

  it("is compared with how it stands by then: two changes are two answers, one taken back is a third", async () => {
    const s = await sharedStrike(ONE);
    for (const [n, low] of [4, 5, 3].entries()) {
      await s.record("strike.changed", strike({ figures: [killed(low)] }), { why: updated });
      await s.settle();
      expect(s.posts).toHaveLength(n + 2);
    }
    const said = s
      .texts()
      .slice(1)
      .map((text) => /: (\d) killed.*\n.*: (\d) killed/s.exec(text)?.slice(1).join());
    expect(said).toEqual(["4,3", "5,4", "3,5"]);
    const edited = s.edits.map(
      ({ messageId, message }) => `${messageId} ${/: (\d) killed/.exec(message.content)?.[1]}`,
    );
    expect(edited.toSorted()).toEqual(["m1 3", "m1 4", "m1 5", "m2 3", "m2 5", "m3 3"]);
    const last = s.edits.findLast(({ messageId }) => messageId === "m2")?.message;
    expect(last?.content).toMatch(/^⚠️ UPDATED .*: 3 killed.*\n~~⚠️ UPDATED .*: 4 killed.*~~$/);
    expect(last?.signature).toBe("Shared by Ana");
  });

  it("of weeks ago is answered and edited twice, each step with its own word, also once the channel's people deleted it", async () => {
    const s = await sharedStrike(ONE);
    s.hand.set(ec("2026-04-25T09:00"));
    const wrong = { is: "corrected", reason: { en: "a typing error", es: "un error de tipeo" } };
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    s.hand.set(ec("2026-05-20T09:00"));
    await s.record("strike.changed", strike({ figures: [killed(5)] }), { why: wrong });
    await s.settle();
    const words = s.texts().map((text) => /^⚠️ (\S+)/.exec(text)?.[1]);
    expect(words).toEqual([undefined, "UPDATED", "CORRECTED"]);
    expect(s.texts()[2]).toMatch(
      /^⚠️ CORRECTED · a shared answer now reads: “.*: 5 killed.*”\. It was shared on Tue 17 Mar 10:05 .*\nIt said: ~~.*4 killed/,
    );
    expect(s.edits.findLast(({ messageId }) => messageId === "m1")?.message.content).toMatch(
      /: 5 killed.*\nPut right Wed 20 May .*: CORRECTED\. It said:\n~~.*: 3 killed/,
    );
    expect(s.edits.findLast(({ messageId }) => messageId === "m2")?.message.content).toMatch(
      /: 5 killed.*\n~~⚠️ UPDATED .*4 killed/,
    );
    s.gone.add("m1");
    s.gone.add("m3");
    s.hand.set(ec("2026-05-28T09:00"));
    await s.record("strike.changed", strike({ figures: [killed(6)] }), { why: updated });
    await s.settle();
    s.hand.set(ec("2026-06-01T09:00"));
    await s.record("strike.changed", strike({ figures: [killed(7)] }), { why: updated });
    await s.settle();
    expect(s.posts.slice(3).map(({ how }) => how.replyTo)).toEqual(["m3", "m4"]);
    expect(states(await s.rows()).filter((one) => one.endsWith("message-deleted"))).toHaveLength(2);
    expect(
      s.edits
        .slice(-2)
        .map(({ messageId }) => messageId)
        .sort(),
    ).toEqual(["m2", "m4"]);
    // Ninety days on nobody reads it any more.
    s.hand.set(ec("2026-06-20T09:00"));
    await s.record("strike.changed", strike({ figures: [killed(8)] }), { why: updated });
    await s.settle();
    expect(s.posts).toHaveLength(5);
  });

  it("is told once of a fact, planned twice and after a restart", async () => {
    const s = await sharedStrike(ONE);
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await (await s.news("another")).catchUp();
    await s.settle();
    await s.courier.stop();
    const next = await sharedScene({ engine: s.engine, at: "2026-03-17T10:06" });
    await (await next.news("a third")).catchUp();
    await next.settle();
    expect([s.did, next.did]).toEqual([["post m1", "post m2", "edit m1"], []]);
    await next.record("strike.changed", strike({ figures: [killed(6)] }), { why: updated });
    await next.settle();
    expect(next.texts()[0]).toMatch(/6 killed.*\n.*4 killed/);
    expect(next.did.toSorted()).toEqual(["edit m1", "edit m2", "post m1"]);
  });

  it("is planned once also while the notice waits", async () => {
    const s = await sharedStrike(ONE);
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    await (await s.news("another")).catchUp();
    await s.pass(60_000);
    expect(s.did).toEqual(["post m1", "post m2", "edit m1"]);
    expect(await s.rows()).toHaveLength(3);
  });

  it("several facts at once are told as one", async () => {
    const s = await sharedStrike(LIST);
    await s.write("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.write("strike.changed", strike({ figures: [killed(5)] }), { why: updated });
    await (await s.news()).catchUp();
    await s.settle();
    expect(s.posts).toHaveLength(2);
    expect(s.texts()[1]).toMatch(/5 killed.*\n.*3 killed/);
  });

  it("of which a notice waits is told of both changes by the newer one alone", async () => {
    const s = await sharedStrike(ONE);
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    await s.record("strike.changed", strike({ figures: [killed(5)] }), { why: updated });
    await s.settle();
    await s.pass(60_000);
    expect(
      s
        .texts()
        .slice(1)
        .map((text) => /: (\d) killed.*\n.*: (\d) killed/s.exec(text)?.slice(1).join()),
    ).toEqual(["5,3"]);
    expect(s.edits).toHaveLength(1);
    expect(states(await s.rows())).toContain("answer.changed skipped: no-longer-so");
  });

  it("that was deleted closes nothing: the answer to it stands alone", async () => {
    const s = await sharedStrike(ONE);
    s.answers.push({ is: "sent", messageId: "m2" }, { is: "never", why: "message-deleted", closes: false });
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    expect(states(await s.rows()).slice(1)).toEqual([
      "answer.changed sent: delivered",
      "edit answer.changed skipped: message-deleted",
    ]);
  });

  it("of which nobody knows whether it stands is looked for before it is edited", async () => {
    const s = await sharedScene({ at: "2026-03-17T10:05" });
    await s.record("strike.recorded", strike());
    s.answers.push({ is: "unsure", why: "timed-out" });
    const pressed = s.share(ONE).catch((error: unknown) => String(error));
    await expect.poll(async () => (await s.rows())[0]?.state).toBe("unsure");
    await s.courier.idle();
    expect(await pressed).toContain("waiting");
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    s.search.is = { is: "found", messageId: "m9" };
    await s.pass(90_000);
    expect(s.did).toEqual(["post m1", "edit m9"]);
    expect(s.posts[0]?.how.replyTo).toBeUndefined();
  });
});

describe("a shared answer about organisations", () => {
  it("is put right when one is renamed, and left alone by another one", async () => {
    const s = await sharedScene();
    await s.record("org.recorded", org());
    await s.record("org.recorded", { ...org("Otros"), id: "o2" });
    await s.share({ is: "orgs.one", id: "o1", lists: "" });
    await s.record("org.changed", { ...org("Otra cosa"), id: "o2" });
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    await s.record("org.changed", org("Los Lobos 2"), {
      why: { is: "corrected", reason: { en: "a slip", es: "un desliz" } },
    });
    await s.settle();
    expect(s.texts()[1]).toMatch(/^⚠️ CORRECTED · .*“Los Lobos 2 \(EC\).*\nIt said: ~~Los Lobos \(EC\)/);
  });

  it("is not made wrong by a list that it was put on only later", async () => {
    const s = await sharedScene();
    await s.record("org.recorded", org());
    await s.share({ is: "orgs.one", id: "o1", lists: "" });
    s.hand.set(ec("2026-03-20T10:00"));
    const listing = (date: string) => ({
      authority: "us-state",
      type: { en: "FTO", es: "FTO" },
      date,
      sources: [{ publisher: "AP" }],
    });
    await s.record("org.listed", { ...org(), designations: [listing("2026-03-19")] });
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    await s.record("org.changed", { ...org(), designations: [listing("2026-03-10")] });
    await s.settle();
    expect(s.did).toEqual(["post m1", "post m2", "edit m1"]);
  });
});
