// Every answer that a post can meet, through the real REST client of discord.js over loopback.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/alerts/courier/sender.ts";
import { outcomeOf } from "../../src/discord/outcome.ts";
import { sender } from "../../src/discord/sender.ts";
import { rememberingLog } from "../support.ts";
import { fakeApi, html, json, type FakeApi, type Reaction } from "./fake-api.ts";

const CHANNEL = "300000000000000003";
const never = (why: string, closes = false) => ({ is: "never", why, closes });
const unsure = (why: string) => ({ is: "unsure", why });
const again = (why: string, afterMs?: number) => ({ is: "again", why, ...(afterMs === undefined ? {} : { afterMs }) });
const refused = (status: number, code: number) => json(status, { code, message: "no" });
/** discord.js adds 50 ms to every wait that Discord names. */
const waits = (ms: number, answer = "429") => ({ ...again("rate-limited", ms + 50), answer });
const said = (answer: string, outcome: object) => ({ ...outcome, answer });
const EVERYWHERE = { everywhere: true };

const TABLE: [string, Reaction, object][] = [
  ["posted", json(200, { id: "360000000000000001" }), { is: "sent", messageId: "360000000000000001" }],
  ["429, the wait in the body alone", json(429, { message: "slow", retry_after: 2.5, global: false }), waits(2_500)],
  [
    "429, the wait in the header alone (no JSON: the proxy before Discord)",
    html(429, { "retry-after": "7" }),
    { ...waits(7_000), ...EVERYWHERE },
  ],
  [
    "429, both: the longer one",
    json(429, { message: "slow", retry_after: 1.337 }, { "retry-after": "2" }),
    waits(2_000),
  ],
  [
    "429 for the whole bot",
    json(429, { message: "slow", retry_after: 3, global: true }, { "x-ratelimit-scope": "global" }),
    { ...waits(3_000), ...EVERYWHERE },
  ],
  ["429 without any wait", html(429), said("429", { ...again("rate-limited"), ...EVERYWHERE })],
  [
    "429 for the whole bot, by its header alone",
    json(429, { message: "slow", retry_after: 1 }, { "x-ratelimit-global": "true" }),
    { ...waits(1_000), ...EVERYWHERE },
  ],
  [
    "429 of a resource shared with others",
    json(429, { message: "slow", retry_after: 1, global: false }, { "x-ratelimit-scope": "shared" }),
    waits(1_000),
  ],
  [
    "429 30046 old edits, longer than it says",
    json(429, { code: 30046, message: "slow", retry_after: 1 }),
    said("429 30046", again("rate-limited", 60_000)),
  ],
  [
    "429 40003 direct messages opened too fast",
    json(429, { code: 40003, message: "slow", retry_after: 90 }),
    waits(90_000, "429 40003"),
  ],
  ["400 40003 the same", refused(400, 40003), said("400 40003", again("rate-limited", 60_000))],
  ["413 of a proxy", html(413), said("413", never("refused-form"))],
  ["500 as a page", html(500), said("500", unsure("discord-down"))],
  [
    "429 as Discord limits a channel (20028)",
    json(429, { code: 20028, message: "slow", retry_after: 0.5 }, { "x-ratelimit-scope": "shared" }),
    waits(500, "429 20028"),
  ],
  ["answering without leave to read the history", refused(400, 160002), said("400 160002", again("cannot-answer"))],
  ["the message to put right is gone", refused(404, 10008), said("404 10008", never("message-deleted"))],
  ["too many edits of an old message", refused(400, 30046), said("400 30046", again("rate-limited", 60_000))],
  ["500", json(500, { message: "500: Internal Server Error", code: 0 }), said("500", unsure("discord-down"))],
  ["502 as a page", html(502), said("502", unsure("discord-down"))],
  ["503 as a page", html(503), said("503", unsure("discord-down"))],
  ["504 as a page", html(504), said("504", unsure("discord-down"))],
  [
    "the connection closed after the request went out",
    (response) => void response.socket?.destroy(),
    unsure("connection-lost"),
  ],
  ["no answer in time", () => {}, unsure("timed-out")],
  [
    "headers, and then no body in time",
    (response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"),
    unsure("timed-out"),
  ],
  [
    "half an answer, then closed",
    (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write("{");
      response.socket?.destroySoon();
    },
    unsure("connection-lost"),
  ],
  ["200 with a page instead of a message", html(200), said("200", unsure("odd-answer"))],
  [
    "200 with broken JSON",
    (response) => void response.writeHead(200, { "content-type": "application/json" }).end("{"),
    unsure("odd-answer"),
  ],
  ["200 without an id", json(200, {}), said("200", unsure("odd-answer"))],
  ["400 50035 invalid form", refused(400, 50035), said("400 50035", never("refused-form"))],
  ["400 50006 empty message", refused(400, 50006), said("400 50006", never("refused-form"))],
  ["413 40005 too large", refused(413, 40005), said("413 40005", never("refused-form"))],
  ["400 with a page (a proxy)", html(400), said("400", again("blocked", 60_000))],
  ["401", refused(401, 0), said("401", again("bad-token", 60_000))],
  ["401 with a page", html(401), said("401", again("bad-token", 60_000))],
  ["403 40002 account to be verified", refused(403, 40002), said("403 40002", again("bad-token", 60_000))],
  ["403 50001 missing access", refused(403, 50001), said("403 50001", never("forbidden", true))],
  ["403 50013 missing permissions", refused(403, 50013), said("403 50013", never("forbidden", true))],
  ["403 50007 direct messages closed", refused(403, 50007), said("403 50007", never("channel-closed", true))],
  ["400 50083 archived thread", refused(400, 50083), said("400 50083", never("channel-closed", true))],
  ["400 50008 no text channel", refused(400, 50008), said("400 50008", never("channel-closed", true))],
  ["400 200000 automatic moderation", refused(400, 200000), said("400 200000", never("blocked-by-moderation"))],
  ["403 of an unknown kind", refused(403, 99999), said("403 99999", never("forbidden"))],
  [
    "403 with a page (this address is banned): says nothing about the channel",
    html(403),
    said("403", again("blocked", 60_000)),
  ],
  ["404 10003 unknown channel", refused(404, 10003), said("404 10003", never("no-such-channel", true))],
  ["404 10004 unknown guild", refused(404, 10004), said("404 10004", never("no-such-channel", true))],
  ["404 of the path: says nothing about the channel", refused(404, 0), said("404", again("blocked", 60_000))],
  ["404 with a page", html(404), said("404", again("blocked", 60_000))],
  ["408", json(408, { code: 0, message: "time" }), said("408", unsure("timed-out"))],
  ["503 130000 overloaded", json(503, { code: 130000, message: "busy" }), said("503", unsure("discord-down"))],
];

describe("what becomes of a post", () => {
  let api: FakeApi;
  beforeAll(async () => void (api = await fakeApi()));
  afterAll(() => api.close());
  beforeEach(() => void (api.requests.length = 0));

  const post = async (apiUrl: string): Promise<Outcome> => {
    const { log } = rememberingLog();
    return sender({ token: "t", apiUrl, log, timeoutMs: 300 }).post(
      CHANNEL,
      { content: "x" },
      { nonce: "n", silent: false },
    );
  };

  it.each(TABLE)("%s", async (_, reaction, expected) => {
    api.react(reaction);
    expect(await post(api.apiUrl)).toEqual(expected);
    expect(api.requests).toHaveLength(1);
  });

  it("nobody listens: nothing was sent", async () => {
    const closed = await fakeApi();
    await closed.close();
    expect(await post(closed.apiUrl)).toEqual(again("not-reached"));
  });

  const failure = (more: object) => Object.assign(new Error("x"), more);
  it.each([
    ["no such name", failure({ code: "ENOTFOUND", syscall: "getaddrinfo" }), again("not-reached")],
    ["the name server does not answer", failure({ code: "EAI_AGAIN", syscall: "getaddrinfo" }), again("not-reached")],
    ["no connection in time", failure({ code: "UND_ERR_CONNECT_TIMEOUT" }), again("not-reached")],
    ["no route while connecting", failure({ code: "EHOSTUNREACH", syscall: "connect" }), again("not-reached")],
    ["no route later on", failure({ code: "EHOSTUNREACH", syscall: "read" }), unsure("connection-lost")],
    ["a certificate that is not Discord's", failure({ code: "CERT_HAS_EXPIRED" }), again("not-reached")],
    ["reset", failure({ code: "ECONNRESET" }), unsure("connection-lost")],
    ["broken pipe", failure({ code: "EPIPE" }), unsure("connection-lost")],
    [
      "wrapped, as fetch does",
      new TypeError("fetch failed", { cause: failure({ code: "ECONNREFUSED" }) }),
      again("not-reached"),
    ],
    ["no headers in time", failure({ code: "UND_ERR_HEADERS_TIMEOUT" }), unsure("timed-out")],
    ["a fault nobody thought of", new TypeError("x is undefined"), unsure("odd-answer")],
    ["not even an error", "x", unsure("odd-answer")],
  ])("%s", (_, error, expected) => {
    expect(outcomeOf(error)).toEqual(expected);
  });
});
