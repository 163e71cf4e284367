// A decree in a server's list of events, over the whole road but Discord: when it comes, what changes it, when it goes, and what a crash or a moderator makes of it.
import { describe, expect, it } from "vitest";
import type { Curfew } from "../../../src/domain/curfew.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/time.ts";
import { Life } from "../../crash/life.ts";
import { killable } from "../../crash/killable-engine.ts";
import { memoryEngine } from "../../support.ts";
import { decree, ec } from "../changes/change-scene.ts";
import { type EventList, eventList } from "./event-scene.ts";
import { CHANNELS, GUILD, roadScene, type RoadScene } from "../road-scene.ts";

const [FIRST = "", SECOND = ""] = CHANNELS;
const OTHER = "900000000000000019";
const at = (text: string) => Date.parse(ec(text));
/** Seven nights, from tomorrow, in Guayas. It is Saturday, 10 January 2026, noon. */
const week = (more: Partial<Curfew> = {}, areas?: string[]) =>
  decree({ declared: "2026-01-10", firstNight: "2026-01-11", lastNight: "2026-01-17", ...more }, areas);

async function given({ list: before, ...more }: Parameters<typeof roadScene>[0] & { list?: EventList } = {}) {
  let own = before;
  const scene = await roadScene({ ...more, verbs: (now) => (own ??= eventList(now)).verbs });
  if (own === undefined) throw new Error("no list");
  return { scene, list: own };
}

async function wants(
  { road }: RoadScene,
  where: { guildId?: string; channelId?: string; language?: "en" | "es"; areas?: string[] } = {},
  more: Partial<Subscription> = { events: true },
) {
  const { guildId = GUILD, channelId = FIRST, language = "en", areas = ["EC-G"] } = where;
  const { subscribed } = await road.subscriptions.subscribe({
    guildId,
    channelId,
    kind: "channel",
    language,
    zone: "America/Guayaquil",
    topics: ["curfews", "strikes"],
    areas,
    owner: "900000000000000008",
  });
  const id = subscribed.subscriptions.at(-1)?.id ?? "";
  await road.subscriptions.setSubscription(guildId, id, more);
  return id;
}

const reasons = async (scene: RoadScene) =>
  (await scene.rows())
    .flatMap(({ alert, reason }) =>
      alert.kind === "guild.event" ? [{ at: alert.subject + String(alert.n).padStart(3), reason }] : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ reason }) => reason);
const changed = (scene: RoadScene, content: Curfew) => scene.record("curfew.changed", content);

describe("a decree in a server's list of events", () => {
  it("is put there once it is declared, with its hours, places, source and mark, from the first night to the last", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week());
    expect(list.shown(GUILD)).toMatchObject([
      {
        name: "Curfew 23:00-05:00 (EC time): EC-G",
        location: "EC-G",
        start: at("2026-01-11T23:00"),
        end: at("2026-01-18T05:00"),
      },
    ]);
    const text = list.shown(GUILD)[0]?.description ?? "";
    expect(text).toContain("NOT all day: daily 23:00-05:00 until Sun 18 Jan 05:00 (EC time).");
    expect(text).toContain("First night: Sun 11 Jan 23:00 -> Mon 05:00.");
    expect(text).toMatch(/Information, not permission to travel.* #[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    await scene.pass(2 * DAY);
    await scene.restart();
    await scene.pass(MINUTE);
    expect(list.asked.filter((verb) => verb === "makeEvent")).toHaveLength(1);
    expect(list.asked).not.toContain("changeEvent");
  });

  it("is not put there where nobody asked for it, nor for places that nobody there follows", async () => {
    const { scene, list } = await given();
    await wants(scene, {}, {});
    await wants(scene, { channelId: SECOND, areas: ["EC-S"] });
    await scene.record("curfew.declared", week());
    await scene.pass(DAY);
    expect(list.all).toEqual([]);
    expect(list.asked).toEqual([]);
  });

  it("changes with the decree, and keeps its mark", async () => {
    const { scene, list } = await given();
    await wants(scene, { areas: ["EC"], language: "es" });
    await scene.record("curfew.declared", week());
    const mark = list.shown(GUILD)[0]?.description.slice(-10);
    await changed(
      scene,
      week({
        lastNight: "2026-01-14",
        rules: week({}, ["EC-G", "EC-R"]).rules.map((rule) => ({ ...rule, start: "20:00" })),
      }),
    );
    const [event, ...others] = list.shown(GUILD);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      name: "Toque de queda 20:00-05:00 (hora de EC): EC-G, EC-R",
      location: "EC-G, EC-R",
      start: at("2026-01-11T20:00"),
      end: at("2026-01-15T05:00"),
    });
    expect(event?.description.slice(-10)).toBe(mark);
    expect(event?.description).toContain(
      "Solo por horas: todos los días 20:00-05:00 hasta el jueves 15 ene. 05:00 (hora de EC).",
    );
  });

  it("is called off with the decree before it begins, and ended where it runs", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week());
    await scene.record(
      "curfew.lifted",
      week({ lifted: { by: { en: "x", es: "x" }, date: "2026-01-10", from: ec("2026-01-10T12:00") } }),
    );
    expect(list.all).toMatchObject([{ is: "cancelled" }]);
    await scene.record("curfew.declared", week({ id: "d2" }));
    await scene.turn(3 * DAY);
    expect(list.shown(GUILD)).toMatchObject([{ isOn: true }]);
    await scene.record(
      "curfew.withdrawn",
      { reason: { en: "wrong", es: "mal" } },
      { subject: "d2", prev: scene.store.head("curfew", "d2")?.id },
    );
    expect(list.all).toMatchObject([{ is: "cancelled" }, { is: "over" }]);
    expect(await reasons(scene)).toEqual(["event-made", "event-ended", "event-made", "event-ended"]);
  });

  it("ends early where the decree does, and is let alone when it is over by itself", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week());
    await scene.turn(2 * DAY);
    await scene.record(
      "curfew.lifted",
      week({ lifted: { by: { en: "x", es: "x" }, date: "2026-01-14", from: ec("2026-01-14T03:00") } }),
    );
    expect(list.shown(GUILD)).toMatchObject([
      { name: "Curfew 23:00-05:00 (EC time): EC-G", end: at("2026-01-14T03:00") },
    ]);
    const asked = list.asked.length;
    await scene.turn(3 * DAY);
    expect(list.all).toMatchObject([{ is: "over" }]);
    expect(list.asked).toHaveLength(asked);
  });

  it("comes within 14 days of its begin, and says until then why it is not there", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week({ firstNight: "2026-01-25", lastNight: "2026-01-27" }));
    expect(list.all).toEqual([]);
    await scene.turn(DAY + 10 * HOUR + 59 * MINUTE);
    expect(list.all).toEqual([]);
    expect(await reasons(scene)).toEqual(["event-too-far"]);
    await scene.turn(MINUTE);
    expect(list.shown(GUILD)).toMatchObject([{ start: at("2026-01-25T23:00"), end: at("2026-01-28T05:00") }]);
  });

  it("has no place there without a known end, comes when it is known and goes when it is no more", async () => {
    const { scene, list } = await given();
    const { lastNight: _, ...open } = week({ lastConfirmed: "2026-01-12" });
    await wants(scene);
    await scene.record("curfew.declared", open);
    await scene.pass(DAY);
    expect(list.all).toEqual([]);
    expect(await reasons(scene)).toEqual(["event-without-end"]);
    await changed(scene, week());
    expect(list.shown(GUILD)).toMatchObject([{ end: at("2026-01-18T05:00") }]);
    await changed(scene, { ...open, lastConfirmed: "2026-01-13" });
    expect(list.shown(GUILD)).toEqual([]);
    expect(await reasons(scene)).toEqual(["event-without-end", "event-made", "event-without-end"]);
  });

  it("begins a little later in the list where the curfew runs already, and says so", async () => {
    const { scene, list } = await given();
    await scene.record("curfew.declared", week());
    await scene.turn(2 * DAY);
    await wants(scene);
    await scene.turn(MINUTE);
    const [event] = list.shown(GUILD);
    expect(event?.start).toBeGreaterThan(at("2026-01-12T12:01"));
    expect(event?.start).toBeLessThan(at("2026-01-12T12:05"));
    expect(event?.description).toContain("It had begun before it came into this list");
    await scene.turn(HOUR);
    await changed(scene, week({ lastNight: "2026-01-16" }));
    expect(list.shown(GUILD)).toMatchObject([{ start: event?.start, end: at("2026-01-17T05:00"), isOn: true }]);
    expect(list.asked.filter((verb) => verb === "changeEvent")).toHaveLength(1);
  });

  it("is one for all channels of a server, in the words of the first, and one in each server", async () => {
    const { scene, list } = await given();
    await wants(scene, { language: "es" });
    await scene.turn(MINUTE);
    const second = await wants(scene, { channelId: SECOND, areas: ["EC-R"] });
    await wants(scene, { guildId: OTHER, channelId: "900000000000000021", areas: ["EC-R"] });
    await scene.record("curfew.declared", week({}, ["EC-G", "EC-R", "EC-S"]));
    expect(list.shown(GUILD)).toMatchObject([{ name: "Toque de queda 23:00-05:00 (hora de EC): EC-G, EC-R" }]);
    expect(list.shown(OTHER)).toMatchObject([{ name: "Curfew 23:00-05:00 (EC time): EC-R" }]);
    await scene.road.subscriptions.setSubscription(GUILD, second, { events: undefined });
    await scene.turn(MINUTE);
    expect(list.shown(GUILD)).toMatchObject([{ name: "Toque de queda 23:00-05:00 (hora de EC): EC-G" }]);
  });

  it("goes when nobody there wants it any more, and when the alerts are stopped", async () => {
    const { scene, list } = await given();
    const id = await wants(scene);
    await scene.record("curfew.declared", week());
    await scene.road.subscriptions.setSubscription(GUILD, id, { events: undefined });
    await scene.turn(MINUTE);
    expect(list.all).toEqual([]);
    await scene.road.subscriptions.setSubscription(GUILD, id, { events: true });
    await scene.turn(MINUTE);
    expect(list.shown(GUILD)).toHaveLength(1);
    await scene.road.subscriptions.end({ guildId: GUILD, channelId: FIRST, by: "900000000000000008" });
    await scene.turn(MINUTE);
    expect(list.all).toEqual([]);
    expect(await reasons(scene)).toEqual(["event-made", "event-removed", "event-made", "event-removed"]);
  });

  it("is not made again where somebody removed it, until it is switched off and on", async () => {
    const { scene, list } = await given();
    const id = await wants(scene);
    await scene.record("curfew.declared", week());
    list.remove(list.shown(GUILD)[0]?.id ?? "");
    await scene.turn(DAY);
    await changed(scene, week({ lastNight: "2026-01-20" }));
    await scene.restart();
    await changed(scene, week({ lastNight: "2026-01-21" }));
    expect(list.all).toEqual([]);
    expect(await reasons(scene)).toEqual(["event-made", "event-deleted"]);
    for (const events of [undefined, true] as const) {
      await scene.road.subscriptions.setSubscription(GUILD, id, { events });
      await scene.turn(MINUTE);
    }
    expect(list.shown(GUILD)).toHaveLength(1);
  });

  it("comes back into the list where the decree goes on after it was over", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week({ lastNight: "2026-01-12" }));
    await scene.turn(3 * DAY);
    expect(list.all).toMatchObject([{ is: "over" }]);
    await changed(scene, week({ lastNight: "2026-01-20" }));
    expect(list.shown(GUILD)).toMatchObject([{ end: at("2026-01-21T05:00") }]);
  });
});

describe("what Discord refuses", () => {
  const leave = { before: { is: "never", why: "no-leave-for-events", closes: false, answer: "403 50013" } } as const;

  it("ends the row with its reason, its people are told once, and it comes when leave is given", async () => {
    const { scene, list } = await given();
    await wants(scene);
    scene.road.closures.start();
    for (let i = 0; i < 9; i += 1) list.fail("makeEvent", leave);
    await scene.record("curfew.declared", week());
    const told = async () => {
      await scene.road.closures.idle();
      await scene.settle();
      return scene.posts.filter(({ text }) => text.includes("could NOT be put right in the server's list of events"))
        .length;
    };
    expect(await told()).toBe(1);
    expect(scene.posts.some(({ channel, text }) => channel === FIRST && /curfew/iu.test(text))).toBe(true);
    for (let i = 0; i < 8; i += 1) await scene.turn(6 * HOUR);
    expect(await told()).toBe(1);
    expect(new Set(await reasons(scene))).toEqual(new Set(["no-leave-for-events"]));
    expect((await reasons(scene)).length).toBe(9);
    await scene.turn(5 * HOUR);
    expect(list.shown(GUILD)).toEqual([]);
    await scene.turn(HOUR);
    expect(list.shown(GUILD)).toHaveLength(1);
    expect(scene.road.subscriptions.of(GUILD, FIRST)?.destination.paused).toBeUndefined();
  });

  it("an answer that got lost leaves one, and one that is asked to wait too", async () => {
    const { scene, list } = await given();
    await wants(scene);
    list.fail("makeEvent", { after: () => ({ is: "unsure", why: "timed-out" }) });
    list.fail("makeEvent", { before: { is: "again", why: "rate-limited", afterMs: 5000 } });
    list.fail("events", { before: { is: "unsure", why: "discord-down" } });
    await scene.record("curfew.declared", week());
    for (let i = 0; i < 6; i += 1) await scene.pass(MINUTE);
    expect(list.all).toHaveLength(1);
    expect(list.asked.filter((verb) => verb === "makeEvent")).toHaveLength(1);
    expect((await reasons(scene)).at(-1)).toBe("event-stands");
  });

  it("a second one, which Discord finished late, is removed the next time", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week());
    const [first] = list.shown(GUILD);
    if (first === undefined) throw new Error("none");
    list.all.push({ ...first, guild: GUILD, is: "scheduled", id: "late" });
    await changed(scene, week({ lastNight: "2026-01-20" }));
    expect(list.shown(GUILD)).toMatchObject([{ id: first.id, end: at("2026-01-21T05:00") }]);
  });

  it("what somebody else wrote there with our mark is let alone", async () => {
    const { scene, list } = await given();
    await wants(scene);
    await scene.record("curfew.declared", week());
    const [first] = list.shown(GUILD);
    if (first === undefined) throw new Error("none");
    list.all.push({ ...first, guild: GUILD, is: "scheduled", id: "a0", isOwn: false, name: "Meeting" });
    await changed(scene, week({ lastNight: "2026-01-20" }));
    expect(
      list
        .shown(GUILD)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Curfew 23:00-05:00 (EC time): EC-G", "Meeting"]);
  });
});

/** A life that ends at a point, and the one that comes after it, over the same store and the same list. */
async function killedAt(dieAt: number, story: (scene: RoadScene) => Promise<unknown>) {
  const engine = await memoryEngine();
  const life = new Life(dieAt);
  let list: EventList | undefined;
  let now = 0;
  const verbs = (clock: () => number) => {
    list ??= eventList(() => (now = clock()));
    const { makeEvent, changeEvent, openThread, events } = list.verbs;
    const cut = <Given extends unknown[], Done>(name: string, verb?: (...given: Given) => Promise<Done>) =>
      verb === undefined
        ? {}
        : {
            [name]: async (...given: Given) => {
              await life.point(`before ${name}`);
              const done = await verb(...given);
              await life.point(`after ${name}`);
              return done;
            },
          };
    return {
      ...cut("makeEvent", makeEvent),
      ...cut("changeEvent", changeEvent),
      ...cut("openThread", openThread),
      ...cut("events", events),
    };
  };
  const first = await roadScene({ engine: killable(engine, life), verbs });
  await wants(first, {}, { events: true, thread: true });
  life.count();
  const end = await Promise.race([story(first), life.died]);
  const again = await roadScene({ engine, verbs: () => list?.verbs ?? {} });
  again.hand.set(Math.max(now, first.hand.clock.now()) + MINUTE);
  await again.restart();
  await again.tick();
  await story(again);
  await again.tick();
  return { end: typeof end === "string" ? end : undefined, points: life.points, list, scene: again };
}

describe("killed at any point", () => {
  it("a decree is in the list once, and its notice has one thread", async () => {
    const story = async (scene: RoadScene) => {
      if (scene.store.head("curfew", "d1") === undefined) await scene.record("curfew.declared", week());
      if (scene.store.versions("curfew", "d1").length < 2) await changed(scene, week({ lastNight: "2026-01-19" }));
    };
    // Of all that is written and asked, what concerns either: the rest is killed in test/crash.
    const { points } = await killedAt(Infinity, story);
    const own = points.flatMap((words, i) => (/event|thread/iu.test(words) ? [i + 1] : []));
    expect(own.length).toBeGreaterThan(20);
    for (const point of own) {
      const { end, list, scene } = await killedAt(point, story);
      expect(end).toMatch(/event|thread/iu);
      expect(list?.all, end).toMatchObject([{ end: at("2026-01-20T05:00") }]);
      const rows = (await scene.rows()).filter(({ alert }) => alert.kind === "thread.opened");
      expect(
        rows.map(({ reason }) => reason),
        end,
      ).toEqual(["thread-opened", "thread-opened"]);
      expect(scene.broken, end).toEqual([]);
    }
  });
});
