// Answers that somebody shared and that a fact made false: each is edited, and answered where it stands. Read as of its own instant with what is known now,
// so that what is merely new since makes none of them wrong. It knows no command: how to answer is handed over.
import type { Again } from "../../answering/again.ts";
import type { AlertOf } from "../../domain/alert.ts";
import { corrected, orgAsBefore, strikeAsBefore } from "../../domain/corrected.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { type Fact, knownAt, noun } from "../../domain/fact.ts";
import { US_ZONE } from "../../domain/fresh.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import type { CurfewQuestion, Question } from "../../domain/question.ts";
import { speaksUntil } from "../../domain/speaks-until.ts";
import { standingAs } from "../../domain/standing.ts";
import { strikeVersion } from "../../domain/strike-version.ts";
import type { Language } from "../../domain/text.ts";
import { dayOf, instant, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { sameAnswer } from "../../views/notices/answer-changed.ts";
import { standing } from "./curfew-news.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Announcer } from "./news.ts";
import { planAgain } from "../planner.ts";
import { answering, editsOf } from "./standing.ts";
import { type Note, READ_FOR, type Topic, topicOf } from "../ledger/told-of.ts";
import { LATE } from "../watches/watch.ts";

export type AnswerIn = (question: Question, language: Language, record: Known, now: Millis) => Again | undefined;

interface Parts {
  /** What is known now, or was at an instant. */
  known: (at?: Millis) => Known;
  answerIn: AnswerIn;
  /** Every version of a subject, in the order of the log. */
  versions: (noun: string, subject: string) => readonly Fact[];
  ledger: Ledger;
  clock: Pick<Clock, "wall">;
}

type Shared = AlertOf<"answer.shared">;
const NOUNS: Record<Topic, string> = { curfew: "curfew", strikes: "strike", orgs: "org" };

export function answerChanges(parts: Parts): Announcer {
  return async (fact, _audience, now, pending) => {
    const topic = consequence(fact);
    if (topic === undefined || knownAt(fact) > now) return [];
    const rows: Delivery[] = [];
    for (const note of parts.ledger.toldOf.shared(topic)) {
      if (note.is !== "stands" || note.at < now - READ_FOR[topic]) continue;
      rows.push(...(await changeOf(parts, note, { fact, topic, now, pending })));
    }
    return rows;
  };
}

/** Answers about what such a fact may make false. New strikes, checks and places only move on what is known. */
function consequence(fact: Fact): Topic | undefined {
  switch (noun(fact.kind)) {
    case "curfew":
      return "curfew";
    case "strike":
      return fact.prev === undefined ? undefined : "strikes";
    case "org":
      return fact.prev === undefined ? undefined : "orgs";
    default:
      return undefined;
  }
}

interface Change {
  fact: Fact;
  topic: Topic;
  now: Millis;
  pending: readonly Fact[];
}

async function changeOf(parts: Parts, note: Note, change: Change): Promise<readonly Delivery[]> {
  const { ledger, clock } = parts;
  const { fact, topic, now } = change;
  const changes = ledger.toldOf.changes(note.id);
  if (changes.some((one) => one.fact === fact.id)) return [];
  const told = (await ledger.read(note.key))?.delivery;
  if (told?.alert.kind !== "answer.shared") return [];
  const { alert: shared } = told;
  const facts = change.pending.filter((one) => consequence(one) === topic && concerns(shared.question, one));
  if (facts.at(-1)?.id !== fact.id) return [];
  const lines = linesOf(parts, shared, told.language, { facts, topic });
  const was = await readLast(ledger, told, changes);
  if (sameAnswer(lines.before, lines.after, told.language) || sameAnswer(was, lines.after, told.language)) return [];
  const earlier = changes.filter((one) => !one.edits).length;
  const alert: AlertOf<"answer.changed"> = {
    kind: "answer.changed",
    id: hash({ kind: "answer.changed", fact: fact.id, of: told.id }),
    // What changed in the same instant keeps its order.
    at: instant(fact.recordedAt) + 2 * earlier,
    fact: fact.id,
    subject: fact.subject,
    of: told.id,
    question: shared.question,
    asOf: shared.asOf,
    by: shared.by,
    was,
    is: lines.after,
  };
  const late = now - alert.at > LATE ? { lateBy: now - alert.at } : {};
  const row = planAgain(alert, told, undefined, { now, ...late }, clock);
  const edited = { alert, shown: [], language: told.language };
  // What was answered to it before says "by now" of another now.
  const wrong = [told, ...(await noticesOf(ledger, changes))];
  return lines.until > now
    ? answering(row, wrong, () => edited, ledger.toldOf)
    : wrong.flatMap((one) => editsOf(row, one, edited, ledger.toldOf));
}

function concerns(question: Question, { subject }: Fact): boolean {
  return question.is === "strikes.one" || question.is === "orgs.one" ? question.id === subject : true;
}

/** Its first line as of its own instant: as it reads since these facts, and as it would without them. `until`: when the hours that it speaks of are over. */
function linesOf(
  parts: Parts,
  { question, asOf }: Shared,
  language: Language,
  { facts, topic }: { facts: readonly Fact[]; topic: Topic },
): { before: string; after: string; until: Millis } {
  const then = parts.known(asOf);
  const record = recordFor(topic, parts.known(), then, asOf);
  let before = record;
  for (const subject of new Set(facts.map((one) => one.subject))) {
    const first = facts.find((one) => one.subject === subject);
    const all = parts.versions(NOUNS[topic], subject);
    const index = all.findIndex(({ id }) => id === first?.prev);
    const earlier = all.slice(0, index + 1);
    // What was recorded after the question is new since, and in neither of the two.
    if (topic === "curfew" || earlier.some((one) => knownAt(one) <= asOf))
      before = asBefore(before, topic, subject, earlier);
  }
  const line = (known: Known) => firstLine(parts.answerIn(question, language, known, asOf)?.messages[0]?.content);
  const until = isCurfew(question) ? speaksUntil(question, [then, before, record], asOf) : Infinity;
  return { before: line(before), after: line(record), until };
}

/** What an answer of `asOf` is read from by now. */
export function recordFor(topic: Topic, now: Known, then: Known, asOf: Millis): Known {
  return topic === "curfew" ? now : corrected(now, then, dayOf(asOf, US_ZONE));
}

function asBefore(record: Known, topic: Topic, subject: string, was: readonly Fact[]): Known {
  const last = was.at(-1);
  switch (topic) {
    case "curfew": {
      const situation = standingAs(record, subject, standing(was));
      const both = [...situation.withdrawn, ...situation.curfews];
      return { ...record, ...situation, curfewsById: new Map(both.map((one) => [one.id, one])) };
    }
    case "strikes": {
      const version = strikeVersion(was, last?.id);
      return strikeAsBefore(record, subject, version?.withdrawn === undefined ? version?.strike : undefined);
    }
    case "orgs": {
      return orgAsBefore(
        record,
        subject,
        last !== undefined && "designations" in last.content ? last.content : undefined,
      );
    }
  }
}

/** The first line as the channel read it last: as it was shared, or as it was told since. What still waits will not be told: the newer notice says it all. */
async function readLast(ledger: Ledger, told: Delivery, changes: readonly Note[]): Promise<string> {
  let line = firstLine(told.parts[0]?.text);
  for (const note of changes) {
    if (note.is !== "stands") continue;
    const alert = (await ledger.read(note.key))?.delivery.alert;
    if (alert?.kind === "answer.changed") line = alert.is;
  }
  return line;
}

async function noticesOf(ledger: Ledger, changes: readonly Note[]): Promise<Delivery[]> {
  const notices = changes.filter((note) => note.is === "stands" && !note.edits);
  const rows = await Promise.all(notices.map(async ({ key }) => (await ledger.read(key))?.delivery));
  return rows.filter((one) => one !== undefined);
}

/** Whether a later fact has its own row for the same: then this one is not told any more. */
export function superseded({ toldOf }: Pick<Ledger, "toldOf">, { id, alert, edits }: Delivery): boolean {
  if (alert.kind !== "answer.changed") return false;
  const notes = toldOf.changes(alert.of).filter((note) => note.edits === (edits !== undefined));
  const own = notes.find((note) => note.id === id);
  const next = notes.filter((note) => own !== undefined && note.key > own.key);
  return next.some((note) => note.fact !== alert.fact && note.is !== "unseen");
}

/** What made a shared answer false; undefined where the log holds it no more. */
export function factOf(
  { question, subject, fact }: AlertOf<"answer.changed">,
  versions: Parts["versions"],
): Fact | undefined {
  return versions(NOUNS[topicOf(question)], subject).find(({ id }) => id === fact);
}

const firstLine = (text = "") => text.split("\n")[0] ?? "";

function isCurfew(question: Question): question is CurfewQuestion {
  return topicOf(question) === "curfew";
}
