// Messages of a channel as the bot posts and reads them over REST, with nonces, leave, files and ordered faults.
import { MessageFlags, Routes, type APIMessage } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { REST } from "discord.js";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { P } from "../../rehearsal/world/permissions.ts";
import { emptyRehearsal, restOf } from "./bot.ts";

let rehearsal: Rehearsal;
let rest: REST;
let channel: string;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
  channel = rehearsal.channel("alertas").id;
});
afterEach(() => rehearsal.close());

const isMessage = (value: unknown): value is APIMessage => typeof value === "object" && value !== null && "id" in value;

async function post(body: object, to = channel): Promise<APIMessage> {
  const made = await rest.post(Routes.channelMessages(to), { body });
  if (!isMessage(made)) throw new Error("No message came back.");
  return made;
}

async function ids(query: Record<string, string> = {}): Promise<string[]> {
  const list = await rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query) });
  return Array.isArray(list) ? list.map((one: { id: string }) => one.id) : [];
}

describe("a nonce", () => {
  it("that is enforced gives back the first message, and only one stands in the channel", async () => {
    const first = await post({ content: "a", nonce: "n1", enforce_nonce: true });
    const again = await post({ content: "b", nonce: "n1", enforce_nonce: true });
    expect(again.id).toBe(first.id);
    expect(again).toMatchObject({ content: "a", nonce: "n1" });
    expect(rehearsal.messages(channel).length).toBe(1);
    const other = await post({ content: "c", nonce: "n2", enforce_nonce: true });
    expect(other.id).not.toBe(first.id);
  });

  it("that is not enforced makes a second message", async () => {
    const first = await post({ content: "a", nonce: "n1" });
    expect((await post({ content: "b", nonce: "n1" })).id).not.toBe(first.id);
  });
});

describe("a channel", () => {
  it("is read before, after and around a message, newest first, at most as many as asked", async () => {
    const made: string[] = [];
    for (const content of ["a", "b", "c", "d", "e"]) made.push((await post({ content })).id);
    const [a, b, c, d, e] = made;
    expect(await ids()).toEqual([e, d, c, b, a]);
    expect(await ids({ limit: "2" })).toEqual([e, d]);
    expect(await ids({ before: c ?? "" })).toEqual([b, a]);
    expect(await ids({ after: c ?? "", limit: "1" })).toEqual([d]);
    expect(await ids({ around: c ?? "", limit: "3" })).toEqual([d, c, b]);
    await expect(ids({ limit: "101" })).rejects.toMatchObject({ code: 50035 });
    expect(made).toEqual(made.toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1)));
  });

  it("hides from the bot what others wrote, and keeps it from editing that", async () => {
    const { message } = rehearsal.say(rehearsal.reader("Luis").id, channel, "a secret");
    expect(await rest.get(Routes.channelMessage(channel, message.id))).toMatchObject({ content: "" });
    const edit = rest.patch(Routes.channelMessage(channel, message.id), { body: { content: "x" } });
    await expect(edit).rejects.toMatchObject({ code: 50005, status: 403 });
    const removal = rest.delete(Routes.channelMessage(channel, message.id));
    await expect(removal).rejects.toMatchObject({ code: 50013 });
  });

  it("refuses by the leave the bot lacks", async () => {
    const { id } = await post({ content: "a" });
    const read = P.ViewChannel | P.ReadMessageHistory;
    rehearsal.setBotPermissions(channel, read);
    await expect(post({ content: "a" })).rejects.toMatchObject({ code: 50013, status: 403 });
    rehearsal.setBotPermissions(channel, read | P.SendMessages);
    await expect(post({ embeds: [{ title: "a" }] })).rejects.toMatchObject({ code: 50013 });
    expect(await post({ content: "a", embeds: [{ title: "a" }] })).toMatchObject({ content: "a", embeds: [] });
    rehearsal.setBotPermissions(channel, P.ViewChannel | P.SendMessages);
    expect(await ids()).toEqual([]);
    await expect(post({ content: "a", message_reference: { message_id: id } })).rejects.toMatchObject({ code: 160002 });
    rehearsal.setBotPermissions(channel, 0n);
    await expect(post({ content: "a" })).rejects.toMatchObject({ code: 50001, status: 403 });
    await expect(rest.get(Routes.channel(channel))).rejects.toMatchObject({ code: 50001 });
    rehearsal.deleteChannel(channel);
    await expect(post({ content: "a" })).rejects.toMatchObject({ code: 10003, status: 404 });
  });
});

describe("a message", () => {
  it("is edited, answered and deleted; what is gone is 10008", async () => {
    const { id } = await post({ content: "a" });
    await rest.patch(Routes.channelMessage(channel, id), { body: { content: "b" } });
    const answer = await post({ content: "c", message_reference: { message_id: id } });
    expect(answer).toMatchObject({
      type: 19,
      message_reference: { message_id: id },
      referenced_message: { content: "b" },
    });
    await rest.delete(Routes.channelMessage(channel, id));
    await expect(rest.get(Routes.channelMessage(channel, id))).rejects.toMatchObject({ code: 10008 });
    const plain = await post({ content: "d", message_reference: { message_id: id, fail_if_not_exists: false } });
    expect(plain).toMatchObject({ type: 0, content: "d" });
  });

  it("keeps its silence and mentions exactly the role it may", async () => {
    const role = rehearsal.state().roles.find((one) => one.name === "choferes")?.id ?? "";
    const other = rehearsal.state().roles.find((one) => one.name === "mesa")?.id ?? "";
    const content = `<@&${role}> <@&${other}> @everyone`;
    const all = await post({ content, flags: MessageFlags.SuppressNotifications });
    expect(all).toMatchObject({ mention_roles: [role], mention_everyone: false, flags: 4096 });
    expect(rehearsal.messages(channel)[0]?.silent).toBe(true);
    expect(await post({ content, allowed_mentions: { parse: [] } })).toMatchObject({ mention_roles: [] });
    expect(await post({ content, allowed_mentions: { roles: [role] } })).toMatchObject({ mention_roles: [role] });
  });

  it("carries files, drawn in its embed with their text, and served back", async () => {
    const data = Buffer.from("89504e470d0a1a0a0000000d49484452000000100000000800000000", "hex");
    const body = {
      content: "a",
      attachments: [{ id: 0, description: "a map" }],
      embeds: [{ image: { url: "attachment://m.png" } }],
    };
    const files = [{ name: "m.png", data, contentType: "image/png" }];
    const made = await rest.post(Routes.channelMessages(channel), { body, files });
    if (!isMessage(made)) throw new Error("No message came back.");
    const image = made.embeds[0]?.image;
    expect(made.attachments).toEqual([]);
    expect(image).toMatchObject({ width: 16, height: 8, description: "a map" });
    const served = await fetch(image?.url ?? "");
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await served.arrayBuffer()).equals(data)).toBe(true);
    await rest.patch(Routes.channelMessage(channel, made.id), { body: { content: "b" } });
    expect(rehearsal.messages(channel)[0]?.message.embeds[0]?.image?.url).toBe(image?.url);
  });

  it("reaches a reader in private, unless they take none", async () => {
    const ana = rehearsal.reader("Ana").id;
    const open = () => rest.post(Routes.userChannels(), { body: { recipient_id: ana } });
    const dm = await open();
    expect(await open()).toEqual(dm);
    const { id } = Object(dm);
    await post({ content: "for you" }, id);
    expect(rehearsal.state().channels.find((one) => one.id === id)).toMatchObject({ dmWith: ana, name: "Ana" });
    rehearsal.closeDms(ana);
    await expect(post({ content: "more" }, id)).rejects.toMatchObject({ code: 50007, status: 403 });
    const nobody = rest.post(Routes.userChannels(), { body: { recipient_id: channel } });
    await expect(nobody).rejects.toMatchObject({ code: 50033 });
  });
});

describe("an ordered fault", () => {
  const isPost = ({ method }: { method: string }) => method === "POST";

  it("answers in the place of the route, as often as ordered", async () => {
    rehearsal.refuse(isPost, { status: 500, body: { message: "500: Internal Server Error", code: 0 } }, 1);
    await expect(post({ content: "a" })).rejects.toMatchObject({ status: 500 });
    await post({ content: "b" });
    expect(rehearsal.faultsPending).toBe(0);
    expect(rehearsal.requests.map((one) => one.status)).toEqual([500, 200]);
  });

  it("drops the socket before or after the message stands", async () => {
    rehearsal.refuse(isPost, { drop: "before" });
    await expect(post({ content: "a" })).rejects.toThrow();
    expect(rehearsal.messages(channel)).toEqual([]);
    rehearsal.refuse(isPost, { drop: "after" });
    await expect(post({ content: "b" })).rejects.toThrow();
    expect(rehearsal.messages(channel).map((shown) => shown.message.content)).toEqual(["b"]);
  });

  it("limits the rate so that discord.js waits as long as it is told", async () => {
    rehearsal.refuse(isPost, {
      status: 429,
      body: { message: "You are being rate limited.", retry_after: 0.2, global: false },
    });
    await post({ content: "a" });
    const [refused, taken] = rehearsal.requests;
    expect([refused?.status, taken?.status]).toEqual([429, 200]);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(195);
  });
});
