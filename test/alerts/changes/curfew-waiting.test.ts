// Decrees that change while a notice of them still waits to be posted: it tells what is so by then, or nothing.
import { describe, expect, it } from "vitest";
import { deliveryId } from "../../../src/alerts/ledger/ledger.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { wordsOf } from "../../views/reading.ts";
import { CHANNEL, decree, ec } from "./change-scene.ts";
import { type Scene, evening, change, tonight } from "./told-curfew.ts";

describe("a notice beforehand", () => {
  const soonAt = (s: Scene) => s.ledger.plan(soonRows(s));

  it("that is still unposted when its night is taken off is not posted; the change was told", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await soonAt(s);
    await s.settle();
    expect(s.posts).toEqual([]);
    await s.record("curfew.changed", decree({ exceptions: [{ night: "2026-03-15", off: true }] }));
    s.hand.pass(61_000);
    await s.settle();
    expect(s.texts()).toEqual([
      "⚠️ CHANGED: no curfew tonight, Sun 15 Mar 23:00 -> Mon 05:00: EC-G. Now: no curfew; next tomorrow 23:00 (EC time).",
    ]);
    const rows = await s.rows();
    expect(rows.map(({ alert, state, reason }) => [alert.kind, state, reason])).toEqual(
      expect.arrayContaining([
        ["curfew.began", "skipped", "no-longer-so"],
        ["curfew.changed", "sent", "delivered"],
      ]),
    );
    await s.playTo("2026-03-16T06:00");
    expect(s.posts).toHaveLength(1);
  });

  it("that may stand there though nobody knows is looked for, and put right", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "unsure", why: "timed-out" });
    await soonAt(s);
    await s.settle();
    await s.record("curfew.changed", decree({ exceptions: [{ night: "2026-03-15", off: true }] }));
    s.look("m77");
    s.hand.pass(301_000);
    await s.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/^⚠️ CHANGED: no curfew tonight/)]);
    expect(s.edits).toEqual([
      {
        messageId: "m77",
        message: expect.objectContaining({
          content: expect.stringMatching(
            /^⚠️ CHANGED: no curfew Sun 15 Mar 23:00 -> Mon 05:00: EC-G\.\n~~🔴 CURFEW NOW/,
          ),
        }),
      },
    ]);
    expect((await s.rows()).find(({ edits }) => edits !== undefined)).toMatchObject({
      state: "sent",
      reason: "put-right",
    });
  });

  it("that nobody posted needs no putting right", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "unsure", why: "timed-out" });
    await soonAt(s);
    await s.settle();
    await s.record("curfew.changed", decree({ exceptions: [{ night: "2026-03-15", off: true }] }));
    s.hand.pass(301_000);
    await s.settle();
    expect(s.edits).toEqual([]);
    expect((await s.rows()).map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual([
      "sent delivered",
      "skipped never-posted",
      "skipped no-longer-so",
    ]);
  });
});

/** The row of tonight's begin, as the tick will plan it. */
function soonRows(s: Scene): Delivery[] {
  const now = s.hand.clock.now();
  const since = Date.parse(ec("2026-03-15T23:00"));
  const until = since + 6 * 3_600_000;
  const alert: Delivery["alert"] = {
    kind: "curfew.began",
    id: "b".repeat(64),
    at: now,
    country: "EC",
    groups: [{ areas: ["EC-G"], since, until, curfews: ["d1"] }],
  };
  return [
    {
      v: 1,
      id: deliveryId(alert.id, CHANNEL),
      alert,
      destination: CHANNEL,
      channelId: CHANNEL,
      guildId: "900000000000000009",
      language: "en",
      subscriptions: ["x"],
      shown: ["EC-G"],
      roles: [],
      loud: true,
      state: "planned",
      reason: "in-time",
      dueAt: now,
      plannedAt: now,
      expiresAt: until,
      plannedMachine: s.hand.clock.wall(),
      parts: [],
      attempts: [],
    },
  ];
}

describe("a notice that waited", () => {
  const short = (day: number) => decree({ lastNight: `2026-03-${day}` });

  it("tells what holds when it is posted, not what was so when it was planned", async () => {
    const s = await evening("2026-03-15T20:00");
    const wait = { is: "again", afterMs: 60_000, why: "rate-limited" } as const;
    s.answers.push(wait, wait);
    await s.record("curfew.changed", short(20));
    await s.settle();
    // A row reads otherwise once it was read back from the store: tried twice, it was worded twice alike.
    s.hand.pass(61_000);
    await s.settle();
    await s.record("curfew.changed", short(25));
    s.hand.pass(61_000);
    await s.settle();
    expect(s.texts()).toEqual([
      expect.stringMatching(/^⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 \(was Tue 31 Mar\)/),
      expect.stringMatching(/^⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 \(was Sat 21 Mar\)/),
    ]);
  });

  it("of a change that was undone meanwhile is not posted", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("curfew.changed", short(20));
    await s.settle();
    await s.record("curfew.changed", decree());
    s.hand.pass(61_000);
    await s.settle();
    expect((await s.rows()).map(({ state, reason }) => `${state} ${reason}`).sort()).toContain("skipped no-longer-so");
    expect(s.texts()).toEqual([
      expect.stringMatching(/^⚠️ CHANGED: curfew now ends Tue 31 Mar 05:00 \(was Sat 21 Mar\)/),
    ]);
  });

  it("may not answer: it is posted with the old message's address", async () => {
    const s = await evening("2026-03-16T01:00");
    s.answers.push({ is: "again", why: "cannot-answer" });
    const [notice] = await change(s, tonight({ end: "03:00" }));
    expect(notice?.how.replyTo).toBeUndefined();
    expect(notice && wordsOf(notice.message)).toContain(
      `https://discord.com/channels/900000000000000009/${CHANNEL}/m1`,
    );
    expect(s.edits).toHaveLength(1);
  });
});
