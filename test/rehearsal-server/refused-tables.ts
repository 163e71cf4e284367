// Bodies that Discord refuses, as tables: what each is, where the fault is, and under which of Discord's codes. Must never hold a body with a second
// fault: it would pass for the wrong reason.
const x = (length: number) => "x".repeat(length);
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: "b", custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const menu = (count: number, more: object = {}) => ({
  type: 3,
  custom_id: "m",
  options: many(count, (n) => ({ label: `l${n}`, value: `v${n}` })),
  ...more,
});
const embed = (one: object) => ({ embeds: [one] });
const withRows = (...components: object[]) => ({ content: "a", components });

/** name, body, where the fault is in `errors` and under which code (or the code of a plain refusal) */
export type Case = [string, object, string | number];

/** Where each code was seen. What no public source shows is a guess of the rehearsal's, and says so. */
export const SEEN: Record<string, string> = {
  BASE_TYPE_REQUIRED: "docs, reference, error messages; issue discordjs/discord.js#10204",
  BASE_TYPE_CHOICES: "docs, reference, error messages",
  BASE_TYPE_MAX_LENGTH:
    "issues Mephisto5558/Teufelsbot#219 (embed title), #235 (field), austinmesh/bridger#91 (25 fields)",
  BASE_TYPE_BAD_LENGTH: "test data of @discordjs/rest (username); issue dbm-network/mods#1016 (description)",
  UNION_TYPE_CHOICES: 'logs of public bots: components[1].components[0]: Value of field "type" must be one of (1,)',
  NUMBER_TYPE_MAX: "logs of public bots: value should be less than or equal to",
  NONCE_TYPE_TOO_LONG: "logs of public bots: Must be 25 or fewer characters long.",
  DATE_TIME_TYPE_PARSE: "logs of public bots: Could not parse …. Should be ISO8601.",
  URL_TYPE_INVALID_SCHEME: "logs of public bots: Scheme must be one of ('http', 'https', 'discord')",
  ATTACHMENT_NOT_FOUND: "logs of public bots",
  MAX_EMBED_SIZE_EXCEEDED: "logs of public bots: Embed size exceeds maximum size of 6000",
  COMPONENT_LAYOUT_WIDTH_EXCEEDED: "logs of public bots; where exactly in the row it is said is a guess",
  COMPONENT_CUSTOM_ID_DUPLICATED: "issue discord/discord-api-docs#3673",
  BUTTON_COMPONENT_CUSTOM_ID_REQUIRED: "logs of public bots: A custom id is required",
  COMPONENT_INVALID_EMOJI: "logs of public bots: components[0].components[0].emoji.name",
  SELECT_COMPONENT_OPTION_VALUE_DUPLICATED: "logs of public bots",
  MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE:
    'logs of public bots: parse:["users"] and users: [ids...] are mutually exclusive.',
  REPLIES_UNKNOWN_MESSAGE: "logs of public bots: message_reference: Unknown message",
  APPLICATION_COMMAND_INVALID_NAME: "issues discord/discord-api-docs#7712, Garlic-Team/gcommands#295",
  APPLICATION_COMMANDS_DUPLICATE_NAME: "logs of public bots, at the second command",
  APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID:
    "logs of public bots: 0.options[2]: Required options must be placed before",
  APPLICATION_COMMAND_TOO_LARGE: "docs, reference, error messages",
  APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS:
    "guess: that it is refused is sure (docs), the name of the code is not",
  APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES: "guess: that it is refused is sure (docs), the name of the code is not",
  APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE: "guess: that it is refused is sure (docs), the name of the code is not",
  APPLICATION_COMMAND_OPTION_TYPE_INVALID: "guess: Discord may ignore a limit that does not fit",
  APPLICATION_COMMAND_OPTIONS_TYPE_INVALID: "guess: that it is refused is sure (docs), the name of the code is not",
  SET_TYPE_ALREADY_CONTAINS_VALUE:
    "guess: that it is refused is sure (OpenAPI, unique items), the name of the code is not",
  INVALID_FLAGS: "guess: Discord ignores flags that cannot be set here; a bot that sets them is mistaken",
  UNKNOWN_FIELD: "guess: Discord ignores keys it does not know; a bot that sends them is mistaken",
  STRING_TYPE_CONVERT: "guess: some code of a wrong type",
};

export const MESSAGES: Case[] = [
  ["no content at all", {}, 50006],
  ["blanks only", { content: "   " }, 50006],
  ["components alone", { components: [row(button("a"))] }, 50006],
  ["content over 2,000", { content: x(2001) }, "content BASE_TYPE_MAX_LENGTH"],
  ["a nonce over 25", { content: "a", nonce: x(26) }, "nonce NONCE_TYPE_TOO_LONG"],
  ["an unknown field", { content: "a", contents: "b" }, "contents UNKNOWN_FIELD"],
  ["eleven embeds", { embeds: many(11, () => ({ title: "a" })) }, "embeds BASE_TYPE_MAX_LENGTH"],
  ["an empty embed", embed({}), "embeds.0.description BASE_TYPE_REQUIRED"],
  ["an embed title over 256", embed({ title: x(257) }), "embeds.0.title BASE_TYPE_MAX_LENGTH"],
  ["a description over 4,096", embed({ description: x(4097) }), "embeds.0.description BASE_TYPE_MAX_LENGTH"],
  ["26 fields", embed({ fields: many(26, () => ({ name: "a", value: "b" })) }), "embeds.0.fields BASE_TYPE_MAX_LENGTH"],
  [
    "a field name over 256",
    embed({ fields: [{ name: x(257), value: "b" }] }),
    "embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH",
  ],
  ["an empty field value", embed({ fields: [{ name: "a", value: "" }] }), "embeds.0.fields.0.value BASE_TYPE_REQUIRED"],
  [
    "a field value over 1,024",
    embed({ fields: [{ name: "a", value: x(1025) }] }),
    "embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a footer over 2,048",
    embed({ title: "a", footer: { text: x(2049) } }),
    "embeds.0.footer.text BASE_TYPE_MAX_LENGTH",
  ],
  ["an author over 256", embed({ author: { name: x(257) } }), "embeds.0.author.name BASE_TYPE_MAX_LENGTH"],
  ["a colour out of range", embed({ title: "a", color: 0x1000000 }), "embeds.0.color NUMBER_TYPE_MAX"],
  ["a timestamp that is none", embed({ title: "a", timestamp: "today" }), "embeds.0.timestamp DATE_TIME_TYPE_PARSE"],
  ["an embed address that is none", embed({ title: "a", url: "javascript:1" }), "embeds.0.url URL_TYPE_INVALID_SCHEME"],
  [
    "a picture that was not sent",
    embed({ image: { url: "attachment://a.png" } }),
    "embeds.0.image.url ATTACHMENT_NOT_FOUND",
  ],
  [
    "6,001 characters over all embeds",
    { embeds: [{ description: x(4000) }, { description: x(2001) }] },
    "embeds MAX_EMBED_SIZE_EXCEEDED",
  ],
  ["six rows", withRows(...many(6, (n) => row(button(`b${n}`)))), "components BASE_TYPE_MAX_LENGTH"],
  [
    "six buttons in a row",
    withRows(row(...many(6, (n) => button(`b${n}`)))),
    "components.0.components BASE_TYPE_BAD_LENGTH",
  ],
  ["an empty row", withRows(row()), "components.0.components BASE_TYPE_BAD_LENGTH"],
  [
    "a button beside a menu",
    withRows(row(button("a"), menu(1))),
    "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED",
  ],
  [
    "a button without custom_id",
    withRows(row({ type: 2, style: 1, label: "a" })),
    "components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
  ],
  ["a custom_id over 100", withRows(row(button(x(101)))), "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH"],
  [
    "a custom_id twice",
    withRows(row(button("a")), row(button("a"))),
    "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
  ],
  [
    "a label over 80",
    withRows(row(button("a", { label: x(81) }))),
    "components.0.components.0.label BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a button without label",
    withRows(row({ type: 2, style: 1, custom_id: "a" })),
    "components.0.components.0.label BASE_TYPE_REQUIRED",
  ],
  [
    "a link without address",
    withRows(row({ type: 2, style: 5, label: "a" })),
    "components.0.components.0.url BASE_TYPE_REQUIRED",
  ],
  [
    "a link with a custom_id",
    withRows(row({ type: 2, style: 5, label: "a", url: "https://a.b", custom_id: "a" })),
    "components.0.components.0.custom_id UNKNOWN_FIELD",
  ],
  [
    "an emoji that is none",
    withRows(row(button("a", { emoji: { name: "nope" } }))),
    "components.0.components.0.emoji.name COMPONENT_INVALID_EMOJI",
  ],
  ["26 entries in a menu", withRows(row(menu(26))), "components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  ["a menu without entries", withRows(row(menu(0))), "components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  [
    "the same entry twice",
    withRows(row(menu(1, { options: many(2, () => ({ label: "a", value: "a" })) }))),
    "components.0.components.0.options SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
  ],
  [
    "more choices than entries",
    withRows(row(menu(2, { max_values: 3 }))),
    "components.0.components.0.max_values BASE_TYPE_BAD_LENGTH",
  ],
  ["text display without the V2 flag", withRows({ type: 10, content: "a" }), "components.0 UNION_TYPE_CHOICES"],
  ["the ephemeral flag", { content: "a", flags: 64 }, "flags INVALID_FLAGS"],
  [
    "mentions both parsed and listed",
    { content: "a", allowed_mentions: { parse: ["roles"], roles: ["154196036812800030"] } },
    "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
  ],
  [
    "an unknown kind of mention",
    { content: "a", allowed_mentions: { parse: ["all"] } },
    "allowed_mentions.parse.0 BASE_TYPE_CHOICES",
  ],
  [
    "an answer to no message",
    { content: "a", message_reference: { message_id: "1482951167364300800" } },
    "message_reference REPLIES_UNKNOWN_MESSAGE",
  ],
  [
    "a file that was not sent",
    { content: "a", attachments: [{ id: 0, filename: "a.png" }] },
    "attachments.0.id ATTACHMENT_NOT_FOUND",
  ],
];

const option = (name: string, more: object = {}) => ({ type: 3, name, description: "d", ...more });
const command = (more: object = {}) => ({ name: "a", description: "d", ...more });
export const COMMANDS: Case[] = [
  ["an upper-case name", [command({ name: "Alerts" })], "0.name APPLICATION_COMMAND_INVALID_NAME"],
  ["a name over 32", [command({ name: x(33) })], "0.name BASE_TYPE_BAD_LENGTH"],
  ["a name with a blank", [command({ name: "a b" })], "0.name APPLICATION_COMMAND_INVALID_NAME"],
  ["no description", [{ name: "a" }], "0.description BASE_TYPE_REQUIRED"],
  ["a description over 100", [command({ description: x(101) })], "0.description BASE_TYPE_BAD_LENGTH"],
  [
    "a description on a message command",
    [{ type: 3, name: "Why?", description: "d" }],
    "0.description BASE_TYPE_CHOICES",
  ],
  ["a name twice", [command(), command()], "1 APPLICATION_COMMANDS_DUPLICATE_NAME"],
  [
    "an upper-case localised name",
    [command({ name_localizations: { "es-ES": "Toque" } })],
    "0.name_localizations.es-ES APPLICATION_COMMAND_INVALID_NAME",
  ],
  ["an unknown language", [command({ name_localizations: { es: "toque" } })], "0.name_localizations.es UNKNOWN_FIELD"],
  ["26 options", [command({ options: many(26, (n) => option(`o${n}`)) })], "0.options BASE_TYPE_MAX_LENGTH"],
  [
    "an option twice",
    [command({ options: [option("o"), option("o")] })],
    "0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
  ],
  [
    "an option twice in Spanish",
    [
      command({
        options: [
          option("o", { name_localizations: { "es-ES": "s" } }),
          option("p", { name_localizations: { "es-ES": "s" } }),
        ],
      }),
    ],
    "0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
  ],
  [
    "a required option after another",
    [command({ options: [option("o"), option("p", { required: true })] })],
    "0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
  ],
  [
    "choices with autocomplete",
    [command({ options: [option("o", { autocomplete: true, choices: [{ name: "a", value: "a" }] })] })],
    "0.options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
  ],
  [
    "26 choices",
    [command({ options: [option("o", { choices: many(26, (n) => ({ name: `c${n}`, value: "v" })) })] })],
    "0.options.0.choices BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a number among text choices",
    [command({ options: [option("o", { choices: [{ name: "a", value: 1 }] })] })],
    "0.options.0.choices.0.value APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE",
  ],
  [
    "a limit on the wrong type",
    [command({ options: [option("o", { min_value: 1 })] })],
    "0.options.0.min_value APPLICATION_COMMAND_OPTION_TYPE_INVALID",
  ],
  [
    "a subcommand beside an option",
    [command({ options: [option("o"), { type: 1, name: "s", description: "d" }] })],
    "0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
  ],
  [
    "over 8,000 characters",
    [
      command({
        options: many(20, (n) =>
          option(`o${n}`, { choices: many(25, (c) => ({ name: `${x(10)}${c}`, value: x(10) })) }),
        ),
      }),
    ],
    "0 APPLICATION_COMMAND_TOO_LARGE",
  ],
  [
    "a kind of channel twice",
    [command({ options: [option("o", { type: 7, channel_types: [0, 0] })] })],
    "0.options.0.channel_types SET_TYPE_ALREADY_CONTAINS_VALUE",
  ],
  ["an unknown type of option", [command({ options: [option("o", { type: 12 })] })], "0.options.0 UNION_TYPE_CHOICES"],
  ["101 commands", many(101, (n) => command({ name: `c${n}` })), 30032],
];

const modal = (components: object[], more: object = {}) => ({
  type: 9,
  data: { custom_id: "f", title: "t", components, ...more },
});
const input = (custom_id: string, more: object = {}) => ({
  type: 18,
  label: "l",
  component: { type: 4, custom_id, style: 1, ...more },
});
const answer = (data: object) => ({ type: 4, data });
export const ANSWERS: Case[] = [
  ["nothing", answer({}), 50006],
  ["content over 2,000", answer({ content: x(2001) }), "data.content BASE_TYPE_MAX_LENGTH"],
  ["an unknown flag", answer({ content: "a", flags: 1 }), "data.flags INVALID_FLAGS"],
  ["a pong", { type: 1 }, "type BASE_TYPE_CHOICES"],
  ["an update where there is no message", { type: 7, data: { content: "a" } }, "type BASE_TYPE_CHOICES"],
  ["choices to a command", { type: 8, data: { choices: [] } }, "type BASE_TYPE_CHOICES"],
  ["a modal title over 45", modal([input("a")], { title: x(46) }), "data.title BASE_TYPE_BAD_LENGTH"],
  ["six parts in a modal", modal(many(6, (n) => input(`i${n}`))), "data.components BASE_TYPE_BAD_LENGTH"],
  ["an empty modal", modal([]), "data.components BASE_TYPE_BAD_LENGTH"],
  ["a modal's name over 100", modal([input("a")], { custom_id: x(101) }), "data.custom_id BASE_TYPE_BAD_LENGTH"],
  ["a label over 45", modal([{ ...input("a"), label: x(46) }]), "data.components.0.label BASE_TYPE_BAD_LENGTH"],
  ["a button in a modal", modal([row(button("a"))]), "data.components.0.components.0.type BASE_TYPE_CHOICES"],
  [
    "one name for two fields",
    modal([input("a"), input("a")]),
    "data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
  ],
  [
    "a label on an input inside a label",
    modal([input("a", { label: "x" })]),
    "data.components.0.component.label UNKNOWN_FIELD",
  ],
];

export const CHOICES: Case[] = [
  [
    "26 choices",
    { type: 8, data: { choices: many(26, () => ({ name: "a", value: "a" })) } },
    "data.choices BASE_TYPE_MAX_LENGTH",
  ],
  [
    "a choice name over 100",
    { type: 8, data: { choices: [{ name: x(101), value: "a" }] } },
    "data.choices.0.name BASE_TYPE_BAD_LENGTH",
  ],
  [
    "an empty choice name",
    { type: 8, data: { choices: [{ name: "", value: "a" }] } },
    "data.choices.0.name BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a number for a text option",
    { type: 8, data: { choices: [{ name: "a", value: 1 }] } },
    "data.choices.0.value STRING_TYPE_CONVERT",
  ],
  ["a message", answer({ content: "a" }), "type BASE_TYPE_CHOICES"],
];
