// Decrees declared, changed and taken back while a channel listens: what it is shown, and what is never told of again.
import { describe, expect, it } from "vitest";
import type { Curfew } from "../../../src/domain/curfew.ts";
import { wordsOf } from "../../views/reading.ts";
import { changeScene, decree, ec } from "./change-scene.ts";
import { evening, change, BEGAN, tonight, lifted } from "./told-curfew.ts";

describe("a change in the middle of a night", () => {
  it("shortened at 01:00 to end at 03:00: the notice answers the begin, which is put right, and one end comes, at 03:00", async () => {
    const s = await evening("2026-03-16T01:00");
    const [notice, ...others] = await change(s, tonight({ end: "03:00" }));
    expect(others).toEqual([]);
    expect(notice?.message.content).toBe(
      "⚠️ CHANGED: curfew now ends Mon 16 Mar 03:00 (was 05:00): EC-G. Now: CURFEW until Mon 16 Mar 03:00 (EC time).",
    );
    expect(notice?.how).toMatchObject({ replyTo: "m1", silent: false });
    expect(s.edits.map(({ messageId, message }) => [messageId, message.content])).toEqual([
      ["m1", `⚠️ CHANGED: curfew now ends Mon 16 Mar 03:00 (was 05:00): EC-G.\n~~${BEGAN}~~`],
    ]);
    await s.playTo("2026-03-16T06:00");
    expect(s.texts().slice(2)).toEqual(["⚪ Curfew over at 03:00, Mon 16 Mar: EC-G. Next: today 23:00 (EC time)."]);
  });

  it("extended at 04:30 from 05:00 to 08:00: nothing ends at 05:00", async () => {
    const s = await evening("2026-03-16T04:30");
    const [notice] = await change(s, tonight({ end: "08:00" }));
    expect(notice?.message.content).toMatch(
      /^⚠️ CHANGED: curfew now ends Mon 16 Mar 08:00 \(was 05:00\): EC-G\. Now: CURFEW until Mon 16 Mar 08:00/,
    );
    expect(s.edits).toHaveLength(1);
    await s.playTo("2026-03-16T07:59");
    expect(s.texts()).toHaveLength(2);
    await s.playTo("2026-03-16T08:00");
    expect(s.texts().slice(2)).toEqual([expect.stringMatching(/^⚪ Curfew over at 08:00/)]);
  });

  it("extended when it was over already: it holds again, and what said that it was over is put right", async () => {
    const s = await evening("2026-03-16T06:00");
    const [notice] = await change(s, tonight({ end: "08:00" }));
    expect(notice?.message.content).toMatch(/CURFEW NOW until Mon 16 Mar 08:00/);
    expect(notice?.how.replyTo).toBe("m2");
    expect(s.edits.map(({ messageId }) => messageId).sort()).toEqual(["m1", "m2"]);
    await s.playTo("2026-03-16T09:00");
    expect(s.texts().slice(3)).toEqual([expect.stringMatching(/^⚪ Curfew over at 08:00/)]);
  });

  it("lifted while its begin still waits to be posted: only that it is over is told", async () => {
    const s = await evening("2026-03-15T22:59");
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.playTo("2026-03-15T23:00");
    s.hand.set(ec("2026-03-16T00:30"));
    await s.record("curfew.lifted", lifted("2026-03-16T00:15"));
    s.hand.pass(61_000);
    await s.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/^⚠️ CHANGED: curfew over since 00:15/)]);
  });

  it("lifted at 00:30, over since 00:15: told once, and no later edge of that night or of others", async () => {
    const s = await evening("2026-03-16T00:30");
    const [notice] = await change(s, lifted("2026-03-16T00:15"), "curfew.lifted");
    expect(notice?.message.content).toMatch(
      /^⚠️ CHANGED: curfew over since 00:15 \(was until Mon 16 Mar 05:00\): EC-G\. Lifted by: Decreto 2\. Now: no curfew/,
    );
    expect(s.edits[0]?.message.content).toMatch(
      /^⚠️ CHANGED in EC-G: curfew over since Mon 16 Mar 00:15.*\n~~🔴 CURFEW NOW/,
    );
    await s.playTo("2026-03-17T06:00");
    expect(s.texts()).toHaveLength(2);
  });

  it("a begin moved from 23:00 to 21:00 and recorded at 21:30 holds at once, is told as such, and does not begin again at 23:00", async () => {
    const s = await changeScene("2026-03-15T21:00");
    await s.record("curfew.declared", decree());
    await s.subscribe();
    s.courier.start();
    await s.playTo("2026-03-15T21:30");
    const [notice] = await change(
      s,
      decree({ rules: [{ start: "21:00", end: "05:00", areas: ["EC-G"], areasPartial: false }] }),
    );
    expect(notice?.message.content).toBe(
      "⚠️ CHANGED in EC-G: CURFEW NOW until Mon 16 Mar 05:00; hours now 21:00-05:00 (were 23:00-05:00). Daily 21:00-05:00 until Tue 31 Mar 05:00 (EC time).",
    );
    await s.playTo("2026-03-16T05:00");
    expect(s.texts().slice(1)).toEqual([
      expect.stringMatching(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-G\. Next: today 21:00/),
    ]);
  });

  it("an area added at 01:00 has a curfew now; those who had it keep their message", async () => {
    const s = await evening("2026-03-16T01:00", { areas: ["EC-G", "EC-R"] });
    const [notice] = await change(s, decree({}, ["EC-G", "EC-R"]));
    expect(notice?.message.content).toBe(
      "⚠️ CHANGED: CURFEW NOW until Mon 16 Mar 05:00: EC-R. Daily 23:00-05:00 until Tue 31 Mar 05:00 (EC time).",
    );
    expect(notice?.how.replyTo).toBeUndefined();
    expect(s.edits).toEqual([]);
    await s.playTo("2026-03-16T05:00");
    expect(s.texts().at(-1)).toMatch(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-G, EC-R\./);
  });

  it("an area taken out at 01:00: only what was said of it is put right", async () => {
    const s = await evening("2026-03-16T01:00", { areas: ["EC-G", "EC-R"], old: decree({}, ["EC-G", "EC-R"]) });
    await change(s, decree({}, ["EC-R"]));
    expect(s.edits.map(({ message }) => message.content)).toEqual([
      "⚠️ CHANGED in EC-G: curfew over since Mon 16 Mar 01:00 (was until Mon 16 Mar 05:00).\n~~🔴 CURFEW NOW until Mon 16 Mar 05:00 (EC time): EC-G, EC-R.~~",
    ]);
    await s.playTo("2026-03-16T05:00");
    expect(s.texts().at(-1)).toMatch(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-R\./);
  });
});

describe("what is announced", () => {
  it("is a decree from its first version on, to channels whose places it concerns, once", async () => {
    const s = await changeScene("2026-03-13T12:00");
    await s.subscribe();
    await s.subscribe(["EC-R"], "es", "900000000000000002");
    s.courier.start();
    await s.record("curfew.declared", decree());
    await s.settle();
    expect(s.texts()).toEqual([
      "⚠️ NEW CURFEW from Sun 15 Mar 23:00: EC-G. Daily 23:00-05:00 until Tue 31 Mar 05:00 (EC time).",
    ]);
    await (await s.build()).catchUp();
    await s.settle();
    expect(s.posts).toHaveLength(1);
    expect((await s.rows())[0]).toMatchObject({ shown: ["EC-G"], alert: { kind: "curfew.declared" } });
    expect((await s.rows())[0]?.alert).not.toHaveProperty("before");
  });

  it("is neither history nor what lies ahead of the clock, nor what is over", async () => {
    const s = await changeScene("2026-03-16T12:00");
    await s.subscribe();
    await s.record("curfew.declared", decree(), { knownFrom: ec("2026-03-02T00:00") });
    await s.record("curfew.declared", { ...decree(), id: "d2" }, { knownFrom: ec("2026-03-17T00:00") });
    await s.record("curfew.declared", { ...decree({ firstNight: "2026-03-10", lastNight: "2026-03-14" }), id: "d3" });
    expect(await s.rows()).toEqual([]);
    // Known two days ago: a source that we had already.
    await s.record(
      "curfew.declared",
      { ...decree({ lastNight: "2026-04-05" }), id: "d4" },
      { knownFrom: ec("2026-03-14T12:00") },
    );
    expect(await s.rows()).toHaveLength(1);
  });

  it("is no note, no source, no past night; but who may be out and what is threatened", async () => {
    const s = await evening("2026-03-15T20:00");
    for (const more of [
      { notes: [{ en: "n", es: "n" }] },
      { sources: [{ publisher: "other" }] },
      { amendments: [{ date: "2026-03-15", effect: { en: "x", es: "x" } }] },
      { firstNight: "2026-03-10" },
    ] satisfies Partial<Curfew>[])
      expect(await change(s, decree(more))).toEqual([]);
    const [exempt] = await change(s, decree({ exempt: [{ en: "press", es: "prensa" }] }));
    expect(exempt?.message.content).toBe(
      "⚠️ CHANGED in EC-G: exemptions changed; hours stay as they are, daily 23:00-05:00 until Tue 31 Mar 05:00. Now: no curfew; next tonight 23:00 (EC time).",
    );
    expect(exempt && wordsOf(exempt.message)).toContain("exempt now: press");
    const [penalty] = await change(
      s,
      decree({ exempt: [{ en: "press", es: "prensa" }], penalty: { en: "a fine", es: "multa" } }),
    );
    expect(penalty?.message.content).toMatch(/^⚠️ CHANGED in EC-G: penalty changed; hours stay/);
    expect(penalty && wordsOf(penalty.message)).toContain("penalty: ~~not stated~~ a fine");
  });

  it("is a second decree over the same hours: it exists, and the hours stay", async () => {
    const s = await evening("2026-03-15T20:00");
    await s.record("curfew.declared", { ...decree(), id: "d2", decree: "Decreto 2" });
    await s.settle();
    expect(s.texts()).toEqual([
      "⚠️ NEW DECREE in EC-G: hours stay as they are, daily 23:00-05:00 until Tue 31 Mar 05:00. Now: no curfew; next tonight 23:00 (EC time).",
    ]);
    expect(s.edits).toEqual([]);
  });

  it("is one notice for several versions at once, compared with the one before the first; several decrees are several", async () => {
    const s = await evening("2026-03-15T20:00");
    const first = decree({ lastNight: "2026-03-20" });
    const head = s.store.head("curfew", "d1")?.id ?? "";
    const one = await s.store.record([{ kind: "curfew.changed", subject: "d1", prev: head, content: first }], "p");
    if (one.is !== "recorded") throw new Error(one.is);
    const second = decree({ lastNight: "2026-03-22" });
    await s.store.record(
      [
        { kind: "curfew.changed", subject: "d1", prev: one.facts[0]?.id ?? "", content: second },
        { kind: "curfew.declared", subject: "d2", content: { ...decree({}, ["EC-1202"]), id: "d2" } },
        {
          kind: "curfew.declared",
          subject: "d3",
          content: { ...decree({}, ["EC-G"]), id: "d3", firstNight: "2026-04-01", lastNight: "2026-04-02" },
        },
      ],
      "p",
    );
    await (await s.build()).catchUp();
    await s.settle();
    expect(s.texts().toSorted()).toEqual([
      expect.stringMatching(/^⚠️ CHANGED: no curfew Mon 23 Mar 23:00 -> Tue 05:00 and on 7 more nights: EC-G/),
      expect.stringMatching(/^⚠️ NEW DECREE: curfew now ends Fri 3 Apr 05:00/),
    ]);
    expect((await s.rows()).find(({ alert }) => alert.kind === "curfew.changed")?.alert).toMatchObject({
      before: head,
    });
  });

  it("is one new decree where its whole life came at once", async () => {
    const s = await changeScene("2026-03-15T20:00");
    await s.subscribe();
    s.courier.start();
    const one = await s.store.record([{ kind: "curfew.declared", subject: "d1", content: decree() }], "p");
    if (one.is !== "recorded") throw new Error(one.is);
    const prev = one.facts[0]?.id ?? "";
    await s.record("curfew.lifted", lifted("2026-03-20T05:00"), { prev });
    await s.settle();
    expect(s.texts()).toEqual([
      expect.stringMatching(
        /^⚠️ NEW CURFEW from tonight, Sun 15 Mar 23:00: EC-G\. Daily 23:00-05:00 until Fri 20 Mar 05:00/,
      ),
    ]);
  });

  it("is told late where it was recorded while nobody planned, and goes to who listened then", async () => {
    const s = await evening("2026-03-15T20:00");
    await s.store.record(
      [
        {
          kind: "curfew.changed",
          subject: "d1",
          prev: s.store.head("curfew", "d1")?.id ?? "",
          content: decree({ lastNight: "2026-03-20" }),
        },
      ],
      "p",
    );
    s.hand.set(ec("2026-03-15T22:30"));
    await s.subscribe(["EC-G"], "en", "900000000000000003");
    await (await s.build()).catchUp();
    await s.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/\(This notice is 32 min late; Vigía was down\.\)$/)]);
  });
});
