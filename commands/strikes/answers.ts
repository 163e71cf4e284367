// The answers of /strikes: from a question to messages and to text to paste. Knows no option and no button.
import { answering } from "../../src/answering/answering.ts";
import { present } from "../../src/answering/present.ts";
import { type Answer, answer, type Context, type Reading, Refusal } from "../../src/command.ts";
import type { Cut } from "../../src/domain/count.ts";
import { within } from "../../src/domain/months.ts";
import { US_ZONE } from "../../src/domain/fresh.ts";
import { StrikesQuestion } from "../../src/domain/question.ts";
import { dayOf } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { asKnown } from "../../src/views/as-known.ts";
import { strikeLines } from "../../src/views/strikes/copy.ts";
import { askBack } from "../../src/views/orgs/list.ts";
import type { Button } from "../../src/views/message.ts";
import { pageOf } from "../../src/views/paging.ts";
import { behind } from "../../src/views/strikes/behind.ts";
import { strikesLines, type StrikesQuestion as Shown, strikesView } from "../../src/views/strikes/list.ts";
import { keyOf, listed } from "../../src/views/strikes/listed.ts";
import { monthsKey, monthsLines, type MonthsQuestion, monthsView } from "../../src/views/strikes/months.ts";
import { mergedWith } from "../../src/views/strikes/mergers.ts";
import { strikeView } from "../../src/views/strikes/strike.ts";
import { CUT_ARGS, cutArgs, parseCut } from "./cut.ts";

export const answers = answering({
  schema: StrikesQuestion,
  args: argsOf,
  parse,
  messages(question, reading) {
    const { known, language } = reading;
    if (question.is !== "strikes.one" && !isThere(question, reading)) return undefined;
    if (question.is === "strikes.list") return strikesView(shown(question, reading));
    if (question.is === "strikes.months") return monthsView(shownMonths(question, reading));
    const strike = known.strikesById.get(question.id);
    return strike === undefined ? undefined : strikeView(strike, known, language);
  },
  lines(question, reading) {
    const { known, language } = reading;
    const closing = asKnownLine(reading);
    if (question.is !== "strikes.one" && !isThere(question, reading)) return undefined;
    if (question.is === "strikes.list") return [...strikesLines(shown(question, reading)), closing];
    if (question.is === "strikes.months") return [...monthsLines(shownMonths(question, reading)), closing];
    const strike = known.strikesById.get(question.id);
    return strike === undefined ? undefined : strikeLines(strike, known, language, closing);
  },
  ways,
  gone: (language) => texts(language).strikes.noRecord,
});

export const own = { name: "strikes", answers };

type List = Extract<StrikesQuestion, { is: "strikes.list" }>;
type ByMonth = Extract<StrikesQuestion, { is: "strikes.months" }>;
type Many = List | ByMonth;

function argsOf(question: StrikesQuestion): string[] {
  if (question.is === "strikes.one") return ["s", question.id];
  return [question.is === "strikes.list" ? "l" : "m", String(question.page), ...cutArgs(question)];
}

function parse([kind, ...rest]: readonly string[]): unknown {
  if (kind === "s") return rest.length === 1 ? { is: "strikes.one", id: rest[0] } : undefined;
  const [page, ...args] = rest;
  const cut = parseCut(args);
  if ((kind !== "l" && kind !== "m") || cut === undefined) return undefined;
  return { is: kind === "l" ? "strikes.list" : "strikes.months", ...given(cut), page: Number(page) };
}

/** From the list to the same by month, and back; to the strikes of those that merged with the one asked for. A row of buttons holds five. */
function ways(question: StrikesQuestion, reading: Reading): readonly Button[] {
  if (question.is === "strikes.one" || !isThere(question, reading)) return [];
  return [...byMonth(question, reading), ...merged(question, reading)].slice(0, 5);
}

function byMonth(question: Many, { known, language }: Reading): readonly Button[] {
  const t = texts(language).strikes;
  const to = question.is === "strikes.list" ? "strikes.months" : "strikes.list";
  if (to === "strikes.months" && known.strikes.length === 0) return [];
  return [asks(to === "strikes.months" ? t.byMonth : t.asList, { ...question, is: to, page: 1 })];
}

function merged(question: Many, { known, language }: Reading): readonly Button[] {
  return mergedWith(known, question.org).map(({ id, name }) =>
    asks(texts(language).orgs.strikesOf(name).slice(0, 80), { ...question, org: id, page: 1 }),
  );
}

function asks(label: string, question: Many): Button {
  return { label, press: { action: { name: "strikes.ask", args: argsOf(question) } } };
}

/** Without the filters that were left out: a question holds what was asked and nothing else. */
function given({ since, until, region, org, minKilled, only }: Cut): Cut {
  const all = { since, until, region, org, minKilled, only };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** An organisation that was withdrawn since has no list: its id alone would be shown as a name. */
function isThere({ org }: Many, { known }: Reading): boolean {
  return org === undefined || known.orgsById.has(org);
}

function shown(question: List, reading: Reading): Shown {
  const args = cutArgs(question);
  return {
    record: reading.known,
    cut: question,
    page: question.page,
    today: today(reading),
    language: reading.language,
    turn: (to, key) => ({ name: "strikes.page", args: [to, ...args, key] }),
    open: (page, key) => ({ name: "strikes.open", args: [page, ...args, key] }),
    behind: (page, key) => ({ name: "strikes.behind", args: [page, ...args, key] }),
  };
}

function shownMonths(question: ByMonth, reading: Reading): MonthsQuestion {
  const args = cutArgs(question);
  return {
    record: reading.known,
    cut: question,
    page: question.page,
    today: today(reading),
    language: reading.language,
    turn: (to, key) => ({ name: "strikes.months", args: [to, ...args, key] }),
    open: { name: "strikes.month", args },
  };
}

function asKnownLine({ known, now, language, defaultArea }: Reading): string {
  const moment = asKnown({ record: known, place: defaultArea, at: now, language }, true);
  return texts(language).share.asKnown(moment);
}

/** As a button carries it. Undefined for what no button of ours can have carried; those of an older version have no key. */
function listOf([page, ...args]: readonly string[]): { question: List; key: string | undefined } | undefined {
  const cut = parseCut(args.slice(0, CUT_ARGS));
  const number = pageOf(page);
  const [key, ...more] = args.slice(CUT_ARGS);
  if (cut === undefined || number === undefined || more.length > 0) return undefined;
  return { question: { is: "strikes.list", ...given(cut), page: Math.min(number, LAST) }, key };
}

/** "The last page", whatever its number is by then. */
const LAST = 999_999;

/** In place of the message that the button belongs to; its arguments come from outside. */
export function turned(args: readonly string[], context: Context): Answer {
  const { common } = texts(context.language);
  const list = listOf(args);
  if (list === undefined || !isThere(list.question, context)) throw new Refusal(common.brokenButton);
  const { question, key } = list;
  const changed = key !== undefined && key !== keyOf(listed(context.known, question));
  return present(own, question, context, { to: "update", ...(changed ? { note: common.listChanged } : {}) });
}

/** The same of months. */
export function turnedMonths(args: readonly string[], context: Context): Answer {
  const { common } = texts(context.language);
  const list = listOf(args);
  if (list === undefined || !isThere(list.question, context)) throw new Refusal(common.brokenButton);
  const question: ByMonth = { ...list.question, is: "strikes.months" };
  const changed = list.key !== monthsKey({ record: context.known, cut: question, today: today(context) });
  return present(own, question, context, { to: "update", ...(changed ? { note: common.listChanged } : {}) });
}

/** The records of a month that was picked, beside the table. */
export function monthOpened(args: readonly string[], month: string, context: Context): Answer {
  const cut = parseCut(args.slice(0, CUT_ARGS));
  if (cut === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || !isThere({ ...listAll, ...given(cut) }, context))
    throw new Refusal(texts(context.language).common.brokenButton);
  return list({ ...cut, ...within(cut, month, today(context)) }, context);
}

/** The records behind a figure, beside the list that shows it, with the way back. */
export function behindOpened(args: readonly string[], picked: string, context: Context): Answer {
  const asked = listOf(args);
  const cut = asked === undefined ? undefined : behind(asked.question, picked);
  const question = cut === undefined ? undefined : StrikesQuestion.safeParse({ ...listAll, ...given(cut) }).data;
  if (question === undefined || question.is !== "strikes.list" || !isThere(question, context))
    throw new Refusal(texts(context.language).common.brokenButton);
  return present(own, question, context, { back: { name: "strikes.page", args } });
}

const listAll = { is: "strikes.list", page: 1 } as const;

/** One record beside its list, with the way back; a menu of an older version knows no list. */
export function opened(args: readonly string[], id: string, context: Context): Answer {
  const back = listOf(args) === undefined ? {} : { back: { name: "strikes.page", args } };
  return present(own, { is: "strikes.one", id }, context, back);
}

/** The first page of what was asked for. */
export function list(cut: Cut, context: Context): Answer {
  return present(own, { is: "strikes.list", ...given(cut), page: 1 }, context);
}

/** Two bearers of a name are asked back, with the other filters kept. */
export function forOrg(typed: string, cut: Cut, context: Context): Answer {
  const { language, names } = context;
  const { orgs, strikes: t } = texts(language);
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return list({ ...cut, org: found.id }, context);
  const ask = { typed, placeholder: orgs.pickOrg, action: { name: "strikes.org", args: cutArgs(cut) }, language };
  return answer(
    found.is === "several"
      ? askBack({ ...ask, hits: found.hits })
      : askBack({ ...ask, hits: found.nearest, none: t.noOrg }),
  );
}

/** The list of the organisation picked, beside the question: who picked the wrong one picks again. */
export function ofPicked(args: readonly string[], org: string, context: Context): Answer {
  const cut = parseCut(args.slice(0, CUT_ARGS));
  if (cut === undefined || !context.known.orgsById.has(org))
    throw new Refusal(texts(context.language).common.brokenButton);
  return list({ ...cut, org }, context);
}

/** US dates: the day where the strikes are announced. */
export function today({ now }: Pick<Reading, "now">): string {
  return dayOf(now, US_ZONE);
}
