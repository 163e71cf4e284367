// What the bot and a person may do in a channel, through the real discord.js over one rehearsal, against the computation as Discord's Permissions page gives it:
// base permissions, then overwrites, written down again here. Values are the page's own table; no line of src/ or of discord.js is asked.
import type { REST } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OverwriteOrder } from "../../rehearsal/director-guilds.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { groundIn, managedIn } from "../../src/discord/permissions.ts";
import { emptyRehearsal, restOf } from "../rehearsal-server/bot.ts";

const ADMINISTRATOR = 1n << 3n;
const CHANNELS = 1n << 4n;
const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const EMBED = 1n << 14n;
const HISTORY = 1n << 16n;
const EVERYONE = 1n << 17n;
const MANAGE_THREADS = 1n << 34n;
const PUBLIC_THREADS = 1n << 35n;
const IN_THREADS = 1n << 38n;
const EVENTS = 1n << 44n;
const PIN = 1n << 51n;
const POST = VIEW | SEND | EMBED | HISTORY;
const ASKED: Readonly<Record<string, bigint>> = {
  ViewChannel: VIEW,
  SendMessages: SEND,
  SendMessagesInThreads: IN_THREADS,
  EmbedLinks: EMBED,
  ReadMessageHistory: HISTORY,
  PinMessages: PIN,
  MentionEveryone: EVERYONE,
  CreatePublicThreads: PUBLIC_THREADS,
  CreateEvents: EVENTS,
  ManageThreads: MANAGE_THREADS,
};
const OF_CHANNEL = ["ViewChannel", "SendMessages", "EmbedLinks", "ReadMessageHistory", "SendMessagesInThreads"];
const OF_THREAD = ["ViewChannel", "SendMessagesInThreads", "EmbedLinks", "ReadMessageHistory"];
const EXTRAS = ["PinMessages", "MentionEveryone", "CreatePublicThreads", "CreateEvents"];

type Who = "everyone" | "a" | "b" | "bot" | "luis";
type Said = readonly (Omit<OverwriteOrder, "id"> & { id: Who })[];
interface Case {
  what: string;
  everyone?: bigint;
  a?: bigint;
  b?: bigint;
  /** Roles of both, bot and person. */
  roles?: readonly ("a" | "b")[];
  overwrites?: Said;
  timedOut?: "now" | "before";
  owner?: true;
  in?:
    | "announcement"
    | "forum"
    | "thread"
    | "private thread"
    | "joined private thread"
    | "locked thread"
    | "archived thread";
}

const deny = (id: Who, bits: bigint): Said[number] => ({
  id,
  of: id === "bot" || id === "luis" ? "member" : "role",
  deny: bits,
});
const allow = (id: Who, bits: bigint): Said[number] => ({
  id,
  of: id === "bot" || id === "luis" ? "member" : "role",
  allow: bits,
});
const both = (how: typeof deny, bits: bigint) => [how("bot", bits), how("luis", bits)];

const CASES: readonly Case[] = [
  { what: "@everyone alone", everyone: POST | CHANNELS },
  { what: "@everyone without one of them", everyone: VIEW | SEND | HISTORY },
  { what: "roles add up", everyone: VIEW, a: SEND | EMBED, b: HISTORY | CHANNELS, roles: ["a", "b"] },
  { what: "a role that neither has", everyone: VIEW, a: POST | CHANNELS },
  {
    what: "an administrator against every denial",
    everyone: 0n,
    a: ADMINISTRATOR,
    roles: ["a"],
    overwrites: [deny("everyone", POST | CHANNELS), ...both(deny, POST | CHANNELS)],
  },
  { what: "an administrator who is timed out", everyone: 0n, a: ADMINISTRATOR, roles: ["a"], timedOut: "now" },
  {
    what: "an allowed administrator of one channel is none",
    everyone: VIEW | HISTORY,
    overwrites: [allow("everyone", ADMINISTRATOR)],
  },
  {
    what: "the owner of the server against every denial",
    everyone: POST,
    owner: true,
    overwrites: [deny("luis", VIEW | CHANNELS)],
  },
  { what: "an owner of the server whom no time-out touches", everyone: POST, owner: true, timedOut: "now" },
  { what: "the channel denies @everyone", everyone: POST | CHANNELS, overwrites: [deny("everyone", SEND | CHANNELS)] },
  { what: "the channel allows @everyone", everyone: VIEW, overwrites: [allow("everyone", POST | CHANNELS | PIN)] },
  {
    what: "a role's allowance outweighs @everyone's denial",
    everyone: POST | CHANNELS,
    roles: ["a"],
    overwrites: [deny("everyone", SEND | CHANNELS), allow("a", SEND | CHANNELS)],
  },
  {
    what: "a role's denial outweighs @everyone's allowance",
    everyone: VIEW | HISTORY | EMBED,
    roles: ["a"],
    overwrites: [allow("everyone", SEND | CHANNELS), deny("a", SEND | CHANNELS)],
  },
  {
    what: "between roles the allowance wins",
    everyone: POST | CHANNELS,
    roles: ["a", "b"],
    overwrites: [allow("a", SEND | CHANNELS), deny("b", SEND | CHANNELS)],
  },
  {
    what: "between roles the allowance wins, however they are listed",
    everyone: POST | CHANNELS,
    roles: ["a", "b"],
    overwrites: [deny("b", SEND | CHANNELS), allow("a", SEND | CHANNELS)],
  },
  {
    what: "overwrites of a role that neither has",
    everyone: POST | CHANNELS,
    roles: ["b"],
    overwrites: [deny("a", POST | CHANNELS)],
  },
  {
    what: "a member's denial outweighs a role's allowance",
    everyone: POST | CHANNELS,
    roles: ["a"],
    overwrites: [...both(deny, HISTORY | CHANNELS), allow("a", HISTORY | CHANNELS)],
  },
  {
    what: "a member's allowance outweighs all denials",
    everyone: VIEW,
    roles: ["a"],
    overwrites: [deny("everyone", POST | CHANNELS), deny("a", POST | CHANNELS), ...both(allow, POST | CHANNELS)],
  },
  { what: "only the bot is denied", everyone: POST | CHANNELS, overwrites: [deny("bot", EMBED)] },
  { what: "only the person is denied to see it", everyone: POST | CHANNELS, overwrites: [deny("luis", VIEW)] },
  { what: "whoever is timed out", everyone: POST | CHANNELS, timedOut: "now" },
  { what: "no overwrite ends a time-out", everyone: VIEW, timedOut: "now", overwrites: both(allow, POST | CHANNELS) },
  { what: "a time-out that is over", everyone: POST | CHANNELS, timedOut: "before" },
  {
    what: "an announcement channel",
    everyone: POST | CHANNELS,
    in: "announcement",
    overwrites: [deny("everyone", EMBED)],
  },
  { what: "a forum", everyone: POST | CHANNELS, in: "forum" },
  { what: "a thread, which counts by its own permission", everyone: POST | CHANNELS, in: "thread" },
  {
    what: "a thread by its channel's overwrites",
    everyone: POST | IN_THREADS,
    in: "thread",
    overwrites: [deny("everyone", IN_THREADS), allow("everyone", CHANNELS)],
  },
  {
    what: "a thread where SEND_MESSAGES is denied",
    everyone: POST | IN_THREADS,
    in: "thread",
    overwrites: [deny("everyone", SEND)],
  },
  { what: "a locked thread", everyone: POST | IN_THREADS | CHANNELS, in: "locked thread" },
  { what: "a locked thread for who may unlock it", everyone: POST | IN_THREADS | MANAGE_THREADS, in: "locked thread" },
  { what: "an archived thread, which a post opens again", everyone: POST | IN_THREADS, in: "archived thread" },
  { what: "a private thread of others", everyone: POST | IN_THREADS | CHANNELS, in: "private thread" },
  {
    what: "a private thread for a moderator",
    everyone: POST | IN_THREADS | MANAGE_THREADS | CHANNELS,
    in: "private thread",
  },
  {
    what: "a private thread that both have joined",
    everyone: POST | IN_THREADS | CHANNELS,
    in: "joined private thread",
  },
];

/** The page's `compute_base_permissions` and `compute_overwrites`, and what it says of time-outs. Undefined: all of them. */
function bits(one: Case, who: "bot" | "luis"): bigint | undefined {
  if (who === "luis" && one.owner === true) return undefined;
  const roles = one.roles ?? [];
  const base = roles.reduce((sum, role) => sum | (one[role] ?? 0n), one.everyone ?? 0n);
  if ((base & ADMINISTRATOR) === ADMINISTRATOR) return undefined;
  const said = (ids: readonly Who[]) => (one.overwrites ?? []).filter(({ id }) => ids.includes(id));
  const step = (before: bigint, ids: readonly Who[]) => {
    const allowed = said(ids).reduce((sum, each) => sum | (each.allow ?? 0n), 0n);
    const denied = said(ids).reduce((sum, each) => sum | (each.deny ?? 0n), 0n);
    return (before & ~denied) | allowed;
  };
  const found = step(step(step(base, ["everyone"]), roles), [who]);
  return one.timedOut === "now" ? found & (VIEW | HISTORY) : found;
}

const has = (found: bigint | undefined, wanted: bigint) => found === undefined || (found & wanted) === wanted;

let rehearsal: Rehearsal;
let rest: REST;
beforeAll(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
});
afterAll(() => rehearsal.close());

const time = () => rehearsal.clock.now();

function made(one: Case) {
  const [luis = "", ana = ""] = ["Luis", "Ana"].map((name) => rehearsal.reader(name).id);
  const bot = rehearsal.applicationId;
  const kind = one.in === "announcement" || one.in === "forum" ? one.in : "text";
  const guild = rehearsal.addGuild({
    name: "Otra",
    channels: [{ name: "general" }, { name: "aqui", kind }],
    members: [luis, ana],
    ownerId: one.owner === true ? luis : ana,
  });
  const [a, b] = [
    rehearsal.addRole(guild.id, { name: "A", permissions: one.a ?? 0n, mentionable: true }),
    rehearsal.addRole(guild.id, { name: "B", permissions: one.b ?? 0n }),
  ];
  const ids: Record<Who, string> = { everyone: guild.id, a: a.id, b: b.id, bot, luis };
  for (const id of [bot, luis])
    rehearsal.setRoles(
      guild.id,
      id,
      (one.roles ?? []).map((role) => ids[role]),
    );
  rehearsal.setRolePermissions(guild.id, guild.id, one.everyone ?? 0n);
  const channel = rehearsal.channel("aqui", guild.id).id;
  const place = placeOf(one, channel, ana);
  if (one.in === "joined private thread") for (const id of [bot, luis]) rehearsal.joinThread(place, id);
  rehearsal.setOverwrites(
    channel,
    (one.overwrites ?? []).map((each) => ({ ...each, id: ids[each.id] })),
  );
  if (one.timedOut !== undefined) {
    const until = time() + (one.timedOut === "now" ? 3_600_000 : -3_600_000);
    for (const id of [bot, luis]) rehearsal.timeOut(guild.id, id, until);
  }
  return { guildId: guild.id, place, channel, bot, luis, a: a.id };
}

function placeOf(one: Case, channel: string, by: string): string {
  if (one.in === undefined || !one.in.endsWith("thread")) return channel;
  const thread = rehearsal.addThread(channel, { name: "x", by, private: one.in.includes("private") }).id;
  if (one.in === "locked thread") rehearsal.setThread(thread, { locked: true });
  if (one.in === "archived thread") rehearsal.setThread(thread, { archived: true });
  return thread;
}

describe("what the bot and a person may do", () => {
  it.each(CASES)("is what Discord's page makes of it: $what", async (one) => {
    const { guildId, place, channel, bot, luis, a } = made(one);
    const [own, person] = [bits(one, "bot"), bits(one, "luis")];
    const isThread = one.in?.endsWith("thread") === true;
    const isHidden = !has(own, VIEW) || (one.in === "private thread" && !has(own, MANAGE_THREADS));
    const ground = groundIn(rest, place, bot, luis, time);
    if (isHidden) await expect(ground).rejects.toMatchObject({ code: 50001 });
    else {
      const wanted = [
        ...(isThread ? OF_THREAD : OF_CHANNEL),
        ...EXTRAS,
        ...(one.in === "locked thread" ? ["ManageThreads"] : []),
      ];
      const found = await ground;
      expect([...found.lacks].sort()).toEqual(wanted.filter((name) => !has(own, ASKED[name] ?? 0n)).sort());
      expect(found).toMatchObject({ guildId, kind: isThread ? "thread" : "channel", mentionable: [a] });
      expect(found.manages).toBe(has(person, VIEW | CHANNELS));
    }
    const managed = await managedIn(rest, guildId, luis, time);
    // The other channel has no overwrites: by the server's own word alone.
    const everywhere = bits({ ...one, overwrites: [] }, "luis");
    expect(managed.server).toBe(has(everywhere, VIEW | CHANNELS));
    const seen = has(own, VIEW);
    expect(managed.channels.includes(channel)).toBe(seen && has(person, VIEW | CHANNELS));
  });
});

describe("who may do nothing", () => {
  it("has left the server, or has not agreed to its rules yet, whatever @everyone may", async () => {
    const { guildId, place, bot, luis } = made({ what: "", everyone: POST | CHANNELS });
    expect((await groundIn(rest, place, bot, luis, time)).manages).toBe(true);
    const pending = {
      get: async (...asked: Parameters<REST["get"]>) => {
        const answer = await rest.get(...asked);
        return asked[0].endsWith(`/members/${luis}`) ? Object.assign({}, answer, { pending: true }) : answer;
      },
    };
    expect((await groundIn(pending, place, bot, luis, time)).manages).toBe(false);
    expect(await managedIn(pending, guildId, luis, time)).toEqual({ server: false, channels: [] });
    rehearsal.removeMember(guildId, luis);
    expect((await groundIn(rest, place, bot, luis, time)).manages).toBe(false);
    expect(await managedIn(rest, guildId, luis, time)).toEqual({ server: false, channels: [] });
  });

  it("is timed out where Discord's time is not to be had", async () => {
    const { place, bot, luis } = made({ what: "", everyone: POST | CHANNELS, timedOut: "before" });
    expect((await groundIn(rest, place, bot, luis, () => undefined)).manages).toBe(false);
  });
});
