// One socket of the gateway: what it says and holds back, its heartbeats, and how much it may be sent. Must never speak while the gateway is silent.
// Guesses: a client that stops its heartbeats is closed with 4009 after one and a half intervals, and one that was asked for a heartbeat
// and does not send it within five seconds likewise; its session may be resumed. Heartbeats count among the 120 sends.
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import { Buckets } from "../rest/buckets.ts";
import { machineNow } from "../world-clock.ts";
import type { Session } from "./session.ts";
import { Wire } from "./wire.ts";

/** Documented: 120 events a connection in 60 seconds. */
const SENDS = { most: 120, per: 60_000 };
const ANSWER = 5_000;

export interface Frame {
  op: Op;
  d: unknown;
}

export interface ConnectionOptions {
  socket: WebSocket;
  /** Where it came in: the first address or the one for resuming. */
  path: string;
  streamed: boolean;
  /** Machine milliseconds between two heartbeats. */
  heartbeat: number;
  silent: boolean;
}

export class Connection {
  readonly path: string;
  readonly wire: Wire;
  session: Session | undefined;
  readonly #socket: WebSocket;
  readonly #heartbeat: number;
  readonly #sends = new Buckets();
  #silent: boolean;
  #held: string[] = [];
  #watch: NodeJS.Timeout | undefined;

  constructor({ socket, path, streamed, heartbeat, silent }: ConnectionOptions) {
    this.path = path;
    this.#socket = socket;
    this.#heartbeat = heartbeat;
    this.#silent = silent;
    this.wire = new Wire(socket, streamed);
    this.#expectBeat(heartbeat * 1.5);
    socket.once("close", () => clearTimeout(this.#watch));
    this.say({ op: Op.Hello, d: { heartbeat_interval: heartbeat } });
  }

  /** False, and closed with 4008, when this was one event too many. */
  takes(): boolean {
    if (this.#sends.take("", SENDS, machineNow()).passes) return true;
    this.close(Close.RateLimited, "Rate limited");
    return false;
  }

  /** Takes a heartbeat; a silent gateway does not acknowledge it, now or later. */
  beat(): void {
    this.#expectBeat(this.#heartbeat * 1.5);
    if (!this.#silent) this.say({ op: Op.HeartbeatAck, d: null });
  }

  /** Asks for a heartbeat out of turn. */
  askForBeat(): void {
    this.say({ op: Op.Heartbeat, d: null });
    this.#expectBeat(Math.min(ANSWER, this.#heartbeat * 1.5));
  }

  say(frame: Frame): void {
    this.sayText(JSON.stringify({ ...frame, s: null, t: null }));
  }

  sayText(text: string): void {
    if (this.#silent) this.#held.push(text);
    else this.wire.send(text);
  }

  /** What was held back is said when the silence ends, in its order. */
  silence(on: boolean): void {
    this.#silent = on;
    if (on) return;
    const held = this.#held;
    this.#held = [];
    for (const text of held) this.wire.send(text);
  }

  close(code: number, reason: string): void {
    this.wire.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #expectBeat(within: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      // Who says nothing hears nothing either: a silent gateway closes nobody.
      if (this.#silent) this.#expectBeat(within);
      else this.close(Close.SessionTimedOut, "Session timed out");
    }, within);
  }
}
