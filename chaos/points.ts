// The words between whoever kills and the program that is killed: where it passed, where it has to die, and what it tells on its way. Types and checks only.
import { z } from "zod";

/**
 * When to die. `before`: of a write, all is done and not committed; of a request, nothing has left. `after`: it is committed; Discord has carried it out and
 * the answer is not read. `during`: so soon after the request left that nobody knows whether it was carried out.
 */
export const When = z.enum(["before", "during", "after"]);
export type When = z.infer<typeof When>;

/** A place to die: the `nth` time that a point of this name is passed, counted over all starts of a run. */
export const Target = z.object({ name: z.string(), nth: z.int().positive(), when: When });
export type Target = z.infer<typeof Target>;

/** What a start of the program is ordered, as JSON in this variable of its environment. */
export const ORDER = "CHAOS_ORDER";
export const Order = z.object({
  /** By how many ms this start's wall clock is ahead of the machine's: so long it was away, and nobody had to wait for it. */
  ahead: z.number().nonnegative(),
  /** How often each point was passed by the starts before. */
  passed: z.record(z.string(), z.int()),
  targets: z.array(Target),
  /** Die at the so-manieth point of this start, whatever it is. */
  any: z.object({ nth: z.int().positive(), when: When }).optional(),
  /** Die at every point whose name begins like one of these (that ends in $: is this), before and after, once; `done` are those that were died at. */
  every: z.object({ of: z.array(z.string()), done: z.array(z.string()) }).optional(),
});
export type Order = z.infer<typeof Order>;

/** A row of the ledger as it was just written. */
const Row = z.object({ key: z.string(), state: z.string() });

/** One line on the program's fourth channel. `dies`: it is the last. */
export const Passed = z.object({ point: z.string(), dies: When.optional(), rows: z.array(Row).optional() });
export type Passed = z.infer<typeof Passed>;

/** Where the lines go: the descriptor after the three that every program has. */
export const CHANNEL = 3;

/** How a death is called in tables and in `done`. */
export const deathOf = (name: string, when: When): string => `${when} ${name}`;
