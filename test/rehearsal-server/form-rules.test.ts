// Messages beyond the plain one: Components V2, mentions, the flag. Each body is refused for one reason, told with its path and code.
import { Routes, type APIMessage } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  V2,
  x,
  many,
  words,
  button,
  row,
  container,
  section,
  gallery,
  picture,
  v2,
  ROLE,
  faultsOf,
  formDesk,
  type FormDesk,
  answerOf,
} from "./form-parts.ts";

let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk();
});
afterAll(() => desk.bot.stop());

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
    const before = desk.bot.rehearsal.messages(desk.channel).length;
    const refused = await desk.post(body);
    expect(refused.code).toBe(50035);
    expect(faultsOf(refused.errors ?? {})).toEqual([[path, code]]);
    expect(desk.bot.rehearsal.messages(desk.channel).length).toBe(before);
  });

  it("nothing to show under the flag", async () => {
    expect(await desk.post({ flags: V2 })).toMatchObject({ code: 50006 });
    expect(await desk.post(v2())).toMatchObject({ code: 50006 });
  });
});

describe("Components V2", () => {
  const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452000000100000000800000000", "hex");

  it("come back numbered, with their files resolved, mentioning by their texts, and their buttons can be pressed", async () => {
    const role = desk.bot.rehearsal.state().roles.find((one) => one.name === "choferes")?.id ?? "";
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
    const message: APIMessage = Object(await desk.bot.rest.post(Routes.channelMessages(desk.channel), { body, files }));
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
    desk.bot.handle = async (interaction) => {
      if (interaction.isButton()) await interaction.reply("pressed");
    };
    const { id: readerId } = desk.bot.rehearsal.reader("Luis");
    const pressed = await desk.bot.rehearsal.press({ readerId, messageId: message.id, customId: "go" });
    expect(pressed).toMatchObject({ kind: "message", shown: { message: { content: "pressed" } } });
  });

  it("cannot be taken off by an edit, and take a message over only when its content goes", async () => {
    const { id } = await desk.made(v2(words()));
    const edit = async (body: object, of = id) =>
      answerOf(await desk.send("PATCH", `/channels/${desk.channel}/messages/${of}`, body));
    expect(faultsOf((await edit({ flags: 0, content: "back" })).errors ?? {})).toEqual([
      ["content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
    ]);
    expect(await edit({ flags: 0, components: [words("b")] })).toMatchObject({
      flags: V2,
      components: [{ content: "b" }],
    });
    const plain = await desk.made({ content: "a", components: [row(button("b"))] });
    const over = v2(words("new"));
    expect((await edit(over, plain.id)).code).toBe(50035);
    expect(await edit({ ...over, content: null }, plain.id)).toMatchObject({ content: "", flags: V2 });
    expect(
      desk.bot.rehearsal.messages(desk.channel).find(({ message }) => message.id === plain.id)?.message.content,
    ).toBe("");
  });

  it("40 with nesting and 4,000 characters are taken", async () => {
    expect(await desk.post(v2(container(...many(39, () => words()))))).toMatchObject({ flags: V2 });
    expect(await desk.post(v2(words(x(4000))))).toMatchObject({ flags: V2 });
  });
});

describe("mentions", () => {
  it("tell who is answered, unless they are told not to, or not told to", async () => {
    const luis = desk.bot.rehearsal.reader("Luis").id;
    const { message } = desk.bot.rehearsal.say(luis, desk.channel, "is it safe to go?");
    const answer = async (more: object) => {
      const sent = await desk.made({ content: "no", message_reference: { message_id: message.id }, ...more });
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
    const before = desk.bot.rehearsal.messages(desk.channel).length;
    const sent = await Promise.all(
      many(20, (n) => desk.made({ content: `${n}`, nonce: "race-of-twenty", enforce_nonce: true })),
    );
    expect(new Set(sent.map((one) => one.id)).size).toBe(1);
    expect(desk.bot.rehearsal.messages(desk.channel).length).toBe(before + 1);
  });
});
