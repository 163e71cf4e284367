// The first line of a curfew notice: began, over, or what was missed. True for every group of places it names, on the places' own clock.
import type { EdgeGroup } from "../domain/alert.ts";
import type { PlaceId } from "../domain/area.ts";
import { groupBy } from "../domain/group.ts";
import { dayOf, type Interval, type Millis } from "../domain/time.ts";
import { texts } from "../text/index.ts";
import { hour, span, weekday } from "../text/time.ts";
import { SIGN, stopped } from "./curfew-line.ts";
import { darkFrom } from "./curfew-sources.ts";
import { fewGroups, type Scene, shortList, soon, todayAt, when } from "./curfew-words.ts";

export interface Edge {
  at: Millis;
  groups: readonly EdgeGroup[];
  lateBy?: Millis | undefined;
}

export function areasOf(groups: readonly EdgeGroup[]): PlaceId[] {
  return groups.flatMap((group) => group.areas);
}

/** Groups that a reader is told the same of, as one list of places. */
function alike(groups: readonly EdgeGroup[], told: (group: EdgeGroup) => string): { told: string; areas: PlaceId[] }[] {
  return groupBy(groups, told).map((list) => ({
    told: list[0] === undefined ? "" : told(list[0]),
    areas: areasOf(list),
  }));
}

function late({ language }: Scene, lateBy: Millis | undefined): string {
  return lateBy === undefined ? "" : ` ${texts(language).alerts.late(span(lateBy))}`;
}

export function beganLine(scene: Scene, { at, groups, lateBy }: Edge): string {
  const t = texts(scene.language).alerts;
  const until = (group: EdgeGroup) => (group.until === undefined ? t.noEnd : t.until(when(scene, group.until)));
  const since = lateBy === undefined ? undefined : sinceWords(scene, at);
  const state = `${SIGN.curfew} ${t.began(since)}`;
  const ends = alike(
    [...groups].sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity)),
    until,
  );
  const [single] = ends;
  const told =
    ends.length === 1 && single !== undefined
      ? `${state} ${single.told} ${scene.clock}: ${shortList(scene, single.areas)}.`
      : `${state.replace(/,$/, "")} ${scene.clock}: ${fewGroups(
          scene,
          ends.map(({ areas, told }) => ({ areas, told: `${shortList(scene, areas)} ${told}` })),
        )}.`;
  return told + late(scene, lateBy);
}

/** `23:00`, last night as well; with its date where more than half a day lies between. Spanish needs its article. */
function sinceWords(scene: Scene, at: Millis): string {
  const recent = scene.now - at < 12 * 3_600_000;
  const article = scene.language === "es" ? (recent ? "las " : "el ") : "";
  return article + (recent ? hour(at, scene.zone) : when(scene, at));
}

export function endedLine(scene: Scene, { at, groups, lateBy }: Edge): string {
  const t = texts(scene.language).alerts;
  const [time, date] = [hour(at, scene.zone), weekday(at, scene.zone, scene.language)];
  const tails = alike(groups, (group) => tail(scene, group, true));
  const [first] = groups;
  const [single] = tails;
  if (tails.length === 1 && first !== undefined && single !== undefined) {
    const over =
      first.followedBy === "unknown" && first.next === undefined ? t.lastOver(time, date) : t.over(time, date);
    // The clock is named once, with the last figure of the sentence.
    const [head, foot] = first.next === undefined ? [`${over} ${scene.clock}`, ""] : [over, ` ${scene.clock}`];
    const places = shortList(scene, single.areas);
    return `${SIGN.none} ${head}: ${places}. ${stopped(`${tail(scene, first, false)}${foot}`)}${late(scene, lateBy)}`;
  }
  const told = fewGroups(
    scene,
    tails.map(({ areas, told }) => ({ areas, told: `${shortList(scene, areas)}: ${told}` })),
  );
  return `${SIGN.none} ${t.over(time, date)} ${scene.clock}. ${stopped(told)}${late(scene, lateBy)}`;
}

/** What follows an end. An end into what nobody knows never stands alone. */
function tail(scene: Scene, { next, followedBy, areas }: EdgeGroup, short: boolean): string {
  const t = texts(scene.language).alerts;
  const say = (sentence: string) => (short ? lower(sentence) : sentence);
  const dark = followedBy === "unknown" ? scene.at : darkFrom(scene.record, areas, scene.at);
  const unknown = `${SIGN.unknown} ${say(followedBy === "unknown" || dark === undefined ? t.fromThen : t.from(todayAt(scene, dark)))}`;
  if (next === undefined) return dark === undefined ? (short ? t.noFurtherShort : t.noFurther) : unknown;
  const told = todayAt(scene, next.start);
  if (next.start <= scene.now) return say(t.nextBegan(soon(scene, next.start)));
  if (followedBy === "unknown") return `${unknown}${short ? ", " : ". "}${say(t.nextDeclared(told))}`;
  // Hours before it of which nothing is known: declared, and perhaps not the next.
  if (dark !== undefined && dark < next.start) return say(t.nextDeclared(told));
  return short ? t.nextShort(told) : t.next(told);
}

export function lower(sentence: string): string {
  return sentence.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** `Mon 16 Mar 03:30-06:30`, `Sun 15 Mar 23:30 -> Mon 16 Mar 06:30`. */
export function outage(scene: Scene, { start, end }: Interval): string {
  const { zone } = scene;
  const same = dayOf(start, zone) === dayOf(end, zone);
  return same ? `${when(scene, start)}-${hour(end, zone)}` : `${when(scene, start)} -> ${when(scene, end)}`;
}
