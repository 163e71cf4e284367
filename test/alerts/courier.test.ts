// The courier against a sender that answers as ordered: each alert once, in order, and every failure with a named reason.
import { KeptMessages } from "../../src/alerts/kept-messages.ts";
import { describe, expect, it } from "vitest";
import { Courier } from "../../src/alerts/courier.ts";
import { Ledger, deliveryId } from "../../src/alerts/ledger.ts";
import { nonceOf } from "../../src/alerts/nonce.ts";
import type { Outcome, Search, Sender } from "../../src/alerts/sender.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { hash } from "../../src/domain/id.ts";
import type { Engine } from "../../src/engines/open.ts";
import type { Known } from "../../src/domain/known.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../support.ts";
import { someSender, steady } from "./stand-ins.ts";

const AT = "2026-03-16T04:00:00Z";
const DUE = Date.parse(AT);

function row(n: number, channel = "a", changes: Partial<Delivery> = {}): Delivery {
  const alert: Delivery["alert"] = {
    kind: "strike.recorded",
    id: hash({ n }),
    at: DUE + n,
    fact: `f${n}`,
    subject: `s${n}`,
  };
  return {
    v: 1,
    id: deliveryId(alert.id, channel),
    alert,
    destination: channel,
    channelId: channel,
    guildId: "g",
    language: "en",
    subscriptions: ["sub"],
    shown: [],
    roles: [],
    loud: true,
    state: "planned",
    reason: "in-time",
    dueAt: DUE + n,
    plannedAt: DUE,
    expiresAt: DUE + 3_600_000,
    plannedMachine: 1_700_000_000_000,
    parts: [],
    attempts: [],
    ...changes,
  };
}

const told = ({ alert }: Delivery) => (alert.kind === "strike.recorded" ? alert.subject : "");
const refuse = (): never => {
  throw new Error("no words");
};

async function scene(
  answers: (Outcome | ((nonce: string) => Outcome))[] = [],
  search: Search = { is: "absent" },
  engine?: Engine,
) {
  const hand = handClock(AT);
  const { log, lines } = rememberingLog();
  const own = engine ?? (await memoryEngine());
  const rows = own.namespace("deliveries");
  const ledger = await Ledger.open(rows);
  const posts: { channel: string; text: string; nonce: string; silent: boolean }[] = [];
  const searches: string[] = [];
  const closed: string[] = [];
  const undelivered: string[] = [];
  const opened: string[] = [];
  let openings: Awaited<ReturnType<Sender["direct"]>>[] = [];
  let onClosed = (_channel: string): void => undefined;
  const broken: unknown[] = [];
  let found = search;
  const standing = new Map<string, "open" | "paused" | "ended">();
  let parts = 1;
  let unspeakable = "";
  const sender: Sender = someSender({
    post: async (channel, message, { nonce, silent }) => {
      posts.push({ channel, text: message.content, nonce, silent });
      const next = answers.shift() ?? { is: "sent", messageId: `m${posts.length}` };
      return typeof next === "function" ? next(nonce) : next;
    },
    edit: async () => ({ is: "sent", messageId: "m" }),
    find: async (_channel, mark) => (searches.push(mark), found),
    direct: async (user) => (opened.push(user), openings.shift() ?? { is: "open", channelId: `dm-${user}` }),
  });
  const courier = new Courier({
    ...steady,
    shown: new KeptMessages(own.namespace("marks")),
    ledger,
    sender,
    clock: hand.clock,
    log,
    broken: (error) => broken.push(error),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the renderer here never looks at it
    scene: () => ({ known: {} as Known, now: hand.clock.now() }),
    render: (delivery, { lateBy }) =>
      told(delivery) === unspeakable
        ? refuse()
        : Array.from({ length: parts }, (_, i) => ({
            content: `${delivery.alert.kind === "strike.recorded" ? delivery.alert.subject : ""}${parts > 1 ? ` part ${i + 1}` : ""}${lateBy === undefined ? "" : ` late ${lateBy}`}`,
          })),
    standing: (delivery) => standing.get(delivery.destination) ?? "open",
    undelivered: async (delivery, why) => {
      const stored = await ledger.read(`${String(delivery.dueAt).padStart(15, "0")}-${delivery.id}`);
      undelivered.push(`${told(delivery)} ${stored?.delivery.state} ${why}`);
    },
    closed: async (delivery, why) => (closed.push(`${delivery.destination} ${why}`), onClosed(delivery.destination)),
  });
  const states = async () => (await collect(ledger.all())).map((one) => `${one.state}: ${one.reason}`);
  return {
    hand,
    ledger,
    courier,
    posts,
    searches,
    closed,
    undelivered,
    opened,
    openWith: (...answers: typeof openings) => (openings = answers),
    broken,
    lines,
    standing,
    states,
    rows,
    inParts: (n: number) => (parts = n),
    breakOn: (subject: string) => (unspeakable = subject),
    look: (result: Search) => (found = result),
    settle: () => courier.idle(),
    onClosed: (run: typeof onClosed) => (onClosed = run),
  };
}

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

  it("says sending in the row before the request leaves", async () => {
    let seen = "";
    const s = await scene([() => ((seen = s.ledger.next("a")?.delivery.state ?? ""), { is: "sent", messageId: "m" })]);
    await s.ledger.plan([row(1)]);
    s.courier.start();
    await s.settle();
    expect(seen).toBe("sending");
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

  it("keeps every row of a closed channel, also the one that met it, and has its people told", async () => {
    const s = await scene([{ is: "never", why: "forbidden", closes: true }]);
    await s.ledger.plan([row(1), row(2), row(1, "b")]);
    s.onClosed((channel) => void s.standing.set(channel, "paused"));
    s.courier.start();
    await s.settle();
    expect(s.closed).toEqual(["a forbidden"]);
    expect(s.posts.map((post) => post.channel).sort()).toEqual(["a", "b"]);
    expect((await s.states()).sort()).toEqual(["held: channel-paused", "held: forbidden", "sent: delivered"]);
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
});
