// Settings that are changed while a notice waits for the end of quiet hours: who is called, and what is not asked for any more. On the whole road; expected texts are
// written by hand.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import type { Changes } from "../../../src/store/subscriptions.ts";
import { decree } from "../changes/change-scene.ts";
import { org } from "../changes/org-scene.ts";
import { killed, strike } from "../changes/strike-scene.ts";
import { GUILD, type RoadScene } from "../road-scene.ts";
import { away, CHANNEL, ec, OWNER, pause, rows, scene, texts, until } from "./quiet-scene.ts";

const [OLD, NEW] = ["900000000000000071", "900000000000000072"];
async function change(s: RoadScene, changes: Changes<Subscription>, nth = 0) {
  const one = s.road.subscriptions.of(GUILD, CHANNEL)?.subscriptions[nth];
  if (one === undefined) throw new Error("nobody is subscribed");
  await s.road.subscriptions.setSubscription(GUILD, one.id, changes);
}
const also = (s: RoadScene, topics: Subscription["topics"], areas: string[]) =>
  s.road.subscriptions.subscribe({ guildId: GUILD, channelId: CHANNEL, kind: "channel", language: "en", zone: "America/Guayaquil", topics, areas, leads: [], owner: OWNER }); // prettier-ignore
/** A strike with three killed at three in the morning. */
async function held(s: RoadScene) {
  await until(s, "2026-01-11T03:00", HOUR);
  await s.record("strike.recorded", strike({ id: "s1", date: "2026-01-11", figures: [killed(3)] }));
  expect(await rows(s)).toContain("strike.recorded held quiet-hours");
}
const STRIKE = /^🔔 Held in quiet hours: NEW · US strike/;
const called = (s: RoadScene) => s.posts.map(({ message }) => message.roles ?? []);

describe("a role that is changed while a notice waits", () => {
  it.each([
    ["the one in force is called", OLD, NEW, [NEW]],
    ["one that was taken away is not", OLD, undefined, []],
    ["one that was named only then is", undefined, NEW, [NEW]],
  ])("%s", async (_name, before, after, right) => {
    const s = await scene(undefined);
    await change(s, { role: before });
    await held(s);
    await change(s, { role: after });
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([expect.stringMatching(STRIKE)]);
    expect(called(s)).toEqual([right]);
  });

  it("and its sound: what is to be silent by now calls nobody, what is loud by now does", async () => {
    for (const [sound, silent, right] of [
      ["silent", true, []],
      ["loud", false, [OLD]],
    ] as const) {
      const s = await scene(undefined);
      await change(s, { role: OLD, ...(sound === "loud" ? { sounds: { strikes: "silent" } } : {}) });
      await held(s);
      await change(s, { sounds: { strikes: sound } });
      await until(s, "2026-01-11T06:00");
      expect([s.posts[0]?.how.silent, called(s)]).toEqual([silent, [right]]);
    }
  });

  it("is not called by the set that has nothing to do with it", async () => {
    const s = await scene(undefined);
    await also(s, ["begins"], ["EC-R"]);
    await change(s, { role: NEW }, 1);
    await held(s);
    await until(s, "2026-01-11T06:00");
    expect(called(s)).toEqual([[]]);
  });

  it("also where the notice, or the note, waits for Discord when it is changed", async () => {
    const refused: Outcome = { is: "again", why: "discord-down", afterMs: 20 * MINUTE };
    for (const [at, answer] of [
      ["2026-01-10T15:00", "notice"],
      ["2026-01-11T05:59", "note"],
    ] as const) {
      const s = await scene(undefined);
      await change(s, { role: OLD });
      if (answer === "note") await held(s);
      await until(s, at, HOUR);
      s.answers.push(() => refused);
      if (answer === "notice") await s.strike("s1");
      else await s.pass(MINUTE);
      expect(texts(s)).toEqual([]);
      await change(s, { role: undefined });
      await s.pass(30 * MINUTE);
      expect([texts(s).length, called(s)], answer).toEqual([1, [[]]]);
    }
  });

  it("while it waits for Discord: one that was to call nobody still calls nobody, and no set is called that did not ask", async () => {
    const s = await scene(undefined);
    await also(s, ["strikes"], ["EC-G"]);
    await change(s, { regions: ["caribbean"], role: NEW }, 1);
    const refused: Outcome = { is: "again", why: "discord-down", afterMs: 20 * MINUTE };
    for (const [id, before, after] of [
      ["s1", undefined, OLD],
      ["s2", OLD, OLD],
    ] as const) {
      await change(s, { role: before });
      s.answers.push(() => refused);
      await s.strike(id);
      await change(s, { role: after });
      await s.pass(30 * MINUTE);
    }
    expect([texts(s).length, called(s)]).toEqual([2, [[], [OLD]]]);
  });
});

describe("what is turned off while it waits", () => {
  it.each<[string, Changes<Subscription>, boolean]>([
    ["a kind", { topics: ["curfews"] }, false],
    ["a filter that lets it through no more", { minKilled: 4 }, false],
    ["a region", { regions: ["caribbean"] }, false],
    ["a filter that still lets it through", { minKilled: 3 }, true],
    ["another kind", { topics: ["strikes"] }, true],
  ])("%s: a strike", async (_name, changes, told) => {
    const s = await scene(undefined);
    await held(s);
    await change(s, changes);
    await until(s, "2026-01-11T07:00");
    expect(texts(s)).toEqual(told ? [expect.stringMatching(STRIKE)] : []);
    expect((await rows(s))[0]).toBe(
      told ? "strike.recorded skipped told-after-quiet" : "strike.recorded skipped not-asked-any-more",
    );
  });

  it("and on again by the end is told", async () => {
    const s = await scene(undefined);
    await held(s);
    await change(s, { topics: ["curfews"] });
    await s.pass(MINUTE);
    await change(s, { topics: ["curfews", "strikes"] });
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([expect.stringMatching(STRIKE)]);
  });

  it("is told where another set asks for it, and not by one that came only then", async () => {
    const s = await scene(undefined);
    await also(s, ["strikes"], ["EC-R"]);
    await held(s);
    await change(s, { topics: ["curfews"] });
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([expect.stringMatching(STRIKE)]);
    const t = await scene(undefined);
    await held(t);
    await change(t, { topics: ["curfews"] });
    await t.pass(MINUTE);
    await also(t, ["strikes"], ["EC-R"]);
    await until(t, "2026-01-11T06:00");
    expect(texts(t)).toEqual([]);
  });

  it("places: only those that are followed by the end are told, of a begin and a warning", async () => {
    const s = await scene(undefined);
    await change(s, { areas: ["EC-G", "EC-R"] });
    const both = (id: string, day: string, start: string, end: string) =>
      decree({ id, declared: "2026-01-10", firstNight: day, lastNight: day, rules: [{ start, end, areas: ["EC-G", "EC-R"], areasPartial: false }] }); // prettier-ignore
    await s.record("curfew.declared", both("a", "2026-01-10", "23:00", "07:30"));
    await s.record("curfew.declared", both("b", "2026-01-11", "08:00", "09:00"));
    await until(s, "2026-01-10T22:30");
    await change(s, { leads: [180] });
    const before = texts(s).length;
    await until(s, "2026-01-11T05:30");
    expect((await rows(s)).filter((one) => one.includes("held"))).toEqual(["curfew.began held quiet-hours", "curfew.soon held quiet-hours"]); // prettier-ignore
    await change(s, { areas: ["EC-R"] });
    await until(s, "2026-01-11T06:00");
    const [note] = s.posts.slice(before);
    expect(texts(s).slice(before)).toEqual(["🔴 CURFEW NOW until Sun 11 Jan 07:30 (EC time): EC-R. Quiet hours are over; 1 more notice was held."]); // prettier-ignore
    expect(JSON.stringify(note?.message)).not.toContain("EC-G");
  });

  it("all places of a begin, or its kind: nothing comes", async () => {
    for (const changes of [{ areas: ["EC-R"] }, { topics: ["changes", "strikes"] }] satisfies Changes<Subscription>[]) {
      const s = await scene(["23:00", "09:00"]);
      await until(s, "2026-01-11T03:00", HOUR);
      await change(s, changes);
      await until(s, "2026-01-11T06:30");
      expect([texts(s), await rows(s)]).toEqual([[], ["curfew.began skipped not-asked-any-more"]]);
    }
  });

  it("a warning's lead: the warning does not come, the begin does", async () => {
    const s = await scene(undefined);
    await change(s, { leads: [180] });
    await s.record("curfew.declared", decree({ id: "b", declared: "2026-01-10", firstNight: "2026-01-11", lastNight: "2026-01-11", rules: [{ start: "08:00", end: "09:00", areas: ["EC-G"], areasPartial: false }] })); // prettier-ignore
    const before = texts(s).length;
    await until(s, "2026-01-11T05:30");
    await change(s, { leads: [60] });
    await until(s, "2026-01-11T06:30");
    expect(texts(s).slice(before)).toEqual([]);
    expect(await rows(s)).toContain("curfew.soon skipped not-asked-any-more");
    await until(s, "2026-01-11T08:00");
    expect(texts(s).slice(before)).toEqual([expect.stringMatching(/^⏰/), expect.stringMatching(/^🔴/)]);
  });

  it("the lead of an end, or an organisation: neither comes", async () => {
    const s = await scene(["21:00", "09:00"]);
    await change(s, { topics: ["soon", "orgs"], endLeads: [240] });
    await until(s, "2026-01-11T05:30");
    await s.record("org.recorded", org());
    expect(await rows(s)).toEqual(["curfew.ending held quiet-hours", "org.recorded held quiet-hours"]);
    await change(s, { endLeads: [60], organisations: ["eln"] });
    await until(s, "2026-01-11T06:30");
    expect(await rows(s)).toEqual(["curfew.ending", "org.recorded"].map((one) => `${one} skipped not-asked-any-more`)); // prettier-ignore
  });

  it("in a pause just so, and of the summary of an outage what is still followed", async () => {
    const s = await scene(["21:00", "23:00"]);
    await s.road.subscriptions.setDestination(GUILD, CHANNEL, { quietHours: undefined });
    await pause(s, "2026-01-11T06:00");
    await s.settle();
    await until(s, "2026-01-10T20:00", HOUR);
    await s.strike("s1");
    await away(s, "2026-01-11T01:00");
    expect(await rows(s)).toEqual(expect.arrayContaining(["strike.recorded held paused-by-people", "vigia.down held paused-by-people"])); // prettier-ignore
    await change(s, { topics: ["curfews"], areas: ["EC-R"] });
    await until(s, "2026-01-11T06:30");
    expect(texts(s).slice(1)).toEqual([]);
    expect((await rows(s)).filter((one) => one.endsWith("not-asked-any-more"))).toHaveLength(2);
  });

  it("while the note itself waits for Discord is not told either", async () => {
    const s = await scene(undefined);
    await held(s);
    await until(s, "2026-01-11T05:59");
    s.answers.push(() => ({ is: "again", why: "discord-down", afterMs: 20 * MINUTE }));
    s.hand.set(ec("2026-01-11T06:00"));
    await s.tick();
    await s.pass(MINUTE);
    await change(s, { topics: ["curfews"] });
    await s.pass(HOUR);
    expect(texts(s)).toEqual([]);
    expect(await rows(s)).toContain("quiet.over skipped no-longer-so");
  });
});
