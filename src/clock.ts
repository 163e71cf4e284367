// Both times of the program and its only timers. World time says when things are so; machine time is never scaled and measures attempts.
// The only file that reads the computer's clock.
import { schedule, type ScheduledTask } from "node-cron";
import type { Millis } from "./domain/time.ts";

export interface Clock {
  /** World time, ms. */
  now(): Millis;
  /** Machine time, ms, monotonic: for ages, back-off and time-outs within one run. */
  machine(): Millis;
  /** The machine's wall time, ms: the only time that means something across a crash. */
  wall(): Millis;
  /** Runs once after so many ms of machine time; returns how to cancel. */
  after(delay: Millis, run: () => void): () => void;
  /** Calls `tick` at each minute of world time, one at a time; a tick that is missed is not repeated: the watermark decides. */
  start(tick: (now: Millis) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const machine = {
  machine: () => performance.now(),
  wall: () => Date.now(),
  after(delay: Millis, run: () => void) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

/** The real world: node-cron nudges at each full minute. */
export function systemClock(): Clock {
  let task: ScheduledTask | undefined;
  let running: Promise<void> = Promise.resolve();
  return {
    ...machine,
    now: () => Date.now(),
    async start(tick) {
      task = schedule("* * * * *", () => (running = running.then(() => tick(Date.now()))), { name: "tick" });
    },
    async stop() {
      await task?.destroy();
      await running;
    },
  };
}

/** A clock set by hand (`CLOCK=2026-03-15T22:58:00-05:00@60`): starts there, runs `rate` times as fast, and plays every minute. */
export function setClock(startAt: Millis, rate: number): Clock {
  const began = performance.now();
  const now = () => Math.floor(startAt + (performance.now() - began) * rate);
  const state: { stopped: boolean; running: Promise<void>; cancel?: () => void } = {
    stopped: false,
    running: Promise.resolve(),
  };
  return {
    ...machine,
    now,
    async start(tick) {
      let minute = Math.floor(startAt / 60_000);
      const next = async (): Promise<void> => {
        while (!state.stopped && minute < Math.floor(now() / 60_000)) await tick(++minute * 60_000);
        if (!state.stopped)
          state.cancel = machine.after(((minute + 1) * 60_000 - now()) / rate, () => void (state.running = next()));
      };
      await (state.running = next());
    },
    async stop() {
      state.stopped = true;
      state.cancel?.();
      await state.running;
    },
  };
}
