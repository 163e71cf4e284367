// The button that takes one's own last back: offered where that can be done alone. It decides nothing.
import type { Context } from "../../src/command.ts";
import { type Fact, noun } from "../../src/domain/fact.ts";
import { instant, MINUTE } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import type { Button } from "../../src/views/message.ts";
import { NOUNS } from "./subjects.ts";

/** World time. */
const UNDO = 10 * MINUTE;

/** Undefined where it cannot be undone alone: several records at once, a kind that nobody records by hand, an undo itself. */
export function undoButton(
  facts: readonly Fact[],
  { language, now }: Pick<Context, "language" | "now">,
): Button | undefined {
  const [fact, ...others] = facts;
  if (fact === undefined || others.length > 0 || fact.why?.is === "undone" || isLate(fact, now)) return undefined;
  const own = NOUNS.find((one) => one === noun(fact.kind));
  if (own === undefined) return undefined;
  const args = [own, fact.subject, String(fact.seq)];
  return { label: texts(language).review.undo, style: "secondary", press: { action: { name: "record.undo", args } } };
}

export const isLate = ({ recordedAt }: Fact, now: number) => now - instant(recordedAt) > UNDO;
