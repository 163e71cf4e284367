// Takes one's own last back within minutes, by a fact of its own: nothing is erased. Never over what somebody else recorded since.
import { type Answer, type Context, Refusal } from "../../src/command.ts";
import type { Fact } from "../../src/domain/fact.ts";
import { hash, subjectOf } from "../../src/domain/id.ts";
import type { Proposal } from "../../src/domain/proposal.ts";
import { texts } from "../../src/text/index.ts";
import { allowed } from "./allowed.ts";
import { over, recordNow, waits } from "./flow.ts";
import { undo, undone } from "./forms/undo.ts";
import { needsSecond } from "./second.ts";
import { isLate } from "./undo.ts";

export async function pressedUndo(args: readonly string[], context: Context): Promise<Answer> {
  const by = await allowed(context);
  const t = texts(context.language).review;
  const fact = undone(args, context);
  if (fact.recorder !== by) throw new Refusal(t.undoNotYours);
  if (isLate(fact, context.now)) throw new Refusal(t.undoLate);
  return context.proposals.alone(async () => {
    const id = proposalIdOf(fact);
    const before = context.proposals.find(id);
    if (before !== undefined && before.state !== "open") return over(before, context);
    const drafts = undo.read({ args, typed: {} }, context);
    const proposal: Proposal = {
      v: 1,
      id,
      form: undo.name,
      args: [...args],
      typed: {},
      drafts: drafts.map((draft) => ({ ...draft })),
      by,
      guildId: context.guildId ?? "",
      language: context.language,
      at: context.now,
      state: "open",
    };
    await context.proposals.save(proposal, before);
    const [draft] = drafts;
    return needsSecond(draft, context) ? waits(proposal, context) : recordNow(undo, proposal, context);
  });
}

/** One for each version: pressed twice, it is the same. */
function proposalIdOf({ id }: Fact): string {
  return subjectOf("undo", hash({ undo: id })).slice("undo-".length);
}
