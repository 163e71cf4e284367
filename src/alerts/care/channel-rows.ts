// What the ledger says of channels that were closed: who was told, what became of it, and what did not reach an open one. Kept in memory, taken from the
// ledger's rows. It must never forget a closure that is not over.
import type { AlertOf } from "../../domain/alert.ts";
import { type Delivery, isEffect, isUnsubscribed } from "../../domain/delivery.ts";
import { type Carers, carers, NO_DUTIES } from "../../domain/duty.ts";
import type { Subscription } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";

/** The one door to who looks after subscriptions at an instant of world time: handovers and people who left are reckoned in. */
export function carersOf(
  subscriptions: readonly Subscription[],
  duties: Pick<StoredDuties, "of">,
  now: Millis,
): Carers {
  const guild = subscriptions[0]?.guildId;
  return carers(subscriptions, guild === undefined ? NO_DUTIES : duties.of(guild), now);
}

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

/** A notice that alerts did not arrive. */
export interface UndeliveredRow {
  key: string;
  alert: UndeliveredAlert;
  delivery: Delivery;
}
export type UndeliveredAlert = AlertOf<"alert.undelivered">;

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
  readonly #undelivered = new Map<string, UndeliveredRow>();
  readonly #unheard = new Map<string, Map<string, Unheard>>();

  /** Every row as it is planned and each time it moves. `live`: it moved just now. */
  note({ key, delivery }: Entry, live = false): void {
    const { alert } = delivery;
    if (alert.kind === "channel.closed" || alert.kind === "channel.open") {
      const times = got(this.#closures, alert.channel, () => new Map<Millis, Map<string, Entry>>());
      got(times, alert.since, () => new Map<string, Entry>()).set(key, { key, delivery });
      prune(times);
    } else if (alert.kind === "alert.undelivered") this.#undelivered.set(key, { key, alert, delivery });
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

  /** What its people were told of alerts that did not reach it: first words, each once. */
  undelivered(): readonly UndeliveredAlert[] {
    const first = [...this.#undelivered.values()].filter(({ alert }) => alert.about === undefined);
    return [...new Map(first.map(({ alert }) => [alert.id, alert])).values()];
  }

  /** Every row about it, its edits too, in order. `id`: of the first word. */
  undeliveredRows(id: string): readonly UndeliveredRow[] {
    const own = [...this.#undelivered.values()].filter(({ alert }) => (alert.about ?? alert.id) === id);
    return own.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  unheard(channel?: string): readonly Unheard[] {
    if (channel !== undefined) return [...(this.#unheard.get(channel)?.values() ?? [])];
    return [...this.#unheard.values()].flatMap((rows) => [...rows.values()]);
  }

  /** The row was let go of. */
  forgotten(key: string, { alert, destination }: Pick<Delivery, "alert" | "destination">): void {
    this.#undelivered.delete(key);
    this.#unheard.get(destination)?.delete(key);
    if (alert.kind !== "channel.closed" && alert.kind !== "channel.open") return;
    const times = this.#closures.get(alert.channel);
    times?.get(alert.since)?.delete(key);
    if (times?.get(alert.since)?.size === 0) times.delete(alert.since);
    if (times?.size === 0) this.#closures.delete(alert.channel);
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
