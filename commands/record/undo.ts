// Takes one's own last back within minutes, by a fact of its own: nothing is erased.
import type { Context } from "../../src/command.ts";
import type { Fact } from "../../src/domain/fact.ts";
import type { Button } from "../../src/views/message.ts";

/** Undefined where it cannot be undone alone. */
export function undoButton(_facts: readonly Fact[], _context: Context): Button | undefined {
  return undefined;
}
