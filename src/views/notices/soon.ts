// The notice that a curfew is about to begin, or to end. It must never say "over" for an end into the unknown, nor name a moment in words that are
// false for whoever reads it an hour later: hours and dates only, the rest counts down by itself in the embed.
import type { AlertOf } from "../../domain/alert.ts";
import type { EdgeGroup } from "../../domain/edge-group.ts";
import { stateAt } from "../../domain/state.ts";
import { DAY, MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { hour, span, stamp, weekday } from "../../text/time.ts";
import {
  type AlertScene,
  exemptFields,
  footer,
  nextNightFields,
  placeLine,
  sceneFor,
  spanned,
  yourTimes,
} from "./edge.ts";
import { alike, areasOf, endWords } from "./edge-line.ts";
import { groupWords, howMany, isSeen, placesIn } from "../curfew/how-many.ts";
import { only, partsOf, SIGN, stopped } from "../curfew/line.ts";

import { known } from "../curfew/parts.ts";
import { lower, dayWord, fewGroups, type Scene, shortList, soon, when } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import type { Message } from "../message.ts";

const AHEAD = "⏰";

export function soonAlert(alert: AlertOf<"curfew.soon" | "curfew.ending">, input: AlertScene): Message {
  const { lateBy } = input;
  const instant = alert.at + alert.lead * MINUTE;
  const scene = sceneFor({ at: instant, country: alert.country }, areasOf(alert.groups), input);
  const isSoon = alert.kind === "curfew.soon";
  const told = isSoon ? beginLine(scene, instant, alert) : endLine(scene, instant, alert.groups);
  const late = lateBy === undefined ? [] : [texts(scene.language).alerts.late(span(lateBy), input.late)];
  const dark = !isSoon && alert.groups.some((group) => group.followedBy === "unknown");
  const ids = alert.groups.flatMap((group) => group.curfews);
  const t = texts(scene.language).curfew.field;
  return {
    content: [told, ...late].join(" "),
    embed: {
      // What is not so yet has no state's colour; what ends runs until then.
      tone: isSoon ? "info" : dark ? "unknown" : "curfew",
      fields: [
        ...fieldOf(
          t.places,
          alert.groups.map((group) => placeLine(scene, group, isSoon ? group.since : instant - 1)),
        ),
        ...fieldOf(t.yourTime, [...yourTimes(scene, alert.groups.map(spanned)), stamp(instant, "R")]),
        ...(isSoon ? [] : nextNightFields(scene, alert.groups)),
        ...exemptFields(scene, known(scene, ids)),
      ],
      footer: footer(scene, ids, input.mark),
    },
  };
}

function beginLine(scene: Scene, begin: Millis, { country, groups }: AlertOf<"curfew.soon">): string {
  const { language, zone } = scene;
  const t = texts(language).soon;
  const moment = [hour(begin, zone), weekday(begin, zone, language), dayWord(scene, begin)] as const;
  const begins = `${AHEAD} ${t.begins(...moment)}`;
  const elsewhere = isPartial(scene, country, begin) ? [`${SIGN.unknown} ${t.elsewhere}.`] : [];
  const inWords = (group: EdgeGroup) =>
    lower([untilWords(scene, begin, group), ...afterWords(scene, group)].join(", "));
  const ends = alike(
    [...groups].sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity)),
    inWords,
  );
  const [first] = groups;
  if (ends.length === 1 && first !== undefined) {
    const list = shortList(scene, areasOf(groups));
    const until = untilWords(scene, begin, first);
    const after = afterWords(scene, first).map((told) => `${told}.`);
    const short = `${begins}: ${list}. ${until}`;
    // The clock is named once, with the last figure of the sentence.
    if (isSeen(short)) return [`${short} ${scene.clock}.`, ...after, ...elsewhere].join(" ");
    const places = placesIn(scene, areasOf(groups), list);
    const whole = `${AHEAD} ${t.span(...moment, endOf(scene, begin, first))}`;
    return [`${whole} ${places.in} ${scene.clock}${places.list}.`, ...after, ...elsewhere].join(" ");
  }
  const all = texts(language).common.in(howMany(scene, ...ends.map(({ areas }) => areas)));
  const told = fewGroups(
    scene,
    ends.map(({ areas, told }) => ({ areas, told: groupWords(scene, areas, shortList(scene, areas, FEW), told) })),
  );
  return [`${begins}, ${all}: ${stopped(`${told} ${scene.clock}`)}`, ...elsewhere].join(" ");
}

/** Names that a list has where a line tells of several ends. The embed has all. */
const FEW = 3;

function untilWords(scene: Scene, begin: Millis, group: EdgeGroup): string {
  const t = texts(scene.language).soon;
  const end = endOf(scene, begin, group);
  return end === undefined ? t.noEnd : t.until(end);
}

/** A weekday alone names the next one of its name: enough for a night. */
function endOf(scene: Scene, begin: Millis, { until }: EdgeGroup): string | undefined {
  if (until === undefined) return undefined;
  return until - begin <= DAY ? soon(scene, until, begin) : when(scene, until);
}

/** That nothing is known from its end on: no reader may take that for the end of it. */
function afterWords({ language }: Scene, { until, followedBy }: EdgeGroup): string[] {
  return until !== undefined && followedBy === "unknown" ? [`${SIGN.unknown} ${texts(language).soon.afterThat}`] : [];
}

/** Whether other places of the country may have it too, as no source lists them all. */
function isPartial({ record }: Scene, country: string, begin: Millis): boolean {
  const parts = partsOf(stateAt(record, country, begin), country);
  return only(parts, "unknown").some(({ state }) => state.why === "list-partial");
}

function endLine(scene: Scene, at: Millis, groups: readonly EdgeGroup[]): string {
  const t = texts(scene.language).soon;
  return endWords(scene, { at, groups }, { sign: AHEAD, is: t.ends, last: t.lastEnds });
}
