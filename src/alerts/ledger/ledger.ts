// The ledger: one row for each alert and channel, written before anything is posted and moved only by swap. What nobody can ask for any more is
// removed (prune.ts says what); nothing that is undecided ever is.
import { z } from "zod";
import type { Alert } from "../../domain/alert.ts";
import { Delivery as DeliveryRow, type Delivery, rowKey } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import { patiently } from "../../engines/patience.ts";
import type { Store as Rows } from "../../engines/store.ts";
import { ChannelRows } from "../care/channel-rows.ts";
import { EndedRows } from "./ended-rows.ts";
import { EventRows } from "../events/event-rows.ts";
import { isByTheClock } from "../kinds.ts";
import { editsOf, laneOf, Lanes } from "./lanes.ts";
import { Lately } from "./lately.ts";
import { SeenRows } from "../seen/seen-rows.ts";
import { OwnRows } from "./own-rows.ts";
import { Told } from "./told.ts";
import { ToldOf } from "./told-of.ts";

/** A delivery as it stands in the store, with the version that the next move must name. */
export interface Entry {
  key: string;
  version: number;
  delivery: Delivery;
}

/** States after which nothing more happens by itself. */
const DECIDED = new Set<Delivery["state"]>(["sent", "failed", "skipped", "expired", "parked"]);

export function isDecided({ state }: Pick<Delivery, "state">): boolean {
  return DECIDED.has(state);
}

/** World time at which a row with this key is due. */
export function dueAtOf(key: string): number {
  return Number(key.slice(0, 15));
}

/** The id of the row with this key. */
export const idOf = (key: string): string => key.slice(16);

/** One row for each alert and destination: planning the same twice makes the same id. */
export function deliveryId(alertId: string, destination: string): string {
  return hash({ alert: alertId, destination });
}

export class Ledger {
  /** What each channel was told lately. */
  readonly told = new Told();
  /** Who was told of a strike, and which answers were shared. */
  readonly toldOf = new ToldOf();
  /** Channels that were closed, and what did not reach an open one. */
  readonly channels = new ChannelRows();
  /** Notices below which people were asked to press Seen, and what was told of those who have not. */
  readonly seen = new SeenRows();
  /** What was last planned for each server's list of events. */
  readonly events = new EventRows();
  /** What was not posted because its subscription had ended. */
  readonly ended = new EndedRows();
  /** Digests, and messages that are kept up to date. */
  readonly own = new OwnRows();
  /** World time: rows due until then may have been let go of, so that what a tick would plan for those hours may have been told. */
  forgottenUntil = -Infinity;
  /** Guilds whose rows are being erased: nothing is planned for them meanwhile. */
  readonly erasing = new Set<string>();
  /** What leads from a channel, a mark or a message to its rows. */
  readonly lately = new Lately();
  readonly #rows: Rows;
  /** Everything that still has to be decided. */
  readonly open = new Lanes();
  /** Ended unseen, their people not told yet: by key. */
  readonly #untold = new Map<string, Entry>();
  readonly #listeners = new Set<(lanes?: Iterable<string>) => void>();
  readonly #watchers = new Set<(entry: Entry) => void>();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Takes up every undecided row by scan. Throws with the row's key on one that no longer fits its schema. */
  static async open(rows: Rows): Promise<Ledger> {
    const ledger = new Ledger(rows);
    for await (const { key, value, version } of rows.scan()) {
      const delivery = readRow(key, value);
      ledger.#keep({ key, version, delivery });
    }
    return ledger;
  }

  /** Plans rows that are not there yet; those that are stay as they are. All or none reach the store. */
  async plan(wanted: readonly Delivery[]): Promise<void> {
    const deliveries = wanted.filter(
      (row) => (row.dueAt > this.forgottenUntil || !isByTheClock(row.alert)) && !this.erasing.has(row.guildId),
    );
    if (deliveries.length === 0) return;
    const { added } = await this.#rows.add(
      deliveries.map((delivery) => ({ key: rowKey(delivery), value: DeliveryRow.parse(delivery) })),
    );
    const fresh = new Set(added);
    const lanes = new Set<string>();
    for (const delivery of deliveries) {
      const key = rowKey(delivery);
      if (!fresh.has(key)) continue;
      this.#keep({ key, version: 1, delivery });
      lanes.add(laneOf(delivery));
    }
    this.planned(lanes);
  }

  /** Moves a row on. Throws when somebody else moved it: two hands on one row would post twice. */
  async move(entry: Entry, changes: Partial<Delivery>): Promise<Entry> {
    const delivery = DeliveryRow.parse({ ...entry.delivery, ...changes });
    const swap = () => this.#rows.swap([{ key: entry.key, expect: entry.version, value: delivery }]);
    // What became of an attempt is kept, however long that takes; all else before a post would be stale by then.
    const moved = await (changes.attempts?.at(-1)?.outcome === undefined ? swap() : patiently(swap));
    if (!moved.ok) throw new Error(`The delivery ${entry.key} was moved by another hand; this process must stop.`);
    // Thousands of rows tell one alert: it stays one in memory, and is no copy for each.
    const alert = changes.alert ?? entry.delivery.alert;
    const next: Entry = { key: entry.key, version: entry.version + 1, delivery: { ...delivery, alert } };
    this.#keep(next, true);
    for (const watch of this.#watchers) watch(next);
    return next;
  }

  /**
   * Lets go of decided rows, all or none, and of what the indexes hold of them. @returns how many went: none where one was moved meanwhile, and a later
   * pass looks again.
   */
  async forget(entries: readonly Entry[]): Promise<number> {
    const undecided = entries.find(({ delivery }) => !isDecided(delivery));
    if (undecided !== undefined) throw new Error(`The delivery ${undecided.key} is undecided and is never let go of.`);
    const gone = await this.#rows.remove(entries.map(({ key, version }) => ({ key, expect: version })));
    if (!gone.ok) return 0;
    for (const { key, delivery } of entries) this.#forgotten(key, delivery);
    return entries.length;
  }

  /** Every index of rows that this keeps in memory is told here. */
  #forgotten(key: string, delivery: Delivery): void {
    this.told.forgotten(key, delivery);
    this.toldOf.forgotten(key, delivery);
    this.own.forgotten(delivery);
    this.ended.forgotten(key, delivery);
    this.lately.forget(key);
    this.seen.forget(key, delivery);
    this.events.forgotten(key, delivery);
    this.channels.forgotten(key, delivery);
    this.#untold.delete(key);
  }

  /** The lane's undecided row that is due first, as it stands now. */
  next(lane: string): Entry | undefined {
    return this.open.rows(lane)[0];
  }

  /** Destinations with something undecided. */
  waiting(): readonly string[] {
    const rows = this.open.names().flatMap((lane) => this.open.rows(lane));
    return [...new Set(rows.map(({ delivery }) => delivery.destination))];
  }

  /** The destination's undecided rows, its edits last. */
  of(destination: string): readonly Entry[] {
    return [...this.open.rows(destination), ...this.open.rows(editsOf(destination))];
  }

  /** Rows that ended unseen and of which nobody was told: only a crash leaves them. */
  untold(): readonly Entry[] {
    return [...this.#untold.values()];
  }

  /** Whether a row of this alert exists for the destination, decided or not. */
  async has(alert: Pick<Alert, "id" | "at">, destination: string): Promise<boolean> {
    return (await this.find(alert, destination)) !== undefined;
  }

  /** This alert's row for the destination as it stands in the store, decided or not. */
  async find(alert: Pick<Alert, "id" | "at">, destination: string): Promise<Entry | undefined> {
    const key = rowKey({ dueAt: alert.at, id: deliveryId(alert.id, destination) });
    return this.read(key);
  }

  /** A row as it stands in the store. */
  async read(key: string): Promise<Entry | undefined> {
    const row = await this.#rows.read(key);
    return row === undefined ? undefined : { key, version: row.version, delivery: readRow(key, row.value) };
  }

  /** The row that posted the message which this one edits; undefined where nobody remembers it. */
  async edited(delivery: Delivery): Promise<Delivery | undefined> {
    const lately = this.told.of(delivery.destination).find((one) => one.delivery.id === delivery.edits?.of);
    if (lately !== undefined) return lately.delivery;
    const { alert, edits } = delivery;
    // A notice that a channel is closed is due when it closed.
    if (alert.kind === "channel.closed" && edits !== undefined)
      return (await this.read(rowKey({ dueAt: alert.since, id: edits.of })))?.delivery;
    if (alert.kind === "alert.undelivered" && edits !== undefined)
      return (await this.read(rowKey({ dueAt: alert.at, id: edits.of })))?.delivery;
    const key = this.toldOf.keyOf(delivery);
    return key === undefined ? undefined : (await this.read(key))?.delivery;
  }

  #keep(entry: Entry, live = false): void {
    this.told.note(entry);
    this.toldOf.note(entry.key, entry.delivery);
    this.lately.note(entry.key, entry.delivery);
    this.channels.note(entry, live);
    this.seen.note(entry);
    this.events.note(entry.key, entry.delivery);
    this.own.note(entry);
    this.ended.note(entry);
    const { untold } = entry.delivery;
    if (untold) this.#untold.set(entry.key, entry);
    else this.#untold.delete(entry.key);
    if (isDecided(entry.delivery)) this.open.drop(entry);
    else this.open.keep(entry);
  }

  /** Every row there is, in order of due time: for `why`, tests and proofs. */
  async *all(): AsyncIterable<Delivery> {
    for await (const { delivery } of this.entries()) yield delivery;
  }

  /** The same, each as it stands in the store when it is reached. */
  async *entries(): AsyncIterable<Entry> {
    for await (const { key, value, version } of this.#rows.scan())
      yield { key, version, delivery: readRow(key, value) };
  }

  /** Called for rows that were planned, and by whoever gave a decided one another try. `lanes`: where there is something new; left out, perhaps anywhere. */
  planned(lanes?: Iterable<string>): void {
    for (const listener of this.#listeners) listener(lanes);
  }

  onPlanned(listener: (lanes?: Iterable<string>) => void): void {
    this.#listeners.add(listener);
  }

  /** Told of each move of any row. Returns how to stop. */
  onMoved(watch: (entry: Entry) => void): () => void {
    this.#watchers.add(watch);
    return () => void this.#watchers.delete(watch);
  }
}

function readRow(key: string, value: unknown): Delivery {
  const parsed = DeliveryRow.safeParse(value);
  if (!parsed.success) throw new Error(`The delivery ${key} in the store is broken: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
