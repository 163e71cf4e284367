import { PermissionFlagsBits as P } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { sender, type SenderOptions } from "../../src/discord/sender.ts";
import { snowflakeAt } from "../../src/discord/search.ts";
import { rememberingLog } from "../support.ts";
import { fakeApi, json } from "./fake-api.ts";
import { heldArgs } from "./fixtures.ts";
import { startWatched } from "../rehearsal-server/watched.ts";

const START = "2026-03-15T22:58:30-05:00";
const MARK = "#7K3Q-9M2D";
const SEEN = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.ReadMessageHistory;
const footed = (footer: string, content = "x") => ({ content, embed: { tone: "info" as const, title: "t", footer } });

describe("the sender, against the rehearsal's Discord", () => {
  let rehearsal: Rehearsal;
  let channelId: string;
  let remembered: ReturnType<typeof rememberingLog>;
  const ours = (more: Partial<SenderOptions> = {}) =>
    sender({
      token: rehearsal.token,
      apiUrl: `${rehearsal.url}/api`,
      log: remembered.log,
      longArgs: heldArgs(),
      ...more,
    });
  const shown = () => rehearsal.messages(channelId).map(({ message }) => message.content);
  const isPost = ({ method, path }: { method: string; path: string }) =>
    method === "POST" && path.endsWith("/messages");

  beforeEach(async () => {
    remembered = rememberingLog();
    rehearsal = await startWatched({ startAt: START, rates: "roomy" });
    channelId = rehearsal.channel("alertas").id;
  });
  afterEach(() => rehearsal.close());

  it("posts a message with its nonce, silent or loud, mentioning only the role named", async () => {
    const [role] = rehearsal.state().roles.filter((one) => one.name === "choferes");
    const message = {
      ...footed(MARK, `<@&${role?.id ?? ""}> @everyone`),
      roles: [role?.id ?? ""],
      rows: [{ buttons: [{ label: "Why?", press: { action: { name: "why", args: ["x".repeat(200)] } } }] }],
    };
    const outcome = await ours().post(channelId, message, { nonce: "n1", silent: true });
    const [posted] = rehearsal.messages(channelId);
    expect(outcome).toEqual({ is: "sent", messageId: posted?.message.id });
    expect(posted?.silent).toBe(true);
    expect(posted?.message.mention_everyone).toBe(false);
    expect(rehearsal.requests.at(-1)?.body).toMatchObject({
      nonce: "n1",
      enforce_nonce: true,
      allowed_mentions: { parse: [], roles: [role?.id] },
    });
    await ours().post(channelId, footed(MARK), { nonce: "n2", silent: false });
    expect(rehearsal.messages(channelId)[1]?.silent).toBe(false);
  });

  it("answers a message of its own, and posts all the same where that was deleted", async () => {
    const post = ours();
    await post.post(channelId, footed(MARK), { nonce: "n1", silent: false });
    const [first] = rehearsal.messages(channelId);
    const replyTo = first?.message.id ?? "";
    expect(await post.post(channelId, { content: "answer" }, { nonce: "n2", silent: false, replyTo })).toMatchObject({
      is: "sent",
    });
    expect(rehearsal.messages(channelId)[1]?.message.message_reference?.message_id).toBe(replyTo);
    expect(rehearsal.messages(channelId)[1]?.message.mentions).toEqual([]);
    rehearsal.change({ change: "message-deleted", messageId: replyTo });
    expect(await post.post(channelId, { content: "late" }, { nonce: "n3", silent: false, replyTo })).toMatchObject({
      is: "sent",
    });
    expect(rehearsal.messages(channelId).at(-1)?.message).toMatchObject({ content: "late" });
    expect(rehearsal.messages(channelId).at(-1)?.message.message_reference).toBeUndefined();
  });

  it("says that it cannot answer where it may not read the history, and has posted nothing", async () => {
    const post = ours();
    await post.post(channelId, footed(MARK), { nonce: "n1", silent: false });
    const replyTo = rehearsal.messages(channelId)[0]?.message.id ?? "";
    rehearsal.setBotPermissions(channelId, SEEN & ~P.ReadMessageHistory);
    const outcome = await post.post(channelId, { content: "answer" }, { nonce: "n2", silent: false, replyTo });
    expect(outcome).toEqual({ is: "again", why: "cannot-answer", answer: "400 160002" });
    expect(rehearsal.messages(channelId)).toHaveLength(1);
    expect(await post.post(channelId, { content: "plain" }, { nonce: "n2", silent: false })).toMatchObject({
      is: "sent",
    });
  });

  it("puts another text and embed in the place of a message of its own, once or twice, calling nobody", async () => {
    const [role] = rehearsal.state().roles.filter((one) => one.name === "choferes");
    const post = ours();
    await post.post(channelId, footed(MARK, "old"), { nonce: "n1", silent: false });
    const id = rehearsal.messages(channelId)[0]?.message.id ?? "";
    for (let i = 0; i < 2; i++)
      expect(await post.edit(channelId, id, footed(MARK, `new <@&${role?.id ?? ""}>`))).toEqual({
        is: "sent",
        messageId: id,
      });
    expect(rehearsal.messages(channelId)).toHaveLength(1);
    const [edited] = rehearsal.messages(channelId);
    expect(edited?.message).toMatchObject({
      content: expect.stringMatching(/^new/),
      embeds: [{ footer: { text: MARK } }],
      mention_roles: [],
    });
    expect(rehearsal.requests.at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [] } });
    // Gone: no reason to close the channel. Closed: as for a post. Not answered: to be tried again.
    rehearsal.refuse(({ method }) => method === "PATCH", { drop: "after" });
    expect(await post.edit(channelId, id, footed(MARK, "newer"))).toEqual({ is: "unsure", why: "connection-lost" });
    rehearsal.change({ change: "message-deleted", messageId: id });
    expect(await post.edit(channelId, id, footed(MARK, "newest"))).toEqual({
      is: "never",
      why: "message-deleted",
      closes: false,
      answer: "404 10008",
    });
    rehearsal.setBotPermissions(channelId, 0n);
    expect(await post.edit(channelId, id, footed(MARK, "newest"))).toEqual({
      is: "never",
      why: "forbidden",
      closes: true,
      answer: expect.stringMatching(/^403 5/),
    });
  });

  it("shows one message when the answer was lost and the same nonce is tried again", async () => {
    rehearsal.refuse(isPost, { drop: "after" });
    const post = ours();
    expect(await post.post(channelId, { content: "once" }, { nonce: "n", silent: false })).toEqual({
      is: "unsure",
      why: "connection-lost",
    });
    const second = await post.post(channelId, { content: "once" }, { nonce: "n", silent: false });
    expect(shown()).toEqual(["once"]);
    expect(second).toEqual({ is: "sent", messageId: rehearsal.messages(channelId)[0]?.message.id });
  });

  it("sends one request for one attempt, also when Discord hangs", async () => {
    rehearsal.refuse(isPost, { hang: "after" });
    const outcome = await ours({ timeoutMs: 200 }).post(channelId, { content: "x" }, { nonce: "n", silent: false });
    expect(outcome).toEqual({ is: "unsure", why: "timed-out" });
    expect(rehearsal.requests.filter(isPost)).toHaveLength(1);
  });

  it("goes on with its token after a 401, and says so loudly", async () => {
    rehearsal.refuse(isPost, { status: 401, body: { message: "401: Unauthorized", code: 0 } });
    let alarms = 0;
    const post = ours({ onRefused: () => (alarms += 1) });
    expect(await post.post(channelId, { content: "x" }, { nonce: "n", silent: false })).toMatchObject({
      is: "again",
      why: "bad-token",
    });
    expect(await post.post(channelId, { content: "x" }, { nonce: "n", silent: false })).toMatchObject({ is: "sent" });
    expect(alarms).toBe(1);
    expect(remembered.lines).toContainEqual(
      expect.objectContaining({ level: "error", text: expect.stringContaining("DISCORD_TOKEN") }),
    );
    expect(JSON.stringify(remembered.lines)).not.toContain(`"${rehearsal.token}"`);
  });

  it("never sends a message over a limit, and names the limit in the log", async () => {
    const outcome = await ours().post(channelId, { content: "x".repeat(2001) }, { nonce: "n", silent: false });
    expect(outcome).toEqual({ is: "never", why: "refused-form", closes: false });
    expect(rehearsal.requests.filter(isPost)).toHaveLength(0);
    expect(remembered.lines).toMatchObject([
      { level: "error", fields: { message: "content: 2001 characters, Discord takes 2000" } },
    ]);
  });

  it("takes a burst at its own pace instead of failing over it", async () => {
    const post = ours();
    const burst = Array.from({ length: 60 }, (_, i) =>
      post.post(channelId, { content: `${i}` }, { nonce: `n${i}`, silent: false }),
    );
    const outcomes = await Promise.all(burst);
    expect(outcomes.every((one) => one.is === "sent")).toBe(true);
    expect(shown()).toHaveLength(60);
  });

  describe("looking for a mark", () => {
    const since = Date.parse(START) - 5 * 60_000;

    it("finds it in the foot of the bot's own message, its part and no other", async () => {
      const post = ours();
      await post.post(channelId, footed(`Newest source 16 Mar · ${MARK}.2`), { nonce: "n2", silent: false });
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "absent" });
      await post.post(channelId, footed(`Newest source 16 Mar · ${MARK}`), { nonce: "n1", silent: false });
      const [second, first] = rehearsal.messages(channelId).map(({ message }) => message.id);
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "found", messageId: first, stands: "x" });
      expect(await post.find(channelId, `${MARK}.2`, since)).toEqual({ is: "found", messageId: second, stands: "x" });
      expect(await post.find(channelId, "K3Q-9M2D", since)).toEqual({ is: "absent" });
    });

    it("does not take what somebody else wrote for its own", async () => {
      rehearsal.say(rehearsal.reader("Ana").id, channelId, MARK);
      expect(await ours().find(channelId, MARK, since)).toEqual({ is: "absent" });
    });

    it("reads on to the end of a busy channel", async () => {
      const ana = rehearsal.reader("Ana").id;
      for (let i = 0; i < 250; i += 1) rehearsal.say(ana, channelId, `${i}`);
      const post = ours();
      await post.post(channelId, footed(MARK), { nonce: "n", silent: false });
      expect(await post.find(channelId, MARK, since)).toMatchObject({ is: "found" });
      expect(
        rehearsal.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/messages")),
      ).toHaveLength(3);
    });

    it("does not look before the time it was given", async () => {
      const post = ours();
      await post.post(channelId, footed(MARK), { nonce: "n", silent: false });
      expect(await post.find(channelId, MARK, Date.parse(START) + 3_600_000)).toEqual({ is: "absent" });
      expect(snowflakeAt(0)).toBe(0n);
    });

    it("says that it cannot, where Discord gives an empty list to who may not read: absent would be a guess", async () => {
      const post = ours();
      await post.post(channelId, footed(MARK), { nonce: "n", silent: false });
      rehearsal.setBotPermissions(channelId, SEEN & ~P.ReadMessageHistory);
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "cannot", why: "no-history" });
      rehearsal.setBotPermissions(channelId, 0n);
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "cannot", why: "forbidden" });
      rehearsal.deleteChannel(channelId);
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "cannot", why: "no-such-channel" });
    });

    it("says that it cannot while Discord is down", async () => {
      rehearsal.refuse(({ path }) => path.endsWith("/messages"), { status: 502, body: "" });
      const post = ours();
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "cannot", why: "discord-down" });
      expect(await post.find(channelId, MARK, since)).toEqual({ is: "absent" });
    });
  });

  describe("permissions", () => {
    it("are named one by one as Discord names them", async () => {
      const post = ours();
      expect(await post.missingPermissions(channelId)).toEqual([]);
      rehearsal.setBotPermissions(channelId, SEEN & ~P.EmbedLinks);
      expect(await post.missingPermissions(channelId)).toEqual(["EmbedLinks"]);
      rehearsal.setBotPermissions(channelId, P.ViewChannel);
      expect(await post.missingPermissions(channelId)).toEqual(
        expect.arrayContaining(["EmbedLinks", "ReadMessageHistory", "SendMessages"]),
      );
      rehearsal.setBotPermissions(channelId, 0n);
      expect(await post.missingPermissions(channelId)).toEqual(["ViewChannel"]);
    });

    it("are not asked of a channel that is gone, and failing to ask is thrown", async () => {
      const post = ours();
      expect(await post.missingPermissions("300000000000000009")).toBe("no such channel");
      rehearsal.refuse(({ path }) => path.startsWith("/channels/"), { status: 500, body: "" }, 3);
      await expect(post.missingPermissions(channelId)).rejects.toThrow();
    });
  });

  it("tells Discord's own time, and nothing when Discord does not", async () => {
    expect(await ours().serverTime()).toBe(Date.parse("2026-03-15T22:58:30-05:00"));
    const silent = await fakeApi();
    await silent.close();
    expect(await ours({ apiUrl: silent.apiUrl }).serverTime()).toBeUndefined();
  });
});

describe("permissions in a thread", () => {
  it("are those of its channel, with the leave to write in threads, overwritten in Discord's order", async () => {
    const api = await fakeApi();
    const [guild, parent, thread, bot, role, other] = ["1", "2", "3", "4", "5", "6"].map(
      (n) => `30000000000000000${n}`,
    );
    const overwrite = (id: string | undefined, type: number, allow: bigint, deny: bigint) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    });
    const answers: Record<string, unknown> = {
      "/api/v10/users/@me": { id: bot },
      [`/api/v10/channels/${thread}`]: {
        id: thread,
        type: 11,
        guild_id: guild,
        parent_id: parent,
        permission_overwrites: [],
      },
      [`/api/v10/channels/${parent}`]: {
        id: parent,
        type: 0,
        guild_id: guild,
        permission_overwrites: [
          overwrite(guild, 0, 0n, P.ViewChannel | P.EmbedLinks),
          overwrite(role, 0, P.ViewChannel, P.SendMessagesInThreads),
          overwrite(other, 0, 0n, P.ReadMessageHistory),
          overwrite(bot, 1, P.SendMessagesInThreads, 0n),
        ],
      },
      [`/api/v10/guilds/${guild}/roles`]: [
        { id: guild, permissions: String(SEEN | P.SendMessagesInThreads) },
        { id: role, permissions: "0" },
        { id: other, permissions: String(P.Administrator) },
      ],
      [`/api/v10/guilds/${guild}/members/${bot}`]: { roles: [role] },
    };
    api.react((response, request) => json(200, answers[request.url ?? ""])(response, request));
    const post = sender({ token: "t", apiUrl: api.apiUrl, log: rememberingLog().log });
    expect(await post.missingPermissions(thread ?? "")).toEqual(["EmbedLinks"]);
    answers[`/api/v10/guilds/${guild}/members/${bot}`] = { roles: [other] };
    expect(await post.missingPermissions(thread ?? "")).toEqual([]);
    await api.close();
  });
});

describe("another bot's message with the same mark", () => {
  it("is not taken for ours", async () => {
    const api = await fakeApi();
    const [bot, other] = ["300000000000000004", "300000000000000005"];
    const post = (author: string, id: string) => ({ id, author: { id: author }, embeds: [{ footer: { text: MARK } }] });
    let page = [post(other ?? "", "360000000000000001")];
    api.react((response, request) =>
      json(200, request.url?.endsWith("/users/@me") ? { id: bot } : page)(response, request),
    );
    const ours = sender({ token: "t", apiUrl: api.apiUrl, log: rememberingLog().log });
    expect(await ours.find("300000000000000003", MARK, 0)).toEqual({ is: "absent" });
    page = [...page, post(bot ?? "", "360000000000000002")];
    expect(await ours.find("300000000000000003", MARK, 0)).toEqual({ is: "found", messageId: "360000000000000002" });
    await api.close();
  });
});
