// One namespace of the store: a Keyv for plain reads and writes, and beside it the three verbs that Keyv lacks.
// Never clears a namespace, and never reads a clock: a row given a TTL through Keyv is Keyv's alone, the verbs do not look at it.
import { type DeserializedData, Keyv } from "keyv";
import { checkKey, decode, encode } from "./codec.ts";
import { AppendOnly, ClearRefused } from "./faults.ts";
import { allRows, KeyvAdapter } from "./keyv-adapter.ts";
import type { Added, Change, Entry, Expected, Row, Rows, Stale } from "./rows.ts";

export type Namespace = "facts" | "deliveries" | "subs" | "marks";

interface Versioned {
  readonly value: unknown;
  readonly version: number;
}

export interface Store {
  readonly name: Namespace;
  /** `set` and `delete` do not look at versions: a row that is moved by `swap` is never touched through these. */
  readonly keyv: Keyv<unknown>;
  /** Inserts what is absent, as version 1. What is present stays as it is. Throws LeaseLost, StoreFault. */
  add(rows: readonly Entry<unknown>[]): Promise<Added>;
  /** Inserts all or, if any key is present, none. Throws LeaseLost, StoreFault. */
  addAll(rows: readonly Entry<unknown>[]): Promise<{ ok: true } | { ok: false; present: string[] }>;
  /** Moves all rows from the versions expected to the next, or none. Throws LeaseLost, StoreFault. */
  swap(changes: readonly Change<unknown>[]): Promise<{ ok: true } | { ok: false; stale: Stale[] }>;
  /**
   * Removes all rows from the versions read, or none: what was moved meanwhile stays. A key may be added anew afterwards, at version 1: only what nobody
   * will ask for again is removed. Throws LeaseLost, StoreFault, and AppendOnly for facts.
   */
  remove(rows: readonly Expected[]): Promise<{ ok: true } | { ok: false; stale: Stale[] }>;
  read(key: string): Promise<Versioned | undefined>;
  /** Rows whose key is greater than `after`, in the order of the keys' bytes; without `after`, all. */
  scan(after?: string): AsyncIterable<Versioned & { readonly key: string }>;
}

class UnclearableKeyv extends Keyv<unknown> {
  readonly #name: string;

  constructor(name: string, store: KeyvAdapter) {
    super({
      store,
      namespace: name,
      serialize: encode,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Keyv asks for any V; for Keyv<unknown> it is unknown
      deserialize: <V>(text: string) => decode(text) as DeserializedData<V>,
      // Keyv leaves a key alone that begins with its namespace already, so that "facts:1" and "1" would be one row.
      useKeyPrefix: false,
      throwOnErrors: true,
      emitErrors: false,
    });
    this.#name = name;
  }

  override async clear(): Promise<void> {
    throw new ClearRefused(this.#name);
  }
}

/** Facts are the record: nothing takes one back but another fact. */
const APPEND_ONLY: ReadonlySet<Namespace> = new Set(["facts"]);

/** `rows` under the lease of this opening. */
export function storeOver(name: Namespace, rows: Rows): Store {
  return {
    name,
    keyv: new UnclearableKeyv(name, new KeyvAdapter(() => rows)),
    add: async (entries) => rows.add(entries.map(asText), false),
    addAll: async (entries) => {
      const { present } = await rows.add(entries.map(asText), true);
      return present.length === 0 ? { ok: true } : { ok: false, present };
    },
    swap: async (changes) => {
      const stale = await rows.swap(changes.map((change) => ({ ...asText(change), expect: change.expect })));
      return stale.length === 0 ? { ok: true } : { ok: false, stale };
    },
    remove: async (expected) => {
      if (APPEND_ONLY.has(name)) throw new AppendOnly(name);
      const stale = await rows.remove(expected.map(({ key, expect }) => ({ key: checkKey(key), expect })));
      return stale.length === 0 ? { ok: true } : { ok: false, stale };
    },
    read: async (key) => {
      const [row] = await rows.get([checkKey(key)]);
      return row === undefined ? undefined : asVersioned(row);
    },
    scan: async function* (after) {
      for await (const row of allRows(rows, after)) yield { key: row.key, ...asVersioned(row) };
    },
  };
}

function asText({ key, value }: Entry<unknown>): Entry<string> {
  return { key: checkKey(key), value: encode({ value }) };
}

function asVersioned(row: Row): Versioned {
  return { value: decode(row.value).value, version: row.version };
}
