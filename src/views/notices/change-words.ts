// Times, windows and states as phrases of a notice of a change. Never decides what is told of them.
import type { PlaceId } from "../../domain/area.ts";
import type { OpenSpan, Outlook } from "../../domain/curfew-change.ts";
import { dayOf, type Millis } from "../../domain/time.ts";
import type { State } from "../../domain/situation.ts";
import { stateAt } from "../../domain/state.ts";
import { texts } from "../../text/index.ts";
import { hour, weekday } from "../../text/time.ts";
import { isDaily, type Told } from "./change-told.ts";
import { article } from "../curfew/rest.ts";
import { dayWord, type Scene, when, windowWords } from "../curfew/words.ts";

export function isRunning(scene: Scene, one: Outlook | undefined): boolean {
  return one !== undefined && one.first.start <= scene.now;
}

/** `00:15`, with its day where it is not the day of posting. */
export function overSince(scene: Scene, at: Millis): string {
  const same = dayOf(at, scene.zone) === dayOf(scene.now, scene.zone) && !scene.lasting;
  const told = same ? hour(at, scene.zone) : when(scene, at);
  if (scene.language === "en") return told;
  return same ? `a ${article(told)} ${told}` : `el ${told}`;
}

/** The old time beside the new: its hour alone on the same day, its day alone at the same hour. */
export function wasMoment(scene: Scene, was: Millis, now: Millis): string {
  const { zone, language } = scene;
  if (dayOf(was, zone) === dayOf(now, zone)) return hour(was, zone);
  return hour(was, zone) === hour(now, zone) ? weekday(was, zone, language) : when(scene, was);
}

/** A window with its day; Spanish needs its article where no word for the day stands before it. */
export function windowIn(scene: Scene, { start, end }: OpenSpan, plain = false): string {
  if (end === undefined) return dayed(scene, start);
  const word = plain ? undefined : dayWord(scene, start);
  const told = windowWords(scene, { start, end }, plain);
  return word === undefined && !plain && scene.language === "es" ? `el ${told}` : told;
}

/** `tonight, Sun 15 Mar 23:00` / `hoy domingo 15 mar. 23:00`, `el martes 17 mar. 23:00`. */
export function dayed(scene: Scene, at: Millis): string {
  const word = dayWord(scene, at);
  const told = when(scene, at);
  if (word !== undefined) return texts(scene.language).curfew[word](told);
  return scene.language === "es" ? `el ${told}` : told;
}

export function untilWords(scene: Scene, end: Millis | undefined): string {
  const t = texts(scene.language).change;
  return end === undefined ? t.noEnd : t.until(when(scene, end));
}

/** `daily 23:00-05:00 until Tue 31 Mar 05:00`. */
export function hoursAhead(scene: Scene, one: Outlook, noun?: "curfew"): string {
  const t = texts(scene.language).change;
  const until = untilWords(scene, one.last.end);
  const hours = one.hours === undefined ? undefined : `${one.hours.start}-${one.hours.end}`;
  const named = noun === undefined ? "" : scene.language === "en" ? "curfew " : "toque de queda ";
  if (one.windows === 1 && hours !== undefined) return `${named}${hours} ${until}`;
  if (hours !== undefined) return `${named}${isDaily(one) ? t.daily(hours) : hours} ${until}`;
  if (one.windows === 1) return `${named}${until}`;
  return named + (one.last.end === undefined ? t.noEnd : t.lastUntil(when(scene, one.last.end)));
}

/** Not known though somebody looked: what spoke of it is open, only partly known, or withdrawn. */
export const isDoubt = (state: State) => state.is === "unknown" && state.why !== "not-covered";

/** Whether somewhere in the places nothing is known at that instant. */
export function isDark({ record }: Scene, areas: readonly PlaceId[], at: Millis): boolean {
  return statesAt(record, areas, at).some((state) => state.is === "unknown");
}

/** Whether all of the window is known to be without curfew in all of the places. */
export function isFree({ record, now }: Scene, areas: readonly PlaceId[], { start, end }: OpenSpan): boolean {
  return statesAt(record, areas, Math.max(start, now)).every(
    (state) =>
      state.is === "notInForce" && (state.knownUntil === undefined || (end !== undefined && state.knownUntil >= end)),
  );
}

export function statesAt(record: Scene["record"], areas: readonly PlaceId[], at: Millis): State[] {
  return areas.flatMap((area) => {
    const state = stateAt(record, area, at);
    return "whole" in state ? [state.whole] : state.partly.map((part) => part.state);
  });
}

/** What holds by now in the first night that fell away behind the last one left. */
export function fallen(scene: Scene, { areas, now, nights, was }: Told): State[] {
  const end = now?.last.end;
  if (end === undefined || (was?.last.end ?? Infinity) <= end) return [];
  const first = nights.find((one) => one.now.length === 0 && (one.was[0]?.start ?? 0) >= end)?.was[0] ?? was?.last;
  return first === undefined ? [] : statesAt(scene.record, areas, Math.max(first.start, end));
}

export const capital = (sentence: string) => sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
