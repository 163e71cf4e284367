// Announcements published, messages pinned and deleted by the dozen. Must never count on the order of two requests at once.
import { ChannelType, Events, MessageFlags, Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { P } from "../../rehearsal/world/permissions.ts";
import { emptyRehearsal, restOf, startBot } from "./bot.ts";
import { get, list, made, post, refused } from "./over-rest.ts";

let rehearsal: Rehearsal;
let rest: REST;
let alertas: string;
let avisos: string;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
  alertas = rehearsal.channel("alertas").id;
  avisos = rehearsal.channel("avisos").id;
});
afterEach(() => rehearsal.close());

const seeing = P.ViewChannel | P.SendMessages | P.ReadMessageHistory;

describe("crossposting", () => {
  const publish = (channel: string, id: string) => rest.post(Routes.channelMessageCrosspost(channel, id));

  it("marks an announcement once; the second time it is 40033", async () => {
    const { id } = await post(rest, avisos, { content: "a" });
    expect(await publish(avisos, id)).toMatchObject({ id, flags: MessageFlags.Crossposted });
    expect(await refused(publish(avisos, id))).toEqual([400, 40033]);
    expect(rehearsal.messages(avisos)[0]?.message.flags).toBe(MessageFlags.Crossposted);
    expect(await get(rest, Routes.channel(avisos))).toMatchObject({ type: ChannelType.GuildAnnouncement });
  });

  it("is for announcement channels only, and for messages people or bots wrote", async () => {
    const plain = await post(rest, alertas, { content: "a" });
    expect(await refused(publish(alertas, plain.id))).toEqual([400, 50024]);
    rehearsal.setBotPermissions(avisos, seeing | P.PinMessages | P.ManageMessages);
    const { id } = await post(rest, avisos, { content: "a" });
    await rest.put(Routes.channelMessagesPin(avisos, id));
    const note = (await list(rest, Routes.channelMessages(avisos)))[0];
    expect(await refused(publish(avisos, note?.id ?? ""))).toEqual([400, 50068]);
  });

  it("of another's message needs MANAGE_MESSAGES too", async () => {
    const { message } = rehearsal.say(rehearsal.reader("Ana").id, avisos, "a");
    expect(await refused(publish(avisos, message.id))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(avisos, seeing | P.ManageMessages);
    expect(await publish(avisos, message.id)).toMatchObject({ id: message.id });
  });
});

describe("pins", () => {
  it("need PIN_MESSAGES, are told in the channel, and are listed newest first", async () => {
    const first = await post(rest, alertas, { content: "a" });
    expect(await refused(rest.put(Routes.channelMessagesPin(alertas, first.id)))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(alertas, seeing | P.PinMessages);
    await rest.put(Routes.channelMessagesPin(alertas, first.id));
    await rest.put(Routes.channelMessagesPin(alertas, first.id));
    const second = await post(rest, alertas, { content: "b" });
    await rest.put(Routes.channelPin(alertas, second.id));
    const notes = (await list(rest, Routes.channelMessages(alertas))).filter((one) => one["type"] === 6);
    expect(notes.map((one) => one["message_reference"])).toEqual([
      expect.objectContaining({ message_id: second.id }),
      expect.objectContaining({ message_id: first.id }),
    ]);
    const path = Routes.channelMessagesPins(alertas);
    expect(await get(rest, path)).toMatchObject({
      items: [{ message: { id: second.id, pinned: true } }, { message: { id: first.id } }],
      has_more: false,
    });
    expect(await get(rest, path, { limit: "1" })).toMatchObject({ items: [{}], has_more: true });
    expect((await list(rest, Routes.channelPins(alertas))).map((one) => one.id)).toEqual([second.id, first.id]);
    await rest.delete(Routes.channelMessagesPin(alertas, second.id));
    await rest.delete(Routes.channelMessage(alertas, first.id));
    expect(await get(rest, path)).toMatchObject({ items: [] });
  });

  it("end at 250 in a channel", async () => {
    rehearsal.setBotPermissions(alertas, seeing | P.PinMessages);
    const ana = rehearsal.reader("Ana").id;
    for (let count = 0; count < 250; count += 1)
      await rest.put(Routes.channelMessagesPin(alertas, rehearsal.say(ana, alertas, `${count}`).message.id));
    const { id } = rehearsal.say(ana, alertas, "one more").message;
    expect(await refused(rest.put(Routes.channelMessagesPin(alertas, id)))).toEqual([400, 30003]);
  });

  it("are told to a bot with the time of the last one", async () => {
    const bot = await startBot();
    try {
      const channel = bot.rehearsal.channel("alertas").id;
      bot.rehearsal.setBotPermissions(channel, seeing | P.PinMessages);
      const { id } = await post(bot.rest, channel, { content: "a" });
      const told = new Promise((resolve) => bot.client.once(Events.ChannelPinsUpdate, (_c, time) => resolve(time)));
      await bot.rest.put(Routes.channelMessagesPin(channel, id));
      expect(Number(await told)).toBeGreaterThan(Date.parse("2026-03-15T22:58:00-05:00"));
    } finally {
      await bot.stop();
    }
  });
});

describe("deleting many", () => {
  const many = (messages: string[]) => rest.post(Routes.channelBulkDelete(alertas), { body: { messages } });

  it("needs MANAGE_MESSAGES, two to a hundred ids, and none older than a fortnight", async () => {
    const ids: string[] = [];
    for (const content of ["a", "b", "c"]) ids.push((await post(rest, alertas, { content })).id);
    expect(await refused(many(ids))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(alertas, seeing | P.ManageMessages);
    const [a = "", b = "", c = ""] = ids;
    await many([a, b]);
    expect(rehearsal.messages(alertas).map((one) => one.message.id)).toEqual([c]);
    await rehearsal.clock.outage({ by: 14 * 24 * 60 + 1 });
    const fresh = await post(rest, alertas, { content: "d" });
    expect(await refused(many([c, fresh.id]))).toEqual([400, 50034]);
    expect(rehearsal.messages(alertas)).toHaveLength(2);
  });
});

describe("answers to a message", () => {
  it("show that it is gone when it is", async () => {
    const { id } = await post(rest, alertas, { content: "a" });
    const answer = await post(rest, alertas, { content: "b", message_reference: { message_id: id } });
    expect(answer["referenced_message"]).toMatchObject({ id });
    await rest.delete(Routes.channelMessage(alertas, id));
    expect(made(await get(rest, Routes.channelMessage(alertas, answer.id)))["referenced_message"]).toBeNull();
  });
});
