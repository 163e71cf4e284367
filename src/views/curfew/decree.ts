// One decree as fields: nights, hours, exemptions, penalty, doubts, changes. What a record leaves out is said to be not stated.
import { endingsOf, type Curfew, type CurfewRule } from "../../domain/curfew.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Text } from "../../domain/text.ts";
import { DAY, dayOf, dayStart, instant, type Day, type Interval, type Millis } from "../../domain/time.ts";
import { windows } from "../../domain/windows.ts";
import { say, texts } from "../../text/index.ts";
import { night, weekday } from "../../text/time.ts";
import { readBy } from "./sources.ts";
import { decreeTitle as decreeName } from "./title.ts";
import { fullList, type Scene, shortDay, weekdayName, when } from "./words.ts";
import { exemptionFields } from "./exempt.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";

export { decreeTitle as decreeName } from "./title.ts";

/** `night 6 of 16`; undefined where nights are left out and counting would mislead. */
export function nightOf(curfew: Curfew, begin: Millis, scene: Scene): string | undefined {
  const t = texts(scene.language).curfew;
  const uneven =
    curfew.exceptions.length > 0 ||
    curfew.rules.some(
      (rule) => rule.weekdays !== undefined || rule.firstNight !== undefined || rule.lastNight !== undefined,
    );
  if (uneven) return undefined;
  const count = (last: Day) => Math.round((dayStart(last, "UTC") - dayStart(curfew.firstNight, "UTC")) / DAY) + 1;
  const n = count(dayOf(begin, curfew.zone));
  const sure = curfew.lastNight !== undefined && endingsOf(curfew).length === 0;
  if (n < 1) return undefined;
  if (!sure || curfew.lastNight === undefined) return t.nightOpen(n);
  return n > count(curfew.lastNight) ? undefined : t.night(n, count(curfew.lastNight));
}

/** The begin of the curfew's own window that holds `at`, or that begins there: merged windows begin earlier. */
export function beginOf(curfew: Curfew, places: readonly PlaceId[], at: Millis, { record }: Scene): Millis | undefined {
  for (const leaf of places.flatMap((place) => record.areas.leaves(place, at))) {
    const found = windows(record.areas, curfew, leaf, { start: at, end: at + 1 }).at(-1);
    if (found !== undefined) return found.start;
  }
  return undefined;
}

/** What somebody about to go out needs of a decree: nights, hours, who may pass, what it costs. The rest stands with the sources. */
export function decreeFields(
  curfew: Curfew,
  scene: Scene,
  about: { place: PlaceId; begin: Millis | undefined },
): Field[] {
  const t = texts(scene.language).curfew;
  const told = (text: Text) => escape(say(text, scene.language));
  const counted = about.begin === undefined ? undefined : nightOf(curfew, about.begin, scene);
  const head = [decreeName(curfew, scene), ...(counted === undefined ? [] : [counted])].join(", ");
  return [
    ...fieldOf(curfew.decree === undefined ? t.field.curfew : t.field.decree, [
      `**${head}**. ${t.by(told(curfew.authority))}`,
    ]),
    ...fieldOf(t.field.hours, hourLines(curfew, scene, about.place)),
    ...exemptionFields(curfew, scene, about.place),
    ...fieldOf(t.field.ended, endings(curfew, scene)),
  ];
}

/** Title and law of the decree, for whoever reads on. */
export function titleLines(curfew: Curfew, { language }: Scene): string[] {
  const told = (text: Text) => escape(say(text, language));
  return [
    ...(curfew.decree === undefined ? [] : [told(curfew.title)]),
    ...(curfew.legalBasis === undefined ? [] : [told(curfew.legalBasis)]),
  ];
}

/** The rules that speak of a place, or of a part of it; all of them where an exception alone does. */
export function rulesFor(curfew: Curfew, { record }: Scene, place: PlaceId): readonly CurfewRule[] {
  const around = record.areas.ancestors(place);
  const touches = (area: string) =>
    around.includes(area) || (record.areas.get(area) !== undefined && record.areas.ancestors(area).includes(place));
  // A rule that leaves the whole place out says nothing of it.
  const leftOut = (rule: CurfewRule) =>
    rule.except?.some((area) => around.includes(area)) === true && !rule.areas.some((area) => around[0] === area);
  const found = curfew.rules.filter((rule) => rule.areas.some(touches) && !leftOut(rule));
  return found.length > 0 ? found : curfew.rules;
}

/** Of the places that a rule names, those that lie in the place that was asked about. */
export function hourLines(curfew: Curfew, scene: Scene, place: PlaceId): string[] {
  const { record } = scene;
  const around = scene.record.areas.ancestors(place);
  const rules = rulesFor(curfew, scene, place);
  const inside = (area: string) => record.areas.get(area) !== undefined && record.areas.ancestors(area).includes(place);
  const lines = rules.map((rule) => {
    const whole = rule.areas.some((area) => around.includes(area));
    const own = rule.areas.filter(inside);
    return ruleLine(rule, scene, whole ? [] : own.length > 0 ? own : rule.areas);
  });
  return [...lines, ...exceptions(curfew, scene), lastNight(curfew, scene, place)].filter((line) => line !== "");
}

/** `23:00-05:00 daily, nights of 3 to 9 Mar`. */
export function ruleLine(rule: CurfewRule, scene: Scene, places: readonly PlaceId[]): string {
  const { language } = scene;
  const t = texts(language).curfew;
  const at = (date: Day) => shortDay(scene, date);
  const { firstNight: from, lastNight: to } = rule;
  const bounds =
    from !== undefined && to !== undefined
      ? t.nights(at(from), at(to))
      : from !== undefined
        ? t.sinceNight(at(from))
        : to === undefined
          ? undefined
          : t.toNight(at(to));
  const days =
    rule.weekdays === undefined ? undefined : t.on(rule.weekdays.map((one) => weekdayNamed(one, scene)).join(", "));
  const told = [
    `${rule.start}-${rule.end} ${days ?? (bounds === undefined ? t.daily : "")}`.trim(),
    ...(rule.endDay === undefined || rule.endDay === 1 ? [] : [t.daysLater(rule.endDay)]),
    ...(bounds === undefined ? [] : [bounds]),
    ...(rule.label === undefined ? [] : [escape(say(rule.label, language))]),
    ...(rule.areasPartial ? [t.placesPartial] : []),
    ...(rule.except === undefined ? [] : [t.exceptPlaces(fullList(scene, rule.except))]),
  ].join(", ");
  const named = places.filter((area) => scene.record.areas.get(area) !== undefined);
  return named.length === 0 ? told : `${told}: ${fullList(scene, named)}`;
}

/** 1 January 2024 was a Monday. */
function weekdayNamed(one: number, { language }: Scene): string {
  return weekdayName(dayStart("2024-01-01", "UTC") + (one - 1) * DAY, "UTC", language);
}

function exceptions(curfew: Curfew, scene: Scene): string[] {
  const t = texts(scene.language).curfew;
  return curfew.exceptions.map((one) => {
    const places = one.areas === undefined ? "" : ` (${fullList(scene, one.areas)})`;
    const date = weekday(dayStart(one.night, "UTC"), "UTC", scene.language);
    return one.off ? t.off(date, places) : t.otherHours(date, `${one.start ?? ""}-${one.end ?? ""}`, places);
  });
}

/** `last night Mon 30 -> Tue 31 Mar, 05:00`, or how far it is confirmed. */
export function lastNight(curfew: Curfew, scene: Scene, place: PlaceId): string {
  const t = texts(scene.language).curfew;
  const { lastNight: last, lastConfirmed: confirmed, endsBy } = curfew;
  const at = (date: Day) => shortDay(scene, date);
  const open =
    confirmed === undefined ? undefined : t.confirmedTo(at(confirmed), endsBy === undefined ? undefined : at(endsBy));
  if (last === undefined || (confirmed !== undefined && confirmed < last)) return open ?? t.endNotKnown;
  // Where hours differ from place to place, no one night stands for all.
  const span = rulesFor(curfew, scene, place).length > 1 ? undefined : spanOf(curfew, scene, place, last);
  const thisYear = last.slice(0, 4) === dayOf(scene.now, scene.zone).slice(0, 4);
  const year = thisYear && !scene.dated ? "" : ` (${last.slice(0, 4)})`;
  return t.lastNight(span === undefined ? at(last) : `${night(span, scene.zone, scene.language)}${year}`);
}

function spanOf(curfew: Curfew, { record }: Scene, place: PlaceId, date: Day): Interval | undefined {
  const around = dayStart(date, curfew.zone);
  const leaves = record.areas.leaves(place, around);
  for (const leaf of leaves) {
    const found = windows(record.areas, curfew, leaf, { start: around, end: around + 2 * DAY }).find(
      (one) => one.night === date,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function endings(curfew: Curfew, scene: Scene): string[] {
  const t = texts(scene.language).curfew;
  return endingsOf(curfew).flatMap((ending) => {
    if (!readBy(scene, ending.date)) return [];
    const places = ending.areas === undefined ? "" : `: ${fullList(scene, ending.areas)}`;
    const from = when(scene, instant(ending.from));
    const by = escape(say(ending.by, scene.language));
    const told =
      ending.until === undefined
        ? t.endedBy(by, from, places)
        : t.restedBy(by, from, when(scene, instant(ending.until)), places);
    return [ending.note === undefined ? told : `${told}. ${escape(say(ending.note, scene.language))}`];
  });
}

export function changeLines(curfew: Curfew, scene: Scene): string[] {
  const t = texts(scene.language).curfew;
  const told = (text: Text) => escape(say(text, scene.language));
  return curfew.amendments
    .filter((one) => readBy(scene, one.date))
    .map((one) => {
      const instrument = one.instrument === undefined ? "" : `, ${told(one.instrument)}`;
      const line = t.change(shortDay(scene, one.date), instrument, told(one.effect));
      return one.note === undefined ? line : `${line} (${told(one.note)})`;
    });
}

export function enforcement(curfew: Curfew, scene: Scene): string[] {
  return curfew.enforcement
    .filter((one) => readBy(scene, one.date))
    .map((one) => `${shortDay(scene, one.date)}: ${escape(say(one.detail, scene.language))}`);
}
