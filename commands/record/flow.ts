// Every form of /record goes this way: filled in, shown as a card, confirmed, recorded. Leave is asked at every step; nothing is written to the record before
// Confirm, and nothing that was typed is lost before it. Confirm itself: confirming.ts.
import {
  answer,
  type Answer,
  type Context,
  type Filled,
  type ModalField,
  type Opened,
  opens,
  Refusal,
} from "../../src/command.ts";
import { FORM_LIFE, newProposalId, type Proposal, ProposalId } from "../../src/domain/proposal.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import type { Action } from "../../src/views/message.ts";
import { allowed } from "./allowed.ts";
import { belonging, broken, button, card, decided, formOf, kept, mend, over, own, readOrWhy } from "./flow-card.ts";
import type { Given, RecordForm } from "./form-contract.ts";

export { confirm, recordNow, waits } from "./confirming.ts";
export { decided, over } from "./flow-card.ts";

/** Opens the form, or offers the one that this person lost minutes ago. `typed`: what is known already. */
export async function begin(form: RecordForm, given: Given, context: Context): Promise<Answer | Opened> {
  const by = await allowed(context);
  const lost = context.proposals.open(by, context.guildId ?? "", form.name);
  const title = lost === undefined ? undefined : titleOf(form, lost, context);
  if (lost === undefined || title === undefined) return opened(form, given, context, { id: newProposalId() });
  const t = texts(context.language).record;
  const fresh: Action = { name: "record.fresh", args: [form.name, ...packed(given)] };
  return answer({
    content: t.lost(escape(title)),
    rows: [
      { buttons: [button(t.takeUp, "record.edit", [lost.id], "primary"), { label: t.anew, press: { action: fresh } }] },
    ],
  });
}

/** Undefined: too old to be offered, from a clock that was put back, or over something that is no more. */
function titleOf(form: RecordForm, lost: Proposal, context: Context): string | undefined {
  if (context.now - lost.at > FORM_LIFE || lost.at > context.now) return undefined;
  try {
    return form.title(lost, context);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** `onCard`: it was opened from a card of ours, which the next one replaces; from anywhere else nothing is replaced. */
function opened(
  form: Pick<RecordForm, "name" | "title" | "fields">,
  given: Given,
  context: Context,
  { id, onCard = false }: { id: string; onCard?: boolean },
): Opened {
  const fields = form.fields(given, context).map(roomy);
  // Discord shows no form without a field: no button of ours opens one.
  const t = texts(context.language);
  if (fields.length === 0) throw new Refusal(t.common.brokenButton);
  // Nor one that is filled in with more than a field holds; cut, the rest would be taken for left out.
  const long = fields.find(({ value = "" }) => value.length > LONGEST);
  if (long !== undefined) throw new Refusal(t.record.tooLong(long.label, LONGEST));
  return opens({
    title: form.title(given, context),
    action: { name: onCard ? "record.refilled" : "record.filled", args: [form.name, id, ...given.args] },
    fields,
  });
}

/** What was typed into an older version of the form is shown whole: the form says itself what it cannot take. */
function roomy(field: ModalField): ModalField {
  if ((field.kind !== "line" && field.kind !== "paragraph") || field.value === undefined || field.value === "")
    return field;
  const { length } = field.value;
  const { min, max } = field;
  return { ...field, max: Math.max(max, length), ...(min === undefined ? {} : { min: Math.min(min, length) }) };
}

/** "Start anew": the lost one stays where it is until it is too old to be offered. */
export async function fresh([name, ...rest]: readonly string[], context: Context): Promise<Opened> {
  await allowed(context);
  return opened(formOf(name, context), unpacked(rest), context, { id: newProposalId(), onCard: true });
}

/** What was filled in is kept before anything else: what cannot be read can be mended. */
export function filled(args: readonly string[], typed: Filled, context: Context): Promise<Answer> {
  return filledIn(args, typed, context, "asker");
}

/** The same, from a card: the new one stands in its place. */
export function refilled(args: readonly string[], typed: Filled, context: Context): Promise<Answer> {
  return filledIn(args, typed, context, "update");
}

async function filledIn(
  [name, id = "", ...args]: readonly string[],
  typed: Filled,
  context: Context,
  to: "asker" | "update",
): Promise<Answer> {
  const by = await allowed(context);
  const form = formOf(name, context);
  // A row that cannot be read again would stop the next start.
  if (!ProposalId.safeParse(id).success || !isSendable(typed)) return broken(context);
  return context.proposals.alone(async () => {
    const found = context.proposals.find(id);
    const before = found === undefined ? undefined : belonging(found, by, context);
    if (before !== undefined && before.form !== form.name) return broken(context);
    if (before !== undefined && before.state !== "open") return over(before, context);
    // Two forms may fill in one proposal, and a button of its card may have changed what it goes on with since the form was opened.
    const all: Given = { args: before?.args ?? args, typed: { ...before?.typed, ...typed } };
    const given = { ...all, typed: form.settled?.(all, context) ?? all.typed };
    const read = readOrWhy(form, given, context);
    const proposal: Proposal = {
      v: 1,
      id,
      form: form.name,
      args: [...given.args],
      typed: { ...given.typed },
      drafts: "why" in read ? [] : kept(read.drafts),
      by,
      guildId: context.guildId ?? "",
      language: context.language,
      at: context.now,
      state: "open",
    };
    const saved = await context.proposals.save(proposal, before);
    if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
    const shown = "why" in read ? mend(read.why, form, proposal, context) : card(form, proposal, context).messages;
    return answer(shown, to);
  });
}

/** Discord's own limits on a form that is sent back; what passes them was not sent by Discord. */
const FIELDS = 5;
const LONGEST = 4000;
const KEY = /^[a-z][\w.-]{0,99}$/i;

function isSendable(typed: Filled): boolean {
  const entries = Object.entries(typed);
  return entries.length <= FIELDS && entries.every(([key, text]) => KEY.test(key) && text.length <= LONGEST);
}

/** The form again, with what was typed. */
export async function edit([id]: readonly string[], context: Context): Promise<Answer | Opened> {
  const proposal = await own(id, context);
  if (proposal.state !== "open") return over(proposal, context);
  return opened(formOf(proposal.form, context), proposal, context, { id: proposal.id, onCard: true });
}

/** The further form of a card. */
export async function more([id, key]: readonly string[], context: Context): Promise<Answer | Opened> {
  const proposal = await own(id, context);
  if (proposal.state !== "open") return over(proposal, context);
  const further = formOf(proposal.form, context).more?.find((one) => one.key === key);
  if (further === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return opened({ ...further, name: proposal.form }, proposal, context, { id: proposal.id, onCard: true });
}

/** A button of the card that goes on with other arguments: nothing is typed anew. */
export async function turn([id = "", ...to]: readonly string[], context: Context): Promise<Answer> {
  const by = await allowed(context);
  return context.proposals.alone(async () => {
    const proposal = belonging(context.proposals.find(id), by, context);
    if (proposal.state !== "open") return over(proposal, context);
    const form = formOf(proposal.form, context);
    const args = form.turned?.(proposal, to, context);
    if (args === undefined) throw new Refusal(texts(context.language).common.brokenButton);
    const read = readOrWhy(form, { ...proposal, args }, context);
    if ("why" in read) throw new Refusal(read.why);
    const next: Proposal = { ...proposal, args: [...args], drafts: kept(read.drafts) };
    const saved = await context.proposals.save(next, proposal);
    if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
    return answer(card(form, next, context).messages, "update");
  });
}

export async function cancel([id = ""]: readonly string[], context: Context): Promise<Answer> {
  const by = await allowed(context);
  return context.proposals.alone(async () => {
    const proposal = belonging(context.proposals.find(id), by, context);
    if (proposal.state !== "open") return over(proposal, context);
    const saved = await context.proposals.save(decided(proposal, "cancelled", context), proposal);
    if (saved.is === "stale") return saved.stands === undefined ? broken(context) : over(saved.stands, context);
    return answer({ content: texts(context.language).record.cancelled }, "update");
  });
}

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
