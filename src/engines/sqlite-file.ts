// The only file that imports libsql, whose types promise more than it keeps: here its answers become numbers, unknowns and faults.
// Never prepares a statement for one call (they are never freed: 61 -> 711 MB) and never lets a closed file be used.
import Libsql from "libsql";
import { StoreFault, foreign, full, locked, unreadable } from "./faults.ts";

type Parameter = string | number;

export interface Statement {
  /** How many rows it changed. */
  run(...parameters: Parameter[]): number;
  /** The first row, or undefined. `all` would do, and let a process grow to four times its size in 200,000 reads. */
  first(...parameters: Parameter[]): unknown;
  all(...parameters: Parameter[]): unknown[];
}

export class SqliteFile {
  readonly path: string;
  readonly #database: InstanceType<typeof Libsql>;
  #open = true;

  /** Opens or makes the file. The path must be absolute: libsql takes "http://..." for a server. */
  constructor(path: string) {
    this.path = path;
    this.#database = this.#guard(() => new Libsql(path));
  }

  /** For statements that are kept as long as the file. */
  prepare(sql: string): Statement {
    const statement = this.#guard(() => this.#database.prepare(sql));
    return {
      run: (...parameters) => this.#guard(() => statement.run(...parameters).changes),
      first: (...parameters) => this.#guard(() => statement.get(...parameters)),
      all: (...parameters) => this.#guard(() => statement.all(...parameters)),
    };
  }

  /** For statements at opening and closing; may be several. */
  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  /** Sets or reads a PRAGMA; its single answer in lower case, "" if it gives none. */
  pragma(text: string): string {
    const answer = this.#guard(() => this.#database.pragma(text));
    const row: unknown = Array.isArray(answer) ? answer[0] : undefined;
    const [value]: unknown[] = typeof row === "object" && row !== null ? Object.values(row) : [];
    return typeof value === "string" || typeof value === "number" ? String(value).toLowerCase() : "";
  }

  get inTransaction(): boolean {
    return this.#open && this.#database.inTransaction;
  }

  /** Statements of a closed libsql file go on answering; here they throw StoreFault "closed". */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#database.close();
  }

  #guard<T>(act: () => T): T {
    if (!this.#open) throw new StoreFault("closed", `the store ${this.path} was closed`);
    try {
      return act();
    } catch (error) {
      throw translate(error, this.path);
    }
  }
}

const DISK = /^SQLITE_(IOERR|READONLY|PERM|AUTH|CANTOPEN)/;

function translate(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return locked(file, error);
  if (code.startsWith("SQLITE_NOTADB")) return foreign(file, "not an SQLite database");
  if (code.startsWith("SQLITE_CORRUPT")) {
    return unreadable(file, "it is damaged; put a backup in its place or set STORE_URL to another file", error);
  }
  if (code === "SQLITE_FULL") return full(file, error);
  if (DISK.test(code)) {
    return unreadable(
      file,
      `the disk refused (${code}); look at its free space and at the rights on the folder`,
      error,
    );
  }
  return error;
}

// A file that cannot even be opened comes as a plain Error that ends in SQLite's number for CANTOPEN.
function codeOf(error: Error): string {
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.message.includes("Unable to open connection") ? "SQLITE_CANTOPEN" : "";
}
