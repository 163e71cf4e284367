// One button of a message under another label, while several readers press it at once. Answers may arrive at Discord in another order than they left: whenever
// some overlapped, the last one to end says once more what is so by then. It must never say an older label last.
import { z } from "zod";

const Part = z.looseObject({ custom_id: z.string().optional(), label: z.string().optional() });
const Rows = z.array(z.looseObject({ components: z.array(Part).optional() }));
/** What stands below a message, as Discord sent it. */
export type Components = z.infer<typeof Rows>;

/** Undefined for what is no list of rows. */
export function readComponents(components: unknown): Components | undefined {
  return Rows.safeParse(components).data;
}

/** The same rows, and nothing else of the message. */
export function relabelled(rows: Components, customId: string, label: string): { components: Components } {
  const renamed = (part: z.infer<typeof Part>) => (part.custom_id === customId ? { ...part, label } : part);
  return {
    components: rows.map((row) =>
      row.components === undefined ? row : { ...row, components: row.components.map(renamed) },
    ),
  };
}

export class Labels {
  /** By message: how many answers are on their way, and whether any two were at once. */
  readonly #under = new Map<string, { count: number; overlapped: boolean }>();

  /** `send` is the answer to one press, `again` says the label of then once more. Rejects as they do. */
  async say(message: string, send: () => Promise<void>, again: () => Promise<void>): Promise<void> {
    const one = this.#under.get(message) ?? { count: 0, overlapped: false };
    this.#under.set(message, one);
    one.overlapped ||= one.count > 0;
    one.count += 1;
    try {
      await send();
    } finally {
      one.count -= 1;
      if (one.count === 0) this.#under.delete(message);
    }
    if (one.count === 0 && one.overlapped) await this.say(message, again, again);
  }
}
