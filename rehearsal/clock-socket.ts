// The world clock as the bot hears it: "now" on connecting and on each change, "tick" for each whole minute, answered with "done".
// Must never send a tick before the one before is done, or has been waited for long enough.
import type { WebSocket } from "ws";
import { z } from "zod";
import { textOf } from "./gateway/gateway.ts";
import type { WorldClock } from "./world-clock.ts";

/** How long one minute waits for a bot, machine milliseconds. */
const PATIENCE = 30_000;
const done = z.object({ type: z.literal("done"), id: z.int() });

export class ClockSocket {
  readonly #clock: WorldClock;
  readonly #clients = new Map<WebSocket, (id: number) => void>();
  #lastId = 0;
  /** World times of all ticks sent, and of those nobody acknowledged in time. */
  readonly ticks: number[] = [];
  readonly unanswered: number[] = [];

  constructor(clock: WorldClock) {
    this.#clock = clock;
    clock.onTick((minute) => this.#tick(minute));
    clock.onNews((news) => {
      if (news === "set") for (const client of this.#clients.keys()) client.send(this.#now());
    });
  }

  get connected(): number {
    return this.#clients.size;
  }

  accept(socket: WebSocket): void {
    this.#clients.set(socket, () => {});
    socket.on("message", (data) => {
      const read = done.safeParse(jsonOf(textOf(data)));
      if (read.success) this.#clients.get(socket)?.(read.data.id);
    });
    socket.on("close", () => {
      this.#clients.get(socket)?.(this.#lastId);
      this.#clients.delete(socket);
    });
    socket.send(this.#now());
  }

  close(): void {
    for (const client of this.#clients.keys()) client.terminate();
  }

  #now(): string {
    return JSON.stringify({ type: "now", now: this.#clock.now(), rate: this.#clock.effectiveRate });
  }

  async #tick(minute: number): Promise<void> {
    if (this.#clients.size === 0) return;
    const id = ++this.#lastId;
    this.ticks.push(minute);
    await Promise.all([...this.#clients.keys()].map((client) => this.#ask(client, id, minute)));
  }

  /** Resolves when this bot has done the minute, has gone, or has kept silent for half a minute. */
  #ask(client: WebSocket, id: number, minute: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.unanswered.push(minute);
        resolve();
      }, PATIENCE);
      this.#clients.set(client, (answered) => {
        if (answered !== id) return;
        clearTimeout(timer);
        resolve();
      });
      client.send(JSON.stringify({ type: "tick", id, now: minute }));
    });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
