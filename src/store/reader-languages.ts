// The language that a reader chose with a button: it counts before the one of their Discord, everywhere, until they choose the other.
// One row a person, under a name that says nothing by itself, so that it can be erased. Never holds who they are.
import { z } from "zod";
import { hash } from "../domain/id.ts";
import { type Language, LANGUAGES } from "../domain/text.ts";
import { oneByOne } from "../engines/one-by-one.ts";
import type { Store as Rows } from "../engines/store.ts";

const Chosen = z.strictObject({ v: z.literal(1), language: z.enum(LANGUAGES) });

/** Shares its namespace with others. */
const PREFIX = "reader-";
const keyOf = (user: string) => `${PREFIX}${hash({ reader: user }).slice(0, 16)}`;

export class ReaderLanguages {
  readonly #rows: Rows;
  readonly #chosen = new Map<string, { language: Language; version: number }>();
  readonly #inTurn = oneByOne();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  static async open(rows: Rows): Promise<ReaderLanguages> {
    const readers = new ReaderLanguages(rows);
    for await (const { key, value, version } of rows.scan(PREFIX)) {
      if (!key.startsWith(PREFIX)) break;
      readers.#chosen.set(key, { language: Chosen.parse(value).language, version });
    }
    return readers;
  }

  /** Undefined for who never chose: their Discord's own language counts. */
  of(user: string): Language | undefined {
    return this.#chosen.get(keyOf(user))?.language;
  }

  /** Holds once it resolves, also after a restart. */
  remember(user: string, language: Language): Promise<void> {
    return this.#inTurn(() => this.#remember(keyOf(user), language));
  }

  /** Their Discord's own language counts again. @returns whether anything was kept. */
  forget(user: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const key = keyOf(user);
      const known = this.#chosen.get(key);
      if (known === undefined) return false;
      const gone = await this.#rows.remove([{ key, expect: known.version }]);
      if (!gone.ok) throw new Error(`The row ${key} was written by another hand; this process must stop.`);
      this.#chosen.delete(key);
      return true;
    });
  }

  async #remember(key: string, language: Language): Promise<void> {
    const known = this.#chosen.get(key);
    if (known?.language === language) return;
    const value = { v: 1, language };
    const written =
      known === undefined
        ? await this.#rows.addAll([{ key, value }])
        : await this.#rows.swap([{ key, expect: known.version, value }]);
    if (!written.ok) throw new Error(`The row ${key} was written by another hand; this process must stop.`);
    this.#chosen.set(key, { language, version: (known?.version ?? 0) + 1 });
  }
}
