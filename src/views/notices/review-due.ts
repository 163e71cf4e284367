// The question to a second person: what would change, who asks, why; and what it becomes once it is decided. Its buttons record, and only for who may.
import { type Draft, type Fact, noun, readDraft } from "../../domain/fact.ts";
import type { Known } from "../../domain/known.ts";
import { mark } from "../../domain/id.ts";
import { type Proposal, reviewId, WAIT_LIFE, wordsOf } from "../../domain/proposal.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { Why } from "../../domain/why.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { asKnown } from "../as-known.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message, Row } from "../message.ts";
import type { AlertScene } from "./edge.ts";
import { differences } from "../record/differences.ts";
import { namedBy } from "../record/subject.ts";
import { sourceLine } from "../sources.ts";

/** A proposal with all versions of what it would change: the one that each draft follows is among them. */
export interface Reviewed {
  proposal: Proposal;
  versions: (noun: string, subject: string) => readonly Fact[];
  /** Whose clock the moments are. */
  home: string;
}

export interface ReviewScene {
  record: Known;
  now: Millis;
  language: Language;
  /** In the review channel, where the ledger finds it by its mark; or in the channel where it was typed. */
  where: "review" | "here";
  lateBy?: Millis;
  late?: AlertScene["late"];
  /** Shown anew, because somebody recorded in between. */
  again?: true;
}

export function reviewDue(asked: Reviewed & { name: string | undefined }, scene: ReviewScene): Message {
  const { proposal, name } = asked;
  const { language } = scene;
  const t = texts(language).review;
  const late = scene.lateBy === undefined ? [] : [texts(language).alerts.late(span(scene.lateBy), scene.late)];
  const until = moment(asked, scene, proposal.at + WAIT_LIFE);
  return {
    content: [
      ...(scene.again === true ? [t.again] : []),
      [sentence(t.due(word(asked, language), whatOf(asked, scene))), ...late].join(" "),
    ].join("\n"),
    signature: sentence(t.askedBy(name === undefined ? undefined : escape(name), moment(asked, scene, proposal.at))),
    embed: {
      tone: "unknown",
      fields: [...changeFields(asked, scene), ...fieldOf(t.field.otherwise, [t.otherwise(until)])],
      ...footer(proposal, scene),
    },
    rows: [buttons(proposal, scene)],
  };
}

export interface Decided extends Reviewed {
  is: "recorded" | "declined" | "cancelled" | "old" | "unfit";
  /** Undefined once it was erased. */
  name: string | undefined;
  second: string | undefined;
  at: Millis;
}

/** In the place of the question: it asks nobody any more. The mark stays, the ledger finds its message by it. */
export function reviewDone(decided: Decided, scene: ReviewScene): Message {
  const { is, name, second, at, proposal } = decided;
  const { language } = scene;
  const t = texts(language).review;
  const who = (one: string | undefined) => (one === undefined ? t.somebody : escape(one));
  const when = moment(decided, scene, at);
  const by = is === "recorded" || is === "declined" ? t.by[is](who(name), who(second), when) : t.by.alone(who(name));
  return {
    content: sentence(t.done[is](`${word(decided, language)}: ${whatOf(decided, scene)}`)),
    signature: sentence(by),
    embed: { tone: "info", fields: changeFields(decided, scene), ...footer(proposal, scene) },
  };
}

function footer({ id }: Proposal, { where }: ReviewScene): { footer: string } | object {
  return where === "review" ? { footer: `#${mark(reviewId(id))}` } : {};
}

function moment({ home }: Reviewed, { record, language }: ReviewScene, at: Millis): string {
  return asKnown({ record, place: home, at, language });
}

const draftsOf = ({ proposal }: Reviewed): Draft[] => proposal.drafts.map(readDraft);

/** The word that readers will read, with what it is about. */
function word(asked: Reviewed, language: Language): string {
  const t = texts(language).review;
  const is = draftsOf(asked)[0]?.why?.is;
  return is === undefined ? t.new : t.word[is];
}

function whatOf(asked: Reviewed, { record, language }: ReviewScene): string {
  const names = draftsOf(asked).map((draft) => {
    const before = asked.versions(noun(draft.kind), draft.subject);
    return escape(namedBy([draft, ...before.toReversed()], record, language) ?? draft.subject);
  });
  return [...new Set(names)].join("; ");
}

function changeFields(asked: Reviewed, { record, language }: ReviewScene): Field[] {
  const t = texts(language).review;
  const lines = draftsOf(asked).flatMap((draft) => {
    const was = asked.versions(noun(draft.kind), draft.subject).find(({ id }) => id === draft.prev);
    return was === undefined ? [] : differences(was, draft, record, language);
  });
  const whys = draftsOf(asked).flatMap(({ why }) => (why === undefined ? [] : whyLines(why, language)));
  return [
    ...fieldOf(
      t.field.changes,
      lines.map((line) => `• ${line}`),
    ),
    ...fieldOf(t.field.why, [...new Set(whys)]),
  ];
}

/** The reason as it was typed, who says so, and where that was read. */
function whyLines({ reason, by, source }: Why, language: Language): string[] {
  const t = texts(language).review;
  return [
    ...(reason === undefined ? [] : [escape(say(reason, language))]),
    ...(by === undefined ? [] : [t.says(escape(say(by, language)))]),
    source === undefined ? t.noSource : sourceLine(source, language),
  ];
}

/** `args`: which, which words of it, in which language and where the channel reads it, whoever presses. */
function buttons(proposal: Proposal, { language, where }: ReviewScene): Row {
  const t = texts(language).review;
  const args = [proposal.id, wordsOf(proposal), language, where];
  return {
    buttons: [
      { label: t.confirm, style: "primary", press: { action: { name: "review.confirm", args } } },
      { label: t.decline, style: "secondary", press: { action: { name: "review.decline", args } } },
    ],
  };
}
