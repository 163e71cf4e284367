// What the steps of a form share: whose it is, what was typed read once more, the card with what it rests on. It writes nothing.
import { z } from "zod";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { type Draft, readDraft } from "../../src/domain/fact.ts";
import { hash } from "../../src/domain/id.ts";
import type { Proposal } from "../../src/domain/proposal.ts";
import { texts } from "../../src/text/index.ts";
import { cardView } from "../../src/views/record/card.ts";
import { saidView } from "../../src/views/record/said.ts";
import type { Button, Message } from "../../src/views/message.ts";
import { allowed } from "./allowed.ts";
import type { Card, Given, RecordForm } from "./form-contract.ts";
import { formNamed } from "./forms/index.ts";

export type Again = "old" | "changed" | "stale";

/** The card with what it rests on; the digest stands in its Confirm button. */
export function card(
  form: RecordForm,
  proposal: Proposal,
  context: Context,
  again?: Again,
): { messages: readonly Message[]; digest: string; card: Card } {
  const t = texts(context.language).record;
  const made = form.card(proposal.drafts.map(readDraft), proposal, context);
  const digest = hash([proposal.drafts.map(plain), [...made.rests]]).slice(0, 12);
  const { id } = proposal;
  const buttons: Button[] = [
    // Words of its own warn: it is not what a tired thumb should find first.
    button(
      made.confirm ?? t.confirm,
      "record.confirm",
      [id, digest],
      made.confirm === undefined ? "primary" : "secondary",
    ),
    ...(form.pressed === true ? [] : [button(t.edit, "record.edit", [id])]),
    ...(form.more ?? []).map((more) => button(more.label(context), "record.more", [id, more.key])),
    ...(made.more ?? []),
    button(t.cancel, "record.cancel", [id]),
  ];
  const turns = (made.turns ?? []).map(({ label, to }) => button(label, "record.turn", [id, ...to]));
  return {
    messages: cardView(made, {
      buttons,
      turns,
      language: context.language,
      ...(again === undefined ? {} : { again }),
    }),
    digest,
    card: made,
  };
}

const plain = (value: unknown): string => JSON.stringify(value);

export type Read = { drafts: readonly Draft[] } | { why: string };

export function readOrWhy(form: RecordForm, given: Given, context: Context): Read {
  try {
    return { drafts: form.read(given, context) };
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}

/** As a row keeps them. */
export const kept = (drafts: readonly Draft[]): Proposal["drafts"] => drafts.map((draft) => ({ ...draft }));

/**
 * What was typed, read upon what stands now: somebody may have recorded since. Words that mean another day tomorrow are read again only where nothing
 * else is left: a form without `settled` keeps what it read, unless `anew`.
 */
export function uponNow(
  form: RecordForm,
  proposal: Proposal,
  context: Context,
  anew = false,
): Proposal | { why: string } {
  if (!anew && form.settled === undefined && isWhole(proposal)) return proposal;
  const read = readOrWhy(form, proposal, context);
  return "why" in read ? read : { ...proposal, drafts: kept(read.drafts) };
}

/** Nothing was readable when it was typed last, or what was read is of an older Vigía. */
function isWhole({ drafts }: Proposal): boolean {
  try {
    return drafts.map(readDraft).length > 0;
  } catch (error) {
    if (error instanceof z.ZodError) return false;
    throw error;
  }
}

/** The sentence, and a way back into what was typed. The further form is offered where something stands in it: the fault may be there. */
export function mend(why: string, form: RecordForm, proposal: Proposal, context: Context): readonly Message[] {
  const t = texts(context.language).record;
  const used = (form.more ?? []).filter((more) =>
    more.fields(proposal, context).some(({ key }) => (proposal.typed[key] ?? "") !== ""),
  );
  return saidView(why, [
    ...(form.pressed === true ? [] : [button(t.mend, "record.edit", [proposal.id], "primary")]),
    ...used.map((more) => button(more.label(context), "record.more", [proposal.id, more.key])),
  ]);
}

export function decided(
  proposal: Proposal,
  state: Proposal["state"],
  context: Context,
  by: string = proposal.by,
): Proposal {
  return { ...proposal, state, decided: { by, at: context.now } };
}

/** Throws a Refusal where it is not there, not from here, or somebody else's. */
export async function own(id: string | undefined, context: Context): Promise<Proposal> {
  const by = await allowed(context);
  return belonging(id === undefined ? undefined : context.proposals.find(id), by, context);
}

export function belonging(proposal: Proposal | undefined, by: string, { guildId, language }: Context): Proposal {
  const t = texts(language);
  if (proposal === undefined || proposal.guildId !== guildId) throw new Refusal(t.common.brokenButton);
  if (proposal.by !== by) throw new Refusal(t.record.notYours);
  return proposal;
}

/** Pressed again, or by two at once: what became of it. */
export function over({ state }: Proposal, { language }: Context): Answer {
  return answer({ content: texts(language).record.over[state] }, "update");
}

export function broken({ language }: Context): Answer {
  return answer({ content: texts(language).common.brokenButton });
}

export function formOf(name: string | undefined, { language }: Context): RecordForm {
  const form = formNamed(name);
  if (form === undefined) throw new Refusal(texts(language).common.brokenButton);
  return form;
}

export const button = (
  label: string,
  name: string,
  args: readonly string[],
  style: Button["style"] = "secondary",
): Button => ({
  label,
  style,
  press: { action: { name, args } },
});
