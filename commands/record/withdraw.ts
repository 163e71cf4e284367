// /record withdraw: finds what is meant, and shows the card of the form "withdraw". Nothing is written before Confirm.
import { type Answer, type Context, Refusal } from "../../src/command.ts";
import { newProposalId } from "../../src/domain/proposal.ts";
import { texts } from "../../src/text/index.ts";
import { allowed } from "./allowed.ts";
import { filled } from "./flow.ts";
import { withdraw } from "./forms/withdraw.ts";
import { NOUNS, readValue, type Wanted } from "./subjects.ts";
import { oneOf } from "./which.ts";

export const WITHDRAWABLE: Wanted = { nouns: NOUNS };

export interface TypedWithdrawal {
  what: string;
  reason: string;
  link: string | undefined;
}

export async function withdrawn({ what, reason, link = "" }: TypedWithdrawal, context: Context): Promise<Answer> {
  await allowed(context);
  const found = oneOf(what, context, WITHDRAWABLE, { name: "withdraw.which", args: [reason, link] });
  return "noun" in found ? card(found, { reason, link }, context) : found;
}

/** Picked from the list of those that fit. */
export async function withdrawnPicked(
  [reason = "", link = ""]: readonly string[],
  [value]: readonly string[],
  context: Context,
): Promise<Answer> {
  await allowed(context);
  const subject = readValue(value);
  if (subject === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return card(subject, { reason, link }, context);
}

async function card(
  { noun, id }: { noun: string; id: string },
  typed: { reason: string; link: string },
  context: Context,
): Promise<Answer> {
  const head = context.recording.head(noun, id);
  const told = await context.toldIn(noun, id);
  return filled([withdraw.name, newProposalId(), noun, id, head?.id ?? "", String(told)], typed, context);
}
