// Rows in a Map, for tests and rehearsals: the same contract as SQLite, gone when the process ends.
// Never lets a write happen by halves: each verb decides before it touches the map.
import { LeaseLost, StoreFault } from "./faults.ts";
import type { Added, Backend, Change, Entry, Expected, Row, Rows, Stale } from "./rows.ts";
import { SortedKeys } from "./sorted-keys.ts";

interface Shared {
  epoch: number;
  closed: boolean;
}

export function openMemory(): Backend {
  const shared: Shared = { epoch: 0, closed: false };
  const tables = new Map<string, Table>();
  return {
    kind: "memory",
    raiseEpoch: async () => {
      checkOpen(shared);
      shared.epoch += 1;
      return shared.epoch;
    },
    rows: (namespace, epoch) => {
      const table = tables.get(namespace) ?? new Table();
      tables.set(namespace, table);
      return new MemoryRows(table, shared, epoch);
    },
    close: async () => {
      shared.closed = true;
      tables.clear();
    },
  };
}

class Table {
  readonly rows = new Map<string, Row>();
  readonly order = new SortedKeys();
}

class MemoryRows implements Rows {
  readonly #table: Table;
  readonly #shared: Shared;
  readonly #epoch: number;

  constructor(table: Table, shared: Shared, epoch: number) {
    this.#table = table;
    this.#shared = shared;
    this.#epoch = epoch;
  }

  async get(keys: readonly string[]): Promise<(Row | undefined)[]> {
    checkOpen(this.#shared);
    return keys.map((key) => this.#table.rows.get(key));
  }

  async page(after: string | undefined, limit: number): Promise<Row[]> {
    checkOpen(this.#shared);
    const rows = this.#table.order.after(after, limit).map((key) => this.#table.rows.get(key));
    return rows.filter((row) => row !== undefined);
  }

  async add(rows: readonly Entry<string>[], whole: boolean): Promise<Added> {
    this.#checkLease();
    const fresh = new Map<string, Entry<string>>();
    const present: string[] = [];
    for (const row of rows) {
      if (this.#table.rows.has(row.key) || fresh.has(row.key)) present.push(row.key);
      else fresh.set(row.key, row);
    }
    if (whole && present.length > 0) return { added: [], present };
    for (const { key, value } of fresh.values()) this.#store({ key, value, version: 1 });
    return { added: [...fresh.keys()], present };
  }

  async swap(changes: readonly Change<string>[]): Promise<Stale[]> {
    this.#checkLease();
    const moved = new Map<string, Row>();
    const stale: Stale[] = [];
    for (const { key, expect, value } of changes) {
      const version = (moved.get(key) ?? this.#table.rows.get(key))?.version ?? 0;
      if (version === 0 || version !== expect) stale.push({ key, version });
      else moved.set(key, { key, value, version: version + 1 });
    }
    if (stale.length === 0) for (const row of moved.values()) this.#store(row);
    return stale;
  }

  async remove(expected: readonly Expected[]): Promise<Stale[]> {
    this.#checkLease();
    const gone = new Set<string>();
    const stale: Stale[] = [];
    for (const { key, expect } of expected) {
      const version = gone.has(key) ? 0 : (this.#table.rows.get(key)?.version ?? 0);
      if (version === 0 || version !== expect) stale.push({ key, version });
      else gone.add(key);
    }
    if (stale.length === 0) for (const key of gone) this.#drop(key);
    return stale;
  }

  async put(rows: readonly Entry<string>[]): Promise<void> {
    this.#checkLease();
    for (const { key, value } of rows) {
      this.#store({ key, value, version: (this.#table.rows.get(key)?.version ?? 0) + 1 });
    }
  }

  async erase(keys: readonly string[]): Promise<boolean[]> {
    this.#checkLease();
    return keys.map((key) => this.#drop(key));
  }

  async clear(): Promise<void> {
    this.#checkLease();
    this.#table.rows.clear();
    this.#table.order.clear();
  }

  #drop(key: string): boolean {
    this.#table.order.forget(key);
    return this.#table.rows.delete(key);
  }

  #store(row: Row): void {
    if (!this.#table.rows.has(row.key)) this.#table.order.learn(row.key);
    this.#table.rows.set(row.key, row);
  }

  #checkLease(): void {
    checkOpen(this.#shared);
    if (this.#shared.epoch !== this.#epoch) throw new LeaseLost(this.#epoch, this.#shared.epoch);
  }
}

function checkOpen(shared: Shared): void {
  if (shared.closed) throw new StoreFault("closed", "the store in memory was closed");
}
