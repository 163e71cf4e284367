// Strikes month by month, newest first: what happened in it, all up to its end, and totals of others with our whole count of their day. Lines, no table: a phone
// shows about forty characters across.
import { isPart } from "../../domain/count.ts";
import { type Month, months } from "../../domain/months.ts";
import { hash } from "../../domain/id.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { bare } from "../bare.ts";
import { fieldOf, split } from "../fit.ts";
import type { Action, Field, Message, Row } from "../message.ts";
import { menus, turns } from "../paging.ts";
import { comparisonLine, countLine, gapsIn } from "./count.ts";
import { type Asked, daysOf, headline, newest } from "./headline.ts";
import { type Page, pageOf } from "./listed.ts";

/** So that a page with the totals of its months is one message. */
const PAGE = 6;

export interface MonthsQuestion extends Asked {
  page: number;
  today: string;
  turn: (page: string, key: string) => Action;
  /** Opens the records of the month picked. */
  open: Action;
}

export function monthsView(question: MonthsQuestion): readonly Message[] {
  const { language } = question;
  const { common, strikes: t } = texts(language);
  const page = shownOf(question);
  const footer = page.pages > 1 ? `${newest(question)} · ${common.page(page.page, page.pages)}` : newest(question);
  const quoted = page.shown.some((month) => month.quoted.length > 0);
  return split({
    content: `${t.byMonth}: ${headline(question)}`,
    embed: {
      tone: "strike",
      fields: [
        ...(quoted && isPart(question.cut) ? fieldOf(t.othersField, [t.notBeside]) : []),
        ...page.shown.flatMap((month) => monthField(month, question)),
      ],
      footer,
    },
    ...(page.shown.length === 0 ? {} : { rows: rows(question, page) }),
  });
}

export function monthsLines(question: MonthsQuestion): string[] {
  const { language } = question;
  const { common, strikes: t } = texts(language);
  const { page, pages, shown } = shownOf(question);
  const quoted = shown.some((month) => month.quoted.length > 0);
  return [
    `${t.byMonth}: ${headline(question)}`,
    ...(quoted && isPart(question.cut) ? [t.notBeside] : []),
    ...shown.flatMap((month) => [
      "",
      t.monthField(day(month.month, language)),
      ...monthLines(month, question).map((line) => (line.startsWith("•") ? line : `• ${line}`)),
    ]),
    ...(pages > 1 ? ["", `${common.page(page, pages)}.`] : []),
  ].map(bare);
}

function shownOf({ record, cut, today, page }: MonthsQuestion): Page<Month> {
  return pageOf(months(record, cut, today), page, PAGE);
}

function monthField(month: Month, question: MonthsQuestion): Field[] {
  return fieldOf(
    texts(question.language).strikes.monthField(day(month.month, question.language)),
    monthLines(month, question),
  );
}

function monthLines({ sums, since, until, upTo, quoted }: Month, { record, cut, language }: MonthsQuestion): string[] {
  const t = texts(language).strikes;
  const { records, strikes, silent } = sums;
  const land = sums.behind("land");
  const gaps = gapsIn(record.gaps, { since, until }).length;
  const figures = silent === records ? `${t.strikes(strikes)}, ${t.killedNotStated}` : countLine(sums.count, language);
  return [
    records === 0 ? (land === 0 ? t.monthNone : t.landInMonth(land)) : figures,
    ...(records > 0 && silent > 0 && silent < records ? [t.silent(silent)] : []),
    ...(records > 0 && land > 0 ? [t.landInMonth(land)] : []),
    ...(gaps === 0 ? [] : [t.gapsInLine(gaps)]),
    ...(upTo.records === 0 ? [] : [t.upTo(daysOf({ since: cut.since, until }, language), countLine(upTo, language))]),
    ...quoted.map((one) => comparisonLine(one, language)),
  ];
}

/** Another list of months has another key. */
export function monthsKey(question: Pick<MonthsQuestion, "record" | "cut" | "today">): string {
  const { names } = months(question.record, question.cut, question.today);
  return hash([names.length, names[0] ?? "", names.at(-1) ?? ""]).slice(0, 5);
}

function rows(question: MonthsQuestion, { page, pages, shown }: Page<Month>): Row[] {
  const { language, turn, open } = question;
  const { common, strikes: t } = texts(language);
  const key = monthsKey(question);
  const options = shown
    .filter(({ sums }) => sums.listed > 0)
    .map(({ month, sums }) => ({ label: t.monthEntry(day(month, language), sums.listed), value: month }));
  const labels = { first: common.first, previous: common.newer, next: common.older, last: common.last };
  return [
    ...(options.length === 0 ? [] : menus({ action: open, placeholder: t.openMonth, options })),
    ...turns({ page, pages, turn: (to) => turn(to, key), labels }),
  ];
}
