// From STORE_URL to an open engine: which database it names, the lease taken, one Store for each namespace.
// Never prints an address that it does not know: it may hold a password.
import { resolve } from "node:path";
import { StoreFault } from "./faults.ts";
import { openMemory } from "./memory.ts";
import type { Backend } from "./rows.ts";
import type { Stamp } from "./sqlite-header.ts";
import { openSqlite } from "./sqlite.ts";
import { type Namespace, type Store, storeOver } from "./store.ts";

export interface OpenOptions {
  /** "rehearsed" under CLOCK, "world" without: a store of the one is refused by the other. */
  readonly stamp: Stamp;
  /** There is no reading beside a writer: SQLite is locked for one process, so this cannot be asked for. */
  readonly readonly?: never;
}

export interface Engine {
  readonly kind: Backend["kind"];
  /** The absolute path, where there is a file. */
  readonly file?: string;
  /** Always the same Store for the same name. */
  namespace(name: Namespace): Store;
  /** Leaves one file that other programs may copy. Harmless when called twice. */
  close(): Promise<void>;
}

/** Opens `sqlite:<path>` (relative to the working folder) or `memory:`. Throws StoreFault; a refused file is left as it was. */
export async function openEngine(url: string, options: OpenOptions): Promise<Engine> {
  const backend = await openBackend(url, options);
  try {
    return await engineOver(backend);
  } catch (fault) {
    await backend.close();
    throw fault;
  }
}

/** The database alone, without a lease. */
export async function openBackend(url: string, options: OpenOptions): Promise<Backend> {
  if (url === "memory:") return openMemory();
  if (/^postgres(ql)?:/.test(url)) {
    throw new StoreFault(
      "url",
      "a postgres store is not built yet in this version: use sqlite, as in sqlite:./vigia.sqlite",
    );
  }
  const path = /^sqlite:(?<path>.+)$/s.exec(url)?.groups?.["path"];
  // "sqlite://a/b" would be the absolute path /a/b to us and a host called "a" to whoever typed it.
  if (path === undefined || path.startsWith(":") || /^\/\/[^/]/.test(path)) {
    throw new StoreFault(
      "url",
      "STORE_URL names no store: write sqlite: and a path, as in sqlite:./vigia.sqlite, or memory:",
    );
  }
  return openSqlite(resolve(path), options.stamp);
}

/** Takes the lease of a database: whoever held it before writes nothing from now on. */
export async function engineOver(backend: Backend): Promise<Engine> {
  const epoch = await backend.raiseEpoch();
  const store = (name: Namespace): Store => storeOver(name, backend.rows(name, epoch));
  const stores: Record<Namespace, Store> = {
    facts: store("facts"),
    deliveries: store("deliveries"),
    subs: store("subs"),
    marks: store("marks"),
  };
  return {
    kind: backend.kind,
    ...(backend.file === undefined ? {} : { file: backend.file }),
    namespace: (name) => stores[name],
    close: () => backend.close(),
  };
}
