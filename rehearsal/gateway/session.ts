// One gateway session: its numbered events, kept so that they can be replayed. Must never number two events alike.
import { GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import { machineNow } from "../world-clock.ts";
import type { Dispatch } from "./payloads.ts";

/** Events kept for replay. */
const MOST = 5_000;

export class Session {
  readonly id: string;
  readonly intents: number;
  seq = 0;
  readonly #log: { seq: number; text: string }[] = [];
  #socket: WebSocket | null;
  #detachedAt = 0;

  constructor(id: string, intents: number, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.#socket = socket;
  }

  get attached(): boolean {
    return this.#socket !== null;
  }

  /** Machine milliseconds without a socket; 0 with one. */
  get detachedFor(): number {
    return this.#socket ? 0 : machineNow() - this.#detachedAt;
  }

  push(event: Dispatch): void {
    this.seq += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.seq, t: event.t, d: event.d });
    this.#log.push({ seq: this.seq, text });
    if (this.#log.length > MOST) this.#log.shift();
    this.#socket?.send(text);
  }

  /** Whether everything after `seq` is still known. */
  canReplay(seq: number): boolean {
    return seq + 1 >= (this.#log[0]?.seq ?? this.seq + 1);
  }

  resume(socket: WebSocket, seq: number): void {
    this.#socket?.terminate();
    this.#socket = socket;
    for (const one of this.#log) if (one.seq > seq) socket.send(one.text);
    this.push({ t: GatewayDispatchEvents.Resumed, d: null });
  }

  detach(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.#detachedAt = machineNow();
  }
}
