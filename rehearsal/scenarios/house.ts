// What the player needs around a scenario: the stand-in, a copy of the data set, and a bot to switch. Types only: the launcher's processes are one
// house (play-scenario.ts), the tests' bot in process the other. Must never be a third way into the bot.
import type { Rehearsal } from "../rehearsal.ts";

export interface House {
  readonly rehearsal: Rehearsal;
  /** A copy of the data set that the scenario may change. */
  readonly dataDir: string;
  /** Resolves when the bot is there for the first time and has registered what people will type. */
  ready: () => Promise<void>;
  /** Ends the bot as Ctrl-C does. */
  off: () => Promise<void>;
  /** Starts it; resolves when it is there and has made up for what it missed. */
  on: () => Promise<void>;
  /** Ends it as kill -9 does, and has it started again. */
  kill: () => Promise<void>;
  /** Resolves when the bot has nothing left to do; where that cannot be known, when `enough` holds and it is quiet, or after a long wait. */
  settled: (enough: () => boolean) => Promise<void>;
}
