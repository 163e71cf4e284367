// What can be wrong with a store, as errors whose sentence the operator may read.
// Never puts a store's address into a sentence: only a file's path, because an address may hold a password.

/**
 * locked: in use by another process. foreign: not a store of ours. newer: written by a later version. stamp: a rehearsal's store
 * in the real world, or the reverse. full: no room on the disk, nothing of the write was kept (patience.ts). unreadable: disk, rights or damage. closed: used after close(). url: STORE_URL itself.
 */
export type StoreFaultReason = "locked" | "foreign" | "newer" | "unreadable" | "stamp" | "full" | "closed" | "url";

/** The store cannot be opened or used. The file is left as it was. */
export class StoreFault extends Error {
  readonly reason: StoreFaultReason;

  constructor(reason: StoreFaultReason, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "StoreFault";
    this.reason = reason;
  }
}

/** Nothing of the write was kept, and there may be room for it later. */
export function isFull(error: unknown): error is StoreFault {
  return error instanceof StoreFault && error.reason === "full";
}

/** Someone opened this store after us. Nothing of the refused write was written. */
export class LeaseLost extends Error {
  readonly held: number;
  readonly current: number;

  constructor(held: number, current: number) {
    super(
      `this store was opened again (epoch ${current}) after we opened it (epoch ${held}); a late holder writes nothing`,
    );
    this.name = "LeaseLost";
    this.held = held;
    this.current = current;
  }
}

/** Someone asked a namespace to forget everything. */
export class ClearRefused extends Error {
  constructor(namespace: string) {
    super(`"${namespace}" is never cleared as a whole: delete its rows by key`);
    this.name = "ClearRefused";
  }
}

/** Someone asked to remove rows of a log. */
export class AppendOnly extends Error {
  constructor(namespace: string) {
    super(`"${namespace}" is only ever added to: what was wrong is put right by a further row`);
    this.name = "AppendOnly";
  }
}

export const locked = (file: string, cause?: unknown): StoreFault =>
  new StoreFault("locked", `another Vigía already uses ${file}; stop it first or set STORE_URL to another file`, cause);

export const foreign = (file: string, what: string): StoreFault =>
  new StoreFault("foreign", `${file} is ${what}, not a store of Vigía; set STORE_URL to another file`);

export const full = (file: string, cause?: unknown): StoreFault =>
  new StoreFault("full", `there is no room for the store ${file}: the disk is full; make room on it`, cause);

export const unreadable = (file: string, why: string, cause?: unknown): StoreFault =>
  new StoreFault("unreadable", `the store ${file} cannot be used: ${why}`, cause);
