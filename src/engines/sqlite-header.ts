// Whose file this is, read from its first 100 bytes before SQLite opens it: SQLite would replay or fold in a journal lying beside it.
// Never writes, and never touches a file that this process has open: closing any handle to it would drop SQLite's lock.
import { accessSync, closeSync, constants, openSync, readSync, statSync, type BigIntStats } from "node:fs";
import { dirname } from "node:path";
import { StoreFault, foreign, locked, unreadable } from "./faults.ts";

/** Whether a store holds what happened in the world, or what a rehearsal's clock made up. */
export type Stamp = "world" | "rehearsed";

/** Raised when the tables change; an older program refuses a newer file. Kept as SQLite's user_version. */
export const FORMAT = 1;

/** SQLite's application_id, "VigW" and "VigR": the stamp is part of it so that the first bytes of a file tell everything. */
export const APPLICATION_IDS: Readonly<Record<Stamp, number>> = { world: 0x56696757, rehearsed: 0x56696752 };

const HEADER_BYTES = 100;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

// By device and inode: POSIX locks belong to the process, so SQLite would not be protected from ourselves.
const openHere = new Set<string>();

/** Notes that this process has the file open, until the returned function is called. */
export function holdHere(file: string): () => void {
  const id = identity(statSync(file, { bigint: true }));
  openHere.add(id);
  return () => openHere.delete(id);
}

/** Throws StoreFault unless the file is absent, empty or ours with this stamp. */
export function checkFile(file: string, stamp: Stamp): void {
  const stats = statOf(file);
  if (stats === undefined) {
    checkFolder(file);
    return;
  }
  if (stats.isDirectory()) throw foreign(file, "a folder");
  if (!stats.isFile()) throw foreign(file, "no ordinary file");
  if (openHere.has(identity(stats))) throw locked(file);
  checkRights(file, file, constants.R_OK | constants.W_OK);
  checkRights(file, dirname(file), constants.W_OK);
  if (stats.size > 0n) checkHeader(file, stamp);
}

/** Throws StoreFault "foreign", "newer" or "stamp". `id` and `version` as SQLite or the header tells them. */
export function checkOwner(file: string, id: number, version: number, stamp: Stamp): void {
  const written = id === APPLICATION_IDS.world ? "world" : id === APPLICATION_IDS.rehearsed ? "rehearsed" : undefined;
  if (written === undefined || version < 1) throw foreign(file, "the database of another program");
  if (version > FORMAT) {
    throw new StoreFault(
      "newer",
      `this store was written by a newer Vigía (format ${version}, this one knows ${FORMAT}): update Vigía, or set STORE_URL to another file than ${file}`,
    );
  }
  if (written === stamp) return;
  throw new StoreFault(
    "stamp",
    stamp === "world"
      ? `${file} was written in a rehearsal, under CLOCK, and is not used for the real world; set STORE_URL to another file`
      : `${file} holds what happened in the real world and is not used in a rehearsal; unset CLOCK or set STORE_URL to another file`,
  );
}

function checkHeader(file: string, stamp: Stamp): void {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, "r");
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") throw foreign(file, "not an SQLite database");
  checkOwner(file, header.readInt32BE(APPLICATION_ID_AT), header.readInt32BE(USER_VERSION_AT), stamp);
}

function statOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch (cause) {
    throw unreadable(file, "a part of its path is not a folder, or may not be entered", cause);
  }
}

function checkFolder(file: string): void {
  const folder = dirname(file);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory())
    throw unreadable(file, `there is no folder ${folder}; make it first`);
  checkRights(file, folder, constants.W_OK);
}

function checkRights(file: string, path: string, mode: number): void {
  try {
    accessSync(path, mode);
  } catch (cause) {
    throw unreadable(file, `this user may not read and write ${path}`, cause);
  }
}

const identity = (stats: BigIntStats): string => `${stats.dev}:${stats.ino}`;
