// Everything that Discord can answer to a post, through the real REST client of discord.js over loopback: what the row says after it, and what the channel shows
// in the end. The stand-in's faults; only what it cannot do is done by a port where nobody listens.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OrderedFault } from "../../../rehearsal/rest/fault-kinds.ts";
import type { Rehearsal } from "../../../rehearsal/rehearsal.ts";
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { systemClock, type Clock } from "../../../src/clock.ts";
import { sender } from "../../../src/discord/sender.ts";
import { hash, mark } from "../../../src/domain/id.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { startWatched } from "../../rehearsal-server/watched.ts";
import { someRow, steady } from "../stand-ins.ts";

const AT = "2026-03-15T22:58:30-05:00";
const DUE = Date.parse(AT);
const code = (status: number, number: number): OrderedFault => ({ status, body: { code: number, message: "no" } });
const page = (status: number, headers: Record<string, string> = {}): OrderedFault => ({
  status,
  body: "<html><title>error</title></html>",
  headers,
});
const limit = (body: object, headers: Record<string, string> = {}): OrderedFault => ({
  status: 429,
  body: { message: "slow", retry_after: 0.05, global: false, ...body },
  headers,
});

/** The fault; the row after it; what Discord answered, as kept; how the row ends; how many messages stand then. */
const TABLE: [string, OrderedFault, string, string | undefined, string, number][] = [
  ["429, body alone", limit({}), "again: rate-limited", "429", "sent: delivered", 1],
  [
    "429, a page with a header alone",
    page(429, { "retry-after": "0.05" }),
    "again: rate-limited",
    "429",
    "sent: delivered",
    1,
  ],
  ["429 of its route", { limited: "user", seconds: 0.05 }, "again: rate-limited", "429", "sent: delivered", 1],
  ["429 shared", { limited: "shared", seconds: 0.05 }, "again: rate-limited", "429", "sent: delivered", 1],
  ["429 global", { limited: "global", seconds: 0.05 }, "again: rate-limited", "429", "sent: delivered", 1],
  ["429 20028", limit({ code: 20028 }), "again: rate-limited", "429 20028", "sent: delivered", 1],
  ["429 30046", limit({ code: 30046 }), "again: rate-limited", "429 30046", "sent: delivered", 1],
  ["400 40003", code(400, 40003), "again: rate-limited", "400 40003", "sent: delivered", 1],
  ["500", code(500, 0), "unsure: discord-down", "500", "sent: delivered", 1],
  ["502, a page", page(502), "unsure: discord-down", "502", "sent: delivered", 1],
  ["503, a page", page(503), "unsure: discord-down", "503", "sent: delivered", 1],
  ["504, a page", page(504), "unsure: discord-down", "504", "sent: delivered", 1],
  ["200, a page", page(200), "unsure: odd-answer", "200", "sent: delivered", 1],
  ["400, a page", page(400), "again: blocked", "400", "sent: delivered", 1],
  ["403, a page", page(403), "again: blocked", "403", "sent: delivered", 1],
  ["silent, nothing done", { hang: "before" }, "unsure: timed-out", undefined, "sent: delivered", 1],
  ["silent, and done", { hang: "after" }, "unsure: timed-out", undefined, "sent: found-in-channel", 1],
  ["closed, nothing done", { drop: "before" }, "unsure: connection-lost", undefined, "sent: delivered", 1],
  ["closed, and done", { drop: "after" }, "unsure: connection-lost", undefined, "sent: found-in-channel", 1],
  ["closed within the answer", { drop: "inside" }, "unsure: connection-lost", undefined, "sent: found-in-channel", 1],
  ["400 50035", code(400, 50035), "failed: refused-form", "400 50035", "failed: refused-form", 0],
  ["413 40005", code(413, 40005), "failed: refused-form", "413 40005", "failed: refused-form", 0],
  ["413, a page", page(413), "failed: refused-form", "413", "failed: refused-form", 0],
  ["401", code(401, 0), "again: bad-token", "401", "sent: delivered", 1],
  ["403 50001", code(403, 50001), "held: forbidden", "403 50001", "held: forbidden", 0],
  ["403 50013", code(403, 50013), "held: forbidden", "403 50013", "held: forbidden", 0],
  ["403 50007", code(403, 50007), "held: channel-closed", "403 50007", "held: channel-closed", 0],
  ["404 10003", code(404, 10003), "held: no-such-channel", "404 10003", "held: no-such-channel", 0],
  ["404 of the path", code(404, 0), "again: blocked", "404", "sent: delivered", 1],
  ["400 200000", code(400, 200000), "failed: blocked-by-moderation", "400 200000", "failed: blocked-by-moderation", 0],
  ["400 160002, an answer", code(400, 160002), "again: cannot-answer", "400 160002", "sent: delivered", 1],
];

let count = 0;
function row(channelId: string, more: Partial<Delivery> = {}): Delivery {
  count += 1;
  const alert: Delivery["alert"] = { kind: "strike.recorded", id: hash({ count }), at: DUE, fact: "f", subject: "s" };
  return someRow(alert, channelId, { expiresAt: DUE + 86_400_000, ...more });
}

async function stage(rehearsal: Rehearsal, apiUrl = `${rehearsal.url}/api`, paced?: Clock) {
  const hand = handClock(AT);
  const clock = paced ?? hand.clock;
  const { log } = rememberingLog();
  const engine = await memoryEngine();
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const closed = new Set<string>();
  const courier = new Courier({
    ...steady,
    ...(paced === undefined ? {} : { rate: undefined }),
    shown: new KeptMessages(engine.namespace("marks")),
    ledger,
    sender: sender({ token: rehearsal.token, apiUrl, log, timeoutMs: 2_000 }),
    clock,
    log,
    broken: (error) => {
      throw error;
    },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the renderer here never looks at it
    scene: () => ({ known: {} as Known, now: hand.clock.now() }),
    render: ({ alert }) => [{ content: "alert", embed: { tone: "info", title: "t", footer: `#${mark(alert.id)}` } }],
    standing: ({ destination }) => (closed.has(destination) ? "paused" : "open"),
    closed: async ({ destination }) => void closed.add(destination),
  });
  const state = async () => (await collect(ledger.all())).map((one) => `${one.state}: ${one.reason}`).join();
  return { hand, ledger, courier, state };
}

describe("what becomes of an alert to which Discord answers", () => {
  let rehearsal: Rehearsal;
  let channelId: string;
  beforeAll(async () => {
    rehearsal = await startWatched({ startAt: AT, rates: "roomy" });
    channelId = rehearsal.channel("alertas").id;
    // The first exchange of all waits until Discord's description was read: that is no time-out of Discord's.
    const first = sender({ token: rehearsal.token, apiUrl: `${rehearsal.url}/api`, log: rememberingLog().log });
    await first.post(channelId, { content: "first" }, { nonce: "first", silent: true });
    await first.find(channelId, "#0000-0000", DUE);
  });
  afterAll(() => rehearsal.close());

  it.each(TABLE)("%s", async (_what, fault, first, answer, last, shown) => {
    const before = rehearsal.messages(channelId).length;
    const s = await stage(rehearsal);
    rehearsal.refuse(({ method, path }) => method === "POST" && path.endsWith("/messages"), fault);
    await s.ledger.plan([row(channelId, { replyTo: "360000000000000001" })]);
    const moves: string[] = [];
    s.ledger.onMoved(({ delivery: { state, reason } }) => void moves.push(`${state}: ${reason}`));
    s.courier.start();
    await s.courier.idle();
    expect(moves.slice(0, 2)).toEqual(["sending: posting", first]);
    const [tried] = await collect(s.ledger.all());
    expect(tried?.attempts[0]?.answer).toBe(answer);
    await vi.waitFor(
      async () => {
        s.hand.pass(61_000);
        await s.courier.idle();
        expect(await s.state()).toBe(last);
      },
      { timeout: 10_000, interval: 20 },
    );
    expect(rehearsal.messages(channelId).length - before).toBe(shown);
    await s.courier.stop();
  });

  it("is none at all, where nobody listens: nothing is in doubt", async () => {
    const s = await stage(rehearsal, "http://127.0.0.1:9/api");
    await s.ledger.plan([row(channelId)]);
    s.courier.start();
    await s.courier.idle();
    expect(await s.state()).toBe("again: not-reached");
    await s.courier.stop();
  });
});

describe("a night of many channels at Discord's own rates", () => {
  it("shows each alert once and in order, and under one request in a hundred is a 429", async () => {
    const night = await startWatched({ startAt: AT });
    const machine = systemClock();
    // The world stands still; the machine goes on.
    const s = await stage(night, undefined, { ...machine, now: () => DUE });
    const made = Array.from({ length: 40 }, (_, i) => night.addChannel(night.guildId, { name: `night-${i}` }).id);
    const [busy = ""] = made;
    await s.ledger.plan([
      ...made.flatMap((channel) => [row(channel), row(channel), row(channel)]),
      ...Array.from({ length: 6 }, () => row(busy)),
    ]);
    s.courier.start();
    await vi.waitFor(async () => expect(new Set((await s.state()).split(","))).toEqual(new Set(["sent: delivered"])), {
      timeout: 50_000,
      interval: 100,
    });
    await s.courier.stop();
    const asked = night.requests.filter(({ path }) => path.startsWith("/channels/"));
    const limited = asked.filter(({ status }) => status === 429);
    expect(asked.length).toBeGreaterThanOrEqual(126);
    expect(limited.length / asked.length).toBeLessThan(0.01);
    for (const channel of made) expect(night.messages(channel)).toHaveLength(channel === busy ? 9 : 3);
    await night.close();
  });
});
