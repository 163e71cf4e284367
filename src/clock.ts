// Both times of the program and its only timers. World time says when things are so; machine time is never scaled and measures attempts.
// The only file that reads the computer's clock.
import { schedule, type ScheduledTask } from "node-cron";
import type { Millis } from "./domain/time.ts";

export interface Clock {
  /** World time, ms. */
  now(): Millis;
  /** Machine time, ms, monotonic: for ages, back-off and time-outs within one run. */
  machine(): Millis;
  /** The machine's wall time, ms: the only time that means something across a crash. Within one run no step of the machine's clock moves it. */
  wall(): Millis;
  /** Runs once after so many ms of machine time; returns how to cancel. */
  after(delay: Millis, run: () => void): () => void;
  /** Calls `tick` at each minute of world time, one at a time; a tick that is missed is not repeated: the watermark decides. */
  start(tick: (now: Millis) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
  /**
   * What may be doubted of world time. `as-machine`: it must run as machine time does. `as-told` (when left out): it jumps on purpose, and Discord's own
   * clock with it. `by-hand`: nobody else knows it.
   */
  readonly runs?: "as-machine" | "as-told" | "by-hand";
  /** Somebody else has confirmed the clock: wall time is read from it anew. */
  confirmed?(): void;
}

type MachineTime = Required<Pick<Clock, "machine" | "wall" | "after" | "confirmed">>;

function machineTime(): MachineTime {
  const read = () => Date.now() - performance.now();
  let began = read();
  return {
    machine: () => performance.now(),
    wall: () => Math.round(began + performance.now()),
    after(delay, run) {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
    confirmed: () => void (began = read()),
  };
}

/** How soon a clock that was set is noticed. */
const GLANCE = 1_000;

/**
 * The real world: node-cron nudges at each full minute. It counts from the minute that it expects next: set back, it would fall silent until that minute
 * comes again, set forward by a year it would go through all of them. So it begins anew whenever the clock was set.
 */
export function systemClock(): Clock {
  const machine = machineTime();
  const offset = () => Date.now() - performance.now();
  let running: Promise<void> = Promise.resolve();
  let task: ScheduledTask | undefined;
  let cancel = (): void => undefined;
  return {
    ...machine,
    now: () => Date.now(),
    runs: "as-machine",
    async start(tick) {
      const nudge = () => (running = running.then(() => tick(Date.now())));
      const begin = () => {
        void task?.destroy();
        task = schedule("* * * * *", nudge, { name: "tick" });
        return offset();
      };
      let stood = begin();
      const watch = () => {
        if (Math.abs(offset() - stood) >= GLANCE) stood = begin();
        cancel = machine.after(GLANCE, watch);
      };
      watch();
    },
    async stop() {
      cancel();
      await task?.destroy();
      await running;
    },
  };
}

/** A clock set by hand (`CLOCK=2026-03-15T22:58:00-05:00@60`): starts there, runs `rate` times as fast, and plays every minute. */
export function setClock(startAt: Millis, rate: number): Clock {
  const machine = machineTime();
  const began = performance.now();
  const now = () => Math.floor(startAt + (performance.now() - began) * rate);
  const state: { stopped: boolean; running: Promise<void>; cancel?: () => void } = {
    stopped: false,
    running: Promise.resolve(),
  };
  return {
    ...machine,
    now,
    runs: "by-hand",
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
