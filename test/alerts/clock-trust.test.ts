// A clock that is wrong, by a step or by many, forward and back, at any place of the road: nothing is told by it, nothing is lost, nothing is told twice.
import { describe, expect, it } from "vitest";
import { timeOf } from "../../src/alerts/clock-trust.ts";
import { DAY, HOUR, instant, MINUTE, type Millis } from "../../src/domain/time.ts";
import { snowflakeAt } from "../../rehearsal/world/snowflake.ts";
import { curfew } from "../domain/fixtures.ts";
import { CHANNEL, machine } from "./clock-scene.ts";

const nights = [
  curfew("nightly", [{ start: "23:00", end: "05:00", areas: ["EC-G"] }], {
    firstNight: "2026-03-15",
    lastNight: "2026-03-20",
  }),
];
const scene = (at = "2026-03-15T22:30:00-05:00", options: Parameters<typeof machine>[2] = {}) =>
  machine(at, nights, options);
const YEAR = 365 * DAY;
const BEGAN = "🔴 CURFEW NOW until Mon 16 Mar 05:00 (EC time): EC-G.";
const SIZES: readonly [string, Millis][] = [
  ["an hour", HOUR],
  ["a day", DAY],
  ["a year", YEAR],
];

describe("a clock that is set wrong", () => {
  it.each(SIZES.flatMap(([name, by]) => [[`${name} ahead`, by] as const, [`${name} back`, -by] as const]))(
    "%s: plans, posts and writes nothing, and all comes in its time once it is put right",
    async (_, by) => {
      const s = await scene();
      s.jump(by);
      await s.until("2026-03-15T22:50:00-05:00");
      expect([s.posted, await s.rows()]).toEqual([[], []]);
      expect(s.road().clockwork.trusted).toBe(false);
      s.right();
      await s.until("2026-03-16T05:01:00-05:00");
      expect(s.posted.map(({ at, text }) => [at, text.slice(0, 22)])).toEqual([
        [instant("2026-03-15T23:00:00-05:00"), BEGAN.slice(0, 22)],
        [instant("2026-03-16T05:00:00-05:00"), "⚪ Curfew over at 05:00"],
      ]);
      expect(s.broken).toEqual([]);
    },
  );

  it.each(SIZES)("%s either way, over an edge: tells late of what still holds, once", async (_, by) => {
    for (const way of [by, -by]) {
      const s = await scene();
      s.jump(way);
      await s.until("2026-03-16T00:10:00-05:00");
      s.right();
      await s.until("2026-03-16T00:20:00-05:00");
      expect(s.texts()).toEqual([
        "🔴 CURFEW NOW since 23:00, until Mon 16 Mar 05:00 (EC time): EC-G. (This notice is 1 h 11 min late; Vigía's clock was wrong.)",
      ]);
    }
  });

  it("in steps of nine minutes: found out at the second", async () => {
    for (const step of [9 * MINUTE, -9 * MINUTE]) {
      const s = await scene();
      s.jump(step);
      expect((await s.tick()).did).not.toBe("waited");
      s.jump(step);
      expect(s.road().clockwork.trusted).toBe(false);
      expect(await s.tick()).toEqual({ did: "waited", why: "clock-not-confirmed" });
      await s.run(5 * MINUTE);
      expect(await s.rows()).toEqual([]);
    }
  });

  it("is asked about no more while it runs as the machine does, also where that is slewed", async () => {
    const s = await scene("2026-03-12T00:00:00-05:00", { step: 10 * MINUTE });
    const before = s.state.asked;
    for (let day = 0; day < 3; day++) {
      await s.run(12 * HOUR);
      s.jump(43_000);
    }
    expect(s.state.asked).toBe(before);
  });

  it("slept: one question, and what holds is told late", async () => {
    const s = await scene();
    const before = s.state.asked;
    s.sleep(3 * HOUR);
    await s.run(3 * MINUTE);
    expect(s.state.asked).toBe(before + 1);
    expect(s.texts()).toEqual([expect.stringMatching(/^🔴 CURFEW NOW since 23:00.*2 h 31 min late; Vigía was down/)]);
  });

  it("between two ticks, while a post waits for its next try: the row does not expire by it", async () => {
    const s = await scene();
    s.state.discord = false;
    await s.until("2026-03-15T23:02:00-05:00");
    s.jump(DAY);
    s.state.discord = true;
    s.pass(40_000);
    await s.settle();
    expect((await s.rows()).map(({ state }) => state)).toEqual(["again"]);
    s.right();
    await s.run(2 * MINUTE);
    expect((await s.rows()).map(({ state }) => state)).toEqual(["sent"]);
  });

  it("while a post is under way: the next of the channel waits, and neither is told twice", async () => {
    const s = await scene("2026-03-15T22:30:00-05:00", { channels: [CHANNEL, "900000000000000002"] });
    s.during(() => s.jump(YEAR));
    await s.until("2026-03-15T23:05:00-05:00");
    s.during(undefined);
    s.right();
    await s.until("2026-03-15T23:10:00-05:00");
    for (const channel of [CHANNEL, "900000000000000002"]) expect(s.texts(channel)).toHaveLength(1);
  });

  it("before it was started: nothing is planned, posted or sent late by it, and the first right tick makes up for all", async () => {
    for (const by of [-HOUR, HOUR, -DAY, DAY, YEAR]) {
      const s = await scene();
      await s.until("2026-03-15T22:59:00-05:00");
      s.jump(by);
      await s.off(HOUR);
      await s.run(10 * MINUTE);
      expect([s.posted, await s.rows(), s.state.started]).toEqual([[], [], false]);
      s.right();
      await s.run(2 * MINUTE);
      expect(s.texts()).toEqual([expect.stringMatching(/^🔴 CURFEW NOW since 23:00/)]);
    }
  });

  it("at a start where it happens to stand at the last tick is asked about all the same", async () => {
    const s = await scene();
    await s.until("2026-03-15T22:59:00-05:00");
    s.jump(-8 * HOUR);
    await s.off(8 * HOUR);
    expect(s.state.started).toBe(false);
    s.right();
    await s.run(MINUTE);
    expect(s.texts()).toEqual([expect.stringMatching(/^🛠️ Vigía's clock was wrong .* 2 notices missed/)]);
  });

  it("five minutes wrong either way at a start is not believed, though it would go unnoticed later", async () => {
    for (const by of [5 * MINUTE, -5 * MINUTE]) {
      const s = await scene();
      s.jump(by);
      await s.restart();
      await s.run(3 * MINUTE);
      expect([s.state.started, await s.rows()]).toEqual([false, []]);
    }
  });

  it("is blamed for what was missed by it alone", async () => {
    const s = await scene();
    s.jump(DAY);
    await s.until("2026-03-16T06:00:00-05:00");
    s.right();
    await s.until("2026-03-16T22:00:00-05:00");
    s.sleep(9 * HOUR);
    await s.run(3 * MINUTE);
    expect(s.texts().map((text) => text.slice(0, 40))).toEqual([
      expect.stringContaining("Vigía's clock was wrong"),
      expect.stringContaining("Vigía was down"),
    ]);
  });

  it("waits for Discord at a start and after a sleep, and goes on as soon as it answers", async () => {
    const s = await scene();
    s.state.discord = false;
    await s.restart();
    await s.run(5 * MINUTE);
    expect(s.state.started).toBe(false);
    s.state.discord = true;
    await s.run(MINUTE);
    expect([s.state.started, s.road().clockwork.trusted]).toEqual([true, true]);
  });

  it("goes on planning while Discord is away and the clock is not touched", async () => {
    const s = await scene();
    s.state.discord = false;
    await s.until("2026-03-15T23:01:00-05:00");
    expect((await s.rows()).map(({ state, lateBy }) => [state, lateBy])).toEqual([["again", undefined]]);
  });

  it("put right while Discord is away: plans in time again", async () => {
    const s = await scene();
    s.jump(HOUR);
    await s.run(2 * MINUTE);
    s.state.discord = false;
    s.right();
    await s.until("2026-03-15T23:01:00-05:00");
    expect((await s.rows()).map(({ dueAt, lateBy }) => [dueAt, lateBy])).toEqual([
      [instant("2026-03-15T23:00:00-05:00"), undefined],
    ]);
  });

  it("is logged once, then hourly, and once when it is right again", async () => {
    const s = await scene();
    s.jump(DAY);
    await s.run(2 * HOUR + 5 * MINUTE);
    expect(s.lines.filter(({ level }) => level === "error")).toHaveLength(3);
    s.right();
    await s.run(5 * MINUTE);
    expect(s.lines.filter(({ text }) => text.includes("agrees with Discord's again"))).toHaveLength(1);
  });
});

describe("what a reader does as a witness", () => {
  it("an id tells Discord's time", () => {
    const at = instant("2026-03-15T23:00:00-05:00");
    expect(timeOf(snowflakeAt(at).toString())).toBe(at);
  });

  it("notices a wrong clock before the next tick, and says by how much", async () => {
    for (const by of [HOUR, -HOUR]) {
      const s = await scene();
      s.jump(by);
      expect(await s.road().clockwork.trust.heard(s.state.world)).toMatchObject({ off: by });
      expect(s.road().clockwork.trusted).toBe(false);
    }
  });

  it("that was long on its way makes nobody doubt a clock that Discord confirms", async () => {
    const s = await scene();
    expect(await s.road().clockwork.trust.heard(s.state.world - 4 * MINUTE)).toBeUndefined();
    expect(s.road().clockwork.trusted).toBe(true);
  });

  it("that was long on its way stops no alert either where Discord cannot be asked; one that a step explains is not answered", async () => {
    const s = await scene();
    s.state.discord = false;
    expect(await s.road().clockwork.trust.heard(s.state.world - 4 * MINUTE)).toBeUndefined();
    s.jump(5 * MINUTE);
    expect(await s.road().clockwork.trust.heard(s.state.world)).toMatchObject({ off: 5 * MINUTE });
    s.right();
    await s.until("2026-03-15T23:01:00-05:00");
    expect(await s.rows()).toHaveLength(1);
  });

  it("frees alerts where the Date header alone is wrong", async () => {
    const s = await scene();
    s.dated(() => s.state.world + HOUR);
    await s.restart();
    await s.run(2 * MINUTE);
    expect(s.state.started).toBe(false);
    expect(await s.road().clockwork.trust.heard(s.state.world - 300)).toBeUndefined();
    await s.until("2026-03-15T23:01:00-05:00");
    expect(s.texts()).toEqual([BEGAN]);
  });
});
