// Permissions as computed, against a table written from Discord's Permissions page by hand and not from the code: bits are named, not counted.
import { Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import type { OverwriteOrder } from "../../rehearsal/director-guilds.ts";
import { emptyRehearsal, restOf, startBot } from "./bot.ts";
import { get, post, refused } from "./over-rest.ts";

// Values of the page's table, written down again: the code's own constants could be wrong.
const ADMINISTRATOR = 1n << 3n;
const MANAGE_CHANNELS = 1n << 4n;
const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const EMBED = 1n << 14n;
const ATTACH = 1n << 15n;
const HISTORY = 1n << 16n;
const MENTION = 1n << 17n;
const COMMANDS = 1n << 31n;
const MANAGE_THREADS = 1n << 34n;
const IN_THREADS = 1n << 38n;
const NAMED = { MANAGE_CHANNELS, VIEW, SEND, EMBED, ATTACH, HISTORY, MENTION, COMMANDS, MANAGE_THREADS, IN_THREADS };
type Name = string;
const names = (bits: bigint): Name[] =>
  Object.entries(NAMED)
    .flatMap(([name, bit]) => ((bits & bit) === 0n ? [] : [name]))
    .toSorted();
const ALL = names(-1n);

let rehearsal: Rehearsal;
let rest: REST;
beforeEach(async () => {
  rehearsal = await emptyRehearsal();
  rest = restOf(rehearsal);
});
afterEach(() => rehearsal.close());

interface Case {
  what: string;
  everyone: bigint;
  /** Bits of the roles A and B. */
  a?: bigint;
  b?: bigint;
  overwrites?: (OverwriteOrder & { id: "everyone" | "a" | "b" | "me" })[];
  owner?: true;
  timedOut?: true;
  /** In a thread of the channel: one of somebody else's. */
  in?: "thread" | "private thread" | "joined private thread";
  expected: Name[];
}

const CASES: Case[] = [
  { what: "an owner has everything", everyone: 0n, owner: true, expected: ALL },
  {
    what: "an owner keeps everything against every overwrite",
    everyone: 0n,
    owner: true,
    overwrites: [{ id: "everyone", of: "role", deny: VIEW }],
    expected: ALL,
  },
  { what: "@everyone is what all have", everyone: VIEW | SEND, expected: ["SEND", "VIEW"] },
  { what: "roles add to it", everyone: VIEW, a: HISTORY, b: SEND, expected: ["HISTORY", "SEND", "VIEW"] },
  {
    what: "an administrator has everything, whatever a channel denies",
    everyone: 0n,
    a: ADMINISTRATOR,
    overwrites: [{ id: "me", of: "member", deny: VIEW | SEND }],
    expected: ALL,
  },
  {
    what: "a channel denies @everyone",
    everyone: VIEW | SEND | HISTORY,
    overwrites: [{ id: "everyone", of: "role", deny: HISTORY }],
    expected: ["SEND", "VIEW"],
  },
  {
    what: "a channel allows @everyone what the guild does not",
    everyone: VIEW,
    overwrites: [{ id: "everyone", of: "role", allow: HISTORY }],
    expected: ["HISTORY", "VIEW"],
  },
  {
    what: "a role's allow outweighs @everyone's deny",
    everyone: VIEW | SEND,
    overwrites: [
      { id: "everyone", of: "role", deny: SEND },
      { id: "a", of: "role", allow: SEND },
    ],
    expected: ["SEND", "VIEW"],
  },
  {
    what: "a role's deny outweighs @everyone's allow",
    everyone: VIEW | SEND,
    overwrites: [
      { id: "everyone", of: "role", allow: HISTORY },
      { id: "a", of: "role", deny: HISTORY },
    ],
    expected: ["SEND", "VIEW"],
  },
  {
    what: "between roles allow outweighs deny, whichever role is higher",
    everyone: VIEW,
    overwrites: [
      { id: "a", of: "role", allow: HISTORY },
      { id: "b", of: "role", deny: HISTORY },
    ],
    expected: ["HISTORY", "VIEW"],
  },
  {
    what: "the same with the overwrites listed the other way round",
    everyone: VIEW,
    overwrites: [
      { id: "b", of: "role", deny: HISTORY },
      { id: "a", of: "role", allow: HISTORY },
    ],
    expected: ["HISTORY", "VIEW"],
  },
  {
    what: "a member's own deny outweighs roles",
    everyone: VIEW | SEND,
    overwrites: [
      { id: "me", of: "member", deny: SEND },
      { id: "a", of: "role", allow: SEND },
    ],
    expected: ["VIEW"],
  },
  {
    what: "a member's own allow outweighs roles",
    everyone: VIEW,
    overwrites: [
      { id: "me", of: "member", allow: HISTORY },
      { id: "a", of: "role", deny: HISTORY },
    ],
    expected: ["HISTORY", "VIEW"],
  },
  {
    what: "without VIEW_CHANNEL nothing is left",
    everyone: VIEW | SEND | HISTORY | COMMANDS,
    overwrites: [{ id: "everyone", of: "role", deny: VIEW }],
    expected: [],
  },
  {
    what: "without SEND_MESSAGES nobody mentions everyone, attaches or embeds",
    everyone: VIEW | MENTION | ATTACH | EMBED | HISTORY,
    expected: ["HISTORY", "VIEW"],
  },
  {
    what: "whoever is timed out keeps seeing and reading",
    everyone: VIEW | SEND | HISTORY | COMMANDS | EMBED,
    timedOut: true,
    expected: ["HISTORY", "VIEW"],
  },
  {
    what: "no overwrite gives a timed-out member more",
    everyone: VIEW,
    timedOut: true,
    overwrites: [{ id: "me", of: "member", allow: SEND }],
    expected: ["VIEW"],
  },
  { what: "administrators are not timed out", everyone: 0n, a: ADMINISTRATOR, timedOut: true, expected: ALL },
  {
    what: "a thread has its parent's overwrites",
    everyone: VIEW | IN_THREADS | HISTORY,
    overwrites: [{ id: "a", of: "role", deny: HISTORY }],
    in: "thread",
    expected: ["IN_THREADS", "VIEW"],
  },
  {
    what: "in a thread SEND_MESSAGES_IN_THREADS is what embeds and files hang on",
    everyone: VIEW | IN_THREADS | EMBED | ATTACH,
    in: "thread",
    expected: ["ATTACH", "EMBED", "IN_THREADS", "VIEW"],
  },
  {
    what: "in a thread SEND_MESSAGES is worth nothing",
    everyone: VIEW | SEND | EMBED,
    in: "thread",
    expected: ["SEND", "VIEW"],
  },
  {
    what: "a private thread is nobody's who has not joined",
    everyone: VIEW | IN_THREADS,
    in: "private thread",
    expected: [],
  },
  {
    what: "a private thread is a member's",
    everyone: VIEW | IN_THREADS,
    in: "joined private thread",
    expected: ["IN_THREADS", "VIEW"],
  },
  {
    what: "a private thread is a moderator's",
    everyone: VIEW | MANAGE_THREADS,
    in: "private thread",
    expected: ["MANAGE_THREADS", "VIEW"],
  },
  {
    what: "no thread is seen by who does not see its parent",
    everyone: IN_THREADS | MANAGE_THREADS,
    in: "joined private thread",
    expected: [],
  },
];

/** What Mei can do in the one channel of a guild made for the case. */
function computed(world: Rehearsal, one: Case): Name[] {
  const [mei, luis, ana] = ["Mei", "Luis", "Ana"].map((name) => world.reader(name).id);
  const me = mei ?? "";
  const guild = world.addGuild({
    name: "Otra",
    members: [me, luis ?? "", ana ?? ""],
    ...(one.owner ? { ownerId: me } : {}),
  });
  const a = world.addRole(guild.id, { name: "A", permissions: one.a ?? 0n });
  const b = world.addRole(guild.id, { name: "B", permissions: one.b ?? 0n });
  const channel = world.channel("general", guild.id).id;
  world.setRoles(guild.id, me, [a.id, b.id]);
  world.setRolePermissions(guild.id, guild.id, one.everyone);
  const ids = { everyone: guild.id, a: a.id, b: b.id, me };
  world.setOverwrites(
    channel,
    (one.overwrites ?? []).map((each) => ({ ...each, id: ids[each.id] })),
  );
  if (one.timedOut) world.timeOut(guild.id, me, world.clock.now() + 3_600_000);
  const secret = one.in !== undefined && one.in !== "thread";
  const place = one.in ? world.addThread(channel, { name: "x", by: luis ?? "", private: secret }).id : channel;
  if (one.in === "joined private thread") world.joinThread(place, me);
  return names(world.permissions(me, place));
}

describe("permissions", () => {
  it.each(CASES)("$what", (one) => {
    expect(computed(rehearsal, one)).toEqual(one.expected.toSorted());
  });

  it("are those of a time: a time-out ends by itself", async () => {
    const luis = rehearsal.reader("Luis").id;
    const channel = rehearsal.channel("alertas").id;
    rehearsal.timeOut(rehearsal.guildId, luis, rehearsal.clock.now() + 120_000);
    expect(() => rehearsal.say(luis, channel, "a")).toThrow("may not write");
    await rehearsal.clock.jump({ by: 3 });
    expect(rehearsal.say(luis, channel, "a").message.content).toBe("a");
  });
});

describe("an interaction", () => {
  it("carries what the member and the app may do in its channel, overwrites and all", async () => {
    const seen: { permissions?: string; app?: string }[] = [];
    const bot = await startBot({}, async (interaction) => {
      seen.push({
        permissions: `${interaction.memberPermissions?.bitfield}`,
        app: `${interaction.appPermissions.bitfield}`,
      });
      if (interaction.isRepliable()) await interaction.reply("a");
    });
    try {
      const { rehearsal: world } = bot;
      const channel = world.channel("alertas").id;
      const luis = world.reader("Luis").id;
      world.setOverwrites(channel, [
        { id: luis, of: "member", deny: EMBED },
        { id: world.applicationId, of: "member", deny: SEND | ATTACH },
      ]);
      const command = { readerId: luis, channelId: channel, name: "curfew", options: {} };
      await world.type(command);
      const [told] = seen;
      expect(names(BigInt(told?.permissions ?? 0))).toEqual(
        ["ATTACH", "COMMANDS", "HISTORY", "IN_THREADS", "SEND", "VIEW"].toSorted(),
      );
      expect(names(BigInt(told?.app ?? 0))).toEqual(["COMMANDS", "HISTORY", "IN_THREADS", "VIEW"]);
      expect(BigInt(told?.permissions ?? 0)).toBe(world.permissions(luis, channel));
    } finally {
      await bot.stop();
    }
  });

  it("is not to be had in a channel the reader does not see, in an archived thread, or by whom may use no apps", async () => {
    const bot = await startBot({}, async (interaction) => {
      if (interaction.isRepliable())
        await interaction.reply({
          content: "a",
          components: [{ type: 1, components: [{ type: 2, style: 1, label: "b", custom_id: "b" }] }],
        });
    });
    try {
      const { rehearsal: world } = bot;
      const channelId = world.channel("alertas").id;
      const readerId = world.reader("Luis").id;
      const command = { readerId, channelId, name: "curfew", options: {} };
      const outcome = await world.type(command);
      const messageId = outcome.kind === "message" ? outcome.messageId : "";
      world.setOverwrites(channelId, [{ id: readerId, of: "member", deny: VIEW }]);
      await expect(world.type(command)).rejects.toThrow("does not see");
      await expect(world.press({ readerId, messageId, customId: "b" })).rejects.toThrow("does not see");
      expect(() => world.commands(readerId, channelId)).toThrow("does not see");
      expect(world.state().channels.find((one) => one.id === channelId)?.seenBy).not.toContain(readerId);
      world.setOverwrites(channelId, [{ id: readerId, of: "member", deny: COMMANDS }]);
      expect(world.commands(readerId, channelId)).toEqual([]);
      world.setOverwrites(channelId, []);
      const thread = world.addThread(channelId, { name: "x", by: readerId });
      expect(world.commands(readerId, thread.id).map((one) => one.name)).toContain("curfew");
      world.setThread(thread.id, { archived: true });
      await expect(world.type({ ...command, channelId: thread.id })).rejects.toThrow("archived");
    } finally {
      await bot.stop();
    }
  });
});

describe("over REST", () => {
  it("what cannot be seen is 50001, what may not be done is 50013, and what is hidden is left out of lists", async () => {
    const channel = rehearsal.channel("redaccion").id;
    rehearsal.change({ change: "permission-taken", channelId: channel, permission: "SendMessages" });
    expect(await refused(post(rest, channel, { content: "a" }))).toEqual([403, 50013]);
    rehearsal.change({ change: "permission-taken", channelId: channel, permission: "ViewChannel" });
    expect(await refused(post(rest, channel, { content: "a" }))).toEqual([403, 50001]);
    expect(await refused(get(rest, Routes.channelMessages(channel)))).toEqual([403, 50001]);
    const all = await get(rest, Routes.guildChannels(rehearsal.guildId));
    expect(JSON.stringify(all)).not.toContain(channel);
    expect(rehearsal.state().taken).toEqual({ [channel]: ["ViewChannel", "SendMessages"] });
    rehearsal.change({ change: "permission-given-back", channelId: channel, permission: "ViewChannel" });
    rehearsal.change({ change: "permission-given-back", channelId: channel, permission: "SendMessages" });
    expect(await post(rest, channel, { content: "a" })).toMatchObject({ content: "a" });
    expect(rehearsal.state().taken).toEqual({});
    const twice = { change: "permission-given-back", channelId: channel, permission: "SendMessages" } as const;
    expect(() => rehearsal.change(twice)).toThrow("was not taken");
  });

  it("files need ATTACH_FILES, and a timed-out bot writes nothing", async () => {
    const channel = rehearsal.channel("alertas").id;
    const files = [{ name: "a.txt", data: Buffer.from("a") }];
    rehearsal.change({ change: "permission-taken", channelId: channel, permission: "AttachFiles" });
    expect(await refused(rest.post(Routes.channelMessages(channel), { body: { content: "a" }, files }))).toEqual([
      403, 50013,
    ]);
    rehearsal.change({ change: "permission-given-back", channelId: channel, permission: "AttachFiles" });
    await rest.post(Routes.channelMessages(channel), { body: { content: "a" }, files });
    rehearsal.timeOut(rehearsal.guildId, rehearsal.applicationId, rehearsal.clock.now() + 60_000);
    expect(await refused(post(rest, channel, { content: "a" }))).toEqual([403, 50013]);
  });
});
