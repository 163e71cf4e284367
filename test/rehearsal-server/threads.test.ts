// Threads and forum posts: begun, written into, archived, locked, listed, and what the bot is told of them.
import { ChannelType, Events, MessageFlags, Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { P } from "../../rehearsal/world/permissions.ts";
import { emptyRehearsal, restOf, startBot } from "./bot.ts";
import { get, list, made, post, refused, type Made } from "./over-rest.ts";

let rehearsal: Rehearsal;
let rest: REST;
let alertas: string;
let foro: string;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
  alertas = rehearsal.channel("alertas").id;
  foro = rehearsal.channel("foro").id;
});
afterEach(() => rehearsal.close());

const begin = async (channelId: string, body: object, messageId?: string): Promise<Made> =>
  made(await rest.post(Routes.threads(channelId, messageId), { body }));
const shown = (id: string) => rehearsal.state().channels.find((one) => one.id === id);
const change = (id: string, body: object) => rest.patch(Routes.channel(id), { body });
const moderating = P.ViewChannel | P.SendMessagesInThreads | P.ReadMessageHistory | P.ManageThreads;

describe("a thread begun at a message", () => {
  it("has the message's id, shows on it, and begins with a message that only points back", async () => {
    const { id } = await post(rest, alertas, { content: "a" });
    const thread = await begin(alertas, { name: "Detalles" }, id);
    expect(thread).toMatchObject({ id, type: ChannelType.PublicThread, parent_id: alertas, message_count: 0 });
    expect(thread["member"]).toMatchObject({ user_id: rehearsal.applicationId });
    expect(await get(rest, Routes.channelMessage(alertas, id))).toMatchObject({
      thread: { id },
      flags: MessageFlags.HasThread,
    });
    const [first] = await list(rest, Routes.channelMessages(id));
    expect(first).toMatchObject({ type: 21, content: "", message_reference: { message_id: id, channel_id: alertas } });
    expect(shown(id)).toMatchObject({ kind: "thread", parentId: alertas, name: "Detalles" });
  });

  it("is the only one there can be, and none can be begun at a message of Discord's own", async () => {
    const { id } = await post(rest, alertas, { content: "a" });
    await begin(alertas, { name: "x" }, id);
    expect(await refused(begin(alertas, { name: "y" }, id))).toEqual([400, 160004]);
    await begin(alertas, { name: "alone", type: ChannelType.PublicThread });
    const note = (await list(rest, Routes.channelMessages(alertas)))[0];
    expect(note).toMatchObject({ type: 18, content: "alone" });
    expect(await refused(begin(alertas, { name: "z" }, note?.id))).toEqual([403, 50021]);
  });

  it("is an announcement thread in an announcement channel, and nothing else can be begun there", async () => {
    const avisos = rehearsal.channel("avisos").id;
    const { id } = await post(rest, avisos, { content: "a" });
    expect(await begin(avisos, { name: "x" }, id)).toMatchObject({ type: ChannelType.AnnouncementThread });
    expect(await refused(begin(avisos, { name: "x", type: ChannelType.PublicThread }))).toEqual([400, 50024]);
  });
});

describe("a thread without a message", () => {
  it("is private when no type is named, and then needs CREATE_PRIVATE_THREADS", async () => {
    expect(await refused(begin(alertas, { name: "x" }))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(alertas, P.ViewChannel | P.CreatePrivateThreads);
    expect(await begin(alertas, { name: "x" })).toMatchObject({
      type: ChannelType.PrivateThread,
      thread_metadata: { invitable: true, auto_archive_duration: 1440 },
    });
    expect(await refused(begin(alertas, { name: "x", type: ChannelType.PublicThread }))).toEqual([403, 50013]);
  });

  it("refuses a name too long, a duration Discord does not offer, and a message in it", async () => {
    const type = ChannelType.PublicThread;
    for (const body of [{ name: "x".repeat(101) }, { name: "" }, { name: "x", auto_archive_duration: 61 }])
      expect(await refused(begin(alertas, { ...body, type }))).toEqual([400, 50035]);
  });
});

describe("writing in a thread", () => {
  it("counts messages but not the first, and lets go of those deleted", async () => {
    const { id: at } = await post(rest, alertas, { content: "a" });
    const { id } = await begin(alertas, { name: "x" }, at);
    const one = await post(rest, id, { content: "1" });
    const two = await post(rest, id, { content: "2" });
    expect(await get(rest, Routes.channel(id))).toMatchObject({ message_count: 2, last_message_id: two.id });
    await rest.delete(Routes.channelMessage(id, one.id));
    expect(await get(rest, Routes.channel(id))).toMatchObject({ message_count: 1, total_message_sent: 2 });
  });

  it("needs SEND_MESSAGES_IN_THREADS and not SEND_MESSAGES", async () => {
    const { id } = await begin(alertas, { name: "x", type: ChannelType.PublicThread });
    rehearsal.setBotPermissions(alertas, P.ViewChannel | P.SendMessages);
    expect(await refused(post(rest, id, { content: "a" }))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(alertas, P.ViewChannel | P.SendMessagesInThreads);
    expect(await post(rest, id, { content: "a" })).toMatchObject({ content: "a" });
    expect(await refused(post(rest, alertas, { content: "a" }))).toEqual([403, 50013]);
  });

  it("wakes an archived thread; edits, pins and joining are refused in it, deleting is not", async () => {
    const { id } = await begin(alertas, { name: "x", type: ChannelType.PublicThread });
    const message = await post(rest, id, { content: "a" });
    const other = await post(rest, id, { content: "b" });
    await change(id, { archived: true });
    expect(shown(id)?.archived).toBe(true);
    const edit = rest.patch(Routes.channelMessage(id, message.id), { body: { content: "b" } });
    expect(await refused(edit)).toEqual([400, 50083]);
    expect(await refused(rest.put(Routes.threadMembers(id, "@me")))).toEqual([400, 50083]);
    expect(await refused(change(id, { name: "y" }))).toEqual([400, 50083]);
    await rest.delete(Routes.channelMessage(id, message.id));
    expect(shown(id)?.archived).toBe(true);
    await post(rest, id, { content: "c" });
    expect(shown(id)?.archived).toBeUndefined();
    await rest.patch(Routes.channelMessage(id, other.id), { body: { content: "d" } });
  });

  it("is refused in a locked thread without MANAGE_THREADS, and wakes it with", async () => {
    const { id } = await begin(alertas, { name: "x", type: ChannelType.PublicThread });
    const message = await post(rest, id, { content: "a" });
    rehearsal.setThread(id, { locked: true, archived: true });
    expect(await refused(post(rest, id, { content: "b" }))).toEqual([403, 160005]);
    expect(await refused(change(id, { archived: false }))).toEqual([403, 160005]);
    expect(await refused(rest.delete(Routes.channelMessage(id, message.id)))).toEqual([403, 160005]);
    expect(shown(id)).toMatchObject({ archived: true, locked: true });
    rehearsal.setBotPermissions(alertas, moderating);
    await post(rest, id, { content: "c" });
    expect(shown(id)).not.toHaveProperty("archived");
  });
});

describe("changing a thread", () => {
  it("is for its owner by name, duration and archiving, for moderators in everything", async () => {
    const luis = rehearsal.reader("Luis").id;
    const own = await begin(alertas, { name: "x", type: ChannelType.PublicThread });
    expect(await change(own.id, { name: "y", auto_archive_duration: 60 })).toMatchObject({
      name: "y",
      thread_metadata: { auto_archive_duration: 60 },
    });
    expect(await refused(change(own.id, { locked: true }))).toEqual([403, 50013]);
    const { id } = rehearsal.addThread(alertas, { name: "de Luis", by: luis });
    expect(await refused(change(id, { name: "y" }))).toEqual([403, 50013]);
    expect(await refused(rest.delete(Routes.channel(id)))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(alertas, moderating);
    expect(await change(id, { name: "y", locked: true })).toMatchObject({ name: "y" });
    await rest.delete(Routes.channel(id));
    expect(await refused(get(rest, Routes.channel(id)))).toEqual([404, 10003]);
  });

  it("happens by itself: a thread that is still for its duration is archived, and no sooner", async () => {
    const type = ChannelType.PublicThread;
    const { id } = await begin(alertas, { name: "x", type, auto_archive_duration: 60 });
    await rehearsal.clock.jump({ by: 40 });
    await post(rest, id, { content: "still here" });
    await rehearsal.clock.jump({ by: 40 });
    expect(shown(id)?.archived).toBeUndefined();
    await rehearsal.clock.jump({ by: 30 });
    expect(shown(id)?.archived).toBe(true);
  });
});

describe("threads are listed", () => {
  it("while active with the guild, when archived with their channel, the last first", async () => {
    const type = ChannelType.PublicThread;
    const ids: string[] = [];
    for (const name of ["a", "b", "c"]) ids.push((await begin(alertas, { name, type })).id);
    const [a, b, c] = ids;
    await change(a ?? "", { archived: true });
    await rehearsal.clock.jump({ by: 1 });
    await change(b ?? "", { archived: true });
    expect(await get(rest, Routes.guildActiveThreads(rehearsal.guildId))).toMatchObject({
      threads: [{ id: c }],
      members: [{ id: c, user_id: rehearsal.applicationId }],
    });
    const path = Routes.channelThreads(alertas, "public");
    expect(await get(rest, path)).toMatchObject({ threads: [{ id: b }, { id: a }], has_more: false });
    expect(await get(rest, path, { limit: "2", before: "2026-03-15T22:59:00-05:00" })).toMatchObject({
      threads: [{ id: a }],
    });
    expect(await refused(get(rest, path, { limit: "1" }))).toEqual([400, 50035]);
  });

  it("that are private only to members and moderators", async () => {
    const luis = rehearsal.reader("Luis").id;
    const { id } = rehearsal.addThread(alertas, { name: "x", by: luis, private: true });
    expect(await refused(get(rest, Routes.channel(id)))).toEqual([403, 50001]);
    expect(await get(rest, Routes.guildActiveThreads(rehearsal.guildId))).toMatchObject({ threads: [] });
    expect(shown(id)?.seenBy).toEqual([luis]);
    rehearsal.joinThread(id, rehearsal.applicationId);
    expect(await get(rest, Routes.channel(id))).toMatchObject({ id });
    expect(await get(rest, Routes.threadMembers(id, rehearsal.applicationId))).toMatchObject({
      user_id: rehearsal.applicationId,
    });
  });

  it("are left and joined, and a member who is none is unknown", async () => {
    const { id } = await begin(alertas, { name: "x", type: ChannelType.PublicThread });
    await rest.delete(Routes.threadMembers(id, "@me"));
    expect(await refused(get(rest, Routes.threadMembers(id, rehearsal.applicationId)))).toEqual([404, 10007]);
    expect(await get(rest, Routes.channel(id))).toMatchObject({ member_count: 0 });
    await rest.put(Routes.threadMembers(id, "@me"));
    expect(await get(rest, Routes.channel(id))).toMatchObject({ member_count: 1 });
    expect(await refused(rest.put(Routes.threadMembers(alertas, "@me")))).toEqual([400, 50024]);
  });
});

/** The forum's tag that is, or is not, for moderators. */
async function tag(moderated: boolean): Promise<string> {
  const forum = z.object({ available_tags: z.array(z.object({ id: z.string(), moderated: z.boolean() })) });
  const { available_tags: tags } = forum.parse(await get(rest, Routes.channel(foro)));
  return tags.find((one) => one.moderated === moderated)?.id ?? "";
}

describe("a forum post", () => {
  it("comes with its message, which has its id, its files and its tags", async () => {
    const plain = await tag(false);
    const body = { name: "Un asunto", applied_tags: [plain], message: { content: "Dice así" } };
    const files = [{ name: "a.txt", data: Buffer.from("hola"), contentType: "text/plain" }];
    const thread = made(await rest.post(Routes.threads(foro), { body, files }));
    expect(thread).toMatchObject({
      type: ChannelType.PublicThread,
      applied_tags: [plain],
      message_count: 0,
      message: { id: thread.id, content: "Dice así", attachments: [{ filename: "a.txt", size: 4 }] },
    });
    expect(await get(rest, Routes.channel(foro))).toMatchObject({ last_message_id: thread.id });
    expect((await list(rest, Routes.channelMessages(thread.id))).map((one) => one.id)).toEqual([thread.id]);
  });

  it("needs SEND_MESSAGES, its own tags, and something to say; a refused one leaves nothing behind", async () => {
    const message = { content: "a" };
    expect(await refused(begin(foro, { name: "x" }))).toEqual([400, 50035]);
    expect(await refused(begin(foro, { name: "x", message: {} }))).toEqual([400, 50006]);
    expect(await refused(begin(foro, { name: "x", message, applied_tags: [alertas] }))).toEqual([400, 50035]);
    const moderated = await tag(true);
    expect(await refused(begin(foro, { name: "x", message, applied_tags: [moderated] }))).toEqual([403, 40066]);
    expect(rehearsal.state().channels.filter((one) => one.parentId === foro)).toEqual([]);
    rehearsal.setBotPermissions(foro, P.ViewChannel | P.CreatePublicThreads | P.SendMessagesInThreads);
    expect(await refused(begin(foro, { name: "x", message }))).toEqual([403, 50013]);
    rehearsal.setBotPermissions(foro, P.ViewChannel | P.SendMessages);
    expect(await begin(foro, { name: "x", message })).toMatchObject({ name: "x" });
  });

  it("is where one writes: the forum itself takes no messages and shows none", async () => {
    expect(await refused(post(rest, foro, { content: "a" }))).toEqual([400, 40058]);
    expect(await refused(get(rest, Routes.channelMessages(foro)))).toEqual([400, 50024]);
  });
});

describe("the bot is told", () => {
  it("of threads begun, changed and deleted, and of all that run in a channel it is let into", async () => {
    const bot = await startBot();
    try {
      const luis = bot.rehearsal.reader("Luis").id;
      const channel = bot.rehearsal.channel("redaccion").id;
      const heard: string[] = [];
      bot.client.on(Events.Raw, (packet: { t: string | null }) => void heard.push(packet.t ?? ""));
      const { id } = bot.rehearsal.addThread(channel, { name: "x", by: luis });
      bot.rehearsal.setThread(id, { archived: true });
      bot.rehearsal.setThread(id, { archived: false });
      bot.rehearsal.setBotPermissions(channel, 0n);
      const hidden = bot.rehearsal.addThread(channel, { name: "unseen", by: luis });
      const synced = new Promise((resolve) => bot.client.once(Events.ThreadListSync, resolve));
      bot.rehearsal.setBotPermissions(channel, P.ViewChannel);
      await synced;
      const threads = bot.client.channels.cache.filter((one) => one.isThread()).map((one) => one.id);
      expect(threads.toSorted()).toEqual([id, hidden.id].toSorted());
      bot.rehearsal.deleteChannel(id);
      await new Promise((resolve) => bot.client.once(Events.ThreadDelete, resolve));
      expect(heard).toEqual([
        "THREAD_CREATE",
        "THREAD_UPDATE",
        "THREAD_UPDATE",
        "CHANNEL_UPDATE",
        "CHANNEL_UPDATE",
        "THREAD_LIST_SYNC",
        "THREAD_DELETE",
      ]);
    } finally {
      await bot.stop();
    }
  });
});
