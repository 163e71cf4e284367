// Forms beyond the plain message: Components V2, modals, mentions, files, headers. Each body is refused for one reason, told with its path and code.
import { request } from "node:http";
import { Routes, type APIMessage } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type Bot } from "./bot.ts";

let bot: Bot;
let channel: string;
beforeAll(async () => {
  bot = await startBot({ rates: "roomy" });
  channel = bot.rehearsal.channel("alertas").id;
});
afterAll(() => bot.stop());

const V2 = 1 << 15;
const x = (length: number) => "x".repeat(length);
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const words = (content = "a", more: object = {}) => ({ type: 10, content, ...more });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: "b", custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const container = (...components: object[]) => ({ type: 17, components });
const section = (more: object = {}) => ({ type: 9, components: [words()], accessory: button("s"), ...more });
const gallery = (...items: object[]) => ({ type: 12, items });
const picture = (url: string) => ({ media: { url } });
const v2 = (...components: object[]) => ({ flags: V2, components });
const ROLE = "154196036812800030";

interface Refusal {
  code?: number;
  errors?: object;
}

/** Path and code of each fault in a refusal's tree. */
function faultsOf(tree: object, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    key === "_errors"
      ? value.map((one: { code: string }) => [path.join("."), one.code])
      : faultsOf(value, [...path, key]),
  );
}

const HEADERS = {
  authorization: "Bot rehearsal",
  "user-agent": "DiscordBot (https://example.org, 1)",
  "content-type": "application/json",
};
const send = (method: string, path: string, body?: object | string, headers: Record<string, string> = HEADERS) =>
  fetch(`${bot.rehearsal.url}/api/v10${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
async function answerOf(response: Response): Promise<Refusal & Partial<APIMessage>> {
  return Object(await response.json());
}
const post = async (body: object | string) => answerOf(await send("POST", `/channels/${channel}/messages`, body));
const made = async (body: object): Promise<APIMessage> => Object(await post(body));

/** name, body, path, code */
const MESSAGES: [string, object, string, string][] = [
  [
    "content beside Components V2",
    { ...v2(words()), content: "a" },
    "content",
    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
  ],
  [
    "embeds beside Components V2",
    { ...v2(words()), embeds: [{ title: "a" }] },
    "embeds",
    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
  ],
  [
    "a container without the flag",
    { content: "a", components: [container(words())] },
    "components.0",
    "UNION_TYPE_CHOICES",
  ],
  ["a section without the flag", { content: "a", components: [section()] }, "components.0", "UNION_TYPE_CHOICES"],
  [
    "six rows without the flag",
    { content: "a", components: many(6, (n) => row(button(`${n}`))) },
    "components",
    "BASE_TYPE_MAX_LENGTH",
  ],
  [
    "41 components, counted with nesting",
    v2(container(...many(38, () => words())), row(button("b"))),
    "components",
    "BASE_TYPE_MAX_LENGTH",
  ],
  [
    "4,001 characters over all texts",
    v2(words(x(2000)), container(words(x(2001)))),
    "components",
    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
  ],
  ["an empty text", v2(words("")), "components.0.content", "BASE_TYPE_BAD_LENGTH"],
  [
    "a section of four texts",
    v2(section({ components: many(4, () => words()) })),
    "components.0.components",
    "BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a section without accessory",
    v2({ type: 9, components: [words()] }),
    "components.0.accessory",
    "BASE_TYPE_REQUIRED",
  ],
  [
    "a menu as accessory",
    v2(section({ accessory: { type: 5, custom_id: "u" } })),
    "components.0.accessory",
    "UNION_TYPE_CHOICES",
  ],
  ["a button at the top", v2(button("b")), "components.0", "UNION_TYPE_CHOICES"],
  ["a thumbnail at the top", v2({ type: 11, ...picture("https://a.b/c.png") }), "components.0", "UNION_TYPE_CHOICES"],
  ["a container in a container", v2(container(container(words()))), "components.0.components.0", "UNION_TYPE_CHOICES"],
  ["an empty container", v2(container()), "components.0.components", "BASE_TYPE_MIN_LENGTH"],
  [
    "a colour out of range",
    v2({ ...container(words()), accent_color: 0x1000000 }),
    "components.0.accent_color",
    "NUMBER_TYPE_MAX",
  ],
  ["an empty gallery", v2(gallery()), "components.0.items", "BASE_TYPE_MIN_LENGTH"],
  [
    "a gallery of eleven",
    v2(gallery(...many(11, () => picture("https://a.b/c.png")))),
    "components.0.items",
    "BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a picture by another scheme",
    v2(gallery(picture("ftp://a.b/c.png"))),
    "components.0.items.0.media.url",
    "URL_TYPE_INVALID_SCHEME",
  ],
  [
    "a picture that was not sent",
    v2(gallery(picture("attachment://c.png"))),
    "components.0.items.0.media.url",
    "ATTACHMENT_NOT_FOUND",
  ],
  [
    "a file from the web",
    v2({ type: 13, file: { url: "https://a.b/c.pdf" } }),
    "components.0.file.url",
    "URL_TYPE_INVALID_SCHEME",
  ],
  [
    "a file that was not sent",
    v2(container({ type: 13, file: { url: "attachment://c.pdf" } })),
    "components.0.components.0.file.url",
    "ATTACHMENT_NOT_FOUND",
  ],
  ["an unknown spacing", v2(words(), { type: 14, spacing: 3 }), "components.1.spacing", "BASE_TYPE_CHOICES"],
  [
    "one custom_id in section and row",
    v2(section(), row(button("s"))),
    "components.1.components.0.custom_id",
    "COMPONENT_CUSTOM_ID_DUPLICATED",
  ],
  [
    "one id twice, nested",
    v2(words("a", { id: 7 }), container(words("b", { id: 7 }))),
    "components.1.components.0.id",
    "COMPONENT_ID_DUPLICATED",
  ],
  [
    "a text input",
    v2(row({ type: 4, custom_id: "t", style: 1, label: "l" })),
    "components.0.components.0",
    "UNION_TYPE_CHOICES",
  ],
  [
    "a premium button",
    { content: "a", components: [row({ type: 2, style: 6, sku_id: ROLE })] },
    "components.0.components.0.sku_id",
    "NOT_PLAYED",
  ],
  [
    "more defaults than a menu takes",
    {
      content: "a",
      components: [
        row({ type: 3, custom_id: "m", options: many(2, (n) => ({ label: "a", value: `${n}`, default: true })) }),
      ],
    },
    "components.0.components.0.options",
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "two people chosen where one can be",
    {
      content: "a",
      components: [
        row({
          type: 5,
          custom_id: "m",
          default_values: many(2, (n) => ({ id: `15419603681280003${n}`, type: "user" })),
        }),
      ],
    },
    "components.0.components.0.default_values",
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a role as default of people",
    { content: "a", components: [row({ type: 5, custom_id: "m", default_values: [{ id: ROLE, type: "role" }] })] },
    "components.0.components.0.default_values.0.type",
    "BASE_TYPE_CHOICES",
  ],
  ["a poll", { content: "a", poll: { question: { text: "?" }, answers: [] } }, "poll", "NOT_PLAYED"],
  ["a sticker", { sticker_ids: [ROLE] }, "sticker_ids", "NOT_PLAYED"],
  [
    "a forward",
    { message_reference: { type: 1, message_id: ROLE, channel_id: ROLE } },
    "message_reference.type",
    "NOT_PLAYED",
  ],
  [
    "101 roles",
    { content: "a", allowed_mentions: { roles: many(101, (n) => `15419603681280${1000 + n}`) } },
    "allowed_mentions.roles",
    "BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a role twice",
    { content: "a", allowed_mentions: { roles: [ROLE, ROLE] } },
    "allowed_mentions.roles",
    "SET_TYPE_ALREADY_CONTAINS_VALUE",
  ],
  [
    "a kind of channel twice",
    { content: "a", components: [row({ type: 8, custom_id: "m", channel_types: [0, 0] })] },
    "components.0.components.0.channel_types",
    "SET_TYPE_ALREADY_CONTAINS_VALUE",
  ],
  [
    "users both parsed and listed",
    { content: "a", allowed_mentions: { parse: ["users"], users: [ROLE] } },
    "allowed_mentions",
    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
  ],
  [
    "an id that is none",
    { content: "a", allowed_mentions: { users: ["1"] } },
    "allowed_mentions.users.0",
    "NUMBER_TYPE_COERCE",
  ],
  [
    "a text document drawn in an embed",
    { embeds: [{ image: { url: "attachment://a.txt" } }] },
    "embeds.0.image.url",
    "ATTACHMENT_TYPE_INVALID",
  ],
  ["content that is a number", { content: 1 }, "content", "STRING_TYPE_CONVERT"],
  ["embeds that are no list", { content: "a", embeds: {} }, "embeds", "LIST_TYPE_CONVERT"],
  ["tts in words", { content: "a", tts: "yes" }, "tts", "BOOLEAN_TYPE_CONVERT"],
  ["a list in the place of a body", [], "", "MODEL_TYPE_CONVERT"],
];

describe("a message is refused with", () => {
  it.each(MESSAGES)("%s", async (_name, body, path, code) => {
    const before = bot.rehearsal.messages(channel).length;
    const refused = await post(body);
    expect(refused.code).toBe(50035);
    expect(faultsOf(refused.errors ?? {})).toEqual([[path, code]]);
    expect(bot.rehearsal.messages(channel).length).toBe(before);
  });

  it("nothing to show under the flag", async () => {
    expect(await post({ flags: V2 })).toMatchObject({ code: 50006 });
    expect(await post(v2())).toMatchObject({ code: 50006 });
  });
});

const modal = (...components: object[]) => ({ type: 9, data: { custom_id: "f", title: "t", components } });
const label = (component: object, more: object = {}) => ({ type: 18, label: "l", component, ...more });
const options = (count: number, more: object = {}) => many(count, (n) => ({ label: "l", value: `${n}`, ...more }));
const AT = "data.components.0.component";
const MODALS: [string, object, string, string][] = [
  [
    "a menu that is switched off",
    label({ type: 5, custom_id: "a", disabled: true }),
    `${AT}.disabled`,
    "COMPONENT_DISABLED",
  ],
  [
    "a required menu that asks for none",
    label({ type: 5, custom_id: "a", min_values: 0 }),
    `${AT}.min_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a required group that asks for none",
    label({ type: 22, custom_id: "a", min_values: 0, options: options(2) }),
    `${AT}.min_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a required upload that asks for none",
    label({ type: 19, custom_id: "a", min_values: 0 }),
    `${AT}.min_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["an upload of eleven", label({ type: 19, custom_id: "a", max_values: 11 }), `${AT}.max_values`, "NUMBER_TYPE_MAX"],
  [
    "an upload of more than it takes",
    label({ type: 19, custom_id: "a", min_values: 2 }),
    `${AT}.max_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "one radio button",
    label({ type: 21, custom_id: "a", options: options(1) }),
    `${AT}.options`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "eleven radio buttons",
    label({ type: 21, custom_id: "a", options: options(11) }),
    `${AT}.options`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "two radio buttons pressed at once",
    label({ type: 21, custom_id: "a", options: options(2, { default: true }) }),
    `${AT}.options`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "one value twice",
    label({ type: 21, custom_id: "a", options: options(2, { value: "v" }) }),
    `${AT}.options`,
    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
  ],
  [
    "an emoji on a radio button",
    label({ type: 21, custom_id: "a", options: options(2, { emoji: { name: "🐜" } }) }),
    "",
    "",
  ],
  [
    "more boxes to tick than there are",
    label({ type: 22, custom_id: "a", max_values: 3, options: options(2) }),
    `${AT}.max_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["a required checkbox", label({ type: 23, custom_id: "a", required: true }), `${AT}.required`, "UNKNOWN_FIELD"],
  [
    "a least length above the most",
    label({ type: 4, custom_id: "a", style: 1, min_length: 5, max_length: 4 }),
    `${AT}.max_length`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a value that is too long for its field",
    label({ type: 4, custom_id: "a", style: 1, max_length: 4, value: "abcde" }),
    `${AT}.value`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["an unknown style", label({ type: 4, custom_id: "a", style: 3 }), `${AT}.style`, "BASE_TYPE_CHOICES"],
  ["a text display in a label", label(words()), AT, "UNION_TYPE_CHOICES"],
  [
    "a description over 100",
    label({ type: 23, custom_id: "a" }, { description: x(101) }),
    "data.components.0.description",
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["a container", container(words()), "data.components.0", "UNION_TYPE_CHOICES"],
];

describe("a modal is refused with", () => {
  const ask = () =>
    bot.rehearsal.type({ readerId: bot.rehearsal.reader("Ana").id, channelId: channel, name: "curfew", options: {} });

  it.each(MODALS)("%s", async (_name, part, path, code) => {
    let refused: Refusal = {};
    bot.handle = async ({ id, token }) => {
      const callback = `/interactions/${id}/${token}/callback`;
      refused = await answerOf(await send("POST", callback, modal(part)));
      await send("POST", callback, { type: 4, data: { content: "good" } });
    };
    expect((await ask()).kind).toBe("message");
    expect(refused.code).toBe(50035);
    const faults = faultsOf(refused.errors ?? {});
    if (code === "") expect(faults.every(([, why]) => why === "UNKNOWN_FIELD")).toBe(true);
    else expect(faults).toEqual([[path, code]]);
  });

  it("nothing, when every kind of control stands in it once, and ids and custom_ids differ", async () => {
    const parts = [
      words("Read this first"),
      label({ type: 21, custom_id: "r", options: options(2), required: false }),
      label({ type: 22, custom_id: "c", options: options(3, { default: true }) }),
      label({ type: 19, custom_id: "f", min_values: 0, max_values: 10, required: false }, { id: 9 }),
      label({ type: 8, custom_id: "w", required: false, min_values: 0, channel_types: [0] }),
    ];
    bot.handle = async ({ id, token }) => {
      await send("POST", `/interactions/${id}/${token}/callback`, modal(...parts));
    };
    expect((await ask()).kind).toBe("modal");
    const clash = [label({ type: 23, custom_id: "a" }, { id: 4 }), label({ type: 23, custom_id: "b", id: 4 })];
    let refused: Refusal = {};
    bot.handle = async ({ id, token }) => {
      refused = await answerOf(await send("POST", `/interactions/${id}/${token}/callback`, modal(...clash)));
      await send("POST", `/interactions/${id}/${token}/callback`, { type: 4, data: { content: "good" } });
    };
    await ask();
    expect(faultsOf(refused.errors ?? {})).toEqual([["data.components.1.component.id", "COMPONENT_ID_DUPLICATED"]]);
  });
});

describe("Components V2", () => {
  const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452000000100000000800000000", "hex");

  it("come back numbered, with their files resolved, mentioning by their texts, and their buttons can be pressed", async () => {
    const role = bot.rehearsal.state().roles.find((one) => one.name === "choferes")?.id ?? "";
    const body = {
      flags: V2 | 4096,
      allowed_mentions: { roles: [role] },
      attachments: [{ id: 0, description: "a map" }, { id: 1 }],
      components: [
        {
          ...container(words(`for <@&${role}>`, { id: 2 }), gallery(picture("attachment://m.png"))),
          accent_color: null,
        },
        section({ id: 0, accessory: { type: 11, ...picture("https://a.b/c.png"), description: "alt" } }),
        { type: 13, file: { url: "attachment://d.txt" } },
        { type: 14, divider: false, spacing: 2 },
        row(button("go")),
      ],
    };
    const files = [
      { name: "m.png", data: PNG, contentType: "image/png" },
      { name: "d.txt", data: Buffer.from("text"), contentType: "text/plain" },
    ];
    const message: APIMessage = Object(await bot.rest.post(Routes.channelMessages(channel), { body, files }));
    const ids = JSON.stringify(message.components)
      .match(/"id":(\d+)/gu)
      ?.map((one) => Number(one.slice(5)));
    expect(ids?.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(message).toMatchObject({
      content: "",
      embeds: [],
      attachments: [],
      mention_roles: [role],
      flags: V2 | 4096,
    });
    const [first, , third] = message.components ?? [];
    const image = first && "components" in first ? Object(first.components[1]).items[0].media : {};
    expect(image).toMatchObject({ width: 16, height: 8, content_type: "image/png", attachment_id: expect.any(String) });
    expect(Buffer.from(await (await fetch(image.url)).arrayBuffer()).equals(PNG)).toBe(true);
    expect(third).toMatchObject({ name: "d.txt", size: 4 });
    bot.handle = async (interaction) => {
      if (interaction.isButton()) await interaction.reply("pressed");
    };
    const { id: readerId } = bot.rehearsal.reader("Luis");
    const pressed = await bot.rehearsal.press({ readerId, messageId: message.id, customId: "go" });
    expect(pressed).toMatchObject({ kind: "message", shown: { message: { content: "pressed" } } });
  });

  it("cannot be taken off by an edit, and take a message over only when its content goes", async () => {
    const { id } = await made(v2(words()));
    const edit = async (body: object, of = id) =>
      answerOf(await send("PATCH", `/channels/${channel}/messages/${of}`, body));
    expect(faultsOf((await edit({ flags: 0, content: "back" })).errors ?? {})).toEqual([
      ["content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
    ]);
    expect(await edit({ flags: 0, components: [words("b")] })).toMatchObject({
      flags: V2,
      components: [{ content: "b" }],
    });
    const plain = await made({ content: "a", components: [row(button("b"))] });
    const over = v2(words("new"));
    expect((await edit(over, plain.id)).code).toBe(50035);
    expect(await edit({ ...over, content: null }, plain.id)).toMatchObject({ content: "", flags: V2 });
    expect(bot.rehearsal.messages(channel).find(({ message }) => message.id === plain.id)?.message.content).toBe("");
  });

  it("40 with nesting and 4,000 characters are taken", async () => {
    expect(await post(v2(container(...many(39, () => words()))))).toMatchObject({ flags: V2 });
    expect(await post(v2(words(x(4000))))).toMatchObject({ flags: V2 });
  });
});

describe("mentions", () => {
  it("tell who is answered, unless they are told not to, or not told to", async () => {
    const luis = bot.rehearsal.reader("Luis").id;
    const { message } = bot.rehearsal.say(luis, channel, "is it safe to go?");
    const answer = async (more: object) => {
      const sent = await made({ content: "no", message_reference: { message_id: message.id }, ...more });
      return sent.mentions.map((one) => one.id);
    };
    expect(await answer({})).toEqual([luis]);
    expect(await answer({ allowed_mentions: { replied_user: false } })).toEqual([]);
    expect(await answer({ allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await answer({ allowed_mentions: { parse: [], replied_user: true } })).toEqual([luis]);
  });
});

describe("a nonce that is enforced", () => {
  it("makes one message of twenty posts that race", async () => {
    const before = bot.rehearsal.messages(channel).length;
    const sent = await Promise.all(
      many(20, (n) => made({ content: `${n}`, nonce: "race-of-twenty", enforce_nonce: true })),
    );
    expect(new Set(sent.map((one) => one.id)).size).toBe(1);
    expect(bot.rehearsal.messages(channel).length).toBe(before + 1);
  });
});

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
    path = `/channels/${channel}/messages`,
  ) => {
    const { "content-type": _type, ...headers } = HEADERS;
    const answer = await fetch(`${bot.rehearsal.url}/api/v10${path}`, { method, headers, body: form(parts) });
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
    const path = `/channels/${channel}/messages/${body.id}`;
    const names = (message: Partial<APIMessage>) => message.attachments?.map((one) => one.filename);
    expect(names(await answerOf(await send("PATCH", path, { content: "b" })))).toEqual(["a.bin", "b.bin"]);
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
    const gone = await answerOf(await send("PATCH", path, { attachments: [], content: null }));
    expect(gone.code).toBe(50006);
    expect(names(await answerOf(await send("PATCH", path, { attachments: [] })))).toEqual([]);
  });
});

describe("a request is refused", () => {
  const raw = (headers: Record<string, string>, path = "/api/v10/users/@me", method = "GET") =>
    new Promise<{ status: number; body: unknown }>((resolve, reject) => {
      const { port } = bot.rehearsal;
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
    const path = `/channels/${channel}/messages`;
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      const refused = await answerOf(await send("POST", path, "content=a", { ...HEADERS, "content-type": type }));
      expect(faultsOf(refused.errors ?? {})).toEqual([["", "CONTENT_TYPE_INVALID"]]);
    }
    const charset = { ...HEADERS, "content-type": "application/json; charset=utf-8" };
    expect((await send("POST", path, { content: "a" }, charset)).status).toBe(200);
  });
});
