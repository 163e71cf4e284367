// Several fields of one form read before any is refused, for every form of a command. It must never name one mistake and keep the others for the next try.
import { Refusal } from "./command.ts";

type Reads<Fields> = { readonly [Key in keyof Fields]: () => Fields[Key] };

/** Reads every field of a form, by its key, before it refuses: who made three mistakes is told of all three at once. */
export function together<Fields extends object>(reads: Reads<Fields>): Fields {
  const why: string[] = [];
  const read: Partial<Fields> = {};
  for (const key in reads)
    try {
      read[key] = reads[key]();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      why.push(...(error instanceof Mistakes ? error.each : [error.message]));
    }
  if (isWhole(read, reads)) return read;
  throw refusals(why);
}

const isWhole = <Fields extends object>(read: Partial<Fields>, reads: Reads<Fields>): read is Fields =>
  Object.keys(reads).every((key) => Object.hasOwn(read, key));

/** Several in one sentence each: what gathers them anew must not list a list. */
class Mistakes extends Refusal {
  readonly each: readonly string[];

  constructor(each: readonly string[]) {
    super(each.length === 1 ? (each[0] ?? "") : each.map((one) => `• ${one}`).join("\n"));
    this.each = each;
  }
}

/** One is a sentence; several are a line each. */
export const refusals = (why: readonly string[]): Refusal => new Mistakes([...new Set(why)]);
