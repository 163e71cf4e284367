// The courier against a sender that answers as ordered: each alert once, in order, and every failure with a named reason.
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { describe, expect, it } from "vitest";
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { nonceOf } from "../../../src/alerts/ledger/nonce.ts";
import type { Outcome, Search, Sender } from "../../../src/alerts/courier/sender.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash } from "../../../src/domain/id.ts";
import type { Engine } from "../../../src/engines/open.ts";
import type { Known } from "../../../src/domain/known.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someRow, someSender, steady } from "../stand-ins.ts";

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
  return someRow(alert, channel, { plannedAt: DUE, expiresAt: DUE + 3_600_000, ...changes });
}

const told = ({ alert }: Delivery) => (alert.kind === "strike.recorded" ? alert.subject : "");
const refuse = (): never => {
  throw new Error("no words");
};

async function scene(
  answers: (Outcome | ((nonce: string) => Outcome))[] = [],
  search: Search = { is: "absent" },
  engine?: Engine,
  trusted = () => true,
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
  const edits: string[] = [];
  let editAnswers: Outcome[] = [];
  let stepped = 0;
  let wording = "";
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
    edit: async (_channel, messageId) => (edits.push(messageId), editAnswers.shift() ?? { is: "sent", messageId }),
    find: async (_channel, mark) => (searches.push(mark), found),
    direct: async (user) => (opened.push(user), openings.shift() ?? { is: "open", channelId: `dm-${user}` }),
  });
  const courier = new Courier({
    ...steady,
    trusted,
    shown: new KeptMessages(own.namespace("marks")),
    ledger,
    sender,
    clock: { ...hand.clock, wall: () => hand.clock.wall() + stepped },
    log,
    broken: (error) => broken.push(error),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the renderer here never looks at it
    scene: () => ({ known: {} as Known, now: hand.clock.now() }),
    render: (delivery, { lateBy }) =>
      told(delivery) === unspeakable
        ? refuse()
        : Array.from({ length: parts }, (_, i) => ({
            content: `${wording}${delivery.alert.kind === "strike.recorded" ? delivery.alert.subject : ""}${parts > 1 ? ` part ${i + 1}` : ""}${lateBy === undefined ? "" : ` late ${lateBy}`}`,
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
    edits,
    editWith: (...answers: typeof editAnswers) => (editAnswers = answers),
    /** The computer's clock is set, as far as from where it stood at first. */
    step: (ms: number) => (stepped = ms),
    word: (words: string) => (wording = words),
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

  describe("edits of older messages", () => {
    const editing = (n: number, of: string, changes: Partial<Delivery> = {}) => {
      const made = row(n, "a", { loud: false, ...changes });
      return { ...made, id: hash({ edit: made.id, of }), edits: { of, messageId: of } };
    };

    it("hold up no alert behind them, keep their own order, and come after the notice that says why", async () => {
      const s = await scene();
      s.editWith({ is: "again", afterMs: 60_000, why: "rate-limited" });
      await s.ledger.plan([editing(1, "m1"), editing(2, "m1"), editing(3, "m2"), row(4)]);
      s.courier.start();
      await s.settle();
      expect(s.edits).toEqual(["m1"]);
      expect(s.posts.map((post) => post.text)).toEqual(["s4"]);
      s.hand.pass(60_000);
      await s.settle();
      expect(s.edits).toEqual(["m1", "m1", "m1", "m2"]);
      // The notice itself waits: so does its edit.
      const t = await scene([{ is: "again", afterMs: 5_000, why: "rate-limited" }]);
      await t.ledger.plan([row(1), editing(1, "m1")]);
      t.courier.start();
      await t.settle();
      expect(t.edits).toEqual([]);
      t.hand.pass(5_000);
      await t.settle();
      expect(t.edits).toEqual(["m1"]);
    });

    it("wait for the row that posts their message, and then are made or not as that ended", async () => {
      const s = await scene([{ is: "again", afterMs: 5_000, why: "rate-limited" }]);
      const first = row(1);
      const { edits: _, ...bare } = editing(2, "x");
      await s.ledger.plan([first, { ...bare, edits: { of: first.id } }, editing(3, "m7")]);
      s.courier.start();
      await s.settle();
      expect(s.edits).toEqual(["m7"]);
      s.hand.pass(5_000);
      await s.settle();
      expect(await s.states()).toEqual(["sent: delivered", "skipped: never-posted", "sent: put-right"]);
    });

    it("of old messages are spread, and those of young ones pass them by", async () => {
      const s = await scene();
      const idAt = (at: number) => String((BigInt(at) - 1_420_070_400_000n) << 22n);
      const old = Array.from({ length: 7 }, (_, i) => editing(i + 1, idAt(DUE - 86_400_000 + i)));
      await s.ledger.plan([...old, editing(9, idAt(DUE - 1_000))]);
      s.courier.start();
      await s.settle();
      expect(s.edits).toHaveLength(6);
      expect(s.edits.at(-1)).toBe(idAt(DUE - 1_000));
      s.hand.pass(180_000);
      await s.settle();
      expect(s.edits).toHaveLength(7);
    });
  });
});
