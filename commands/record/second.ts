// The second person of rule 15: whether one is needed, and the card that asks for one. It records nothing.
import type { Context } from "../../src/command.ts";
import { CONTENT, type Draft, noun } from "../../src/domain/fact.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import type { Proposal } from "../../src/domain/proposal.ts";
import { relaxes } from "../../src/domain/relaxes.ts";
import { type Standing, standingAs } from "../../src/domain/standing.ts";
import type { Message } from "../../src/views/message.ts";
import { reviewDue, type Reviewed } from "../../src/views/notices/review-due.ts";

export function reviewed(proposal: Proposal, { versions, defaultArea }: Context): Reviewed {
  return { proposal, versions, home: defaultArea };
}

/** For everyone in the channel where it was typed. */
export function askHere(proposal: Proposal, context: Context): Message {
  const { known, now, language, nameOf } = context;
  const name = nameOf(proposal.by);
  return reviewDue({ ...reviewed(proposal, context), name }, { record: known, now, language, where: "here" });
}

/** What it makes less strict needs two, unless it names a source of the authority's own. */
export function needsSecond(draft: Draft, context: Context): boolean {
  return draft.why?.official !== true && isLessStrict(draft, context);
}

function isLessStrict(draft: Draft, context: Context): boolean {
  if (noun(draft.kind) !== "curfew") return false;
  const { known, now, versions } = context;
  const all = versions("curfew", draft.subject);
  const before = contents(all);
  const [was, is] = [standing(all.at(-1), before), standing(draft, before)];
  const of = [was, is].flatMap((one) => [one.curfew ?? [], one.withdrawn ?? []].flat());
  return relaxes({
    before: standingAs(known, draft.subject, was),
    after: standingAs(known, draft.subject, is),
    of,
    at: now,
  });
}

/** The curfews among these versions, newest last. */
function contents(versions: readonly Pick<Draft, "content">[]): Curfew[] {
  return versions.flatMap(({ content }) => ("rules" in content ? [content] : []));
}

function standing(version: Pick<Draft, "kind" | "content"> | undefined, before: readonly Curfew[]): Standing {
  if (version === undefined) return {};
  if ("rules" in version.content) return { curfew: version.content };
  const withdrawn = before.at(-1);
  return withdrawn === undefined ? {} : { withdrawn };
}

/** `curfew.withdrawn`: undefined where nothing of that noun can be withdrawn. */
export function withdrawal(subjectNoun: string): Extract<Draft["kind"], `${string}.withdrawn`> | undefined {
  return Object.keys(CONTENT).find(
    (kind): kind is Extract<Draft["kind"], `${string}.withdrawn`> => kind === `${subjectNoun}.withdrawn`,
  );
}
