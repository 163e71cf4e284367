// Attempts whose answer never came: what may stand in a channel is looked for, and never posted twice.
import { describe, expect, it } from "vitest";
import { nonceOf } from "../../../src/alerts/ledger/nonce.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { collect, memoryEngine } from "../../support.ts";
import { DUE, row, scene } from "./courier-scene.ts";

describe("an attempt of which nobody knows the end", () => {
  it("says sending in the row before the request leaves", async () => {
    let seen = "";
    const s = await scene([() => ((seen = s.ledger.next("a")?.delivery.state ?? ""), { is: "sent", messageId: "m" })]);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    expect(seen).toBe("sending");
  });

  it("repeats an attempt of unknown end with the same nonce while Discord remembers it", async () => {
    const s = await scene([{ is: "unsure", why: "timed-out" }]);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    s.hand.pass(2000);
    await s.settle();
    expect(s.posts).toHaveLength(2);
    expect(s.posts[0]?.nonce).toBe(s.posts[1]?.nonce);
    expect(s.searches).toEqual([]);
    expect(await s.states()).toEqual(["sent: delivered"]);
  });

  it.each([
    [{ is: "found", messageId: "m9" } as const, 0, "sent: found-in-channel"],
    [{ is: "absent" } as const, 1, "sent: delivered"],
    [{ is: "cannot", why: "no-history" } as const, 0, "parked: no-history"],
  ])("after a crash in mid-post looks in the channel first, and then decides: %j", async (search, posted, state) => {
    const engine = await memoryEngine();
    const s = await scene([], search, engine);
    await s.ledger.plan([
      row(1, "a", {
        state: "sending",
        attempts: [{ startedAt: 1_700_000_000_000 - 90_000 }],
        parts: [{ part: 1, nonce: nonceOf(row(1), 1) }],
      }),
    ]);
    s.courier.start();
    await s.settle();
    expect(s.searches).toHaveLength(1);
    expect(s.posts).toHaveLength(posted);
    expect(await s.states()).toEqual([state]);
    if (search.is === "cannot") expect(s.lines.some((line) => line.level === "error")).toBe(true);
  });

  it("takes up a row that a crash left in mid-post within the minute, with the nonce it had", async () => {
    const s = await scene();
    await s.ledger.plan([
      row(1, "a", {
        state: "sending",
        attempts: [{ startedAt: 1_700_000_000_000 - 1000 }],
        parts: [{ part: 1, nonce: nonceOf(row(1), 1) }],
      }),
    ]);
    s.courier.start();
    await s.settle();
    expect(s.posts.map((post) => post.nonce)).toEqual([nonceOf(row(1), 1)]);
  });

  it("goes on looking while Discord is down, and posts once when it is back: no outage parks an alert", async () => {
    const s = await scene([{ is: "unsure", why: "discord-down" }], { is: "cannot", why: "discord-down" });
    await s.ledger.plan([row(1, "a", { expiresAt: DUE + 30 * 3_600_000 })]);
    s.courier.start();
    await s.settle();
    for (let i = 0; i < 40; i += 1) {
      s.hand.pass(61_000);
      await s.settle();
    }
    expect(s.posts).toHaveLength(1);
    expect((await s.states())[0]).toBe("unsure: discord-down");
    s.look({ is: "absent" });
    s.hand.pass(301_000);
    await s.settle();
    expect(s.posts).toHaveLength(2);
    expect(await s.states()).toEqual(["sent: delivered"]);
  });

  it.each([
    [
      "a later 429",
      [
        { is: "unsure", why: "timed-out" },
        { is: "again", afterMs: 70_000, why: "rate-limited" },
      ],
    ],
    [
      "retries in between",
      [
        { is: "unsure", why: "timed-out" },
        { is: "unsure", why: "discord-down" },
        { is: "unsure", why: "discord-down" },
        { is: "unsure", why: "discord-down" },
        { is: "unsure", why: "discord-down" },
        { is: "unsure", why: "discord-down" },
        { is: "unsure", why: "discord-down" },
      ],
    ],
  ] as const)(
    "does not let %s erase an earlier doubt: it looks before posting past the minute",
    async (_what, answers) => {
      const s = await scene([...answers], { is: "found", messageId: "m0" });
      await s.ledger.plan([row(1)]);
      s.courier.start();
      await s.settle();
      for (let i = 0; i < 200; i += 1) {
        s.hand.pass(1_000);
        await s.settle();
      }
      expect(s.searches).toHaveLength(1);
      expect(await s.states()).toEqual(["sent: found-in-channel"]);
      const [delivery] = await collect(s.ledger.all());
      const starts = delivery?.attempts.map((attempt) => attempt.startedAt) ?? [];
      expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(60_000);
    },
  );

  const doubtful = (age: number, changes: Partial<Delivery> = {}) =>
    row(1, "a", {
      state: "sending",
      attempts: [{ part: 1, startedAt: 1_700_000_000_000 - age, text: "s1 of then", shown: "kept" }],
      parts: [{ part: 1, nonce: nonceOf(row(1), 1), text: "s1 of later", shown: "other" }],
      ...changes,
    });

  it.each([
    ["half a minute, where it may look", 30_000, { is: "absent" } as const, "sent: delivered", 1, 1],
    ["half a minute, where it may not", 30_000, { is: "cannot", why: "no-history" } as const, "sent: delivered", 1, 1],
    [
      "over a minute, where it may not",
      61_000,
      { is: "cannot", why: "no-history" } as const,
      "parked: no-history",
      1,
      0,
    ],
    [
      "less than nothing: the clock was set back",
      -5_000,
      { is: "cannot", why: "no-history" } as const,
      "parked: no-history",
      1,
      0,
    ],
    [
      "next to nothing: the clock was set back",
      300,
      { is: "cannot", why: "no-history" } as const,
      "parked: no-history",
      1,
      0,
    ],
  ])("after a crash of which the clock says that it was %s ago", async (_what, age, search, state, looks, posted) => {
    const s = await scene([], search);
    await s.ledger.plan([doubtful(age)]);
    s.courier.start();
    await s.settle();
    expect(await s.states()).toEqual([state]);
    expect(s.searches).toHaveLength(looks);
    expect(s.posts).toHaveLength(posted);
  });

  it.each([-3_600_000, 3_600_000])(
    "measures a nonce and a wait by machine time when the clock is set by %d ms",
    async (ms) => {
      const s = await scene([
        { is: "unsure", why: "timed-out" },
        { is: "again", afterMs: 10_000, why: "rate-limited" },
      ]);
      await s.ledger.plan([row(1)]);
      s.courier.start();
      await s.settle();
      s.step(ms);
      s.hand.pass(1_000);
      await s.settle();
      expect(s.posts).toHaveLength(2);
      expect(s.searches).toEqual([]);
      s.step(-ms);
      s.courier.wake();
      await s.settle();
      expect(s.posts).toHaveLength(2);
      s.hand.pass(10_000);
      await s.settle();
      expect(await s.states()).toEqual(["sent: delivered"]);
      expect(s.searches).toEqual([]);
    },
  );

  it("forgets no doubt that was cleared before the clock went back", async () => {
    const s = await scene([
      { is: "unsure", why: "timed-out" },
      { is: "unsure", why: "timed-out" },
    ]);
    await s.ledger.plan([doubtful(90_000)]);
    s.courier.start();
    await s.settle();
    expect(s.searches).toHaveLength(1);
    s.step(-3_600_000);
    for (let i = 0; i < 90; i += 1) {
      s.hand.pass(1_000);
      await s.settle();
    }
    const [delivery] = await collect(s.ledger.all());
    expect(delivery?.attempts.map(({ outcome, cleared }) => `${outcome} ${cleared ?? false}`)).toEqual([
      "undefined true",
      "unsure false",
      "unsure false",
      "sent false",
    ]);
  });

  it.each([
    ["as it stands there", { is: "found", messageId: "m9", stands: "s1 of then" } as const, "s1 of then", "kept"],
    ["of the attempt where it does not say", { is: "found", messageId: "m9" } as const, "s1 of then", "kept"],
    ["that no attempt had", { is: "found", messageId: "m9", stands: "otherwise" } as const, "otherwise", undefined],
  ])("keeps of a part found after doubt the wording %s", async (_what, search, text, shown) => {
    const s = await scene([], search);
    s.word("now ");
    await s.ledger.plan([doubtful(90_000)]);
    s.courier.start();
    await s.settle();
    const [delivery] = await collect(s.ledger.all());
    expect(delivery?.parts).toMatchObject([{ messageId: "m9", text }]);
    expect(delivery?.parts[0]?.shown).toBe(shown);
  });

  it("keeps the wording of an earlier attempt that a later one found under its nonce", async () => {
    const s = await scene([
      { is: "unsure", why: "timed-out" },
      { is: "sent", messageId: "m1", stands: "early s1" },
    ]);
    s.word("early ");
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    const [first] = await collect(s.ledger.all());
    s.word("late ");
    s.hand.pass(2_000);
    await s.settle();
    const [delivery] = await collect(s.ledger.all());
    expect(delivery?.parts[0]?.text).toBe("early s1");
    expect(delivery?.parts[0]?.shown).toBe(first?.parts[0]?.shown);
    expect(delivery?.parts[0]?.shown).toBeDefined();
  });

  it.each([
    [{ is: "found", messageId: "m9" } as const, "sent: found-in-channel"],
    [{ is: "absent" } as const, "expired: expired"],
    [{ is: "cannot", why: "discord-down" } as const, "expired: expired"],
  ])("looks once more before it calls a doubtful one too late: %j", async (search, state) => {
    const s = await scene([], search);
    await s.ledger.plan([doubtful(90_000, { expiresAt: DUE - 1 })]);
    s.courier.start();
    await s.settle();
    expect(await s.states()).toEqual([state]);
    expect(s.posts).toEqual([]);
    expect(s.undelivered).toHaveLength(state.startsWith("sent") ? 0 : 1);
  });
});
