// Rows in one SQLite file: one table for all namespaces, every write in a transaction with the lease checked inside; group.ts says when. Reads see what was asked before them.
// Never awaits inside a transaction: libsql answers at once, so that no other writer of this process can get in between.
import { z } from "zod";
import { LeaseLost, unreadable } from "./faults.ts";
import { Group, type Written } from "./group.ts";
import type { Added, Backend, Change, Entry, Expected, Row, Rows, Stale } from "./rows.ts";
import type { SqliteFile, Statement } from "./sqlite-file.ts";
import type { Stamp } from "./sqlite-header.ts";
import { type OpenFile, openFile } from "./sqlite-open.ts";

const storedRow = z.object({ key: z.string(), value: z.string(), version: z.int().positive() });
const storedLease = z.object({ epoch: z.int() });

/** `file` is an absolute path. Throws StoreFault. */
export function openSqlite(file: string, stamp: Stamp): Backend {
  return sqliteOver(openFile(file, stamp));
}

/** Over a file that is open: it is closed with the engine. */
export function sqliteOver({ db, close }: OpenFile): Backend {
  const statements = prepareAll(db);
  const group = new Group(db);
  let open = true;
  return {
    kind: "sqlite",
    file: db.path,
    raiseEpoch: () =>
      group.write(() => {
        statements.raise.run();
        return { keep: true, result: epochOf(db, statements) };
      }),
    rows: (namespace, epoch) => new SqliteRows({ db, group, sql: statements }, namespace, epoch),
    close: async () => {
      group.flush();
      if (open) close();
      open = false;
    },
  };
}

type Statements = ReturnType<typeof prepareAll>;

function prepareAll(db: SqliteFile) {
  return {
    lease: db.prepare("SELECT epoch FROM lease WHERE id = 1"),
    raise: db.prepare("UPDATE lease SET epoch = epoch + 1 WHERE id = 1"),
    get: db.prepare("SELECT key, value, version FROM rows WHERE namespace = ? AND key = ?"),
    firstPage: db.prepare("SELECT key, value, version FROM rows WHERE namespace = ? ORDER BY key LIMIT ?"),
    nextPage: db.prepare("SELECT key, value, version FROM rows WHERE namespace = ? AND key > ? ORDER BY key LIMIT ?"),
    add: db.prepare("INSERT INTO rows (namespace, key, value, version) VALUES (?, ?, ?, 1) ON CONFLICT DO NOTHING"),
    swap: db.prepare(
      "UPDATE rows SET value = ?, version = version + 1 WHERE namespace = ? AND key = ? AND version = ?",
    ),
    put: db.prepare(
      `INSERT INTO rows (namespace, key, value, version) VALUES (?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET value = excluded.value, version = version + 1`,
    ),
    remove: db.prepare("DELETE FROM rows WHERE namespace = ? AND key = ? AND version = ?"),
    erase: db.prepare("DELETE FROM rows WHERE namespace = ? AND key = ?"),
    clear: db.prepare("DELETE FROM rows WHERE namespace = ?"),
  } satisfies Record<string, Statement>;
}

interface Opened {
  db: SqliteFile;
  group: Group;
  sql: Statements;
}

class SqliteRows implements Rows {
  readonly #db: SqliteFile;
  readonly #group: Group;
  readonly #sql: Statements;
  readonly #namespace: string;
  readonly #epoch: number;

  constructor({ db, group, sql }: Opened, namespace: string, epoch: number) {
    this.#db = db;
    this.#group = group;
    this.#sql = sql;
    this.#namespace = namespace;
    this.#epoch = epoch;
  }

  async get(keys: readonly string[]): Promise<(Row | undefined)[]> {
    this.#group.flush();
    return keys.map((key) => this.#find(key));
  }

  async page(after: string | undefined, limit: number): Promise<Row[]> {
    this.#group.flush();
    const found =
      after === undefined
        ? this.#sql.firstPage.all(this.#namespace, limit)
        : this.#sql.nextPage.all(this.#namespace, after, limit);
    return found.map((row) => checked(storedRow, row, this.#db));
  }

  async add(rows: readonly Entry<string>[], whole: boolean): Promise<Added> {
    return this.#write(() => {
      const added: string[] = [];
      const present: string[] = [];
      for (const { key, value } of rows) {
        const inserted = this.#sql.add.run(this.#namespace, key, value) === 1;
        (inserted ? added : present).push(key);
      }
      const refused = whole && present.length > 0;
      return { keep: !refused, result: { added: refused ? [] : added, present } };
    });
  }

  async swap(changes: readonly Change<string>[]): Promise<Stale[]> {
    return this.#write(() => {
      const stale: Stale[] = [];
      for (const { key, expect, value } of changes) {
        if (this.#sql.swap.run(value, this.#namespace, key, expect) === 1) continue;
        stale.push({ key, version: this.#find(key)?.version ?? 0 });
      }
      return { keep: stale.length === 0, result: stale };
    });
  }

  async remove(expected: readonly Expected[]): Promise<Stale[]> {
    return this.#write(() => {
      const stale: Stale[] = [];
      for (const { key, expect } of expected) {
        if (this.#sql.remove.run(this.#namespace, key, expect) === 1) continue;
        stale.push({ key, version: this.#find(key)?.version ?? 0 });
      }
      return { keep: stale.length === 0, result: stale };
    });
  }

  async put(rows: readonly Entry<string>[]): Promise<void> {
    await this.#write(() => {
      for (const { key, value } of rows) this.#sql.put.run(this.#namespace, key, value);
      return { keep: true, result: undefined };
    });
  }

  async erase(keys: readonly string[]): Promise<boolean[]> {
    return this.#write(() => ({
      keep: true,
      result: keys.map((key) => this.#sql.erase.run(this.#namespace, key) === 1),
    }));
  }

  async clear(): Promise<void> {
    await this.#write(() => ({ keep: true, result: this.#sql.clear.run(this.#namespace) }));
  }

  #find(key: string): Row | undefined {
    const row = this.#sql.get.first(this.#namespace, key);
    return row === undefined ? undefined : checked(storedRow, row, this.#db);
  }

  #write<T>(work: () => Written<T>): Promise<T> {
    return this.#group.write(() => {
      const current = epochOf(this.#db, this.#sql);
      if (current !== this.#epoch) throw new LeaseLost(this.#epoch, current);
      return work();
    });
  }
}

function epochOf(db: SqliteFile, sql: Statements): number {
  return checked(storedLease, sql.lease.first(), db).epoch;
}

function checked<T>(schema: z.ZodType<T>, row: unknown, db: SqliteFile): T {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw unreadable(db.path, "a row has a shape that Vigía does not write; restore a backup", parsed.error);
}
