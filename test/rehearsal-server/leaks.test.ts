// What must not be known, told or kept: others' words in quotations, channels and threads the bot does not see, events that are over.
import { Client, Events, GatewayIntentBits, Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { P } from "../../rehearsal/world/permissions.ts";
import { emptyRehearsal, restOf } from "./bot.ts";
import { get, list, post, refused } from "./over-rest.ts";

let rehearsal: Rehearsal;
let rest: REST;
let channel: string;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
  channel = rehearsal.channel("alertas").id;
});
afterEach(() => rehearsal.close());

/** Every dispatch a real client hears, from its READY on. */
async function listening(): Promise<{ t: string; d: unknown }[]> {
  const heard: { t: string; d: unknown }[] = [];
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${rehearsal.url}/api`, retries: 0 } });
  client.on(Events.Raw, (frame: { t: string; d: unknown }) => heard.push(frame));
  onTestFinished(() => client.destroy());
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(rehearsal.token);
  await ready;
  return heard;
}

/** Once this rename is heard, all before it was. */
async function settled(heard: { t: string; d: unknown }[]): Promise<void> {
  rehearsal.renameChannel(rehearsal.channel("redaccion").id, "marca");
  await expect.poll(() => JSON.stringify(heard)).toContain("marca");
}

describe("what another wrote", () => {
  const SECRET = "the source is Marta";

  it("is not read through a quotation either: posted, edited, listed, got or pinned", async () => {
    const { message } = rehearsal.say(rehearsal.reader("Luis").id, channel, SECRET);
    const reply = await post(rest, channel, { content: "seen", message_reference: { message_id: message.id } });
    const path = Routes.channelMessage(channel, reply.id);
    await rest.put(Routes.channelMessagesPin(channel, reply.id)).catch(() => {});
    const answers = [
      reply,
      await rest.patch(path, { body: { content: "seen it" } }),
      await get(rest, path),
      await list(rest, Routes.channelMessages(channel)),
      await get(rest, Routes.channelMessagesPins(channel)),
    ];
    expect(JSON.stringify(answers)).not.toContain(SECRET);
    expect(reply["referenced_message"]).toMatchObject({ id: message.id, content: "" });
    // Readers still see what is quoted.
    expect(rehearsal.messages(channel)[1]?.message.referenced_message?.content).toBe(SECRET);
  });

  it("is read where the bot is mentioned in it", async () => {
    const asked = `<@${rehearsal.applicationId}> ${SECRET}`;
    const { message } = rehearsal.say(rehearsal.reader("Luis").id, channel, asked);
    const reply = await post(rest, channel, { content: "seen", message_reference: { message_id: message.id } });
    expect(reply["referenced_message"]).toMatchObject({ content: asked });
  });
});

describe("a mention of everyone", () => {
  it("needs the leave of who writes it, not the bot's", () => {
    const luis = rehearsal.reader("Luis").id;
    rehearsal.setBotPermissions(channel, P.ViewChannel | P.SendMessages | P.MentionEveryone);
    expect(rehearsal.say(luis, channel, "@everyone").message.mention_everyone).toBe(false);
    rehearsal.setOverwrites(channel, [{ id: luis, of: "member", allow: P.MentionEveryone }]);
    expect(rehearsal.say(luis, channel, "@everyone").message.mention_everyone).toBe(true);
  });

  it("and one of a role of another server reaches nobody", async () => {
    const { id } = rehearsal.addGuild({ name: "Otra" });
    const role = rehearsal.addRole(id, { name: "lejos", mentionable: true });
    expect(await post(rest, channel, { content: `<@&${role.id}>` })).toMatchObject({ mention_roles: [] });
  });
});

describe("a reply", () => {
  it("that names another channel than its own finds no message", async () => {
    const { id } = await post(rest, channel, { content: "a" });
    const elsewhere = { message_id: id, channel_id: rehearsal.channel("redaccion").id };
    expect(await refused(post(rest, channel, { content: "b", message_reference: elsewhere }))).toEqual([400, 50035]);
    const plain = { ...elsewhere, fail_if_not_exists: false };
    expect(await post(rest, channel, { content: "b", message_reference: plain })).toMatchObject({ type: 0 });
  });
});

describe("the gateway", () => {
  it("names no channel the bot does not see, not even when it is deleted", async () => {
    const heard = await listening();
    const secret = rehearsal.channel("redaccion");
    const other = rehearsal.addChannel(rehearsal.guildId, { name: "otro" });
    rehearsal.setBotPermissions(other.id, 0n);
    rehearsal.renameChannel(other.id, "caso-secreto");
    rehearsal.deleteChannel(other.id);
    await settled(heard);
    expect(heard.filter((one) => one.t === "CHANNEL_DELETE")).toMatchObject([{ d: { id: other.id } }]);
    expect(JSON.stringify(heard)).not.toContain("caso-secreto");
    expect(JSON.stringify(heard)).toContain(secret.id);
  });

  it("tells of no thread whose first message was refused", async () => {
    const heard = await listening();
    const forum = rehearsal.channel("foro").id;
    const send = (message: object) => rest.post(Routes.threads(forum), { body: { name: "asunto", message } });
    const lost = { content: "a", attachments: [{ id: 0, filename: "a.png" }] };
    expect(await refused(send(lost))).toEqual([400, 50035]);
    expect(await refused(send({ content: " " }))).toEqual([400, 50006]);
    await settled(heard);
    expect(heard.filter((one) => one.t === "THREAD_CREATE")).toEqual([]);
    await send({ content: "a" });
    await expect.poll(() => heard.filter((one) => one.t === "THREAD_CREATE").length).toBe(2);
  });

  it("lists no event that is over among a guild's", async () => {
    const times = { scheduled_start_time: "2026-03-16T05:00:00Z", scheduled_end_time: "2026-03-16T06:00:00Z" };
    const event = { name: "a", privacy_level: 2, entity_type: 3, entity_metadata: { location: "x" }, ...times };
    await rest.post(Routes.guildScheduledEvents(rehearsal.guildId), { body: event });
    await rehearsal.clock.outage({ to: "2026-03-16T07:00:00Z" });
    const heard = await listening();
    expect(heard.find((one) => one.t === "GUILD_CREATE")).toMatchObject({ d: { guild_scheduled_events: [] } });
  });
});

describe("a thread that came to rest while nobody counted minutes", () => {
  it("was archived when it was due, not when the clock was looked at", async () => {
    const thread = rehearsal.addThread(channel, { name: "asunto", by: rehearsal.reader("Ana").id, autoArchive: 60 });
    const due = rehearsal.clock.now() + 60 * 60_000;
    await rehearsal.clock.outage({ by: 600 });
    const shown = await get(rest, Routes.channel(thread.id));
    expect(shown).toMatchObject({ thread_metadata: { archived: true } });
    const at = /"archive_timestamp":"([^"]+)"/u.exec(JSON.stringify(shown))?.[1] ?? "";
    expect(Math.abs(Date.parse(at) - due)).toBeLessThan(5_000);
  });
});

describe("a file", () => {
  it("is served no longer than its message has it", async () => {
    const files = [{ name: "a.txt", data: Buffer.from("a") }];
    const made = async () => {
      const message = await rest.post(Routes.channelMessages(channel), { body: { content: "a" }, files });
      return messageAndFile(message);
    };
    const [id = "", url = ""] = await made();
    expect((await fetch(url)).status).toBe(200);
    await rest.patch(Routes.channelMessage(channel, id), { body: { attachments: [] } });
    expect((await fetch(url)).status).toBe(404);
    const [otherId = "", otherUrl = ""] = await made();
    await rest.delete(Routes.channelMessage(channel, otherId));
    expect((await fetch(otherUrl)).status).toBe(404);
  });
});

/** Multipart as a client other than discord.js sends it: files and no list of them. */
async function withFiles(method: string, path: string, names: string[]): Promise<unknown> {
  const form = new FormData();
  form.append("payload_json", JSON.stringify({ content: "a" }));
  names.forEach((name, index) => form.append(`files[${index}]`, new Blob(["x"]), name));
  const headers = { "User-Agent": "bare/1", Authorization: `Bot ${rehearsal.token}` };
  const answer = await fetch(`${rehearsal.url}/api/v10${path}`, { method, body: form, headers });
  return answer.json();
}

describe("an edit that brings files and lists none", () => {
  it("adds them to those that are there, up to ten", async () => {
    const [id = ""] = messageAndFile(await withFiles("POST", Routes.channelMessages(channel), ["a.txt"]));
    const path = Routes.channelMessage(channel, id);
    const edited = await withFiles("PATCH", path, ["b.txt", "c.txt"]);
    expect(edited).toMatchObject({ attachments: ["a.txt", "b.txt", "c.txt"].map((filename) => ({ filename })) });
    const eight = Array.from({ length: 8 }, (_, n) => `d${n}.txt`);
    expect(await withFiles("PATCH", path, eight)).toMatchObject({ code: 30015 });
  });
});

describe("a slow answer", () => {
  it("tells how things stood when the request was carried out", async () => {
    rehearsal.refuse({ fault: "slow", on: "posts", times: 1, seconds: 0.3 });
    const answer = post(rest, channel, { content: "before" });
    const { message } = await rehearsal.waitForMessage(channel, () => true);
    await rest.patch(Routes.channelMessage(channel, message.id), { body: { content: "after" } });
    expect(await answer).toMatchObject({ content: "before", edited_timestamp: null });
    expect(message.content).toBe("after");
  });
});

describe("content", () => {
  it("is counted in UTF-16 units like every other text here: the stricter of two counts", async () => {
    expect(await refused(post(rest, channel, { content: "😀".repeat(1_001) }))).toEqual([400, 50035]);
    expect(await post(rest, channel, { content: "😀".repeat(1_000) })).toMatchObject({ type: 0 });
  });
});

function messageAndFile(message: unknown): string[] {
  const [shown] = rehearsal.messages(channel).slice(-1);
  expect(message).toMatchObject({ id: shown?.message.id });
  return [shown?.message.id ?? "", shown?.message.attachments[0]?.url ?? ""];
}
