// Two guilds and a thousand channels: what belongs to one guild stays there, what comes and goes is told, and many are quick.
import { Events, Routes, type Guild } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { startBot, type Bot } from "./bot.ts";
import { get, list, post, refused } from "./over-rest.ts";

let bot: Bot;
afterEach(() => bot.stop());

const next = (event: "guildCreate" | "guildDelete" | "guildUnavailable"): Promise<Guild> =>
  new Promise((resolve) => void bot.client.once(event, (guild) => resolve(guild)));

describe("two guilds", () => {
  it("keep their channels, roles, members and people's permissions apart", async () => {
    bot = await startBot();
    const { rehearsal, rest, client } = bot;
    const ana = rehearsal.reader("Ana").id;
    const came = next("guildCreate");
    const other = rehearsal.addGuild({ name: "Otra", channels: [{ name: "alertas" }], members: [ana] });
    expect((await came).name).toBe("Otra");
    const [here, there] = [rehearsal.channel("alertas").id, rehearsal.channel("alertas", other.id).id];
    expect(here).not.toBe(there);
    await post(rest, there, { content: "a" });
    expect(rehearsal.messages(here)).toEqual([]);
    expect((await list(rest, Routes.guildChannels(other.id))).map((one) => one.id)).toEqual([there]);
    expect(await get(rest, Routes.guildMember(other.id, ana))).toMatchObject({ roles: [] });
    expect(await refused(get(rest, Routes.guildMember(other.id, rehearsal.reader("Luis").id)))).toEqual([404, 10007]);
    expect(rehearsal.reader("Ana").guilds).toEqual([rehearsal.guildId, other.id]);
    expect(rehearsal.state().channels.find((one) => one.id === there)?.seenBy).toEqual([ana]);
    expect(client.guilds.cache.map((guild) => guild.channels.cache.size)).toEqual([5, 1]);
    expect((await list(rest, Routes.userGuilds())).map((one) => one.id)).toEqual([rehearsal.guildId, other.id]);
  });

  it("let a command name only what is in its own", async () => {
    bot = await startBot();
    const { rehearsal } = bot;
    const ana = rehearsal.reader("Ana").id;
    const other = rehearsal.addGuild({ name: "Otra", members: [ana] });
    const there = rehearsal.channel("general", other.id).id;
    const typed = (channel: string) =>
      rehearsal.type({
        readerId: ana,
        channelId: there,
        name: "alerts",
        subcommand: "subscribe",
        options: { channel },
      });
    await expect(typed(rehearsal.channel("alertas").id)).rejects.toThrow("No channel here");
    const heard = new Promise<string | null>((resolve) => {
      bot.handle = async (interaction) => resolve(interaction.guildId);
    });
    const answered = typed(there);
    expect(await heard).toBe(other.id);
    expect((await answered).kind).toBe("failed");
  });

  it("are left one by one; what is gone is no access, and a direct message needs one in common", async () => {
    bot = await startBot();
    const { rehearsal, rest } = bot;
    const luis = rehearsal.reader("Luis").id;
    const other = rehearsal.addGuild({ name: "Otra" });
    const dm = rehearsal.openDm(luis).id;
    await post(rest, dm, { content: "a" });
    const gone = next("guildDelete");
    rehearsal.change({ change: "guild-removed", guildId: rehearsal.guildId });
    expect((await gone).id).toBe(rehearsal.guildId);
    expect(await refused(post(rest, rehearsal.channel("alertas").id, { content: "a" }))).toEqual([403, 50001]);
    expect(await refused(get(rest, Routes.guild(rehearsal.guildId)))).toEqual([404, 10004]);
    expect(await refused(post(rest, dm, { content: "a" }))).toEqual([403, 50278]);
    expect(rehearsal.state().guilds.map((one) => one.botIsHere)).toEqual([false, true]);
    await post(rest, rehearsal.channel("general", other.id).id, { content: "a" });
    const back = next("guildCreate");
    rehearsal.change({ change: "guild-joined", guildId: rehearsal.guildId });
    expect((await back).id).toBe(rehearsal.guildId);
    await post(rest, dm, { content: "a" });
  });

  it("can be out of reach without being left", async () => {
    bot = await startBot();
    const { rehearsal, client } = bot;
    const lost = next("guildUnavailable");
    rehearsal.setOutage(rehearsal.guildId, true);
    expect((await lost).id).toBe(rehearsal.guildId);
    expect(client.guilds.cache.size).toBe(1);
    const back = new Promise<void>((resolve) => client.once(Events.GuildAvailable, () => resolve()));
    rehearsal.setOutage(rehearsal.guildId, false);
    await back;
  });

  it("tell of new channels, renamed ones, roles, and the bot's own roles, though not of other members", async () => {
    bot = await startBot();
    const { rehearsal, client } = bot;
    const heard: string[] = [];
    client.on(Events.Raw, (packet: { t: string | null }) => void heard.push(packet.t ?? ""));
    const { guildId } = rehearsal;
    const { id } = rehearsal.addChannel(guildId, { name: "nuevo" });
    rehearsal.renameChannel(id, "otro");
    const role = rehearsal.addRole(guildId, { name: "x" });
    rehearsal.setRolePermissions(guildId, role.id, 8n);
    rehearsal.setRoles(guildId, rehearsal.reader("Luis").id, []);
    const own = rehearsal.state().roles.find((one) => one.name === "Vigía")?.id ?? "";
    rehearsal.setRoles(guildId, rehearsal.applicationId, [own, role.id]);
    rehearsal.setSystemChannel(guildId, id);
    const deleted = new Promise<void>((resolve) => client.once(Events.GuildRoleDelete, () => resolve()));
    rehearsal.deleteRole(guildId, role.id);
    await deleted;
    expect(heard).toEqual([
      "CHANNEL_CREATE",
      "CHANNEL_UPDATE",
      "GUILD_ROLE_CREATE",
      "GUILD_ROLE_UPDATE",
      "GUILD_MEMBER_UPDATE",
      "GUILD_UPDATE",
      "GUILD_ROLE_DELETE",
    ]);
  });

  it("show the gateway a channel the bot cannot see only by its id, and hide its name", async () => {
    bot = await startBot();
    const { rehearsal, client } = bot;
    const id = rehearsal.channel("redaccion").id;
    const updated = new Promise<void>((resolve) => client.once(Events.ChannelUpdate, () => resolve()));
    rehearsal.change({ change: "permission-taken", channelId: id, permission: "ViewChannel" });
    await updated;
    expect(client.channels.cache.get(id)).toMatchObject({ name: "___hidden___", topic: null });
  });
});

describe("a thousand channels", () => {
  it("are made, told and looked at in seconds", async () => {
    bot = await startBot();
    const { rehearsal, client } = bot;
    const began = performance.now();
    const channels = Array.from({ length: 1000 }, (_, index) => ({ name: `c${index}` }));
    const came = next("guildCreate");
    const { id } = rehearsal.addGuild({ name: "Grande", channels, members: [rehearsal.reader("Ana").id] });
    await came;
    for (let count = 0; count < 1000; count += 1) rehearsal.addChannel(id, { name: `d${count}` });
    const state = rehearsal.state();
    expect(state.channels.filter((one) => one.guildId === id)).toHaveLength(2000);
    await new Promise<void>((resolve) => {
      const look = () => (client.guilds.cache.get(id)?.channels.cache.size === 2000 ? resolve() : undefined);
      client.on(Events.ChannelCreate, look);
      look();
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
