// Bodies that Discord refuses, as tables: each must be refused here with the same code. Must never pass because of another fault in the same body.
import { DiscordAPIError, Routes } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { REST } from "discord.js";
import { startBot, type Bot } from "./bot.ts";
import { ANSWERS, CHOICES, COMMANDS, MESSAGES, SEEN } from "./refused-tables.ts";

let bot: Bot;
let rest: REST;
let channel: string;
beforeAll(async () => {
  bot = await startBot({ rates: "roomy" });
  rest = bot.rest;
  channel = bot.rehearsal.channel("alertas").id;
});
afterAll(() => bot.stop());

/** What a call was refused with: the code of a plain refusal, or each fault as "where CODE". */
async function refusalOf(call: Promise<unknown>): Promise<number | string[]> {
  const fault = await call.then(
    () => {
      throw new Error("It was accepted.");
    },
    (refused: unknown) => refused,
  );
  if (!(fault instanceof DiscordAPIError)) throw fault;
  const { code, errors } = Object(fault.rawError);
  return code === 50035 ? faultsIn(errors ?? {}, []) : code;
}

function faultsIn(tree: object, path: string[]): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    key === "_errors"
      ? value.map((one: { code: string }) => `${path.join(".")} ${one.code}`)
      : faultsIn(value, [...path, key]),
  );
}

async function expectRefused(call: Promise<unknown>, where: string | number): Promise<void> {
  expect(await refusalOf(call)).toEqual(typeof where === "number" ? where : [where]);
}

describe("the tables", () => {
  const all = [...MESSAGES, ...COMMANDS, ...ANSWERS, ...CHOICES];

  it("hold at least sixty different bodies", () => {
    expect(new Set(all.map(([, body]) => JSON.stringify(body))).size).toBeGreaterThanOrEqual(60);
  });

  it("say of every code where it was seen, or that it is a guess", () => {
    const used = new Set(all.flatMap(([, , where]) => (typeof where === "string" ? [where.split(" ")[1] ?? ""] : [])));
    expect([...used].toSorted()).toEqual(Object.keys(SEEN).toSorted());
    const sure = all.filter(
      ([, , where]) => typeof where === "number" || !SEEN[where.split(" ")[1] ?? ""]?.startsWith("guess"),
    );
    expect(sure.length).toBeGreaterThanOrEqual(60);
  });
});

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
