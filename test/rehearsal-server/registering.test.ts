// Commands registered one by one, read back, and what admins of a guild allow of them.
import { Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GatewayDispatchEvents, Events } from "discord.js";
import { P } from "../../rehearsal/world/permissions.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { emptyRehearsal, restOf, startBot } from "./bot.ts";
import { get, list, made, refused } from "./over-rest.ts";

let rehearsal: Rehearsal;
let rest: REST;
let app: string;
let guild: string;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
  ({ applicationId: app, guildId: guild } = rehearsal);
});
afterEach(() => rehearsal.close());

const COMMAND = {
  name: "curfew",
  description: "Is there a curfew?",
  name_localizations: { "es-ES": "toque" },
  options: [{ type: 3, name: "place", description: "Where", name_localizations: { "es-ES": "lugar" } }],
};
const post = (body: object, path = Routes.applicationCommands(app)) => rest.post(path, { body });
const names = (reader: string, channel = "alertas") =>
  rehearsal.commands(rehearsal.reader(reader).id, rehearsal.channel(channel).id).map((one) => one.name);

describe("a command", () => {
  it("is added, got, changed and deleted, its id kept", async () => {
    const { id, version } = made(await post(COMMAND));
    expect(await get(rest, Routes.applicationCommand(app, id))).toMatchObject({
      id,
      integration_types: [0],
      contexts: null,
    });
    const changed = await rest.patch(Routes.applicationCommand(app, id), { body: { description: "New" } });
    expect(changed).toMatchObject({ id, name: "curfew", description: "New", options: [{ name: "place" }] });
    expect(made(changed)["version"]).not.toBe(version);
    await rest.delete(Routes.applicationCommand(app, id));
    expect(await refused(get(rest, Routes.applicationCommand(app, id)))).toEqual([404, 10063]);
    expect(await list(rest, Routes.applicationCommands(app))).toEqual([]);
  });

  it("of a known name and type takes the place of the old one: 200, not 201", async () => {
    const { id } = made(await post(COMMAND));
    const again = made(await post({ ...COMMAND, description: "Again" }));
    expect(again).toMatchObject({ id, description: "Again" });
    expect(made(await post({ name: "curfew", type: 3 })).id).not.toBe(id);
    expect(rehearsal.requests.map((one) => one.status)).toEqual([201, 200, 201]);
  });

  it("can be made two hundred times a day in one place, and overwritten without end", async () => {
    const batch = (from: number) => Array.from({ length: 100 }, (_, n) => ({ name: `c${from + n}`, description: "x" }));
    const put = (body: object[]) => rest.put(Routes.applicationGuildCommands(app, guild), { body });
    await put(batch(0));
    await put(batch(0));
    await put(batch(100));
    expect(await refused(put(batch(200)))).toEqual([400, 30034]);
    const one = Routes.applicationGuildCommands(app, guild);
    expect(await refused(post({ name: "c0", description: "x" }, one))).toEqual([400, 30032]);
    await put(batch(100).slice(1));
    expect(await refused(post({ name: "c0", description: "x" }, one))).toEqual([400, 30034]);
    expect(await post({ name: "c101", description: "y" }, one)).toMatchObject({ description: "y" });
    expect(await post({ name: "c0", description: "x" })).toMatchObject({ name: "c0" });
  });

  it("is refused whole: with a fault, with another's name, with another type", async () => {
    const { id } = made(await post(COMMAND));
    await post({ ...COMMAND, name: "other" });
    expect(await refused(post({ name: "UPPER", description: "x" }))).toEqual([400, 50035]);
    const patch = (body: object) => rest.patch(Routes.applicationCommand(app, id), { body });
    expect(await refused(patch({ name: "other" }))).toEqual([400, 40041]);
    expect(await refused(patch({ description: "" }))).toEqual([400, 50035]);
    expect(await refused(patch({ type: 2 }))).toEqual([400, 50035]);
    expect(await get(rest, Routes.applicationCommand(app, id))).toMatchObject({ name: "curfew" });
    expect(await refused(post(COMMAND, Routes.applicationCommands(guild)))).toEqual([403, 20012]);
  });

  it("comes in a list without its dictionaries unless they are asked for", async () => {
    await post(COMMAND);
    const [plain] = await list(rest, Routes.applicationCommands(app));
    expect(JSON.stringify(plain)).not.toContain("localizations");
    expect(plain).toMatchObject({ options: [{ name: "place" }] });
    const [whole] = await list(rest, Routes.applicationCommands(app), { with_localizations: "true" });
    expect(whole).toMatchObject({ name_localizations: { "es-ES": "toque" } });
  });

  it("finds room by its type: 100 slash commands, 15 for people, 15 for messages", async () => {
    const many = (count: number, type: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `c${index}`,
        type,
        ...(type === 1 ? { description: "x" } : {}),
      }));
    const put = (body: object[]) => rest.put(Routes.applicationCommands(app), { body });
    await put([...many(100, 1), ...many(15, 2), ...many(15, 3)]);
    for (const type of [1, 2, 3])
      expect(await refused(post({ name: "more", type, ...(type === 1 ? { description: "x" } : {}) }))).toEqual([
        400, 30032,
      ]);
    expect(await refused(put(many(16, 3)))).toEqual([400, 30032]);
    expect(await list(rest, Routes.applicationCommands(app))).toHaveLength(130);
    await post({ name: "c1", description: "in its place" });
  });
});

describe("a guild's commands", () => {
  it("are its own: no other guild and no direct message shows them, and elsewhere is 50001", async () => {
    const other = rehearsal.addGuild({ name: "Otra", members: [rehearsal.reader("Ana").id] });
    await post(COMMAND, Routes.applicationGuildCommands(app, guild));
    const there = rehearsal.channel("general", other.id).id;
    expect(names("Ana")).toEqual(["toque"]);
    expect(rehearsal.commands(rehearsal.reader("Ana").id, there)).toEqual([]);
    const dm = rehearsal.openDm(rehearsal.reader("Ana").id).id;
    expect(rehearsal.commands(rehearsal.reader("Ana").id, dm)).toEqual([]);
    expect(await list(rest, Routes.applicationGuildCommands(app, other.id))).toEqual([]);
    rehearsal.removeBot(other.id);
    expect(await refused(post(COMMAND, Routes.applicationGuildCommands(app, other.id)))).toEqual([403, 50001]);
  });
});

describe("a command's places", () => {
  it("are those of its contexts and of how the app is installed", async () => {
    const dm = rehearsal.openDm(rehearsal.reader("Ana").id).id;
    for (const [name, rest_] of Object.entries({
      anywhere: {},
      servers: { contexts: [0] },
      private: { contexts: [1] },
      old: { dm_permission: false },
      mine: { integration_types: [1] },
    }))
      await post({ name, description: "x", ...rest_ });
    expect(names("Ana")).toEqual(["anywhere", "servers", "old"]);
    expect(rehearsal.commands(rehearsal.reader("Ana").id, dm).map((one) => one.name)).toEqual(["anywhere", "private"]);
  });
});

describe("what admins allow", () => {
  const ROLE = 1;
  const USER = 2;
  const CHANNEL = 3;
  const role = (name: string) => rehearsal.state().roles.find((one) => one.name === name)?.id ?? "";
  const allow = (id: string, type: number, permission: boolean) => ({ id, type, permission });

  it("is read by the bot", async () => {
    const { id } = made(await post(COMMAND));
    const path = Routes.applicationCommandPermissions(app, guild, id);
    expect(await refused(get(rest, path))).toEqual([404, 10066]);
    rehearsal.setCommandPermissions(guild, id, [allow(role("mesa"), ROLE, true)]);
    expect(await get(rest, path)).toEqual({
      id,
      application_id: app,
      guild_id: guild,
      permissions: [{ id: role("mesa"), type: ROLE, permission: true }],
    });
    expect(await get(rest, Routes.guildApplicationCommandsPermissions(app, guild))).toMatchObject([{ id }]);
  });

  it("decides by person before role before everyone, over what the bot registered", async () => {
    const { id } = made(await post({ ...COMMAND, default_member_permissions: "0" }));
    expect(names("Luis")).toEqual([]);
    rehearsal.setCommandPermissions(guild, id, [allow(role("choferes"), ROLE, true)]);
    expect([names("Luis"), names("Mei")]).toEqual([["curfew"], []]);
    const luis = rehearsal.reader("Luis").id;
    rehearsal.setCommandPermissions(guild, id, [allow(role("choferes"), ROLE, true), allow(luis, USER, false)]);
    expect(names("Luis")).toEqual([]);
    rehearsal.setCommandPermissions(guild, id, [allow(guild, ROLE, true), allow(role("choferes"), ROLE, false)]);
    expect([names("Luis"), names("Mei")]).toEqual([[], ["curfew"]]);
  });

  it("switches channels off one by one or all at once, threads with them", async () => {
    const { id } = made(await post(COMMAND));
    const alertas = rehearsal.channel("alertas").id;
    const thread = rehearsal.addThread(alertas, { name: "x", by: rehearsal.reader("Luis").id });
    rehearsal.setCommandPermissions(guild, id, [allow(alertas, CHANNEL, false)]);
    expect([names("Luis", "alertas"), names("Luis", "x"), names("Luis", "redaccion")]).toEqual([[], [], ["curfew"]]);
    expect(thread.kind).toBe("thread");
    const everywhere = (BigInt(guild) - 1n).toString();
    rehearsal.setCommandPermissions(guild, id, [allow(everywhere, CHANNEL, false), allow(alertas, CHANNEL, true)]);
    expect([names("Luis", "alertas"), names("Luis", "redaccion")]).toEqual([["curfew"], []]);
  });

  it("of the app as a whole counts where a command says nothing; administrators see everything", async () => {
    const { id } = made(await post(COMMAND));
    rehearsal.setCommandPermissions(guild, app, [allow(guild, ROLE, false)]);
    expect(names("Luis")).toEqual([]);
    rehearsal.setCommandPermissions(guild, id, [allow(guild, ROLE, true)]);
    expect(names("Luis")).toEqual(["curfew"]);
    rehearsal.setCommandPermissions(guild, id, [allow(guild, ROLE, false)]);
    rehearsal.setRolePermissions(guild, role("choferes"), P.Administrator);
    expect(names("Luis")).toEqual(["curfew"]);
  });

  it("is told to the bot", async () => {
    const bot = await startBot();
    try {
      const told = new Promise<unknown>((resolve) => {
        bot.client.on(Events.Raw, (packet: { t: string | null; d: unknown }) => {
          if (packet.t === GatewayDispatchEvents.ApplicationCommandPermissionsUpdate) resolve(packet.d);
        });
      });
      bot.rehearsal.setCommandPermissions(guild, app, [allow(guild, ROLE, false)]);
      expect(await told).toMatchObject({ id: app, guild_id: guild, permissions: [{ permission: false }] });
    } finally {
      await bot.stop();
    }
  });
});
