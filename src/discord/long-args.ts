// Arguments of buttons that do not fit into a custom id, in the store. Never removed: the message with the button may be there for years.
import { z } from "zod";
import { hash } from "../domain/id.ts";
import type { Store } from "../engines/store.ts";
import type { LongArgs } from "./custom-id.ts";

const Kept = z.strictObject({ v: z.literal(1), args: z.array(z.string()) });

/** Shares its namespace with others: its keys begin with `args-`. */
export function longArgs(rows: Pick<Store, "add" | "read">): LongArgs {
  const keyOf = (hashed: string) => `args-${hashed}`;
  return {
    async keep(args) {
      const hashed = hash([...args]);
      await rows.add([{ key: keyOf(hashed), value: { v: 1, args: [...args] } }]);
      return hashed;
    },
    async find(hashed) {
      const row = await rows.read(keyOf(hashed));
      return row === undefined ? undefined : Kept.parse(row.value).args;
    },
  };
}
