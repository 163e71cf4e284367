// Machine time as the stand-in reads it, moved or stopped by hand: limits and deadlines are tried to the millisecond, however slow the machine is.
// Timers go on by the real one.
import { onTestFinished, vi } from "vitest";

interface Machine {
  forward: (ms: number) => void;
  /** Stands until `run`. */
  stand: () => void;
  run: () => void;
}

/** For one test. */
export function machine(): Machine {
  const real = performance.now.bind(performance);
  let ahead = 0;
  let stood: number | undefined;
  const spy = vi.spyOn(performance, "now").mockImplementation(() => (stood ?? real()) + ahead);
  onTestFinished(() => spy.mockRestore());
  return {
    forward: (ms) => {
      ahead += ms;
    },
    stand: () => {
      stood = real();
    },
    run: () => {
      if (stood !== undefined) ahead -= real() - stood;
      stood = undefined;
    },
  };
}
