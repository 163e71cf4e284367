// Who pressed Seen below which notice: one row for each press, so that two at once are two rows and none is lost. The first one of a person counts for ever.
// It holds Discord's ids and never a name; keys begin with the guild, so that a guild can be forgotten. It must never ask who was to press.
import { z } from "zod";
import { TOLD_FOR } from "../../domain/ages.ts";
import type { Millis } from "../../domain/time.ts";
import { expected, pages } from "../../engines/pages.ts";
import type { Store as Rows } from "../../engines/store.ts";

const Press = z.strictObject({ v: z.literal(1), at: z.int(), wall: z.int() });
/** `at`: world time. `wall`: the machine's. */
export type Press = Omit<z.infer<typeof Press>, "v">;

/** Below which notice: its guild, and its key in the ledger. */
export interface Below {
  guildId: string;
  key: string;
}

/** Shares its namespace with others. */
const PREFIX = "seen-";
const guildOf = (guildId: string) => `${PREFIX}${guildId}-`;
/** Of the row's key, the end is its id: 64 bits of it are enough within a guild. */
const noticeOf = ({ guildId, key }: Below) => `${guildOf(guildId)}${key.slice(-64, -48)}`;
const keyOf = (below: Below, person: string) => `${noticeOf(below)}-${person}`;

type Kept = Pick<Rows, "add" | "read" | "scan" | "remove">;

export class Presses {
  readonly #rows: Kept;
  readonly #pressed = new Map<string, Map<string, Press>>();

  private constructor(rows: Kept) {
    this.#rows = rows;
  }

  static async open(rows: Kept): Promise<Presses> {
    const presses = new Presses(rows);
    for await (const { key, value } of rows.scan(PREFIX)) {
      if (!key.startsWith(PREFIX)) break;
      presses.#keep(key, Press.parse(value));
    }
    return presses;
  }

  /** Everybody who pressed there, asked or not. */
  of(below: Below): ReadonlyMap<string, Press> {
    return this.#pressed.get(noticeOf(below)) ?? NOBODY;
  }

  /** @returns the press that counts: this one, or the person's first. It is kept once this resolves. */
  async press(below: Below, person: string, now: Press): Promise<{ is: "first" | "again"; press: Press }> {
    const before = this.of(below).get(person);
    if (before !== undefined) return { is: "again", press: before };
    const key = keyOf(below, person);
    const { added } = await this.#rows.add([{ key, value: { v: 1, ...now } }]);
    if (added.length > 0) return { is: "first", press: this.#keep(key, now) };
    // The same person's other press came between.
    const row = await this.#rows.read(key);
    return { is: "again", press: this.#keep(key, row === undefined ? now : Press.parse(row.value)) };
  }

  /** Everything of a guild. */
  async forget(guildId: string): Promise<void> {
    for await (const page of pages(this.#rows, guildOf(guildId), 500)) {
      if (!(await this.#rows.remove(page.map(expected))).ok) throw new Error("A press was written by another hand.");
      for (const { key } of page) this.#drop(key);
    }
  }

  /** Lets go of what no message of ours is edited for any more. @returns how many at a time. */
  async *aged({ now, wall }: { now: Millis; wall: Millis }, limit: number): AsyncGenerator<number, void> {
    for await (const page of pages(this.#rows, PREFIX, limit)) {
      const old = page.filter(({ value }) => {
        const press = Press.parse(value);
        return press.at < now - TOLD_FOR && press.wall < wall - TOLD_FOR;
      });
      const gone = old.length > 0 && (await this.#rows.remove(old.map(expected))).ok;
      if (gone) for (const { key } of old) this.#drop(key);
      yield gone ? old.length : 0;
    }
  }

  #keep(key: string, { at, wall }: Press): Press {
    const [notice, person] = split(key);
    const all = this.#pressed.get(notice) ?? new Map<string, Press>();
    this.#pressed.set(notice, all);
    const press = { at, wall };
    all.set(person, press);
    return press;
  }

  #drop(key: string): void {
    const [notice, person] = split(key);
    this.#pressed.get(notice)?.delete(person);
  }
}

const NOBODY: ReadonlyMap<string, Press> = new Map();

function split(key: string): [notice: string, person: string] {
  const at = key.lastIndexOf("-");
  return [key.slice(0, at), key.slice(at + 1)];
}
