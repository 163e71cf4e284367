// The answer of a second person. Leave, who asked, how old it is and what stands now are looked at again at every press; of two who press at once one decides.
import { z } from "zod";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { readDraft } from "../../src/domain/fact.ts";
import { factId } from "../../src/domain/id.ts";
import { noun } from "../../src/domain/fact.ts";
import { isTooOld, type Proposal, ProposalId, wordsOf } from "../../src/domain/proposal.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { texts } from "../../src/text/index.ts";
import { type Decided, reviewDone, reviewDue, type ReviewScene } from "../../src/views/notices/review-due.ts";
import { allowed } from "./allowed.ts";
import { decided, recordNow } from "./flow.ts";
import { formNamed } from "./forms/index.ts";
import { reviewed } from "./second.ts";

/** As the buttons carry it: which, which words of it, and in which language and where it is read, whoever presses. */
const Asked = z.tuple([ProposalId, z.string().regex(/^[0-9a-f]{12}$/), z.enum(LANGUAGES), z.enum(["review", "here"])]);

interface Pressed {
  words: string;
  by: string;
  scene: ReviewScene;
  context: Context;
}

export function confirmSecond(args: readonly string[], context: Context): Promise<Answer> {
  return deciding(args, context, async (proposal, pressed) => {
    if (proposal.by === pressed.by) throw new Refusal(texts(context.language).review.own);
    return confirmed(proposal, pressed);
  });
}

/** Who asked takes it back with it. */
export function declineSecond(args: readonly string[], context: Context): Promise<Answer> {
  return deciding(args, context, (proposal, pressed) =>
    settle(proposal, proposal.by === pressed.by ? "cancelled" : "declined", pressed),
  );
}

async function deciding(
  args: readonly string[],
  context: Context,
  decide: (proposal: Proposal, pressed: Pressed) => Promise<Answer>,
): Promise<Answer> {
  const by = await allowed(context);
  const t = texts(context.language);
  const asked = Asked.safeParse(args).data;
  if (asked === undefined) throw new Refusal(t.common.brokenButton);
  const [id, words, language, where] = asked;
  return context.proposals.alone(async () => {
    const proposal = context.proposals.find(id);
    if (proposal === undefined) throw new Refusal(t.common.brokenButton);
    if (proposal.guildId !== context.guildId) throw new Refusal(t.review.otherServer);
    const { known, now } = context;
    const pressed: Pressed = { words, by, scene: { record: known, now, language, where }, context };
    if (proposal.state !== "waiting") return outcome(proposal, pressed);
    // Killed between writing and keeping that it was written.
    if (isRecorded(proposal, context)) return settle(proposal, "recorded", pressed);
    if (isTooOld(proposal, now)) return settle(proposal, "cancelled", pressed);
    return decide(proposal, pressed);
  });
}

async function confirmed(proposal: Proposal, pressed: Pressed): Promise<Answer> {
  const { words, by, context } = pressed;
  const form = formNamed(proposal.form);
  if (form === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  if (words !== wordsOf(proposal)) return shownAnew(proposal, pressed);
  if (!followsHead(proposal, context)) return readAnew(proposal, pressed);
  await recordNow(form, proposal, context, by);
  const now = context.proposals.find(proposal.id) ?? proposal;
  return now.state === "recorded" ? outcome(now, pressed) : readAnew(now, pressed);
}

/** Somebody recorded since: what was typed is read upon what stands now, and has to be confirmed anew. */
async function readAnew(proposal: Proposal, pressed: Pressed): Promise<Answer> {
  const { context } = pressed;
  try {
    const drafts = formNamed(proposal.form)?.read(proposal, { ...context, language: proposal.language }) ?? [];
    const next: Proposal = { ...proposal, drafts: drafts.map((draft) => ({ ...draft })) };
    await context.proposals.save(next, proposal);
    return shownAnew(next, pressed);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return settle(proposal, "cancelled", pressed);
  }
}

function shownAnew(proposal: Proposal, { scene, context }: Pressed): Answer {
  const name = context.nameOf(proposal.by);
  return answer(reviewDue({ ...reviewed(proposal, context), name }, { ...scene, again: true }), "update");
}

async function settle(
  proposal: Proposal,
  state: "recorded" | "declined" | "cancelled",
  pressed: Pressed,
): Promise<Answer> {
  const { by, context } = pressed;
  const next = decided(proposal, state, context, by);
  await context.proposals.save(next, proposal);
  return outcome(next, pressed);
}

/** What became of it, in the place of the question; whoever comes second, or after a restart, reads the same. */
function outcome(proposal: Proposal, { scene, context }: Pressed): Answer {
  const { nameOf } = context;
  const { state, by, decided: last } = proposal;
  const at = last?.at ?? proposal.at;
  const second = nameOf(confirmedBy(proposal, context) ?? last?.by ?? "");
  return answer(
    reviewDone({ ...reviewed(proposal, context), is: became(proposal, at), name: nameOf(by), second, at }, scene),
    state === "open" ? "asker" : "update",
  );
}

function became({ state, by, decided: last, ...proposal }: Proposal, at: number): Decided["is"] {
  if (state === "recorded" || state === "declined") return state;
  if (isTooOld(proposal, at)) return "old";
  return last?.by === by ? "cancelled" : "unfit";
}

/** As the fact says it: it outlives what is kept of the proposal. */
function confirmedBy({ drafts }: Proposal, { versions }: Context): string | undefined {
  return drafts
    .map(readDraft)
    .flatMap((draft) => versions(noun(draft.kind), draft.subject).filter(({ id }) => id === factId(draft)))
    .find(({ why }) => why?.confirmedBy !== undefined)?.why?.confirmedBy;
}

function isRecorded({ drafts }: Proposal, { versions }: Context): boolean {
  const all = drafts.map(readDraft);
  return (
    all.length > 0 &&
    all.every((draft) => versions(noun(draft.kind), draft.subject).some(({ id }) => id === factId(draft)))
  );
}

function followsHead({ drafts }: Proposal, { recording }: Context): boolean {
  return drafts.map(readDraft).every(({ kind, subject, prev }) => recording.head(noun(kind), subject)?.id === prev);
}
