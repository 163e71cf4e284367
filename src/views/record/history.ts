// Every version of a record, newest first: who recorded it, when, what it changed and why. Names stand only where the reader's own server has them.
import { type Fact, knownAt } from "../../domain/fact.ts";
import type { Known } from "../../domain/known.ts";
import type { Language } from "../../domain/text.ts";
import { instant } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { asKnown } from "../as-known.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Action, Button, Field, Message } from "../message.ts";
import { nearestPage, turns } from "../paging.ts";
import { sourceLine } from "../sources.ts";
import { differences } from "./differences.ts";
import { namedToday } from "./subject.ts";

const PAGE = 5;

export interface History {
  /** In the order of the log. */
  versions: readonly Fact[];
  page: number;
  /** Undefined for a data file, and for a name that this server does not have. */
  nameOf: (recorder: string) => string | undefined;
  turn: (page: string) => Action;
  /** For one's own last. */
  undo: Button | undefined;
}

export interface HistoryScene {
  record: Known;
  language: Language;
  /** Whose clock the moments are. */
  home: string;
}

export function historyView(history: History, scene: HistoryScene): readonly Message[] {
  const { versions, turn, undo } = history;
  const { record, language } = scene;
  const { common, history: t } = texts(language);
  const newest = versions.toReversed();
  const pages = Math.max(1, Math.ceil(newest.length / PAGE));
  const page = nearestPage(history.page, pages);
  const shown = newest.slice((page - 1) * PAGE, page * PAGE);
  const name = escape(namedToday(newest, record, language) ?? "");
  const { first, previous, next, last } = common;
  return split({
    content: sentence(t.title(name, versions.length)),
    embed: {
      tone: "info",
      fields: shown.flatMap((fact) => versionFields(fact, history, scene)),
      ...(pages > 1 ? { footer: common.page(page, pages) } : {}),
    },
    rows: [
      ...turns({ page, pages, turn, labels: { first, previous, next, last } }),
      ...(undo === undefined || page !== 1 ? [] : [{ buttons: [undo] }]),
    ],
  });
}

function versionFields(fact: Fact, { versions, nameOf }: History, scene: HistoryScene): Field[] {
  const { record, language } = scene;
  const t = texts(language).history;
  const n = versions.findIndex(({ id }) => id === fact.id);
  const was = versions.find(({ id }) => id === fact.prev);
  const word =
    fact.why === undefined ? (was === undefined ? t.first : t.next) : texts(language).review.word[fact.why.is];
  const at = (moment: number) => asKnown({ record, place: scene.home, at: moment, language }, true);
  const known = knownAt(fact);
  const recorded = instant(fact.recordedAt);
  return fieldOf(t.version(n + 1, word, at(recorded)), [
    t.by(whoOf(fact, nameOf, language)),
    ...(known === recorded ? [] : [t.known(at(known))]),
    ...whyLines(fact, nameOf, language),
    ...(was === undefined ? [] : differences(was, fact, record, language).map((line) => `• ${line}`)),
  ]);
}

/** People by name where this server has it; a data file as what it is. */
function whoOf({ recorder, origin }: Fact, nameOf: History["nameOf"], language: Language): string {
  const t = texts(language).history;
  const name = nameOf(recorder);
  if (name !== undefined) return escape(name);
  return origin === undefined ? t.somebody : t.data(escape(origin));
}

function whyLines({ why }: Fact, nameOf: History["nameOf"], language: Language): string[] {
  if (why === undefined) return [];
  const t = texts(language).history;
  const { reason, by, source, official, confirmedBy } = why;
  return [
    ...(reason === undefined ? [] : [t.reason(escape(say(reason, language)))]),
    ...(by === undefined ? [] : [t.says(escape(say(by, language)))]),
    ...(source === undefined ? [] : [`${sourceLine(source, language)}${official === true ? ` (${t.official})` : ""}`]),
    ...(confirmedBy === undefined ? [] : [t.confirmed(escape(nameOf(confirmedBy) ?? t.somebody))]),
  ];
}
