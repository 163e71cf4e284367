// What every alert has. Alerts are persisted in the rows of the ledger: of a shape that was written nothing may change, optional fields are added. They hold no words.
import { z } from "zod";

export const Millis = z.int();
/** `at`: when it is due, world time. It never changes for one id: the row's key begins with it. */
export const AlertBase = { id: z.string().length(64), at: Millis };
