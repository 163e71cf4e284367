// Scheduled events of a guild over REST, as time passes, and as the gateway tells them.
import { Client, Events, GatewayIntentBits, Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { P } from "../../rehearsal/world/permissions.ts";
import { emptyRehearsal, restOf } from "./bot.ts";
import { get, list, made, refused } from "./over-rest.ts";

let rehearsal: Rehearsal;
let rest: REST;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
});
afterEach(() => rehearsal.close());

/** World time begins at 22:58:30. */
const EVENT = {
  name: "Toque de queda",
  privacy_level: 2,
  entity_type: 3,
  scheduled_start_time: "2026-03-15T23:00:00-05:00",
  scheduled_end_time: "2026-03-15T23:10:00-05:00",
  entity_metadata: { location: "Guayas" },
};
const all = () => Routes.guildScheduledEvents(rehearsal.guildId);
const one = (id: string) => Routes.guildScheduledEvent(rehearsal.guildId, id);
const create = async (body: object = EVENT) => made(await rest.post(all(), { body }));
const change = (id: string, body: object) => rest.patch(one(id), { body });
const setBot = (bits: bigint) => {
  const role = rehearsal.state().roles.find((each) => each.name === "Vigía")?.id ?? "";
  rehearsal.setRolePermissions(rehearsal.guildId, role, bits);
};

describe("a scheduled event", () => {
  it("is made, listed, got, changed and deleted", async () => {
    const { id } = await create();
    expect(await list(rest, all(), { with_user_count: "true" })).toMatchObject([{ id, status: 1, user_count: 0 }]);
    expect(await get(rest, one(id))).toMatchObject({
      creator_id: rehearsal.applicationId,
      channel_id: null,
      entity_metadata: { location: "Guayas" },
    });
    expect(await change(id, { name: "Otro" })).toMatchObject({ name: "Otro", entity_metadata: { location: "Guayas" } });
    expect(rehearsal.state().events).toMatchObject([{ id, name: "Otro" }]);
    await rest.delete(one(id));
    expect(await refused(get(rest, one(id)))).toEqual([404, 10070]);
    expect(await list(rest, all())).toEqual([]);
  });

  const { scheduled_end_time: _end, ...endless } = EVENT;
  const { entity_metadata: _place, ...nowhere } = EVENT;
  it.each([
    ["without an end", endless],
    ["without a place", nowhere],
    ["with an empty place", { ...EVENT, entity_metadata: { location: "" } }],
    ["that has begun already", { ...EVENT, scheduled_start_time: "2026-03-15T22:58:00-05:00" }],
    ["that ends before it begins", { ...EVENT, scheduled_end_time: "2026-03-15T22:59:00-05:00" }],
    ["with a name too long", { ...EVENT, name: "x".repeat(101) }],
    ["with a description too long", { ...EVENT, description: "x".repeat(1001) }],
    ["of another privacy", { ...EVENT, privacy_level: 1 }],
    ["in a channel and outside of one", { ...EVENT, channel_id: "154196036812800010" }],
    ["in a voice channel that is not named", { ...EVENT, entity_type: 2 }],
  ])("%s is refused", async (_what, body) => {
    expect(await refused(create(body))).toEqual([400, 50035]);
    expect(await list(rest, all())).toEqual([]);
  });

  it("is one of a hundred at most that are not over", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 100; count += 1) ids.push((await create({ ...EVENT, name: `${count}` })).id);
    expect(await refused(create())).toEqual([400, 30038]);
    await change(ids[0] ?? "", { status: 4 });
    expect(await create()).toMatchObject({ name: EVENT.name });
  });

  it("needs CREATE_EVENTS; another's event needs MANAGE_EVENTS", async () => {
    const own = await create();
    setBot(P.ViewChannel);
    expect(await refused(create())).toEqual([403, 50013]);
    expect(await refused(change(own.id, { name: "x" }))).toEqual([403, 50013]);
    expect(await refused(rest.delete(one(own.id)))).toEqual([403, 50013]);
    setBot(P.ManageEvents);
    expect(await change(own.id, { name: "x" })).toMatchObject({ name: "x" });
    expect(await refused(create())).toEqual([403, 50013]);
    const elsewhere = rehearsal.addGuild({ name: "Otra", bot: false });
    expect(await refused(list(rest, Routes.guildScheduledEvents(elsewhere.id)))).toEqual([404, 10004]);
  });

  it("goes from scheduled to active to completed, or is canceled, and nowhere else", async () => {
    const { id } = await create();
    expect(await refused(change(id, { status: 3 }))).toEqual([400, 50035]);
    expect(await change(id, { status: 2 })).toMatchObject({ status: 2 });
    expect(await refused(change(id, { status: 4 }))).toEqual([400, 50035]);
    expect(await refused(change(id, { scheduled_start_time: "2026-03-15T23:05:00-05:00" }))).toEqual([400, 50035]);
    expect(await change(id, { status: 3 })).toMatchObject({ status: 3 });
    expect(await refused(change(id, { name: "late" }))).toEqual([400, 180000]);
    const other = await create();
    expect(await change(other.id, { status: 4 })).toMatchObject({ status: 4 });
    expect(await refused(change(other.id, { status: 1 }))).toEqual([400, 180000]);
  });

  it("begins and ends by itself, and tells so only who asked for events", async () => {
    const heard: string[] = [];
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildScheduledEvents];
    const deaf: string[] = [];
    const clients = [intents, intents.slice(0, 1)].map((asked, index) => {
      const client = new Client({ intents: asked, rest: { api: `${rehearsal.url}/api` } });
      const into = index === 0 ? heard : deaf;
      client.on(Events.Raw, (packet: { t: string | null; d: { status?: number } }) => {
        if (packet.t?.includes("EVENT")) into.push(`${packet.t} ${packet.d.status}`);
      });
      return client;
    });
    try {
      for (const client of clients) {
        const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
        await client.login(rehearsal.token);
        await ready;
      }
      const over = new Promise<void>((resolve) => {
        clients[0]?.on(Events.Raw, (packet: { d: { status?: number } | null }) => packet.d?.status === 3 && resolve());
      });
      await create();
      await rehearsal.clock.jump({ by: 5 });
      expect(await list(rest, all())).toMatchObject([{ status: 2 }]);
      await rehearsal.clock.jump({ by: 10 });
      await over;
      expect(await list(rest, all())).toEqual([]);
      expect(heard).toEqual([
        "GUILD_SCHEDULED_EVENT_CREATE 1",
        "GUILD_SCHEDULED_EVENT_UPDATE 2",
        "GUILD_SCHEDULED_EVENT_UPDATE 3",
      ]);
      expect(deaf).toEqual([]);
    } finally {
      for (const client of clients) await client.destroy();
    }
  });
});
