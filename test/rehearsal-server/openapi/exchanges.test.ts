// The judge itself: it finds what is wrong and lets pass what is right. Must never be the only place where a rule is seen to work.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../rehearsal/stage.ts";
import { sources } from "../../rules/sources.ts";
import { CORRECTIONS } from "./corrections.ts";
import { discord, faultsOf } from "./exchanges.ts";

const CHANNEL = "154196036812800010";
const user = {
  id: "154196036812800002",
  username: "vigia",
  discriminator: "0",
  global_name: null,
  avatar: null,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
};
const message = {
  id: "1482951167364300800",
  channel_id: CHANNEL,
  type: 0,
  author: user,
  content: "a",
  timestamp: "2026-03-15T22:58:30.000000+00:00",
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  flags: 0,
};

interface Said {
  method?: string;
  path?: string;
  query?: string;
  body?: unknown;
  status?: number;
  answer?: unknown;
  fault?: boolean;
}

function exchange({
  method = "POST",
  path = `/channels/${CHANNEL}/messages`,
  query = "",
  body,
  ...rest
}: Said): Exchange {
  const { status = 200, fault = false } = rest;
  const answer = "answer" in rest ? rest.answer : message;
  return { request: { method, path, query, body, files: [], at: 0, status }, pattern: "", answer, fault };
}

const good: Said = { body: { content: "a", nonce: "n", enforce_nonce: true } };
const get = (query: string, answer: unknown = []): Said => ({ method: "GET", query, answer });
const commands = (body: unknown, status = 400): Said => ({
  method: "PUT",
  path: `/applications/${user.id}/commands`,
  body,
  status,
  answer: { code: 50035, message: "Invalid Form Body" },
});
const refused = (answer: unknown, status = 400): Said => ({ body: { content: 1 }, status, answer });
const inner = (code: unknown) => ({ content: { _errors: [{ code, message: "Must be 2000 or fewer in length." }] } });

const PASSES: [string, Said][] = [
  ["a message as it should be", good],
  [
    "a refused body, whatever it is",
    refused({ code: 50035, message: "Invalid Form Body", errors: inner("BASE_TYPE_MAX_LENGTH") }),
  ],
  ["an ordered fault, whatever it answers", { ...good, status: 500, answer: "<html>", fault: true }],
  ["a query of known words", get("limit=100&after=0")],
  [
    "a rate limit with its wait",
    refused({ message: "You are being rate limited.", retry_after: 0.5, global: false, code: 0 }, 429),
  ],
  [
    "permissions as text",
    { ...commands([{ name: "a", description: "b", default_member_permissions: "32" }], 200), answer: [] },
  ],
  [
    "an edit with what discord.js adds",
    { ...good, method: "PATCH", path: `/channels/${CHANNEL}/messages/${message.id}` },
  ],
  [
    "an answer of an interaction without words",
    {
      method: "POST",
      path: "/interactions/1482951167364300800/t/callback",
      body: { type: 5 },
      status: 204,
      answer: undefined,
    },
  ],
  ["an unknown address that is a 404", { path: "/nowhere", status: 404, answer: {} }],
];

const FAILS: [string, Said, string][] = [
  ["a wrong type in what was sent", { body: { content: 1 } }, "what was sent: content must be string,null, but is 1"],
  ["a key nobody knows", { body: { contents: "a" } }, 'has "contents", which is not described'],
  [
    "a key nobody knows, deep inside",
    { body: { embeds: [{ footer: { text: "a", colour: 1 } }] } },
    'embeds.0.footer has "colour"',
  ],
  ["too long a text", { body: { content: "x".repeat(4001) } }, "content must NOT have more than 4000 characters"],
  [
    "an unknown kind of part",
    { body: { components: [{ type: 2 }] } },
    "components.0.type must be equal to one of the allowed values",
  ],
  [
    "a part without what its kind needs",
    { body: { components: [{ type: 1, components: [{ type: 2 }] }] } },
    "components.0.components.0 must have required property 'style'",
  ],
  [
    "a body sent by an ordered fault",
    { body: { content: 1 }, fault: true, status: 500 },
    "content must be string,null",
  ],
  ["an id that is none", { ...good, path: "/channels/here/messages" }, "must match pattern"],
  ["a limit over 100", get("limit=101"), "in the query, limit: (the whole) must be <= 100"],
  ["a query nobody knows", get("befor=1"), 'the query has "befor"'],
  [
    "a missing field of an answer",
    { ...good, answer: { ...message, author: { ...user, username: undefined } } },
    "the answer 200: author must have required property 'username'",
  ],
  [
    "a wrong type in an answer",
    { ...good, answer: { ...message, pinned: "no" } },
    'pinned must be boolean, but is "no"',
  ],
  [
    "an invented field of an answer",
    { ...good, answer: { ...message, colour: 1 } },
    '"colour", which is not described',
  ],
  ["a list in place of one", get("", message), "must be array,null"],
  [
    "a body where none is described",
    { method: "DELETE", path: `/channels/${CHANNEL}/messages/${message.id}`, status: 204, answer: {} },
    "none is described",
  ],
  ["a status that is not described", { ...good, status: 201 }, "only 200, 429, 4XX are described"],
  ["a refusal without a code", refused({ message: "no" }), "must have required property 'code'"],
  [
    "a number for an inner code",
    refused({ code: 50035, message: "Invalid Form Body", errors: inner(50035) }),
    "must be string",
  ],
  ["a rate limit that does not say how long", refused({ message: "no", code: 0, global: false }, 429), "'retry_after'"],
  ["a call that Discord does not know", { path: "/nowhere" }, "knows no such call"],
];

describe("Discord's description", () => {
  it.each(PASSES)("lets pass %s", (_name, said) => {
    expect(faultsOf(exchange(said))).toEqual([]);
  });

  it.each(FAILS)("finds %s", (_name, said, sentence) => {
    expect(faultsOf(exchange(said)).join("\n")).toContain(sentence);
  });

  it("compiles for every call, each with its answers", () => {
    for (const name of discord().names) {
      const [method = "", path = ""] = name.split(" ");
      const operation = discord().find(method, path.replaceAll(/\{[a-z_]*id\}/gu, CHANNEL).replace(/\{\w+\}/u, "t"));
      expect(operation?.name).toBe(name);
      for (const [status, schema] of Object.entries(operation?.answers ?? {}))
        if (schema) expect(discord().faults(`${name} ${status}`, schema, 1), `${name} ${status}`).not.toEqual([]);
      if (operation?.body) expect(discord().faults(`${name} body`, operation.body, 1), name).not.toEqual([]);
    }
  });

  it("is corrected where it differs from the documentation, each time with a reason, and only where there is something to correct", () => {
    const fixture: { schemas: Record<string, unknown> } = JSON.parse(
      readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "discord-openapi.json"), "utf8"),
    );
    for (const { schema, why } of CORRECTIONS) {
      expect(Object.keys(fixture.schemas)).toContain(schema);
      expect(why).toMatch(/^(?:docs|the same|issue)/u);
    }
  });

  it("watches every rehearsal that a test starts: startWatched, not startRehearsal", () => {
    const strays = sources("test").filter(({ path, imports }) => {
      const values = imports.some((one) => one.from.endsWith("rehearsal/rehearsal.ts") && !one.typeOnly);
      return values && path !== "test/rehearsal-server/watched.ts";
    });
    expect(strays.map((one) => one.path)).toEqual([]);
  });
});
