// The whole folder with the real discord.js against the rehearsal: logged in, registered, asked, answered.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outcome, ShownMessage } from "../../rehearsal/contract.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { systemClock } from "../../src/clock.ts";
import { action, answer, opens, Refusal, type Answer, type Command, type Modal } from "../../src/command.ts";
import { connect, NotConnected, TokenRefused, type ConnectOptions, type Gateway } from "../../src/discord/client.ts";
import { logger } from "../../src/logger.ts";
import { texts } from "../../src/text/index.ts";
import type { Message } from "../../src/views/message.ts";
import { rememberingLog } from "../support.ts";
import { fakeApi } from "./fake-api.ts";
import { contexts, heldArgs } from "./fixtures.ts";
import { startWatched } from "../rehearsal-server/watched.ts";

const START = "2026-03-15T22:58:30-05:00";
const TOKEN = "a-token-that-must-not-show";
const page = (n: number): Message => ({
  content: `page ${n}`,
  embed: { tone: "none", title: "Curfews", fields: [{ name: "n", value: "v" }], footer: "#7K3Q-9M2D" },
  rows: [
    {
      buttons: [{ label: "Older", press: { action: { name: "curfew.page", args: [String(n + 1), "x".repeat(120)] } } }],
    },
    {
      menu: {
        action: { name: "curfew.pick", args: [] },
        placeholder: "Pick",
        options: [{ label: "Guayas", value: "EC-G" }],
      },
    },
  ],
});
const filed = (names: string[]): Message => ({
  content: names.join(", "),
  files: names.map((name) => ({ name, text: `${name};ñ` })),
  rows: [{ buttons: [{ label: "Away", press: { action: { name: "curfew.page", args: ["1", "x".repeat(120)] } } }] }],
});
const places = ["Guayas", "Los Ríos", "El Oro"];

const FORM: Modal = {
  title: "Una ficha",
  action: { name: "record.filled", args: ["strike", "x".repeat(120)] },
  fields: [
    { key: "day", label: "Day", description: "yesterday", kind: "line", required: true, min: 2, max: 60 },
    { key: "region", label: "Region", kind: "choice", options: [{ label: "Caribbean", value: "caribbean" }] },
    { key: "note", label: "Note", kind: "paragraph", max: 4000, value: "kept", placeholder: "who says so" },
  ],
};
const edit = { label: "Edit", press: { action: { name: "record.edit", args: [] } } };

/** What the next /strikes waits for. */
let slow: Promise<Answer> = Promise.resolve(answer({ content: "x" }));
const COMMANDS: readonly Command[] = [
  {
    name: "curfew",
    where: "everywhere",
    action: action({
      options: {
        place: {
          kind: "text",
          complete: (typed) => places.filter((one) => one.startsWith(typed)).map((name) => ({ name, value: name })),
        },
      },
      run: ({ place }, { language }) => {
        if (place === "Narnia") throw new Refusal(`No ${place} (${language})`);
        if (place === "boom") throw new Error("boom");
        if (place === "files") return answer([filed(["a.csv", "b.json"]), filed(["c.txt"]), page(1)]);
        return answer([page(1), { content: place ?? "everywhere" }]);
      },
    }),
    buttons: {
      "curfew.page": ([n, kept]) => answer(kept === "x".repeat(120) ? page(Number(n)) : { content: "lost" }, "update"),
    },
    menus: { "curfew.pick": (_, [picked]) => answer({ content: `picked ${picked ?? ""}` }, "channel") },
  },
  { name: "strikes", where: "everywhere", action: action({ options: {}, run: () => slow }) },
  {
    name: "record",
    where: "home",
    needs: "record",
    subcommands: {
      strike: action({
        options: { link: { kind: "text", required: true } },
        run: ({ link }) => (link === "form" ? opens(FORM) : answer({ content: `noted ${link}` })),
      }),
    },
    buttons: { "record.edit": () => opens(FORM) },
    modals: {
      "record.filled": ([form, kept], filled) =>
        answer({ content: `${form} ${kept?.length} ${JSON.stringify(filled)}`, rows: [{ buttons: [edit] }] }, "update"),
    },
    apps: {
      "record-strike": ({ content, author, own, url }) =>
        answer({ content: [content, author.name, own, url].join(" ") }),
    },
  },
];

describe("the bot on Discord", () => {
  let rehearsal: Rehearsal;
  let gateway: Gateway | undefined;
  let remembered: ReturnType<typeof rememberingLog>;
  let channelId: string;
  const losses: Error[] = [];
  const gone: object[] = [];
  const start = async (more: Partial<ConnectOptions> = {}) => {
    const options: ConnectOptions = {
      token: TOKEN,
      apiUrl: `${rehearsal.url}/api`,
      log: remembered.log,
      commands: COMMANDS,
      homeGuilds: [rehearsal.guildId],
      longArgs: heldArgs(),
      context: await contexts([rehearsal.guildId]),
      clock: systemClock(),
      lost: (fault) => void losses.push(fault),
      gone: (what) => void gone.push(what),
      ...more,
    };
    gateway = await connect(options);
    await gateway.registered;
    return gateway;
  };
  const ask = (name: string, options = {}, more: { reader?: string; subcommand?: string } = {}) =>
    rehearsal.type({
      readerId: rehearsal.reader(more.reader ?? "Luis").id,
      channelId,
      name,
      options,
      ...(more.subcommand === undefined ? {} : { subcommand: more.subcommand }),
    });
  const shownIn = (outcome: Outcome): ShownMessage => {
    if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(JSON.stringify(outcome));
    return outcome.shown;
  };
  const customIds = ({ message }: ShownMessage) =>
    (message.components ?? []).flatMap((row) =>
      "components" in row ? row.components.flatMap((part) => ("custom_id" in part ? [part.custom_id] : [])) : [],
    );
  const press = (shown: ShownMessage, customId = customIds(shown)[0]) =>
    rehearsal.press({ readerId: rehearsal.reader("Luis").id, messageId: shown.message.id, customId: customId ?? "" });
  /** Resolves when the log holds such a line. */
  const logged = async (fits: (line: { level: string; text: string }) => boolean) => {
    while (!remembered.lines.some(fits)) await new Promise<void>((resolve) => setImmediate(resolve));
  };

  beforeEach(async () => {
    remembered = rememberingLog();
    losses.length = gone.length = 0;
    rehearsal = await startWatched({ startAt: START, token: TOKEN });
    channelId = rehearsal.channel("redaccion").id;
  });
  afterEach(async () => {
    await gateway?.close();
    gateway = undefined;
    await rehearsal.close();
  });

  it("logs in, registers what is for all and what is for home, and is seen online until it closes", async () => {
    const bot = await start();
    expect(bot.applicationId).toBe(rehearsal.applicationId);
    expect(bot.state()).toBe("connected");
    expect(await bot.registered).toEqual([
      { is: "registered", where: "everywhere", names: ["curfew", "strikes"] },
      { is: "registered", where: rehearsal.guildId, names: ["record", "Record strike"] },
    ]);
    expect(rehearsal.commands(rehearsal.reader("Ana").id).map((one) => one.name)).toContain("registrar");
    expect(rehearsal.botOnline).toBe(true);
    await bot.close();
    await expect.poll(() => rehearsal.botOnline).toBe(false);
    expect(rehearsal.unknownRoutes).toEqual([]);
  });

  it("answers what is typed at once, privately, in several messages", async () => {
    await start();
    const outcome = await ask("curfew", { place: " Guayas " });
    expect(outcome).toMatchObject({ kind: "message", ephemeral: true, deferred: false });
    expect(shownIn(outcome).message).toMatchObject({
      content: "page 1",
      embeds: [{ title: "Curfews", footer: { text: "#7K3Q-9M2D" } }],
    });
    const second = await rehearsal.waitForMessage(channelId, ({ message }) => message.content === "Guayas");
    expect(second.ephemeralFor).toBe(rehearsal.reader("Luis").id);
  });

  it("offers suggestions while one types", async () => {
    await start();
    const asked = {
      readerId: rehearsal.reader("Ana").id,
      channelId,
      name: "toque-de-queda",
      options: {},
      focused: "lugar",
      value: "Los",
    };
    expect(await rehearsal.autocomplete(asked)).toEqual({
      kind: "choices",
      choices: [{ name: "Los Ríos", value: "Los Ríos" }],
    });
  });

  it("changes the message of a button, whose long arguments were kept, also for one pressed after a restart", async () => {
    const longArgs = heldArgs();
    await start({ longArgs });
    const shown = shownIn(await ask("curfew"));
    expect(customIds(shown)[0]).toMatch(/^1:curfew\.page:~/);
    await gateway?.close();
    await start({ longArgs });
    const outcome = await press(shown);
    expect(outcome.kind).toBe("update");
    expect(shownIn(outcome).message.content).toBe("page 2");
  });

  it("answers a menu in the channel for all", async () => {
    await start();
    const shown = shownIn(await ask("curfew"));
    const outcome = await rehearsal.select({
      readerId: rehearsal.reader("Luis").id,
      messageId: shown.message.id,
      customId: customIds(shown)[1] ?? "",
      values: ["EC-G"],
    });
    expect(outcome).toMatchObject({
      kind: "message",
      ephemeral: false,
      shown: { message: { content: "picked EC-G" } },
    });
  });

  it("gives refusals and faults as sentences in the reader's language", async () => {
    await start();
    expect(shownIn(await ask("curfew", { place: "Narnia" }, { reader: "Ana" })).message.content).toBe("No Narnia (es)");
    const failed = await ask("curfew", { place: "boom" });
    expect(failed).toMatchObject({ kind: "message", ephemeral: true });
    expect(shownIn(failed).message.content).toContain(texts("en").common.failed);
    expect(remembered.lines).toContainEqual(
      expect.objectContaining({
        level: "error",
        fields: expect.objectContaining({ message: "boom", command: "curfew" }),
      }),
    );
  });

  it("hands over files to who asked, byte for byte, and takes them away with the message that they belong to", async () => {
    await start();
    const attached = ({ message }: ShownMessage) => message.attachments.map(({ filename }) => filename);
    const shown = shownIn(await ask("curfew", { place: "files" }));
    expect(shown.ephemeralFor).toBeDefined();
    expect(attached(shown)).toEqual(["a.csv", "b.json"]);
    const [first] = shown.message.attachments;
    expect(first).toMatchObject({ content_type: "text/csv; charset=utf-8", size: 8 });
    expect(await (await fetch(first?.url ?? "")).text()).toBe("a.csv;ñ");
    const second = await rehearsal.waitForMessage(channelId, ({ message }) => message.content === "c.txt");
    expect([attached(second), second.ephemeralFor]).toEqual([["c.txt"], shown.ephemeralFor]);
    const [customId = ""] = customIds(shown);
    const updated = shownIn(await press(shown, customId));
    expect([updated.message.id, updated.message.content, attached(updated)]).toEqual([shown.message.id, "page 1", []]);
  });

  it("hands over files in place of the waiting sign", async () => {
    await start();
    const { promise, finish } = later();
    slow = promise;
    const asking = ask("strikes");
    await rehearsal.waitForMessage(channelId, ({ message }) => ((message.flags ?? 0) & 128) !== 0);
    finish(answer(filed(["late.csv"])));
    const outcome = await asking;
    expect(outcome).toMatchObject({ deferred: true, ephemeral: true });
    expect(shownIn(outcome).message.attachments).toMatchObject([{ filename: "late.csv" }]);
  });

  it("says that a button is too old when its arguments are no longer kept", async () => {
    await start();
    const shown = shownIn(await ask("curfew"));
    await gateway?.close();
    await start();
    expect(shownIn(await press(shown)).message.content).toBe(texts("en").common.brokenButton);
  });

  it("records for who may, at home", async () => {
    await start();
    expect(
      shownIn(await ask("record", { link: "today" }, { reader: "Ana", subcommand: "strike" })).message.content,
    ).toBe("noted today");
  });

  it.each([
    ["asker", true],
    ["channel", false],
  ] as const)("defers what takes long and puts the answer for the %s in its place", async (to, isPrivate) => {
    await start();
    const { promise, finish } = later();
    slow = promise;
    const outcome = ask("strikes");
    await rehearsal.waitForMessage(channelId, ({ message }) => ((message.flags ?? 0) & 128) !== 0);
    finish(answer([{ content: "done" }, { content: "and more" }], to));
    const done = await rehearsal.waitForMessage(channelId, ({ message }) => message.content === "done");
    const more = await rehearsal.waitForMessage(channelId, ({ message }) => message.content === "and more");
    expect([done, more].map((shown) => shown.ephemeralFor !== undefined)).toEqual([isPrivate, isPrivate]);
    await outcome;
    const waiting = rehearsal.messages(channelId).filter(({ message }) => ((message.flags ?? 0) & 128) !== 0);
    expect(waiting).toEqual([]);
  });

  it("opens a form for what was typed and for a button, and its answer is private first and then replaces the card", async () => {
    await start();
    const readerId = rehearsal.reader("Ana").id;
    const fill = (outcome: Outcome, values: Record<string, string | string[]>) => {
      if (outcome.kind !== "modal") throw new Error(JSON.stringify(outcome));
      return rehearsal.submit({ readerId, interactionId: outcome.interactionId, values });
    };
    const opened = await ask("record", { link: "form" }, { subcommand: "strike", reader: "Ana" });
    expect(opened).toMatchObject({ kind: "modal", modal: { title: "Una ficha" } });
    const card = shownIn(await fill(opened, { day: "yesterday" }));
    expect(card.ephemeralFor).toBe(readerId);
    expect(card.message.content).toBe('strike 120 {"day":"yesterday","region":"","note":"kept"}');
    const [customId = ""] = customIds(card);
    const again = await rehearsal.press({ readerId, messageId: card.message.id, customId });
    const other = await fill(again, { day: "today", region: ["caribbean"], note: "" });
    expect(other.kind).toBe("update");
    expect(shownIn(other).message).toMatchObject({
      id: card.message.id,
      content: 'strike 120 {"day":"today","region":"caribbean","note":""}',
    });
  });

  it("is offered under Apps on a message, to those who may record", async () => {
    await start();
    const { message } = rehearsal.say(rehearsal.reader("Luis").id, channelId, "AP: 3 killed");
    const use = (reader: string) =>
      rehearsal.useOnMessage({
        readerId: rehearsal.reader(reader).id,
        messageId: message.id,
        name: "Registrar ataque",
      });
    const shown = shownIn(await use("Ana"));
    expect(shown.message.content).toBe(
      `AP: 3 killed Luis false https://discord.com/channels/${rehearsal.guildId}/${channelId}/${message.id}`,
    );
    await expect(use("Luis")).rejects.toThrow(/no app/);
  });

  it("answers although the first try met a failing Discord", async () => {
    await start();
    rehearsal.refuse(({ path }) => path.endsWith("/callback"), { status: 503, body: "" });
    expect(await ask("curfew")).toMatchObject({ kind: "message", shown: { message: { content: "page 1" } } });
    rehearsal.refuse(({ path }) => path.endsWith("/callback"), { drop: "after" });
    expect(await ask("curfew")).toMatchObject({ kind: "message" });
    expect(rehearsal.messages(channelId).filter(({ message }) => message.content === "page 1")).toHaveLength(2);
    expect(remembered.lines.filter((line) => line.level !== "info")).toEqual([]);
  });

  it("hears of channels and servers that are no more, but takes no outage for a farewell", async () => {
    await start();
    const alertas = rehearsal.channel("alertas").id;
    rehearsal.deleteChannel(alertas);
    rehearsal.removeBot();
    while (gone.length < 2) await new Promise<void>((resolve) => setImmediate(resolve));
    expect(gone).toEqual([{ channelId: alertas, name: "alertas" }, { guildId: rehearsal.guildId }]);
  });

  it("comes back after a cut, tells it once, and answers again", async () => {
    await start();
    rehearsal.cutGateway("cut");
    await logged((line) => line.level === "warn" && line.text.includes("broke"));
    await logged(
      (line) => line.text === "Connected to Discord's gateway" && remembered.lines.indexOf(Object(line)) > 2,
    );
    expect(gateway?.state()).toBe("connected");
    expect(await ask("curfew")).toMatchObject({ kind: "message" });
    expect(remembered.lines.filter((line) => line.level === "warn")).toHaveLength(1);
  });

  it("stops with one clear sentence when the token is wrong", async () => {
    await expect(start({ token: "wrong" })).rejects.toThrow(TokenRefused);
    await expect(start({ token: "wrong" })).rejects.toThrow(/^DISCORD_TOKEN was refused by Discord/);
    await expect(start({ token: "wrong\u{1F600}" })).rejects.toThrow(TokenRefused);
    expect(rehearsal.botOnline).toBe(false);
  });

  it("says that Discord could not be reached, when that is what happened", async () => {
    const closed = await fakeApi();
    await closed.close();
    const fault: unknown = await start({ apiUrl: closed.apiUrl }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(NotConnected);
    expect(fault).toMatchObject({ mayPass: true, message: expect.stringContaining("could not be reached") });
  });

  it("stays when its commands cannot be registered, and says so", async () => {
    rehearsal.refuse(({ method, path }) => method === "PUT" && path.includes("/guilds/"), {
      status: 403,
      body: { code: 50001, message: "Missing Access" },
    });
    const bot = await start();
    expect(await bot.registered).toEqual([
      expect.objectContaining({ is: "registered" }),
      { is: "failed", where: rehearsal.guildId },
    ]);
    expect(remembered.lines).toContainEqual(
      expect.objectContaining({ level: "error", fields: expect.objectContaining({ code: 50001 }) }),
    );
    expect(await ask("curfew")).toMatchObject({ kind: "message" });
  });

  it("does not log in at all with a command that Discord would refuse", async () => {
    await expect(
      start({ commands: [{ name: "weather", where: "everywhere", action: action({ options: {}, run: () => slow }) }] }),
    ).rejects.toThrow(/no name and description/);
    expect(rehearsal.requests).toEqual([]);
  });

  it("never writes its token into the log, whatever happens", async () => {
    const lines: string[] = [];
    const log = logger("debug", [], { write: (line) => void lines.push(line) });
    await start({ log });
    await ask("curfew", { place: "boom" });
    rehearsal.refuse(
      ({ path }) => path.endsWith("/callback"),
      { status: 400, body: { code: 50035, message: "Invalid Form Body" } },
      2,
    );
    void ask("curfew");
    while (!lines.some((line) => line.includes("50035"))) await new Promise<void>((resolve) => setImmediate(resolve));
    await gateway?.close();
    await start({ log, token: `${TOKEN}-wrong` }).catch(() => undefined);
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.join("")).not.toContain(TOKEN);
  });
});

function later(): { promise: Promise<Answer>; finish: (made: Answer) => void } {
  let finish: (made: Answer) => void = () => {};
  const promise = new Promise<Answer>((resolve) => {
    finish = resolve;
  });
  return { promise, finish };
}
