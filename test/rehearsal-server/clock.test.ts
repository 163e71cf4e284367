// The world clock as a bot hears it. Must never measure speed: only order and number of minutes.
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { emptyRehearsal } from "./bot.ts";

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await emptyRehearsal();
});
afterEach(() => rehearsal.close());

const at = (time: string) => Date.parse(`2026-03-15T${time}-05:00`);

/** A bot that notes every tick; it answers by itself unless `answer` is false. */
async function listener(answer = true) {
  const socket = new WebSocket(`ws://127.0.0.1:${rehearsal.port}/clock`);
  const ticks: number[] = [];
  const ids: number[] = [];
  const nows: { now: number; rate: number }[] = [];
  const done = (id: number) => socket.send(JSON.stringify({ type: "done", id }));
  socket.on("message", (data: Buffer) => {
    const told = JSON.parse(data.toString());
    if (told.type === "now") nows.push(told);
    if (told.type !== "tick") return;
    ticks.push(told.now);
    ids.push(told.id);
    if (answer) done(told.id);
  });
  await once(socket, "message");
  return { socket, ticks, ids, nows, done };
}

describe("the world clock", () => {
  it("starts where it is told, runs at real speed and says so on connecting", async () => {
    const { nows } = await listener();
    expect(nows[0]?.rate).toBe(1);
    expect(nows[0]?.now).toBeGreaterThanOrEqual(at("22:58:30"));
    expect(nows[0]?.now).toBeLessThan(at("22:58:40"));
    const told: unknown = await (await fetch(`${rehearsal.url}/clock`)).json();
    expect(told).toMatchObject({ rate: 1 });
  });

  it("plays each minute of a jump once, in order, to its very end", async () => {
    const bot = await listener();
    await rehearsal.clock.jump({ to: "2026-03-15T23:02:20-05:00" });
    expect(bot.ticks).toEqual(["22:59", "23:00", "23:01", "23:02"].map((time) => at(`${time}:00`)));
    expect(rehearsal.clock.now()).toBeGreaterThanOrEqual(at("23:02:20"));
    await rehearsal.clock.jump({ by: 1 });
    expect(bot.ticks.slice(4)).toEqual([at("23:03:00")]);
    expect(rehearsal.clock.ticks).toEqual(bot.ticks);
  });

  it("waits for each minute to be done, and stands meanwhile", async () => {
    const bot = await listener(false);
    const jump = rehearsal.clock.jump({ by: 2 });
    await expect.poll(() => bot.ids.length).toBe(1);
    expect(rehearsal.clock.now()).toBe(at("22:59:00"));
    bot.done(bot.ids[0] ?? 0);
    await expect.poll(() => bot.ids.length).toBe(2);
    expect(rehearsal.clock.now()).toBe(at("23:00:00"));
    bot.done(bot.ids[0] ?? 0);
    bot.done(bot.ids[1] ?? 0);
    await jump;
    expect(bot.ticks.length).toBe(2);
  });

  it("does not wait for a bot that is gone", async () => {
    const bot = await listener(false);
    const jump = rehearsal.clock.jump({ by: 3 });
    await expect.poll(() => bot.ids.length).toBe(1);
    bot.socket.terminate();
    await jump;
    expect(rehearsal.clock.ticks.length).toBe(1);
  });

  it("sends no tick of an outage's minutes, only one at its end with the new time", async () => {
    const bot = await listener();
    const told = once(bot.socket, "message");
    await rehearsal.clock.outage({ by: 180 });
    await told;
    expect(bot.ticks).toHaveLength(1);
    expect(bot.ticks[0]).toBeGreaterThanOrEqual(at("22:58:30") + 180 * 60_000);
    expect(bot.nows.at(-1)?.now).toBeGreaterThanOrEqual(at("22:58:30") + 180 * 60_000);
  });

  it("goes back without ticks", async () => {
    const bot = await listener();
    await rehearsal.clock.jump({ to: "2026-03-15T20:00:00-05:00" });
    expect(bot.ticks).toEqual([]);
    expect(rehearsal.clock.now()).toBeLessThan(at("20:00:30"));
  });

  it("never runs ahead of a tick at full speed", async () => {
    const bot = await listener(false);
    rehearsal.clock.setRate(3600);
    await expect.poll(() => bot.ids.length).toBe(1);
    expect(rehearsal.clock.now()).toBe(at("22:59:00"));
    for (let n = 1; n <= 5; n += 1) {
      await expect.poll(() => bot.ids.length).toBe(n);
      expect(rehearsal.clock.now()).toBe(bot.ticks.at(-1));
      bot.done(bot.ids.at(-1) ?? 0);
    }
    rehearsal.clock.pause();
    expect(bot.ticks.slice(0, 5)).toEqual([59, 60, 61, 62, 63].map((minute) => at("22:00:00") + minute * 60_000));
  });

  it("stands still when paused, with nobody there minutes just pass", async () => {
    rehearsal.clock.pause();
    const before = rehearsal.clock.now();
    await rehearsal.clock.jump({ by: 1_000 });
    expect(rehearsal.clock.now()).toBe(before + 1_000 * 60_000);
    expect(rehearsal.clock.ticks).toEqual([]);
    expect(rehearsal.state()).toMatchObject({ running: false, rate: 0 });
  });
});
