// What clients do that mean no harm or do: crooked addresses, sockets that break, keys with a meaning in JavaScript, bodies without a bottom.
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { emptyRehearsal } from "./bot.ts";

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
});
afterEach(() => rehearsal.close());

/** Faults that would have ended the process. */
function fatal(): unknown[] {
  const seen: unknown[] = [];
  const note = (fault: unknown) => seen.push(fault);
  process.on("uncaughtException", note);
  process.on("unhandledRejection", note);
  onTestFinished(() => {
    process.off("uncaughtException", note);
    process.off("unhandledRejection", note);
  });
  return seen;
}

const UPGRADE =
  "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/** Sends bytes as they are; the first line of the answer, or "" when the socket was closed. `reset` breaks the socket without waiting. */
function raw(lines: string, reset = false): Promise<string> {
  const { port } = rehearsal;
  const head = `Host: 127.0.0.1:${port}\r\nUser-Agent: rough/1\r\nAuthorization: Bot ${rehearsal.token}\r\n`;
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(lines.replace("\r\n", `\r\n${head}`), () => reset && socket.resetAndDestroy());
    });
    socket.on("error", () => {});
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n")[0] ?? "");
      socket.destroy();
    });
    socket.once("close", () => resolve(""));
  });
}

async function post(body: string, type = "application/json"): Promise<{ status: number; body: unknown }> {
  const headers = { "Content-Type": type, "User-Agent": "rough/1", Authorization: `Bot ${rehearsal.token}` };
  const path = `/api/v10/channels/${rehearsal.channel("alertas").id}/messages`;
  const answer = await fetch(rehearsal.url + path, { method: "POST", body, headers });
  return { status: answer.status, body: await answer.json() };
}

async function stillThere(): Promise<void> {
  expect(await post('{"content":"a"}')).toMatchObject({ status: 200 });
}

describe("an address", () => {
  it("that is no path is answered with 400, for a page and for a socket, and ends nothing", async () => {
    const faults = fatal();
    for (const upgrade of ["", UPGRADE])
      for (const path of ["//", "http://[", "*", "//evil/api/v10/users/@me", "/\\evil", "/%", "/api/v10/%zz"])
        expect(await raw(`GET ${path} HTTP/1.1\r\n${upgrade}\r\n`), path).toMatch(/^HTTP\/1.1 40[034] /u);
    expect(faults).toEqual([]);
    await stillThere();
  });

  it("of a page of guilds that is no number is refused, as one of messages is", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => said.mockRestore());
    const guilds = (query: string) => raw(`GET /api/v10/users/@me/guilds?${query} HTTP/1.1\r\n\r\n`);
    for (const query of ["after=abc", "before=-1", "limit=0", "limit=201", "limit=1e1", "limit=", "after="])
      expect(await guilds(query), query).toBe("HTTP/1.1 400 Bad Request");
    expect(await guilds("limit=200&after=0")).toBe("HTTP/1.1 200 OK");
    const { id } = rehearsal.channel("alertas");
    for (const query of ["limit=1e1", "limit=0x10", "limit=%2010", "around=abc"])
      expect(await raw(`GET /api/v10/channels/${id}/messages?${query} HTTP/1.1\r\n\r\n`), query).toMatch(/400/u);
    expect(said).not.toHaveBeenCalled();
  });
});

describe("a socket", () => {
  it("that breaks while it asks for an upgrade ends nothing", async () => {
    const faults = fatal();
    for (let round = 0; round < 50; round += 1) {
      for (const path of ["/nothing", "/gateway?v=10&encoding=json", "/clock"])
        await raw(`GET ${path} HTTP/1.1\r\n${UPGRADE}\r\n`, true);
    }
    await stillThere();
    expect(faults).toEqual([]);
  });

  it("that breaks in the middle of a body is passed over in silence", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => said.mockRestore());
    const faults = fatal();
    const { id } = rehearsal.channel("alertas");
    for (const path of [`/api/v10/channels/${id}/messages`, "/rehearsal/say"])
      await raw(`POST ${path} HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"con`, true);
    await stillThere();
    expect(said).not.toHaveBeenCalled();
    expect(faults).toEqual([]);
    expect(rehearsal.messages(id).length).toBe(1);
  });
});

describe("a body", () => {
  it("with keys that mean something in JavaScript is refused, and changes no object of the server's", async () => {
    for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty", "_errors"]) {
      const plain = await post(`{"content":"a","${key}":{"x":1}}`);
      expect(plain, key).toMatchObject({ status: 400, body: { code: 50035 } });
      const branch = key === "_errors" ? '"errors":' : `"${key}":`;
      expect(JSON.stringify(plain.body)).toContain(`${branch}{"_errors":[{"code":"UNKNOWN_FIELD"`);
      expect(await post(`{"content":"a","embeds":[{"title":"a","${key}":1}]}`)).toMatchObject({ status: 400 });
    }
    const untouched: object = {};
    expect("_errors" in untouched).toBe(false);
    expect(await post("null")).toMatchObject({ body: { errors: { _errors: [{ code: "MODEL_TYPE_CONVERT" }] } } });
  });

  it("without a bottom is refused as any wrong value is", async () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    for (const key of ["content", "nonce", "embeds", "components", "strange"])
      expect(await post(`{"${key}":${deep}}`), key).toMatchObject({ status: 400, body: { code: 50035 } });
    await stillThere();
  });

  it("of parts that is broken, nameless or doubled is refused with a reason", async () => {
    const part = (name: string, value: string, more = "") =>
      `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
    const payload = part("payload_json", '{"content":"a"}');
    const file = (name: string) => part(name, "x", '; filename="a.txt"');
    const send = (text: string) => post(text, "multipart/form-data; boundary=b");
    for (const broken of [payload, "nonsense", `${part("payload_json", "{")}--b--\r\n`])
      expect(await send(broken)).toMatchObject({ status: 400, body: { code: 50109 } });
    for (const wrong of [file("file"), file("files[x]"), part("files[0]", "x", '; filename=""')])
      expect(await send(`${wrong}${payload}--b--\r\n`)).toMatchObject({ status: 400, body: { code: 50035 } });
    for (const twice of [file("files[0]") + file("files[0]"), file("files[0]") + file("files[00]")])
      expect(await send(`${twice}${payload}--b--\r\n`), twice).toMatchObject({ status: 400, body: { code: 50035 } });
    const bare = (more: string) => send(`${part("content", "hola")}${more}--b--\r\n`);
    expect(await bare(part("__proto__", "x"))).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await bare("")).toMatchObject({ status: 200, body: { content: "hola" } });
  });
});

describe("the clock", () => {
  it("is not sent further than sixty days by a wrong year on the page", async () => {
    const order = (action: string, to: string) =>
      fetch(`${rehearsal.url}/rehearsal/clock`, { method: "POST", body: JSON.stringify({ action, to }) });
    for (const action of ["jump", "outage"]) {
      const answer = await order(action, "2062-03-16T00:00:00-05:00");
      expect(await answer.json()).toEqual({ error: "That is more than sixty days away." });
    }
    expect((await order("outage", "2026-05-01T00:00:00-05:00")).status).toBe(200);
    expect(new Date(rehearsal.clock.now()).toISOString()).toMatch(/^2026-05-01T05:00:0/u);
  });
});
