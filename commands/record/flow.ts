// Every form of /record goes this way: filled in, shown as a card, confirmed, recorded. Leave is asked at every step; nothing is written to the record before
// Confirm, and nothing that was typed is lost before it.
import { answer, type Answer, type Context, type Filled, type Opened, opens, Refusal } from "../../src/command.ts";
import { readDraft, type Draft } from "../../src/domain/fact.ts";
import { hash } from "../../src/domain/id.ts";
import { FORM_LIFE, newProposalId, type Proposal } from "../../src/domain/proposal.ts";
import { texts } from "../../src/text/index.ts";
import type { Action, Button, Message } from "../../src/views/message.ts";
import { cardView } from "../../src/views/record/card.ts";
import { allowed } from "./allowed.ts";
import type { Card, Given, RecordForm } from "./form-contract.ts";
import { formNamed } from "./forms/index.ts";
import { undoButton } from "./undo.ts";

/** Opens the form, or offers the one that this person lost minutes ago. `typed`: what is known already. */
export async function begin(form: RecordForm, given: Given, context: Context): Promise<Answer | Opened> {
  const by = await allowed(context);
  const lost = context.proposals.open(by, context.guildId ?? "", form.name);
  if (lost === undefined || context.now - lost.at > FORM_LIFE || lost.at > context.now)
    return opened(form, given, context);
  const t = texts(context.language).record;
  const fresh: Action = { name: "record.fresh", args: [form.name, ...packed(given)] };
  return answer({
    content: t.lost,
    rows: [
      { buttons: [button(t.takeUp, "record.edit", [lost.id], "primary"), { label: t.anew, press: { action: fresh } }] },
    ],
  });
}

function opened(form: RecordForm, given: Given, context: Context, id = newProposalId()): Opened {
  return opens({
    title: form.title(given, context),
    action: { name: "record.filled", args: [form.name, id, ...given.args] },
    fields: form.fields(given, context),
  });
}

/** "Start anew": the lost one stays where it is until it is too old to be offered. */
export async function fresh([name, ...rest]: readonly string[], context: Context): Promise<Opened> {
  await allowed(context);
  return opened(formOf(name, context), unpacked(rest), context);
}

/** What was filled in is kept before anything else: what cannot be read can be mended. */
export async function filled(
  [name, id = "", ...args]: readonly string[],
  typed: Filled,
  context: Context,
): Promise<Answer> {
  const by = await allowed(context);
  const form = formOf(name, context);
  const given = { args, typed };
  const before = context.proposals.find(id);
  if (before !== undefined && before.by !== by) throw new Refusal(texts(context.language).record.notYours);
  if (before !== undefined && before.state !== "open") return over(before, context);
  const read = readOrWhy(form, given, context);
  const proposal: Proposal = {
    v: 1,
    id,
    form: form.name,
    args: [...args],
    typed: { ...typed },
    drafts: "why" in read ? [] : read.drafts.map((draft) => ({ ...draft })),
    by,
    guildId: context.guildId ?? "",
    language: context.language,
    at: context.now,
    state: "open",
  };
  const saved = await context.proposals.save(proposal, before);
  if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
  if ("why" in read) return answer(mend(read.why, id, context));
  return answer(card(form, proposal, context).message);
}

function readOrWhy(form: RecordForm, given: Given, context: Context): { drafts: readonly Draft[] } | { why: string } {
  try {
    return { drafts: form.read(given, context) };
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}

function mend(why: string, id: string, { language }: Context): Message {
  const t = texts(language).record;
  return { content: why, rows: [{ buttons: [button(t.mend, "record.edit", [id], "primary")] }] };
}

/** The form again, with what was typed. */
export async function edit([id]: readonly string[], context: Context): Promise<Answer | Opened> {
  const proposal = await own(id, context);
  if (proposal.state !== "open") return over(proposal, context);
  return opened(formOf(proposal.form, context), proposal, context, proposal.id);
}

export async function cancel([id]: readonly string[], context: Context): Promise<Answer> {
  const proposal = await own(id, context);
  if (proposal.state !== "open") return over(proposal, context);
  const saved = await context.proposals.save(decided(proposal, "cancelled", context), proposal);
  if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
  return answer({ content: texts(context.language).record.cancelled }, "update");
}

/** Records what the card showed; where that is no longer so, shows the card as it is now. Pressed twice it records once. */
export async function confirm([id, digest]: readonly string[], context: Context): Promise<Answer> {
  const proposal = await own(id, context);
  if (proposal.state !== "open") return over(proposal, context);
  const form = formOf(proposal.form, context);
  const shown = card(form, proposal, context);
  if (context.now - proposal.at > FORM_LIFE) {
    const later = { ...proposal, at: context.now };
    await context.proposals.save(later, proposal);
    return answer(card(form, later, context, "old").message, "update");
  }
  if (shown.digest !== digest) return answer(card(form, proposal, context, "changed").message, "update");
  if (shown.card.needsSecond === true) return waits(proposal, context);
  return recordNow(form, proposal, context);
}

async function waits(proposal: Proposal, context: Context): Promise<Answer> {
  const t = texts(context.language).record;
  const waiting: Proposal = { ...proposal, state: "waiting" };
  const saved = await context.proposals.save(waiting, proposal);
  if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
  const asked = await context.askSecond(waiting);
  return answer({ content: asked === "asked" ? t.waits : t.waitsHere }, "update");
}

/** Writes the facts of a proposal. `confirmedBy`: the second person, where one was needed. */
export async function recordNow(
  form: RecordForm,
  proposal: Proposal,
  context: Context,
  confirmedBy?: string,
): Promise<Answer> {
  const t = texts(context.language).record;
  const drafts = proposal.drafts.map(readDraft).map((draft) => confirmed(draft, confirmedBy));
  const recorded = await context.recording.record(drafts, proposal.by);
  if (recorded.is === "stale") return answer(card(form, proposal, context, "stale").message, "update");
  await context.proposals.save(decided(proposal, "recorded", context), proposal);
  const said = form.recorded(recorded.facts, context);
  const undo = recorded.is === "recorded" ? undoButton(recorded.facts, context) : undefined;
  return answer(
    {
      content: recorded.is === "same" ? `${t.already} ${said}` : said,
      ...(undo === undefined ? {} : { rows: [{ buttons: [undo] }] }),
    },
    "update",
  );
}

function confirmed(draft: Draft, confirmedBy: string | undefined): Draft {
  return confirmedBy === undefined || draft.why === undefined
    ? draft
    : { ...draft, why: { ...draft.why, confirmedBy } };
}

type Again = "old" | "changed" | "stale";

/** The card with what it rests on; the digest stands in its Confirm button. */
function card(
  form: RecordForm,
  proposal: Proposal,
  context: Context,
  again?: Again,
): { message: Message; digest: string; card: Card } {
  const t = texts(context.language).record;
  const drafts = proposal.drafts.map(readDraft);
  const made = form.card(drafts, proposal, context);
  const digest = hash([proposal.drafts.map(plain), [...made.rests]]).slice(0, 12);
  const { id } = proposal;
  const buttons: Button[] = [
    button(t.confirm, "record.confirm", [id, digest], "primary"),
    button(t.edit, "record.edit", [id]),
    ...(made.more ?? []),
    button(t.cancel, "record.cancel", [id]),
  ];
  return {
    message: cardView(made, { buttons, language: context.language, ...(again === undefined ? {} : { again }) }),
    digest,
    card: made,
  };
}

const plain = (value: unknown): string => JSON.stringify(value);

function decided(proposal: Proposal, state: Proposal["state"], context: Context): Proposal {
  return { ...proposal, state, decided: { by: proposal.by, at: context.now } };
}

async function own(id: string | undefined, context: Context): Promise<Proposal> {
  const by = await allowed(context);
  const t = texts(context.language);
  const proposal = id === undefined ? undefined : context.proposals.find(id);
  if (proposal === undefined || proposal.guildId !== context.guildId) throw new Refusal(t.common.brokenButton);
  if (proposal.by !== by) throw new Refusal(t.record.notYours);
  return proposal;
}

/** Pressed again, or by two at once: what became of it. */
function over({ state }: Proposal, { language }: Context): Answer {
  return answer({ content: texts(language).record.over[state] }, "update");
}

function broken({ language }: Context): Answer {
  return answer({ content: texts(language).common.brokenButton });
}

function formOf(name: string | undefined, { language }: Context): RecordForm {
  const form = formNamed(name);
  if (form === undefined) throw new Refusal(texts(language).common.brokenButton);
  return form;
}

const button = (
  label: string,
  name: string,
  args: readonly string[],
  style: Button["style"] = "secondary",
): Button => ({
  label,
  style,
  press: { action: { name, args } },
});

/** What is known already, through a button: arguments first, then keys and texts. */
function packed({ args, typed }: Given): string[] {
  return [String(args.length), ...args, ...Object.entries(typed).flat()];
}

function unpacked([count = "0", ...rest]: readonly string[]): Given {
  const many = Number.parseInt(count, 10);
  const typed: Record<string, string> = {};
  for (let i = many; i + 1 < rest.length; i += 2) typed[rest[i] ?? ""] = rest[i + 1] ?? "";
  return { args: rest.slice(0, many), typed };
}
