// Where the planner stands: the last minute that is planned completely and the last fact whose rows exist. Moves only after the rows are written.
import { z } from "zod";
import type { Store as Rows } from "../../engines/store.ts";

const Mark = z.strictObject({ v: z.literal(1), at: z.int() });

export class Bookmark {
  readonly #rows: Rows;
  readonly #key: string;
  #version = 0;
  #at: number | undefined;

  private constructor(rows: Rows, key: string) {
    this.#rows = rows;
    this.#key = key;
  }

  static async open(rows: Rows, key: string): Promise<Bookmark> {
    const bookmark = new Bookmark(rows, key);
    const row = await rows.read(key);
    if (row !== undefined) {
      bookmark.#at = Mark.parse(row.value).at;
      bookmark.#version = row.version;
    }
    return bookmark;
  }

  /** Undefined until it was first moved. */
  get at(): number | undefined {
    return this.#at;
  }

  /** Forwards or back. Throws when another process moved it. */
  async move(at: number): Promise<void> {
    if (at === this.#at) return;
    const value = { v: 1, at };
    const moved =
      this.#version === 0
        ? await this.#rows.addAll([{ key: this.#key, value }])
        : await this.#rows.swap([{ key: this.#key, expect: this.#version, value }]);
    if (!moved.ok) throw new Error(`The bookmark ${this.#key} was moved by another process; this one must stop.`);
    this.#version += 1;
    this.#at = at;
  }
}
