// The list of strikes with Vigía's count above it. A quoted total of everything is never set beside a count of a part.
import { type Cut, type StrikeRecord, compare, figure, overlaps } from "../../domain/count.ts";
import { hash } from "../../domain/id.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Day, PartialDay } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { bare } from "../bare.ts";
import { fieldOf, split } from "../fit.ts";
import type { Action, Field, Message, Row } from "../message.ts";
import { menus, turns, nearestPage } from "../paging.ts";
import { newestDayLine } from "../sources.ts";
import { claimLine, comparisonLine, countLines, gapLine, gapsIn } from "./count.ts";
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
}

/** What a cut holds, newest first: a list of a hundred thousand is looked at where it is shown. */
interface Listed {
  length: number;
  /** Of those, operations on land. */
  land: number;
  slice: (from: number, to: number) => readonly Strike[];
}

export function listed(record: Pick<StrikeRecord, "strikes">, cut: Cut): Listed {
  const index = indexed(record.strikes);
  const { listed: length, records } = index.sums(cut);
  return { length, land: length - records, slice: (from, to) => index.page(cut, from, to - from) };
}

/** Another list has another key: its length and its ends tell what was added or taken away, also of a hundred thousand. */
export function keyOf({ length, slice }: Listed): string {
  const ends = [...slice(0, 1), ...slice(length - 1, length)];
  return hash([length, ends[0]?.id ?? "", ends.at(-1)?.id ?? ""]).slice(0, 5);
}

/** Newest first, ten a page; land operations are listed and stand in no count. */
export function strikesView(question: StrikesQuestion): readonly Message[] {
  const { record, cut, language } = question;
  const all = listed(record, cut);
  const { page, pages, shown } = pageOf(all, question.page);
  const newest = newestDayLine(reach(question), language);
  const footer = pages > 1 ? `${newest} · ${texts(language).common.page(page, pages)}` : newest;
  return split({
    content: `${headline(question)} ${newest}.`,
    embed: {
      tone: "strike",
      fields: [...counts(question, all), ...list(question, all, page), ...unsure(question)],
      footer,
    },
    ...(shown.length === 0 ? {} : { rows: rows(question, all, { page, pages, shown }) }),
  });
}

interface Page {
  page: number;
  pages: number;
  shown: readonly Strike[];
}

function pageOf(all: Listed, asked: number): Page {
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = nearestPage(asked, pages);
  return { page, pages, shown: all.slice((page - 1) * PAGE, page * PAGE) };
}

/** The same to paste: the count, the records of the page, what is known to be missing. Whoever pastes it says as of when. */
export function strikesLines(question: StrikesQuestion): string[] {
  const { record, cut, language } = question;
  const all = listed(record, cut);
  const { page, pages, shown } = pageOf(all, question.page);
  const { common, strikes: t } = texts(language);
  const from = (page - 1) * PAGE + 1;
  return [
    `${headline(question)} ${newestDayLine(reach(question), language)}.`,
    ...(shown.length === 0 ? [] : [`${t.records(from, from + shown.length - 1, all.length)}:`]),
    ...shown.map((strike) => `• ${lineOf(strike, record, language)}`),
    ...(pages > 1 ? [`${common.page(page, pages)}.`] : []),
    ...gapsIn(record.gaps, cut).map((gap) => `${t.gapsField}: ${gapLine(gap, language).replace(/^• /, "")}`),
  ].map(bare);
}

/** How far the record reaches in the days asked for: a group named long ago must not make the record look old. */
function reach({ record, cut }: StrikesQuestion): PartialDay | undefined {
  const index = indexed(record.strikes);
  const days = index.sums({ since: cut.since, until: cut.until });
  return (days.listed > 0 ? days : index.sums()).newest;
}

function headline({ record, cut, language }: StrikesQuestion): string {
  const t = texts(language).strikes;
  const counted = indexed(record.strikes).count(cut);
  const gaps = gapsIn(record.gaps, cut).length;
  const missing = gaps === 0 ? [] : [t.gapsInLine(gaps)];
  if (counted.records === 0) return [nothing(record, cut, language), ...missing].join(" ");
  const figures =
    counted.silent === counted.records
      ? t.listSilent
      : t.listFigures(
          t.amount(counted.killed.low, counted.killed.high),
          t.amount(counted.withPresumed.low, counted.withPresumed.high),
        );
  return [`${t.list(counted.strikes, scope(record, cut, language))}: ${figures}.`, ...missing].join(" ");
}

/** Never "0 strikes": what our record does not hold may have happened. */
function nothing(record: StrikeRecord, cut: Cut, language: Language): string {
  const t = texts(language).strikes;
  const others: Cut = { ...cut, org: undefined };
  const { records: vessels, unnamed } = indexed(record.strikes).sums(others);
  if (cut.org === undefined || vessels === 0) return `${t.none(scope(record, cut, language))}. ${t.noneMeans}`;
  const part = scope(record, others, language);
  const { land } = listed(record, cut);
  const named = t.namedInNone(orgName(record, cut.org), vessels, unnamed);
  return `${named}${part === "" ? "" : ` (${part})`}.${land === 0 ? "" : ` ${t.namedOnLand(land)}`}`;
}

function scope(record: StrikeRecord, cut: Cut, language: Language): string {
  const t = texts(language).strikes;
  const named = (one: Day) => day(one, language);
  return [
    cut.since !== undefined && cut.until !== undefined
      ? t.between(named(cut.since), named(cut.until))
      : cut.since !== undefined
        ? t.since(named(cut.since))
        : cut.until !== undefined
          ? t.until(named(cut.until))
          : "",
    cut.region === undefined ? "" : t.region[cut.region],
    cut.org === undefined ? "" : t.named(orgName(record, cut.org)),
    cut.minKilled === undefined ? "" : t.atLeastKilled(cut.minKilled),
  ]
    .filter(Boolean)
    .join(", ");
}

function orgName(record: StrikeRecord, id: string): string {
  return escape(record.orgsById.get(id)?.name ?? id);
}

/** Only where the cut is everything up to a day: a total of everything has nothing to stand beside otherwise. */
function quoted({ record, cut, today }: StrikesQuestion) {
  return isPart(cut) ? [] : compare(record, cut.until !== undefined && cut.until < today ? cut.until : today);
}

function isPart(cut: Cut): boolean {
  return [cut.since, cut.region, cut.org, cut.minKilled].some((one) => one !== undefined);
}

/** Ours, and others' beside it where like stands beside like. */
function counts(question: StrikesQuestion, { land }: Listed): Field[] {
  const { record, cut, language } = question;
  const t = texts(language).strikes;
  const counted = indexed(record.strikes).count(cut);
  const { withoutFigure, withoutRegion } = leftOut(record, cut);
  const lines = [
    ...(counted.records === 0 ? [] : countLines(counted, language)),
    ...(land > 0 ? [t.landListed(land)] : []),
    ...(withoutFigure > 0 ? [t.silentLeftOut(withoutFigure)] : []),
    ...(withoutRegion > 0 ? [t.landLeftOut(withoutRegion)] : []),
  ];
  const others = isPart(cut) ? [t.notBeside] : quoted(question).map((one) => comparisonLine(one, language));
  return [...fieldOf(t.countField, lines), ...fieldOf(t.othersField, counted.records === 0 ? [] : others)];
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

function list({ record, language }: StrikesQuestion, listed: Listed, page: number): Field[] {
  const first = (page - 1) * PAGE;
  const shown = listed.slice(first, first + PAGE);
  const name = texts(language).strikes.records(first + 1, first + shown.length, listed.length);
  return fieldOf(
    name,
    shown.map((strike) => lineOf(strike, record, language)),
  );
}

/** `**8 Mar 2026** · eastern Pacific · 6 killed, says SOUTHCOM`. */
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
    ...(strike.disputed.length > 0 ? [t.disputedMark] : []),
  ].join(" · ");
}

function rows(question: StrikesQuestion, all: Listed, { page, pages, shown }: Page): Row[] {
  const { record, language, turn, open } = question;
  const { common, strikes: t } = texts(language);
  const key = keyOf(all);
  const options = shown.map((strike) => ({ label: labelOf(strike, record, language), value: strike.id }));
  const labels = { first: common.first, previous: common.newer, next: common.older, last: common.last };
  return [
    ...menus({ action: open(String(page), key), placeholder: t.open, options }),
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
