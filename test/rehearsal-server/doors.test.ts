// Who is let in, and what is served to whom: tokens, hosts, origins, the page and its API. Loopback only.
import { request } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { COMMANDS, emptyRehearsal, START, startBot } from "./bot.ts";
import { startWatched } from "./watched.ts";

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await emptyRehearsal();
});
afterEach(() => rehearsal.close());

/** fetch sets Host and Origin by itself; this does not. */
function ask(
  path: string,
  headers: Record<string, string>,
  method = "GET",
  body = "",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port: rehearsal.port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on("error", reject);
    call.end(body);
  });
}

describe("REST", () => {
  it("refuses a wrong token with 401 and tells world time in its Date", async () => {
    const response = await fetch(`${rehearsal.url}/api/v10/users/@me`, { headers: { authorization: "Bot wrong" } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: "401: Unauthorized", code: 0 });
    expect(response.headers.get("date")).toMatch(/^Mon, 16 Mar 2026 03:58:/u);
    expect(response.headers.get("x-ratelimit-remaining")).toBe("49");
  });

  it("answers an unknown route with 404 and remembers it", async () => {
    const headers = { authorization: "Bot rehearsal" };
    const response = await fetch(`${rehearsal.url}/api/v10/guilds/1/bans`, { headers });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: "404: Not Found", code: 0 });
    await fetch(`${rehearsal.url}/api/v9/users/@me`, { headers });
    expect(rehearsal.unknownRoutes).toEqual(["GET /guilds/1/bans", "GET /api/v9/users/@me"]);
  });

  it("knows nothing of strangers' ids and of bodies that are no JSON", async () => {
    const headers = { authorization: "Bot rehearsal", "content-type": "application/json" };
    const get = async (path: string) => (await fetch(`${rehearsal.url}/api/v10${path}`, { headers })).json();
    const stranger = "999999999999999999";
    expect(await get(`/guilds/${stranger}`)).toMatchObject({ code: 10004 });
    expect(await get(`/guilds/${rehearsal.guildId}/members/${stranger}`)).toMatchObject({ code: 10013 });
    expect(await get(`/channels/${stranger}`)).toMatchObject({ code: 10003 });
    expect(await get("/channels/abc")).toMatchObject({ code: 50035 });
    expect(await get(`/applications/${stranger}/commands`)).toMatchObject({ code: 20012 });
    expect(await get(`/webhooks/${rehearsal.applicationId}/x/messages/@original`)).toMatchObject({ code: 10015 });
    const path = `${rehearsal.url}/api/v10/channels/${rehearsal.channel("alertas").id}/messages`;
    const broken = await fetch(path, { method: "POST", headers, body: "{" });
    expect(await broken.json()).toMatchObject({ code: 50109 });
  });
});

describe("the page and its API", () => {
  it("are served under their own names only", async () => {
    expect((await ask("/rehearsal/state", { host: `127.0.0.1:${rehearsal.port}` })).status).toBe(200);
    expect((await ask("/rehearsal/state", { host: `localhost:${rehearsal.port}` })).status).toBe(200);
    for (const host of ["evil.example", `evil.example:${rehearsal.port}`, "127.0.0.1", "localhost:1"]) {
      expect((await ask("/rehearsal/state", { host })).status).toBe(403);
      expect((await ask("/", { host })).status).toBe(403);
    }
  });

  it("take no order from another page", async () => {
    const host = `127.0.0.1:${rehearsal.port}`;
    const order = (origin: string) => ask("/rehearsal/clock", { host, origin }, "POST", '{"action":"rate","rate":60}');
    expect((await order("http://evil.example")).status).toBe(403);
    expect((await order("null")).status).toBe(403);
    expect(rehearsal.clock.rate).toBe(1);
    expect((await order(`http://${host}`)).status).toBe(200);
    expect(rehearsal.clock.rate).toBe(60);
    for (const path of ["/clock", "/gateway?v=10&encoding=json"]) {
      const socket = new WebSocket(`ws://${host}${path}`, { origin: "http://evil.example" });
      const refused = await new Promise((resolve) => socket.once("error", resolve));
      expect(String(refused)).toContain("403");
    }
  });

  it("refuse a wrong body with a sentence", async () => {
    const host = `127.0.0.1:${rehearsal.port}`;
    const order = (path: string, body: string) => ask(`/rehearsal/${path}`, { host }, "POST", body);
    const readerId = rehearsal.reader("Ana").id;
    const channelId = rehearsal.channel("alertas").id;
    const bad = [
      ["clock", '{"action":"rate","rate":3601}'],
      ["clock", '{"action":"jump"}'],
      ["clock", '{"action":"jump","by":1,"to":"2026-03-16T00:00:00Z"}'],
      ["type", "{"],
      ["type", JSON.stringify({ readerId, channelId, name: "nothing", options: {} })],
      ["type", JSON.stringify({ readerId: channelId, channelId, name: "curfew", options: {} })],
      ["press", JSON.stringify({ readerId, messageId: channelId, customId: "a" })],
    ] as const;
    for (const [path, body] of bad) {
      const { status, text } = await order(path, body);
      expect(status, text).toBe(400);
      expect(JSON.parse(text)).toEqual({ error: expect.stringMatching(/\w/u) });
    }
    expect((await order("nothing", "{}")).status).toBe(404);
  });

  it("push what happens, one event a line", async () => {
    const stream = await fetch(`${rehearsal.url}/rehearsal/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const until = async (wanted: string) => {
      while (!text.includes(wanted)) text += (await reader?.read())?.value ?? "";
    };
    await until(": here");
    rehearsal.clock.setRate(2);
    await until('data: {"type":"clock"');
    rehearsal.say(rehearsal.reader("Mei").id, rehearsal.channel("redaccion").id, "hello");
    await until('"content":"hello"');
    await reader?.cancel();
  });

  it("come from the built folder with a strict policy, and say so when it is not built", async () => {
    expect(await (await fetch(rehearsal.url)).text()).toContain("not built yet");
    const pageDir = await mkdtemp(join(tmpdir(), "rehearsal-page-"));
    await writeFile(join(pageDir, "index.html"), "<p>page</p>");
    const other = await startWatched({ startAt: START, pageDir });
    try {
      const page = await fetch(other.url);
      expect(await page.text()).toBe("<p>page</p>");
      expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self'/u);
      expect((await fetch(`${other.url}/app.js`)).status).toBe(404);
      expect((await fetch(`${other.url}/..%2f..%2fpackage.json`)).status).toBe(404);
    } finally {
      await other.close();
      await rm(pageDir, { recursive: true });
    }
  });
});

describe("a rehearsal", () => {
  it("says in a sentence that its port is taken, or its time unreadable", async () => {
    await expect(startWatched({ startAt: START, port: rehearsal.port })).rejects.toThrow(
      `Port ${rehearsal.port} is in use`,
    );
    await expect(startWatched({ startAt: "tomorrow" })).rejects.toThrow("is not a time like");
  });

  it("types its opening once, when the bot is there and knows the command", async () => {
    const ana = rehearsal.reader("Ana").id;
    const channel = rehearsal.channel("alertas").id;
    const opening = [
      { readerId: ana, channelId: channel, name: "alerts", subcommand: "subscribe", options: { channel } },
    ];
    let told: (kind: string) => void = () => {};
    const opened = new Promise<string>((resolve) => (told = resolve));
    const bot = await startBot({ opening, onOpening: (outcome) => told(outcome.kind) }, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getSubcommand());
    });
    try {
      expect(await opened).toBe("message");
      await bot.rest.put(Routes.applicationCommands(bot.rehearsal.applicationId), { body: COMMANDS });
      await bot.rehearsal.type({
        readerId: ana,
        channelId: channel,
        name: "alerts",
        subcommand: "subscribe",
        options: { channel },
      });
      expect(bot.rehearsal.messages(channel).map((shown) => shown.message.content)).toEqual(["subscribe", "subscribe"]);
      expect(bot.rehearsal.messages(channel)[0]?.invoker?.text).toBe("/alerts subscribe channel:#alertas");
    } finally {
      await bot.stop();
    }
  });
});
