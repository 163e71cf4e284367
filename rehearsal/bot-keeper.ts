// Keeps the bot's process: starts it, starts it again when it was killed, and switches it when a scenario says so. Must never start two at once, or
// bring back a bot that ended by itself.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A bot that is killed more often than this is not being tried out any more. */
const RESTARTS = 200;

export class BotKeeper {
  readonly #fork: () => ChildProcess;
  readonly #again: (pid: number | undefined) => void;
  #bot: ChildProcess | undefined;
  #wanted = false;
  #starts = 0;
  #end: (code: number) => void = () => undefined;
  /** Resolves with the exit code when the bot has ended for good. */
  readonly over: Promise<number>;

  /** @param again told when it was killed from outside and is started again */
  constructor(fork: () => ChildProcess, again: (pid: number | undefined) => void) {
    this.#fork = fork;
    this.#again = again;
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  on(): void {
    this.#wanted = true;
    if (this.#bot === undefined) this.#start();
  }

  #start(): ChildProcess {
    const bot = this.#fork();
    this.#bot = bot;
    this.#starts += 1;
    bot.once("exit", (code, signal) => {
      this.#bot = undefined;
      if (!this.#wanted) return;
      if (signal === null || this.#starts > RESTARTS) return this.#end(code ?? 1);
      this.#again(this.#start().pid);
    });
    return bot;
  }

  /** Resolves when it has ended and stays off. */
  async off(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    this.#wanted = false;
    const bot = this.#bot;
    if (bot === undefined) return;
    const gone = once(bot, "exit");
    bot.kill(signal);
    await gone;
  }

  /** Ends it for good; asked a second time, without waiting for what it is doing. */
  end(signal: "SIGTERM" | "SIGKILL"): void {
    this.off(signal).then(
      () => this.#end(0),
      () => this.#end(1),
    );
  }
}
