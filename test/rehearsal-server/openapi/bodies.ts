// Good bodies to spoil, and bodies made by discord.js' own builders, whose checks are a stranger's. Must never hold a body that Discord refuses.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import fc from "fast-check";

export type Kind = "message" | "commands" | "modal" | "choices";

const button = (more: object = {}) => ({ type: 2, style: 1, label: "b", custom_id: "b", ...more });

export const GOOD: Record<Kind, readonly object[]> = {
  message: [
    {
      content: "a",
      nonce: "n",
      enforce_nonce: false,
      tts: false,
      flags: 4096,
      allowed_mentions: { parse: ["users"], roles: ["154196036812800030"], replied_user: false },
      embeds: [
        {
          title: "t",
          description: "d",
          url: "https://a.example/b",
          color: 255,
          timestamp: "2026-03-15T22:58:30.000Z",
          footer: { text: "f" },
          author: { name: "n", url: "https://a.example" },
          fields: [{ name: "n", value: "v", inline: true }],
        },
      ],
      components: [
        { type: 1, components: [button(), button({ custom_id: "c", disabled: true, emoji: { name: "🔥" } })] },
        { type: 1, components: [{ type: 2, style: 5, label: "l", url: "https://a.example" }] },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: "m",
              placeholder: "p",
              min_values: 1,
              max_values: 1,
              options: [
                { label: "l", value: "v", description: "d", default: false },
                { label: "k", value: "w" },
              ],
            },
          ],
        },
      ],
    },
  ],
  commands: [
    [
      {
        name: "one",
        name_localizations: { "es-ES": "uno" },
        description: "d",
        description_localizations: { "es-ES": "e" },
        type: 1,
        default_member_permissions: "32",
        contexts: [0, 1],
        integration_types: [0],
        options: [
          {
            type: 3,
            name: "place",
            description: "d",
            required: true,
            autocomplete: true,
            min_length: 1,
            max_length: 9,
          },
          { type: 4, name: "nights", description: "d", min_value: 1, max_value: 9, choices: [{ name: "c", value: 1 }] },
          { type: 7, name: "where", description: "d", channel_types: [0, 5] },
        ],
      },
      {
        name: "two",
        description: "d",
        options: [{ type: 1, name: "sub", description: "d", options: [{ type: 5, name: "yes", description: "d" }] }],
      },
    ],
  ],
  modal: [
    {
      type: 9,
      data: {
        custom_id: "f",
        title: "t",
        components: [
          {
            type: 18,
            label: "l",
            description: "d",
            component: { type: 4, custom_id: "a", style: 1, min_length: 1, max_length: 9, required: true, value: "v" },
          },
          {
            type: 18,
            label: "l",
            component: { type: 3, custom_id: "b", options: [{ label: "l", value: "v" }], required: false },
          },
          { type: 10, content: "c" },
        ],
      },
    },
  ],
  choices: [{ type: 8, data: { choices: [{ name: "a", name_localizations: { "es-ES": "b" }, value: "c" }] } }],
};

const text = (max: number) => fc.string({ minLength: 1, maxLength: max }).filter((one) => one.trim() !== "");
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,31}$/u);
const id = fc.string({ minLength: 1, maxLength: 100 });

const embed = fc
  .record({
    title: text(256),
    description: text(600),
    fields: fc.array(fc.tuple(text(256), text(200)), { maxLength: 3 }),
  })
  .map(({ title, description, fields }) =>
    new EmbedBuilder()
      .setTitle(title)
      .setDescription(description)
      .addFields(fields.map(([name, value]) => ({ name, value })))
      .setColor(0x9b1c1c)
      .setTimestamp(1_773_630_000_000)
      .toJSON(),
  );
const rows = fc
  .uniqueArray(id, { minLength: 2, maxLength: 6 })
  .chain((ids) => fc.tuple(fc.constant(ids), text(80), fc.uniqueArray(text(100), { minLength: 1, maxLength: 25 })))
  .map(([[menu = "m", ...ids], label, values]) => [
    new ActionRowBuilder<ButtonBuilder>()
      .addComponents(
        ids.map((one) => new ButtonBuilder().setCustomId(one).setLabel(label).setStyle(ButtonStyle.Danger)),
      )
      .toJSON(),
    new ActionRowBuilder<StringSelectMenuBuilder>()
      .addComponents(
        new StringSelectMenuBuilder().setCustomId(menu).addOptions(values.map((value) => ({ label: value, value }))),
      )
      .toJSON(),
  ]);
const command = fc
  .record({ name, description: text(100), options: fc.uniqueArray(name, { maxLength: 5 }) })
  .map((one) => {
    const made = new SlashCommandBuilder()
      .setName(one.name)
      .setDescription(one.description)
      .setDefaultMemberPermissions(32n);
    for (const option of one.options)
      made.addStringOption((it) => it.setName(option).setDescription("d").setAutocomplete(true).setMaxLength(20));
    return made.toJSON();
  });
const modal = fc
  .record({ custom: id, title: text(45), inputs: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), label: text(45) })
  .map(({ custom, title, inputs, label }) => {
    const made = new ModalBuilder().setCustomId(custom).setTitle(title);
    for (const one of inputs)
      made.addLabelComponents((part) =>
        part
          .setLabel(label)
          .setTextInputComponent(
            new TextInputBuilder().setCustomId(one).setStyle(TextInputStyle.Paragraph).setMaxLength(9),
          ),
      );
    return { type: 9, data: made.toJSON() };
  });

/** What the builders let through. */
export const built: Record<Kind, fc.Arbitrary<object>> = {
  message: fc.record({ content: text(2_000), embeds: fc.array(embed, { maxLength: 2 }), components: rows }),
  commands: fc.uniqueArray(command, { maxLength: 5, selector: (one) => one.name }),
  modal,
  // There is no builder of suggestions.
  choices: fc
    .array(fc.record({ name: text(100), value: text(100) }), { maxLength: 25 })
    .map((choices) => ({ type: 8, data: { choices } })),
};

const x = (length: number) => "x".repeat(length);
const slash = () => new SlashCommandBuilder().setName("a").setDescription("d");
const message = (more: object) => ({ content: "a", ...more });
const field = { name: "n", value: "v" };

/** What the builders refuse, with the same thing as a body. */
export const unbuilt: [string, Kind, () => unknown, unknown][] = [
  [
    "an embed title over 256",
    "message",
    () => new EmbedBuilder().setTitle(x(257)),
    message({ embeds: [{ title: x(257) }] }),
  ],
  [
    "a description over 4,096",
    "message",
    () => new EmbedBuilder().setDescription(x(4097)),
    message({ embeds: [{ description: x(4097) }] }),
  ],
  [
    "26 fields",
    "message",
    () => new EmbedBuilder().addFields(Array.from({ length: 26 }, () => field)),
    message({ embeds: [{ fields: Array.from({ length: 26 }, () => field) }] }),
  ],
  [
    "a footer over 2,048",
    "message",
    () => new EmbedBuilder().setFooter({ text: x(2049) }),
    message({ embeds: [{ title: "t", footer: { text: x(2049) } }] }),
  ],
  [
    "an address that is none",
    "message",
    () => new EmbedBuilder().setURL("nowhere"),
    message({ embeds: [{ title: "t", url: "nowhere" }] }),
  ],
  [
    "a colour out of range",
    "message",
    () => new EmbedBuilder().setColor(0x1000000),
    message({ embeds: [{ title: "t", color: 0x1000000 }] }),
  ],
  [
    "a label over 80",
    "message",
    () => new ButtonBuilder().setLabel(x(81)),
    message({ components: [{ type: 1, components: [button({ label: x(81) })] }] }),
  ],
  [
    "a custom id over 100",
    "message",
    () => new ButtonBuilder().setCustomId(x(101)),
    message({ components: [{ type: 1, components: [button({ custom_id: x(101) })] }] }),
  ],
  [
    "a menu without options",
    "message",
    () =>
      new StringSelectMenuBuilder()
        .setCustomId("m")
        .addOptions(Array.from({ length: 26 }, () => ({ label: "l", value: "v" }))),
    message({
      components: [
        {
          type: 1,
          components: [
            { type: 3, custom_id: "m", options: Array.from({ length: 26 }, () => ({ label: "l", value: "v" })) },
          ],
        },
      ],
    }),
  ],
  [
    "an upper-case command",
    "commands",
    () => new SlashCommandBuilder().setName("A"),
    [{ name: "A", description: "d" }],
  ],
  ["a name over 32", "commands", () => new SlashCommandBuilder().setName(x(33)), [{ name: x(33), description: "d" }]],
  ["a description over 100", "commands", () => slash().setDescription(x(101)), [{ name: "a", description: x(101) }]],
  ["no description", "commands", () => new SlashCommandBuilder().setName("a").toJSON(), [{ name: "a" }]],
  [
    "26 choices",
    "commands",
    () =>
      slash().addStringOption((one) =>
        one
          .setName("o")
          .setDescription("d")
          .addChoices(Array.from({ length: 26 }, () => ({ name: "n", value: "v" }))),
      ),
    [
      {
        name: "a",
        description: "d",
        options: [
          {
            type: 3,
            name: "o",
            description: "d",
            choices: Array.from({ length: 26 }, () => ({ name: "n", value: "v" })),
          },
        ],
      },
    ],
  ],
  [
    "choices with autocomplete",
    "commands",
    () =>
      slash().addStringOption((one) =>
        one.setName("o").setDescription("d").addChoices({ name: "n", value: "v" }).setAutocomplete(true),
      ),
    [
      {
        name: "a",
        description: "d",
        options: [{ type: 3, name: "o", description: "d", choices: [{ name: "n", value: "v" }], autocomplete: true }],
      },
    ],
  ],
  [
    "a modal title over 45",
    "modal",
    () => new ModalBuilder().setTitle(x(46)),
    { type: 9, data: { custom_id: "f", title: x(46), components: [{ type: 10, content: "c" }] } },
  ],
  [
    "an input over 4,000",
    "modal",
    () => new TextInputBuilder().setMaxLength(4001),
    {
      type: 9,
      data: {
        custom_id: "f",
        title: "t",
        components: [{ type: 18, label: "l", component: { type: 4, custom_id: "a", style: 1, max_length: 4001 } }],
      },
    },
  ],
];
