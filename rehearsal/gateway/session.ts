// One gateway session: its numbered events, kept so that they can be replayed. Must never number two events alike.
import { GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import { machineNow } from "../world-clock.ts";
import type { Connection } from "./connection.ts";
import { isOfShard, type Shard } from "./identify.ts";
import type { Dispatch } from "./payloads.ts";

/** Events kept for replay. */
const MOST = 5_000;

export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard | undefined;
  seq = 0;
  readonly #log: { seq: number; text: string }[] = [];
  #connection: Connection | null;
  #detachedAt = 0;

  constructor(id: string, { intents, shard }: { intents: number; shard?: Shard }, connection: Connection) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.#connection = connection;
  }

  get attached(): boolean {
    return this.#connection !== null;
  }

  /** Machine milliseconds without a socket; 0 with one. */
  get detachedFor(): number {
    return this.#connection ? 0 : machineNow() - this.#detachedAt;
  }

  /** Whether it hears of an event that needs these intents; of no guild means for the first shard. */
  hears(intent: number, guildId: string | undefined): boolean {
    return (this.intents & intent) === intent && isOfShard(guildId, this.shard);
  }

  push(event: Dispatch): void {
    this.seq += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.seq, t: event.t, d: event.d });
    this.#log.push({ seq: this.seq, text });
    if (this.#log.length > MOST) this.#log.shift();
    this.#connection?.sayText(text);
  }

  /** Whether everything after `seq` is still known. */
  canReplay(seq: number): boolean {
    return seq + 1 >= (this.#log[0]?.seq ?? this.seq + 1);
  }

  resume(connection: Connection, seq: number): void {
    this.#connection?.terminate();
    this.#connection = connection;
    for (const one of this.#log) if (one.seq > seq) connection.sayText(one.text);
    this.push({ t: GatewayDispatchEvents.Resumed, d: null });
  }

  detach(connection: Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = null;
    this.#detachedAt = machineNow();
  }
}
