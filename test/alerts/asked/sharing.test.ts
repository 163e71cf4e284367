// An answer that a reader shares: one row and one post however often it is pressed, whatever fails in between, and never at the cost of an alert.
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { describe, expect, it } from "vitest";
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { People } from "../../../src/alerts/ledger/people.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import type { Outcome, Search, Sender } from "../../../src/alerts/courier/sender.ts";
import { Sharing } from "../../../src/alerts/asked/sharing.ts";
import { Delivery } from "../../../src/domain/delivery.ts";
import type { ShareWanted } from "../../../src/domain/share.ts";
import type { Engine } from "../../../src/engines/open.ts";
import type { Message } from "../../../src/views/message.ts";
import { knownAt } from "../../views/ecuador-known.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someAnswers, someSender, steady } from "../stand-ins.ts";

const AT = "2026-03-16T10:05:00-05:00";
const WANTED: ShareWanted = {
  question: { is: "curfew.place", place: "EC-G" },
  language: "en",
  answeredAt: Date.parse(AT) - 60_000,
  messageId: "350000000000000001",
  digest: "00000001",
  guildId: "300000000000000001",
  channelId: "300000000000000003",
  sharer: { id: "320000000000000001", name: "Ana *bold*" },
};

interface Given {
  answers?: (Outcome | (() => Promise<Outcome>))[];
  search?: Search;
  engine?: Engine;
  standing?: "open" | "paused" | "ended";
}

async function scene({ answers = [], search = { is: "absent" }, engine, standing = "open" }: Given = {}) {
  const hand = handClock(AT);
  const { log, lines } = rememberingLog();
  const own = engine ?? (await memoryEngine());
  const ledger = await Ledger.open(own.namespace("deliveries"));
  const people = await People.open(own.namespace("marks"));
  const posts: { channel: string; message: Message; nonce: string }[] = [];
  const searches: string[] = [];
  const closed: string[] = [];
  const broken: unknown[] = [];
  /** What the question is answered with, and as of when it was asked. */
  const again = { digest: "00000001", parts: 1, gone: false, asked: [] as (number | undefined)[] };
  const sender: Sender = someSender({
    post: async (channel, message, { nonce }) => {
      posts.push({ channel, message, nonce });
      const next = answers.shift() ?? { is: "sent", messageId: `m${posts.length}` };
      return typeof next === "function" ? next() : next;
    },
    edit: async () => ({ is: "sent", messageId: "m" }),
    find: async (_channel, mark) => (searches.push(mark), search),
  });
  const courier = new Courier({
    ...steady,
    shown: new KeptMessages(own.namespace("marks")),
    ledger,
    sender,
    clock: hand.clock,
    log,
    broken: (error) => broken.push(error),
    scene: () => ({ known: knownAt("2026-03-16T10:05"), now: hand.clock.now() }),
    render: renderer(
      someAnswers({
        again: (_question, _language, at) => {
          again.asked.push(at);
          const messages = Array.from({ length: again.parts }, (_, i) => ({
            content: i === 0 ? "⚪ No curfew now in Guayas." : `(${i + 1}/${again.parts})`,
            embed: { tone: "none" as const, footer: "Newest source 14 Mar 2026" },
            rows: [{ buttons: [{ label: "Next", press: { url: "https://example.org" } }] }],
          }));
          return again.gone
            ? undefined
            : { messages, digest: again.digest, place: "EC-G", copy: { name: "curfew.copy", args: ["x"] } };
        },
        nameOf: (guildId, person) => people.name(guildId, person),
      }),
    ),
    standing: () => standing,
    closed: async ({ destination }, why) => void closed.push(`${destination} ${why}`),
  });
  const sharing = new Sharing({ ledger, people, clock: hand.clock });
  const rows = () => collect(ledger.all());
  return { hand, lines, ledger, people, posts, searches, closed, broken, again, courier, sharing, rows, engine: own };
}

const states = (rows: readonly Delivery[]) => rows.map((one) => `${one.state}: ${one.reason}`);

describe("sharing an answer", () => {
  it("posts it once, state first, then who shared it and as of when, with the mark in the foot and no page to turn", async () => {
    const s = await scene();
    s.courier.start();
    expect(await s.sharing.share(WANTED)).toEqual({ is: "posted" });
    expect(s.posts).toHaveLength(1);
    const [post] = s.posts;
    if (post === undefined) throw new Error("nothing was posted");
    const { channel, message, nonce } = post;
    expect(channel).toBe(WANTED.channelId);
    expect(nonce).toHaveLength(25);
    expect(message.content).toBe("⚪ No curfew now in Guayas.");
    expect(message.signature).toBe(String.raw`Shared by Ana \*bold\*, as known Mon 16 Mar 10:05 (Ecuador time)`);
    expect(message.embed?.footer).toMatch(/^Newest source 14 Mar 2026 · #[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(message.rows).toEqual([
      { buttons: [{ label: "Copy", press: { action: { name: "curfew.copy", args: ["x"] } } }] },
    ]);
    expect(states(await s.rows())).toEqual(["sent: delivered"]);
    expect(s.broken).toEqual([]);
  });

  it("in Spanish signs in Spanish", async () => {
    const s = await scene();
    s.courier.start();
    await s.sharing.share({ ...WANTED, language: "es" });
    expect(s.posts[0]?.message.signature).toBe(
      String.raw`Compartido por Ana \*bold\*, según lo que se sabía el lunes 16 mar. 10:05 (hora de Ecuador)`,
    );
  });

  it("once for two presses at once, and says so at a third press an hour and a restart later", async () => {
    const s = await scene();
    s.courier.start();
    const both = await Promise.all([s.sharing.share(WANTED), s.sharing.share(WANTED)]);
    expect(both).toEqual([{ is: "posted" }, { is: "posted" }]);
    await s.courier.stop();
    const later = await scene({ engine: s.engine });
    later.courier.start();
    later.hand.set("2026-03-16T11:05:00-05:00");
    expect(await later.sharing.share(WANTED)).toEqual({ is: "already" });
    expect(s.posts.length + later.posts.length).toBe(1);
    expect(await later.rows()).toHaveLength(1);
  });

  it("apart for another page of the same message, another message, another channel", async () => {
    const s = await scene();
    s.courier.start();
    const others: ShareWanted[] = [
      WANTED,
      { ...WANTED, question: { is: "curfew.place", place: "EC-R" } },
      { ...WANTED, messageId: "350000000000000002" },
      { ...WANTED, channelId: "300000000000000004" },
    ];
    for (const one of others) expect(await s.sharing.share(one)).toEqual({ is: "posted" });
    expect(s.posts).toHaveLength(4);
    expect(new Set(s.posts.map((post) => post.message.embed?.footer)).size).toBe(4);
  });

  it("after a kill between row and post is posted once, with the nonce and mark it had", async () => {
    const s = await scene();
    // The courier never starts: the process died after the row was written.
    const pressed = s.sharing.share(WANTED);
    await expect.poll(async () => (await s.rows()).length).toBe(1);
    const next = await scene({ engine: s.engine });
    next.courier.start();
    await next.courier.idle();
    expect(next.posts).toHaveLength(1);
    expect(next.posts[0]?.message.signature).toContain("Ana");
    expect(states(await next.rows())).toEqual(["sent: delivered"]);
    s.hand.pass(5_000);
    expect(await pressed).toEqual({ is: "waiting" });
  });

  it("after a kill in mid-post looks for the mark before posting again", async () => {
    const s = await scene({ answers: [() => new Promise<Outcome>(() => undefined)] });
    s.courier.start();
    const pressed = s.sharing.share(WANTED);
    await expect.poll(async () => (await s.rows())[0]?.state).toBe("sending");
    const next = await scene({ engine: s.engine, search: { is: "found", messageId: "m9" } });
    next.hand.pass(90_000);
    next.courier.start();
    await next.courier.idle();
    expect(next.posts).toEqual([]);
    expect(next.searches).toHaveLength(1);
    expect(states(await next.rows())).toEqual(["sent: found-in-channel"]);
    s.hand.pass(5_000);
    expect(await pressed).toEqual({ is: "waiting" });
  });

  it.each(["forbidden", "no-such-channel", "channel-closed"] as const)(
    "tells the presser that the channel is closed (%s), pauses no subscription, and posts at a later press",
    async (why) => {
      const s = await scene({ answers: [{ is: "never", why, closes: true }] });
      s.courier.start();
      expect(await s.sharing.share(WANTED)).toEqual({ is: "no", why });
      expect(s.closed).toEqual([]);
      expect(states(await s.rows())).toEqual([`failed: ${why}`]);
      s.hand.set("2026-03-16T10:25:00-05:00");
      expect(await s.sharing.share(WANTED)).toEqual({ is: "posted" });
      expect(await s.rows()).toHaveLength(1);
      expect(s.posts[1]?.message.signature).toContain("10:25");
    },
  );

  it("does not hang on a channel that closed while it was in doubt, and pauses nothing then either", async () => {
    const s = await scene({
      answers: [{ is: "unsure", why: "timed-out" }],
      search: { is: "cannot", why: "forbidden" },
    });
    s.courier.start();
    expect(await s.sharing.share(WANTED)).toEqual({ is: "waiting" });
    await s.courier.idle();
    s.hand.pass(61_000);
    await s.courier.idle();
    expect(states(await s.rows())).toEqual(["failed: forbidden"]);
    expect(s.closed).toEqual([]);
  });

  it("neither an ended nor a paused subscription of the channel holds it back", async () => {
    for (const standing of ["ended", "paused"] as const) {
      const s = await scene({ standing });
      s.courier.start();
      expect(await s.sharing.share(WANTED)).toEqual({ is: "posted" });
    }
  });

  it("waits apart from the channel's alerts, so that neither holds up the other", async () => {
    const s = await scene({ answers: [{ is: "again", afterMs: 60_000, why: "rate-limited" }] });
    s.courier.start();
    expect(await s.sharing.share(WANTED)).toEqual({ is: "waiting" });
    const [row] = await s.rows();
    expect(row?.destination).not.toBe(WANTED.channelId);
    expect(row?.channelId).toBe(WANTED.channelId);
    await s.courier.idle();
    s.hand.pass(60_000);
    await s.courier.idle();
    expect(states(await s.rows())).toEqual(["sent: delivered"]);
  });

  it("is given up a quarter of an hour after the press: nobody shares what is old", async () => {
    const s = await scene({ answers: [{ is: "again", afterMs: 60_000, why: "discord-down" }] });
    s.courier.start();
    await s.sharing.share(WANTED);
    await s.courier.idle();
    s.hand.set("2026-03-16T10:20:00-05:00");
    await s.courier.idle();
    s.hand.pass(60_000);
    await s.courier.idle();
    expect(s.posts).toHaveLength(1);
    expect(states(await s.rows())).toEqual(["expired: expired"]);
  });

  it("is not posted in somebody's name when it reads otherwise by then, or is gone", async () => {
    const changed = await scene();
    changed.again.digest = "00000002";
    changed.courier.start();
    expect(await changed.sharing.share(WANTED)).toEqual({ is: "no", why: "answer-changed" });
    expect(changed.posts).toEqual([]);
    const gone = await scene();
    gone.again.gone = true;
    gone.courier.start();
    expect(await gone.sharing.share(WANTED)).toEqual({ is: "no", why: "no-longer-in-the-record" });
  });

  it("of which a part may stand there is finished as it was known when it was shared", async () => {
    const s = await scene({
      answers: [
        { is: "sent", messageId: "m1" },
        { is: "unsure", why: "timed-out" },
      ],
    });
    s.again.parts = 2;
    s.courier.start();
    await s.sharing.share(WANTED);
    s.again.digest = "00000002";
    await s.courier.idle();
    s.hand.set("2026-03-16T10:10:00-05:00");
    await s.courier.idle();
    s.hand.pass(10_000);
    await s.courier.idle();
    expect(s.again.asked.at(-1)).toBe(Date.parse(AT));
    expect(states(await s.rows())).toEqual(["sent: delivered"]);
    const marks = s.posts.map((post) => /#.*$/.exec(post.message.embed?.footer ?? "")?.[0]);
    expect(marks[1]).toBe(`${marks[0]}.2`);
    expect(s.posts[1]?.message.signature).toBeUndefined();
  });

  it("keeps the sharer's name in a row that can be erased, and nowhere else", async () => {
    const s = await scene();
    s.courier.start();
    await s.sharing.share(WANTED);
    expect(JSON.stringify(await s.rows())).not.toMatch(/Ana|320000000000000001/);
    const [row] = await s.rows();
    const by = row?.alert.kind === "answer.shared" ? row.alert.by : "";
    expect(s.people.name(WANTED.guildId, by)).toBe("Ana *bold*");
    await s.sharing.share({ ...WANTED, messageId: "350000000000000002", sharer: { ...WANTED.sharer, name: "Ana M." } });
    expect((await People.open(s.engine.namespace("marks"))).name(WANTED.guildId, by)).toBe("Ana M.");
    await s.engine.namespace("marks").keyv.delete(`person-${WANTED.guildId}-${by}`);
    const later = await scene({ engine: s.engine });
    expect(later.people.name(WANTED.guildId, by)).toBeUndefined();
  });

  it("signs without a name once that was erased", async () => {
    const s = await scene();
    const pressed = s.sharing.share(WANTED);
    await expect.poll(async () => (await s.rows()).length).toBe(1);
    const [row] = await s.rows();
    const by = row?.alert.kind === "answer.shared" ? row.alert.by : "";
    await s.engine.namespace("marks").keyv.delete(`person-${WANTED.guildId}-${by}`);
    const next = await scene({ engine: s.engine });
    next.courier.start();
    await next.courier.idle();
    expect(next.posts[0]?.message.signature).toMatch(/^Shared by somebody in this server, as known/);
    s.hand.pass(5_000);
    await pressed;
  });
});

describe("the shapes of deliveries", () => {
  it("read rows written before answers were shared, and still want a subscription for every alert", async () => {
    const s = await scene();
    s.courier.start();
    await s.sharing.share(WANTED);
    const [shared] = await s.rows();
    if (shared === undefined) throw new Error("no row");
    const old = {
      ...shared,
      alert: { kind: "strike.recorded", id: "a".repeat(64), at: 1, fact: "f", subject: "s" },
      subscriptions: ["sub-1"],
      destination: WANTED.channelId,
    };
    expect(Delivery.safeParse(old).success).toBe(true);
    expect(Delivery.safeParse({ ...old, subscriptions: [] }).success).toBe(false);
  });
});
