// The courier against a sender that answers as ordered: each alert once, in order, and every failure with a named reason.
import { describe, expect, it } from "vitest";
import { hash } from "../../../src/domain/id.ts";
import { collect, memoryEngine } from "../../support.ts";
import { DUE, row, scene } from "./courier-scene.ts";

describe("the courier", () => {
  it("writes the row before it posts, and posts each alert once, in order, channels side by side", async () => {
    const s = await scene();
    await s.ledger.plan([row(2), row(1), row(1, "b")]);
    s.courier.start();
    await s.settle();
    expect(s.posts.filter((post) => post.channel === "a").map((post) => post.text)).toEqual(["s1", "s2"]);
    expect(s.posts).toHaveLength(3);
    expect(new Set(s.posts.map((post) => post.nonce)).size).toBe(3);
    expect(s.posts.every((post) => post.nonce.length === 25 && !post.silent)).toBe(true);
    await s.ledger.plan([row(1), row(2)]);
    await s.settle();
    expect(s.posts).toHaveLength(3);
    expect(s.broken).toEqual([]);
    expect(await s.states()).toEqual(["sent: delivered", "sent: delivered", "sent: delivered"]);
  });

  it("waits as long as Discord asks, and lets nothing overtake in that channel", async () => {
    const s = await scene([{ is: "again", afterMs: 4000, why: "rate-limited" }]);
    await s.ledger.plan([row(1), row(2)]);
    s.courier.start();
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s1"]);
    s.hand.pass(3999);
    await s.settle();
    expect(s.posts).toHaveLength(1);
    s.hand.pass(1);
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s1", "s1", "s2"]);
    expect(s.posts[0]?.nonce).toBe(s.posts[1]?.nonce);
  });

  it("tries again with growing pauses when Discord fails, one request at a time", async () => {
    const s = await scene(Array.from({ length: 5 }, () => ({ is: "again", why: "discord-down" }) as const));
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    const gaps: number[] = [];
    for (let ms = 0, last = 0; s.posts.length < 6 && ms < 120_000; ms += 100) {
      const before = s.posts.length;
      s.hand.pass(100);
      await s.settle();
      if (s.posts.length > before) {
        gaps.push(ms + 100 - last);
        last = ms + 100;
      }
    }
    expect(gaps).toHaveLength(5);
    gaps.forEach((gap, i) => {
      expect(gap).toBeGreaterThanOrEqual(500 * 2 ** i);
      expect(gap).toBeLessThanOrEqual(1000 * 2 ** i + 100);
    });
  });

  it("keeps every row of a closed channel, the one that met it too, and has its people told", async () => {
    const s = await scene([{ is: "never", why: "forbidden", closes: true }]);
    await s.ledger.plan([row(1), row(2), row(1, "b")]);
    s.onClosed((channel) => void s.standing.set(channel, "paused"));
    s.courier.start();
    await s.settle();
    expect(s.closed).toEqual(["a forbidden"]);
    expect(s.posts.map((post) => post.channel).sort()).toEqual(["a", "b"]);
    expect((await s.states()).sort()).toEqual(["held: channel-paused", "held: forbidden", "sent: delivered"]);
    expect(s.undelivered).toEqual([]);
  });

  it("skips what nobody is subscribed to any more, and lets what is too old expire", async () => {
    const s = await scene();
    s.standing.set("a", "ended");
    await s.ledger.plan([row(1), row(1, "b", { expiresAt: DUE - 1 })]);
    s.courier.start();
    await s.settle();
    expect(s.posts).toEqual([]);
    expect((await s.states()).sort()).toEqual(["expired: expired", "skipped: subscription-ended"]);
  });

  it("says how late a post is when it waited more than five minutes", async () => {
    const s = await scene([{ is: "again", afterMs: 301_000, why: "discord-down" }]);
    await s.ledger.plan([row(1, "a", { lateBy: 60_000 })]);
    s.courier.start();
    await s.settle();
    s.hand.pass(301_000);
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s1 late 60000", "s1 late 361000"]);
  });

  it("posts long alerts in parts, each once, also when the second fails at first", async () => {
    const s = await scene([
      { is: "sent", messageId: "m1" },
      { is: "again", afterMs: 10, why: "rate-limited" },
    ]);
    s.inParts(2);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    s.hand.pass(10);
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s1 part 1", "s1 part 2", "s1 part 2"]);
    expect(new Set(s.posts.map((post) => post.nonce)).size).toBe(2);
    const [delivery] = await collect(s.ledger.all());
    expect(delivery?.parts.map((part) => part.messageId)).toEqual(["m1", "m3"]);
  });

  it("stops the program rather than posting when the store does not take the row", async () => {
    const s = await scene();
    await s.ledger.plan([row(1)]);
    s.rows.swap = async () => Promise.reject(new Error("disk full"));
    s.courier.start();
    await s.settle();
    expect(s.posts).toEqual([]);
    expect(s.broken.map(String)).toEqual(["Error: disk full"]);
  });

  it("fails a row that cannot be put into words, tells somebody, and goes on with the others", async () => {
    const s = await scene();
    s.breakOn("s1");
    await s.ledger.plan([row(1), row(2)]);
    s.courier.start();
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s2"]);
    expect(await s.states()).toEqual(["failed: could-not-render", "sent: delivered"]);
    expect(s.broken).toEqual([]);
    expect(s.lines.some((line) => line.level === "error")).toBe(true);
  });

  it("ends when a message has fewer parts at the second try", async () => {
    const s = await scene([
      { is: "sent", messageId: "m1" },
      { is: "again", afterMs: 10, why: "rate-limited" },
    ]);
    s.inParts(2);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    s.inParts(1);
    s.hand.pass(10);
    await s.settle();
    expect(await s.states()).toEqual(["sent: delivered"]);
  });

  it("takes up a row that is planned in the instant in which it finishes another", async () => {
    let more: Promise<void> | undefined;
    const s = await scene([
      () => ((more = Promise.resolve().then(() => s.ledger.plan([row(2)]))), { is: "sent", messageId: "m1" }),
    ]);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    await more;
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s1", "s2"]);
  });

  it("keeps every row of a paused channel with that reason, and posts them when it is open again", async () => {
    const s = await scene();
    s.standing.set("a", "paused");
    await s.ledger.plan([row(1), row(2)]);
    s.courier.start();
    await s.settle();
    expect(await s.states()).toEqual(["held: channel-paused", "held: channel-paused"]);
    s.standing.set("a", "open");
    s.courier.wake();
    await s.settle();
    expect(s.posts.map((post) => post.text)).toEqual(["s1", "s2"]);
  });

  it.each([
    ["refused for good", [{ is: "never", why: "refused-form", closes: false }] as const, {}, "s1 failed refused-form"],
    [
      "taken by automatic moderation",
      [{ is: "never", why: "blocked-by-moderation", closes: false }] as const,
      {},
      "s1 failed blocked-by-moderation",
    ],
    ["too old", [] as const, { expiresAt: DUE - 1 }, "s1 expired expired"],
    [
      "nobody can look",
      [] as const,
      { state: "sending" as const, attempts: [{ startedAt: 1_700_000_000_000 - 90_000 }] },
      "s1 parked no-history",
    ],
  ])("hands over once what was not shown, after its row says so: %s", async (_what, answers, changes, expected) => {
    const s = await scene([...answers], { is: "cannot", why: "no-history" });
    await s.ledger.plan([row(1, "a", changes), row(2, "b")]);
    s.courier.start();
    await s.settle();
    expect(s.undelivered).toEqual([expected]);
    expect(s.ledger.untold()).toEqual([]);
  });

  it("hands over what ended just before a crash, and nothing that nobody subscribed to", async () => {
    const engine = await memoryEngine();
    const first = await scene([], { is: "absent" }, engine);
    await first.ledger.plan([
      row(1, "a", { state: "failed", reason: "forbidden", untold: true }),
      row(2, "a", { state: "failed", reason: "forbidden" }),
      row(3, "b", {
        alert: { kind: "review.due", id: hash("r"), at: DUE, proposal: "p" },
        subscriptions: [],
        expiresAt: DUE - 1,
      }),
    ]);
    const s = await scene([], { is: "absent" }, engine);
    s.courier.start();
    await s.settle();
    expect(s.undelivered).toEqual(["s1 failed forbidden"]);
    const again = await scene([], { is: "absent" }, engine);
    again.courier.start();
    await again.settle();
    expect(again.undelivered).toEqual([]);
  });

  it("opens a person's channel before the first try and keeps it, also when Discord asks to wait with that", async () => {
    const s = await scene([{ is: "again", afterMs: 10, why: "rate-limited" }]);
    s.openWith({ is: "again", afterMs: 500, why: "rate-limited" });
    await s.ledger.plan([row(1, "p", { dm: "u1", channelId: "" })]);
    s.courier.start();
    await s.settle();
    expect(await s.states()).toEqual(["again: rate-limited"]);
    s.hand.pass(500);
    await s.settle();
    s.hand.pass(10);
    await s.settle();
    expect(s.opened).toEqual(["u1", "u1"]);
    expect(s.posts.map((post) => post.channel)).toEqual(["dm-u1", "dm-u1"]);
    const [delivery] = await collect(s.ledger.all());
    expect(delivery).toMatchObject({ state: "sent", channelId: "dm-u1" });
  });

  it("waits after a restart no longer than was asked for, also where the clock was set back meanwhile", async () => {
    const end = 1_700_000_000_000 + 3_600_000;
    const s = await scene();
    const attempt = {
      part: 1,
      startedAt: end - 10,
      endedAt: end,
      outcome: "again" as const,
      why: "rate-limited" as const,
    };
    await s.ledger.plan([
      row(1, "a", { state: "again", reason: "rate-limited", againAt: end + 5_000, attempts: [attempt] }),
    ]);
    s.courier.start();
    await s.settle();
    s.hand.pass(4_999);
    await s.settle();
    expect(s.posts).toEqual([]);
    s.hand.pass(1);
    await s.settle();
    expect(s.posts).toHaveLength(1);
  });

  it("lets a row expire in time though Discord asks it to wait for longer", async () => {
    const s = await scene([{ is: "again", afterMs: 7_200_000, why: "rate-limited" }]);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    s.hand.set(DUE + 3_600_000);
    s.courier.wake();
    await s.settle();
    expect(await s.states()).toEqual(["expired: expired"]);
  });

  it("posts and calls nothing too late while its clock is not to be trusted", async () => {
    let trusted = false;
    const s = await scene([], { is: "absent" }, undefined, () => trusted);
    await s.ledger.plan([row(1), row(1, "b", { expiresAt: DUE - 1 })]);
    s.courier.start();
    await s.settle();
    expect((await s.states()).sort()).toEqual(["planned: in-time", "planned: in-time"]);
    trusted = true;
    s.courier.wake();
    await s.settle();
    expect((await s.states()).sort()).toEqual(["expired: expired", "sent: delivered"]);
  });
});
