// The suite, part three: what is posted in channels without being asked, once and only once, and what Discord says no to.
import { expect } from "vitest";
import { P } from "../../../rehearsal/world/permissions.ts";
import type { How, Posted } from "./client.ts";
import type { Behaviours, Scene } from "./scene.ts";

const MARK = "#7K3Q-9M2D";
const isPost = ({ method, path }: { method: string; path: string }) => method === "POST" && path.endsWith("/messages");

function idOf(posted: Posted): string {
  if (posted.is !== "sent") throw new Error(JSON.stringify(posted));
  return posted.id;
}

/** Tries again as a careful client does: after the wait it was told, with the same nonce. */
async function insist({ client, channel }: Scene, content: string, how: How): Promise<string> {
  for (let tries = 0; tries < 3; tries += 1) {
    const posted = await client.post(channel("alertas"), content, how);
    if (posted.is === "sent") return posted.id;
    if (posted.is === "no") throw new Error(JSON.stringify(posted));
    // Not for luck: Discord named this wait.
    if (posted.is === "wait") await new Promise((resolve) => setTimeout(resolve, posted.ms));
  }
  throw new Error("Not posted in three tries.");
}

export function messages(behaviours: Behaviours): void {
  once(behaviours);
  refused(behaviours);
  changed(behaviours);
}

function once({ always }: Behaviours): void {
  always("posts a message, aloud or silently", async ({ discord, client, channel }) => {
    const loud = idOf(await client.post(channel("alertas"), "loud", { nonce: "n1" }));
    const silent = idOf(await client.post(channel("alertas"), "silent", { nonce: "n2", silent: true }));
    const shown = discord.messages(channel("alertas"));
    expect(shown.map(({ message, silent }) => [message.id, message.content, silent])).toEqual([
      [loud, "loud", false],
      [silent, "silent", true],
    ]);
  });

  always("gets the first message back for a nonce used twice", async ({ client, channel, texts }) => {
    const first = await client.post(channel("alertas"), "a", { nonce: "n" });
    const second = await client.post(channel("alertas"), "a", { nonce: "n" });
    expect(second).toEqual(first);
    expect(texts()).toEqual(["a"]);
    await client.post(channel("alertas"), "a", { nonce: "m" });
    expect(texts()).toEqual(["a", "a"]);
  });

  always("shows one message when the answer was lost and it was tried again", async (scene) => {
    scene.discord.refuse(isPost, { drop: "after" });
    const id = await insist(scene, "once", { nonce: "n" });
    expect(scene.texts()).toEqual(["once"]);
    expect(scene.discord.messages(scene.channel("alertas"))[0]?.message.id).toBe(id);
  });

  always("shows one message when the socket broke before it was taken", async (scene) => {
    scene.discord.refuse(isPost, { drop: "before" });
    await insist(scene, "once", { nonce: "n" });
    expect(scene.texts()).toEqual(["once"]);
  });

  for (const global of [false, true])
    always(`waits as long as it is told when the rate is limited${global ? " everywhere" : ""}`, async (scene) => {
      const body = { message: "You are being rate limited.", retry_after: 0.25, global };
      scene.discord.refuse(isPost, { status: 429, body });
      await insist(scene, "once", { nonce: "n" });
      const posts = scene.discord.requests.filter(isPost);
      expect(posts.map((one) => one.status)).toEqual([429, 200]);
      expect((posts[1]?.at ?? 0) - (posts[0]?.at ?? 0)).toBeGreaterThanOrEqual(245);
      expect(scene.texts()).toEqual(["once"]);
    });

  always("finds one of its messages in a long history, page by page, and knows when there is none", async (scene) => {
    const { discord, client, channel } = scene;
    const since = discord.clock.now();
    const luis = discord.reader("Luis").id;
    const talk = (count: number) => {
      for (let n = 0; n < count; n += 1) discord.say(luis, channel("alertas"), `${n}`);
    };
    talk(180);
    const id = idOf(await client.post(channel("alertas"), "here", { nonce: "n", mark: MARK }));
    talk(119);
    const reads = () => discord.requests.filter((one) => one.method === "GET" && one.path.endsWith("/messages"));
    expect(await client.find(channel("alertas"), MARK, since)).toBe(id);
    expect(reads().length).toBe(2);
    expect(await client.find(channel("alertas"), "#0000-0000", since)).toBeUndefined();
    // Three full pages, and an empty one that says that there is no more.
    expect(reads().length).toBe(2 + 4);
  });

  always("learns the world's time from the Date header", async ({ discord, client }) => {
    await discord.clock.jump({ to: "2026-03-16T01:00:00-05:00" });
    expect(await client.serverTime()).toBe(Date.parse("2026-03-16T01:00:00-05:00"));
  });
}

function refused({ always, where }: Behaviours): void {
  always(
    "is told what it may not do in a channel, and that a channel is gone",
    async ({ discord, client, channel }) => {
      const [redaccion, alertas] = [channel("redaccion"), channel("alertas")];
      expect(await client.missing(redaccion)).toEqual([]);
      discord.setBotPermissions(redaccion, P.ViewChannel | P.ReadMessageHistory | P.EmbedLinks);
      expect(await client.post(redaccion, "a", { nonce: "1" })).toEqual({ is: "no", why: "forbidden" });
      await expect.poll(() => client.missing(redaccion)).toEqual(["SendMessages"]);
      discord.setBotPermissions(redaccion, 0n);
      expect(await client.post(redaccion, "a", { nonce: "2" })).toEqual({ is: "no", why: "forbidden" });
      expect(await client.missing(redaccion)).toContain("ViewChannel");
      discord.deleteChannel(alertas);
      await expect.poll(() => client.gone()).toEqual([alertas]);
      expect(await client.post(alertas, "a", { nonce: "3" })).toEqual({ is: "no", why: "gone" });
      expect(await client.missing(alertas)).toBe("no such channel");
    },
  );

  where("dm", "writes to a reader in private, unless they take none", async ({ discord }, dm) => {
    const ana = discord.reader("Ana").id;
    idOf(await dm(ana, "for you"));
    const opened = discord.state().channels.find((one) => one.dmWith === ana);
    expect(discord.messages(opened?.id ?? "").map(({ message }) => message.content)).toEqual(["for you"]);
    discord.closeDms(ana);
    expect(await dm(ana, "more")).toEqual({ is: "no", why: "closed" });
  });
}

function changed({ where }: Behaviours): void {
  where("edit", "edits what it posted", async ({ discord, client, channel, texts }, edit) => {
    const id = idOf(await client.post(channel("alertas"), "a", { nonce: "n" }));
    expect(await edit(channel("alertas"), id, "b")).toEqual({ is: "sent", id });
    expect(texts()).toEqual(["b"]);
    expect(discord.messages(channel("alertas"))[0]?.message.edited_timestamp).not.toBeNull();
  });

  where("remove", "takes back what it posted; what is gone is gone", async ({ client, channel, texts }, remove) => {
    const id = idOf(await client.post(channel("alertas"), "a", { nonce: "n" }));
    expect(await remove(channel("alertas"), id)).toEqual({ is: "sent", id });
    expect(texts()).toEqual([]);
    expect(await remove(channel("alertas"), id)).toEqual({ is: "no", why: "gone" });
  });

  where("reply", "answers a message, or says it plainly where that is gone", async (scene, reply) => {
    const { discord, client, channel } = scene;
    const id = idOf(await client.post(channel("alertas"), "a", { nonce: "n" }));
    const answer = idOf(await reply(channel("alertas"), id, "b"));
    const shown = () => discord.messages(channel("alertas")).map(({ message }) => message);
    expect(shown().at(-1)).toMatchObject({ id: answer, type: 19, message_reference: { message_id: id } });
    idOf(await reply(channel("alertas"), "1482951167364300800", "c"));
    expect(shown().at(-1)).toMatchObject({ content: "c", type: 0 });
  });

  where("upload", "sends a picture, drawn in its embed, served back and described", async (scene, upload) => {
    const { discord, channel } = scene;
    const bytes = Buffer.from("89504e470d0a1a0a0000000d49484452000000100000000800000000", "hex");
    idOf(await upload(channel("alertas"), { name: "m.png", bytes, description: "a map" }));
    const image = discord.messages(channel("alertas"))[0]?.message.embeds[0]?.image;
    expect(image).toMatchObject({ width: 16, height: 8, description: "a map" });
    expect(Buffer.from(await (await fetch(image?.url ?? "")).arrayBuffer()).equals(bytes)).toBe(true);
  });
}
