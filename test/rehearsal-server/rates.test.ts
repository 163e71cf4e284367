// Rate limits: the arithmetic against a model of its own, the headers on the wire, and discord.js, which must get by without a single 429.
import fc from "fast-check";
import { Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { Buckets } from "../../rehearsal/rest/buckets.ts";
import { Rates } from "../../rehearsal/rest/rates.ts";
import { emptyRehearsal, restOf } from "./bot.ts";
import { machine } from "./machine.ts";

let rehearsal: Rehearsal | undefined;
afterEach(async () => {
  await rehearsal?.close();
  rehearsal = undefined;
});

/** The window a request falls into, found anew from the whole history: which requests passed, and when that window opened. */
function model(times: number[], most: number, per: number): boolean[] {
  const passed: number[] = [];
  return times.map((at) => {
    let opened = Number.NEGATIVE_INFINITY;
    for (const one of passed) if (one >= opened + per) opened = one;
    const inside = passed.filter((one) => one >= opened && at < opened + per);
    const passes = inside.length < most;
    if (passes) passed.push(at);
    return passes;
  });
}

describe("a bucket", () => {
  const steps = fc.array(fc.nat({ max: 700 }), { maxLength: 60 });
  const limits = fc.record({ most: fc.integer({ min: 1, max: 6 }), per: fc.integer({ min: 1, max: 2_000 }) });

  it("lets through exactly what a model lets through that looks at the whole history", () => {
    fc.assert(
      fc.property(steps, limits, (gaps, limit) => {
        let now = 1_000;
        const times = gaps.map((gap) => (now += gap));
        const buckets = new Buckets();
        const passed = times.map((at) => buckets.take("a", limit, at).passes);
        expect(passed).toEqual(model(times, limit.most, limit.per));
      }),
    );
  });

  it("tells the truth in its headers: so many more pass before the reset, none after them, and all after it", () => {
    fc.assert(
      fc.property(steps, limits, (gaps, limit) => {
        let now = 1_000;
        const buckets = new Buckets();
        for (const gap of gaps) buckets.take("a", limit, (now += gap));
        const told = buckets.look("a", limit, now);
        expect(told.remaining).toBeGreaterThanOrEqual(0);
        for (let n = 0; n < told.remaining; n += 1) expect(buckets.take("a", limit, now).passes).toBe(true);
        expect(buckets.take("a", limit, now).passes).toBe(false);
        const before = buckets.look("a", limit, now).resetAfter * 1000;
        expect(buckets.take("a", limit, now + before - 0.001).passes).toBe(false);
        expect(buckets.take("a", limit, now + before)).toMatchObject({ passes: true, remaining: limit.most - 1 });
      }),
    );
  });

  it("knows nothing of its neighbours, and the number of buckets kept is bounded", () => {
    const buckets = new Buckets();
    const limit = { most: 1, per: 1_000 };
    for (let n = 0; n < 30_000; n += 1) expect(buckets.take(String(n), limit, n / 100).passes).toBe(true);
    expect(buckets.size).toBeLessThanOrEqual(10_000);
    expect(buckets.take("29999", limit, 301).passes).toBe(false);
  });
});

describe("the line of invalid requests", () => {
  it("shuts an address out after 10,000 in ten minutes, shared 429s left out, for an hour", () => {
    let now = 0;
    const rates = new Rates("discord", () => now);
    const answer = (status: number, times: number, scope?: string) => {
      for (let n = 0; n < times; n += 1) rates.answered(status, scope);
    };
    answer(429, 20_000, "shared");
    answer(404, 20_000);
    answer(500, 20_000);
    answer(401, 5_000);
    now += 599_999;
    answer(403, 4_000);
    answer(429, 999, "user");
    expect(rates.banned()).toBeUndefined();
    now += 1;
    answer(403, 9_999);
    expect(rates.banned()).toBeUndefined();
    answer(403, 1);
    const banned = rates.banned();
    expect(banned?.answer.status).toBe(429);
    expect(banned?.answer.body).toContain("Error 1015");
    expect(banned?.headers).toEqual({ Server: "cloudflare", "Retry-After": "3600" });
    now += 3_600_000;
    expect(rates.banned()).toBeUndefined();
  });

  it("stands before everything else, on the wire too", async () => {
    const here = (rehearsal = await emptyRehearsal());
    const ask = (authorization: string) =>
      fetch(`${here.url}/api/v10/users/@me`, { headers: { authorization, "user-agent": AGENT } });
    const spoil = async () => {
      while (here.requests.length < 10_000) await (await ask("Bot wrong")).arrayBuffer();
    };
    await Promise.all(Array.from({ length: 20 }, spoil));
    const shut = await ask("Bot rehearsal");
    expect([shut.status, shut.headers.get("content-type")]).toEqual([429, "text/html; charset=UTF-8"]);
    expect(shut.headers.get("x-ratelimit-limit")).toBeNull();
    expect(here.requests.slice(0, 10_000).every(({ status }) => status === 401 || status === 429)).toBe(true);
  }, 120_000);
});

const AGENT = "DiscordBot (https://example.org, 1)";

function callsOf({ url }: Rehearsal) {
  const headers = { authorization: "Bot rehearsal", "content-type": "application/json", "user-agent": AGENT };
  return (method: string, path: string, body?: object) =>
    fetch(`${url}/api/v10${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
}

describe("on the wire", () => {
  it("five messages pass, the sixth is told to wait, another channel is not; a leap of the world's clock changes nothing", async () => {
    const here = (rehearsal = await emptyRehearsal());
    const call = callsOf(here);
    const post = (channel: string) => call("POST", `/channels/${here.channel(channel).id}/messages`, { content: "a" });
    machine().stand();
    const left: (string | null)[] = [];
    for (let n = 0; n < 5; n += 1) left.push((await post("alertas")).headers.get("x-ratelimit-remaining"));
    expect(left).toEqual(["4", "3", "2", "1", "0"]);
    await here.clock.outage({ by: 600 });
    const refused = await post("alertas");
    const body = Object(await refused.json());
    expect(refused.status).toBe(429);
    expect(body).toMatchObject({ message: "You are being rate limited.", global: false });
    expect(body.retry_after).toBeGreaterThan(3);
    expect(body.retry_after).toBeLessThanOrEqual(5);
    const told = refused.headers;
    expect(told.get("retry-after")).toBe(String(Math.ceil(body.retry_after)));
    expect(Number(told.get("x-ratelimit-reset-after"))).toBeCloseTo(body.retry_after, 2);
    const date = Date.parse(told.get("date") ?? "") / 1000;
    expect(Math.abs(Number(told.get("x-ratelimit-reset")) - date - body.retry_after)).toBeLessThan(1.1);
    const elsewhere = await post("redaccion");
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.headers.get("x-ratelimit-bucket")).toBe(told.get("x-ratelimit-bucket"));
    expect(elsewhere.headers.get("x-ratelimit-scope")).toBeNull();
    expect(here.messages(here.channel("alertas").id)).toHaveLength(5);
  });

  it("fifty requests a second pass over all routes, the rest are told that the limit is global; answers to interactions pass", async () => {
    const here = (rehearsal = await emptyRehearsal());
    const call = callsOf(here);
    const clock = machine();
    clock.stand();
    const paths = ["/users/@me", `/guilds/${here.guildId}`, `/channels/${here.channel("alertas").id}`];
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => (await call("GET", paths[n % paths.length] ?? "")).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    const refused = await call("GET", "/users/@me");
    expect(await refused.json()).toMatchObject({ global: true });
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "x-ratelimit-global": "true",
      "x-ratelimit-scope": "global",
      "retry-after": "1",
    });
    const answer = await call("POST", "/interactions/154196036812800030/abc/callback", { type: 4 });
    expect(answer.status).toBe(404);
    const edit = await call("PATCH", `/webhooks/${here.applicationId}/abc/messages/@original`, { content: "a" });
    expect(edit.status).toBe(404);
    clock.forward(1_001);
    expect((await call("GET", "/users/@me")).status).toBe(200);
  });

  it("edits of messages older than an hour of the world have a limit of their own, 30046", async () => {
    const clock = machine();
    const here = (rehearsal = await emptyRehearsal({ rates: "brisk" }));
    const call = callsOf(here);
    const channel = here.channel("alertas").id;
    const made = Object(await (await call("POST", `/channels/${channel}/messages`, { content: "a" })).json());
    const edit = async (): Promise<{ code?: number }> => {
      const answer = await call("PATCH", `/channels/${channel}/messages/${made.id}`, { content: "b" });
      const body = Object(await answer.json());
      if (answer.status !== 429 || body.code !== undefined) return body;
      clock.forward(Math.ceil(body.retry_after * 1000));
      return edit();
    };
    for (let n = 0; n < 10; n += 1) expect((await edit()).code).toBeUndefined();
    await here.clock.outage({ by: 61 });
    const codes: unknown[] = [];
    for (let n = 0; n < 31; n += 1) codes.push((await edit()).code);
    expect(codes).toEqual([...Array.from({ length: 30 }, () => undefined), 30046]);
  });
});

describe("discord.js", () => {
  it("sends 60 messages to one channel without a single 429, as fast as the headers let it", async () => {
    const here = (rehearsal = await emptyRehearsal({ rates: "brisk" }));
    const rest = restOf(here);
    const channel = here.channel("alertas").id;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => rest.post(Routes.channelMessages(channel), { body: { content: `${n}` } })),
    );
    expect(here.requests.filter(({ status }) => status !== 200)).toEqual([]);
    expect(here.messages(channel)).toHaveLength(60);
    // Twelve windows of half a second: the last one need not end.
    expect(performance.now() - began).toBeGreaterThan(5_400);
  });

  it("keeps within the limit of the whole bot over many routes", async () => {
    const here = (rehearsal = await emptyRehearsal());
    const rest = restOf(here);
    // Two of its seconds may fall into one of the server's where the machine is slow.
    rest.options.globalRequestsPerSecond = 24;
    const routes = [
      Routes.user(),
      Routes.guild(here.guildId),
      Routes.guildRoles(here.guildId),
      Routes.guildChannels(here.guildId),
      Routes.channel(here.channel("alertas").id),
      Routes.channel(here.channel("redaccion").id),
    ];
    await Promise.all(Array.from({ length: 72 }, (_, n) => rest.get(routes[n % routes.length] ?? Routes.user())));
    expect(here.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it("waits for its turn when it is told 429, and loses nothing", async () => {
    const here = (rehearsal = await emptyRehearsal({ rates: "brisk" }));
    const call = callsOf(here);
    const channel = here.channel("alertas").id;
    const clock = machine();
    clock.stand();
    // Another client of the same bot uses the bucket up first.
    for (let n = 0; n < 5; n += 1) await call("POST", `/channels/${channel}/messages`, { content: `${n}` });
    const posted = restOf(here).post(Routes.channelMessages(channel), { body: { content: "5" } });
    await expect.poll(() => here.requests.length).toBe(6);
    clock.forward(500);
    clock.run();
    await posted;
    expect(here.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 200]);
  });
});
