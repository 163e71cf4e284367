// What both cards about curfews tell alike: the places as they were read, the nights and hours, who hears of it. Reads only.
import type { Context } from "../../../src/command.ts";
import type { AreaId } from "../../../src/domain/area.ts";
import { calendar } from "../../../src/domain/calendar.ts";
import type { Curfew } from "../../../src/domain/curfew.ts";
import { groupChanges } from "../../../src/domain/outlook.ts";
import { dayText } from "../../../src/domain/wall.ts";
import { texts } from "../../../src/text/index.ts";
import { printNights, printRules } from "../../../src/text/rules/index.ts";
import { nightName } from "../../../src/text/time.ts";
import { decreeName } from "../../../src/views/curfew/decree.ts";
import { placeName, sceneOf } from "../../../src/views/curfew/words.ts";
import { escape } from "../../../src/views/escape.ts";
import type { Button } from "../../../src/views/message.ts";
import type { Foreseen } from "../../../src/views/record/curfew-card.ts";
import { readingOf } from "./curfew-read.ts";
import { hears } from "../../../src/domain/topic.ts";

/** `Decreto Ejecutivo 329 (15 Mar - 30 Mar)`. */
export function named(curfew: Curfew, context: Context): string {
  const { known, now, language } = context;
  const name = decreeName(curfew, sceneOf(known, [curfew.country], now, language));
  return `${name} (${printNights(curfew, readingOf(curfew.country, context, curfew.zone), language)})`;
}

/** Channels that will be told something: the same question as the planner's. */
export function channels({ list, after }: Foreseen, { subscriptions, now }: Context): number {
  const curfews = subscriptions
    .at(now)
    .filter((to) => to.subscriptions.some(({ topics }) => hears(topics, "curfew.changed")));
  return curfews.filter((to) => {
    const follow = [...new Set(to.subscriptions.flatMap(({ areas }) => areas))];
    return groupChanges(list, after, follow, now).length > 0;
  }).length;
}

/** Undefined: there is nothing to tell anybody. */
export function countedWords(count: number | undefined, { language }: Context): string {
  const t = texts(language).recordCurfew;
  return count === undefined ? t.noNotice : t.announced(count);
}

/** By kind: whoever typed "Santo Domingo" sees which of the two was read. */
export function placeLines({ rules, exceptions }: Curfew, { known, now, language }: Context): string[] {
  const { common, recordCurfew: t } = texts(language);
  const all = [
    ...rules.flatMap(({ areas, except = [] }) => [...areas, ...except]),
    ...exceptions.flatMap(({ areas = [] }) => areas),
  ];
  const byKind = new Map<string, AreaId[]>();
  for (const id of new Set(all)) {
    const kind = common.areaKind[known.areasById.get(id)?.kind ?? "region"];
    byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  }
  return [...byKind].map(([kind, ids]) =>
    t.readAs(kind, ids.map((id) => placeName(known, id, language, now)).join(", ")),
  );
}

export function scheduleLines(curfew: Curfew, context: Context): string[] {
  const { language } = context;
  const t = texts(language).recordCurfew;
  const reading = readingOf(curfew.country, context, curfew.zone);
  const { certain, last } = calendar(curfew);
  return [
    t.nights(printNights(curfew, reading, language)),
    ...printRules(curfew, reading)
      .split("\n")
      .map((line) => t.rule(escape(line))),
    ...(last > certain ? [t.later(nightName(dayText(certain), language))] : []),
  ];
}

/** The form of a change, begun from the newest version; undefined where there is none to begin from. */
export function changeButton(
  subject: string,
  { recording, language }: Context,
  label?: string,
  why = "changed",
): Button | undefined {
  const head = recording.head("curfew", subject);
  if (head === undefined) return undefined;
  const args = ["curfew-change", "3", subject, head.id, why];
  return {
    label: label ?? texts(language).recordCurfew.changeIt,
    style: "secondary",
    press: { action: { name: "record.fresh", args } },
  };
}
