// Vigía's count in words, and what others quote beside it: as announced with as announced, with presumed dead with presumed dead.
import {
  compare,
  type Comparison,
  type Count,
  type Difference,
  overlaps,
  type StrikeRecord,
} from "../../domain/count.ts";
import { link, standingSources } from "../../domain/source.ts";
import type { Claim, Gap, Tally } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { escape, masked } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";
import { sourceName } from "../sources.ts";

/** `46 strikes, 149 killed as announced, 160 with presumed dead`: one line, for alerts. */
export function countLine(count: Count, language: Language): string {
  const t = texts(language).strikes;
  const { killed, withPresumed } = count;
  return [
    t.strikes(count.strikes),
    t.countKilled(t.amount(killed.low, killed.high)),
    t.withPresumed(t.amount(withPresumed.low, withPresumed.high)),
  ].join(", ");
}

/** The same in lines, with the records that give no figure. */
export function countLines(count: Count, language: Language): string[] {
  const t = texts(language).strikes;
  const { killed, withPresumed } = count;
  return [
    t.countRecords(count.records, count.strikes),
    ...(count.silent === count.records
      ? []
      : [
          t.countKilled(t.amount(killed.low, killed.high)),
          t.countPresumed(t.amount(withPresumed.low, withPresumed.high)),
        ]),
    ...(count.silent > 0 ? [t.silent(count.silent)] : []),
  ];
}

interface Quoted {
  record: StrikeRecord;
  /** The last totals on or before this day. */
  upTo: Day;
  /** What is shown is a part: our whole count to their day stands beside them, in a line of its own. */
  isPart: boolean;
  language: Language;
}

export function quotedFields({ record, upTo, isPart, language }: Quoted): Field[] {
  const t = texts(language).strikes;
  const compared = compare(record, upTo);
  const [first] = compared;
  if (first === undefined) return [];
  const whole = t.wholeTo(day(first.tally.date, language), countLine(first.ours, language));
  return fieldOf(t.othersField, [
    ...(isPart ? [t.notBeside, whole] : []),
    ...compared.map((one) => comparisonLine(one, language)),
  ]);
}

/** `AP, 8 Mar 2026: 45 strikes, at least 157 killed.` and how it stands to ours of that same day. */
export function comparisonLine({ tally, ours, difference }: Comparison, language: Language): string {
  const t = texts(language).strikes;
  const strikes =
    tally.strikes === undefined || tally.strikes === ours.strikes ? [] : [t.strikesDiffer(tally.strikes, ours.strikes)];
  const note = tally.note === undefined ? "" : ` (${escape(say(tally.note, language))})`;
  return [`• ${totalOf(tally, language)}${note}.`, ...standing(ours, difference, language), ...strikes].join(" ");
}

/** `AP, 8 Mar 2026: 45 strikes, at least 157 killed`; the name leads to the first source that may be shown. */
export function totalOf(tally: Tally, language: Language, remark = ""): string {
  const t = texts(language).strikes;
  const url = standingSources(tally.sources)
    .map(link)
    .find((one) => one !== undefined);
  const by = say(tally.quotedBy, language);
  const who = url === undefined ? escape(by) : masked(by, url);
  return `${who}, ${day(tally.date, language)}${remark}: ${t.total(tally.strikes, tally.vessels, tally.killed, tally.atLeast)}`;
}

function standing(ours: Count, difference: Difference, language: Language): string[] {
  const t = texts(language).strikes;
  const killed = t.amount(ours.killed.low, ours.killed.high);
  const presumed = t.amount(ours.withPresumed.low, ours.withPresumed.high);
  if (difference.is === "announced") return [t.agreesAnnounced(killed)];
  if (difference.is === "presumed") return [t.agreesPresumed(presumed)];
  if (difference.is === "unexplained") return [t.oursToThatDay(killed, presumed), t.unexplained];
  const spans = difference.gaps.map((gap) => t.between(day(gap.from, language), day(gap.to, language)));
  return [t.oursToThatDay(killed, presumed), t.maybeGaps(spans.join("; "))];
}

export function gapsIn(gaps: readonly Gap[], days: { since?: Day | undefined; until?: Day | undefined }): Gap[] {
  return gaps.filter((gap) => overlaps(gap, days)).sort((a, b) => (a.from < b.from ? -1 : 1));
}

export function gapLine(gap: Gap, language: Language): string {
  const t = texts(language).strikes;
  const missing = gap.killedAtLeast === undefined ? "" : ` (${t.missingKilled(gap.killedAtLeast)})`;
  return `• ${t.between(day(gap.from, language), day(gap.to, language))}: ${escape(say(gap.why, language))}${missing}`;
}

export function claimLine(claim: Claim, language: Language): string {
  const t = texts(language).strikes;
  const region = claim.region === undefined ? "" : `, ${t.region[claim.region]}`;
  const sources = claim.sources.map((source) => sourceName(source, language)).join(", ");
  return `• ${day(claim.date, language)}${region}: ${escape(say(claim.detail, language))} (${sources})`;
}
