// What the gateway closes a socket for, how it counts, and what a client that resumes is owed. Bare sockets; real discord.js where its patience matters.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { constants, createInflate, inflateSync } from "node:zlib";
import { Events } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { Gateway } from "../../rehearsal/gateway/gateway.ts";
import { APART, SessionStarts } from "../../rehearsal/gateway/session-starts.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { World } from "../../rehearsal/world/guild.ts";
import { snowflakeAt, Snowflakes } from "../../rehearsal/world/snowflake.ts";
import { emptyRehearsal, startBot, type Bot } from "./bot.ts";
import { machine } from "./machine.ts";

let rehearsal: Rehearsal | undefined;
let bot: Bot | undefined;
let server: Server | undefined;
afterEach(async () => {
  await bot?.stop();
  await rehearsal?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  rehearsal = bot = server = undefined;
});

interface Frame {
  op: number;
  d: unknown;
  s: number | null;
  t: string | null;
}

async function open(port: number, path = "/gateway?v=10&encoding=json") {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  const frames: Frame[] = [];
  const raw: Buffer[] = [];
  socket.on("message", (data: Buffer, isBinary) => {
    if (isBinary) raw.push(data);
    else frames.push(JSON.parse(data.toString()));
  });
  const closed = once(socket, "close").then(([code]: unknown[]) => code);
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const until = (fits: (frame: Frame) => boolean) =>
    expect.poll(() => frames.find(fits) !== undefined, { interval: 10 }).toBe(true);
  const seen = (t: string) => Object(frames.find((frame) => frame.t === t)?.d);
  await once(socket, "open");
  return { socket, frames, raw, send, until, closed, seen };
}

const HELLO = (frame: Frame) => frame.op === 10;
const identity = (more: object = {}) => ({
  token: "rehearsal",
  intents: 1,
  properties: { os: "x", browser: "x", device: "x" },
  ...more,
});

describe("a socket is closed with", () => {
  const identified = async (more: object) => {
    rehearsal = await emptyRehearsal();
    const client = await open(rehearsal.port);
    client.send(2, identity(more));
    return client.closed;
  };

  it.each([
    [4010, "a shard beyond its count", { shard: [2, 2] }],
    [4010, "a negative shard", { shard: [-1, 2] }],
    [4010, "no shards at all", { shard: [0, 0] }],
    [4013, "intents that are none", { intents: 1 << 30 }],
    [4013, "negative intents", { intents: -1 }],
    [4014, "the intent for members", { intents: 1 | (1 << 1) }],
    [4014, "the intent for presences", { intents: 1 << 8 }],
    [4014, "the intent for message content", { intents: 1 << 15 }],
    [4004, "a wrong token", { token: "Bot rehearsal" }],
    [4002, "intents that are no number", { intents: "1" }],
    [4002, "a shard that is no pair", { shard: [0] }],
  ])("%i for %s", async (code, _name, more) => {
    expect(await identified(more)).toBe(code);
  });

  it("4002 for what is no payload, for one over 4,096 bytes, and 4001 for an unknown opcode", async () => {
    rehearsal = await emptyRehearsal();
    const code = async (text: string) => {
      const client = await open(rehearsal?.port ?? 0);
      client.socket.send(text);
      return client.closed;
    };
    const beat = (length: number) => JSON.stringify({ op: 1, d: null, x: "x".repeat(length) });
    expect(await code("{")).toBe(4002);
    expect(await code("[]")).toBe(4002);
    expect(await code(beat(4_097 - beat(0).length))).toBe(4002);
    expect(await code('{"op":99,"d":null}')).toBe(4001);
    expect(await code('{"op":10,"d":null}')).toBe(4001);
    expect(await code('{"op":3,"d":{}}')).toBe(4003);
    const whole = await open(rehearsal.port);
    whole.socket.send(beat(4_096 - beat(0).length));
    await whole.until((frame) => frame.op === 11);
  });

  it("4012 for another version, 4002 for another encoding or compression", async () => {
    rehearsal = await emptyRehearsal();
    const code = async (query: string) => (await open(rehearsal?.port ?? 0, `/gateway?${query}`)).closed;
    expect(await code("v=9&encoding=json")).toBe(4012);
    expect(await code("v=10&encoding=etf")).toBe(4002);
    expect(await code("v=10&encoding=json&compress=zstd-stream")).toBe(4002);
  });

  it("4008 for the 121st event within a minute", async () => {
    rehearsal = await emptyRehearsal();
    const client = await open(rehearsal.port);
    for (let n = 0; n < 120; n += 1) client.send(1, null);
    await expect.poll(() => client.frames.filter(({ op }) => op === 11).length).toBe(120);
    client.send(1, null);
    expect(await client.closed).toBe(4008);
  });

  it("4009 when its heartbeats stop, or when one that was asked for does not come", async () => {
    rehearsal = await emptyRehearsal({ heartbeat: 600 });
    const quiet = await open(rehearsal.port);
    expect(await quiet.closed).toBe(4009);
    const beating = await open(rehearsal.port);
    for (let n = 0; n < 4; n += 1) {
      beating.send(1, null);
      await expect.poll(() => beating.frames.filter(({ op }) => op === 11).length, { interval: 60 }).toBe(n + 1);
    }
    expect(beating.socket.readyState).toBe(WebSocket.OPEN);
    rehearsal.askForHeartbeat();
    await beating.until((frame) => frame.op === 1);
    expect(await beating.closed).toBe(4009);
  });

  it("4007 for a sequence that was never sent, and its session is still there for the right one", async () => {
    rehearsal = await emptyRehearsal();
    const first = await open(rehearsal.port);
    first.send(2, identity());
    await first.until((frame) => frame.t === "GUILD_CREATE");
    const { session_id } = first.seen("READY");
    first.socket.terminate();
    const resume = async (seq: number) => {
      const client = await open(rehearsal?.port ?? 0, "/gateway/resume?v=10&encoding=json");
      client.send(6, { token: "rehearsal", session_id, seq });
      return client;
    };
    expect(await (await resume(3)).closed).toBe(4007);
    const back = await resume(1);
    await back.until((frame) => frame.t === "RESUMED");
    expect(back.frames.map(({ t, s }) => [t, s])).toEqual([
      [null, null],
      ["GUILD_CREATE", 2],
      ["RESUMED", 3],
    ]);
  });

  it("4011 when a shard would have more than 2,500 guilds", async () => {
    const ids = Array.from({ length: 2_501 }, (_, n) => snowflakeAt(Date.UTC(2020, 0, 1) + n).toString());
    const world = new World(new Snowflakes(() => 0), () => 0);
    const gateway = new Gateway({
      token: () => "rehearsal",
      world,
      guildIds: () => ids,
      resumeUrl: () => "ws://127.0.0.1/gateway/resume",
      online: () => {},
      resetToken: () => {},
      heartbeat: 41_250,
      apart: 0,
    });
    server = createServer();
    const sockets = new WebSocketServer({ server });
    sockets.on("connection", (socket, request) =>
      gateway.accept(socket, new URL(request.url ?? "", "ws://127.0.0.1").searchParams),
    );
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const all = await open(port);
    all.send(2, identity());
    expect(await all.closed).toBe(4011);
    const half = await open(port);
    half.send(2, identity({ shard: [0, 2] }));
    await half.until((frame) => frame.t === "READY");
    gateway.close();
  });
});

describe("IDENTIFY", () => {
  it("is let through once in five seconds; the one too soon gets INVALID_SESSION and keeps its socket", async () => {
    const clock = machine();
    clock.stand();
    rehearsal = await emptyRehearsal();
    const one = await open(rehearsal.port);
    one.send(2, identity());
    await one.until((frame) => frame.t === "READY");
    const two = await open(rehearsal.port);
    two.send(2, identity());
    await two.until((frame) => frame.op === 9 && frame.d === false);
    clock.forward(4_999);
    two.send(2, identity());
    await expect.poll(() => two.frames.filter(({ op }) => op === 9).length).toBe(2);
    expect(two.frames.some(({ t }) => t === "READY")).toBe(false);
    clock.forward(2);
    two.send(2, identity());
    await two.until((frame) => frame.t === "READY");
  });

  it("is counted: a thousand a day, told by GET /gateway/bot, and beyond them the token is reset", async () => {
    const clock = machine();
    rehearsal = await emptyRehearsal();
    const here = rehearsal;
    const ask = () =>
      fetch(`${here.url}/api/v10/gateway/bot`, {
        headers: { authorization: "Bot rehearsal", "user-agent": "DiscordBot (https://example.org, 1)" },
      });
    const limit = async () => Object(await (await ask()).json()).session_start_limit;
    expect(await limit()).toEqual({ total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 });
    const first = await open(here.port);
    first.send(2, identity());
    await first.until((frame) => frame.t === "READY");
    let sent = 1;
    const spend = async (until: number) => {
      while (sent < until) {
        const client = await open(here.port);
        const some = Math.min(100, until - sent);
        for (let n = 0; n < some; n += 1) client.send(2, identity());
        sent += some;
        await expect.poll(() => client.frames.filter(({ op }) => op === 9).length).toBe(some);
        client.socket.terminate();
      }
    };
    await spend(400);
    const told = await limit();
    expect(told).toMatchObject({ total: 1_000, remaining: 600 });
    expect(told.reset_after).toBeGreaterThan(23 * 3_600_000);
    await spend(1_000);
    const last = await open(here.port);
    last.send(2, identity());
    expect(await last.closed).toBe(4004);
    expect(await first.closed).toBe(4004);
    expect(here.botOnline).toBe(false);
    clock.forward(60_000);
    expect((await ask()).status).toBe(401);
  });

  it("starts a new day a day after the first, by machine time", () => {
    let now = 0;
    const starts = new SessionStarts(APART, () => now);
    for (let n = 0; n < 1_000; n += 1) {
      expect(starts.take(0)).toBe("granted");
      now += 5_000;
    }
    expect(starts.take(0)).toBe("spent");
    now = 24 * 3_600_000;
    expect(starts.take(0)).toBe("granted");
    expect(starts.take(0)).toBe("too-soon");
  });
});

describe("shards", () => {
  it("hear of their own guilds only; what belongs to no guild is for the first", async () => {
    const clock = machine();
    rehearsal = await emptyRehearsal();
    const here = rehearsal;
    const home = Number((BigInt(here.guildId) >> 22n) % 3n);
    const shards = new Map<number, Awaited<ReturnType<typeof open>>>();
    for (const shard of [0, 1, 2]) {
      const client = await open(here.port);
      shards.set(shard, client);
      clock.forward(5_000);
      client.send(2, identity({ shard: [shard, 3] }));
      await client.until((frame) => frame.t === "READY");
      expect(client.seen("READY")).toMatchObject({
        shard: [shard, 3],
        guilds: shard === home ? [{ id: here.guildId, unavailable: true }] : [],
      });
    }
    here.deleteChannel(here.channel("redaccion").id);
    await shards.get(home)?.until((frame) => frame.t === "CHANNEL_DELETE");
    for (const [shard, client] of shards) {
      const told = client.frames.map(({ t }) => t);
      expect(told.includes("GUILD_CREATE")).toBe(shard === home);
      expect(told.includes("CHANNEL_DELETE")).toBe(shard === home);
    }
  });
});

describe("compression", () => {
  it("as one zlib stream carries every payload, each ended by a flush", async () => {
    rehearsal = await emptyRehearsal();
    const client = await open(rehearsal.port, "/gateway?v=10&encoding=json&compress=zlib-stream");
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    let text = "";
    inflate.on("data", (chunk: Buffer) => (text += chunk.toString()));
    let read = 0;
    const reading = setInterval(() => {
      for (; read < client.raw.length; read += 1) inflate.write(client.raw[read]);
    }, 10);
    client.send(2, identity());
    await expect.poll(() => text.includes('"t":"GUILD_CREATE"')).toBe(true);
    clearInterval(reading);
    expect(text).toMatch(/^\{"op":10.*"t":"READY".*"t":"GUILD_CREATE"/su);
    expect(client.raw.length).toBe(3);
    expect(client.raw.every((one) => one.subarray(-4).toString("hex") === "0000ffff")).toBe(true);
    client.send(99, null);
    expect(await client.closed).toBe(4001);
  });

  it("asked for in IDENTIFY deflates payload by payload", async () => {
    rehearsal = await emptyRehearsal();
    const client = await open(rehearsal.port);
    client.send(2, identity({ compress: true }));
    await expect.poll(() => client.raw.length).toBe(2);
    const told = client.raw.map((one) => JSON.parse(inflateSync(one).toString()).t);
    expect(told).toEqual(["READY", "GUILD_CREATE"]);
  });
});

describe("an interruption", () => {
  it("INVALID_SESSION may say that the session can be resumed, or that it is gone", async () => {
    rehearsal = await emptyRehearsal();
    const client = await open(rehearsal.port);
    client.send(2, identity());
    await client.until((frame) => frame.t === "READY");
    const { session_id } = client.seen("READY");
    rehearsal.cutGateway("invalid-session-resumable");
    await client.until((frame) => frame.op === 9 && frame.d === true);
    client.socket.terminate();
    const resume = async () => {
      const again = await open(rehearsal?.port ?? 0);
      again.send(6, { token: "rehearsal", session_id, seq: 2 });
      return again;
    };
    const back = await resume();
    await back.until((frame) => frame.t === "RESUMED");
    rehearsal.cutGateway("invalid-session");
    await back.until((frame) => frame.op === 9 && frame.d === false);
    expect(rehearsal.botOnline).toBe(false);
    await (await resume()).until((frame) => frame.op === 9 && frame.d === false);
  });

  it("of a gateway that falls silent is noticed by discord.js, which resumes and is told all it missed", async () => {
    bot = await startBot({ heartbeat: 250 });
    const here = bot.rehearsal;
    here.silenceGateway(true);
    expect(here.state().gatewaySilent).toBe(true);
    const channelId = here.channel("redaccion").id;
    const updates: unknown[] = [];
    bot.client.on(Events.ChannelUpdate, (_before, after) => updates.push(after.id));
    here.setBotPermissions(channelId, 0n);
    // It closes its socket by itself for want of an acknowledgement, comes back, and is not greeted.
    await once(bot.client, Events.ShardReconnecting);
    expect(updates).toEqual([]);
    const resumed = once(bot.client, Events.ShardResume);
    here.silenceGateway(false);
    await resumed;
    expect(updates).toEqual([channelId]);
    expect(here.gatewayVisits.at(-1)).toEqual({ path: "/gateway/resume", how: "resume" });
    expect(here.state().gatewaySilent).toBe(false);
  });

  it("of a short silence is made up for on the same socket, in order, without acknowledging old heartbeats", async () => {
    rehearsal = await emptyRehearsal();
    const client = await open(rehearsal.port);
    client.send(2, identity());
    await client.until((frame) => frame.t === "GUILD_CREATE");
    rehearsal.silenceGateway(true);
    client.send(1, 2);
    rehearsal.deleteChannel(rehearsal.channel("redaccion").id);
    rehearsal.removeBot();
    const late = await open(rehearsal.port);
    // A pong comes behind everything that was sent before it.
    for (const { socket } of [client, late]) {
      const pong = once(socket, "pong");
      socket.ping();
      await pong;
    }
    expect(client.frames.length).toBe(3);
    expect(late.frames).toEqual([]);
    rehearsal.silenceGateway(false);
    await late.until(HELLO);
    await client.until((frame) => frame.t === "GUILD_DELETE");
    expect(client.frames.slice(3).map(({ t }) => t)).toEqual(["CHANNEL_DELETE", "GUILD_DELETE"]);
  });
});
