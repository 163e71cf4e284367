// What a database must be able to do for Vigía: rows of text with a version, all or none. sqlite.ts and memory.ts implement it.
// Knows nothing of Keyv and nothing of what the text means; never adds a verb that one engine only can keep.

/** A row as it is kept. `version` is 1 when the row is added and grows by one with each change. */
export interface Row {
  readonly key: string;
  readonly value: string;
  readonly version: number;
}

export interface Entry<V> {
  readonly key: string;
  readonly value: V;
}

export type Change<V> = Entry<V> & Expected;

export interface Added {
  readonly added: string[];
  readonly present: string[];
}

/** A row as it was read; what is done to it is done only while it still has that version. */
export interface Expected {
  readonly key: string;
  readonly expect: number;
}

/** A row that was no longer at the version expected; version 0: there is no such row. */
export interface Stale {
  readonly key: string;
  readonly version: number;
}

/**
 * One namespace under one lease. Every write is all or nothing by itself, compares the lease's epoch first and throws `LeaseLost` when it was raised. It resolves
 * once what it wrote is kept for good. Writes are done in the order in which they were asked for, awaited or not, and a read sees those asked for before it. Within
 * one list the rows are taken in order, so that a key given twice meets its own first row.
 */
export interface Rows {
  /** In the order of the keys; undefined where there is no row. */
  get(keys: readonly string[]): Promise<(Row | undefined)[]>;
  /** At most `limit` rows whose key is greater than `after`, by the bytes of the key in UTF-8, the same in every engine. */
  page(after: string | undefined, limit: number): Promise<Row[]>;
  /** Inserts what is absent. `whole`: if any key is present, nothing is inserted and `added` is empty. */
  add(rows: readonly Entry<string>[], whole: boolean): Promise<Added>;
  /** Moves all rows one version on, or none if the answer is not empty. */
  swap(changes: readonly Change<string>[]): Promise<Stale[]>;
  /** Removes all rows that are still at the versions expected, or none if the answer is not empty. */
  remove(rows: readonly Expected[]): Promise<Stale[]>;
  /** Inserts or replaces, whatever the version was. */
  put(rows: readonly Entry<string>[]): Promise<void>;
  /** Whether each key was there. Whatever its version was: for Keyv alone. */
  erase(keys: readonly string[]): Promise<boolean[]>;
  clear(): Promise<void>;
}

/** An open database. */
export interface Backend {
  readonly kind: "sqlite" | "memory";
  readonly file?: string;
  /** Raises the stored epoch by one and returns it: whoever held a lower one writes nothing from now on. */
  raiseEpoch(): Promise<number>;
  rows(namespace: string, epoch: number): Rows;
  /** Harmless when called twice. */
  close(): Promise<void>;
}
