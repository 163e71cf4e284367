// Opens and closes the SQLite file of a store: the lock, the settings as measured, the tables of a new file.
// Never changes a file before it holds the lock and knows the file to be ours.
import { StoreFault, unreadable } from "./faults.ts";
import { SqliteFile } from "./sqlite-file.ts";
import { APPLICATION_IDS, FORMAT, checkFile, checkOwner, holdHere, type Stamp } from "./sqlite-header.ts";

const TABLES = `
  CREATE TABLE rows (
    namespace TEXT NOT NULL,
    key       TEXT NOT NULL,
    value     TEXT NOT NULL,
    version   INTEGER NOT NULL,
    PRIMARY KEY (namespace, key)
  ) STRICT;
  CREATE TABLE lease (id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL) STRICT;
  INSERT INTO lease (id, epoch) VALUES (1, 0);
`;

export interface OpenFile {
  readonly db: SqliteFile;
  /** Leaves one file without a journal, and the file free for the next opening. Harmless when called twice. */
  readonly close: () => void;
}

/** Throws StoreFault. */
export function openFile(file: string, stamp: Stamp): OpenFile {
  checkFile(file, stamp);
  const db = new SqliteFile(file);
  const release = holdHere(file);
  const close = (): void => {
    try {
      leave(db);
    } finally {
      db.close();
      release();
    }
  };
  try {
    lock(db);
    own(db, stamp);
    settle(db);
    return { db, close };
  } catch (fault) {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.close();
    release();
    throw fault;
  }
}

/** Before anything else: with a timeout a second process waits in silence instead of saying who is in its way. */
function lock(db: SqliteFile): void {
  set(db, "busy_timeout", "0", "0");
  set(db, "locking_mode", "EXCLUSIVE", "exclusive");
  db.exec("BEGIN EXCLUSIVE");
}

/** Makes the tables of an empty file, or looks again whose it is: it may have changed until the lock was ours. */
function own(db: SqliteFile, stamp: Stamp): void {
  const id = Number(db.pragma("application_id"));
  // Empty also after a kill in the middle of this very transaction, once SQLite has undone it.
  const empty = id === 0 && db.prepare("SELECT 1 FROM sqlite_master LIMIT 1").first() === undefined;
  if (empty) {
    db.exec(TABLES);
    db.pragma(`application_id=${APPLICATION_IDS[stamp]}`);
    db.pragma(`user_version=${FORMAT}`);
  } else {
    checkOwner(db.path, id, Number(db.pragma("user_version")), stamp);
  }
  db.exec("COMMIT");
}

/** Only now WAL, so that the first bytes of the main file tell its owner from the first commit on. */
function settle(db: SqliteFile): void {
  set(db, "journal_mode", "WAL", "wal");
  // FULL: in WAL mode NORMAL would lose acknowledged rows when the power fails.
  set(db, "synchronous", "FULL", "2");
}

function set(db: SqliteFile, setting: string, value: string, expected: string): void {
  db.pragma(`${setting}=${value}`);
  const actual = db.pragma(setting);
  if (actual === expected) return;
  throw unreadable(
    db.path,
    `SQLite did not take ${setting}=${value} there (it is ${actual}); is it on a network disk?`,
  );
}

/** Without these three a later opening in this process finds the file locked: libsql frees a handle only when it is collected. */
function leave(db: SqliteFile): void {
  try {
    db.pragma("journal_mode=DELETE");
  } catch (fault) {
    // No room to fold the journal in: it stays beside the file, whole, and the next opening takes it up.
    if (fault instanceof StoreFault && fault.reason === "full") return;
    throw fault;
  }
  db.pragma("locking_mode=NORMAL");
  db.prepare("SELECT epoch FROM lease").first();
}
