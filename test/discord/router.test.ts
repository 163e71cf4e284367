import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { action, answer, Refusal, type Answer, type Command, type Context, type Options } from "../../src/command.ts";
import { StoreFault } from "../../src/engines/faults.ts";
import { router } from "../../src/discord/router.ts";
import { texts } from "../../src/text/index.ts";
import type { Message } from "../../src/views/message.ts";
import { handClock, rememberingLog } from "../support.ts";
import { ABROAD, contexts, heldArgs, keptAnswers, packet, picked, pressed, typed } from "./fixtures.ts";

const { failed, brokenButton } = texts("es").common;
const EPHEMERAL = 64;
const one = (content: string): Message => ({ content });

async function stage(commands: readonly Command[]) {
  const { log, lines } = rememberingLog();
  const hand = handClock("2026-03-15T22:58:00-05:00");
  const longArgs = heldArgs();
  const route = router({ commands, context: await contexts(), log, longArgs, clock: hand.clock });
  return { route, lines, hand, longArgs };
}

const curfew = (
  run: (values: Record<string, unknown>, context: Context) => Answer | Promise<Answer>,
  options: Options = {},
  more: Partial<Command> = {},
): Command => ({
  name: "curfew",
  where: "everywhere",
  action: action({ options, run }),
  ...more,
});
const says = (to: Answer["to"], ...contents: string[]) => curfew(() => answer(contents.map(one), to));
const refusal = (status: number, code: number) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "POST", "http://127.0.0.1/", {
    files: undefined,
    body: {},
  });
/** Lets everything that is ready run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("what is typed", () => {
  it("is answered at once and privately, the rest follows as privately", async () => {
    const { route } = await stage([says("asker", "first", "second", "third")]);
    const answers = keptAnswers();
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { type: 4, data: { content: "first", flags: EPHEMERAL } } },
      { how: "followUp", body: { content: "second", flags: EPHEMERAL } },
      { how: "followUp", body: { content: "third", flags: EPHEMERAL } },
    ]);
  });

  it("is refused in a sentence, and nothing else, where the disk has no room for it", async () => {
    const { route, lines } = await stage([
      curfew(() => {
        throw new StoreFault("full", "no room");
      }),
    ]);
    const answers = keptAnswers();
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { data: { content: texts("es").common.noRoom, flags: EPHEMERAL } } },
    ]);
    expect(lines).toEqual([]);
  });

  it("is shown to the channel only when the command says so", async () => {
    const { route } = await stage([says("channel", "for all")]);
    const answers = keptAnswers();
    await route(typed("curfew"), answers);
    expect(answers.sent).toHaveLength(1);
    expect(answers.sent[0]).not.toHaveProperty("response.data.flags");
  });

  it("reaches the command as values of the declared kinds, trimmed, absent where nothing was typed", async () => {
    const seen: unknown[] = [];
    const options: Options = {
      place: { kind: "text" },
      at: { kind: "text" },
      nights: { kind: "integer", min: 1, max: 9 },
      channel: { kind: "channel" },
      empty: { kind: "text" },
    };
    const { route } = await stage([curfew((values) => (seen.push(values), answer(one("x"))), options)]);
    await route(
      typed("curfew", [
        { name: "place", type: 3, value: "  Guayas " },
        { name: "nights", type: 4, value: 3 },
        { name: "channel", type: 7, value: "300000000000000009" },
        { name: "empty", type: 3, value: "   " },
      ]),
      keptAnswers(),
    );
    expect(seen).toEqual([
      { place: "Guayas", at: undefined, nights: 3, channel: "300000000000000009", empty: undefined },
    ]);
  });

  const strange: [string, object][] = [
    ["a number out of range", { name: "nights", type: 4, value: 10 }],
    ["a text for a number", { name: "nights", type: 3, value: "3" }],
    ["a half number", { name: "nights", type: 10, value: 1.5 }],
    ["a channel that is none", { name: "channel", type: 3, value: "#general" }],
    ["an option that is not declared", { name: "__proto__", type: 3, value: "x" }],
    ["a choice that is not offered", { name: "region", type: 3, value: "moon" }],
  ];
  it.each(strange)("never reaches the command as %s", async (_, option) => {
    const options: Options = {
      nights: { kind: "integer", min: 1, max: 9 },
      channel: { kind: "channel" },
      region: { kind: "text", choices: () => [{ name: "Caribbean", value: "caribbean" }] },
    };
    let ran = false;
    const { route, lines } = await stage([curfew(() => ((ran = true), answer(one("x"))), options)]);
    const answers = keptAnswers();
    await route(typed("curfew", [option]), answers);
    expect(ran).toBe(false);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { data: { content: expect.stringContaining(failed) } } },
    ]);
    expect(lines.filter((line) => line.level === "error")).toHaveLength(1);
  });

  it("finds the subcommand, and nothing that every object inherits", async () => {
    const alerts: Command = {
      name: "alerts",
      where: "everywhere",
      subcommands: { list: action({ options: {}, run: () => answer(one("list")) }) },
    };
    const { route } = await stage([alerts]);
    const [fine, bare, inherited] = [keptAnswers(), keptAnswers(), keptAnswers()];
    await route(typed("alerts", [{ name: "list", type: 1, options: [] }]), fine);
    await route(typed("alerts"), bare);
    await route(typed("alerts", [{ name: "constructor", type: 1, options: [] }]), inherited);
    expect(fine.sent).toMatchObject([{ response: { data: { content: "list" } } }]);
    for (const { sent } of [bare, inherited])
      expect(sent).toMatchObject([{ response: { data: { content: expect.stringContaining(failed) } } }]);
  });

  it("tells the command who asks, where, in which language, with which permissions", async () => {
    const seen: Context[] = [];
    const { route } = await stage([curfew((_, context) => (seen.push(context), answer(one("x"))))]);
    const member = (permissions: bigint) => ({
      user: { id: "320000000000000002", username: "luis", global_name: "Luis" },
      nick: "El Luis",
      roles: ["330000000000000002"],
      permissions: String(permissions),
    });
    await route(typed("curfew", [], { member: member((1n << 5n) | (1n << 4n)), locale: "en-GB" }), keptAnswers());
    await route(
      typed("curfew", [], { member: member(1n << 38n), channel: { id: "300000000000000003", type: 11 } }),
      keptAnswers(),
    );
    await route(typed("curfew", [], { member: member(8n) }), keptAnswers());
    await route(
      typed("curfew", [], {
        member: undefined,
        guild_id: undefined,
        user: { id: "320000000000000003", username: "mei", global_name: null },
      }),
      keptAnswers(),
    );
    const base = { id: "320000000000000002", name: "El Luis", roles: ["330000000000000002"] };
    expect(seen[0]).toMatchObject({
      language: "en",
      home: true,
      user: { ...base, manageGuild: true, manageChannels: true, sendMessages: false },
    });
    expect(seen[1]).toMatchObject({
      language: "es",
      user: { manageGuild: false, manageChannels: false, sendMessages: true },
    });
    expect(seen[2]).toMatchObject({ user: { manageGuild: true, manageChannels: true, sendMessages: true } });
    expect(seen[3]).toMatchObject({
      guildId: undefined,
      home: false,
      user: {
        id: "320000000000000003",
        name: "mei",
        roles: [],
        manageGuild: false,
        manageChannels: false,
        sendMessages: true,
      },
    });
  });
});

describe("what goes wrong", () => {
  it("is a sentence of its own where the command refuses, private and not in the log", async () => {
    const { route, lines } = await stage([
      curfew(() => {
        throw new Refusal("No hay un lugar llamado “Narnia”.");
      }),
    ]);
    const answers = keptAnswers();
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { type: 4, data: { content: "No hay un lugar llamado “Narnia”.", flags: EPHEMERAL } } },
    ]);
    expect(lines).toEqual([]);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("boom");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("boom");
      },
    ],
    ["answers with nothing", () => answer([])],
    ["answers over a limit", () => answer([one("fine"), one("x".repeat(2001))])],
    ["updates a message that is not there", () => answer(one("x"), "update")],
  ] as const)(
    "is told and logged under the same short id when a command %s, and nothing of it was shown",
    async (_, run) => {
      const { route, lines } = await stage([curfew(run)]);
      const answers = keptAnswers();
      await route(typed("curfew"), answers);
      const id = Reflect.get(lines[0]?.fields ?? {}, "id");
      expect(id).toMatch(/^[0-9a-f]{8}$/);
      expect(lines).toHaveLength(1);
      expect(answers.sent).toMatchObject([
        { how: "first", response: { type: 4, data: { content: `${failed} (${String(id)})`, flags: EPHEMERAL } } },
      ]);
      expect(answers.sent).toHaveLength(1);
    },
  );

  it.each([10062, 40060, 10015, 50027])(
    "is only noted when Discord says %i: there is nobody left to tell",
    async (code) => {
      const { route, lines } = await stage([says("asker", "x")]);
      const answers = keptAnswers({ first: [refusal(404, code)] });
      await route(typed("curfew"), answers);
      expect(answers.sent).toEqual([]);
      expect(lines).toMatchObject([{ level: "warn", fields: { code } }]);
    },
  );

  it("is told when Discord refuses the answer's form", async () => {
    const { route, lines } = await stage([says("asker", "x")]);
    const answers = keptAnswers({ first: [refusal(400, 50035)] });
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { data: { content: expect.stringContaining(failed) } } },
    ]);
    expect(lines).toMatchObject([{ level: "error", fields: { code: 50035 } }]);
  });

  it("is told as a further message when only the second part was refused", async () => {
    const { route } = await stage([says("channel", "first", "second")]);
    const answers = keptAnswers({ followUp: [refusal(400, 50035)] });
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first" },
      { how: "followUp", body: { content: expect.stringContaining(failed), flags: EPHEMERAL } },
    ]);
  });

  it("never reaches the caller, not even when nothing can be sent at all", async () => {
    const down = () => new Error("socket closed");
    const { route, lines } = await stage([says("asker", "x")]);
    await expect(route(typed("curfew"), keptAnswers({ first: [down(), down()] }))).resolves.toBeUndefined();
    expect(lines.map((line) => line.level)).toEqual(["error", "warn"]);
  });

  it.each([
    ["nothing", undefined, 0],
    ["no interaction", { t: 1 }, 0],
    ["a form sent back without its parts", packet(5, { custom_id: "x" }), 1],
    ["an unknown type", packet(99, {}), 1],
    ["a command on a message", packet(2, { id: "340000000000000001", name: "Why?", type: 3 }), 1],
    ["an interaction of nobody", typed("curfew", [], { member: undefined }), 1],
  ])("ends in an apology where there is somebody to give it to: %s", async (_, strange, count) => {
    const { route, lines } = await stage([says("asker", "x")]);
    const answers = keptAnswers();
    await route(strange, answers);
    expect(answers.sent).toHaveLength(count);
    for (const sent of answers.sent)
      expect(sent).toMatchObject({ how: "first", response: { data: { content: expect.stringContaining(failed) } } });
    expect(lines.some((line) => line.level === "error")).toBe(true);
  });
});

describe("what takes its time", () => {
  const slow = () => {
    let finish: (made: Answer) => void = () => {};
    let fail: (fault: Error) => void = () => {};
    const made = new Promise<Answer>((resolve, reject) => {
      [finish, fail] = [resolve, reject];
    });
    return { made, finish: (to: Answer["to"], ...contents: string[]) => finish(answer(contents.map(one), to)), fail };
  };

  it("is deferred after a second and a half, not before, and then put in its place", async () => {
    const work = slow();
    const { route, hand } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_499);
    await settled();
    expect(answers.sent).toEqual([]);
    hand.pass(1);
    await settled();
    expect(answers.sent).toEqual([{ how: "first", response: { type: 5, data: { flags: EPHEMERAL } } }]);
    work.finish("asker", "first", "second");
    await done;
    expect(answers.sent.slice(1)).toMatchObject([
      { how: "edit", body: { content: "first" } },
      { how: "followUp", body: { content: "second", flags: EPHEMERAL } },
    ]);
    expect(answers.sent[1]).not.toHaveProperty("body.flags");
  });

  it("is not deferred when it is ready a moment later", async () => {
    const work = slow();
    const { route, hand } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    hand.pass(1_000);
    work.finish("asker", "x");
    await done;
    hand.pass(10_000);
    await settled();
    expect(answers.sent).toMatchObject([{ how: "first", response: { type: 4 } }]);
  });

  it("becomes a new message in place of the waiting one when all shall see it: privacy cannot be changed afterwards", async () => {
    const work = slow();
    const { route, hand } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_500);
    work.finish("channel", "for all");
    await done;
    expect(answers.sent.map((one) => one.how)).toEqual(["first", "remove", "followUp"]);
    expect(answers.sent[2]).not.toHaveProperty("body.flags");
  });

  it("takes the waiting sign away when it fails", async () => {
    const work = slow();
    const { route, hand, lines } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_500);
    await settled();
    work.fail(new Error("store gone"));
    await done;
    expect(answers.sent[1]).toMatchObject({ how: "edit", body: { content: expect.stringContaining(failed) } });
    expect(lines).toMatchObject([{ level: "error", text: "A command failed" }]);
  });

  it("says that it failed before the token is over, when the command never ends", async () => {
    const { route, hand } = await stage([curfew(() => new Promise<Answer>(() => {}))]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_500);
    await settled();
    hand.pass(14 * 60_000);
    await done;
    expect(answers.sent[1]).toMatchObject({ how: "edit", body: { content: expect.stringContaining(failed) } });
  });

  it("waits on the message itself for a button, and changes it only for an update", async () => {
    for (const [to, how] of [
      ["update", "edit"],
      ["channel", "followUp"],
      ["asker", "followUp"],
    ] as const) {
      const work = slow();
      const { route, hand } = await stage([curfew(() => answer(one("x")), {}, { buttons: { page: () => work.made } })]);
      const answers = keptAnswers();
      const done = route(pressed("1:page:2"), answers);
      await settled();
      hand.pass(1_500);
      work.finish(to, "late");
      await done;
      expect(answers.sent[0]).toEqual({ how: "first", response: { type: 6 } });
      expect(answers.sent[1]).toMatchObject({ how, body: { content: "late" } });
      expect(Reflect.get(Reflect.get(answers.sent[1] ?? {}, "body") ?? {}, "flags")).toBe(
        to === "asker" ? EPHEMERAL : undefined,
      );
    }
  });
});

describe("buttons and menus", () => {
  const seen: unknown[] = [];
  const withButtons = (more: Partial<Command> = {}): Command =>
    curfew(
      () => answer(one("x")),
      {},
      {
        buttons: { page: (args) => (seen.push(args), answer([one("page"), one("more")], "update")) },
        menus: { pick: (args, values) => (seen.push([args, values]), answer(one("picked"), "update")) },
        ...more,
      },
    );

  it("are found by their action's name, with their arguments, and change the message in its own privacy", async () => {
    const { route } = await stage([withButtons()]);
    const [open, hidden] = [keptAnswers(), keptAnswers()];
    await route(pressed("1:page:2:Los%20;Ríos"), open);
    await route(picked("1:pick:a", ["v"]), hidden);
    expect(seen).toEqual([
      ["2", "Los Ríos"],
      [["a"], ["v"]],
    ]);
    expect(open.sent).toMatchObject([
      { how: "first", response: { type: 7, data: { content: "page", embeds: [], components: [] } } },
      { how: "followUp", body: { content: "more" } },
    ]);
    expect(open.sent[1]).not.toHaveProperty("body.flags");
    expect(hidden.sent).toMatchObject([{ how: "first", response: { type: 7, data: { content: "picked" } } }]);
    expect(hidden.sent[0]).not.toHaveProperty("response.data.flags");
  });

  it.each([
    ["an older version", pressed("0:page:1")],
    ["no id of ours", pressed("page")],
    ["a name that nothing declares any more", pressed("1:gone:1")],
    ["a name that every object inherits", pressed("1:constructor")],
    ["a menu's name on a button", pressed("1:pick:1")],
    ["arguments that are no longer kept", pressed(`1:page:~${"0".repeat(64)}`)],
  ])("get a sentence for %s", async (_, strange) => {
    const { route, lines } = await stage([withButtons()]);
    const answers = keptAnswers();
    await route(strange, answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { type: 4, data: { content: brokenButton, flags: EPHEMERAL } } },
    ]);
    expect(lines).toEqual([]);
  });

  it("of home commands lead nowhere in other servers and in direct messages", async () => {
    seen.length = 0;
    const { route } = await stage([withButtons({ where: "home" })]);
    for (const where of [
      { guild_id: ABROAD },
      { guild_id: undefined, member: undefined, user: { id: "320000000000000003", username: "mei" } },
    ]) {
      const answers = keptAnswers();
      await route(pressed("1:page:1", where), answers);
      expect(answers.sent).toMatchObject([{ response: { data: { content: brokenButton } } }]);
    }
    const slash = keptAnswers();
    await route(typed("curfew", [], { guild_id: ABROAD }), slash);
    expect(slash.sent).toMatchObject([{ response: { data: { content: expect.stringContaining(failed) } } }]);
    expect(seen).toEqual([]);
    const home = keptAnswers();
    await route(pressed("1:page:1"), home);
    expect(seen).toEqual([["1"]]);
  });

  it("cannot share a name: the start stops", async () => {
    const other: Command = { ...withButtons(), name: "strikes" };
    await expect(stage([withButtons(), other])).rejects.toThrow(/Two are called “page”/);
    await expect(stage([curfew(() => answer(one("x"))), curfew(() => answer(one("x")))])).rejects.toThrow(
      /Two are called “curfew”/,
    );
    await expect(stage([withButtons({ menus: { page: () => answer(one("x")) } })])).rejects.toThrow(
      /Two are called “page”/,
    );
    await expect(stage([withButtons({ buttons: { "Page!": () => answer(one("x")) } })])).rejects.toThrow(
      /cannot name a button/,
    );
  });
});

describe("suggestions", () => {
  const asks = (value: string | number, name = "place", more: object = {}) =>
    packet(
      4,
      { id: "340000000000000001", name: "curfew", type: 1, options: [{ name, type: 3, value, focused: true }] },
      more,
    );
  const choicesOf = (sent: unknown) =>
    Reflect.get(Reflect.get(Reflect.get(Object(sent), "response"), "data"), "choices");
  const asked = async (
    complete: NonNullable<Options[string]["complete"]>,
    request: object = asks("gua"),
    more: Partial<Command> = {},
  ) => {
    const options: Options = { place: { kind: "text", complete }, nights: { kind: "integer", complete } };
    const { route, lines } = await stage([curfew(() => answer(one("x")), options, more)]);
    const answers = keptAnswers();
    await route(request, answers);
    expect(answers.sent).toMatchObject([{ how: "first", response: { type: 8 } }]);
    return { choices: choicesOf(answers.sent[0]), lines };
  };

  it("are what the option offers for what was typed, the best 25", async () => {
    const { choices } = await asked(
      (text) => Array.from({ length: 30 }, (_, i) => ({ name: `${text} ${i}`, value: String(i) })),
      asks(" gua "),
    );
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: "gua 0", value: "0" });
  });

  it("are numbers for numbers", async () => {
    const { choices } = await asked(
      () => [
        { name: "three", value: "3" },
        { name: "x", value: "x" },
      ],
      asks("3", "nights"),
    );
    expect(choices).toEqual([{ name: "three", value: 3 }]);
  });

  it("show a long name shortened with a sign, never half a character, and keep the value whole", async () => {
    const long = `${"é".repeat(97)}👩‍👩‍👧‍👦 and more`;
    const { choices } = await asked(() => [
      { name: long, value: "v".repeat(100) },
      { name: "x".repeat(100), value: "y" },
    ]);
    expect(choices).toEqual([
      { name: `${"é".repeat(97)}…`, value: "v".repeat(100) },
      { name: "x".repeat(100), value: "y" },
    ]);
  });

  it("leave out, and log, what would make Discord refuse them all", async () => {
    const { choices, lines } = await asked(() => [
      { name: "long", value: "v".repeat(101) },
      { name: " ", value: "a" },
      { name: "none", value: "" },
      { name: "ok", value: "b" },
    ]);
    expect(choices).toEqual([{ name: "ok", value: "b" }]);
    expect(lines).toMatchObject([{ level: "error" }]);
  });

  it("are empty, and the fault logged, when they fail", async () => {
    const { choices, lines } = await asked(() => {
      throw new Error("index broken");
    });
    expect(choices).toEqual([]);
    expect(lines).toMatchObject([{ level: "error", text: "Suggestions failed" }]);
  });

  it("are empty for an option without any, an unknown command, and home commands elsewhere", async () => {
    const offer = () => [{ name: "n", value: "v" }];
    expect((await asked(offer, asks("x", "constructor"))).choices).toEqual([]);
    expect((await asked(offer, asks("x"), { name: "strikes" })).choices).toEqual([]);
    expect((await asked(offer, asks("x", "place", { guild_id: ABROAD }), { where: "home" })).choices).toEqual([]);
  });
});
