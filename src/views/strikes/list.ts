// The list of strikes with Vigía's count above it. A quoted total of everything never stands beside a count of a part as if it were one of that part.
import { type Cut, isPart, type StrikeRecord, figure, overlaps } from "../../domain/count.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { verified } from "../../domain/verified.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { bare } from "../bare.ts";
import { fieldOf, split } from "../fit.ts";
import type { Action, Field, Message, Row } from "../message.ts";
import { menus, turns } from "../paging.ts";
import { behindMenu } from "./behind.ts";
import { claimLine, countLines, gapLine, gapsIn, quotedFields } from "./count.ts";
import { headline, newest, orgName } from "./headline.ts";
import { keyOf, type Listed, listed, type Page, pageOf } from "./listed.ts";
import { mergerFields } from "./mergers.ts";
import { killed, place } from "./strike.ts";

const PAGE = 10;

export interface StrikesQuestion {
  record: StrikeRecord;
  cut: Cut;
  /** From 1; beyond the last page the nearest is shown. */
  page: number;
  /** Today where strikes are dated: quoted totals of later days are not known yet. */
  today: Day;
  language: Language;
  /** `key`: the list as it is now, in a few letters. */
  turn: (page: string, key: string) => Action;
  open: (page: string, key: string) => Action;
  /** Of the records behind one figure. */
  behind: (page: string, key: string) => Action;
}

/** Newest first, ten a page; land operations are listed and stand in no count. */
export function strikesView(question: StrikesQuestion): readonly Message[] {
  const { record, cut, language } = question;
  const all = listed(record, cut);
  const page = pageOf(all, question.page, PAGE);
  const { common } = texts(language);
  const footer = page.pages > 1 ? `${newest(question)} · ${common.page(page.page, page.pages)}` : newest(question);
  return split({
    content: headline(question),
    embed: {
      tone: "strike",
      fields: [
        ...counts(question, all),
        ...mergerFields(record, cut, language),
        ...list(question, all, page),
        ...unsure(question),
      ],
      footer,
    },
    ...(page.shown.length === 0 ? {} : { rows: rows(question, all, page) }),
  });
}

/** The same to paste: the count, the records of the page, what is known to be missing. Whoever pastes it says as of when. */
export function strikesLines(question: StrikesQuestion): string[] {
  const { record, cut, language } = question;
  const all = listed(record, cut);
  const { page, pages, shown } = pageOf(all, question.page, PAGE);
  const { common, strikes: t } = texts(language);
  const from = (page - 1) * PAGE + 1;
  return [
    headline(question),
    ...(shown.length === 0 ? [] : [`${t.records(from, from + shown.length - 1, all.length)}:`]),
    ...shown.map((strike) => `• ${lineOf(strike, record, language)}`),
    ...(pages > 1 ? [`${common.page(page, pages)}.`] : []),
    ...gapsIn(record.gaps, cut).map((gap) => `${t.gapsField}: ${gapLine(gap, language).replace(/^• /, "")}`),
  ].map(bare);
}

/** Ours, and others' beside it where like stands beside like. */
function counts(question: StrikesQuestion, { land }: Listed): Field[] {
  const { record, cut, language, today } = question;
  const t = texts(language).strikes;
  const counted = indexed(record.strikes).count(cut);
  const { withoutFigure, withoutRegion } = leftOut(record, cut);
  const lines = [
    ...(counted.records === 0 ? [] : countLines(counted, language)),
    ...(land > 0 ? [t.landListed(land)] : []),
    ...(withoutFigure > 0 ? [t.silentLeftOut(withoutFigure)] : []),
    ...(withoutRegion > 0 ? [t.landLeftOut(withoutRegion)] : []),
  ];
  const upTo = cut.until !== undefined && cut.until < today ? cut.until : today;
  return [
    ...fieldOf(t.countField, lines),
    ...(counted.records === 0 ? [] : quotedFields({ record, upTo, isPart: isPart(cut), language })),
  ];
}

/** Records that a filter cannot judge: they are no proof of anything, and their absence is said. */
function leftOut(record: StrikeRecord, cut: Cut): { withoutFigure: number; withoutRegion: number } {
  const index = indexed(record.strikes);
  const withoutFigure =
    cut.minKilled === undefined ? 0 : index.sums({ ...cut, minKilled: undefined }).mute - index.sums(cut).mute;
  const withoutRegion =
    cut.region === undefined ? 0 : listed(record, { ...cut, region: undefined }).land - listed(record, cut).land;
  return { withoutFigure, withoutRegion };
}

/** What the record is known to miss, and what is claimed and counted nowhere. */
function unsure({ record, cut, language }: StrikesQuestion): Field[] {
  const t = texts(language).strikes;
  const claims = record.claims.filter(
    (claim) =>
      overlaps({ from: claim.date, to: claim.date }, cut) &&
      (cut.region === undefined || claim.region === undefined || claim.region === cut.region),
  );
  return [
    ...fieldOf(
      t.gapsField,
      gapsIn(record.gaps, cut).map((gap) => gapLine(gap, language)),
    ),
    ...fieldOf(
      t.claimsField,
      claims.map((claim) => claimLine(claim, language)),
    ),
  ];
}

function list({ record, language }: StrikesQuestion, all: Listed, { page, shown }: Page<Strike>): Field[] {
  const first = (page - 1) * PAGE;
  const name = texts(language).strikes.records(first + 1, first + shown.length, all.length);
  return fieldOf(
    name,
    shown.map((strike) => lineOf(strike, record, language)),
  );
}

/** `**8 Mar 2026** · eastern Pacific · 6 killed, says SOUTHCOM · partly verified`. */
function lineOf(strike: Strike, record: StrikeRecord, language: Language): string {
  const t = texts(language).strikes;
  const basis = t.basis[strike.dateBasis];
  const presumed = figure(strike, "presumed-dead");
  const named = strike.orgIds.map((id) => orgName(record, id));
  const several = (strike.strikes ?? 1) > 1 || (strike.vessels ?? 1) > 1;
  return [
    `**${day(strike.date, language)}**${basis === "" ? "" : ` (${basis})`}`,
    strike.target === "land" ? t.onLand(place(strike, record, language)) : place(strike, record, language),
    ...(several ? [t.several(strike.strikes ?? 1, strike.vessels ?? 1)] : []),
    killed(strike, language),
    ...(presumed === undefined ? [] : [`+ ${t.presumed(presumed.low, presumed.high)}`]),
    ...(named.length > 0 ? [t.alleged(named.join(", "))] : []),
    t.label[verified(strike).label],
  ].join(" · ");
}

function rows(question: StrikesQuestion, all: Listed, { page, pages, shown }: Page<Strike>): Row[] {
  const { record, language, turn, open, behind } = question;
  const { common, strikes: t } = texts(language);
  const key = keyOf(all);
  const options = shown.map((strike) => ({ label: labelOf(strike, record, language), value: strike.id }));
  const labels = { first: common.first, previous: common.newer, next: common.older, last: common.last };
  return [
    ...menus({ action: open(String(page), key), placeholder: t.open, options }),
    ...behindMenu(question, all, behind(String(page), key)),
    ...turns({ page, pages, turn: (to) => turn(to, key), labels }),
  ];
}

/** Plain words of ours only: a menu shows no markdown. */
function labelOf(strike: Strike, record: StrikeRecord, language: Language): string {
  const t = texts(language).strikes;
  const range = figure(strike, "killed");
  const where = place(strike, record, language);
  return [
    day(strike.date, language),
    strike.target === "land" ? t.onLand(where) : where,
    range === undefined ? t.killedNotStated : t.killed(range.low, range.high),
  ].join(" · ");
}
