// /record change: asks first which kind of change it is, then opens that record's form. It changes nothing itself.
import { answer, type Answer, type Context, type Opened, Refusal } from "../../src/command.ts";
import { WhyKind } from "../../src/domain/why.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import type { Button } from "../../src/views/message.ts";
import { namedBy } from "../../src/views/record/subject.ts";
import { allowed, mayRecord } from "./allowed.ts";
import { begin } from "./flow.ts";
import { formNamed } from "./forms/index.ts";
import { strikeSource } from "./forms/source-withdraw.ts";
import { type Noun, readValue, type SubjectRef, valueOf, type Wanted } from "./subjects.ts";
import { oneOf } from "./which.ts";

/** A check is not changed: another one is made. */
export const CHANGEABLE: Wanted = { nouns: ["strike", "curfew", "org", "tally"] };

type Kind = "changed" | "updated" | "corrected";
/** No authority changes a strike or a total, and no source gives a decree or a listing as its own figure. */
const KINDS: Record<Noun, readonly Kind[]> = {
  strike: ["updated", "corrected"],
  curfew: ["changed", "corrected"],
  org: ["changed", "corrected"],
  tally: ["updated", "corrected"],
  coverage: [],
};

export async function changed({ what }: { what: string }, context: Context): Promise<Answer> {
  await allowed(context);
  const found = oneOf(what, context, CHANGEABLE, { name: "change.which", args: [] });
  return "noun" in found ? whichKind(found, context) : found;
}

/** Picked from the list of those that fit. */
export async function changedPicked([value]: readonly string[], context: Context): Promise<Answer> {
  await allowed(context);
  return whichKind(subjectOf(value, context), context);
}

function whichKind(subject: SubjectRef, context: Context): Answer {
  const { known, language, recording, versions } = context;
  const t = texts(language);
  const head = recording.head(subject.noun, subject.id);
  if (head === undefined) throw new Refusal(t.common.brokenButton);
  if (head.kind.endsWith(".withdrawn")) throw new Refusal(t.review.change.withdrawn);
  const kinds = KINDS[subject.noun];
  if (kinds.length === 0) throw new Refusal(t.review.change.none);
  const name = namedBy(versions(subject.noun, subject.id).toReversed(), known, language) ?? subject.id;
  const button = (kind: Kind): Button => ({
    label: t.review.change.button[kind],
    style: "secondary",
    press: { action: { name: "change.as", args: [valueOf(subject), head.id, kind] } },
  });
  const isStrike = subject.noun === "strike";
  const takeBack: Button = {
    label: t.recordSource.title,
    style: "secondary",
    press: { action: { name: "change.source", args: [valueOf(subject), head.id] } },
  };
  return answer({
    content: [
      t.review.change.ask(escape(name)),
      ...kinds.map((kind) => t.review.change.line[kind]),
      ...(isStrike ? [t.review.change.takeBack] : []),
    ].join("\n"),
    rows: [{ buttons: [...kinds.map(button), ...(isStrike ? [takeBack] : [])] }],
  });
}

/** The form is opened with the version that was seen: what changed until it is filled in is shown on its card. */
export function changeAs([value, seen = "", typed]: readonly string[], context: Context): Promise<Answer | Opened> {
  mayRecord(context);
  const t = texts(context.language);
  const subject = subjectOf(value, context);
  const kind = WhyKind.safeParse(typed).data;
  if (kind === undefined || !KINDS[subject.noun].some((one) => one === kind)) throw new Refusal(t.common.brokenButton);
  const form = formNamed(`${subject.noun}-change`);
  if (form === undefined) throw new Refusal(t.review.change.none);
  return begin(form, { args: [subject.id, seen, kind], typed: {} }, context);
}

/** One source of a strike falls out; what it says else stays. */
export function changeSource([value, seen = ""]: readonly string[], context: Context): Promise<Answer | Opened> {
  mayRecord(context);
  const subject = subjectOf(value, context);
  if (subject.noun !== "strike") throw new Refusal(texts(context.language).common.brokenButton);
  return begin(strikeSource, { args: [subject.id, seen], typed: {} }, context);
}

function subjectOf(value: string | undefined, { language }: Context): SubjectRef {
  const subject = readValue(value);
  if (subject === undefined) throw new Refusal(texts(language).common.brokenButton);
  return subject;
}
