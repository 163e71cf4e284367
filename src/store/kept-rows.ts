// Rows of one kind as they stand in the store, each with the version that the next write must find there. One process writes them, one write of a row after the other:
// what another hand changed meanwhile stops it.
import { z } from "zod";
import type { Store as Rows } from "../engines/store.ts";

export class KeptRows<Value> {
  readonly #rows: Pick<Rows, "addAll" | "swap">;
  readonly #schema: z.ZodType<Value>;
  readonly #what: string;
  readonly #kept = new Map<string, { value: Value; version: number }>();

  /** `what`: how a fault calls one of them. */
  constructor(rows: Pick<Rows, "addAll" | "swap">, schema: z.ZodType<Value>, what: string) {
    this.#rows = rows;
    this.#schema = schema;
    this.#what = what;
  }

  /** One that was found in the store. Throws with its key where it no longer fits its schema. */
  found({ key, value, version }: { key: string; value: unknown; version: number }): Value {
    const parsed = this.#schema.safeParse(value);
    if (!parsed.success)
      throw new Error(`The ${this.#what} ${key} in the store is broken: ${z.prettifyError(parsed.error)}`);
    this.#kept.set(key, { value: parsed.data, version });
    return parsed.data;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key)?.value;
  }

  values(): Value[] {
    return [...this.#kept.values()].map(({ value }) => value);
  }

  entries(): [string, Value][] {
    return [...this.#kept].map(([key, { value }]) => [key, value]);
  }

  /** A new one, or the next state of one that is kept. Throws where the store has another by now. */
  async put(key: string, value: Value): Promise<void> {
    const version = this.#kept.get(key)?.version;
    const written =
      version === undefined
        ? await this.#rows.addAll([{ key, value }])
        : await this.#rows.swap([{ key, expect: version, value }]);
    if (!written.ok) throw new Error(`The ${this.#what} ${key} was written by another hand; this process must stop.`);
    this.#kept.set(key, { value, version: (version ?? 0) + 1 });
  }

  /** Its row is gone. */
  drop(key: string): void {
    this.#kept.delete(key);
  }
}
