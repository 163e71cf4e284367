// The embed of a change: old struck through beside new, what stays as it was, by whom, in each reader's own time. Nothing is shortened here but long lists of nights.
import type { OpenSpan, Outlook } from "../../domain/curfew-change.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { canonicalJson } from "../../domain/id.ts";
import { newestDate, type Source } from "../../domain/source.ts";
import type { Text } from "../../domain/text.ts";
import { dayOf, instant } from "../../domain/time.ts";
import type { Why } from "../../domain/why.ts";
import { say, texts } from "../../text/index.ts";
import { night, stamp } from "../../text/time.ts";
import { hoursAhead, isDark } from "./change-words.ts";
import { isSame, type Told } from "./change-told.ts";
import { struck } from "./put-right.ts";
import { decreeName } from "../curfew/decree.ts";
import { nowLines, partsNow } from "../curfew/now.ts";
import { mostly } from "../curfew/mostly.ts";
import { bullet, known } from "../curfew/sources.ts";
import { fullList, type Scene, shortDay, when, windowWords } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";
import { sourceLine, sourceName } from "../sources.ts";

export interface Versions {
  is?: Curfew | undefined;
  was?: Curfew | undefined;
  reason?: Text | undefined;
  /** Of the newer version, where somebody wrote it by hand. */
  why?: Why | undefined;
}

export function changedFields(scene: Scene, told: readonly Told[], { is, was }: Versions): Field[] {
  const t = texts(scene.language).change;
  const lines = told.flatMap((one) => placed(mostly(scene, one.areas), hourLines(scene, one)));
  const terms = is === undefined || was === undefined ? [] : termLines(scene, was, is).map(bullet);
  const isNew = told.every((one) => one.was === undefined && one.now !== undefined);
  const ahead = told.some((one) => one.now !== undefined);
  const stays = is === undefined || was === undefined || !ahead ? [] : same(scene, told, was, is);
  return [
    ...fieldOf(isNew ? t.field.new : t.field.changed, [...lines, ...terms]),
    ...fieldOf(t.field.same, stays.length === 0 ? [] : [stays.join(", ")]),
  ];
}

/** The places once, whatever there is to tell of them. */
function placed(places: string, [only, ...others]: readonly string[]): string[] {
  if (only === undefined) return [];
  return others.length === 0 ? [bullet(`${places}: ${only}`)] : [`${places}:`, ...[only, ...others].map(bullet)];
}

function hourLines(scene: Scene, one: Told): string[] {
  const t = texts(scene.language).change;
  const { was, now } = one;
  if (isSame(one)) return now === undefined ? [] : [t.same(hoursAhead(scene, now))];
  if (was === undefined || now === undefined) {
    const [before, after] = [was, now].map((side) => (side === undefined ? undefined : hoursAhead(scene, side)));
    if (before === undefined && after === undefined) return doubtLines(scene, one);
    return [
      before === undefined ? (after ?? t.none) : `${struck(before)} ${after ?? goneWord(scene, one)}`,
      ...doubtLines(scene, one),
    ];
  }
  const hours = [was, now].map((side) =>
    side.hours === undefined ? undefined : `${side.hours.start}-${side.hours.end}`,
  );
  const [before, after] = hours;
  const lines: string[] = [];
  if (before !== undefined && after !== undefined && before !== after)
    lines.push(`${t.anyHours} ${struck(before)} ${after}`);
  if (was.last.end !== now.last.end)
    lines.push(`${t.lastNight} ${struck(lastWords(scene, was))} ${lastWords(scene, now)}`);
  const nights =
    before === after || before === undefined || after === undefined ? nightLines(scene, one, was, now) : [];
  return [...lines, ...nights, ...doubtLines(scene, one)];
}

/** Nobody shall read "no curfew" where only nobody knows any more. */
function goneWord(scene: Scene, { areas, was }: Told): string {
  const { alerts, change } = texts(scene.language);
  const dark = was !== undefined && isDark(scene, areas, Math.max(was.first.start, scene.now));
  return dark ? alerts.nowUnknown : change.none;
}

/** Nights between; what lies beyond the earlier last night is said by it. */
function nightLines(scene: Scene, { nights, more }: Told, was: Outlook, now: Outlook): string[] {
  const t = texts(scene.language).change;
  const end = Math.min(was.last.start, now.last.start);
  const inner = nights.filter((one) => Math.min(...[...one.was, ...one.now].map(({ start }) => start)) <= end);
  const words = (list: readonly OpenSpan[]) =>
    list.length === 0 ? t.none : list.map((one) => spanWords(scene, one)).join(", ");
  const lines = inner.map((one) => `${struck(words(one.was))} ${words(one.now)}`);
  return inner.length === nights.length && more > 0 ? [...lines, t.moreNights(more)] : lines;
}

function doubtLines(scene: Scene, { doubted, cleared }: Told): string[] {
  const t = texts(scene.language);
  const from = ({ start, end }: OpenSpan) =>
    spanWords(scene, { start: Math.max(start, scene.now), ...(end === undefined ? {} : { end }) });
  return [
    ...(doubted === undefined ? [] : [`${struck(t.alerts.nowNone)} ${t.alerts.nowUnknown}: ${from(doubted)}`]),
    ...(cleared === undefined ? [] : [`${struck(t.alerts.nowUnknown)} ${t.alerts.nowNone}: ${from(cleared)}`]),
  ];
}

function spanWords(scene: Scene, { start, end }: OpenSpan): string {
  return end === undefined ? when(scene, start) : windowWords(scene, { start, end }, true);
}

function lastWords(scene: Scene, { last: { start, end } }: Outlook): string {
  if (end === undefined) return texts(scene.language).change.noEnd;
  const year = dayOf(end, scene.zone).slice(0, 4);
  const told = night({ start, end }, scene.zone, scene.language);
  return year === dayOf(scene.now, scene.zone).slice(0, 4) && !scene.dated ? told : `${told} (${year})`;
}

const list = (texts: readonly Text[] | undefined) => (texts ?? []).map(({ en, es }) => canonicalJson({ en, es }));

/** Who may be out, and what is threatened: what came, and what went. */
function termLines(scene: Scene, was: Curfew, is: Curfew): string[] {
  const t = texts(scene.language).change;
  const told = (text: Text) => escape(say(text, scene.language));
  const gone = (before: readonly Text[] = [], after: readonly Text[] = []) =>
    before.filter((_, i) => !list(after).includes(list(before)[i] ?? "")).map(told);
  const line = (name: string, found: readonly string[], strike: boolean) =>
    found.length === 0 ? [] : [`${name}: ${found.map((one) => (strike ? struck(one) : one)).join("; ")}`];
  return [
    ...line(t.exemptNow, gone(is.exempt, was.exempt), false),
    ...line(t.exemptNoLonger, gone(was.exempt, is.exempt), true),
    ...line(t.notExemptNow, gone(is.notExempt, was.notExempt), false),
    ...line(t.notExemptNoLonger, gone(was.notExempt, is.notExempt), true),
    ...(samePenalty(was, is) ? [] : [`${t.penaltyWord}: ${struck(penalty(scene, was))} ${penalty(scene, is)}`]),
  ];
}

function penalty({ language }: Scene, { penalty: text }: Curfew): string {
  return text === undefined ? texts(language).common.notStated : escape(say(text, language));
}

export function sameExemptions(was: Curfew, is: Curfew): boolean {
  return (["exempt", "notExempt", "sourcesDiffer"] as const).every(
    (one) => list(was[one]).join() === list(is[one]).join() && (was[one] === undefined) === (is[one] === undefined),
  );
}

export function samePenalty(was: Curfew, is: Curfew): boolean {
  return list(was.penalty && [was.penalty]).join() === list(is.penalty && [is.penalty]).join();
}

function same({ language }: Scene, told: readonly Told[], was: Curfew, is: Curfew): string[] {
  const t = texts(language).change;
  const areas = (one: Curfew) => [...new Set(one.rules.flatMap((rule) => rule.areas))].sort().join();
  const hours = told.every(
    (one) =>
      one.was?.hours !== undefined &&
      one.was.hours.start === one.now?.hours?.start &&
      one.was.hours.end === one.now.hours.end,
  );
  return [
    ...(hours ? [t.anyHours] : []),
    ...(areas(was) === areas(is) ? [t.places] : []),
    ...(sameExemptions(was, is) ? [t.exempt] : []),
    ...(samePenalty(was, is) ? [t.penaltyWord] : []),
  ];
}

export function nowField(scene: Scene, told: readonly Told[]): Field[] {
  const parts = partsNow(
    scene,
    told.flatMap((one) => one.areas),
  );
  return fieldOf(texts(scene.language).curfew.field.now, nowLines(scene, parts));
}

/** The decree, what ended it or its newest amendment, and where that was read. */
export function byFields(scene: Scene, { is, was, reason, why }: Versions): Field[] {
  const t = texts(scene.language);
  const curfew = is ?? was;
  const told = (text: Text) => escape(say(text, scene.language));
  const given = reason ?? why?.reason;
  const because = fieldOf(t.change.field.reason, given === undefined ? [] : [told(given)]);
  if (curfew === undefined) return because;
  const newest = newestDate(known(scene, curfew.sources));
  const source = known(scene, curfew.sources).find(({ date }) => date === newest);
  const ended = [curfew.annulled, curfew.lifted].flatMap((one) =>
    one === undefined
      ? []
      : [
          t.curfew.endedBy(
            told(one.by),
            when(scene, instant(one.from)),
            one.areas === undefined ? "" : `: ${fullList(scene, one.areas)}`,
          ),
        ],
  );
  return [
    ...fieldOf(t.change.field.by, [
      [decreeName(curfew, scene), told(curfew.authority)].join(", "),
      ...ended.map(bullet),
      ...amended(scene, curfew, was).map(bullet),
      ...(source === undefined ? [] : [bullet(sourceLine(source, scene.language))]),
      ...confirmed(scene, why, { source, told: curfewEnders(curfew) }).map(bullet),
    ]),
    ...because,
  ];
}

const curfewEnders = ({ lifted, annulled }: Curfew) => list([lifted, annulled].flatMap((one) => one?.by ?? []));

/** Who says so where it is neither of the above, and who stands for it: two of the team, or the authority itself. */
function confirmed(
  scene: Scene,
  why: Why | undefined,
  { source: shown, told }: { source: Source | undefined; told: readonly string[] },
): string[] {
  const t = texts(scene.language).change;
  if (why === undefined) return [];
  const { by, source, official, confirmedBy } = why;
  const site = source === undefined ? [] : [sourceName(source, scene.language)];
  return [
    ...(by === undefined || told.includes(canonicalJson({ en: by.en, es: by.es }))
      ? []
      : [t.says(escape(say(by, scene.language)))]),
    ...(source === undefined || source.url === shown?.url ? [] : [sourceLine(source, scene.language)]),
    ...(confirmedBy === undefined ? (official ? site.map(t.official) : []) : [t.confirmedByTwo]),
  ];
}

/** Amendments that the version before did not have. */
function amended(scene: Scene, is: Curfew, was: Curfew | undefined): string[] {
  const t = texts(scene.language).curfew;
  const told = (text: Text) => escape(say(text, scene.language));
  const before = new Set((was?.amendments ?? []).map((one) => `${one.date} ${one.effect.en ?? one.effect.es ?? ""}`));
  if (was === undefined || was === is) return [];
  return is.amendments
    .filter((one) => !before.has(`${one.date} ${one.effect.en ?? one.effect.es ?? ""}`))
    .map((one) =>
      t.change(
        shortDay(scene, one.date),
        one.instrument === undefined ? "" : `, ${told(one.instrument)}`,
        told(one.effect),
      ),
    );
}

/** The window that runs or comes next, and the end of the last, in each reader's own zone. */
export function yourTime(scene: Scene, told: readonly Told[]): Field[] {
  const lines = told.flatMap(({ areas, now }) => {
    if (now === undefined) return [];
    const { first, last, windows } = now;
    const end = windows === 1 || last.end === undefined ? "" : texts(scene.language).change.lastEnds(stamp(last.end));
    const span = first.end === undefined ? stamp(first.start) : `${stamp(first.start)} - ${stamp(first.end)}`;
    return [{ line: `${span}${end}`, areas }];
  });
  const distinct = new Set(lines.map(({ line }) => line));
  const shown =
    distinct.size === 1 ? [...distinct] : lines.map(({ line, areas }) => `${line}: ${mostly(scene, areas)}`);
  return fieldOf(texts(scene.language).curfew.field.yourTime, shown);
}
