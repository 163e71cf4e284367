// What is typed and pressed: it reaches its command as declared, and the answer goes where it belongs.
import { describe, expect, it } from "vitest";
import { action, answer, type Command, type Context, type Options } from "../../src/command.ts";
import { StoreFault } from "../../src/engines/faults.ts";
import { texts } from "../../src/text/index.ts";
import { ABROAD, keptAnswers, picked, pressed, typed } from "./fixtures.ts";
import { EPHEMERAL, one, stage, curfew, says, failed, brokenButton } from "./router-scene.ts";

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
