// Takes one's own last version of a record back, by a fact of its own: what was new is withdrawn, what was changed is as it was before. Nobody fills it in;
// it is a form so that a second person can confirm it like any other.
import { type Context, Refusal } from "../../../src/command.ts";
import { readDraft, type Draft, type Fact } from "../../../src/domain/fact.ts";
import { texts } from "../../../src/text/index.ts";
import { escape } from "../../../src/views/escape.ts";
import { namedBy } from "../../../src/views/record/subject.ts";
import { differences } from "../../../src/views/record/differences.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { needsSecond, withdrawal } from "../second.ts";

export const undo: RecordForm = {
  name: "undo",
  title: (_given, { language }) => {
    throw new Refusal(texts(language).common.brokenButton);
  },
  fields: () => [],
  pressed: true,
  read: ({ args }, context) => [draftOf(args, context)],
  card,
  recorded: ([fact], context) => texts(context.language).review.undone(fact === undefined ? "" : nameOf(fact, context)),
};

/** `args`: noun, subject, the version's number in the log. Throws a Refusal where somebody recorded since. */
export function undone(args: readonly string[], context: Context): Fact {
  const [noun = "", subject = "", seq] = args;
  const fact = context.versions(noun, subject).find((one) => String(one.seq) === seq);
  const t = texts(context.language);
  if (fact === undefined) throw new Refusal(t.common.brokenButton);
  const head = context.recording.head(noun, subject);
  if (head?.prev === fact.id && head.why?.is === "undone") throw new Refusal(t.review.undoneAlready);
  if (head?.id !== fact.id) throw new Refusal(t.review.undoOver);
  return fact;
}

function draftOf(args: readonly string[], context: Context): Draft {
  const [noun = "", subject = ""] = args;
  const fact = undone(args, context);
  const before = context.versions(noun, subject).find(({ id }) => id === fact.prev);
  const reason = { en: texts("en").review.undoneReason, es: texts("es").review.undoneReason };
  const common = { subject, prev: fact.id, why: { is: "undone" as const, reason } };
  if (before !== undefined) return readDraft({ ...common, kind: kindOf(before), content: before.content });
  const kind = withdrawal(noun);
  if (kind === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return { ...common, kind, content: { reason } };
}

/** Nothing is declared or recorded a second time: what was so before is a change again. */
const AGAIN: Partial<Record<Fact["kind"], Draft["kind"]>> = {
  "curfew.declared": "curfew.changed",
  "strike.recorded": "strike.changed",
  "org.recorded": "org.changed",
};

const kindOf = ({ kind }: Fact): Draft["kind"] => AGAIN[kind] ?? kind;

function card([draft]: readonly Draft[], { args }: Given, context: Context): Card {
  const { known, language } = context;
  if (draft === undefined) throw new Error("nothing to undo");
  const fact = undone(args, context);
  return {
    preview: { content: texts(language).review.undone(nameOf(fact, context)), embed: { tone: "info" } },
    warnings: [],
    lines: differences(fact, draft, known, language),
    rests: [fact.id],
    needsSecond: needsSecond(draft, context),
  };
}

function nameOf(fact: Fact, { known, language, versions }: Context): string {
  const noun = fact.kind.slice(0, fact.kind.indexOf("."));
  return escape(namedBy([fact, ...versions(noun, fact.subject).toReversed()], known, language) ?? fact.subject);
}
