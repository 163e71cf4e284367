// Whole messages as they were posted, each once under its own hash: thousands of channels are told the same. For proofs, as long as a row shows them.
// It must never hold a name: the line that names a sharer is left out, and so are the buttons.
import { z } from "zod";
import { hash } from "../../domain/id.ts";
import type { Store as Rows } from "../../engines/store.ts";
import { expected, pages } from "../../engines/pages.ts";
import type { Message } from "../../views/message.ts";

const Embed = z.strictObject({
  title: z.string().optional(),
  url: z.string().optional(),
  description: z.string().optional(),
  fields: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
  footer: z.string().optional(),
});
/** What a reader saw, as text. */
export const ShownMessage = z.strictObject({ content: z.string(), embed: Embed.optional() });
export type ShownMessage = z.infer<typeof ShownMessage>;

const Kept = z.strictObject({ v: z.literal(1), shown: ShownMessage });

/** Shares its namespace with others. */
const PREFIX = "shown-";
const keyOf = (hashed: string) => `${PREFIX}${hashed}`;
/** Written a moment ago: the next channel's copy needs no look at the store. */
const REMEMBERED = 200;

export class KeptMessages {
  readonly #rows: Pick<Rows, "add" | "read" | "scan" | "remove">;
  readonly #lately = new Set<string>();
  /** While a sweep is under way: what is shown, and what is about to be. */
  #shown: Set<string> | undefined;

  constructor(rows: Pick<Rows, "add" | "read" | "scan" | "remove">) {
    this.#rows = rows;
  }

  /** @returns the hash to find it by; it is kept once this resolves. */
  async keep(message: Message): Promise<string> {
    const shown = textOf(message);
    const hashed = hash(shown);
    // Before the row that will name it is written.
    this.#shown?.add(hashed);
    if (this.#lately.has(hashed)) return hashed;
    await this.#rows.add([{ key: keyOf(hashed), value: { v: 1, shown } }]);
    if (this.#lately.size >= REMEMBERED) this.#lately.clear();
    this.#lately.add(hashed);
    return hashed;
  }

  async find(hashed: string): Promise<ShownMessage | undefined> {
    const row = await this.#rows.read(keyOf(hashed));
    return row === undefined ? undefined : Kept.parse(row.value).shown;
  }

  /** First everything that a row shows is named, then the rest goes. What is kept meanwhile stays. */
  sweep(): { shows: (hashed: string) => void; removeOthers: (limit: number) => AsyncIterable<number> } {
    const shown = new Set<string>();
    this.#shown = shown;
    return { shows: (hashed) => void shown.add(hashed), removeOthers: (limit) => this.#removeOthers(shown, limit) };
  }

  async *#removeOthers(shown: ReadonlySet<string>, limit: number): AsyncGenerator<number, void> {
    for await (const rows of pages(this.#rows, PREFIX, limit)) {
      // Nothing is awaited between this look and the removal: what is kept in between is added anew.
      const others = rows.filter(({ key }) => !shown.has(key.slice(PREFIX.length)));
      for (const { key } of others) this.#lately.delete(key.slice(PREFIX.length));
      const gone = others.length === 0 || (await this.#rows.remove(others.map(expected))).ok;
      yield gone ? others.length : 0;
    }
    this.#shown = undefined;
  }
}

function textOf({ content, embed }: Message): ShownMessage {
  if (embed === undefined) return { content };
  const { title, url, description, fields, footer } = embed;
  return {
    content,
    embed: {
      ...(title === undefined ? {} : { title }),
      ...(url === undefined ? {} : { url }),
      ...(description === undefined ? {} : { description }),
      ...(fields === undefined ? {} : { fields: fields.map(({ name, value }) => ({ name, value })) }),
      ...(footer === undefined ? {} : { footer }),
    },
  };
}
