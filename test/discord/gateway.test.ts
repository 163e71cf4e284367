// What Discord's gateway does and the rehearsal does not: outages, a token reset while the bot runs, refusals at log-in, packets before all is there.
import { GatewayOpcodes as Op } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocketServer, type WebSocket } from "ws";
import { z } from "zod";
import { login, NotConnected, TokenRefused, type Gateway, type Heard } from "../../src/discord/gateway.ts";
import { rememberingLog } from "../support.ts";
import { fakeApi, json, type FakeApi } from "./fake-api.ts";
import { APP, HOME, typed } from "./fixtures.ts";

const Frame = z.object({ op: z.enum(Op), d: z.object({ intents: z.int().optional() }).catch({}) });

const GUILD = {
  id: HOME,
  name: "g",
  roles: [
    {
      id: HOME,
      name: "@everyone",
      permissions: "0",
      position: 0,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  channels: [],
  members: [],
  threads: [],
  emojis: [],
  stickers: [],
  features: [],
};

describe("the gateway", () => {
  let api: FakeApi;
  let sockets: WebSocketServer;
  let socket: WebSocket | undefined;
  let gateway: Gateway | undefined;
  let intents: unknown;
  const { log, lines } = rememberingLog();
  let heard: unknown[] = [];
  let sequence = 0;
  /** What the gateway does when the bot identifies itself. */
  let onIdentify: () => void;

  const send = (t: string, d: object) => socket?.send(JSON.stringify({ op: Op.Dispatch, s: (sequence += 1), t, d }));
  const ready = () =>
    send("READY", {
      v: 10,
      session_id: "s",
      resume_gateway_url: url(),
      application: { id: APP, flags: 0 },
      user: { id: APP, username: "Vigía", discriminator: "0", bot: true },
      guilds: [{ id: HOME, unavailable: true }],
    });
  const url = () => {
    const address = sockets.address();
    return typeof address === "object" && address !== null ? `ws://127.0.0.1:${address.port}` : "";
  };
  const until = async (is: () => boolean) => {
    while (!is()) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  const ears = (more: Partial<Heard> = {}): Heard => ({
    interaction: async (packet) => void heard.push(packet),
    channelGone: (id) => void heard.push({ channel: id }),
    guildGone: (id) => void heard.push({ guild: id }),
    lost: (fault) => void heard.push(fault),
    ...more,
  });
  const start = async (more: Partial<Heard> = {}) =>
    (gateway = await login({ token: "t", apiUrl: api.apiUrl, log, heard: ears(more) }));

  beforeEach(async () => {
    [heard, lines.length, sequence] = [[], 0, 0];
    onIdentify = () => {
      ready();
      send("GUILD_CREATE", GUILD);
    };
    api = await fakeApi();
    sockets = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    sockets.on("connection", (one) => {
      socket = one;
      one.on("message", (data: Buffer) => {
        const { op, d } = Frame.parse(JSON.parse(data.toString()));
        if (op === Op.Resume) return send("RESUMED", {});
        if (op !== Op.Identify) return;
        intents = d.intents;
        onIdentify();
      });
      one.send(JSON.stringify({ op: Op.Hello, d: { heartbeat_interval: 40_000 } }));
    });
    await new Promise((resolve) => sockets.once("listening", resolve));
    api.react(
      json(200, {
        url: url(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      }),
    );
  });
  afterEach(async () => {
    await gateway?.close();
    gateway = undefined;
    for (const one of sockets.clients) one.terminate();
    await new Promise((resolve) => sockets.close(resolve));
    await api.close();
  });

  it("is joined with the Guilds intent and no other", async () => {
    await start();
    expect(intents).toBe(1);
    expect(gateway).toMatchObject({ applicationId: APP, botId: APP });
  });

  it("takes an outage of a server for no farewell, and hears of channels and threads that it never cached", async () => {
    await start();
    send("GUILD_DELETE", { id: HOME, unavailable: true });
    send("THREAD_DELETE", { id: "300000000000000007", guild_id: HOME, parent_id: "300000000000000008", type: 11 });
    send("CHANNEL_DELETE", { id: "300000000000000008", guild_id: HOME, type: 0, name: "c" });
    send("GUILD_DELETE", { id: HOME });
    await until(() => heard.length === 3);
    expect(heard).toEqual([{ channel: "300000000000000007" }, { channel: "300000000000000008" }, { guild: HOME }]);
  });

  it("hears what servers are called, at once and when that changes, and nothing of one that is out of reach", async () => {
    const named: unknown[] = [];
    await start({ guildNamed: (guild) => void named.push(guild) });
    send("GUILD_UPDATE", { ...GUILD, name: "Flota" });
    send("GUILD_CREATE", { id: "300000000000000009", unavailable: true });
    send("GUILD_UPDATE", { ...GUILD, name: "Flota norte" });
    await until(() => named.length >= 3);
    expect(named).toEqual([GUILD.name, "Flota", "Flota norte"].map((name) => ({ guildId: HOME, name })));
  });

  it("brings interactions, such as discord.js itself would fail on, also while discord.js still waits for its servers", async () => {
    onIdentify = () => {
      ready();
      send("INTERACTION_CREATE", typed("curfew"));
    };
    const starting = start();
    await until(() => heard.length === 1);
    expect(heard).toEqual([typed("curfew")]);
    expect(gateway).toBeUndefined();
    send("GUILD_CREATE", GUILD);
    await starting;
  });

  it("goes on when a handler fails", async () => {
    await start({
      interaction: async () => {
        throw new Error("boom");
      },
    });
    send("INTERACTION_CREATE", typed("curfew"));
    send("CHANNEL_DELETE", { type: 0, guild_id: HOME });
    send("THREAD_DELETE", { id: "300000000000000007" });
    await until(() => heard.length === 1);
    const events = lines
      .filter((line) => line.level === "error")
      .map((line) => String(Reflect.get(line.fields, "event")));
    expect(events.toSorted()).toEqual(["CHANNEL_DELETE", "INTERACTION_CREATE"]);
  });

  it("says that it is lost when the token is reset while the bot runs", async () => {
    await start();
    socket?.close(4004, "Authentication failed");
    await until(() => heard.length === 1);
    expect(heard[0]).toBeInstanceOf(TokenRefused);
    expect(gateway?.state()).toBe("lost");
    expect(lines).toContainEqual(expect.objectContaining({ level: "error", fields: { code: 4004 } }));
  });

  it("comes back by itself after a break, and says each only once", async () => {
    await start();
    socket?.terminate();
    await until(() => gateway?.state() === "reconnecting");
    await until(() => gateway?.state() === "connected");
    expect(lines.map((line) => line.text).filter((text) => /connected|broke/i.test(text))).toEqual([
      "Connected to Discord's gateway",
      "The connection to Discord's gateway broke; connecting again",
      "Connected to Discord's gateway",
    ]);
    expect(heard).toEqual([]);
  });

  it("fails with the reason when Discord refuses the connection: the token, or something that trying again cannot help", async () => {
    onIdentify = () => socket?.close(4004);
    await expect(start()).rejects.toThrow(TokenRefused);
    onIdentify = () => socket?.close(4014);
    const fault: unknown = await start().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(NotConnected);
    expect(fault).toMatchObject({
      mayPass: false,
      message: "Discord refused the connection to its gateway (code 4014).",
    });
    api.react(json(401, { message: "401: Unauthorized", code: 0 }));
    await expect(start()).rejects.toThrow(TokenRefused);
    api.react(json(502, {}));
    await expect(start()).rejects.toMatchObject({ name: "NotConnected", mayPass: true });
    expect(heard).toEqual([]);
  });
});
