// Rows as Keyv 5 wants to see them: one adapter object for one Keyv, because Keyv writes its namespace into the adapter.
// Never swallows an error and never emits one: what fails is thrown, and Keyv with `throwOnErrors` hands it on.
import { checkKey } from "./codec.ts";
import type { Entry, Row, Rows } from "./rows.ts";

const PAGE = 1000;

export class KeyvAdapter {
  // Keyv iterates only dialects that it has heard of; the word says nothing about what is underneath.
  readonly opts = { dialect: "sqlite" };
  // Set by Keyv. Rows keep it in a column of its own, so no prefix has to be matched and no pattern escaped.
  namespace: string | undefined;
  readonly #rowsOf: (namespace: string) => Rows;

  constructor(rowsOf: (namespace: string) => Rows) {
    this.#rowsOf = rowsOf;
  }

  async get(key: string): Promise<string | undefined> {
    const [value] = await this.getMany([key]);
    return value;
  }

  async getMany(keys: readonly string[]): Promise<(string | undefined)[]> {
    const rows = await this.#rows().get(keys.map(checkKey));
    return rows.map((row) => row?.value);
  }

  async set(key: string, value: unknown): Promise<boolean> {
    await this.setMany([{ key, value }]);
    return true;
  }

  async setMany(entries: readonly Entry<unknown>[]): Promise<boolean[]> {
    await this.#rows().put(entries.map(({ key, value }) => ({ key: checkKey(key), value: text(value) })));
    return entries.map(() => true);
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: readonly string[]): Promise<boolean[]> {
    const values = await this.getMany(keys);
    return values.map((value) => value !== undefined);
  }

  async delete(key: string): Promise<boolean> {
    return this.deleteMany([key]);
  }

  /** True if every key was there. */
  async deleteMany(keys: readonly string[]): Promise<boolean> {
    const erased = await this.#rows().erase(keys.map(checkKey));
    return erased.every(Boolean);
  }

  async clear(): Promise<void> {
    await this.#rows().clear();
  }

  async *iterator(namespace = this.namespace): AsyncGenerator<[string, string], void> {
    for await (const row of allRows(this.#rowsOf(namespace ?? ""))) yield [row.key, row.value];
  }

  /** Nothing: the file belongs to the engine, and other namespaces still write to it. */
  async disconnect(): Promise<void> {}

  on(): this {
    return this;
  }

  #rows(): Rows {
    return this.#rowsOf(this.namespace ?? "");
  }
}

/** Every row after a key, page by page, so that a long namespace is never held in memory and writers get in between. */
export async function* allRows(rows: Rows, after?: string): AsyncGenerator<Row, void> {
  let last = after;
  for (;;) {
    const page = await rows.page(last, PAGE);
    yield* page;
    last = page.at(-1)?.key;
    if (page.length < PAGE) return;
  }
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  throw new TypeError("the adapter keeps text only: give Keyv a serializer");
}
