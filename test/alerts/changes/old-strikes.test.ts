// A source is withdrawn that two hundred strikes quoted: as many old messages of one channel are put right, over hours, while alerts go on as ever and the
// program starts again in between.
import { describe, expect, it } from "vitest";
import { killed, strike, strikeScene, updated } from "./strike-scene.ts";

const MINUTE = 60_000;
const COUNT = 200;
const LATER = "2026-03-20T10:00:00-04:00";
/** Ids of messages that were posted on the 17th, three days before. */
const idOf = (n: number) =>
  String(((BigInt(Date.parse("2026-03-17T14:00:00Z")) - 1_420_070_400_000n) << 22n) + BigInt(n));

describe("two hundred old messages of one channel", () => {
  it("are all put right once, spread over hours; alerts meanwhile are not late, and a restart loses none", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    const sources = strike().sources;
    for (let n = 0; n < COUNT; n += 1)
      await s.write("strike.recorded", strike({ id: `s${n}`, sources: [...sources, { publisher: "Gone" }] }));
    s.answers.push(...Array.from({ length: COUNT }, (_, n) => ({ is: "sent" as const, messageId: idOf(n) })));
    await (await s.news()).catchUp();
    await s.settle();
    for (let n = 0; n < 200 && s.posts.length < COUNT; n += 1) await s.pass(MINUTE);
    expect(s.posts).toHaveLength(COUNT);
    s.hand.set(LATER);
    for (let n = 0; n < COUNT; n += 1)
      await s.write(
        "strike.changed",
        strike({
          id: `s${n}`,
          sources: [
            ...sources,
            { publisher: "Gone", url: "https://example.org/gone", withdrawn: { on: "2026-03-20" } },
          ],
        }),
        { why: updated },
      );
    await (await s.news()).catchUp();
    await s.settle();
    const at = new Map<string, number[]>();
    const play = async (scene: typeof s, minutes: number, from: number) => {
      let seen = scene.edits.length;
      for (let n = 0; n < minutes; n += 1) {
        await scene.pass(MINUTE);
        for (const { messageId } of scene.edits.slice(seen))
          at.set(messageId, [...(at.get(messageId) ?? []), from + n]);
        seen = scene.edits.length;
      }
    };
    for (const { messageId } of s.edits) at.set(messageId, [0]);
    await play(s, 120, 0);
    expect(at.size).toBeGreaterThan(20);
    expect(at.size).toBeLessThan(50);
    // An alert of today, in the middle of it.
    const before = s.posts.length;
    await s.record("strike.recorded", strike({ id: "today", date: "2026-03-20", figures: [killed(7)] }));
    await s.pass(MINUTE);
    expect(
      s
        .texts()
        .slice(before)
        .filter((text) => text.includes("7 killed")),
    ).toHaveLength(1);
    await s.courier.stop();
    const next = await strikeScene({ engine: s.engine, at: LATER });
    await next.settle();
    for (const { messageId } of next.edits) at.set(messageId, [...(at.get(messageId) ?? []), 121]);
    await play(next, 700, 121);
    const edited = Array.from({ length: COUNT }, (_, n) => at.get(idOf(n))?.length);
    expect(edited).toEqual(Array.from({ length: COUNT }, () => 1));
    // What waits for its pace costs nothing: each was put into words when its turn came, not each time that another's came.
    expect(s.tried.times + next.tried.times).toBe((await next.rows()).length);
    expect([...s.broken, ...next.broken]).toEqual([]);
    expect((await next.rows()).filter(({ state }) => state !== "sent")).toEqual([]);
  });
});
