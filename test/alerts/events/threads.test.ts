// A thread below a notice: below which, under what name, when it is opened, and that nothing of it touches the notice.
import { describe, expect, it } from "vitest";
import { threadName } from "../../../src/alerts/events/threads.ts";
import type { Destination, Subscription } from "../../../src/domain/subscription.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/time.ts";
import { type EventList, eventList } from "./event-scene.ts";
import { CHANNELS, GUILD, roadScene, type RoadScene } from "../road-scene.ts";

const [FIRST = "", SECOND = ""] = CHANNELS;

async function given(answers: Parameters<typeof roadScene>[0] = {}) {
  let list: EventList | undefined;
  const scene = await roadScene({ ...answers, verbs: (now) => (list ??= eventList(now)).verbs });
  if (list === undefined) throw new Error("no list");
  return { scene, list };
}

async function subscribe(
  { road }: RoadScene,
  channelId = FIRST,
  kind: Destination["kind"] = "channel",
  more: Partial<Subscription> = { thread: true },
) {
  const { subscribed } = await road.subscriptions.subscribe({
    guildId: GUILD,
    channelId,
    kind,
    language: "en",
    zone: "America/Guayaquil",
    topics: ["curfews", "strikes"],
    areas: ["EC-G"],
    owner: "900000000000000008",
  });
  const [one] = subscribed.subscriptions;
  await road.subscriptions.setSubscription(GUILD, one?.id ?? "", more);
}

const threads = async (scene: RoadScene) =>
  (await scene.rows())
    .filter(({ alert }) => alert.kind === "thread.opened")
    .map(({ state, reason }) => `${state} ${reason}`);

describe("a thread below a notice", () => {
  it("is opened below strikes and news of curfews, once each, and below no begin or end", async () => {
    const { scene, list } = await given();
    await subscribe(scene);
    await subscribe(scene, SECOND, "channel", {});
    await scene.strike("s1");
    await scene.declare("d1", 2);
    await scene.pass(12 * HOUR);
    await scene.pass(6 * HOUR);
    await scene.restart();
    const named = new Map(scene.posts.map(({ messageId, text, channel }) => [messageId, { text, channel }]));
    expect([...list.threads.keys()].map((id) => named.get(id)?.channel)).toEqual([FIRST, FIRST]);
    for (const [id, name] of list.threads) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(named.get(id)?.text.replaceAll("\\", "").startsWith(name.replace(/…$/u, ""))).toBe(true);
    }
    expect(scene.posts.filter(({ channel }) => channel === FIRST).length).toBeGreaterThan(3);
  });

  it("is opened in no thread and in no direct message", async () => {
    const { scene, list } = await given();
    await subscribe(scene, FIRST, "thread");
    await subscribe(scene, SECOND, "dm");
    await scene.strike("s1");
    expect(scene.posts).toHaveLength(2);
    expect(list.threads.size).toBe(0);
    expect(await threads(scene)).toEqual([]);
  });

  it("waits until the notice stands, however long that takes", async () => {
    const down = () => ({ is: "again" as const, why: "discord-down" as const, afterMs: 5 * MINUTE });
    const { scene, list } = await given({ answers: [down, down] });
    await subscribe(scene);
    await scene.strike("s1");
    await scene.pass(MINUTE);
    expect([scene.posts.length, list.asked]).toEqual([0, []]);
    await scene.pass(5 * MINUTE);
    await scene.restart();
    await scene.pass(5 * MINUTE);
    expect(scene.posts).toHaveLength(1);
    expect([...list.threads.keys()]).toEqual([scene.posts[0]?.messageId]);
  });

  it("is not asked for below a notice that never came", async () => {
    const { scene, list } = await given({
      answers: [() => ({ is: "never", why: "refused-form", closes: false })],
    });
    await subscribe(scene);
    await scene.strike("s1");
    expect(list.asked).toEqual([]);
    expect(await threads(scene)).toEqual(["skipped never-posted"]);
  });

  it("that may not be opened is told once; the notices stand, and the next is tried", async () => {
    const { scene, list } = await given();
    await subscribe(scene);
    scene.road.closures.start();
    for (let i = 0; i < 3; i += 1) {
      list.fail("openThread", {
        before: { is: "never", why: "no-leave-for-threads", closes: false, answer: "403 50013" },
      });
      await scene.strike(`s${i}`);
      await scene.road.closures.idle();
      await scene.settle();
      await scene.pass(DAY);
    }
    await scene.strike("s4");
    const told = scene.posts.filter(({ text }) => text.includes("No thread could be opened"));
    expect(told).toHaveLength(1);
    expect(told[0]?.channel).not.toBe(FIRST);
    expect(told[0]?.text).toContain("the notice itself stands");
    expect(scene.posts.filter(({ channel }) => channel === FIRST)).toHaveLength(4);
    expect(list.threads.size).toBe(1);
  });

  it("below a message that somebody deleted is nobody's trouble", async () => {
    const { scene, list } = await given();
    await subscribe(scene);
    list.fail("openThread", { before: { is: "never", why: "message-deleted", closes: false, answer: "404 10008" } });
    await scene.strike("s1");
    expect(await threads(scene)).toEqual(["skipped message-deleted"]);
  });

  it("is named by the first line, without whom it calls, and shortened at a word", () => {
    expect(threadName("NEW · US strike\\_1 on a **vessel** <@&900000000000000001> @\u200Beveryone")).toBe(
      "NEW · US strike_1 on a vessel @everyone",
    );
    const long = `${"word ".repeat(19)}endings are cut`;
    expect(threadName(long)).toBe(`${"word ".repeat(19).trim()}…`);
    expect(threadName("")).toBe("Vigía");
    const emoji = threadName(`${"x".repeat(98)}😀😀`);
    expect([emoji.length <= 100, emoji.isWellFormed()]).toEqual([true, true]);
  });
});
