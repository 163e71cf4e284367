// What stands in a channel and is false by now is edited: all of it, once, also over faults, and nothing that still is so.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../views/reading.ts";
import { CHANNEL, changeScene, decree } from "./change-scene.ts";
import { evening, change, tonight } from "./told-curfew.ts";

describe("putting right", () => {
  it("edits all that is false by now, the notices of earlier changes too, each with what it said", async () => {
    const s = await changeScene("2026-03-13T12:00");
    await s.subscribe();
    s.courier.start();
    await s.record("curfew.declared", decree());
    await s.settle();
    await change(s, decree({ lastNight: "2026-03-25" }));
    expect(s.posts[1]?.how.replyTo).toBe("m1");
    await change(s, decree({ lastNight: "2026-03-28" }));
    expect(s.posts[2]?.how.replyTo).toBe("m2");
    const told = s.edits.map(({ messageId, message }) => [messageId, message.content.split("\n")[0]]);
    expect([...told.slice(0, 1), ...told.slice(1).toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1))]).toEqual([
      ["m1", "⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 (was Tue 31 Mar): EC-G."],
      ["m1", "⚠️ CHANGED: curfew now ends Sun 29 Mar 05:00 (was Thu 26 Mar): EC-G."],
      ["m2", "⚠️ CHANGED: curfew now ends Sun 29 Mar 05:00 (was Thu 26 Mar): EC-G."],
    ]);
    const twice = s.edits.findLast(({ messageId }) => messageId === "m2");
    expect(twice?.message.content.split("\n")[1]).toBe(`~~${s.posts[1]?.message.content}~~`);
    // Marks stay their own: the message can still be found in its channel.
    const mark = /#[\w-]+$/;
    const marks = s.posts.map(({ message }) => mark.exec(message.embed?.footer ?? "")?.[0]);
    for (const { messageId, message } of s.edits)
      expect(mark.exec(message.embed?.footer ?? "")?.[0]).toBe(messageId === "m1" ? marks[0] : marks[1]);
    expect(s.edits.every(({ message }) => !/Now|tonight|today/.test(wordsOf(message).split("~~")[0] ?? ""))).toBe(true);
  });

  it("planned again after a crash, finds its own notice no reason to put anything right", async () => {
    const s = await evening("2026-03-16T01:00");
    await change(s, tonight({ end: "03:00" }));
    const rows = (await s.rows()).length;
    await (await s.build("another")).catchUp();
    await s.settle();
    expect([(await s.rows()).length, s.posts.length, s.edits.length]).toEqual([rows, 2, 1]);
  });

  it("leaves alone what still is so: nights that are over, a next night that stays", async () => {
    const s = await evening("2026-03-16T12:00");
    expect(s.posts).toHaveLength(2);
    const [notice] = await change(s, decree({ lastNight: "2026-03-25" }));
    expect(notice?.how.replyTo).toBeUndefined();
    expect(s.edits).toEqual([]);
    await change(s, decree({ lastNight: "2026-03-25", exceptions: [{ night: "2026-03-16", off: true }] }));
    expect(s.edits.map(({ messageId }) => messageId).sort()).toEqual(["m2", "m3"]);
  });

  it("passes over a message that somebody deleted, tries again what Discord did not answer", async () => {
    const s = await evening("2026-03-16T01:00");
    s.answers.push({ is: "sent", messageId: "m2" }, { is: "never", why: "message-deleted", closes: false });
    await change(s, tonight({ end: "03:00" }));
    expect((await s.rows()).find(({ edits }) => edits)).toMatchObject({ state: "skipped", reason: "message-deleted" });
    s.answers.push({ is: "sent", messageId: "m3" }, { is: "unsure", why: "timed-out" });
    await change(s, tonight({ end: "04:00" }));
    expect(s.edits).toEqual([]);
    s.hand.pass(2_000);
    await s.settle();
    // Of m1 Discord said once that it is gone.
    expect(s.edits.map(({ messageId }) => messageId)).toEqual(["m2"]);
  });

  it("goes on after a kill between the notice and its edits, and edits nothing twice", async () => {
    const s = await evening("2026-03-16T01:00");
    await s.courier.stop();
    await s.record("curfew.changed", tonight({ end: "03:00" }));
    const notice = (await s.rows()).find(({ alert, edits }) => alert.kind === "curfew.changed" && edits === undefined);
    const entry = notice && (await s.ledger.find(notice.alert, CHANNEL));
    if (entry === undefined) throw new Error("no notice");
    expect((await s.rows()).filter(({ edits }) => edits).map(({ loud, roles }) => [loud, roles])).toEqual([
      [false, []],
    ]);
    await s.ledger.move(entry, { state: "sent", reason: "delivered" });
    const next = await changeScene("2026-03-16T01:05", { engine: s.engine });
    next.courier.start();
    await next.settle();
    expect([next.posts.length, next.edits.map(({ messageId }) => messageId)]).toEqual([0, ["m1"]]);
    const again = await changeScene("2026-03-16T01:10", { engine: s.engine });
    again.courier.start();
    await again.settle();
    expect([again.posts.length, again.edits.length]).toEqual([0, 0]);
  });

  it("says withdrawn of what was withdrawn, with the reason, and that nothing is known", async () => {
    const s = await evening("2026-03-16T00:30");
    await s.record("curfew.withdrawn", { reason: { en: "recorded twice", es: "registrado dos veces" } });
    await s.settle();
    expect(s.texts().at(-1)).toBe(
      "⚠️ WITHDRAWN, do not use: curfew daily 23:00-05:00 until Tue 31 Mar 05:00: EC-G. Reason: recorded twice. Now: NOT KNOWN (EC time).",
    );
    expect(s.edits[0]?.message.content).toMatch(/^⚠️ WITHDRAWN, do not use: .*\n~~🔴 CURFEW NOW/);
    await s.playTo("2026-03-16T06:00");
    expect(s.posts).toHaveLength(2);
  });
});
