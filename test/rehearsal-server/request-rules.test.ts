// Files and headers of a request: what is taken, and what is refused before its body is read.
import { request } from "node:http";
import { type APIMessage } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { x, many, faultsOf, HEADERS, formDesk, type FormDesk, answerOf } from "./form-parts.ts";

let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk();
});
afterAll(() => desk.bot.stop());

describe("files", () => {
  const form = (parts: [string, string | Blob, string?][]) => {
    const made = new FormData();
    for (const [key, value, name] of parts)
      if (typeof value === "string") made.append(key, value);
      else made.append(key, value, name);
    return made;
  };
  const upload = async (
    parts: Parameters<typeof form>[0],
    method: "POST" | "PATCH" = "POST",
    path = `/channels/${desk.channel}/messages`,
  ) => {
    const { "content-type": _type, ...headers } = HEADERS;
    const answer = await fetch(`${desk.bot.rehearsal.url}/api/v10${path}`, { method, headers, body: form(parts) });
    return { status: answer.status, body: await answerOf(answer) };
  };
  const payload = (body: object): [string, string] => ["payload_json", JSON.stringify(body)];
  const blob = (size = 4) => new Blob([Buffer.alloc(size)]);

  it("are at most ten, of 10 MiB each and 25 MiB together, named files[n] and by a filename", async () => {
    const body = payload({ content: "a" });
    const eleven = many(11, (n): [string, Blob, string] => [`files[${n}]`, blob(), `${n}.bin`]);
    expect((await upload([body, ...eleven])).body).toMatchObject({ code: 30015 });
    expect((await upload([body, ...eleven.slice(1)])).body.attachments).toHaveLength(10);
    const big = 10 * 1024 * 1024;
    expect(await upload([body, ["files[0]", blob(big + 1), "a.bin"]])).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
    expect((await upload([body, ["files[0]", blob(big), "a.bin"]])).status).toBe(200);
    const three = many(3, (n): [string, Blob, string] => [`files[${n}]`, blob(big), `${n}.bin`]);
    expect(await upload([body, ...three])).toMatchObject({ status: 413, body: { code: 40005 } });
    const named = await upload([body, ["picture", blob(), "a.png"]]);
    expect(faultsOf(named.body.errors ?? {})).toEqual([["picture", "BASE_TYPE_INVALID"]]);
    const twice = await upload([body, ["files[0]", blob(), "a.png"], ["files[0]", blob(), "b.png"]]);
    expect(faultsOf(twice.body.errors ?? {})).toEqual([["files[0]", "BASE_TYPE_INVALID"]]);
  });

  it("may come without payload_json, the fields being the body", async () => {
    const sent = await upload([
      ["content", "plain"],
      ["tts", "false"],
      ["files[0]", blob(), "ño m.png"],
    ]);
    expect(sent.body).toMatchObject({ content: "plain", attachments: [{ filename: "_o_m.png" }] });
  });

  it("remain after an edit exactly as its list says; without a list the old ones stay", async () => {
    const { body } = await upload([
      payload({ content: "a" }),
      ["files[0]", blob(), "a.bin"],
      ["files[1]", blob(), "b.bin"],
    ]);
    const path = `/channels/${desk.channel}/messages/${body.id}`;
    const names = (message: Partial<APIMessage>) => message.attachments?.map((one) => one.filename);
    expect(names(await answerOf(await desk.send("PATCH", path, { content: "b" })))).toEqual(["a.bin", "b.bin"]);
    const keep = body.attachments?.[1]?.id ?? "";
    const edited = await upload(
      [
        payload({ attachments: [{ id: keep, description: "kept" }, { id: 0 }] }),
        ["files[0]", blob(), "c.bin"],
        ["files[1]", blob(), "d.bin"],
      ],
      "PATCH",
      path,
    );
    expect(names(edited.body)).toEqual(["b.bin", "c.bin"]);
    expect(edited.body.attachments?.[0]?.description).toBe("kept");
    const gone = await answerOf(await desk.send("PATCH", path, { attachments: [], content: null }));
    expect(gone.code).toBe(50006);
    expect(names(await answerOf(await desk.send("PATCH", path, { attachments: [] })))).toEqual([]);
  });
});

describe("a request is refused", () => {
  const raw = (headers: Record<string, string>, path = "/api/v10/users/@me", method = "GET") =>
    new Promise<{ status: number; body: unknown }>((resolve, reject) => {
      const { port } = desk.bot.rehearsal;
      const call = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
      });
      call.on("error", reject);
      call.end();
    });
  const agent = HEADERS["user-agent"];
  const good = { authorization: "Bot rehearsal", "user-agent": agent };

  it("without a User-Agent, with a browser's, or with what is none", async () => {
    const blocked = { status: 403, body: { message: "internal network error", code: 40333 } };
    expect(await raw({ authorization: "Bot rehearsal" })).toEqual(blocked);
    expect(await raw({ ...good, "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" })).toEqual(blocked);
    expect(await raw({ ...good, "user-agent": "(nothing)" })).toEqual(blocked);
    expect(await raw(good)).toMatchObject({ status: 200 });
  });

  it("without a token, with another kind of token, or a wrong one", async () => {
    const unauthorized = { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    for (const authorization of ["", "rehearsal", "Bearer rehearsal", "Bot  rehearsal", "bot rehearsal", "Bot wrong"])
      expect(await raw({ "user-agent": agent, ...(authorization ? { authorization } : {}) })).toEqual(unauthorized);
  });

  it("by a method its path does not have, a version that is gone, and a reason that is too long", async () => {
    expect(await raw(good, "/api/v10/users/@me", "DELETE")).toEqual({
      status: 405,
      body: { message: "405: Method Not Allowed", code: 0 },
    });
    expect(await raw(good, "/api/v5/users/@me")).toMatchObject({ status: 400, body: { code: 50041 } });
    expect(await raw(good, "/api/v9/users/@me")).toMatchObject({ status: 404 });
    expect(await raw({ ...good, "x-audit-log-reason": x(513) })).toMatchObject({ status: 400, body: { code: 50035 } });
    const accents = encodeURIComponent("é".repeat(512));
    expect(await raw({ ...good, "x-audit-log-reason": accents })).toMatchObject({ status: 200 });
  });

  it("with another Content-Type than JSON or multipart", async () => {
    const path = `/channels/${desk.channel}/messages`;
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      const refused = await answerOf(await desk.send("POST", path, "content=a", { ...HEADERS, "content-type": type }));
      expect(faultsOf(refused.errors ?? {})).toEqual([["", "CONTENT_TYPE_INVALID"]]);
    }
    const charset = { ...HEADERS, "content-type": "application/json; charset=utf-8" };
    expect((await desk.send("POST", path, { content: "a" }, charset)).status).toBe(200);
  });
});
