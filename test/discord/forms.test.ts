// Forms and entries of Apps, through the router alone: what Discord is sent, and what a command gets of every shape that comes back.
import { describe, expect, it } from "vitest";
import {
  action,
  answer,
  type Command,
  type Filled,
  type Modal,
  opens,
  Refusal,
  type Target,
} from "../../src/command.ts";
import { declareAll } from "../../src/discord/register.ts";
import { OverLimit } from "../../src/discord/limits.ts";
import { modalBody } from "../../src/discord/modal.ts";
import { router } from "../../src/discord/router.ts";
import { texts } from "../../src/text/index.ts";
import { handClock, rememberingLog } from "../support.ts";
import { ABROAD, APP, CHANNEL, contexts, heldArgs, HOME, keptAnswers, packet, pressed, typed } from "./fixtures.ts";

const { failed, brokenButton, formLate } = texts("es").common;
const EPHEMERAL = 64;
const MODAL: Modal = {
  title: "Record a strike",
  action: { name: "record.filled", args: ["strike", "x".repeat(200)] },
  fields: [
    { key: "day", label: "Day", description: "2026-03-17, yesterday", kind: "line", required: true, min: 2, max: 60 },
    { key: "region", label: "Region", kind: "choice", required: true, value: "b", options: options("a", "b") },
    { key: "note", label: "Note", kind: "paragraph", max: 4000, value: "kept", placeholder: "who says so" },
  ],
};

function options(...values: string[]) {
  return values.map((value) => ({ label: value.toUpperCase(), value }));
}

async function stage(more: Partial<Command>, longArgs = heldArgs()) {
  const { log, lines } = rememberingLog();
  const hand = handClock("2026-03-15T22:58:00-05:00");
  const seen: { args: readonly string[]; filled: Filled }[] = [];
  const record: Command = {
    name: "record",
    where: "home",
    needs: "record",
    subcommands: { strike: action({ options: {}, run: () => opens(MODAL) }) },
    buttons: { "record.edit": () => opens(MODAL) },
    modals: { "record.filled": (args, filled) => (seen.push({ args, filled }), answer({ content: "card" })) },
    ...more,
  };
  const route = router({ commands: [record], context: await contexts(), log, longArgs, clock: hand.clock });
  const sentBy = async (asked: object) => {
    const answers = keptAnswers();
    await route(asked, answers);
    return answers.sent;
  };
  const pass = (ms: number) => hand.pass(ms);
  return { sentBy, route, seen, lines, pass, longArgs };
}
const strike = typed("record", [{ name: "strike", type: 1, options: [] }]);
const sentBack = (components: unknown[], customId = "1:record.filled:strike:7", more: object = {}) =>
  packet(5, { custom_id: customId, components }, more);
const label = (component: object) => ({ type: 18, id: 1, component: { id: 2, ...component } });

describe("a form", () => {
  it("is the first and only answer, with its parts as Discord's reference has them and long arguments kept", async () => {
    const { sentBy, longArgs } = await stage({});
    for (const asked of [strike, pressed("1:record.edit")]) {
      const sent = await sentBy(asked);
      expect(sent).toEqual([{ how: "first", response: { type: 9, data: expect.anything() } }]);
      expect(sent[0]).toHaveProperty("response.data", {
        title: "Record a strike",
        custom_id: expect.stringMatching(/^1:record\.filled:~[0-9a-f]{64}$/),
        components: [
          {
            type: 18,
            label: "Day",
            description: "2026-03-17, yesterday",
            component: { type: 4, custom_id: "day", style: 1, required: true, min_length: 2, max_length: 60 },
          },
          {
            type: 18,
            label: "Region",
            component: {
              type: 3,
              custom_id: "region",
              required: true,
              options: [
                { label: "A", value: "a" },
                { label: "B", value: "b", default: true },
              ],
            },
          },
          {
            type: 18,
            label: "Note",
            component: {
              type: 4,
              custom_id: "note",
              style: 2,
              required: false,
              max_length: 4000,
              value: "kept",
              placeholder: "who says so",
            },
          },
        ],
      });
    }
    expect([...longArgs.kept.values()]).toEqual([MODAL.action.args]);
  });

  it("that is ready only after the waiting sign cannot be shown: the reader is told to try again, and it is logged", async () => {
    let open = () => {};
    const late = new Promise<void>((resolve) => (open = resolve));
    const { route, pass, lines } = await stage({
      subcommands: { strike: action({ options: {}, run: async () => (await late, opens(MODAL)) }) },
    });
    const answers = keptAnswers();
    const done = route(strike, answers);
    await new Promise<void>((resolve) => setImmediate(resolve));
    pass(1_500);
    open();
    await done;
    expect(answers.sent).toMatchObject([
      { how: "first", response: { type: 5 } },
      { how: "edit", body: { content: formLate } },
    ]);
    expect(lines).toMatchObject([{ level: "error" }]);
  });

  const field = { key: "k", label: "L", kind: "line", max: 10 } as const;
  const choice = { key: "k", label: "L", kind: "choice", options: options("a") } as const;
  const over: [string, Partial<Modal>][] = [
    ["a title over 45", { title: "x".repeat(46) }],
    ["no title", { title: " " }],
    ["no field", { fields: [] }],
    ["six fields", { fields: [1, 2, 3, 4, 5, 6].map((n) => ({ ...field, key: String(n) })) }],
    ["two fields of one key", { fields: [field, field] }],
    ["a label over 45", { fields: [{ ...field, label: "x".repeat(46) }] }],
    ["a description over 100", { fields: [{ ...field, description: "x".repeat(101) }] }],
    ["a placeholder over 100", { fields: [{ ...field, placeholder: "x".repeat(101) }] }],
    ["a text over 4000", { fields: [{ ...field, max: 4001 }] }],
    ["nothing at most", { fields: [{ ...field, max: 0 }] }],
    ["more at least than at most", { fields: [{ ...field, min: 11 }] }],
    ["a value over its own longest", { fields: [{ ...field, value: "x".repeat(11) }] }],
    ["a value under its own shortest", { fields: [{ ...field, min: 3, value: "x" }] }],
    ["a list of nothing", { fields: [{ ...choice, options: [] }] }],
    ["a list of 26", { fields: [{ ...choice, options: options(...Array.from({ length: 26 }, (_, n) => String(n))) }] }],
    ["an option twice", { fields: [{ ...choice, options: options("a", "a") }] }],
    ["an option's label over 100", { fields: [{ ...choice, options: [{ label: "x".repeat(101), value: "a" }] }] }],
  ];
  it.each(over)("with %s is a fault of ours, and the reader is told that something failed", async (_, more) => {
    const modal = { ...MODAL, ...more };
    await expect(modalBody(modal, heldArgs())).rejects.toThrow(OverLimit);
    const { sentBy, lines } = await stage({ buttons: { "record.edit": () => opens(modal) } });
    expect(await sentBy(pressed("1:record.edit"))).toMatchObject([
      { response: { type: 4, data: { content: expect.stringContaining(failed), flags: EPHEMERAL } } },
    ]);
    expect(lines).toMatchObject([{ level: "error" }]);
  });

  it("shows nothing picked where what was picked before is offered no more", async () => {
    const modal = { ...MODAL, fields: [{ ...choice, value: "gone" }] };
    expect(JSON.stringify(await modalBody(modal, heldArgs()))).not.toContain("default");
  });
});

describe("what was filled in", () => {
  it("comes by the fields' keys out of every shape in which Discord may send it; what was left out is empty", async () => {
    const { sentBy, seen } = await stage({});
    await sentBy(
      sentBack([
        label({ type: 4, custom_id: "day", value: " yesterday\n" }),
        label({ type: 3, custom_id: "region", values: ["b"] }),
        label({ type: 3, custom_id: "none", values: [] }),
        label({ type: 4, custom_id: "missing" }),
        label({ type: 4, custom_id: "nothing", value: null }),
        label({ type: 21, custom_id: "radio", value: null }),
        label({ type: 19, custom_id: "files", values: ["340000000000000001"] }),
        { type: 10, id: 9 },
        { type: 1, id: 10, components: [{ type: 4, id: 11, custom_id: "old", value: "row" }] },
        label({ type: 4, custom_id: "__proto__", value: "x" }),
      ]),
    );
    expect(seen).toHaveLength(1);
    expect(seen[0]?.args).toEqual(["strike", "7"]);
    expect(Object.entries(seen[0]?.filled ?? {})).toEqual([
      ["day", " yesterday\n"],
      ["region", "b"],
      ["none", ""],
      ["missing", ""],
      ["nothing", ""],
      ["radio", ""],
      ["old", "row"],
      ["__proto__", "x"],
    ]);
    expect(Object.getPrototypeOf(seen[0]?.filled)).toBe(Object.prototype);
  });

  it("has its long arguments again", async () => {
    const { sentBy, seen, longArgs } = await stage({});
    const { custom_id: customId } = await modalBody(MODAL, longArgs);
    await sentBy(sentBack([], customId));
    expect(seen).toEqual([{ args: MODAL.action.args, filled: {} }]);
  });

  const message = (flags: number) => ({ message: { id: "350000000000000001", flags } });
  it.each([
    ["a message all see", message(0), { type: 7 }, undefined],
    ["a message only the reader sees", message(64), { type: 7 }, EPHEMERAL],
    ["a command or an entry of Apps", {}, { type: 4, data: { flags: EPHEMERAL } }, EPHEMERAL],
  ])(
    "and answered with an update, changes %s that the form was opened from, else is private",
    async (_, more, first, flags) => {
      const { sentBy } = await stage({
        modals: { "record.filled": () => answer([{ content: "card" }, { content: "more" }], "update") },
      });
      const sent = await sentBy(sentBack([], undefined, more));
      expect(sent).toMatchObject([{ how: "first", response: first }, { how: "followUp" }]);
      if (first.type === 7) expect(sent[0]).not.toHaveProperty("response.data.flags");
      const flagged = JSON.stringify(sent[1]).includes(`"flags":${EPHEMERAL}`);
      expect(flagged).toBe(flags === EPHEMERAL);
    },
  );

  it.each([
    ["on the message", message(64), 6, "edit"],
    ["as a private answer", {}, 5, "edit"],
  ])("may take its time: %s", async (_, more, waiting, how) => {
    let finish = () => {};
    const work = new Promise<void>((resolve) => (finish = resolve));
    const { route, pass } = await stage({
      modals: { "record.filled": async () => (await work, answer({ content: "late" }, "update")) },
    });
    const answers = keptAnswers();
    const done = route(sentBack([], undefined, more), answers);
    await new Promise<void>((resolve) => setImmediate(resolve));
    pass(1_500);
    finish();
    await done;
    expect(answers.sent).toMatchObject([
      { how: "first", response: { type: waiting } },
      { how, body: { content: "late" } },
    ]);
  });

  it("tells the command on which message its form was opened", async () => {
    const where: unknown[] = [];
    const { sentBy } = await stage({
      modals: { "record.filled": (_args, _filled, { messageId }) => (where.push(messageId), answer({ content: "x" })) },
    });
    await sentBy(sentBack([], undefined, message(0)));
    await sentBy(sentBack([]));
    expect(where).toEqual(["350000000000000001", undefined]);
  });

  it("leads nowhere in other servers, or where nothing of that name is", async () => {
    const { sentBy, seen } = await stage({});
    for (const asked of [
      sentBack([], undefined, { guild_id: ABROAD }),
      sentBack([], "1:record.gone:a"),
      sentBack([], "2:record.filled:a"),
      sentBack([], `1:record.filled:~${"0".repeat(64)}`),
    ])
      expect(await sentBy(asked)).toMatchObject([{ response: { data: { content: brokenButton, flags: EPHEMERAL } } }]);
    expect(seen).toEqual([]);
  });

  it("is refused in a sentence", async () => {
    const { sentBy } = await stage({
      modals: {
        "record.filled": () => {
          throw new Refusal("not yours");
        },
      },
    });
    expect(await sentBy(sentBack([]))).toMatchObject([{ response: { type: 4, data: { content: "not yours" } } }]);
  });

  it.each([
    ["no parts", { custom_id: "1:record.filled:a" }],
    ["no custom id", { components: [] }],
    ["a part that is none", { custom_id: "1:record.filled:a", components: ["x"] }],
    ["a control without a name", { custom_id: "1:record.filled:a", components: [label({ type: 4, value: "x" })] }],
    ["a value of another kind", { custom_id: "1:a", components: [label({ type: 4, custom_id: "a", value: 7 })] }],
  ])("with %s is not guessed at", async (_, data) => {
    const { sentBy, seen } = await stage({});
    expect(await sentBy(packet(5, data))).toMatchObject([
      { response: { data: { content: expect.stringContaining(failed) } } },
    ]);
    expect(seen).toEqual([]);
  });
});

const MESSAGE = {
  id: "1350000000000000000",
  channel_id: CHANNEL,
  content: "SOUTHCOM: 3 killed",
  author: { id: "320000000000000009", username: "ap_bot", global_name: "AP" },
  timestamp: "2026-03-15T22:40:00.123000+00:00",
  embeds: [],
};
const used = (message: object, more: object = {}, name = "Record strike") =>
  packet(
    2,
    {
      id: "340000000000000001",
      name,
      type: 3,
      target_id: MESSAGE.id,
      resolved: { messages: { [MESSAGE.id]: message } },
    },
    more,
  );

async function apps() {
  const targets: Target[] = [];
  const staged = await stage({ apps: { "record-strike": (target) => (targets.push(target), opens(MODAL)) } });
  return { ...staged, targets };
}

describe("an entry of Apps", () => {
  it("hands the message over, and may open a form", async () => {
    const { sentBy, targets } = await apps();
    const embeds = [
      {
        type: "rich",
        url: "https://apnews.com/1",
        title: "Strike",
        description: "Three dead",
        author: { name: "AP", url: "https://apnews.com" },
        fields: [{ name: "Where", value: "Pacific", inline: true }],
        footer: { text: "8 Mar" },
      },
      { type: "image", url: null, title: null, author: null, fields: null },
      { author: { name: "SOUTHCOM", url: "https://southcom.mil" } },
    ];
    expect(await sentBy(used({ ...MESSAGE, embeds }))).toMatchObject([{ response: { type: 9 } }]);
    expect(targets).toEqual([
      {
        id: MESSAGE.id,
        channelId: CHANNEL,
        url: `https://discord.com/channels/${HOME}/${CHANNEL}/${MESSAGE.id}`,
        content: "SOUTHCOM: 3 killed",
        embeds: [
          { text: "AP\nStrike\nThree dead\nWhere\nPacific\n8 Mar", url: "https://apnews.com/1" },
          { text: "" },
          { text: "SOUTHCOM", url: "https://southcom.mil" },
        ],
        author: { id: "320000000000000009", name: "AP" },
        own: false,
        at: Date.UTC(2026, 2, 15, 22, 40, 0, 123),
      },
    ]);
  });

  it("knows a message of the bot's own, a forwarded one, one of the newer kind, and its time from its id", async () => {
    const { sentBy, targets } = await apps();
    const { timestamp: _, ...timeless } = MESSAGE;
    await sentBy(used({ ...MESSAGE, author: { id: APP, username: "vigia", bot: true } }));
    await sentBy(
      used({
        ...MESSAGE,
        content: "",
        message_snapshots: [{ message: { content: "forwarded", embeds: [{ description: "within" }] } }],
      }),
    );
    const nested = { type: 17, components: [{ type: 9, components: [{ type: 10, content: "two" }], accessory: {} }] };
    await sentBy(
      used({ ...timeless, content: "", components: [{ type: 10, content: "one" }, nested, "odd", { type: 1 }] }),
    );
    expect(targets).toMatchObject([
      { own: true, author: { name: "vigia" } },
      { own: false, content: "forwarded", embeds: [{ text: "within" }] },
      // Counted by hand: (1350000000000000000 >> 22) + 1420070400000.
      { content: "one\ntwo", at: 1_741_935_481_787 },
    ]);
  });

  it.each([
    ["elsewhere than at home", used(MESSAGE, { guild_id: ABROAD })],
    ["of another name", used(MESSAGE, {}, "Why?")],
    ["named as its key is", used(MESSAGE, {}, "record-strike")],
    ["without its message", packet(2, { id: "340000000000000001", name: "Record strike", type: 3 })],
    ["on a message without an author", used({ ...MESSAGE, author: undefined })],
    ["on a person", packet(2, { id: "340000000000000001", name: "Record strike", type: 2 })],
  ])("%s leads nowhere", async (_, asked) => {
    const { sentBy, targets, lines } = await apps();
    expect(await sentBy(asked)).toMatchObject([
      { response: { data: { content: expect.stringContaining(failed), flags: EPHEMERAL } } },
    ]);
    expect(targets).toEqual([]);
    expect(lines.some(({ level }) => level === "error")).toBe(true);
  });

  it("is registered beside its command, for the same people, in both languages", () => {
    const record: Command = {
      name: "record",
      where: "home",
      needs: "record",
      subcommands: { strike: action({ options: {}, run: () => opens(MODAL) }) },
      apps: { "record-strike": () => opens(MODAL) },
    };
    const { everywhere, home } = declareAll([record]);
    expect(everywhere).toEqual([]);
    expect(home.map(({ name }) => name)).toEqual(["record", "Record strike"]);
    expect(home[1]).toEqual({
      type: 3,
      name: "Record strike",
      name_localizations: { "es-ES": "Registrar ataque", "es-419": "Registrar ataque" },
      default_member_permissions: "32",
      contexts: [0],
      integration_types: [0],
    });
    for (const key of ["nameless", "constructor"])
      expect(() => declareAll([{ ...record, apps: { [key]: () => opens(MODAL) } }])).toThrow(/has no name/);
    expect(() => declareAll([record, { ...record, subcommands: {} }])).toThrow(/Two entries of Apps/);
  });
});
