// The gateway under a real client and under a bare socket. Must never wait for luck: each step waits for the event it needs.
import { once } from "node:events";
import { Events } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { emptyRehearsal, startBot } from "./bot.ts";

let open: { stop: () => Promise<void> } | undefined;
afterEach(async () => {
  await open?.stop();
  open = undefined;
});

async function bare(rehearsal: Pick<Rehearsal, "port">, path = "/gateway?v=10&encoding=json") {
  const socket = new WebSocket(`ws://127.0.0.1:${rehearsal.port}${path}`);
  const frames: { op: number; d: unknown; s: number | null; t: string | null }[] = [];
  socket.on("message", (data: Buffer) => frames.push(JSON.parse(data.toString())));
  await once(socket, "message");
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const until = (fits: (frame: (typeof frames)[number]) => boolean) => expect.poll(() => frames.some(fits)).toBe(true);
  const closed = once(socket, "close").then(([code]: unknown[]) => code);
  return { socket, frames, send, until, closed };
}

const identity = (token: string, more: object = {}) => ({
  token,
  intents: 1,
  properties: { os: "x", browser: "x", device: "x" },
  ...more,
});

describe("the gateway", () => {
  it("closes with 4004 for a wrong token", async () => {
    const rehearsal = await emptyRehearsal();
    open = { stop: () => rehearsal.close() };
    const { socket, send, frames } = await bare(rehearsal);
    expect(frames[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    send(2, identity("wrong"));
    const [code] = await once(socket, "close");
    expect(code).toBe(4004);
  });

  it("greets with READY and the guild, answers heartbeats, and refuses an unknown session and a second IDENTIFY", async () => {
    const rehearsal = await emptyRehearsal();
    open = { stop: () => rehearsal.close() };
    const one = await bare(rehearsal);
    one.send(6, { token: "rehearsal", session_id: "nothing", seq: 3 });
    await one.until((frame) => frame.op === 9 && frame.d === false);
    one.send(1, null);
    await one.until((frame) => frame.op === 11);
    one.send(2, identity("rehearsal"));
    await one.until((frame) => frame.t === "GUILD_CREATE");
    const ready = one.frames.find((frame) => frame.t === "READY")?.d;
    expect(ready).toMatchObject({
      resume_gateway_url: `ws://127.0.0.1:${rehearsal.port}/gateway/resume`,
      guilds: [{ id: rehearsal.guildId, unavailable: true }],
      application: { id: rehearsal.applicationId },
    });
    one.send(2, identity("rehearsal"));
    const [code] = await once(one.socket, "close");
    expect(code).toBe(4005);
  });

  it("loses no interaction when it is cut: the session resumes and is told what it missed", async () => {
    const bot = await startBot();
    open = bot;
    const { rehearsal } = bot;
    const identified = bot.rehearsal.requests.filter((one) => one.path === "/gateway/bot").length;
    bot.handle = async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply("still here");
    };
    const resumed = once(bot.client, Events.ShardResume);
    rehearsal.cutGateway();
    const typed = { readerId: rehearsal.reader("Ana").id, channelId: rehearsal.channel("alertas").id };
    const outcome = await rehearsal.type({ ...typed, name: "curfew", options: {} });
    expect(outcome).toMatchObject({ kind: "message" });
    const [, replayed] = await resumed;
    // The interaction and RESUMED itself.
    expect(replayed).toBe(2);
    expect(rehearsal.gatewayVisits).toEqual([
      { path: "/gateway", how: "identify" },
      { path: "/gateway/resume", how: "resume" },
    ]);
    expect(bot.rehearsal.requests.filter((one) => one.path === "/gateway/bot").length).toBe(identified);
  });

  it("asks for a reconnect, and lets a forgotten session identify anew", async () => {
    const bot = await startBot();
    open = bot;
    const resumed = once(bot.client, Events.ShardResume);
    bot.rehearsal.cutGateway("reconnect");
    await resumed;
    // Ready anew, not merely connected: a client that is put away in the middle of its greeting waits for it.
    const ready = once(bot.client, Events.ShardReady);
    bot.rehearsal.cutGateway("forget");
    await ready;
    expect(bot.rehearsal.botOnline).toBe(true);
  });

  it("tells of a deleted channel, changed permissions and the bot being put out", async () => {
    const bot = await startBot();
    open = bot;
    const { client, rehearsal } = bot;
    const channelId = rehearsal.channel("redaccion").id;
    const updated = once(client, Events.ChannelUpdate);
    rehearsal.setBotPermissions(channelId, 0n);
    await updated;
    const deleted = once(client, Events.ChannelDelete);
    rehearsal.deleteChannel(channelId);
    await deleted;
    const gone = once(client, Events.GuildDelete);
    rehearsal.removeBot();
    await gone;
    expect(client.guilds.cache.size).toBe(0);
  });
});
