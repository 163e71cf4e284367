// Who said "I have it" of a channel that was closed. One row each, under an opaque id, so that the name can be erased. It must never ask whether they may.
import { z } from "zod";
import { hash } from "../../domain/id.ts";
import type { Millis } from "../../domain/time.ts";
import { oneByOne } from "../../engines/one-by-one.ts";
import type { Store as Rows } from "../../engines/store.ts";

const Held = z.strictObject({ v: z.literal(1), guildId: z.string(), by: z.string(), at: z.int() });
/** `by`: an opaque id. `at`: world time. */
export type Held = z.infer<typeof Held>;

/** Shares its namespace with others. */
const PREFIX = "have-";
/** When it closed; of alerts that did not arrive, the id of the notice. */
type Which = Millis | string;
const keyOf = (channel: string, since: Which) => `${PREFIX}${hash({ channel, since }).slice(0, 16)}`;

export class HaveIt {
  readonly #rows: Rows;
  readonly #held = new Map<string, Held>();
  readonly #inTurn = oneByOne();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  static async open(rows: Rows): Promise<HaveIt> {
    const all = new HaveIt(rows);
    for await (const { key, value } of rows.scan(PREFIX)) {
      if (!key.startsWith(PREFIX)) break;
      all.#held.set(key, Held.parse(value));
    }
    return all;
  }

  of(channel: string, since: Which): Held | undefined {
    return this.#held.get(keyOf(channel, since));
  }

  /** Everything of a guild. @returns how many rows went. */
  forget(guildId: string): Promise<number> {
    return this.#inTurn(async () => {
      const own = [...this.#held].filter(([, held]) => held.guildId === guildId).map(([key]) => ({ key, expect: 1 }));
      const gone = await this.#rows.remove(own);
      if (!gone.ok) throw new Error("A row of who has it was written by another hand; this process must stop.");
      for (const { key } of own) this.#held.delete(key);
      return own.length;
    });
  }

  /** The first to press has it. @returns who has it now. */
  take(channel: string, since: Which, held: Omit<Held, "v">): Promise<Held> {
    return this.#inTurn(async () => {
      const key = keyOf(channel, since);
      const before = this.#held.get(key);
      if (before !== undefined) return before;
      const value: Held = { v: 1, ...held };
      const written = await this.#rows.addAll([{ key, value }]);
      if (!written.ok) throw new Error(`The row ${key} was written by another hand; this process must stop.`);
      this.#held.set(key, value);
      return value;
    });
  }
}
