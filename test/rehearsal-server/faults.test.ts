// Faults in order, as the page and the tests order them: what the client meets, what was carried out all the same, and that nothing else is hit.
import { Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FaultName, FaultOrder } from "../../rehearsal/contract.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { emptyRehearsal, restOf, startBot } from "./bot.ts";
import { machine } from "./machine.ts";

let rehearsal: Rehearsal;
let channel: string;
let other: string;
beforeEach(async () => {
  rehearsal = await emptyRehearsal();
  channel = rehearsal.channel("alertas").id;
  other = rehearsal.channel("redaccion").id;
});
afterEach(() => rehearsal.close());

const HEADERS = {
  authorization: "Bot rehearsal",
  "content-type": "application/json",
  "user-agent": "DiscordBot (https://example.org, 1)",
};
const call = (method: string, path: string, body?: object, signal?: AbortSignal) =>
  fetch(`${rehearsal.url}/api/v10${path}`, {
    method,
    headers: HEADERS,
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
const post = (content = "a", to = channel, signal?: AbortSignal) =>
  call("POST", `/channels/${to}/messages`, { content }, signal);
const shown = (id = channel) => rehearsal.messages(id).map(({ message }) => message.content);
const order = (fault: FaultName, more: Partial<FaultOrder> = {}) =>
  rehearsal.refuse({ fault, on: "posts", times: 1, ...more });
const idOf = async (response: Response): Promise<string> => String(Object(await response.json()).id);

describe("a fault ordered by name answers", () => {
  it.each([
    ["500", 500, "500: Internal Server Error"],
    ["502", 502, "502: Bad Gateway"],
    ["503", 503, "503: Service Unavailable"],
    ["504", 504, "504: Gateway Timeout"],
    ["401", 401, "401: Unauthorized"],
  ] as const)("%s with Discord's body, and the message is not made", async (name, status, message) => {
    order(name);
    const refused = await post();
    expect(refused.status).toBe(status);
    expect(await refused.json()).toEqual({ message, code: 0 });
    expect(shown()).toEqual([]);
    expect((await post("b")).status).toBe(200);
    expect(shown()).toEqual(["b"]);
  });

  it("502 with a page of HTML", async () => {
    order("html");
    const refused = await post();
    expect([refused.status, refused.headers.get("content-type")]).toEqual([502, "text/html; charset=UTF-8"]);
    expect(await refused.text()).toContain("<h1>502 Bad Gateway</h1>");
  });

  it("403 and 404 with the code that fits the route", async () => {
    const id = await idOf(await post());
    const one = `/channels/${channel}/messages/${id}`;
    const codes = async (fault: FaultName, calls: [string, string][]) => {
      const found: unknown[] = [];
      for (const [method, path] of calls) {
        order(fault, { on: "everything" });
        const body = method === "GET" || method === "DELETE" ? undefined : { content: "x" };
        found.push(Object(await (await call(method, path, body)).json()).code);
      }
      return found;
    };
    const callback = "/interactions/154196036812800030/abc/callback";
    const webhook = `/webhooks/${rehearsal.applicationId}/abc`;
    const calls: [string, string][] = [
      ["POST", `/channels/${channel}/messages`],
      ["GET", `/channels/${channel}`],
      ["PATCH", one],
      ["POST", callback],
      ["POST", webhook],
      ["PATCH", `${webhook}/messages/@original`],
      ["GET", `/guilds/${rehearsal.guildId}`],
    ];
    expect(await codes("403", calls)).toEqual([50013, 50001, 50013, 50001, 50001, 50001, 50001]);
    expect(await codes("404", calls)).toEqual([10003, 10003, 10008, 10062, 10015, 10008, 10004]);
    expect(shown()).toEqual(["a"]);
  });
});

describe("a socket", () => {
  it("closed before leaves nothing behind, closed after leaves the message", async () => {
    order("closed-before");
    await expect(post("before")).rejects.toThrow();
    order("closed-after");
    await expect(post("after")).rejects.toThrow();
    expect(shown()).toEqual(["after"]);
  });

  it("may end in the middle of the answer's body, with the message made", async () => {
    rehearsal.refuse(({ method }) => method === "POST", { drop: "inside" });
    const response = await post("half");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(shown()).toEqual(["half"]);
  });

  it("may stay silent: with nothing done, or with all done", async () => {
    const silent = async (fault: FaultName, content: string) => {
      order(fault);
      const patience = new AbortController();
      let answered = false;
      const asked = post(content, channel, patience.signal).finally(() => (answered = true));
      await expect.poll(() => rehearsal.faultsPending).toBe(0);
      // A question that came later is answered.
      expect((await call("GET", `/channels/${channel}`)).status).toBe(200);
      expect(answered).toBe(false);
      patience.abort();
      await expect(asked).rejects.toThrow(/aborted/iu);
    };
    await silent("silent", "lost");
    expect(shown()).toEqual([]);
    await silent("accepted-then-silent", "made");
    expect(shown()).toEqual(["made"]);
  });
});

describe("a slow answer", () => {
  it("comes so many machine seconds later, the message standing at once", async () => {
    order("slow", { seconds: 0.3 });
    const began = performance.now();
    let over = false;
    const answered = post("slowly").finally(() => (over = true));
    await rehearsal.waitForMessage(channel, () => true);
    expect(over).toBe(false);
    expect((await answered).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(290);
  });

  it("is cut by the end of the rehearsal, which does not wait for it", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === "Timeout").length;
    const before = timers();
    order("slow", { seconds: 3600 });
    const answered = expect(post("never")).rejects.toThrow();
    await rehearsal.waitForMessage(channel, () => true);
    await rehearsal.close();
    await answered;
    // Its own clock is gone too: an hour's timer left behind would keep the process alive.
    expect(timers()).toBeLessThan(before);
    rehearsal = await emptyRehearsal();
  });
});

describe("a 429 in order", () => {
  it("of the route has Discord's headers and body, and holds for its seconds in that channel alone", async () => {
    const clock = machine();
    clock.stand();
    order("rate-limited", { seconds: 0.4 });
    const refused = await post();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({ message: "You are being rate limited.", retry_after: 0.4, global: false });
    const told = Object.fromEntries(refused.headers);
    expect(told).toMatchObject({
      "retry-after": "1",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": "0.400",
      "x-ratelimit-scope": "user",
      "x-ratelimit-bucket": expect.stringMatching(/^[0-9a-f]{16}$/u),
    });
    expect(told).not.toHaveProperty("x-ratelimit-global");
    clock.forward(100);
    const again = await post("too early");
    expect(again.status).toBe(429);
    expect(Object(await again.json()).retry_after).toBeCloseTo(0.3, 2);
    expect((await post("elsewhere", other)).status).toBe(200);
    expect((await call("GET", `/channels/${channel}/messages`)).status).toBe(200);
    clock.forward(299);
    expect((await post("still too early")).status).toBe(429);
    clock.forward(2);
    expect((await post("in time")).status).toBe(200);
    expect(shown()).toEqual(["in time"]);
  });

  it("of edits of old messages names its code, and leaves room for other edits there", async () => {
    const made = Object(await (await post("a")).json());
    const edit = () => call("PATCH", `/channels/${channel}/messages/${made.id}`, { content: "b" });
    rehearsal.refuse({ fault: "too-many-old-edits", on: "edits", times: 1, seconds: 600 });
    const refused = await edit();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 30046, retry_after: 600, global: false });
    expect(refused.headers.get("retry-after")).toBe("600");
    expect(refused.headers.get("x-ratelimit-remaining")).not.toBe("0");
    expect((await edit()).status).toBe(200);
  });

  it("of a shared resource leaves the bot's own bucket as it is", async () => {
    order("rate-limited-shared", { seconds: 0.2 });
    const refused = await post();
    expect(refused.headers.get("x-ratelimit-scope")).toBe("shared");
    expect(refused.headers.get("x-ratelimit-remaining")).not.toBe("0");
    expect(await refused.json()).toMatchObject({ message: "The resource is being rate limited.", global: false });
  });

  it("of the whole bot holds everywhere, but for answers to interactions, and names no bucket", async () => {
    order("rate-limited-global", { seconds: 30 });
    const refused = await post();
    const told = Object.fromEntries(refused.headers);
    expect(told).toMatchObject({ "x-ratelimit-global": "true", "x-ratelimit-scope": "global", "retry-after": "30" });
    expect(told).not.toHaveProperty("x-ratelimit-limit");
    expect(await refused.json()).toMatchObject({ global: true, retry_after: 30 });
    expect((await post("b", other)).status).toBe(429);
    expect((await call("GET", "/users/@me")).status).toBe(429);
    expect((await call("POST", "/interactions/154196036812800030/abc/callback", { type: 4 })).status).toBe(404);
  });

  it("is waited out by discord.js, and uses up one order", async () => {
    order("rate-limited", { seconds: 0.3, times: 2 });
    const rest = restOf(rehearsal);
    await rest.post(Routes.channelMessages(channel), { body: { content: "at last" } });
    expect(rehearsal.requests.map((one) => one.status)).toEqual([429, 429, 200]);
    const [first, second, third] = rehearsal.requests.map((one) => one.at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(295);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(295);
  });
});

describe("an order", () => {
  it("meets only what it names: kind of request and channel", async () => {
    const id = await idOf(await post());
    order("500", { on: "edits", channelId: channel });
    order("500", { on: "deletions", channelId: other });
    order("500", { on: "reads", channelId: channel });
    const one = `/channels/${channel}/messages/${id}`;
    expect((await post("b")).status).toBe(200);
    expect((await call("GET", `/channels/${other}/messages`)).status).toBe(200);
    expect((await call("PATCH", one, { content: "c" })).status).toBe(500);
    expect((await call("GET", one)).status).toBe(500);
    expect((await call("DELETE", one)).status).toBe(204);
    expect(rehearsal.state().faults.map((left) => left.on)).toEqual(["deletions"]);
  });

  it("for answers finds the channel of the interaction", async () => {
    const bot = await startBot({}, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply("answered");
    });
    try {
      const { id: readerId } = bot.rehearsal.reader("Ana");
      const ask = (channelId: string) => bot.rehearsal.type({ readerId, channelId, name: "curfew", options: {} });
      bot.rehearsal.refuse({ fault: "404", on: "answers", channelId: bot.rehearsal.channel("redaccion").id, times: 1 });
      expect(await ask(bot.rehearsal.channel("alertas").id)).toMatchObject({ kind: "message" });
      expect(bot.rehearsal.faultsPending).toBe(1);
      await ask(bot.rehearsal.channel("redaccion").id);
      expect(bot.rehearsal.faultsPending).toBe(0);
    } finally {
      await bot.stop();
    }
  });

  it("counts down, is listed until all its requests met it, and can be taken back; each change is told", async () => {
    const stream = await fetch(`${rehearsal.url}/rehearsal/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const worlds = async (count: number) => {
      while (text.split('"type":"world"').length <= count) text += (await reader?.read())?.value ?? "";
    };
    const ask = async (name: string, body: object) => {
      const answer = await fetch(`${rehearsal.url}/rehearsal/${name}`, { method: "POST", body: JSON.stringify(body) });
      return { status: answer.status, body: Object(await answer.json()) };
    };
    const made = await ask("fault", { fault: "500", on: "posts", channelId: channel, times: 2 });
    expect(made.body).toMatchObject({ fault: "500", on: "posts", channelId: channel, times: 2, left: 2 });
    await worlds(1);
    await post();
    expect(rehearsal.state().faults).toEqual([{ ...made.body, left: 1 }]);
    await worlds(2);
    expect(await ask("fault-off", { id: made.body.id })).toEqual({ status: 200, body: {} });
    await worlds(3);
    expect(rehearsal.state().faults).toEqual([]);
    expect((await post()).status).toBe(200);
    expect((await ask("fault-off", { id: made.body.id })).body).toEqual({ error: expect.stringContaining("no such") });
    await reader?.cancel();
    for (const bad of [
      { fault: "418", on: "posts", times: 1 },
      { fault: "500", on: "nothing", times: 1 },
      { fault: "500", on: "posts", times: 0 },
      { fault: "slow", on: "posts", times: 1, seconds: -1 },
      { fault: "500", on: "posts", times: 1, channelId: "x" },
    ])
      expect(await ask("fault", bad)).toEqual({ status: 400, body: { error: expect.stringMatching(/\w/u) } });
  });
});
