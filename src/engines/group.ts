// Group commit: what is asked of a file in one turn of the event loop is written in the order of asking in one transaction, with one fsync. Each write is kept or
// refused by itself. It must never let anybody take a write for kept before COMMIT has answered, nor let one write's trouble become another's.
import { isFull } from "./faults.ts";
import type { SqliteFile, Statement } from "./sqlite-file.ts";

export interface Written<T> {
  /** Whether what was written stays. */
  readonly keep: boolean;
  readonly result: T;
}

interface Asked {
  /** Writes, and says whether that is to stay. Throws what is this write's own trouble. */
  work: () => boolean;
  /** COMMIT has answered. */
  settle: () => void;
  refuse: (why: unknown) => void;
}

export type GroupStatements = ReturnType<typeof groupStatements>;

export function groupStatements(db: SqliteFile) {
  return {
    begin: db.prepare("BEGIN IMMEDIATE"),
    commit: db.prepare("COMMIT"),
    rollback: db.prepare("ROLLBACK"),
    mark: db.prepare("SAVEPOINT one"),
    keep: db.prepare("RELEASE one"),
    undo: db.prepare("ROLLBACK TO one"),
  } satisfies Record<string, Statement>;
}

export class Group {
  readonly #db: SqliteFile;
  readonly #sql: GroupStatements;
  #asked: Asked[] = [];

  constructor(db: SqliteFile) {
    this.#db = db;
    this.#sql = groupStatements(db);
  }

  /** Resolves when it is on the disk, or refused by its own answer. `work` awaits nothing. */
  write<T>(work: () => Written<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let done: Written<T> | undefined;
      if (this.#asked.length === 0) setImmediate(() => this.flush());
      this.#asked.push({
        work: () => (done = work()).keep,
        settle: () => {
          if (done !== undefined) resolve(done.result);
        },
        refuse: reject,
      });
    });
  }

  /** Writes what was asked so far. Before every read, so that a read sees what was asked before it. */
  flush(): void {
    const group = this.#asked;
    this.#asked = [];
    if (group.length > 1) this.#together(group);
    else for (const one of group) this.#alone(one);
  }

  #together(group: readonly Asked[]): void {
    const troubles = new Map<Asked, unknown>();
    try {
      this.#transaction(() => group.filter((one) => this.#marked(one, troubles)).length > 0);
    } catch (fault) {
      // All of it was rolled back. For want of room each is tried by itself: the small ones may fit. Any other fault of the disk is everybody's.
      for (const one of group)
        if (isFull(fault)) this.#alone(one);
        else one.refuse(fault);
      return;
    }
    for (const one of group)
      if (troubles.has(one)) one.refuse(troubles.get(one));
      else one.settle();
  }

  /** Whether anything of it stays. */
  #marked(one: Asked, troubles: Map<Asked, unknown>): boolean {
    this.#sql.mark.run();
    let keeps = false;
    try {
      keeps = one.work();
    } catch (trouble) {
      // SQLite has given the whole transaction up: nothing of any of them stands.
      if (!this.#db.inTransaction) throw trouble;
      troubles.set(one, trouble);
    }
    if (!keeps) this.#sql.undo.run();
    this.#sql.keep.run();
    return keeps;
  }

  #alone(one: Asked): void {
    try {
      this.#transaction(one.work);
    } catch (fault) {
      return one.refuse(fault);
    }
    one.settle();
  }

  /** `work` says whether anything stays. */
  #transaction(work: () => boolean): void {
    this.#sql.begin.run();
    try {
      if (work()) this.#sql.commit.run();
    } finally {
      // Not after a full disk: SQLite has rolled back by itself then, and a second time would hide the first error.
      if (this.#db.inTransaction) this.#sql.rollback.run();
    }
  }
}
