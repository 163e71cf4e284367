// The first line of a curfew notice: began, over, or what was missed. True for every group of places it names, on the places' own clock,
// at the moment it is posted: a notice that waited must never tell what was due for what holds.
import type { EdgeGroup } from "../../domain/edge-group.ts";
import type { PlaceId } from "../../domain/area.ts";
import { groupBy } from "../../domain/group.ts";
import { dayOf, HOUR, type Interval, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { hour, span, weekday } from "../../text/time.ts";
import { groupWords, howMany, isSeen, placesIn } from "../curfew/how-many.ts";
import { only, SIGN, stopped } from "../curfew/line.ts";
import { nowWords, partsNow } from "../curfew/now.ts";
import { article } from "../curfew/rest.ts";
import { darkFrom } from "../curfew/sources.ts";
import { fewGroups, lower, morePlaces, type Scene, shortList, todayAt, when } from "../curfew/words.ts";

/** Why a notice is late: Vigía was down or its clock wrong, or the way to the channel was closed. */
export type Late = "vigia" | "clock" | "delivery";

/** What a notice is about, as of now. */
export interface Told {
  kind: "curfew.began" | "curfew.ended";
  /** When it was due. */
  at: Millis;
  running: readonly EdgeGroup[];
  /** Groups whose curfew is over by now, each with its end. */
  over: readonly { at: Millis; group: EdgeGroup }[];
  lateBy?: Millis | undefined;
  late?: Late | undefined;
}

export function areasOf(groups: readonly EdgeGroup[]): PlaceId[] {
  return groups.flatMap((group) => group.areas);
}

/** What of the groups runs now and what is over: after a wait, a begin may be over, and an end may be followed by the next curfew. */
export function asOfNow(
  scene: Scene,
  kind: Told["kind"],
  at: Millis,
  groups: readonly EdgeGroup[],
): Pick<Told, "running" | "over"> {
  const ends = groups.map((group) => ({ group, end: kind === "curfew.ended" ? at : group.until }));
  const running = ends.flatMap(({ group, end }) => (end === undefined || end > scene.now ? [group] : []));
  const over = ends.flatMap(({ group, end }) => (end === undefined || end > scene.now ? [] : [{ at: end, group }]));
  const split = over.map((one) => ({ ...one, ...again(scene, one.group) }));
  return {
    running: [...running, ...split.flatMap((one) => one.again)],
    over: split.flatMap(({ at, left }) => (left === undefined ? [] : [{ at, group: left }])),
  };
}

/** The places of a group where the next curfew runs already, and the group without them. */
function again(scene: Scene, group: EdgeGroup): { again: EdgeGroup[]; left: EdgeGroup | undefined } {
  const parts = partsNow(scene, group.areas);
  const found = only(parts, "inForce").flatMap(({ areas, state }): EdgeGroup[] => {
    const { since, until, next, followedBy, curfews } = state;
    const [first, ...others] = areas;
    if (first === undefined) return [];
    return [{ areas: [first, ...others], since, until, next, followedBy, curfews: [...curfews] }];
  });
  if (found.length === 0) return { again: [], left: group };
  const [first, ...others] = parts.flatMap(({ areas, state }) => (state.is === "inForce" ? [] : areas));
  return { again: found, left: first === undefined ? undefined : { ...group, areas: [first, ...others] } };
}

/** Groups that a reader is told the same of, as one list of places. */
export function alike(
  groups: readonly EdgeGroup[],
  told: (group: EdgeGroup) => string,
): { told: string; areas: PlaceId[] }[] {
  return groupBy(groups, told).map((list) => ({
    told: list[0] === undefined ? "" : told(list[0]),
    areas: areasOf(list),
  }));
}

export function edgeLine(scene: Scene, told: Told): string {
  const t = texts(scene.language).alerts;
  const { running, over, lateBy, late } = told;
  // The newest end first: it is the nearest to what the reader may meet outside.
  const ends = groupBy(
    [...over].sort((a, b) => b.at - a.at),
    ({ at }) => String(at),
  );
  const shown = running.length === 0 ? ENDS : ENDS - 1;
  const names = ends.length + (running.length > 0 ? 1 : 0) > 1 ? FEW : undefined;
  const others = ends.slice(shown).flatMap((list) => list.flatMap(({ group }) => group.areas));
  const before = told.kind === "curfew.ended" && over.length === 0 ? [`${t.overBefore(when(scene, told.at))}.`] : [];
  return [
    ...(running.length === 0 ? [] : [runningWords(scene, told, names)]),
    ...ends.slice(0, shown).map((list) => overWords(scene, list, names)),
    ...(others.length === 0 ? [] : [`${morePlaces(scene, others)}.`]),
    ...before,
    ...(lateBy === undefined ? [] : [t.late(span(lateBy), late)]),
  ].join(" ");
}

/** Different ends in one line; and how many names a list has where a line tells of more than one moment. The embed has all. */
const ENDS = 2;
const FEW = 3;

function runningWords(scene: Scene, { at, running, lateBy }: Told, names: number | undefined): string {
  const t = texts(scene.language).alerts;
  const until = (group: EdgeGroup) => (group.until === undefined ? t.noEnd : t.until(when(scene, group.until)));
  const sameBegin = running.every((group) => group.since === at);
  const since = lateBy === undefined || !sameBegin ? undefined : sinceWords(scene, at);
  const state = `${SIGN.curfew} ${t.began(since)}`;
  const now = `${SIGN.curfew} ${t.began(undefined)}`;
  const ends = alike(
    [...running].sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity)),
    until,
  );
  const [single] = ends;
  if (ends.length === 1 && single !== undefined) {
    const list = shortList(scene, single.areas, names);
    const short = `${state} ${single.told} ${scene.clock}: ${list}.`;
    if (isSeen(short)) return short;
    const places = placesIn(scene, single.areas, list);
    const told = `${state} ${single.told} ${places.in}`;
    if (since === undefined || isSeen(told)) return `${told} ${scene.clock}${places.list}.`;
    // When it began would push the rest off a lock screen.
    return `${now} ${single.told} ${places.in}, ${t.begun(since)} ${scene.clock}${places.list}.`;
  }
  const groups = ends.map(({ areas, told }) => ({
    areas,
    told: groupWords(scene, areas, shortList(scene, areas, names), told),
  }));
  const all = texts(scene.language).common.in(howMany(scene, ...ends.map(({ areas }) => areas)));
  const begun = since === undefined ? "" : `, ${t.begun(since)}`;
  return `${now} ${all}: ${fewGroups(scene, groups)}${begun} ${scene.clock}.`;
}

/** `23:00`, last night as well; with its date where more than half a day lies between. Spanish needs its article. */
function sinceWords(scene: Scene, at: Millis): string {
  const recent = scene.now - at < 12 * HOUR;
  const told = recent ? hour(at, scene.zone) : when(scene, at);
  return scene.language === "en" ? told : `${recent ? article(told) : "el"} ${told}`;
}

function overWords(scene: Scene, over: Told["over"], names: number | undefined): string {
  const { over: is, lastOver: last } = texts(scene.language).alerts;
  const at = over[0]?.at ?? scene.at;
  return endWords(scene, { at, groups: over.map(({ group }) => group) }, { sign: SIGN.none, is, last }, names);
}

/** How an end is told: of any, and of the last that is announced. */
interface EndHeads {
  sign: string;
  is: (hour: string, date: string) => string;
  last: (hour: string, date: string) => string;
}

/** Groups with one end, and what follows it. */
export function endWords(
  seen: Scene,
  { at, groups }: { at: Millis; groups: readonly EdgeGroup[] },
  heads: EndHeads,
  names?: number,
): string {
  const scene = { ...seen, at };
  const [time, date] = [hour(at, scene.zone), weekday(at, scene.zone, scene.language)];
  const tails = alike(groups, (group) => tail(scene, group, true));
  const [first] = groups;
  const [single] = tails;
  if (tails.length === 1 && first !== undefined && single !== undefined)
    return oneEnd(scene, first, single.areas, { ...heads, time, date }, shortList(scene, single.areas, names));
  const all = texts(scene.language).common.in(howMany(scene, ...tails.map(({ areas }) => areas)));
  // What nobody knows comes first: behind a list of names a lock screen would show "over" alone.
  const told = fewGroups(
    scene,
    [...tails]
      .sort((a, b) => Number(b.told.startsWith(SIGN.unknown)) - Number(a.told.startsWith(SIGN.unknown)))
      .map(({ areas, told }) => ({ areas, told: `${told}: ${shortList(scene, areas, names)}` })),
  );
  return `${heads.sign} ${heads.is(time, date)}, ${all}. ${told} ${scene.clock}.`;
}

/** The clock is named once, with the last figure of the sentence. */
function oneEnd(
  scene: Scene,
  group: EdgeGroup,
  areas: readonly PlaceId[],
  { sign, is, last, time, date }: EndHeads & { time: string; date: string },
  list: string,
): string {
  const { alerts: t } = texts(scene.language);
  const { next, followedBy } = group;
  const isDark = followedBy === "unknown" && (next === undefined || next.start > scene.now);
  const over = `${sign} ${isDark && next === undefined ? last(time, date) : is(time, date)}`;
  const places = placesIn(scene, areas, list);
  // Never only "over", also where a lock screen cuts it.
  if (isDark) {
    const dark = `${stopped(over)} ${SIGN.unknown} ${t.darkThen} ${places.in}`;
    if (next === undefined) return `${dark} ${scene.clock}${places.list}.`;
    return `${dark}${places.list}. ${stopped(`${t.nextDeclared(todayAt(scene, next.start))} ${scene.clock}`)}`;
  }
  const [clock, foot] = next === undefined ? [` ${scene.clock}`, ""] : ["", ` ${scene.clock}`];
  const then = stopped(`${tail(scene, group, false)}${foot}`);
  const short = `${over}${clock}: ${list}.`;
  return isSeen(short) ? `${short} ${then}` : `${over}, ${places.in}${clock}${places.list}. ${then}`;
}

/** What follows an end. An end into what nobody knows never stands alone. */
function tail(scene: Scene, { next, followedBy, areas }: EdgeGroup, short: boolean): string {
  const t = texts(scene.language).alerts;
  const say = (sentence: string) => (short ? lower(sentence) : sentence);
  const dark = followedBy === "unknown" ? scene.at : darkFrom(scene.record, areas, scene.at);
  const unknown = `${SIGN.unknown} ${followedBy === "unknown" || dark === undefined ? t.darkThen : t.from(todayAt(scene, dark))}`;
  if (next === undefined) return dark === undefined ? (short ? t.noFurtherShort : t.noFurther) : unknown;
  const told = todayAt(scene, next.start);
  // Begun and over again, or taken back: what was due is not what holds.
  if (next.start <= scene.now) return say(t.now(nowWords(scene, partsNow(scene, areas), true)));
  if (followedBy === "unknown") return `${unknown}${short ? ", " : ". "}${say(t.nextDeclared(told))}`;
  // Hours before it of which nothing is known: declared, and perhaps not the next.
  if (dark !== undefined && dark < next.start) return say(t.nextDeclared(told));
  return short ? t.nextShort(told) : t.next(told);
}

/** `Mon 16 Mar 03:30-06:30`, `Sun 15 Mar 23:30 -> Mon 16 Mar 06:30`. */
export function outage(scene: Scene, { start, end }: Interval): string {
  const { zone } = scene;
  const same = dayOf(start, zone) === dayOf(end, zone);
  return same ? `${when(scene, start)}-${hour(end, zone)}` : `${when(scene, start)} -> ${when(scene, end)}`;
}
