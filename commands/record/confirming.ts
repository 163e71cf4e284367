// Confirm: records what the card showed, once. Where that is no longer so, it shows the card as it is now and writes nothing.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { readDraft, type Draft } from "../../src/domain/fact.ts";
import { FORM_LIFE, type Proposal } from "../../src/domain/proposal.ts";
import { texts } from "../../src/text/index.ts";
import { saidView } from "../../src/views/record/said.ts";
import { allowed } from "./allowed.ts";
import { type Again, belonging, broken, card, decided, formOf, mend, over, uponNow } from "./flow-card.ts";
import type { RecordForm } from "./form-contract.ts";
import { askHere } from "./second.ts";
import { undoButton } from "./undo.ts";

/** Pressed twice it records once; pressed beside Cancel or Edit, one comes after the other. */
export async function confirm([id = "", digest]: readonly string[], context: Context): Promise<Answer> {
  const by = await allowed(context);
  return context.proposals.alone(async () => {
    const proposal = belonging(context.proposals.find(id), by, context);
    if (proposal.state !== "open") return over(proposal, context);
    const form = formOf(proposal.form, context);
    const now = uponNow(form, proposal, context);
    if ("why" in now) return answer(mend(now.why, form, proposal, context), "update");
    const shown = card(form, now, context);
    const again = ofAge(proposal, context) ?? (shown.digest === digest ? undefined : "changed");
    if (again !== undefined) return shownAnew(form, { now, was: proposal }, context, again);
    return shown.card.needsSecond === true ? waits(proposal, context) : recordNow(form, proposal, context);
  });
}

/** A clock that was put back makes a card no older: what it showed may not be so yet. */
function ofAge({ at }: Proposal, { now }: Context): Again | undefined {
  if (at > now) return "changed";
  return now - at > FORM_LIFE ? "old" : undefined;
}

async function shownAnew(
  form: RecordForm,
  { now, was }: { now: Proposal; was: Proposal },
  context: Context,
  again: Again,
): Promise<Answer> {
  const next = { ...now, at: context.now };
  const saved = await context.proposals.save(next, was);
  if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
  return answer(card(form, next, context, again).messages, "update");
}

/**
 * Asks a second person: in the review channel, or where none is set in the channel where it was typed, for everyone there. Where asking fails it does not
 * wait for one who never heard of it.
 */
export async function waits(proposal: Proposal, context: Context): Promise<Answer> {
  const t = texts(context.language).record;
  const waiting: Proposal = { ...proposal, state: "waiting" };
  const saved = await context.proposals.save(waiting, proposal);
  if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
  const asked = await context.askSecond(waiting).catch(async (error: unknown) => {
    await context.proposals.save(proposal, waiting);
    throw error;
  });
  if (asked === "asked") return answer({ content: t.waits }, "update");
  if (context.user.sendMessages) return answer(askHere(waiting, context), "channel");
  await context.proposals.save(proposal, waiting);
  throw new Refusal(texts(context.language).review.cannotAsk);
}

/** Writes the facts of a proposal. `confirmedBy`: the second person, where one was needed. Whoever calls it stands in `proposals.alone`. */
export async function recordNow(
  form: RecordForm,
  proposal: Proposal,
  context: Context,
  confirmedBy?: string,
): Promise<Answer> {
  const t = texts(context.language).record;
  const drafts = proposal.drafts.map(readDraft).map((draft) => confirmed(draft, confirmedBy));
  const recorded = await context.recording.record(drafts, proposal.by);
  if (recorded.is === "stale") {
    // What it was read upon is no longer the newest: without reading anew it could never be confirmed.
    const now = uponNow(form, proposal, context, true);
    if ("why" in now) return answer(mend(now.why, form, proposal, context), "update");
    return shownAnew(form, { now, was: proposal }, context, "stale");
  }
  await context.proposals.save(decided(proposal, "recorded", context, confirmedBy), proposal);
  const said = form.recorded(recorded.facts, context);
  const undo = recorded.is === "recorded" ? undoButton(recorded.facts, context) : undefined;
  return answer(
    saidView(recorded.is === "same" ? `${t.already} ${said}` : said, undo === undefined ? [] : [undo]),
    "update",
  );
}

function confirmed(draft: Draft, confirmedBy: string | undefined): Draft {
  return confirmedBy === undefined || draft.why === undefined
    ? draft
    : { ...draft, why: { ...draft.why, confirmedBy } };
}
