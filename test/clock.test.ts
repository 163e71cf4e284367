// The clocks: the system's (real node-cron) nudges at each minute, whatever is done to it, a set clock plays every minute in order, one tick at a time.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setClock, systemClock } from "../src/clock.ts";
import { instant } from "../src/domain/time.ts";

beforeEach(
  () =>
    void vi.useFakeTimers({
      now: instant("2026-03-15T22:58:30-05:00"),
      toFake: ["Date", "setTimeout", "clearTimeout", "performance"],
    }),
);
afterEach(() => void vi.useRealTimers());

describe("the system's clock", () => {
  it("is nudged by node-cron at each full minute, and not after it was stopped", async () => {
    const clock = systemClock();
    const ticks: number[] = [];
    await clock.start(async (now) => void ticks.push(now));
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(ticks.map((at) => new Date(at).toISOString().slice(11, 16))).toEqual(["03:59", "04:00", "04:01"]);
    await clock.stop();
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(ticks).toHaveLength(3);
  });
});

describe("the system's clock when somebody sets it", () => {
  const HOUR = 3_600_000;

  it.each([
    ["an hour back", -HOUR],
    ["a year back", -365 * 24 * HOUR],
    ["a year ahead", 365 * 24 * HOUR],
  ])("%s: nudges within the minute and at each minute after, as many as pass", async (_, by) => {
    const clock = systemClock();
    const ticks: number[] = [];
    await clock.start(async (now) => void ticks.push(now));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.setSystemTime(Date.now() + by);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(ticks).toHaveLength(4);
    expect(ticks.map((at) => at % 60_000)).toEqual([0, 0, 0, 0]);
    await clock.stop();
  });

  it("moves no wall time, until somebody has confirmed it", async () => {
    const clock = systemClock();
    const before = clock.wall();
    vi.setSystemTime(Date.now() + HOUR);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(clock.wall() - before).toBe(1_000);
    clock.confirmed?.();
    expect(clock.wall()).toBe(Date.now());
  });
});

describe("a set clock", () => {
  it("runs sixty times as fast and plays every minute, in order", async () => {
    const clock = setClock(instant("2026-03-15T22:58:00-05:00"), 60);
    const ticks: number[] = [];
    await clock.start(async (now) => void ticks.push(now));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ticks.map((at) => new Date(at).toISOString().slice(11, 16))).toEqual([
      "03:59",
      "04:00",
      "04:01",
      "04:02",
      "04:03",
    ]);
    expect(clock.now()).toBe(instant("2026-03-15T23:03:00-05:00"));
    await clock.stop();
  });

  it("waits for a slow tick and then makes up for the minutes in between, one at a time", async () => {
    const clock = setClock(instant("2026-03-15T22:58:00-05:00"), 60);
    const ticks: number[] = [];
    let running = 0;
    await clock.start(async (now) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, ticks.length === 0 ? 3_500 : 1));
      ticks.push(now);
      running -= 1;
    });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ticks.map((at) => (at - instant("2026-03-15T22:58:00-05:00")) / 60_000)).toEqual([1, 2, 3, 4, 5]);
    const stopped = clock.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    await stopped;
  });

  it("measures machine time unscaled", async () => {
    const clock = setClock(instant("2026-03-15T22:58:00-05:00"), 3600);
    const [machine, wall] = [clock.machine(), clock.wall()];
    await vi.advanceTimersByTimeAsync(1_000);
    expect([clock.machine() - machine, clock.wall() - wall]).toEqual([1_000, 1_000]);
  });
});
