// The records behind one figure of a count: every number that is shown opens down to exactly these. Must say the same of a record as the sums do.
import { z } from "zod";
import type { Strike } from "./strike.ts";
import { figure } from "./toll.ts";

/**
 * `counted`: strikes on vessels. Of those, `stated` give a figure of killed, `silent` give none, `presumed` have people presumed dead. `land`: operations on
 * land, in no count.
 */
export const Part = z.enum(["counted", "stated", "silent", "presumed", "land"]);
export type Part = z.infer<typeof Part>;

export function isIn(strike: Strike, part: Part): boolean {
  if (part === "land" || strike.target === "land") return part === strike.target;
  if (part === "counted") return true;
  if (part === "presumed") return figure(strike, "presumed-dead") !== undefined;
  return (part === "stated") === (figure(strike, "killed") !== undefined);
}
