// Bodies that Discord refuses, as tables: each must be refused here with the same code. Must never pass because of another fault in the same body.
import { Routes } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { REST } from "discord.js";
import { startBot, type Bot } from "./bot.ts";

let bot: Bot;
let rest: REST;
let channel: string;
beforeAll(async () => {
  bot = await startBot({ rates: "roomy" });
  rest = bot.rest;
  channel = bot.rehearsal.channel("alertas").id;
});
afterAll(() => bot.stop());

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

/** name, body, path of the fault in `errors` (or the code of a plain refusal) */
type Case = [string, object, string | number];

const MESSAGES: Case[] = [
  ["no content at all", {}, 50006],
  ["blanks only", { content: "   " }, 50006],
  ["components alone", { components: [row(button("a"))] }, 50006],
  ["content over 2,000", { content: x(2001) }, "content"],
  ["a nonce over 25", { content: "a", nonce: x(26) }, "nonce"],
  ["an unknown field", { content: "a", contents: "b" }, "contents"],
  ["eleven embeds", { embeds: many(11, () => ({ title: "a" })) }, "embeds"],
  ["an empty embed", embed({}), "embeds.0.description"],
  ["an embed title over 256", embed({ title: x(257) }), "embeds.0.title"],
  ["a description over 4,096", embed({ description: x(4097) }), "embeds.0.description"],
  ["26 fields", embed({ fields: many(26, () => ({ name: "a", value: "b" })) }), "embeds.0.fields"],
  ["a field name over 256", embed({ fields: [{ name: x(257), value: "b" }] }), "embeds.0.fields.0.name"],
  ["an empty field value", embed({ fields: [{ name: "a", value: "" }] }), "embeds.0.fields.0.value"],
  ["a field value over 1,024", embed({ fields: [{ name: "a", value: x(1025) }] }), "embeds.0.fields.0.value"],
  ["a footer over 2,048", embed({ title: "a", footer: { text: x(2049) } }), "embeds.0.footer.text"],
  ["an author over 256", embed({ author: { name: x(257) } }), "embeds.0.author.name"],
  ["a colour out of range", embed({ title: "a", color: 0x1000000 }), "embeds.0.color"],
  ["a timestamp that is none", embed({ title: "a", timestamp: "today" }), "embeds.0.timestamp"],
  ["an embed address that is none", embed({ title: "a", url: "javascript:1" }), "embeds.0.url"],
  ["a picture that was not sent", embed({ image: { url: "attachment://a.png" } }), "embeds.0.image.url"],
  ["6,001 characters over all embeds", { embeds: [{ description: x(4000) }, { description: x(2001) }] }, "embeds"],
  ["six rows", withRows(...many(6, (n) => row(button(`b${n}`)))), "components"],
  ["six buttons in a row", withRows(row(...many(6, (n) => button(`b${n}`)))), "components.0.components"],
  ["an empty row", withRows(row()), "components.0.components"],
  ["a button beside a menu", withRows(row(button("a"), menu(1))), "components.0.components"],
  [
    "a button without custom_id",
    withRows(row({ type: 2, style: 1, label: "a" })),
    "components.0.components.0.custom_id",
  ],
  ["a custom_id over 100", withRows(row(button(x(101)))), "components.0.components.0.custom_id"],
  ["a custom_id twice", withRows(row(button("a")), row(button("a"))), "components.1.components.0.custom_id"],
  ["a label over 80", withRows(row(button("a", { label: x(81) }))), "components.0.components.0.label"],
  ["a button without label", withRows(row({ type: 2, style: 1, custom_id: "a" })), "components.0.components.0.label"],
  ["a link without address", withRows(row({ type: 2, style: 5, label: "a" })), "components.0.components.0.url"],
  [
    "a link with a custom_id",
    withRows(row({ type: 2, style: 5, label: "a", url: "https://a.b", custom_id: "a" })),
    "components.0.components.0.custom_id",
  ],
  ["an emoji that is none", withRows(row(button("a", { emoji: { name: "nope" } }))), "components.0.components.0.emoji"],
  ["26 entries in a menu", withRows(row(menu(26))), "components.0.components.0.options"],
  ["a menu without entries", withRows(row(menu(0))), "components.0.components.0.options"],
  [
    "the same entry twice",
    withRows(row(menu(1, { options: many(2, () => ({ label: "a", value: "a" })) }))),
    "components.0.components.0.options",
  ],
  ["more choices than entries", withRows(row(menu(2, { max_values: 3 }))), "components.0.components.0.max_values"],
  ["text display without the V2 flag", withRows({ type: 10, content: "a" }), "components.0.type"],
  ["the ephemeral flag", { content: "a", flags: 64 }, "flags"],
  [
    "mentions both parsed and listed",
    { content: "a", allowed_mentions: { parse: ["roles"], roles: ["154196036812800030"] } },
    "allowed_mentions",
  ],
  ["an unknown kind of mention", { content: "a", allowed_mentions: { parse: ["all"] } }, "allowed_mentions.parse.0"],
  [
    "an answer to no message",
    { content: "a", message_reference: { message_id: "1482951167364300800" } },
    "message_reference",
  ],
  ["a file that was not sent", { content: "a", attachments: [{ id: 0, filename: "a.png" }] }, "attachments.0.id"],
];

const option = (name: string, more: object = {}) => ({ type: 3, name, description: "d", ...more });
const command = (more: object = {}) => ({ name: "a", description: "d", ...more });
const COMMANDS: Case[] = [
  ["an upper-case name", [command({ name: "Alerts" })], "0.name"],
  ["a name over 32", [command({ name: x(33) })], "0.name"],
  ["a name with a blank", [command({ name: "a b" })], "0.name"],
  ["no description", [{ name: "a" }], "0.description"],
  ["a description over 100", [command({ description: x(101) })], "0.description"],
  ["a description on a message command", [{ type: 3, name: "Why?", description: "d" }], "0.description"],
  ["a name twice", [command(), command()], "1.name"],
  [
    "an upper-case localised name",
    [command({ name_localizations: { "es-ES": "Toque" } })],
    "0.name_localizations.es-ES",
  ],
  ["an unknown language", [command({ name_localizations: { es: "toque" } })], "0.name_localizations.es"],
  ["26 options", [command({ options: many(26, (n) => option(`o${n}`)) })], "0.options"],
  ["an option twice", [command({ options: [option("o"), option("o")] })], "0.options.1.name"],
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
    "0.options.1.name",
  ],
  [
    "a required option after another",
    [command({ options: [option("o"), option("p", { required: true })] })],
    "0.options.1",
  ],
  [
    "choices with autocomplete",
    [command({ options: [option("o", { autocomplete: true, choices: [{ name: "a", value: "a" }] })] })],
    "0.options.0.autocomplete",
  ],
  [
    "26 choices",
    [command({ options: [option("o", { choices: many(26, (n) => ({ name: `c${n}`, value: "v" })) })] })],
    "0.options.0.choices",
  ],
  [
    "a number among text choices",
    [command({ options: [option("o", { choices: [{ name: "a", value: 1 }] })] })],
    "0.options.0.choices.0.value",
  ],
  ["a limit on the wrong type", [command({ options: [option("o", { min_value: 1 })] })], "0.options.0.min_value"],
  [
    "a subcommand beside an option",
    [command({ options: [option("o"), { type: 1, name: "s", description: "d" }] })],
    "0.options",
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
    "0",
  ],
  ["an unknown type of option", [command({ options: [option("o", { type: 12 })] })], "0.options.0.type"],
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
const ANSWERS: Case[] = [
  ["nothing", answer({}), 50006],
  ["content over 2,000", answer({ content: x(2001) }), "data.content"],
  ["an unknown flag", answer({ content: "a", flags: 1 }), "data.flags"],
  ["a pong", { type: 1 }, "type"],
  ["an update where there is no message", { type: 7, data: { content: "a" } }, "type"],
  ["choices to a command", { type: 8, data: { choices: [] } }, "type"],
  ["a modal title over 45", modal([input("a")], { title: x(46) }), "data.title"],
  ["six parts in a modal", modal(many(6, (n) => input(`i${n}`))), "data.components"],
  ["an empty modal", modal([]), "data.components"],
  ["a modal's name over 100", modal([input("a")], { custom_id: x(101) }), "data.custom_id"],
  ["a label over 45", modal([{ ...input("a"), label: x(46) }]), "data.components.0.label"],
  ["a button in a modal", modal([row(button("a"))]), "data.components.0.components.0.type"],
  ["one name for two fields", modal([input("a"), input("a")]), "data.components.1.component.custom_id"],
  ["a label on an input inside a label", modal([input("a", { label: "x" })]), "data.components.0.component.label"],
];

const CHOICES: Case[] = [
  ["26 choices", { type: 8, data: { choices: many(26, () => ({ name: "a", value: "a" })) } }, "data.choices"],
  ["a choice name over 100", { type: 8, data: { choices: [{ name: x(101), value: "a" }] } }, "data.choices.0.name"],
  ["an empty choice name", { type: 8, data: { choices: [{ name: "", value: "a" }] } }, "data.choices.0.name"],
  ["a number for a text option", { type: 8, data: { choices: [{ name: "a", value: 1 }] } }, "data.choices.0.value"],
  ["a message", answer({ content: "a" }), "type"],
];

/** The refusal of a call, with the paths that carry a fault. */
async function refusalOf(call: Promise<unknown>): Promise<{ code: unknown; paths: string[] }> {
  const fault = await call.then(
    () => {
      throw new Error("It was accepted.");
    },
    (refused: unknown) => refused,
  );
  if (typeof fault !== "object" || fault === null || !("rawError" in fault)) throw fault;
  const { code, errors } = Object(fault.rawError);
  return { code, paths: faultPaths(errors ?? {}, []) };
}

function faultPaths(tree: object, path: string[]): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    key === "_errors" ? [path.join(".")] : faultPaths(value, [...path, key]),
  );
}

async function expectRefused(call: Promise<unknown>, where: string | number): Promise<void> {
  const { code, paths } = await refusalOf(call);
  if (typeof where === "number") expect(code).toBe(where);
  else expect({ code, paths }).toEqual({ code: 50035, paths: [where] });
}

describe("a message is refused with", () => {
  it.each(MESSAGES)("%s", async (_name, body, where) => {
    const before = bot.rehearsal.messages(channel).length;
    await expectRefused(rest.post(Routes.channelMessages(channel), { body }), where);
    expect(bot.rehearsal.messages(channel).length).toBe(before);
  });
});

describe("commands are refused with", () => {
  it.each(COMMANDS)("%s", async (_name, body, where) => {
    const before = bot.rehearsal.commands(bot.rehearsal.reader("Ana").id).length;
    await expectRefused(rest.put(Routes.applicationCommands(bot.rehearsal.applicationId), { body }), where);
    expect(bot.rehearsal.commands(bot.rehearsal.reader("Ana").id).length).toBe(before);
  });
});

describe("an answer to a command is refused with", () => {
  it.each(ANSWERS)("%s", async (_name, body, where) => {
    const typed = { readerId: bot.rehearsal.reader("Ana").id, channelId: channel, name: "curfew", options: {} };
    await answered(() => bot.rehearsal.type(typed), body, where, { type: 4, data: { content: "good" } });
  });
});

describe("suggestions are refused with", () => {
  it.each(CHOICES)("%s", async (_name, body, where) => {
    const asked = { readerId: bot.rehearsal.reader("Ana").id, channelId: channel, name: "curfew", options: {} };
    const good = { type: 8, data: { choices: [] } };
    await answered(() => bot.rehearsal.autocomplete({ ...asked, focused: "place", value: "" }), body, where, good);
  });
});

/** Answers with the bad body first, which must be refused and leave the interaction open for the good one. */
async function answered(
  act: () => Promise<{ kind: string }>,
  bad: object,
  where: string | number,
  good: object,
): Promise<void> {
  const checked = new Promise<void>((resolve, reject) => {
    bot.handle = async ({ id, token }) => {
      const path = Routes.interactionCallback(id, token);
      await expectRefused(rest.post(path, { body: bad, auth: false }), where).then(resolve, reject);
      await rest.post(path, { body: good, auth: false });
    };
  });
  expect((await act()).kind).not.toBe("failed");
  await checked;
}
