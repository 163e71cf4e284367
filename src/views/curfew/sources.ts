// What a curfew answer rests on: how far it was checked, by whom, and how new that is. Must never show a source as older or newer than it is,
// nor one dated after the moment of asking.
import { shownArea } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import { isKnown, knowledgeOf } from "../../domain/knowledge.ts";
import { profile } from "../../domain/profile.ts";
import { newestDate, type Source } from "../../domain/source.ts";
import { stateAt } from "../../domain/state.ts";
import { dayOf, instant, type Interval, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { type CurfewRecord, placeName, type Scene, when } from "./words.ts";
import { lookedAt } from "../notices/knowledge-words.ts";

/** Under a clock that stands in the past, a record may hold sources that nobody has read yet. */
export function readBy({ now, zone }: Scene, date: string | undefined): boolean {
  return date === undefined || date <= dayOf(now, zone).slice(0, date.length);
}

export function known(scene: Scene, sources: readonly Source[]): Source[] {
  return sources.filter((source) => readBy(scene, source.date));
}

/** The first instant from which somewhere in the place nothing was checked: the earliest over its parts. Undefined: never checked. */
export function checkedUntil(record: CurfewRecord, place: PlaceId, at: Millis): Millis | undefined {
  const ends = record.areas.leaves(place, at).map((leaf) => {
    const stage = profile(record, leaf).stages.find(({ lower, upper }) => lower <= at && at < upper);
    return reach(stage?.known ?? [], at);
  });
  const earliest = Math.min(Infinity, ...ends);
  return Number.isFinite(earliest) ? earliest : undefined;
}

/** How far the entries reach from `at` without a gap; where none holds it, the last end before it. -Infinity: nobody looked so far. */
function reach(entries: readonly Interval[], at: Millis): Millis {
  const begun = entries.filter((one) => one.start <= at);
  let end = Math.max(-Infinity, ...begun.map((one) => one.end));
  if (end <= at) return end;
  for (const one of [...entries].sort((a, b) => a.start - b.start)) if (one.start <= end) end = Math.max(end, one.end);
  return end;
}

/** Whether somewhere in the place nobody checked that instant: what is told there is told as declared. */
export function isUnchecked(record: CurfewRecord, place: PlaceId, at: Millis): boolean {
  return record.areas.leaves(place, at).some((leaf) => {
    const stage = profile(record, leaf).stages.find(({ lower, upper }) => lower <= at && at < upper);
    return !(stage?.known ?? []).some((one) => one.start <= at && at < one.end);
  });
}

/** The first instant after `at`, in a time free of curfews, from which somewhere in the places nothing is known. */
export function darkFrom(record: CurfewRecord, places: readonly PlaceId[], at: Millis): Millis | undefined {
  const found = places.filter((place) => record.areas.get(shownArea(place).area) !== undefined);
  const ends = found.flatMap((place) => {
    const state = stateAt(record, place, at);
    const states = "whole" in state ? [state.whole] : state.partly.map((part) => part.state);
    return states.flatMap((one) => (one.is === "notInForce" ? (one.knownUntil ?? []) : []));
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Entries that say how far the place, or what it lies in, was checked: those that hold the instant, else the one that reaches furthest. */
export function checks(scene: Scene, places: readonly PlaceId[], at: Millis): Coverage[] {
  const { record } = scene;
  const around = new Set(places.flatMap((place) => record.areas.ancestors(place)));
  const entries = record.coverage.filter((one) => one.areas.some((area) => around.has(area)));
  const holding = entries.filter((one) => instant(one.from) <= at && at < instant(one.to));
  if (holding.length > 0) return holding;
  const past = entries.filter((one) => instant(one.to) <= at).sort((a, b) => instant(b.to) - instant(a.to));
  return past.slice(0, 1);
}

/** `Newest source 16 Mar 2026 · checked Thu 19 Mar 09:00, holds until Fri 20 Mar 09:00`. */
export function asOf(scene: Scene, sources: readonly Source[], place: PlaceId, all?: readonly PlaceId[]): string {
  const { common } = texts(scene.language);
  const newest = newestDate(known(scene, sources));
  const first = newest === undefined ? common.noDatedSource : common.newestSource(day(newest, scene.language));
  return `${first} · ${checkedWords(scene, place, all)}`;
}

/** Of several places, the one of which the least far is known: what is said of all must be true of it. */
export function leastChecked(record: CurfewRecord, places: readonly PlaceId[], at: Millis): PlaceId {
  const ends = places.map((place) => ({ place, end: checkedUntil(record, place, at) ?? -Infinity }));
  const [first] = ends.sort((a, b) => a.end - b.end);
  if (first === undefined) throw new RangeError("No place was asked about.");
  return first.place;
}

/** What was checked when, and until when that holds; or since when nobody has. Never "until" of a time that nobody has seen yet. */
export function checkedWords(scene: Scene, place: PlaceId, all: readonly PlaceId[] = [place]): string {
  const told = checkedOf(scene, place);
  // What is true of one of several places says of which.
  const differs = all.some((other) => checkedOf(scene, other) !== told);
  return differs ? `${placeName(scene.record, place, scene.language, scene.at)}: ${told}` : told;
}

function checkedOf(scene: Scene, place: PlaceId): string {
  const { record, at, language } = scene;
  const { curfew: t, knowledge } = texts(language);
  const until = checkedUntil(record, place, at);
  if (until === undefined) return t.notChecked;
  const looked = lookedAt(record, [place], at, until);
  if (until > at)
    return looked === undefined || looked > scene.now
      ? knowledge.reaches(when(scene, until))
      : knowledge.checked(when(scene, looked), when(scene, until));
  const since = when(scene, looked ?? until);
  const somewhere = record.areas.leaves(place, at).some((leaf) => isKnown(record, leaf, at));
  return somewhere ? knowledge.notCheckedInParts(since) : knowledge.notCheckedSince(since);
}

/** Where something is told as declared: since when nobody has checked it. Undefined where that lies ahead, or nobody ever did. */
export function uncheckedSince(scene: Scene, place: PlaceId): Millis | undefined {
  const { record, at, now } = scene;
  const ends = record.areas.leaves(place, at).flatMap((leaf) => {
    const own = knowledgeOf(record, leaf, at);
    return own.is === "lapsed" && own.since !== undefined ? [own.since] : [];
  });
  if (ends.length === 0) return undefined;
  const end = Math.max(...ends);
  return end > now ? undefined : (lookedAt(record, [place], at, end) ?? end);
}

/** The newest first, what has no date last. */
export function newestFirst(sources: readonly Source[]): Source[] {
  return [...sources].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : (a.date ?? "") > (b.date ?? "") ? -1 : 0));
}

export function bullet(line: string): string {
  return `• ${line}`;
}
