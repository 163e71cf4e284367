// The first line over a list of strikes, and what it is a list of, in words. Never "0 strikes": what our record does not hold may have happened.
import type { Cut, StrikeRecord } from "../../domain/count.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Day, PartialDay } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { newestDayLine } from "../sources.ts";
import { gapsIn } from "./count.ts";

export interface Asked {
  record: StrikeRecord;
  cut: Cut;
  language: Language;
}

/** `45 US military strikes on vessels: … Newest source 9 Mar 2026.` */
export function headline(asked: Asked): string {
  return `${figures(asked)} ${newest(asked)}.`;
}

/** How far the record reaches in the days asked for: a group named long ago must not make the record look old. */
export function newest({ record, cut, language }: Asked): string {
  return newestDayLine(reach(record, cut), language);
}

function reach(record: StrikeRecord, cut: Cut): PartialDay | undefined {
  const index = indexed(record.strikes);
  const days = index.sums({ since: cut.since, until: cut.until });
  return (days.listed > 0 ? days : index.sums()).newest;
}

function figures({ record, cut, language }: Asked): string {
  const t = texts(language).strikes;
  const sums = indexed(record.strikes).sums(cut);
  const counted = sums.count;
  const gaps = gapsIn(record.gaps, cut).length;
  const missing = gaps === 0 ? [] : [t.gapsInLine(gaps)];
  if (cut.only === "land" && sums.listed > 0)
    return [`${t.onlyLand(sums.listed, scope(record, cut, language))}.`, ...missing].join(" ");
  if (counted.records === 0) return [nothing(record, cut, language), ...missing].join(" ");
  const told =
    counted.silent === counted.records
      ? t.listSilent
      : t.listFigures(
          t.amount(counted.killed.low, counted.killed.high),
          t.amount(counted.withPresumed.low, counted.withPresumed.high),
        );
  return [`${t.list(counted.strikes, scope(record, cut, language))}: ${told}.`, ...missing].join(" ");
}

function nothing(record: StrikeRecord, cut: Cut, language: Language): string {
  const t = texts(language).strikes;
  const others: Cut = { ...cut, org: undefined };
  const index = indexed(record.strikes);
  const { records: vessels, unnamed } = index.sums(others);
  if (cut.org === undefined || vessels === 0) return `${t.none(scope(record, cut, language))}. ${t.noneMeans}`;
  const part = scope(record, others, language);
  const land = index.sums(cut).behind("land");
  const named = t.namedInNone(orgName(record, cut.org), vessels, unnamed);
  return `${named}${part === "" ? "" : ` (${part})`}.${land === 0 ? "" : ` ${t.namedOnLand(land)}`}`;
}

/** `since 1 Mar 2026, Caribbean, without a figure of killed`. */
export function scope(record: StrikeRecord, cut: Cut, language: Language): string {
  const t = texts(language).strikes;
  return [
    daysOf(cut, language),
    cut.region === undefined ? "" : t.region[cut.region],
    cut.org === undefined ? "" : t.named(orgName(record, cut.org)),
    cut.minKilled === undefined ? "" : t.atLeastKilled(cut.minKilled),
    cut.only === undefined ? "" : t.part[cut.only],
  ]
    .filter(Boolean)
    .join(", ");
}

export function daysOf({ since, until }: Cut, language: Language): string {
  const t = texts(language).strikes;
  const named = (one: Day) => day(one, language);
  if (since !== undefined && until !== undefined) return t.between(named(since), named(until));
  if (since !== undefined) return t.since(named(since));
  return until === undefined ? "" : t.until(named(until));
}

export function orgName(record: StrikeRecord, id: string): string {
  return escape(record.orgsById.get(id)?.name ?? id);
}
