// Names of members who shared something, each in a row of its own that can be erased: alerts hold an opaque id, which then says nothing.
import { z } from "zod";
import { hash } from "../../domain/id.ts";
import { oneByOne } from "../../engines/one-by-one.ts";
import type { Store as Rows } from "../../engines/store.ts";

const Person = z.strictObject({ v: z.literal(1), name: z.string() });

/** Shares its namespace with others. The guild comes first, so that a guild can be forgotten. */
const PREFIX = "person-";
const keyOf = (guildId: string, id: string) => `${PREFIX}${guildId}-${id}`;

/** By what alerts name a person; of one whose name nobody remembers too. */
export function opaqueId(guildId: string, id: string): string {
  return hash({ guild: guildId, person: id }).slice(0, 16);
}

export class People {
  readonly #rows: Rows;
  readonly #names = new Map<string, { name: string; version: number }>();
  readonly #inTurn = oneByOne();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  static async open(rows: Rows): Promise<People> {
    const people = new People(rows);
    for await (const { key, value, version } of rows.scan(PREFIX)) {
      if (!key.startsWith(PREFIX)) break;
      people.#names.set(key, { name: Person.parse(value).name, version });
    }
    return people;
  }

  /** @returns the opaque id by which alerts name this person; one person has another one in each guild. */
  remember(guildId: string, person: { id: string; name: string }): Promise<string> {
    return this.#inTurn(() => this.#remember(guildId, person));
  }

  /** Undefined once it was erased. */
  name(guildId: string, id: string): string | undefined {
    return this.#names.get(keyOf(guildId, id))?.name;
  }

  count(guildId: string): number {
    return [...this.#names.keys()].filter((key) => key.startsWith(keyOf(guildId, ""))).length;
  }

  /** Every name of a guild. @returns how many went. */
  forget(guildId: string): Promise<number> {
    return this.#inTurn(async () => {
      const own = [...this.#names]
        .filter(([key]) => key.startsWith(keyOf(guildId, "")))
        .map(([key, { version }]) => ({ key, expect: version }));
      const gone = await this.#rows.remove(own);
      if (!gone.ok) throw new Error("A name was written by another hand; this process must stop.");
      for (const { key } of own) this.#names.delete(key);
      return own.length;
    });
  }

  async #remember(guildId: string, { id, name }: { id: string; name: string }): Promise<string> {
    const opaque = opaqueId(guildId, id);
    const key = keyOf(guildId, opaque);
    const known = this.#names.get(key);
    if (known?.name === name) return opaque;
    const value = { v: 1, name };
    const written =
      known === undefined
        ? await this.#rows.addAll([{ key, value }])
        : await this.#rows.swap([{ key, expect: known.version, value }]);
    if (!written.ok) throw new Error(`The row ${key} was written by another hand; this process must stop.`);
    this.#names.set(key, { name, version: (known?.version ?? 0) + 1 });
    return opaque;
  }
}
