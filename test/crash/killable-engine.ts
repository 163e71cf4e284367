// A store of which every write is two points: the instant before it and the instant after. Whatever is no known read counts as a write, so that a verb
// that comes later is killed as well. It must never change what is written.
import type { Engine } from "../../src/engines/open.ts";
import type { Namespace, Store } from "../../src/engines/store.ts";
import type { Life } from "./life.ts";

export function killable(engine: Engine, life: Life): Pick<Engine, "namespace"> {
  const stores = new Map<Namespace, Store>();
  return {
    namespace(name) {
      const known = stores.get(name) ?? killableStore(engine.namespace(name), life);
      stores.set(name, known);
      return known;
    },
  };
}

function killableStore(store: Store, life: Life): Store {
  const reads: Pick<Store, "read" | "scan"> = {
    async read(key) {
      await life.alive();
      const row = await store.read(key);
      await life.alive();
      return row;
    },
    async *scan(after) {
      for await (const row of store.scan(after)) {
        await life.alive();
        yield row;
      }
    },
  };
  return new Proxy(store, {
    get(target, verb) {
      if (verb === "read") return reads.read;
      if (verb === "scan") return reads.scan;
      const own: unknown = Reflect.get(target, verb);
      if (typeof own !== "function") return own;
      return async (...given: unknown[]): Promise<unknown> => {
        const words = `${target.name}.${String(verb)} ${wordsOf(given[0])}`;
        await life.point(`before ${words}`);
        const did: unknown = await Reflect.apply(own, target, given);
        await life.point(`after ${words}`);
        return did;
      };
    },
  });
}

/** Of the rows written, what tells one write from another: `curfew.soon sending` or the key. */
function wordsOf(rows: unknown): string {
  if (!Array.isArray(rows)) return "";
  const [first, ...more] = rows.map(wordsOfRow);
  return `${first ?? "nothing"}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

function wordsOfRow(row: unknown): string {
  const value = field(row, "value");
  const kind = field(field(value, "alert"), "kind") ?? field(value, "kind");
  const state = field(value, "state");
  const edits = field(value, "edits") === undefined ? "" : "edit of ";
  if (typeof kind === "string") return `${edits}${kind}${typeof state === "string" ? ` ${state}` : ""}`;
  return String(field(row, "key")).slice(0, 20);
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
