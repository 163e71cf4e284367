// What the ledger says of channels that were closed: who was told, what became of it, and what did not reach an open one. Kept in memory, taken from the
// ledger's rows. It must never forget a closure that is not over.
import type { AlertOf } from "../domain/alert.ts";
import { type Delivery, isEffect, isUnsubscribed } from "../domain/delivery.ts";
import type { Millis } from "../domain/time.ts";

type Entry = { key: string; delivery: Delivery };
export type ClosedAlert = AlertOf<"channel.closed">;

/** A row of the ledger that concerns one closure. */
export interface ClosureRow<A extends ClosedAlert | AlertOf<"channel.open"> = ClosedAlert | AlertOf<"channel.open">> {
  key: string;
  alert: A;
  delivery: Delivery;
}

/** One time that a channel was closed. */
export interface Closure {
  guildId: string;
  channel: string;
  since: Millis;
  /** The notices that it is closed: those that posted, not those that edit. */
  closed: readonly ClosureRow<ClosedAlert>[];
  /** What became of them: their edits, and the word that it is open. */
  later: readonly ClosureRow[];
}

/** A row that will not be posted, as far as its people are concerned. */
export interface Unheard {
  key: string;
  guildId: string;
  channel: string;
  state: "failed" | "parked" | "expired";
  reason: string;
  /** World time: planned, and until when it was worth telling. */
  plannedAt: Millis;
  expiresAt: Millis;
  /** It came to that since this process began. */
  live: boolean;
}

/** A channel that closes and opens for years needs only the last few. */
const KEPT = 12;
const KEPT_UNHEARD = 200;
export class ChannelRows {
  /** By channel, then by when it closed. */
  readonly #closures = new Map<string, Map<Millis, Map<string, Entry>>>();
  readonly #undelivered = new Map<string, { alert: AlertOf<"alert.undelivered">; delivery: Delivery }>();
  readonly #unheard = new Map<string, Map<string, Unheard>>();

  /** Every row as it is planned and each time it moves. `live`: it moved just now. */
  note({ key, delivery }: Entry, live = false): void {
    const { alert } = delivery;
    if (alert.kind === "channel.closed" || alert.kind === "channel.open") {
      const times = got(this.#closures, alert.channel, () => new Map<Millis, Map<string, Entry>>());
      got(times, alert.since, () => new Map<string, Entry>()).set(key, { key, delivery });
      prune(times);
    } else if (alert.kind === "alert.undelivered") this.#undelivered.set(key, { alert, delivery });
    // A board that cannot be renewed says itself how old it is; that it could not be posted at all is told.
    else if (alert.kind === "board" && delivery.edits !== undefined) return;
    else if (!isUnsubscribed(delivery)) this.#noteUnheard(key, delivery, live);
  }

  /** Of every channel, oldest first. */
  closures(): readonly Closure[] {
    return [...this.#closures.keys()].flatMap((channel) => this.of(channel));
  }

  /** Of one channel, oldest first. */
  of(channel: string): readonly Closure[] {
    const times = [...(this.#closures.get(channel) ?? [])].sort(([a], [b]) => a - b);
    return times.flatMap(([since, rows]) => closureOf(channel, since, [...rows.values()]) ?? []);
  }

  at(channel: string, since: Millis): Closure | undefined {
    const rows = this.#closures.get(channel)?.get(since);
    return rows === undefined ? undefined : closureOf(channel, since, [...rows.values()]);
  }

  /** What its people were told of alerts that did not reach it. */
  undelivered(): readonly AlertOf<"alert.undelivered">[] {
    return [...new Map([...this.#undelivered.values()].map(({ alert }) => [alert.id, alert])).values()];
  }

  unheard(channel?: string): readonly Unheard[] {
    if (channel !== undefined) return [...(this.#unheard.get(channel)?.values() ?? [])];
    return [...this.#unheard.values()].flatMap((rows) => [...rows.values()]);
  }

  /** Its people know, or need not: it is looked at no more. */
  settled(channel: string, keys: Iterable<string>): void {
    const rows = this.#unheard.get(channel);
    for (const key of keys) rows?.delete(key);
  }

  #noteUnheard(key: string, delivery: Delivery, live: boolean): void {
    const { guildId, state, reason, plannedAt, expiresAt } = delivery;
    const channel = isEffect(delivery) ? delivery.channelId : delivery.destination;
    const rows = this.#unheard.get(channel);
    if (state !== "failed" && state !== "parked" && state !== "expired") return void rows?.delete(key);
    const own = got(this.#unheard, channel, () => new Map<string, Unheard>());
    own.set(key, { key, guildId, channel, state, reason, plannedAt, expiresAt, live });
    const [oldest] = own.keys();
    if (own.size > KEPT_UNHEARD && oldest !== undefined) own.delete(oldest);
  }
}

function closureOf(channel: string, since: Millis, entries: readonly Entry[]): Closure | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const closed: ClosureRow<ClosedAlert>[] = [];
  const later: ClosureRow[] = [];
  for (const { key, delivery } of entries.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const { alert, edits } = delivery;
    if (alert.kind === "channel.closed" && edits === undefined) closed.push({ key, alert, delivery });
    else if (alert.kind === "channel.closed" || alert.kind === "channel.open") later.push({ key, alert, delivery });
  }
  return { guildId: first.delivery.guildId, channel, since, closed, later };
}

function prune(times: Map<Millis, unknown>): void {
  if (times.size <= KEPT) return;
  for (const since of [...times.keys()].sort((a, b) => a - b).slice(0, times.size - KEPT)) times.delete(since);
}

function got<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
