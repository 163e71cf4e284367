// /record history, and "History" under Apps on a message of ours: every version of a record, or the record as it was known at a time. Reads only.
import { answer, type Answer, type Context, Refusal, type Target } from "../../src/command.ts";
import type { Alert } from "../../src/domain/alert.ts";
import { knownAt, noun, readDraft } from "../../src/domain/fact.ts";
import { subjectOf } from "../../src/domain/id.ts";
import type { Question } from "../../src/domain/question.ts";
import { DAY, dayStart, type Millis, MINUTE, nextDay } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { readWhen } from "../../src/text/when/index.ts";
import { pageOf, menus } from "../../src/views/paging.ts";
import { asThen } from "../../src/views/record/as-then.ts";
import { historyView } from "../../src/views/record/history.ts";
import { namedBy } from "../../src/views/record/subject.ts";
import { typedBack } from "../../src/views/orgs/list.ts";
import { allowed } from "./allowed.ts";
import { HOUR_ALONE } from "./check.ts";
import { NOUNS, readValue, type SubjectRef, valueOf, type Wanted } from "./subjects.ts";
import { undoButton } from "./undo.ts";
import { oneOf } from "./which.ts";

/** Also what was withdrawn: its history is what somebody looks for. */
export const REMEMBERED: Wanted = { nouns: NOUNS, withdrawn: true };

export interface TypedHistory {
  what: string;
  "as-known-at": string | undefined;
}

export async function history(typed: TypedHistory, context: Context): Promise<Answer> {
  const by = await allowed(context);
  const at = typed["as-known-at"];
  const found = oneOf(typed.what, context, REMEMBERED, { name: "history.which", args: [at ?? ""] });
  return "noun" in found ? told(found, at, by, context) : found;
}

/** Picked from a list. */
export async function historyPicked(
  [at = ""]: readonly string[],
  [value]: readonly string[],
  context: Context,
): Promise<Answer> {
  const by = await allowed(context);
  return told(subjectOfValue(value, context), at === "" ? undefined : at, by, context);
}

export async function historyTurned([value, page]: readonly string[], context: Context): Promise<Answer> {
  const by = await allowed(context);
  const number = pageOf(page);
  if (number === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return pageAt(subjectOfValue(value, context), number, by, context, "update");
}

/** On a message: of the record that it tells of; of several, the one that is picked. */
export async function historyOf(target: Target, context: Context): Promise<Answer> {
  const by = await allowed(context);
  const t = texts(context.language);
  const alert = target.own ? await context.alertIn(target.id) : undefined;
  if (alert === undefined) throw new Refusal(t.history.notHere);
  const [first, ...others] = subjectsOf(alert, context).filter(
    ({ noun: one, id }) => context.versions(one, id).length > 0,
  );
  if (first === undefined) throw new Refusal(t.history.noMessage);
  if (others.length === 0) return pageAt(first, 1, by, context);
  const options = [first, ...others].map((one) => ({ label: nameOf(one, context).slice(0, 100), value: valueOf(one) }));
  return answer({
    content: t.record.what.pick,
    rows: menus({ action: { name: "history.which", args: [""] }, placeholder: t.record.what.pick, options }),
  });
}

function told(subject: SubjectRef, at: string | undefined, by: string, context: Context): Answer {
  return at === undefined ? pageAt(subject, 1, by, context) : then(subject, momentOf(at, context), context);
}

function pageAt(subject: SubjectRef, page: number, by: string, context: Context, to: Answer["to"] = "asker"): Answer {
  const { known: record, language, nameOf: name, defaultArea: home } = context;
  const versions = context.versions(subject.noun, subject.id);
  const head = versions.at(-1);
  if (head === undefined) throw new Refusal(texts(language).history.none);
  const undo = head.recorder === by ? undoButton([head], context) : undefined;
  const turn = (next: string) => ({ name: "history.page", args: [valueOf(subject), next] });
  return answer(historyView({ versions, page, nameOf: name, turn, undo }, { record, language, home }), to);
}

function then(subject: SubjectRef, at: Millis, context: Context): Answer {
  const { language, defaultArea: home } = context;
  const versions = context.versions(subject.noun, subject.id);
  if (versions.length === 0) throw new Refusal(texts(language).history.none);
  // By its place in the log: a version known earlier than the one it replaces still replaces it.
  const head = versions.filter((fact) => knownAt(fact) <= at).at(-1);
  return answer(asThen({ versions, head, record: context.knownAt(at), at, home, language }));
}

/** On the clock of the place that a bare question is about. A minute is meant whole: what the history shows as of 23:08 was known at 23:08. An hour alone is the last one that passed; a day alone is what was known when it was over. */
function momentOf(typed: string, { known, defaultArea, now, language }: Context): Millis {
  const zone = known.areas.zone(defaultArea);
  const t = texts(language).history;
  const at = readAt(typed, now, zone);
  if (at === undefined) throw new Refusal(t.badTime(typedBack(typed)));
  if (at > now && HOUR_ALONE.test(typed.trim())) return readAt(typed, now - DAY, zone) ?? at;
  if (at > now) throw new Refusal(t.future);
  return Math.min(Math.floor(at / MINUTE) * MINUTE + MINUTE - 1, now);
}

function readAt(typed: string, now: Millis, zone: string): Millis | undefined {
  const read = readWhen(typed, { now, zone });
  if (read.is === "now") return now;
  if (read.is === "moment") return read.at;
  if (read.is !== "night") return undefined;
  const [begin, end] = [dayStart(read.day, zone), dayStart(nextDay(read.day), zone) - 1];
  return begin <= now ? Math.min(end, now) : begin;
}

function subjectOfValue(value: string | undefined, { language }: Context): SubjectRef {
  const subject = readValue(value);
  if (subject === undefined) throw new Refusal(texts(language).common.brokenButton);
  return subject;
}

function nameOf({ noun: one, id }: SubjectRef, { versions, known, language }: Context): string {
  return namedBy(versions(one, id).toReversed(), known, language) ?? id;
}

/** What a notice tells of, each once. */
function subjectsOf(alert: Alert, { proposals }: Context): SubjectRef[] {
  const curfews = (ids: readonly string[]) => [...new Set(ids)].map((id) => ({ noun: "curfew" as const, id }));
  if ("subject" in alert) return [{ noun: alert.kind.startsWith("strike") ? "strike" : "curfew", id: alert.subject }];
  if ("groups" in alert) return curfews(alert.groups.flatMap((group) => group.curfews));
  if (alert.kind === "vigia.down")
    return curfews(alert.missed.flatMap((one) => one.groups.flatMap((group) => group.curfews)));
  if (alert.kind === "check.due") return [{ noun: "coverage", id: subjectOf("coverage", alert.id) }];
  if (alert.kind === "review.due")
    return (proposals.find(alert.proposal)?.drafts ?? []).map(readDraft).flatMap(({ kind, subject: id }) => {
      const own = NOUNS.find((one) => one === noun(kind));
      return own === undefined ? [] : [{ noun: own, id }];
    });
  return "question" in alert ? askedAbout(alert.question) : [];
}

function askedAbout(question: Question): SubjectRef[] {
  if (question.is === "strikes.one") return [{ noun: "strike", id: question.id }];
  return question.is === "orgs.one" ? [{ noun: "org", id: question.id }] : [];
}
