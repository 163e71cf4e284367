// What a member of the team has typed and nobody has confirmed: kept so that a lost form can be taken up, and that a second person can confirm it.
// Persisted; old rows stay readable. It must never be mistaken for a fact: nothing that reads the record reads this.
import { z } from "zod";
import { hash, newSubject } from "./id.ts";
import { LANGUAGES } from "./text.ts";
import { DAY, MINUTE, type Millis } from "./time.ts";

/** So long a form that was lost is offered again, and a card may be confirmed as it is. */
export const FORM_LIFE = 15 * MINUTE;

/** So long a second person may confirm: what was read a day ago is looked at anew. */
export const WAIT_LIFE = DAY;

export const ProposalId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/);

export const Proposal = z.strictObject({
  v: z.literal(1),
  id: ProposalId,
  /** Which form it was typed into, and what that form was opened with: a subject, the version that was seen. */
  form: z.string().min(1),
  args: z.array(z.string()),
  /** As typed, by the form's own keys. */
  typed: z.record(z.string(), z.string()),
  /** As read, in plain JSON (readDraft); empty while something cannot be read. */
  drafts: z.array(z.unknown()),
  /** An opaque id. */
  by: z.string().min(1),
  guildId: z.string(),
  language: z.enum(LANGUAGES),
  /** World time of the last typing. */
  at: z.int(),
  /** `waiting`: for a second person. */
  state: z.enum(["open", "waiting", "recorded", "declined", "cancelled"]),
  /** Who decided it last, and when. */
  decided: z.strictObject({ by: z.string().min(1), at: z.int() }).optional(),
});
export type Proposal = z.infer<typeof Proposal>;

export function newProposalId(): string {
  return newSubject("p").slice(2);
}

/** Of the one question that a proposal makes to the review channel. */
export function reviewId(id: string): string {
  return hash({ kind: "review.due", proposal: id });
}

/** What it would record, in a few letters: a button that confirms other words than these confirms nothing. */
export function wordsOf({ drafts }: Pick<Proposal, "drafts">): string {
  return hash(drafts.map((draft) => JSON.stringify(draft))).slice(0, 12);
}

export function isTooOld({ at }: Pick<Proposal, "at">, now: Millis): boolean {
  return now - at > WAIT_LIFE;
}
